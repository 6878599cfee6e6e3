//! Objects of the addon, as JavaScript holds them: values without a property, in private fields of its own classes. To make
//! one takes half of what an instance of a napi class takes, and to find the object behind it a tenth.

use std::any::TypeId;
use std::ffi::c_void;
use std::ptr;

use napi::bindgen_prelude::{JsValue, ToNapiValue, Unknown};
use napi::sys;

use crate::error::{Failure, Thrown, checked};

/// An object that JavaScript is to keep until it has no more use for it.
pub(crate) struct Handle<T>(pub(crate) T);

/// What stands behind a handle.
#[repr(C)]
struct Kept<T> {
    /// Comes first, so that it is found whatever follows.
    kind: TypeId,
    object: T,
}

/// The object behind a handle; anything else is a `TypeError` that says `wanted`.
pub(crate) fn required<'call, T: 'static>(value: Unknown<'call>, wanted: &'static str) -> Result<&'call T, Failure> {
    object(value).ok_or(Failure::Type(wanted))
}

/// The object behind a handle; `None` where the value is something else.
pub(crate) fn object<T: 'static>(value: Unknown<'_>) -> Option<&T> {
    let value = value.value();
    let mut kept = ptr::null_mut();
    // SAFETY: environment and value are those of the call under way; what is no external is refused.
    let status = unsafe { sys::napi_get_value_external(value.env, value.value, &raw mut kept) };
    if status != sys::Status::napi_ok {
        return None;
    }
    // SAFETY: an external that reaches the addon is a handle. Its only caller is the package's JavaScript, which passes the
    // handles that it has in private fields and none that somebody else has made. So a `Kept` stands here, and begins with its
    // kind.
    if unsafe { kept.cast::<TypeId>().read() } != TypeId::of::<T>() {
        return None;
    }
    // SAFETY: it is a `Kept<T>`, which lives until the external is collected, and an argument is not collected before its call
    // returns. Nobody borrows it mutably: what changes does so in a cell.
    Some(unsafe { &(*kept.cast::<Kept<T>>()).object })
}

impl<T: 'static> ToNapiValue for Handle<T> {
    unsafe fn to_napi_value(env: sys::napi_env, Handle(object): Self) -> Result<sys::napi_value, Thrown> {
        let kept: *mut c_void = Box::into_raw(Box::new(Kept { kind: TypeId::of::<T>(), object })).cast();
        let mut value = ptr::null_mut();
        // SAFETY: the caller promises an environment whose call is under way. The finalizer is called once, after the external
        // was collected.
        let made =
            unsafe { sys::napi_create_external(env, kept, Some(finalize::<T>), ptr::null_mut(), &raw mut value) };
        checked(made).inspect_err(|_| {
            // SAFETY: no external was made, so that nobody else has it.
            drop(unsafe { Box::from_raw(kept.cast::<Kept<T>>()) });
        })?;
        Ok(value)
    }
}

unsafe extern "C" fn finalize<T>(_: sys::napi_env, kept: *mut c_void, _: *mut c_void) {
    // SAFETY: it is what `to_napi_value` made a pointer of, and the external that had it is gone.
    drop(unsafe { Box::from_raw(kept.cast::<Kept<T>>()) });
}
