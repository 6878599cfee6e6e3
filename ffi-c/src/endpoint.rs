//! `Endpoint`.

use std::ffi::c_void;
use std::mem::MaybeUninit;
use std::sync::Arc;

use wxseal_core::{Endpoint, Finding, Query};

use crate::argument::{Output, alive, bytes, give, slice, take_back, time, wxseal_pair, wxseal_str};
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
pub extern "C" fn wxseal_endpoint_new(
    crypt: Option<&wxseal_msg_crypt>,
    out: Option<&mut MaybeUninit<*mut wxseal_endpoint>>,
) -> wxseal_status {
    guard(|| give(out, || Ok(wxseal_endpoint(Endpoint::new(Arc::clone(&alive(crypt)?.0))))))
}

/// A plain endpoint, for the console's plain mode. Nothing signs a plaintext body: whoever has seen one URL can forge
/// messages until its timestamp is stale.
///
/// WXSEAL_ERROR_INVALID_CONFIG: the Token is empty or holds white space.
#[unsafe(no_mangle)]
pub extern "C" fn wxseal_endpoint_plain(
    token: wxseal_str<'_>,
    out: Option<&mut MaybeUninit<*mut wxseal_endpoint>>,
) -> wxseal_status {
    guard(|| give(out, || Ok(wxseal_endpoint(Endpoint::plain(token.bytes()?)?))))
}

/// Accepts further settings: the previous Token or key during a rotation, or another receive id. The settings that open a
/// push seal its answer. A plain endpoint decrypts nothing, and stays as it is.
#[unsafe(no_mangle)]
pub extern "C" fn wxseal_endpoint_also_accept(
    endpoint: Option<&mut wxseal_endpoint>,
    crypt: Option<&wxseal_msg_crypt>,
) -> wxseal_status {
    change(endpoint, |endpoint| Ok(endpoint.also_accept(Arc::clone(&alive(crypt)?.0))))
}

/// How far a timestamp may lie from the server's time, in whole seconds: `WXSEAL_DEFAULT_TOLERANCE` unless it is set, 0 for
/// the same second, negative to leave it unchecked.
#[unsafe(no_mangle)]
pub extern "C" fn wxseal_endpoint_set_tolerance(endpoint: Option<&mut wxseal_endpoint>, seconds: i64) -> wxseal_status {
    change(endpoint, |endpoint| Ok(endpoint.tolerance(u64::try_from(seconds).ok())))
}

/// The account (gh_…) that messages must be sent to. With it, a reply that was captured and sent back is refused.
///
/// WXSEAL_ERROR_INVALID_ACCOUNT: it is not UTF-8.
#[unsafe(no_mangle)]
pub extern "C" fn wxseal_endpoint_set_account(
    endpoint: Option<&mut wxseal_endpoint>,
    account: wxseal_str<'_>,
) -> wxseal_status {
    change(endpoint, |endpoint| Ok(endpoint.account(account.bytes()?)?))
}

/// How large a body may be, in bytes: that of the `wxseal_msg_crypt`, or `WXSEAL_DEFAULT_MAX_BODY`, unless it is
/// set.
#[unsafe(no_mangle)]
pub extern "C" fn wxseal_endpoint_set_max_body(endpoint: Option<&mut wxseal_endpoint>, bytes: usize) -> wxseal_status {
    change(endpoint, |endpoint| Ok(endpoint.max_body(bytes)))
}

fn change(
    endpoint: Option<&mut wxseal_endpoint>,
    change: impl FnOnce(Endpoint) -> Result<Endpoint, Failure>,
) -> wxseal_status {
    guard(|| {
        let endpoint = endpoint.ok_or(Failure::NullPointer)?;
        endpoint.0 = change(endpoint.0.clone())?;
        Ok(())
    })
}

/// Wipes and frees it. NULL is ignored.
#[unsafe(no_mangle)]
pub extern "C" fn wxseal_endpoint_free(endpoint: Option<Box<wxseal_endpoint>>) {
    take_back(endpoint);
}

/// Verifies a request and, on an encrypted endpoint, decrypts it.
///
/// `method` is "GET" or "POST", `raw_query` what stands behind the ? of the URL, undecoded (`wxseal_query_write` makes it of
/// what a framework has decoded), `body` the body byte for byte, and `now` the server's time in seconds since 1970, 0 for the
/// system's.
///
/// WXSEAL_ERROR_UNKNOWN_METHOD, WXSEAL_ERROR_MALFORMED_QUERY, WXSEAL_ERROR_MALFORMED_ENVELOPE,
/// WXSEAL_ERROR_SIGNATURE_MISMATCH, WXSEAL_ERROR_STALE_TIMESTAMP (`wxseal_last_error_details` has both times), those of
/// `wxseal_msg_crypt_decrypt` after the signature, and WXSEAL_ERROR_MALFORMED_MESSAGE for a message that is neither XML nor
/// JSON, is one that only servers send, or is sent to another account. Where several settings are accepted, the error is of
/// the one that got furthest.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxseal_endpoint_receive(
    endpoint: Option<&wxseal_endpoint>,
    method: wxseal_str<'_>,
    raw_query: wxseal_str<'_>,
    body: *const c_void,
    body_length: usize,
    now: u64,
    out: Option<&mut MaybeUninit<*mut wxseal_incoming>>,
) -> wxseal_status {
    let make = || {
        // SAFETY: the header promises that `body` has `body_length` bytes.
        let body = unsafe { bytes(body, body_length)? };
        let endpoint = &alive(endpoint)?.0;
        Ok(wxseal_incoming::new(endpoint.receive(method.bytes()?, raw_query.bytes()?, body, time(now))?))
    };
    guard(|| give(out, make))
}

/// Writes the raw query of what a framework has decoded: `count` names and values, each name as often as it was there. Prefer
/// the raw query where it is to be had: most frameworks hide a parameter that was repeated, and many turn + into a space.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxseal_query_write(
    pairs: *const wxseal_pair<'_>,
    count: usize,
    out: *mut c_void,
    size: usize,
    length: Option<&mut MaybeUninit<usize>>,
) -> wxseal_status {
    guard(|| {
        // SAFETY: the header promises that `out` has `size` bytes, and that there are `count` pairs.
        let (output, pairs) = unsafe { (Output::new(out, size, length)?, slice(pairs, count)?) };
        let pairs: Vec<_> = pairs.iter().map(wxseal_pair::bytes).collect::<Result<_, _>>()?;
        output.write(Query::write(pairs).as_bytes())
    })
}

/// Why `wxseal_endpoint_receive` refuses a request: writes JSON to `out`, an array of objects with a `name` and a `text` for
/// a person, some with a `parameter` or `seconds`, the likeliest first. `[]` for a request that is right in all.
///
/// For logs and for people, never for the peer. It holds nothing decrypted.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxseal_endpoint_diagnose(
    endpoint: Option<&wxseal_endpoint>,
    method: wxseal_str<'_>,
    raw_query: wxseal_str<'_>,
    body: *const c_void,
    body_length: usize,
    now: u64,
    out: *mut c_void,
    size: usize,
    length: Option<&mut MaybeUninit<usize>>,
) -> wxseal_status {
    guard(|| {
        // SAFETY: the header promises that `out` has `size` bytes, and `body` `body_length`.
        let (output, body) = unsafe { (Output::new(out, size, length)?, bytes(body, body_length)?) };
        let findings = alive(endpoint)?.0.diagnose(method.bytes()?, raw_query.bytes()?, body, time(now));
        output.write(Finding::to_json(&findings).as_bytes())
    })
}
