//! From Python's arguments to Rust's.
//!
//! A wrong type is a `TypeError` that names the argument. A `str` that is no Unicode text, since it holds lone surrogates, has
//! no UTF-8 to be hashed: it is the error that the core would give for bad text in its place, never a `UnicodeEncodeError`, as
//! a peer can cause it where a framework decodes with `surrogateescape`.

use std::borrow::Cow;

use pyo3::exceptions::{PyOverflowError, PyRecursionError, PyTypeError, PyUnicodeEncodeError, PyValueError};
use pyo3::intern;
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyDict, PyInt, PyMemoryView, PyString};
use pyo3::{PyClass, PyTypeInfo};
use wxseal_core::Error;

use crate::exception::Failure;
use crate::name::{Name, wrong};

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

/// A setting, or another text of the server's own.
pub(crate) fn setting<'a, N: Name>(value: &'a Bound<'_, PyAny>) -> PyResult<&'a str> {
    text(value, N::NAME, N::invalid)
}

/// A setting that may be `None`.
pub(crate) fn optional_setting<'a, N: Name>(value: &'a Bound<'_, PyAny>) -> PyResult<Option<&'a str>> {
    optional(value, setting::<N>)
}

/// An EncodingAESKey. A lone surrogate becomes U+FFFD: no base64 either, so that the core says where it stands.
pub(crate) fn key<'a, N: Name>(value: &'a Bound<'_, PyAny>) -> PyResult<Cow<'a, str>> {
    Ok(string(value, N::NAME)?.to_string_lossy())
}

/// A number of the server's own: of seconds, of bytes.
pub(crate) fn number<'a, 'py, N: Name, T>(value: &'a Bound<'py, PyAny>) -> PyResult<T>
where
    T: FromPyObject<'a, 'py, Error = PyErr>,
{
    in_range(value, N::NAME, N::invalid)
}

/// A number of the server's own, or `None`.
pub(crate) fn optional_number<'a, 'py, N: Name, T>(value: &'a Bound<'py, PyAny>) -> PyResult<Option<T>>
where
    T: FromPyObject<'a, 'py, Error = PyErr>,
{
    optional(value, number::<N, T>)
}

/// A choice.
pub(crate) fn flag<N: Name>(value: &Bound<'_, PyAny>) -> PyResult<bool> {
    value.extract().map_err(|error| instead::<PyTypeError>(value, error, || wrong(N::NAME, "a bool", value)))
}

/// An object of this package.
pub(crate) fn instance<'a, 'py, N: Name, T: PyClass>(value: &'a Bound<'py, PyAny>) -> PyResult<&'a Bound<'py, T>> {
    value.cast().map_err(|_| wrong(N::NAME, &format!("a {}", <T as PyClass>::NAME), value))
}

/// Any number of objects of this package.
pub(crate) fn instances<'py, N: Name, T: PyClass>(value: &Bound<'py, PyAny>) -> PyResult<Vec<Bound<'py, T>>> {
    let wrong = |value: &_| wrong(N::NAME, &format!("a list or other iterable of {}", <T as PyClass>::NAME), value);
    let objects = value.try_iter().map_err(|error| instead::<PyTypeError>(value, error, || wrong(value)))?;
    objects.map(|object| object?.cast_into().map_err(|error| wrong(&error.into_inner()))).collect()
}

/// The method of a request.
pub(crate) fn method<'a, N: Name>(value: &'a Bound<'_, PyAny>) -> PyResult<&'a str> {
    text(value, N::NAME, || Error::UnknownMethod)
}

/// The query's `signature` or `msg_signature`; `None` where it has none.
pub(crate) fn signature<'a, N: Name>(value: &'a Bound<'_, PyAny>) -> PyResult<&'a str> {
    query_value(value, N::NAME, Error::SignatureMismatch)
}

/// The query's `timestamp` or `nonce`; `None` where it has none.
pub(crate) fn stamp<'a, N: Name>(value: &'a Bound<'_, PyAny>) -> PyResult<&'a str> {
    query_value(value, N::NAME, Error::MalformedQuery)
}

