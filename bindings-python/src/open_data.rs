//! Open data of a Mini Program.

use pyo3::prelude::*;
use pyo3::types::PyBytes;

use crate::argument::{self, Bytes};
use crate::exception::Failure;
use crate::name;

/// Decrypt the `encryptedData` of `wx.getUserInfo` and its like, check that it is meant for this Mini
/// Program, and return its JSON.
///
/// The data says when it was made, in `watermark.timestamp`.
///
/// **It proves nothing against the Mini Program's own user**, through whose hands `encrypted_data` and
/// `iv` go: nothing signs the data, and another `iv` changes its first 16 bytes unnoticed. What must be
/// true, such as a phone number, is asked from the platform: see `wxseal.api`.
///
/// Args:
///     session_key: the key that `wxseal.api.code2session` asks for, base64 as the platform hands it
///         out. It belongs to the server and never to the client.
///     encrypted_data: the client's `encryptedData`, base64; white space in it is skipped.
///     iv: the client's `iv`, base64.
///     app_id: the Mini Program's AppID, which must be the data's `watermark.appid`.
///
/// Raises:
///     InvalidKey: the `session_key` is not the base64 of 16 bytes.
///     InvalidBase64: the data is not base64, or the `iv` not that of 16 bytes.
///     DecryptFailed: length, padding, or not a JSON object: probably a `session_key` that is out of
///         date, since calling `wx.login` makes a new one.
///     ReceiveIdMismatch: `watermark.appid` is another, or missing.
///
/// >>> import json
/// >>> import wxseal
/// >>> data = wxseal.decrypt_open_data(
/// ...     "tiihtNczf5v6AKRyjwEUhQ==",
/// ...     "41R6j53Yks0HiNn+eGkgaykuRRGVKbeEoJrKlCMwdOyPTHEW2CfCnnYOdqz/3hNi"
/// ...     "jsJF+iTAVVoHAioLEAUvAw==",
/// ...     "r7BXXKkLb8qrSNn05n0qiA==",
/// ...     "wx4f4bc4dec97d474b",
/// ... )
/// >>> json.loads(data)["nickName"]
/// 'Band'
#[pyfunction]
#[pyo3(signature = (session_key, encrypted_data, iv, app_id))]
pub(crate) fn decrypt_open_data<'py>(
    py: Python<'py>,
    #[pyo3(from_py_with = argument::text::<name::session_key>)] session_key: Bytes<'_>,
    #[pyo3(from_py_with = argument::text::<name::encrypted_data>)] encrypted_data: Bytes<'_>,
    #[pyo3(from_py_with = argument::text::<name::iv>)] iv: Bytes<'_>,
    #[pyo3(from_py_with = argument::text::<name::app_id>)] app_id: Bytes<'_>,
) -> Result<Bound<'py, PyBytes>, Failure> {
    let decrypt = || wxseal_core::decrypt_open_data(&session_key, &encrypted_data, &iv, &app_id);
    Ok(PyBytes::new(py, &argument::run(py, encrypted_data.len(), decrypt)?))
}

/// Check the `signature` that stands beside the `rawData` of `wx.getUserInfo`.
///
/// It is the SHA-1 of the data, as it came, and the `session_key`. There is no result to look at: a
/// signature that does not hold is an error.
///
/// Args:
///     session_key: the key that `wxseal.api.code2session` asks for, base64 as the platform hands it
///         out.
///     raw_data: the client's `rawData`, the text as it came, never parsed and written again.
///     signature: the client's `signature`.
///
/// Raises:
///     InvalidKey: the `session_key` is not the base64 of 16 bytes; one that was never fetched opens
///         no door.
///     SignatureMismatch: the signature is another.
///
/// >>> import wxseal
/// >>> wxseal.verify_raw_data(
/// ...     "HyVFkGl5F5OQWJZZaNzBBg==",
/// ...     '{"nickName":"Band"}',
/// ...     "19036804514e3177482cf7382c6a337cf79b246d",
/// ... )
#[pyfunction]
#[pyo3(signature = (session_key, raw_data, signature))]
pub(crate) fn verify_raw_data(
    py: Python<'_>,
    #[pyo3(from_py_with = argument::text::<name::session_key>)] session_key: Bytes<'_>,
    #[pyo3(from_py_with = argument::text::<name::raw_data>)] raw_data: Bytes<'_>,
    #[pyo3(from_py_with = argument::text::<name::signature>)] signature: Bytes<'_>,
) -> Result<(), Failure> {
    let verify = || wxseal_core::verify_raw_data(&session_key, &raw_data, &signature);
    Ok(argument::run(py, raw_data.len(), verify)?)
}
