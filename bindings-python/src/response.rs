//! What to answer over HTTP.

use pyo3::prelude::*;
use pyo3::types::PyBytes;

use crate::exception::core_error;

/// What to answer over HTTP: status, headers and body, complete.
///
/// Every answer of an `Incoming` is one, and so is the `response` of an error. It never changes.
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

#[pymethods]
impl Response {
    /// What to answer to a request that was refused: the error's `http_status` and its phrase, nothing
    /// of the reason. The same as the error's own `response`.
    #[staticmethod]
    fn refusal(error: &Bound<'_, PyAny>) -> PyResult<Self> {
        core_error(error).map(|error| Response(wxseal_core::Response::refusal(error)))
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

    /// Shows the status, the type and the size; a plain endpoint's body is in clear.
    fn __repr__(&self) -> String {
        format!("<wxseal.Response {} {}, {} bytes>", self.0.status(), self.0.content_type(), self.0.body().len())
    }
}
