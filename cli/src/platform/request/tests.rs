//! The requests against what was published, and against what the library takes.

use serde_json::Value;
use wxseal_core::{Endpoint, Error, Incoming, MsgCrypt};

use super::*;

const KEY: &str = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFG";
const APP_ID: &str = "wx0123456789abcdef";
const NOW: u64 = 1_714_112_445;

fn vector(file: &str, id: &str) -> Value {
    let file: Value = serde_json::from_str(file).unwrap();
    let mut vectors = file["vectors"].as_array().unwrap().iter();
    vectors.find(|vector| vector["id"] == id).unwrap().clone()
}

/// The platform of a vector, what is new in its request, and its fields.
struct Documented {
    platform: Platform,
    vector: Value,
}

impl Documented {
    fn read(file: &str, id: &str, dialect: Dialect) -> Self {
        let vector = vector(file, id);
        let inputs = &vector["inputs"];
        let [token, key, receive_id] =
            ["token", "encoding_aes_key", "receive_id"].map(|name| inputs[name].as_str().unwrap_or_default());
        let seal = (!key.is_empty()).then(|| Seal::new(key, receive_id).unwrap());
        let platform = Platform { token: token.to_owned(), seal, dialect, mode: Mode::Safe };
        Documented { platform, vector }
    }

    fn input(&self, name: &str) -> &str {
        self.vector["inputs"][name].as_str().unwrap()
    }

    fn stamp(&self) -> Stamp {
        let random = self.vector["expected"]["random"].as_str().map(|random| random.as_bytes().try_into().unwrap());
        let (timestamp, nonce) = (self.input("timestamp").to_owned(), self.input("nonce").to_owned());
        Stamp { timestamp, nonce, random: random.unwrap_or_default() }
    }
}

#[test]
fn the_documented_pushes_are_made_byte_for_byte() {
    let file = include_str!("../../../../tests/vectors/decrypt.json");
    for (id, dialect, format) in [
        ("mp_doc_safe_json_decrypt", Dialect::Wechat, Format::Json),
        ("op_doc_safe_xml_decrypt", Dialect::Wechat, Format::Xml),
        ("wecom_tencent_sample_json_decrypt", Dialect::Wecom, Format::Json),
        ("wecom_doc_post_xml_decrypt", Dialect::Wecom, Format::Xml),
    ] {
        let documented = Documented::read(file, id, dialect);
        let message = documented.vector["expected"]["plaintext"].as_str().unwrap();
        let push = documented.platform.push_at(documented.stamp(), message, format).unwrap();
        assert_eq!(push.body, documented.input("body"), "{id}");
        let [timestamp, nonce, msg_signature] =
            ["timestamp", "nonce", "msg_signature"].map(|name| documented.input(name));
        let expected = match dialect {
            Dialect::Wecom => format!("msg_signature={msg_signature}&timestamp={timestamp}&nonce={nonce}"),
            Dialect::Wechat => {
                let openid = documented.input("openid");
                let stamp = format!("timestamp={timestamp}&nonce={nonce}");
                format!("{stamp}&openid={openid}&encrypt_type=aes&msg_signature={msg_signature}")
            }
        };
        assert!(push.query.ends_with(&expected), "{id}: {}", push.query);
        if let Some(signature) = documented.vector["inputs"]["signature"].as_str() {
            assert!(push.query.starts_with(&format!("signature={signature}&")), "{id}: {}", push.query);
        }
        assert_eq!(push.nonce, nonce);
    }
}

#[test]
fn the_documented_url_checks_are_made_byte_for_byte() {
    let clear = include_str!("../../../../tests/vectors/url_verify.json");
    let documented = Documented::read(clear, "mp_doc_url_verify", Dialect::Wechat);
    assert_eq!(
        documented.platform.url_check_at(&documented.stamp(), "4375120948345356249").unwrap(),
        "signature=f464b24fc39322e44b38aa78f5edd27bd1441696&timestamp=1714036504&nonce=1514711492&echostr=4375120948345356249"
    );
    let sealed = include_str!("../../../../tests/vectors/url_verify_encrypted.json");
    let documented = Documented::read(sealed, "wecom_doc_echostr", Dialect::Wecom);
    let echostr = documented.vector["expected"]["reply_body"].as_str().unwrap();
    assert_eq!(documented.platform.url_check_at(&documented.stamp(), echostr).unwrap(), documented.input("query"));
}

fn platform(mode: Mode, dialect: Dialect) -> Platform {
    let seal = (mode != Mode::Plain).then(|| Seal::new(KEY, APP_ID).unwrap());
    Platform { token: "token".to_owned(), seal, dialect, mode }
}

