//! The protocol a second time, as naively as core/src/protocol.md says it: what the tests and the fuzzers forge, and what they
//! hold the library to. It shares the block cipher and the hash with the library, and no line of code.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::missing_panics_doc,
    reason = "a test fails by panicking"
)]

use aes::Aes256;
use aes::cipher::consts::U16;
use aes::cipher::{Array, BlockCipherDecrypt, BlockCipherEncrypt, KeyInit};
use sha1::{Digest, Sha1};

pub mod base64;

/// `hex(sha1(bytes))`
#[must_use]
pub fn sha1_hex(bytes: &[u8]) -> String {
    Sha1::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect::<Vec<_>>().concat()
}

/// `concat(sort(parts))`, by their bytes: the text that is hashed.
#[must_use]
pub fn joined(parts: &[&str]) -> String {
    let mut parts = parts.to_vec();
    parts.sort_unstable_by_key(|part| part.as_bytes());
    parts.concat()
}

/// The signature of three parts or four.
#[must_use]
pub fn sign(parts: &[&str]) -> String {
    sha1_hex(joined(parts).as_bytes())
}

/// `random ‖ be32(length) ‖ message ‖ receive id`, whatever the length says.
#[must_use]
pub fn frame(random: [u8; 16], length: u32, message: &[u8], receive_id: &[u8]) -> Vec<u8> {
    [&random[..], &length.to_be_bytes(), message, receive_id].concat()
}

/// PKCS#7 to a block: the protocol's is 32.
#[must_use]
pub fn padded(frame: impl Into<Vec<u8>>, block: usize) -> Vec<u8> {
    let mut frame = frame.into();
    let pad = block - frame.len() % block;
    frame.resize(frame.len() + pad, u8::try_from(pad).unwrap());
    frame
}

/// The cipher text of whole AES blocks, whatever they hold, as base64.
#[must_use]
pub fn encrypt(key: &str, blocks: &[u8]) -> String {
    let key = key_bytes(key);
    base64::encode(&chain(&Aes256::new(&Array(key)), iv(&key), blocks))
}

/// What whole blocks of a cipher text decrypt to.
#[must_use]
pub fn decrypt(key: &str, blocks: &[u8]) -> Vec<u8> {
    let key = key_bytes(key);
    let (cipher, mut previous) = (Aes256::new(&Array(key)), iv(&key));
    let mut out = Vec::new();
    for sealed in whole(blocks) {
        let mut block = Array(*sealed);
        cipher.decrypt_block(&mut block);
        out.extend(block.iter().zip(previous).map(|(byte, mask)| byte ^ mask));
        previous = *sealed;
    }
    out
}

/// CBC over whole blocks, with AES of any key.
#[must_use]
pub fn chain(cipher: &impl BlockCipherEncrypt<BlockSize = U16>, iv: [u8; 16], blocks: &[u8]) -> Vec<u8> {
    let (mut previous, mut out) = (iv, Vec::new());
    for block in whole(blocks) {
        let mut block = Array(std::array::from_fn(|index| block[index] ^ previous[index]));
        cipher.encrypt_block(&mut block);
        previous = block.0;
        out.extend_from_slice(&previous);
    }
    out
}

/// The `Encrypt` of a message, as it should be.
#[must_use]
pub fn seal(key: &str, random: [u8; 16], message: &[u8], receive_id: &str) -> String {
    let length = u32::try_from(message.len()).unwrap();
    encrypt(key, &padded(frame(random, length, message, receive_id.as_bytes()), 32))
}

/// The message in an `Encrypt`.
///
/// # Errors
/// The name of the error that the protocol has for what is wrong with it.
pub fn open(key: &str, encrypt: &str, receive_id: &str) -> Result<Vec<u8>, &'static str> {
    let sealed = base64::decode(encrypt).ok_or("InvalidBase64")?;
    if sealed.len() < 32 || sealed.len() % 16 != 0 {
        return Err("DecryptFailed");
    }
    let plaintext = decrypt(key, &sealed);
    let pad = plaintext[plaintext.len() - 1];
    let length = plaintext.len().saturating_sub(pad.into());
    if !(1..=32).contains(&pad) || plaintext[length..].iter().any(|&byte| byte != pad) {
        return Err("DecryptFailed");
    }
    let frame = &plaintext[..length];

    let said = frame.get(16..20).ok_or("MalformedFrame")?;
    let said = u32::from_be_bytes(said.try_into().unwrap()) as usize;
    let message = frame[20..].get(..said).ok_or("MalformedFrame")?;
    if frame[20 + said..] == *receive_id.as_bytes() { Ok(message.to_vec()) } else { Err("ReceiveIdMismatch") }
}

/// A query string, its values percent-encoded.
#[must_use]
pub fn query(pairs: &[(&str, &str)]) -> String {
    let encoded = pairs.iter().map(|(name, value)| {
        let value: String = value
            .bytes()
            .map(|byte| match byte {
                b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' | b'-' | b'_' | b'.' | b'~' => char::from(byte).to_string(),
                _ => format!("%{byte:02X}"),
            })
            .collect();
        format!("{name}={value}")
    });
    encoded.collect::<Vec<_>>().join("&")
}

/// What XML 1.0 can hold, its production 2.
#[must_use]
pub fn is_xml(text: &str) -> bool {
    text.chars().all(|c| matches!(u32::from(c), 9 | 10 | 13 | 0x20..=0xd7ff | 0xe000..=0xfffd | 0x10000..=0x0010_ffff))
}

/// An `EncodingAESKey`: 43 characters and any 44th are 33 bytes, and the bits beyond 32 are thrown away.
fn key_bytes(key: &str) -> [u8; 32] {
    let bytes = base64::bits(&format!("{key}A")).unwrap();
    bytes[..32].try_into().unwrap()
}

fn iv(key: &[u8; 32]) -> [u8; 16] {
    key[..16].try_into().unwrap()
}

fn whole(blocks: &[u8]) -> &[[u8; 16]] {
    let (blocks, rest) = blocks.as_chunks();
    assert!(rest.is_empty(), "no whole blocks");
    blocks
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The official documentation's reply; tests/vectors has its source.
    #[test]
    fn the_documentations_reply_comes_out_byte_by_byte() {
        let (key, receive_id, message) = ("A".repeat(43), "wxba5fad812f8e6fb9", br#"{"demo_resp":"good luck"}"#);
        let encrypt = seal(&key, *b"707722b803182950", message, receive_id);
        assert_eq!(encrypt, "ELGduP2YcVatjqIS+eZbp80MNLoAUWvzzyJxgGzxZO/5sAvd070Bs6qrLARC9nVHm48Y4hyRbtzve1L32tmxSQ==");
        assert_eq!(sign(&["AAAAA", "1713424427", "415670741", &encrypt]), "1b9339964ed2e271e7c7b6ff2b0ef902fc94dea1");
        assert_eq!(open(&key, &encrypt, receive_id).as_deref(), Ok(&message[..]));
    }
}
