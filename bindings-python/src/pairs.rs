//! Names and values: the query of a request, and the parameters of a call.

use std::borrow::Cow;

use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyList, PyMapping, PyString, PyTuple};
use wxseal_core::Query;

use crate::argument::{self, Bytes, Text};
use crate::name::{Name, wrong};

/// The query of a request: the raw string, or what a framework made of it.
///
/// The latter is written as a raw query again, so that one reader decides for both what is missing, repeated or no text, and
/// where that matters.
pub(crate) fn query<'a, N: Name>(value: &'a Bound<'_, PyAny>) -> PyResult<Bytes<'a>> {
    if let Ok(bytes) = value.cast::<PyBytes>() {
        return Ok(Cow::Borrowed(bytes.as_bytes()));
    }
    if let Ok(text) = value.cast::<PyString>() {
        return argument::unjudged(text);
    }
    let wrong = |value: &Bound<'_, PyAny>| {
        let wanted = "a str, bytes, a mapping of str to str or to lists of str, or pairs of str";
        wrong(N::NAME, wanted, value)
    };
    let owned = |value: &Bound<'_, PyAny>| {
        argument::unjudged(value.cast::<PyString>().map_err(|_| wrong(value))?).map(Bytes::into_owned)
    };
    let mut written = Vec::new();
    for pair in pairs(value, wrong)? {
        let (name, values) = pair?;
        let name = owned(&name)?;
        let values = if values.is_instance_of::<PyList>() || values.is_instance_of::<PyTuple>() {
            values.try_iter()?.collect::<PyResult<_>>()?
        } else {
            vec![values]
        };
        for value in values.iter().filter(|value| !value.is_none()) {
            written.push((name.clone(), owned(value)?));
        }
    }
    Ok(Cow::Owned(Query::write(written).into_bytes()))
}

/// The parameters of a call that is made here.
pub(crate) fn parameters<'py, N: Name>(value: &Bound<'py, PyAny>) -> PyResult<Vec<(String, String)>> {
    let wrong = |value: &Bound<'py, PyAny>| wrong(N::NAME, "a mapping of str to str, or pairs of str", value);
    let owned = |value: &Bound<'py, PyAny>| {
        argument::own::<N>(value.cast::<PyString>().map_err(|_| wrong(value))?).map(Text::into_owned)
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
