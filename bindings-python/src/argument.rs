//! From Python's arguments to Rust's.
//!
//! A wrong type is a `TypeError`. A `str` that is no Unicode text, since it holds lone surrogates, has no UTF-8 to be
//! hashed: it is the error that the core would give for bad text in its place, never a `UnicodeEncodeError`, as a peer can
//! cause it where a framework decodes with `surrogateescape`.

use std::borrow::Cow;
use std::sync::Arc;

use pyo3::exceptions::{PyOverflowError, PyRecursionError, PyTypeError, PyUnicodeEncodeError, PyValueError};
use pyo3::intern;
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyDict, PyInt, PyList, PyMapping, PyMemoryView, PyString, PyTuple};
use wxseal_core::Error;

use crate::exception::Failure;
use crate::msg_crypt::MsgCrypt;

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

/// A size in bytes, or `None`.
pub(crate) fn optional_size(value: &Bound<'_, PyAny>) -> PyResult<Option<usize>> {
    if value.is_none() { Ok(None) } else { size(value).map(Some) }
}

/// A number of seconds, or `None`.
pub(crate) fn optional_seconds(value: &Bound<'_, PyAny>) -> PyResult<Option<u64>> {
    if value.is_none() { Ok(None) } else { seconds(value).map(Some) }
}

/// A number of seconds.
pub(crate) fn seconds(value: &Bound<'_, PyAny>) -> PyResult<u64> {
    in_range(value, Error::InvalidConfig)
}

/// A setting that may be `None`.
pub(crate) fn optional_setting<'a>(value: &'a Bound<'_, PyAny>) -> PyResult<Option<&'a str>> {
    if value.is_none() { Ok(None) } else { setting(value).map(Some) }
}

/// Any number of `MsgCrypt`s.
pub(crate) fn crypts(value: &Bound<'_, PyAny>) -> PyResult<Vec<Arc<wxseal_core::MsgCrypt>>> {
    value.try_iter()?.map(|crypt| Ok(crypt?.cast::<MsgCrypt>()?.get().core())).collect()
}

/// The method of a request.
pub(crate) fn method<'a>(value: &'a Bound<'_, PyAny>) -> PyResult<&'a str> {
    text(value, Error::UnknownMethod)
}

/// The query of a request: the raw string, or what a framework made of it.
///
/// The latter is percent-encoded again, so that one reader decides for both what is missing, repeated or no text, and where
/// that matters.
pub(crate) fn query<'a>(value: &'a Bound<'_, PyAny>) -> PyResult<Cow<'a, str>> {
    if let Ok(bytes) = value.cast::<PyBytes>() {
        let raw = std::str::from_utf8(bytes.as_bytes()).map_err(|_| Failure::from(Error::MalformedQuery))?;
        return Ok(Cow::Borrowed(raw));
    }
    if value.is_instance_of::<PyString>() {
        return text(value, Error::MalformedQuery).map(Cow::Borrowed);
    }
    let pairs = match value.cast::<PyMapping>() {
        Ok(mapping) => mapping.items()?.try_iter()?,
        Err(_) => value.try_iter().map_err(|_| wrong_query())?,
    };
    let mut raw = String::new();
    for pair in pairs {
        let (name, values) = pair?.extract::<(Bound<'_, PyAny>, Bound<'_, PyAny>)>().map_err(|_| wrong_query())?;
        if values.is_instance_of::<PyList>() || values.is_instance_of::<PyTuple>() {
            for value in values.try_iter()? {
                push_pair(&mut raw, &name, &value?)?;
            }
        } else {
            push_pair(&mut raw, &name, &values)?;
        }
    }
    Ok(Cow::Owned(raw))
}

fn push_pair(raw: &mut String, name: &Bound<'_, PyAny>, value: &Bound<'_, PyAny>) -> PyResult<()> {
    let name = name.cast::<PyString>().map_err(|_| wrong_query())?;
    if !value.is_none() {
        percent_encode(raw, name);
        raw.push('=');
        percent_encode(raw, value.cast::<PyString>().map_err(|_| wrong_query())?);
        raw.push('&');
    }
    Ok(())
}

fn percent_encode(raw: &mut String, text: &Bound<'_, PyString>) {
    // No text, and so is what stands for it.
    let Ok(text) = text.to_str() else { return raw.push_str("%FF") };
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() {
            raw.push(byte.into());
        } else {
            raw.extend(["%", &format!("{byte:02X}")]);
        }
    }
}

