//! The parts of an envelope, for servers that have one of their own: gateways, and code that stands in for another library.

use std::fmt;

use crate::query::Stamp;
use crate::text::text;
use crate::{Error, MsgCrypt, Token, signature};

/// A sealed message in its parts: what an envelope is written from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sealed {
    /// The cipher text, in base64.
    pub encrypt: String,
    /// The signature over Token, timestamp, nonce and the cipher text, 40 lower-case hexadecimal digits.
    pub msg_signature: String,
    /// The timestamp that was signed.
    pub timestamp: String,
    /// The nonce that was signed.
    pub nonce: String,
}

/// A message, and the receive id that stood behind it.
#[derive(Clone, PartialEq, Eq)]
pub struct Opened {
    /// The message as the platform wrote it.
    pub message: Vec<u8>,
    /// Whom it is addressed to. **Nobody has compared it with anything**: whoever holds the Token and the key can address a
    /// message to whom he likes.
    pub receive_id: String,
}

/// Shows the receive id; never the message.
impl fmt::Debug for Opened {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Opened").field("receive_id", &self.receive_id).finish_non_exhaustive()
    }
}

/// The parts. [`decrypt`](MsgCrypt::decrypt) and [`encrypt`](MsgCrypt::encrypt) are the ones to use where the envelope is the
/// platform's own.
impl MsgCrypt {
    /// Pads, encrypts and signs a message, and returns the parts of its envelope.
    ///
    /// `random` is 16 fresh bytes of the operating system's generator, for every message anew: see
    /// [`encrypt`](MsgCrypt::encrypt).
    ///
    /// ```
    /// use wxseal::{MsgCrypt, Stamp};
    ///
    /// // The reply of the official documentation, with its random bytes.
    /// let crypt = MsgCrypt::new("AAAAA", "A".repeat(43), "wxba5fad812f8e6fb9")?;
    /// let stamp = Stamp::new("1713424427", "415670741")?;
    /// let sealed = crypt.seal(br#"{"demo_resp":"good luck"}"#, stamp, b"707722b803182950")?;
    /// assert_eq!(sealed.msg_signature, "1b9339964ed2e271e7c7b6ff2b0ef902fc94dea1");
    ///
    /// let opened = crypt.open(&sealed.msg_signature, stamp, &sealed.encrypt)?;
    /// assert_eq!((&*opened.message, &*opened.receive_id), (&br#"{"demo_resp":"good luck"}"#[..], "wxba5fad812f8e6fb9"));
    /// # Ok::<(), wxseal::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::UnwritableReply`]: the timestamp has a leading zero, or the message is 4 GiB or longer.
    pub fn seal(&self, message: &[u8], stamp: Stamp<'_>, random: &[u8; 16]) -> Result<Sealed, Error> {
        let stamp = stamp.writable()?;
        let mut encrypt = String::with_capacity(self.sealed_length(message.len())?);
        let msg_signature = self.seal_to(message, stamp, random, &mut encrypt)?;
        Ok(Sealed {
            encrypt,
            msg_signature: signature::text(&msg_signature),
            timestamp: stamp.timestamp().to_owned(),
            nonce: stamp.nonce().to_owned(),
        })
    }

    /// Verifies and decrypts a bare cipher text, and returns the message with the receive id that stood behind it: for a
    /// server that cannot know the id beforehand, such as one data callback for all the corps of a suite.
    ///
    /// **The receive id is the caller's to check.** [`decrypt`](MsgCrypt::decrypt) holds it against the one that is set, and is
    /// what everybody else wants; the one that is set does not count here.
    ///
    /// # Errors
    /// [`Error::MalformedEnvelope`]: the cipher text is larger than [`max_body`](MsgCrypt::max_body). Then those of
    /// [`decrypt`](MsgCrypt::decrypt) from the signature on, but for the receive id; one that is not UTF-8 is
    /// [`Error::MalformedFrame`].
    pub fn open(
        &self,
        msg_signature: impl AsRef<[u8]>,
        stamp: Stamp<'_>,
        encrypt: impl AsRef<[u8]>,
    ) -> Result<Opened, Error> {
        let encrypt = encrypt.as_ref();
        if encrypt.len() > self.largest_body() {
            return Err(Error::MalformedEnvelope);
        }
        let encrypt = text(encrypt, Error::InvalidBase64)?;
        let (message, receive_id) =
            self.open_unaddressed(&self.verify(msg_signature.as_ref(), stamp, encrypt.as_bytes())?)?;
        Ok(Opened { message, receive_id })
    }
}

/// The `msg_signature` of a cipher text: SHA-1 over Token, timestamp, nonce and `encrypt`, byte-wise sorted, in 40 lower-case
/// hexadecimal digits. For code that stands in for another library; to compare signatures is
/// [`decrypt`](MsgCrypt::decrypt)'s and [`verify_signature`](crate::verify_signature)'s, in constant time.
///
/// # Errors
/// [`Error::InvalidConfig`]: the Token is empty, or holds white space or a control character.
pub fn sign(token: impl AsRef<[u8]>, stamp: Stamp<'_>, encrypt: impl AsRef<[u8]>) -> Result<String, Error> {
    Ok(signature::text(&signature::sign(&Token::new(token)?, stamp, encrypt.as_ref())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_opened_message_is_verified_and_not_addressed() {
        let crypt = |receive_id: &str| MsgCrypt::new("token", "k".repeat(43), receive_id).unwrap();
        let stamp = Stamp::new("1714112445", "n1").unwrap();
        let sealed = crypt("ww1").seal(b"<xml/>", stamp, &[7; 16]).unwrap();
        let open = |receive_id: &str, signature: &str| crypt(receive_id).open(signature, stamp, &sealed.encrypt);
        for receive_id in ["ww1", "ww2", ""] {
            let opened = open(receive_id, &sealed.msg_signature).unwrap();
            assert_eq!((&*opened.message, &*opened.receive_id), (&b"<xml/>"[..], "ww1"));
            assert!(!format!("{opened:?}").contains("xml"));
        }
        assert_eq!(open("ww1", &"0".repeat(40)), Err(Error::SignatureMismatch));
        assert_eq!(
            crypt("ww1").max_body(8).open(&sealed.msg_signature, stamp, &sealed.encrypt),
            Err(Error::MalformedEnvelope)
        );
        assert_eq!(sign("token", stamp, &sealed.encrypt), Ok(sealed.msg_signature));
    }

    #[test]
    fn nothing_is_sealed_that_a_number_would_change() {
        let crypt = MsgCrypt::new("token", "k".repeat(43), "").unwrap();
        let stamp = Stamp::new("01", "n1").unwrap();
        assert_eq!(crypt.seal(b"", stamp, &[7; 16]), Err(Error::UnwritableReply));
    }
}
