//! `Message`, of a cloud function's event.

use std::ffi::{CString, c_char};
use std::sync::OnceLock;

use wxseal_core::{Message, Setting};

use crate::argument::{alive, bytes, give, lend, lend_optional, lend_text, take_back, text};
use crate::status::{guard, wxseal_status};
use crate::value::{found, lend_value_to, wxseal_value};

/// A message or event that did not come over HTTP: a cloud function's. Of a push, `wxseal_incoming_…` says the same.
///
/// Threads: it never changes, so any number of threads may use one at once.
/// Ownership: `wxseal_message_from_cloud_event` gives it to the caller, who gives it back to `wxseal_message_free`. What its
/// functions lend is valid until then.
pub struct wxseal_message {
    message: Message,
    json: OnceLock<CString>,
    dedup_key: OnceLock<CString>,
}

/// Reads the `event` object of a cloud function, as JSON, so that one handler serves both ways of receiving. Nothing is
/// verified, since the platform calls a cloud function itself.
///
/// WXSEAL_ERROR_MALFORMED_MESSAGE: it is not a JSON object, or nested deeper than 32.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxseal_message_from_cloud_event(
    event: *const u8,
    event_length: usize,
    out: *mut *mut wxseal_message,
) -> wxseal_status {
    // SAFETY: the header promises that `event` has `event_length` bytes, and that `out` is NULL or writable.
    guard(|| unsafe {
        let event = bytes(event, event_length)?;
        let make = || {
            let message = Message::from_cloud_event(event)?;
            Ok(wxseal_message { message, json: OnceLock::new(), dedup_key: OnceLock::new() })
        };
        give(make, out)
    })
}

/// Frees it. NULL is ignored.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxseal_message_free(message: *mut wxseal_message) {
    // SAFETY: the header promises that it came from this library and is freed once.
    unsafe { take_back(message) }
}

/// The message as compact JSON, lent and NUL-terminated: the view of `wxseal_incoming_message_json`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxseal_message_json(
    message: *const wxseal_message,
    json: *mut *const c_char,
    length: *mut usize,
) -> wxseal_status {
    guard(|| {
        // SAFETY: the header promises that it is NULL or alive.
        let message = unsafe { alive(message)? };
        let text = message.json.get_or_init(|| CString::new(message.message.to_json()).unwrap_or_default());
        // SAFETY: the header promises that `json` and `length` are NULL or writable.
        unsafe { lend(text.as_bytes(), json.cast(), length) }
    })
}

/// A field that is text, lent: what `wxseal_incoming_text` is of a push.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxseal_message_text(
    message: *const wxseal_message,
    name: *const c_char,
    text: *mut *const c_char,
    length: *mut usize,
) -> wxseal_status {
    // SAFETY: the header promises that the handle is NULL or alive, that the name is NULL or NUL-terminated, and that `text`
    // and `length` are NULL or writable.
    guard(|| unsafe {
        let (message, name) = (alive(message)?, self::text(name, Setting::Argument)?);
        lend_optional(message.message.text(name), text, length)
    })
}

/// A field that is a whole number: what `wxseal_incoming_integer` is of a push.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxseal_message_integer(
    message: *const wxseal_message,
    name: *const c_char,
    otherwise: i64,
) -> i64 {
    // SAFETY: the header promises that the handle is NULL or alive, and that the name is NULL or NUL-terminated.
    found(otherwise, || unsafe {
        let (message, name) = (alive(message)?, text(name, Setting::Argument)?);
        Ok(message.message.integer(name).unwrap_or(otherwise))
    })
}

/// A field of any kind, lent: what `wxseal_incoming_get` is of a push.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxseal_message_get(
    message: *const wxseal_message,
    name: *const c_char,
    value: *mut *const wxseal_value,
) -> wxseal_status {
    // SAFETY: the header promises that the handle is NULL or alive, that the name is NULL or NUL-terminated, and that `value`
    // is NULL or writable.
    guard(|| unsafe {
        let (message, name) = (alive(message)?, text(name, Setting::Argument)?);
        lend_value_to(message.message.get(name), value)
    })
}

/// The account that the message was sent to, "gh_…" on WeChat, a robot's "aibotid"; not the receive id; lent and not NUL-terminated. `*text` is NULL where there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxseal_message_to_user_name(
    message: *const wxseal_message,
    text: *mut *const c_char,
    length: *mut usize,
) -> wxseal_status {
    // SAFETY: the header promises that the handle is NULL or alive, and that `text` and `length` are NULL or writable.
    guard(|| unsafe { lend_optional(alive(message)?.message.to_user_name(), text, length) })
}

/// The user who sent the message: an openid, a member's id on WeCom, the "userid" in a robot's "from"; lent and not NUL-terminated. `*text` is NULL where there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxseal_message_from_user_name(
    message: *const wxseal_message,
    text: *mut *const c_char,
    length: *mut usize,
) -> wxseal_status {
    // SAFETY: the header promises that the handle is NULL or alive, and that `text` and `length` are NULL or writable.
    guard(|| unsafe { lend_optional(alive(message)?.message.from_user_name(), text, length) })
}

/// "text", "image", "event" …: MsgType, or a robot's "msgtype"; lent and not NUL-terminated. `*text` is NULL where there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxseal_message_msg_type(
    message: *const wxseal_message,
    text: *mut *const c_char,
    length: *mut usize,
) -> wxseal_status {
    // SAFETY: the header promises that the handle is NULL or alive, and that `text` and `length` are NULL or writable.
    guard(|| unsafe { lend_optional(alive(message)?.message.msg_type(), text, length) })
}

/// Which event it is, where the message's type is "event": Event, or the "eventtype" in a robot's "event"; lent and not NUL-terminated. `*text` is NULL where there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxseal_message_event(
    message: *const wxseal_message,
    text: *mut *const c_char,
    length: *mut usize,
) -> wxseal_status {
    // SAFETY: the header promises that the handle is NULL or alive, and that `text` and `length` are NULL or writable.
    guard(|| unsafe { lend_optional(alive(message)?.message.event(), text, length) })
}

/// The message's id, `MsgId`, `MsgID` or a robot's `msgid`, as text; lent and not NUL-terminated. `*text` is NULL where there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxseal_message_msg_id(
    message: *const wxseal_message,
    text: *mut *const c_char,
    length: *mut usize,
) -> wxseal_status {
    // SAFETY: the header promises that the handle is NULL or alive, and that `text` and `length` are NULL or writable.
    guard(|| unsafe { lend_optional(alive(message)?.message.msg_id(), text, length) })
}

/// When the platform made the message, in seconds since 1970: what `wxseal_incoming_create_time` is of a push.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxseal_message_create_time(message: *const wxseal_message) -> i64 {
    // SAFETY: the header promises that it is NULL or alive.
    let message = unsafe { alive(message) };
    message.ok().and_then(|message| message.message.create_time()).unwrap_or_default()
}

/// What the message is known by when it is delivered again, lent and NUL-terminated: 40 hexadecimal
/// digits, a hash that holds no openid. Two messages share it only if they are the same.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxseal_message_dedup_key(
    message: *const wxseal_message,
    key: *mut *const c_char,
) -> wxseal_status {
    guard(|| {
        // SAFETY: the header promises that it is NULL or alive.
        let message = unsafe { alive(message)? };
        let text = message.dedup_key.get_or_init(|| CString::new(message.message.dedup_key()).unwrap_or_default());
        // SAFETY: the header promises that `key` is NULL or writable.
        unsafe { lend_text(text, key) }
    })
}
