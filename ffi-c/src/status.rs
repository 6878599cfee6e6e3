//! Statuses, and the guard that turns a panic into one.

use std::cell::Cell;
use std::ffi::{CStr, CString, c_char};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::LazyLock;

use wxseal_core::{Error, Setting, api};

/// What a function returns: `WXSEAL_OK` or a negative number.
///
/// Where the official samples have a number of their own for a failure, the status is that number; where two names share
/// one, the second has a status of its own, and `wxseal_status_code` gives the official number. -1 to -99 are misuse of
/// this library and not the peer's fault; -101 and -102 are calls of the server API that did not succeed, which is no reason
/// to refuse a request.
pub type wxseal_status = i32;

/// Success.
pub const WXSEAL_OK: i32 = 0;
/// A pointer is NULL that must not be.
pub const WXSEAL_ERROR_NULL_POINTER: i32 = -1;
/// `size` is less than what is to be written; `*length` says how much is needed.
pub const WXSEAL_ERROR_BUFFER_TOO_SMALL: i32 = -2;
/// A format or dialect is none of the defined ones, or a length is larger than any buffer can be.
pub const WXSEAL_ERROR_INVALID_ARGUMENT: i32 = -3;
/// A defect of this library; please report it. Nothing was written.
pub const WXSEAL_ERROR_PANIC: i32 = -4;
/// What came of a call of the server API is not a JSON object: a gateway's HTML, for one.
pub const WXSEAL_ERROR_API_UNREADABLE: i32 = -101;
/// The platform refused a call of its server API; `wxseal_api_answer_refused` says why.
pub const WXSEAL_ERROR_API_REFUSED: i32 = -102;
/// The hash differs from the signature, or the signature is not 40 lower-case hexadecimal digits.
pub const WXSEAL_ERROR_SIGNATURE_MISMATCH: i32 = -40001;
/// A parameter of the query is missing or outside its grammar. Official number -40001.
pub const WXSEAL_ERROR_MALFORMED_QUERY: i32 = -40101;
/// The request's method is neither GET nor POST. Its name is MalformedQuery too, its HTTP status 405. Official number -40001.
pub const WXSEAL_ERROR_UNKNOWN_METHOD: i32 = -40301;
/// The timestamp lies further from the server's time than the tolerance. Official number -40001.
pub const WXSEAL_ERROR_STALE_TIMESTAMP: i32 = -40201;
/// The body is no envelope: not XML or JSON, without exactly one Encrypt, too large or too deep.
pub const WXSEAL_ERROR_MALFORMED_ENVELOPE: i32 = -40002;
/// The decrypted message cannot be read, or is one that only servers send. Official number -40002.
pub const WXSEAL_ERROR_MALFORMED_MESSAGE: i32 = -40102;
/// The EncodingAESKey is not 43 characters of base64; `wxseal_last_error_details` says where.
pub const WXSEAL_ERROR_INVALID_KEY: i32 = -40004;
/// The Token is empty, or holds white space or a control character. Official number -40004, as for each of the settings
/// that follow; they have one name, and `wxseal_status_setting` says which it is.
pub const WXSEAL_ERROR_INVALID_CONFIG: i32 = -40104;
/// The receive id holds white space or a control character.
pub const WXSEAL_ERROR_INVALID_RECEIVE_ID: i32 = -40204;
/// The account is not UTF-8.
pub const WXSEAL_ERROR_INVALID_ACCOUNT: i32 = -40304;
/// The format is neither `xml` nor `json`: for bindings that take its name.
pub const WXSEAL_ERROR_INVALID_FORMAT: i32 = -40404;
/// The dialect is neither `wechat` nor `wecom`: for bindings that take its name.
pub const WXSEAL_ERROR_INVALID_DIALECT: i32 = -40504;
/// The random bytes are not 16: for bindings that take them with a length.
pub const WXSEAL_ERROR_INVALID_RANDOM: i32 = -40604;
/// The path of a call of the server API is none.
pub const WXSEAL_ERROR_INVALID_PATH: i32 = -40704;
/// Another argument of the caller's own, a name, a key or a text, is not UTF-8.
pub const WXSEAL_ERROR_INVALID_TEXT: i32 = -40804;
/// The message is addressed to another receive id.
pub const WXSEAL_ERROR_RECEIVE_ID_MISMATCH: i32 = -40005;
/// The cipher text has an impossible length, or its padding is wrong: probably another EncodingAESKey.
pub const WXSEAL_ERROR_DECRYPT_FAILED: i32 = -40007;
/// The length inside the decrypted frame does not fit: probably another EncodingAESKey.
pub const WXSEAL_ERROR_MALFORMED_FRAME: i32 = -40008;
/// Encrypt is not canonical standard base64.
pub const WXSEAL_ERROR_INVALID_BASE64: i32 = -40010;
/// A reply cannot be written: its timestamp, nonce or length, or no randomness to be had; or a stored one cannot be read.
pub const WXSEAL_ERROR_UNWRITABLE_REPLY: i32 = -40011;