/// The query's `echostr` on WeCom, which is base64; `None` where it has none.
pub(crate) fn echostr<'a, N: Name>(value: &'a Bound<'_, PyAny>) -> PyResult<&'a str> {
    query_value(value, N::NAME, Error::InvalidBase64)
}

fn query_value<'a>(value: &'a Bound<'_, PyAny>, name: &str, otherwise: Error) -> PyResult<&'a str> {
    if value.is_none() { Err(Failure::from(Error::MalformedQuery).into()) } else { text(value, name, || otherwise) }
}

/// The base64 of open data.
pub(crate) fn base64<'a, N: Name>(value: &'a Bound<'_, PyAny>) -> PyResult<&'a str> {
    text(value, N::NAME, || Error::InvalidBase64)
}

/// What stands under or beside the signature of open data.
pub(crate) fn signed_text<'a, N: Name>(value: &'a Bound<'_, PyAny>) -> PyResult<&'a str> {
    text(value, N::NAME, || Error::SignatureMismatch)
}

/// The body of a request, or of an answer to one.
pub(crate) fn body<'a, 'py, N: Name>(value: &'a Bound<'py, PyAny>) -> PyResult<Payload<'a, 'py>> {
    let wanted = "the raw body, before any parser: bytes, or anything like them, or a str";
    payload(value, N::NAME, wanted, Error::MalformedEnvelope)
}

/// The body of an answer of the server API. One that is no text is as unreadable as none.
pub(crate) fn answer<'a, 'py, N: Name>(value: &'a Bound<'py, PyAny>) -> PyResult<Payload<'a, 'py>> {
    let no_text = value.cast::<PyString>().is_ok_and(|text| text.to_str().is_err());
    if no_text { Ok(Payload::EMPTY) } else { body::<N>(value) }
}

/// A stored response, which is no text.
pub(crate) fn stored<'a, 'py, N: Name>(value: &'a Bound<'py, PyAny>) -> PyResult<Payload<'a, 'py>> {
    bytes(value, N::NAME, "bytes, or anything like them")
}

/// The message of a reply.
pub(crate) fn message<'a, 'py, N: Name>(value: &'a Bound<'py, PyAny>) -> PyResult<Payload<'a, 'py>> {
    payload(value, N::NAME, "bytes, or anything like them, or a str", Error::UnwritableReply)
}

/// A text in a reply.
pub(crate) fn reply_text<'a, N: Name>(value: &'a Bound<'_, PyAny>) -> PyResult<&'a str> {
    text(value, N::NAME, || Error::UnwritableReply)
}

/// A text in a reply, or `None`.
pub(crate) fn optional_reply_text<'a, N: Name>(value: &'a Bound<'_, PyAny>) -> PyResult<Option<&'a str>> {
    optional(value, reply_text::<N>)
}

/// Any number of texts in a reply, or `None`. A `str` is one text, and not its letters.
pub(crate) fn optional_reply_texts<'py, N: Name>(value: &Bound<'py, PyAny>) -> PyResult<Option<Vec<String>>> {
    let wrong = |value: &Bound<'py, PyAny>| wrong(N::NAME, "a list or other iterable of str", value);
    if value.is_instance_of::<PyString>() {
        return Err(wrong(value));
    }
    let owned = |value: Bound<'py, PyAny>| {
        let text = value.cast::<PyString>().map_err(|_| wrong(&value))?;
        encoded(text, || Error::UnwritableReply).map(str::to_owned)
    };
    optional(value, |value| {
        let texts = value.try_iter().map_err(|error| instead::<PyTypeError>(value, error, || wrong(value)))?;
        texts.map(|text| owned(text?)).collect()
    })
}

