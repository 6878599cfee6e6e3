//! Server API calls: the requests.

mod answer;

use std::mem::MaybeUninit;

use wxseal_core::Setting;
use wxseal_core::api::{self, CustomerMessage, Request, SubscribeMessage, TextCheck};

use crate::argument::{give, slice, wxseal_pair, wxseal_str};
use crate::platform::wxseal_request;
use crate::status::{Failure, guard, wxseal_status};

/// Any call of api.weixin.qq.com that is a GET: `path` as in "/cgi-bin/user/info", and `count` parameters, `access_token`
/// among them. The request's URL holds the token: keep it out of logs.
///
/// WXSEAL_ERROR_INVALID_PATH: the path is not `/` and words of A-Z a-z 0-9 . _ -: no query, no host, no `..`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxseal_api_get(
    path: wxseal_str<'_>,
    parameters: *const wxseal_pair<'_>,
    count: usize,
    out: Option<&mut MaybeUninit<*mut wxseal_request>>,
) -> wxseal_status {
    // SAFETY: the header promises that there are `count` parameters.
    let parameters = unsafe { slice(parameters, count) };
    request(out, || {
        let parameters: Vec<_> = parameters?.iter().map(wxseal_pair::arguments).collect::<Result<_, _>>()?;
        Ok(api::get(Setting::Path.text_of(path.bytes()?)?, &parameters)?)
    })
}

/// Any call of api.weixin.qq.com that is a POST of JSON. `body` is a JSON object, and is sent as it stands: write it in raw
/// UTF-8, since some calls show `\u` escapes to the user. The request's URL holds the token: keep it out of logs.
///
/// WXSEAL_ERROR_INVALID_PATH: the path, as in `wxseal_api_get`. WXSEAL_ERROR_UNWRITABLE_REPLY: the body is not a JSON
/// object.
#[unsafe(no_mangle)]
pub extern "C" fn wxseal_api_post(
    path: wxseal_str<'_>,
    access_token: wxseal_str<'_>,
    body: wxseal_str<'_>,
    out: Option<&mut MaybeUninit<*mut wxseal_request>>,
) -> wxseal_status {
    request(out, || Ok(api::post(Setting::Path.text_of(path.bytes()?)?, access_token.argument()?, body.answer()?)?))
}

/// getAccessToken: the token that all other calls need. The request's URL holds the secret: keep it out of logs.
#[unsafe(no_mangle)]
pub extern "C" fn wxseal_api_get_access_token(
    app_id: wxseal_str<'_>,
    secret: wxseal_str<'_>,
    out: Option<&mut MaybeUninit<*mut wxseal_request>>,
) -> wxseal_status {
    request(out, || Ok(api::get_access_token(app_id.argument()?, secret.argument()?)))
}

/// getStableAccessToken: the same, but asked for again it gives the same token for as long as that is valid. `force_refresh`
/// other than 0 makes a new one at once, for when a token has leaked. The request's body holds the secret: keep it out of logs.
#[unsafe(no_mangle)]
pub extern "C" fn wxseal_api_get_stable_access_token(
    app_id: wxseal_str<'_>,
    secret: wxseal_str<'_>,
    force_refresh: i32,
    out: Option<&mut MaybeUninit<*mut wxseal_request>>,
) -> wxseal_status {
    request(out, || Ok(api::get_stable_access_token(app_id.argument()?, secret.argument()?, force_refresh != 0)))
}

/// code2Session: the user behind the code of wx.login. The request's URL holds the secret: keep it out of logs.
#[unsafe(no_mangle)]
pub extern "C" fn wxseal_api_code2session(
    app_id: wxseal_str<'_>,
    secret: wxseal_str<'_>,
    js_code: wxseal_str<'_>,
    out: Option<&mut MaybeUninit<*mut wxseal_request>>,
) -> wxseal_status {
    request(out, || Ok(api::code2session(app_id.argument()?, secret.argument()?, js_code.argument()?)))
}

/// getPhoneNumber: the number behind the code of the button getPhoneNumber. Its answer has `phone_info`.
#[unsafe(no_mangle)]
pub extern "C" fn wxseal_api_get_phone_number(
    access_token: wxseal_str<'_>,
    code: wxseal_str<'_>,
    out: Option<&mut MaybeUninit<*mut wxseal_request>>,
) -> wxseal_status {
    request(out, || Ok(api::get_phone_number(access_token.argument()?, code.argument()?)))
}

/// The customer-service send call: a text to a user who wrote within the last 48 hours. The request's URL holds the token.
#[unsafe(no_mangle)]
pub extern "C" fn wxseal_api_send_customer_text(
    access_token: wxseal_str<'_>,
    to_user: wxseal_str<'_>,
    content: wxseal_str<'_>,
    out: Option<&mut MaybeUninit<*mut wxseal_request>>,
) -> wxseal_status {
    send(access_token, to_user, out, || Ok(CustomerMessage::Text { content: content.answer()? }))
}

/// The customer-service send call: an image that was uploaded before.
#[unsafe(no_mangle)]
pub extern "C" fn wxseal_api_send_customer_image(
    access_token: wxseal_str<'_>,
    to_user: wxseal_str<'_>,
    media_id: wxseal_str<'_>,
    out: Option<&mut MaybeUninit<*mut wxseal_request>>,
) -> wxseal_status {
    send(access_token, to_user, out, || Ok(CustomerMessage::Image { media_id: media_id.answer()? }))
}

