//! Signature, base64, AES frame: core/src/protocol.md, line by line.

use std::sync::LazyLock;

use aes::Aes256;
use cbc::cipher::{BlockModeDecrypt, BlockModeEncrypt, KeyIvInit};
use sha1::{Digest, Sha1};
use wxseal_core::Error;

use crate::{KEY, RANDOM, RECEIVE_ID};

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// `hex(sha1(concat(sort(parts))))`
pub fn sign(parts: &[&str]) -> String {
    let mut parts = parts.to_vec();
    parts.sort_unstable();
    Sha1::digest(parts.concat()).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// `random(16) ‖ be32(length) ‖ message ‖ receive id`
pub fn frame(message: &[u8]) -> Vec<u8> {
    let length = u32::try_from(message.len()).unwrap();
    [&RANDOM[..], &length.to_be_bytes(), message, RECEIVE_ID.as_bytes()].concat()
}

/// PKCS#7 to 32.
pub fn padded(mut frame: Vec<u8>) -> Vec<u8> {
    let pad = 32 - frame.len() % 32;
    frame.resize(frame.len() + pad, u8::try_from(pad).unwrap());
    frame
}

/// Encrypts whole AES blocks, whatever they hold.
pub fn encrypt(plaintext: &[u8]) -> String {
    let mut bytes = plaintext.to_vec();
    let (blocks, rest) = aes::Block::slice_as_chunks_mut(&mut bytes);
    assert!(rest.is_empty());
    let (key, iv) = *KEYS;
    cbc::Encryptor::<Aes256>::new(&key.into(), &iv.into()).encrypt_blocks(blocks);
    encode(&bytes)
}

/// The message of a cipher text, or what is wrong with it.
pub fn open(encrypt: &str) -> Result<Vec<u8>, Error> {
    let mut bytes = decode(encrypt).ok_or(Error::InvalidBase64)?;
    if bytes.len() < 32 || bytes.len() % 16 != 0 {
        return Err(Error::DecryptFailed);
    }
    let (key, iv) = *KEYS;
    let (blocks, _) = aes::Block::slice_as_chunks_mut(&mut bytes);
    cbc::Decryptor::<Aes256>::new(&key.into(), &iv.into()).decrypt_blocks(blocks);

    let pad = bytes[bytes.len() - 1];
    let length = bytes.len().saturating_sub(pad.into());
    if !(1..=32).contains(&pad) || bytes[length..].iter().any(|&byte| byte != pad) {
        return Err(Error::DecryptFailed);
    }
    let frame = &bytes[..length];

    let said = frame.get(16..20).ok_or(Error::MalformedFrame)?;
    let said = u32::from_be_bytes(said.try_into().unwrap()) as usize;
    let message = frame[20..].get(..said).ok_or(Error::MalformedFrame)?;
    if frame[20 + said..] == *RECEIVE_ID.as_bytes() { Ok(message.to_vec()) } else { Err(Error::ReceiveIdMismatch) }
}

/// The AES key and the IV.
static KEYS: LazyLock<([u8; 32], [u8; 16])> = LazyLock::new(|| {
    // 43 characters and any 44th are 33 bytes; the bits beyond 32 are thrown away.
    let bytes = bits(&format!("{KEY}A")).unwrap();
    (bytes[..32].try_into().unwrap(), bytes[..16].try_into().unwrap())
});

pub fn encode(bytes: &[u8]) -> String {
    let mut text = String::new();
    for group in bytes.chunks(3) {
        let mut three = [0; 3];
        three[..group.len()].copy_from_slice(group);
        let joined = u32::from_be_bytes([0, three[0], three[1], three[2]]);
        for place in 0..4 {
            let digit = joined >> (18 - 6 * place) & 63;
            text.push(if place > group.len() { '=' } else { ALPHABET[digit as usize].into() });
        }
    }
    text
}

/// Canonical is what encoding gives.
pub fn decode(text: &str) -> Option<Vec<u8>> {
    let digits = text.trim_end_matches('=');
    let bytes = bits(&(digits.to_owned() + &"A".repeat(text.len() - digits.len())))?;
    let bytes = bytes.get(..bytes.len().checked_sub(text.len() - digits.len())?)?;
    (encode(bytes) == text).then(|| bytes.to_vec())
}

/// Whole groups of four characters.
fn bits(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    for four in text.as_bytes().chunks(4) {
        let four: [u8; 4] = four.try_into().ok()?;
        let mut joined = 0;
        for character in four {
            joined = joined << 6 | digit(character)?;
        }
        bytes.extend_from_slice(&joined.to_be_bytes()[1..]);
    }
    Some(bytes)
}

fn digit(character: u8) -> Option<u32> {
    Some(u32::from(match character {
        b'A'..=b'Z' => character - b'A',
        b'a'..=b'z' => character - b'a' + 26,
        b'0'..=b'9' => character - b'0' + 52,
        b'+' => 62,
        b'/' => 63,
        _ => return None,
    }))
}
