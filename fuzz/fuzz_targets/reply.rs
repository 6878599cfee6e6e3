//! What is written: a sealed envelope for any message, timestamp and nonce, and an answer for any text, both read back by the
//! reference readers.
//!
//! The input is a byte of choices, the timestamp, a NUL, the nonce, a NUL, and the message or the text.
#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use wxseal_core::{Answer, Article, Dialect, Error, Format, MsgCrypt, Music, Push, StreamAnswer, buffer};
use wxseal_fuzz::json::{self, Json};
use wxseal_fuzz::{NOW, RANDOM, TOKEN, plain_push, sealed_push, xml};

static CRYPTS: LazyLock<[MsgCrypt; 2]> = LazyLock::new(|| [Dialect::Wechat, Dialect::Wecom].map(wxseal_fuzz::crypt));
const XML: &str = "<xml><ToUserName>gh_1</ToUserName><FromUserName>o1</FromUserName><MsgType>text</MsgType></xml>";
const JSON: &str = r#"{"ToUserName":"gh_1","FromUserName":"o1","MsgType":"text"}"#;
const ROBOTS_TEXT: &str = r#"{"aibotid":"r1","from":{"userid":"u1"},"msgtype":"text"}"#;
static ROBOTS: LazyLock<[Push; 2]> =
    LazyLock::new(|| [plain_push, sealed_push].map(|push| push(ROBOTS_TEXT.as_bytes()).unwrap()));
static PUSHES: LazyLock<[[Push; 2]; 2]> = LazyLock::new(|| {
    [XML, JSON].map(|message| [plain_push, sealed_push].map(|push| push(message.as_bytes()).unwrap()))
});

fuzz_target!(|input: &[u8]| {
    let Some((&choice, rest)) = input.split_first() else { return };
    let mut parts = rest.splitn(3, |&byte| byte == 0);
    let (Some(timestamp), Some(nonce), Some(message)) = (parts.next(), parts.next(), parts.next()) else { return };
    let format = if choice & 1 == 0 { Format::Xml } else { Format::Json };
    envelope(message, timestamp, nonce, format, choice & 2 != 0);
    let push = &PUSHES[usize::from(format == Format::Json)][usize::from(choice & 4 != 0)];
    match str::from_utf8(message) {
        Ok(text) => answers(text, push, choice & 4 != 0),
        Err(_) => assert_eq!(push.reply_text(message).err(), Some(Error::UnwritableReply)),
    }
});

fn envelope(message: &[u8], timestamp: &[u8], nonce: &[u8], format: Format, wecom: bool) {
    let crypt = &CRYPTS[usize::from(wecom)];
    let written = crypt.encrypt(message, timestamp, nonce, format, &RANDOM);
    let writable = (1..=13).contains(&timestamp.len())
        && timestamp.iter().all(u8::is_ascii_digit)
        && (timestamp.len() == 1 || !timestamp.starts_with(b"0"))
        && (1..=63).contains(&nonce.len())
        && nonce.iter().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-'));
    let body = match written {
        Ok(body) => body,
        Err(error) => return assert!(!writable && error == Error::UnwritableReply),
    };
    assert!(writable && body.len() <= buffer::bound(crypt, message.len(), format).unwrap());
    let [timestamp, nonce] = [timestamp, nonce].map(|text| str::from_utf8(text).unwrap());

    let [encrypt, signature, found_timestamp, found_nonce] = match format {
        Format::Xml => {
            let root = xml::read(body.as_bytes()).unwrap();
            assert_eq!((&*root.name, root.children.len()), ("xml", 4));
            ["Encrypt", "MsgSignature", "TimeStamp", "Nonce"].map(|name| root.get(name).unwrap().text.clone())
        }
        Format::Json => {
            let names = if wecom {
                ["encrypt", "msgsignature", "timestamp", "nonce"]
            } else {
                ["Encrypt", "MsgSignature", "TimeStamp", "Nonce"]
            };
            let document = json::read(body.as_bytes()).unwrap();
            assert_eq!(document.members().unwrap().len(), 4);
            assert!(matches!(document.get(names[2]), Some(Json::Number(_))));
            names.map(|name| match document.get(name).unwrap() {
                Json::Text(text) | Json::Number(text) => text.clone(),
                other => panic!("{other:?}"),
            })
        }
    };
    assert_eq!((&*found_timestamp, &*found_nonce), (timestamp, nonce));
    assert_eq!(signature, twin::sign(&[TOKEN, timestamp, nonce, &encrypt]));
    assert_eq!(encrypt, wxseal_fuzz::seal(message));
    assert_eq!(crypt.decrypt(&signature, timestamp, nonce, body.as_bytes()).as_deref(), Ok(message));
}

