//! Server API calls: the requests, and what an answer says.

use std::ffi::c_char;

use wxseal_core::Error;
use wxseal_core::api::{self, CustomerMessage, Failure as Refusal};

use crate::argument::{bytes, check_output, give, text, write};
use crate::platform::wxseal_request;
use crate::status::{Failure, guard, wxseal_status};

/// getAccessToken: the token that all other calls need. The request's URL holds the secret: keep it out of logs.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxseal_api_get_access_token(
    app_id: *const c_char,
    secret: *const c_char,
    out: *mut *mut wxseal_request,
) -> wxseal_status {
    // SAFETY: the header promises that the texts are NULL or NUL-terminated, and that `out` is NULL or writable.
    guard(|| unsafe {
        let (app_id, secret) = (text(app_id, Error::InvalidConfig)?, text(secret, Error::InvalidConfig)?);
        give(|| Ok(wxseal_request::of_api(&api::get_access_token(app_id, secret))), out)
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
        let (app_id, secret) = (text(app_id, Error::InvalidConfig)?, text(secret, Error::InvalidConfig)?);
        let js_code = text(js_code, Error::InvalidConfig)?;
        give(|| Ok(wxseal_request::of_api(&api::code2session(app_id, secret, js_code))), out)
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
        let (access_token, to_user) = (text(access_token, Error::InvalidConfig)?, text(to_user, Error::InvalidConfig)?);
        give(|| Ok(wxseal_request::of_api(&api::send_customer_message(access_token, to_user, message))), out)
    }
}

/// Reads the body of an answer of the server API: `*errcode` is 0 if the call succeeded, also where the answer has none, and
/// `errmsg` gets the platform's words for a failure, empty of a success.
///
/// WXSEAL_ERROR_MALFORMED_MESSAGE: it is not a JSON object.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxseal_api_read(
    body: *const u8,
    body_length: usize,
    errcode: *mut i64,
    errmsg: *mut u8,
    size: usize,
    length: *mut usize,
) -> wxseal_status {
    guard(|| {
        check_output(errmsg, size, length)?;
        if errcode.is_null() {
            return Err(Failure::NullPointer);
        }
        // SAFETY: the header promises that `body` has `body_length` bytes.
        let (code, words) = match api::read(unsafe { bytes(body, body_length)? }) {
            Ok(_) => (0, String::new()),
            Err(Refusal::Refused { errcode, errmsg }) => (errcode, errmsg),
            Err(Refusal::Unreadable) => return Err(Error::MalformedMessage.into()),
        };
        // SAFETY: not NULL, and the header promises that they are writable and that `errmsg` has `size` bytes.
        unsafe {
            write(words.as_bytes(), errmsg, size, length)?;
            errcode.write(code);
        }
        Ok(())
    })
}
