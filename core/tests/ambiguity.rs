//! The signed parts are joined without separators, so other splits of the same characters have the same hash
//! (protocol.md, "Signatures"). From captured requests, everything that an attacker can derive that way without the
//! Token: nothing but the original passes.
#![cfg(test)]

mod forger;

use forger::{Dice, KEY, NOW, encrypt, frame, joined, padded, sha1_hex};
use wxseal::{Dialect, Endpoint, Error, Format, MsgCrypt, Query};

/// Short, so that there are short cipher texts.
const RECEIVE_ID: &str = "wx1";
const DIGITS: &str = "0123456789";
const NONCES: &str = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_-";
const FORGED: &str = r#"{"ToUserName":"gh_1","FromUserName":"o1","CreateTime":7,"MsgType":"text","Content":"forged"}"#;

/// What was captured: an encrypted push, with the `signature` that stands in every URL.
struct Captured {
    token: String,
    timestamp: String,
    nonce: String,
    encrypt: String,
}

impl Captured {
    fn roll(dice: &mut Dice) -> Self {
        let token = match dice.below(8) {
            0 => "1".to_owned(),
            1 => dice.text(DIGITS, 3),
            _ => {
                let length = 3 + dice.below(30);
                dice.text(NONCES, length)
            }
        };
        let nonce = match dice.below(6) {
            0 => dice.text(DIGITS, 9),
            1 => dice.text(DIGITS, 10),
            2 => dice.text(NONCES, 63),
            _ => {
                let length = 1 + dice.below(16);
                dice.text(NONCES, length)
            }
        };
        let timestamp = (NOW - 300 + u64::try_from(dice.below(601)).unwrap()).to_string();
        let message = format!("{}{{}}", " ".repeat(dice.below(40)));
        let encrypt = seal(dice, message.as_bytes());
        Captured { token, timestamp, nonce, encrypt }
    }

    fn endpoint(&self) -> Endpoint {
        Endpoint::new(MsgCrypt::new(&self.token, KEY, RECEIVE_ID).unwrap())
    }

    fn plain(&self) -> Endpoint {
        Endpoint::plain(&self.token).unwrap()
    }

    fn four(&self) -> String {
        joined(&[&self.token, &self.timestamp, &self.nonce, &self.encrypt])
    }

    fn three(&self) -> String {
        joined(&[&self.token, &self.timestamp, &self.nonce])
    }
}

/// Padded to 32 or to 16 bytes: the shortest have 32, and those of 48 and 96 have no `=`.
fn seal(dice: &mut Dice, message: &[u8]) -> String {
    let length = u32::try_from(message.len()).unwrap();
    let sealed = frame(dice.bytes(), length, message, RECEIVE_ID.as_bytes());
    encrypt(KEY, &padded(sealed, *dice.pick(&[16, 32])))
}

/// How many requests were made, and how many of them had the captured hash.
#[derive(Debug, Default)]
struct Tally {
    attempts: usize,
    collided: usize,
}

impl Tally {
    fn count(&mut self, parts: &[&str], signature: &str) {
        self.attempts += 1;
        self.collided += usize::from(sha1_hex(joined(parts).as_bytes()) == signature);
    }
}

fn push(endpoint: &Endpoint, name: &str, signature: &str, parts: [&str; 2], body: &[u8]) -> Result<(), Error> {
    let [timestamp, nonce] = parts;
    let query = Query::write([(name, signature), ("timestamp", timestamp), ("nonce", nonce)]);
    endpoint.receive("POST", query, body, NOW).map(drop)
}

/// Sends a cipher text to an encrypted endpoint.
fn sealed(endpoint: &Endpoint, signature: &str, [timestamp, nonce, encrypt]: [&str; 3]) -> Result<(), Error> {
    let body = forger::envelope(Format::Json, encrypt);
    push(endpoint, "msg_signature", signature, [timestamp, nonce], body.as_bytes())
}

/// Every way to cut a text so that its pieces stand in their sorted order and one of them is the Token: those that are
/// left, `N` of them.
fn cuts<'a, const N: usize>(text: &'a str, token: &str) -> Vec<[&'a str; N]> {
    let mut out = Vec::new();
    cut(&mut out, text, token, "", [""; N], 0, false);
    out
}

