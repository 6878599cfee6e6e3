//! The platform's side, for tests.

use napi::bindgen_prelude::{Env, Unknown};
use napi_derive::napi;
use wxseal_core::platform;

use crate::error::Failure;
use crate::msg_crypt;
use crate::options::{Given, Options};
use crate::payload::Payload;
use crate::realm::Bytes;
use crate::text::{self, Text};

/// A request as it goes over the wire.
#[napi(object, object_from_js = false)]
pub(crate) struct Request {
    /// `GET` or `POST`.
    pub method: &'static str,
    /// What stands behind the `?` of the URL.
    pub query: Text,
    /// Empty for a URL check.
    pub body: Bytes,
}

/// What a sealed reply says.
#[napi(object, object_from_js = false)]
pub(crate) struct Reply {
    /// The message inside.
    pub message: Bytes,
    /// The reply's own timestamp.
    pub timestamp: Text,
    /// The request's nonce, repeated.
    pub nonce: Text,
    /// The format of the envelope.
    pub format: &'static str,
}

/// The URL check of WeChat.
pub(crate) fn url_check(env: Env, [token, echostr, options]: [Unknown<'_>; 3]) -> Result<Request, Failure> {
    let token = text::required(token, "token must be a string")?;
    let echostr = text::required(echostr, "echostr must be a string")?;
    let given = Given::stamp(Options::new(options)?)?;
    request(env, given.or_fresh_stamp(|stamp| platform::url_check(token, stamp, echostr))?)
}

/// The URL check of WeCom.
pub(crate) fn encrypted_url_check(env: Env, [crypt, echostr, options]: [Unknown<'_>; 3]) -> Result<Request, Failure> {
    let crypt = msg_crypt::shared(crypt, "crypt must be a MsgCrypt")?;
    let echostr = text::required(echostr, "echostr must be a string")?;
    let given = Given::new(Options::new(options)?)?;
    let check = given.or_fresh(|stamp, random| platform::encrypted_url_check(crypt, stamp, echostr, random))?;
    request(env, check)
}

/// A message in safe mode.
pub(crate) fn push(env: Env, [crypt, message, options]: [Unknown<'_>; 3]) -> Result<Request, Failure> {
    let crypt = msg_crypt::shared(crypt, "crypt must be a MsgCrypt")?;
    let options = Options::new(options)?;
    let (given, format) = (Given::new(options)?, options.format()?);
    // SAFETY: the options have been read, and nothing before the last use of the message runs JavaScript.
    let message = unsafe { Payload::of_reply(message) }?;
    let push = given.or_fresh(|stamp, random| platform::push(crypt, &message, stamp, format, random))?;
    request(env, push)
}

/// A message in compatible mode.
pub(crate) fn compatible_push(env: Env, [crypt, message, options]: [Unknown<'_>; 3]) -> Result<Request, Failure> {
    let crypt = msg_crypt::shared(crypt, "crypt must be a MsgCrypt")?;
    let given = Given::new(Options::new(options)?)?;
    // SAFETY: the options have been read, and nothing before the last use of the message runs JavaScript.
    let message = unsafe { Payload::of_reply(message) }?;
    let push = given.or_fresh(|stamp, random| platform::compatible_push(crypt, &message, stamp, random))?;
    request(env, push)
}

/// A message in plain mode.
pub(crate) fn plain_push(env: Env, [token, message, options]: [Unknown<'_>; 3]) -> Result<Request, Failure> {
    let token = text::required(token, "token must be a string")?;
    let given = Given::stamp(Options::new(options)?)?;
    // SAFETY: the options have been read, and nothing before the last use of the message runs JavaScript.
    let message = unsafe { Payload::of_reply(message) }?;
    request(env, given.or_fresh_stamp(|stamp| platform::plain_push(token, &message, stamp))?)
}

/// Verifies and decrypts a server's sealed answer.
pub(crate) fn open_reply(env: Env, [crypt, body]: [Unknown<'_>; 2]) -> Result<Reply, Failure> {
    let crypt = msg_crypt::shared(crypt, "crypt must be a MsgCrypt")?;
    // SAFETY: nothing before the last use of the body runs JavaScript.
    let reply = platform::open_reply(crypt, &unsafe { Payload::of_request(body) }?)?;
    Ok(Reply {
        message: Bytes(reply.message),
        timestamp: Text::new(env, &reply.timestamp)?,
        nonce: Text::new(env, &reply.nonce)?,
        format: reply.format.name(),
    })
}

fn request(env: Env, request: platform::Request) -> Result<Request, Failure> {
    Ok(Request { method: request.method, query: Text::new(env, &request.query)?, body: Bytes(request.body) })
}
