//! Several accepted settings: which of them opens a push, and whose error is given where none does (protocol.md, "Key").
#![cfg(test)]

mod forger;

use forger::{KEY, NONCE, NOW, RECEIVE_ID, TEXT_JSON, TIMESTAMP, TOKEN, crypt, seal};
use wxseal::{Dialect, Endpoint, Error, Format, Incoming, MsgCrypt, platform};

type Settings = [String; 3];

fn settings(token: &str, key: &str, receive_id: &str) -> Settings {
    [token, key, receive_id].map(str::to_owned)
}

fn right() -> Settings {
    settings(TOKEN, KEY, RECEIVE_ID)
}

fn open_with([token, key, receive_id]: &Settings) -> MsgCrypt {
    MsgCrypt::new(token, key, receive_id).unwrap()
}

fn endpoint(accepted: &[&Settings]) -> Endpoint {
    let (first, further) = accepted.split_first().unwrap();
    further.iter().fold(Endpoint::new(open_with(first)), |endpoint, settings| endpoint.also_accept(open_with(settings)))
}

fn opened(accepted: &[&Settings], encrypt: &str) -> Result<(), Error> {
    let body = forger::envelope(Format::Json, encrypt);
    forger::receive(&endpoint(accepted), &forger::signed_query(encrypt), body.as_bytes()).map(drop)
}

/// A key under which the cipher text fails like this: one wrong key in 256 finds a padding that looks right.
fn key_with(encrypt: &str, error: Error) -> Settings {
    let keys = (0..10_000).map(|number| settings(TOKEN, &format!("{number:A>43}"), RECEIVE_ID));
    keys.into_iter().find(|settings| opened(&[settings], encrypt) == Err(error)).unwrap()
}

/// Settings that fail with each of the errors, from the one that gets least far.
fn failing(encrypt: &str) -> Vec<(Error, Settings)> {
    vec![
        (Error::SignatureMismatch, settings("OtherToken", KEY, RECEIVE_ID)),
        (Error::DecryptFailed, key_with(encrypt, Error::DecryptFailed)),
        (Error::MalformedFrame, key_with(encrypt, Error::MalformedFrame)),
        (Error::ReceiveIdMismatch, settings(TOKEN, KEY, "wxfedcba9876543210")),
    ]
}

fn permutations(of: usize) -> Vec<Vec<usize>> {
    if of == 0 {
        return vec![vec![]];
    }
    let shorter = permutations(of - 1);
    let insert = |at: usize| {
        shorter.iter().map(move |rest| {
            let mut longer = rest.clone();
            longer.insert(at, of - 1);
            longer
        })
    };
    (0..of).flat_map(insert).collect()
}

#[test]
fn the_error_of_the_settings_that_got_furthest() {
    let encrypt = seal(TEXT_JSON);
    let failing = failing(&encrypt);
    let mut tried = 0;
    for order in permutations(failing.len()) {
        for length in 1..=order.len() {
            let order = &order[..length];
            let accepted: Vec<&Settings> = order.iter().map(|&index| &failing[index].1).collect();
            let furthest = *order.iter().max().unwrap();
            assert_eq!(opened(&accepted, &encrypt), Err(failing[furthest].0), "{order:?}");
            // With the right ones anywhere among them, it opens.
            for at in 0..=length {
                let mut accepted = accepted.clone();
                let right = right();
                accepted.insert(at, &right);
                assert_eq!(opened(&accepted, &encrypt), Ok(()), "{order:?}, {at}");
                tried += 1;
            }
        }
    }
    assert_eq!(tried, 24 * (2 + 3 + 4 + 5));
}

