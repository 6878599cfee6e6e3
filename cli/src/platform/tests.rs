//! Every rule is broken once, and must be named by the check that fails.

use std::time::Duration;

use serde_json::{Value, json};
use wxseal_core::MsgCrypt;

use super::*;
use crate::echo::{check_refusal, check_url_answer};
use crate::lang::Lang;
use crate::settings::SettingsArguments;
use crate::widget::{WidgetEvent, check_widget_data};

const TOKEN: &str = "a-token-for-tests";
const KEY: &str = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFG";
const APP_ID: &str = "wx0123456789abcdef";
const QUERY: &str = "  {\"type\":10000,\n\t\"slot_list\":[]]]>&<,\"名\":1} ";
const EVENT: WidgetEvent<'_> = WidgetEvent { to_user_name: "gh_1", from_user_name: "openid", query: QUERY };

fn platform() -> Platform {
    Platform::new(TOKEN, KEY, APP_ID).unwrap()
}

fn crypt() -> MsgCrypt {
    MsgCrypt::new(TOKEN, KEY, APP_ID).unwrap()
}

fn push(format: Format) -> Push {
    platform().push(message_in(format), format).unwrap()
}

/// A message that these tests do not read.
fn message_in(format: Format) -> &'static str {
    if format == Format::Xml { "<xml><ToUserName>gh_1</ToUserName></xml>" } else { r#"{"ToUserName":"gh_1"}"# }
}

fn ok(body: impl Into<Vec<u8>>) -> Answer {
    Answer { status: 200, content_type: None, location: None, body: body.into(), round_trip: Duration::ZERO }
}

/// What is wrong or doubtful.
fn failures(checks: &Checks) -> Vec<&'static str> {
    checks.iter().filter(|check| check.outcome.said().is_some()).map(|check| check.rule.name(Lang::En)).collect()
}

fn seal(push: &Push, message: &str) -> String {
    wxseal_os::encrypt(&crypt(), message.as_bytes(), None, Some(push.nonce.as_bytes()), push.format, None).unwrap()
}

fn data() -> Value {
    json!({"err_code": 0, "err_msg": ""})
}

fn content() -> Value {
    json!({"lifespan": 60, "query": QUERY, "scene": 1, "data": data().to_string()})
}

fn message(content: &Value) -> Value {
    json!({
        "ToUserName": "openid",
        "FromUserName": "gh_1",
        "CreateTime": wxseal_os::now(),
        "MsgType": "widget_data",
        "Content": content.to_string(),
    })
}

/// The checks that fail when a JSON push is answered with this message, sealed as it should be.
fn failing(message: &Value) -> Vec<&'static str> {
    let push = push(Format::Json);
    let mut checks = Checks::default();
    let opened = platform().open(&push, &ok(seal(&push, &message.to_string())), &mut checks).unwrap();
    check_widget_data(&opened, Format::Json, &EVENT, true, &mut checks);
    failures(&checks)
}

/// The checks that fail when a push is answered with this body; the message inside is not read.
fn failing_envelope(push: &Push, body: impl Into<Vec<u8>>) -> Vec<&'static str> {
    let mut checks = Checks::default();
    let opened = platform().open(push, &ok(body), &mut checks);
    assert!(opened.is_none() || !failures(&checks).contains(&"MsgSignature"));
    failures(&checks)
}

#[test]
fn a_right_reply_breaks_no_rule() {
    assert!(failing(&message(&content())).is_empty());
    assert!(
        failing(&message(&json!({"lifespan": u32::MAX, "query": QUERY, "scene": 1, "data": data().to_string()})))
            .is_empty()
    );
}

#[test]
fn a_right_xml_reply_breaks_no_rule() {
    let push = push(Format::Xml);
    let content = content().to_string();
    let cdata = content.replace("]]>", "]]]]><![CDATA[>");
    let escaped = content.replace('&', "&amp;").replace('<', "&lt;").replace("]]>", "]]&gt;");
    for content in [format!("<![CDATA[{cdata}]]>"), escaped, format!(" <![CDATA[{cdata}]]>\n")] {
        let message = format!(
            "<xml>\n <ToUserName>openid</ToUserName><FromUserName><![CDATA[gh_1]]></FromUserName>\
             <CreateTime>{}</CreateTime><MsgType>widget_data</MsgType><Content>{content}</Content></xml>\n",
            wxseal_os::now(),
        );
        let mut checks = Checks::default();
        let opened = platform().open(&push, &ok(seal(&push, &message)), &mut checks).unwrap();
        assert!(check_widget_data(&opened, Format::Xml, &EVENT, true, &mut checks).is_some());
        assert!(failures(&checks).is_empty(), "{:?}", failures(&checks));
    }
}

