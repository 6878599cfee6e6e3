//! The few fields that every request needs, found by a scan that stops when it has them.

use std::borrow::Cow;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error as _, IgnoredAny, MapAccess, Visitor};
use serde_json::value::RawValue;

use crate::Error;
use crate::document;
use crate::document::fast::{self, Step, Steps};
use crate::document::json::{self, Text};
use crate::document::xml::{self, Stop};
use crate::envelope::is_encrypt;

/// Who sent what to whom; each is what the accessor of [`Message`](super::Message) says: the first of its name directly
/// below the root, and `None` where there is none or it is no text.
///
/// What stands behind the last of them is unread: [`Message`](super::Message) is who finds it malformed. The scan keeps
/// nothing else, whatever the message holds, since a plain endpoint's is signed by nobody.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Header {
    pub(crate) to_user_name: Option<String>,
    pub(crate) from_user_name: Option<String>,
    pub(crate) msg_type: Option<String>,
    /// Whether it was sent to a smart robot of WeCom, which takes other answers than an account does.
    pub(crate) is_robots: bool,
    /// Whether there is an `InfoType`; unread where the three above are complete, as is the next.
    pub(crate) has_info_type: bool,
    pub(crate) has_encrypt: bool,
}

impl Header {
    pub(crate) fn read(message: &[u8]) -> Result<Self, Error> {
        let text = document::trim(message);
        let found = if text.starts_with(b"<") {
            Self::scan_fast::<fast::Xml<'_>>(text).map_or_else(|| Self::scan_xml(text), Ok)
        } else {
            Self::scan_fast::<fast::Json<'_>>(text).map_or_else(|| Self::scan_json(text), Ok)
        };
        found.map(Found::header)
    }

    /// `None` where not everything up to the last of the three is as the platform writes it.
    fn scan_fast<'a, S: Steps<'a>>(text: &'a [u8]) -> Option<Found<'a>> {
        let mut steps = S::begin(text)?;
        let mut found = Found::default();
        while !found.is_complete() {
            let (name, text) = match steps.next()? {
                Step::Text(name, text) => (name, text.printable()?),
                Step::Digits(name, digits) => (name, digits),
                Step::End => break,
            };
            if let Some(slot) = found.slot(name) {
                let text = Cow::Borrowed(str::from_utf8(text).ok()?);
                *slot = if name == SENDER.as_bytes() { Field::Other } else { Field::Text(text) };
            }
        }
        Some(found)
    }

    fn scan_xml(text: &[u8]) -> Result<Found<'_>, Error> {
        let mut scan = XmlScan::default();
        match xml::read(text, &mut scan) {
            Ok(()) | Err(Stop::Enough) => Ok(scan.found),
            Err(Stop::Malformed) => Err(Error::MalformedMessage),
        }
    }

    fn scan_json(text: &[u8]) -> Result<Found<'_>, Error> {
        let mut found = Found::default();
        let mut reader = serde_json::Deserializer::from_slice(text);
        let read = reader.deserialize_map(JsonScan(&mut found)).and_then(|()| reader.end());
        if read.is_ok() || found.is_complete() { Ok(found) } else { Err(Error::MalformedMessage) }
    }

    /// Whether it is nothing but a cipher text: a message says what it is beside one.
    pub(crate) fn is_sealed(&self) -> bool {
        self.msg_type.is_none() && !self.has_info_type && self.has_encrypt
    }

    /// Whether it is an answer that only servers send.
    pub(crate) fn is_reply(&self) -> bool {
        matches!(
            self.msg_type.as_deref(),
            Some("widget_data" | "transfer_customer_service" | "template_card" | "stream_with_template_card")
        )
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

    fn is_text(&self) -> bool {
        matches!(self, Field::Text(_))
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
struct Found<'a>([Field<'a>; 8]);

/// The first three are what the scan is for; those of WeCom's smart robots stand for them where they are no text. Of the
/// last two it is enough to know that they hold text.
const NAMES: [&str; 8] = ["ToUserName", "FromUserName", "MsgType", "aibotid", SENDER, "msgtype", "InfoType", "Encrypt"];

/// An object: its `userid` is what counts.
const SENDER: &str = "from";
const SENDERS_ID: &str = "userid";

fn is_kept(name: &str) -> bool {
    NAMES.iter().take(6).any(|kept| *kept == name)
}

/// The name in [`NAMES`] that a field goes by.
fn known(name: &[u8]) -> Option<&'static str> {
    let name = if is_encrypt(name) { b"Encrypt" } else { name };
    NAMES.into_iter().find(|known| known.as_bytes() == name)
}

