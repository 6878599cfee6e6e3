//! Server API calls: what an answer says.

use std::ffi::{CString, c_char};
use std::sync::OnceLock;

use wxseal_core::Setting;
use wxseal_core::api::{self, Answer, Failure as Refusal};

use crate::argument::{alive, bytes, give, lend, lend_optional, take_back, text};
use crate::status::{Failure, guard, wxseal_status};

/// An answer of the server API: a success with its fields, or the platform's words for why there is none.
///
/// Threads: it never changes, so any number of threads may use one at once.
/// Ownership: `wxseal_api_read` gives it to the caller, who gives it back to `wxseal_api_answer_free`. What its functions lend
/// is valid until then.
pub struct wxseal_api_answer {
    answer: Result<Answer, (i64, String)>,
    json: OnceLock<CString>,
}

impl wxseal_api_answer {
    fn success(&self) -> Result<&Answer, Failure> {
        self.answer.as_ref().map_err(|_| Failure::ApiRefused)
    }
}

/// Reads the body of an answer of the server API. Whether the call succeeded is what `wxseal_api_answer_refused` says.
///
/// WXSEAL_ERROR_API_UNREADABLE: it is not a JSON object, or nested deeper than 32: a gateway's HTML, for one.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxseal_api_read(
    body: *const u8,
    body_length: usize,
    out: *mut *mut wxseal_api_answer,
) -> wxseal_status {
    // SAFETY: the header promises that `body` has `body_length` bytes, and that `out` is NULL or writable.
    guard(|| unsafe {
        let body = bytes(body, body_length)?;
        let make = || {
            let answer = match api::read(body) {
                Ok(answer) => Ok(answer),
                Err(Refusal::Refused { errcode, errmsg }) => Err((errcode, errmsg)),
                Err(Refusal::Unreadable) => return Err(Failure::ApiUnreadable),
            };
            Ok(wxseal_api_answer { answer, json: OnceLock::new() })
        };
        give(make, out)
    })
}

/// Frees it. NULL is ignored.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxseal_api_answer_free(answer: *mut wxseal_api_answer) {
    // SAFETY: the header promises that it came from this library and is freed once.
    unsafe { take_back(answer) }
}

/// Whether the platform refused the call: `*errcode` is its number for why, 0 of a success, also where the answer has none;
/// `errmsg` its words for it, lent and not NUL-terminated, NULL of a success.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxseal_api_answer_refused(
    answer: *const wxseal_api_answer,
    errcode: *mut i64,
    errmsg: *mut *const c_char,
    length: *mut usize,
) -> wxseal_status {
    guard(|| {
        // SAFETY: the header promises that it is NULL or alive.
        let refused = unsafe { alive(answer)? }.answer.as_ref().err();
        if errcode.is_null() {
            return Err(Failure::NullPointer);
        }
        // SAFETY: `errcode` is not NULL, and the header promises that it is writable, and the others NULL or writable.
        unsafe {
            lend_optional(refused.map(|(_, errmsg)| &**errmsg), errmsg, length)?;
            errcode.write(refused.map_or(0, |(errcode, _)| *errcode));
        }
        Ok(())
    })
}

/// A field that is text, or an integer too large for `wxseal_api_answer_integer`; lent and not NUL-terminated. `*text` is NULL
/// where there is none.
///
/// WXSEAL_ERROR_API_REFUSED: the platform refused the call, so there are no fields.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxseal_api_answer_text(
    answer: *const wxseal_api_answer,
    name: *const c_char,
    text: *mut *const c_char,
    length: *mut usize,
) -> wxseal_status {
    // SAFETY: the header promises that the handle is NULL or alive, that the name is NULL or NUL-terminated, and that `text`
    // and `length` are NULL or writable.
    guard(|| unsafe {
        let (answer, name) = (alive(answer)?, self::text(name, Setting::Argument)?);
        lend_optional(answer.success()?.text(name), text, length)
    })
}

/// A field that is an integer within ±(2^53 - 1). `*found` is 1, or 0 where there is none, and `*integer` 0.
///
/// WXSEAL_ERROR_API_REFUSED: the platform refused the call, so there are no fields.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxseal_api_answer_integer(
    answer: *const wxseal_api_answer,
    name: *const c_char,
    integer: *mut i64,
    found: *mut i32,
) -> wxseal_status {
    // SAFETY: the header promises that the handle is NULL or alive, that the name is NULL or NUL-terminated, and that
    // `integer` and `found` are NULL or writable.
    guard(|| unsafe {
        let (answer, name) = (alive(answer)?, text(name, Setting::Argument)?);
        let value = answer.success()?.integer(name);
        if integer.is_null() || found.is_null() {
            return Err(Failure::NullPointer);
        }
        integer.write(value.unwrap_or_default());
        found.write(value.is_some().into());
        Ok(())
    })
}

/// The whole answer as JSON, lent and NUL-terminated: as it came, but that integers beyond ±(2^53 - 1) are the text of their
/// digits, so that no reader rounds an id.
///
/// WXSEAL_ERROR_API_REFUSED: the platform refused the call, so there are no fields.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxseal_api_answer_json(
    answer: *const wxseal_api_answer,
    json: *mut *const c_char,
    length: *mut usize,
) -> wxseal_status {
    guard(|| {
        // SAFETY: the header promises that it is NULL or alive.
        let answer = unsafe { alive(answer)? };
        let success = answer.success()?;
        let text = answer.json.get_or_init(|| CString::new(success.to_json()).unwrap_or_default());
        // SAFETY: the header promises that `json` and `length` are NULL or writable.
        unsafe { lend(text.as_bytes(), json.cast(), length) }
    })
}