/// Why a call did not succeed.
#[derive(Clone, Copy)]
pub(crate) enum Failure {
    Protocol(Error),
    NullPointer,
    BufferTooSmall,
    InvalidArgument,
    ApiUnreadable,
    ApiRefused,
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Failure::Protocol(error)
    }
}

impl Failure {
    fn status(self) -> wxseal_status {
        match self {
            Failure::NullPointer => WXSEAL_ERROR_NULL_POINTER,
            Failure::BufferTooSmall => WXSEAL_ERROR_BUFFER_TOO_SMALL,
            Failure::InvalidArgument => WXSEAL_ERROR_INVALID_ARGUMENT,
            Failure::ApiUnreadable => WXSEAL_ERROR_API_UNREADABLE,
            Failure::ApiRefused => WXSEAL_ERROR_API_REFUSED,
            Failure::Protocol(error) => status_of(error),
        }
    }

    fn details(self) -> wxseal_error_details {
        match self {
            Failure::Protocol(Error::InvalidKey { position }) => wxseal_error_details { position, ..NO_DETAILS },
            Failure::Protocol(Error::StaleTimestamp { timestamp, now }) => {
                wxseal_error_details { timestamp, now, ..NO_DETAILS }
            }
            _ => NO_DETAILS,
        }
    }
}

fn status_of(error: Error) -> wxseal_status {
    match error {
        Error::SignatureMismatch => WXSEAL_ERROR_SIGNATURE_MISMATCH,
        Error::MalformedQuery => WXSEAL_ERROR_MALFORMED_QUERY,
        Error::UnknownMethod => WXSEAL_ERROR_UNKNOWN_METHOD,
        Error::StaleTimestamp { .. } => WXSEAL_ERROR_STALE_TIMESTAMP,
        Error::MalformedEnvelope => WXSEAL_ERROR_MALFORMED_ENVELOPE,
        Error::MalformedMessage => WXSEAL_ERROR_MALFORMED_MESSAGE,
        Error::InvalidKey { .. } => WXSEAL_ERROR_INVALID_KEY,
        Error::InvalidConfig { setting } => match setting {
            Setting::Token => WXSEAL_ERROR_INVALID_CONFIG,
            Setting::ReceiveId => WXSEAL_ERROR_INVALID_RECEIVE_ID,
            Setting::Account => WXSEAL_ERROR_INVALID_ACCOUNT,
            Setting::Format => WXSEAL_ERROR_INVALID_FORMAT,
            Setting::Dialect => WXSEAL_ERROR_INVALID_DIALECT,
            Setting::Random => WXSEAL_ERROR_INVALID_RANDOM,
            Setting::Path => WXSEAL_ERROR_INVALID_PATH,
            // In C all others are numbers, of which none is wrong.
            _ => WXSEAL_ERROR_INVALID_TEXT,
        },
        Error::ReceiveIdMismatch => WXSEAL_ERROR_RECEIVE_ID_MISMATCH,
        Error::DecryptFailed => WXSEAL_ERROR_DECRYPT_FAILED,
        Error::MalformedFrame => WXSEAL_ERROR_MALFORMED_FRAME,
        Error::InvalidBase64 => WXSEAL_ERROR_INVALID_BASE64,
        Error::UnwritableReply => WXSEAL_ERROR_UNWRITABLE_REPLY,
        // A name that the table gains is official before it has a status of its own; a test compares the two.
        unknown => unknown.code(),
    }
}

pub(crate) fn error_of(status: wxseal_status) -> Option<Error> {
    Error::ALL.into_iter().chain(settings()).find(|&error| status_of(error) == status)
}

/// The error of each setting; of those that share a status the last stands for all.
fn settings() -> impl Iterator<Item = Error> {
    Setting::ALL.into_iter().rev().map(|setting| Error::InvalidConfig { setting })
}

/// Runs one entry point. No panic crosses into C: unwinding through a C frame is undefined.
pub(crate) fn guard(run: impl FnOnce() -> Result<(), Failure>) -> wxseal_status {
    // Unwind safety: what `run` captured are the caller's pointers, through which it writes only when all has succeeded.
    match catch_unwind(AssertUnwindSafe(run)) {
        Ok(Ok(())) => WXSEAL_OK,
        Ok(Err(failure)) => {
            DETAILS.set(failure.details());
            failure.status()
        }
        Err(payload) => {
            // A payload whose own destructor panics would get past the guard.
            std::mem::forget(payload);
            DETAILS.set(NO_DETAILS);
            WXSEAL_ERROR_PANIC
        }
    }
}

