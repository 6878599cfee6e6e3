//! Floor 2: `MsgCrypt`.

use napi::ValueType;
use napi::bindgen_prelude::{BufferSlice, Env, Unknown};
use napi_derive::napi;
use wxseal_core::{Dialect, Error, Format, Query};

use crate::error::{Failure, Thrown};
use crate::options::Options;
use crate::payload::{self, Payload};
use crate::query;
use crate::text::{self, Text};

/// One Token, one EncodingAESKey and one receive id: verifies and decrypts pushes, encrypts and signs replies.
#[napi]
pub struct MsgCrypt {
    inner: wxseal_core::MsgCrypt,
}

#[napi]
impl MsgCrypt {
    /// Takes the settings of the console's message push page.
    ///
    /// # Errors
    /// `WxsealError`: `InvalidConfig`, `InvalidKey`.
    #[napi(constructor, catch_unwind)]
    pub fn new(
        env: Env,
        token: Unknown<'_>,
        encoding_aes_key: Unknown<'_>,
        receive_id: Unknown<'_>,
        options: Unknown<'_>,
    ) -> Result<Self, Thrown> {
        construct(token, encoding_aes_key, receive_id, options).map_err(|failure| failure.throw(env))
    }

    /// Answers WeCom's URL check: verifies and decrypts its echostr.
    ///
    /// # Errors
    /// `WxsealError`: those of `decrypt`.
    #[napi(catch_unwind)]
    pub fn verify_url(&self, env: Env, echostr: Unknown<'_>, query: Unknown<'_>) -> Result<Text, Thrown> {
        let verify = || {
            let raw = query::raw(query)?;
            // It is a parameter of the query, so a peer decides whether it is there and whether it is repeated.
            let echostr = text::read(echostr, Error::InvalidBase64)?.ok_or(Failure::Protocol(Error::MalformedQuery))?;
            let query = Query::parse(&raw)?;
            let echo = self.inner.verify_url(query.msg_signature()?, query.timestamp()?, query.nonce()?, &echostr)?;
            Ok(Text::of_message(echo)?)
        };
        verify().map_err(|failure: Failure| failure.throw(env))
    }

    /// Verifies and decrypts the body of a push.
    ///
    /// # Errors
    /// `WxsealError`: `MalformedQuery`, `MalformedEnvelope`, `SignatureMismatch`, `InvalidBase64`, `DecryptFailed`,
    /// `MalformedFrame`, `ReceiveIdMismatch`.
    #[napi(catch_unwind)]
    pub fn decrypt(&self, env: Env, body: Unknown<'_>, query: Unknown<'_>) -> Result<BufferSlice<'static>, Thrown> {
        let decrypt = || Ok(BufferSlice::copy_from(&env, self.open(body, query)?)?);
        decrypt().map_err(|failure: Failure| failure.throw(env))
    }

    /// [`decrypt`](MsgCrypt::decrypt), with the message as a string.
    ///
    /// # Errors
    /// `WxsealError`: those of `decrypt`, and `MalformedMessage` where the message is not UTF-8.
    #[napi(catch_unwind)]
    pub fn decrypt_to_string(&self, env: Env, body: Unknown<'_>, query: Unknown<'_>) -> Result<Text, Thrown> {
        let decrypt = || Ok(Text::of_message(self.open(body, query)?)?);
        decrypt().map_err(|failure: Failure| failure.throw(env))
    }

    /// Encrypts and signs a reply, and returns the body to answer with.
    ///
    /// # Errors
    /// `WxsealError`: `UnwritableReply`, and `InvalidConfig` for an unknown format or a `random` of another length than 16 bytes.
    #[napi(catch_unwind)]
    pub fn encrypt(&self, env: Env, message: Unknown<'_>, options: Unknown<'_>) -> Result<Text, Thrown> {
        self.seal(message, options).map(Text::new).map_err(|failure| failure.throw(env))
    }

    fn open(&self, body: Unknown<'_>, query: Unknown<'_>) -> Result<Vec<u8>, Failure> {
        let raw = query::raw(query)?;
        // A body that the framework left out belongs to a request without one.
        let body = match body.get_type()? {
            ValueType::Undefined | ValueType::Null => Payload::Bytes(&[]),
            // SAFETY: the query has been read, and nothing below runs JavaScript.
            _ => unsafe {
                Payload::new(
                    body,
                    "body must be the raw body, as a Buffer, Uint8Array (not over a SharedArrayBuffer) or string",
                    Error::MalformedEnvelope,
                )
            }?,
        };
        let query = Query::parse(&raw)?;
        Ok(self.inner.decrypt(query.msg_signature()?, query.timestamp()?, query.nonce()?, &body)?)
    }

    fn seal(&self, message: Unknown<'_>, options: Unknown<'_>) -> Result<String, Failure> {
        let options = Options::new(options)?;
        let timestamp = options.read(c"timestamp")?.map(timestamp).transpose()?;
        let nonce = options.read(c"nonce")?;
        let nonce =
            nonce.map(|nonce| text::required(nonce, "nonce must be a string", Error::UnwritableReply)).transpose()?;
        let format = options.read(c"format")?.map_or(Ok(Format::Xml), format)?;
        let random = options.read(c"random")?.map(random).transpose()?;
        // SAFETY: the options have been read, and nothing below runs JavaScript.
        let message = unsafe {
            Payload::new(
                message,
                "message must be a string, Buffer or Uint8Array (not over a SharedArrayBuffer)",
                Error::UnwritableReply,
            )
        }?;
        Ok(wxseal_os::encrypt(&self.inner, &message, timestamp.as_deref(), nonce.as_deref(), random.as_ref(), format)?)
    }
}

