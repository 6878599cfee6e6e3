//! The search widget's answer.

use serde_json::{Map, Value};
use wxseal_core::Format;

use crate::checks::{self, Checks};
use crate::fields::{Field, Fields, object};
use crate::lang::{Words, words};
use crate::platform::is_now;

/// What a reply must agree with: fields of the event that it answers.
pub(crate) struct WidgetEvent<'a> {
    pub(crate) to_user_name: &'a str,
    pub(crate) from_user_name: &'a str,
    pub(crate) query: &'a str,
}

/// What a widget is shown, and for how long.
pub(crate) struct WidgetData {
    /// In seconds.
    pub(crate) lifespan: u64,
    pub(crate) data: Map<String, Value>,
}

/// Holds a decrypted `widget_data` message to the rules; returns what it shows if it came that far.
///
/// An `err_code` of -1 to -3 is an answer too, to a query that has none: `answers` says that this one has.
pub(crate) fn check_widget_data(
    message: &str,
    format: Format,
    event: &WidgetEvent<'_>,
    answers: bool,
    checks: &mut Checks,
) -> Option<WidgetData> {
    let rule = if format == Format::Xml { checks::XML } else { checks::JSON };
    let fields = checks.found(rule, Fields::read(message, format))?;
    check_direction(&fields, event.to_user_name, event.from_user_name, checks);
    let msg_type = fields.text("MsgType").and_then(|found| {
        if found == "widget_data" {
            Ok(())
        } else {
            Err(words!("it is {found}, not widget_data", "它是 {found}，应为 widget_data"))
        }
    });
    checks.found(checks::MSG_TYPE, msg_type);
    check_create_time(&fields, checks);

    let content = checks.found(checks::CONTENT, fields.text("Content").and_then(object))?;
    let lifespan = content.get("lifespan").and_then(Value::as_u64).filter(|&seconds| u32::try_from(seconds).is_ok());
    checks.hold(checks::LIFESPAN, lifespan.is_some(), || {
        words!("it is not a number of seconds below 2^32", "它不是小于 2^32 的秒数")
    });
    let query = content.get("query").and_then(Value::as_str).ok_or_else(|| words!("it is not text", "它不是文本"));
    checks.found(checks::QUERY, query.and_then(|query| check_query(query, event.query)));
    checks.hold(checks::SCENE, content.get("scene").and_then(Value::as_u64) == Some(1), || {
        words!("it is not 1", "它不是 1")
    });
    let data = match content.get("data") {
        Some(Value::String(text)) => object(text),
        _ => Err(words!("it is not text that holds JSON", "它不是装着 JSON 的文本")),
    };
    let data = checks.found(checks::DATA, data)?;
    let err_code = data.get("err_code").and_then(Value::as_i64);
    if answers {
        checks.hold(checks::ERR_CODE, err_code == Some(0), || words!("it is not 0", "它不是 0"));
    } else {
        checks.hold(checks::ERR_CODE, matches!(err_code, Some(-3..=0)), || {
            words!("it is none of 0, -1, -2, -3", "它不是 0、-1、-2、-3 之一")
        });
    }
    checks.hold(checks::ERR_MSG, data.get("err_msg").is_some_and(Value::is_string), || {
        words!("it is not text", "它不是文本")
    });
    Some(WidgetData { lifespan: lifespan.unwrap_or_default(), data })
}

/// An answer goes from the account to the user.
pub(crate) fn check_direction(fields: &Fields, account: &str, user: &str, checks: &mut Checks) {
    let swapped = fields.text("ToUserName").and_then(|to| {
        let from = fields.text("FromUserName")?;
        if (to, from) == (user, account) {
            Ok(())
        } else {
            Err(words!("it is to {to}, from {from}", "ToUserName 是 {to}，FromUserName 是 {from}"))
        }
    });
    checks.found(checks::TO_FROM, swapped);
}

/// A number of seconds, and the present one.
pub(crate) fn check_create_time(fields: &Fields, checks: &mut Checks) {
    match fields.get("CreateTime").and_then(Field::whole_number) {
        Err(said) => checks.fail(checks::CREATE_TIME, said),
        Ok(time) => match is_now(time) {
            Err(said) => checks.warn(checks::CREATE_TIME, said),
            Ok(()) => checks.right(checks::CREATE_TIME),
        },
    }
}

/// The platform's cache goes by the query's text.
fn check_query(found: &str, expected: &str) -> Result<(), Words> {
    if found == expected {
        return Ok(());
    }
    let (length, wanted) = (found.len(), expected.len());
    let same = found.bytes().zip(expected.bytes()).take_while(|(one, other)| one == other).count();
    let parsed = |text: &str| {
        let read = |text: &str| serde_json::from_str::<Value>(text).ok();
        read(text).or_else(|| read(&text.replace("\\\"", "\"")))
    };
    if parsed(found).is_some() && parsed(found) == parsed(expected) {
        return Err(words!(
            "it was parsed and written again ({length} bytes, expected {wanted}; they differ at offset {same}): repeat the text as it came",
            "被解析后重新序列化了（{length} 字节，应为 {wanted}，自第 {same} 字节起不同）：请原封不动地填回"
        ));
    }
    Err(words!(
        "{length} bytes, expected {wanted}; they differ at offset {same}",
        "{length} 字节，应为 {wanted}，自第 {same} 字节起不同"
    ))
}
