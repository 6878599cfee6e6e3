//! The EncodingAESKey (protocol.md, "Key").

use std::fmt;

use base64::Engine;
use base64::alphabet::STANDARD;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use zeroize::Zeroizing;

use crate::Error;

/// 43 characters carry 258 bits, two more than the key has. The console draws characters, not bits, so the last two are
/// often set: a strict decoder refuses three keys out of four, both official sample keys among them.
const LENIENT: GeneralPurpose = GeneralPurpose::new(
    &STANDARD,
    GeneralPurposeConfig::new()
        .with_decode_allow_trailing_bits(true)
        .with_decode_padding_mode(DecodePaddingMode::RequireNone),
);

const CHARACTERS: usize = 43;

/// The EncodingAESKey of the console's message push page: 43 characters of base64, and the 32 bytes behind them. Wiped when
/// dropped, never shown.
#[derive(Clone)]
pub struct EncodingAesKey(Zeroizing<[u8; 32]>);

impl EncodingAesKey {
    /// Takes the 43 characters.
    ///
    /// ```
    /// use wxseal::{EncodingAesKey, Error};
    ///
    /// assert!(EncodingAesKey::new("A".repeat(43)).is_ok());
    /// assert_eq!(EncodingAesKey::new("AAAA-").err(), Some(Error::InvalidKey { position: 4 }));
    /// ```
    ///
    /// # Errors
    /// [`Error::InvalidKey`]: where the first character stands that no such key has.
    pub fn new(text: impl AsRef<[u8]>) -> Result<Self, Error> {
        Self::parse(text.as_ref())
    }

    fn parse(text: &[u8]) -> Result<Self, Error> {
        let good = text.iter().take(CHARACTERS).take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'/'));
        let position = good.count();
        if position != CHARACTERS || text.len() != CHARACTERS {
            return Err(Error::InvalidKey { position });
        }
        let mut key = Zeroizing::new([0; 32]);
        match LENIENT.decode_slice(text, key.as_mut_slice()) {
            Ok(32) => Ok(Self(key)),
            _ => Err(Error::InvalidKey { position: 0 }),
        }
    }

    pub(crate) fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// The IV is the key's first half: the 16 random bytes at the head of every message stand in for a fresh one.
    pub(crate) fn iv(&self) -> Zeroizing<[u8; 16]> {
        let mut iv = Zeroizing::new([0; 16]);
        iv.iter_mut().zip(self.0.iter()).for_each(|(to, from)| *to = *from);
        iv
    }
}

impl fmt::Debug for EncodingAesKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("EncodingAesKey([redacted])")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bits_beyond_the_key_may_be_set() {
        let keys = ["A", "B", "C", "D"].map(|last| EncodingAesKey::new(&("/".repeat(42) + last)).unwrap());
        assert!(keys.iter().all(|key| key.as_bytes() == keys[0].as_bytes()));
        assert_eq!(keys[0].as_bytes()[31], 0b1111_0000);
        assert_eq!(*keys[0].iv(), [0xff; 16]);
    }

    #[test]
    fn a_bad_key_names_the_position_and_nothing_else() {
        let key = "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C";
        for (text, position) in [
            (String::new(), 0),
            (key[..42].to_owned(), 42),
            (format!("{key}A"), 43),
            (format!("{key}="), 43),
            (format!("{key}\n"), 43),
            (format!(" {key}"), 0),
            (key.replace('7', "-"), 5),
            (key.replace('q', "钥"), 6),
        ] {
            assert_eq!(EncodingAesKey::new(&text).unwrap_err(), Error::InvalidKey { position }, "{text:?}");
        }
    }

    #[test]
    fn debug_is_redacted() {
        assert_eq!(format!("{:?}", EncodingAesKey::new("A".repeat(43)).unwrap()), "EncodingAesKey([redacted])");
    }
}