fn construct(
    token: Unknown<'_>,
    encoding_aes_key: Unknown<'_>,
    receive_id: Unknown<'_>,
    options: Unknown<'_>,
) -> Result<MsgCrypt, Failure> {
    let token = text::required(token, "token must be a string", Error::InvalidConfig)?;
    let encoding_aes_key = text::key(encoding_aes_key, "encodingAesKey must be a string")?;
    let receive_id = text::required(receive_id, "receiveId must be a string", Error::InvalidConfig)?;
    let options = Options::new(options)?;
    let dialect = options.read(c"dialect")?.map_or(Ok(Dialect::default()), dialect)?;
    let max_body = options.read(c"maxBody")?.map_or(Ok(wxseal_core::MsgCrypt::DEFAULT_MAX_BODY), max_body)?;
    let inner = wxseal_core::MsgCrypt::new(&token, &encoding_aes_key, &receive_id)?;
    Ok(MsgCrypt { inner: inner.dialect(dialect).max_body(max_body) })
}

fn dialect(value: Unknown<'_>) -> Result<Dialect, Failure> {
    Ok(text::required(value, "dialect must be a string", Error::InvalidConfig)?.parse()?)
}

fn format(value: Unknown<'_>) -> Result<Format, Failure> {
    Ok(text::required(value, "format must be a string", Error::InvalidConfig)?.parse()?)
}

/// A number of bytes: a whole one that a double holds exactly.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // It is checked to be neither.
fn max_body(value: Unknown<'_>) -> Result<usize, Failure> {
    const MAX_SAFE_INTEGER: f64 = 9_007_199_254_740_991.0;
    let bytes = number(value)?.ok_or(Failure::Type("maxBody must be a number"))?;
    let holds = (0.0..=MAX_SAFE_INTEGER).contains(&bytes) && bytes.fract() == 0.0;
    if holds { Ok(bytes as usize) } else { Err(Error::InvalidConfig.into()) }
}

/// A number is written as Rust writes it, never with an exponent; the core refuses what is not a whole number of seconds.
fn timestamp(value: Unknown<'_>) -> Result<String, Failure> {
    match number(value)? {
        Some(seconds) => Ok(seconds.to_string()),
        None => text::required(value, "timestamp must be a number or a string", Error::UnwritableReply),
    }
}

fn number(value: Unknown<'_>) -> Result<Option<f64>, Failure> {
    // SAFETY: it is a number.
    Ok(if value.get_type()? == ValueType::Number { Some(unsafe { value.cast() }?) } else { None })
}

fn random(value: Unknown<'_>) -> Result<[u8; 16], Failure> {
    // SAFETY: the bytes are copied before any JavaScript runs.
    let bytes = unsafe { payload::bytes(value) }
        .ok_or(Failure::Type("random must be a Buffer or Uint8Array (not over a SharedArrayBuffer)"))?;
    bytes.try_into().map_err(|_| Failure::Protocol(Error::InvalidConfig))
}
