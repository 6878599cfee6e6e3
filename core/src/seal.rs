//! From a frame to cipher text and signature in one pass: AES-256-CBC, base64 and SHA-1 take turns (DESIGN.md).
#![expect(
    clippy::inline_always,
    reason = "what stands apart from the backend's function is compiled without its processor's instructions"
)]

use aes::Block;
use cbc::cipher::consts::U16;
use cbc::cipher::{BlockCipherEncBackend, BlockCipherEncClosure, BlockCipherEncrypt, BlockSizeUser};
use sha1::block_api::Sha1Core;
use sha1::digest::Output;
use sha1::digest::array::Array;
use sha1::digest::block_api::{Buffer, FixedOutputCore, UpdateCore};

use crate::Error;
use crate::cipher::Cipher;
use crate::frame::Frame;
use crate::out::Out;
use crate::signature::{self, Hex};

/// Three blocks of AES, whose base64 is a block of SHA-1.
const STEP: usize = 48;
const BLOCK: usize = 64;
/// So much is encoded at once: smaller groups cost the encoder more, since it takes their ends byte by byte, and in larger
/// ones SHA-1 waits longer for its text. The first is a step, so that it has some soon.
const GROUP: usize = 2 * STEP;

/// Encrypts a frame to the end of `out`, in base64, and returns the signature over it and the three others.
pub(crate) fn seal<'a>(
    cipher: &Cipher,
    mut frame: Frame<'a>,
    others: [&'a [u8]; 3],
    out: &mut impl Out,
) -> Result<Hex, Error> {
    let begin = out.length();
    let mut signature = Signature::over(others);
    let mut result = Err(Error::UnwritableReply);
    let (key, iv) = cipher.encryption();
    key.encrypt_with_backend(Pass {
        iv,
        frame: &mut frame,
        signature: &mut signature,
        begin,
        out: &mut *out,
        result: &mut result,
    });
    result?;
    Ok(signature::hex(&signature.finish(out.since(begin))))
}

/// What the pass needs once `aes` has found the processor's instructions; references, for it is handed on by value.
struct Pass<'p, 'a, O> {
    iv: &'p [u8; 16],
    frame: &'p mut Frame<'a>,
    signature: &'p mut Signature<'a>,
    /// Where the text begins that is to be written.
    begin: usize,
    out: &'p mut O,
    result: &'p mut Result<(), Error>,
}

impl<O> BlockSizeUser for Pass<'_, '_, O> {
    type BlockSize = U16;
}

impl<O: Out> BlockCipherEncClosure for Pass<'_, '_, O> {
    #[inline(always)]
    fn call<B: BlockCipherEncBackend<BlockSize = U16>>(self, backend: &B) {
        let Pass { iv, frame, signature, begin, out, result } = self;
        *result = run(backend, iv, frame, signature, begin, out);
    }
}

/// Both chains wait, AES for its last block and SHA-1 for its own, and neither for the other: what is hashed in a step was
/// encoded in an earlier one. So the processor works at both at once.
#[inline(always)]
fn run<B: BlockCipherEncBackend<BlockSize = U16>, O: Out>(
    backend: &B,
    iv: &[u8; 16],
    frame: &mut Frame<'_>,
    signature: &mut Signature<'_>,
    begin: usize,
    out: &mut O,
) -> Result<(), Error> {
    // The last cipher block stays in registers: on its way through memory CBC would be a tenth slower.
    let mut link = Block::from(*iv);
    // A message is encrypted where it was copied to: nothing of it stays behind.
    let mut group = [0; GROUP];
    let mut size = STEP;
    while frame.left() > 0 {
        let text = out.since(begin);
        let group = group.get_mut(..frame.left().min(size)).ok_or(Error::UnwritableReply)?;
        for step in group.chunks_mut(STEP) {
            frame.fill(step);
            for block in Block::slice_as_chunks_mut(step).0 {
                link.iter_mut().zip(&*block).for_each(|(link, byte)| *link ^= byte);
                backend.encrypt_block_inplace(&mut link);
                *block = link;
            }
            signature.advance(text);
        }
        out.push_base64(group)?;
        size = GROUP;
    }
    Ok(())
}

