//! Floor 3: `Endpoint`.

use napi::ValueType;
use napi::bindgen_prelude::{Either, Env, Unknown};
use napi_derive::napi;
use wxseal_core::{Error, Incoming, Setting};

use crate::error::{Failure, Thrown};
use crate::options::{self, Options};
use crate::payload::Payload;
use crate::push::Push;
use crate::response::Response;
use crate::text::{self, Text};
use crate::{msg_crypt, query};

/// One call for a whole request.
#[napi]
pub struct Endpoint {
    inner: wxseal_core::Endpoint,
}

#[napi]
impl Endpoint {
    /// An encrypted endpoint.
    ///
    /// # Errors
    /// `WxsealError`: `InvalidConfig`.
    #[napi(constructor, catch_unwind)]
    pub fn new(env: Env, crypt: Unknown<'_>, options: Unknown<'_>) -> Result<Self, Thrown> {
        Failure::thrown(env, || {
            let crypt = msg_crypt::shared(crypt, "crypt must be a MsgCrypt")?;
            let options = Options::new(options)?;
            let mut inner = wxseal_core::Endpoint::new(crypt);
            if let Some(further) = options.read(c"alsoAccept")? {
                let wanted = "alsoAccept must be an array of MsgCrypts";
                for crypt in options::elements(further, wanted)? {
                    inner = inner.also_accept(msg_crypt::shared(crypt, wanted)?);
                }
            }
            Ok(Endpoint { inner: with(inner, options)? })
        })
    }

    /// A plain endpoint.
    ///
    /// # Errors
    /// `WxsealError`: `InvalidConfig`.
    #[napi(factory, catch_unwind)]
    pub fn plain(env: Env, token: Unknown<'_>, options: Unknown<'_>) -> Result<Self, Thrown> {
        Failure::thrown(env, || {
            let token = text::setting(token, "token must be a string", Setting::Token)?;
            let inner = wxseal_core::Endpoint::plain(&token)?;
            Ok(Endpoint { inner: with(inner, Options::new(options)?)? })
        })
    }

    /// Verifies a request: a URL check comes back as its answer.
    ///
    /// # Errors
    /// `WxsealError`: those of the core's `Endpoint::receive`.
    #[napi(catch_unwind)]
    pub fn receive(
        &self,
        env: Env,
        method: Unknown<'_>,
        query: Unknown<'_>,
        body: Unknown<'_>,
        options: Unknown<'_>,
    ) -> Result<Either<Response, Push>, Thrown> {
        Failure::thrown(env, || {
            let (method, raw) = (self::method(method)?, query::raw(query)?);
            let now = Options::new(options)?.now()?;
            // SAFETY: everything else has been read, and nothing below runs JavaScript.
            let body = unsafe { Payload::of_request(body) }?;
            Ok(match self.inner.receive(&method, &raw, &body, now)? {
                Incoming::UrlCheck(response) => Either::A(Response::new(response)),
                Incoming::Push(push) => Either::B(Push::new(push)),
            })
        })
    }

    /// Why `receive` refuses a request, as a JSON array.
    ///
    /// # Errors
    /// A `TypeError`.
    #[napi(catch_unwind)]
    pub fn diagnose(
        &self,
        env: Env,
        method: Unknown<'_>,
        query: Unknown<'_>,
        body: Unknown<'_>,
        options: Unknown<'_>,
    ) -> Result<Text, Thrown> {
        Failure::thrown(env, || {
            let method = self::method(method)?;
            let raw = query::raw(query).or_else(|failure| match failure {
                // A repeat is an array in a framework's object; this is how it stands on the wire.
                Failure::Protocol(_) => Ok("nonce&nonce".to_owned()),
                other => Err(other),
            })?;
            let now = Options::new(options)?.now()?;
            // SAFETY: everything else has been read, and nothing below runs JavaScript.
            let body = unsafe { Payload::of_request(body) }.or_else(|failure| match failure {
                // It has a lone surrogate, so it is as little of an envelope as none.
                Failure::Protocol(_) => Ok(Payload::Bytes(&[])),
                other => Err(other),
            })?;
            Ok(Text::new(wxseal_core::Finding::to_json(&self.inner.diagnose(&method, &raw, &body, now))))
        })
    }
}

fn with(endpoint: wxseal_core::Endpoint, options: Options<'_>) -> Result<wxseal_core::Endpoint, Failure> {
    let mut endpoint = endpoint;
    if let Some(tolerance) = options.read_or_null(c"tolerance")? {
        let wanted = "tolerance must be a number of seconds, or null";
        let off = tolerance.get_type()? == ValueType::Null;
        endpoint =
            endpoint.tolerance(if off { None } else { Some(options::whole(tolerance, wanted, Setting::Tolerance)?) });
    }
    if let Some(account) = options.read(c"account")? {
        endpoint = endpoint.account(&text::setting(account, "account must be a string", Setting::Account)?);
    }
    if let Some(max_body) = options.count(c"maxBody", "maxBody must be a number", Setting::MaxBody)? {
        endpoint = endpoint.max_body(max_body);
    }
    Ok(endpoint)
}

/// A request that Node.js received always has one, but its types don't say so.
fn method(value: Unknown<'_>) -> Result<String, Failure> {
    match value.get_type()? {
        ValueType::Undefined | ValueType::Null => Ok(String::new()),
        _ => text::required(value, "method must be a string", Error::UnknownMethod),
    }
}
