//! Base64 and AES-256-CBC with PKCS#7 to 32 bytes (protocol.md, "Cipher text"). What the bytes mean is `frame`'s.

use std::borrow::Cow;

use aes::{Aes256Dec, Aes256Enc, Block};
use cbc::cipher::{BlockModeDecrypt, InnerIvInit, KeyInit};
use subtle::ConstantTimeEq;
use zeroize::Zeroizing;

use crate::aes_key::EncodingAesKey;
use crate::signature::Verified;
use crate::{Error, base64};

/// Pads are 1 to 32 bytes, although AES blocks have 16: a stock PKCS#7 helper refuses half of all messages.
const PAD_BLOCK: usize = 32;
const AES_BLOCK: usize = 16;
/// So many bytes are decrypted apart, which is all of a usual message: whole blocks, whole groups of base64, more than any
/// head.
const START: usize = 1536;

/// Both key schedules, made once.
pub(crate) struct Cipher {
    encrypt: Aes256Enc,
    decrypt: Aes256Dec,
    /// Half of the key, so as secret as the key is.
    iv: Zeroizing<[u8; AES_BLOCK]>,
}

impl Cipher {
    pub(crate) fn new(key: &EncodingAesKey) -> Self {
        Cipher {
            encrypt: Aes256Enc::new(key.as_bytes().into()),
            decrypt: Aes256Dec::new(key.as_bytes().into()),
            iv: key.iv(),
        }
    }

    /// Lends the plaintext without its padding: its first bytes, and the rest, which then begins where a message does. A usual
    /// message is lent where it was decrypted; a larger one has memory of its own, and is never moved.
    ///
    /// Peers that pad to 16 are read too, as every official sample reads them.
    pub(crate) fn decrypt<const HEAD: usize, T>(
        &self,
        verified: &Verified<'_>,
        read: impl FnOnce(&[u8; HEAD], Cow<'_, [u8]>) -> Result<T, Error>,
    ) -> Result<T, Error> {
        const { assert!(HEAD <= PAD_BLOCK) };
        let encrypt = verified.encrypt();
        let (first, others) = encrypt.split_at_checked(base64::encoded_length(START)).unwrap_or((encrypt, &[]));
        let mut cbc = cbc::Decryptor::inner_iv_init(&self.decrypt, (&*self.iv).into());
        let mut decrypt = |bytes: &mut [u8]| {
            let (blocks, rest) = Block::slice_as_chunks_mut(bytes);
            cbc.decrypt_blocks(blocks);
            if rest.is_empty() { Ok(()) } else { Err(Error::DecryptFailed) }
        };

        let mut start = [0; START];
        let start = base64::decode_into(first, &mut start)?;
        // What is padded in its middle is not one text.
        if start.len() < START && !others.is_empty() {
            return Err(Error::InvalidBase64);
        }
        if start.len() < PAD_BLOCK {
            return Err(Error::DecryptFailed);
        }
        decrypt(start)?;
        let (head, behind_head) = start.split_first_chunk().ok_or(Error::DecryptFailed)?;
        if others.is_empty() {
            let pad = pad_length(start.last_chunk().ok_or(Error::DecryptFailed)?)?;
            // A frame without a whole head has no length either.
            let rest = behind_head.len().checked_sub(pad).and_then(|length| behind_head.get(..length));
            return read(head, Cow::Borrowed(rest.ok_or(Error::MalformedFrame)?));
        }

        let others_length = base64::decoded_length(others);
        let mut rest = Vec::with_capacity(behind_head.len() + others_length);
        rest.extend_from_slice(behind_head);
        rest.resize(behind_head.len() + others_length, 0);
        let (_, behind_start) = rest.split_at_mut_checked(behind_head.len()).ok_or(Error::InvalidBase64)?;
        if base64::decode_into(others, behind_start)?.len() != others_length {
            return Err(Error::InvalidBase64);
        }
        decrypt(behind_start)?;
        let pad = pad_length(rest.last_chunk().ok_or(Error::DecryptFailed)?)?;
        rest.truncate(rest.len().saturating_sub(pad));
        read(head, Cow::Owned(rest))
    }

    /// Whether a cipher text's length is one that only padding to 16 bytes makes.
    pub(crate) fn is_padded_to_16(encrypt: &[u8]) -> bool {
        base64::decode(encrypt).is_ok_and(|bytes| bytes.len() % PAD_BLOCK == AES_BLOCK)
    }

    /// The key schedule and the IV that frames are encrypted with.
    pub(crate) fn encryption(&self) -> (&Aes256Enc, &[u8; AES_BLOCK]) {
        (&self.encrypt, &self.iv)
    }
}

/// A frame's length with its padding; a frame that is a whole number of pad blocks gets one more.
pub(crate) const fn padded_length(frame: usize) -> usize {
    (frame / PAD_BLOCK + 1).saturating_mul(PAD_BLOCK)
}

/// How many characters of base64 a frame of this length becomes.
pub(crate) const fn encrypted_length(frame: usize) -> usize {
    base64::encoded_length(padded_length(frame))
}

/// Reads the last byte and checks that as many bytes equal it, without a branch on any of them. It is one loop that the compiler
/// makes vectors of: `subtle` looks at each byte apart, and a short push took a seventh longer.
fn pad_length(tail: &[u8; PAD_BLOCK]) -> Result<usize, Error> {
    let [.., pad] = *tail;
    let mut wrong = u8::from(!(1..=32).contains(&pad));
    for (distance, byte) in (1u8..).zip(tail.iter().rev()) {
        let inside = u8::from(distance <= pad).wrapping_neg();
        wrong |= inside & (byte ^ pad);
    }
    if wrong.ct_eq(&0).into() { Ok(usize::from(pad)) } else { Err(Error::DecryptFailed) }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The rule as a sentence: the last byte says how many bytes equal it.
    fn naive_pad_length(bytes: &[u8]) -> Option<usize> {
        let pad = *bytes.last()?;
        let tail = bytes.len().checked_sub(pad.into())?;
        ((1..=32).contains(&pad) && bytes[tail..].iter().all(|&b| b == pad)).then_some(pad.into())
    }

    #[test]
    fn every_pair_of_last_bytes_over_every_run() {
        for last in 0..=255 {
            for other in 0..=255 {
                for run in [1, 2, 15, 16, 17, 31, 32] {
                    let mut bytes = [other; 48];
                    bytes[48 - run..].fill(last);
                    assert_eq!(
                        pad_length(bytes.last_chunk().unwrap()).ok(),
                        naive_pad_length(&bytes),
                        "{other} then {run} of {last}"
                    );
                }
            }
        }
    }

    #[test]
    fn lengths() {
        assert_eq!([0, 1, 31, 32, 33].map(padded_length), [32, 32, 32, 64, 64]);
        assert_eq!([0, 32, 64].map(encrypted_length), [44, 88, 128]);
    }
}
