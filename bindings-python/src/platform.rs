//! `wxseal.platform`: the platform's side, for tests.

use pyo3::prelude::*;
use pyo3::types::PyBytes;
use wxseal_core::{Error, Format, Stamp, platform};

use crate::argument::{self, Bytes};
use crate::exception::Failure;
use crate::msg_crypt::MsgCrypt;
use crate::name;

/// A request as it goes over the wire: hand its three parts to `wxseal.Endpoint.receive`, or send it.
#[pyclass(frozen, eq, module = "wxseal.platform")]
#[derive(PartialEq)]
pub(crate) struct Request(platform::Request);

#[pymethods]
impl Request {
    /// `"GET"` or `"POST"`.
    #[getter]
    fn method(&self) -> &'static str {
        self.0.method
    }

    /// What stands behind the `?` of the URL.
    #[getter]
    fn query(&self) -> &str {
        &self.0.query
    }

    /// The body; empty of a URL check.
    #[getter]
    fn body<'py>(&self, py: Python<'py>) -> Bound<'py, PyBytes> {
        PyBytes::new(py, &self.0.body)
    }

    /// Shows the method and the size; a plain body is in clear.
    fn __repr__(&self) -> String {
        format!("<wxseal.platform.Request {}, {} bytes>", self.0.method, self.0.body.len())
    }
}

/// What a sealed reply says, from `open_reply`.
#[pyclass(frozen, eq, module = "wxseal.platform")]
#[derive(PartialEq)]
pub(crate) struct Reply(platform::Reply);

#[pymethods]
impl Reply {
    /// The message inside.
    #[getter]
    fn message<'py>(&self, py: Python<'py>) -> Bound<'py, PyBytes> {
        PyBytes::new(py, &self.0.message)
    }

    /// The reply's own timestamp.
    #[getter]
    fn timestamp(&self) -> &str {
        &self.0.timestamp
    }

    /// The reply's nonce: the request's, repeated.
    #[getter]
    fn nonce(&self) -> &str {
        &self.0.nonce
    }

    /// The format of the envelope: `"xml"` or `"json"`.
    #[getter]
    fn format(&self) -> &'static str {
        self.0.format.name()
    }

    /// Shows the format and the size; never what it says.
    fn __repr__(&self) -> String {
        format!("<wxseal.platform.Reply {}, {} bytes>", self.format(), self.0.message.len())
    }
}

