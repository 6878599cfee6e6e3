//! What is encrypted: `random(16) ‖ be32(length of message) ‖ message ‖ receive_id` (protocol.md, "Cipher text").

use crate::Error;

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

pub(crate) fn pack(frame: &mut Vec<u8>, random: &[u8; RANDOM], message: &[u8], receive_id: &str) -> Result<(), Error> {
    let length = u32::try_from(message.len()).map_err(|_| Error::UnwritableReply)?;
    frame.extend_from_slice(random);
    frame.extend_from_slice(&length.to_be_bytes());
    frame.extend_from_slice(message);
    frame.extend_from_slice(receive_id.as_bytes());
    Ok(())
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
    fn what_is_packed_has_the_length_that_was_said() {
        let mut packed = Vec::new();
        pack(&mut packed, &[7; 16], "你好".as_bytes(), "wx1").unwrap();
        assert_eq!(packed.len(), length(6, "wx1").unwrap());
        let (head, rest) = packed.split_first_chunk().unwrap();
        assert_eq!(unpack(head, rest, "wx1"), Ok(6));
    }
}
