//! The platform's side, for tests; and what an HTTP request is made of.

use std::ffi::{CString, c_char};

use wxseal_core::{Error, Setting, api, platform};

use crate::argument::{alive, bytes, format, give, lend, take_back, text, write};
use crate::msg_crypt::wxseal_msg_crypt;
use crate::status::{Failure, guard, wxseal_status};
use crate::wxseal_format;

/// A request to send: a method, a URL or its query, and a body.
///
/// Threads: it never changes, so any number of threads may use one at once.
/// Ownership: the function that makes it gives it to the caller, who gives it back to `wxseal_request_free`. What its
/// functions lend is valid until then.
pub struct wxseal_request {
    method: CString,
    target: CString,
    body: Vec<u8>,
}

impl wxseal_request {
    pub(crate) fn of_api(request: &api::Request) -> Self {
        Self::new(request.method(), &request.url(), request.body().unwrap_or_default().as_bytes().to_vec())
    }

    fn new(method: &str, target: &str, body: Vec<u8>) -> Self {
        let c_string = |text: &str| CString::new(text).unwrap_or_default();
        wxseal_request { method: c_string(method), target: c_string(target), body }
    }
}

impl From<platform::Request> for wxseal_request {
    fn from(request: platform::Request) -> Self {
        Self::new(request.method, &request.query, request.body)
    }
}

/// Frees it. NULL is ignored.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxseal_request_free(request: *mut wxseal_request) {
    // SAFETY: the header promises that it came from this library and is freed once.
    unsafe { take_back(request) }
}

/// "GET" or "POST", lent; NULL if `request` is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxseal_request_method(request: *const wxseal_request) -> *const c_char {
    // SAFETY: the header promises that it is NULL or alive.
    unsafe { alive(request) }.map_or(std::ptr::null(), |request| request.method.as_ptr())
}

/// What stands behind the ? of the URL, of a `wxseal_platform_…` request; the whole URL, of a `wxseal_api_…` request. Lent;
/// NULL if `request` is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxseal_request_target(request: *const wxseal_request) -> *const c_char {
    // SAFETY: the header promises that it is NULL or alive.
    unsafe { alive(request) }.map_or(std::ptr::null(), |request| request.target.as_ptr())
}

/// The body, lent; empty of a GET.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxseal_request_body(
    request: *const wxseal_request,
    body: *mut *const u8,
    length: *mut usize,
) -> wxseal_status {
    // SAFETY: the header promises that the handle is NULL or alive, and that `body` and `length` are NULL or writable.
    guard(|| unsafe { lend(&alive(request)?.body, body, length) })
}

/// Makes the URL check of WeChat, as the platform makes it: the echostr in clear.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxseal_platform_url_check(
    token: *const c_char,
    timestamp: *const c_char,
    nonce: *const c_char,
    echostr: *const c_char,
    out: *mut *mut wxseal_request,
) -> wxseal_status {
    // SAFETY: the header promises that the texts are NULL or NUL-terminated, and that `out` is NULL or writable.
    guard(|| unsafe {
        let (token, echostr) = (text(token, Setting::Token)?, text(echostr, Error::MalformedQuery)?);
        let (timestamp, nonce) = stamp(timestamp, nonce)?;
        give(|| Ok(platform::url_check(token, timestamp, nonce, echostr)?.into()), out)
    })
}

/// Makes the URL check of WeCom, as the platform makes it: the echostr encrypted. `random16` NULL is the operating system's.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxseal_platform_encrypted_url_check(
    crypt: *const wxseal_msg_crypt,
    timestamp: *const c_char,
    nonce: *const c_char,
    echostr: *const c_char,
    random16: *const u8,
    out: *mut *mut wxseal_request,
) -> wxseal_status {
    // SAFETY: the header promises that handle, texts, random bytes and `out` are NULL or what they should be.
    guard(|| unsafe {
        let (crypt, echostr) = (&alive(crypt)?.0, text(echostr, Error::MalformedQuery)?);
        let (timestamp, nonce) = stamp(timestamp, nonce)?;
        let random = random(random16)?;
        give(|| Ok(platform::encrypted_url_check(crypt, timestamp, nonce, echostr, &random)?.into()), out)
    })
}

