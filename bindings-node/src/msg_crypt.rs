//! Floor 2: `MsgCrypt`.

use std::sync::Arc;

use napi::bindgen_prelude::{BufferSlice, ClassInstance, Env, Unknown};
use napi_derive::napi;
use wxseal_core::{Dialect, Error, Format, Query, Setting, Stamp};

use crate::error::{Failure, Thrown};
use crate::options::{self, Given, Options};
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
    pub fn verify_url(
        &self,
        env: Env,
        echostr: Unknown<'_>,
        query: Unknown<'_>,
    ) -> Result<BufferSlice<'static>, Thrown> {
        Failure::thrown(env, || {
            let raw = query::raw(query)?;
            // It is a parameter of the query, so a peer decides whether it is there and whether it is repeated.
            let echostr = text::read(echostr)?.ok_or(Error::MalformedQuery)?;
            let query = Query::parse(&raw)?;
            let echo = self.inner.verify_url(query.msg_signature()?, query.timestamp()?, query.nonce()?, echostr)?;
            Ok(BufferSlice::copy_from(&env, echo)?)
        })
    }

    /// Verifies and decrypts the body of a push.
    ///
    /// # Errors
    /// `WxsealError`: `MalformedQuery`, `MalformedEnvelope`, `SignatureMismatch`, `InvalidBase64`, `DecryptFailed`,
    /// `MalformedFrame`, `ReceiveIdMismatch`.
    #[napi(catch_unwind)]
    pub fn decrypt(&self, env: Env, body: Unknown<'_>, query: Unknown<'_>) -> Result<BufferSlice<'static>, Thrown> {
        Failure::thrown(env, || Ok(BufferSlice::copy_from(&env, self.decrypted(body, query)?)?))
    }

    /// [`decrypt`](MsgCrypt::decrypt), with the message as a string.
    ///
    /// # Errors
    /// `WxsealError`: those of `decrypt`, and `MalformedMessage` where the message is not UTF-8.
    #[napi(catch_unwind)]
    pub fn decrypt_to_string(&self, env: Env, body: Unknown<'_>, query: Unknown<'_>) -> Result<Text, Thrown> {
        Failure::thrown(env, || Ok(Text::of_message(self.decrypted(body, query)?)?))
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
            let given = Given {
                timestamp: options::given(timestamp, options::timestamp)?,
                nonce: options::given(nonce, options::nonce)?,
                random: options::given(random, options::random)?,
            };
            let format = options::given(format, options::format)?.unwrap_or(Format::Xml);
            // SAFETY: nothing below runs JavaScript.
            let message = unsafe { Payload::of_reply(message) }?;
            let reply = given.or_fresh(|stamp, random| {
                self.inner.encrypt(&message, stamp.timestamp(), stamp.nonce(), format, random)
            })?;
            Ok(Text::Ascii(reply.into_bytes()))
        })
    }

    /// Encrypts and signs a message, and returns the parts of its envelope.
    ///
    /// # Errors
    /// `WxsealError`: those of `encrypt`.
    #[napi(catch_unwind)]
    pub fn seal(&self, env: Env, message: Unknown<'_>, options: Unknown<'_>) -> Result<Sealed, Thrown> {
        Failure::thrown(env, || {
            let given = Given::new(Options::new(options)?)?;
            // SAFETY: the options have been read, and nothing below runs JavaScript.
            let message = unsafe { Payload::of_reply(message) }?;
            let sealed = given.or_fresh(|stamp, random| self.inner.seal(&message, stamp, random))?;
            Ok(Sealed {
                encrypt: Text::new(sealed.encrypt),
                msg_signature: Text::new(sealed.msg_signature),
                timestamp: Text::new(sealed.timestamp),
                nonce: Text::new(sealed.nonce),
            })
        })
    }

    /// Verifies and decrypts a bare cipher text.
    ///
    /// # Errors
    /// `WxsealError`: those of `decrypt`, but for the receive id.
    #[napi(catch_unwind)]
    pub fn open(&self, env: Env, encrypt: Unknown<'_>, query: Unknown<'_>) -> Result<Opened, Thrown> {
        Failure::thrown(env, || {
            let raw = query::raw(query)?;
            let encrypt = text::required(encrypt, "encrypt must be a string")?;
            let query = Query::parse(&raw)?;
            let stamp = Stamp::new(query.timestamp()?, query.nonce()?)?;
            let opened = self.inner.open(query.msg_signature()?, stamp, encrypt)?;
            Ok(Opened {
                message: BufferSlice::copy_from(&env, opened.message)?,
                receive_id: Text::new(opened.receive_id),
            })
        })
    }

    fn decrypted(&self, body: Unknown<'_>, query: Unknown<'_>) -> Result<Vec<u8>, Failure> {
        let raw = query::raw(query)?;
        // SAFETY: the query has been read, and nothing below runs JavaScript.
        let body = unsafe { Payload::of_request(body) }?;
        let query = Query::parse(&raw)?;
        Ok(self.inner.decrypt(query.msg_signature()?, query.timestamp()?, query.nonce()?, &body)?)
    }
}

/// The parts of an envelope.
#[napi(object, object_from_js = false)]
pub struct Sealed {
    /// The cipher text, in base64.
    pub encrypt: Text,
    /// The signature over Token, timestamp, nonce and the cipher text.
    pub msg_signature: Text,
    /// The timestamp that was signed.
    pub timestamp: Text,
    /// The nonce that was signed.
    pub nonce: Text,
}

/// What a cipher text says.
#[napi(object, object_from_js = false)]
pub struct Opened {
    /// The message inside.
    pub message: BufferSlice<'static>,
    /// The receive id that stood behind it.
    pub receive_id: Text,
}

/// Signs a cipher text.
///
/// # Errors
/// `WxsealError`: `InvalidConfig`, `MalformedQuery`.
#[napi(catch_unwind)]
pub fn sign(env: Env, token: Unknown<'_>, encrypt: Unknown<'_>, query: Unknown<'_>) -> Result<Text, Thrown> {
    Failure::thrown(env, || {
        let token = text::required(token, "token must be a string")?;
        let encrypt = text::required(encrypt, "encrypt must be a string")?;
        let raw = query::raw(query)?;
        let query = Query::parse(&raw)?;
        Ok(Text::new(wxseal_core::sign(token, Stamp::new(query.timestamp()?, query.nonce()?)?, encrypt)?))
    })
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
    let token = text::required(token, "token must be a string")?;
    let encoding_aes_key = text::required(encoding_aes_key, "encodingAesKey must be a string")?;
    let receive_id = text::required(receive_id, "receiveId must be a string")?;
    let options = Options::new(options)?;
    let dialect = options.read(c"dialect")?.map_or(Ok(wxseal_core::MsgCrypt::DEFAULT_DIALECT), dialect)?;
    let max_body = options.count(c"maxBody", "maxBody must be a number", Setting::MaxBody)?;
    let max_body = max_body.unwrap_or(wxseal_core::MsgCrypt::DEFAULT_MAX_BODY);
    let inner = wxseal_core::MsgCrypt::new(token, encoding_aes_key, receive_id)?;
    Ok(MsgCrypt { inner: Arc::new(inner.dialect(dialect).max_body(max_body)) })
}

fn dialect(value: Unknown<'_>) -> Result<Dialect, Failure> {
    Ok(Setting::Dialect.text_of(&text::required(value, "dialect must be a string")?)?.parse()?)
}
