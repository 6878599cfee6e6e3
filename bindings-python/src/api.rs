//! `wxseal.api`: server API calls without I/O.

use pyo3::exceptions::PyException;
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyBytes, PyDict, PyTuple, PyType};
use wxseal_core::api;

use crate::argument::{self, Payload};
use crate::exception::class;
use crate::message::native;

/// What to send with the HTTP client of your choice. Neither secret nor token shows in `repr()`.
#[pyclass(frozen, eq, module = "wxseal.api")]
#[derive(PartialEq)]
pub(crate) struct Request(api::Request);

#[pymethods]
impl Request {
    /// `"GET"` or `"POST"`.
    #[getter]
    fn method(&self) -> &'static str {
        self.0.method()
    }

    /// The whole URL. Its query holds a secret or a token: keep it out of logs.
    #[getter]
    fn url(&self) -> String {
        self.0.url()
    }

    /// The JSON to send, in UTF-8, with `Content-Type: application/json`; `None` for a GET.
    #[getter]
    fn body<'py>(&self, py: Python<'py>) -> Option<Bound<'py, PyBytes>> {
        self.0.body().map(|body| PyBytes::new(py, body.as_bytes()))
    }

    /// Shows the method and the path.
    fn __repr__(&self) -> String {
        let url = self.0.url();
        let (path, _) = url.split_once('?').unwrap_or((&url, ""));
        format!("<wxseal.api.Request {} {path}>", self.0.method())
    }
}

/// What a customer-service message says, for `send_customer_message`. A Mini Program answers its users
/// with these.
///
/// >>> from wxseal.api import CustomerMessage
/// >>> CustomerMessage.text("您好")
/// <wxseal.api.CustomerMessage text>
#[pyclass(frozen, eq, module = "wxseal.api")]
#[derive(PartialEq)]
pub(crate) struct CustomerMessage(Content);

#[derive(PartialEq)]
enum Content {
    Text([String; 1]),
    Image([String; 1]),
    Link([String; 4]),
    MiniProgramPage([String; 3]),
}

impl CustomerMessage {
    fn core(&self) -> api::CustomerMessage<'_> {
        match &self.0 {
            Content::Text([content]) => api::CustomerMessage::Text { content },
            Content::Image([media_id]) => api::CustomerMessage::Image { media_id },
            Content::Link([title, description, url, thumb_url]) => {
                api::CustomerMessage::Link { title, description, url, thumb_url }
            }
            Content::MiniProgramPage([title, pagepath, thumb_media_id]) => {
                api::CustomerMessage::MiniProgramPage { title, pagepath, thumb_media_id }
            }
        }
    }
}

#[pymethods]
impl CustomerMessage {
    /// A text; it may hold links to pages of the Mini Program.
    #[staticmethod]
    #[pyo3(signature = (content))]
    fn text(#[pyo3(from_py_with = argument::reply_text)] content: &str) -> Self {
        CustomerMessage(Content::Text([content.to_owned()]))
    }

    /// An image that was uploaded before: `media_id` is what the upload returned.
    #[staticmethod]
    #[pyo3(signature = (media_id))]
    fn image(#[pyo3(from_py_with = argument::reply_text)] media_id: &str) -> Self {
        CustomerMessage(Content::Image([media_id.to_owned()]))
    }

    /// A card with a link: its headline, what stands below it, where it leads, and the URL of a picture.
    #[staticmethod]
    #[pyo3(signature = (title, description, url, thumb_url))]
    fn link(
        #[pyo3(from_py_with = argument::reply_text)] title: &str,
        #[pyo3(from_py_with = argument::reply_text)] description: &str,
        #[pyo3(from_py_with = argument::reply_text)] url: &str,
        #[pyo3(from_py_with = argument::reply_text)] thumb_url: &str,
    ) -> Self {
        CustomerMessage(Content::Link([title, description, url, thumb_url].map(str::to_owned)))
    }

    /// A card that leads to a page of the Mini Program: its headline, the page with its query, and a
    /// picture that was uploaded before.
    #[staticmethod]
    #[pyo3(signature = (title, pagepath, thumb_media_id))]
    fn mini_program_page(
        #[pyo3(from_py_with = argument::reply_text)] title: &str,
        #[pyo3(from_py_with = argument::reply_text)] pagepath: &str,
        #[pyo3(from_py_with = argument::reply_text)] thumb_media_id: &str,
    ) -> Self {
        CustomerMessage(Content::MiniProgramPage([title, pagepath, thumb_media_id].map(str::to_owned)))
    }

    /// Shows the kind; never what it says.
    fn __repr__(&self) -> String {
        let kind = match &self.0 {
            Content::Text(_) => "text",
            Content::Image(_) => "image",
            Content::Link(_) => "link",
            Content::MiniProgramPage(_) => "miniprogrampage",
        };
        format!("<wxseal.api.CustomerMessage {kind}>")
    }
}

