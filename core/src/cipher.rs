//! Base64 and AES-256-CBC with PKCS#7 to 32 bytes (protocol.md, "Cipher text"). What the bytes mean is `frame`'s.

use aes::{Aes256Dec, Aes256Enc, Block};
use cbc::cipher::consts::U16;
use cbc::cipher::{
    BlockCipherEncBackend, BlockCipherEncClosure, BlockCipherEncrypt, BlockModeDecrypt, BlockSizeUser, InnerIvInit,
    KeyInit,
};
use subtle::ConstantTimeEq;
use zeroize::Zeroizing;

use crate::aes_key::EncodingAesKey;
use crate::signature::Verified;
use crate::{Error, base64};

/// Pads are 1 to 32 bytes, although AES blocks have 16: a stock PKCS#7 helper refuses half of all messages.
const PAD_BLOCK: usize = 32;
const AES_BLOCK: usize = 16;

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

    /// The plaintext without its padding.
    ///
    /// Peers that pad to 16 are read too, as every official sample reads them.
    pub(crate) fn decrypt(&self, verified: &Verified<'_>) -> Result<Vec<u8>, Error> {
        let mut bytes = base64::decode(verified.encrypt())?;
        let (blocks, rest) = Block::slice_as_chunks_mut(&mut bytes);
        if blocks.len() < PAD_BLOCK / AES_BLOCK || !rest.is_empty() {
            return Err(Error::DecryptFailed);
        }
        cbc::Decryptor::inner_iv_init(&self.decrypt, (&*self.iv).into()).decrypt_blocks(blocks);
        let length = bytes.len() - pad_length(&bytes)?;
        bytes.truncate(length);
        Ok(bytes)
    }

    /// Whether a cipher text's length is one that only padding to 16 bytes makes.
    pub(crate) fn is_padded_to_16(encrypt: &[u8]) -> bool {
        base64::decode(encrypt).is_ok_and(|bytes| bytes.len() % PAD_BLOCK == AES_BLOCK)
    }

    /// Pads and encrypts the frame, and writes it to `out` as base64: [`encrypted_length`] characters.
    pub(crate) fn encrypt(&self, mut frame: Vec<u8>, out: &mut [u8]) -> Result<(), Error> {
        let length = padded_length(frame.len());
        let pad = u8::try_from(length - frame.len()).map_err(|_| Error::UnwritableReply)?;
        frame.resize(length, pad);
        let (blocks, _) = Block::slice_as_chunks_mut(&mut frame);
        self.encrypt.encrypt_with_backend(Chain { iv: (&*self.iv).into(), blocks });
        base64::encode(&frame, out)
    }
}

/// CBC, as [`cbc::Encryptor`] has it, but with the last cipher block in registers: each block waits for the one before
/// it, and on its way through memory it would be a tenth slower.
struct Chain<'a> {
    iv: &'a Block,
    blocks: &'a mut [Block],
}

impl BlockSizeUser for Chain<'_> {
    type BlockSize = U16;
}

impl BlockCipherEncClosure for Chain<'_> {
    #[inline]
    fn call<B: BlockCipherEncBackend<BlockSize = U16>>(self, backend: &B) {
        let mut link = *self.iv;
        for block in self.blocks {
            link.iter_mut().zip(&*block).for_each(|(link, byte)| *link ^= byte);
            backend.encrypt_block((&mut link).into());
            *block = link;
        }
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

/// Reads the last byte and checks that as many bytes equal it, without a branch on any of them.
fn pad_length(bytes: &[u8]) -> Result<usize, Error> {
    let tail = bytes.last_chunk::<PAD_BLOCK>().ok_or(Error::DecryptFailed)?;
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
                    assert_eq!(pad_length(&bytes).ok(), naive_pad_length(&bytes), "{other} then {run} of {last}");
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
