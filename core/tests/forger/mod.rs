//! What the tests send, forged by the twin and never by the crate under test: signatures, frames of any length and padding,
//! cipher texts, query strings; and dice that fall alike on every machine.
#![allow(dead_code, unused_imports, reason = "each file of tests uses a part of it")]

mod request;

use proptest::strategy::Strategy;
use proptest::test_runner::{Config, RngAlgorithm, TestCaseError, TestRng, TestRunner};
use rand::rngs::Xoshiro256PlusPlus;
use rand::seq::IndexedRandom;
use rand::{RngExt, SeedableRng};
use wxseal::{Endpoint, Error, Incoming, MsgCrypt, Push, Stamp};

pub(crate) use self::request::Request;
pub(crate) use twin::{decrypt, encrypt, frame, joined, padded, query, sha1_hex, sign};

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

/// A generator that gives the same from a seed on every machine.
pub(crate) struct Dice(Xoshiro256PlusPlus);

impl Dice {
    pub(crate) fn new(seed: u64) -> Self {
        Dice(Xoshiro256PlusPlus::seed_from_u64(seed))
    }

    pub(crate) fn roll(&mut self) -> u64 {
        self.0.random()
    }

    pub(crate) fn below(&mut self, bound: usize) -> usize {
        self.0.random_range(..bound)
    }

    pub(crate) fn pick<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        from.choose(&mut self.0).unwrap()
    }

    pub(crate) fn bytes<const N: usize>(&mut self) -> [u8; N] {
        self.0.random()
    }

    pub(crate) fn text(&mut self, alphabet: &str, length: usize) -> String {
        let alphabet: Vec<char> = alphabet.chars().collect();
        (0..length).map(|_| *self.pick(&alphabet)).collect()
    }
}

/// The frame of a message, as it should be.
pub(crate) fn frame_of(message: &[u8]) -> Vec<u8> {
    frame([7; 16], u32::try_from(message.len()).unwrap(), message, RECEIVE_ID.as_bytes())
}

/// What a message's `Encrypt` is under the usual settings.
pub(crate) fn seal(message: &str) -> String {
    twin::seal(KEY, [7; 16], message.as_bytes(), RECEIVE_ID)
}

/// The smallest envelope around a cipher text.
pub(crate) fn envelope(format: wxseal::Format, encrypt: &str) -> String {
    match format {
        wxseal::Format::Xml => format!("<xml><Encrypt><![CDATA[{encrypt}]]></Encrypt></xml>"),
        wxseal::Format::Json => format!("{{\"Encrypt\":\"{encrypt}\"}}"),
    }
}

/// The query of an encrypted push, signed as it should be.
pub(crate) fn signed_query(encrypt: &str) -> String {
    let msg_signature = sign(&[TOKEN, TIMESTAMP, NONCE, encrypt]);
    query(&[("timestamp", TIMESTAMP), ("nonce", NONCE), ("msg_signature", &msg_signature)])
}
