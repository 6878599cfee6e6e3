//! The core's table of errors as Python's classes.

use std::mem::discriminant;

use pyo3::exceptions::{PyException, PyRuntimeError, PyValueError};
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyCFunction, PyDict, PyTuple, PyType};
use wxseal_core::{Error, Setting};

use crate::name::{self, Name};

/// The docstring of the base class.
const BASE_DOC: &str = r#"What can go wrong: the base class of every error of this package.

Each subclass has three attributes: `code`, the number that the official samples give this
failure, -40001 to -40011; `name`, which is the class's own and the same in every language; and
`http_status`, what to answer with over HTTP: 400, 403 or 405 where the request is at fault, 500
where the server is. `response` is that answer, finished.

`str()` says what happened and what to look at: it is for the log. No error carries a secret or
a peer's data.

>>> import wxseal
>>> try:
...     wxseal.verify_signature("AAAAA", signature="0" * 40, timestamp="1714036504", nonce=None)
... except wxseal.Error as error:
...     print(error.name, error.code, error.http_status)
MalformedQuery -40001 400"#;

/// The class above all others.
static BASE: PyOnceLock<Py<PyType>> = PyOnceLock::new();

/// The class of each of [`Error::ALL`], in its order.
static CLASSES: PyOnceLock<Vec<Py<PyType>>> = PyOnceLock::new();

/// An error on its way to the caller: of the core, or of Python.
pub(crate) enum Failure {
    Core(Error),
    Python(PyErr),
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Failure::Core(error)
    }
}

impl From<PyErr> for Failure {
    fn from(error: PyErr) -> Self {
        Failure::Python(error)
    }
}

impl From<Failure> for PyErr {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::Core(error) => {
                Python::attach(|py| instance(py, error).map_or_else(|failed| failed, PyErr::from_value))
            }
            Failure::Python(error) => error,
        }
    }
}

/// Makes the classes, `Error` and one a name below it, and adds them to the module. `response` is what an error's property of
/// that name calls.
pub(crate) fn add_to(module: &Bound<'_, PyModule>, response: &Bound<'_, PyCFunction>) -> PyResult<()> {
    let py = module.py();
    let base = BASE.get_or_try_init(py, || {
        let attributes = PyDict::new(py);
        let property = py.import("builtins")?.getattr("property")?;
        attributes.set_item("response", property.call1((response,))?)?;
        let bases = PyTuple::new(py, [py.get_type::<PyException>()])?;
        class("Error", "wxseal", BASE_DOC, &bases, &attributes).map(Bound::unbind)
    })?;
    module.add("Error", base)?;
    let classes = CLASSES.get_or_try_init(py, || {
        let mut classes: Vec<Py<PyType>> = Vec::new();
        for error in Error::ALL {
            // Two errors of one name are one class.
            let known = Error::ALL.iter().zip(&classes).find(|(earlier, _)| earlier.name() == error.name());
            let class = known.map_or_else(|| class_of(error, base.bind(py)), |(_, class)| Ok(class.clone_ref(py)))?;
            classes.push(class);
        }
        PyResult::Ok(classes)
    })?;
    for (error, class) in Error::ALL.iter().zip(classes) {
        if !module.hasattr(error.name())? {
            module.add(error.name(), class)?;
        }
    }
    Ok(())
}

/// The error of the core that an instance stands for, but for what it may carry.
pub(crate) fn core_error(instance: &Bound<'_, PyAny>) -> PyResult<Error> {
    let py = instance.py();
    if BASE.get(py).is_none_or(|base| !instance.is_instance(base.bind(py)).unwrap_or(false)) {
        return Err(name::wrong(name::error::NAME, "a wxseal.Error", instance));
    }
    // One of the caller's own may have neither; it is the server's fault.
    let name = instance.getattr("name").and_then(|name| name.extract::<String>()).unwrap_or_default();
    let status = instance.getattr("http_status").and_then(|status| status.extract::<u16>()).unwrap_or_default();
    let known = Error::ALL.into_iter().find(|error| error.name() == name && error.http_status() == status);
    Ok(known.unwrap_or(Error::InvalidConfig { setting: Setting::Argument }))
}

