//! The answers that WeCom's smart robots take (protocol.md, "Messages"): JSON without From and To.

use crate::document::json::{is_array, is_object, literal};
use crate::document::write::{Field, given, object};
use crate::push::Push;
use crate::{Answer, Error};

/// What a robot says, all of it or so far.
///
/// Until [`finish`](StreamAnswer::finish), WeCom asks for more by messages whose `msgtype` is `stream`, for up to six
/// minutes; each is answered with the whole text so far.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct StreamAnswer<'a> {
    /// Which stream it is: at first a name of the server's own, then the `id` in the `stream` of the message.
    pub id: &'a str,
    /// The whole text so far, as Markdown; WeCom takes 20480 bytes.
    pub content: &'a str,
    /// Whether this is all of it.
    pub finish: bool,
    /// Pictures, which WeCom takes when the stream finishes: the text of a JSON array.
    pub msg_item: Option<&'a str>,
    /// How `feedback_event`s will name the answer; of the first answer alone.
    pub feedback_id: Option<&'a str>,
}

impl StreamAnswer<'_> {
    fn field(&self) -> Result<Field<'_>, Error> {
        Ok(Field::Group(given([
            ("id", Some(Field::Text(self.id))),
            ("finish", Some(Field::Bool(self.finish))),
            ("content", Some(Field::Text(self.content))),
            ("msg_item", self.msg_item.map(|items| checked(items, is_array)).transpose()?),
            ("feedback", self.feedback_id.map(|id| Field::Group(vec![("id", Field::Text(id))]))),
        ])))
    }
}

/// The answers to a smart robot's message. A card is the text of a JSON object, which is sent as it is given.
///
/// Their errors are [`Error::UnwritableReply`]: the push is not a robot's, a card is no JSON object, or a text is not UTF-8.
impl Push {
    /// Answers an `enter_chat` event with a text, which a robot takes nowhere else;
    /// [`reply_template_card`](Push::reply_template_card) with a card.
    ///
    /// # Errors
    /// [`Error::UnwritableReply`].
    pub fn reply_welcome(&self, content: impl AsRef<[u8]>) -> Result<Answer<'_>, Error> {
        let text = Field::Group(vec![("content", Field::Text(Answer::text_of(content.as_ref())?))]);
        self.reply_to_robot(object(&[("msgtype", Field::Text("text")), ("text", text)]))
    }

    /// Answers a message with a text, all of it or so far.
    ///
    /// # Errors
    /// [`Error::UnwritableReply`]; also for a `msg_item` that is not a JSON array.
    pub fn reply_stream(&self, stream: &StreamAnswer<'_>) -> Result<Answer<'_>, Error> {
        self.reply_to_robot(object(&[("msgtype", Field::Text("stream")), ("stream", stream.field()?)]))
    }

    /// Answers a message or an `enter_chat` event with a card.
    ///
    /// # Errors
    /// [`Error::UnwritableReply`].
    pub fn reply_template_card(&self, card: impl AsRef<[u8]>) -> Result<Answer<'_>, Error> {
        let card = checked(&card, is_object)?;
        self.reply_to_robot(object(&[("msgtype", Field::Text("template_card")), ("template_card", card)]))
    }

    /// Answers a message with a text and, once in its stream, a card.
    ///
    /// # Errors
    /// [`Error::UnwritableReply`]; also for a `msg_item` that is not a JSON array.
    pub fn reply_stream_with_template_card(
        &self,
        stream: &StreamAnswer<'_>,
        card: Option<&str>,
    ) -> Result<Answer<'_>, Error> {
        self.reply_to_robot(object(&given([
            ("msgtype", Some(Field::Text("stream_with_template_card"))),
            ("stream", Some(stream.field()?)),
            ("template_card", card.map(|card| checked(card, is_object)).transpose()?),
        ])))
    }

    /// Answers a `template_card_event` with what the card is to be from now on; its `task_id` must be the event's. In a
    /// group, `userids` says for whom: at least one, or `None` for everybody.
    ///
    /// # Errors
    /// [`Error::UnwritableReply`]; also for `userids` that name nobody.
    pub fn update_template_card(&self, card: impl AsRef<[u8]>, userids: Option<&[&str]>) -> Result<Answer<'_>, Error> {
        if userids.is_some_and(<[_]>::is_empty) {
            return Err(Error::UnwritableReply);
        }
        let userids = userids.map(literal);
        self.reply_to_robot(object(&given([
            ("response_type", Some(Field::Text("update_template_card"))),
            ("userids", userids.as_deref().map(Field::Json)),
            ("template_card", Some(checked(&card, is_object)?)),
        ])))
    }

    fn reply_to_robot(&self, json: String) -> Result<Answer<'_>, Error> {
        if self.is_robots() { Ok(self.reply_raw(json.into_bytes())) } else { Err(Error::UnwritableReply) }
    }
}

/// The caller's own JSON, if it is what it should be.
fn checked<T: AsRef<[u8]> + ?Sized>(json: &T, is_right: impl FnOnce(&str) -> bool) -> Result<Field<'_>, Error> {
    let json = Answer::text_of(json.as_ref())?;
    if is_right(json) { Ok(Field::Json(json)) } else { Err(Error::UnwritableReply) }
}
