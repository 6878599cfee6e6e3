//! The few fields that every request needs, found by a scan that stops when it has them.

use std::borrow::Cow;
use std::fmt;

use serde::de::{Deserializer, Error as _, IgnoredAny, MapAccess, Visitor};
use serde_json::value::RawValue;

use crate::xml::{self, Stop};
use crate::{Error, json};

/// Who sent what to whom; each is what the accessor of [`Message`](super::Message) says: the first of its name directly
/// below the root, and `None` where there is none or it is no text.
///
/// What stands behind the last of them is unread: [`Message`](super::Message) is who finds it malformed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Header {
    pub(crate) to_user_name: Option<String>,
    pub(crate) from_user_name: Option<String>,
    pub(crate) msg_type: Option<String>,
}

impl Header {
    pub(crate) fn read(message: &[u8]) -> Result<Self, Error> {
        let text = super::trim(message);
        if text.starts_with(b"<") { Self::read_xml(text) } else { Self::read_json(text) }
    }

    fn read_xml(text: &[u8]) -> Result<Self, Error> {
        let mut scan = XmlScan::default();
        match xml::read(text, &mut scan) {
            Ok(()) | Err(Stop::Enough) => Ok(scan.found.header()),
            Err(Stop::Malformed) => Err(Error::MalformedMessage),
        }
    }

    fn read_json(text: &[u8]) -> Result<Self, Error> {
        let mut found = Found::default();
        let mut reader = serde_json::Deserializer::from_slice(text);
        let read = reader.deserialize_map(JsonScan(&mut found)).and_then(|()| reader.end());
        if read.is_ok() || found.is_complete() { Ok(found.header()) } else { Err(Error::MalformedMessage) }
    }

    /// Whether it is an answer that only servers send.
    pub(crate) fn is_reply(&self) -> bool {
        matches!(self.msg_type.as_deref(), Some("widget_data" | "transfer_customer_service"))
    }
}

/// The first value of a name.
#[derive(Default)]
enum Field {
    #[default]
    Unmet,
    Text(String),
    /// An object, or whatever else is no text.
    Other,
}

impl Field {
    fn is_unmet(&self) -> bool {
        matches!(self, Field::Unmet)
    }

    fn into_text(self) -> Option<String> {
        match self {
            Field::Text(text) => Some(text),
            Field::Unmet | Field::Other => None,
        }
    }
}

/// What was found so far.
#[derive(Default)]
struct Found {
    to_user_name: Field,
    from_user_name: Field,
    msg_type: Field,
}

impl Found {
    /// Where the value of a name goes, if it is one of the three and the first.
    fn slot(&mut self, name: &str) -> Option<&mut Field> {
        let slot = match name {
            "ToUserName" => &mut self.to_user_name,
            "FromUserName" => &mut self.from_user_name,
            "MsgType" => &mut self.msg_type,
            _ => return None,
        };
        slot.is_unmet().then_some(slot)
    }

    fn is_complete(&self) -> bool {
        ![&self.to_user_name, &self.from_user_name, &self.msg_type].into_iter().any(Field::is_unmet)
    }

    fn header(self) -> Header {
        Header {
            to_user_name: self.to_user_name.into_text(),
            from_user_name: self.from_user_name.into_text(),
            msg_type: self.msg_type.into_text(),
        }
    }
}

#[derive(Default)]
struct XmlScan {
    found: Found,
    /// The field whose text is being read.
    name: Option<String>,
    text: String,
    /// Whether that field has elements, and is no text.
    nested: bool,
}

impl<'a> xml::Visitor<'a> for XmlScan {
    fn open(&mut self, name: &str, depth: usize) -> Result<(), Stop> {
        if depth == 1 && self.found.slot(name).is_some() {
            self.name = Some(name.to_owned());
        }
        self.nested = depth > 1;
        Ok(())
    }

    fn text(&mut self, text: Cow<'a, str>) -> Result<(), Stop> {
        if self.name.is_some() {
            self.text.push_str(&text);
        }
        xml::check_characters(&text)
    }

    fn close(&mut self, depth: usize) -> Result<(), Stop> {
        if depth == 1
            && let Some(name) = self.name.take()
            && let Some(slot) = self.found.slot(&name)
        {
            let text = std::mem::take(&mut self.text);
            *slot = if self.nested { Field::Other } else { Field::Text(text) };
        }
        if self.found.is_complete() { Err(Stop::Enough) } else { Ok(()) }
    }
}

struct JsonScan<'f>(&'f mut Found);

impl<'de> Visitor<'de> for JsonScan<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a message")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(name) = map.next_key::<Cow<'_, str>>()? {
            match self.0.slot(&name) {
                Some(slot) => *slot = value(map.next_value()?).ok_or_else(|| A::Error::custom("a broken string"))?,
                None => {
                    map.next_value::<IgnoredAny>()?;
                }
            }
            if self.0.is_complete() {
                return Err(A::Error::custom("enough"));
            }
        }
        Ok(())
    }
}

/// A string or the literal of a number, of an array the first item's, as the accessors of `Message` read it; an array
/// without items is no value yet. `None` is a string that cannot be read.
fn value(raw: &RawValue) -> Option<Field> {
    match raw.get().as_bytes().first() {
        Some(b'[') => json::items(raw.get())?.first().map_or(Some(Field::Unmet), |item| scalar(item)),
        _ => scalar(raw),
    }
}

fn scalar(raw: &RawValue) -> Option<Field> {
    match raw.get().as_bytes().first() {
        Some(b'"') => json::string(raw.get()).map(Field::Text),
        Some(b'-' | b'0'..=b'9') => Some(Field::Text(raw.get().to_owned())),
        _ => Some(Field::Other),
    }
}
