//! Percent-encoding, both ways.

use std::borrow::Cow;

use memchr::memchr;

use crate::Error;
use crate::text::text;

/// How a text stands in a query: everything is encoded but RFC 3986's unreserved characters.
pub(crate) fn percent_encode(text: impl AsRef<[u8]>) -> String {
    let text = text.as_ref();
    let mut encoded = String::with_capacity(text.len());
    percent_encode_to(&mut encoded, text);
    encoded
}

/// The same, at the end of a query.
pub(crate) fn percent_encode_to(query: &mut String, text: &[u8]) {
    const DIGITS: [char; 16] = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F'];
    let digit = |value: u8| DIGITS.get(usize::from(value)).copied().unwrap_or_default();
    for &byte in text {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => query.push(char::from(byte)),
            _ => query.extend(['%', digit(byte >> 4), digit(byte & 15)]),
        }
    }
}

/// What a text in a query says; what is not UTF-8 then, or broken, is a query that nobody sends.
pub(crate) fn percent_decode(encoded: &[u8]) -> Result<Cow<'_, str>, Error> {
    let Some(first) = memchr(b'%', encoded) else { return text(encoded, Error::MalformedQuery).map(Cow::Borrowed) };
    let (plain, mut rest) = encoded.split_at(first);
    let mut decoded = Vec::with_capacity(encoded.len());
    decoded.extend_from_slice(plain);
    while let Some((&byte, tail)) = rest.split_first() {
        rest = tail;
        if byte != b'%' {
            decoded.push(byte);
            continue;
        }
        let Some((&[high, low], tail)) = tail.split_first_chunk() else { return Err(Error::MalformedQuery) };
        decoded.push(hex_digit(high)? << 4 | hex_digit(low)?);
        rest = tail;
    }
    String::from_utf8(decoded).map(Cow::Owned).map_err(|_| Error::MalformedQuery)
}

fn hex_digit(byte: u8) -> Result<u8, Error> {
    match byte {
        b'0'..=b'9' => Ok(byte - b'0'),
        b'a'..=b'f' => Ok(byte - b'a' + 10),
        b'A'..=b'F' => Ok(byte - b'A' + 10),
        _ => Err(Error::MalformedQuery),
    }
}
