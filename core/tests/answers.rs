//! Every answer, in every format, sealed and in clear; what a refusal says; and what becomes of an answer that comes back.
#![cfg(test)]

mod forger;

use forger::{KEY, NONCE, NOW, RECEIVE_ID, TEXT_JSON, TEXT_XML, TIMESTAMP, TOKEN, crypt};
use quick_xml::events::Event;
use serde_json::{Value, json};
use wxseal::{
    Article, Dialect, Endpoint, Error, Format, Incoming, MsgCrypt, Music, Push, Response, WidgetAnswer, platform,
};

const NASTY: &str = " <b>]]>&amp;\"\\\r\n😀";
const ARTICLES: [Article<'_>; 2] = [
    Article { title: NASTY, description: "", pic_url: "https://example.com/a?b=1&c=2", url: "u" },
    Article { title: "2", description: "d", pic_url: "", url: "" },
];
const WIDGET: WidgetAnswer<'_> = WidgetAnswer { lifespan: 60, data: "{\"a\":1}", err_code: 0, err_msg: "" };

type Answer = fn(&Push, u64, &[u8; 16]) -> Result<Response, Error>;

/// Every method that answers with a document, and the fields that it adds to those that all have.
fn answers() -> Vec<(&'static str, Answer, Value)> {
    let content = r#"{"lifespan":60,"query":"1","scene":1,"data":"{\"err_code\":0,\"err_msg\":\"\",\"a\":1}"}"#;
    vec![
        (
            "text",
            |push, now, random| push.reply_text(NASTY).and_then(|answer| answer.seal(now, random)),
            json!({ "Content": NASTY }),
        ),
        (
            "image",
            |push, now, random| push.reply_image(NASTY).and_then(|answer| answer.seal(now, random)),
            json!({ "Image": { "MediaId": NASTY } }),
        ),
        (
            "voice",
            |push, now, random| push.reply_voice("v").and_then(|answer| answer.seal(now, random)),
            json!({ "Voice": { "MediaId": "v" } }),
        ),
        (
            "video",
            |push, now, random| push.reply_video("m", NASTY, "").and_then(|answer| answer.seal(now, random)),
            json!({ "Video": { "MediaId": "m", "Title": NASTY, "Description": "" } }),
        ),
        (
            "news",
            |push, now, random| push.reply_news(&ARTICLES).and_then(|answer| answer.seal(now, random)),
            json!({ "ArticleCount": "2", "Articles": [
                { "Title": NASTY, "Description": "", "PicUrl": "https://example.com/a?b=1&c=2", "Url": "u" },
                { "Title": "2", "Description": "d", "PicUrl": "", "Url": "" },
            ] }),
        ),
        (
            "music",
            |push, now, random| {
                let music =
                    Music { thumb_media_id: "t", title: Some(NASTY), hq_music_url: Some(""), ..Music::default() };
                push.reply_music(&music).and_then(|answer| answer.seal(now, random))
            },
            json!({ "Music": { "Title": NASTY, "HQMusicUrl": "", "ThumbMediaId": "t" } }),
        ),
        (
            "transfer_customer_service",
            |push, now, random| push.transfer_customer_service(None).and_then(|answer| answer.seal(now, random)),
            json!({}),
        ),
        (
            "transfer_customer_service",
            |push, now, random| {
                push.transfer_customer_service(Some("kf@1")).and_then(|answer| answer.seal(now, random))
            },
            json!({ "TransInfo": { "KfAccount": "kf@1" } }),
        ),
        (
            "widget_data",
            |push, now, random| push.reply_widget(&WIDGET).and_then(|answer| answer.seal(now, random)),
            json!({ "Content": content }),
        ),
    ]
}

/// Messages that every method can answer, in both formats.
fn message(format: Format) -> String {
    match format {
        Format::Xml => TEXT_XML.replace("</xml>", "<Query>1</Query></xml>"),
        Format::Json => TEXT_JSON.replace("\"MsgId\"", "\"Query\":\"1\",\"MsgId\""),
    }
}

