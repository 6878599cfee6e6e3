//! `Endpoint`, and why a request fails.

use std::borrow::Cow;
use std::sync::Arc;

use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::PyString;

use crate::argument::{self, Bytes, Text};
use crate::exception::Failure;
use crate::incoming::Incoming;
use crate::msg_crypt::MsgCrypt;
use crate::name;
use crate::pairs;

// The signature of `Endpoint` has the number, so that `help()` shows it.
const _: () = assert!(wxseal_core::Endpoint::DEFAULT_TOLERANCE == 300);

/// One call for a whole request: verify it, decrypt it, and answer in kind.
///
/// What it accepts is its own, never the request's, to choose. Made from a `MsgCrypt`, it wants a
/// cipher text and a `msg_signature` that holds; the console's modes "safe" and "compatible" are read
/// alike, and of the latter only what is encrypted. Made with `Endpoint.plain`, it reads plaintext.
/// The format is told by the body's first byte, never by the `Content-Type`.
///
/// Make one when the server starts and keep it: it never changes, so threads share it, and it survives
/// `fork`. It holds secrets, so `repr()` does not show them, and it cannot be pickled or copied.
///
/// **A request that verified within the tolerance verifies again**, and the platform sends a push up
/// to three times: `RecentKeys`, or a store of many processes, makes sure that nothing is done twice.
///
/// Args:
///     crypt: the console's current settings.
///     also_accept: further ones: the previous Token or EncodingAESKey during a rotation, or another
///         receive id. The settings that open a push seal its answer.
///     tolerance: how far a request's timestamp may lie from the server's time, in whole seconds: 0 is
///         the same second, `None` does not check.
///     account: the account (`gh_…`) that messages must be sent to. With it, a reply that somebody
///         captured and sends back as a message is refused.
///     max_body: how large a body may be, in bytes; that of `crypt` unless given.
///
/// Raises:
///     InvalidConfig: `tolerance` or `max_body` is negative.
///
/// >>> import wxseal
/// >>> endpoint = wxseal.Endpoint(wxseal.MsgCrypt("AAAAA", "A" * 43, "wxba5fad812f8e6fb9"))
/// >>> def answer(method: str, raw_query: str, body: bytes) -> wxseal.Response:
/// ...     try:
/// ...         incoming = endpoint.receive(method, raw_query, body)
/// ...         if incoming.kind == "url_check":
/// ...             return incoming.response
/// ...         if incoming.msg_type == "text":
/// ...             return incoming.reply_text(incoming.message["Content"])
/// ...         return incoming.success()
/// ...     except wxseal.Error as error:
/// ...         return error.response
/// >>> answer("GET", "signature=0&timestamp=1714036504&nonce=1514711492&echostr=1", b"")
/// <wxseal.Response 403 text/plain; charset=utf-8, 9 bytes>
#[pyclass(frozen, module = "wxseal")]
pub(crate) struct Endpoint {
    core: wxseal_core::Endpoint,
    /// How many settings it accepts; 0 of a plain one.
    crypts: usize,
    tolerance: Option<u64>,
    account: Option<String>,
}

impl Endpoint {
    fn of(
        endpoint: wxseal_core::Endpoint,
        crypts: usize,
        tolerance: Option<u64>,
        account: Option<Text<'_>>,
        max_body: Option<usize>,
    ) -> Result<Self, Failure> {
        let mut core = endpoint.tolerance(tolerance);
        if let Some(account) = &account {
            core = core.account(account.as_bytes())?;
        }
        if let Some(max_body) = max_body {
            core = core.max_body(max_body);
        }
        Ok(Endpoint { core, crypts, tolerance, account: account.map(Text::into_owned) })
    }
}

