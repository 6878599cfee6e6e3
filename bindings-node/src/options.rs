//! The properties of an object that the caller passed.

use std::ffi::CStr;
use std::ptr;

use napi::bindgen_prelude::{Array, JsObjectValue, JsValue, Unknown};
use napi::{Status, ValueType, sys};
use wxseal_core::{Error, Format, Setting, Stamp};

use crate::error::Failure;
use crate::{payload, text};

/// A property of an object. The caller's own code may run here: a getter, a proxy.
pub(crate) fn property<'call>(object: Unknown<'call>, name: &CStr) -> Result<Unknown<'call>, Failure> {
    let object = object.value();
    let mut value = ptr::null_mut();
    // SAFETY: environment and value are those of the call under way, and `name` ends with a NUL.
    let status = unsafe { sys::napi_get_named_property(object.env, object.value, name.as_ptr(), &raw mut value) };
    match status {
        // SAFETY: the value was just written, in the scope of the call under way.
        sys::Status::napi_ok => Ok(unsafe { Unknown::from_raw_unchecked(object.env, value) }),
        other => Err(napi::Error::from_status(Status::from(other)).into()),
    }
}

/// Like [`property`], but `None` where it is `undefined` or `null`.
pub(crate) fn optional<'call>(object: Unknown<'call>, name: &CStr) -> Result<Option<Unknown<'call>>, Failure> {
    present(property(object, name)?)
}

/// The elements of an array.
pub(crate) fn elements<'call>(array: Unknown<'call>, wanted: &'static str) -> Result<Vec<Unknown<'call>>, Failure> {
    if !array.is_array()? {
        return Err(Failure::Type(wanted));
    }
    // SAFETY: it is an array.
    let array: Array<'_> = unsafe { array.cast() }?;
    (0..array.len()).map(|index| Ok(array.get_element(index)?)).collect()
}

/// `true` or `false`, and nothing that JavaScript would take for either.
pub(crate) fn boolean(value: Unknown<'_>, wanted: &'static str) -> Result<bool, Failure> {
    if value.get_type()? != ValueType::Boolean {
        return Err(Failure::Type(wanted));
    }
    // SAFETY: it is a boolean.
    Ok(unsafe { value.cast() }?)
}

/// The last argument of a call, which may be left out.
#[derive(Clone, Copy)]
pub(crate) struct Options<'call>(Option<Unknown<'call>>);

impl<'call> Options<'call> {
    pub(crate) fn new(value: Unknown<'call>) -> Result<Self, Failure> {
        match value.get_type()? {
            ValueType::Undefined | ValueType::Null => Ok(Options(None)),
            ValueType::Object => Ok(Options(Some(value))),
            _ => Err(Failure::Type("options must be an object")),
        }
    }

    /// One of them, `None` where it is left out.
    pub(crate) fn read(self, name: &CStr) -> Result<Option<Unknown<'call>>, Failure> {
        self.0.map_or(Ok(None), |object| optional(object, name))
    }

    /// One of them for which `null` is a value, `None` where it is left out.
    pub(crate) fn read_or_null(self, name: &CStr) -> Result<Option<Unknown<'call>>, Failure> {
        let Some(object) = self.0 else { return Ok(None) };
        let value = property(object, name)?;
        Ok(if value.get_type()? == ValueType::Undefined { None } else { Some(value) })
    }
}

/// The options that several calls share, under one name and with one meaning.
impl Options<'_> {
    /// What is counted: a whole number that a double holds exactly.
    pub(crate) fn count(self, name: &CStr, wanted: &'static str, setting: Setting) -> Result<Option<usize>, Failure> {
        let count = self.seconds(name, wanted, setting)?;
        Ok(count.map(|count| usize::try_from(count).unwrap_or(usize::MAX)))
    }

    /// What is true or false.
    pub(crate) fn flag(self, name: &CStr, wanted: &'static str) -> Result<Option<bool>, Failure> {
        self.read(name)?.map(|value| boolean(value, wanted)).transpose()
    }

    /// A span of time, in whole seconds.
    pub(crate) fn seconds(self, name: &CStr, wanted: &'static str, setting: Setting) -> Result<Option<u64>, Failure> {
        self.read(name)?.map(|value| whole(value, wanted, setting)).transpose()
    }

    /// The server's time in whole seconds.
    pub(crate) fn now(self) -> Result<Option<u64>, Failure> {
        self.read(c"now")?.map(seconds).transpose()
    }

    pub(crate) fn format(self) -> Result<Format, Failure> {
        self.read(c"format")?.map_or(Ok(Format::Xml), format)
    }

    pub(crate) fn random(self) -> Result<Option<[u8; 16]>, Failure> {
        self.read(c"random")?.map(random).transpose()
    }
}

