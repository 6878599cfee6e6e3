//! `Query::parse` against the rule as a sentence: split at `&`, then at the first `=`, percent-decode once, refuse a repeat.
#![no_main]

use std::collections::BTreeMap;

use libfuzzer_sys::fuzz_target;
use wxseal_core::{Error, Query};

const NAMES: [&str; 6] = ["signature", "msg_signature", "timestamp", "nonce", "echostr", "encrypt_type"];

fuzz_target!(|raw: &[u8]| {
    let found = Query::parse(raw).map(|query| {
        let all = [query.signature(), query.msg_signature(), query.timestamp(), query.nonce(), query.echostr()];
        let mut values: Vec<Option<String>> = all.map(|value| value.ok().map(str::to_owned)).to_vec();
        values.push(query.encrypt_type().map(str::to_owned));
        values
    });
    assert_eq!(found, naive(raw).ok_or(Error::MalformedQuery));

    // A query that was decoded before says the same.
    if let Ok(values) = found {
        let pairs: Vec<(&str, &str)> =
            NAMES.into_iter().zip(&values).filter_map(|(n, v)| Some((n, v.as_deref()?))).collect();
        assert_eq!(Query::parse(&Query::write(pairs)), Query::parse(raw));
    }
});

fn naive(raw: &[u8]) -> Option<Vec<Option<String>>> {
    let mut found = BTreeMap::new();
    for pair in raw.strip_prefix(b"?").unwrap_or(raw).split(|&byte| byte == b'&') {
        let mut halves = pair.splitn(2, |&byte| byte == b'=');
        let (name, value) = (halves.next().unwrap_or_default(), halves.next().unwrap_or_default());
        let Some(name) = decoded(name).filter(|name| NAMES.contains(&&**name)) else { continue };
        if found.insert(name, decoded(value)?).is_some() {
            return None;
        }
    }
    Some(NAMES.map(|name| found.remove(name)).to_vec())
}

/// What stands before the first `%` as it is, behind each `%` two digits and then as it is.
fn decoded(text: &[u8]) -> Option<String> {
    let mut parts = text.split(|&byte| byte == b'%');
    let mut bytes = parts.next()?.to_vec();
    for part in parts {
        let (digits, rest) = part.split_at_checked(2)?;
        let digits =
            str::from_utf8(digits).ok().filter(|digits| digits.bytes().all(|digit| digit.is_ascii_hexdigit()))?;
        bytes.push(u8::from_str_radix(digits, 16).ok()?);
        bytes.extend_from_slice(rest);
    }
    String::from_utf8(bytes).ok()
}
