//! What is encrypted: `random(16) ‖ be32(length of message) ‖ message ‖ receive_id` (protocol.md, "Cipher text").

use crate::Error;
use crate::cipher::padded_length;

const RANDOM: usize = 16;
const HEAD: usize = RANDOM + size_of::<u32>();

/// The random bytes and the message's length.
pub(crate) type Head = [u8; HEAD];

/// The length of a frame before its padding, below 4 GiB as its message's length field is.
pub(crate) fn length(message_length: usize, receive_id: &str) -> Result<usize, Error> {
    let length = message_length.checked_add(HEAD + receive_id.len()).ok_or(Error::UnwritableReply)?;
    u32::try_from(length).map_err(|_| Error::UnwritableReply)?;
    Ok(length)
}

/// The head of a frame.
pub(crate) fn head(random: &[u8; RANDOM], message: &[u8]) -> Result<Head, Error> {
    let length = u32::try_from(message.len()).map_err(|_| Error::UnwritableReply)?;
    let mut head = [0; HEAD];
    let (first, last) = head.split_first_chunk_mut().ok_or(Error::UnwritableReply)?;
    *first = *random;
    last.copy_from_slice(&length.to_be_bytes());
    Ok(head)
}

/// What is left of a padded frame. Its parts are joined nowhere but where they are encrypted.
pub(crate) struct Frame<'a> {
    parts: [&'a [u8]; 3],
    pad: u8,
    left: usize,
}

impl<'a> Frame<'a> {
    pub(crate) fn new(head: &'a Head, message: &'a [u8], receive_id: &'a str) -> Result<Self, Error> {
        let length = length(message.len(), receive_id)?;
        let left = padded_length(length);
        let pad = u8::try_from(left - length).map_err(|_| Error::UnwritableReply)?;
        Ok(Self { parts: [head, message, receive_id.as_bytes()], pad, left })
    }

    /// How many bytes are left.
    pub(crate) fn left(&self) -> usize {
        self.left
    }

    /// Takes as many bytes as `step` has; there are so many.
    #[inline]
    pub(crate) fn fill(&mut self, step: &mut [u8]) {
        self.left = self.left.saturating_sub(step.len());
        if let [[], message, _] = &mut self.parts
            && let Some(whole) = message.split_off(..step.len())
        {
            step.copy_from_slice(whole);
            return;
        }
        let mut rest = step;
        for part in &mut self.parts {
            let length = part.len().min(rest.len());
            if let (Some(from), Some(to)) = (part.split_off(..length), rest.split_off_mut(..length)) {
                to.copy_from_slice(from);
            }
        }
        rest.fill(self.pad);
    }
}

/// How long the message is that the rest of a frame begins with; what follows it must be exactly the receive id.
pub(crate) fn unpack(head: &Head, rest: &[u8], receive_id: &str) -> Result<usize, Error> {
    let (message, found) = split(head, rest).ok_or(Error::MalformedFrame)?;
    // Neither is secret, and the signature has held.
    if found == receive_id.as_bytes() { Ok(message.len()) } else { Err(Error::ReceiveIdMismatch) }
}

/// The receive id that stands in a frame.
pub(crate) fn receive_id<'r>(head: &Head, rest: &'r [u8]) -> Option<&'r [u8]> {
    split(head, rest).map(|(_, receive_id)| receive_id)
}

/// The message and the receive id behind it.
fn split<'r>(head: &Head, rest: &'r [u8]) -> Option<(&'r [u8], &'r [u8])> {
    let length = u32::from_be_bytes(*head.last_chunk()?);
    rest.split_at_checked(usize::try_from(length).ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn unpacked(length: u32, rest: &[u8], receive_id: &str) -> Result<usize, Error> {
        let mut head = [7; HEAD];
        head[RANDOM..].copy_from_slice(&length.to_be_bytes());
        unpack(&head, rest, receive_id)
    }

    #[test]
    fn the_length_is_exact() {
        assert_eq!(unpacked(2, b"{}wx1", "wx1"), Ok(2));
        assert_eq!(unpacked(0, b"", ""), Ok(0));
        assert_eq!(unpacked(1, b"{}wx1", "wx1"), Err(Error::ReceiveIdMismatch));
        assert_eq!(unpacked(5, b"{}wx1", "wx1"), Err(Error::ReceiveIdMismatch));
        for length in [6, 0x7fff_ffff, 0x8000_0000, 0xffff_ffec, u32::MAX] {
            assert_eq!(unpacked(length, b"{}wx1", "wx1"), Err(Error::MalformedFrame), "{length}");
        }
    }

    #[test]
    fn an_empty_receive_id_means_empty() {
        assert_eq!(unpacked(2, b"{}wx1", ""), Err(Error::ReceiveIdMismatch));
        assert_eq!(unpacked(2, b"{}", "wx1"), Err(Error::ReceiveIdMismatch));
    }

    #[test]
    fn a_frame_is_its_parts_and_its_padding_whatever_the_steps() {
        let message = "你好".as_bytes();
        let head = head(&[7; 16], message).unwrap();
        let mut whole = [&head[..], message, b"wx1"].concat();
        assert_eq!(whole.len(), length(message.len(), "wx1").unwrap());
        whole.resize(32, 3);
        for step in 1..=32 {
            let mut frame = Frame::new(&head, message, "wx1").unwrap();
            let mut filled = vec![0; 32];
            filled.chunks_mut(step).for_each(|step| frame.fill(step));
            assert_eq!((filled, frame.left()), (whole.clone(), 0), "{step}");
        }
        let (head, rest) = whole[..29].split_first_chunk().unwrap();
        assert_eq!(unpack(head, rest, "wx1"), Ok(6));
    }
}
