//! The cipher and the signature of the protocol, written a second time: a mistake of the library's must not open what it
//! sealed.

use std::fmt::Write;

use aes::Aes256;
use base64::Engine;
use base64::alphabet;
use base64::engine::GeneralPurposeConfig;
use base64::engine::general_purpose::{GeneralPurpose, STANDARD};
use cbc::cipher::block_padding::NoPadding;
use cbc::cipher::{BlockModeDecrypt, BlockModeEncrypt, KeyIvInit};
use cbc::{Decryptor, Encryptor};
use sha1::{Digest, Sha1};

use crate::checks::{self, Rule};
use crate::failure::Failure;
use crate::lang::{Words, words};

/// The 43 characters carry two bits more than the key has, and the console draws them at random.
const KEY: GeneralPurpose =
    GeneralPurpose::new(&alphabet::STANDARD, GeneralPurposeConfig::new().with_decode_allow_trailing_bits(true));

/// What a frame is padded to, in bytes; AES itself has blocks of 16.
const PADDED_TO: usize = 32;

/// Before the message: 16 random bytes and 4 of its length.
const HEAD: usize = 20;

/// Seals and opens under one EncodingAESKey and receive id. It has no `Debug`, since the key is secret.
pub(crate) struct Seal {
    key: [u8; 32],
    iv: [u8; 16],
    receive_id: String,
}

/// What a cipher text held.
pub(crate) struct Opened {
    pub(crate) message: Vec<u8>,
    /// Bytes without the padding, and with it.
    pub(crate) frame: usize,
    pub(crate) padded: usize,
}

impl Seal {
    pub(crate) fn new(encoding_aes_key: &str, receive_id: &str) -> Result<Self, Failure> {
        const WRONG: &str = "the EncodingAESKey is not 43 characters of base64";
        let key: [u8; 32] = KEY.decode(format!("{encoding_aes_key}="))?.try_into().map_err(|_| WRONG)?;
        let iv = *key.first_chunk().ok_or(WRONG)?;
        Ok(Seal { key, iv, receive_id: receive_id.to_owned() })
    }

    /// The cipher text of a message, as base64.
    pub(crate) fn seal(&self, message: &[u8], random: &[u8; 16]) -> Result<String, Failure> {
        let length = u32::try_from(message.len())?.to_be_bytes();
        let mut bytes = [random, &length[..], message, self.receive_id.as_bytes()].concat();
        let padding = PADDED_TO - bytes.len() % PADDED_TO;
        let padded = bytes.len() + padding;
        bytes.resize(padded, u8::try_from(padding)?);
        Encryptor::<Aes256>::new(&self.key.into(), &self.iv.into())
            .encrypt_padded::<NoPadding>(&mut bytes, padded)
            .map_err(|_| "the frame is no whole number of blocks")?;
        Ok(STANDARD.encode(bytes))
    }

    /// What a cipher text holds, or the rule that it breaks.
    pub(crate) fn open(&self, encrypt: &str) -> Result<Opened, (Rule, Words)> {
        let mut bytes = STANDARD.decode(encrypt).map_err(|_| {
            (checks::BASE64, words!("Encrypt is not base64 in its one canonical form", "Encrypt 不是规范的 base64"))
        })?;
        let padded = bytes.len();
        let whole = Decryptor::<Aes256>::new(&self.key.into(), &self.iv.into())
            .decrypt_padded::<NoPadding>(&mut bytes)
            .map_err(|_| noise(checks::DECRYPTS))?;
        let frame = unpadded(whole).ok_or_else(|| noise(checks::DECRYPTS))?;
        let (message, receive_id) = parts(frame).ok_or_else(|| noise(checks::LENGTH))?;
        if receive_id != self.receive_id.as_bytes() {
            let said = words!("the answer is sealed with another receive id", "回复所用的接收方 id（AppID）不同");
            return Err((checks::RECEIVE_ID, said));
        }
        Ok(Opened { message: message.to_vec(), frame: frame.len(), padded })
    }
}

/// The frame before 1 to 32 bytes of padding, each of which says how many.
fn unpadded(bytes: &[u8]) -> Option<&[u8]> {
    let last = *bytes.last()?;
    let (frame, padding) = bytes.split_at_checked(bytes.len().checked_sub(usize::from(last))?)?;
    let right = (1..=PADDED_TO).contains(&padding.len()) && padding.iter().all(|&byte| byte == last);
    right.then_some(frame)
}

/// The message and the receive id behind it.
fn parts(frame: &[u8]) -> Option<(&[u8], &[u8])> {
    let (head, rest) = frame.split_at_checked(HEAD)?;
    rest.split_at_checked(u32::from_be_bytes(*head.last_chunk()?).try_into().ok()?)
}

