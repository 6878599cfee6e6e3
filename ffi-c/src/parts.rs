//! The parts of an envelope.

use std::ffi::c_void;
use std::mem::MaybeUninit;

use wxseal_core::{Opened, Sealed, Stamp};

use crate::argument::{alive, bytes, give, random, take_back, wxseal_str};
use crate::msg_crypt::wxseal_msg_crypt;
use crate::status::{guard, wxseal_status};

/// A sealed message in its parts: what an envelope is written from.
///
/// Threads: it never changes, so any number of threads may use one at once.
/// Ownership: `wxseal_msg_crypt_seal` gives it to the caller, who gives it back to `wxseal_sealed_free`. What its functions
/// lend is valid until then.
pub struct wxseal_sealed(Sealed);

/// A message, and the receive id that stood behind it.
///
/// Threads: it never changes, so any number of threads may use one at once.
/// Ownership: `wxseal_msg_crypt_open` gives it to the caller, who gives it back to `wxseal_opened_free`. What its functions
/// lend is valid until then.
pub struct wxseal_opened(Opened);

/// Pads, encrypts and signs a message, for gateways and drop-ins that have an envelope of their own: where it is the
/// platform's, `wxseal_msg_crypt_encrypt` is the one to use. `timestamp`, `nonce`, `random16` and the errors are its own.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxseal_msg_crypt_seal(
    crypt: Option<&wxseal_msg_crypt>,
    message: *const c_void,
    message_length: usize,
    timestamp: wxseal_str<'_>,
    nonce: wxseal_str<'_>,
    random16: *const u8,
    out: Option<&mut MaybeUninit<*mut wxseal_sealed>>,
) -> wxseal_status {
    let make = || {
        // SAFETY: the header promises that `message` has `message_length` bytes, and `random16` 16 or none.
        let (message, random) = unsafe { (bytes(message, message_length)?, random(random16)) };
        let crypt = &alive(crypt)?.0;
        wxseal_os::fresh(timestamp.optional_bytes()?, nonce.optional_bytes()?, random, |stamp, random| {
            Ok(wxseal_sealed(crypt.seal(message, stamp, random)?))
        })
    };
    guard(|| give(out, make))
}

/// Frees it. NULL is ignored.
#[unsafe(no_mangle)]
pub extern "C" fn wxseal_sealed_free(sealed: Option<Box<wxseal_sealed>>) {
    take_back(sealed);
}

/// The cipher text, in base64, lent; this and the other parts have `data` NULL if `sealed` is NULL.
#[unsafe(no_mangle)]
pub extern "C" fn wxseal_sealed_encrypt(sealed: Option<&wxseal_sealed>) -> wxseal_str<'_> {
    wxseal_str::lent_if(sealed.map(|sealed| &*sealed.0.encrypt))
}

/// The signature over Token, timestamp, nonce and the cipher text, 40 lower-case hexadecimal digits, lent.
#[unsafe(no_mangle)]
pub extern "C" fn wxseal_sealed_msg_signature(sealed: Option<&wxseal_sealed>) -> wxseal_str<'_> {
    wxseal_str::lent_if(sealed.map(|sealed| &*sealed.0.msg_signature))
}

/// The timestamp that was signed, lent.
#[unsafe(no_mangle)]
pub extern "C" fn wxseal_sealed_timestamp(sealed: Option<&wxseal_sealed>) -> wxseal_str<'_> {
    wxseal_str::lent_if(sealed.map(|sealed| &*sealed.0.timestamp))
}

/// The nonce that was signed, lent.
#[unsafe(no_mangle)]
pub extern "C" fn wxseal_sealed_nonce(sealed: Option<&wxseal_sealed>) -> wxseal_str<'_> {
    wxseal_str::lent_if(sealed.map(|sealed| &*sealed.0.nonce))
}

/// Verifies and decrypts a bare cipher text, for a server that cannot know the receive id beforehand, such as one data
/// callback for all the corps of a suite, and for gateways and drop-ins that have an envelope of their own.
///
/// The receive id is the caller's to check: `wxseal_msg_crypt_decrypt` holds it against the one that is set, and is the one
/// to use everywhere else; the one that is set does not count here.
///
/// WXSEAL_ERROR_MALFORMED_QUERY; WXSEAL_ERROR_MALFORMED_ENVELOPE: the cipher text is larger than the largest body. Then those
/// of `wxseal_msg_crypt_decrypt` from the signature on, but for the receive id.
#[unsafe(no_mangle)]
pub extern "C" fn wxseal_msg_crypt_open(
    crypt: Option<&wxseal_msg_crypt>,
    msg_signature: wxseal_str<'_>,
    timestamp: wxseal_str<'_>,
    nonce: wxseal_str<'_>,
    encrypt: wxseal_str<'_>,
    out: Option<&mut MaybeUninit<*mut wxseal_opened>>,
) -> wxseal_status {
    let make = || {
        let stamp = Stamp::new(timestamp.bytes()?, nonce.bytes()?)?;
        Ok(wxseal_opened(alive(crypt)?.0.open(msg_signature.bytes()?, stamp, encrypt.bytes()?)?))
    };
    guard(|| give(out, make))
}

/// Frees it. NULL is ignored.
#[unsafe(no_mangle)]
pub extern "C" fn wxseal_opened_free(opened: Option<Box<wxseal_opened>>) {
    take_back(opened);
}

/// The message as the platform wrote it, lent; this and the receive id have `data` NULL if `opened` is NULL.
#[unsafe(no_mangle)]
pub extern "C" fn wxseal_opened_message(opened: Option<&wxseal_opened>) -> wxseal_str<'_> {
    opened.map_or(wxseal_str::NONE, |opened| wxseal_str::lent(&opened.0.message))
}

/// Whom the message is addressed to, lent. Nobody has compared it with anything.
#[unsafe(no_mangle)]
pub extern "C" fn wxseal_opened_receive_id(opened: Option<&wxseal_opened>) -> wxseal_str<'_> {
    wxseal_str::lent_if(opened.map(|opened| &*opened.0.receive_id))
}
