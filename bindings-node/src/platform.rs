//! The platform's side, for tests.

use napi::bindgen_prelude::{BufferSlice, Env, Unknown};
use napi_derive::napi;
use wxseal_core::platform;

use crate::error::{Failure, Thrown};
use crate::msg_crypt;
use crate::options::{Given, Options};
use crate::payload::Payload;
use crate::text::{self, Text};

/// A request as it goes over the wire.
#[napi(object, object_from_js = false)]
pub struct Request {
    /// `GET` or `POST`.
    pub method: &'static str,
    /// What stands behind the `?` of the URL.
    pub query: Text,
    /// Empty for a URL check.
    pub body: BufferSlice<'static>,
}

/// What a sealed reply says.
#[napi(object, object_from_js = false)]
pub struct Reply {
    /// The message inside.
    pub message: BufferSlice<'static>,
    /// The reply's own timestamp.
    pub timestamp: Text,
    /// The request's nonce, repeated.
    pub nonce: Text,
    /// The format of the envelope.
    pub format: &'static str,
}

/// The URL check of WeChat.
///
/// # Errors
/// `WxsealError`: `InvalidConfig`, `MalformedQuery`.
#[napi(catch_unwind)]
pub fn platform_url_check(
    env: Env,
    token: Unknown<'_>,
    echostr: Unknown<'_>,
    options: Unknown<'_>,
) -> Result<Request, Thrown> {
    Failure::thrown(env, || {
        let token = text::required(token, "token must be a string")?;
        let echostr = text::required(echostr, "echostr must be a string")?;
        let given = Given::stamp(Options::new(options)?)?;
        request(env, given.or_fresh(|stamp, _| platform::url_check(token, stamp, echostr))?)
    })
}

/// The URL check of WeCom.
///
/// # Errors
/// `WxsealError`: `UnwritableReply`, and `InvalidConfig` for a bad option.
#[napi(catch_unwind)]
pub fn platform_encrypted_url_check(
    env: Env,
    crypt: Unknown<'_>,
    echostr: Unknown<'_>,
    options: Unknown<'_>,
) -> Result<Request, Thrown> {
    Failure::thrown(env, || {
        let crypt = msg_crypt::shared(crypt, "crypt must be a MsgCrypt")?;
        let echostr = text::required(echostr, "echostr must be a string")?;
        let given = Given::new(Options::new(options)?)?;
        let check = given.or_fresh(|stamp, random| platform::encrypted_url_check(&crypt, stamp, echostr, random))?;
        request(env, check)
    })
}

/// A message in safe mode.
///
/// # Errors
/// `WxsealError`: `UnwritableReply`, and `InvalidConfig` for a bad option.
#[napi(catch_unwind)]
pub fn platform_push(
    env: Env,
    crypt: Unknown<'_>,
    message: Unknown<'_>,
    options: Unknown<'_>,
) -> Result<Request, Thrown> {
    Failure::thrown(env, || {
        let crypt = msg_crypt::shared(crypt, "crypt must be a MsgCrypt")?;
        let options = Options::new(options)?;
        let (given, format) = (Given::new(options)?, options.format()?);
        // SAFETY: the options have been read, and nothing before the last use of the message runs JavaScript.
        let message = unsafe { Payload::of_reply(message) }?;
        let push = given.or_fresh(|stamp, random| platform::push(&crypt, &message, stamp, format, random))?;
        request(env, push)
    })
}

/// A message in compatible mode.
///
/// # Errors
/// `WxsealError`: `UnwritableReply`, and `InvalidConfig` for a bad option.
#[napi(catch_unwind)]
pub fn platform_compatible_push(
    env: Env,
    crypt: Unknown<'_>,
    message: Unknown<'_>,
    options: Unknown<'_>,
) -> Result<Request, Thrown> {
    Failure::thrown(env, || {
        let crypt = msg_crypt::shared(crypt, "crypt must be a MsgCrypt")?;
        let given = Given::new(Options::new(options)?)?;
        // SAFETY: the options have been read, and nothing before the last use of the message runs JavaScript.
        let message = unsafe { Payload::of_reply(message) }?;
        let push = given.or_fresh(|stamp, random| platform::compatible_push(&crypt, &message, stamp, random))?;
        request(env, push)
    })
}

/// A message in plain mode.
///
/// # Errors
/// `WxsealError`: `InvalidConfig`, `MalformedQuery`.
#[napi(catch_unwind)]
pub fn platform_plain_push(
    env: Env,
    token: Unknown<'_>,
    message: Unknown<'_>,
    options: Unknown<'_>,
) -> Result<Request, Thrown> {
    Failure::thrown(env, || {
        let token = text::required(token, "token must be a string")?;
        let given = Given::stamp(Options::new(options)?)?;
        // SAFETY: the options have been read, and nothing before the last use of the message runs JavaScript.
        let message = unsafe { Payload::of_reply(message) }?;
        request(env, given.or_fresh(|stamp, _| platform::plain_push(token, &message, stamp))?)
    })
}

/// Verifies and decrypts a server's sealed answer.
///
/// # Errors
/// `WxsealError`: `MalformedEnvelope`, and those of `decrypt`.
#[napi(catch_unwind)]
pub fn platform_open_reply(env: Env, crypt: Unknown<'_>, body: Unknown<'_>) -> Result<Reply, Thrown> {
    Failure::thrown(env, || {
        let crypt = msg_crypt::shared(crypt, "crypt must be a MsgCrypt")?;
        // SAFETY: nothing before the last use of the body runs JavaScript.
        let reply = platform::open_reply(&crypt, &unsafe { Payload::of_request(body) }?)?;
        Ok(Reply {
            message: BufferSlice::copy_from(&env, reply.message)?,
            timestamp: Text::new(reply.timestamp),
            nonce: Text::new(reply.nonce),
            format: reply.format.name(),
        })
    })
}

fn request(env: Env, request: platform::Request) -> Result<Request, Failure> {
    let body = BufferSlice::copy_from(&env, request.body)?;
    Ok(Request { method: request.method, query: Text::new(request.query), body })
}
