//! What to answer over HTTP.

use napi::bindgen_prelude::{BufferSlice, ClassInstance, Env, JsObjectValue, Object, Unknown};
use napi_derive::napi;
use wxseal_core::Error;

use crate::error::{Failure, Thrown};
use crate::payload;

/// Status, headers and body, complete.
#[napi]
pub struct Response {
    inner: wxseal_core::Response,
}

#[napi]
impl Response {
    pub(crate) fn new(inner: wxseal_core::Response) -> Self {
        Response { inner }
    }

    /// The HTTP status.
    #[napi(catch_unwind)]
    #[must_use]
    pub fn status(&self) -> u32 {
        self.inner.status().into()
    }

    /// The `Content-Type`.
    #[napi(catch_unwind)]
    #[must_use]
    pub fn content_type(&self) -> &'static str {
        self.inner.content_type()
    }

    /// The headers by name, frozen.
    ///
    /// # Errors
    /// Node-API's own.
    #[napi(catch_unwind)]
    pub fn headers(&self, env: Env) -> Result<Object<'static>, Thrown> {
        let mut headers = Object::new(&env)?;
        for (name, value) in self.inner.headers() {
            headers.set(name, value)?;
        }
        headers.freeze()?;
        Ok(headers)
    }

    /// The body, byte for byte.
    ///
    /// # Errors
    /// Node-API's own.
    #[napi(catch_unwind)]
    pub fn body(&self, env: Env) -> Result<BufferSlice<'static>, Thrown> {
        BufferSlice::copy_from(&env, self.inner.body())
    }

    /// The response as bytes, for a store.
    ///
    /// # Errors
    /// Node-API's own.
    #[napi(catch_unwind)]
    pub fn to_bytes(&self, env: Env) -> Result<BufferSlice<'static>, Thrown> {
        BufferSlice::copy_from(&env, self.inner.to_bytes())
    }
}

/// Reads what `toBytes` has written, in any language.
///
/// # Errors
/// A `TypeError`, and `WxsealError`: `UnwritableReply`.
#[napi(catch_unwind)]
pub fn response_from_bytes(env: Env, stored: Unknown<'_>) -> Result<Response, Thrown> {
    Failure::thrown(env, || {
        // SAFETY: nothing below runs JavaScript.
        let stored = unsafe { payload::bytes(stored) }
            .ok_or(Failure::Type("stored must be a Buffer or Uint8Array (not over a SharedArrayBuffer)"))?;
        Ok(Response::new(wxseal_core::Response::from_bytes(stored)?))
    })
}

/// A copy of a response that `index.js` passes.
pub(crate) fn copied(value: Unknown<'_>) -> Result<wxseal_core::Response, Failure> {
    // SAFETY: the value is of the call under way; napi checks the tag of its type.
    let response: Result<ClassInstance<'_, Response>, _> = unsafe { value.cast() };
    response.map(|response| response.inner.clone()).map_err(|_| Failure::Type("response must be a WxsealResponse"))
}

/// What to answer to a request that failed with an error of this HTTP status: errors of one status have one answer.
#[napi(catch_unwind)]
#[must_use]
pub fn refusal(http_status: u32) -> Option<Response> {
    let error = Error::ALL.into_iter().find(|error| u32::from(error.http_status()) == http_status);
    error.map(|error| Response::new(wxseal_core::Response::refusal(error)))
}
