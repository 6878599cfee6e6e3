//! Where a reply is written to, piece by piece.
#![expect(clippy::inline_always, reason = "what the pass of `seal` calls is compiled for its processor's instructions")]

use crate::{Error, base64};

/// Memory of the caller's, or a text of the reply's own: that is known to be text as it grows, so that nobody has to look at
/// it again, and its memory is written once.
pub(crate) trait Out {
    fn length(&self) -> usize;
    /// What was written behind its first so many bytes.
    fn since(&self, length: usize) -> &[u8];
    fn push(&mut self, piece: &str) -> Result<(), Error>;
    fn push_base64(&mut self, bytes: &[u8]) -> Result<(), Error>;
}

impl Out for String {
    fn length(&self) -> usize {
        self.len()
    }

    #[inline(always)]
    fn since(&self, length: usize) -> &[u8] {
        self.as_bytes().get(length..).unwrap_or_default()
    }

    fn push(&mut self, piece: &str) -> Result<(), Error> {
        self.push_str(piece);
        Ok(())
    }

    #[inline(always)]
    fn push_base64(&mut self, bytes: &[u8]) -> Result<(), Error> {
        base64::encode_append(bytes, self);
        Ok(())
    }
}

/// Memory that is there already, and how much of it is filled.
pub(crate) struct Memory<'o> {
    bytes: &'o mut [u8],
    filled: usize,
}

impl<'o> Memory<'o> {
    pub(crate) fn new(bytes: &'o mut [u8]) -> Self {
        Memory { bytes, filled: 0 }
    }

    pub(crate) fn is_full(&self) -> bool {
        self.filled == self.bytes.len()
    }
}

impl Out for Memory<'_> {
    fn length(&self) -> usize {
        self.filled
    }

    #[inline(always)]
    fn since(&self, length: usize) -> &[u8] {
        self.bytes.get(length..self.filled).unwrap_or_default()
    }

    fn push(&mut self, piece: &str) -> Result<(), Error> {
        let room = self.bytes.get_mut(self.filled..).and_then(|room| room.get_mut(..piece.len()));
        room.ok_or(Error::UnwritableReply)?.copy_from_slice(piece.as_bytes());
        self.filled += piece.len();
        Ok(())
    }

    #[inline(always)]
    fn push_base64(&mut self, bytes: &[u8]) -> Result<(), Error> {
        self.filled += base64::encode_into(bytes, self.bytes.get_mut(self.filled..).unwrap_or_default())?;
        Ok(())
    }
}
