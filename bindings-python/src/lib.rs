//! The Python package: `wxseal._wxseal`, which the modules of `python/wxseal` re-export as `wxseal`, `wxseal.api` and
//! `wxseal.platform`.
//!
//! No protocol logic lives here: each function maps arguments, errors and buffers to one function of the core. The doc
//! comments of the exported items are Python's docstrings and stand in the `.pyi` files too; a test compares the two.
#![deny(unsafe_code)]
// The docstrings have the layout that Python's tools read.
#![allow(clippy::doc_markdown, clippy::doc_link_with_quotes)]
// A converted argument belongs to its function.
#![allow(clippy::needless_pass_by_value)]
// `from_user_name` is the wire's own name.
#![allow(clippy::wrong_self_convention)]

mod api;
mod argument;
mod article;
mod endpoint;
mod exception;
mod incoming;
mod message;
mod msg_crypt;
mod name;
mod open_data;
mod pairs;
mod parts;
mod platform;
mod recent;
mod response;
mod signature;
mod widget;

use pyo3::prelude::*;

/// The compiled part of `wxseal`: import `wxseal` instead.
// Nothing here changes after it was made but for RecentKeys, which has a lock, so a free-threaded interpreter need not
// bring its own back.
#[pymodule(gil_used = false)]
mod _wxseal {
    use super::{Bound, PyModule, PyResult, exception, pymodule, response, wrap_pyfunction};

    #[pymodule_export]
    use super::article::Article;
    #[pymodule_export]
    use super::endpoint::{Endpoint, Finding};
    #[pymodule_export]
    use super::incoming::Incoming;
    #[pymodule_export]
    use super::message::Message;
    #[pymodule_export]
    use super::msg_crypt::MsgCrypt;
    #[pymodule_export]
    use super::open_data::{decrypt_open_data, verify_raw_data};
    #[pymodule_export]
    use super::parts::{Opened, Sealed, sign};
    #[pymodule_export]
    use super::recent::{Claim, Recent, RecentKeys};
    #[pymodule_export]
    use super::response::Response;
    #[pymodule_export]
    use super::signature::verify_signature;
    #[pymodule_export]
    use super::widget::WidgetQuery;

    #[pymodule_export]
    #[allow(non_upper_case_globals)] // Python's name for it.
    const __version__: &str = wxseal_core::VERSION;

    /// The compiled part of `wxseal.api`.
    #[pymodule(gil_used = false)]
    mod api {
        use crate::{Bound, PyModule, PyResult};

        #[pymodule_export]
        use crate::api::{
            CustomerMessage, Request, code2session, get, get_access_token, get_phone_number, get_stable_access_token,
            media_check_async, msg_sec_check, post, read, send_customer_message, send_subscribe_message,
        };

        #[pymodule_init]
        fn init(module: &Bound<'_, PyModule>) -> PyResult<()> {
            crate::api::add_to(module)
        }
    }

    /// The compiled part of `wxseal.platform`.
    #[pymodule(gil_used = false)]
    mod platform {
        #[pymodule_export]
        use crate::platform::{
            Reply, Request, compatible_push, encrypted_url_check, open_reply, plain_push, push, url_check,
        };
    }

    #[pymodule_init]
    fn init(module: &Bound<'_, PyModule>) -> PyResult<()> {
        exception::add_to(module, &wrap_pyfunction!(response::response, module)?)
    }
}
