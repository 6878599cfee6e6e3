//! What `wx.getUserInfo` and its like hand over.

use napi::bindgen_prelude::{BufferSlice, Env, Unknown};
use napi_derive::napi;

use crate::error::{Failure, Thrown};
use crate::text;

/// Decrypts `encryptedData`.
///
/// # Errors
/// `WxsealError`: `InvalidKey`, `InvalidBase64`, `DecryptFailed`, `ReceiveIdMismatch`, and `InvalidConfig` for an AppID that is
/// no text.
#[napi(catch_unwind)]
pub fn decrypt_open_data(
    env: Env,
    session_key: Unknown<'_>,
    encrypted_data: Unknown<'_>,
    iv: Unknown<'_>,
    app_id: Unknown<'_>,
) -> Result<BufferSlice<'static>, Thrown> {
    Failure::thrown(env, || {
        let session_key = text::required(session_key, "sessionKey must be a string")?;
        let encrypted_data = text::required(encrypted_data, "encryptedData must be a string")?;
        let iv = text::required(iv, "iv must be a string")?;
        let app_id = text::argument(app_id, "appId must be a string")?;
        let data = wxseal_core::decrypt_open_data(session_key, encrypted_data, iv, app_id)?;
        Ok(BufferSlice::copy_from(&env, data)?)
    })
}

/// Checks the `signature` beside `rawData`.
///
/// # Errors
/// `WxsealError`: `InvalidKey`, `SignatureMismatch`.
#[napi(catch_unwind)]
pub fn verify_raw_data(
    env: Env,
    session_key: Unknown<'_>,
    raw_data: Unknown<'_>,
    signature: Unknown<'_>,
) -> Result<(), Thrown> {
    Failure::thrown(env, || {
        let session_key = text::required(session_key, "sessionKey must be a string")?;
        let raw_data = text::required(raw_data, "rawData must be a string")?;
        let signature = text::required(signature, "signature must be a string")?;
        Ok(wxseal_core::verify_raw_data(session_key, raw_data, signature)?)
    })
}