/// SHA-1 over four parts, sorted by their bytes and joined, of which one, the text, is still being written.
struct Signature<'a> {
    others: [&'a [u8]; 3],
    /// The core, since whole blocks need none of what `Digest` does around it: 2 % of a reply of 1 KiB.
    sha1: Sha1Core,
    /// What is not a whole block yet.
    buffer: Buffer<Sha1Core>,
    progress: Option<Progress>,
}

/// Known once the text is as long as each of the others, so that their order is decided.
#[derive(Clone, Copy)]
struct Progress {
    /// How many of the others stand before the text.
    before: usize,
    /// How much of the text is hashed: what is left begins where a block of SHA-1 does, and is hashed where it lies.
    hashed: usize,
}

impl<'a> Signature<'a> {
    fn over(others: [&'a [u8]; 3]) -> Self {
        Self { others, sha1: Sha1Core::default(), buffer: Buffer::<Sha1Core>::default(), progress: None }
    }

    /// Hashes one block of what is written, where there is a whole one.
    #[inline(always)]
    fn advance(&mut self, text: &[u8]) {
        if let Some(progress) = &mut self.progress {
            if let Some(block) = text.get(progress.hashed..).and_then(<[u8]>::first_chunk::<BLOCK>) {
                self.sha1.update_blocks(Array::cast_slice_from_core(std::slice::from_ref(block)));
                progress.hashed += BLOCK;
            }
        } else if self.others.iter().all(|other| other.len() <= text.len()) {
            self.begin(text);
        }
    }

    /// Hashes what stands before the text, and so much of the text as fills the block.
    fn begin(&mut self, text: &[u8]) -> Progress {
        signature::sort(&mut self.others);
        let before = self.others.partition_point(|other| *other <= text);
        let mut length = 0;
        for other in self.others.into_iter().take(before) {
            self.update(other);
            length += other.len();
        }
        let hashed = text.len().min(length.next_multiple_of(BLOCK) - length);
        self.update(text.get(..hashed).unwrap_or_default());
        *self.progress.insert(Progress { before, hashed })
    }

    /// `text` is all of it.
    fn finish(&mut self, text: &[u8]) -> [u8; 20] {
        let Progress { before, hashed } = self.progress.unwrap_or_else(|| self.begin(text));
        self.update(text.get(hashed..).unwrap_or_default());
        for other in self.others.into_iter().skip(before) {
            self.update(other);
        }
        let mut digest = Output::<Sha1Core>::default();
        self.sha1.finalize_fixed_core(&mut self.buffer, &mut digest);
        digest.into()
    }

    fn update(&mut self, part: &[u8]) {
        self.buffer.digest_blocks(part, |blocks| self.sha1.update_blocks(blocks));
    }
}

#[cfg(test)]
mod tests {
    use ::base64::Engine;
    use ::base64::engine::general_purpose::STANDARD;
    use cbc::cipher::{BlockModeEncrypt, KeyIvInit};
    use sha1::{Digest, Sha1};

    use super::*;
    use crate::aes_key::EncodingAesKey;
    use crate::frame;
    use crate::out::Memory;

    const RANDOM: &[u8; 16] = b"0123456789abcdef";

    fn key() -> EncodingAesKey {
        EncodingAesKey::new("jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C").unwrap()
    }

    fn message(length: usize) -> Vec<u8> {
        (0..=250).cycle().take(length).collect()
    }

    /// The protocol as a sentence: join, pad, encrypt, encode; sort, join, hash.
    fn twin_text(message: &[u8], receive_id: &str) -> String {
        let length = u32::try_from(message.len()).unwrap().to_be_bytes();
        let mut frame = [RANDOM, &length[..], message, receive_id.as_bytes()].concat();
        let pad = 32 - frame.len() % 32;
        frame.extend(std::iter::repeat_n(u8::try_from(pad).unwrap(), pad));
        let key = key();
        let mut cbc = cbc::Encryptor::<aes::Aes256>::new(key.as_bytes().into(), (&*key.iv()).into());
        cbc.encrypt_blocks(Block::slice_as_chunks_mut(&mut frame).0);
        STANDARD.encode(frame)
    }

