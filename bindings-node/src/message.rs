//! Messages, as all formats and a cloud function's event have them.

use napi::bindgen_prelude::{Env, Unknown};
use napi_derive::napi;

use crate::error::{Failure, Thrown};
use crate::payload::Payload;
use crate::text::{self, Text};

/// What a message says about itself; what it does not say is `undefined`.
#[napi(object, object_from_js = false)]
pub struct Header {
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
    pub(crate) fn new(message: &wxseal_core::Message) -> Self {
        let text = |text: Option<&str>| text.map(|text| Text::new(text.to_owned()));
        Header {
            to_user_name: text(message.to_user_name()),
            from_user_name: text(message.from_user_name()),
            create_time: message.create_time(),
            msg_type: text(message.msg_type()),
            event: text(message.event()),
            msg_id: text(message.msg_id()),
            info_type: text(message.info_type()),
            dedup_key: Text::new(message.dedup_key().to_owned()),
        }
    }
}

/// A message that came as a cloud function's event.
#[napi]
pub struct Message {
    inner: wxseal_core::Message,
}

#[napi]
impl Message {
    /// Reads the JSON of the event.
    ///
    /// # Errors
    /// `WxsealError`: `MalformedMessage`.
    #[napi(constructor, catch_unwind)]
    pub fn new(env: Env, event: Unknown<'_>) -> Result<Self, Thrown> {
        Failure::thrown(env, || {
            // SAFETY: nothing below runs JavaScript.
            let event = unsafe { Payload::new(event, "event must be an object, or its JSON") }?;
            Ok(Message { inner: wxseal_core::Message::from_cloud_event(&event)? })
        })
    }

    /// What it says about itself.
    #[napi(catch_unwind)]
    #[must_use]
    pub fn header(&self) -> Header {
        Header::new(&self.inner)
    }

    /// A field that is text.
    ///
    /// # Errors
    /// `TypeError`: the name is no string.
    #[napi(catch_unwind)]
    pub fn text(&self, env: Env, name: Unknown<'_>) -> Result<Option<Text>, Thrown> {
        Failure::thrown(env, || text(&self.inner, name))
    }

    /// The whole message as compact JSON.
    #[napi(catch_unwind)]
    #[must_use]
    pub fn message_json(&self) -> Text {
        Text::new(self.inner.to_json())
    }
}

/// A field that is text, by its name.
pub(crate) fn text(message: &wxseal_core::Message, name: Unknown<'_>) -> Result<Option<Text>, Failure> {
    let name = text::argument(name, "name must be a string")?;
    Ok(message.text(&name).map(|text| Text::new(text.to_owned())))
}
