//! Failures, and how JavaScript gets to see them.

use napi::Status;
use napi::bindgen_prelude::{Env, FnArgs, Function, FunctionRef, JsObjectValue, Object};
use napi_derive::napi;
use wxseal_core::{Error, Setting};

/// Why a call did not succeed.
pub(crate) enum Failure {
    /// A `WxsealError`.
    Protocol(Error),
    /// A `TypeError`: the caller passed something of another type. The text never quotes the value.
    Type(&'static str),
    /// The caller's own code threw, in a getter or a `toString`; or Node-API refused.
    Foreign(Thrown),
}

/// What a call returns once its exception is pending.
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

impl Failure {
    /// Runs a call, and makes its failure the pending exception.
    pub(crate) fn thrown<T>(env: Env, call: impl FnOnce() -> Result<T, Failure>) -> Result<T, Thrown> {
        call().map_err(|failure| failure.throw(env))
    }

    /// Makes the exception pending.
    fn throw(self, env: Env) -> Thrown {
        let thrown = match self {
            Failure::Protocol(error) => throw_protocol(env, error),
            Failure::Type(text) => env.throw_type_error(text, Some("ERR_INVALID_ARG_TYPE")),
            Failure::Foreign(error) => return error,
        };
        match thrown {
            Ok(()) => napi::Error::from_status(Status::PendingException),
            Err(error) => error,
        }
    }
}

/// What the constructor of `WxsealError` takes: the message, and the properties beside it.
type ErrorArguments<'env> = FnArgs<(String, Object<'env>)>;

/// The `WxsealError` of one environment: `index.js` defines the class, since Node-API cannot derive one from `Error`.
struct ErrorClass(FunctionRef<ErrorArguments<'static>, ()>);

/// Says which class `WxsealError` is. Called by `index.js`, again where a test runner loads that file anew.
///
/// # Errors
/// Node-API's own.
#[napi(catch_unwind)]
pub fn set_error_class(env: Env, class: Function<'_, ErrorArguments<'static>, ()>) -> Result<(), Thrown> {
    let class = ErrorClass(class.create_ref()?);
    match env.get_instance_data::<ErrorClass>()? {
        Some(slot) => *slot = class,
        None => env.set_instance_data(class, (), |_| {})?,
    }
    Ok(())
}

/// Every code with its name, official number and HTTP status, in the order of the core's table. Of the errors that share a
/// code the first stands for all: another method than GET and POST is a malformed query too, with a status of its own.
///
/// # Errors
/// Node-API's own.
#[napi(catch_unwind)]
pub fn error_codes(env: Env) -> Result<Object<'static>, Thrown> {
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

fn throw_protocol(env: Env, error: Error) -> Result<(), Thrown> {
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
    let Some(class) = env.get_instance_data::<ErrorClass>()? else {
        return env.throw_error(&error.to_string(), Some(&code(error)));
    };
    env.throw(class.0.borrow_back(&env)?.new_instance((error.to_string(), details).into())?)
}

/// A number of JavaScript's: exact up to 2^53.
#[allow(clippy::cast_precision_loss)]
pub(crate) fn integer(value: u64) -> f64 {
    value as f64
}
