//! The few fields that every request needs, found by a scan that stops when it has them.

use std::borrow::Cow;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error as _, IgnoredAny, MapAccess, Visitor};
use serde_json::value::RawValue;

use crate::Error;
use crate::envelope::is_encrypt;
use crate::flat::{self, Step, Steps};
use crate::json::{self, Text};
use crate::xml::{self, Stop};

/// Who sent what to whom; each is what the accessor of [`Message`](super::Message) says: the first of its name directly
/// below the root, and `None` where there is none or it is no text.
///
/// What stands behind the last of them is unread: [`Message`](super::Message) is who finds it malformed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Header {
    pub(crate) to_user_name: Option<String>,
    pub(crate) from_user_name: Option<String>,
    pub(crate) msg_type: Option<String>,
    /// Whether there is an `InfoType`; unread where the three above are complete, as is the next.
    pub(crate) has_info_type: bool,
    pub(crate) has_encrypt: bool,
}

impl Header {
    pub(crate) fn read(message: &[u8]) -> Result<Self, Error> {
        let text = super::trim(message);
        if text.starts_with(b"<") {
            Self::read_flat::<flat::Xml<'_>>(text).map_or_else(|| Self::read_xml(text), Ok)
        } else {
            Self::read_flat::<flat::Json<'_>>(text).map_or_else(|| Self::read_json(text), Ok)
        }
    }

    /// `None` where not everything up to the last of the three is as the platform writes it.
    fn read_flat<'a, S: Steps<'a>>(text: &'a [u8]) -> Option<Self> {
        let mut steps = S::begin(text)?;
        let mut found = Found::default();
        while !found.is_complete() {
            let (name, text) = match steps.next()? {
                Step::Text(name, text) => (name, text.printable()?),
                Step::Digits(name, digits) => (name, digits),
                Step::End => break,
            };
            if let Some(slot) = found.slot(name) {
                *slot = Field::Text(Cow::Borrowed(str::from_utf8(text).ok()?));
            }
        }
        Some(found.header())
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

    /// Whether it is nothing but a cipher text: a message says what it is beside one.
    pub(crate) fn is_sealed(&self) -> bool {
        self.msg_type.is_none() && !self.has_info_type && self.has_encrypt
    }

    /// Whether it is an answer that only servers send.
    pub(crate) fn is_reply(&self) -> bool {
        matches!(self.msg_type.as_deref(), Some("widget_data" | "transfer_customer_service"))
    }
}

/// The first value of a name.
#[derive(Default)]
enum Field<'a> {
    #[default]
    Unmet,
    Text(Cow<'a, str>),
    /// An object, or whatever else is no text.
    Other,
}

impl Field<'_> {
    fn is_unmet(&self) -> bool {
        matches!(self, Field::Unmet)
    }

    fn into_text(self) -> Option<String> {
        match self {
            Field::Text(text) => {
                // A text that came in pieces has grown step by step, and stays for as long as the push does.
                let mut text = text.into_owned();
                text.shrink_to_fit();
                Some(text)
            }
            Field::Unmet | Field::Other => None,
        }
    }
}

/// What was found so far, in the order of [`NAMES`].
#[derive(Default)]
struct Found<'a>([Field<'a>; 5]);

/// The first three are what the scan is for. The others are met only where one of those is missing, and of them it is
/// enough to know that they hold text.
const NAMES: [&str; 5] = ["ToUserName", "FromUserName", "MsgType", "InfoType", "Encrypt"];

fn is_kept(name: &str) -> bool {
    NAMES.iter().take(3).any(|kept| *kept == name)
}

impl<'a> Found<'a> {
    /// Where the value of a name goes, if it is one of the five and the first.
    fn slot(&mut self, name: &str) -> Option<&mut Field<'a>> {
        let name = if is_encrypt(name) { "Encrypt" } else { name };
        let (_, slot) = NAMES.iter().zip(&mut self.0).find(|(known, _)| **known == name)?;
        slot.is_unmet().then_some(slot)
    }

    fn is_complete(&self) -> bool {
        !self.0.iter().take(3).any(Field::is_unmet)
    }

    fn header(self) -> Header {
        let [to_user_name, from_user_name, msg_type, info_type, encrypt] = self.0;
        Header {
            to_user_name: to_user_name.into_text(),
            from_user_name: from_user_name.into_text(),
            msg_type: msg_type.into_text(),
            has_info_type: matches!(info_type, Field::Text(_)),
            has_encrypt: matches!(encrypt, Field::Text(_)),
        }
    }
}

#[derive(Default)]
struct XmlScan<'a> {
    found: Found<'a>,
    /// The field that is being read, its name, and what it holds so far.
    reading: Option<(&'static str, Field<'a>)>,
}

impl<'a> xml::Visitor<'a> for XmlScan<'a> {
    fn open(&mut self, name: &str, depth: usize) -> Result<(), Stop> {
        if depth == 1 {
            let known = NAMES.into_iter().find(|known| *known == name || (*known == "Encrypt" && is_encrypt(name)));
            self.reading = known.filter(|name| self.found.slot(name).is_some()).map(|name| (name, Field::Unmet));
        } else if let Some((_, field)) = &mut self.reading {
            *field = Field::Other;
        }
        Ok(())
    }

    fn text(&mut self, more: Cow<'a, str>) -> Result<(), Stop> {
        xml::check_characters(&more)?;
        match &mut self.reading {
            Some((name, field @ Field::Unmet)) => *field = Field::Text(if is_kept(name) { more } else { "".into() }),
            Some((name, Field::Text(text))) if is_kept(name) => text.to_mut().push_str(&more),
            _ => {}
        }
        Ok(())
    }

    fn close(&mut self, depth: usize) -> Result<(), Stop> {
        if depth == 1
            && let Some((name, field)) = self.reading.take()
            && let Some(slot) = self.found.slot(name)
        {
            *slot = if field.is_unmet() { Field::Text(Cow::Borrowed("")) } else { field };
        }
        if self.found.is_complete() { Err(Stop::Enough) } else { Ok(()) }
    }
}

struct JsonScan<'f, 'a>(&'f mut Found<'a>);

impl<'a> Visitor<'a> for JsonScan<'_, 'a> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a message")
    }

    fn visit_map<A: MapAccess<'a>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(name) = map.next_key_seed(Text)? {
            match self.0.slot(&name) {
                Some(slot) => {
                    let value = value(map.next_value()?, is_kept(&name));
                    *slot = value.ok_or_else(|| A::Error::custom("a broken string"))?;
                }
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
fn value(raw: &RawValue, kept: bool) -> Option<Field<'_>> {
    match raw.get().as_bytes().first() {
        Some(b'[') => json::first_item(raw.get()).map_or(Some(Field::Unmet), |item| scalar(item, kept)),
        _ => scalar(raw, kept),
    }
}

fn scalar(raw: &RawValue, kept: bool) -> Option<Field<'_>> {
    match raw.get().as_bytes().first() {
        Some(b'"' | b'-' | b'0'..=b'9') if !kept => Some(Field::Text(Cow::Borrowed(""))),
        Some(b'"') => Text.deserialize(raw).ok().map(Field::Text),
        Some(b'-' | b'0'..=b'9') => Some(Field::Text(Cow::Borrowed(raw.get()))),
        _ => Some(Field::Other),
    }
}
