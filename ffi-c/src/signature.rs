//! `verify_signature`, and its counterpart.

use std::ffi::c_char;

use wxseal_core::Stamp;

use crate::argument::wxseal_str;
use crate::status::{Failure, guard, wxseal_status};

/// Checks the `signature` of a URL check or of a plain-mode push: SHA-1 over Token, timestamp and nonce, all as received
/// and percent-decoded once. On a URL check of WeChat, answer with the echostr exactly as received once this succeeds.
///
/// The signature covers no body: for an encrypted message it proves nothing. Neither freshness nor replay is checked.
///
/// WXSEAL_ERROR_INVALID_CONFIG: the Token is empty or holds white space; WXSEAL_ERROR_MALFORMED_QUERY: timestamp is not 1
/// to 13 digits or nonce not 1 to 63 of A-Z a-z 0-9 _ -; WXSEAL_ERROR_SIGNATURE_MISMATCH.
#[unsafe(no_mangle)]
pub extern "C" fn wxseal_verify_signature(
    token: wxseal_str<'_>,
    signature: wxseal_str<'_>,
    timestamp: wxseal_str<'_>,
    nonce: wxseal_str<'_>,
) -> wxseal_status {
    guard(|| {
        let (token, signature) = (token.bytes()?, signature.bytes()?);
        Ok(wxseal_core::verify_signature(token, signature, timestamp.bytes()?, nonce.bytes()?)?)
    })
}

/// How many bytes a signature takes: 40 hexadecimal digits and a NUL.
pub const WXSEAL_SIGNATURE_SIZE: usize = 41;

/// Writes the `msg_signature` of a cipher text to `out`, 40 lower-case hexadecimal digits and a NUL: SHA-1 over Token,
/// timestamp, nonce and `encrypt`, byte-wise sorted.
///
/// For gateways, and code that stands in for another library. To compare signatures is `wxseal_msg_crypt_decrypt`'s and
/// `wxseal_verify_signature`'s, in constant time. Errors: those of `wxseal_verify_signature`, but for the last.
///
/// cbindgen:ptrs-as-arrays=[[out;WXSEAL_SIGNATURE_SIZE]]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxseal_sign(
    token: wxseal_str<'_>,
    timestamp: wxseal_str<'_>,
    nonce: wxseal_str<'_>,
    encrypt: wxseal_str<'_>,
    out: *mut c_char,
) -> wxseal_status {
    guard(|| {
        // SAFETY: the header promises that `out` is NULL or has WXSEAL_SIGNATURE_SIZE bytes.
        let out = unsafe { out.cast::<[u8; WXSEAL_SIGNATURE_SIZE]>().as_mut() }.ok_or(Failure::NullPointer)?;
        let stamp = Stamp::new(timestamp.bytes()?, nonce.bytes()?)?;
        let signature = wxseal_core::sign(token.bytes()?, stamp, encrypt.bytes()?)?;
        *out = [0; WXSEAL_SIGNATURE_SIZE];
        out.iter_mut().zip(signature.bytes()).for_each(|(to, digit)| *to = digit);
        Ok(())
    })
}
