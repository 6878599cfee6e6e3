//! One view of a message, whatever it was written in (protocol.md, "Messages").

mod dedup;
mod header;
mod json;
mod lists;
mod value_ref;
mod xml;

use std::sync::OnceLock;

use indexmap::IndexMap;
use serde::{Serialize, Serializer};

pub(crate) use self::header::Header;
pub use self::value_ref::{ValueKind, ValueRef};
use crate::Error;
use crate::document::trim;

/// A message or event: the same view of XML, of JSON and of a cloud function's `event`.
///
/// It is the flat JSON object of the cloud functions: text, objects and arrays in the order of the wire; numbers only in
/// the few fields that are integers everywhere (`CreateTime`, `Scene` …), all others as the text of their digits, so that a
/// `MsgId` of 64 bits survives; lists always arrays, also of one item, where the platform documents the message, and `List` and
/// `detail` in any; the `SubscribeMsg…Event` element that only XML has left out. Unknown fields are kept. A name that is
/// repeated is an array; the accessors read its first value.
///
/// WeCom's smart robots have other names for the same. An accessor reads theirs where the usual name holds no text.
#[derive(Clone, Debug)]
pub struct Message {
    fields: Object,
    dedup_key: OnceLock<String>,
}

/// Two messages are equal if their views are.
impl PartialEq for Message {
    fn eq(&self, other: &Self) -> bool {
        self.fields == other.fields
    }
}

impl Eq for Message {}

pub(crate) type Object = IndexMap<String, Value>;

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Value {
    Null,
    Bool(bool),
    Integer(i64),
    Text(String),
    Array(Vec<Value>),
    Object(Object),
}

/// The fields that are integers on the wire and small enough for every language's numbers.
const INTEGERS: [&str; 9] = [
    "CreateTime",
    "Scene",
    "AgentID",
    "AuthorizationCodeExpiredTime",
    "version",
    "errcode",
    "isrisky",
    "label",
    "prob",
];

/// The fields that hold one item or several, and are arrays of them here, whatever message has them; `lists` knows the others.
const ARRAYS: [&str; 2] = ["List", "detail"];

/// What a double holds exactly: JavaScript's safe integers.
pub(crate) const MAX_SAFE_INTEGER: u64 = (1 << 53) - 1;

impl Message {
    /// Reads the `event` object of a cloud function, as JSON, so that one handler serves both ways of receiving.
    ///
    /// Nothing is verified, since the platform calls a cloud function itself. What comes over HTTP is
    /// [`Endpoint::receive`](crate::Endpoint::receive)'s.
    ///
    /// # Errors
    /// [`Error::MalformedMessage`]: it is not a JSON object, or nested deeper than 32.
    ///
    /// ```
    /// let event = br#"{"FromUserName":"ohl4L0R","MsgType":"text","Content":"hi","MsgId":"49d72d67_1555684067"}"#;
    /// let message = wxseal::Message::from_cloud_event(event)?;
    /// assert_eq!(message.text("Content"), Some("hi"));
    /// # Ok::<(), wxseal::Error>(())
    /// ```
    pub fn from_cloud_event(event: &[u8]) -> Result<Self, Error> {
        Ok(Self::new(json::object(event)?))
    }

    /// Reads a decrypted message; its first byte says whether it is XML or JSON.
    pub(crate) fn read(bytes: &[u8]) -> Result<Self, Error> {
        let text = trim(bytes);
        let fields = match text.first() {
            Some(b'<') => xml::object(text)?,
            _ => json::object(text)?,
        };
        Ok(Self::new(fields))
    }

    fn new(mut fields: Object) -> Self {
        lists::complete(&mut fields);
        Message { fields, dedup_key: OnceLock::new() }
    }

    /// The account that the message was sent to, `gh_…` on WeChat, a robot's `aibotid`; not the receive id.
    #[must_use]
    pub fn to_user_name(&self) -> Option<&str> {
        self.text("ToUserName").or_else(|| self.text("aibotid"))
    }

    /// The user who sent it: an openid, a member's id on WeCom, the `userid` in a robot's `from`.
    #[must_use]
    pub fn from_user_name(&self) -> Option<&str> {
        self.text("FromUserName").or_else(|| self.text_in("from", "userid"))
    }

    /// When the platform made it, in seconds since 1970: `CreateTime`, a suite's `TimeStamp`, or a robot's `create_time`.
    #[must_use]
    pub fn create_time(&self) -> Option<i64> {
        ["CreateTime", "TimeStamp", "create_time"]
            .into_iter()
            .find_map(|name| self.integer(name).filter(|seconds| seconds.unsigned_abs() <= MAX_SAFE_INTEGER))
    }

    /// `text`, `image`, `event` …: `MsgType`, or a robot's `msgtype`.
    #[must_use]
    pub fn msg_type(&self) -> Option<&str> {
        self.text("MsgType").or_else(|| self.text("msgtype"))
    }

    /// Which event it is, where [`msg_type`](Message::msg_type) is `event`: `Event`, or the `eventtype` in a robot's
    /// `event`. A name can hold a space.
    #[must_use]
    pub fn event(&self) -> Option<&str> {
        self.text("Event").or_else(|| self.text_in("event", "eventtype"))
    }

