//! `Message`, of a cloud function's event.

use std::ffi::c_void;
use std::mem::MaybeUninit;
use std::sync::OnceLock;

use wxseal_core::Message;

use crate::argument::{alive, bytes, found, give, put, take_back, wxseal_str};
use crate::status::{guard, wxseal_status};
use crate::value::{lend, wxseal_value};

/// A message or event that did not come over HTTP: a cloud function's. Of a push, `wxseal_incoming_…` says the same.
///
/// Threads: it never changes, so any number of threads may use one at once.
/// Ownership: `wxseal_message_from_cloud_event` gives it to the caller, who gives it back to `wxseal_message_free`. What its
/// functions lend is valid until then.
pub struct wxseal_message {
    message: Message,
    json: OnceLock<String>,
}

/// Reads the `event` object of a cloud function, as JSON, so that one handler serves both ways of receiving. Nothing is
/// verified, since the platform calls a cloud function itself.
///
/// WXSEAL_ERROR_MALFORMED_MESSAGE: it is not a JSON object, or nested deeper than 32.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxseal_message_from_cloud_event(
    event: *const c_void,
    event_length: usize,
    out: Option<&mut MaybeUninit<*mut wxseal_message>>,
) -> wxseal_status {
    // SAFETY: the header promises that `event` has `event_length` bytes.
    let event = unsafe { bytes(event, event_length) };
    let make = || Ok(wxseal_message { message: Message::from_cloud_event(event?)?, json: OnceLock::new() });
    guard(|| give(out, make))
}

/// Frees it. NULL is ignored.
#[unsafe(no_mangle)]
pub extern "C" fn wxseal_message_free(message: Option<Box<wxseal_message>>) {
    take_back(message);
}

/// The message as compact JSON, lent: the view of `wxseal_incoming_message_json`. This and the other texts have `data` NULL if
/// `message` is NULL.
#[unsafe(no_mangle)]
pub extern "C" fn wxseal_message_json(message: Option<&wxseal_message>) -> wxseal_str<'_> {
    found(wxseal_str::NONE, || {
        let message = alive(message)?;
        Ok(wxseal_str::lent(message.json.get_or_init(|| message.message.to_json())))
    })
}

/// A field that is text, lent: what `wxseal_incoming_text` is of a push.
#[unsafe(no_mangle)]
pub extern "C" fn wxseal_message_text<'a>(
    message: Option<&'a wxseal_message>,
    name: wxseal_str<'_>,
    out: Option<&mut MaybeUninit<wxseal_str<'a>>>,
) -> wxseal_status {
    guard(|| put(out, || Ok(wxseal_str::lent_if(alive(message)?.message.text(name.argument()?)))))
}

/// A field that is a whole number: what `wxseal_incoming_integer` is of a push.
#[unsafe(no_mangle)]
pub extern "C" fn wxseal_message_integer(
    message: Option<&wxseal_message>,
    name: wxseal_str<'_>,
    otherwise: i64,
) -> i64 {
    found(otherwise, || Ok(alive(message)?.message.integer(name.argument()?).unwrap_or(otherwise)))
}

/// A field of any kind, lent: what `wxseal_incoming_get` is of a push.
#[unsafe(no_mangle)]
pub extern "C" fn wxseal_message_get<'a>(
    message: Option<&'a wxseal_message>,
    name: wxseal_str<'_>,
    out: Option<&mut MaybeUninit<Option<&'a wxseal_value>>>,
) -> wxseal_status {
    guard(|| put(out, || Ok(alive(message)?.message.get(name.argument()?).map(lend))))
}

/// The account that the message was sent to, "gh_…" on WeChat, a robot's "aibotid"; not the receive id. Lent; `data` is NULL
/// where there is none.
#[unsafe(no_mangle)]
pub extern "C" fn wxseal_message_to_user_name(message: Option<&wxseal_message>) -> wxseal_str<'_> {
    field(message, Message::to_user_name)
}

/// The user who sent the message: an openid, a member's id on WeCom, the "userid" in a robot's "from". Lent; `data` is NULL
/// where there is none.
#[unsafe(no_mangle)]
pub extern "C" fn wxseal_message_from_user_name(message: Option<&wxseal_message>) -> wxseal_str<'_> {
    field(message, Message::from_user_name)
}

/// "text", "image", "event" …: MsgType, or a robot's "msgtype". Lent; `data` is NULL where there is none.
#[unsafe(no_mangle)]
pub extern "C" fn wxseal_message_msg_type(message: Option<&wxseal_message>) -> wxseal_str<'_> {
    field(message, Message::msg_type)
}

/// Which event it is, where the message's type is "event": Event, or the "eventtype" in a robot's "event". Lent; `data` is NULL
/// where there is none.
#[unsafe(no_mangle)]
pub extern "C" fn wxseal_message_event(message: Option<&wxseal_message>) -> wxseal_str<'_> {
    field(message, Message::event)
}

/// What the open platform tells a third party, "component_verify_ticket" …. Lent; `data` is NULL where there is none.
#[unsafe(no_mangle)]
pub extern "C" fn wxseal_message_info_type(message: Option<&wxseal_message>) -> wxseal_str<'_> {
    field(message, Message::info_type)
}

/// The message's id, `MsgId`, `MsgID` or a robot's `msgid`, as text. Lent; `data` is NULL where there is none.
#[unsafe(no_mangle)]
pub extern "C" fn wxseal_message_msg_id(message: Option<&wxseal_message>) -> wxseal_str<'_> {
    field(message, Message::msg_id)
}

/// When the platform made the message, in seconds since 1970: what `wxseal_incoming_create_time` is of a push.
#[unsafe(no_mangle)]
pub extern "C" fn wxseal_message_create_time(message: Option<&wxseal_message>) -> i64 {
    message.and_then(|message| message.message.create_time()).unwrap_or_default()
}

/// What the message is known by when it is delivered again, lent: 40 hexadecimal digits, a hash that holds no openid. Two
/// messages share it only if they are the same.
#[unsafe(no_mangle)]
pub extern "C" fn wxseal_message_dedup_key(message: Option<&wxseal_message>) -> wxseal_str<'_> {
    field(message, |message| Some(message.dedup_key()))
}

/// A field that has a name of its own.
fn field(message: Option<&wxseal_message>, find: impl FnOnce(&Message) -> Option<&str>) -> wxseal_str<'_> {
    found(wxseal_str::NONE, || Ok(wxseal_str::lent_if(find(&alive(message)?.message))))
}
