//! Between UTF-8 and UTF-16, for messages of mixed text: the standard library goes character by character, which takes as
//! long as the hash of the message does.

use encoding_rs::mem;

/// The UTF-8 of UTF-16; `None` where a surrogate stands alone.
pub(crate) fn to_utf8(units: &[u16]) -> Option<Vec<u8>> {
    if mem::utf16_valid_up_to(units) != units.len() {
        return None;
    }
    // A unit beyond ASCII is at most three bytes, and half of a pair two.
    let mut bytes = vec![0; units.len() * 3];
    let length = mem::convert_utf16_to_utf8(units, &mut bytes);
    bytes.truncate(length);
    Some(bytes)
}

/// The UTF-16 of UTF-8; `None` where it is none.
pub(crate) fn of_utf8(bytes: &[u8]) -> Option<Vec<u16>> {
    let mut units = vec![0; bytes.len()];
    let length = mem::convert_utf8_to_utf16_without_replacement(bytes, &mut units)?;
    units.truncate(length);
    Some(units)
}
