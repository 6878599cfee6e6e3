//! `Query::parse` against the rule as a sentence: split at `&`, then at the first `=`, percent-decode once, refuse a repeat.
#![no_main]

use std::collections::BTreeMap;

use libfuzzer_sys::fuzz_target;
use wxseal_core::{Error, Query};

const NAMES: [&str; 6] = ["signature", "msg_signature", "timestamp", "nonce", "echostr", "encrypt_type"];

fuzz_target!(|raw: &str| {
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
        assert_eq!(Query::from_pairs(pairs), Query::parse(raw));
    }
});

fn naive(raw: &str) -> Option<Vec<Option<String>>> {
    let mut found = BTreeMap::new();
    for pair in raw.strip_prefix('?').unwrap_or(raw).split('&') {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        let Some(name) = decoded(name).filter(|name| NAMES.contains(&&**name)) else { continue };
        if found.insert(name, decoded(value)?).is_some() {
            return None;
        }
    }
    Some(NAMES.map(|name| found.remove(name)).to_vec())
}

/// What stands before the first `%` as it is, behind each `%` two digits and then as it is.
fn decoded(text: &str) -> Option<String> {
    let mut parts = text.split('%');
    let mut bytes = parts.next()?.as_bytes().to_vec();
    for part in parts {
        let digits = part.get(..2).filter(|digits| digits.bytes().all(|digit| digit.is_ascii_hexdigit()))?;
        bytes.push(u8::from_str_radix(digits, 16).ok()?);
        bytes.extend_from_slice(&part.as_bytes()[2..]);
    }
    String::from_utf8(bytes).ok()
}
