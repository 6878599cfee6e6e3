//! Sealing into memory of the caller's own, for bindings to languages that bring theirs.

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

/// How long the finished envelope of a message of so many bytes can be: as long as with the longest timestamp and nonce.
///
/// # Errors
/// [`Error::UnwritableReply`]: a message of this length is too long.
pub fn bound(crypt: &MsgCrypt, message_length: usize, format: Format) -> Result<usize, Error> {
    Ok(envelope::bound(format, crypt.dialect_of_replies(), crypt.sealed_length(message_length)?))
}