#[pymethods]
impl Endpoint {
    #[new]
    #[pyo3(
        signature = (crypt, also_accept = Vec::new(), tolerance = Some(300), *, account = None, max_body = None),
        text_signature = "(crypt, also_accept=(), tolerance=300, *, account=None, max_body=None)"
    )]
    fn new(
        #[pyo3(from_py_with = argument::instance::<name::crypt, _>)] crypt: &Bound<'_, MsgCrypt>,
        #[pyo3(from_py_with = argument::instances::<name::also_accept, _>)] also_accept: Vec<Bound<'_, MsgCrypt>>,
        #[pyo3(from_py_with = argument::optional_number::<name::tolerance, _>)] tolerance: Option<u64>,
        #[pyo3(from_py_with = argument::optional_setting::<name::account>)] account: Option<Text<'_>>,
        #[pyo3(from_py_with = argument::optional_number::<name::max_body, _>)] max_body: Option<usize>,
    ) -> Result<Self, Failure> {
        let core = |crypt: &Bound<'_, MsgCrypt>| Arc::clone(crypt.get().core());
        let crypts = 1 + also_accept.len();
        let endpoint = wxseal_core::Endpoint::new(core(crypt));
        let endpoint = also_accept.iter().fold(endpoint, |endpoint, also| endpoint.also_accept(core(also)));
        Self::of(endpoint, crypts, tolerance, account, max_body)
    }

    /// Make an endpoint for the console's plain mode.
    ///
    /// **Nothing signs a plaintext body**: whoever has seen one URL can forge messages until its
    /// timestamp is stale. Its answers are plaintext too.
    ///
    /// Args:
    ///     token: the Token of the console's message push page.
    ///     tolerance: how far a request's timestamp may lie from the server's time, in whole seconds: 0
    ///         is the same second, `None` does not check.
    ///     account: the account (`gh_…`) that messages must be sent to.
    ///     max_body: how large a body may be, in bytes; 4 MiB unless given.
    ///
    /// Raises:
    ///     InvalidConfig: the Token is empty, or holds white space or a control character; `tolerance`
    ///         or `max_body` is negative.
    ///
    /// >>> import wxseal
    /// >>> wxseal.Endpoint.plain("AAAAA", tolerance=60)
    /// <wxseal.Endpoint plain tolerance=60 account=None>
    #[staticmethod]
    #[pyo3(
        signature = (token, tolerance = Some(300), *, account = None, max_body = None),
        text_signature = "(token, tolerance=300, *, account=None, max_body=None)"
    )]
    fn plain(
        #[pyo3(from_py_with = argument::text::<name::token>)] token: Bytes<'_>,
        #[pyo3(from_py_with = argument::optional_number::<name::tolerance, _>)] tolerance: Option<u64>,
        #[pyo3(from_py_with = argument::optional_setting::<name::account>)] account: Option<Text<'_>>,
        #[pyo3(from_py_with = argument::optional_number::<name::max_body, _>)] max_body: Option<usize>,
    ) -> Result<Self, Failure> {
        Self::of(wxseal_core::Endpoint::plain(token)?, 0, tolerance, account, max_body)
    }

    /// Verify a request and, on an encrypted endpoint, decrypt it.
    ///
    /// **Pass the raw query string**, what stands behind the `?` of the URL before anybody decoded it:
    /// Flask's `request.query_string`, Django's `request.META["QUERY_STRING"]`, FastAPI's
    /// `request.url.query`, WSGI's `environ["QUERY_STRING"]`.
    ///
    /// A mapping that a framework has decoded will do: its values are `str`, or lists or tuples of
    /// `str` as `urllib.parse.parse_qs` makes them, or `None` for a parameter that is missing. So will
    /// (name, value) pairs, as for `urllib.parse.parse_qsl` or Starlette's
    /// `request.query_params.multi_items()`. But Flask's `request.args` and Django's `request.GET` show
    /// one value of a parameter that was repeated, which is refused where it is seen.
    ///
    /// Args:
    ///     method: `"GET"` for the URL check, `"POST"` for a push.
    ///     query: the raw query string, as `str` or `bytes`; or a mapping, or pairs.
    ///     body: the body, byte for byte, before any parser; a `str` is read as its UTF-8.
    ///     now: the server's time in seconds since 1970; the system's unless given.
    ///
    /// Raises:
    ///     MalformedQuery: a parameter is missing, repeated or malformed, or the method is neither GET
    ///         nor POST.
    ///     MalformedEnvelope: the body is not what the endpoint reads, or is too large or too deep.
    ///     SignatureMismatch: the signature is another. Nothing is decrypted before it held.
    ///     StaleTimestamp: the timestamp is too far from `now`, or does not have ten digits.
    ///     InvalidBase64, DecryptFailed, MalformedFrame, ReceiveIdMismatch: as for `MsgCrypt.decrypt`;
    ///         where several settings are accepted, of the one that got furthest.
    ///     MalformedMessage: the message is neither XML nor JSON, is one that only servers send, or is
    ///         sent to another `account`.
    ///     InvalidConfig: `now` is negative.
    ///
    /// >>> import wxseal
    /// >>> crypt = wxseal.MsgCrypt("AAAAA", "A" * 43, "wxba5fad812f8e6fb9")
    /// >>> text = '{"ToUserName":"gh_1","FromUserName":"o1","MsgType":"text","Content":"hi"}'
    /// >>> request = wxseal.platform.push(crypt, text, format="json")
    /// >>> incoming = wxseal.Endpoint(crypt).receive(request.method, request.query, request.body)
    /// >>> incoming.msg_type, incoming.message["Content"]
    /// ('text', 'hi')
    #[pyo3(
        signature = (method, query, body = Cow::Borrowed(b""), *, now = None),
        text_signature = "($self, method, query, body=b'', *, now=None)"
    )]
    fn receive(
        &self,
        py: Python<'_>,
        #[pyo3(from_py_with = argument::text::<name::method>)] method: Bytes<'_>,
        #[pyo3(from_py_with = pairs::query::<name::query>)] query: Bytes<'_>,
        #[pyo3(from_py_with = argument::body::<name::body>)] body: Bytes<'_>,
        #[pyo3(from_py_with = argument::optional_number::<name::now, _>)] now: Option<u64>,
    ) -> Result<Incoming, Failure> {
        let receive = || self.core.receive(&method, &query, &body, wxseal_os::now_or(now));
        Ok(argument::run(py, body.len(), receive)?.into())
    }

    /// Say why `receive` refuses a request: try the known mistakes and name those that explain it, the
    /// likeliest first. Empty for a request that is right in all.
    ///
    /// For logs and for people, never for the peer. It hashes and decrypts several times, so it is no
    /// part of `receive`. Its arguments are those of `receive`.
    ///
    /// >>> import wxseal
    /// >>> request = wxseal.platform.url_check("BBBBB", "4375120948345356249")
    /// >>> for finding in wxseal.Endpoint.plain("AAAAA").diagnose(request.method, request.query):
    /// ...     print(finding.name)
    /// AnotherToken
    #[pyo3(
        signature = (method, query, body = Cow::Borrowed(b""), *, now = None),
        text_signature = "($self, method, query, body=b'', *, now=None)"
    )]
    fn diagnose(
        &self,
        py: Python<'_>,
        #[pyo3(from_py_with = argument::text::<name::method>)] method: Bytes<'_>,
        #[pyo3(from_py_with = pairs::query::<name::query>)] query: Bytes<'_>,
        #[pyo3(from_py_with = argument::body::<name::body>)] body: Bytes<'_>,
        #[pyo3(from_py_with = argument::optional_number::<name::now, _>)] now: Option<u64>,
    ) -> Vec<Finding> {
        let diagnose = || self.core.diagnose(&method, &query, &body, wxseal_os::now_or(now));
        argument::run(py, body.len(), diagnose).into_iter().map(Finding).collect()
    }

    /// Shows the settings without Token and keys.
    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let accepts = match self.crypts {
            0 => "plain".to_owned(),
            crypts => format!("crypts={crypts}"),
        };
        let tolerance = self.tolerance.map_or_else(|| "None".to_owned(), |seconds| seconds.to_string());
        let account = match &self.account {
            Some(account) => PyString::new(py, account).repr()?.to_string(),
            None => "None".to_owned(),
        };
        Ok(format!("<wxseal.Endpoint {accepts} tolerance={tolerance} account={account}>"))
    }

    /// `copy` and `pickle` ask for this; a pickle would hold the Token and the keys in clear.
    #[allow(clippy::unused_self)] // Python passes it.
    fn __reduce__(&self) -> PyResult<()> {
        Err(PyTypeError::new_err(
            "a wxseal.Endpoint holds secrets and cannot be pickled or copied: share it, or make another",
        ))
    }
}

