//! The parts of an envelope, for servers that have one of their own.

use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyString};
use wxseal_core::Stamp;

use crate::argument::{self, Bytes};
use crate::exception::Failure;
use crate::name;

/// A sealed message in its parts, from `MsgCrypt.seal`: what an envelope is written from.
#[pyclass(frozen, eq, module = "wxseal")]
#[derive(PartialEq)]
pub(crate) struct Sealed(wxseal_core::Sealed);

impl From<wxseal_core::Sealed> for Sealed {
    fn from(sealed: wxseal_core::Sealed) -> Self {
        Sealed(sealed)
    }
}

#[pymethods]
impl Sealed {
    /// The cipher text, in base64.
    #[getter]
    fn encrypt(&self) -> &str {
        &self.0.encrypt
    }

    /// The signature over Token, timestamp, nonce and the cipher text: 40 lower-case hexadecimal digits.
    #[getter]
    fn msg_signature(&self) -> &str {
        &self.0.msg_signature
    }

    /// The timestamp that was signed.
    #[getter]
    fn timestamp(&self) -> &str {
        &self.0.timestamp
    }

    /// The nonce that was signed.
    #[getter]
    fn nonce(&self) -> &str {
        &self.0.nonce
    }

    /// Shows the size.
    fn __repr__(&self) -> String {
        format!("<wxseal.Sealed, {} bytes>", self.0.encrypt.len())
    }
}

/// A message, and the receive id that stood behind it, from `MsgCrypt.open`.
#[pyclass(frozen, eq, module = "wxseal")]
#[derive(PartialEq)]
pub(crate) struct Opened(wxseal_core::Opened);

impl From<wxseal_core::Opened> for Opened {
    fn from(opened: wxseal_core::Opened) -> Self {
        Opened(opened)
    }
}

#[pymethods]
impl Opened {
    /// The message as the platform wrote it.
    #[getter]
    fn message<'py>(&self, py: Python<'py>) -> Bound<'py, PyBytes> {
        PyBytes::new(py, &self.0.message)
    }

    /// Whom it is addressed to, which is the caller's to check: whoever holds the Token and the key can
    /// address a message to anybody.
    #[getter]
    fn receive_id(&self) -> &str {
        &self.0.receive_id
    }

    /// Shows the receive id and the size; never the message.
    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let receive_id = PyString::new(py, &self.0.receive_id);
        Ok(format!("<wxseal.Opened receive_id={}, {} bytes>", receive_id.repr()?, self.0.message.len()))
    }
}

/// Give the `msg_signature` of a cipher text: the SHA-1 of Token, timestamp, nonce and `encrypt`,
/// sorted, as 40 lower-case hexadecimal digits.
///
/// For code that stands in for another library. To compare a signature is `MsgCrypt.decrypt`'s and
/// `verify_signature`'s, in constant time.
///
/// Args:
///     token: the Token.
///     encrypt: the cipher text, in base64.
///     timestamp: in seconds since 1970, as text or as an `int`.
///     nonce: the request's.
///
/// Raises:
///     InvalidConfig: the Token is empty, or holds white space or a control character.
///     MalformedQuery: `timestamp` is not 1 to 13 digits, or `nonce` is not 1 to 63 of
///         `A-Z a-z 0-9 _ -`.
///
/// >>> import wxseal
/// >>> wxseal.sign(
/// ...     "AAAAA",
/// ...     "ELGduP2YcVatjqIS+eZbp80MNLoAUWvzzyJxgGzxZO/5sAvd070Bs6qrLARC9nVH"
/// ...     "m48Y4hyRbtzve1L32tmxSQ==",
/// ...     timestamp=1713424427,
/// ...     nonce="415670741",
/// ... )
/// '1b9339964ed2e271e7c7b6ff2b0ef902fc94dea1'
#[pyfunction]
#[pyo3(signature = (token, encrypt, *, timestamp, nonce))]
pub(crate) fn sign(
    py: Python<'_>,
    #[pyo3(from_py_with = argument::text::<name::token>)] token: Bytes<'_>,
    #[pyo3(from_py_with = argument::text::<name::encrypt>)] encrypt: Bytes<'_>,
    #[pyo3(from_py_with = argument::timestamp::<name::timestamp>)] timestamp: Bytes<'_>,
    #[pyo3(from_py_with = argument::text::<name::nonce>)] nonce: Bytes<'_>,
) -> Result<String, Failure> {
    let sign = || wxseal_core::sign(&token, Stamp::new(&timestamp, &nonce)?, &encrypt);
    Ok(argument::run(py, encrypt.len(), sign)?)
}
