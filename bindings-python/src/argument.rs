//! From Python's arguments to Rust's.
//!
//! A wrong type is a `TypeError` that names the argument. Whether a text is one is for the core to say: it gets the bytes, of
//! a `str` with lone surrogates too, which has no UTF-8. A peer can cause one where a framework decodes with
//! `surrogateescape`, so it is never a `UnicodeEncodeError`.

use std::borrow::Cow;
use std::str::FromStr;

use pyo3::exceptions::{PyOverflowError, PyRecursionError, PyTypeError, PyUnicodeEncodeError, PyValueError};
use pyo3::intern;
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyDict, PyInt, PyMemoryView, PyString};
use pyo3::{PyClass, PyTypeInfo};
use wxseal_core::{Answer, Error};

use crate::exception::Failure;
use crate::name::{Name, wrong};

/// A text or a body: of a `str` or a `bytes` as it stands, since both never change; of all else a copy.
pub(crate) type Bytes<'a> = Cow<'a, [u8]>;

/// A text, for where the core takes a `&str`.
pub(crate) type Text<'a> = Cow<'a, str>;

/// From how many bytes of input on the interpreter is free for other threads while the core works.
///
/// The core takes one to two microseconds a kilobyte. Below this size no other thread would gain anything, and whoever
/// gives the GIL away may wait for it: up to 5 ms, the interpreter's switch interval, where another thread computes.
const DETACH_FROM: usize = 32 << 10;

/// Runs `work` on an input of `length` bytes, without the GIL where that is worth it.
///
/// What `work` borrows stays as it is meanwhile: `str` and `bytes` never change, and [`Bytes`] borrow from nothing else.
pub(crate) fn run<T: Send>(py: Python<'_>, length: usize, work: impl FnOnce() -> T + Send) -> T {
    if keeps_gil(length) { work() } else { py.detach(work) }
}

/// Whether [`run`] keeps the GIL.
pub(crate) fn keeps_gil(length: usize) -> bool {
    length < DETACH_FROM
}

/// A text, for the core to judge.
pub(crate) fn text<'a, N: Name>(value: &'a Bound<'_, PyAny>) -> PyResult<Bytes<'a>> {
    unjudged(string(value, N::NAME, "a str")?)
}

/// A text that may be `None`.
pub(crate) fn optional_text<'a, N: Name>(value: &'a Bound<'_, PyAny>) -> PyResult<Option<Bytes<'a>>> {
    optional(value, text::<N>)
}

/// A value of the query. `None` is one that the query lacks, which is as malformed as a query without it.
pub(crate) fn parameter<'a, N: Name>(value: &'a Bound<'_, PyAny>) -> PyResult<Bytes<'a>> {
    if value.is_none() { Err(core(Error::MalformedQuery)) } else { text::<N>(value) }
}

/// A setting, or another text of the server's own.
pub(crate) fn setting<'a, N: Name>(value: &'a Bound<'_, PyAny>) -> PyResult<Text<'a>> {
    own::<N>(string(value, N::NAME, "a str")?)
}

/// A setting that may be `None`.
pub(crate) fn optional_setting<'a, N: Name>(value: &'a Bound<'_, PyAny>) -> PyResult<Option<Text<'a>>> {
    optional(value, setting::<N>)
}

/// A setting that is one of a few names.
pub(crate) fn choice<N: Name, T: FromStr<Err = Error>>(value: &Bound<'_, PyAny>) -> PyResult<T> {
    setting::<N>(value)?.parse().map_err(core)
}

/// A text in a reply.
pub(crate) fn reply_text<'a, N: Name>(value: &'a Bound<'_, PyAny>) -> PyResult<Text<'a>> {
    replied(string(value, N::NAME, "a str")?)
}

/// A text in a reply, or `None`.
pub(crate) fn optional_reply_text<'a, N: Name>(value: &'a Bound<'_, PyAny>) -> PyResult<Option<Text<'a>>> {
    optional(value, reply_text::<N>)
}

/// Any number of texts in a reply, or `None`. A `str` is one text, and not its letters.
pub(crate) fn optional_reply_texts<'py, N: Name>(value: &Bound<'py, PyAny>) -> PyResult<Option<Vec<String>>> {
    const WANTED: &str = "a list or other iterable of str";
    let owned = |value: Bound<'py, PyAny>| replied(string(&value, N::NAME, WANTED)?).map(Text::into_owned);
    optional(value, |value| {
        if value.is_instance_of::<PyString>() {
            return Err(wrong(N::NAME, WANTED, value));
        }
        let texts = value.try_iter();
        let texts = texts.map_err(|error| instead::<PyTypeError>(value, error, || wrong(N::NAME, WANTED, value)))?;
        texts.map(|text| owned(text?)).collect()
    })
}

