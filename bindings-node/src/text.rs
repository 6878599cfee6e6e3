//! JavaScript's strings, which are UTF-16 and may hold lone surrogates, and UTF-8.
//!
//! Strings are read as UTF-16: Node-API's latin1 would cut U+0141 to `A`, and its UTF-8 would turn a lone surrogate into
//! U+FFFD, so that different strings would become one.

use std::ptr;

use napi::bindgen_prelude::{Env, JsValue, ToNapiValue, Unknown};
use napi::{Status, sys};
use wxseal_core::{Error, Setting};

use crate::error::{Failure, Thrown};
use crate::utf16;

/// Room for a usual query string, so that it is read in one call.
const SHORT: usize = 256;

/// The text of a value; `None` where the value is not a string. A lone surrogate is what `otherwise` names: no text can be
/// equal to it.
pub(crate) fn read(value: Unknown<'_>, otherwise: Error) -> Result<Option<String>, Failure> {
    let bytes = read_bytes(value, otherwise)?;
    bytes.map(|bytes| String::from_utf8(bytes).map_err(|_| Failure::Protocol(otherwise))).transpose()
}

/// Like [`read`], where only the text's UTF-8 is wanted.
pub(crate) fn read_bytes(value: Unknown<'_>, otherwise: Error) -> Result<Option<Vec<u8>>, Failure> {
    read_units(value, |units| utf16::to_utf8(units).ok_or(Failure::Protocol(otherwise)))?.transpose()
}

/// Like [`read`], but anything else than a string is a `TypeError` that says `wanted`.
pub(crate) fn required(value: Unknown<'_>, wanted: &'static str, otherwise: Error) -> Result<String, Failure> {
    read(value, otherwise)?.ok_or(Failure::Type(wanted))
}

/// Like [`required`], for one of the server's own settings.
pub(crate) fn setting(value: Unknown<'_>, wanted: &'static str, setting: Setting) -> Result<String, Failure> {
    required(value, wanted, Error::InvalidConfig { setting })
}

/// An EncodingAESKey. A lone surrogate becomes U+FFFD, which no key holds, so that the core says where it stands.
pub(crate) fn key(value: Unknown<'_>, wanted: &'static str) -> Result<String, Failure> {
    read_units(value, String::from_utf16_lossy)?.ok_or(Failure::Type(wanted))
}

/// Hands the code units of a string over; `None` where the value is not a string.
fn read_units<T>(value: Unknown<'_>, decode: impl FnOnce(&[u16]) -> T) -> Result<Option<T>, Failure> {
    let mut short = [0; SHORT];
    let Some(length) = copy_units(value, &mut short)? else { return Ok(None) };
    // A copy that fills the buffer up to Node-API's NUL may be the beginning of a longer text.
    if length + 1 < SHORT {
        return Ok(short.get(..length).map(decode));
    }
    let mut long = vec![0; utf16_length(value)? + 1];
    let length = copy_units(value, &mut long)?.unwrap_or_default();
    Ok(long.get(..length).map(decode))
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