fn endpoint(mode: Mode, dialect: Dialect) -> Endpoint {
    match mode {
        Mode::Plain => Endpoint::plain("token").unwrap(),
        Mode::Safe | Mode::Compatible => Endpoint::new(MsgCrypt::new("token", KEY, APP_ID).unwrap().dialect(dialect)),
    }
}

fn stamp() -> Stamp {
    Stamp { timestamp: NOW.to_string(), nonce: "415670741".to_owned(), random: [7; 16] }
}

const MODES: [(Mode, Dialect); 4] = [
    (Mode::Safe, Dialect::Wechat),
    (Mode::Compatible, Dialect::Wechat),
    (Mode::Plain, Dialect::Wechat),
    (Mode::Safe, Dialect::Wecom),
];

/// Of every kind that a template or a file can be: with and without a recipient, an event of the widget, hostile text.
const MESSAGES: [(&str, Format); 8] = [
    ("<xml><ToUserName><![CDATA[gh_1]]></ToUserName><MsgType>text</MsgType></xml>", Format::Xml),
    ("<xml>\n<FromUserName>a&amp;b=c d/é+</FromUserName><Content>]]&gt;</Content>\n</xml>\n", Format::Xml),
    ("<xml><ToUserName>]]&gt;&lt;</ToUserName><AgentID>218</AgentID></xml>", Format::Xml),
    ("<xml><AppId>wx1</AppId><InfoType>unauthorized</InfoType></xml>", Format::Xml),
    (r#"{"ToUserName":"gh_1","FromUserName":"o1","MsgType":"text","Content":"你好\u0000"}"#, Format::Json),
    (r#"{"ToUserName":"\"\\\/","FromUserName":"o1","AgentID":218}"#, Format::Json),
    (r#"{"ToUserName":"gh_1","FromUserName":"o1","MsgType":"event","Event":"wxa_widget_data"}"#, Format::Json),
    ("{ }", Format::Json),
];

#[test]
fn the_library_takes_every_push() {
    for (mode, dialect) in MODES {
        for (message, format) in MESSAGES {
            let push = platform(mode, dialect).push_at(stamp(), message, format).unwrap();
            assert!(mode != Mode::Safe || !push.body.contains("MsgType"), "{}", push.body);
            let received = endpoint(mode, dialect).receive("POST", &push.query, push.body.as_bytes(), NOW);
            let Ok(Incoming::Push(received)) = received else { panic!("{mode:?}, {message}: {received:?}") };
            assert_eq!(received.message_bytes(), message.as_bytes(), "{mode:?}");
        }
    }
}

#[test]
fn the_library_takes_every_url_check() {
    for (mode, dialect) in MODES {
        let query = platform(mode, dialect).url_check_at(&stamp(), "4375120948345356249").unwrap();
        let Ok(Incoming::UrlCheck(response)) = endpoint(mode, dialect).receive("GET", &query, b"", NOW) else {
            panic!("{mode:?}, {dialect:?}");
        };
        assert_eq!(response.body(), b"4375120948345356249");
    }
}

#[test]
fn every_request_has_a_stamp_of_its_own() {
    let platform = platform(Mode::Safe, Dialect::Wechat);
    let (one, two) = (platform.push("{}", Format::Json).unwrap(), platform.push("{}", Format::Json).unwrap());
    assert!(one.nonce != two.nonce && one.body != two.body);
    let now = wxseal_os::now();
    assert!(endpoint(Mode::Safe, Dialect::Wechat).receive("POST", &one.query, one.body.as_bytes(), now).is_ok());
    let other = Endpoint::new(MsgCrypt::new("another", KEY, APP_ID).unwrap());
    let refused = other.receive("POST", &one.query, one.body.as_bytes(), now);
    assert_eq!(refused.err(), Some(Error::SignatureMismatch));
}

#[test]
fn a_widgets_url_is_the_one_of_its_page() {
    let (message, format) = MESSAGES[6];
    let push = platform(Mode::Safe, Dialect::Wechat).push_at(stamp(), message, format).unwrap();
    let names: Vec<&str> = push.query.split('&').map(|pair| pair.split_once('=').unwrap().0).collect();
    assert_eq!(names, ["timestamp", "nonce", "msg_signature", "signature"]);
}

#[test]
fn what_is_no_document_is_not_sent() {
    for (mode, dialect) in [(Mode::Safe, Dialect::Wechat), (Mode::Compatible, Dialect::Wechat)] {
        assert!(platform(mode, dialect).push_at(stamp(), "hello", Format::Xml).is_err());
    }
}
