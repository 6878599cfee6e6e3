//! `verify_signature`.

use pyo3::prelude::*;

use crate::argument::{self, Bytes};
use crate::exception::Failure;
use crate::name;

/// Check the `signature` of a URL check or of a plain-mode push.
///
/// It is the SHA-1 of Token, timestamp and nonce, sorted. On a URL check of WeChat, answer with the
/// `echostr` exactly as received once this returns. There is no result to look at: a signature that
/// does not hold is an error.
///
/// The signature covers **no body**: anybody who has seen one URL can forge plain-mode messages,
/// and for an encrypted message it proves nothing. **Neither freshness nor replay is checked**: a
/// request that verified once verifies for ever.
///
/// All values are text as received, percent-decoded once; `None` stands for a parameter that the
/// query lacks or has twice.
///
/// Raises:
///     InvalidConfig: the Token is empty, or holds white space or a control character.
///     MalformedQuery: a parameter is `None`, `timestamp` is not 1 to 13 digits, or `nonce` is not
///         1 to 63 of `A-Z a-z 0-9 _ -`.
///     SignatureMismatch: the signature is another.
///
/// The example of the official documentation:
///
/// >>> import wxseal
/// >>> wxseal.verify_signature(
/// ...     "AAAAA",
/// ...     signature="f464b24fc39322e44b38aa78f5edd27bd1441696",
/// ...     timestamp="1714036504",
/// ...     nonce="1514711492",
/// ... )
#[pyfunction]
#[pyo3(signature = (token, *, signature, timestamp, nonce))]
pub(crate) fn verify_signature(
    #[pyo3(from_py_with = argument::text::<name::token>)] token: Bytes<'_>,
    #[pyo3(from_py_with = argument::parameter::<name::signature>)] signature: Bytes<'_>,
    #[pyo3(from_py_with = argument::parameter::<name::timestamp>)] timestamp: Bytes<'_>,
    #[pyo3(from_py_with = argument::parameter::<name::nonce>)] nonce: Bytes<'_>,
) -> Result<(), Failure> {
    Ok(wxseal_core::verify_signature(token, signature, timestamp, nonce)?)
}
