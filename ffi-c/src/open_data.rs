//! Open data of a Mini Program.

use std::ffi::c_void;
use std::mem::MaybeUninit;

use crate::argument::{Output, wxseal_str};
use crate::status::{guard, wxseal_status};

/// Decrypts the `encryptedData` of wx.getUserInfo and its like, checks that it is meant for this Mini Program, and writes its
/// JSON to `out`. `encrypted_data.length` bytes of `out` are always enough.
///
/// `session_key`, `encrypted_data` and `iv` are base64 as the platform hands them out. WXSEAL_ERROR_INVALID_KEY: the
/// `session_key` is not that of 16 bytes. WXSEAL_ERROR_INVALID_BASE64. WXSEAL_ERROR_DECRYPT_FAILED: probably a `session_key`
/// that is out of date. WXSEAL_ERROR_RECEIVE_ID_MISMATCH: `watermark.appid` is not `app_id`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxseal_decrypt_open_data(
    session_key: wxseal_str<'_>,
    encrypted_data: wxseal_str<'_>,
    iv: wxseal_str<'_>,
    app_id: wxseal_str<'_>,
    out: *mut c_void,
    size: usize,
    length: Option<&mut MaybeUninit<usize>>,
) -> wxseal_status {
    guard(|| {
        // SAFETY: the header promises that `out` has `size` bytes.
        let output = unsafe { Output::new(out, size, length)? };
        let (session_key, encrypted_data) = (session_key.bytes()?, encrypted_data.bytes()?);
        output.write(&wxseal_core::decrypt_open_data(session_key, encrypted_data, iv.bytes()?, app_id.bytes()?)?)
    })
}

/// Checks the `signature` that stands beside `rawData`: SHA-1 over the data, as it came, and the `session_key`.
///
/// WXSEAL_ERROR_INVALID_KEY: the `session_key` is not the base64 of 16 bytes. WXSEAL_ERROR_SIGNATURE_MISMATCH.
#[unsafe(no_mangle)]
pub extern "C" fn wxseal_verify_raw_data(
    session_key: wxseal_str<'_>,
    raw_data: wxseal_str<'_>,
    signature: wxseal_str<'_>,
) -> wxseal_status {
    guard(|| Ok(wxseal_core::verify_raw_data(session_key.bytes()?, raw_data.bytes()?, signature.bytes()?)?))
}