impl<'a> Found<'a> {
    /// Where the value of a name goes, if it is one of those and the first.
    fn slot(&mut self, name: impl AsRef<[u8]>) -> Option<&mut Field<'a>> {
        let name = known(name.as_ref())?;
        let (_, slot) = NAMES.iter().zip(&mut self.0).find(|(known, _)| **known == name)?;
        slot.is_unmet().then_some(slot)
    }

    /// Whether nothing that follows could say more.
    fn is_complete(&self) -> bool {
        self.0.iter().take(3).all(Field::is_text)
    }

    fn header(self) -> Header {
        let [to_user_name, from_user_name, msg_type, robot, sender, robots_type, info_type, encrypt] = self.0;
        Header {
            is_robots: !to_user_name.is_text() && robot.is_text(),
            to_user_name: to_user_name.into_text().or_else(|| robot.into_text()),
            from_user_name: from_user_name.into_text().or_else(|| sender.into_text()),
            msg_type: msg_type.into_text().or_else(|| robots_type.into_text()),
            has_info_type: info_type.is_text(),
            has_encrypt: encrypt.is_text(),
        }
    }
}

#[derive(Default)]
struct XmlScan<'a> {
    found: Found<'a>,
    reading: Option<Reading<'a>>,
    /// Whether the first [`SENDER`] is open.
    inside_sender: bool,
}

/// A field that is being read.
struct Reading<'a> {
    name: &'static str,
    depth: usize,
    field: Field<'a>,
}

impl<'a> xml::Visitor<'a> for XmlScan<'a> {
    fn open(&mut self, name: &str, depth: usize) -> Result<(), Stop> {
        if depth == 1 && name == SENDER && self.found.slot(SENDER).is_some() {
            self.inside_sender = true;
            return Ok(());
        }
        let name = match depth {
            1 => known(name.as_bytes()),
            2 if self.inside_sender && name == SENDERS_ID => Some(SENDER),
            _ => None,
        };
        if let Some(name) = name.filter(|name| self.found.slot(name).is_some()) {
            self.reading = Some(Reading { name, depth, field: Field::Unmet });
        } else if let Some(Reading { field, .. }) = &mut self.reading {
            *field = Field::Other;
        }
        Ok(())
    }

    fn text(&mut self, more: Cow<'a, str>) -> Result<(), Stop> {
        xml::check_characters(&more)?;
        match &mut self.reading {
            Some(Reading { name, field: field @ Field::Unmet, .. }) => {
                *field = Field::Text(if is_kept(name) { more } else { "".into() });
            }
            Some(Reading { name, field: Field::Text(text), .. }) if is_kept(name) => text.to_mut().push_str(&more),
            _ => {}
        }
        Ok(())
    }

    fn close(&mut self, depth: usize) -> Result<(), Stop> {
        if let Some(Reading { name, field, .. }) = self.reading.take_if(|reading| reading.depth == depth)
            && let Some(slot) = self.found.slot(name)
        {
            *slot = if field.is_unmet() { Field::Text(Cow::Borrowed("")) } else { field };
        }
        if depth == 1
            && std::mem::take(&mut self.inside_sender)
            && let Some(slot) = self.found.slot(SENDER)
        {
            *slot = Field::Other;
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
            match self.0.slot(&*name) {
                Some(slot) => {
                    let raw = map.next_value()?;
                    let read = match &*name {
                        SENDER => first(raw, senders_id),
                        name if is_kept(name) => first(raw, text),
                        _ => first(raw, |raw| Some(if is_text(raw) { Field::Text("".into()) } else { Field::Other })),
                    };
                    *slot = read.ok_or_else(|| A::Error::custom("a broken string"))?;
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

/// What is read of a value, of an array of its first item, as the accessors of `Message` read it; an array without items is
/// no value yet. `None` is a string that cannot be read.
fn first<'a>(raw: &'a RawValue, read: impl FnOnce(&'a RawValue) -> Option<Field<'a>>) -> Option<Field<'a>> {
    if !raw.get().starts_with('[') {
        return read(raw);
    }
    json::first_item(raw.get()).map_or(Some(Field::Unmet), read)
}

/// A string, or the literal of a number.
fn text(raw: &RawValue) -> Option<Field<'_>> {
    match raw.get().as_bytes().first() {
        Some(b'"') => Text.deserialize(raw).ok().map(Field::Text),
        _ if is_text(raw) => Some(Field::Text(Cow::Borrowed(raw.get()))),
        _ => Some(Field::Other),
    }
}

fn is_text(raw: &RawValue) -> bool {
    raw.get().starts_with(|first: char| matches!(first, '"' | '-') || first.is_ascii_digit())
}

/// The [`SENDERS_ID`] of an object.
fn senders_id(raw: &RawValue) -> Option<Field<'_>> {
    if !raw.get().starts_with('{') {
        return Some(Field::Other);
    }
    let mut id = Field::Unmet;
    let mut reader = serde_json::Deserializer::from_str(raw.get());
    reader.deserialize_map(SenderScan(&mut id)).ok()?;
    Some(if id.is_unmet() { Field::Other } else { id })
}

struct SenderScan<'f, 'a>(&'f mut Field<'a>);

impl<'a> Visitor<'a> for SenderScan<'_, 'a> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a sender")
    }

    fn visit_map<A: MapAccess<'a>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(name) = map.next_key_seed(Text)? {
            if name == SENDERS_ID && self.0.is_unmet() {
                *self.0 = first(map.next_value()?, text).ok_or_else(|| A::Error::custom("a broken string"))?;
            } else {
                map.next_value::<IgnoredAny>()?;
            }
        }
        Ok(())
    }
}
