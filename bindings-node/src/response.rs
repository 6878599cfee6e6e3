//! What to answer over HTTP. JavaScript has it as it is stored, in one Buffer whose end is the body.

use napi::bindgen_prelude::{Env, JsObjectValue, Object, Unknown};
use wxseal_core::Error;

use crate::error::Failure;
use crate::realm::Response;
use crate::{options, payload};

/// Reads what a response was stored as.
pub(crate) fn stored(value: Unknown<'_>, wanted: &'static str) -> Result<wxseal_core::Response, Failure> {
    // SAFETY: nothing before the last use of the bytes runs JavaScript.
    let stored = unsafe { payload::bytes(value) }.ok_or(Failure::Type(wanted))?;
    Ok(wxseal_core::Response::from_bytes(stored)?)
}

/// Reads what `toBytes` has written, in any language.
pub(crate) fn response_from_bytes(_: Env, [bytes]: [Unknown<'_>; 1]) -> Result<Response, Failure> {
    stored(bytes, "stored must be a Buffer or Uint8Array (not over a SharedArrayBuffer)").map(Response)
}

/// The headers of a response by name, frozen.
pub(crate) fn response_headers(env: Env, [response]: [Unknown<'_>; 1]) -> Result<Object<'static>, Failure> {
    let mut headers = Object::new(&env)?;
    for (name, value) in stored(response, "response must be a WxsealResponse")?.headers() {
        headers.set(name, value)?;
    }
    headers.freeze()?;
    Ok(headers)
}

/// What to answer to a request that failed with an error of this HTTP status: errors of one status have one answer.
pub(crate) fn refusal(_: Env, [http_status]: [Unknown<'_>; 1]) -> Result<Option<Response>, Failure> {
    let status = options::number(http_status)?;
    let error = Error::ALL.into_iter().find(|error| Some(f64::from(error.http_status())) == status);
    Ok(error.map(|error| Response(wxseal_core::Response::refusal(error))))
}