/// `getAccessToken`: the token that all other calls need. Its answer has `access_token`, and
/// `expires_in` in seconds.
///
/// Raises:
///     InvalidConfig: one of the two is no text.
///
/// >>> import wxseal
/// >>> wxseal.api.get_access_token("wxba5fad812f8e6fb9", "secret")
/// <wxseal.api.Request GET https://api.weixin.qq.com/cgi-bin/token>
#[pyfunction]
#[pyo3(signature = (app_id, secret))]
pub(crate) fn get_access_token(
    #[pyo3(from_py_with = argument::setting)] app_id: &str,
    #[pyo3(from_py_with = argument::setting)] secret: &str,
) -> Request {
    Request(api::get_access_token(app_id, secret))
}

/// `code2Session`: the user behind the code of `wx.login`. Its answer has `openid`, `session_key` and
/// perhaps `unionid`.
///
/// Raises:
///     InvalidConfig: one of the three is no text.
///
/// >>> import wxseal
/// >>> wxseal.api.code2session("wxba5fad812f8e6fb9", "secret", "code")
/// <wxseal.api.Request GET https://api.weixin.qq.com/sns/jscode2session>
#[pyfunction]
#[pyo3(signature = (app_id, secret, js_code))]
pub(crate) fn code2session(
    #[pyo3(from_py_with = argument::setting)] app_id: &str,
    #[pyo3(from_py_with = argument::setting)] secret: &str,
    #[pyo3(from_py_with = argument::setting)] js_code: &str,
) -> Request {
    Request(api::code2session(app_id, secret, js_code))
}

/// The customer-service send call: a message to a user who wrote within the last 48 hours.
///
/// Args:
///     access_token: of `get_access_token`.
///     to_user: the user's openid: `Incoming.from_user_name`.
///     message: what to say.
///
/// Raises:
///     InvalidConfig: the token or the user is no text.
///
/// >>> from wxseal.api import CustomerMessage, send_customer_message
/// >>> request = send_customer_message("token", "o1", CustomerMessage.text("您好"))
/// >>> request.body.decode()
/// '{"touser":"o1","msgtype":"text","text":{"content":"您好"}}'
#[pyfunction]
#[pyo3(signature = (access_token, to_user, message))]
pub(crate) fn send_customer_message(
    #[pyo3(from_py_with = argument::setting)] access_token: &str,
    #[pyo3(from_py_with = argument::setting)] to_user: &str,
    message: &CustomerMessage,
) -> Request {
    Request(api::send_customer_message(access_token, to_user, message.core()))
}

/// Read the body of an answer, and return it as a dict. A call that succeeded may answer without
/// `errcode`, so a missing one is 0.
///
/// Raises:
///     ApiError: its `errcode` is not 0, or it is not a JSON object.
///
/// >>> import wxseal
/// >>> wxseal.api.read(b'{"access_token":"A","expires_in":7200}')["expires_in"]
/// 7200
/// >>> wxseal.api.read('{"errcode":40013,"errmsg":"invalid appid"}')
/// Traceback (most recent call last):
/// wxseal.api.ApiError: invalid appid (40013)
#[pyfunction]
#[pyo3(signature = (body))]
pub(crate) fn read<'py>(
    py: Python<'py>,
    #[pyo3(from_py_with = argument::answer)] body: Payload<'_, 'py>,
) -> PyResult<Bound<'py, PyAny>> {
    let answer = api::read(body.as_bytes());
    // Python's own reader has limits that the core's has not: of depth, and of an integer's digits.
    answer
        .and_then(|answer| native(py, answer.to_json()).map_err(|_| api::Failure::Unreadable))
        .map_err(|failure| error(py, &failure).map_or_else(|failed| failed, PyErr::from_value))
}

/// The docstring of the class.
const ERROR_DOC: &str = "A call of the server API that did not succeed.

`errcode` is the platform's number for the reason and `errmsg` its words; where the answer is not a
JSON object, they are `None` and empty. It is no `wxseal.Error`, since no request was refused.";

static ERROR: PyOnceLock<Py<PyType>> = PyOnceLock::new();

/// Makes the class of errors, and adds it to the module.
pub(crate) fn add_to(module: &Bound<'_, PyModule>) -> PyResult<()> {
    let py = module.py();
    let class = ERROR.get_or_try_init(py, || {
        let bases = PyTuple::new(py, [py.get_type::<PyException>()])?;
        class("ApiError", "wxseal.api", ERROR_DOC, &bases, &PyDict::new(py)).map(Bound::unbind)
    })?;
    module.add("ApiError", class)
}

fn error<'py>(py: Python<'py>, failure: &api::Failure) -> PyResult<Bound<'py, PyAny>> {
    let class = ERROR.get(py).ok_or_else(|| PyException::new_err("wxseal.api was not initialised"))?;
    let instance = class.bind(py).call1((failure.to_string(),))?;
    let (errcode, errmsg) = match failure {
        api::Failure::Refused { errcode, errmsg } => (Some(*errcode), &**errmsg),
        api::Failure::Unreadable => (None, ""),
    };
    instance.setattr("errcode", errcode)?;
    instance.setattr("errmsg", errmsg)?;
    Ok(instance)
}
