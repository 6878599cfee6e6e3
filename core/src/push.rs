use std::borrow::Cow;
use std::fmt;
use std::sync::{Arc, OnceLock};

use crate::message::Header;
use crate::query::Stamp;
use crate::response::Response;
use crate::widget::WidgetQuery;
use crate::{Error, Format, Message, MsgCrypt};

/// A verified message or event, and the ways to answer it.
///
/// Every answer is complete: in the push's own format, From and To swapped, and, once it is
/// [sealed](crate::Answer::seal), sealed by the settings that opened the push, with its nonce.
#[derive(Clone)]
pub struct Push {
    bytes: Vec<u8>,
    header: Header,
    message: OnceLock<Result<Message, Error>>,
    format: Format,
    /// What opened it, and seals the answer; `None` on a plain endpoint.
    crypt: Option<Arc<MsgCrypt>>,
    nonce: String,
    replay_key: String,
}

impl Push {
    pub(crate) fn new(
        bytes: Vec<u8>,
        header: Header,
        format: Format,
        crypt: Option<Arc<MsgCrypt>>,
        nonce: &str,
        replay_key: &str,
    ) -> Self {
        let (nonce, replay_key) = (nonce.to_owned(), replay_key.to_owned());
        Push { bytes, header, message: OnceLock::new(), format, crypt, nonce, replay_key }
    }

    /// The message, parsed when this is first called.
    ///
    /// # Errors
    /// [`Error::MalformedMessage`]: it is not one XML document or JSON object, or nested deeper than 32.
    pub fn message(&self) -> Result<&Message, Error> {
        self.message.get_or_init(|| Message::read(&self.bytes)).as_ref().map_err(|error| *error)
    }

    /// The message as the platform wrote it.
    #[must_use]
    pub fn message_bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The format of the request's body, which the answer has too.
    #[must_use]
    pub fn format(&self) -> Format {
        self.format
    }

    /// What the message is known by when it is delivered again: see [`Message::dedup_key`].
    ///
    /// # Errors
    /// [`Error::MalformedMessage`]: as for [`message`](Push::message).
    pub fn dedup_key(&self) -> Result<&str, Error> {
        self.message().map(Message::dedup_key)
    }

    /// What this very request is known by: its signature. A replay has the same; the platform's own retry has another.
    #[must_use]
    pub fn replay_key(&self) -> &str {
        &self.replay_key
    }

    /// What a user searched for, of a `wxa_widget_data` event.
    ///
    /// # Errors
    /// [`Error::MalformedMessage`]: the message has no `Query`, or it is not a JSON object. Answer with
    /// [`reply_widget`](Push::reply_widget) and an `err_code` of -2 then.
    pub fn widget_query(&self) -> Result<WidgetQuery, Error> {
        WidgetQuery::read(self.message()?)
    }

    /// `success`: received, and nothing to say. Never sealed.
    #[must_use]
    pub fn success(&self) -> Response {
        Response::text("success")
    }

    /// The empty body: received, and nothing to say. Never sealed.
    #[must_use]
    pub fn empty(&self) -> Response {
        Response::text("")
    }

    /// Who sent the message and whom it was sent to: the To and the From of an answer. A robot's has none.
    pub(crate) fn sender_and_account(&self) -> Option<(&str, &str)> {
        match &self.header {
            Header { to_user_name: Some(account), from_user_name: Some(sender), is_robots: false, .. } => {
                Some((sender, account))
            }
            _ => None,
        }
    }

    /// Whether it came to a smart robot of WeCom, whose answers are JSON.
    pub(crate) fn is_robots(&self) -> bool {
        self.header.is_robots && self.format == Format::Json
    }

    /// Whether a user sent it.
    pub(crate) fn is_users(&self) -> bool {
        self.header.msg_type.as_deref().is_some_and(|msg_type| msg_type != "event")
    }

    /// Seals a document as the push was.
    pub(crate) fn seal(&self, document: Cow<'_, [u8]>, now: u64, random: &[u8; 16]) -> Result<Response, Error> {
        let timestamp = now.to_string();
        let stamp = Stamp::for_reply(&timestamp, &self.nonce)?;
        let body = match &self.crypt {
            Some(crypt) => crypt.encrypt_stamped(&document, stamp, self.format, random)?.into_bytes(),
            // What cannot be written sealed is not written in clear: it would come to light only when the mode changes.
            None => document.into_owned(),
        };
        Ok(Response::document(self.format, body))
    }
}

/// Shows the format and the kind of message; never what it says, or the settings that opened it.
impl fmt::Debug for Push {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Push")
            .field("format", &self.format)
            .field("msg_type", &self.header.msg_type)
            .finish_non_exhaustive()
    }
}
