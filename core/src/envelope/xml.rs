//! Reading an XML envelope: one pass of `quick-xml`, with everything refused that the platform never sends.

use std::borrow::Cow;

use quick_xml::Reader;
use quick_xml::escape::resolve_xml_entity;
use quick_xml::events::{BytesDecl, BytesRef, BytesStart, Event};

use super::{MAX_DEPTH, is_encrypt};
use crate::Error;

/// The text of the one `Encrypt` directly below the root, without the ASCII white space around it.
pub(super) fn encrypt(text: &[u8]) -> Result<Cow<'_, [u8]>, Error> {
    let mut reader = Reader::from_reader(text);
    reader.config_mut().check_comments = true;
    let mut walk = Walk::default();
    loop {
        let first = reader.buffer_position() == 0;
        match reader.read_event().map_err(|_| Error::MalformedEnvelope)? {
            Event::Start(start) => walk.open(&start)?,
            Event::Empty(start) => {
                walk.open(&start)?;
                walk.close();
            }
            Event::End(_) => walk.close(),
            Event::Text(text) => walk.text(text.into_inner(), true)?,
            Event::CData(text) => walk.text(text.into_inner(), false)?,
            Event::GeneralRef(entity) => walk.text(Cow::Owned(resolve(&entity)?.into()), false)?,
            Event::Comment(comment) => check_characters(&comment)?,
            Event::Decl(declaration) if first => check_declaration(&declaration)?,
            // A DTD is where entities come from, and the platform sends neither one nor a processing instruction.
            Event::Decl(_) | Event::DocType(_) | Event::PI(_) => return Err(Error::MalformedEnvelope),
            Event::Eof => return walk.finish(),
        }
    }
}

#[derive(Default)]
struct Walk<'a> {
    depth: usize,
    root_closed: bool,
    /// Whether the reader stands inside `Encrypt`.
    inside: bool,
    encrypt: Option<Cow<'a, [u8]>>,
}

impl<'a> Walk<'a> {
    fn open(&mut self, start: &BytesStart<'_>) -> Result<(), Error> {
        let name = start.name().into_inner();
        // The platform writes no attributes, so none needs a reader that agrees with everybody else's.
        let plain = start.attributes_raw().trim_ascii().is_empty() && is_name(name);
        if !plain || self.inside || self.root_closed || self.depth == MAX_DEPTH {
            return Err(Error::MalformedEnvelope);
        }
        if is_encrypt(name) {
            if self.depth != 1 || self.encrypt.is_some() {
                return Err(Error::MalformedEnvelope);
            }
            self.encrypt = Some(Cow::Borrowed(&[]));
            self.inside = true;
        }
        self.depth += 1;
        Ok(())
    }

    /// `quick-xml` has checked that the end fits the start.
    fn close(&mut self) {
        self.inside = false;
        self.depth -= 1;
        self.root_closed = self.depth == 0;
    }

    /// Text of any origin; only `literal` text may stand outside the root, and only as white space.
    fn text<'t: 'a>(&mut self, text: Cow<'t, str>, literal: bool) -> Result<(), Error> {
        if self.depth == 0 && !(literal && text.trim_ascii().is_empty()) {
            return Err(Error::MalformedEnvelope);
        }
        match &mut self.encrypt {
            // Whatever is not base64 in here fails when it is decoded.
            Some(encrypt) if self.inside => {
                if encrypt.is_empty() {
                    *encrypt = match text {
                        Cow::Borrowed(text) => Cow::Borrowed(text.as_bytes()),
                        Cow::Owned(text) => Cow::Owned(text.into_bytes()),
                    };
                } else {
                    encrypt.to_mut().extend_from_slice(text.as_bytes());
                }
                Ok(())
            }
            _ => check_characters(&text),
        }
    }

    fn finish(self) -> Result<Cow<'a, [u8]>, Error> {
        match self.encrypt {
            Some(Cow::Borrowed(encrypt)) if self.root_closed => Ok(Cow::Borrowed(encrypt.trim_ascii())),
            Some(Cow::Owned(encrypt)) if self.root_closed => Ok(Cow::Owned(encrypt.trim_ascii().to_vec())),
            _ => Err(Error::MalformedEnvelope),
        }
    }
}

fn check_declaration(declaration: &BytesDecl<'_>) -> Result<(), Error> {
    let utf8 = match declaration.encoding() {
        None => true,
        Some(encoding) => encoding.is_ok_and(|name| name.eq_ignore_ascii_case("utf-8")),
    };
    if utf8 && declaration.version().is_ok() { Ok(()) } else { Err(Error::MalformedEnvelope) }
}

/// One of the five predefined entities, or a numeric one.
fn resolve(entity: &BytesRef<'_>) -> Result<char, Error> {
    let character = match entity.resolve_char_ref() {
        Ok(None) => resolve_xml_entity(entity).and_then(|text| text.chars().next()),
        Ok(numeric) => numeric,
        Err(_) => None,
    };
    character.filter(|&c| is_character(c)).ok_or(Error::MalformedEnvelope)
}

/// XML 1.0, production 2: what may stand in a document at all.
fn is_character(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | ' '..='\u{fffd}' | '\u{10000}'..)
}

fn check_characters(text: &str) -> Result<(), Error> {
    if text.chars().all(is_character) { Ok(()) } else { Err(Error::MalformedEnvelope) }
}

/// A name, without the fine print of XML's tables: a letter first, and nothing that a second reader could split it at.
fn is_name(name: &str) -> bool {
    let mut characters = name.chars();
    characters.next().is_some_and(|c| c.is_alphabetic() || c == '_')
        && characters.all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '.' | ':'))
}