/// Makes a push in safe mode, as the platform makes it: the cipher text only. `random16` NULL is the operating system's.
///
/// WXSEAL_ERROR_UNWRITABLE_REPLY: as for `wxseal_msg_crypt_encrypt`; also if the message is neither XML nor JSON.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxseal_platform_push(
    crypt: *const wxseal_msg_crypt,
    message: *const u8,
    message_length: usize,
    timestamp: *const c_char,
    nonce: *const c_char,
    random16: *const u8,
    format: wxseal_format,
    out: *mut *mut wxseal_request,
) -> wxseal_status {
    // SAFETY: the header promises that handle, message, texts, random bytes and `out` are NULL or what they should be.
    guard(|| unsafe {
        let (crypt, message) = (&alive(crypt)?.0, bytes(message, message_length)?);
        let (timestamp, nonce) = stamp(timestamp, nonce)?;
        let (random, format) = (random(random16)?, self::format(format)?);
        give(|| Ok(platform::push(crypt, message, timestamp, nonce, &random, format)?.into()), out)
    })
}

/// Makes a push in compatible mode: in clear, with the cipher text beside it, in the message's own format.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxseal_platform_compatible_push(
    crypt: *const wxseal_msg_crypt,
    message: *const u8,
    message_length: usize,
    timestamp: *const c_char,
    nonce: *const c_char,
    random16: *const u8,
    out: *mut *mut wxseal_request,
) -> wxseal_status {
    // SAFETY: the header promises that handle, message, texts, random bytes and `out` are NULL or what they should be.
    guard(|| unsafe {
        let (crypt, message) = (&alive(crypt)?.0, bytes(message, message_length)?);
        let (timestamp, nonce) = stamp(timestamp, nonce)?;
        let random = random(random16)?;
        give(|| Ok(platform::compatible_push(crypt, message, timestamp, nonce, &random)?.into()), out)
    })
}

/// Makes a push in plain mode: no signature covers the body.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxseal_platform_plain_push(
    token: *const c_char,
    message: *const u8,
    message_length: usize,
    timestamp: *const c_char,
    nonce: *const c_char,
    out: *mut *mut wxseal_request,
) -> wxseal_status {
    // SAFETY: the header promises that message, texts and `out` are NULL or what they should be.
    guard(|| unsafe {
        let (token, message) = (text(token, Setting::Token)?, bytes(message, message_length)?);
        let (timestamp, nonce) = stamp(timestamp, nonce)?;
        give(|| Ok(platform::plain_push(token, message, timestamp, nonce)?.into()), out)
    })
}

/// Verifies and decrypts a server's sealed answer, as the platform does, and writes the message inside to `out`.
/// `body_length` bytes of `out` are always enough.
///
/// WXSEAL_ERROR_MALFORMED_ENVELOPE: it is not a reply's envelope, or a field has another type than the platform reads; then
/// those of `wxseal_msg_crypt_decrypt`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxseal_platform_open_reply(
    crypt: *const wxseal_msg_crypt,
    body: *const u8,
    body_length: usize,
    out: *mut u8,
    size: usize,
    length: *mut usize,
) -> wxseal_status {
    // SAFETY: the header promises that handle and body are NULL or what they should be, and that `out` has `size` bytes.
    guard(|| unsafe {
        let (crypt, body) = (&alive(crypt)?.0, bytes(body, body_length)?);
        let reply = platform::open_reply(crypt, body)?;
        write(&reply.message, out, size, length)
    })
}

/// # Safety
/// Each is NULL or NUL-terminated.
unsafe fn stamp<'a>(timestamp: *const c_char, nonce: *const c_char) -> Result<(&'a str, &'a str), Failure> {
    // SAFETY: the caller promises the same.
    unsafe { Ok((text(timestamp, Error::MalformedQuery)?, text(nonce, Error::MalformedQuery)?)) }
}

/// # Safety
/// `random16` is NULL or has 16 bytes.
unsafe fn random(random16: *const u8) -> Result<[u8; 16], Failure> {
    // SAFETY: the caller promises the same.
    match unsafe { random16.cast::<[u8; 16]>().as_ref() } {
        Some(random) => Ok(*random),
        None => Ok(wxseal_os::random()?),
    }
}
