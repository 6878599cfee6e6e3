//! Server API calls: the requests, and what an answer says.

use std::ffi::CStr;

use napi::bindgen_prelude::{Either, Env, Unknown};
use napi_derive::napi;
use wxseal_core::Setting;
use wxseal_core::api::{self, CustomerMessage, SubscribeMessage, TextCheck};

use crate::error::Failure;
use crate::options::{Options, elements, whole};
use crate::payload::Payload;
use crate::text::{self, Text};

/// What to send.
#[napi(object, object_from_js = false)]
pub(crate) struct ApiRequest {
    /// `GET` or `POST`.
    pub method: &'static str,
    /// The whole URL.
    pub url: Text,
    /// The JSON to send.
    pub body: Option<Text>,
}

/// What the platform refused, or an answer that cannot be read.
#[napi(object, object_from_js = false)]
pub(crate) struct ApiFailure {
    /// What happened.
    pub message: Text,
    /// The platform's number for it.
    pub errcode: Option<i64>,
    /// The platform's words for it.
    pub errmsg: Option<Text>,
}

/// Any call that is a GET; `index.js` has made pairs of the parameters.
pub(crate) fn get(env: Env, [path, parameters]: [Unknown<'_>; 2]) -> Result<ApiRequest, Failure> {
    let path = text::required(path, "path must be a string")?;
    let wanted = "parameters must be an object of strings, a URLSearchParams or pairs of strings";
    let mut pairs = Vec::new();
    for pair in elements(parameters, wanted)? {
        let &[name, value] = &*elements(pair, wanted)? else { return Err(Failure::Type(wanted)) };
        pairs.push((text::argument(name, wanted)?, text::argument(value, wanted)?));
    }
    let pairs: Vec<_> = pairs.iter().map(|(name, value)| (&**name, &**value)).collect();
    request(env, &api::get(Setting::Path.text_of(&path)?, &pairs)?)
}

/// Any call that is a POST of JSON.
pub(crate) fn post(env: Env, [path, access_token, body]: [Unknown<'_>; 3]) -> Result<ApiRequest, Failure> {
    let path = text::required(path, "path must be a string")?;
    let access_token = text::argument(access_token, TOKEN)?;
    let body = text::of_answer(body, "body must be an object, or its JSON")?;
    request(env, &api::post(Setting::Path.text_of(&path)?, &access_token, &body)?)
}

/// `getAccessToken`.
pub(crate) fn get_access_token(env: Env, [app_id, secret]: [Unknown<'_>; 2]) -> Result<ApiRequest, Failure> {
    let (app_id, secret) =
        (text::argument(app_id, "appId must be a string")?, text::argument(secret, "secret must be a string")?);
    request(env, &api::get_access_token(&app_id, &secret))
}

/// `getStableAccessToken`.
pub(crate) fn get_stable_access_token(
    env: Env,
    [app_id, secret, options]: [Unknown<'_>; 3],
) -> Result<ApiRequest, Failure> {
    let (app_id, secret) =
        (text::argument(app_id, "appId must be a string")?, text::argument(secret, "secret must be a string")?);
    let force_refresh = Options::new(options)?.flag(c"forceRefresh", "forceRefresh must be a boolean")?;
    request(env, &api::get_stable_access_token(&app_id, &secret, force_refresh.unwrap_or_default()))
}

/// `code2Session`.
pub(crate) fn code2session(env: Env, [app_id, secret, js_code]: [Unknown<'_>; 3]) -> Result<ApiRequest, Failure> {
    let (app_id, secret) =
        (text::argument(app_id, "appId must be a string")?, text::argument(secret, "secret must be a string")?);
    let js_code = text::argument(js_code, "jsCode must be a string")?;
    request(env, &api::code2session(&app_id, &secret, &js_code))
}

/// `getPhoneNumber`.
pub(crate) fn get_phone_number(env: Env, [access_token, code]: [Unknown<'_>; 2]) -> Result<ApiRequest, Failure> {
    let (access_token, code) = (text::argument(access_token, TOKEN)?, text::argument(code, "code must be a string")?);
    request(env, &api::get_phone_number(&access_token, &code))
}

/// The customer-service send call.
pub(crate) fn send_customer_message(
    env: Env,
    [access_token, to_user, message]: [Unknown<'_>; 3],
) -> Result<ApiRequest, Failure> {
    let access_token = text::argument(access_token, TOKEN)?;
    let to_user = text::argument(to_user, "toUser must be a string")?;
    let wanted = "message must be an object with a msgtype, and its fields as strings";
    let fields = Options::new(message).map_err(|_| Failure::Type(wanted))?;
    let field = |name| fields.read(name)?.ok_or(Failure::Type(wanted));
    let writable = |name| text::of_answer(field(name)?, wanted);
    let send = |message| request(env, &api::send_customer_message(&access_token, &to_user, message));
    match &*text::argument(field(c"msgtype")?, wanted)? {
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
        _ => Err(Setting::Argument.into()),
    }
}

/// `subscribeMessage.send`.
pub(crate) fn send_subscribe_message(
    env: Env,
    [access_token, to_user, template_id, data, options]: [Unknown<'_>; 5],
) -> Result<ApiRequest, Failure> {
    let access_token = text::argument(access_token, TOKEN)?;
    let to_user = text::argument(to_user, "toUser must be a string")?;
    let template_id = text::of_answer(template_id, "templateId must be a string")?;
    let data = text::of_answer(data, "data must be an object, or its JSON")?;
    let options = Options::new(options)?;
    let page = optional(options, c"page", "page must be a string")?;
    let state = optional(options, c"miniprogramState", "miniprogramState must be a string")?;
    let lang = optional(options, c"lang", "lang must be a string")?;
    let message = SubscribeMessage {
        template_id: &template_id,
        data: &data,
        page: page.as_deref(),
        miniprogram_state: state.as_deref(),
        lang: lang.as_deref(),
    };
    request(env, &api::send_subscribe_message(&access_token, &to_user, &message)?)
}

/// `msgSecCheck`.
pub(crate) fn msg_sec_check(
    env: Env,
    [access_token, openid, scene, content, options]: [Unknown<'_>; 5],
) -> Result<ApiRequest, Failure> {
    let (access_token, openid) =
        (text::argument(access_token, TOKEN)?, text::argument(openid, "openid must be a string")?);
    let scene = number(scene, "scene must be a number")?;
    let content = text::of_answer(content, "content must be a string")?;
    let options = Options::new(options)?;
    let title = optional(options, c"title", "title must be a string")?;
    let nickname = optional(options, c"nickname", "nickname must be a string")?;
    let signature = optional(options, c"signature", "signature must be a string")?;
    let text = TextCheck {
        openid: &openid,
        scene,
        content: &content,
        title: title.as_deref(),
        nickname: nickname.as_deref(),
        signature: signature.as_deref(),
    };
    request(env, &api::msg_sec_check(&access_token, &text))
}

/// `mediaCheckAsync`.
pub(crate) fn media_check_async(
    env: Env,
    [access_token, openid, scene, media_url, media_type]: [Unknown<'_>; 5],
) -> Result<ApiRequest, Failure> {
    let (access_token, openid) =
        (text::argument(access_token, TOKEN)?, text::argument(openid, "openid must be a string")?);
    let scene = number(scene, "scene must be a number")?;
    let media_url = text::of_answer(media_url, "mediaUrl must be a string")?;
    let media_type = number(media_type, "mediaType must be a number")?;
    request(env, &api::media_check_async(&access_token, &openid, scene, &media_url, media_type))
}

/// Reads the body of an answer: its JSON, or why there is none.
pub(crate) fn read(env: Env, [body]: [Unknown<'_>; 1]) -> Result<Either<Text, ApiFailure>, Failure> {
    // SAFETY: nothing below runs JavaScript.
    let body = unsafe { Payload::of_request(body) }?;
    Ok(match api::read(&body) {
        Ok(answer) => Either::A(Text::new(env, answer.to_json())?),
        Err(failure) => {
            let message = Text::new(env, &failure.to_string())?;
            let (errcode, errmsg) = match failure {
                api::ApiError::Refused { errcode, errmsg } => (Some(errcode), Some(Text::new(env, &errmsg)?)),
                api::ApiError::Unreadable => (None, None),
            };
            Either::B(ApiFailure { message, errcode, errmsg })
        }
    })
}

const TOKEN: &str = "accessToken must be a string";

/// What a message says, if it says it.
fn optional(options: Options<'_>, name: &CStr, wanted: &'static str) -> Result<Option<String>, Failure> {
    options.read(name)?.map(|value| text::of_answer(value, wanted)).transpose()
}

/// A number that the platform gave a meaning to.
fn number(value: Unknown<'_>, wanted: &'static str) -> Result<u32, Failure> {
    Ok(u32::try_from(whole(value, wanted, Setting::Argument)?).map_err(|_| Setting::Argument)?)
}

fn request(env: Env, request: &api::Request) -> Result<ApiRequest, Failure> {
    let (url, body) = (Text::new(env, &request.url())?, Text::optional(env, request.body())?);
    Ok(ApiRequest { method: request.method(), url, body })
}
