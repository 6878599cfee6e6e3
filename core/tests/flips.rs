//! Every single bit of an encrypted request, of its plaintext and of its cipher text, turned; every byte in every other
//! value; and pieces of it moved about.
#![cfg(test)]

mod forger;

use std::ops::Range;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use forger::{
    Dice, KEY, NONCE, RECEIVE_ID, TEXT_JSON, TEXT_XML, TIMESTAMP, TOKEN, crypt, decrypt, encrypt, frame_of, padded,
};
use wxseal::{Endpoint, Error, Format};

/// The bytes with each of their bits turned, and which byte it was.
fn flips(bytes: &[u8]) -> impl Iterator<Item = (usize, Vec<u8>)> {
    (0..bytes.len() * 8).map(|bit| {
        let mut flipped = bytes.to_vec();
        flipped[bit / 8] ^= 1 << (bit % 8);
        (bit / 8, flipped)
    })
}

fn place(text: &str, value: &str) -> Range<usize> {
    let start = text.find(value).unwrap();
    start..start + value.len()
}

fn opened(endpoint: &Endpoint, query: &str, body: &[u8]) -> Result<Vec<u8>, Error> {
    forger::receive(endpoint, query, body).map(|push| push.message_bytes().to_vec())
}

/// Safe and compatible mode, XML and JSON, laid out as the platform lays them out.
fn requests() -> Vec<(&'static str, String, String)> {
    let bodies = [
        (
            TEXT_XML,
            "<xml>\n    <ToUserName><![CDATA[gh_1]]></ToUserName>\n    <Encrypt><![CDATA[{}]]></Encrypt>\n</xml>",
        ),
        (
            TEXT_XML,
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><xml><MsgType>text</MsgType><Encrypt> {} </Encrypt></xml>\n",
        ),
        (TEXT_JSON, "{\n    \"ToUserName\": \"gh_1\",\n    \"Encrypt\": \"{}\"\n}"),
        (TEXT_JSON, "{\"ToUserName\":\"gh_1\",\"CreateTime\":7,\"List\":[{\"a\":null}],\"Encrypt\":\"{}\"}"),
    ];
    let request = |(message, layout): (&'static str, &str)| {
        let sealed = forger::seal(message);
        (message, layout.replace("{}", &sealed), sealed)
    };
    bodies.into_iter().map(request).collect()
}

fn whole_query(encrypt: &str) -> String {
    let (three, four) = (forger::sign(&[TOKEN, TIMESTAMP, NONCE]), forger::sign(&[TOKEN, TIMESTAMP, NONCE, encrypt]));
    format!("signature={three}&timestamp={TIMESTAMP}&nonce={NONCE}&openid=o1&encrypt_type=aes&msg_signature={four}")
}

#[test]
fn every_bit_of_the_body() {
    let endpoint = Endpoint::new(crypt());
    let (mut refused, mut same) = (0, 0);
    for (message, body, sealed) in requests() {
        let (query, inside) = (whole_query(&sealed), place(&body, &sealed));
        assert_eq!(opened(&endpoint, &query, body.as_bytes()).as_deref(), Ok(message.as_bytes()));
        for (at, flipped) in flips(body.as_bytes()) {
            let shown = String::from_utf8_lossy(&flipped);
            match opened(&endpoint, &query, &flipped) {
                Err(Error::MalformedEnvelope | Error::SignatureMismatch) => refused += 1,
                Err(error) => panic!("{error} of {shown}"),
                Ok(found) => {
                    assert!(found == message.as_bytes() && !inside.contains(&at), "{shown}");
                    same += 1;
                }
            }
        }
    }
    // What nobody signs may change: the white space, the other fields.
    assert!(refused > 10_000 && same > 400, "{refused} refused, {same} the same");
}

#[test]
fn every_bit_of_the_query() {
    let endpoint = Endpoint::new(crypt());
    let (mut refused, mut same) = (0, 0);
    for (message, body, sealed) in requests() {
        let query = whole_query(&sealed);
        let msg_signature = query.rsplit_once('=').unwrap().1;
        let inside = [TIMESTAMP, NONCE, msg_signature].map(|value| place(&query, value));
        for (at, flipped) in flips(query.as_bytes()) {
            // What is not UTF-8 is no query string.
            let Ok(flipped) = String::from_utf8(flipped) else { continue };
            match opened(&endpoint, &flipped, body.as_bytes()) {
                Err(Error::MalformedQuery | Error::SignatureMismatch) => refused += 1,
                Err(error) => panic!("{error} of {flipped}"),
                Ok(found) => {
                    assert!(found == message.as_bytes(), "{flipped}");
                    assert!(!inside.iter().any(|inside| inside.contains(&at)), "{flipped}");
                    same += 1;
                }
            }
        }
    }
    assert!(refused > 2_000 && same > 1_500, "{refused} refused, {same} the same");
}

