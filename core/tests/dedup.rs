//! Two requests share a `dedup_key` only if they carry the same message: tried on everything that the platform documents.
#![cfg(test)]

use serde_json::{Map, Value, json};
use wxseal::{Dialect, Endpoint, Format, Incoming, MsgCrypt, Push, Recent, RecentKeys, Stamp, platform};

const NOW: u64 = 1_714_112_445;

/// The key of a message that comes sealed, with a timestamp, a nonce and random bytes of its own.
fn key(message: &str, format: Format, delivery: u8) -> String {
    let crypt = || MsgCrypt::new("token", "k".repeat(43), "wx1").unwrap();
    let (timestamp, nonce) = ((NOW - u64::from(delivery)).to_string(), format!("n{delivery}"));
    let stamp = Stamp::new(&timestamp, &nonce).unwrap();
    let request = platform::push(&crypt(), message.as_bytes(), stamp, format, &[delivery; 16]).expect(message);
    match Endpoint::new(crypt()).receive(request.method, &request.query, &request.body, NOW).expect(message) {
        Incoming::Push(push) => push.dedup_key().unwrap().to_owned(),
        Incoming::UrlCheck(_) => panic!("{message}"),
    }
}

/// What `messages` has.
fn entries() -> Vec<Value> {
    let files = [include_str!("../../messages/wechat.json"), include_str!("../../messages/wecom.json")];
    let tables = files.map(|file| serde_json::from_str::<Value>(file).unwrap());
    tables.iter().flat_map(|table| table["messages"].as_array().unwrap().clone()).collect()
}

/// A message with every field that the documents know of it, lists with two items each.
fn documented(entry: &Value) -> Value {
    let mut message = Map::new();
    if entry["match"]["MsgType"].is_string() {
        message.extend(object(json!({"ToUserName": "gh_1", "FromUserName": "o1", "CreateTime": 1_714_112_440})));
    }
    message.extend(fields(&entry["fields"]));
    for (path, value) in entry["match"].as_object().unwrap() {
        let mut slot = &mut message;
        let (parents, name) = path.rsplit_once('.').unwrap_or(("", path));
        for parent in parents.split('.').filter(|parent| !parent.is_empty()) {
            slot = slot.entry(parent).or_insert(json!({})).as_object_mut().unwrap();
        }
        slot.insert(name.to_owned(), value.clone());
    }
    Value::Object(message)
}

fn object(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(members) => members,
        other => panic!("{other}"),
    }
}

fn fields(described: &Value) -> Map<String, Value> {
    described.as_array().into_iter().flatten().map(|field| (name(field), value(field))).collect()
}

fn name(field: &Value) -> String {
    field["name"].as_str().unwrap().to_owned()
}

fn value(field: &Value) -> Value {
    match field["type"].as_str().unwrap() {
        "integer" => json!(7),
        "number" => json!(1.5),
        "boolean" => json!(true),
        "object" => Value::Object(fields(&field["of"])),
        "array" => json!([item(&field["of"]), item(&field["of"])]),
        _ => json!("v"),
    }
}

/// One of a list's; a list of texts or numbers has parts without a name.
fn item(parts: &Value) -> Value {
    match parts.get(0) {
        Some(part) if part["name"] == "" => value(part),
        Some(_) => Value::Object(fields(parts)),
        None => json!("v"),
    }
}

/// Every message that differs from this one in a single value.
fn others(message: &Value) -> Vec<Value> {
    let changed = |value: &Value| match value {
        Value::Object(members) => members
            .iter()
            .flat_map(|(name, member)| {
                others(member).into_iter().map(move |other| {
                    let mut members = members.clone();
                    members.insert(name.clone(), other);
                    Value::Object(members)
                })
            })
            .collect(),
        Value::Array(items) => others(&items[1])
            .into_iter()
            .map(|other| json!([items[0], other]))
            .chain([json!([items[0]]), json!([])])
            .collect(),
        Value::Bool(value) => vec![json!(!value)],
        Value::Number(number) => vec![json!(number.as_f64().unwrap() + 1.0), json!("12:7")],
        Value::String(text) => vec![json!(format!("{text}x")), json!("")],
        Value::Null => vec![],
    };
    changed(message)
}

fn to_xml(message: &Value) -> String {
    fn element(name: &str, value: &Value) -> String {
        match value {
            Value::Array(items) => items.iter().map(|item| element(name, item)).collect(),
            Value::Object(members) => {
                let inside: String = members.iter().map(|(name, member)| element(name, member)).collect();
                format!("<{name}>{inside}</{name}>")
            }
            Value::String(text) => format!("<{name}><![CDATA[{text}]]></{name}>"),
            other => format!("<{name}>{other}</{name}>"),
        }
    }
    element("xml", message)
}

