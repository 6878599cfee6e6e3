//! The Python package: `wxseal._wxseal`, which `python/wxseal/__init__.py` re-exports as `wxseal`.
//!
//! No protocol logic lives here: each function maps arguments, errors and buffers to one function of the core. The doc
//! comments of the exported items are Python's docstrings and stand in `_wxseal.pyi` too; a test compares the two.
#![deny(unsafe_code)]
// The docstrings have the layout that Python's tools read.
#![allow(clippy::doc_markdown)]

mod argument;
mod exception;
mod msg_crypt;
mod signature;

use pyo3::prelude::*;

/// The compiled part of `wxseal`: import `wxseal` instead.
// Nothing here changes after it was made, so a free-threaded interpreter need not bring its lock back.
#[pymodule(gil_used = false)]
mod _wxseal {
    use super::{Bound, PyModule, PyResult, exception};

    #[pymodule_export]
    use super::msg_crypt::MsgCrypt;
    #[pymodule_export]
    use super::signature::verify_signature;

    #[pymodule_export]
    #[allow(non_upper_case_globals)] // Python's name for it.
    const __version__: &str = wxseal_core::VERSION;

    #[pymodule_init]
    fn init(module: &Bound<'_, PyModule>) -> PyResult<()> {
        exception::add_to(module)
    }
}
