//! The addon behind the npm package `wxseal`. `index.d.ts` is its manual.
//!
//! No protocol logic lives here: each function maps JavaScript values, errors and buffers to one function of the core.

// napi hands arguments over by value.
#![allow(clippy::needless_pass_by_value)]

pub mod api;
mod endpoint;
mod error;
mod message;
mod msg_crypt;
pub mod open_data;
mod options;
mod payload;
pub mod platform;
mod push;
mod query;
mod recent;
mod response;
mod text;
mod utf16;

use napi::bindgen_prelude::{Env, Unknown};
use napi_derive::napi;

pub use crate::endpoint::Endpoint;
pub use crate::error::{error_codes, set_error_class};
pub use crate::message::{Header, Message};
pub use crate::msg_crypt::{MsgCrypt, Opened, Sealed, sign};
pub use crate::push::{Push, WidgetQuery};
pub use crate::recent::{Claim, RecentKeys};
pub use crate::response::{Response, refusal, response_from_bytes};

use crate::error::{Failure, Thrown};

/// Checks the `signature` of a URL check or of a plain-mode push; it covers no body.
///
/// # Errors
/// `WxsealError`: `InvalidConfig`, `MalformedQuery`, `SignatureMismatch`.
#[napi(catch_unwind)]
pub fn verify_signature(env: Env, token: Unknown<'_>, query: Unknown<'_>) -> Result<(), Thrown> {
    Failure::thrown(env, || {
        let token = text::required(token, "token must be a string")?;
        let raw = query::raw(query)?;
        let query = wxseal_core::Query::parse(&raw)?;
        wxseal_core::verify_signature(token, query.signature()?, query.timestamp()?, query.nonce()?)?;
        Ok(())
    })
}

/// The version of the running library.
#[napi(catch_unwind)]
#[must_use]
pub fn version() -> &'static str {
    wxseal_core::VERSION
}
