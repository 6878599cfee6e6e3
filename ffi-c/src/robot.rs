//! The answers that WeCom's smart robots take.

use std::mem::MaybeUninit;

use wxseal_core::StreamAnswer;

use crate::argument::{alive, slice, wxseal_str};
use crate::incoming::wxseal_incoming;
use crate::reply::reply;
use crate::response::wxseal_response;
use crate::status::{Failure, wxseal_status};

/// What a robot says, all of it or so far. Until `finish`, WeCom asks for more by messages whose msgtype is "stream", for up
/// to six minutes; each is answered with the whole text so far.
#[repr(C)]
pub struct wxseal_stream_answer<'a> {
    /// Which stream it is: at first a name of the server's own, then the "id" in the "stream" of the message.
    pub id: wxseal_str<'a>,
    /// The whole text so far, as Markdown; WeCom takes 20480 bytes.
    pub content: wxseal_str<'a>,
    /// Whether this is all of it: 0 if not.
    pub finish: i32,
    /// Pictures, which WeCom takes when the stream finishes: the text of a JSON array; may be left out.
    pub msg_item: wxseal_str<'a>,
    /// How feedback_events will name the answer; of the first answer alone; may be left out.
    pub feedback_id: wxseal_str<'a>,
}

impl<'a> wxseal_stream_answer<'a> {
    fn read(&self) -> Result<StreamAnswer<'a>, Failure> {
        Ok(StreamAnswer {
            id: self.id.answer()?,
            content: self.content.answer()?,
            finish: self.finish != 0,
            msg_item: self.msg_item.optional_answer()?,
            feedback_id: self.feedback_id.optional_answer()?,
        })
    }
}

/// Answers a smart robot's enter_chat event with a text, which a robot takes nowhere else.
///
/// This and all other answers to a robot are JSON without From and To, sealed as the push was. A card is the text of a JSON
/// object, which is sent as it is given.
///
/// WXSEAL_ERROR_UNWRITABLE_REPLY: the push is not a robot's, a card is not a JSON object, or a text is not UTF-8.
#[unsafe(no_mangle)]
pub extern "C" fn wxseal_incoming_reply_welcome(
    incoming: Option<&wxseal_incoming>,
    content: wxseal_str<'_>,
    out: Option<&mut MaybeUninit<*mut wxseal_response>>,
) -> wxseal_status {
    reply(incoming, out, |push| Ok(push.reply_welcome(content.bytes()?)?))
}

/// Answers a robot's message with a text, all of it or so far.
///
/// WXSEAL_ERROR_UNWRITABLE_REPLY: of `wxseal_incoming_reply_welcome`; also for a `msg_item` that is not a JSON array.
#[unsafe(no_mangle)]
pub extern "C" fn wxseal_incoming_reply_stream(
    incoming: Option<&wxseal_incoming>,
    stream: Option<&wxseal_stream_answer<'_>>,
    out: Option<&mut MaybeUninit<*mut wxseal_response>>,
) -> wxseal_status {
    reply(incoming, out, |push| Ok(push.reply_stream(&alive(stream)?.read()?)?))
}

/// Answers a robot's message or enter_chat event with a card. Errors: of `wxseal_incoming_reply_welcome`.
#[unsafe(no_mangle)]
pub extern "C" fn wxseal_incoming_reply_template_card(
    incoming: Option<&wxseal_incoming>,
    card: wxseal_str<'_>,
    out: Option<&mut MaybeUninit<*mut wxseal_response>>,
) -> wxseal_status {
    reply(incoming, out, |push| Ok(push.reply_template_card(card.bytes()?)?))
}

/// Answers a robot's message with a text and, once in its stream, a card; else `card` is left out.
///
/// WXSEAL_ERROR_UNWRITABLE_REPLY: of `wxseal_incoming_reply_stream`.
#[unsafe(no_mangle)]
pub extern "C" fn wxseal_incoming_reply_stream_with_template_card(
    incoming: Option<&wxseal_incoming>,
    stream: Option<&wxseal_stream_answer<'_>>,
    card: wxseal_str<'_>,
    out: Option<&mut MaybeUninit<*mut wxseal_response>>,
) -> wxseal_status {
    reply(incoming, out, |push| {
        Ok(push.reply_stream_with_template_card(&alive(stream)?.read()?, card.optional_answer()?)?)
    })
}

/// Answers a robot's template_card_event with what the card is to be from now on; its task_id must be the event's. In a group,
/// `userids` are the `count` users, at least one, for whom it is; NULL for everybody.
///
/// WXSEAL_ERROR_UNWRITABLE_REPLY: of `wxseal_incoming_reply_welcome`; also for a `count` of 0 where `userids` is not NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxseal_incoming_update_template_card(
    incoming: Option<&wxseal_incoming>,
    card: wxseal_str<'_>,
    userids: *const wxseal_str<'_>,
    count: usize,
    out: Option<&mut MaybeUninit<*mut wxseal_response>>,
) -> wxseal_status {
    let everybody = userids.is_null();
    // SAFETY: the header promises that there are `count` texts.
    let userids = unsafe { slice(userids, count) };
    reply(incoming, out, |push| {
        let userids: Vec<&str> = userids?.iter().map(|userid| userid.answer()).collect::<Result<_, _>>()?;
        Ok(push.update_template_card(card.bytes()?, (!everybody).then_some(&userids))?)
    })
}