fn cut<'a, const N: usize>(
    out: &mut Vec<[&'a str; N]>,
    rest: &'a str,
    token: &str,
    last: &str,
    pieces: [&'a str; N],
    cut_off: usize,
    token_met: bool,
) {
    if cut_off == N && token_met && rest.is_empty() {
        out.push(pieces);
    }
    if !token_met
        && token >= last
        && let Some(rest) = rest.strip_prefix(token)
    {
        cut(out, rest, token, token, pieces, cut_off, true);
    }
    if cut_off == N {
        return;
    }
    let only_whole = cut_off + 1 == N && token_met;
    for end in if only_whole { rest.len() } else { 0 }..=rest.len() {
        let (piece, rest) = rest.split_at(end);
        if piece >= last {
            let mut pieces = pieces;
            pieces[cut_off] = piece;
            cut(out, rest, token, piece, pieces, cut_off + 1, token_met);
        }
    }
}

/// The pieces in every order.
fn orders([a, b, c]: [&str; 3]) -> [[&str; 3]; 6] {
    [[a, b, c], [a, c, b], [b, a, c], [b, c, a], [c, a, b], [c, b, a]]
}

/// 200 requests, of all kinds of Tokens, nonces and lengths.
fn captures() -> Vec<Captured> {
    let mut dice = Dice::new(2014);
    (0..200).map(|_| Captured::roll(&mut dice)).collect()
}

#[test]
fn the_originals_pass() {
    for captured in captures() {
        let Captured { timestamp, nonce, encrypt, .. } = &captured;
        let signature = sha1_hex(captured.four().as_bytes());
        assert_eq!(sealed(&captured.endpoint(), &signature, [timestamp, nonce, encrypt]), Ok(()));
        let signature = sha1_hex(captured.three().as_bytes());
        assert_eq!(push(&captured.plain(), "signature", &signature, [timestamp, nonce], FORGED.as_bytes()), Ok(()));
    }
}

#[test]
fn swapped() {
    let mut tally = Tally::default();
    for captured in captures() {
        let Captured { token, timestamp, nonce, encrypt } = &captured;
        let signature = sha1_hex(captured.four().as_bytes());
        tally.count(&[token, nonce, timestamp, encrypt], &signature);
        assert!(sealed(&captured.endpoint(), &signature, [nonce, timestamp, encrypt]).is_err(), "{nonce}");
        let signature = sha1_hex(captured.three().as_bytes());
        tally.count(&[token, nonce, timestamp], &signature);
        let found = push(&captured.plain(), "signature", &signature, [nonce, timestamp], FORGED.as_bytes());
        assert!(found.is_err(), "{nonce}");
    }
    assert_eq!((tally.attempts, tally.collided), (400, 400));
}

#[test]
fn every_other_split_of_a_push() {
    let mut tally = Tally::default();
    for captured in captures() {
        let original = [&*captured.timestamp, &captured.nonce, &captured.encrypt];
        let (text, endpoint) = (captured.four(), captured.endpoint());
        let signature = sha1_hex(text.as_bytes());
        for pieces in cuts::<3>(&text, &captured.token) {
            let [a, b, c] = pieces;
            tally.count(&[&captured.token, a, b, c], &signature);
            for parts in orders(pieces) {
                let expected = parts == original;
                assert_eq!(sealed(&endpoint, &signature, parts).is_ok(), expected, "{parts:?}, {original:?}");
            }
        }
    }
    assert_eq!(tally.collided, tally.attempts);
    assert!(tally.collided > 100_000, "{tally:?}");
}

/// The end of the cipher text goes into the nonce or the timestamp, the head of it likewise, or theirs into it.
#[test]
fn parts_of_long_cipher_texts() {
    let mut dice = Dice::new(48);
    let mut tally = Tally::default();
    for mut captured in captures() {
        let message = format!(r#"{{"MsgType":"{}"}}"#, "x".repeat(60 + dice.below(60)));
        captured.encrypt = seal(&mut dice, message.as_bytes());
        let Captured { token, timestamp, nonce, encrypt } = &captured;
        let (signature, endpoint) = (sha1_hex(captured.four().as_bytes()), captured.endpoint());
        let mut attempt = |parts: [&str; 3]| {
            if parts == [timestamp, nonce, encrypt] {
                return;
            }
            let [a, b, c] = parts;
            tally.count(&[token, a, b, c], &signature);
            assert!(sealed(&endpoint, &signature, parts).is_err(), "{parts:?}");
        };
        for cut in 0..=encrypt.len() {
            let (head, tail) = encrypt.split_at(cut);
            attempt([timestamp, &format!("{tail}{nonce}"), head]);
            attempt([timestamp, &format!("{nonce}{head}"), tail]);
            attempt([&format!("{timestamp}{head}"), nonce, tail]);
            attempt([&format!("{tail}{timestamp}"), nonce, head]);
        }
        for cut in 0..=nonce.len() {
            let (head, tail) = nonce.split_at(cut);
            attempt([timestamp, tail, &format!("{encrypt}{head}")]);
            attempt([timestamp, head, &format!("{tail}{encrypt}")]);
        }
        let both = format!("{timestamp}{nonce}");
        for cut in 0..=both.len() {
            let (head, tail) = both.split_at(cut);
            attempt([head, tail, encrypt]);
            attempt([tail, head, encrypt]);
        }
    }
    // Most do not collide, since the sort puts the parts into another order; see `every_other_split_of_a_push`.
    assert!(tally.attempts > 100_000 && tally.collided > 15_000, "{tally:?}");
}

/// The four parts of an encrypted push as the three of a plain one: the body is then the attacker's to choose.
#[test]
fn four_parts_as_three() {
    let mut tally = Tally::default();
    for captured in captures() {
        let (text, endpoint) = (captured.four(), captured.plain());
        let signature = sha1_hex(text.as_bytes());
        for [a, b] in cuts::<2>(&text, &captured.token) {
            tally.count(&[&captured.token, a, b], &signature);
            for parts in [[a, b], [b, a]] {
                assert!(push(&endpoint, "signature", &signature, parts, FORGED.as_bytes()).is_err(), "{parts:?}");
            }
        }
    }
    assert_eq!(tally.collided, tally.attempts);
    assert!(tally.collided > 4_000, "{tally:?}");
}

/// The three parts of any URL as the four of an encrypted push; one of them may be empty.
#[test]
fn three_parts_as_four() {
    let mut tally = Tally::default();
    for captured in captures() {
        let (text, endpoint) = (captured.three(), captured.endpoint());
        let signature = sha1_hex(text.as_bytes());
        for pieces in cuts::<3>(&text, &captured.token) {
            let [a, b, c] = pieces;
            tally.count(&[&captured.token, a, b, c], &signature);
            for parts in orders(pieces) {
                assert!(sealed(&endpoint, &signature, parts).is_err(), "{parts:?}");
            }
        }
        let empty = [&*captured.timestamp, &captured.nonce, ""];
        assert_eq!(sealed(&endpoint, &signature, empty), Err(Error::DecryptFailed));
    }
    assert_eq!(tally.collided, tally.attempts);
    assert!(tally.collided > 10_000, "{tally:?}");
}

/// The three parts of a URL as three others.
#[test]
fn every_other_split_of_a_url() {
    let mut tally = Tally::default();
    for captured in captures() {
        let original = [&*captured.timestamp, &captured.nonce];
        let (text, endpoint) = (captured.three(), captured.plain());
        let signature = sha1_hex(text.as_bytes());
        for [a, b] in cuts::<2>(&text, &captured.token) {
            tally.count(&[&captured.token, a, b], &signature);
            for parts in [[a, b], [b, a]] {
                let found = push(&endpoint, "signature", &signature, parts, FORGED.as_bytes());
                assert_eq!(found.is_ok(), parts == original, "{parts:?}, {original:?}");
            }
        }
    }
    assert_eq!(tally.collided, tally.attempts);
    assert!(tally.collided > 1_000, "{tally:?}");
}

/// What an encrypted push or a reply would say, asked for as a URL check of WeCom: its answer is the plaintext.
#[test]
fn a_push_as_a_url_check() {
    for captured in captures() {
        let Captured { token, timestamp, nonce, encrypt } = &captured;
        let signature = sha1_hex(captured.four().as_bytes());
        let pairs = [("msg_signature", &*signature), ("timestamp", timestamp), ("nonce", nonce), ("echostr", encrypt)];
        let query = Query::write(pairs);
        let crypt = || MsgCrypt::new(token, KEY, RECEIVE_ID).unwrap();
        let wecom = Endpoint::new(crypt().dialect(Dialect::Wecom));
        assert_eq!(wecom.receive("GET", &query, b"", NOW).unwrap_err(), Error::MalformedMessage);
        assert_eq!(Endpoint::new(crypt()).receive("GET", &query, b"", NOW).unwrap_err(), Error::MalformedQuery);
    }
}