fn wrong_query() -> PyErr {
    PyTypeError::new_err("a query is a str, bytes, a mapping of str to str or to lists of str, or pairs of str")
}

/// The query's `signature` or `msg_signature`; `None` where it has none.
pub(crate) fn signature<'a>(value: &'a Bound<'_, PyAny>) -> PyResult<&'a str> {
    query_value(value, Error::SignatureMismatch)
}

/// The query's `timestamp` or `nonce`; `None` where it has none.
pub(crate) fn stamp<'a>(value: &'a Bound<'_, PyAny>) -> PyResult<&'a str> {
    query_value(value, Error::MalformedQuery)
}

/// The base64 of open data.
pub(crate) fn base64<'a>(value: &'a Bound<'_, PyAny>) -> PyResult<&'a str> {
    text(value, Error::InvalidBase64)
}

/// What stands under or beside the signature of open data.
pub(crate) fn signed_text<'a>(value: &'a Bound<'_, PyAny>) -> PyResult<&'a str> {
    text(value, Error::SignatureMismatch)
}

/// The query's `echostr` on WeCom, which is base64; `None` where it has none.
pub(crate) fn echostr<'a>(value: &'a Bound<'_, PyAny>) -> PyResult<&'a str> {
    query_value(value, Error::InvalidBase64)
}

/// The body of a request.
pub(crate) fn body<'a, 'py>(value: &'a Bound<'py, PyAny>) -> PyResult<Payload<'a, 'py>> {
    payload(value, Error::MalformedEnvelope)
}

/// The body of an answer of the server API. One that is no text is as unreadable as none.
pub(crate) fn answer<'a, 'py>(value: &'a Bound<'py, PyAny>) -> PyResult<Payload<'a, 'py>> {
    let no_text = value.cast::<PyString>().is_ok_and(|text| text.to_str().is_err());
    if no_text { Ok(Payload::EMPTY) } else { payload(value, Error::MalformedEnvelope) }
}

/// A stored response, which is no text.
pub(crate) fn stored<'a, 'py>(value: &'a Bound<'py, PyAny>) -> PyResult<Payload<'a, 'py>> {
    value.cast::<PyBytes>().map_or_else(|_| copied(value), |bytes| Ok(Payload::Borrowed(bytes.as_bytes())))
}

/// The message of a reply.
pub(crate) fn message<'a, 'py>(value: &'a Bound<'py, PyAny>) -> PyResult<Payload<'a, 'py>> {
    payload(value, Error::UnwritableReply)
}

/// A text in a reply.
pub(crate) fn reply_text<'a>(value: &'a Bound<'_, PyAny>) -> PyResult<&'a str> {
    text(value, Error::UnwritableReply)
}

/// A text in a reply, or `None`.
pub(crate) fn optional_reply_text<'a>(value: &'a Bound<'_, PyAny>) -> PyResult<Option<&'a str>> {
    if value.is_none() { Ok(None) } else { reply_text(value).map(Some) }
}

/// Any number of texts in a reply, or `None`. A `str` is one text, and not its letters.
pub(crate) fn optional_reply_texts(value: &Bound<'_, PyAny>) -> PyResult<Option<Vec<String>>> {
    if value.is_none() {
        return Ok(None);
    }
    if value.is_instance_of::<PyString>() {
        return Err(PyTypeError::new_err("userids are several: a list of str, or any other iterable"));
    }
    value.try_iter()?.map(|text| Ok(reply_text(&text?)?.to_owned())).collect::<PyResult<_>>().map(Some)
}

/// A number in a reply.
pub(crate) fn reply_number<'a, 'py, T>(value: &'a Bound<'py, PyAny>) -> PyResult<T>
where
    T: FromPyObject<'a, 'py, Error = PyErr>,
{
    in_range(value, Error::UnwritableReply)
}

/// The time of a reply, or `None` for the system's.
pub(crate) fn reply_now(value: &Bound<'_, PyAny>) -> PyResult<Option<u64>> {
    if value.is_none() { Ok(None) } else { reply_number(value).map(Some) }
}

/// JSON in a reply.
pub(crate) fn reply_json<'a>(value: &'a Bound<'_, PyAny>) -> PyResult<Cow<'a, str>> {
    json(value, Error::UnwritableReply)
}