fn noise(rule: Rule) -> (Rule, Words) {
    let said = words!(
        "it does not decrypt: the server has another EncodingAESKey, or pads wrongly",
        "解不开：服务器的 EncodingAESKey 不同，或填充有误"
    );
    (rule, said)
}

/// SHA-1 over the sorted parts, as 40 lower-case hexadecimal digits.
pub(crate) fn sign<const N: usize>(mut parts: [&str; N]) -> String {
    parts.sort_unstable();
    let mut hex = String::with_capacity(40);
    for byte in Sha1::digest(parts.concat()) {
        // Writing to a String cannot fail.
        let _ = write!(hex, "{byte:02x}");
    }
    hex
}

#[cfg(test)]
mod tests {
    use serde_json::Value;
    use wxseal_core::{Format, MsgCrypt};

    use super::*;

    const PUSHES: &str = include_str!("../../tests/vectors/decrypt.json");
    const REPLIES: &str = include_str!("../../tests/vectors/encrypt_reply.json");

    /// Every cipher text that was published with its random bytes, or computed by something that is not this project.
    fn published() -> Vec<Value> {
        let files: [Value; 2] = [PUSHES, REPLIES].map(|file| serde_json::from_str(file).unwrap());
        let vectors = files.iter().flat_map(|file| file["vectors"].as_array().unwrap());
        vectors.filter(|vector| vector["error"].is_null()).cloned().collect()
    }

    fn text(value: &Value) -> &str {
        value.as_str().unwrap()
    }

    #[test]
    fn what_was_published_is_sealed_byte_for_byte_and_opened() {
        let (mut sealed, mut opened) = (0, 0);
        for vector in published() {
            let (id, inputs, expected) = (text(&vector["id"]), &vector["inputs"], &vector["expected"]);
            let either = |name: &str| text(if inputs[name].is_null() { &expected[name] } else { &inputs[name] });
            let (message, random, encrypt) = (either("plaintext"), either("random"), either("encrypt"));
            let seal = Seal::new(text(&inputs["encoding_aes_key"]), text(&inputs["receive_id"])).unwrap();
            assert_eq!(seal.open(encrypt).ok().unwrap().message, message.as_bytes(), "{id}");
            opened += 1;
            let signed = [text(&inputs["token"]), text(&inputs["timestamp"]), text(&inputs["nonce"]), encrypt];
            assert_eq!(sign(signed), either("msg_signature"), "{id}");
            // One peer pads to 16 bytes, which the platform never does.
            if id != "derived_pkcs7_16_accept" {
                assert_eq!(
                    seal.seal(message.as_bytes(), random.as_bytes().try_into().unwrap()).unwrap(),
                    encrypt,
                    "{id}"
                );
                sealed += 1;
            }
        }
        assert_eq!((sealed, opened), (15, 16));
    }

    #[test]
    fn the_library_seals_and_opens_the_same_at_every_length() {
        let (token, key, receive_id) = ("token", "0123456789abcdefghijklmnopqrstuvwxyzABCDEFG", "wx0123456789abcdef");
        let (seal, crypt) = (Seal::new(key, receive_id).unwrap(), MsgCrypt::new(token, key, receive_id).unwrap());
        for length in 0..=100 {
            let message = "x".repeat(length);
            let encrypt = seal.seal(message.as_bytes(), &[7; 16]).unwrap();
            let reply = crypt.encrypt(message.as_bytes(), "1", "2", Format::Json, &[7; 16]).unwrap();
            let reply: Value = serde_json::from_str(&reply).unwrap();
            assert_eq!(text(&reply["Encrypt"]), encrypt);
            assert_eq!(text(&reply["MsgSignature"]), sign([token, "1", "2", &encrypt]));
            let Opened { message: opened, frame, padded } = seal.open(&encrypt).ok().unwrap();
            assert_eq!((opened.len(), frame), (length, 38 + length));
            assert!(padded > frame && padded - frame <= 32 && padded.is_multiple_of(32));
        }
    }

    #[test]
    fn a_key_is_43_characters_of_base64_whatever_its_last_bits() {
        for key in ["A".repeat(43), "9".repeat(43), format!("{}+/", "z".repeat(41))] {
            assert!(Seal::new(&key, "").is_ok(), "{key}");
        }
        for key in [String::new(), "A".repeat(42), "A".repeat(44), "-".repeat(43), format!("{}=", "A".repeat(42))] {
            assert!(Seal::new(&key, "").is_err(), "{key}");
        }
    }
}
