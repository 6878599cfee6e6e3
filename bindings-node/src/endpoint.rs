//! `Endpoint`.

use std::sync::Arc;

use napi::ValueType;
use napi::bindgen_prelude::{Either, Env, Unknown};
use wxseal_core::{Endpoint, Finding, Incoming, Setting};

use crate::error::Failure;
use crate::handle::{self, Handle};
use crate::options::{self, Options};
use crate::payload::Payload;
use crate::push::Push;
use crate::realm::Response;
use crate::text::{self, Text};
use crate::{msg_crypt, query};

/// An encrypted endpoint. JavaScript has read which further settings it accepts, and made handles of them.
pub(crate) fn endpoint(_: Env, [crypt, options, also_accept]: [Unknown<'_>; 3]) -> Result<Handle<Endpoint>, Failure> {
    let crypt = msg_crypt::shared(crypt, "crypt must be a MsgCrypt")?;
    let mut endpoint = Endpoint::new(Arc::clone(crypt));
    let wanted = "alsoAccept must be an array of MsgCrypts";
    for further in options::given(also_accept, |further| options::elements(further, wanted))?.unwrap_or_default() {
        endpoint = endpoint.also_accept(Arc::clone(msg_crypt::shared(further, wanted)?));
    }
    with(endpoint, Options::new(options)?)
}

/// A plain endpoint.
pub(crate) fn plain_endpoint(_: Env, [token, options]: [Unknown<'_>; 2]) -> Result<Handle<Endpoint>, Failure> {
    with(Endpoint::plain(text::required(token, "token must be a string")?)?, Options::new(options)?)
}

const ENDPOINT: &str = "this must be an Endpoint";

/// Verifies a request: a URL check comes back as its answer.
pub(crate) fn receive(
    _: Env,
    [endpoint, method, query, body, options, now]: [Unknown<'_>; 6],
) -> Result<Either<Response, Handle<Push>>, Failure> {
    let endpoint: &Endpoint = handle::required(endpoint, ENDPOINT)?;
    let (method, raw) = (self::method(method)?, query::raw(query)?);
    let now = options::now(options, now)?;
    // SAFETY: everything else has been read, and nothing below runs JavaScript.
    let body = unsafe { Payload::of_request(body) }?;
    Ok(match endpoint.receive(&method, &raw, &body, now)? {
        Incoming::UrlCheck(response) => Either::A(Response(response)),
        Incoming::Push(push) => Either::B(Handle(Push::new(push))),
    })
}

/// Why `receive` refuses a request, as a JSON array.
pub(crate) fn diagnose(
    env: Env,
    [endpoint, method, query, body, options, now]: [Unknown<'_>; 6],
) -> Result<Text, Failure> {
    let endpoint: &Endpoint = handle::required(endpoint, ENDPOINT)?;
    let (method, raw) = (self::method(method)?, query::raw(query)?);
    let now = options::now(options, now)?;
    // SAFETY: everything else has been read, and nothing below runs JavaScript.
    let body = unsafe { Payload::of_request(body) }?;
    Ok(Text::new(env, &Finding::to_json(&endpoint.diagnose(&method, &raw, &body, now)))?)
}

fn with(endpoint: Endpoint, options: Options<'_>) -> Result<Handle<Endpoint>, Failure> {
    let mut endpoint = endpoint;
    if let Some(tolerance) = options.read_or_null(c"tolerance")? {
        let wanted = "tolerance must be a number of seconds, or null";
        let off = tolerance.get_type()? == ValueType::Null;
        endpoint =
            endpoint.tolerance(if off { None } else { Some(options::whole(tolerance, wanted, Setting::Tolerance)?) });
    }
    if let Some(account) = options.read(c"account")? {
        endpoint = endpoint.account(text::required(account, "account must be a string")?)?;
    }
    if let Some(max_body) = options.count(c"maxBody", "maxBody must be a number", Setting::MaxBody)? {
        endpoint = endpoint.max_body(max_body);
    }
    Ok(Handle(endpoint))
}

/// A request that Node.js received always has one, but its types don't say so.
fn method(value: Unknown<'_>) -> Result<Vec<u8>, Failure> {
    match value.get_type()? {
        ValueType::Undefined | ValueType::Null => Ok(Vec::new()),
        _ => text::required(value, "method must be a string"),
    }
}
