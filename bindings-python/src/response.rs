//! What to answer over HTTP.

use pyo3::prelude::*;
use pyo3::types::PyBytes;

use crate::argument::{self, Bytes};
use crate::exception::{Failure, core_error};
use crate::name;

/// What to answer over HTTP: status, headers and body, complete.
///
/// Every answer of an `Incoming` is one, and so is the `response` of an error. It never changes. A store
/// keeps it as `to_bytes()`, which every language reads; pickled, it is the same bytes.
///
/// >>> import wxseal
/// >>> endpoint = wxseal.Endpoint.plain("AAAAA")
/// >>> try:
/// ...     response = endpoint.receive("DELETE", "").response
/// ... except wxseal.Error as error:
/// ...     response = error.response
/// >>> response
/// <wxseal.Response 405 text/plain; charset=utf-8, 18 bytes>
/// >>> response.headers[-1], response.body
/// (('Allow', 'GET, POST'), b'method not allowed')
#[pyclass(frozen, eq, module = "wxseal")]
#[derive(PartialEq)]
pub(crate) struct Response(wxseal_core::Response);

impl From<wxseal_core::Response> for Response {
    fn from(response: wxseal_core::Response) -> Self {
        Response(response)
    }
}

impl Response {
    pub(crate) fn core(&self) -> &wxseal_core::Response {
        &self.0
    }
}

/// What to answer over HTTP to the request that raised this: `http_status` and its phrase.
///
/// Errors of one status have one answer, so that whoever sent a bad request does not learn why it
/// is bad.
#[pyfunction]
pub(crate) fn response(error: &Bound<'_, PyAny>) -> PyResult<Response> {
    core_error(error).map(|error| wxseal_core::Response::refusal(error).into())
}

#[pymethods]
impl Response {
    /// What to answer to a request that was refused: the error's `http_status` and its phrase, nothing
    /// of the reason. The same as the error's own `response`.
    #[staticmethod]
    fn refusal(error: &Bound<'_, PyAny>) -> PyResult<Self> {
        response(error)
    }

    /// The HTTP status: 200, or of a refusal 400, 403, 405 or 500.
    #[getter]
    fn status(&self) -> u16 {
        self.0.status()
    }

    /// The `Content-Type`: `text/plain; charset=utf-8`, `application/xml` or `application/json`.
    #[getter]
    fn content_type(&self) -> &'static str {
        self.0.content_type()
    }

    /// The headers to send, names and values: `Content-Type`; `X-Content-Type-Options: nosniff`, since
    /// an echostr is a stranger's text; and `Allow` with a 405. A new list each time, as WSGI wants it.
    #[getter]
    fn headers(&self) -> Vec<(&'static str, &'static str)> {
        self.0.headers().collect()
    }

    /// The body, byte for byte: nothing may be added to it.
    #[getter]
    fn body<'py>(&self, py: Python<'py>) -> Bound<'py, PyBytes> {
        PyBytes::new(py, self.0.body())
    }

    /// The response as bytes, for a store that processes share: `from_bytes` of every language reads them.
    /// Their format is that of `wxseal_response_to_bytes` in `wxseal.h`.
    fn to_bytes<'py>(&self, py: Python<'py>) -> Bound<'py, PyBytes> {
        PyBytes::new(py, &self.0.to_bytes())
    }

    /// Read what `to_bytes` has written, in any language and by any version of this library that is not
    /// newer.
    ///
    /// Args:
    ///     stored: bytes, or anything like them.
    ///
    /// Raises:
    ///     UnwritableReply: they are another's, cut short, too long, or of a later version.
    ///
    /// >>> import wxseal
    /// >>> response = wxseal.MalformedQuery("").response
    /// >>> response.to_bytes()[:16]
    /// b'wxsr\x01\x01\x01\x90\x00\x00\x00\x00\x00\x00\x00\x0b'
    /// >>> wxseal.Response.from_bytes(response.to_bytes()) == response
    /// True
    #[staticmethod]
    fn from_bytes(#[pyo3(from_py_with = argument::stored::<name::stored>)] stored: Bytes<'_>) -> Result<Self, Failure> {
        Ok(Response(wxseal_core::Response::from_bytes(&stored)?))
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<(Bound<'py, PyAny>, (Bound<'py, PyBytes>,))> {
        Ok((py.get_type::<Self>().getattr("from_bytes")?, (self.to_bytes(py),)))
    }

    /// Shows the status, the type and the size; a plain endpoint's body is in clear.
    fn __repr__(&self) -> String {
        format!("<wxseal.Response {} {}, {} bytes>", self.0.status(), self.0.content_type(), self.0.body().len())
    }
}