#[test]
fn a_wrong_field_is_named() {
    let with = |name: &str, value: Value| {
        let mut message = message(&content());
        message[name] = value;
        failing(&message)
    };
    let now = wxseal_os::now();
    assert_eq!(with("ToUserName", json!("gh_1")), ["To/From swapped"]);
    assert_eq!(with("FromUserName", json!("openid")), ["To/From swapped"]);
    assert_eq!(with("MsgType", json!("text")), ["MsgType"]);
    assert_eq!(with("MsgType", json!(1)), ["MsgType"]);
    assert_eq!(with("CreateTime", json!(now - 60)), ["CreateTime"]);
    assert_eq!(with("CreateTime", json!(now + 60)), ["CreateTime"]);
    assert_eq!(with("CreateTime", json!(now.to_string())), ["CreateTime"]);
    assert_eq!(with("CreateTime", json!(1e9)), ["CreateTime"]);
    assert_eq!(with("Content", content()), ["Content"]);
    assert_eq!(with("Content", json!("{")), ["Content"]);
    assert_eq!(with("Content", json!("[]")), ["Content"]);

    let mut swapped_back = message(&content());
    swapped_back["ToUserName"] = json!("gh_1");
    swapped_back["FromUserName"] = json!("openid");
    assert_eq!(failing(&swapped_back), ["To/From swapped"]);
}

#[test]
fn a_missing_field_is_named() {
    for (name, check) in [
        ("ToUserName", "To/From swapped"),
        ("FromUserName", "To/From swapped"),
        ("CreateTime", "CreateTime"),
        ("MsgType", "MsgType"),
        ("Content", "Content"),
    ] {
        let mut message = message(&content());
        message.as_object_mut().unwrap().remove(name);
        assert_eq!(failing(&message), [check]);
    }
    for (name, check) in
        [("lifespan", "lifespan"), ("query", "query byte for byte"), ("scene", "scene"), ("data", "data")]
    {
        let mut content = content();
        content.as_object_mut().unwrap().remove(name);
        assert_eq!(failing(&message(&content)), [check]);
    }
}

#[test]
fn wrong_content_is_named() {
    let with = |name: &str, value: Value| {
        let mut content = content();
        content[name] = value;
        failing(&message(&content))
    };
    for lifespan in [json!(-1), json!(1_u64 << 32), json!("60"), json!(0.5), json!(null)] {
        assert_eq!(with("lifespan", lifespan), ["lifespan"]);
    }
    let trimmed = QUERY.trim();
    let reserialised = trimmed.replace(['\n', '\t'], "");
    for query in [json!(trimmed), json!(reserialised), json!(format!("{QUERY} ")), json!({"type": 10000}), json!("")] {
        assert_eq!(with("query", query), ["query byte for byte"]);
    }
    for scene in [json!(0), json!("1"), json!(1.5)] {
        assert_eq!(with("scene", scene), ["scene"]);
    }
    for data in [data(), json!("{"), json!("1"), json!("[]"), json!(null)] {
        assert_eq!(with("data", data), ["data"]);
    }
    let with_data = |data: Value| with("data", json!(data.to_string()));
    assert_eq!(with_data(json!({"err_msg": ""})), ["err_code"]);
    assert_eq!(with_data(json!({"err_code": -1, "err_msg": "无结果"})), ["err_code"]);
    assert_eq!(with_data(json!({"err_code": "0", "err_msg": ""})), ["err_code"]);
    assert_eq!(with_data(json!({"err_code": 0})), ["err_msg"]);
    assert_eq!(with_data(json!({"err_code": 0, "err_msg": null})), ["err_msg"]);
}

#[test]
fn a_message_in_the_other_format_is_named() {
    let mut checks = Checks::default();
    assert!(check_widget_data(&message(&content()).to_string(), Format::Xml, &EVENT, true, &mut checks).is_none());
    assert!(check_widget_data("<xml></xml>", Format::Json, &EVENT, true, &mut checks).is_none());
    assert_eq!(failures(&checks), ["XML", "JSON"]);
}

