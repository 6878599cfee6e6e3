//! Open data of a Mini Program.

use std::ffi::c_char;

use wxseal_core::Error;

use crate::argument::{check_output, text, write};
use crate::status::{guard, wxseal_status};

/// Decrypts the `encryptedData` of wx.getUserInfo and its like, checks that it is meant for this Mini Program, and writes its
/// JSON to `out`. `strlen(encrypted_data)` bytes of `out` are always enough.
///
/// `session_key`, `encrypted_data` and `iv` are base64 as the platform hands them out. WXSEAL_ERROR_INVALID_KEY: the
/// `session_key` is not that of 16 bytes. WXSEAL_ERROR_INVALID_BASE64. WXSEAL_ERROR_DECRYPT_FAILED: probably a `session_key`
/// that is out of date. WXSEAL_ERROR_RECEIVE_ID_MISMATCH: `watermark.appid` is not `app_id`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxseal_decrypt_open_data(
    session_key: *const c_char,
    encrypted_data: *const c_char,
    iv: *const c_char,
    app_id: *const c_char,
    out: *mut u8,
    size: usize,
    length: *mut usize,
) -> wxseal_status {
    guard(|| {
        check_output(out, size, length)?;
        // SAFETY: the header promises that each text is NULL or NUL-terminated.
        let (session_key, encrypted_data, iv, app_id) = unsafe {
            (
                text(session_key, Error::InvalidKey { position: 0 })?,
                text(encrypted_data, Error::InvalidBase64)?,
                text(iv, Error::InvalidBase64)?,
                text(app_id, Error::ReceiveIdMismatch)?,
            )
        };
        let data = wxseal_core::decrypt_open_data(session_key, encrypted_data, iv, app_id)?;
        // SAFETY: the header promises that `out` has `size` bytes and that `length` is writable.
        unsafe { write(&data, out, size, length) }
    })
}

/// Checks the `signature` that stands beside `rawData`: SHA-1 over the data, as it came, and the `session_key`.
///
/// WXSEAL_ERROR_INVALID_KEY: the `session_key` is not the base64 of 16 bytes. WXSEAL_ERROR_SIGNATURE_MISMATCH.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxseal_verify_raw_data(
    session_key: *const c_char,
    raw_data: *const c_char,
    signature: *const c_char,
) -> wxseal_status {
    guard(|| {
        // SAFETY: the header promises that each text is NULL or NUL-terminated.
        let (session_key, raw_data, signature) = unsafe {
            (
                text(session_key, Error::InvalidKey { position: 0 })?,
                text(raw_data, Error::SignatureMismatch)?,
                text(signature, Error::SignatureMismatch)?,
            )
        };
        Ok(wxseal_core::verify_raw_data(session_key, raw_data, signature)?)
    })
}
