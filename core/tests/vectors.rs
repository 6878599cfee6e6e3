//! The published examples of `tests/vectors`, as whole requests through an `Endpoint` whose clock shows their time, and
//! those of open data.
#![cfg(test)]

mod forger;

use serde_json::Value;
use wxseal::{Dialect, Endpoint, Error, Format, Incoming, MsgCrypt, decrypt_open_data, platform, verify_raw_data};

macro_rules! vectors {
    ($kind:literal) => {
        vectors(include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/vectors/", $kind, ".json")))
    };
}

fn vectors(file: &str) -> Vec<Value> {
    let mut file: Value = serde_json::from_str(file).unwrap();
    serde_json::from_value(file["vectors"].take()).unwrap()
}

fn input<'v>(vector: &'v Value, name: &str) -> &'v str {
    vector["inputs"][name].as_str().unwrap_or_else(|| panic!("{}: no {name}", vector["id"]))
}

fn crypt(vector: &Value) -> MsgCrypt {
    let dialect: Dialect = vector["dialect"].as_str().unwrap().parse().unwrap();
    let [token, key, receive_id] = ["token", "encoding_aes_key", "receive_id"].map(|name| input(vector, name));
    MsgCrypt::new(token, key, receive_id).unwrap().dialect(dialect)
}

/// The query of a vector: its inputs that are parameters.
fn query(vector: &Value) -> String {
    let names = ["signature", "timestamp", "nonce", "openid", "encrypt_type", "msg_signature", "echostr"];
    let pairs: Vec<_> = names.into_iter().filter_map(|name| Some((name, vector["inputs"][name].as_str()?))).collect();
    forger::query(&pairs)
}

/// The error that a vector names, if it is a negative one, must be the one that was found.
fn check<T>(vector: &Value, found: Result<T, Error>, check: impl FnOnce(T)) {
    let (id, error) = (&vector["id"], &vector["error"]);
    match found {
        Ok(found) if error.is_null() => check(found),
        Ok(_) => panic!("{id} passed"),
        Err(found) => {
            assert_eq!((&error["name"], &error["code"]), (&found.name().into(), &found.code().into()), "{id}");
        }
    }
}

#[test]
fn encrypted_pushes() {
    let (mut right, mut refused, mut no_seconds) = (0, 0, 0);
    for vector in vectors!("decrypt") {
        let (id, timestamp) = (&vector["id"], input(&vector, "timestamp"));
        let now = timestamp.parse().unwrap();
        let endpoint = Endpoint::new(crypt(&vector));
        let receive = |now| endpoint.receive("POST", query(&vector), input(&vector, "body").as_bytes(), now);
        if timestamp.len() != 10 {
            // Milliseconds and single digits are no time that an endpoint takes, whatever else it says.
            assert_eq!(receive(now).unwrap_err(), Error::StaleTimestamp { timestamp: now, now }, "{id}");
            no_seconds += 1;
            continue;
        }
        if vector["error"].is_null() {
            right += 1;
        } else {
            refused += 1;
        }
        check(&vector, receive(now), |incoming| {
            let Incoming::Push(push) = incoming else { panic!("{id}") };
            assert_eq!(Some(push.message_bytes()), vector["expected"]["plaintext"].as_str().map(str::as_bytes), "{id}");
            assert!(push.message().is_ok() && push.replay_key() == input(&vector, "msg_signature"), "{id}");
            assert!(
                endpoint.diagnose("POST", query(&vector), input(&vector, "body").as_bytes(), now).is_empty(),
                "{id}"
            );
            for near in [now - 300, now + 300] {
                assert!(receive(near).is_ok(), "{id}");
            }
            for far in [now - 301, now + 301, 0, u64::MAX] {
                assert_eq!(receive(far).unwrap_err(), Error::StaleTimestamp { timestamp: now, now: far }, "{id}");
            }
        });
    }
    assert_eq!((right, refused, no_seconds), (7, 4, 10));
}

#[test]
fn url_checks() {
    let mut checks = 0;
    for vector in vectors!("url_verify").into_iter().chain(vectors!("sign")) {
        let (id, token, timestamp) = (&vector["id"], input(&vector, "token"), input(&vector, "timestamp"));
        let echostr = vector["inputs"]["echostr"].as_str().unwrap_or("echo+/= 1");
        let query = match vector["inputs"]["echostr"] {
            Value::Null => format!("{}&echostr=echo+/=%201", query(&vector)),
            _ => query(&vector),
        };
        let encrypted = Endpoint::new(MsgCrypt::new(token, "A".repeat(43), "wx1").unwrap());
        for endpoint in [Endpoint::plain(token).unwrap(), encrypted] {
            let now = timestamp.parse().unwrap();
            let found = endpoint.receive("GET", &query, b"", now);
            if timestamp.len() != 10 {
                assert_eq!(found.unwrap_err(), Error::StaleTimestamp { timestamp: now, now }, "{id}");
                continue;
            }
            check(&vector, found, |incoming| {
                let Incoming::UrlCheck(response) = incoming else {
                    panic!("{id}");
                };
                assert_eq!(String::from_utf8_lossy(response.body()), echostr, "{id}");
            });
            checks += 1;
        }
    }
    assert_eq!(checks, 16);
}

#[test]
fn encrypted_url_checks() {
    for vector in vectors!("url_verify_encrypted") {
        let (id, now) = (&vector["id"], input(&vector, "timestamp").parse().unwrap());
        let endpoint = Endpoint::new(crypt(&vector));
        for query in [input(&vector, "query").to_owned(), query(&vector)] {
            let Incoming::UrlCheck(response) = endpoint.receive("GET", &query, b"", now).unwrap() else {
                panic!("{id}")
            };
            assert_eq!(Some(response.body()), vector["expected"]["reply_body"].as_str().map(str::as_bytes), "{id}");
            assert!(endpoint.diagnose("GET", &query, b"", now).is_empty(), "{id}");
        }
    }
}