/// One thing that is wrong with a request, or worth knowing of one that is right, from
/// `Endpoint.diagnose`. It holds nothing decrypted.
#[pyclass(frozen, eq, module = "wxseal")]
#[derive(PartialEq)]
pub(crate) struct Finding(wxseal_core::Finding);

#[pymethods]
impl Finding {
    /// Its name, the same in every language: `AnotherToken`, `PlusBecameSpace` …
    #[getter]
    fn name(&self) -> &'static str {
        self.0.name()
    }

    /// What it means and what to do, in a sentence.
    #[getter]
    fn text(&self) -> &'static str {
        self.0.text()
    }

    /// Of a `MissingParameter`, which; else `None`.
    #[getter]
    fn parameter(&self) -> Option<&'static str> {
        match self.0 {
            wxseal_core::Finding::MissingParameter { name } => Some(name),
            _ => None,
        }
    }

    /// Of a `StaleTimestamp`, how much earlier than the server's time it is, in seconds, negative if
    /// later; else `None`.
    #[getter]
    fn seconds(&self) -> Option<i64> {
        match self.0 {
            wxseal_core::Finding::StaleTimestamp { seconds } => Some(seconds),
            _ => None,
        }
    }

    fn __repr__(&self) -> String {
        let more = match self.0 {
            wxseal_core::Finding::MissingParameter { name } => format!(" parameter={name}"),
            wxseal_core::Finding::StaleTimestamp { seconds } => format!(" seconds={seconds}"),
            _ => String::new(),
        };
        format!("<wxseal.Finding {}{more}>", self.0.name())
    }
}
