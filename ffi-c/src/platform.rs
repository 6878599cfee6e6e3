//! The platform's side, for tests; and what an HTTP request is made of.

use std::ffi::{CStr, CString, c_char, c_void};
use std::mem::MaybeUninit;
use std::ptr;

use wxseal_core::platform::{self, Reply};
use wxseal_core::{Stamp, api};

use crate::argument::{alive, bytes, format, format_number, give, random, take_back, wxseal_str};
use crate::msg_crypt::wxseal_msg_crypt;
use crate::response::static_text;
use crate::status::{Failure, guard, wxseal_status};
use crate::wxseal_format;

/// A request to send: a method, a URL or its query, and a body.
///
/// Threads: it never changes, so any number of threads may use one at once.
/// Ownership: the function that makes it gives it to the caller, who gives it back to `wxseal_request_free`. What its
/// functions lend is valid until then.
pub struct wxseal_request {
    method: &'static CStr,
    target: CString,
    body: Vec<u8>,
}

/// What a server's sealed answer says.
///
/// Threads: it never changes, so any number of threads may use one at once.
/// Ownership: `wxseal_platform_open_reply` gives it to the caller, who gives it back to `wxseal_reply_free`. What its
/// functions lend is valid until then.
pub struct wxseal_reply(Reply);

impl wxseal_request {
    pub(crate) fn of_api(request: &api::Request) -> Self {
        Self::new(request.method(), request.url(), request.body().unwrap_or_default().as_bytes().to_vec())
    }

    /// Targets are percent-encoded, so that no NUL is in one.
    fn new(method: &str, target: String, body: Vec<u8>) -> Self {
        wxseal_request { method: static_text(method), target: CString::new(target).unwrap_or_default(), body }
    }
}

/// Frees it. NULL is ignored.
#[unsafe(no_mangle)]
pub extern "C" fn wxseal_request_free(request: Option<Box<wxseal_request>>) {
    take_back(request);
}

/// "GET" or "POST", a static string; NULL if `request` is NULL.
#[unsafe(no_mangle)]
pub extern "C" fn wxseal_request_method(request: Option<&wxseal_request>) -> *const c_char {
    request.map_or(ptr::null(), |request| request.method.as_ptr())
}

/// What stands behind the ? of the URL, of a `wxseal_platform_…` request; the whole URL, of a `wxseal_api_…` request. Lent and
/// NUL-terminated; NULL if `request` is NULL.
#[unsafe(no_mangle)]
pub extern "C" fn wxseal_request_target(request: Option<&wxseal_request>) -> *const c_char {
    request.map_or(ptr::null(), |request| request.target.as_ptr())
}

/// The body, lent; empty of a GET. `data` is NULL if `request` is NULL.
#[unsafe(no_mangle)]
pub extern "C" fn wxseal_request_body(request: Option<&wxseal_request>) -> wxseal_str<'_> {
    request.map_or(wxseal_str::NONE, |request| wxseal_str::lent(&request.body))
}

/// Makes the URL check of WeChat, as the platform makes it: the echostr in clear. Here and in what follows, `timestamp`,
/// `nonce` and `random16` are those of `wxseal_msg_crypt_encrypt`, and may be left out as there.
///
/// WXSEAL_ERROR_MALFORMED_QUERY: timestamp or nonce is outside its grammar, or the echostr is no text.
#[unsafe(no_mangle)]
pub extern "C" fn wxseal_platform_url_check(
    token: wxseal_str<'_>,
    timestamp: wxseal_str<'_>,
    nonce: wxseal_str<'_>,
    echostr: wxseal_str<'_>,
    out: Option<&mut MaybeUninit<*mut wxseal_request>>,
) -> wxseal_status {
    signed_request(timestamp, nonce, out, |stamp| Ok(platform::url_check(token.bytes()?, stamp, echostr.bytes()?)?))
}

/// Makes the URL check of WeCom, as the platform makes it: the echostr encrypted.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxseal_platform_encrypted_url_check(
    crypt: Option<&wxseal_msg_crypt>,
    timestamp: wxseal_str<'_>,
    nonce: wxseal_str<'_>,
    echostr: wxseal_str<'_>,
    random16: *const u8,
    out: Option<&mut MaybeUninit<*mut wxseal_request>>,
) -> wxseal_status {
    // SAFETY: the header promises that `random16` has 16 bytes or is NULL.
    let random = unsafe { random(random16) };
    request(timestamp, nonce, random, out, |stamp, random| {
        Ok(platform::encrypted_url_check(&alive(crypt)?.0, stamp, echostr.bytes()?, random)?)
    })
}

/// Makes a push in safe mode, as the platform makes it: the cipher text only.
///
/// WXSEAL_ERROR_UNWRITABLE_REPLY: as for `wxseal_msg_crypt_encrypt`; also if the message is neither XML nor JSON.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxseal_platform_push(
    crypt: Option<&wxseal_msg_crypt>,
    message: *const c_void,
    message_length: usize,
    timestamp: wxseal_str<'_>,
    nonce: wxseal_str<'_>,
    format: wxseal_format,
    random16: *const u8,
    out: Option<&mut MaybeUninit<*mut wxseal_request>>,
) -> wxseal_status {
    // SAFETY: the header promises that `message` has `message_length` bytes, and `random16` 16 or none.
    let (message, random) = unsafe { (bytes(message, message_length), random(random16)) };
    request(timestamp, nonce, random, out, |stamp, random| {
        Ok(platform::push(&alive(crypt)?.0, message?, stamp, self::format(format)?, random)?)
    })
}