/// What a message is sealed with, as far as it is given.
#[derive(Default)]
pub(crate) struct Given {
    pub(crate) timestamp: Option<Vec<u8>>,
    pub(crate) nonce: Option<Vec<u8>>,
    pub(crate) random: Option<[u8; 16]>,
}

impl Given {
    /// The timestamp and the nonce of what has no random bytes.
    pub(crate) fn stamp(options: Options<'_>) -> Result<Self, Failure> {
        let timestamp = options.read(c"timestamp")?.map(timestamp).transpose()?;
        Ok(Given { timestamp, nonce: options.read(c"nonce")?.map(nonce).transpose()?, random: None })
    }

    pub(crate) fn new(options: Options<'_>) -> Result<Self, Failure> {
        Ok(Given { random: options.random()?, ..Self::stamp(options)? })
    }

    /// Calls with it, and with fresh ones where there is nothing.
    pub(crate) fn or_fresh<T, E: From<Error>>(
        &self,
        call: impl FnOnce(Stamp<'_>, &[u8; 16]) -> Result<T, E>,
    ) -> Result<T, E> {
        wxseal_os::fresh(self.timestamp.as_deref(), self.nonce.as_deref(), self.random.as_ref(), call)
    }

    /// The same for what is signed and not sealed.
    pub(crate) fn or_fresh_stamp<T, E: From<Error>>(
        &self,
        call: impl FnOnce(Stamp<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        wxseal_os::fresh_stamp(self.timestamp.as_deref(), self.nonce.as_deref(), call)
    }
}

/// The server's time, the system's where it is left out.
pub(crate) fn now(options: Unknown<'_>, now: Unknown<'_>) -> Result<u64, Failure> {
    Options::new(options)?;
    Ok(wxseal_os::now_or(given(now, seconds)?))
}

/// A time; a fraction of a second has not passed yet.
fn seconds(value: Unknown<'_>) -> Result<u64, Failure> {
    let seconds = number(value)?.ok_or(Failure::Type("now must be a number"))?;
    exact(seconds.floor(), Setting::Now)
}

/// An option that JavaScript has read, which takes it no time and Node-API long; `None` where it is left out. The options
/// go along to be of the right type.
pub(crate) fn given<'call, T>(
    value: Unknown<'call>,
    read: impl FnOnce(Unknown<'call>) -> Result<T, Failure>,
) -> Result<Option<T>, Failure> {
    present(value)?.map(read).transpose()
}

fn present(value: Unknown<'_>) -> Result<Option<Unknown<'_>>, Failure> {
    Ok(match value.get_type()? {
        ValueType::Undefined | ValueType::Null => None,
        _ => Some(value),
    })
}

/// A timestamp to write. A number is written as Rust writes it, never with an exponent; the core refuses what is not a
/// whole number of seconds.
pub(crate) fn timestamp(value: Unknown<'_>) -> Result<Vec<u8>, Failure> {
    match number(value)? {
        Some(seconds) => Ok(seconds.to_string().into_bytes()),
        None => text::required(value, "timestamp must be a number or a string"),
    }
}

pub(crate) fn nonce(value: Unknown<'_>) -> Result<Vec<u8>, Failure> {
    text::required(value, "nonce must be a string")
}

pub(crate) fn format(value: Unknown<'_>) -> Result<Format, Failure> {
    Ok(Setting::Format.text_of(&text::required(value, "format must be a string")?)?.parse()?)
}

pub(crate) fn random(value: Unknown<'_>) -> Result<[u8; 16], Failure> {
    // SAFETY: the bytes are copied before any JavaScript runs.
    let bytes = unsafe { payload::bytes(value) }
        .ok_or(Failure::Type("random must be a Buffer or Uint8Array (not over a SharedArrayBuffer)"))?;
    Ok(bytes.try_into().map_err(|_| Setting::Random)?)
}

/// The number that a value is.
pub(crate) fn number(value: Unknown<'_>) -> Result<Option<f64>, Failure> {
    // SAFETY: it is a number.
    Ok(if value.get_type()? == ValueType::Number { Some(unsafe { value.cast() }?) } else { None })
}

/// A number that is a whole one, not negative, and exact.
pub(crate) fn whole(value: Unknown<'_>, wanted: &'static str, setting: Setting) -> Result<u64, Failure> {
    exact(number(value)?.ok_or(Failure::Type(wanted))?, setting)
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // It is checked to be neither.
fn exact(number: f64, setting: Setting) -> Result<u64, Failure> {
    const MAX_SAFE_INTEGER: f64 = 9_007_199_254_740_991.0;
    let holds = (0.0..=MAX_SAFE_INTEGER).contains(&number) && number.fract() == 0.0;
    if holds { Ok(number as u64) } else { Err(setting.into()) }
}
