//! The core's table of errors as Python's classes.

use std::mem::discriminant;

use pyo3::exceptions::{PyException, PyRuntimeError, PyValueError};
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyDict, PyTuple, PyType};
use wxseal_core::Error;

/// The docstring of the base class.
const BASE_DOC: &str = r#"What can go wrong: the base class of every error of this package.

Each subclass has three attributes: `code`, the number that the official samples give this
failure, -40001 to -40011; `name`, which is the class's own and the same in every language; and
`http_status`, what to answer with over HTTP, 400 or 403 where the request is at fault, 500
where the server is. Answer with that status and nothing else: whoever sent a bad request need
not learn why.

`str()` says what happened and what to look at. No error carries a secret or a peer's data.

>>> import wxseal
>>> try:
...     wxseal.verify_signature("AAAAA", signature="0" * 40, timestamp="1714036504", nonce=None)
... except wxseal.Error as error:
...     print(error.name, error.code, error.http_status)
MalformedQuery -40001 400"#;

/// One class for each of [`Error::ALL`], in its order.
static CLASSES: PyOnceLock<Vec<Py<PyType>>> = PyOnceLock::new();

/// An error of the core on its way to the caller.
pub(crate) struct Failure(Error);

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Failure(error)
    }
}

impl From<Failure> for PyErr {
    fn from(Failure(error): Failure) -> Self {
        Python::attach(|py| instance(py, error).map_or_else(|failed| failed, PyErr::from_value))
    }
}

/// Makes the classes, `Error` and one a name below it, and adds them to the module.
pub(crate) fn add_to(module: &Bound<'_, PyModule>) -> PyResult<()> {
    let py = module.py();
    let base = class("Error", BASE_DOC, &PyTuple::new(py, [py.get_type::<PyException>()])?, &PyDict::new(py))?;
    module.add("Error", &base)?;
    for class in CLASSES.get_or_try_init(py, || Error::ALL.iter().map(|&error| class_of(error, &base)).collect())? {
        module.add(class.bind(py).name()?, class)?;
    }
    Ok(())
}

fn class_of(error: Error, base: &Bound<'_, PyType>) -> PyResult<Py<PyType>> {
    let py = base.py();
    let attributes = PyDict::new(py);
    attributes.set_item("code", error.code())?;
    attributes.set_item("name", error.name())?;
    attributes.set_item("http_status", error.http_status())?;
    // Settings are arguments of a constructor, and `ValueError` is what Python's own constructors raise.
    let bases = match error {
        Error::InvalidKey { .. } | Error::InvalidConfig => PyTuple::new(py, [base, &py.get_type::<PyValueError>()])?,
        _ => PyTuple::new(py, [base])?,
    };
    class(error.name(), &doc(error), &bases, &attributes).map(Bound::unbind)
}

/// The core's text as a sentence, and what the integers are that an instance carries.
fn doc(error: Error) -> String {
    let mut doc = format!("{}.", error.text());
    if let Some(first) = doc.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    doc + match error {
        Error::InvalidKey { .. } => {
            "\n\n`position` is where the first bad character is, counted from 0; the length of a key that is too short."
        }
        Error::StaleTimestamp { .. } => {
            "\n\n`timestamp` is the request's and `now` the server's, both in seconds since 1970."
        }
        _ => "",
    }
}

/// What a `class` statement does; [`PyErr::new_type`] knows one base class only.
fn class<'py>(
    name: &str,
    doc: &str,
    bases: &Bound<'py, PyTuple>,
    attributes: &Bound<'py, PyDict>,
) -> PyResult<Bound<'py, PyType>> {
    attributes.set_item("__doc__", doc)?;
    // The public name, which tracebacks show and by which an error is pickled from one process to another.
    attributes.set_item("__module__", "wxseal")?;
    Ok(bases.py().get_type::<PyType>().call1((name, bases, attributes))?.cast_into()?)
}

fn instance(py: Python<'_>, error: Error) -> PyResult<Bound<'_, PyAny>> {
    let position = Error::ALL.iter().position(|known| discriminant(known) == discriminant(&error));
    let class = position.and_then(|position| CLASSES.get(py)?.get(position));
    let class = class.ok_or_else(|| PyRuntimeError::new_err("wxseal: an error that its own table lacks"))?;
    let instance = class.bind(py).call1((error.to_string(),))?;
    match error {
        Error::InvalidKey { position } => instance.setattr("position", position)?,
        Error::StaleTimestamp { timestamp, now } => {
            instance.setattr("timestamp", timestamp)?;
            instance.setattr("now", now)?;
        }
        _ => {}
    }
    Ok(instance)
}
