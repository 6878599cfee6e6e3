//! A message as a cloud function receives it.

use std::borrow::Cow;

use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::PyBytes;

use crate::argument::{self, Text};
use crate::exception::Failure;
use crate::name;

/// A message or event that came as the `event` of a cloud function, so that one handler serves both
/// ways of receiving: it reads as an `Incoming` does. It never changes.
#[pyclass(frozen, eq, module = "wxseal")]
pub(crate) struct Message {
    message: wxseal_core::Message,
    native: PyOnceLock<Py<PyAny>>,
}

impl PartialEq for Message {
    fn eq(&self, other: &Self) -> bool {
        self.message == other.message
    }
}

/// The view of a message as Python's own types.
pub(crate) fn native<'py>(py: Python<'py>, json: &str) -> PyResult<Bound<'py, PyAny>> {
    static LOADS: PyOnceLock<Py<PyAny>> = PyOnceLock::new();
    LOADS.import(py, "json", "loads")?.call1((json,))
}

#[pymethods]
impl Message {
    /// Read the `event` object of a cloud function: a dict, or its JSON as `str` or `bytes`.
    ///
    /// Nothing is verified, since the platform calls a cloud function itself. What comes over HTTP is
    /// `Endpoint.receive`'s.
    ///
    /// Raises:
    ///     MalformedMessage: it is not a JSON object, or nested deeper than 32.
    ///
    /// >>> import wxseal
    /// >>> event = {"FromUserName": "o1", "MsgType": "text", "Content": "hi", "MsgId": "49d7_1"}
    /// >>> message = wxseal.Message.from_cloud_event(event)
    /// >>> message.message["Content"], len(message.dedup_key)
    /// ('hi', 40)
    #[staticmethod]
    #[pyo3(signature = (event))]
    fn from_cloud_event(event: &Bound<'_, PyAny>) -> Result<Self, Failure> {
        let json = match event.cast::<PyBytes>() {
            Ok(bytes) => Cow::Borrowed(bytes.as_bytes()),
            Err(_) => argument::json::<name::event>(event)?,
        };
        Ok(Message { message: wxseal_core::Message::from_cloud_event(&json)?, native: PyOnceLock::new() })
    }

    /// The message as a dict: see `Incoming.message`.
    #[getter]
    fn message<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        let native = self.native.get_or_try_init(py, || native(py, &self.message.to_json()).map(Bound::unbind))?;
        Ok(native.bind(py).clone())
    }

    /// The same as compact JSON in raw UTF-8.
    #[getter]
    fn message_json(&self) -> String {
        self.message.to_json()
    }

    /// A field that is text, by the wire's own name; the first of a repeated name.
    fn text(&self, #[pyo3(from_py_with = argument::setting::<name::name>)] name: Text<'_>) -> Option<&str> {
        self.message.text(&name)
    }

    /// The account that the message was sent to, `gh_…` on WeChat, a robot's `aibotid`; not the
    /// receive id.
    #[getter]
    fn to_user_name(&self) -> Option<&str> {
        self.message.to_user_name()
    }

    /// The user who sent it: an openid, a member's id on WeCom, the `userid` in a robot's `from`.
    #[getter]
    fn from_user_name(&self) -> Option<&str> {
        self.message.from_user_name()
    }

    /// When the platform made it, in seconds since 1970: `CreateTime`, a suite's `TimeStamp`, or a
    /// robot's `create_time`.
    #[getter]
    fn create_time(&self) -> Option<i64> {
        self.message.create_time()
    }

    /// `text`, `image`, `event` …: `MsgType`, or a robot's `msgtype`.
    #[getter]
    fn msg_type(&self) -> Option<&str> {
        self.message.msg_type()
    }

    /// Which event it is, where `msg_type` is `event`: `Event`, or the `eventtype` in a robot's
    /// `event`. A name can hold a space.
    #[getter]
    fn event(&self) -> Option<&str> {
        self.message.event()
    }

    /// The message's id as text: 64 bits on the wire, and no number at all from a cloud function and a
    /// robot. Events have none, but for a robot's.
    #[getter]
    fn msg_id(&self) -> Option<&str> {
        self.message.msg_id()
    }

    /// What the open platform tells a third party, `component_verify_ticket` …
    #[getter]
    fn info_type(&self) -> Option<&str> {
        self.message.info_type()
    }

    /// What tells two deliveries of one message from two messages, for `RecentKeys` or a store: see
    /// `Incoming.dedup_key`.
    #[getter]
    fn dedup_key(&self) -> &str {
        self.message.dedup_key()
    }

    /// Shows nothing of the message.
    #[allow(clippy::unused_self)] // Python passes it.
    fn __repr__(&self) -> &'static str {
        "<wxseal.Message>"
    }
}