#[test]
fn plain_pushes() {
    let mut pushes = 0;
    for vector in vectors!("url_verify") {
        let Some(body) = vector["inputs"]["body"].as_str() else { continue };
        let now = input(&vector, "timestamp").parse().unwrap();
        let endpoint = Endpoint::plain(input(&vector, "token")).unwrap();
        let incoming = endpoint.receive("POST", query(&vector), body.as_bytes(), now).unwrap();
        let Incoming::Push(push) = incoming else {
            panic!("{}", vector["id"]);
        };
        let said: Value = serde_json::from_str(body).unwrap();
        for name in ["ToUserName", "FromUserName", "MsgType", "Event", "debug_str"] {
            assert_eq!(push.message().unwrap().text(name), said[name].as_str(), "{name}");
        }
        pushes += 1;
    }
    assert_eq!(pushes, 1);
}

/// The official replies, as answers to a push with their nonce.
#[test]
fn replies() {
    let mut replies = 0;
    for vector in vectors!("encrypt_reply") {
        let (id, nonce) = (&vector["id"], input(&vector, "nonce"));
        let random: [u8; 16] = input(&vector, "random").as_bytes().try_into().unwrap();
        for format in vector["inputs"]["formats"].as_array().unwrap() {
            let format: Format = format.as_str().unwrap().parse().unwrap();
            let request =
                platform::push(&crypt(&vector), b"{}", forger::stamp("1713424427", nonce), format, &[1; 16]).unwrap();
            let endpoint = Endpoint::new(crypt(&vector));
            let incoming = endpoint.receive(request.method, &request.query, &request.body, 1_713_424_427).unwrap();
            let Incoming::Push(push) = incoming else { panic!("{id}") };
            let (message, now) = (input(&vector, "plaintext").as_bytes(), input(&vector, "timestamp").parse().unwrap());
            let body = push.reply_raw(message).seal(now, &random).unwrap().into_body();
            let text = str::from_utf8(&body).unwrap();
            let expected = &vector["expected"];
            assert!(text.contains(expected["encrypt"].as_str().unwrap()), "{id}");
            assert!(text.contains(expected["msg_signature"].as_str().unwrap()), "{id}");
            if let Some(whole) = expected["body"].as_str() {
                assert_eq!(text, whole, "{id}");
            }
            let opened = platform::open_reply(&crypt(&vector), &body).unwrap();
            assert_eq!((&*opened.message, &*opened.nonce, opened.format), (message, nonce, format), "{id}");
            replies += 1;
        }
    }
    assert_eq!(replies, 12);
}

#[test]
fn open_data() {
    for vector in vectors!("open_data") {
        let [key, data, iv, app_id] = ["session_key", "encrypted_data", "iv", "appid"].map(|name| input(&vector, name));
        check(&vector, decrypt_open_data(key, data, iv, app_id), |plaintext| {
            assert_eq!(str::from_utf8(&plaintext).ok(), vector["expected"]["plaintext"].as_str());
        });
        // A session_key of another login, an iv of another message, a data that was cut short.
        let stale = decrypt_open_data("HyVFkGl5F5OQWJZZaNzBBg==", data, iv, app_id);
        assert_eq!(stale.unwrap_err(), Error::DecryptFailed);
        let other_iv = decrypt_open_data(key, data, "AAAAAAAAAAAAAAAAAAAAAA==", app_id);
        assert_eq!(other_iv.unwrap_err(), Error::DecryptFailed);
        for cut in 0..data.len() {
            let found = decrypt_open_data(key, &data[..cut], iv, app_id);
            assert!(matches!(found, Err(Error::DecryptFailed | Error::InvalidBase64)), "{cut}: {found:?}");
        }
        for (key, iv, error) in [
            ("", iv, Error::InvalidKey { position: 0 }),
            ("AAAA", iv, Error::InvalidKey { position: 0 }),
            (&key[..22], iv, Error::InvalidKey { position: 0 }),
            ("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=", iv, Error::InvalidKey { position: 0 }),
            (key, "", Error::InvalidBase64),
            (key, "AAAA", Error::InvalidBase64),
            (key, "r7BXXKkLb8qrSNn05n0qiA", Error::InvalidBase64),
        ] {
            assert_eq!(decrypt_open_data(key, data, iv, app_id).unwrap_err(), error, "{key} {iv}");
        }
    }
}

#[test]
fn raw_data() {
    for vector in vectors!("rawdata_signature") {
        let [data, key, signature] = ["raw_data", "session_key", "signature"].map(|name| input(&vector, name));
        check(&vector, verify_raw_data(key, data, signature), |()| {
            let other = data.replacen("Band", "band", 1);
            assert_eq!(verify_raw_data(key, &other, signature), Err(Error::SignatureMismatch));
            assert_eq!(verify_raw_data(key, data, signature.to_uppercase()), Err(Error::SignatureMismatch));
            // The two are joined without a separator: what was cut off the data is no key.
            let all = format!("{data}{key}");
            for cut in (0..=all.len()).filter(|&cut| cut != data.len()) {
                if let (Some(data), Some(key)) = (all.get(..cut), all.get(cut..)) {
                    assert_eq!(verify_raw_data(key, data, signature), Err(Error::InvalidKey { position: 0 }));
                }
            }
        });
        assert_eq!(verify_raw_data("", data, signature), Err(Error::InvalidKey { position: 0 }));
    }
}
