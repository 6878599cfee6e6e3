use memchr::memchr2;

use super::{Raw, Step, Steps, is_name, split_at_byte};
use crate::document::trim_start;

/// One object, and in it strings without an escape and whole numbers.
pub(crate) struct Json<'a> {
    rest: &'a [u8],
    first: bool,
}

impl<'a> Steps<'a> for Json<'a> {
    fn begin(text: &'a [u8]) -> Option<Self> {
        text.strip_prefix(b"{").map(|rest| Json { rest, first: true })
    }

    fn next(&mut self) -> Option<Step<'a>> {
        let mut rest = trim_start(self.rest);
        if let Some(behind) = rest.strip_prefix(b"}") {
            return trim_start(behind).is_empty().then_some(Step::End);
        }
        if !std::mem::take(&mut self.first) {
            rest = trim_start(rest.strip_prefix(b",")?);
        }
        let (name, rest) = split_at_byte(rest.strip_prefix(b"\"")?, b'"')?;
        if !is_name(name) {
            return None;
        }
        let rest = trim_start(trim_start(rest).strip_prefix(b":")?);
        if let Some(text) = rest.strip_prefix(b"\"") {
            let (text, behind) = text.split_at_checked(memchr2(b'"', b'\\', text)?)?;
            self.rest = behind.strip_prefix(b"\"")?;
            return Some(Step::Text(name, Raw(text)));
        }
        let (digits, behind) = rest.split_at_checked(rest.iter().take_while(|byte| byte.is_ascii_digit()).count())?;
        // One zero more, a fraction or an exponent takes the long way; so does a number that no integer holds.
        let whole = !digits.starts_with(b"0") && matches!(digits.len(), 1..=18);
        let ends = matches!(trim_start(behind).first(), Some(b',' | b'}'));
        self.rest = behind;
        (whole && ends).then_some(Step::Digits(name, digits))
    }
}
