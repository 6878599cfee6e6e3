//! Reading an XML envelope.

use std::borrow::Cow;

use super::is_encrypt;
use crate::Error;
use crate::document::WHITE_SPACE;
use crate::document::xml::{self, Stop, Visitor};

/// The text of the one `Encrypt` directly below the root, without the white space around it.
pub(super) fn encrypt(text: &[u8]) -> Result<Cow<'_, [u8]>, Error> {
    let mut envelope = Envelope { longest: text.len(), ..Envelope::default() };
    xml::read(text, &mut envelope).map_err(|_| Error::MalformedEnvelope)?;
    match envelope.encrypt.ok_or(Error::MalformedEnvelope)? {
        Cow::Borrowed(encrypt) => Ok(Cow::Borrowed(encrypt.trim_matches(WHITE_SPACE).as_bytes())),
        Cow::Owned(encrypt) => Ok(Cow::Owned(encrypt.trim_matches(WHITE_SPACE).into())),
    }
}

#[derive(Default)]
struct Envelope<'a> {
    /// Whether the reader stands inside `Encrypt`.
    inside: bool,
    encrypt: Option<Cow<'a, str>>,
    /// What the text of an `Encrypt` that comes in pieces cannot outgrow.
    longest: usize,
}

impl<'a> Visitor<'a> for Envelope<'a> {
    fn open(&mut self, name: &str, depth: usize) -> Result<(), Stop> {
        if self.inside {
            return Err(Stop::Malformed);
        }
        if is_encrypt(name) {
            if depth != 1 || self.encrypt.is_some() {
                return Err(Stop::Malformed);
            }
            self.encrypt = Some(Cow::Borrowed(""));
            self.inside = true;
        }
        Ok(())
    }

    fn text(&mut self, text: Cow<'a, str>) -> Result<(), Stop> {
        match &mut self.encrypt {
            // Whatever is not base64 in here fails when it is decoded.
            Some(encrypt) if self.inside => {
                match encrypt {
                    Cow::Borrowed("") if matches!(text, Cow::Borrowed(_)) => *encrypt = text,
                    Cow::Borrowed(first) => {
                        // Growing step by step would hold the old and the new at once.
                        let mut whole = String::with_capacity(self.longest);
                        whole.extend([*first, &*text]);
                        *encrypt = Cow::Owned(whole);
                    }
                    Cow::Owned(whole) => whole.push_str(&text),
                }
                Ok(())
            }
            _ => xml::check_characters(&text),
        }
    }

    fn close(&mut self, _depth: usize) -> Result<(), Stop> {
        self.inside = false;
        Ok(())
    }
}
