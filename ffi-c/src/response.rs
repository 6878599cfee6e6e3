//! `Response`.

use std::ffi::{CStr, c_char, c_void};
use std::mem::MaybeUninit;

use wxseal_core::{Error, Response};

use crate::argument::{Output, alive, bytes, give, take_back, wxseal_str};
use crate::status::{Failure, error_of, guard, wxseal_status};

/// What to answer over HTTP: status, headers and body, complete.
///
/// Threads: it never changes, so any number of threads may use one at once.
/// Ownership: the function that makes it gives it to the caller, who gives it back to `wxseal_response_free`. What its
/// functions lend is valid until then.
pub struct wxseal_response(pub(crate) Response);

/// What to answer to a request that was refused with this status: the HTTP status of `wxseal_status_http_status` and its
/// phrase. Statuses with the same HTTP status have the same answer, so that the sender does not learn why.
#[unsafe(no_mangle)]
pub extern "C" fn wxseal_response_refusal(
    status: wxseal_status,
    out: Option<&mut MaybeUninit<*mut wxseal_response>>,
) -> wxseal_status {
    // What is no protocol error is the server's own, as an unwritable reply is.
    let error = || error_of(status).unwrap_or(Error::UnwritableReply);
    guard(|| give(out, || Ok(wxseal_response(Response::refusal(error())))))
}

/// Frees it. NULL is ignored.
#[unsafe(no_mangle)]
pub extern "C" fn wxseal_response_free(response: Option<Box<wxseal_response>>) {
    take_back(response);
}

/// The HTTP status; 0 if `response` is NULL.
#[unsafe(no_mangle)]
pub extern "C" fn wxseal_response_status(response: Option<&wxseal_response>) -> i32 {
    response.map_or(0, |response| response.0.status().into())
}

/// The `Content-Type`, a static string; NULL if `response` is NULL.
#[unsafe(no_mangle)]
pub extern "C" fn wxseal_response_content_type(response: Option<&wxseal_response>) -> *const c_char {
    response.map_or(std::ptr::null(), |response| static_text(response.0.content_type()).as_ptr())
}

/// The header number `index`, counted from 0: `Content-Type`, `X-Content-Type-Options`, and with a 405 `Allow`. Both name
/// and value are static strings.
/// WXSEAL_ERROR_INVALID_ARGUMENT: there are no more.
#[unsafe(no_mangle)]
pub extern "C" fn wxseal_response_header(
    response: Option<&wxseal_response>,
    index: usize,
    name: Option<&mut MaybeUninit<*const c_char>>,
    value: Option<&mut MaybeUninit<*const c_char>>,
) -> wxseal_status {
    guard(|| {
        let header = alive(response)?.0.headers().nth(index).ok_or(Failure::InvalidArgument)?;
        let (Some(name), Some(value)) = (name, value) else { return Err(Failure::NullPointer) };
        name.write(static_text(header.0).as_ptr());
        value.write(static_text(header.1).as_ptr());
        Ok(())
    })
}

/// The body, lent. Nothing may be added to it. `data` is NULL if `response` is NULL.
#[unsafe(no_mangle)]
pub extern "C" fn wxseal_response_body(response: Option<&wxseal_response>) -> wxseal_str<'_> {
    response.map_or(wxseal_str::NONE, |response| wxseal_str::lent(response.0.body()))
}

/// Writes the response as bytes to `out`, for a store that processes share: `wxseal_response_from_bytes` and every other
/// language read them. The body's length and 16 bytes more of `out` are always enough.
///
/// The bytes are "wxsr"; the version of the format, 1; the `Content-Type`, 1 text/plain, 2 XML, 3 JSON; the HTTP status in 2
/// bytes and the length of the body in 8, both big-endian; and the body.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxseal_response_to_bytes(
    response: Option<&wxseal_response>,
    out: *mut c_void,
    size: usize,
    length: Option<&mut MaybeUninit<usize>>,
) -> wxseal_status {
    // SAFETY: the header promises that `out` has `size` bytes.
    guard(|| unsafe { Output::new(out, size, length) }?.write(&alive(response)?.0.to_bytes()))
}

/// Reads what `wxseal_response_to_bytes`, or its like in another language, has written; copies it.
///
/// WXSEAL_ERROR_UNWRITABLE_REPLY: the bytes are another's, cut short, too long, or of a later version.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxseal_response_from_bytes(
    stored: *const c_void,
    stored_length: usize,
    out: Option<&mut MaybeUninit<*mut wxseal_response>>,
) -> wxseal_status {
    // SAFETY: the header promises that there are as many bytes.
    let read = || Ok(wxseal_response(Response::from_bytes(unsafe { bytes(stored, stored_length) }?)?));
    guard(|| give(out, read))
}

/// A method, a header's name or its value, with the NUL that C wants behind it.
pub(crate) fn static_text(text: &str) -> &'static CStr {
    const ALL: [&CStr; 10] = [
        c"GET",
        c"POST",
        c"Content-Type",
        c"text/plain; charset=utf-8",
        c"application/xml",
        c"application/json",
        c"X-Content-Type-Options",
        c"nosniff",
        c"Allow",
        c"GET, POST",
    ];
    ALL.into_iter().find(|known| known.to_bytes() == text.as_bytes()).unwrap_or_default()
}
