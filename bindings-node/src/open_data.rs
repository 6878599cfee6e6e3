//! What `wx.getUserInfo` and its like hand over.

use napi::bindgen_prelude::{Env, Unknown};

use crate::error::Failure;
use crate::realm::Bytes;
use crate::text;

/// Decrypts `encryptedData`.
pub(crate) fn decrypt_open_data(
    _: Env,
    [session_key, encrypted_data, iv, app_id]: [Unknown<'_>; 4],
) -> Result<Bytes, Failure> {
    let session_key = text::required(session_key, "sessionKey must be a string")?;
    let encrypted_data = text::required(encrypted_data, "encryptedData must be a string")?;
    let iv = text::required(iv, "iv must be a string")?;
    let app_id = text::argument(app_id, "appId must be a string")?;
    Ok(Bytes(wxseal_core::decrypt_open_data(session_key, encrypted_data, iv, app_id)?))
}

/// Checks the `signature` beside `rawData`.
pub(crate) fn verify_raw_data(_: Env, [session_key, raw_data, signature]: [Unknown<'_>; 3]) -> Result<(), Failure> {
    let session_key = text::required(session_key, "sessionKey must be a string")?;
    let raw_data = text::required(raw_data, "rawData must be a string")?;
    let signature = text::required(signature, "signature must be a string")?;
    Ok(wxseal_core::verify_raw_data(session_key, raw_data, signature)?)
}