/// A number in a reply.
pub(crate) fn reply_number<'a, 'py, N: Name, T>(value: &'a Bound<'py, PyAny>) -> PyResult<T>
where
    T: FromPyObject<'a, 'py, Error = PyErr>,
{
    in_range(value, N::NAME, || Error::UnwritableReply)
}

/// The time of a reply, or `None` for the system's.
pub(crate) fn reply_now<N: Name>(value: &Bound<'_, PyAny>) -> PyResult<Option<u64>> {
    optional(value, reply_number::<N, _>)
}

/// JSON in a reply.
pub(crate) fn reply_json<'a, N: Name>(value: &'a Bound<'_, PyAny>) -> PyResult<Cow<'a, str>> {
    json::<N>(value, Error::UnwritableReply)
}

/// JSON in a reply, or `None`.
pub(crate) fn optional_reply_json<'a, N: Name>(value: &'a Bound<'_, PyAny>) -> PyResult<Option<Cow<'a, str>>> {
    optional(value, reply_json::<N>)
}

/// JSON: a text as it is, anything else as Python's `json` writes it, in raw UTF-8.
pub(crate) fn json<'a, N: Name>(value: &'a Bound<'_, PyAny>, otherwise: Error) -> PyResult<Cow<'a, str>> {
    if value.is_instance_of::<PyString>() {
        return text(value, N::NAME, || otherwise).map(Cow::Borrowed);
    }
    let py = value.py();
    let options = PyDict::new(py);
    options.set_item(intern!(py, "ensure_ascii"), false)?;
    // NaN and infinities have no JSON.
    options.set_item(intern!(py, "allow_nan"), false)?;
    options.set_item(intern!(py, "separators"), (",", ":"))?;
    let written = py.import(intern!(py, "json"))?.call_method(intern!(py, "dumps"), (value,), Some(&options));
    let written = written.map_err(|error| instead::<PyValueError>(value, error, || core(otherwise)));
    let written = written.map_err(|error| instead::<PyRecursionError>(value, error, || core(otherwise)));
    // What is wrong may lie deep inside, and Python's words name its type.
    let written = written.map_err(|error| {
        let said = format!("{} must be JSON, or what becomes JSON: {}", N::NAME, error.value(py));
        instead::<PyTypeError>(value, error, || PyTypeError::new_err(said))
    })?;
    Ok(Cow::Owned(text(&written, N::NAME, || otherwise)?.to_owned()))
}

/// The timestamp of a reply: text, or the seconds as an `int`.
pub(crate) fn reply_timestamp<'a, N: Name>(value: &'a Bound<'_, PyAny>) -> PyResult<Option<Cow<'a, str>>> {
    optional(value, |value| timestamp(value, N::NAME, Error::UnwritableReply))
}

/// The nonce of a reply.
pub(crate) fn reply_nonce<'a, N: Name>(value: &'a Bound<'_, PyAny>) -> PyResult<Option<&'a str>> {
    optional_reply_text::<N>(value)
}

/// The echostr of a request that is made here.
pub(crate) fn request_text<'a, N: Name>(value: &'a Bound<'_, PyAny>) -> PyResult<&'a str> {
    text(value, N::NAME, || Error::MalformedQuery)
}

/// The timestamp of a request that is made here: text, or the seconds as an `int`.
pub(crate) fn request_timestamp<'a, N: Name>(value: &'a Bound<'_, PyAny>) -> PyResult<Option<Cow<'a, str>>> {
    optional(value, |value| timestamp(value, N::NAME, Error::MalformedQuery))
}

/// The nonce of a request that is made here.
pub(crate) fn request_nonce<'a, N: Name>(value: &'a Bound<'_, PyAny>) -> PyResult<Option<&'a str>> {
    optional(value, request_text::<N>)
}

fn timestamp<'a>(value: &'a Bound<'_, PyAny>, name: &str, otherwise: Error) -> PyResult<Cow<'a, str>> {
    if value.is_instance_of::<PyInt>() {
        let seconds: u64 = in_range(value, name, || otherwise)?;
        return Ok(Cow::Owned(seconds.to_string()));
    }
    let text = value.cast::<PyString>().map_err(|_| wrong(name, "a str or an int, such as int(time.time())", value))?;
    encoded(text, || otherwise).map(Cow::Borrowed)
}