/// JSON, for the core to judge: a text as it is, anything else as Python's `json` writes it.
pub(crate) fn json<'a, N: Name>(value: &'a Bound<'_, PyAny>) -> PyResult<Bytes<'a>> {
    written::<N, _>(value, unjudged)
}

/// JSON in a reply.
pub(crate) fn reply_json<'a, N: Name>(value: &'a Bound<'_, PyAny>) -> PyResult<Text<'a>> {
    written::<N, _>(value, replied)
}

/// JSON in a reply, or `None`.
pub(crate) fn optional_reply_json<'a, N: Name>(value: &'a Bound<'_, PyAny>) -> PyResult<Option<Text<'a>>> {
    optional(value, reply_json::<N>)
}

/// JSON in raw UTF-8. What Python's `json` cannot write, such as a circle, is none; neither is the empty text, which the core
/// refuses in its place.
fn written<'a, N: Name, T: ToOwned + ?Sized>(
    value: &'a Bound<'_, PyAny>,
    read: impl for<'t> Fn(&'t Bound<'_, PyString>) -> PyResult<Cow<'t, T>>,
) -> PyResult<Cow<'a, T>> {
    if let Ok(text) = value.cast::<PyString>() {
        return read(text);
    }
    let py = value.py();
    let options = PyDict::new(py);
    options.set_item(intern!(py, "ensure_ascii"), false)?;
    options.set_item(intern!(py, "separators"), (",", ":"))?;
    let written = match py.import(intern!(py, "json"))?.call_method(intern!(py, "dumps"), (value,), Some(&options)) {
        Ok(written) => written.cast_into()?,
        Err(error) if error.is_instance_of::<PyValueError>(py) || error.is_instance_of::<PyRecursionError>(py) => {
            PyString::new(py, "")
        }
        // What is wrong may lie deep inside, and Python's words name its type.
        Err(error) => {
            let said = format!("{} must be JSON, or what becomes JSON: {}", N::NAME, error.value(py));
            return Err(instead::<PyTypeError>(value, error, || PyTypeError::new_err(said)));
        }
    };
    Ok(Cow::Owned(read(&written)?.into_owned()))
}

/// The body of a request, or of an answer to one.
pub(crate) fn body<'a, N: Name>(value: &'a Bound<'_, PyAny>) -> PyResult<Bytes<'a>> {
    match value.cast::<PyString>() {
        Ok(text) => unjudged(text),
        Err(_) => bytes::<N>(value, "the raw body, before any parser: bytes, or anything like them, or a str"),
    }
}

/// The message of a reply. One that comes as a `str` has to be a text.
pub(crate) fn message<'a, N: Name>(value: &'a Bound<'_, PyAny>) -> PyResult<Bytes<'a>> {
    match value.cast::<PyString>() {
        Ok(text) => Ok(match replied(text)? {
            Text::Borrowed(text) => Bytes::Borrowed(text.as_bytes()),
            Text::Owned(text) => Bytes::Owned(text.into_bytes()),
        }),
        Err(_) => bytes::<N>(value, "bytes, or anything like them, or a str"),
    }
}

/// A stored response, which is no text.
pub(crate) fn stored<'a, N: Name>(value: &'a Bound<'_, PyAny>) -> PyResult<Bytes<'a>> {
    bytes::<N>(value, "bytes, or anything like them")
}

/// The timestamp of what is made here: text, or the seconds as an `int`. One that 64 bits do not hold is no timestamp; neither
/// is the largest number that they hold, which the core refuses in its place.
pub(crate) fn timestamp<'a, N: Name>(value: &'a Bound<'_, PyAny>) -> PyResult<Bytes<'a>> {
    if value.is_instance_of::<PyInt>() {
        let seconds: u64 = value.extract().unwrap_or(u64::MAX);
        return Ok(Cow::Owned(seconds.to_string().into_bytes()));
    }
    unjudged(string(value, N::NAME, "a str or an int, such as int(time.time())")?)
}

/// A timestamp, or `None` for the system's time.
pub(crate) fn optional_timestamp<'a, N: Name>(value: &'a Bound<'_, PyAny>) -> PyResult<Option<Bytes<'a>>> {
    optional(value, timestamp::<N>)
}