/// An error that says nothing of the settings comes from whichever has the Token.
#[test]
fn what_is_wrong_for_all() {
    let others = [settings("OtherToken", KEY, RECEIVE_ID), settings("Third", &"A".repeat(43), "")];
    let right = right();
    for accepted in
        [[&right, &others[0], &others[1]], [&others[0], &right, &others[1]], [&others[0], &others[1], &right]]
    {
        assert_eq!(opened(&accepted, "no base64!"), Err(Error::InvalidBase64));
        assert_eq!(opened(&accepted, "AAAA"), Err(Error::DecryptFailed));
        assert_eq!(opened(&accepted, &seal("no document")), Err(Error::MalformedMessage));
        assert_eq!(opened(&accepted, &seal(r#"{"MsgType":"widget_data"}"#)), Err(Error::MalformedMessage));
        let encrypt = seal(TEXT_JSON);
        let (query, body) = (forger::signed_query(&encrypt), forger::envelope(Format::Xml, &encrypt));
        let stale = Error::StaleTimestamp { timestamp: NOW, now: NOW + 301 };
        assert_eq!(endpoint(&accepted).receive("POST", &query, body.as_bytes(), NOW + 301).unwrap_err(), stale);
        assert!(endpoint(&accepted).tolerance(None).receive("POST", &query, body.as_bytes(), 0).is_ok());
        let unsigned = endpoint(&[&others[0], &others[1]]).receive("POST", &query, body.as_bytes(), NOW + 301);
        assert_eq!(unsigned.unwrap_err(), Error::SignatureMismatch);
    }
}

/// Settings that differ in nothing that a push shows: the first of them answers.
#[test]
fn a_tie_goes_to_the_first() {
    for [first, second] in [[Dialect::Wechat, Dialect::Wecom], [Dialect::Wecom, Dialect::Wechat]] {
        let endpoint = Endpoint::new(crypt().dialect(first)).also_accept(crypt().dialect(second));
        let encrypt = seal(TEXT_JSON);
        let body = forger::envelope(Format::Json, &encrypt);
        let push = forger::receive(&endpoint, &forger::signed_query(&encrypt), body.as_bytes()).unwrap();
        let answer = push.reply_text("").and_then(|answer| answer.seal(NOW, &[0; 16])).unwrap().into_body();
        let answer = String::from_utf8(answer).unwrap();
        assert_eq!(answer.contains("\"Encrypt\""), first == Dialect::Wechat);
        assert_eq!(answer.contains("\"encrypt\""), first == Dialect::Wecom);
    }
}

/// The URL check takes every Token, and each dialect's own way.
#[test]
fn url_checks() {
    let old = || MsgCrypt::new("OtherToken", KEY, RECEIVE_ID).unwrap();
    let clear = platform::url_check(TOKEN, forger::stamp(TIMESTAMP, NONCE), "echo").unwrap();
    let sealed =
        platform::encrypted_url_check(&crypt(), forger::stamp(TIMESTAMP, NONCE), "1616140317555161061", &[0; 16])
            .unwrap();
    let check = |endpoint: &Endpoint, request: &platform::Request, now| {
        endpoint.receive("GET", &request.query, b"", now).map(|incoming| match incoming {
            Incoming::UrlCheck(response) => String::from_utf8(response.into_body()).unwrap(),
            Incoming::Push(push) => panic!("{push:?}"),
        })
    };
    for endpoint in [
        Endpoint::new(crypt()).also_accept(old().dialect(Dialect::Wecom)),
        Endpoint::new(old().dialect(Dialect::Wecom)).also_accept(crypt()),
    ] {
        assert_eq!(check(&endpoint, &clear, NOW).as_deref(), Ok("echo"));
        assert_eq!(check(&endpoint, &sealed, NOW), Err(Error::SignatureMismatch));
        let stale = Error::StaleTimestamp { timestamp: NOW, now: NOW - 301 };
        assert_eq!(check(&endpoint, &clear, NOW - 301), Err(stale));
    }
    let wecom = || crypt().dialect(Dialect::Wecom);
    let elsewhere = || MsgCrypt::new(TOKEN, KEY, "ww1").unwrap().dialect(Dialect::Wecom);
    for endpoint in [Endpoint::new(wecom()).also_accept(elsewhere()), Endpoint::new(elsewhere()).also_accept(wecom())] {
        assert_eq!(check(&endpoint, &sealed, NOW).as_deref(), Ok("1616140317555161061"));
        assert_eq!(check(&endpoint, &clear, NOW), Err(Error::MalformedQuery));
    }
    let message =
        platform::encrypted_url_check(&crypt(), forger::stamp(TIMESTAMP, NONCE), TEXT_JSON, &[0; 16]).unwrap();
    for endpoint in [Endpoint::new(wecom()).also_accept(elsewhere()), Endpoint::new(elsewhere()).also_accept(wecom())] {
        assert_eq!(check(&endpoint, &message, NOW), Err(Error::MalformedMessage));
    }
}