fn answers(text: &str, push: &Push, sealed: bool) {
    let article = Article { title: text, description: text, pic_url: text, url: text };
    let some = Some(text);
    let music = Music { thumb_media_id: text, title: some, description: some, music_url: some, hq_music_url: some };
    for (msg_type, texts, answer) in [
        ("text", 1, push.reply_text(text)),
        ("image", 1, push.reply_image(text)),
        ("voice", 1, push.reply_voice(text)),
        ("video", 3, push.reply_video(text, text, text)),
        ("music", 5, push.reply_music(&music)),
        ("news", 8, push.reply_news(&[article, article])),
        ("transfer_customer_service", 1, push.transfer_customer_service(Some(text))),
    ] {
        let Ok(answer) = answer else {
            assert!(push.format() == Format::Xml && !twin::is_xml(text), "{msg_type} is refused");
            continue;
        };
        let mut expected = vec!["o1", "gh_1"];
        let now = NOW.to_string();
        expected.extend([&*now, msg_type]);
        expected.extend((msg_type == "news").then_some("2"));
        expected.extend([text].repeat(texts));
        assert_eq!(leaves(&opened(answer, sealed)), expected);
    }
    robots_answers(text, sealed);
    // A document of the caller's own is sent as it is.
    assert_eq!(opened(push.reply_raw(text.as_bytes()), sealed), text.as_bytes());
}

/// A robot's answers hold any text, and of the caller's own JSON an object or array as it is and nothing else.
fn robots_answers(text: &str, sealed: bool) {
    let push = &ROBOTS[usize::from(sealed)];
    let welcome = push.reply_welcome(text).unwrap();
    assert_eq!(leaves(&opened(welcome, sealed)), ["text", text]);
    let stream = StreamAnswer { id: text, content: text, finish: true, msg_item: None, feedback_id: Some(text) };
    let answer = push.reply_stream(&stream).unwrap();
    let document = json::read(&opened(answer, sealed)).unwrap();
    let stream = document.get("stream").unwrap();
    assert_eq!([stream.get("id"), stream.get("content")], [Some(&Json::Text(text.to_owned())); 2]);

    let answer = push.reply_template_card(text);
    match json::read(text.as_bytes()) {
        Some(card @ Json::Object(_)) => {
            // Numbers and depths that only the core's reader refuses aside.
            let Ok(answer) = answer else { return };
            let body = opened(answer, sealed);
            assert_eq!(json::read(&body).unwrap().get("template_card"), Some(&card));
            assert!(str::from_utf8(&body).unwrap().contains(text));
        }
        _ => assert_eq!(answer.err(), Some(Error::UnwritableReply)),
    }
}

/// What an answer says, without its envelope.
fn opened(answer: Answer<'_>, sealed: bool) -> Vec<u8> {
    let body = answer.seal(NOW, &RANDOM).unwrap().into_body();
    if !sealed {
        return body;
    }
    let encrypt = match body.first() {
        Some(b'<') => xml::read(&body).unwrap().get("Encrypt").unwrap().text.clone(),
        _ => json::read(&body).unwrap().get("Encrypt").and_then(Json::text).unwrap().to_owned(),
    };
    wxseal_fuzz::open(&encrypt).unwrap()
}

/// All texts and numbers of a document, in their order.
fn leaves(document: &[u8]) -> Vec<String> {
    fn of_xml(element: xml::Element) -> Vec<String> {
        if element.children.is_empty() {
            return vec![element.text];
        }
        assert!(element.text.is_empty());
        element.children.into_iter().flat_map(of_xml).collect()
    }
    fn of_json(value: Json) -> Vec<String> {
        match value {
            Json::Text(text) | Json::Number(text) => vec![text],
            Json::Array(items) => items.into_iter().flat_map(of_json).collect(),
            Json::Object(members) => members.into_iter().flat_map(|(_, value)| of_json(value)).collect(),
            other => panic!("{other:?}"),
        }
    }
    match document.first() {
        Some(b'<') => of_xml(xml::read(document).expect("no XML")),
        _ => of_json(json::read(document).expect("no JSON")),
    }
}