/// Whatever else a byte can be than itself or itself with one bit turned.
#[test]
fn every_other_value_of_every_byte_of_the_body() {
    let endpoint = Endpoint::new(crypt());
    for (message, body, sealed) in requests().into_iter().skip(1).take(2) {
        let query = whole_query(&sealed);
        let inside = place(&body, &sealed);
        for at in 0..body.len() {
            let mut changed = body.clone().into_bytes();
            for value in (0..=255).filter(|value| value != &body.as_bytes()[at]) {
                changed[at] = value;
                match opened(&endpoint, &query, &changed) {
                    Err(Error::MalformedEnvelope | Error::SignatureMismatch) => {}
                    found => {
                        assert!(found.as_deref() == Ok(message.as_bytes()) && !inside.contains(&at), "{at} {value}");
                    }
                }
            }
        }
    }
}

#[test]
fn every_other_value_of_every_byte_of_the_query() {
    let endpoint = Endpoint::new(crypt());
    let (message, body, sealed) = requests().swap_remove(2);
    let query = whole_query(&sealed);
    let inside = [TIMESTAMP, NONCE, query.rsplit_once('=').unwrap().1].map(|value| place(&query, value));
    for at in 0..query.len() {
        // What is not UTF-8 is no query string.
        for value in (0..128).filter(|value| value != &query.as_bytes()[at]) {
            let changed = format!("{}{}{}", &query[..at], char::from(value), &query[at + 1..]);
            match opened(&endpoint, &changed, body.as_bytes()) {
                Err(Error::MalformedQuery | Error::SignatureMismatch) => {}
                found => {
                    assert_eq!(found.as_deref(), Ok(message.as_bytes()), "{changed}");
                    assert!(!inside.iter().any(|inside| inside.contains(&at)), "{changed}");
                }
            }
        }
    }
}

/// Pieces of a request put in, left out, standing twice, and changing places.
#[test]
fn pieces_moved_about() {
    const PIECES: [&str; 24] = [
        "<Encrypt>",
        "</Encrypt>",
        "<xml>",
        "</xml>",
        "<![CDATA[",
        "]]>",
        "<!--",
        "-->",
        "&#65;",
        "\"Encrypt\":",
        "\"",
        ",",
        "{",
        "}",
        "\\u0041",
        "&",
        "=",
        "%41",
        "&nonce=1",
        "&timestamp=1714112445",
        "timestamp=",
        "nonce=",
        "A",
        " ",
    ];
    let endpoint = Endpoint::new(crypt());
    let mut dice = Dice::new(32);
    let requests = requests();
    let (mut refused, mut same) = (0, 0);
    for _ in 0..8_000 {
        let (message, body, sealed) = dice.pick(&requests);
        let mut parts = [whole_query(sealed).into_bytes(), body.clone().into_bytes()];
        for _ in 0..=dice.below(3) {
            let part = &mut parts[dice.below(2)];
            let (one, other) = (dice.below(part.len() + 1), dice.below(part.len() + 1));
            let (from, to) = (one.min(other), one.max(other));
            match dice.below(4) {
                0 => drop(part.splice(from..from, dice.pick(&PIECES).bytes())),
                1 => drop(part.drain(from..to.min(from + 1 + dice.below(20)).max(from))),
                2 => {
                    let repeated = part[from..to].to_vec();
                    part.splice(to..to, repeated);
                }
                _ => part[from..to].rotate_left(dice.below(to - from + 1).min(to - from)),
            }
        }
        let [query, body] = parts;
        let Ok(query) = String::from_utf8(query) else { continue };
        match opened(&endpoint, &query, &body) {
            Ok(found) => {
                assert_eq!(found, message.as_bytes(), "{query}, {}", String::from_utf8_lossy(&body));
                same += 1;
            }
            // Nothing is decrypted whose signature does not hold.
            Err(error) => {
                assert!(
                    matches!(error.name(), "MalformedQuery" | "MalformedEnvelope" | "SignatureMismatch"),
                    "{error}"
                );
                refused += 1;
            }
        }
    }
    assert!(refused > 4_000 && same > 500, "{refused} refused, {same} the same");
}

/// What a plaintext with its padding says, as the rule is written: the last byte counts the padding, and whatever follows
/// the message is the receive id.
fn naive(plaintext: &[u8]) -> Result<Vec<u8>, Error> {
    let pad = *plaintext.last().ok_or(Error::DecryptFailed)?;
    let end = plaintext.len().checked_sub(usize::from(pad)).ok_or(Error::DecryptFailed)?;
    if pad == 0 || pad > 32 || plaintext[end..].iter().any(|&byte| byte != pad) {
        return Err(Error::DecryptFailed);
    }
    let frame = &plaintext[..end];
    let length =
        frame.get(16..20).ok_or(Error::MalformedFrame)?.iter().fold(0, |sum, &byte| sum * 256 + usize::from(byte));
    let message = frame.get(20..20 + length).ok_or(Error::MalformedFrame)?;
    if &frame[20 + length..] == RECEIVE_ID.as_bytes() { Ok(message.to_vec()) } else { Err(Error::ReceiveIdMismatch) }
}

