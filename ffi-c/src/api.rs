//! Server API calls: the requests.

mod answer;

use std::ffi::c_char;

use wxseal_core::api::{self, CustomerMessage, SubscribeMessage, TextCheck};
use wxseal_core::{Error, Setting};

use crate::argument::{give, optional_text, text};
use crate::platform::wxseal_request;
use crate::status::{Failure, guard, wxseal_status};

/// One parameter of `wxseal_api_get`; both are NUL-terminated UTF-8, and percent-encoded by that function.
#[repr(C)]
pub struct wxseal_parameter {
    /// Its name.
    pub name: *const c_char,
    /// Its value.
    pub value: *const c_char,
}

/// Any call of api.weixin.qq.com that is a GET: `path` as in "/cgi-bin/user/info", and `count` parameters, `access_token`
/// among them. The request's URL holds the token: keep it out of logs.
///
/// WXSEAL_ERROR_INVALID_PATH: the path is not `/` and words of A-Z a-z 0-9 . _ -: no query, no host, no `..`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxseal_api_get(
    path: *const c_char,
    parameters: *const wxseal_parameter,
    count: usize,
    out: *mut *mut wxseal_request,
) -> wxseal_status {
    guard(|| {
        let mut all = Vec::new();
        for index in 0..count {
            if parameters.is_null() {
                return Err(Failure::NullPointer);
            }
            // SAFETY: not NULL, and the header promises `count` parameters, each with its texts.
            all.push(unsafe {
                let parameter = &*parameters.add(index);
                (text(parameter.name, Setting::Argument)?, text(parameter.value, Setting::Argument)?)
            });
        }
        // SAFETY: the header promises that the path is NULL or NUL-terminated, and that `out` is NULL or writable.
        unsafe {
            let path = text(path, Setting::Path)?;
            give(|| Ok(wxseal_request::of_api(&api::get(path, &all)?)), out)
        }
    })
}

/// Any call of api.weixin.qq.com that is a POST of JSON. `body` is a JSON object, and is sent as it stands: write it in raw
/// UTF-8, since some calls show `\u` escapes to the user. The request's URL holds the token: keep it out of logs.
///
/// WXSEAL_ERROR_INVALID_PATH: the path, as in `wxseal_api_get`. WXSEAL_ERROR_UNWRITABLE_REPLY: the body is not a JSON
/// object.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxseal_api_post(
    path: *const c_char,
    access_token: *const c_char,
    body: *const c_char,
    out: *mut *mut wxseal_request,
) -> wxseal_status {
    // SAFETY: the header promises that the texts are NULL or NUL-terminated, and that `out` is NULL or writable.
    guard(|| unsafe {
        let (path, token) = (text(path, Setting::Path)?, text(access_token, Setting::Argument)?);
        let body = text(body, Error::UnwritableReply)?;
        give(|| Ok(wxseal_request::of_api(&api::post(path, token, body)?)), out)
    })
}

/// getAccessToken: the token that all other calls need. The request's URL holds the secret: keep it out of logs.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxseal_api_get_access_token(
    app_id: *const c_char,
    secret: *const c_char,
    out: *mut *mut wxseal_request,
) -> wxseal_status {
    // SAFETY: the header promises that the texts are NULL or NUL-terminated, and that `out` is NULL or writable.
    guard(|| unsafe {
        let (app_id, secret) = (text(app_id, Setting::Argument)?, text(secret, Setting::Argument)?);
        give(|| Ok(wxseal_request::of_api(&api::get_access_token(app_id, secret))), out)
    })
}

/// getStableAccessToken: the same, but asked for again it gives the same token for as long as that is valid. `force_refresh`
/// other than 0 makes a new one at once, for when a token has leaked. The request's body holds the secret: keep it out of logs.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxseal_api_get_stable_access_token(
    app_id: *const c_char,
    secret: *const c_char,
    force_refresh: i32,
    out: *mut *mut wxseal_request,
) -> wxseal_status {
    // SAFETY: the header promises that the texts are NULL or NUL-terminated, and that `out` is NULL or writable.
    guard(|| unsafe {
        let (app_id, secret) = (text(app_id, Setting::Argument)?, text(secret, Setting::Argument)?);
        give(|| Ok(wxseal_request::of_api(&api::get_stable_access_token(app_id, secret, force_refresh != 0))), out)
    })
}

