//! Floor 2: `MsgCrypt`.

use std::ffi::{CStr, c_char};
use std::sync::Arc;

use wxseal_core::{Dialect, Error, MsgCrypt, Setting};

use crate::argument::{alive, bytes, check_output, dialect, format, give, optional_text, room, take_back, text, write};
use crate::status::{Failure, guard, wxseal_status};
use crate::{WXSEAL_DIALECT_WECHAT, WXSEAL_DIALECT_WECOM, wxseal_dialect, wxseal_format};

/// One Token, one EncodingAESKey and one receive id: verifies and decrypts pushes, encrypts and signs replies.
///
/// Threads: it never changes, so any number of threads may use one at once; free it when none does any more.
/// Ownership: `wxseal_msg_crypt_new` gives it to the caller, who gives it back to `wxseal_msg_crypt_free`.
///
/// Neither freshness nor replay is checked here: a captured request decrypts for as long as the key lives.
pub struct wxseal_msg_crypt(pub(crate) Arc<MsgCrypt>);

/// Whose names JSON replies have unless `wxseal_msg_crypt_new_with` says otherwise.
pub const WXSEAL_DEFAULT_DIALECT: i32 = WXSEAL_DIALECT_WECHAT;
/// How large a body may be unless it is set, in bytes: 4 MiB.
pub const WXSEAL_DEFAULT_MAX_BODY: usize = 4_194_304;

const _: () = assert!(
    WXSEAL_DEFAULT_MAX_BODY == MsgCrypt::DEFAULT_MAX_BODY
        && WXSEAL_DEFAULT_DIALECT
            == match MsgCrypt::DEFAULT_DIALECT {
                Dialect::Wechat => WXSEAL_DIALECT_WECHAT,
                Dialect::Wecom => WXSEAL_DIALECT_WECOM,
            }
);

/// Takes the settings of the console's message push page; copies them.
///
/// `receive_id` is what messages are addressed to: the AppID of a Mini Program or Official Account, the component's AppID
/// on the open platform, the corpid or suiteid on WeCom. "" means that it must be empty, not that it is not checked.
///
/// WXSEAL_ERROR_INVALID_CONFIG: the Token is empty or holds white space. WXSEAL_ERROR_INVALID_RECEIVE_ID: the receive id holds
/// white space. WXSEAL_ERROR_INVALID_KEY: the EncodingAESKey is not
/// 43 characters of base64.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxseal_msg_crypt_new(
    token: *const c_char,
    encoding_aes_key: *const c_char,
    receive_id: *const c_char,
    out: *mut *mut wxseal_msg_crypt,
) -> wxseal_status {
    // SAFETY: the arguments are handed through as they are.
    guard(|| unsafe { new(token, encoding_aes_key, receive_id, MsgCrypt::DEFAULT_DIALECT, 0, out) })
}

/// Like `wxseal_msg_crypt_new`, with the dialect of JSON replies and the largest body that is read, in bytes; 0 is
/// `WXSEAL_DEFAULT_MAX_BODY`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxseal_msg_crypt_new_with(
    token: *const c_char,
    encoding_aes_key: *const c_char,
    receive_id: *const c_char,
    dialect: wxseal_dialect,
    max_body: usize,
    out: *mut *mut wxseal_msg_crypt,
) -> wxseal_status {
    // SAFETY: the arguments are handed through as they are.
    guard(|| unsafe { new(token, encoding_aes_key, receive_id, self::dialect(dialect)?, max_body, out) })
}

/// # Safety
/// Each text is NULL or NUL-terminated and unchanged during the call; `out` is NULL or points to a writable pointer.
unsafe fn new(
    token: *const c_char,
    encoding_aes_key: *const c_char,
    receive_id: *const c_char,
    dialect: Dialect,
    max_body: usize,
    out: *mut *mut wxseal_msg_crypt,
) -> Result<(), Failure> {
    let make = || {
        // SAFETY: the caller promises what `text` asks for.
        let (token, encoding_aes_key, receive_id) = unsafe {
            (
                text(token, Setting::Token)?,
                text(encoding_aes_key, Error::InvalidKey { position: 0 })?,
                text(receive_id, Setting::ReceiveId)?,
            )
        };
        let max_body = if max_body == 0 { MsgCrypt::DEFAULT_MAX_BODY } else { max_body };
        let crypt = MsgCrypt::new(token, encoding_aes_key, receive_id)?.dialect(dialect).max_body(max_body);
        Ok(wxseal_msg_crypt(Arc::new(crypt)))
    };
    // SAFETY: the caller promises that `out` is NULL or writable.
    unsafe { give(make, out) }
}

