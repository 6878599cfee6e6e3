//! The few fields that every request needs, found by a scan that stops when it has them.

use std::borrow::Cow;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error as _, IgnoredAny, MapAccess, Visitor};
use serde_json::value::RawValue;

use super::Message;
use crate::Error;
use crate::flat::{self, Step, Steps};
use crate::json::{self, Text};
use crate::xml::{self, Stop};

/// Who sent what to whom; each is what the accessor of [`Message`] says: the first of its name directly below the root, and
/// `None` where there is none or it is no text.
///
/// What stands behind the last of them is unread: [`Message`] is who finds it malformed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Header {
    pub(crate) to_user_name: Option<String>,
    pub(crate) from_user_name: Option<String>,
    pub(crate) msg_type: Option<String>,
    /// See [`Message::is_robots`].
    pub(crate) is_robots: bool,
}

impl Header {
    pub(crate) fn read(message: &[u8]) -> Result<Self, Error> {
        let text = super::trim(message);
        let found = if text.starts_with(b"<") {
            Self::scan_flat::<flat::Xml<'_>>(text).map_or_else(|| Self::scan_xml(text), Ok)
        } else {
            Self::scan_flat::<flat::Json<'_>>(text).map_or_else(|| Self::scan_json(text), Ok)
        }?;
        if found.may_be_robots() { Message::read(text).map(|message| Self::of(&message)) } else { Ok(found.header()) }
    }

    fn of(message: &Message) -> Self {
        Header {
            to_user_name: message.to_user_name().map(str::to_owned),
            from_user_name: message.from_user_name().map(str::to_owned),
            msg_type: message.msg_type().map(str::to_owned),
            is_robots: message.is_robots(),
        }
    }

    /// `None` where not everything up to the last of the three is as the platform writes it.
    fn scan_flat<'a, S: Steps<'a>>(text: &'a [u8]) -> Option<Found<'a>> {
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

    fn into_text(self) -> Option<String> {
        match self {
            Field::Text(text) => Some(text.into_owned()),
            Field::Unmet | Field::Other => None,
        }
    }
}

/// What was found so far.
#[derive(Default)]
struct Found<'a> {
    /// In the order of [`NAMES`].
    fields: [Field<'a>; 3],
    /// Whether one of [`ROBOTS_NAMES`] was met.
    robots_name: bool,
}

const NAMES: [&str; 3] = ["ToUserName", "FromUserName", "MsgType"];

/// What the messages of WeCom's smart robots have in place of [`NAMES`].
const ROBOTS_NAMES: [&str; 3] = ["aibotid", "from", "msgtype"];

impl<'a> Found<'a> {
    /// Where the value of a name goes, if it is one of the three and the first.
    fn slot(&mut self, name: &str) -> Option<&mut Field<'a>> {
        self.robots_name |= ROBOTS_NAMES.contains(&name);
        let (_, slot) = NAMES.iter().zip(&mut self.fields).find(|(known, _)| **known == name)?;
        slot.is_unmet().then_some(slot)
    }

    /// Whether nothing that follows could say more.
    fn is_complete(&self) -> bool {
        self.fields.iter().all(|field| matches!(field, Field::Text(_)))
    }

    /// Whether a robot's name counts, because one of the three is no text. Its message is small and nested: it is read
    /// whole, so that nobody but the accessors knows which name stands for which.
    fn may_be_robots(&self) -> bool {
        self.robots_name && !self.is_complete()
    }

    fn header(self) -> Header {
        let [to_user_name, from_user_name, msg_type] = self.fields.map(Field::into_text);
        Header { to_user_name, from_user_name, msg_type, is_robots: false }
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
            let open = self.found.slot(name).is_some();
            let known = NAMES.into_iter().find(|known| open && *known == name);
            self.reading = known.map(|name| (name, Field::Unmet));
        } else if let Some((_, field)) = &mut self.reading {
            *field = Field::Other;
        }
        Ok(())
    }

    fn text(&mut self, more: Cow<'a, str>) -> Result<(), Stop> {
        xml::check_characters(&more)?;
        match &mut self.reading {
            Some((_, field @ Field::Unmet)) => *field = Field::Text(more),
            Some((_, Field::Text(text))) => text.to_mut().push_str(&more),
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
fn value(raw: &RawValue) -> Option<Field<'_>> {
    match raw.get().as_bytes().first() {
        Some(b'[') => json::items(raw.get())?.first().map_or(Some(Field::Unmet), |item| scalar(item)),
        _ => scalar(raw),
    }
}

fn scalar(raw: &RawValue) -> Option<Field<'_>> {
    match raw.get().as_bytes().first() {
        Some(b'"') => Text.deserialize(raw).ok().map(Field::Text),
        Some(b'-' | b'0'..=b'9') => Some(Field::Text(Cow::Borrowed(raw.get()))),
        _ => Some(Field::Other),
    }
}
