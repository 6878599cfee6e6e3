//! Reading an XML envelope.

use std::borrow::Cow;

use super::is_encrypt;
use crate::Error;
use crate::xml::{self, Stop, Visitor};

/// The text of the one `Encrypt` directly below the root, without the ASCII white space around it.
pub(super) fn encrypt(text: &[u8]) -> Result<Cow<'_, [u8]>, Error> {
    let mut envelope = Envelope::default();
    xml::read(text, &mut envelope).map_err(|_| Error::MalformedEnvelope)?;
    match envelope.encrypt.ok_or(Error::MalformedEnvelope)? {
        Cow::Borrowed(encrypt) => Ok(Cow::Borrowed(encrypt.trim_ascii())),
        Cow::Owned(encrypt) => Ok(Cow::Owned(encrypt.trim_ascii().to_vec())),
    }
}

#[derive(Default)]
struct Envelope<'a> {
    /// Whether the reader stands inside `Encrypt`.
    inside: bool,
    encrypt: Option<Cow<'a, [u8]>>,
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
            self.encrypt = Some(Cow::Borrowed(&[]));
            self.inside = true;
        }
        Ok(())
    }

    fn text(&mut self, text: Cow<'a, str>) -> Result<(), Stop> {
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
            _ => xml::check_characters(&text),
        }
    }

    fn close(&mut self, _depth: usize) -> Result<(), Stop> {
        self.inside = false;
        Ok(())
    }
}
