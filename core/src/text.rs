//! Texts as they come from a peer, a handler or a file: bytes, until they are read. Which error a text is that is none is
//! decided where it is read, here in the core and nowhere else.

use crate::{Error, Setting};

/// The text, or what the caller makes of one that is not UTF-8.
pub(crate) fn text(bytes: &[u8], otherwise: Error) -> Result<&str, Error> {
    simdutf8::basic::from_utf8(bytes).map_err(|_| otherwise)
}

impl Setting {
    /// The text of a setting that came as bytes.
    ///
    /// # Errors
    /// [`Error::InvalidConfig`] of this setting: it is not UTF-8.
    pub fn text_of(self, bytes: &[u8]) -> Result<&str, Error> {
        text(bytes, Error::InvalidConfig { setting: self })
    }
}