/// Wipes and frees it. NULL is ignored.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxseal_msg_crypt_free(crypt: *mut wxseal_msg_crypt) {
    // SAFETY: the header promises that it came from `wxseal_msg_crypt_new` and is freed once.
    unsafe { take_back(crypt) }
}

/// Answers WeCom's URL check: verifies and decrypts its echostr, and writes what to answer with to `out`.
///
/// On WeChat the echostr is not encrypted: call `wxseal_verify_signature` and answer with the echostr as received.
///
/// `strlen(echostr)` bytes of `out` are always enough. Errors: those of `wxseal_msg_crypt_decrypt`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxseal_msg_crypt_verify_url(
    crypt: *const wxseal_msg_crypt,
    msg_signature: *const c_char,
    timestamp: *const c_char,
    nonce: *const c_char,
    echostr: *const c_char,
    out: *mut u8,
    size: usize,
    length: *mut usize,
) -> wxseal_status {
    guard(|| {
        check_output(out, size, length)?;
        // SAFETY: the header promises that the handle is alive and that each text is NULL or NUL-terminated.
        let (crypt, msg_signature, timestamp, nonce, echostr) = unsafe {
            (
                &alive(crypt)?.0,
                text(msg_signature, Error::SignatureMismatch)?,
                text(timestamp, Error::MalformedQuery)?,
                text(nonce, Error::MalformedQuery)?,
                text(echostr, Error::InvalidBase64)?,
            )
        };
        let echo = crypt.verify_url(msg_signature, timestamp, nonce, echostr)?;
        // SAFETY: the header promises that `out` has `size` bytes and that `length` is writable.
        unsafe { write(&echo, out, size, length) }
    })
}

/// Verifies and decrypts the body of a push, XML or JSON, and writes the message, as the platform wrote it, to `out`.
///
/// `msg_signature` (not `signature`), `timestamp` and `nonce` are the query's, percent-decoded once; `body` is the
/// request's, byte for byte. `body_length` bytes of `out` are always enough; no NUL is added.
///
/// In the order of the checks: WXSEAL_ERROR_MALFORMED_QUERY, WXSEAL_ERROR_MALFORMED_ENVELOPE,
/// WXSEAL_ERROR_SIGNATURE_MISMATCH (nothing is decrypted before this one held), WXSEAL_ERROR_INVALID_BASE64,
/// WXSEAL_ERROR_DECRYPT_FAILED, WXSEAL_ERROR_MALFORMED_FRAME, WXSEAL_ERROR_RECEIVE_ID_MISMATCH.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxseal_msg_crypt_decrypt(
    crypt: *const wxseal_msg_crypt,
    msg_signature: *const c_char,
    timestamp: *const c_char,
    nonce: *const c_char,
    body: *const u8,
    body_length: usize,
    out: *mut u8,
    size: usize,
    length: *mut usize,
) -> wxseal_status {
    guard(|| {
        check_output(out, size, length)?;
        // SAFETY: the header promises that the handle is alive, that each text is NULL or NUL-terminated, and that `body`
        // has `body_length` bytes.
        let (crypt, msg_signature, timestamp, nonce, body) = unsafe {
            (
                &alive(crypt)?.0,
                text(msg_signature, Error::SignatureMismatch)?,
                text(timestamp, Error::MalformedQuery)?,
                text(nonce, Error::MalformedQuery)?,
                bytes(body, body_length)?,
            )
        };
        let message = crypt.decrypt(msg_signature, timestamp, nonce, body)?;
        // SAFETY: the header promises that `out` has `size` bytes and that `length` is writable.
        unsafe { write(&message, out, size, length) }
    })
}

