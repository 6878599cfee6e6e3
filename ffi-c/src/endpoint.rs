//! Floor 3: `Endpoint`.

use std::ffi::c_char;
use std::sync::Arc;

use wxseal_core::{Endpoint, Error, Finding, Query, Setting};

use crate::argument::{alive, alone, bytes, give, take_back, text, write};
use crate::incoming::wxseal_incoming;
use crate::msg_crypt::wxseal_msg_crypt;
use crate::status::{Failure, guard, wxseal_status};

/// One call for a whole request: verifies and, made from a `wxseal_msg_crypt`, decrypts.
///
/// Threads: while it is set up, one thread uses it; after that it never changes, and any number may.
/// Ownership: `wxseal_endpoint_new` gives it to the caller, who gives it back to `wxseal_endpoint_free`. It keeps what it
/// needs of a `wxseal_msg_crypt`, which may be freed before it.
pub struct wxseal_endpoint(Endpoint);

/// How far a timestamp may lie from the server's time, in seconds, unless `wxseal_endpoint_set_tolerance` says otherwise.
pub const WXSEAL_DEFAULT_TOLERANCE: i64 = 300;

const _: () = assert!(WXSEAL_DEFAULT_TOLERANCE.unsigned_abs() == Endpoint::DEFAULT_TOLERANCE);

/// An encrypted endpoint: it wants a cipher text and a `msg_signature` that holds, in the console's safe and compatible mode
/// alike, and drops the plaintext fields of the latter. It accepts timestamps of
/// `WXSEAL_DEFAULT_TOLERANCE` seconds around the server's time.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxseal_endpoint_new(
    crypt: *const wxseal_msg_crypt,
    out: *mut *mut wxseal_endpoint,
) -> wxseal_status {
    // SAFETY: the header promises that the handle is NULL or alive, and that `out` is NULL or writable.
    guard(|| unsafe { give(|| Ok(wxseal_endpoint(Endpoint::new(Arc::clone(&alive(crypt)?.0)))), out) })
}

/// A plain endpoint, for the console's plain mode. Nothing signs a plaintext body: whoever has seen one URL can forge
/// messages until its timestamp is stale.
///
/// WXSEAL_ERROR_INVALID_CONFIG: the Token is empty or holds white space.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxseal_endpoint_plain(token: *const c_char, out: *mut *mut wxseal_endpoint) -> wxseal_status {
    // SAFETY: the header promises that the text is NULL or NUL-terminated, and that `out` is NULL or writable.
    guard(|| unsafe { give(|| Ok(wxseal_endpoint(Endpoint::plain(text(token, Setting::Token)?)?)), out) })
}

/// Accepts further settings: the previous Token or key during a rotation, or another receive id. The settings that open a
/// push seal its answer. A plain endpoint decrypts nothing, and stays as it is.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxseal_endpoint_also_accept(
    endpoint: *mut wxseal_endpoint,
    crypt: *const wxseal_msg_crypt,
) -> wxseal_status {
    // SAFETY: the header promises that both are NULL or alive, and that one thread sets the endpoint up.
    guard(|| unsafe {
        let crypt = Arc::clone(&alive(crypt)?.0);
        change(endpoint, |endpoint| endpoint.also_accept(crypt))
    })
}

/// How far a timestamp may lie from the server's time, in whole seconds: `WXSEAL_DEFAULT_TOLERANCE` unless it is set, 0 for
/// the same second, negative to leave it unchecked.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxseal_endpoint_set_tolerance(endpoint: *mut wxseal_endpoint, seconds: i64) -> wxseal_status {
    // SAFETY: the header promises that it is NULL or alive, and that one thread sets it up.
    guard(|| unsafe { change(endpoint, |endpoint| endpoint.tolerance(u64::try_from(seconds).ok())) })
}

/// The account (gh_…) that messages must be sent to. With it, a reply that was captured and sent back is refused.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxseal_endpoint_set_account(
    endpoint: *mut wxseal_endpoint,
    account: *const c_char,
) -> wxseal_status {
    // SAFETY: the header promises that the text is NULL or NUL-terminated, and that one thread sets the endpoint up.
    guard(|| unsafe {
        let account = text(account, Setting::Account)?;
        change(endpoint, |endpoint| endpoint.account(account))
    })
}

/// How large a body may be, in bytes: that of the `wxseal_msg_crypt`, or `WXSEAL_DEFAULT_MAX_BODY`, unless it is
/// set.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxseal_endpoint_set_max_body(endpoint: *mut wxseal_endpoint, bytes: usize) -> wxseal_status {
    // SAFETY: the header promises that it is NULL or alive, and that one thread sets it up.
    guard(|| unsafe { change(endpoint, |endpoint| endpoint.max_body(bytes)) })
}

/// # Safety
/// Same as [`alone`].
unsafe fn change(endpoint: *mut wxseal_endpoint, change: impl FnOnce(Endpoint) -> Endpoint) -> Result<(), Failure> {
    // SAFETY: the caller promises the same.
    let endpoint = unsafe { alone(endpoint)? };
    endpoint.0 = change(endpoint.0.clone());
    Ok(())
}

/// Wipes and frees it. NULL is ignored.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxseal_endpoint_free(endpoint: *mut wxseal_endpoint) {
    // SAFETY: the header promises that it came from this library and is freed once.
    unsafe { take_back(endpoint) }
}

