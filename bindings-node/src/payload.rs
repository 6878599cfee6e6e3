//! Bodies and messages: a string, or bytes that JavaScript keeps.

use std::ops::Deref;
use std::{ptr, slice};

use napi::bindgen_prelude::{JsValue, Unknown};
use napi::{ValueType, sys};
use wxseal_core::Answer;

use crate::error::Failure;
use crate::text;

/// A body or a message. No JavaScript may run while it lives: it could shrink or detach the buffer.
pub(crate) enum Payload<'call> {
    /// A string's, and whether they are UTF-8.
    Text(Vec<u8>, bool),
    Bytes(&'call [u8]),
}

impl<'call> Payload<'call> {
    /// The body of a request; one that the framework left out belongs to a request without one.
    ///
    /// # Safety
    /// No JavaScript runs while the result lives.
    pub(crate) unsafe fn of_request(value: Unknown<'call>) -> Result<Self, Failure> {
        let wanted = "body must be the raw body, before any parser: a Buffer, Uint8Array (not over a SharedArrayBuffer) or string";
        match value.get_type()? {
            ValueType::Undefined | ValueType::Null => Ok(Payload::Bytes(&[])),
            // SAFETY: the caller promises it.
            _ => unsafe { Self::new(value, wanted) },
        }
    }

    /// A message to seal: any bytes, or a text.
    ///
    /// # Safety
    /// No JavaScript runs while the result lives.
    pub(crate) unsafe fn of_reply(value: Unknown<'call>) -> Result<Self, Failure> {
        let wanted = "message must be a string, Buffer or Uint8Array (not over a SharedArrayBuffer)";
        // SAFETY: the caller promises it.
        let message = unsafe { Self::new(value, wanted) }?;
        if let Payload::Text(text, false) = &message {
            Answer::text_of(text)?;
        }
        Ok(message)
    }

    /// A string's bytes, or those of a `Buffer` or `Uint8Array`; anything else is a `TypeError` that says `wanted`.
    ///
    /// # Safety
    /// No JavaScript runs while the result lives.
    pub(crate) unsafe fn new(value: Unknown<'call>, wanted: &'static str) -> Result<Self, Failure> {
        if let Some((text, is_utf8)) = text::read_and_tell(value)? {
            return Ok(Payload::Text(text, is_utf8));
        }
        // SAFETY: the caller promises it.
        unsafe { bytes(value) }.map(Payload::Bytes).ok_or(Failure::Type(wanted))
    }
}

impl Deref for Payload<'_> {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        match self {
            Payload::Text(text, _) => text,
            Payload::Bytes(bytes) => bytes,
        }
    }
}

/// The bytes of a `Buffer` or `Uint8Array`, `None` of anything else.
///
/// # Safety
/// No JavaScript runs while the result lives.
pub(crate) unsafe fn bytes(value: Unknown<'_>) -> Option<&[u8]> {
    let (data, length) = memory(value)?;
    if length == 0 || data.is_null() {
        return Some(&[]);
    }
    // SAFETY: Node-API says that `length` bytes stand at `data`. The value is alive for the whole call; only JavaScript
    // could write to, shrink or detach its buffer, which is not shared with another thread, and the caller promises that
    // none runs.
    Some(unsafe { slice::from_raw_parts(data, length) })
}

/// Where the bytes of a `Buffer` or `Uint8Array` stand and how many there are, `None` of anything else. One over a
/// `SharedArrayBuffer` is something else: another thread could change it between the check of its signature and its decryption.
pub(crate) fn memory(value: Unknown<'_>) -> Option<(*mut u8, usize)> {
    let value = value.value();
    let (mut kind, mut length, mut data, mut owner) = (-1, 0, ptr::null_mut(), ptr::null_mut());
    // SAFETY: environment and value are those of the call under way, and each output is a variable of its type.
    let status = unsafe {
        sys::napi_get_typedarray_info(
            value.env,
            value.value,
            &raw mut kind,
            &raw mut length,
            &raw mut data,
            &raw mut owner,
            ptr::null_mut(),
        )
    };
    if status != sys::Status::napi_ok || kind != sys::TypedarrayType::uint8_array {
        return None;
    }
    let mut unshared = false;
    // SAFETY: as above, and `owner` was just written.
    let status = unsafe { sys::napi_is_arraybuffer(value.env, owner, &raw mut unshared) };
    (status == sys::Status::napi_ok && unshared).then_some((data.cast(), length))
}
