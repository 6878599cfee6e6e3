//! What JavaScript makes for the addon, since Node-API cannot, or slowly: errors and responses of the package's own classes,
//! and Buffers.

use std::ffi::c_void;
use std::ptr;

use napi::bindgen_prelude::{Env, JsValue, Object, ToNapiValue, Unknown};
use napi::{Status, sys};

use crate::error::{self, Failure, Thrown, checked};
use crate::payload;

/// The functions that the package's JavaScript has handed over, of one environment.
struct Realm {
    /// Makes a `WxsealError` of its message and its properties.
    error: sys::napi_ref,
    /// Makes a `WxsealResponse` of its status, its type, its stored form and where in that the body begins.
    response: sys::napi_ref,
    /// `Buffer.allocUnsafe`: out of Node.js's pool, a small Buffer costs a sixth of what Node-API takes for it.
    allocate: sys::napi_ref,
}

/// Takes the functions. Called when the package's JavaScript is loaded, again where a test runner loads it anew.
pub(crate) fn set_up(env: Env, functions: [Unknown<'_>; 3]) -> Result<(), Failure> {
    let env = env.raw();
    let [error, response, allocate] = functions.map(|function| reference(env, function));
    let realm = Realm { error: error?, response: response?, allocate: allocate? };
    let mut before = ptr::null_mut();
    // SAFETY: the environment is that of the call under way.
    checked(unsafe { sys::napi_get_instance_data(env, &raw mut before) })?;
    if before.is_null() {
        let realm = Box::into_raw(Box::new(realm)).cast();
        // SAFETY: as above. The finalizer is called once, when the environment ends.
        checked(unsafe { sys::napi_set_instance_data(env, realm, Some(finalize), ptr::null_mut()) })?;
    } else {
        // SAFETY: it is what was set above. It is of this thread alone, and `call` borrows it only where no JavaScript runs.
        let Realm { error, response, allocate } = unsafe { before.cast::<Realm>().replace(realm) };
        for reference in [error, response, allocate] {
            // SAFETY: the reference is of this environment, and nobody has it any more.
            checked(unsafe { sys::napi_delete_reference(env, reference) })?;
        }
    }
    Ok(())
}

fn reference(env: sys::napi_env, function: Unknown<'_>) -> Result<sys::napi_ref, Thrown> {
    let mut reference = ptr::null_mut();
    // SAFETY: environment and value are those of the call under way.
    checked(unsafe { sys::napi_create_reference(env, function.value().value, 1, &raw mut reference) })?;
    Ok(reference)
}

unsafe extern "C" fn finalize(_: sys::napi_env, realm: *mut c_void, _: *mut c_void) {
    // SAFETY: it is what `set_up` made a pointer of. The references end with the environment.
    drop(unsafe { Box::from_raw(realm.cast::<Realm>()) });
}

/// A `WxsealError`.
pub(crate) fn error(env: Env, message: String, details: Object<'_>) -> Result<Unknown<'_>, Thrown> {
    let env = env.raw();
    // SAFETY: the environment is that of the call under way.
    let message = unsafe { String::to_napi_value(env, message) }?;
    // SAFETY: it is the value of a call in the environment, which is under way.
    Ok(unsafe { Unknown::from_raw_unchecked(env, call(env, |realm| realm.error, &[message, details.raw()])?) })
}

/// Becomes a `WxsealResponse`.
pub(crate) struct Response(pub(crate) wxseal_core::Response);

impl ToNapiValue for Response {
    unsafe fn to_napi_value(env: sys::napi_env, Response(response): Self) -> Result<sys::napi_value, Thrown> {
        let (status, content_type) = (response.status(), response.content_type());
        let (stored, length) = (response.to_bytes(), response.body().len());
        drop(response);
        let offset = u32::try_from(stored.len() - length).unwrap_or(u32::MAX);
        // SAFETY: the caller promises an environment whose call is under way.
        let values = unsafe {
            [
                u32::to_napi_value(env, status.into())?,
                <&str>::to_napi_value(env, content_type)?,
                Bytes::to_napi_value(env, Bytes(stored))?,
                u32::to_napi_value(env, offset)?,
            ]
        };
        call(env, |realm| realm.response, &values)
    }
}

/// Becomes a Buffer.
pub(crate) struct Bytes(pub(crate) Vec<u8>);

impl ToNapiValue for Bytes {
    unsafe fn to_napi_value(env: sys::napi_env, Bytes(bytes): Self) -> Result<sys::napi_value, Thrown> {
        // SAFETY: the caller promises an environment whose call is under way.
        let length = unsafe { f64::to_napi_value(env, error::integer(bytes.len() as u64)) }?;
        let buffer = call(env, |realm| realm.allocate, &[length])?;
        // SAFETY: the value was just made, in the call under way.
        let memory = payload::memory(unsafe { Unknown::from_raw_unchecked(env, buffer) });
        match memory {
            Some((_, 0)) if bytes.is_empty() => Ok(buffer),
            Some((data, length)) if length == bytes.len() => {
                // SAFETY: Node-API says that so many bytes stand there, in a Buffer that nobody else has yet, and no
                // JavaScript has run since.
                unsafe { ptr::copy_nonoverlapping(bytes.as_ptr(), data, length) };
                Ok(buffer)
            }
            _ => Err(napi::Error::from_status(Status::ObjectExpected)),
        }
    }
}

/// Calls one of the functions.
fn call(
    env: sys::napi_env,
    function: impl FnOnce(&Realm) -> sys::napi_ref,
    arguments: &[sys::napi_value],
) -> Result<sys::napi_value, Thrown> {
    let (mut realm, mut callee, mut this, mut returned) =
        (ptr::null_mut(), ptr::null_mut(), ptr::null_mut(), ptr::null_mut());
    // SAFETY: the environment is that of the call under way.
    checked(unsafe { sys::napi_get_instance_data(env, &raw mut realm) })?;
    // SAFETY: it is what `set_up` has set, or nothing yet. It is borrowed here alone, where no JavaScript runs.
    let reference = unsafe { realm.cast::<Realm>().as_ref() }.map(function);
    let reference = reference.ok_or_else(|| napi::Error::from_status(Status::FunctionExpected))?;
    // SAFETY: as above, and a reference that the realm has is not deleted.
    checked(unsafe { sys::napi_get_reference_value(env, reference, &raw mut callee) })?;
    // SAFETY: as above.
    checked(unsafe { sys::napi_get_undefined(env, &raw mut this) })?;
    // SAFETY: as above, and the arguments are as many as is said, each of the call under way.
    checked(unsafe {
        sys::napi_call_function(env, this, callee, arguments.len(), arguments.as_ptr(), &raw mut returned)
    })?;
    Ok(returned)
}
