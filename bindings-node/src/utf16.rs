//! Between UTF-8 and UTF-16, for messages of mixed text: the standard library goes character by character, which takes as
//! long as the hash of the message does.

use encoding_rs::mem;

/// How many code units are converted without a detour by the allocator.
const SHORT: usize = 1024;

/// The UTF-8 of UTF-16, and whether it is that. A surrogate that stands alone becomes three bytes as if it were a
/// character: no UTF-8 has them, and no two texts become one.
pub(crate) fn to_bytes(units: &[u16]) -> (Vec<u8>, bool) {
    // One look at all of them without a branch takes a tenth of what a decoder takes.
    let any = units.iter().fold(0, |any, unit| any | unit);
    if any < 0x80 {
        return (units.iter().map(|&unit| unit.to_be_bytes()[1]).collect(), true);
    }
    let has_surrogates = units.iter().fold(0, |any, unit| any | u8::from(unit & 0xf800 == 0xd800)) != 0;
    if has_surrogates && mem::utf16_valid_up_to(units) != units.len() {
        return (to_bytes_with_lone_surrogates(units), false);
    }
    // A unit beyond ASCII is at most three bytes, and half of a pair two.
    if units.len() <= SHORT {
        let mut bytes = [0; 3 * SHORT];
        let length = mem::convert_utf16_to_utf8(units, &mut bytes);
        return (bytes.get(..length).unwrap_or_default().to_vec(), true);
    }
    let mut bytes = vec![0; units.len() * 3];
    let length = mem::convert_utf16_to_utf8(units, &mut bytes);
    bytes.truncate(length);
    (bytes, true)
}

fn to_bytes_with_lone_surrogates(units: &[u16]) -> Vec<u8> {
    let mut bytes = Vec::new();
    for character in char::decode_utf16(units.iter().copied()) {
        match character {
            Ok(character) => bytes.extend(character.encode_utf8(&mut [0; 4]).bytes()),
            Err(lone) => {
                let [high, low] = lone.unpaired_surrogate().to_be_bytes();
                bytes.extend([0xe0 | high >> 4, 0x80 | (high & 0x0f) << 2 | low >> 6, 0x80 | low & 0x3f]);
            }
        }
    }
    bytes
}

/// Hands the UTF-16 of UTF-8 over; `None` where it is none.
pub(crate) fn of_utf8<T>(bytes: &[u8], take: impl FnOnce(&[u16]) -> T) -> Option<T> {
    if bytes.len() <= SHORT {
        return convert(bytes, &mut [0; SHORT], take);
    }
    convert(bytes, &mut vec![0; bytes.len()], take)
}

/// The same, by way of room for a unit a byte.
fn convert<T>(bytes: &[u8], room: &mut [u16], take: impl FnOnce(&[u16]) -> T) -> Option<T> {
    let length = mem::convert_utf8_to_utf16_without_replacement(bytes, room)?;
    room.get(..length).map(take)
}
