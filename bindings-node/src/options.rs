//! The properties of an object that the caller passed.

use std::ffi::CStr;
use std::ptr;

use napi::bindgen_prelude::{JsValue, Unknown};
use napi::{Status, ValueType, sys};

use crate::error::Failure;

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
    let value = property(object, name)?;
    Ok(match value.get_type()? {
        ValueType::Undefined | ValueType::Null => None,
        _ => Some(value),
    })
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
}
