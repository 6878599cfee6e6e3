//! Functions of JavaScript's that call one of Rust's. What napi-rs writes for `#[napi]` keeps account of what is borrowed, which
//! costs a call several times what Node-API does.

use std::ffi::c_void;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::{mem, ptr};

use napi::bindgen_prelude::{Env, JsObjectValue, Object, ToNapiValue, Unknown};
use napi::{JsError, sys};

use crate::error::{self, Failure, Thrown, checked};
use crate::realm;

/// What takes so many arguments, `undefined` for those that a caller left out.
pub(crate) type Function<const N: usize, R> = for<'call> fn(Env, [Unknown<'call>; N]) -> Result<R, Failure>;

/// Exports a function under its name.
pub(crate) fn export<const N: usize, R: ToNapiValue>(
    env: Env,
    exports: &mut Object<'_>,
    name: &str,
    function: Function<N, R>,
) -> Result<(), Thrown> {
    let mut value = ptr::null_mut();
    let data: *mut c_void = (function as *const ()).cast_mut().cast();
    let (name_data, name_length) = (name.as_ptr().cast(), name.len().cast_signed());
    // SAFETY: the environment is that of the module being loaded, and the name as long as it is said to be. The data is a
    // function of the addon, which is never unloaded, and nobody writes to it.
    checked(unsafe {
        sys::napi_create_function(env.raw(), name_data, name_length, Some(call::<N, R>), data, &raw mut value)
    })?;
    // SAFETY: the value was just written, in the scope of the module being loaded.
    exports.set_named_property(name, unsafe { Unknown::from_raw_unchecked(env.raw(), value) })
}

/// Calls the function that `export` has put beside this. A failure is an exception when it returns, and so is a panic.
unsafe extern "C" fn call<const N: usize, R: ToNapiValue>(
    env: sys::napi_env,
    info: sys::napi_callback_info,
) -> sys::napi_value {
    let (mut count, mut arguments, mut data) = (N, [ptr::null_mut(); N], ptr::null_mut());
    let this = ptr::null_mut();
    // SAFETY: Node-API calls with an environment and a call that are under way. It writes `count` arguments, `undefined` behind
    // the last that was passed, and the data.
    let status =
        unsafe { sys::napi_get_cb_info(env, info, &raw mut count, arguments.as_mut_ptr(), this, &raw mut data) };
    let called = catch_unwind(AssertUnwindSafe(|| -> Result<sys::napi_value, Failure> {
        checked(status)?;
        // SAFETY: `export::<N, R>` is all that makes a function of `call::<N, R>`, and its data is a `Function<N, R>`.
        let function: Function<N, R> = unsafe { mem::transmute(data) };
        // SAFETY: these are the arguments of the call under way.
        let arguments = arguments.map(|argument| unsafe { Unknown::from_raw_unchecked(env, argument) });
        let returned = function(Env::from_raw(env), arguments)?;
        // SAFETY: the environment is that of the call under way.
        Ok(unsafe { R::to_napi_value(env, returned) }?)
    }));
    called.unwrap_or(Err(Failure::Panic)).unwrap_or_else(|failure| {
        if let Err(error) = throw(Env::from_raw(env), failure) {
            // SAFETY: the environment is that of the call under way.
            unsafe { JsError::from(error).throw_into(env) };
        }
        ptr::null_mut()
    })
}

/// Makes a failure the pending exception.
fn throw(env: Env, failure: Failure) -> Result<(), Thrown> {
    match failure {
        Failure::Protocol(error) => env.throw(realm::error(env, error.to_string(), error::details(env, error)?)?),
        Failure::Type(text) => env.throw_type_error(text, Some("ERR_INVALID_ARG_TYPE")),
        Failure::Panic => env.throw_error("a defect in wxseal: standard error says where", None),
        Failure::Foreign(error) => Err(error),
    }
}