/// The 16 random bytes of a reply, or `None` for the operating system's.
pub(crate) fn random<'a, N: Name>(value: &'a Bound<'_, PyAny>) -> PyResult<Option<&'a [u8; 16]>> {
    optional(value, |value| {
        let bytes = value.cast::<PyBytes>().map_err(|_| wrong(N::NAME, "16 bytes", value))?;
        bytes.as_bytes().try_into().map_err(|_| core(N::invalid()))
    })
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

/// A number in a reply.
pub(crate) fn reply_number<'a, 'py, N: Name, T>(value: &'a Bound<'py, PyAny>) -> PyResult<T>
where
    T: FromPyObject<'a, 'py, Error = PyErr>,
{
    in_range(value, N::NAME, || Error::UnwritableReply)
}

/// A choice between two.
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

/// The bytes of a `str`.
pub(crate) fn unjudged<'a>(text: &'a Bound<'_, PyString>) -> PyResult<Bytes<'a>> {
    Ok(match utf8(text)? {
        Ok(text) => Cow::Borrowed(text.as_bytes()),
        Err(bytes) => Cow::Owned(bytes),
    })
}

/// A `str` of the server's own, if the core takes it for a text.
pub(crate) fn own<'a, N: Name>(text: &'a Bound<'_, PyString>) -> PyResult<Text<'a>> {
    judged(text, |bytes| N::setting().text_of(bytes))
}

/// A `str` of a reply, if the core takes it for a text.
fn replied<'a>(text: &'a Bound<'_, PyString>) -> PyResult<Text<'a>> {
    judged(text, Answer::text_of)
}

/// A `str` for where the core takes a `&str`. Only one that is none is looked at again.
fn judged<'a>(text: &'a Bound<'_, PyString>, judge: impl FnOnce(&[u8]) -> Result<&str, Error>) -> PyResult<Text<'a>> {
    match utf8(text)? {
        Ok(text) => Ok(Cow::Borrowed(text)),
        Err(bytes) => judge(&bytes).map(|text| Cow::Owned(text.to_owned())).map_err(core),
    }
}

/// A `str` as UTF-8. One with lone surrogates has none: its bytes are what a writer makes of it that does not mind, and no
/// UTF-8 either.
fn utf8<'a>(text: &'a Bound<'_, PyString>) -> PyResult<Result<&'a str, Vec<u8>>> {
    let py = text.py();
    match text.to_str() {
        Ok(text) => Ok(Ok(text)),
        Err(error) if error.is_instance_of::<PyUnicodeEncodeError>(py) => {
            // The method of `str` itself, since a subclass may have another.
            let encode = py.get_type::<PyString>().getattr(intern!(py, "encode"))?;
            let bytes = encode.call1((text, intern!(py, "utf-8"), intern!(py, "surrogatepass")))?;
            Ok(Err(bytes.cast::<PyBytes>()?.as_bytes().to_owned()))
        }
        Err(error) => Err(error),
    }
}

fn bytes<'a, N: Name>(value: &'a Bound<'_, PyAny>, wanted: &str) -> PyResult<Bytes<'a>> {
    if let Ok(bytes) = value.cast::<PyBytes>() {
        return Ok(Cow::Borrowed(bytes.as_bytes()));
    }
    // Another thread could change or shrink a `bytearray` while the core reads it, so it is copied. The buffer protocol itself
    // is part of the stable ABI from Python 3.11 on only; a `memoryview` reaches it in 3.10 too, and refuses what is not
    // bytes-like. `bytes(value)` would take a list of numbers, or a number of zeros.
    let view = PyMemoryView::from(value);
    let view = view.map_err(|error| instead::<PyTypeError>(value, error, || wrong(N::NAME, wanted, value)))?;
    let copy = view.call_method0(intern!(value.py(), "tobytes"))?;
    Ok(Cow::Owned(copy.cast::<PyBytes>()?.as_bytes().to_owned()))
}

fn optional<'a, 'py, T>(
    value: &'a Bound<'py, PyAny>,
    read: impl FnOnce(&'a Bound<'py, PyAny>) -> PyResult<T>,
) -> PyResult<Option<T>> {
    if value.is_none() { Ok(None) } else { read(value).map(Some) }
}

fn string<'a, 'py>(value: &'a Bound<'py, PyAny>, name: &str, wanted: &str) -> PyResult<&'a Bound<'py, PyString>> {
    value.cast().map_err(|_| wrong(name, wanted, value))
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
