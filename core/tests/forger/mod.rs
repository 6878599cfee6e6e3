//! What the tests make without the crate under test: signatures over sorted parts, frames of any length and padding,
//! cipher texts, query strings; and dice that fall alike on every machine.
#![allow(dead_code, unused_imports, reason = "each file of tests uses a part of it")]

mod request;

use aes::Aes256;
use aes::cipher::{Array, BlockCipherDecrypt, BlockCipherEncrypt, KeyInit};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use proptest::strategy::Strategy;
use proptest::test_runner::{Config, RngAlgorithm, TestCaseError, TestRng, TestRunner};
use sha1::{Digest, Sha1};
use wxseal::{Endpoint, Error, Incoming, MsgCrypt, Push, Stamp};

pub(crate) use self::request::Request;

pub(crate) const TOKEN: &str = "TokenThatNobodyMaySee";
/// Its last character sets both of the bits that are thrown away.
pub(crate) const KEY: &str = "kEyThatNobodyMaySee0123456789abcdefghijklmn";
pub(crate) const RECEIVE_ID: &str = "wx0123456789abcdef";
pub(crate) const NOW: u64 = 1_714_112_445;
pub(crate) const TIMESTAMP: &str = "1714112445";
pub(crate) const NONCE: &str = "415670741";

pub(crate) const TEXT_XML: &str = "<xml><ToUserName><![CDATA[gh_1]]></ToUserName><FromUserName><![CDATA[o1]]></FromUserName><CreateTime>1714112445</CreateTime><MsgType><![CDATA[text]]></MsgType><Content><![CDATA[plaintextThatNobodyMaySee]]></Content><MsgId>6054768590064713728</MsgId></xml>";
pub(crate) const TEXT_JSON: &str = r#"{"ToUserName":"gh_1","FromUserName":"o1","CreateTime":1714112445,"MsgType":"text","Content":"plaintextThatNobodyMaySee","MsgId":6054768590064713728}"#;

pub(crate) fn crypt() -> MsgCrypt {
    MsgCrypt::new(TOKEN, KEY, RECEIVE_ID).unwrap()
}

/// A timestamp and a nonce that the platform may use.
pub(crate) fn stamp<'a>(timestamp: &'a str, nonce: &'a str) -> Stamp<'a> {
    Stamp::for_reply(timestamp, nonce).unwrap()
}

/// The push that a request is, or why it is none.
pub(crate) fn receive(endpoint: &Endpoint, query: &str, body: &[u8]) -> Result<Push, Error> {
    endpoint.receive("POST", query, body, NOW).map(|incoming| match incoming {
        Incoming::Push(push) => push,
        Incoming::UrlCheck(response) => panic!("a POST is no URL check: {response:?}"),
    })
}

/// Tries a property on as many values, the same on every machine, and counts those that it says it has looked at.
pub(crate) fn for_all<S: Strategy>(
    cases: u32,
    values: &S,
    holds: impl Fn(S::Value) -> Result<bool, TestCaseError>,
) -> usize {
    let config = Config { cases, failure_persistence: None, ..Config::default() };
    let mut runner = TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha));
    let looked_at = std::cell::Cell::new(0);
    let result = runner.run(values, |value| {
        looked_at.set(looked_at.get() + usize::from(holds(value)?));
        Ok(())
    });
    result.unwrap_or_else(|error| panic!("{error}"));
    looked_at.get()
}

/// The generator that is known as `SplitMix64`.
pub(crate) struct Dice(u64);

impl Dice {
    pub(crate) fn new(seed: u64) -> Self {
        Dice(seed)
    }

    pub(crate) fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    pub(crate) fn below(&mut self, bound: usize) -> usize {
        usize::try_from(self.roll() % u64::try_from(bound).unwrap()).unwrap()
    }

    pub(crate) fn pick<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        &from[self.below(from.len())]
    }

    pub(crate) fn bytes<const N: usize>(&mut self) -> [u8; N] {
        std::array::from_fn(|_| self.roll().to_le_bytes()[0])
    }

    pub(crate) fn text(&mut self, alphabet: &str, length: usize) -> String {
        let alphabet: Vec<char> = alphabet.chars().collect();
        (0..length).map(|_| *self.pick(&alphabet)).collect()
    }
}

