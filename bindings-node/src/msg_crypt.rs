//! Floor 2: `MsgCrypt`.

use std::sync::Arc;

use napi::bindgen_prelude::{BufferSlice, ClassInstance, Env, Unknown};
use napi_derive::napi;
use wxseal_core::{Dialect, Error, Format, Query, Setting};

use crate::error::{Failure, Thrown};
use crate::options::{self, Options};
use crate::payload::Payload;
use crate::query;
use crate::text::{self, Text};

/// One Token, one EncodingAESKey and one receive id: verifies and decrypts pushes, encrypts and signs replies.
#[napi]
pub struct MsgCrypt {
    inner: Arc<wxseal_core::MsgCrypt>,
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
        Failure::thrown(env, || construct(token, encoding_aes_key, receive_id, options))
    }

    /// Answers WeCom's URL check: verifies and decrypts its echostr.
    ///
    /// # Errors
    /// `WxsealError`: those of `decrypt`.
    #[napi(catch_unwind)]
    pub fn verify_url(&self, env: Env, echostr: Unknown<'_>, query: Unknown<'_>) -> Result<Text, Thrown> {
        Failure::thrown(env, || {
            let raw = query::raw(query)?;
            // It is a parameter of the query, so a peer decides whether it is there and whether it is repeated.
            let echostr = text::read(echostr, Error::InvalidBase64)?.ok_or(Failure::Protocol(Error::MalformedQuery))?;
            let query = Query::parse(&raw)?;
            let echo = self.inner.verify_url(query.msg_signature()?, query.timestamp()?, query.nonce()?, &echostr)?;
            Ok(Text::of_message(echo)?)
        })
    }

    /// Verifies and decrypts the body of a push.
    ///
    /// # Errors
    /// `WxsealError`: `MalformedQuery`, `MalformedEnvelope`, `SignatureMismatch`, `InvalidBase64`, `DecryptFailed`,
    /// `MalformedFrame`, `ReceiveIdMismatch`.
    #[napi(catch_unwind)]
    pub fn decrypt(&self, env: Env, body: Unknown<'_>, query: Unknown<'_>) -> Result<BufferSlice<'static>, Thrown> {
        Failure::thrown(env, || Ok(BufferSlice::copy_from(&env, self.open(body, query)?)?))
    }

    /// [`decrypt`](MsgCrypt::decrypt), with the message as a string.
    ///
    /// # Errors
    /// `WxsealError`: those of `decrypt`, and `MalformedMessage` where the message is not UTF-8.
    #[napi(catch_unwind)]
    pub fn decrypt_to_string(&self, env: Env, body: Unknown<'_>, query: Unknown<'_>) -> Result<Text, Thrown> {
        Failure::thrown(env, || Ok(Text::of_message(self.open(body, query)?)?))
    }

    /// Encrypts and signs a reply, and returns the body to answer with.
    ///
    /// # Errors
    /// `WxsealError`: `UnwritableReply`, and `InvalidConfig` for an unknown format or a `random` of another length than 16 bytes.
    #[napi(catch_unwind)]
    #[allow(clippy::too_many_arguments)] // `index.js` reads the options, and passes them along to be of the right type.
    pub fn encrypt(
        &self,
        env: Env,
        message: Unknown<'_>,
        options: Unknown<'_>,
        timestamp: Unknown<'_>,
        nonce: Unknown<'_>,
        format: Unknown<'_>,
        random: Unknown<'_>,
    ) -> Result<Text, Thrown> {
        Failure::thrown(env, || {
            Options::new(options)?;
            let timestamp = options::given(timestamp, options::timestamp)?;
            let nonce = options::given(nonce, options::nonce)?;
            let format = options::given(format, options::format)?.unwrap_or(Format::Xml);
            let random = options::given(random, options::random)?;
            // SAFETY: nothing below runs JavaScript.
            let message = unsafe { Payload::of_reply(message) }?;
            let (timestamp, nonce) = (timestamp.as_deref(), nonce.as_deref());
            let reply = wxseal_os::fresh(timestamp, nonce, random.as_ref(), |timestamp, nonce, random| {
                self.inner.encrypt_to_vec(&message, timestamp, nonce, random, format)
            })?;
            Ok(Text::Ascii(reply))
        })
    }

    fn open(&self, body: Unknown<'_>, query: Unknown<'_>) -> Result<Vec<u8>, Failure> {
        let raw = query::raw(query)?;
        // SAFETY: the query has been read, and nothing below runs JavaScript.
        let body = unsafe { Payload::of_request(body) }?;
        let query = Query::parse(&raw)?;
        Ok(self.inner.decrypt(query.msg_signature()?, query.timestamp()?, query.nonce()?, &body)?)
    }
}

/// The settings of a `MsgCrypt` that was passed.
pub(crate) fn shared(value: Unknown<'_>, wanted: &'static str) -> Result<Arc<wxseal_core::MsgCrypt>, Failure> {
    // SAFETY: the value is of the call under way; napi checks the tag of its type.
    let crypt: Result<ClassInstance<'_, MsgCrypt>, _> = unsafe { value.cast() };
    crypt.map(|crypt| Arc::clone(&crypt.inner)).map_err(|_| Failure::Type(wanted))
}

fn construct(
    token: Unknown<'_>,
    encoding_aes_key: Unknown<'_>,
    receive_id: Unknown<'_>,
    options: Unknown<'_>,
) -> Result<MsgCrypt, Failure> {
    let token = text::setting(token, "token must be a string", Setting::Token)?;
    let encoding_aes_key = text::key(encoding_aes_key, "encodingAesKey must be a string")?;
    let receive_id = text::setting(receive_id, "receiveId must be a string", Setting::ReceiveId)?;
    let options = Options::new(options)?;
    let dialect = options.read(c"dialect")?.map_or(Ok(wxseal_core::MsgCrypt::DEFAULT_DIALECT), dialect)?;
    let max_body = options.count(c"maxBody", "maxBody must be a number", Setting::MaxBody)?;
    let max_body = max_body.unwrap_or(wxseal_core::MsgCrypt::DEFAULT_MAX_BODY);
    let inner = wxseal_core::MsgCrypt::new(&token, &encoding_aes_key, &receive_id)?;
    Ok(MsgCrypt { inner: Arc::new(inner.dialect(dialect).max_body(max_body)) })
}

fn dialect(value: Unknown<'_>) -> Result<Dialect, Failure> {
    Ok(text::setting(value, "dialect must be a string", Setting::Dialect)?.parse()?)
}
