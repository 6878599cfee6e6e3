//! Whatever a peer sends: nothing panics, and what is let in says the same to everybody who reads it.
#![cfg(test)]

mod forger;

use forger::{Dice, NONCE, NOW, TEXT_JSON, TEXT_XML, TIMESTAMP, TOKEN, crypt};
use serde_json::Value;
use wxseal::{
    Dialect, Endpoint, Format, Message, MsgCrypt, WidgetAnswer, decrypt_open_data, platform, verify_raw_data,
    verify_signature,
};

const XML: [&str; 40] = [
    "<xml>",
    "</xml>",
    "<xml/>",
    "<ToUserName>",
    "</ToUserName>",
    "<ToUserName/>",
    "<FromUserName>",
    "</FromUserName>",
    "<MsgType>",
    "</MsgType>",
    "<Encrypt>",
    "</Encrypt>",
    "<List>",
    "</List>",
    "<SubscribeMsgPopupEvent>",
    "</SubscribeMsgPopupEvent>",
    "<CreateTime>",
    "</CreateTime>",
    "<MsgId>",
    "</MsgId>",
    "<Query>",
    "</Query>",
    "<![CDATA[",
    "]]>",
    "<!--",
    "-->",
    "<?xml version=\"1.0\"?>",
    "<?pi?>",
    "<!DOCTYPE a>",
    "&lt;",
    "&#13;",
    "&#0;",
    "&#xD800;",
    "&unknown;",
    "widget_data",
    "text",
    "-9223372036854775808",
    " ",
    "\u{feff}",
    "\u{ffff}",
];
const JSON: [&str; 40] = [
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "{\"a\":",
    "\"ToUserName\":",
    "\"FromUserName\":",
    "\"MsgType\":",
    "\"Encrypt\":",
    "\"encrypt\":",
    "\"List\":",
    "\"detail\":",
    "\"CreateTime\":",
    "\"MsgId\":",
    "\"Query\":",
    "\"\"",
    "\"gh_1\"",
    "\"o1\"",
    "\"widget_data\"",
    "\"text\"",
    "\"\\ud800\"",
    "\"\\u0000\"",
    "\"\\ud83d\\ude00\"",
    "\"{\\\"type\\\":1}\"",
    "null",
    "true",
    "0",
    "-0",
    "1e999",
    "-9223372036854775808",
    "9223372036854775808",
    "1.50",
    "07",
    "\"1\",",
    "null,",
    "[\"x\",null],",
    " ",
    "\u{feff}",
];

/// Documents that are broken, and some that are not.
fn document(dice: &mut Dice) -> Vec<u8> {
    match dice.below(6) {
        0 => (0..dice.below(30)).map(|_| *dice.pick(&XML)).collect::<String>().into_bytes(),
        1 => (0..dice.below(30)).map(|_| *dice.pick(&JSON)).collect::<String>().into_bytes(),
        2 => json(dice, 4).into_bytes(),
        3 => xml(dice, "xml", 4).into_bytes(),
        _ => {
            let mut bytes = (*dice.pick(&[TEXT_XML, TEXT_JSON])).as_bytes().to_vec();
            for _ in 0..dice.below(4) {
                let at = dice.below(bytes.len());
                let pieces = [&XML, &JSON][dice.below(2)];
                match dice.below(3) {
                    0 => bytes[at] ^= 1 << dice.below(8),
                    1 => bytes.truncate(at + 1),
                    _ => drop(bytes.splice(at..at, dice.pick(pieces).bytes())),
                }
            }
            bytes
        }
    }
}

const NAMES: [&str; 11] = [
    "ToUserName",
    "FromUserName",
    "MsgType",
    "CreateTime",
    "MsgId",
    "Query",
    "List",
    "detail",
    "Encrypt",
    "Event",
    "SubscribeMsgAEvent",
];

fn json(dice: &mut Dice, depth: usize) -> String {
    let members: Vec<String> =
        (0..dice.below(7)).map(|_| format!("\"{}\":{}", dice.pick(&NAMES), json_value(dice, depth))).collect();
    format!("{{{}}}", members.join(","))
}

