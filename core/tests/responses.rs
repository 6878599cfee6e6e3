//! The responses of `tests/responses`, as every language reads and writes them.
#![cfg(test)]

mod forger;

use wxseal::{Error, Format, Response};

fn bytes(hexadecimal: &str) -> Vec<u8> {
    let digits = hexadecimal.strip_prefix('-').unwrap_or(hexadecimal).as_bytes();
    digits.chunks(2).map(|two| u8::from_str_radix(str::from_utf8(two).unwrap(), 16).unwrap()).collect()
}

fn lines() -> impl Iterator<Item = Vec<&'static str>> {
    let file = include_str!("../../tests/responses/stored.txt").lines();
    file.filter(|line| !line.starts_with('#')).map(|line| line.split('\t').collect())
}

#[test]
fn what_is_stored_is_read_and_what_is_not_is_refused() {
    let (mut read, mut refused) = (0, 0);
    for line in lines() {
        match line[..] {
            [name, stored, status, content_type, body] => {
                let response = Response::from_bytes(&bytes(stored)).unwrap();
                assert_eq!(response.status().to_string(), status, "{name}");
                assert_eq!((response.content_type(), response.body()), (content_type, &bytes(body)[..]), "{name}");
                assert_eq!(response.to_bytes(), bytes(stored), "{name}");
                let allow = response.headers().any(|header| header == ("Allow", "GET, POST"));
                assert_eq!(allow, response.status() == 405, "{name}");
                read += 1;
            }
            [name, stored] => {
                assert_eq!(Response::from_bytes(&bytes(stored)), Err(Error::UnwritableReply), "{name}");
                refused += 1;
            }
            _ => panic!("{line:?}"),
        }
    }
    assert!(read > 10 && refused > 50, "{read}, {refused}");
}

/// Whatever bytes there are: they are refused, or are exactly how what they say is stored.
#[test]
fn nothing_is_read_that_would_be_stored_otherwise() {
    let mut dice = forger::Dice::new(10);
    let good: Vec<_> = lines().filter(|line| line.len() == 5).map(|line| bytes(line[1])).collect();
    let mut read = 0;
    for _ in 0..20_000 {
        let mut stored = dice.pick(&good).clone();
        stored.truncate(64);
        let at = dice.below(16);
        stored[at] = u8::try_from(dice.below(256)).unwrap();
        match Response::from_bytes(&stored) {
            Ok(response) => {
                assert_eq!(response.to_bytes(), stored);
                assert!(matches!(response.status(), 200 | 400 | 403 | 405 | 500));
                read += 1;
            }
            Err(error) => assert_eq!(error, Error::UnwritableReply),
        }
    }
    assert!(read > 0);
}

#[test]
fn every_answer_of_a_push_comes_back() {
    for format in [Format::Xml, Format::Json] {
        let message = if format == Format::Xml { forger::TEXT_XML } else { forger::TEXT_JSON };
        let encrypt = forger::seal(message);
        let body = forger::envelope(format, &encrypt);
        let endpoint = wxseal::Endpoint::new(forger::crypt());
        let push = forger::receive(&endpoint, &forger::signed_query(&encrypt), body.as_bytes()).unwrap();
        for response in [
            push.success(),
            push.empty(),
            push.reply_text("你好").and_then(|answer| answer.seal(forger::NOW, &[7; 16])).unwrap(),
        ] {
            assert_eq!(Response::from_bytes(&response.to_bytes()), Ok(response));
        }
    }
}