/// The 16 random bytes of a reply.
pub(crate) fn random<'a, N: Name>(value: &'a Bound<'_, PyAny>) -> PyResult<Option<&'a [u8; 16]>> {
    optional(value, |value| {
        let bytes = value.cast::<PyBytes>().map_err(|_| wrong(N::NAME, "16 bytes", value))?;
        bytes.as_bytes().try_into().map_err(|_| core(N::invalid()))
    })
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

fn payload<'a, 'py>(
    value: &'a Bound<'py, PyAny>,
    name: &str,
    wanted: &str,
    otherwise: Error,
) -> PyResult<Payload<'a, 'py>> {
    match value.cast::<PyString>() {
        Ok(text) => Ok(Payload::Borrowed(encoded(text, || otherwise)?.as_bytes())),
        Err(_) => bytes(value, name, wanted),
    }
}

fn bytes<'a, 'py>(value: &'a Bound<'py, PyAny>, name: &str, wanted: &str) -> PyResult<Payload<'a, 'py>> {
    if let Ok(bytes) = value.cast::<PyBytes>() {
        return Ok(Payload::Borrowed(bytes.as_bytes()));
    }
    // The buffer protocol itself is part of the stable ABI from Python 3.11 on only. A `memoryview` reaches it in 3.10 too,
    // and refuses what is not bytes-like; `bytes(value)` would take a list of numbers, or a number of zeros.
    let view = PyMemoryView::from(value);
    let view = view.map_err(|error| instead::<PyTypeError>(value, error, || wrong(name, wanted, value)))?;
    Ok(Payload::Copied(view.call_method0(intern!(value.py(), "tobytes"))?.cast_into()?))
}

fn optional<'a, 'py, T>(
    value: &'a Bound<'py, PyAny>,
    read: impl FnOnce(&'a Bound<'py, PyAny>) -> PyResult<T>,
) -> PyResult<Option<T>> {
    if value.is_none() { Ok(None) } else { read(value).map(Some) }
}

fn string<'a, 'py>(value: &'a Bound<'py, PyAny>, name: &str) -> PyResult<&'a Bound<'py, PyString>> {
    value.cast().map_err(|_| wrong(name, "a str", value))
}

/// A text; one that is none is `otherwise`.
fn text<'a>(value: &'a Bound<'_, PyAny>, name: &str, otherwise: impl FnOnce() -> Error) -> PyResult<&'a str> {
    encoded(string(value, name)?, otherwise)
}

/// A `str` as UTF-8; one that has none is `otherwise`.
pub(crate) fn encoded<'a>(text: &'a Bound<'_, PyString>, otherwise: impl FnOnce() -> Error) -> PyResult<&'a str> {
    text.to_str().map_err(|error| instead::<PyUnicodeEncodeError>(text, error, || core(otherwise())))
}

/// An integer; one that is out of range is `otherwise`.
fn in_range<'a, 'py, T>(value: &'a Bound<'py, PyAny>, name: &str, otherwise: impl FnOnce() -> Error) -> PyResult<T>
where
    T: FromPyObject<'a, 'py, Error = PyErr>,
{
    let number = value.extract();
    let number = number.map_err(|error| instead::<PyOverflowError>(value, error, || core(otherwise())));
    number.map_err(|error| instead::<PyTypeError>(value, error, || wrong(name, "an int", value)))
}

fn core(error: Error) -> PyErr {
    Failure::from(error).into()
}

/// The one error in place of Python's own `E`; any other as it is.
fn instead<E: PyTypeInfo>(value: &Bound<'_, PyAny>, error: PyErr, otherwise: impl FnOnce() -> PyErr) -> PyErr {
    if error.is_instance_of::<E>(value.py()) { otherwise() } else { error }
}