#[test]
fn an_answer_without_an_envelope_is_named() {
    let json_push = push(Format::Json);
    let xml_push = push(Format::Xml);
    for plain in [message(&content()).to_string(), "success".into(), String::new(), "{\"Encrypt\":\"\"}".into()] {
        assert_eq!(failing_envelope(&json_push, plain), ["envelope"]);
    }
    for plain in ["<xml><Content>hello</Content></xml>", "success", "<xml>", "\u{feff}"] {
        assert_eq!(failing_envelope(&xml_push, plain), ["envelope"]);
    }
    assert_eq!(failing_envelope(&json_push, b"\xff\xfe".to_vec()), ["envelope"]);
    // Right in itself, but in the format of the other push.
    assert_eq!(failing_envelope(&json_push, seal(&xml_push, "<xml/>")), ["envelope"]);
    let mut checks = Checks::default();
    let refused = Answer { status: 403, ..ok(seal(&json_push, "{}")) };
    assert!(platform().open(&json_push, &refused, &mut checks).is_none());
    assert_eq!(failures(&checks), ["status"]);
}

#[test]
fn a_wrong_envelope_field_is_named() {
    let push = push(Format::Json);
    let with = |name: &str, change: fn(&Value) -> Value| {
        let mut envelope: Value = serde_json::from_str(&seal(&push, "{}")).unwrap();
        envelope[name] = change(&envelope[name]);
        failing_envelope(&push, envelope.to_string())
    };
    assert!(with("Encrypt", Value::clone).is_empty());
    assert_eq!(with("MsgSignature", |_| json!("ad75308035efbe84bb0b59fb90c5be966ff38d42")), ["MsgSignature"]);
    assert_eq!(with("MsgSignature", |old| json!(old.as_str().unwrap().to_uppercase())), ["MsgSignature"]);
    assert_eq!(with("Encrypt", |old| json!(old.as_str().unwrap().to_lowercase())), ["MsgSignature"]);
    assert_eq!(with("Nonce", |_| json!("another")), ["Nonce", "MsgSignature"]);
    assert_eq!(with("Nonce", |old| old.as_str().unwrap().parse::<u64>().unwrap().into()), ["Nonce"]);
    assert_eq!(with("TimeStamp", |old| json!(old.to_string())), ["TimeStamp"]);
    assert_eq!(with("TimeStamp", |old| json!(old.as_u64().unwrap() + 1)), ["MsgSignature"]);
    assert_eq!(with("TimeStamp", |_| json!(null)), ["TimeStamp", "MsgSignature"]);
}

#[test]
fn a_reply_that_is_old_or_repeats_another_nonce_is_named() {
    for format in [Format::Xml, Format::Json] {
        let push = push(format);
        let old = crypt().encrypt(b"{}", "1410329438", &push.nonce, format, &[7; 16]).unwrap();
        assert_eq!(failing_envelope(&push, old), ["TimeStamp"]);
        let other = Push { nonce: "another".into(), query: String::new(), body: String::new(), format };
        assert_eq!(failing_envelope(&push, seal(&other, "{}")), ["Nonce"]);
    }
}

#[test]
fn settings_that_the_library_refuses_make_no_platform() {
    let of = |token: &str, key: &str, receive_id: &str| {
        let settings = Settings::load(&SettingsArguments::of(token, key, receive_id), Lang::En).unwrap();
        Platform::of_settings(&settings).map(drop).map_err(|failure| failure.to_string())
    };
    assert_eq!(of(TOKEN, KEY, APP_ID), Ok(()));
    for (settings, flag) in [
        (of("a token", KEY, APP_ID), "--token"),
        (of(TOKEN, &KEY[1..], APP_ID), "--encoding-aes-key"),
        (of(TOKEN, KEY, "wx1 "), "--receive-id"),
    ] {
        assert!(settings.clone().is_err_and(|said| said.starts_with(flag)), "{settings:?}");
    }
}

#[test]
fn a_reply_under_other_settings_is_named() {
    let push = push(Format::Json);
    let now = wxseal_os::now().to_string();
    let under = |token: &str, key: &str, app_id: &str| {
        let crypt = MsgCrypt::new(token, key, app_id).unwrap();
        failing_envelope(&push, crypt.encrypt(b"{}", &now, &push.nonce, Format::Json, &[7; 16]).unwrap())
    };
    assert!(under(TOKEN, KEY, APP_ID).is_empty());
    assert_eq!(under("another", KEY, APP_ID), ["MsgSignature"]);
    assert_eq!(under(TOKEN, &"A".repeat(43), APP_ID), ["decrypts"]);
    assert_eq!(under(TOKEN, KEY, "wx0000000000000000"), ["receive id"]);
    assert_eq!(under(TOKEN, KEY, ""), ["receive id"]);
}