fn class_of(error: Error, base: &Bound<'_, PyType>) -> PyResult<Py<PyType>> {
    let py = base.py();
    let attributes = PyDict::new(py);
    attributes.set_item("code", error.code())?;
    attributes.set_item("name", error.name())?;
    attributes.set_item("http_status", error.http_status())?;
    // Settings are arguments of a constructor, and `ValueError` is what Python's own constructors raise.
    let bases = match error {
        Error::InvalidKey { .. } | Error::InvalidConfig { .. } => {
            PyTuple::new(py, [base, &py.get_type::<PyValueError>()])?
        }
        _ => PyTuple::new(py, [base])?,
    };
    if matches!(error, Error::InvalidConfig { .. }) {
        // Of an instance that the caller made; the library's own say which.
        attributes.set_item("setting", Setting::Argument.name())?;
    }
    class(error.name(), "wxseal", &doc(error), &bases, &attributes).map(Bound::unbind)
}

/// The core's text as a sentence, and what an instance carries.
fn doc(error: Error) -> String {
    let text = match error {
        Error::InvalidConfig { .. } => "a setting, or another argument of the server's own, cannot be right",
        _ => error.text(),
    };
    let mut doc = format!("{text}.");
    if let Some(first) = doc.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    doc + match error.name() {
        // Written by tools/faces: what more there is to say.
        "MalformedQuery" => {
            "\n\nA method that is neither GET nor POST is this error too, with an `http_status` of 405."
        }
        "StaleTimestamp" => {
            "\n\n`timestamp`: the request's timestamp, in seconds since 1970.\n\n`now`: the server's time, in seconds \
             since 1970."
        }
        "InvalidKey" => {
            "\n\n`position`: where the first bad character is, in bytes from the start, counted from 0; the key's \
             length if it is too short."
        }
        "InvalidConfig" => {
            "\n\n`setting` says which: `token`, `receive_id`, `account`, `format`, `dialect`, `tolerance`, `max_body`, \
             `random`, `now`, `claim_for`, `keep_for`, `max_entries`, `max_bytes`, `path`, `argument`. The last stands \
             for any other, and for an error that was made by hand."
        }
        // What tools/faces writes ends here.
        _ => "",
    }
}

/// What a `class` statement does; [`PyErr::new_type`] knows one base class only.
pub(crate) fn class<'py>(
    name: &str,
    module: &str,
    doc: &str,
    bases: &Bound<'py, PyTuple>,
    attributes: &Bound<'py, PyDict>,
) -> PyResult<Bound<'py, PyType>> {
    attributes.set_item("__doc__", doc)?;
    // The public name, which tracebacks show and by which an error is pickled from one process to another.
    attributes.set_item("__module__", module)?;
    Ok(bases.py().get_type::<PyType>().call1((name, bases, attributes))?.cast_into()?)
}

fn instance(py: Python<'_>, error: Error) -> PyResult<Bound<'_, PyAny>> {
    let position = Error::ALL.iter().position(|known| discriminant(known) == discriminant(&error));
    let class = position.and_then(|position| CLASSES.get(py)?.get(position));
    let class = class.ok_or_else(|| PyRuntimeError::new_err("wxseal: an error that its own table lacks"))?;
    let instance = class.bind(py).call1((error.to_string(),))?;
    match error {
        Error::InvalidKey { position } => instance.setattr("position", position)?,
        Error::InvalidConfig { setting } => instance.setattr("setting", setting.name())?,
        Error::StaleTimestamp { timestamp, now } => {
            instance.setattr("timestamp", timestamp)?;
            instance.setattr("now", now)?;
        }
        // The class has the status of the other error of its name.
        Error::UnknownMethod => instance.setattr("http_status", error.http_status())?,
        _ => {}
    }
    Ok(instance)
}