/// code2Session: the user behind the code of wx.login. The request's URL holds the secret: keep it out of logs.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxseal_api_code2session(
    app_id: *const c_char,
    secret: *const c_char,
    js_code: *const c_char,
    out: *mut *mut wxseal_request,
) -> wxseal_status {
    // SAFETY: the header promises that the texts are NULL or NUL-terminated, and that `out` is NULL or writable.
    guard(|| unsafe {
        let (app_id, secret) = (text(app_id, Setting::Argument)?, text(secret, Setting::Argument)?);
        let js_code = text(js_code, Setting::Argument)?;
        give(|| Ok(wxseal_request::of_api(&api::code2session(app_id, secret, js_code))), out)
    })
}

/// getPhoneNumber: the number behind the code of the button getPhoneNumber. Its answer has `phone_info`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxseal_api_get_phone_number(
    access_token: *const c_char,
    code: *const c_char,
    out: *mut *mut wxseal_request,
) -> wxseal_status {
    // SAFETY: the header promises that the texts are NULL or NUL-terminated, and that `out` is NULL or writable.
    guard(|| unsafe {
        let (token, code) = (text(access_token, Setting::Argument)?, text(code, Setting::Argument)?);
        give(|| Ok(wxseal_request::of_api(&api::get_phone_number(token, code))), out)
    })
}

/// The customer-service send call: a text to a user who wrote within the last 48 hours. The request's URL holds the token.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxseal_api_send_customer_text(
    access_token: *const c_char,
    to_user: *const c_char,
    content: *const c_char,
    out: *mut *mut wxseal_request,
) -> wxseal_status {
    // SAFETY: the header promises that the texts are NULL or NUL-terminated, and that `out` is NULL or writable.
    guard(|| unsafe {
        let message = CustomerMessage::Text { content: text(content, Error::UnwritableReply)? };
        send(access_token, to_user, message, out)
    })
}

/// The customer-service send call: an image that was uploaded before.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxseal_api_send_customer_image(
    access_token: *const c_char,
    to_user: *const c_char,
    media_id: *const c_char,
    out: *mut *mut wxseal_request,
) -> wxseal_status {
    // SAFETY: the header promises that the texts are NULL or NUL-terminated, and that `out` is NULL or writable.
    guard(|| unsafe {
        let message = CustomerMessage::Image { media_id: text(media_id, Error::UnwritableReply)? };
        send(access_token, to_user, message, out)
    })
}

/// The customer-service send call: a card with a link.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxseal_api_send_customer_link(
    access_token: *const c_char,
    to_user: *const c_char,
    title: *const c_char,
    description: *const c_char,
    url: *const c_char,
    thumb_url: *const c_char,
    out: *mut *mut wxseal_request,
) -> wxseal_status {
    // SAFETY: the header promises that the texts are NULL or NUL-terminated, and that `out` is NULL or writable.
    guard(|| unsafe {
        let message = CustomerMessage::Link {
            title: text(title, Error::UnwritableReply)?,
            description: text(description, Error::UnwritableReply)?,
            url: text(url, Error::UnwritableReply)?,
            thumb_url: text(thumb_url, Error::UnwritableReply)?,
        };
        send(access_token, to_user, message, out)
    })
}

/// The customer-service send call: a card that leads to a page of the Mini Program.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxseal_api_send_customer_mini_program_page(
    access_token: *const c_char,
    to_user: *const c_char,
    title: *const c_char,
    pagepath: *const c_char,
    thumb_media_id: *const c_char,
    out: *mut *mut wxseal_request,
) -> wxseal_status {
    // SAFETY: the header promises that the texts are NULL or NUL-terminated, and that `out` is NULL or writable.
    guard(|| unsafe {
        let message = CustomerMessage::MiniProgramPage {
            title: text(title, Error::UnwritableReply)?,
            pagepath: text(pagepath, Error::UnwritableReply)?,
            thumb_media_id: text(thumb_media_id, Error::UnwritableReply)?,
        };
        send(access_token, to_user, message, out)
    })
}