/// Sends what somebody signed who knows the Token.
fn signed(endpoint: &Endpoint, encrypt: &str) -> Result<Vec<u8>, Error> {
    opened(endpoint, &forger::signed_query(encrypt), forger::envelope(Format::Json, encrypt).as_bytes())
}

/// Messages that need every padding from 1 to 32.
fn messages() -> impl Iterator<Item = String> {
    (0..32).map(|length| format!(r#"{{"MsgType":"{}"}}"#, "x".repeat(length)))
}

#[test]
fn every_bit_of_the_plaintext_under_a_right_signature() {
    let endpoint = Endpoint::new(crypt());
    let mut pads = [0; 33];
    let mut flipped_bits = [0; 5];
    for message in messages() {
        let frame = frame_of(message.as_bytes());
        let plaintext = padded(frame.clone(), 32);
        pads[plaintext.len() - frame.len()] += 1;
        let receive_id = frame.len() - RECEIVE_ID.len();
        for (at, flipped) in flips(&plaintext) {
            let found = signed(&endpoint, &encrypt(KEY, &flipped));
            let region = match at {
                0..16 => {
                    assert_eq!(found.as_deref(), Ok(message.as_bytes()));
                    0
                }
                16..20 => {
                    let code = found.clone().unwrap_err().code();
                    assert!(code == -40008 || code == -40005, "{code}");
                    1
                }
                _ if at < receive_id => {
                    // The message is another, which no signature forbids to whoever has key and Token.
                    assert!(found == Err(Error::MalformedMessage) || found == naive(&flipped));
                    2
                }
                _ if at < frame.len() => {
                    assert_eq!(found.clone().unwrap_err().code(), -40005);
                    3
                }
                _ => {
                    // A last byte that becomes 1 makes the rest of the padding a part of the receive id.
                    let code = if flipped.last() == Some(&1) { -40005 } else { -40007 };
                    assert_eq!(found.clone().unwrap_err().code(), code);
                    4
                }
            };
            flipped_bits[region] += 1;
            if region != 2 {
                assert_eq!(found, naive(&flipped), "bit of byte {at} of {message}");
            }
        }
    }
    assert_eq!((pads[0], &pads[1..]), (0, &[1; 32][..]));
    assert_eq!(
        [flipped_bits[0], flipped_bits[1], flipped_bits[3], flipped_bits[4]],
        [4096, 1024, 32 * 18 * 8, 32 * 33 * 4]
    );
}

#[test]
fn every_bit_of_the_cipher_text_under_a_right_signature() {
    let endpoint = Endpoint::new(crypt());
    let (mut right, mut codes) = (0, std::collections::BTreeMap::new());
    for message in messages().step_by(5) {
        let sealed = STANDARD.decode(forger::seal(&message)).unwrap();
        for (at, flipped) in flips(&sealed) {
            let found = signed(&endpoint, &STANDARD.encode(&flipped));
            let expected = naive(&decrypt(KEY, &flipped));
            let malformed = expected.is_ok() && found == Err(Error::MalformedMessage);
            assert!(found == expected || malformed, "byte {at} of {message}: {found:?}, {expected:?}");
            match found {
                Ok(_) => right += 1,
                Err(error) => *codes.entry(error.code()).or_insert(0) += 1,
            }
        }
    }
    // Bits of the first block reach the random bytes and the length or the message behind it; later ones spoil a block.
    assert!(right < 700, "{right}, {codes:?}");
    assert!([-40007, -40008, -40005, -40002].iter().all(|code| codes.contains_key(code)), "{codes:?}");
}

#[test]
fn whole_blocks_and_lengths_under_a_right_signature() {
    let endpoint = Endpoint::new(crypt());
    let sealed = STANDARD.decode(forger::seal(TEXT_JSON)).unwrap();
    let blocks = sealed.len() / 16;
    for length in 0..sealed.len() {
        let expected = match length {
            _ if length % 16 != 0 || length < 32 => Err(Error::DecryptFailed),
            _ => naive(&decrypt(KEY, &sealed[..length])),
        };
        assert!(expected.is_err());
        assert_eq!(signed(&endpoint, &STANDARD.encode(&sealed[..length])), expected, "{length}");
    }
    for from in 0..blocks {
        for to in 0..blocks {
            let mut moved = sealed.clone();
            moved.copy_within(16 * from..16 * from + 16, 16 * to);
            let mut doubled = sealed.clone();
            doubled.splice(16 * to..16 * to, sealed[16 * from..16 * from + 16].iter().copied());
            let mut without = sealed.clone();
            without.drain(16 * from.min(to)..16 * from.max(to));
            for other in [moved, doubled, without] {
                let (found, expected) = (signed(&endpoint, &STANDARD.encode(&other)), naive(&decrypt(KEY, &other)));
                assert!(found == expected || found == Err(Error::MalformedMessage) && expected.is_ok(), "{from}, {to}");
                assert!(other == sealed || found.as_deref() != Ok(TEXT_JSON.as_bytes()) || from.min(to) == 0);
            }
        }
    }
}