/// A request of what is given, and of what is fresh where nothing is.
fn request(
    timestamp: Option<Bytes<'_>>,
    nonce: Option<Bytes<'_>>,
    random: Option<&[u8; 16]>,
    make: impl FnOnce(Stamp<'_>, &[u8; 16]) -> Result<platform::Request, Error>,
) -> Result<Request, Failure> {
    Ok(Request(wxseal_os::fresh(timestamp.as_deref(), nonce.as_deref(), random, make)?))
}

/// The same for one in which nothing is sealed.
fn signed_request(
    timestamp: Option<Bytes<'_>>,
    nonce: Option<Bytes<'_>>,
    make: impl FnOnce(Stamp<'_>) -> Result<platform::Request, Error>,
) -> Result<Request, Failure> {
    Ok(Request(wxseal_os::fresh_stamp(timestamp.as_deref(), nonce.as_deref(), make)?))
}

/// Make the URL check of WeChat: its echostr comes in clear.
///
/// Args:
///     token: the Token.
///     echostr: what the server must answer with.
///     timestamp: in seconds since 1970, as text or as an `int`; the system's time unless given.
///     nonce: 16 fresh hexadecimal digits unless given.
///
/// Raises:
///     InvalidConfig: the Token is empty, or holds white space or a control character.
///     MalformedQuery: timestamp or nonce is none, or the echostr is no text.
///
/// >>> import wxseal
/// >>> request = wxseal.platform.url_check("AAAAA", "4375120948345356249")
/// >>> endpoint = wxseal.Endpoint.plain("AAAAA")
/// >>> endpoint.receive(request.method, request.query, request.body).response.body
/// b'4375120948345356249'
#[pyfunction]
#[pyo3(signature = (token, echostr, *, timestamp = None, nonce = None))]
pub(crate) fn url_check(
    #[pyo3(from_py_with = argument::text::<name::token>)] token: Bytes<'_>,
    #[pyo3(from_py_with = argument::text::<name::echostr>)] echostr: Bytes<'_>,
    #[pyo3(from_py_with = argument::optional_timestamp::<name::timestamp>)] timestamp: Option<Bytes<'_>>,
    #[pyo3(from_py_with = argument::optional_text::<name::nonce>)] nonce: Option<Bytes<'_>>,
) -> Result<Request, Failure> {
    signed_request(timestamp, nonce, |stamp| platform::url_check(token, stamp, echostr))
}

/// Make the URL check of WeCom: its echostr comes encrypted.
///
/// Args:
///     crypt: the server's settings, with the dialect `wecom`.
///     echostr: what the server must answer with.
///     timestamp: in seconds since 1970, as text or as an `int`; the system's time unless given.
///     nonce: 16 fresh hexadecimal digits unless given.
///     random: the 16 bytes in front of the echostr; the operating system's unless given.
///
/// Raises:
///     UnwritableReply: as for `wxseal.MsgCrypt.encrypt`.
///     MalformedQuery: the echostr is no text.
///     InvalidConfig: `random` has not 16 bytes.
///
/// >>> import wxseal
/// >>> crypt = wxseal.MsgCrypt("AAAAA", "A" * 43, "wx5823bf96d3bd56c7", dialect="wecom")
/// >>> request = wxseal.platform.encrypted_url_check(crypt, "1616140317555161061")
/// >>> wxseal.Endpoint(crypt).receive(request.method, request.query).response.body
/// b'1616140317555161061'
#[pyfunction]
#[pyo3(signature = (crypt, echostr, *, timestamp = None, nonce = None, random = None))]
pub(crate) fn encrypted_url_check(
    #[pyo3(from_py_with = argument::instance::<name::crypt, _>)] crypt: &Bound<'_, MsgCrypt>,
    #[pyo3(from_py_with = argument::text::<name::echostr>)] echostr: Bytes<'_>,
    #[pyo3(from_py_with = argument::optional_timestamp::<name::timestamp>)] timestamp: Option<Bytes<'_>>,
    #[pyo3(from_py_with = argument::optional_text::<name::nonce>)] nonce: Option<Bytes<'_>>,
    #[pyo3(from_py_with = argument::random::<name::random>)] random: Option<&[u8; 16]>,
) -> Result<Request, Failure> {
    let crypt = crypt.get().core();
    request(timestamp, nonce, random, |stamp, random| platform::encrypted_url_check(crypt, stamp, echostr, random))
}

/// Make a push in safe mode: the cipher text only.
///
/// Args:
///     crypt: the server's settings.
///     message: the message's XML or JSON; a `str` is sent as its UTF-8.
///     timestamp: in seconds since 1970, as text or as an `int`; the system's time unless given.
///     nonce: 16 fresh hexadecimal digits unless given.
///     format: the format of the body, `"xml"` or `"json"`.
///     random: the 16 bytes in front of the message; the operating system's unless given.
///
/// Raises:
///     UnwritableReply: as for `wxseal.MsgCrypt.encrypt`, or the message is neither XML nor JSON.
///     InvalidConfig: the format is unknown, or `random` has not 16 bytes.
///
/// >>> import wxseal
/// >>> crypt = wxseal.MsgCrypt("AAAAA", "A" * 43, "wxba5fad812f8e6fb9")
/// >>> message = "<xml><MsgType>event</MsgType><Event>debug_demo</Event></xml>"
/// >>> request = wxseal.platform.push(crypt, message)
/// >>> wxseal.Endpoint(crypt).receive(request.method, request.query, request.body).event
/// 'debug_demo'
#[pyfunction]
#[pyo3(
    signature = (crypt, message, *, timestamp = None, nonce = None, format = Format::Xml, random = None),
    text_signature = "(crypt, message, *, timestamp=None, nonce=None, format='xml', random=None)"
)]
pub(crate) fn push(
    py: Python<'_>,
    #[pyo3(from_py_with = argument::instance::<name::crypt, _>)] crypt: &Bound<'_, MsgCrypt>,
    #[pyo3(from_py_with = argument::message::<name::message>)] message: Bytes<'_>,
    #[pyo3(from_py_with = argument::optional_timestamp::<name::timestamp>)] timestamp: Option<Bytes<'_>>,
    #[pyo3(from_py_with = argument::optional_text::<name::nonce>)] nonce: Option<Bytes<'_>>,
    #[pyo3(from_py_with = argument::choice::<name::format, _>)] format: Format,
    #[pyo3(from_py_with = argument::random::<name::random>)] random: Option<&[u8; 16]>,
) -> Result<Request, Failure> {
    let (crypt, message) = (crypt.get().core(), &*message);
    let push = |stamp: Stamp<'_>, random: &_| platform::push(crypt, message, stamp, format, random);
    argument::run(py, message.len(), || request(timestamp, nonce, random, push))
}

