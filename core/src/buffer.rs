//! Messages in memory of the caller's own, for bindings to languages that bring theirs.

use std::borrow::Cow;

use crate::out::Memory;
use crate::query::Stamp;
use crate::{Error, Format, MsgCrypt, envelope};

/// A reply that is to be sealed: [`MsgCrypt::encrypt`] in two steps, so that the memory between them can be the caller's.
///
/// ```
/// use wxseal::buffer::Reply;
/// # use wxseal::{Format, MsgCrypt, Stamp};
/// # let crypt = MsgCrypt::new("AAAAA", "A".repeat(43), "wxba5fad812f8e6fb9")?;
/// # let random = [7; 16];
///
/// let reply = Reply::new(&crypt, b"{}", Stamp::for_reply("1713424427", "415670741")?, Format::Json)?;
/// let mut memory = vec![0; reply.length()];
/// reply.seal_into(&random, &mut memory)?;
/// assert_eq!(memory, crypt.encrypt(b"{}", "1713424427", "415670741", Format::Json, &random)?.as_bytes());
/// # Ok::<(), wxseal::Error>(())
/// ```
pub struct Reply<'a> {
    crypt: &'a MsgCrypt,
    message: &'a [u8],
    stamp: Stamp<'a>,
    format: Format,
    encrypt_length: usize,
}

impl<'a> Reply<'a> {
    /// Takes what [`MsgCrypt::encrypt`] takes, but for the random bytes.
    ///
    /// # Errors
    /// [`Error::UnwritableReply`]: the timestamp has a leading zero, or the message is 4 GiB or longer.
    pub fn new(crypt: &'a MsgCrypt, message: &'a [u8], stamp: Stamp<'a>, format: Format) -> Result<Self, Error> {
        let encrypt_length = crypt.sealed_length(message.len())?;
        Ok(Reply { crypt, message, stamp: stamp.writable()?, format, encrypt_length })
    }

    /// How long the finished envelope is, in bytes.
    #[must_use]
    pub fn length(&self) -> usize {
        envelope::length(self.format, self.crypt.dialect_of_replies(), self.stamp, self.encrypt_length)
    }

    /// Writes the finished envelope to memory that has its [`length`](Reply::length). What the memory holds after an error
    /// means nothing. `random` is that of [`MsgCrypt::encrypt`].
    ///
    /// # Errors
    /// [`Error::UnwritableReply`]: the memory has another length.
    pub fn seal_into(&self, random: &[u8; 16], out: &mut [u8]) -> Result<(), Error> {
        let mut memory = Memory::new(out);
        envelope::write(self.format, self.crypt.dialect_of_replies(), self.stamp, &mut memory, |out| {
            self.crypt.seal_to(self.message, self.stamp, random, out)
        })?;
        if memory.is_full() { Ok(()) } else { Err(Error::UnwritableReply) }
    }
}

/// [`MsgCrypt::decrypt`], which lends the message to `read` instead of giving it away: a usual one needs no memory but that
/// which it is copied to then.
///
/// ```
/// use wxseal::{MsgCrypt, buffer};
///
/// // The reply of the official documentation.
/// let crypt = MsgCrypt::new("AAAAA", "A".repeat(43), "wxba5fad812f8e6fb9")?;
/// let body = br#"{"Encrypt":"ELGduP2YcVatjqIS+eZbp80MNLoAUWvzzyJxgGzxZO/5sAvd070Bs6qrLARC9nVHm48Y4hyRbtzve1L32tmxSQ=="}"#;
/// let signature = "1b9339964ed2e271e7c7b6ff2b0ef902fc94dea1";
/// let length = buffer::decrypt(&crypt, signature, "1713424427", "415670741", body, |message| message.len())?;
/// assert_eq!(length, r#"{"demo_resp":"good luck"}"#.len());
/// # Ok::<(), wxseal::Error>(())
/// ```
///
/// # Errors
/// Those of [`MsgCrypt::decrypt`].
pub fn decrypt<T>(
    crypt: &MsgCrypt,
    msg_signature: impl AsRef<[u8]>,
    timestamp: impl AsRef<[u8]>,
    nonce: impl AsRef<[u8]>,
    body: &[u8],
    read: impl FnOnce(&[u8]) -> T,
) -> Result<T, Error> {
    let read = |message: Cow<'_, [u8]>| read(&message);
    crypt.decrypt_and(msg_signature.as_ref(), timestamp.as_ref(), nonce.as_ref(), body, read)
}

/// How long the finished envelope of a message of so many bytes can be: as long as with the longest timestamp and nonce.
///
/// # Errors
/// [`Error::UnwritableReply`]: a message of this length is too long.
pub fn bound(crypt: &MsgCrypt, message_length: usize, format: Format) -> Result<usize, Error> {
    Ok(envelope::bound(format, crypt.dialect_of_replies(), crypt.sealed_length(message_length)?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::platform;

    #[test]
    fn a_message_of_any_length_is_lent_as_it_was_sealed() {
        let crypt = MsgCrypt::new("token", "k".repeat(43), "wx1").unwrap();
        let stamp = Stamp::new("1714112445", "n1").unwrap();
        for length in (0..=70).chain(1470..=1560).chain([3000, 3072, 65_536]) {
            let message = format!("{{\"a\":\"{}\"}}", "b".repeat(length));
            let push = platform::push(&crypt, message.as_bytes(), stamp, Format::Json, &[7; 16]).unwrap();
            let query = crate::Query::parse(&push.query).unwrap();
            let body = push.body.as_ref();
            let signature = query.msg_signature().unwrap();
            let lent = decrypt(&crypt, signature, "1714112445", "n1", body, <[u8]>::to_vec);
            assert_eq!(lent.as_deref(), Ok(message.as_bytes()), "{length}");
            assert_eq!(crypt.decrypt(signature, "1714112445", "n1", body), lent, "{length}");
        }
    }
}
