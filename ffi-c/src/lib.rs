//! The C ABI of wxseal. `include/wxseal.h` is made from this crate; the comments here are its manual.
//!
//! No protocol logic lives here: each function maps pointers, statuses and buffers to one function of the core.

// The header's names are C's, and what C can reach is not what Rust can.
#![allow(non_camel_case_types, unreachable_pub)]
// What a caller must promise stands in the header's conventions, and in each function's own page.
#![allow(clippy::missing_safety_doc)]
// These comments become C's, where backticks would stand around every second word.
#![allow(clippy::doc_markdown)]

// The header has their functions in this order, which is the order to read them in. The empty lines keep a formatter from
// sorting them.

mod argument;

mod status;

mod signature;

mod msg_crypt;

mod parts;

mod endpoint;

mod incoming;

mod reply;

mod robot;

mod response;

mod recent;

mod message;

mod value;

mod open_data;

mod platform;

mod api;

use std::ffi::{CStr, c_char};

/// A data format: `WXSEAL_FORMAT_XML` or `WXSEAL_FORMAT_JSON`.
pub type wxseal_format = i32;
/// `<xml><Encrypt>…</Encrypt></xml>`
pub const WXSEAL_FORMAT_XML: i32 = 1;
/// `{"Encrypt": "…"}`
pub const WXSEAL_FORMAT_JSON: i32 = 2;

/// Whose names a JSON reply has: `WXSEAL_DIALECT_WECHAT` or `WXSEAL_DIALECT_WECOM`. Both are read, whatever the dialect.
pub type wxseal_dialect = i32;
/// Mini Program, Official Account, open platform, store: `Encrypt`, `MsgSignature`, `TimeStamp`, `Nonce`.
pub const WXSEAL_DIALECT_WECHAT: i32 = 1;
/// WeCom: `encrypt`, `msgsignature`, `timestamp`, `nonce`.
pub const WXSEAL_DIALECT_WECOM: i32 = 2;

/// How many random bytes a reply begins with, wherever `random` is an argument.
pub const WXSEAL_RANDOM_BYTES: usize = 16;

const VERSION: &CStr = match CStr::from_bytes_with_nul(concat!(env!("CARGO_PKG_VERSION"), "\0").as_bytes()) {
    Ok(version) => version,
    Err(_) => c"",
};

/// The version of the running library, as "major.minor.patch"; `WXSEAL_VERSION` is the header's. A static string.
#[unsafe(no_mangle)]
pub extern "C" fn wxseal_version() -> *const c_char {
    VERSION.as_ptr()
}
