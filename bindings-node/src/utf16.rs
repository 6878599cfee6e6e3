//! Between UTF-8 and UTF-16, for messages of mixed text: the standard library goes character by character, which takes as
//! long as the hash of the message does.

/// How many units of ASCII are taken at once: as many as the compiler makes one step of.
const RUN: usize = 16;

/// The UTF-8 of UTF-16; `None` where a surrogate stands alone.
#[expect(clippy::cast_possible_truncation, reason = "each byte is masked, or the unit is ASCII")]
pub(crate) fn to_utf8(units: &[u16]) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(units.len() + units.len() / 2);
    let mut rest = units;
    while let Some((&unit, after)) = rest.split_first() {
        let continuation = |shift: u32| (unit >> shift & 0x3f) as u8 | 0x80;
        rest = after;
        match unit {
            0..0x80 => {
                bytes.push(unit as u8);
                // A fold, unlike `all`, is vectorised.
                while let Some((run, after)) = rest.split_first_chunk::<RUN>()
                    && run.iter().fold(0, |seen, unit| seen | unit) < 0x80
                {
                    bytes.extend_from_slice(&run.map(|unit| unit as u8));
                    rest = after;
                }
            }
            0x80..0x800 => bytes.extend_from_slice(&[(unit >> 6) as u8 | 0xc0, continuation(0)]),
            0xd800..0xe000 => {
                let (&low, after) = after.split_first()?;
                let pair = char::decode_utf16([unit, low]).next()?.ok()?;
                bytes.extend_from_slice(pair.encode_utf8(&mut [0; 4]).as_bytes());
                rest = after;
            }
            _ => bytes.extend_from_slice(&[(unit >> 12) as u8 | 0xe0, continuation(6), continuation(0)]),
        }
    }
    Some(bytes)
}

/// The UTF-16 of UTF-8; `None` where it is none.
pub(crate) fn of_utf8(bytes: &[u8]) -> Option<Vec<u16>> {
    let continues = |byte: u8| byte & 0xc0 == 0x80;
    let bits = |byte: u8| u16::from(byte & 0x3f);
    let mut units = Vec::with_capacity(bytes.len());
    let mut rest = bytes;
    loop {
        rest = match *rest {
            [] => return Some(units),
            [ascii @ 0..0x80, ref after @ ..] => {
                units.push(ascii.into());
                let mut after = after;
                while let Some((run, behind)) = after.split_first_chunk::<RUN>()
                    && run.is_ascii()
                {
                    units.extend_from_slice(&run.map(u16::from));
                    after = behind;
                }
                after
            }
            [lead @ 0xc2..0xe0, one, ref after @ ..] if continues(one) => {
                units.push(u16::from(lead & 0x1f) << 6 | bits(one));
                after
            }
            [lead @ 0xe0..0xf0, one, two, ref after @ ..] if continues(one) && continues(two) => {
                let unit = u16::from(lead) << 12 | bits(one) << 6 | bits(two);
                // Less would be longer than it must be, and surrogates are no characters.
                if matches!(unit, 0..0x800 | 0xd800..0xe000) {
                    return None;
                }
                units.push(unit);
                after
            }
            _ => {
                let (four, after) = rest.split_at_checked(4)?;
                units.extend(str::from_utf8(four).ok()?.encode_utf16());
                after
            }
        };
    }
}
