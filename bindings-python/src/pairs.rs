//! Names and values: the query of a request, and the parameters of a call.

use std::borrow::Cow;

use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyList, PyMapping, PyString, PyTuple};
use wxseal_core::Error;

use crate::argument::encoded;
use crate::exception::Failure;
use crate::name::{Name, wrong};

/// The query of a request: the raw string, or what a framework made of it.
///
/// The latter is percent-encoded again, so that one reader decides for both what is missing, repeated or no text, and where
/// that matters.
pub(crate) fn query<'a, N: Name>(value: &'a Bound<'_, PyAny>) -> PyResult<Cow<'a, str>> {
    if let Ok(bytes) = value.cast::<PyBytes>() {
        let raw = std::str::from_utf8(bytes.as_bytes()).map_err(|_| Failure::from(Error::MalformedQuery))?;
        return Ok(Cow::Borrowed(raw));
    }
    if let Ok(text) = value.cast::<PyString>() {
        return encoded(text, || Error::MalformedQuery).map(Cow::Borrowed);
    }
    let wrong = |value: &_| {
        let wanted = "a str, bytes, a mapping of str to str or to lists of str, or pairs of str";
        wrong(N::NAME, wanted, value)
    };
    let mut raw = String::new();
    for pair in pairs(value, wrong)? {
        let (name, values) = pair?;
        if values.is_instance_of::<PyList>() || values.is_instance_of::<PyTuple>() {
            for value in values.try_iter()? {
                push_pair(&mut raw, &name, &value?, wrong)?;
            }
        } else {
            push_pair(&mut raw, &name, &values, wrong)?;
        }
    }
    Ok(Cow::Owned(raw))
}

fn push_pair<'py>(
    raw: &mut String,
    name: &Bound<'py, PyAny>,
    value: &Bound<'py, PyAny>,
    wrong: impl Fn(&Bound<'py, PyAny>) -> PyErr,
) -> PyResult<()> {
    let name = name.cast::<PyString>().map_err(|_| wrong(name))?;
    if !value.is_none() {
        percent_encode(raw, name);
        raw.push('=');
        percent_encode(raw, value.cast::<PyString>().map_err(|_| wrong(value))?);
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

/// The parameters of a call that is made here.
pub(crate) fn parameters<'py, N: Name>(value: &Bound<'py, PyAny>) -> PyResult<Vec<(String, String)>> {
    let wrong = |value: &Bound<'py, PyAny>| wrong(N::NAME, "a mapping of str to str, or pairs of str", value);
    let owned = |value: &Bound<'py, PyAny>| {
        let text = value.cast::<PyString>().map_err(|_| wrong(value))?;
        encoded(text, N::invalid).map(str::to_owned)
    };
    let parameter = |pair: PyResult<(_, _)>| pair.and_then(|(name, value)| Ok((owned(&name)?, owned(&value)?)));
    pairs(value, wrong)?.map(parameter).collect()
}

type Pair<'py> = (Bound<'py, PyAny>, Bound<'py, PyAny>);

/// The items of a mapping, or pairs.
fn pairs<'py>(
    value: &Bound<'py, PyAny>,
    wrong: impl Fn(&Bound<'py, PyAny>) -> PyErr,
) -> PyResult<impl Iterator<Item = PyResult<Pair<'py>>>> {
    let pairs = match value.cast::<PyMapping>() {
        Ok(mapping) => mapping.items()?.try_iter()?,
        Err(_) => value.try_iter().map_err(|_| wrong(value))?,
    };
    Ok(pairs.map(move |pair| {
        let pair = pair?;
        pair.extract().map_err(|_| wrong(&pair))
    }))
}
