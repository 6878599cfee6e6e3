//! Messages, as all formats and a cloud function's event have them.

use napi::bindgen_prelude::{Env, Unknown};
use napi_derive::napi;
use wxseal_core::Message;

use crate::error::Failure;
use crate::handle::{self, Handle};
use crate::payload::Payload;
use crate::push;
use crate::text::{self, Text};

/// What a message says about itself; what it does not say is `undefined`.
#[napi(object, object_from_js = false)]
pub(crate) struct Header {
    /// The account that it was sent to.
    pub to_user_name: Option<Text>,
    /// The user who sent it.
    pub from_user_name: Option<Text>,
    /// When the platform made it, in seconds since 1970.
    pub create_time: Option<i64>,
    /// `text`, `event` …
    pub msg_type: Option<Text>,
    /// Which event it is.
    pub event: Option<Text>,
    /// Its id.
    pub msg_id: Option<Text>,
    /// What the open platform tells.
    pub info_type: Option<Text>,
    /// What tells two deliveries of it from two messages.
    pub dedup_key: Text,
}

impl Header {
    fn new(env: Env, message: &Message) -> Result<Self, Failure> {
        let text = |text| Text::optional(env, text);
        Ok(Header {
            to_user_name: text(message.to_user_name())?,
            from_user_name: text(message.from_user_name())?,
            create_time: message.create_time(),
            msg_type: text(message.msg_type())?,
            event: text(message.event())?,
            msg_id: text(message.msg_id())?,
            info_type: text(message.info_type())?,
            dedup_key: Text::new(env, message.dedup_key())?,
        })
    }
}

/// Reads the JSON of a cloud function's event.
pub(crate) fn message(_: Env, [event]: [Unknown<'_>; 1]) -> Result<Handle<Message>, Failure> {
    // SAFETY: nothing below runs JavaScript.
    let event = unsafe { Payload::new(event, "event must be an object, or its JSON") }?;
    Ok(Handle(Message::from_cloud_event(&event)?))
}

/// What a message says about itself.
pub(crate) fn header(env: Env, [message]: [Unknown<'_>; 1]) -> Result<Header, Failure> {
    Header::new(env, read(message)?)
}

/// The whole message as compact JSON.
pub(crate) fn message_json(env: Env, [message]: [Unknown<'_>; 1]) -> Result<Text, Failure> {
    Ok(Text::new(env, &read(message)?.to_json())?)
}

/// A field that is text, by its name.
pub(crate) fn message_text(env: Env, [message, name]: [Unknown<'_>; 2]) -> Result<Option<Text>, Failure> {
    let message = read(message)?;
    let name = text::argument(name, "name must be a string")?;
    Ok(Text::optional(env, message.text(&name))?)
}

/// The message of a push, or one that came as a cloud function's event.
fn read(message: Unknown<'_>) -> Result<&Message, Failure> {
    match handle::object(message) {
        Some(message) => Ok(message),
        None => Ok(push::required(message)?.inner.message()?),
    }
}