/// JSON: a text as it is, anything else as Python's `json` writes it, in raw UTF-8.
pub(crate) fn json<'a>(value: &'a Bound<'_, PyAny>, otherwise: Error) -> PyResult<Cow<'a, str>> {
    if value.is_instance_of::<PyString>() {
        return text(value, otherwise).map(Cow::Borrowed);
    }
    let py = value.py();
    let options = PyDict::new(py);
    options.set_item(intern!(py, "ensure_ascii"), false)?;
    // NaN and infinities have no JSON.
    options.set_item(intern!(py, "allow_nan"), false)?;
    options.set_item(intern!(py, "separators"), (",", ":"))?;
    let written = py.import(intern!(py, "json"))?.call_method(intern!(py, "dumps"), (value,), Some(&options));
    let written = written.map_err(|error| instead::<PyValueError>(py, error, otherwise));
    let written = written.map_err(|error| instead::<PyRecursionError>(py, error, otherwise))?;
    Ok(Cow::Owned(text(&written, otherwise)?.to_owned()))
}

/// The timestamp of a reply: text, or the seconds as an `int`.
pub(crate) fn reply_timestamp<'a>(value: &'a Bound<'_, PyAny>) -> PyResult<Option<Cow<'a, str>>> {
    timestamp(value, Error::UnwritableReply)
}

/// The nonce of a reply.
pub(crate) fn reply_nonce<'a>(value: &'a Bound<'_, PyAny>) -> PyResult<Option<&'a str>> {
    optional_reply_text(value)
}

/// The echostr of a request that is made here.
pub(crate) fn request_text<'a>(value: &'a Bound<'_, PyAny>) -> PyResult<&'a str> {
    text(value, Error::MalformedQuery)
}

/// The timestamp of a request that is made here: text, or the seconds as an `int`.
pub(crate) fn request_timestamp<'a>(value: &'a Bound<'_, PyAny>) -> PyResult<Option<Cow<'a, str>>> {
    timestamp(value, Error::MalformedQuery)
}

/// The nonce of a request that is made here.
pub(crate) fn request_nonce<'a>(value: &'a Bound<'_, PyAny>) -> PyResult<Option<&'a str>> {
    if value.is_none() { Ok(None) } else { request_text(value).map(Some) }
}

fn timestamp<'a>(value: &'a Bound<'_, PyAny>, otherwise: Error) -> PyResult<Option<Cow<'a, str>>> {
    if value.is_none() {
        return Ok(None);
    }
    if value.is_instance_of::<PyInt>() {
        let seconds: u64 = in_range(value, otherwise)?;
        return Ok(Some(Cow::Owned(seconds.to_string())));
    }
    if value.is_instance_of::<PyString>() {
        return text(value, otherwise).map(Cow::Borrowed).map(Some);
    }
    Err(PyTypeError::new_err("a timestamp is a str or an int, such as int(time.time())"))
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
    pub(crate) const EMPTY: Self = Payload::Borrowed(b"");

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
    copied(value)
}

fn copied<'a, 'py>(value: &'a Bound<'py, PyAny>) -> PyResult<Payload<'a, 'py>> {
    // The buffer protocol itself is part of the stable ABI from Python 3.11 on only. A `memoryview` reaches it in 3.10 too,
    // and refuses what is not bytes-like; `bytes(value)` would take a list of numbers, or a number of zeros.
    let copy = PyMemoryView::from(value)?.call_method0(intern!(value.py(), "tobytes"))?;
    Ok(Payload::Copied(copy.cast_into()?))
}

fn query_value<'a>(value: &'a Bound<'_, PyAny>, otherwise: Error) -> PyResult<&'a str> {
    if value.is_none() { Err(Failure::from(Error::MalformedQuery).into()) } else { text(value, otherwise) }
}

/// A text; one that is none is `otherwise`.
pub(crate) fn text<'a>(value: &'a Bound<'_, PyAny>, otherwise: Error) -> PyResult<&'a str> {
    value.cast::<PyString>()?.to_str().map_err(|error| instead::<PyUnicodeEncodeError>(value.py(), error, otherwise))
}

/// An integer; one that is out of range is `otherwise`.
pub(crate) fn in_range<'a, 'py, T>(value: &'a Bound<'py, PyAny>, otherwise: Error) -> PyResult<T>
where
    T: FromPyObject<'a, 'py, Error = PyErr>,
{
    value.extract().map_err(|error| instead::<PyOverflowError>(value.py(), error, otherwise))
}

/// The error of the table in place of Python's own `E`; any other error as it is.
fn instead<E: pyo3::PyTypeInfo>(py: Python<'_>, error: PyErr, otherwise: Error) -> PyErr {
    if error.is_instance_of::<E>(py) { Failure::from(otherwise).into() } else { error }
}
