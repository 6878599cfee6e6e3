//! `wxseal.platform`: the platform's side, for tests.

use std::borrow::Cow;

use pyo3::prelude::*;
use pyo3::types::PyBytes;
use wxseal_core::{Format, platform};

use crate::argument::{self, Payload};
use crate::exception::Failure;
use crate::incoming::name_of;
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
        name_of(self.0.format)
    }

    /// Shows the format and the size; never what it says.
    fn __repr__(&self) -> String {
        format!("<wxseal.platform.Reply {}, {} bytes>", self.format(), self.0.message.len())
    }
}

/// What every request has, the system's and fresh unless given.
struct Stamp(String, String);

impl Stamp {
    fn new(timestamp: Option<Cow<'_, str>>, nonce: Option<&str>) -> Result<Self, Failure> {
        let timestamp = timestamp.map_or_else(|| wxseal_os::now().to_string(), Cow::into_owned);
        let nonce = nonce.map_or_else(wxseal_os::nonce, |nonce| Ok(nonce.to_owned()))?;
        Ok(Stamp(timestamp, nonce))
    }
}

fn random(random: Option<&[u8; 16]>) -> Result<[u8; 16], Failure> {
    Ok(random.map_or_else(wxseal_os::random, |random| Ok(*random))?)
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
///     MalformedQuery: timestamp or nonce is none.
///
/// >>> import wxseal
/// >>> request = wxseal.platform.url_check("AAAAA", "4375120948345356249")
/// >>> endpoint = wxseal.Endpoint.plain("AAAAA")
/// >>> endpoint.receive(request.method, request.query, request.body).response.body
/// b'4375120948345356249'
#[pyfunction]
#[pyo3(signature = (token, echostr, *, timestamp = None, nonce = None))]
pub(crate) fn url_check(
    #[pyo3(from_py_with = argument::setting::<name::token>)] token: &str,
    #[pyo3(from_py_with = argument::request_text::<name::echostr>)] echostr: &str,
    #[pyo3(from_py_with = argument::request_timestamp::<name::timestamp>)] timestamp: Option<Cow<'_, str>>,
    #[pyo3(from_py_with = argument::request_nonce::<name::nonce>)] nonce: Option<&str>,
) -> Result<Request, Failure> {
    let Stamp(timestamp, nonce) = Stamp::new(timestamp, nonce)?;
    Ok(Request(platform::url_check(token, &timestamp, &nonce, echostr)?))
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
    #[pyo3(from_py_with = argument::reply_text::<name::echostr>)] echostr: &str,
    #[pyo3(from_py_with = argument::reply_timestamp::<name::timestamp>)] timestamp: Option<Cow<'_, str>>,
    #[pyo3(from_py_with = argument::reply_nonce::<name::nonce>)] nonce: Option<&str>,
    #[pyo3(from_py_with = argument::random::<name::random>)] random: Option<&[u8; 16]>,
) -> Result<Request, Failure> {
    let Stamp(timestamp, nonce) = Stamp::new(timestamp, nonce)?;
    let random = self::random(random)?;
    Ok(Request(platform::encrypted_url_check(&crypt.get().core(), &timestamp, &nonce, echostr, &random)?))
}

/// Make a push in safe mode: the cipher text only.
///
/// Args:
///     crypt: the server's settings.
///     message: the message's XML or JSON; a `str` is sent as its UTF-8.
///     format: the format of the body, `"xml"` or `"json"`.
///     timestamp: in seconds since 1970, as text or as an `int`; the system's time unless given.
///     nonce: 16 fresh hexadecimal digits unless given.
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
#[pyo3(signature = (crypt, message, *, format = "xml", timestamp = None, nonce = None, random = None))]
pub(crate) fn push<'py>(
    py: Python<'py>,
    #[pyo3(from_py_with = argument::instance::<name::crypt, _>)] crypt: &Bound<'_, MsgCrypt>,
    #[pyo3(from_py_with = argument::message::<name::message>)] message: Payload<'_, 'py>,
    #[pyo3(from_py_with = argument::setting::<name::format>)] format: &str,
    #[pyo3(from_py_with = argument::reply_timestamp::<name::timestamp>)] timestamp: Option<Cow<'_, str>>,
    #[pyo3(from_py_with = argument::reply_nonce::<name::nonce>)] nonce: Option<&str>,
    #[pyo3(from_py_with = argument::random::<name::random>)] random: Option<&[u8; 16]>,
) -> Result<Request, Failure> {
    let (crypt, message, format) = (crypt.get().core(), message.as_bytes(), format.parse::<Format>()?);
    let Stamp(timestamp, nonce) = Stamp::new(timestamp, nonce)?;
    let random = self::random(random)?;
    let push = || platform::push(&crypt, message, &timestamp, &nonce, &random, format);
    Ok(Request(argument::run(py, message.len(), push)?))
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
pub(crate) fn compatible_push<'py>(
    py: Python<'py>,
    #[pyo3(from_py_with = argument::instance::<name::crypt, _>)] crypt: &Bound<'_, MsgCrypt>,
    #[pyo3(from_py_with = argument::message::<name::message>)] message: Payload<'_, 'py>,
    #[pyo3(from_py_with = argument::reply_timestamp::<name::timestamp>)] timestamp: Option<Cow<'_, str>>,
    #[pyo3(from_py_with = argument::reply_nonce::<name::nonce>)] nonce: Option<&str>,
    #[pyo3(from_py_with = argument::random::<name::random>)] random: Option<&[u8; 16]>,
) -> Result<Request, Failure> {
    let (crypt, message) = (crypt.get().core(), message.as_bytes());
    let Stamp(timestamp, nonce) = Stamp::new(timestamp, nonce)?;
    let random = self::random(random)?;
    let push = || platform::compatible_push(&crypt, message, &timestamp, &nonce, &random);
    Ok(Request(argument::run(py, message.len(), push)?))
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
    #[pyo3(from_py_with = argument::setting::<name::token>)] token: &str,
    #[pyo3(from_py_with = argument::message::<name::message>)] message: Payload<'_, '_>,
    #[pyo3(from_py_with = argument::request_timestamp::<name::timestamp>)] timestamp: Option<Cow<'_, str>>,
    #[pyo3(from_py_with = argument::request_nonce::<name::nonce>)] nonce: Option<&str>,
) -> Result<Request, Failure> {
    let Stamp(timestamp, nonce) = Stamp::new(timestamp, nonce)?;
    Ok(Request(platform::plain_push(token, message.as_bytes(), &timestamp, &nonce)?))
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
pub(crate) fn open_reply<'py>(
    py: Python<'py>,
    #[pyo3(from_py_with = argument::instance::<name::crypt, _>)] crypt: &Bound<'_, MsgCrypt>,
    #[pyo3(from_py_with = argument::body::<name::body>)] body: Payload<'_, 'py>,
) -> Result<Reply, Failure> {
    let (crypt, body) = (crypt.get().core(), body.as_bytes());
    Ok(Reply(argument::run(py, body.len(), || platform::open_reply(&crypt, body))?))
}
