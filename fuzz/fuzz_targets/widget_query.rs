//! The search widget: the accessors against the reference reader's tree, and the answer's JSON in JSON in JSON read back.
//!
//! The input is the query, a NUL, and the answer's data.
#![no_main]

use libfuzzer_sys::fuzz_target;
use wxseal_core::{Push, WidgetAnswer, WidgetQuery};
use wxseal_fuzz::json::{self, Json};
use wxseal_fuzz::{NOW, RANDOM, plain_push, xml};

fuzz_target!(|input: &str| {
    // The readers have bounds of their own for what is nested, and none of them is the protocol's.
    if input.matches(['[', '{']).count() > 100 {
        return;
    }
    let (query, data) = input.split_once('\0').unwrap_or((input, "{}"));
    let message =
        format!(r#"{{"ToUserName":"gh_1","FromUserName":"o1","MsgType":"event","Query":{}}}"#, json::literal(query));
    check(&plain_push(message.as_bytes()).unwrap(), query, data);

    if twin::is_xml(query) {
        let text = query.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('\r', "&#13;");
        let message = format!(
            "<xml><ToUserName>gh_1</ToUserName><FromUserName>o1</FromUserName><MsgType>event</MsgType><Query>{text}</Query></xml>"
        );
        check(&plain_push(message.as_bytes()).unwrap(), query, data);
    }
});

fn check(push: &Push, query: &str, data: &str) {
    let found = push.widget_query();
    if is_comparable(query) {
        let expected = naive(query).or_else(|| naive(&query.replace("\\\"", "\"")));
        assert_eq!(found.as_ref().ok().map(summary), expected);
    }
    if let Ok(found) = &found {
        assert_eq!(found.raw(), query);
        let written = json::read(found.to_json().as_bytes()).expect("a query that is no JSON");
        assert_eq!(written.get("raw"), Some(&Json::Text(query.to_owned())));
    }
    answer(push, query, data);
}

/// Half of a surrogate pair may stand where nobody looks, and the reference reader refuses it everywhere; a key that is an
/// object stands as it was written, which the reference's tree does not know.
fn is_comparable(query: &str) -> bool {
    let bare: String = query.chars().filter(|c| !c.is_ascii_whitespace() && *c != '\\').collect();
    !query.contains("\\u") && !bare.contains(r#""key":{"#) && !bare.contains(r#""key":["#)
}

type Summary = (Option<i64>, Vec<(String, Option<String>)>, Option<f64>, Option<f64>);

fn summary(query: &WidgetQuery) -> Summary {
    let slots = query.slots().map(|(key, value)| {
        assert_eq!(query.slot(key), Some(value));
        let structure = value.starts_with(['{', '[']);
        (key.to_owned(), (!structure).then(|| value.to_owned()))
    });
    (query.kind(), slots.collect(), query.longitude(), query.latitude())
}

/// `None` where it is not a query.
fn naive(text: &str) -> Option<Summary> {
    let document = json::read(text.as_bytes())?;
    let (mut kind, mut slots, mut longitude, mut latitude) = (None, Vec::new(), None, None);
    let degrees = |value| scalar(value).and_then(|text| text.parse::<f64>().ok()).filter(|number| number.is_finite());
    for (name, value) in document.members()? {
        match &**name {
            "type" => kind = scalar(value).and_then(|text| text.parse().ok()),
            "longitude" => longitude = degrees(value),
            "latitude" => latitude = degrees(value),
            "slot_list" => {
                let Json::Array(items) = value else { return None };
                for item in items {
                    let last =
                        |name| item.members()?.iter().rfind(|(member, _)| member == name).map(|(_, value)| value);
                    let key = scalar(last("key")?)?;
                    let value = last("value").map_or(Some(String::new()), scalar);
                    if !slots.iter().any(|(earlier, _)| *earlier == key) {
                        slots.push((key, value.filter(|value| !value.starts_with(['{', '[']))));
                    }
                }
            }
            _ => {}
        }
    }
    Some((kind, slots, longitude, latitude))
}

fn scalar(value: &Json) -> Option<String> {
    match value {
        Json::Text(text) | Json::Number(text) => Some(text.clone()),
        Json::Bool(value) => Some(value.to_string()),
        Json::Null => Some("null".to_owned()),
        Json::Array(_) | Json::Object(_) => None,
    }
}

fn answer(push: &Push, query: &str, data: &str) {
    let answer = WidgetAnswer { lifespan: 60, data, err_code: -1, err_msg: query };
    let Ok(response) = push.reply_widget(&answer).and_then(|answer| answer.seal(NOW, &RANDOM)) else {
        // What the reference reader takes for an object is written.
        let readable = json::read(data.as_bytes()).is_some_and(|data| data.members().is_some() && !data.repeats());
        return assert!(!readable, "refused");
    };
    let content = match response.body().first() {
        Some(b'<') => xml::read(response.body()).expect("no XML").get("Content").expect("no Content").text.clone(),
        _ => json::read(response.body())
            .expect("no JSON")
            .get("Content")
            .and_then(Json::text)
            .expect("no Content")
            .to_owned(),
    };
    let content = json::read(content.as_bytes()).expect("a Content that is no JSON");
    assert_eq!(content.get("query").and_then(Json::text), Some(query));
    assert_eq!(content.get("lifespan"), Some(&Json::Number("60".to_owned())));
    let written = content.get("data").and_then(Json::text).expect("no data");
    let written = json::read(written.as_bytes()).expect("data that is no JSON");
    let mut expected = vec![
        ("err_code".to_owned(), Json::Number("-1".to_owned())),
        ("err_msg".to_owned(), Json::Text(query.to_owned())),
    ];
    let given = json::read(data.as_bytes()).expect("data that another reader refuses");
    let given = given.members().expect("data that is no object").iter();
    expected.extend(given.filter(|(name, _)| name != "err_code" && name != "err_msg").cloned());
    assert_eq!(written, Json::Object(expected));
}
