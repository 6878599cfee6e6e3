//! What `wx.getUserInfo` and its like hand to a Mini Program, for its server to open (protocol.md, "Open data").

use aes::Aes128Dec;
use cbc::cipher::block_padding::Pkcs7;
use cbc::cipher::{BlockModeDecrypt, KeyIvInit};
use serde_json::value::RawValue;
use zeroize::Zeroizing;

use crate::document::json::{members, string};
use crate::{Error, base64, signature};

/// Decrypts `encryptedData` and checks that it is meant for this Mini Program: returns its JSON.
///
/// `session_key`, `encrypted_data` and `iv` are base64 as the platform hands them out; white space inside `encrypted_data` is
/// skipped. `app_id` must be the data's `watermark.appid`. The data says when it was made, in `watermark.timestamp`.
///
/// **It proves nothing against the Mini Program's own user**, through whose hands both arguments go: nothing signs the data, and
/// another `iv` changes its first 16 bytes unnoticed. What must be true, such as a phone number, is asked from the platform:
/// see [`api`](crate::api).
///
/// # Errors
/// - [`Error::InvalidKey`]: the `session_key` is not the base64 of 16 bytes.
/// - [`Error::InvalidBase64`]: the data is not base64, or the `iv` not that of 16 bytes.
/// - [`Error::DecryptFailed`]: length, padding, or not a JSON object: probably a `session_key` that is out of date, since
///   calling `wx.login` makes a new one.
/// - [`Error::ReceiveIdMismatch`]: `watermark.appid` is another, or missing.
pub fn decrypt_open_data(
    session_key: impl AsRef<[u8]>,
    encrypted_data: impl AsRef<[u8]>,
    iv: impl AsRef<[u8]>,
    app_id: impl AsRef<[u8]>,
) -> Result<Vec<u8>, Error> {
    let key = key(session_key.as_ref())?;
    let iv = <[u8; 16]>::try_from(base64::decode(iv.as_ref())?).map_err(|_| Error::InvalidBase64)?;
    let text: Vec<u8> = encrypted_data.as_ref().iter().copied().filter(|byte| !byte.is_ascii_whitespace()).collect();
    let mut bytes = base64::decode(&text)?;

    // PKCS#7 to AES's own block of 16 here, unlike the messages.
    let decryptor = cbc::Decryptor::<Aes128Dec>::new((&*key).into(), &iv.into());
    let length = decryptor.decrypt_padded::<Pkcs7>(&mut bytes).map_err(|_| Error::DecryptFailed)?.len();
    bytes.truncate(length);

    let text = std::str::from_utf8(&bytes).map_err(|_| Error::DecryptFailed)?;
    let data = members(text).ok_or(Error::DecryptFailed)?;
    let watermark = field(data, "watermark").and_then(|watermark| members(watermark.get())).unwrap_or_default();
    let found = field(watermark, "appid").and_then(|found| string(found.get()));
    if found.is_some_and(|found| found.as_bytes() == app_id.as_ref()) {
        Ok(bytes)
    } else {
        Err(Error::ReceiveIdMismatch)
    }
}

/// Checks the `signature` that stands beside `rawData`: SHA-1 over the data and the `session_key`.
///
/// `raw_data` is the text as it came, byte for byte, `session_key` its base64 as text.
///
/// # Errors
/// - [`Error::InvalidKey`]: the `session_key` is not the base64 of 16 bytes; one that was never fetched opens no door.
/// - [`Error::SignatureMismatch`]: the signature is another.
pub fn verify_raw_data(
    session_key: impl AsRef<[u8]>,
    raw_data: impl AsRef<[u8]>,
    signature: impl AsRef<[u8]>,
) -> Result<(), Error> {
    key(session_key.as_ref())?;
    signature::compare_joined(&[raw_data.as_ref(), session_key.as_ref()], signature.as_ref())
}

fn key(session_key: &[u8]) -> Result<Zeroizing<[u8; 16]>, Error> {
    let decoded = base64::decode(session_key).map(Zeroizing::new).unwrap_or_default();
    let key = decoded.as_slice().try_into().map_err(|_| Error::InvalidKey { position: 0 })?;
    Ok(Zeroizing::new(key))
}

/// The first of its name.
fn field<'a>(members: Vec<(String, &'a RawValue)>, name: &str) -> Option<&'a RawValue> {
    members.into_iter().find_map(|(found, value)| (found == name).then_some(value))
}