pub(crate) fn sha1_hex(bytes: &[u8]) -> String {
    let digits = Sha1::digest(bytes).into_iter().flat_map(|byte| [byte >> 4, byte & 15]);
    digits.map(|digit| char::from_digit(digit.into(), 16).unwrap()).collect()
}

/// The parts as they are hashed.
pub(crate) fn joined(parts: &[&str]) -> String {
    let mut parts = parts.to_vec();
    parts.sort_unstable_by_key(|part| part.as_bytes());
    parts.concat()
}

pub(crate) fn sign(parts: &[&str]) -> String {
    sha1_hex(joined(parts).as_bytes())
}

pub(crate) fn frame(random: [u8; 16], length: u32, message: &[u8], receive_id: &[u8]) -> Vec<u8> {
    [&random[..], &length.to_be_bytes(), message, receive_id].concat()
}

/// The frame of a message, as it should be.
pub(crate) fn frame_of(message: &[u8]) -> Vec<u8> {
    frame([7; 16], u32::try_from(message.len()).unwrap(), message, RECEIVE_ID.as_bytes())
}

pub(crate) fn padded(mut frame: Vec<u8>, block: usize) -> Vec<u8> {
    let pad = block - frame.len() % block;
    frame.resize(frame.len() + pad, u8::try_from(pad).unwrap());
    frame
}

/// Encrypts whole blocks, whatever is in them, and writes them as base64.
pub(crate) fn encrypt(key: &str, blocks: &[u8]) -> String {
    let key = key_bytes(key);
    let cipher = Aes256::new(&Array(key));
    let mut previous: [u8; 16] = key[..16].try_into().unwrap();
    let mut out = Vec::new();
    for block in blocks.as_chunks::<16>().0 {
        let mut block = Array(std::array::from_fn(|index| block[index] ^ previous[index]));
        cipher.encrypt_block(&mut block);
        previous = block.0;
        out.extend_from_slice(&previous);
    }
    STANDARD.encode(out)
}

/// What whole blocks decrypt to.
pub(crate) fn decrypt(key: &str, blocks: &[u8]) -> Vec<u8> {
    let key = key_bytes(key);
    let cipher = Aes256::new(&Array(key));
    let mut previous: [u8; 16] = key[..16].try_into().unwrap();
    let mut out = Vec::new();
    for sealed in blocks.as_chunks::<16>().0 {
        let mut block = Array(*sealed);
        cipher.decrypt_block(&mut block);
        out.extend(block.iter().zip(previous).map(|(byte, mask)| byte ^ mask));
        previous = *sealed;
    }
    out
}

/// What a message's `Encrypt` is under the usual settings.
pub(crate) fn seal(message: &str) -> String {
    encrypt(KEY, &padded(frame_of(message.as_bytes()), 32))
}

/// Character by character, without what the last one has too much.
fn key_bytes(key: &str) -> [u8; 32] {
    const ALPHABET: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let bits: Vec<u8> = key
        .chars()
        .map(|c| ALPHABET.find(c).unwrap())
        .flat_map(|value| (0..6).rev().map(move |bit| u8::from(value >> bit & 1 == 1)))
        .collect();
    std::array::from_fn(|index| bits[8 * index..8 * index + 8].iter().fold(0, |byte, bit| byte << 1 | bit))
}

/// The smallest envelope around a cipher text.
pub(crate) fn envelope(format: wxseal::Format, encrypt: &str) -> String {
    match format {
        wxseal::Format::Xml => format!("<xml><Encrypt><![CDATA[{encrypt}]]></Encrypt></xml>"),
        wxseal::Format::Json => format!("{{\"Encrypt\":\"{encrypt}\"}}"),
    }
}

/// A query string, its values percent-encoded.
pub(crate) fn query(pairs: &[(&str, &str)]) -> String {
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

/// The query of an encrypted push, signed as it should be.
pub(crate) fn signed_query(encrypt: &str) -> String {
    let msg_signature = sign(&[TOKEN, TIMESTAMP, NONCE, encrypt]);
    query(&[("timestamp", TIMESTAMP), ("nonce", NONCE), ("msg_signature", &msg_signature)])
}
