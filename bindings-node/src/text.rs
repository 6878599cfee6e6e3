//! JavaScript's strings, which are UTF-16 and may hold lone surrogates, and UTF-8.
//!
//! Strings are read as UTF-16: Node-API's latin1 would cut U+0141 to `A`, and its UTF-8 would turn a lone surrogate into
//! U+FFFD, so that different strings would become one. A lone surrogate becomes bytes that are not UTF-8 here, and what that
//! amounts to is the core's to say.

use std::mem::MaybeUninit;
use std::{ptr, slice};

use napi::bindgen_prelude::{Env, JsValue, ToNapiValue, Unknown};
use napi::sys;
use wxseal_core::{Answer, Error, Setting};

use crate::error::{Failure, Thrown, checked};
use crate::utf16;

/// How many code units are read in one call and without the allocator: a usual message, and every query and setting.
const SHORT: usize = 1024;

/// The bytes of a string; anything else is a `TypeError` that says `wanted`.
pub(crate) fn required(value: Unknown<'_>, wanted: &'static str) -> Result<Vec<u8>, Failure> {
    read(value)?.ok_or(Failure::Type(wanted))
}

/// The bytes of a string; `None` where the value is something else.
pub(crate) fn read(value: Unknown<'_>) -> Result<Option<Vec<u8>>, Failure> {
    Ok(read_and_tell(value)?.map(|(bytes, _)| bytes))
}

/// Like [`read`], and whether they are UTF-8.
pub(crate) fn read_and_tell(value: Unknown<'_>) -> Result<Option<(Vec<u8>, bool)>, Failure> {
    // One unit more for the NUL that Node-API puts behind a text, and one to see that there is none left.
    let mut short = [const { MaybeUninit::uninit() }; SHORT + 2];
    let Some(units) = copy_units(value, &mut short)? else { return Ok(None) };
    if units.len() <= SHORT {
        return Ok(Some(utf16::to_bytes(units)));
    }
    let mut long = vec![MaybeUninit::uninit(); utf16_length(value)? + 1];
    Ok(copy_units(value, &mut long)?.map(utf16::to_bytes))
}

/// A text of an answer, where the core takes one that was judged.
pub(crate) fn of_answer(value: Unknown<'_>, wanted: &'static str) -> Result<String, Failure> {
    Ok(Answer::text_of(&required(value, wanted)?)?.to_owned())
}

/// An argument of the server's own, where the core takes one that was judged.
pub(crate) fn argument(value: Unknown<'_>, wanted: &'static str) -> Result<String, Failure> {
    Ok(Setting::Argument.text_of(&required(value, wanted)?)?.to_owned())
}

/// Copies as many code units as the room holds beside a NUL; `None` where the value is not a string.
fn copy_units<'room>(value: Unknown<'_>, room: &'room mut [MaybeUninit<u16>]) -> Result<Option<&'room [u16]>, Failure> {
    let value = value.value();
    let mut length = 0;
    let units = room.as_mut_ptr().cast::<u16>();
    // SAFETY: environment and value are those of the call under way, and the room is as long as it is said to be.
    let status =
        unsafe { sys::napi_get_value_string_utf16(value.env, value.value, units, room.len(), &raw mut length) };
    if status == sys::Status::napi_string_expected {
        return Ok(None);
    }
    checked(status)?;
    // SAFETY: Node-API says that it has written so many units, which with the NUL fit into the room.
    Ok(Some(unsafe { slice::from_raw_parts(units, length.min(room.len())) }))
}

fn utf16_length(value: Unknown<'_>) -> Result<usize, Failure> {
    let value = value.value();
    let mut length = 0;
    // SAFETY: environment and value are those of the call under way; without a buffer only the length is asked for.
    checked(unsafe { sys::napi_get_value_string_utf16(value.env, value.value, ptr::null_mut(), 0, &raw mut length) })?;
    Ok(length)
}

/// A string of JavaScript's, of the call under way.
pub(crate) struct Text(sys::napi_value);

impl Text {
    pub(crate) fn new(env: Env, text: &str) -> Result<Self, Thrown> {
        // What is text has UTF-16.
        Self::of_utf8(env, text.as_bytes()).unwrap_or_else(|| Self::of_units(env, &[]))
    }

    pub(crate) fn optional(env: Env, text: Option<&str>) -> Result<Option<Self>, Thrown> {
        text.map(|text| Text::new(env, text)).transpose()
    }

    /// A decrypted message as text. A message that is not UTF-8 cannot be read as one, and is not bent into one.
    pub(crate) fn of_message(env: Env, message: &[u8]) -> Result<Self, Failure> {
        Ok(Self::of_utf8(env, message).ok_or(Error::MalformedMessage)??)
    }

    /// An envelope, or any other text that is ASCII.
    pub(crate) fn of_ascii(env: Env, text: &[u8]) -> Result<Self, Thrown> {
        let mut value = ptr::null_mut();
        let (data, length) = (text.as_ptr().cast(), text.len().cast_signed());
        // SAFETY: the environment is that of the call under way, and the text as long as it is said to be.
        checked(unsafe { sys::napi_create_string_latin1(env.raw(), data, length, &raw mut value) })?;
        Ok(Text(value))
    }

    /// Node-API decodes UTF-8 slowly, so it gets none.
    fn of_utf8(env: Env, bytes: &[u8]) -> Option<Result<Self, Thrown>> {
        if bytes.is_ascii() {
            return Some(Self::of_ascii(env, bytes));
        }
        utf16::of_utf8(bytes, |units| Self::of_units(env, units))
    }

    fn of_units(env: Env, units: &[u16]) -> Result<Self, Thrown> {
        let mut value = ptr::null_mut();
        let length = units.len().cast_signed();
        // SAFETY: the environment is that of the call under way, and there are as many units as is said.
        checked(unsafe { sys::napi_create_string_utf16(env.raw(), units.as_ptr(), length, &raw mut value) })?;
        Ok(Text(value))
    }
}

impl ToNapiValue for Text {
    unsafe fn to_napi_value(_: sys::napi_env, Text(value): Self) -> Result<sys::napi_value, Thrown> {
        Ok(value)
    }
}