/// Makes a push in compatible mode: in clear, with the cipher text beside it, in the message's own format.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxseal_platform_compatible_push(
    crypt: Option<&wxseal_msg_crypt>,
    message: *const c_void,
    message_length: usize,
    timestamp: wxseal_str<'_>,
    nonce: wxseal_str<'_>,
    random16: *const u8,
    out: Option<&mut MaybeUninit<*mut wxseal_request>>,
) -> wxseal_status {
    // SAFETY: the header promises that `message` has `message_length` bytes, and `random16` 16 or none.
    let (message, random) = unsafe { (bytes(message, message_length), random(random16)) };
    request(timestamp, nonce, random, out, |stamp, random| {
        Ok(platform::compatible_push(&alive(crypt)?.0, message?, stamp, random)?)
    })
}

/// Makes a push in plain mode: no signature covers the body.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxseal_platform_plain_push(
    token: wxseal_str<'_>,
    message: *const c_void,
    message_length: usize,
    timestamp: wxseal_str<'_>,
    nonce: wxseal_str<'_>,
    out: Option<&mut MaybeUninit<*mut wxseal_request>>,
) -> wxseal_status {
    // SAFETY: the header promises that `message` has `message_length` bytes.
    let message = unsafe { bytes(message, message_length) };
    signed_request(timestamp, nonce, out, |stamp| Ok(platform::plain_push(token.bytes()?, message?, stamp)?))
}

/// Verifies and decrypts a server's sealed answer, as the platform does.
///
/// WXSEAL_ERROR_MALFORMED_ENVELOPE: it is not a reply's envelope, or a field has another type than the platform reads; then
/// those of `wxseal_msg_crypt_decrypt`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxseal_platform_open_reply(
    crypt: Option<&wxseal_msg_crypt>,
    body: *const c_void,
    body_length: usize,
    out: Option<&mut MaybeUninit<*mut wxseal_reply>>,
) -> wxseal_status {
    // SAFETY: the header promises that `body` has `body_length` bytes.
    let body = unsafe { bytes(body, body_length) };
    guard(|| give(out, || Ok(wxseal_reply(platform::open_reply(&alive(crypt)?.0, body?)?))))
}

/// Frees it. NULL is ignored.
#[unsafe(no_mangle)]
pub extern "C" fn wxseal_reply_free(reply: Option<Box<wxseal_reply>>) {
    take_back(reply);
}

/// The message inside, lent; this, the timestamp and the nonce have `data` NULL if `reply` is NULL.
#[unsafe(no_mangle)]
pub extern "C" fn wxseal_reply_message(reply: Option<&wxseal_reply>) -> wxseal_str<'_> {
    reply.map_or(wxseal_str::NONE, |reply| wxseal_str::lent(&reply.0.message))
}

/// The reply's own timestamp, lent.
#[unsafe(no_mangle)]
pub extern "C" fn wxseal_reply_timestamp(reply: Option<&wxseal_reply>) -> wxseal_str<'_> {
    wxseal_str::lent_if(reply.map(|reply| &*reply.0.timestamp))
}

/// The reply's nonce, lent: the request's, repeated.
#[unsafe(no_mangle)]
pub extern "C" fn wxseal_reply_nonce(reply: Option<&wxseal_reply>) -> wxseal_str<'_> {
    wxseal_str::lent_if(reply.map(|reply| &*reply.0.nonce))
}

/// The format of the envelope; 0 if `reply` is NULL.
#[unsafe(no_mangle)]
pub extern "C" fn wxseal_reply_format(reply: Option<&wxseal_reply>) -> wxseal_format {
    reply.map_or(0, |reply| format_number(reply.0.format))
}

/// Makes one request, with fresh values where the caller gives none.
fn request(
    timestamp: wxseal_str<'_>,
    nonce: wxseal_str<'_>,
    random: Option<&[u8; 16]>,
    out: Option<&mut MaybeUninit<*mut wxseal_request>>,
    make: impl FnOnce(Stamp<'_>, &[u8; 16]) -> Result<platform::Request, Failure>,
) -> wxseal_status {
    guard(|| {
        let fresh = || wxseal_os::fresh(timestamp.optional_bytes()?, nonce.optional_bytes()?, random, make);
        give(out, || fresh().map(wxseal_request::from))
    })
}

/// The same for one in which nothing is sealed.
fn signed_request(
    timestamp: wxseal_str<'_>,
    nonce: wxseal_str<'_>,
    out: Option<&mut MaybeUninit<*mut wxseal_request>>,
    make: impl FnOnce(Stamp<'_>) -> Result<platform::Request, Failure>,
) -> wxseal_status {
    guard(|| {
        let fresh = || wxseal_os::fresh_stamp(timestamp.optional_bytes()?, nonce.optional_bytes()?, make);
        give(out, || fresh().map(wxseal_request::from))
    })
}

impl From<platform::Request> for wxseal_request {
    fn from(request: platform::Request) -> Self {
        Self::new(request.method, request.query, request.body)
    }
}
