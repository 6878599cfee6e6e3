//! JavaScript's strings, which are UTF-16 and may hold lone surrogates, and UTF-8.
//!
//! Strings are read as UTF-16: Node-API's latin1 would cut U+0141 to `A`, and its UTF-8 would turn a lone surrogate into
//! U+FFFD, so that different strings would become one. A lone surrogate becomes bytes that are not UTF-8 here, and what that
//! amounts to is the core's to say.

use std::ptr;

use napi::bindgen_prelude::{Env, JsValue, ToNapiValue, Unknown};
use napi::{Status, sys};
use wxseal_core::{Answer, Error, Setting};

use crate::error::{Failure, Thrown};
use crate::utf16;

/// Room for a usual query string, so that it is read in one call.
const SHORT: usize = 256;

/// The bytes of a string; anything else is a `TypeError` that says `wanted`.
pub(crate) fn required(value: Unknown<'_>, wanted: &'static str) -> Result<Vec<u8>, Failure> {
    read(value)?.ok_or(Failure::Type(wanted))
}

/// The bytes of a string; `None` where the value is something else.
pub(crate) fn read(value: Unknown<'_>) -> Result<Option<Vec<u8>>, Failure> {
    let mut short = [0; SHORT];
    let Some(length) = copy_units(value, &mut short)? else { return Ok(None) };
    // A copy that fills the buffer up to Node-API's NUL may be the beginning of a longer text.
    if length + 1 < SHORT {
        return Ok(short.get(..length).map(utf16::to_bytes));
    }
    let mut long = vec![0; utf16_length(value)? + 1];
    let length = copy_units(value, &mut long)?.unwrap_or_default();
    Ok(long.get(..length).map(utf16::to_bytes))
}

/// A text of an answer, where the core takes one that was judged.
pub(crate) fn of_answer(value: Unknown<'_>, wanted: &'static str) -> Result<String, Failure> {
    Ok(Answer::text_of(&required(value, wanted)?)?.to_owned())
}

/// An argument of the server's own, where the core takes one that was judged.
pub(crate) fn argument(value: Unknown<'_>, wanted: &'static str) -> Result<String, Failure> {
    Ok(Setting::Argument.text_of(&required(value, wanted)?)?.to_owned())
}

/// Copies as many code units as the buffer holds beside a NUL, and says how many; `None` where the value is not a string.
fn copy_units(value: Unknown<'_>, units: &mut [u16]) -> Result<Option<usize>, Failure> {
    let value = value.value();
    let mut length = 0;
    // SAFETY: environment and value are those of the call under way, and `units` is as long as it is said to be.
    let status = unsafe {
        sys::napi_get_value_string_utf16(value.env, value.value, units.as_mut_ptr(), units.len(), &raw mut length)
    };
    match status {
        sys::Status::napi_ok => Ok(Some(length)),
        sys::Status::napi_string_expected => Ok(None),
        other => Err(napi::Error::from_status(Status::from(other)).into()),
    }
}

fn utf16_length(value: Unknown<'_>) -> Result<usize, Failure> {
    let value = value.value();
    let mut length = 0;
    // SAFETY: environment and value are those of the call under way; without a buffer only the length is asked for.
    let status =
        unsafe { sys::napi_get_value_string_utf16(value.env, value.value, ptr::null_mut(), 0, &raw mut length) };
    match status {
        sys::Status::napi_ok => Ok(length),
        other => Err(napi::Error::from_status(Status::from(other)).into()),
    }
}

/// A text that becomes a JavaScript string. Node-API decodes UTF-8 slowly, so it gets none.
pub enum Text {
    Ascii(Vec<u8>),
    Utf16(Vec<u16>),
}

impl Text {
    pub(crate) fn new(text: String) -> Self {
        // There is no text that is not UTF-8.
        Self::of_utf8(text.into_bytes()).unwrap_or(Text::Ascii(Vec::new()))
    }

    /// A decrypted message as text. A message that is not UTF-8 cannot be read as one, and is not bent into one.
    pub(crate) fn of_message(message: Vec<u8>) -> Result<Self, Error> {
        Self::of_utf8(message).ok_or(Error::MalformedMessage)
    }

    fn of_utf8(bytes: Vec<u8>) -> Option<Self> {
        if bytes.is_ascii() { Some(Text::Ascii(bytes)) } else { utf16::of_utf8(&bytes).map(Text::Utf16) }
    }
}

impl ToNapiValue for Text {
    unsafe fn to_napi_value(env: sys::napi_env, text: Self) -> Result<sys::napi_value, Thrown> {
        let env = Env::from_raw(env);
        let string = match text {
            Text::Ascii(bytes) => env.create_string_latin1(bytes)?,
            Text::Utf16(units) => env.create_string_utf16(units)?,
        };
        Ok(string.raw())
    }
}