/// Make a push in compatible mode: in clear, with the cipher text beside it, in the message's own
/// format.
///
/// Args:
///     crypt: the server's settings.
///     message: the message's XML or JSON; a `str` is sent as its UTF-8.
///     timestamp: in seconds since 1970, as text or as an `int`; the system's time unless given.
///     nonce: 16 fresh hexadecimal digits unless given.
///     random: the 16 bytes in front of the message; the operating system's unless given.
///
/// Raises:
///     UnwritableReply: as for `push`.
///     InvalidConfig: `random` has not 16 bytes.
///
/// >>> import wxseal
/// >>> crypt = wxseal.MsgCrypt("AAAAA", "A" * 43, "wxba5fad812f8e6fb9")
/// >>> request = wxseal.platform.compatible_push(crypt, '{"MsgType":"event","Event":"debug_demo"}')
/// >>> wxseal.Endpoint(crypt).receive(request.method, request.query, request.body).event
/// 'debug_demo'
#[pyfunction]
#[pyo3(signature = (crypt, message, *, timestamp = None, nonce = None, random = None))]
pub(crate) fn compatible_push(
    py: Python<'_>,
    #[pyo3(from_py_with = argument::instance::<name::crypt, _>)] crypt: &Bound<'_, MsgCrypt>,
    #[pyo3(from_py_with = argument::message::<name::message>)] message: Bytes<'_>,
    #[pyo3(from_py_with = argument::optional_timestamp::<name::timestamp>)] timestamp: Option<Bytes<'_>>,
    #[pyo3(from_py_with = argument::optional_text::<name::nonce>)] nonce: Option<Bytes<'_>>,
    #[pyo3(from_py_with = argument::random::<name::random>)] random: Option<&[u8; 16]>,
) -> Result<Request, Failure> {
    let (crypt, message) = (crypt.get().core(), &*message);
    let push = |stamp: Stamp<'_>, random: &_| platform::compatible_push(crypt, message, stamp, random);
    argument::run(py, message.len(), || request(timestamp, nonce, random, push))
}

/// Make a push in plain mode: no signature covers its body.
///
/// Args:
///     token: the Token.
///     message: the message's XML or JSON; a `str` is sent as its UTF-8.
///     timestamp: in seconds since 1970, as text or as an `int`; the system's time unless given.
///     nonce: 16 fresh hexadecimal digits unless given.
///
/// Raises:
///     InvalidConfig: the Token is empty, or holds white space or a control character.
///     MalformedQuery: timestamp or nonce is none.
///     UnwritableReply: the message is no text.
///
/// >>> import wxseal
/// >>> request = wxseal.platform.plain_push("AAAAA", '{"MsgType":"event","Event":"debug_demo"}')
/// >>> endpoint = wxseal.Endpoint.plain("AAAAA")
/// >>> endpoint.receive(request.method, request.query, request.body).event
/// 'debug_demo'
#[pyfunction]
#[pyo3(signature = (token, message, *, timestamp = None, nonce = None))]
pub(crate) fn plain_push(
    #[pyo3(from_py_with = argument::text::<name::token>)] token: Bytes<'_>,
    #[pyo3(from_py_with = argument::message::<name::message>)] message: Bytes<'_>,
    #[pyo3(from_py_with = argument::optional_timestamp::<name::timestamp>)] timestamp: Option<Bytes<'_>>,
    #[pyo3(from_py_with = argument::optional_text::<name::nonce>)] nonce: Option<Bytes<'_>>,
) -> Result<Request, Failure> {
    signed_request(timestamp, nonce, |stamp| platform::plain_push(token, &message, stamp))
}

/// Verify and decrypt a server's sealed answer.
///
/// Args:
///     crypt: the server's settings.
///     body: the body of its answer; a `str` is read as its UTF-8.
///
/// Raises:
///     MalformedEnvelope: it is not a reply's envelope.
///     SignatureMismatch, InvalidBase64, DecryptFailed, MalformedFrame, ReceiveIdMismatch: as for
///         `wxseal.MsgCrypt.decrypt`.
///
/// >>> import wxseal
/// >>> crypt = wxseal.MsgCrypt("AAAAA", "A" * 43, "wxba5fad812f8e6fb9")
/// >>> reply = wxseal.platform.open_reply(crypt, crypt.encrypt("<xml></xml>", nonce="415670741"))
/// >>> reply.message, reply.nonce, reply.format
/// (b'<xml></xml>', '415670741', 'xml')
#[pyfunction]
#[pyo3(signature = (crypt, body))]
pub(crate) fn open_reply(
    py: Python<'_>,
    #[pyo3(from_py_with = argument::instance::<name::crypt, _>)] crypt: &Bound<'_, MsgCrypt>,
    #[pyo3(from_py_with = argument::body::<name::body>)] body: Bytes<'_>,
) -> Result<Reply, Failure> {
    let crypt = crypt.get().core();
    Ok(Reply(argument::run(py, body.len(), || platform::open_reply(crypt, &body))?))
}