#[test]
fn whatever_the_platform_documents_has_a_key_of_its_own() {
    let (mut messages, mut pairs) = (0, 0);
    for entry in entries() {
        let message = documented(&entry);
        let text = message.to_string();
        let first = key(&text, Format::Json, 1);
        assert_eq!(first.len(), 40);
        assert_eq!(first, key(&text, Format::Json, 2), "a retry of {text}");
        assert_eq!(first, key(&to_xml(&message), Format::Xml, 3), "{text} in XML");
        messages += 1;

        let by_id =
            message.get("msgid").is_some() || (message.get("MsgId").is_some() && message.get("Event").is_none());
        for other in others(&message) {
            let same = if by_id {
                ["msgid", "MsgId", "ToUserName", "FromUserName", "aibotid", "from"]
                    .iter()
                    .all(|name| message.get(name) == other.get(name))
            } else {
                message["RetryTimes"] != other["RetryTimes"]
            };
            // An empty id is none.
            if other.get("MsgId").or(other.get("msgid")) != Some(&json!("")) {
                let key = key(&other.to_string(), Format::Json, 1);
                assert_eq!(first == key, same, "{text} and {other}");
                pairs += 1;
            }
        }
    }
    assert!(messages > 450 && pairs > 5000, "{messages} messages, {pairs} pairs");
}

#[test]
fn no_text_can_pass_for_two() {
    for (one, two) in [
        (r#"{"Event":"a","b":"c"}"#, r#"{"Event":"a1:b1:c"}"#),
        (r#"{"Event":"a","b":["c","d"]}"#, r#"{"Event":"a","b":["c1:d"]}"#),
        (r#"{"Event":"a","b":{"c":"d"}}"#, r#"{"Event":"a","b":{},"c":"d"}"#),
        (r#"{"Event":"a","b":[]}"#, r#"{"Event":"a","b":{}}"#),
        (r#"{"Event":"a","b":""}"#, r#"{"Event":"a"}"#),
        (r#"{"FromUserName":"a","MsgId":"1"}"#, r#"{"FromUserName":"a1:1","MsgId":""}"#),
        (r#"{"FromUserName":"a","MsgId":1}"#, r#"{"ToUserName":"a","MsgId":1}"#),
        (r#"{"MsgId":1}"#, r#"{"msgid":1}"#),
        (r#"{"Event":"a","RetryTimes":1,"b":{"RetryTimes":1}}"#, r#"{"Event":"a","b":{"RetryTimes":2}}"#),
    ] {
        let same = one.starts_with(r#"{"MsgId""#);
        assert_eq!(key(one, Format::Json, 1) == key(two, Format::Json, 1), same, "{one} and {two}");
    }
}

#[test]
fn the_tries_of_a_notice_are_one_message() {
    let notice = |tries: u8| format!(r#"{{"Event":"xpay_refund_notify","RetryTimes":{tries},"RetCode":0}}"#);
    assert_eq!(key(&notice(1), Format::Json, 1), key(&notice(2), Format::Json, 2));
    // printf '{5:Event18:xpay_refund_notify7:RetCode1:0}' | sha1sum
    assert_eq!(key(&notice(1), Format::Json, 1), "3335f91576f4e0666e4dea4028981efe918caa34");
}

#[test]
fn two_events_of_one_second_are_both_handled() {
    let file: Value = serde_json::from_str(include_str!("../../tests/scenarios/pairs.json")).unwrap();
    let pairs = file["pairs"].as_array().unwrap();
    assert!(pairs.len() >= 12);
    for pair in pairs {
        let text = |value: &Value| value.as_str().unwrap().to_owned();
        let settings = &pair["crypt"];
        let [token, key, receive_id] = ["token", "encoding_aes_key", "receive_id"].map(|name| text(&settings[name]));
        let dialect: Dialect = text(&settings["dialect"]).parse().unwrap();
        let endpoint = Endpoint::new(MsgCrypt::new(&token, &key, &receive_id).unwrap().dialect(dialect));
        let now = pair["now"].as_u64().unwrap();
        let [first, other, retry] = ["first", "other", "retry"].map(|role| -> Push {
            let [method, query, body] = ["method", "query", "body"].map(|name| text(&pair[role][name]));
            match endpoint.receive(&method, &query, body.as_bytes(), now) {
                Ok(Incoming::Push(push)) => push,
                other => panic!("{role} of {pair}: {other:?}"),
            }
        });
        let mut recent = RecentKeys::new(5, 600);
        for push in [&first, &other] {
            let Recent::Claimed(claim) = recent.claim(push.dedup_key().unwrap(), now) else { panic!("{pair}") };
            assert!(recent.answer(&claim, push.success(), now));
        }
        assert_eq!(recent.claim(retry.dedup_key().unwrap(), now), Recent::Answered(first.success()), "{pair}");
    }
}