fn pushed(endpoint: &Endpoint, request: &platform::Request) -> Push {
    forger::receive(endpoint, &request.query, &request.body).unwrap()
}

fn sealed_push(crypt: &MsgCrypt, endpoint: &Endpoint, format: Format) -> Push {
    let message = message(format);
    pushed(
        endpoint,
        &platform::push(crypt, message.as_bytes(), forger::stamp(TIMESTAMP, NONCE), format, &[1; 16]).unwrap(),
    )
}

fn plain_push(format: Format) -> Push {
    let request = platform::plain_push(TOKEN, message(format).as_bytes(), forger::stamp(TIMESTAMP, NONCE)).unwrap();
    pushed(&Endpoint::plain(TOKEN).unwrap(), &request)
}

/// An answer as an object whose scalars are all text; `<item>`s are an array.
fn read(text: &str, format: Format) -> Value {
    match format {
        Format::Json => all_text(serde_json::from_str(text).unwrap()),
        Format::Xml => {
            let text = text.replace("\r\n", "\n").replace('\r', "\n");
            let mut reader = quick_xml::Reader::from_str(&text);
            assert!(matches!(reader.read_event().unwrap(), Event::Start(root) if root.name().into_inner() == "xml"));
            element(&mut reader)
        }
    }
}

fn all_text(value: Value) -> Value {
    match value {
        Value::Object(fields) => fields.into_iter().map(|(name, value)| (name, all_text(value))).collect(),
        Value::Array(items) => items.into_iter().map(all_text).collect(),
        Value::String(text) => text.into(),
        other => other.to_string().into(),
    }
}

fn element(reader: &mut quick_xml::Reader<&[u8]>) -> Value {
    let (mut text, mut fields, mut items) = (String::new(), serde_json::Map::new(), Vec::new());
    loop {
        match reader.read_event().unwrap() {
            Event::Start(start) if start.name().into_inner() == "item" => items.push(element(reader)),
            Event::Start(start) => {
                let name = start.name().into_inner().to_owned();
                assert!(fields.insert(name, element(reader)).is_none());
            }
            Event::Text(part) => text.push_str(&part),
            Event::CData(part) => text.push_str(&part),
            Event::GeneralRef(entity) => text.push(entity.resolve_char_ref().unwrap().unwrap()),
            Event::End(_) if !items.is_empty() => return items.into(),
            Event::End(_) if !fields.is_empty() => return fields.into(),
            Event::End(_) => return text.into(),
            other => panic!("{other:?}"),
        }
    }
}

fn expected(kind: &str, further: &Value) -> Value {
    let mut fields = json!({
        "ToUserName": "o1", "FromUserName": "gh_1", "CreateTime": (NOW + 3).to_string(), "MsgType": kind
    });
    fields.as_object_mut().unwrap().extend(further.as_object().unwrap().clone());
    fields
}

fn check_headers(response: &Response, content_type: &str) {
    let headers: Vec<_> = response.headers().collect();
    assert_eq!(headers, [("Content-Type", content_type), ("X-Content-Type-Options", "nosniff")]);
    assert_eq!((response.status(), response.content_type()), (200, content_type));
}

#[test]
fn every_answer() {
    for (format, content_type) in [(Format::Xml, "application/xml"), (Format::Json, "application/json")] {
        for (kind, answer, further) in answers() {
            let push = sealed_push(&crypt(), &Endpoint::new(crypt()), format);
            let response = answer(&push, NOW + 3, &[2; 16]).unwrap();
            check_headers(&response, content_type);
            let reply = platform::open_reply(&crypt(), response.body()).unwrap();
            assert_eq!((&*reply.nonce, &*reply.timestamp, reply.format), (NONCE, &*(NOW + 3).to_string(), format));
            assert_eq!(read(str::from_utf8(&reply.message).unwrap(), format), expected(kind, &further));
            // The random bytes are the caller's, and no others.
            assert_eq!(answer(&push, NOW + 3, &[2; 16]).unwrap(), response);
            assert_ne!(answer(&push, NOW + 3, &[3; 16]).unwrap(), response);

            let response = answer(&plain_push(format), NOW + 3, &[2; 16]).unwrap();
            check_headers(&response, content_type);
            assert_eq!(response.body(), reply.message);
        }
    }
}

