//! Reading XML with everything refused that the platform never sends (protocol.md, "Envelopes"), for envelopes and messages.

use std::borrow::Cow;

use quick_xml::Reader;
use quick_xml::escape::resolve_xml_entity;
use quick_xml::events::{BytesRef, BytesStart, Event};

use super::{MAX_DEPTH, WHITE_SPACE};

/// Why reading ended before the end of the text.
pub(crate) enum Stop {
    /// It is not XML, or something in it is refused.
    Malformed,
    /// The visitor has what it came for.
    Enough,
}

/// What a document is made of, in its order. The root has depth 0.
pub(crate) trait Visitor<'a> {
    fn open(&mut self, name: &str, depth: usize) -> Result<(), Stop>;
    /// A piece of text inside the root, unescaped; an element's text may come in several. Its characters are unchecked:
    /// see [`check_characters`].
    fn text(&mut self, text: Cow<'a, str>) -> Result<(), Stop>;
    fn close(&mut self, depth: usize) -> Result<(), Stop>;
}

/// Reads one document, with nothing but white space and comments around its root.
pub(crate) fn read<'a>(text: &'a [u8], visitor: &mut impl Visitor<'a>) -> Result<(), Stop> {
    let mut reader = Reader::from_reader(text);
    reader.config_mut().check_comments = true;
    let mut depth = 0;
    let mut root_closed = false;
    loop {
        let first = reader.buffer_position() == 0;
        match reader.read_event().map_err(|_| Stop::Malformed)? {
            Event::Start(start) => {
                visitor.open(name(&start, depth, root_closed)?, depth)?;
                depth += 1;
            }
            Event::Empty(start) => {
                visitor.open(name(&start, depth, root_closed)?, depth)?;
                visitor.close(depth)?;
                root_closed = depth == 0;
            }
            // `quick-xml` has checked that it fits the start.
            Event::End(_) => {
                depth -= 1;
                visitor.close(depth)?;
                root_closed = depth == 0;
            }
            Event::Text(text) if depth == 0 && text.trim_matches(WHITE_SPACE).is_empty() => {}
            // The end of a CDATA section stands nowhere else in a document (XML 1.0, section 2.4).
            Event::Text(text) if depth > 0 && !text.contains("]]>") => visitor.text(text.into_inner())?,
            Event::CData(text) if depth > 0 => visitor.text(text.into_inner())?,
            Event::GeneralRef(entity) if depth > 0 => visitor.text(Cow::Owned(resolve(&entity)?.into()))?,
            Event::Comment(comment) => check_characters(&comment)?,
            Event::Decl(declaration) if first => check_declaration(&declaration)?,
            Event::Eof if root_closed => return Ok(()),
            // A DTD is where entities come from, and the platform sends neither one nor a processing instruction.
            _ => return Err(Stop::Malformed),
        }
    }
}

/// XML 1.0, production 2: what may stand in a document at all.
pub(crate) fn is_character(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | ' '..='\u{fffd}' | '\u{10000}'..)
}

pub(crate) fn check_characters(text: &str) -> Result<(), Stop> {
    let bytes = text.as_bytes();
    // Vectors count faster than anything stops. U+FFFE and U+FFFF begin like these in UTF-8.
    let controls = bytes.iter().filter(|&&b| b < b' ' && !matches!(b, b'\t' | b'\n' | b'\r')).count();
    let last = bytes.iter().zip(bytes.iter().skip(1)).filter(|&pair| pair == (&0xef, &0xbf)).count();
    if controls + last == 0 || text.chars().all(is_character) { Ok(()) } else { Err(Stop::Malformed) }
}

/// The platform writes no attributes, so none needs a reader that agrees with everybody else's.
fn name<'s>(start: &'s BytesStart<'_>, depth: usize, root_closed: bool) -> Result<&'s str, Stop> {
    let name = start.name().into_inner();
    let plain = start.attributes_raw().trim_matches(WHITE_SPACE).is_empty() && is_name(name);
    if plain && !root_closed && depth < MAX_DEPTH { Ok(name) } else { Err(Stop::Malformed) }
}

/// A name, without the fine print of XML's tables: a letter first, and nothing that a second reader could split it at.
fn is_name(name: &str) -> bool {
    if name.bytes().all(|byte| byte.is_ascii_alphabetic()) {
        return !name.is_empty();
    }
    let mut characters = name.chars();
    characters.next().is_some_and(|c| c.is_alphabetic() || c == '_')
        && characters.all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '.' | ':'))
}

/// XML 1.0, production 23: version, encoding and standalone in this order, of which only the first must be there.
fn check_declaration(declaration: &str) -> Result<(), Stop> {
    let mut rest = declaration.strip_prefix("xml").ok_or(Stop::Malformed)?;
    let version = attribute(&mut rest, "version").and_then(|value| value.strip_prefix("1."));
    let known = version.is_some_and(|minor| minor.bytes().all(|byte| byte.is_ascii_digit()));
    let utf8 = attribute(&mut rest, "encoding").is_none_or(|name| name.eq_ignore_ascii_case("utf-8"));
    let standalone = attribute(&mut rest, "standalone").is_none_or(|value| matches!(value, "yes" | "no"));
    let ends = rest.trim_matches(WHITE_SPACE).is_empty();
    if known && utf8 && standalone && ends { Ok(()) } else { Err(Stop::Malformed) }
}

/// White space, this name, `=` and a quoted value, taken from the beginning of a declaration's rest, if they stand there.
fn attribute<'d>(rest: &mut &'d str, name: &str) -> Option<&'d str> {
    let named = rest.trim_start_matches(WHITE_SPACE);
    let equals = named.strip_prefix(name).filter(|_| named.len() < rest.len())?.trim_start_matches(WHITE_SPACE);
    let quoted = equals.strip_prefix('=')?.trim_start_matches(WHITE_SPACE);
    let quote = quoted.chars().next().filter(|quote| matches!(quote, '"' | '\''))?;
    let (value, behind) = quoted.get(1..)?.split_once(quote)?;
    *rest = behind;
    Some(value)
}

/// One of the five predefined entities, or a numeric one.
fn resolve(entity: &BytesRef<'_>) -> Result<char, Stop> {
    let character = match entity.resolve_char_ref() {
        Ok(None) => resolve_xml_entity(entity).and_then(|text| text.chars().next()),
        Ok(numeric) => numeric,
        Err(_) => None,
    };
    character.filter(|&c| is_character(c)).ok_or(Stop::Malformed)
}
