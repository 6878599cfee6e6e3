//! From Python's arguments to Rust's.
//!
//! A wrong type is a `TypeError`. A `str` that is no Unicode text, since it holds lone surrogates, has no UTF-8 to be
//! hashed: it is the error that the core would give for bad text in its place, never a `UnicodeEncodeError`, as a peer can
//! cause it where a framework decodes with `surrogateescape`.

use std::borrow::Cow;

use pyo3::exceptions::{PyOverflowError, PyTypeError, PyUnicodeEncodeError};
use pyo3::intern;
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyInt, PyMemoryView, PyString};
use wxseal_core::Error;

use crate::exception::Failure;

/// From how many bytes of input on the interpreter is free for other threads while the core works.
///
/// The core takes one to two microseconds a kilobyte. Below this size no other thread would gain anything, and whoever
/// gives the GIL away may wait for it: up to 5 ms, the interpreter's switch interval, where another thread computes.
const DETACH_FROM: usize = 32 << 10;

/// Runs `work` on an input of `length` bytes, without the GIL where that is worth it.
///
/// What `work` borrows stays as it is meanwhile: `str` and `bytes` never change, and a [`Payload`] borrows nothing else.
pub(crate) fn run<T: Send>(py: Python<'_>, length: usize, work: impl FnOnce() -> T + Send) -> T {
    if length < DETACH_FROM { work() } else { py.detach(work) }
}

/// A Token, a receive id, a dialect or a format.
pub(crate) fn setting<'a>(value: &'a Bound<'_, PyAny>) -> PyResult<&'a str> {
    text(value, Error::InvalidConfig)
}

/// An EncodingAESKey. A lone surrogate becomes U+FFFD: no base64 either, so that the core says where it stands.
pub(crate) fn key<'a>(value: &'a Bound<'_, PyAny>) -> PyResult<Cow<'a, str>> {
    Ok(value.cast::<PyString>()?.to_string_lossy())
}

/// A size in bytes.
pub(crate) fn size(value: &Bound<'_, PyAny>) -> PyResult<usize> {
    in_range(value, Error::InvalidConfig)
}

/// The query's `signature` or `msg_signature`; `None` where it has none.
pub(crate) fn signature<'a>(value: &'a Bound<'_, PyAny>) -> PyResult<&'a str> {
    query_value(value, Error::SignatureMismatch)
}

/// The query's `timestamp` or `nonce`; `None` where it has none.
pub(crate) fn stamp<'a>(value: &'a Bound<'_, PyAny>) -> PyResult<&'a str> {
    query_value(value, Error::MalformedQuery)
}

/// The query's `echostr` on WeCom, which is base64; `None` where it has none.
pub(crate) fn echostr<'a>(value: &'a Bound<'_, PyAny>) -> PyResult<&'a str> {
    query_value(value, Error::InvalidBase64)
}

/// The body of a request.
pub(crate) fn body<'a, 'py>(value: &'a Bound<'py, PyAny>) -> PyResult<Payload<'a, 'py>> {
    payload(value, Error::MalformedEnvelope)
}

/// The message of a reply.
pub(crate) fn message<'a, 'py>(value: &'a Bound<'py, PyAny>) -> PyResult<Payload<'a, 'py>> {
    payload(value, Error::UnwritableReply)
}

/// The timestamp of a reply: text, or the seconds as an `int`.
pub(crate) fn reply_timestamp<'a>(value: &'a Bound<'_, PyAny>) -> PyResult<Option<Cow<'a, str>>> {
    if value.is_instance_of::<PyInt>() {
        let seconds: u64 = in_range(value, Error::UnwritableReply)?;
        return Ok(Some(Cow::Owned(seconds.to_string())));
    }
    if value.is_none() || value.is_instance_of::<PyString>() {
        return Ok(reply_nonce(value)?.map(Cow::Borrowed));
    }
    Err(PyTypeError::new_err("a timestamp is a str or an int, such as int(time.time())"))
}

/// The nonce of a reply.
pub(crate) fn reply_nonce<'a>(value: &'a Bound<'_, PyAny>) -> PyResult<Option<&'a str>> {
    if value.is_none() { Ok(None) } else { text(value, Error::UnwritableReply).map(Some) }
}

/// The 16 random bytes of a reply.
pub(crate) fn random<'a>(value: &'a Bound<'_, PyAny>) -> PyResult<Option<&'a [u8; 16]>> {
    if value.is_none() {
        return Ok(None);
    }
    let bytes = value.cast::<PyBytes>()?.as_bytes();
    Ok(Some(bytes.try_into().map_err(|_| Failure::from(Error::InvalidConfig))?))
}

/// The bytes of a body or a message, which nobody changes while it lives.
pub(crate) enum Payload<'a, 'py> {
    /// Of a `bytes`, or the UTF-8 of a `str`, which the `str` keeps: both are immutable.
    Borrowed(&'a [u8]),
    /// Of anything else, such as a `bytearray`, which another thread can change or shrink while the core reads it.
    Copied(Bound<'py, PyBytes>),
}

impl Payload<'_, '_> {
    pub(crate) fn as_bytes(&self) -> &[u8] {
        match self {
            Payload::Borrowed(bytes) => bytes,
            Payload::Copied(bytes) => bytes.as_bytes(),
        }
    }
}

fn payload<'a, 'py>(value: &'a Bound<'py, PyAny>, otherwise: Error) -> PyResult<Payload<'a, 'py>> {
    if let Ok(bytes) = value.cast::<PyBytes>() {
        return Ok(Payload::Borrowed(bytes.as_bytes()));
    }
    if value.is_instance_of::<PyString>() {
        return Ok(Payload::Borrowed(text(value, otherwise)?.as_bytes()));
    }
    // The buffer protocol itself is part of the stable ABI from Python 3.11 on only. A `memoryview` reaches it in 3.10 too,
    // and refuses what is not bytes-like; `bytes(value)` would take a list of numbers, or a number of zeros.
    let copy = PyMemoryView::from(value)?.call_method0(intern!(value.py(), "tobytes"))?;
    Ok(Payload::Copied(copy.cast_into()?))
}

fn query_value<'a>(value: &'a Bound<'_, PyAny>, otherwise: Error) -> PyResult<&'a str> {
    if value.is_none() { Err(Failure::from(Error::MalformedQuery).into()) } else { text(value, otherwise) }
}

fn text<'a>(value: &'a Bound<'_, PyAny>, otherwise: Error) -> PyResult<&'a str> {
    value.cast::<PyString>()?.to_str().map_err(|error| instead::<PyUnicodeEncodeError>(value.py(), error, otherwise))
}

fn in_range<'a, 'py, T>(value: &'a Bound<'py, PyAny>, otherwise: Error) -> PyResult<T>
where
    T: FromPyObject<'a, 'py, Error = PyErr>,
{
    value.extract().map_err(|error| instead::<PyOverflowError>(value.py(), error, otherwise))
}

/// The error of the table in place of Python's own `E`; any other error as it is.
fn instead<E: pyo3::PyTypeInfo>(py: Python<'_>, error: PyErr, otherwise: Error) -> PyErr {
    if error.is_instance_of::<E>(py) { Failure::from(otherwise).into() } else { error }
}