/// # Safety
/// The texts are NULL or NUL-terminated, and `out` is NULL or writable.
unsafe fn send(
    access_token: *const c_char,
    to_user: *const c_char,
    message: CustomerMessage<'_>,
    out: *mut *mut wxseal_request,
) -> Result<(), Failure> {
    // SAFETY: the caller promises the same.
    unsafe {
        let (access_token, to_user) = (text(access_token, Setting::Argument)?, text(to_user, Setting::Argument)?);
        give(|| Ok(wxseal_request::of_api(&api::send_customer_message(access_token, to_user, message))), out)
    }
}

/// subscribeMessage.send: a message to a user who subscribed to its template. `data` is a JSON object, as in
/// {"thing1":{"value":"…"}}, and is sent as it stands. `page`, which a tap leads to, `miniprogram_state`, one of "developer",
/// "trial" and "formal", and `lang`, as in "zh_CN", may be NULL for the platform's own default.
///
/// WXSEAL_ERROR_UNWRITABLE_REPLY: `data` is not a JSON object.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxseal_api_send_subscribe_message(
    access_token: *const c_char,
    to_user: *const c_char,
    template_id: *const c_char,
    data: *const c_char,
    page: *const c_char,
    miniprogram_state: *const c_char,
    lang: *const c_char,
    out: *mut *mut wxseal_request,
) -> wxseal_status {
    // SAFETY: the header promises that the texts are NULL or NUL-terminated, and that `out` is NULL or writable.
    guard(|| unsafe {
        let (token, user) = (text(access_token, Setting::Argument)?, text(to_user, Setting::Argument)?);
        let message = SubscribeMessage {
            template_id: text(template_id, Error::UnwritableReply)?,
            data: text(data, Error::UnwritableReply)?,
            page: optional_text(page, Error::UnwritableReply)?,
            miniprogram_state: optional_text(miniprogram_state, Error::UnwritableReply)?,
            lang: optional_text(lang, Error::UnwritableReply)?,
        };
        give(|| Ok(wxseal_request::of_api(&api::send_subscribe_message(token, user, &message)?)), out)
    })
}

/// msgSecCheck, version 2: whether a text of the user `openid` may be shown. `scene` is 1 for a profile, 2 a comment, 3 a
/// forum, 4 a social log. `title`, `nickname` and `signature`, a profile's motto, may be NULL. Its answer has `result`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxseal_api_msg_sec_check(
    access_token: *const c_char,
    openid: *const c_char,
    scene: u32,
    content: *const c_char,
    title: *const c_char,
    nickname: *const c_char,
    signature: *const c_char,
    out: *mut *mut wxseal_request,
) -> wxseal_status {
    // SAFETY: the header promises that the texts are NULL or NUL-terminated, and that `out` is NULL or writable.
    guard(|| unsafe {
        let token = text(access_token, Setting::Argument)?;
        let check = TextCheck {
            openid: text(openid, Setting::Argument)?,
            scene,
            content: text(content, Error::UnwritableReply)?,
            title: optional_text(title, Error::UnwritableReply)?,
            nickname: optional_text(nickname, Error::UnwritableReply)?,
            signature: optional_text(signature, Error::UnwritableReply)?,
        };
        give(|| Ok(wxseal_request::of_api(&api::msg_sec_check(token, &check))), out)
    })
}

/// mediaCheckAsync, version 2: whether a sound (`media_type` 1) or a picture (2) of the user `openid` may be shown. `scene` is
/// that of `wxseal_api_msg_sec_check`. Its answer has `trace_id`; the result comes as the event wxa_media_check.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxseal_api_media_check_async(
    access_token: *const c_char,
    openid: *const c_char,
    scene: u32,
    media_url: *const c_char,
    media_type: u32,
    out: *mut *mut wxseal_request,
) -> wxseal_status {
    // SAFETY: the header promises that the texts are NULL or NUL-terminated, and that `out` is NULL or writable.
    guard(|| unsafe {
        let (token, openid) = (text(access_token, Setting::Argument)?, text(openid, Setting::Argument)?);
        let media_url = text(media_url, Error::UnwritableReply)?;
        give(|| Ok(wxseal_request::of_api(&api::media_check_async(token, openid, scene, media_url, media_type))), out)
    })
}