#[test]
fn answers_without_a_document() {
    for format in [Format::Xml, Format::Json] {
        for push in [sealed_push(&crypt(), &Endpoint::new(crypt()), format), plain_push(format)] {
            for (response, body) in [(push.success(), "success"), (push.empty(), "")] {
                check_headers(&response, "text/plain; charset=utf-8");
                assert_eq!(response.body(), body.as_bytes());
                assert_eq!(platform::open_reply(&crypt(), response.body()), Err(Error::MalformedEnvelope));
            }
        }
        for message in [&b""[..], b"\0\xff", b"success", &[b'x'; 10_000]] {
            let response =
                sealed_push(&crypt(), &Endpoint::new(crypt()), format).reply_raw(message).seal(NOW, &[0; 16]).unwrap();
            assert_eq!(platform::open_reply(&crypt(), response.body()).unwrap().message, message);
            assert_eq!(plain_push(format).reply_raw(message).seal(NOW, &[0; 16]).unwrap().body(), message);
        }
    }
}

/// What opened the push seals the answer, and nothing else does.
#[test]
fn sealed_by_what_opened_it() {
    let all: [fn() -> MsgCrypt; 5] = [
        crypt,
        || MsgCrypt::new("OtherToken", KEY, RECEIVE_ID).unwrap(),
        || MsgCrypt::new(TOKEN, "A".repeat(43), RECEIVE_ID).unwrap(),
        || MsgCrypt::new(TOKEN, KEY, "ww1").unwrap().dialect(Dialect::Wecom),
        || MsgCrypt::new(TOKEN, KEY, "").unwrap().dialect(Dialect::Wecom),
    ];
    let endpoint = || all[1..].iter().fold(Endpoint::new(all[0]()), |endpoint, crypt| endpoint.also_accept(crypt()));
    for (by, crypt) in all.iter().enumerate() {
        for format in [Format::Xml, Format::Json] {
            let response = sealed_push(&crypt(), &endpoint(), format)
                .reply_text("hi")
                .and_then(|answer| answer.seal(NOW, &[2; 16]))
                .unwrap();
            for (other, with) in all.iter().enumerate() {
                assert_eq!(platform::open_reply(&with(), response.body()).is_ok(), other == by, "{other}, {by}");
            }
            let body = str::from_utf8(response.body()).unwrap();
            let names = match (format, by >= 3) {
                (Format::Json, true) => {
                    ["\"encrypt\": \"", "\"msgsignature\": \"", "\"timestamp\": 1", "\"nonce\": \""]
                }
                (Format::Json, false) => {
                    ["\"Encrypt\": \"", "\"MsgSignature\": \"", "\"TimeStamp\": 1", "\"Nonce\": \""]
                }
                _ => ["<Encrypt><![CDATA[", "<MsgSignature><![CDATA[", "<TimeStamp>1", "<Nonce><![CDATA["],
            };
            assert!(names.iter().all(|name| body.contains(name)), "{body}");
        }
    }
}

