//! How XML and JSON are read and written: which of the two a document is, what may stand before it, how deep it may nest.
//!
//! Nothing here knows a field. What is looked for in a document is known to `envelope`, `message` and `widget`.

pub(crate) mod fast;
pub(crate) mod json;
pub(crate) mod write;
pub(crate) mod xml;

use std::str::FromStr;

use crate::{Error, Setting};

/// The data format of a body, as chosen in the console.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    /// `<xml><Encrypt>…</Encrypt></xml>`
    Xml,
    /// `{"Encrypt": "…"}`
    Json,
}

impl Format {
    /// `xml` or `json`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Format::Xml => "xml",
            Format::Json => "json",
        }
    }
}

/// Reads `xml` and `json`; anything else is [`Error::InvalidConfig`].
impl FromStr for Format {
    type Err = Error;

    fn from_str(name: &str) -> Result<Self, Error> {
        match name {
            "xml" => Ok(Format::Xml),
            "json" => Ok(Format::Json),
            _ => Err(Error::InvalidConfig { setting: Setting::Format }),
        }
    }
}

/// How deep elements, objects and arrays may nest.
pub(crate) const MAX_DEPTH: usize = 32;

/// The white space of XML and of JSON. A form feed, which Rust counts as ASCII's, is none and no character of XML.
pub(crate) const WHITE_SPACE: [char; 4] = [' ', '\t', '\r', '\n'];

const BOM: &[u8] = b"\xef\xbb\xbf";

/// A text without the white space before it.
pub(crate) fn trim_start(text: &[u8]) -> &[u8] {
    let length = text.iter().take_while(|&&byte| WHITE_SPACE.contains(&byte.into())).count();
    text.get(length..).unwrap_or_default()
}

/// Without the BOM and the white space that may stand before a document. White space before an XML declaration, where
/// nothing may stand (XML 1.0, production 22), is left for the reader to refuse.
pub(crate) fn trim(bytes: &[u8]) -> &[u8] {
    let text = bytes.strip_prefix(BOM).unwrap_or(bytes);
    let document = trim_start(text);
    if document.starts_with(b"<?") { text } else { document }
}

/// Whether it begins as a document does, be it one that a reader refuses.
pub(crate) fn looks_like_one(bytes: &[u8]) -> bool {
    let text = bytes.strip_prefix(BOM).unwrap_or(bytes);
    matches!(trim_start(text).first(), Some(b'<' | b'{'))
}

/// Which of the two a document is, by its first byte, and its text without what may stand before it.
pub(crate) fn detect(bytes: &[u8]) -> Option<(Format, &[u8])> {
    let text = trim(bytes);
    match text.first() {
        Some(b'<') => Some((Format::Xml, text)),
        Some(b'{') => Some((Format::Json, text)),
        _ => None,
    }
}
