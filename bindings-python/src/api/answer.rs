//! What an answer says.

use pyo3::exceptions::PyException;
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyDict, PyTuple, PyType};
use wxseal_core::api;

use crate::argument::{self, Bytes};
use crate::exception::class;
use crate::message::native;
use crate::name;

/// Read the body of an answer, and return it as a dict. A call that succeeded may answer without
/// `errcode`, so a missing one is 0.
///
/// An integer beyond ±(2^53 - 1) is a `str` of its digits, as in all of wxseal's languages.
///
/// Raises:
///     ApiError: its `errcode` is not 0; or it is not a JSON object, or nested deeper than 32: a
///         gateway's HTML, for one.
///
/// >>> import wxseal
/// >>> wxseal.api.read(b'{"access_token":"A","expires_in":7200}')["expires_in"]
/// 7200
/// >>> wxseal.api.read('{"errcode":40013,"errmsg":"invalid appid"}')
/// Traceback (most recent call last):
/// wxseal.api.ApiError: invalid appid (40013)
#[pyfunction]
#[pyo3(signature = (body))]
pub(crate) fn read<'py>(
    py: Python<'py>,
    #[pyo3(from_py_with = argument::body::<name::body>)] body: Bytes<'_>,
) -> PyResult<Bound<'py, PyAny>> {
    match argument::run(py, body.len(), || api::read(&body)) {
        Ok(answer) => native(py, answer.to_json()),
        Err(failure) => Err(error(py, &failure).map_or_else(|failed| failed, PyErr::from_value)),
    }
}

/// The docstring of the class.
const ERROR_DOC: &str = "A call of the server API that did not succeed.

`errcode` is the platform's number for the reason and `errmsg` its words; where the answer is not a
JSON object, they are `None` and empty. It is no `wxseal.Error`, since no request was refused: nothing
of it is for the platform to be answered with.";

static ERROR: PyOnceLock<Py<PyType>> = PyOnceLock::new();

/// Makes the class of errors, and adds it to the module.
pub(crate) fn add_to(module: &Bound<'_, PyModule>) -> PyResult<()> {
    let py = module.py();
    let class = ERROR.get_or_try_init(py, || {
        let bases = PyTuple::new(py, [py.get_type::<PyException>()])?;
        class("ApiError", "wxseal.api", ERROR_DOC, &bases, &PyDict::new(py)).map(Bound::unbind)
    })?;
    module.add("ApiError", class)
}

fn error<'py>(py: Python<'py>, failure: &api::ApiError) -> PyResult<Bound<'py, PyAny>> {
    let class = ERROR.get(py).ok_or_else(|| PyException::new_err("wxseal.api was not initialised"))?;
    let instance = class.bind(py).call1((failure.to_string(),))?;
    let (errcode, errmsg) = match failure {
        api::ApiError::Refused { errcode, errmsg } => (Some(*errcode), &**errmsg),
        api::ApiError::Unreadable => (None, ""),
    };
    instance.setattr("errcode", errcode)?;
    instance.setattr("errmsg", errmsg)?;
    Ok(instance)
}