fn json_value(dice: &mut Dice, depth: usize) -> String {
    match dice.below(if depth == 0 { 7 } else { 9 }) {
        0 => "\"widget_data\"".into(),
        1 => "\"text\"".into(),
        2 => "\"1\"".into(),
        3 => (*dice.pick(&["0", "-0.5", "1714112445", "-9223372036854775808", "9007199254740993"])).into(),
        4 => (*dice.pick(&["null", "true", "false"])).into(),
        5 => "\"gh_1\"".into(),
        6 => "\"]]>\\r\\n\\u4f60\"".into(),
        7 => json(dice, depth - 1),
        _ => {
            let items: Vec<String> = (0..dice.below(3)).map(|_| json_value(dice, depth - 1)).collect();
            format!("[{}]", items.join(","))
        }
    }
}

fn xml(dice: &mut Dice, name: &str, depth: usize) -> String {
    let content = match dice.below(if depth == 0 || depth == 4 { 4 } else { 6 }) {
        _ if depth == 4 => (0..dice.below(7)).map(|_| child(dice, depth)).collect(),
        0 => "<![CDATA[widget_data]]>".into(),
        1 => "text".into(),
        2 => (*dice.pick(&["", " ", "-9223372036854775808", "1", "a<!-- -->b&amp;c"])).into(),
        3 => "gh_1".into(),
        _ => (0..dice.below(4)).map(|_| child(dice, depth)).collect::<String>(),
    };
    format!("<{name}>{content}</{name}>")
}

fn child(dice: &mut Dice, depth: usize) -> String {
    let name = *dice.pick(&NAMES);
    xml(dice, name, depth - 1)
}

/// What a message says to its reader, to the check of its direction, to whoever answers it and to whoever reads its view.
fn agrees(endpoint: &Endpoint, query: &str, body: &[u8]) -> bool {
    let Ok(push) = forger::receive(endpoint, query, body) else { return false };
    let shown = String::from_utf8_lossy(push.message_bytes()).into_owned();
    let answer = WidgetAnswer { lifespan: 1, data: "{}", err_code: 0, err_msg: "" };
    let (widget, text) = (
        push.reply_widget(&answer).and_then(|answer| answer.seal(NOW, &[0; 16])),
        push.reply_text("").and_then(|answer| answer.seal(NOW, &[0; 16])),
    );
    let Ok(message) = push.message() else {
        assert!(push.dedup_key().is_err() && push.widget_query().is_err() && widget.is_err(), "{shown}");
        return false;
    };
    let _ = push.widget_query();
    assert!(!matches!(message.msg_type(), Some("widget_data" | "transfer_customer_service")), "{shown}");
    // A message in JSON says more than an answer in XML can, if it came in an envelope that is XML.
    let writable = |text: &str| push.format() == Format::Json || twin::is_xml(text);
    let both = [message.from_user_name(), message.to_user_name()].map(|name| name.is_some_and(writable)) == [true; 2];
    assert_eq!(text.is_ok(), both, "{shown}");
    let query = message.text("Query").map(|query| serde_json::to_string(query).unwrap());
    assert_eq!(widget.is_ok(), both && query.as_deref().is_some_and(writable), "{shown}");

    let view = message.to_json();
    let parsed: Value = serde_json::from_str(&view).unwrap();
    assert!(parsed.is_object(), "{shown}");
    let again = Message::from_cloud_event(view.as_bytes()).unwrap();
    assert_eq!(again.to_json(), view, "{shown}");
    assert_eq!((again.msg_type(), again.to_user_name()), (message.msg_type(), message.to_user_name()), "{shown}");
    true
}

