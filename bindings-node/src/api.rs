//! Server API calls: the requests, and what an answer says.

use napi::bindgen_prelude::{Either, Env, Unknown};
use napi_derive::napi;
use wxseal_core::Error;
use wxseal_core::api::{self, CustomerMessage};

use crate::error::{Failure, Thrown};
use crate::options::Options;
use crate::payload::Payload;
use crate::text::{self, Text};

/// What to send.
#[napi(object, object_from_js = false)]
pub struct ApiRequest {
    /// `GET` or `POST`.
    pub method: &'static str,
    /// The whole URL.
    pub url: Text,
    /// The JSON to send.
    pub body: Option<Text>,
}

/// What the platform refused, or an answer that cannot be read.
#[napi(object, object_from_js = false)]
pub struct ApiFailure {
    /// What happened.
    pub message: Text,
    /// The platform's number for it.
    pub errcode: Option<i64>,
    /// The platform's words for it.
    pub errmsg: Option<Text>,
}

/// `getAccessToken`.
///
/// # Errors
/// A `TypeError`, and `WxsealError`: `InvalidConfig` for a lone surrogate.
#[napi(catch_unwind)]
pub fn api_get_access_token(env: Env, app_id: Unknown<'_>, secret: Unknown<'_>) -> Result<ApiRequest, Thrown> {
    Failure::thrown(env, || {
        let (app_id, secret) =
            (setting(app_id, "appId must be a string")?, setting(secret, "secret must be a string")?);
        Ok(request(&api::get_access_token(&app_id, &secret)))
    })
}

/// `code2Session`.
///
/// # Errors
/// A `TypeError`, and `WxsealError`: `InvalidConfig` for a lone surrogate.
#[napi(catch_unwind)]
pub fn api_code2session(
    env: Env,
    app_id: Unknown<'_>,
    secret: Unknown<'_>,
    js_code: Unknown<'_>,
) -> Result<ApiRequest, Thrown> {
    Failure::thrown(env, || {
        let (app_id, secret) =
            (setting(app_id, "appId must be a string")?, setting(secret, "secret must be a string")?);
        let js_code = setting(js_code, "jsCode must be a string")?;
        Ok(request(&api::code2session(&app_id, &secret, &js_code)))
    })
}

/// The customer-service send call.
///
/// # Errors
/// A `TypeError`, and `WxsealError`: `InvalidConfig` for another `msgtype`, `UnwritableReply` for a lone surrogate.
#[napi(catch_unwind)]
pub fn api_send_customer_message(
    env: Env,
    access_token: Unknown<'_>,
    to_user: Unknown<'_>,
    message: Unknown<'_>,
) -> Result<ApiRequest, Thrown> {
    Failure::thrown(env, || {
        let access_token = setting(access_token, "accessToken must be a string")?;
        let to_user = setting(to_user, "toUser must be a string")?;
        let wanted = "message must be an object with a msgtype, and its fields as strings";
        let fields = Options::new(message).map_err(|_| Failure::Type(wanted))?;
        let field = |name, otherwise| match fields.read(name)? {
            Some(value) => text::required(value, wanted, otherwise),
            None => Err(Failure::Type(wanted)),
        };
        let writable = |name| field(name, Error::UnwritableReply);
        let send = |message| Ok(request(&api::send_customer_message(&access_token, &to_user, message)));
        match &*field(c"msgtype", Error::InvalidConfig)? {
            "text" => send(CustomerMessage::Text { content: &writable(c"content")? }),
            "image" => send(CustomerMessage::Image { media_id: &writable(c"mediaId")? }),
            "link" => send(CustomerMessage::Link {
                title: &writable(c"title")?,
                description: &writable(c"description")?,
                url: &writable(c"url")?,
                thumb_url: &writable(c"thumbUrl")?,
            }),
            "miniprogrampage" => send(CustomerMessage::MiniProgramPage {
                title: &writable(c"title")?,
                pagepath: &writable(c"pagepath")?,
                thumb_media_id: &writable(c"thumbMediaId")?,
            }),
            _ => Err(Error::InvalidConfig.into()),
        }
    })
}

/// Reads the body of an answer: its JSON, or why there is none.
///
/// # Errors
/// A `TypeError`.
#[napi(catch_unwind)]
pub fn api_read(env: Env, body: Unknown<'_>) -> Result<Either<Text, ApiFailure>, Thrown> {
    Failure::thrown(env, || {
        // SAFETY: nothing below runs JavaScript.
        let body = match unsafe { Payload::of_request(body) } {
            // A lone surrogate is no JSON either.
            Err(Failure::Protocol(_)) => Payload::Bytes(&[]),
            body => body?,
        };
        Ok(match api::read(&body) {
            Ok(answer) => Either::A(Text::new(answer.to_json().to_owned())),
            Err(failure) => {
                let message = Text::new(failure.to_string());
                let (errcode, errmsg) = match failure {
                    api::Failure::Refused { errcode, errmsg } => (Some(errcode), Some(Text::new(errmsg))),
                    api::Failure::Unreadable => (None, None),
                };
                Either::B(ApiFailure { message, errcode, errmsg })
            }
        })
    })
}

fn setting(value: Unknown<'_>, wanted: &'static str) -> Result<String, Failure> {
    text::required(value, wanted, Error::InvalidConfig)
}

fn request(request: &api::Request) -> ApiRequest {
    let body = request.body().map(|body| Text::new(body.to_owned()));
    ApiRequest { method: request.method(), url: Text::new(request.url()), body }
}
