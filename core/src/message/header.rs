//! The few fields that every request needs, found by a scan that stops when it has them.

use std::borrow::Cow;
use std::fmt;

use serde::de::{Deserialize, DeserializeSeed, Deserializer, Error as _, IgnoredAny, MapAccess, Visitor};
use serde_json::value::RawValue;

use crate::xml::{self, Stop};
use crate::{Error, json};

/// Who sent what to whom; each is the first of its name directly below the root, and `None` where there is none.
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
            Ok(()) | Err(Stop::Enough) => Ok(scan.header),
            Err(Stop::Malformed) => Err(Error::MalformedMessage),
        }
    }

    fn read_json(text: &[u8]) -> Result<Self, Error> {
        let mut header = Header::default();
        let mut reader = serde_json::Deserializer::from_slice(text);
        let read = reader.deserialize_map(JsonScan(&mut header)).and_then(|()| reader.end());
        if read.is_ok() || header.is_complete() { Ok(header) } else { Err(Error::MalformedMessage) }
    }

    /// Whether it is an answer that only servers send.
    pub(crate) fn is_reply(&self) -> bool {
        matches!(self.msg_type.as_deref(), Some("widget_data" | "transfer_customer_service"))
    }

    fn slot(&mut self, name: &str) -> Option<&mut Option<String>> {
        match name {
            "ToUserName" => Some(&mut self.to_user_name),
            "FromUserName" => Some(&mut self.from_user_name),
            "MsgType" => Some(&mut self.msg_type),
            _ => None,
        }
    }

    fn is_complete(&self) -> bool {
        self.to_user_name.is_some() && self.from_user_name.is_some() && self.msg_type.is_some()
    }
}

#[derive(Default)]
struct XmlScan {
    header: Header,
    /// The field whose text is being read.
    name: Option<String>,
    text: String,
}

impl<'a> xml::Visitor<'a> for XmlScan {
    fn open(&mut self, name: &str, depth: usize) -> Result<(), Stop> {
        if depth == 1 && self.header.slot(name).is_some_and(|slot| slot.is_none()) {
            self.name = Some(name.to_owned());
        }
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
            && let Some(slot) = self.header.slot(&name)
        {
            *slot = Some(std::mem::take(&mut self.text));
        }
        if self.header.is_complete() { Err(Stop::Enough) } else { Ok(()) }
    }
}

struct JsonScan<'h>(&'h mut Header);

impl<'de> Visitor<'de> for JsonScan<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a message")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(name) = map.next_key::<Cow<'_, str>>()? {
            match self.0.slot(&name) {
                Some(slot) if slot.is_none() => *slot = map.next_value_seed(Scalar)?,
                _ => {
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

/// A string or the literal of a number; `None` of anything else, as the accessors of `Message` read it.
struct Scalar;

impl<'de> DeserializeSeed<'de> for Scalar {
    type Value = Option<String>;

    fn deserialize<D: Deserializer<'de>>(self, reader: D) -> Result<Self::Value, D::Error> {
        let raw: &RawValue = Deserialize::deserialize(reader)?;
        Ok(match raw.get().as_bytes().first() {
            Some(b'"') => json::string(raw.get()),
            Some(b'-' | b'0'..=b'9') => Some(raw.get().to_owned()),
            _ => None,
        })
    }
}