#[test]
fn documents() {
    let mut dice = Dice::new(11);
    let endpoints =
        [Endpoint::new(crypt()), Endpoint::new(crypt()).account("gh_1").unwrap(), Endpoint::plain(TOKEN).unwrap()];
    let mut read = 0;
    for _ in 0..6_000 {
        let document = document(&mut dice);
        let _ = Message::from_cloud_event(&document);
        let plain = platform::plain_push(TOKEN, &document, forger::stamp(TIMESTAMP, NONCE)).unwrap();
        for endpoint in &endpoints {
            read += usize::from(agrees(endpoint, &plain.query, &document));
            let _ = endpoint.diagnose("POST", &plain.query, &document, NOW);
        }
        let encrypt = forger::encrypt(forger::KEY, &forger::padded(forger::frame_of(&document), 32));
        let (query, body) = (forger::signed_query(&encrypt), forger::envelope(Format::Xml, &encrypt));
        for endpoint in &endpoints {
            read += usize::from(agrees(endpoint, &query, body.as_bytes()));
            let _ = endpoint.diagnose("POST", &query, body.as_bytes(), NOW);
        }
        let _ = platform::open_reply(&crypt(), &document);
        let _ = platform::push(&crypt(), &document, forger::stamp(TIMESTAMP, NONCE), Format::Xml, &[0; 16]);
        let _ = platform::compatible_push(&crypt(), &document, forger::stamp(TIMESTAMP, NONCE), &[0; 16]);
    }
    assert!(read > 4_000, "{read}");
}

#[test]
fn texts_of_every_kind() {
    let mut dice = Dice::new(13);
    let alphabet = "aA0+/=%&?-_ \n\0\u{feff}你😀\"'<>{}[]\\.,:;#2Bsignature";
    let wecom = || MsgCrypt::new(TOKEN, forger::KEY, "").unwrap().dialect(Dialect::Wecom);
    let endpoints = [Endpoint::new(crypt()), Endpoint::new(wecom()), Endpoint::plain(TOKEN).unwrap()];
    for _ in 0..2_000 {
        let length = dice.below(80);
        let texts: [String; 5] = std::array::from_fn(|_| dice.text(alphabet, length));
        let [first, second, third, fourth, fifth] = texts.each_ref().map(|text| &**text);
        let query =
            format!("timestamp={first}&nonce={second}&signature={third}&msg_signature={fourth}&echostr={fifth}");
        let nearly =
            format!("timestamp={TIMESTAMP}&nonce={NONCE}&signature={third}&msg_signature={fourth}&echostr={fifth}");
        for endpoint in &endpoints {
            for method in ["GET", "POST", first] {
                for query in [first, &query, &nearly] {
                    assert!(endpoint.receive(method, query, fifth.as_bytes(), dice.roll()).is_err());
                    assert!(!endpoint.diagnose(method, query, fifth.as_bytes(), dice.roll()).is_empty());
                }
            }
        }
        assert!(verify_signature(first, second, third, fourth).is_err());
        assert!(
            decrypt_open_data(first, second, third, fourth).is_err() && verify_raw_data(first, second, third).is_err()
        );
        assert!(decrypt_open_data("tiihtNczf5v6AKRyjwEUhQ==", second, "r7BXXKkLb8qrSNn05n0qiA==", fourth).is_err());
        let made = MsgCrypt::new(first, second, third).is_ok();
        assert!(!made || second.len() == 43);
    }
}

/// Bodies that are made to cost: deep, long, with many names.
#[test]
fn bodies_that_cost() {
    let endpoint = Endpoint::plain(TOKEN).unwrap();
    let query = platform::plain_push(TOKEN, b"", forger::stamp(TIMESTAMP, NONCE)).unwrap().query;
    let million = 1 << 20;
    for body in [
        "{\"a\":".repeat(million / 8),
        format!("{{\"a\":{}1{}}}", "[".repeat(million / 8), "]".repeat(million / 8)),
        "<a>".repeat(million / 8),
        format!("<xml><{0}></{0}></xml>", "a".repeat(million / 2)),
        format!("<xml>{}</xml>", "<a/>".repeat(million / 8)),
        format!("<xml><a>{}</a></xml>", "&amp;".repeat(million / 8)),
        format!("<xml><a>{}</a></xml>", "<![CDATA[]]>".repeat(million / 16)),
        format!("<xml>{}</xml>", "<!---->".repeat(million / 8)),
        format!("{{{}\"a\":1}}", "\"a\":1,".repeat(million / 8)),
        format!("{{\"MsgType\":\"{}\"}}", "\\u0061".repeat(million / 8)),
        " ".repeat(million),
        format!("{{\"a\":{}}}", "9".repeat(million / 2)),
    ] {
        if let Ok(push) = forger::receive(&endpoint, &query, body.as_bytes()) {
            let _ = push.message().map(Message::to_json);
        }
        let _ = Endpoint::new(crypt()).receive("POST", &query, body.as_bytes(), NOW);
    }
}
