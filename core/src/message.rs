//! One view of a message, whatever it was written in (protocol.md, "Messages").

mod header;
mod json;
mod xml;

use indexmap::IndexMap;
use serde::{Serialize, Serializer};

pub(crate) use self::header::Header;
use crate::xml::trim_start;
use crate::{Error, signature};

/// A message or event: the same view of XML, of JSON and of a cloud function's `event`.
///
/// It is the flat JSON object of the cloud functions: text, objects and arrays in the order of the wire; numbers only in
/// the few fields that are integers everywhere (`CreateTime`, `Scene` …), all others as the text of their digits, so that a
/// `MsgId` of 64 bits survives; `List` and `detail` always arrays; the `SubscribeMsg…Event` element that only XML has left
/// out. Unknown fields are kept. A name that is repeated is an array; the accessors read its first value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    fields: Object,
    dedup_key: String,
}

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

/// The fields that hold one item or several, and are arrays of them here.
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
        Ok(Self::new(json::object(event)?, event))
    }

    /// Reads a decrypted message; its first byte says whether it is XML or JSON.
    pub(crate) fn read(bytes: &[u8]) -> Result<Self, Error> {
        let text = trim(bytes);
        let fields = match text.first() {
            Some(b'<') => xml::object(text)?,
            _ => json::object(text)?,
        };
        Ok(Self::new(fields, bytes))
    }

    fn new(fields: Object, bytes: &[u8]) -> Self {
        let dedup_key = dedup_key(&fields, bytes);
        Message { fields, dedup_key }
    }

    /// The account that the message was sent to, `gh_…` on WeChat; not the receive id.
    #[must_use]
    pub fn to_user_name(&self) -> Option<&str> {
        self.text("ToUserName")
    }

    /// The user who sent it: an openid.
    #[must_use]
    pub fn from_user_name(&self) -> Option<&str> {
        self.text("FromUserName")
    }

    /// When the platform made it, in seconds since 1970.
    #[must_use]
    pub fn create_time(&self) -> Option<i64> {
        match first(self.fields.get("CreateTime")?)? {
            Value::Integer(seconds) => Some(*seconds),
            _ => None,
        }
    }

    /// `text`, `image`, `event` …
    #[must_use]
    pub fn msg_type(&self) -> Option<&str> {
        self.text("MsgType")
    }

    /// Which event it is, where [`msg_type`](Message::msg_type) is `event`. A name can hold a space.
    #[must_use]
    pub fn event(&self) -> Option<&str> {
        self.text("Event")
    }

    /// The message's id as text: 64 bits on the wire, and no number at all from a cloud function. Events have none.
    #[must_use]
    pub fn msg_id(&self) -> Option<&str> {
        text(&self.fields, "MsgId").or_else(|| text(&self.fields, "MsgID"))
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

    /// What tells two deliveries of one message from two messages, for [`RecentKeys`](crate::RecentKeys) or a store.
    ///
    /// A message is its sender and `MsgId`; an event its sender, second and name, with what else tells two of the same
    /// second apart. It can hold an openid.
    #[must_use]
    pub fn dedup_key(&self) -> &str {
        &self.dedup_key
    }

    /// The whole view as compact JSON in UTF-8.
    #[must_use]
    pub fn to_json(&self) -> String {
        serde_json::to_string(&Value::Object(self.fields.clone())).unwrap_or_default()
    }
}

/// Without the BOM and the white space that may stand before a document.
pub(crate) fn trim(bytes: &[u8]) -> &[u8] {
    trim_start(bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes))
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
    let integer = INTEGERS.contains(&name).then(|| text.parse::<i64>().ok()).flatten();
    match integer {
        Some(integer) if integer.unsigned_abs() <= MAX_SAFE_INTEGER && integer.to_string() == text => {
            Value::Integer(integer)
        }
        _ => Value::Text(text),
    }
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

fn dedup_key(fields: &Object, bytes: &[u8]) -> String {
    let id = ["MsgId", "MsgID", "msgid"].into_iter().find_map(|name| text(fields, name).filter(|id| !id.is_empty()));
    if let Some(id) = id {
        return join("message", [text(fields, "FromUserName"), Some(id)]);
    }
    let time = fields.get("CreateTime").and_then(first).map(|time| match time {
        Value::Integer(seconds) => seconds.to_string(),
        Value::Text(text) => text.clone(),
        _ => String::new(),
    });
    if let Some(event) = text(fields, "Event") {
        let query = text(fields, "Query").map(|query| signature::sha1_hex(query.as_bytes()));
        let agent = fields.get("AgentID").and_then(first).and_then(|agent| match agent {
            Value::Integer(id) => Some(id.to_string()),
            Value::Text(text) => Some(text.clone()),
            _ => None,
        });
        return join(
            "event",
            [
                text(fields, "FromUserName"),
                time.as_deref(),
                Some(event),
                text(fields, "EventKey"),
                agent.as_deref(),
                text(fields, "ChangeType"),
                query.as_deref(),
            ],
        );
    }
    // A suite event of WeCom has an InfoType too, but none of the rest that would tell two apart.
    if let (Some(app), Some(info)) = (text(fields, "AppId"), text(fields, "InfoType")) {
        return join("info", [Some(app), time.as_deref(), Some(info), text(fields, "AuthorizerAppid")]);
    }
    join("bytes", [Some(&*signature::sha1_hex(bytes))])
}

/// Joins the parts so that no part can pass for two: `|` separates, and is escaped inside; so is NUL, which ends a text in C.
fn join<'p>(kind: &str, parts: impl IntoIterator<Item = Option<&'p str>>) -> String {
    let mut key = kind.to_owned();
    for part in parts {
        key.push('|');
        key.push_str(&part.unwrap_or_default().replace('%', "%25").replace('|', "%7C").replace('\0', "%00"));
    }
    key
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
