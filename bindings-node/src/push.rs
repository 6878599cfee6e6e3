//! A push, and what it says beside its message.

use std::sync::Arc;

use napi::bindgen_prelude::{Env, Unknown};
use napi_derive::napi;
use wxseal_core::Answer;

use crate::error::Failure;
use crate::handle::{self, Handle};
use crate::options::Options;
use crate::realm::{Bytes, Response};
use crate::text::Text;

/// A message that verified, and what its answers are sealed with where that is given.
pub(crate) struct Push {
    pub(crate) inner: Arc<wxseal_core::Push>,
    now: Option<u64>,
    random: Option<[u8; 16]>,
}

impl Push {
    pub(crate) fn new(inner: wxseal_core::Push) -> Self {
        Push { inner: Arc::new(inner), now: None, random: None }
    }

    pub(crate) fn sealed(&self, answer: Answer<'_>) -> Result<Response, Failure> {
        Ok(Response(wxseal_os::seal(answer, self.now, self.random.as_ref())?))
    }
}

/// The push that was passed.
pub(crate) fn required(push: Unknown<'_>) -> Result<&Push, Failure> {
    handle::required(push, "this must be a push")
}

/// The same push, whose answers are sealed with what is given.
pub(crate) fn sealing_with(_: Env, [push, options]: [Unknown<'_>; 2]) -> Result<Handle<Push>, Failure> {
    let inner = Arc::clone(&required(push)?.inner);
    let options = Options::new(options)?;
    Ok(Handle(Push { inner, now: options.now()?, random: options.random()? }))
}

/// The message as the platform wrote it.
pub(crate) fn message_bytes(_: Env, [push]: [Unknown<'_>; 1]) -> Result<Bytes, Failure> {
    Ok(Bytes(required(push)?.inner.message_bytes().to_vec()))
}

/// `xml` or `json`.
pub(crate) fn format(_: Env, [push]: [Unknown<'_>; 1]) -> Result<&'static str, Failure> {
    Ok(required(push)?.inner.format().name())
}

/// What this very request is known by.
pub(crate) fn replay_key(env: Env, [push]: [Unknown<'_>; 1]) -> Result<Text, Failure> {
    Ok(Text::new(env, required(push)?.inner.replay_key())?)
}

/// What a user searched for.
#[napi(object, object_from_js = false)]
pub(crate) struct WidgetQuery {
    /// Which of the developer's intents it is.
    pub r#type: Option<i64>,
    /// Names and values, in their order.
    pub slots: Vec<Vec<Text>>,
    /// In degrees east.
    pub longitude: Option<f64>,
    /// In degrees north.
    pub latitude: Option<f64>,
    /// The text as it came.
    pub raw: Text,
}

/// What a user searched for.
pub(crate) fn widget_query(env: Env, [push]: [Unknown<'_>; 1]) -> Result<WidgetQuery, Failure> {
    let query = required(push)?.inner.widget_query()?;
    let text = |text| Text::new(env, text);
    let slots = query.slots().map(|(key, value)| Ok(vec![text(key)?, text(value)?]));
    Ok(WidgetQuery {
        r#type: query.kind(),
        slots: slots.collect::<Result<_, Failure>>()?,
        longitude: query.longitude(),
        latitude: query.latitude(),
        raw: text(query.raw())?,
    })
}
