//! A short way through the documents that the platform really writes: one level of elements or members, printable ASCII,
//! nothing to unescape.
//!
//! It reads a part of what [`xml::read`](super::xml::read) and `serde_json` read, and reads it alike; at everything else
//! it gives up, and they decide. A document that holds more than this is slower to read, not different.

mod json;
#[cfg(test)]
mod tests;
mod xml;

use memchr::memchr;

pub(crate) use self::json::Json;
pub(crate) use self::xml::Xml;

/// What comes next in a document.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Step<'a> {
    /// A name and the text that it holds.
    Text(&'a [u8], Raw<'a>),
    /// A name and the digits of the number that it holds; of JSON alone.
    Digits(&'a [u8], &'a [u8]),
    /// The document ends, and nothing is behind it.
    End,
}

/// A text as it stands in the document, which nobody has looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Raw<'a>(&'a [u8]);

impl<'a> Raw<'a> {
    /// The text, if it is printable ASCII: both formats mean the same by it wherever it stands.
    pub(crate) fn printable(self) -> Option<&'a [u8]> {
        // The two ends are what vectors find quickest.
        let (least, most) = self.0.iter().fold((b'~', b' '), |(least, most), &byte| (byte.min(least), byte.max(most)));
        (least >= b' ' && most <= b'~').then_some(self.0)
    }

    /// The text, if it is ASCII: for a reader that refuses control characters later, as XML does.
    pub(crate) fn ascii(self) -> Option<&'a [u8]> {
        self.0.is_ascii().then_some(self.0)
    }
}

/// A document that is read step by step, until [`Step::End`] or `None`: this way does not lead through it.
pub(crate) trait Steps<'a>: Sized {
    fn begin(text: &'a [u8]) -> Option<Self>;
    fn next(&mut self) -> Option<Step<'a>>;
}

/// Whether the platform has names like this.
fn is_name(text: &[u8]) -> bool {
    text.first().is_some_and(u8::is_ascii_alphabetic) && text.iter().all(|&b| b.is_ascii_alphanumeric() || b == b'_')
}

/// What stands before the next such byte, and what stands behind it.
fn split_at_byte(text: &[u8], byte: u8) -> Option<(&[u8], &[u8])> {
    let (before, rest) = text.split_at_checked(memchr(byte, text)?)?;
    Some((before, rest.get(1..)?))
}