/// Verifies a request and, on an encrypted endpoint, decrypts it.
///
/// `method` is "GET" or "POST", `raw_query` what stands behind the ? of the URL, undecoded, `body` the body byte for byte,
/// and `now` the server's time in seconds since 1970, 0 for the system's.
///
/// WXSEAL_ERROR_UNKNOWN_METHOD, WXSEAL_ERROR_MALFORMED_QUERY, WXSEAL_ERROR_MALFORMED_ENVELOPE,
/// WXSEAL_ERROR_SIGNATURE_MISMATCH, WXSEAL_ERROR_STALE_TIMESTAMP, those of `wxseal_msg_crypt_decrypt` after the signature,
/// and WXSEAL_ERROR_MALFORMED_MESSAGE for a message that is neither XML nor JSON, is one that only servers send, or is sent
/// to another account. Where several settings are accepted, the error is of the one that got furthest.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxseal_endpoint_receive(
    endpoint: *const wxseal_endpoint,
    method: *const c_char,
    raw_query: *const c_char,
    body: *const u8,
    body_length: usize,
    now: u64,
    out: *mut *mut wxseal_incoming,
) -> wxseal_status {
    guard(|| {
        // SAFETY: the header promises that the handle is NULL or alive, that the texts are NULL or NUL-terminated, and that
        // `body` has `body_length` bytes.
        let (endpoint, method, raw_query, body) = unsafe {
            (
                &alive(endpoint)?.0,
                text(method, Error::UnknownMethod)?,
                text(raw_query, Error::MalformedQuery)?,
                bytes(body, body_length)?,
            )
        };
        let make = || Ok(wxseal_incoming::new(endpoint.receive(method, raw_query, body, time(now))?));
        // SAFETY: the header promises that `out` is NULL or writable.
        unsafe { give(make, out) }
    })
}

/// Like `wxseal_endpoint_receive`, with the query as a framework has decoded it: `pairs` has `count` names and as many
/// values in turn, each name as often as it was there. Prefer the raw query: most frameworks hide a parameter that was
/// repeated.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxseal_endpoint_receive_pairs(
    endpoint: *const wxseal_endpoint,
    method: *const c_char,
    pairs: *const *const c_char,
    count: usize,
    body: *const u8,
    body_length: usize,
    now: u64,
    out: *mut *mut wxseal_incoming,
) -> wxseal_status {
    guard(|| {
        // SAFETY: the header promises that the handle is NULL or alive, that the texts are NULL or NUL-terminated, and that
        // `body` has `body_length` bytes.
        let (endpoint, method, body) =
            unsafe { (&alive(endpoint)?.0, text(method, Error::UnknownMethod)?, bytes(body, body_length)?) };
        let mut texts = Vec::new();
        for index in 0..count.checked_mul(2).ok_or(Failure::InvalidArgument)? {
            if pairs.is_null() {
                return Err(Failure::NullPointer);
            }
            // SAFETY: not NULL, and the header promises twice `count` texts.
            texts.push(unsafe { text(*pairs.add(index), Error::MalformedQuery)? });
        }
        let query = Query::from_pairs(texts.as_chunks().0.iter().map(|[name, value]| (*name, *value)))?;
        let make = || Ok(wxseal_incoming::new(endpoint.receive_query(method, &query, body, time(now))?));
        // SAFETY: the header promises that `out` is NULL or writable.
        unsafe { give(make, out) }
    })
}

/// Why `wxseal_endpoint_receive` refuses a request: writes JSON to `out`, an array of objects with a `name` and a `text` for
/// a person, some with a `parameter` or `seconds`, the likeliest first. `[]` for a request that is right in all.
///
/// For logs and for people, never for the peer. It holds nothing decrypted.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxseal_endpoint_diagnose(
    endpoint: *const wxseal_endpoint,
    method: *const c_char,
    raw_query: *const c_char,
    body: *const u8,
    body_length: usize,
    now: u64,
    out: *mut u8,
    size: usize,
    length: *mut usize,
) -> wxseal_status {
    guard(|| {
        // SAFETY: the header promises that the handle is NULL or alive, that the texts are NULL or NUL-terminated, and that
        // `body` has `body_length` bytes.
        let (endpoint, method, raw_query, body) = unsafe {
            (
                &alive(endpoint)?.0,
                text(method, Error::UnknownMethod),
                text(raw_query, Error::MalformedQuery),
                bytes(body, body_length)?,
            )
        };
        let findings = match (raw_query, method) {
            (Ok(raw_query), Ok(method)) => endpoint.diagnose(method, raw_query, body, time(now)),
            // A peer can send what is not UTF-8, so that is a finding too.
            (Err(Failure::Protocol(_)), _) => vec![Finding::BrokenQuery],
            (_, Err(Failure::Protocol(_))) => vec![Finding::UnknownMethod],
            (Err(failure), _) | (_, Err(failure)) => return Err(failure),
        };
        // SAFETY: the header promises that `out` has `size` bytes and that `length` is writable.
        unsafe { write(Finding::to_json(&findings).as_bytes(), out, size, length) }
    })
}

/// The time that was given, or the system's.
pub(crate) fn time(now: u64) -> u64 {
    if now == 0 { wxseal_os::now() } else { now }
}
