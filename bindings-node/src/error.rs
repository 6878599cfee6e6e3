//! Failures, and what JavaScript gets to see of them.

use napi::bindgen_prelude::{Env, JsObjectValue, Object, Unknown};
use napi::{Status, sys};
use wxseal_core::{Error, Setting};

/// Why a call did not succeed.
pub(crate) enum Failure {
    /// A `WxsealError`.
    Protocol(Error),
    /// A `TypeError`: the caller passed something of another type. The text never quotes the value.
    Type(&'static str),
    /// The caller's own code threw, in a getter or a `toString`; or Node-API refused.
    Foreign(Thrown),
    /// The library is at fault, and has said so on standard error.
    Panic,
}

/// What Node-API's functions fail with; often once an exception is pending.
pub(crate) type Thrown = napi::Error;

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Failure::Protocol(error)
    }
}

impl From<Setting> for Failure {
    fn from(setting: Setting) -> Self {
        Failure::Protocol(Error::InvalidConfig { setting })
    }
}

impl From<Thrown> for Failure {
    fn from(error: Thrown) -> Self {
        Failure::Foreign(error)
    }
}

/// What Node-API's own functions return, as a result.
pub(crate) fn checked(status: sys::napi_status) -> Result<(), Thrown> {
    if status == sys::Status::napi_ok { Ok(()) } else { Err(napi::Error::from_status(Status::from(status))) }
}

/// Every code with its name, official number and HTTP status, in the order of the core's table. Of the errors that share a
/// code the first stands for all: another method than GET and POST is a malformed query too, with a status of its own.
pub(crate) fn error_codes(env: Env, []: [Unknown<'_>; 0]) -> Result<Object<'static>, Failure> {
    let mut codes = Object::new(&env)?;
    for error in Error::ALL {
        if codes.has_own_property(&code(error))? {
            continue;
        }
        let mut row = Object::new(&env)?;
        row.set("name", error.name())?;
        row.set("errno", error.code())?;
        row.set("httpStatus", u32::from(error.http_status()))?;
        row.freeze()?;
        codes.set(code(error), row)?;
    }
    codes.freeze()?;
    Ok(codes)
}

/// The core's name as Node.js writes codes: `SignatureMismatch` is `WXSEAL_SIGNATURE_MISMATCH`.
fn code(error: Error) -> String {
    let mut code = String::from("WXSEAL");
    for letter in error.name().chars() {
        if letter.is_ascii_uppercase() {
            code.push('_');
        }
        code.push(letter.to_ascii_uppercase());
    }
    code
}

/// The core's name as the arguments of JavaScript are written: `receive_id` is `receiveId`.
fn argument(setting: Setting) -> String {
    let mut argument = String::new();
    let mut begins = false;
    for letter in setting.name().chars() {
        match letter {
            '_' => begins = true,
            letter if std::mem::take(&mut begins) => argument.push(letter.to_ascii_uppercase()),
            letter => argument.push(letter),
        }
    }
    argument
}

/// What a `WxsealError` has beside its message.
pub(crate) fn details(env: Env, error: Error) -> Result<Object<'static>, Thrown> {
    let mut details = Object::new(&env)?;
    details.set("code", code(error))?;
    details.set("errno", error.code())?;
    details.set("httpStatus", u32::from(error.http_status()))?;
    match error {
        Error::InvalidKey { position } => details.set("position", integer(position as u64))?,
        Error::StaleTimestamp { timestamp, now } => {
            details.set("timestamp", integer(timestamp))?;
            details.set("now", integer(now))?;
        }
        Error::InvalidConfig { setting } => details.set("setting", argument(setting))?,
        _ => {}
    }
    Ok(details)
}

/// A number of JavaScript's: exact up to 2^53.
#[allow(clippy::cast_precision_loss)]
pub(crate) fn integer(value: u64) -> f64 {
    value as f64
}