/// The customer-service send call: a card with a link.
#[unsafe(no_mangle)]
pub extern "C" fn wxseal_api_send_customer_link(
    access_token: wxseal_str<'_>,
    to_user: wxseal_str<'_>,
    title: wxseal_str<'_>,
    description: wxseal_str<'_>,
    url: wxseal_str<'_>,
    thumb_url: wxseal_str<'_>,
    out: Option<&mut MaybeUninit<*mut wxseal_request>>,
) -> wxseal_status {
    send(access_token, to_user, out, || {
        Ok(CustomerMessage::Link {
            title: title.answer()?,
            description: description.answer()?,
            url: url.answer()?,
            thumb_url: thumb_url.answer()?,
        })
    })
}

/// The customer-service send call: a card that leads to a page of the Mini Program.
#[unsafe(no_mangle)]
pub extern "C" fn wxseal_api_send_customer_mini_program_page(
    access_token: wxseal_str<'_>,
    to_user: wxseal_str<'_>,
    title: wxseal_str<'_>,
    pagepath: wxseal_str<'_>,
    thumb_media_id: wxseal_str<'_>,
    out: Option<&mut MaybeUninit<*mut wxseal_request>>,
) -> wxseal_status {
    send(access_token, to_user, out, || {
        Ok(CustomerMessage::MiniProgramPage {
            title: title.answer()?,
            pagepath: pagepath.answer()?,
            thumb_media_id: thumb_media_id.answer()?,
        })
    })
}

/// subscribeMessage.send: a message to a user who subscribed to its template. `data` is a JSON object, as in
/// {"thing1":{"value":"…"}}, and is sent as it stands. `page`, which a tap leads to, `miniprogram_state`, one of "developer",
/// "trial" and "formal", and `lang`, as in "zh_CN", may be left out for the platform's own default.
///
/// WXSEAL_ERROR_UNWRITABLE_REPLY: `data` is not a JSON object.
#[unsafe(no_mangle)]
pub extern "C" fn wxseal_api_send_subscribe_message(
    access_token: wxseal_str<'_>,
    to_user: wxseal_str<'_>,
    template_id: wxseal_str<'_>,
    data: wxseal_str<'_>,
    page: wxseal_str<'_>,
    miniprogram_state: wxseal_str<'_>,
    lang: wxseal_str<'_>,
    out: Option<&mut MaybeUninit<*mut wxseal_request>>,
) -> wxseal_status {
    request(out, || {
        let message = SubscribeMessage {
            template_id: template_id.answer()?,
            data: data.answer()?,
            page: page.optional_answer()?,
            miniprogram_state: miniprogram_state.optional_answer()?,
            lang: lang.optional_answer()?,
        };
        Ok(api::send_subscribe_message(access_token.argument()?, to_user.argument()?, &message)?)
    })
}

/// msgSecCheck, version 2: whether a text of the user `openid` may be shown. `scene` is 1 for a profile, 2 a comment, 3 a
/// forum, 4 a social log. `title`, `nickname` and `signature`, a profile's motto, may be left out. Its answer has `result`.
#[unsafe(no_mangle)]
pub extern "C" fn wxseal_api_msg_sec_check(
    access_token: wxseal_str<'_>,
    openid: wxseal_str<'_>,
    scene: u32,
    content: wxseal_str<'_>,
    title: wxseal_str<'_>,
    nickname: wxseal_str<'_>,
    signature: wxseal_str<'_>,
    out: Option<&mut MaybeUninit<*mut wxseal_request>>,
) -> wxseal_status {
    request(out, || {
        let check = TextCheck {
            openid: openid.argument()?,
            scene,
            content: content.answer()?,
            title: title.optional_answer()?,
            nickname: nickname.optional_answer()?,
            signature: signature.optional_answer()?,
        };
        Ok(api::msg_sec_check(access_token.argument()?, &check))
    })
}

/// mediaCheckAsync, version 2: whether a sound (`media_type` 1) or a picture (2) of the user `openid` may be shown. `scene` is
/// that of `wxseal_api_msg_sec_check`. Its answer has `trace_id`; the result comes as the event wxa_media_check.
#[unsafe(no_mangle)]
pub extern "C" fn wxseal_api_media_check_async(
    access_token: wxseal_str<'_>,
    openid: wxseal_str<'_>,
    scene: u32,
    media_url: wxseal_str<'_>,
    media_type: u32,
    out: Option<&mut MaybeUninit<*mut wxseal_request>>,
) -> wxseal_status {
    request(out, || {
        let (openid, media_url) = (openid.argument()?, media_url.answer()?);
        Ok(api::media_check_async(access_token.argument()?, openid, scene, media_url, media_type))
    })
}

/// Makes one request.
fn request(
    out: Option<&mut MaybeUninit<*mut wxseal_request>>,
    make: impl FnOnce() -> Result<Request, Failure>,
) -> wxseal_status {
    guard(|| give(out, || Ok(wxseal_request::of_api(&make()?))))
}

fn send<'a>(
    access_token: wxseal_str<'_>,
    to_user: wxseal_str<'_>,
    out: Option<&mut MaybeUninit<*mut wxseal_request>>,
    message: impl FnOnce() -> Result<CustomerMessage<'a>, Failure>,
) -> wxseal_status {
    request(out, || Ok(api::send_customer_message(access_token.argument()?, to_user.argument()?, message()?)))
}