    fn twin_signature(text: &str, others: [&[u8]; 3]) -> String {
        let mut parts = vec![text.as_bytes()];
        parts.extend(others);
        parts.sort_unstable();
        Sha1::digest(parts.concat()).iter().fold(String::new(), |hex, byte| hex + &format!("{byte:02x}"))
    }

    #[track_caller]
    fn check(text: &str, message: &[u8], receive_id: &str, others: [&[u8]; 3]) {
        let head = frame::head(RANDOM, message).unwrap();
        let frame = || Frame::new(&head, message, receive_id).unwrap();
        let mut out = String::from("What stands before it");
        let signature = seal(&Cipher::new(&key()), frame(), others, &mut out).unwrap();
        let sealed = out.strip_prefix("What stands before it");
        assert!(sealed == Some(text), "the cipher text of {} bytes for {receive_id:?}", message.len());
        assert_eq!(signature::text(&signature), twin_signature(text, others), "{} bytes, {others:?}", message.len());

        let mut bytes = vec![b' '; text.len()];
        let mut memory = Memory::new(&mut bytes);
        assert_eq!(seal(&Cipher::new(&key()), frame(), others, &mut memory), Ok(signature));
        assert!(memory.is_full() && bytes == text.as_bytes(), "{} bytes for {receive_id:?}", message.len());
    }

    #[test]
    fn every_length_is_what_two_passes_make() {
        for receive_id in ["", "wx1", "wxba5fad812f8e6fb9", &"w".repeat(200)] {
            for length in (0..=400).chain([1023, 1024, 1500, 4095, 4096, 65_535, 65_536, 200_000]) {
                let message = message(length);
                let text = twin_text(&message, receive_id);
                check(&text, &message, receive_id, [b"token", b"1714112445", b"415670741"]);
            }
        }
    }

    #[test]
    fn the_text_stands_first_in_the_middle_and_last() {
        // Neither is of base64: the one sorts before all of it, the other behind.
        for lengths in [[1, 1, 1], [5, 10, 9], [63, 10, 9], [64, 10, 9], [65, 64, 63], [127, 128, 129], [500, 10, 63]] {
            for behind in 0..8 {
                let others: [Vec<u8>; 3] =
                    std::array::from_fn(|i| vec![if behind >> i & 1 == 0 { b'!' } else { b'~' }; lengths[i]]);
                for length in [0, 1, 27, 28, 29, 60, 75, 76, 77, 171, 172, 173, 300, 1024] {
                    let message = message(length);
                    let text = twin_text(&message, "wx1");
                    check(&text, &message, "wx1", [&others[0], &others[1], &others[2]]);
                }
            }
        }
    }

    #[test]
    fn a_token_may_begin_as_the_text_does() {
        for length in [0, 28, 100, 300] {
            let message = message(length);
            let text = twin_text(&message, "wx1");
            for begun in 1..=text.len() {
                for behind in ["", "!", "~", "A", "z", &"A".repeat(70)] {
                    let token = format!("{}{behind}", &text[..begun]);
                    check(&text, &message, "wx1", [token.as_bytes(), b"1714112445", b"n"]);
                    check(&text, &message, "wx1", [b"~", token.as_bytes(), token.as_bytes()]);
                }
            }
        }
    }

    #[test]
    fn memory_that_is_too_short_is_an_error() {
        let head = frame::head(RANDOM, b"{}").unwrap();
        for length in [0, 1, 43] {
            let frame = Frame::new(&head, b"{}", "wx1").unwrap();
            let mut memory = vec![b' '; length];
            let sealed = seal(&Cipher::new(&key()), frame, [b"t", b"1", b"n"], &mut Memory::new(&mut memory));
            assert_eq!(sealed, Err(Error::UnwritableReply));
        }
    }
}
