//! Floor 1: `verify_signature`.

use std::ffi::c_char;

use wxseal_core::{Error, Setting};

use crate::argument::text;
use crate::status::{guard, wxseal_status};

/// Checks the `signature` of a URL check or of a plain-mode push: SHA-1 over Token, timestamp and nonce, all as received
/// and percent-decoded once. On a URL check of WeChat, answer with the echostr exactly as received once this succeeds.
///
/// The signature covers no body: for an encrypted message it proves nothing. Neither freshness nor replay is checked.
///
/// WXSEAL_ERROR_INVALID_CONFIG: the Token is empty or holds white space; WXSEAL_ERROR_MALFORMED_QUERY: timestamp is not 1
/// to 13 digits or nonce not 1 to 63 of A-Z a-z 0-9 _ -; WXSEAL_ERROR_SIGNATURE_MISMATCH.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxseal_verify_signature(
    token: *const c_char,
    signature: *const c_char,
    timestamp: *const c_char,
    nonce: *const c_char,
) -> wxseal_status {
    guard(|| {
        // SAFETY: the header promises that each is NULL or NUL-terminated, and unchanged during this call.
        let (token, signature, timestamp, nonce) = unsafe {
            (
                text(token, Setting::Token)?,
                text(signature, Error::SignatureMismatch)?,
                text(timestamp, Error::MalformedQuery)?,
                text(nonce, Error::MalformedQuery)?,
            )
        };
        Ok(wxseal_core::verify_signature(token, signature, timestamp, nonce)?)
    })
}