/// The integers that some errors carry; 0 where they don't apply.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct wxseal_error_details {
    /// Of WXSEAL_ERROR_INVALID_KEY: where the key's first bad character is, in bytes from the start, counted from 0; the key's
    /// length if it is too short.
    pub position: usize,
    /// Of WXSEAL_ERROR_STALE_TIMESTAMP: the request's timestamp, in seconds since 1970.
    pub timestamp: u64,
    /// Of WXSEAL_ERROR_STALE_TIMESTAMP: the server's time, in seconds since 1970.
    pub now: u64,
}

const NO_DETAILS: wxseal_error_details = wxseal_error_details { position: 0, timestamp: 0, now: 0 };

thread_local! {
    static DETAILS: Cell<wxseal_error_details> = const { Cell::new(NO_DETAILS) };
}

/// The official number of a status, -40001 to -40011; the status itself where there is none.
#[unsafe(no_mangle)]
pub extern "C" fn wxseal_status_code(status: wxseal_status) -> i32 {
    error_of(status).map_or(status, Error::code)
}

/// The HTTP status to answer with: 200 for `WXSEAL_OK`, 400, 403 or 405 where the request is at fault, 500 where the server is.
/// Whatever fails after the signature held has the same one.
#[unsafe(no_mangle)]
pub extern "C" fn wxseal_status_http_status(status: wxseal_status) -> i32 {
    match (status, error_of(status)) {
        (WXSEAL_OK, _) => 200,
        (_, Some(error)) => error.http_status().into(),
        (_, None) => 500,
    }
}

/// The name of a status, the same in every language: "SignatureMismatch", "MalformedQuery" … A static string, never NULL.
#[unsafe(no_mangle)]
pub extern "C" fn wxseal_status_name(status: wxseal_status) -> *const c_char {
    strings(status).0.as_ptr()
}

/// What happened and what to look at, in one English sentence. A static string, never NULL; it holds nothing secret.
#[unsafe(no_mangle)]
pub extern "C" fn wxseal_status_text(status: wxseal_status) -> *const c_char {
    strings(status).1.as_ptr()
}

/// Which setting an InvalidConfig is about, by the name that it has in every language: "token", "receive_id" …, "argument" for
/// a name, a key or another text. A static string; NULL for all other statuses.
#[unsafe(no_mangle)]
pub extern "C" fn wxseal_status_setting(status: wxseal_status) -> *const c_char {
    match error_of(status) {
        Some(Error::InvalidConfig { setting }) => SETTINGS.iter().find(|(known, _)| *known == setting),
        _ => None,
    }
    .map_or(std::ptr::null(), |(_, name)| name.as_ptr())
}

/// What the last call of this thread that failed has to say beside its status. A call that succeeds changes nothing.
#[unsafe(no_mangle)]
pub extern "C" fn wxseal_last_error_details() -> wxseal_error_details {
    DETAILS.get()
}

/// The name of every setting, with the NUL that C wants behind it.
static SETTINGS: LazyLock<Vec<(Setting, CString)>> =
    LazyLock::new(|| Setting::ALL.into_iter().map(|setting| (setting, c_string(setting.name()))).collect());

/// Name and text of every status, with the NUL that C wants behind them.
static STRINGS: LazyLock<Vec<(wxseal_status, CString, CString)>> = LazyLock::new(|| {
    let unreadable = api::ApiError::Unreadable.to_string();
    let own = [
        (WXSEAL_OK, "Ok", "success"),
        (WXSEAL_ERROR_NULL_POINTER, "NullPointer", "a pointer is NULL that must not be"),
        (
            WXSEAL_ERROR_BUFFER_TOO_SMALL,
            "BufferTooSmall",
            "the output buffer is too small: *length says what is needed",
        ),
        (
            WXSEAL_ERROR_INVALID_ARGUMENT,
            "InvalidArgument",
            "a format or dialect is none of the defined ones, or a length is larger than any buffer can be",
        ),
        (WXSEAL_ERROR_API_UNREADABLE, "ApiUnreadable", &unreadable),
        (
            WXSEAL_ERROR_API_REFUSED,
            "ApiRefused",
            "the platform refused a call of its server API: look at the answer's errcode and errmsg",
        ),
        (WXSEAL_ERROR_PANIC, "Panic", "a defect of wxseal: please report it"),
    ];
    let protocol = Error::ALL.into_iter().chain(settings()).map(|error| (status_of(error), error.name(), error.text()));
    own.into_iter().chain(protocol).map(|(status, name, text)| (status, c_string(name), c_string(text))).collect()
});

fn c_string(text: &str) -> CString {
    CString::new(text).unwrap_or_default()
}

fn strings(status: wxseal_status) -> (&'static CStr, &'static CStr) {
    let found = STRINGS.iter().find(|(known, ..)| *known == status);
    found.map_or((c"Unknown", c"unknown status"), |(_, name, text)| (name, text))
}
