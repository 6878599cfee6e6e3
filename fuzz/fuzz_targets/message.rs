//! Whatever a message says: nothing panics, what is read can be written, and the header scan says what the message says.
#![no_main]

use libfuzzer_sys::fuzz_target;
use wxseal_core::{Error, Format, Message, Push, ValueKind, ValueRef};
use wxseal_fuzz::json::{self, Json};
use wxseal_fuzz::{NOW, RANDOM, plain_push, sealed_push, view, xml};

fuzz_target!(|bytes: &[u8]| {
    match Message::from_cloud_event(bytes) {
        Ok(message) => check(&message),
        Err(error) => assert_eq!(error, Error::MalformedMessage),
    }
    let sealed = sealed_push(bytes);
    match &sealed {
        Ok(push) => check_push(push, false),
        Err(error) => assert_eq!(*error, Error::MalformedMessage),
    }
    // What a plain endpoint reads, an encrypted one reads too, and the same in it.
    match plain_push(bytes) {
        Ok(push) => {
            check_push(&push, true);
            assert_eq!(push.message(), sealed.expect("a message in clear that cannot be sealed").message());
        }
        Err(error) => assert!(matches!(error, Error::MalformedEnvelope | Error::MalformedMessage), "{error}"),
    }
});

fn check_push(push: &Push, plain: bool) {
    let _ = (push.widget_query(), push.dedup_key());
    let message = match push.message() {
        Ok(message) => message,
        Err(error) => return assert_eq!(error, Error::MalformedMessage),
    };
    check(message);
    // The scan's own finds show in the answers, and in Debug.
    assert!(format!("{push:?}").contains(&format!("msg_type: {:?}", message.msg_type())));
    let of_servers = ["widget_data", "transfer_customer_service", "template_card", "stream_with_template_card"];
    assert!(message.msg_type().is_none_or(|msg_type| !of_servers.contains(&msg_type)));
    let (from, to) = (message.to_user_name(), message.from_user_name());
    let robot = message.text("ToUserName").is_none() && from.is_some();
    let answer = push.reply_text("x").and_then(|answer| answer.seal(NOW, &RANDOM));
    assert_eq!(answer.is_ok(), from.is_some() && to.is_some() && !robot, "{answer:?}");
    let welcome = push.reply_welcome("x").and_then(|answer| answer.seal(NOW, &RANDOM));
    assert_eq!(welcome.is_ok(), robot && push.format() == Format::Json, "{welcome:?}");
    if plain && let Ok(answer) = answer {
        assert_eq!(addresses(answer.body()), [to, from].map(|name| name.map(str::to_owned)));
    }
}

/// Whom an answer in clear is to, and from.
fn addresses(answer: &[u8]) -> [Option<String>; 2] {
    let names = ["ToUserName", "FromUserName"];
    if answer.first() == Some(&b'<') {
        let root = xml::read(answer).expect("no XML");
        names.map(|name| root.get(name).map(|element| element.text.clone()))
    } else {
        let document = json::read(answer).expect("no JSON");
        names.map(|name| document.get(name).and_then(Json::text).map(str::to_owned))
    }
}

fn check(message: &Message) {
    let written = message.to_json();
    let document = json::read(written.as_bytes()).expect("a view that is no JSON");
    assert!(!document.repeats());
    let text = |name| view::text(&document, name);
    for name in ["ToUserName", "FromUserName", "MsgType", "Event", "Content", "MsgId", "Query", "InfoType", "msgtype"] {
        assert_eq!(message.text(name), text(name), "{name}");
    }
    assert_eq!(message.to_user_name(), text("ToUserName").or(text("aibotid")));
    assert_eq!(message.from_user_name(), text("FromUserName").or(view::text_in(&document, "from", "userid")));
    assert_eq!(message.msg_type(), text("MsgType").or(text("msgtype")));
    assert_eq!(message.event(), text("Event").or(view::text_in(&document, "event", "eventtype")));
    assert_eq!(message.msg_id(), text("MsgId").or(text("MsgID")).or(text("msgid")));
    for (name, value) in document.members().expect("a view that is no object") {
        compare(message.get(name).expect("a field that is not there"), value);
    }
    // The view of a view is itself.
    assert_eq!(Message::from_cloud_event(written.as_bytes()).unwrap().to_json(), written);
    // A key is a text for C too.
    assert!(!message.dedup_key().contains('\0'));
    let _ = message.create_time();
}

/// Holds a value that is lent to what the view's JSON says.
fn compare(value: ValueRef<'_>, expected: &Json) {
    match expected {
        Json::Null => assert_eq!(value.kind(), ValueKind::Null),
        Json::Bool(truth) => assert_eq!(value.as_bool(), Some(*truth)),
        Json::Number(digits) => assert_eq!(value.as_integer().map(|number| number.to_string()).as_ref(), Some(digits)),
        Json::Text(text) => {
            assert_eq!(value.as_text(), Some(&**text));
            assert!(value.as_integer().is_none_or(|number| number.to_string() == *text));
        }
        Json::Array(items) => {
            assert_eq!(value.items().len(), items.len());
            value.items().zip(items).for_each(|(item, expected)| compare(item, expected));
        }
        Json::Object(members) => {
            assert_eq!(value.members().len(), members.len());
            for ((name, member), (expected_name, expected)) in value.members().zip(members) {
                assert_eq!((name, value.get(name)), (&**expected_name, Some(member)));
                compare(member, expected);
            }
        }
    }
}