/// Encrypts and signs a reply, and writes the finished envelope, the body to answer with, to `out`; no NUL is added. `out`
/// and `message` must not overlap.
///
/// `message` is the reply's XML or JSON and `format` the format of the push. `timestamp` is the current time in seconds
/// as text, NULL for the system's; `nonce` is the push's, NULL for 16 fresh hexadecimal digits; `random16` is 16 fresh
/// random bytes, NULL for the operating system's, as every message needs its own.
///
/// The bodies "success" and "" are never encrypted: answer with them as they are.
///
/// WXSEAL_ERROR_UNWRITABLE_REPLY: the timestamp is not 1 to 13 digits without a leading zero, the nonce not 1 to 63 of
/// A-Z a-z 0-9 _ -, the message 4 GiB or longer, or the operating system has no random bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxseal_msg_crypt_encrypt(
    crypt: *const wxseal_msg_crypt,
    message: *const u8,
    message_length: usize,
    timestamp: *const c_char,
    nonce: *const c_char,
    random16: *const u8,
    format: wxseal_format,
    out: *mut u8,
    size: usize,
    length: *mut usize,
) -> wxseal_status {
    guard(|| {
        check_output(out, size, length)?;
        // SAFETY: the header promises that the handle is alive, that each text is NULL or NUL-terminated, that `message`
        // has `message_length` bytes, and that `random16` is NULL or has 16.
        let (crypt, message, timestamp, nonce, random) = unsafe {
            (
                &alive(crypt)?.0,
                bytes(message, message_length)?,
                optional_text(timestamp, Error::UnwritableReply)?,
                optional_text(nonce, Error::UnwritableReply)?,
                random16.cast::<[u8; 16]>().as_ref(),
            )
        };
        let format = self::format(format)?;
        wxseal_os::fresh(timestamp, nonce, random, |timestamp, nonce, random| {
            let needed = crypt.encrypt_length(message.len(), timestamp, nonce, format)?;
            // SAFETY: the header promises that `out` has `size` bytes that `message` is no part of, and that `length` is
            // writable.
            let out = unsafe { room(needed, out, size, length)? };
            Ok(crypt.encrypt_into(message, timestamp, nonce, random, format, out)?)
        })
    })
}

/// How many bytes of `out` `wxseal_msg_crypt_encrypt` needs at most for a message of `message_length` bytes; 0 if an
/// argument is invalid or the message too long to be sent.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxseal_msg_crypt_encrypt_bound(
    crypt: *const wxseal_msg_crypt,
    message_length: usize,
    format: wxseal_format,
) -> usize {
    let mut bound = 0;
    guard(|| {
        // SAFETY: the header promises that the handle is alive.
        bound = unsafe { alive(crypt)? }.0.encrypt_bound(message_length, self::format(format)?)?;
        Ok(())
    });
    bound
}

/// Checks an EncodingAESKey and, where it is WXSEAL_ERROR_INVALID_KEY, writes to `*position` where its first bad character
/// is: in bytes from the start, counted from 0; the key's length if it is too short. An exception to the rule that outputs
/// are written only on WXSEAL_OK.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxseal_check_encoding_aes_key(
    encoding_aes_key: *const c_char,
    position: *mut usize,
) -> wxseal_status {
    guard(|| {
        if encoding_aes_key.is_null() || position.is_null() {
            return Err(Failure::NullPointer);
        }
        // SAFETY: not NULL, and the header promises that it is NUL-terminated. What is not UTF-8 becomes U+FFFD, which
        // stands where it stood and is as bad a character.
        let key = unsafe { CStr::from_ptr(encoding_aes_key) }.to_string_lossy();
        let checked = MsgCrypt::new("token", &key, "");
        if let Err(Error::InvalidKey { position: bad }) = checked {
            // SAFETY: not NULL, and the header promises that it is writable.
            unsafe { position.write(bad) };
        }
        Ok(checked.map(drop)?)
    })
}