#[test]
fn what_cannot_be_answered() {
    let refused = |found: Result<Response, Error>| assert_eq!(found.unwrap_err(), Error::UnwritableReply);
    for format in [Format::Xml, Format::Json] {
        for push in [sealed_push(&crypt(), &Endpoint::new(crypt()), format), plain_push(format)] {
            refused(push.reply_news(&[]).and_then(|answer| answer.seal(NOW, &[0; 16])));
            for (_, answer, _) in answers() {
                assert!(answer(&push, 0, &[0; 16]).is_ok() && answer(&push, 9_999_999_999_999, &[0; 16]).is_ok());
                refused(answer(&push, 10_000_000_000_000, &[0; 16]));
                refused(answer(&push, u64::MAX, &[0; 16]));
            }
            refused(push.reply_raw(b"").seal(10_000_000_000_000, &[0; 16]));
            let lacking = push.reply_text("\u{b}").and_then(|answer| answer.seal(NOW, &[0; 16]));
            assert_eq!(lacking.is_ok(), format == Format::Json);
        }
    }
    let event = r#"{"ToUserName":"gh_1","FromUserName":"o1","MsgType":"event","Event":"CLICK"}"#;
    for (message, who) in [(event, true), (r#"{"InfoType":"authorized"}"#, false), (r#"{"ToUserName":"gh_1"}"#, false)]
    {
        let request = platform::plain_push(TOKEN, message.as_bytes(), forger::stamp(TIMESTAMP, NONCE)).unwrap();
        let push = pushed(&Endpoint::plain(TOKEN).unwrap(), &request);
        refused(push.transfer_customer_service(None).and_then(|answer| answer.seal(NOW, &[0; 16])));
        refused(push.reply_widget(&WIDGET).and_then(|answer| answer.seal(NOW, &[0; 16])));
        assert_eq!(push.reply_text("").and_then(|answer| answer.seal(NOW, &[0; 16])).is_ok(), who);
        assert!(push.reply_raw(b"{}").seal(NOW, &[0; 16]).is_ok());
    }
}

#[test]
fn refusals() {
    for error in Error::ALL {
        let response = Response::refusal(error);
        let (status, body) = match error.name() {
            _ if error == Error::UnknownMethod => (405, "method not allowed"),
            "MalformedQuery" | "MalformedEnvelope" => (400, "bad request"),
            "InvalidKey" | "InvalidConfig" | "UnwritableReply" => (500, "internal server error"),
            _ => (403, "forbidden"),
        };
        assert_eq!((response.status(), response.body()), (status, body.as_bytes()), "{error}");
        assert_eq!(response.content_type(), "text/plain; charset=utf-8");
        assert!(response.headers().any(|header| header == ("X-Content-Type-Options", "nosniff")));
        assert_eq!(response.headers().any(|header| header == ("Allow", "GET, POST")), status == 405);
    }
}

/// A reply as somebody sends it back who captured it.
fn reflected(endpoint: &Endpoint, response: &Response) -> Result<Incoming, Error> {
    let reply = platform::open_reply(&crypt(), response.body()).unwrap();
    let body = str::from_utf8(response.body()).unwrap();
    let signature = body.split(['"', '[', ']']).find(|part| part.len() == 40).unwrap();
    let query = [("msg_signature", signature), ("timestamp", &reply.timestamp), ("nonce", &reply.nonce)];
    endpoint.receive("POST", forger::query(&query), response.body(), NOW + 3)
}

#[test]
fn an_answer_that_comes_back() {
    for dialect in [Dialect::Wechat, Dialect::Wecom] {
        let crypt = || crypt().dialect(dialect);
        for format in [Format::Xml, Format::Json] {
            let push = sealed_push(&crypt(), &Endpoint::new(crypt()), format);
            for (kind, answer, _) in answers() {
                let response = answer(&push, NOW + 3, &[2; 16]).unwrap();
                let found = reflected(&Endpoint::new(crypt()), &response).map(drop);
                // What else cannot be told from a message of the platform's is what `account` is for.
                let only_servers = kind == "widget_data" || kind == "transfer_customer_service";
                assert_eq!(found, if only_servers { Err(Error::MalformedMessage) } else { Ok(()) }, "{kind}");
                let found = reflected(&Endpoint::new(crypt()).account("gh_1").unwrap(), &response).map(drop);
                assert_eq!(found, Err(Error::MalformedMessage), "{kind}");
            }
            let raw = push.reply_raw(br#"{"ToUserName":"o1"}"#).seal(NOW + 3, &[2; 16]).unwrap();
            assert_eq!(
                reflected(&Endpoint::new(crypt()).account("gh_1").unwrap(), &raw).unwrap_err(),
                Error::MalformedMessage
            );
        }
    }
}
