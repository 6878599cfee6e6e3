//! The answers that WeCom's smart robots take.

use std::ffi::c_char;

use wxseal_core::{Error, StreamAnswer};

use crate::argument::{alive, optional_text};
use crate::incoming::{answer, reply_text, wxseal_incoming};
use crate::response::wxseal_response;
use crate::status::{Failure, guard, wxseal_status};

/// What a robot says, all of it or so far. Until `finish`, WeCom asks for more by messages whose msgtype is "stream", for up
/// to six minutes; each is answered with the whole text so far. All texts are NUL-terminated UTF-8.
#[repr(C)]
pub struct wxseal_stream_answer {
    /// Which stream it is: at first a name of the server's own, then the "id" in the "stream" of the message.
    pub id: *const c_char,
    /// The whole text so far, as Markdown; WeCom takes 20480 bytes.
    pub content: *const c_char,
    /// Whether this is all of it: 0 if not.
    pub finish: i32,
    /// Pictures, which WeCom takes when the stream finishes: the text of a JSON array; or NULL.
    pub msg_item: *const c_char,
    /// How feedback_events will name the answer; of the first answer alone; or NULL.
    pub feedback_id: *const c_char,
}

/// Answers a smart robot's enter_chat event with a text, which a robot takes nowhere else.
///
/// This and all other answers to a robot are JSON without From and To, sealed as the push was. `now` and `random16` are those
/// of `wxseal_incoming_reply_text`; a card is the text of a JSON object, which is sent as it is given.
///
/// WXSEAL_ERROR_UNWRITABLE_REPLY: the push is not a robot's, or a card is not a JSON object.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxseal_incoming_reply_welcome(
    incoming: *const wxseal_incoming,
    content: *const c_char,
    now: u64,
    random16: *const u8,
    out: *mut *mut wxseal_response,
) -> wxseal_status {
    // SAFETY: the header promises that handle, texts, random bytes and `out` are NULL or what they should be.
    guard(|| unsafe {
        let content = reply_text(content)?;
        answer(incoming, now, random16, out, |push, now, random| push.reply_welcome(content, now, random))
    })
}

/// Answers a robot's message with a text, all of it or so far.
///
/// WXSEAL_ERROR_UNWRITABLE_REPLY: of `wxseal_incoming_reply_welcome`; also for a `msg_item` that is not a JSON array.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxseal_incoming_reply_stream(
    incoming: *const wxseal_incoming,
    stream: *const wxseal_stream_answer,
    now: u64,
    random16: *const u8,
    out: *mut *mut wxseal_response,
) -> wxseal_status {
    // SAFETY: the header promises that handle, stream, random bytes and `out` are NULL or what they should be.
    guard(|| unsafe {
        let stream = stream_answer(stream)?;
        answer(incoming, now, random16, out, |push, now, random| push.reply_stream(&stream, now, random))
    })
}

/// Answers a robot's message or enter_chat event with a card. Errors: of `wxseal_incoming_reply_welcome`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxseal_incoming_reply_template_card(
    incoming: *const wxseal_incoming,
    card: *const c_char,
    now: u64,
    random16: *const u8,
    out: *mut *mut wxseal_response,
) -> wxseal_status {
    // SAFETY: the header promises that handle, texts, random bytes and `out` are NULL or what they should be.
    guard(|| unsafe {
        let card = reply_text(card)?;
        answer(incoming, now, random16, out, |push, now, random| push.reply_template_card(card, now, random))
    })
}

/// Answers a robot's message with a text and, once in its stream, a card; else `card` is NULL.
///
/// WXSEAL_ERROR_UNWRITABLE_REPLY: of `wxseal_incoming_reply_stream`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxseal_incoming_reply_stream_with_template_card(
    incoming: *const wxseal_incoming,
    stream: *const wxseal_stream_answer,
    card: *const c_char,
    now: u64,
    random16: *const u8,
    out: *mut *mut wxseal_response,
) -> wxseal_status {
    // SAFETY: the header promises that handle, stream, texts, random bytes and `out` are NULL or what they should be.
    guard(|| unsafe {
        let (stream, card) = (stream_answer(stream)?, optional_text(card, Error::UnwritableReply)?);
        answer(incoming, now, random16, out, |push, now, random| {
            push.reply_stream_with_template_card(&stream, card, now, random)
        })
    })
}

/// Answers a robot's template_card_event with what the card is to be from now on; its task_id must be the event's. In a group,
/// `userids` are the `count` users, at least one, for whom it is; NULL for everybody.
///
/// WXSEAL_ERROR_UNWRITABLE_REPLY: of `wxseal_incoming_reply_welcome`; also for a `count` of 0 where `userids` is not NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxseal_incoming_update_template_card(
    incoming: *const wxseal_incoming,
    card: *const c_char,
    userids: *const *const c_char,
    count: usize,
    now: u64,
    random16: *const u8,
    out: *mut *mut wxseal_response,
) -> wxseal_status {
    // SAFETY: the header promises that handle, texts, random bytes and `out` are NULL or what they should be, and that
    // `userids` is NULL or has `count` texts.
    guard(|| unsafe {
        let card = reply_text(card)?;
        let userids = match (userids.is_null(), count) {
            (true, 0) => None,
            (true, _) => return Err(Failure::NullPointer),
            (false, _) => Some((0..count).map(|index| reply_text(*userids.add(index))).collect::<Result<Vec<_>, _>>()?),
        };
        answer(incoming, now, random16, out, |push, now, random| {
            push.update_template_card(card, userids.as_deref(), now, random)
        })
    })
}

/// # Safety
/// `stream` is NULL or points to one whose texts are NULL or NUL-terminated, and which nobody changes while the result lives.
unsafe fn stream_answer<'a>(stream: *const wxseal_stream_answer) -> Result<StreamAnswer<'a>, Failure> {
    // SAFETY: the caller promises it.
    unsafe {
        let stream = alive(stream)?;
        Ok(StreamAnswer {
            id: reply_text(stream.id)?,
            content: reply_text(stream.content)?,
            finish: stream.finish != 0,
            msg_item: optional_text(stream.msg_item, Error::UnwritableReply)?,
            feedback_id: optional_text(stream.feedback_id, Error::UnwritableReply)?,
        })
    }
}
