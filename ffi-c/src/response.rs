//! Floor 3: `Response`.

use std::ffi::{CStr, CString, c_char};

use wxseal_core::{Error, Response};

use crate::argument::{alive, bytes, give, lend, take_back, write};
use crate::status::{Failure, error_of, guard, wxseal_status};

/// What to answer over HTTP: status, headers and body, complete.
///
/// Threads: it never changes, so any number of threads may use one at once.
/// Ownership: the function that makes it gives it to the caller, who gives it back to `wxseal_response_free`. What its
/// functions lend is valid until then.
pub struct wxseal_response {
    pub(crate) response: Response,
    headers: Vec<(CString, CString)>,
}

impl wxseal_response {
    pub(crate) fn new(response: Response) -> Self {
        let c_string = |text: &str| CString::new(text).unwrap_or_default();
        let headers = response.headers().map(|(name, value)| (c_string(name), c_string(value))).collect();
        wxseal_response { response, headers }
    }
}

/// What to answer to a request that was refused with this status: the HTTP status of `wxseal_status_http` and its phrase.
/// Statuses with the same HTTP status have the same answer, so that the sender does not learn why.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxseal_response_refusal(
    status: wxseal_status,
    out: *mut *mut wxseal_response,
) -> wxseal_status {
    let make = || {
        // What is no protocol error is the server's own, as an unwritable reply is.
        let error = error_of(status).unwrap_or(Error::UnwritableReply);
        Ok(wxseal_response::new(Response::refusal(error)))
    };
    // SAFETY: the header promises that `out` is NULL or writable.
    guard(|| unsafe { give(make, out) })
}

/// Frees it. NULL is ignored.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxseal_response_free(response: *mut wxseal_response) {
    // SAFETY: the header promises that it came from this library and is freed once.
    unsafe { take_back(response) }
}

/// The HTTP status; 0 if `response` is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxseal_response_status(response: *const wxseal_response) -> i32 {
    // SAFETY: the header promises that it is NULL or alive.
    unsafe { alive(response) }.map_or(0, |response| response.response.status().into())
}

/// The `Content-Type`, lent; NULL if `response` is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxseal_response_content_type(response: *const wxseal_response) -> *const c_char {
    // SAFETY: the header promises that it is NULL or alive.
    let response = unsafe { alive(response) };
    response.ok().and_then(|response| response.headers.first()).map_or(std::ptr::null(), |(_, value)| value.as_ptr())
}

/// The header number `index`, counted from 0, lent: `Content-Type`, `X-Content-Type-Options`, and with a 405 `Allow`.
/// WXSEAL_ERROR_INVALID_ARGUMENT: there are no more.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxseal_response_header(
    response: *const wxseal_response,
    index: usize,
    name: *mut *const c_char,
    value: *mut *const c_char,
) -> wxseal_status {
    guard(|| {
        // SAFETY: the header promises that it is NULL or alive.
        let headers = unsafe { &alive(response)?.headers };
        let (found_name, found_value): (&CStr, &CStr) =
            headers.get(index).map(|(name, value)| (&**name, &**value)).ok_or(Failure::InvalidArgument)?;
        if name.is_null() || value.is_null() {
            return Err(Failure::NullPointer);
        }
        // SAFETY: not NULL, and the header promises that they are writable.
        unsafe {
            name.write(found_name.as_ptr());
            value.write(found_value.as_ptr());
        }
        Ok(())
    })
}

/// The body, lent; not NUL-terminated. Nothing may be added to it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxseal_response_body(
    response: *const wxseal_response,
    body: *mut *const u8,
    length: *mut usize,
) -> wxseal_status {
    // SAFETY: the header promises that the handle is NULL or alive, and that `body` and `length` are NULL or writable.
    guard(|| unsafe { lend(alive(response)?.response.body(), body, length) })
}

/// Writes the response as bytes to `out`, for a store that processes share: `wxseal_response_from_bytes` and every other
/// language read them. `body_length + 16` bytes of `out` are always enough.
///
/// The bytes are "wxsr"; the version of the format, 1; the `Content-Type`, 1 text/plain, 2 XML, 3 JSON; the HTTP status in 2
/// bytes and the length of the body in 8, both big-endian; and the body.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxseal_response_to_bytes(
    response: *const wxseal_response,
    out: *mut u8,
    size: usize,
    length: *mut usize,
) -> wxseal_status {
    // SAFETY: the header promises that the handle is NULL or alive, that `out` is NULL or has `size` bytes, and that `length`
    // is NULL or writable.
    guard(|| unsafe { write(&alive(response)?.response.to_bytes(), out, size, length) })
}

/// Reads what `wxseal_response_to_bytes`, or its like in another language, has written; copies it.
///
/// WXSEAL_ERROR_UNWRITABLE_REPLY: the bytes are another's, cut short, too long, or of a later version.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxseal_response_from_bytes(
    stored: *const u8,
    stored_length: usize,
    out: *mut *mut wxseal_response,
) -> wxseal_status {
    // SAFETY: the header promises that the bytes are NULL or as many, and that `out` is NULL or writable.
    guard(|| unsafe { give(|| Ok(wxseal_response::new(Response::from_bytes(bytes(stored, stored_length)?)?)), out) })
}
