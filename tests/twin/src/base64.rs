//! Base64 by its table.

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// Base64 with its padding.
#[must_use]
pub fn encode(bytes: &[u8]) -> String {
    let mut text = String::new();
    for group in bytes.chunks(3) {
        let mut three = [0; 3];
        three[..group.len()].copy_from_slice(group);
        let joined = u32::from_be_bytes([0, three[0], three[1], three[2]]);
        for place in 0..4 {
            let digit = joined >> (18 - 6 * place) & 63;
            text.push(if place > group.len() { '=' } else { ALPHABET[digit as usize].into() });
        }
    }
    text
}

/// What canonical base64 stands for; canonical is what encoding gives.
#[must_use]
pub fn decode(text: &str) -> Option<Vec<u8>> {
    let digits = text.trim_end_matches('=');
    let bytes = bits(&(digits.to_owned() + &"A".repeat(text.len() - digits.len())))?;
    let bytes = bytes.get(..bytes.len().checked_sub(text.len() - digits.len())?)?;
    (encode(bytes) == text).then(|| bytes.to_vec())
}

/// The bytes of whole groups of four characters.
pub(crate) fn bits(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    for four in text.as_bytes().chunks(4) {
        let four: [u8; 4] = four.try_into().ok()?;
        let mut joined = 0;
        for character in four {
            joined = joined << 6 | digit(character)?;
        }
        bytes.extend_from_slice(&joined.to_be_bytes()[1..]);
    }
    Some(bytes)
}

fn digit(character: u8) -> Option<u32> {
    Some(u32::from(match character {
        b'A'..=b'Z' => character - b'A',
        b'a'..=b'z' => character - b'a' + 26,
        b'0'..=b'9' => character - b'0' + 52,
        b'+' => 62,
        b'/' => 63,
        _ => return None,
    }))
}