/// Cipher texts that the library never writes, from the vectors, in an envelope that is right.
#[test]
fn a_broken_cipher_text_is_named() {
    let file: Value = serde_json::from_str(include_str!("../../../tests/vectors/decrypt.json")).unwrap();
    for (id, check) in [
        ("derived_pkcs7_16_accept", "padding"),
        ("derived_neg_pad_byte_zero", "decrypts"),
        ("derived_neg_pad_byte_33", "decrypts"),
        ("derived_neg_pad_inconsistent", "decrypts"),
        ("derived_neg_length_too_long", "length"),
    ] {
        let vector = file["vectors"].as_array().unwrap().iter().find(|vector| vector["id"] == id).unwrap();
        let input = |name: &str| vector["inputs"][name].as_str().unwrap();
        let platform = Platform::new(input("token"), input("encoding_aes_key"), input("receive_id")).unwrap();
        let push = platform.push("{}", Format::Json).unwrap();
        let answer = sealed_by_hand(&platform, &push, input("encrypt"));
        let mut checks = Checks::default();
        platform.open(&push, &answer, &mut checks);
        assert_eq!(failures(&checks), [check], "{id}");
    }

    let (platform, push) = (platform(), push(Format::Json));
    let mut checks = Checks::default();
    platform.open(&push, &sealed_by_hand(&platform, &push, "not base64"), &mut checks);
    let not_utf8 = crypt().encrypt(b"\xff", wxseal_os::now().to_string(), &push.nonce, Format::Json, &[7; 16]);
    platform.open(&push, &ok(not_utf8.unwrap()), &mut checks);
    assert_eq!(failures(&checks), ["base64", "UTF-8"]);
}

fn sealed_by_hand(platform: &Platform, push: &Push, encrypt: &str) -> Answer {
    let now = wxseal_os::now();
    let signature = sign([&platform.token, &now.to_string(), &push.nonce, encrypt]);
    ok(json!({"Encrypt": encrypt, "MsgSignature": signature, "TimeStamp": now, "Nonce": push.nonce}).to_string())
}

#[test]
fn a_wrong_echo_is_named() {
    let text = |content_type: &str, body: &str| {
        let mut checks = Checks::default();
        let answer = Answer { content_type: Some(content_type.into()), ..ok(body) };
        check_url_answer(&answer, "4375120948345356249", &mut checks);
        failures(&checks)
    };
    assert!(text("text/plain", "4375120948345356249").is_empty());
    assert!(text("text/plain; charset=utf-8", "4375120948345356249").is_empty());
    for (body, rule) in [
        ("\"4375120948345356249\"", "no quotes"),
        ("\u{feff}4375120948345356249", "no BOM"),
        ("4375120948345356249\n", "no white space"),
        ("4375120948345356000", "echostr byte for byte"),
        ("", "not empty"),
    ] {
        assert_eq!(text("text/plain", body), [rule]);
    }
    assert_eq!(text("text/html", "4375120948345356249"), ["Content-Type"]);
    let mut checks = Checks::default();
    check_url_answer(&Answer { status: 500, ..ok("1") }, "1", &mut checks);
    assert_eq!(failures(&checks), ["status"]);
}

#[test]
fn a_talkative_refusal_is_named() {
    let named = |status, body: &str| {
        let mut checks = Checks::default();
        check_refusal(&Answer { status, ..ok(body) }, 403, &mut checks);
        failures(&checks)
    };
    assert!(named(403, "").is_empty());
    assert!(named(403, "forbidden").is_empty());
    assert_eq!(named(200, ""), ["status"]);
    assert_eq!(named(403, "SignatureMismatch"), ["no plaintext"]);
}

#[test]
fn tokens_and_keys_are_fresh_and_of_the_consoles_alphabet() {
    let key = alphanumerics(43);
    assert_eq!(key.len(), 43);
    assert_ne!(key, alphanumerics(43));
    let many = alphanumerics(62 * 400);
    assert!(many.bytes().all(|byte| byte.is_ascii_alphanumeric()));
    // Each of the 62 is drawn 400 times on average, with a standard deviation of 20.
    for character in ('0'..='9').chain('a'..='z').chain('A'..='Z') {
        let drawn = many.chars().filter(|&other| other == character).count();
        assert!((240..560).contains(&drawn), "{character} was drawn {drawn} times");
    }
}
