//! `MsgCrypt`.

use std::ffi::c_void;
use std::mem::MaybeUninit;
use std::sync::Arc;

use wxseal_core::buffer::{self, Reply};
use wxseal_core::{Dialect, MsgCrypt};

use crate::argument::{Output, alive, bytes, dialect, format, found, give, random, take_back, wxseal_str};
use crate::status::{guard, wxseal_status};
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
/// white space. WXSEAL_ERROR_INVALID_KEY: the EncodingAESKey is not 43 characters of base64; `wxseal_last_error_details` says
/// where.
#[unsafe(no_mangle)]
pub extern "C" fn wxseal_msg_crypt_new(
    token: wxseal_str<'_>,
    encoding_aes_key: wxseal_str<'_>,
    receive_id: wxseal_str<'_>,
    out: Option<&mut MaybeUninit<*mut wxseal_msg_crypt>>,
) -> wxseal_status {
    wxseal_msg_crypt_new_with(token, encoding_aes_key, receive_id, WXSEAL_DEFAULT_DIALECT, 0, out)
}

/// Like `wxseal_msg_crypt_new`, with the dialect of JSON replies and the largest body that is read, in bytes; 0 is
/// `WXSEAL_DEFAULT_MAX_BODY`.
#[unsafe(no_mangle)]
pub extern "C" fn wxseal_msg_crypt_new_with(
    token: wxseal_str<'_>,
    encoding_aes_key: wxseal_str<'_>,
    receive_id: wxseal_str<'_>,
    dialect: wxseal_dialect,
    max_body: usize,
    out: Option<&mut MaybeUninit<*mut wxseal_msg_crypt>>,
) -> wxseal_status {
    let make = || {
        let dialect = self::dialect(dialect)?;
        let max_body = if max_body == 0 { MsgCrypt::DEFAULT_MAX_BODY } else { max_body };
        let crypt = MsgCrypt::new(token.bytes()?, encoding_aes_key.bytes()?, receive_id.bytes()?)?;
        Ok(wxseal_msg_crypt(Arc::new(crypt.dialect(dialect).max_body(max_body))))
    };
    guard(|| give(out, make))
}

/// Wipes and frees it. NULL is ignored.
#[unsafe(no_mangle)]
pub extern "C" fn wxseal_msg_crypt_free(crypt: Option<Box<wxseal_msg_crypt>>) {
    take_back(crypt);
}

/// Answers WeCom's URL check: verifies and decrypts its echostr, and writes what to answer with to `out`.
///
/// On WeChat the echostr is not encrypted: call `wxseal_verify_signature` and answer with the echostr as received.
///
/// `echostr.length` bytes of `out` are always enough. Errors: those of `wxseal_msg_crypt_decrypt`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxseal_msg_crypt_verify_url(
    crypt: Option<&wxseal_msg_crypt>,
    msg_signature: wxseal_str<'_>,
    timestamp: wxseal_str<'_>,
    nonce: wxseal_str<'_>,
    echostr: wxseal_str<'_>,
    out: *mut c_void,
    size: usize,
    length: Option<&mut MaybeUninit<usize>>,
) -> wxseal_status {
    guard(|| {
        // SAFETY: the header promises that `out` has `size` bytes.
        let output = unsafe { Output::new(out, size, length)? };
        let (timestamp, nonce) = (timestamp.bytes()?, nonce.bytes()?);
        output.write(&alive(crypt)?.0.verify_url(msg_signature.bytes()?, timestamp, nonce, echostr.bytes()?)?)
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
    crypt: Option<&wxseal_msg_crypt>,
    msg_signature: wxseal_str<'_>,
    timestamp: wxseal_str<'_>,
    nonce: wxseal_str<'_>,
    body: *const c_void,
    body_length: usize,
    out: *mut c_void,
    size: usize,
    length: Option<&mut MaybeUninit<usize>>,
) -> wxseal_status {
    guard(|| {
        // SAFETY: the header promises that `out` has `size` bytes, and `body` `body_length`.
        let (output, body) = unsafe { (Output::new(out, size, length)?, bytes(body, body_length)?) };
        let (crypt, msg_signature) = (&alive(crypt)?.0, msg_signature.bytes()?);
        buffer::decrypt(crypt, msg_signature, timestamp.bytes()?, nonce.bytes()?, body, |message| {
            output.write(message)
        })?
    })
}

/// Encrypts and signs a reply, and writes the finished envelope, the body to answer with, to `out`; no NUL is added. `out`
/// and `message` must not overlap.
///
/// `message` is the reply's XML or JSON and `format` the format of the push. `timestamp` is the current time in seconds
/// as text, left out for the system's; `nonce` is the push's, left out for 16 fresh hexadecimal digits; `random16` is 16 fresh
/// random bytes, NULL for the operating system's, as every message needs its own.
///
/// The bodies "success" and "" are never encrypted: answer with them as they are.
///
/// WXSEAL_ERROR_UNWRITABLE_REPLY: the timestamp is not 1 to 13 digits without a leading zero, the nonce not 1 to 63 of
/// A-Z a-z 0-9 _ -, the message 4 GiB or longer, or the operating system has no random bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxseal_msg_crypt_encrypt(
    crypt: Option<&wxseal_msg_crypt>,
    message: *const c_void,
    message_length: usize,
    timestamp: wxseal_str<'_>,
    nonce: wxseal_str<'_>,
    format: wxseal_format,
    random16: *const u8,
    out: *mut c_void,
    size: usize,
    length: Option<&mut MaybeUninit<usize>>,
) -> wxseal_status {
    guard(|| {
        // SAFETY: the header promises that `out` has `size` bytes, `message` `message_length`, and `random16` 16 or none.
        let (output, message, random) =
            unsafe { (Output::new(out, size, length)?, bytes(message, message_length)?, random(random16)) };
        let (crypt, format) = (&alive(crypt)?.0, self::format(format)?);
        wxseal_os::fresh(timestamp.optional_bytes()?, nonce.optional_bytes()?, random, |stamp, random| {
            let reply = Reply::new(crypt, message, stamp, format)?;
            // SAFETY: the header promises that `message` is no part of `out`.
            Ok(reply.seal_into(random, unsafe { output.room(reply.length())? })?)
        })
    })
}

/// How many bytes of `out` `wxseal_msg_crypt_encrypt` needs at most for a message of `message_length` bytes; 0 if an
/// argument is invalid or the message too long to be sent.
#[unsafe(no_mangle)]
pub extern "C" fn wxseal_msg_crypt_encrypt_bound(
    crypt: Option<&wxseal_msg_crypt>,
    message_length: usize,
    format: wxseal_format,
) -> usize {
    found(0, || Ok(buffer::bound(&alive(crypt)?.0, message_length, self::format(format)?)?))
}