    /// The message's id as text: 64 bits on the wire, and no number at all from a cloud function and a robot. Events have
    /// none, but for a robot's.
    #[must_use]
    pub fn msg_id(&self) -> Option<&str> {
        ["MsgId", "MsgID", "msgid"].into_iter().find_map(|name| self.text(name))
    }

    /// What the open platform tells a third party, `component_verify_ticket` …; such messages have no To and From.
    #[must_use]
    pub fn info_type(&self) -> Option<&str> {
        self.text("InfoType")
    }

    /// A field that is text, by the wire's own name.
    #[must_use]
    pub fn text(&self, name: &str) -> Option<&str> {
        text(&self.fields, name)
    }

    /// A field that is a whole number of 64 bits, by the wire's own name; also where the view has its digits as text.
    #[must_use]
    pub fn integer(&self, name: &str) -> Option<i64> {
        ValueRef::new(first(self.fields.get(name)?)?).as_integer()
    }

    /// A field of any kind, by the wire's own name: `List`, `detail`, a robot's `from` …
    ///
    /// ```
    /// use wxseal::{Message, ValueRef};
    ///
    /// let event = br#"{"Event":"subscribe_msg_popup_event","List":{"TemplateId":"t1","PopupScene":"0"}}"#;
    /// let message = Message::from_cloud_event(event)?;
    /// for item in message.get("List").into_iter().flat_map(ValueRef::items) {
    ///     assert_eq!(item.get("TemplateId").and_then(ValueRef::as_text), Some("t1"));
    ///     assert_eq!(item.get("PopupScene").and_then(ValueRef::as_integer), Some(0));
    /// }
    /// # Ok::<(), wxseal::Error>(())
    /// ```
    #[must_use]
    pub fn get(&self, name: &str) -> Option<ValueRef<'_>> {
        self.fields.get(name).map(ValueRef::new)
    }

    /// Whether it was sent to a smart robot of WeCom, which takes other answers than an account does: what the header says.
    #[cfg(test)]
    fn is_robots(&self) -> bool {
        self.text("ToUserName").is_none() && self.text("aibotid").is_some()
    }

    /// A text that stands in an object.
    fn text_in(&self, object: &str, name: &str) -> Option<&str> {
        match first(self.fields.get(object)?)? {
            Value::Object(fields) => text(fields, name),
            _ => None,
        }
    }

    /// What tells two deliveries of one message from two messages, for [`RecentKeys`](crate::RecentKeys) or a store: 40
    /// hexadecimal digits, a hash that holds no openid.
    ///
    /// Two messages share a key only if they are the same. One with a `MsgId` is its account, its sender and that id, and so
    /// is what comes to a smart robot, with its `msgid`; every other, events above all, is the whole message, whatever it
    /// was written in, but for `RetryTimes`, which counts the tries. So if the platform ever tried again with another
    /// message, it would be handled twice, which is the lesser evil: two events that share a key are one event too few.
    #[must_use]
    pub fn dedup_key(&self) -> &str {
        self.dedup_key.get_or_init(|| dedup::key(&self.fields))
    }

    /// The whole view as compact JSON in UTF-8.
    #[must_use]
    pub fn to_json(&self) -> String {
        serde_json::to_string(&Value::Object(self.fields.clone())).unwrap_or_default()
    }
}

fn first(value: &Value) -> Option<&Value> {
    match value {
        Value::Array(items) => items.first(),
        value => Some(value),
    }
}

fn text<'f>(fields: &'f Object, name: &str) -> Option<&'f str> {
    match first(fields.get(name)?)? {
        Value::Text(text) => Some(text),
        _ => None,
    }
}

/// A text, or an integer where the field is one everywhere and the text is exactly how it is written.
fn scalar(name: &str, text: String) -> Value {
    let integer = INTEGERS.contains(&name).then(|| integer(&text)).flatten();
    match integer {
        Some(integer) if integer.unsigned_abs() <= MAX_SAFE_INTEGER => Value::Integer(integer),
        _ => Value::Text(text),
    }
}

/// The integer that is written exactly so.
fn integer(text: &str) -> Option<i64> {
    text.parse().ok().filter(|integer: &i64| integer.to_string() == text)
}

fn insert(fields: &mut Object, name: String, value: Value) {
    let always_array = ARRAYS.contains(&name.as_str());
    match fields.get_mut(&name) {
        Some(Value::Array(items)) => match value {
            Value::Array(more) if always_array || items.is_empty() => items.extend(more),
            value => items.push(value),
        },
        Some(single) => {
            let earlier = std::mem::replace(single, Value::Null);
            *single = Value::Array(vec![earlier, value]);
        }
        None => {
            let value = match value {
                value @ Value::Array(_) => value,
                value if always_array => Value::Array(vec![value]),
                value => value,
            };
            fields.insert(name, value);
        }
    }
}

impl Serialize for Value {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Value::Null => serializer.serialize_unit(),
            Value::Bool(value) => serializer.serialize_bool(*value),
            Value::Integer(value) => serializer.serialize_i64(*value),
            Value::Text(value) => serializer.serialize_str(value),
            Value::Array(items) => serializer.collect_seq(items),
            Value::Object(fields) => serializer.collect_map(fields),
        }
    }
}

#[cfg(test)]
mod tests;
