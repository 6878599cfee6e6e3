//! Open data that the platform never made: every padding, every bit, every watermark.
#![cfg(test)]

use aes::Aes128;
use aes::cipher::{Array, KeyInit};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use twin::padded;
use wxseal::{Error, decrypt_open_data};

const KEY: [u8; 16] = *b"sessionKeySecret";
const IV: [u8; 16] = *b"0123456789abcdef";
const APP_ID: &str = "wx4f4bc4dec97d474b";

fn open(plaintext: &[u8]) -> Result<Vec<u8>, Error> {
    let sealed = twin::chain(&Aes128::new(&Array(KEY)), IV, plaintext);
    decrypt_open_data(STANDARD.encode(KEY), STANDARD.encode(sealed), STANDARD.encode(IV), APP_ID)
}

fn data(filling: usize) -> String {
    format!(r#"{{"openId":"{}","watermark":{{"timestamp":1477314187,"appid":"{APP_ID}"}}}}"#, "o".repeat(filling))
}

/// The last byte counts the padding. What is left is the data and white space: a padding of 9, 10 or 13 is nothing else, if
/// its last byte says 1.
fn naive(plaintext: &[u8], data: &str) -> Option<Vec<u8>> {
    let pad = *plaintext.last()?;
    let (text, padding) = plaintext.split_at_checked(plaintext.len() - usize::from(pad).min(plaintext.len()))?;
    let holds = (1..=16).contains(&pad) && padding.iter().all(|&byte| byte == pad);
    let rest = text.strip_prefix(data.as_bytes())?;
    (holds && rest.iter().all(|byte| b" \t\n\r".contains(byte))).then(|| text.to_vec())
}

#[test]
fn every_padding() {
    for filling in 0..32 {
        let data = data(filling);
        let plaintext = padded(&*data, 16);
        let pad = plaintext.len() - data.len();
        assert_eq!(open(&plaintext).as_deref(), Ok(data.as_bytes()), "{pad}");
        for byte in data.len()..plaintext.len() {
            for value in 0..=255 {
                let mut spoilt = plaintext.clone();
                spoilt[byte] = value;
                assert_eq!(open(&spoilt).ok(), naive(&spoilt, &data), "byte {byte} of {pad} is {value}");
            }
        }
    }
    // 17 to 32 are the messages' paddings, not these; 0 is nobody's.
    for pad in [0, 17, 31, 32, 48, 255_u8] {
        let data = data(64);
        let mut plaintext = data.into_bytes();
        plaintext.resize(plaintext.len().next_multiple_of(16) + 32, pad);
        assert_eq!(open(&plaintext), Err(Error::DecryptFailed), "{pad}");
    }
    // What follows the data is the data's own, and JSON may end in white space.
    let data = format!("{}{}", data(0), " ".repeat(16 - data(0).len() % 16));
    assert_eq!(open(data.as_bytes()), Err(Error::DecryptFailed));
}

#[test]
fn every_watermark() {
    let mark = |fields: &str| open(&padded(format!(r#"{{"openId":"o"{fields}}}"#), 16)).map(drop);
    let right = format!(r#"{{"appid":"{APP_ID}"}}"#);
    let other = r#"{"appid":"wx0000000000000000"}"#;
    assert_eq!(mark(&format!(r#","watermark":{right}"#)), Ok(()));
    assert_eq!(mark(&format!(r#","watermark":{}"#, right.replace("wx4", "\\u0077x4"))), Ok(()));
    for fields in [
        String::new(),
        format!(r#","watermark":{other}"#),
        r#","watermark":{}"#.to_owned(),
        r#","watermark":null"#.to_owned(),
        format!(r#","watermark":"{APP_ID}""#),
        format!(r#","watermark":[{right}]"#),
        format!(r#","appid":"{APP_ID}""#),
        format!(r#","watermark":{other},"watermark":{right}"#),
        format!(r#","watermark":{{"appid":"","appid":"{APP_ID}"}}"#),
        format!(r#","data":{{"watermark":{right}}}"#),
        format!(r#","watermark":{{"appid":"{}"}}"#, APP_ID.to_uppercase()),
        format!(r#","watermark":{{"appid":"{APP_ID} "}}"#),
        format!(r#","watermark":{{"appid":["{APP_ID}"]}}"#),
    ] {
        assert_eq!(mark(&fields), Err(Error::ReceiveIdMismatch), "{fields}");
    }
    // What is no JSON object is what a session_key out of date makes of it: noise.
    for text in ["", "[]", "1", "{", "{\"a\":}", "{}{}", "\u{feff}{}"] {
        assert_eq!(open(&padded(text, 16)), Err(Error::DecryptFailed), "{text}");
    }
    assert_eq!(open(&padded(b"{\"a\":\"\xff\"}", 16)), Err(Error::DecryptFailed));
}

#[test]
fn every_bit() {
    let data = data(10);
    let plaintext = padded(&*data, 16);
    let mut opened = 0;
    for bit in 0..plaintext.len() * 8 {
        let mut spoilt = plaintext.clone();
        spoilt[bit / 8] ^= 1 << (bit % 8);
        match open(&spoilt) {
            // Nothing signs open data: what stays JSON with its watermark is opened.
            Ok(found) => {
                assert_eq!(found, spoilt[..data.len()]);
                opened += 1;
            }
            Err(error) => assert!(matches!(error, Error::DecryptFailed | Error::ReceiveIdMismatch), "{error}"),
        }
    }
    assert!(opened > 100 && opened < plaintext.len() * 6, "{opened}");
}
