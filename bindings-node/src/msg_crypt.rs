//! `MsgCrypt`.

use std::sync::Arc;

use napi::bindgen_prelude::{Env, Unknown};
use napi_derive::napi;
use wxseal_core::buffer::Reply;
use wxseal_core::{Dialect, Error, Format, MsgCrypt, Query, Setting, Stamp};

use crate::error::Failure;
use crate::handle::{self, Handle};
use crate::options::{self, Given, Options};
use crate::payload::Payload;
use crate::query;
use crate::realm::Bytes;
use crate::text::{self, Text};

/// Takes the settings of the console's message push page.
pub(crate) fn msg_crypt(
    _: Env,
    [token, encoding_aes_key, receive_id, options]: [Unknown<'_>; 4],
) -> Result<Handle<Arc<MsgCrypt>>, Failure> {
    let token = text::required(token, "token must be a string")?;
    let encoding_aes_key = text::required(encoding_aes_key, "encodingAesKey must be a string")?;
    let receive_id = text::required(receive_id, "receiveId must be a string")?;
    let options = Options::new(options)?;
    let dialect = options.read(c"dialect")?.map_or(Ok(MsgCrypt::DEFAULT_DIALECT), dialect)?;
    let max_body = options.count(c"maxBody", "maxBody must be a number", Setting::MaxBody)?;
    let crypt = MsgCrypt::new(token, encoding_aes_key, receive_id)?.dialect(dialect);
    Ok(Handle(Arc::new(crypt.max_body(max_body.unwrap_or(MsgCrypt::DEFAULT_MAX_BODY)))))
}

fn dialect(value: Unknown<'_>) -> Result<Dialect, Failure> {
    Ok(Setting::Dialect.text_of(&text::required(value, "dialect must be a string")?)?.parse()?)
}

/// The settings that were passed.
pub(crate) fn shared<'call>(value: Unknown<'call>, wanted: &'static str) -> Result<&'call Arc<MsgCrypt>, Failure> {
    handle::required(value, wanted)
}

/// How long an envelope is that is written without a detour by the allocator, in bytes.
const SHORT: usize = 2048;

const CRYPT: &str = "this must be a MsgCrypt";

/// Answers WeCom's URL check: verifies and decrypts its echostr.
pub(crate) fn verify_url(_: Env, [crypt, echostr, query]: [Unknown<'_>; 3]) -> Result<Bytes, Failure> {
    let crypt = shared(crypt, CRYPT)?;
    let raw = query::raw(query)?;
    // It is a parameter of the query, so a peer decides whether it is there and whether it is repeated.
    let echostr = text::read(echostr)?.ok_or(Error::MalformedQuery)?;
    let query = Query::parse(&raw)?;
    Ok(Bytes(crypt.verify_url(query.msg_signature()?, query.timestamp()?, query.nonce()?, echostr)?))
}

/// Verifies and decrypts the body of a push.
pub(crate) fn decrypt(_: Env, arguments: [Unknown<'_>; 3]) -> Result<Bytes, Failure> {
    decrypted(arguments).map(Bytes)
}

/// [`decrypt`], with the message as a string.
pub(crate) fn decrypt_to_string(env: Env, arguments: [Unknown<'_>; 3]) -> Result<Text, Failure> {
    Text::of_message(env, &decrypted(arguments)?)
}

fn decrypted([crypt, body, query]: [Unknown<'_>; 3]) -> Result<Vec<u8>, Failure> {
    let crypt = shared(crypt, CRYPT)?;
    let raw = query::raw(query)?;
    // SAFETY: the query has been read, and nothing below runs JavaScript.
    let body = unsafe { Payload::of_request(body) }?;
    let query = Query::parse(&raw)?;
    Ok(crypt.decrypt(query.msg_signature()?, query.timestamp()?, query.nonce()?, &body)?)
}

/// Encrypts and signs a reply, and returns the body to answer with.
pub(crate) fn encrypt(
    env: Env,
    [crypt, message, options, timestamp, nonce, format, random]: [Unknown<'_>; 7],
) -> Result<Text, Failure> {
    let crypt = shared(crypt, CRYPT)?;
    Options::new(options)?;
    let given = Given {
        timestamp: options::given(timestamp, options::timestamp)?,
        nonce: options::given(nonce, options::nonce)?,
        random: options::given(random, options::random)?,
    };
    let format = options::given(format, options::format)?.unwrap_or(Format::Xml);
    // SAFETY: nothing below runs JavaScript.
    let message = unsafe { Payload::of_reply(message) }?;
    given.or_fresh(|stamp, random| {
        let reply = Reply::new(crypt, &message, stamp, format)?;
        let (mut short, mut long) = ([0; SHORT], Vec::new());
        let room = if let Some(room) = short.get_mut(..reply.length()) {
            room
        } else {
            long.resize(reply.length(), 0);
            &mut *long
        };
        reply.seal_into(random, room)?;
        Ok(Text::of_ascii(env, room)?)
    })
}

/// The parts of an envelope.
#[napi(object, object_from_js = false)]
pub(crate) struct Sealed {
    /// The cipher text, in base64.
    pub encrypt: Text,
    /// The signature over Token, timestamp, nonce and the cipher text.
    pub msg_signature: Text,
    /// The timestamp that was signed.
    pub timestamp: Text,
    /// The nonce that was signed.
    pub nonce: Text,
}

/// Encrypts and signs a message, and returns the parts of its envelope.
pub(crate) fn seal(env: Env, [crypt, message, options]: [Unknown<'_>; 3]) -> Result<Sealed, Failure> {
    let crypt = shared(crypt, CRYPT)?;
    let given = Given::new(Options::new(options)?)?;
    // SAFETY: the options have been read, and nothing below runs JavaScript.
    let message = unsafe { Payload::of_reply(message) }?;
    let sealed = given.or_fresh(|stamp, random| crypt.seal(&message, stamp, random))?;
    Ok(Sealed {
        encrypt: Text::new(env, &sealed.encrypt)?,
        msg_signature: Text::new(env, &sealed.msg_signature)?,
        timestamp: Text::new(env, &sealed.timestamp)?,
        nonce: Text::new(env, &sealed.nonce)?,
    })
}

/// What a cipher text says.
#[napi(object, object_from_js = false)]
pub(crate) struct Opened {
    /// The message inside.
    pub message: Bytes,
    /// The receive id that stood behind it.
    pub receive_id: Text,
}

/// Verifies and decrypts a bare cipher text.
pub(crate) fn open(env: Env, [crypt, encrypt, query]: [Unknown<'_>; 3]) -> Result<Opened, Failure> {
    let crypt = shared(crypt, CRYPT)?;
    let raw = query::raw(query)?;
    let encrypt = text::required(encrypt, "encrypt must be a string")?;
    let query = Query::parse(&raw)?;
    let stamp = Stamp::new(query.timestamp()?, query.nonce()?)?;
    let opened = crypt.open(query.msg_signature()?, stamp, encrypt)?;
    Ok(Opened { message: Bytes(opened.message), receive_id: Text::new(env, &opened.receive_id)? })
}

/// Signs a cipher text.
pub(crate) fn sign(env: Env, [token, encrypt, query]: [Unknown<'_>; 3]) -> Result<Text, Failure> {
    let token = text::required(token, "token must be a string")?;
    let encrypt = text::required(encrypt, "encrypt must be a string")?;
    let raw = query::raw(query)?;
    let query = Query::parse(&raw)?;
    let stamp = Stamp::new(query.timestamp()?, query.nonce()?)?;
    Ok(Text::new(env, &wxseal_core::sign(token, stamp, encrypt)?)?)
}
