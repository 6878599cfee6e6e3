use super::{Raw, Step, Steps, is_name, split_at_byte};
use crate::document::trim_start;

/// `<xml>`, and in it elements that hold one CDATA section or one piece of plain text.
pub(crate) struct Xml<'a> {
    rest: &'a [u8],
}

impl<'a> Steps<'a> for Xml<'a> {
    fn begin(text: &'a [u8]) -> Option<Self> {
        text.strip_prefix(b"<xml>").map(|rest| Xml { rest })
    }

    fn next(&mut self) -> Option<Step<'a>> {
        let tag = trim_start(self.rest).strip_prefix(b"<")?;
        if let Some(behind) = tag.strip_prefix(b"/xml>") {
            return trim_start(behind).is_empty().then_some(Step::End);
        }
        let (name, rest) = split_at_byte(tag, b'>')?;
        if !is_name(name) {
            return None;
        }
        let (text, rest) = match rest.strip_prefix(b"<![CDATA[") {
            Some(rest) => section(rest)?,
            None => plain(rest)?,
        };
        self.rest = rest.strip_prefix(b"</")?.strip_prefix(name)?.strip_prefix(b">")?;
        Some(Step::Text(name, Raw(text)))
    }
}

/// The text of a CDATA section, and what stands behind its end.
fn section(text: &[u8]) -> Option<(&[u8], &[u8])> {
    // A text with a bracket in it takes the long way.
    let (text, rest) = split_at_byte(text, b']')?;
    Some((text, rest.strip_prefix(b"]>")?))
}

/// The text before the next tag.
fn plain(text: &[u8]) -> Option<(&[u8], &[u8])> {
    let (plain, _) = split_at_byte(text, b'<')?;
    let simple = !plain.iter().any(|byte| matches!(byte, b'&' | b'>'));
    if simple { text.split_at_checked(plain.len()) } else { None }
}
