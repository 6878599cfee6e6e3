//! The Token (protocol.md, "Signatures").

use std::fmt;

use zeroize::Zeroizing;

use crate::{Error, Setting};

/// The Token of the console's message push page: the secret that every signature covers. Wiped when dropped, never shown.
#[derive(Clone)]
pub struct Token(Zeroizing<String>);

impl Token {
    /// Takes a Token that could be a console's.
    ///
    /// ```
    /// use wxseal::{Error, Setting, Token};
    ///
    /// assert!(Token::new("AAAAA").is_ok());
    /// assert_eq!(Token::new("AAAAA\n").err(), Some(Error::InvalidConfig { setting: Setting::Token }));
    /// ```
    ///
    /// # Errors
    /// [`Error::InvalidConfig`]: it is empty, since a setting that was never made opens no door, or holds white space or a
    /// control character, or is not UTF-8.
    pub fn new(text: impl AsRef<[u8]>) -> Result<Self, Error> {
        checked(text.as_ref()).map(|text| Token(Zeroizing::new(text.to_owned())))
    }

    pub(crate) fn as_bytes(&self) -> &[u8] {
        self.0.as_bytes()
    }
}

/// A Token's text, for one that is used once.
pub(crate) fn checked(text: &[u8]) -> Result<&str, Error> {
    if text.is_empty() { Err(Error::InvalidConfig { setting: Setting::Token }) } else { plain(text, Setting::Token) }
}

/// A setting without what a copied line or a broken file leaves behind.
pub(crate) fn plain(text: &[u8], setting: Setting) -> Result<&str, Error> {
    let text = setting.text_of(text)?;
    let holds = !text.chars().any(|c| c.is_whitespace() || c.is_control());
    if holds { Ok(text) } else { Err(Error::InvalidConfig { setting }) }
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Token([redacted])")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_no_console_takes_is_refused() {
        let wrong: [&[u8]; 7] = [b"", b" ", b"a b", b"token\n", "\u{3000}token".as_bytes(), b"to\0ken", b"to\xffken"];
        for token in wrong {
            assert_eq!(Token::new(token).err(), Some(Error::InvalidConfig { setting: Setting::Token }), "{token:?}");
        }
        assert_eq!(format!("{:?}", Token::new("secret").unwrap()), "Token([redacted])");
    }
}
