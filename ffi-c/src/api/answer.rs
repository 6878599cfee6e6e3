//! Server API calls: what an answer says.

use std::ffi::c_void;
use std::mem::MaybeUninit;

use wxseal_core::api::{self, Answer, ApiError as Refusal};

use crate::argument::{alive, bytes, give, put, take_back, wxseal_str};
use crate::status::{Failure, guard, wxseal_status};

/// An answer of the server API: a success with its fields, or the platform's words for why there is none.
///
/// Threads: it never changes, so any number of threads may use one at once.
/// Ownership: `wxseal_api_read` gives it to the caller, who gives it back to `wxseal_api_answer_free`. What its functions lend
/// is valid until then.
pub struct wxseal_api_answer(Result<Answer, (i64, String)>);

/// The fields of an answer that is a success.
fn success(answer: Option<&wxseal_api_answer>) -> Result<&Answer, Failure> {
    alive(answer)?.0.as_ref().map_err(|_| Failure::ApiRefused)
}

/// Reads the body of an answer of the server API. Whether the call succeeded is what `wxseal_api_answer_refused` says.
///
/// WXSEAL_ERROR_API_UNREADABLE: it is not a JSON object, or nested deeper than 32: a gateway's HTML, for one.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxseal_api_read(
    body: *const c_void,
    body_length: usize,
    out: Option<&mut MaybeUninit<*mut wxseal_api_answer>>,
) -> wxseal_status {
    // SAFETY: the header promises that `body` has `body_length` bytes.
    let body = unsafe { bytes(body, body_length) };
    let read = || match api::read(body?) {
        Ok(answer) => Ok(wxseal_api_answer(Ok(answer))),
        Err(Refusal::Refused { errcode, errmsg }) => Ok(wxseal_api_answer(Err((errcode, errmsg)))),
        Err(Refusal::Unreadable) => Err(Failure::ApiUnreadable),
    };
    guard(|| give(out, read))
}

/// Frees it. NULL is ignored.
#[unsafe(no_mangle)]
pub extern "C" fn wxseal_api_answer_free(answer: Option<Box<wxseal_api_answer>>) {
    take_back(answer);
}

/// Whether the platform refused the call: `*errcode` is its number for why, 0 of a success, also where the answer has none;
/// `errmsg` its words for it, lent, with `data` NULL of a success.
#[unsafe(no_mangle)]
pub extern "C" fn wxseal_api_answer_refused<'a>(
    answer: Option<&'a wxseal_api_answer>,
    errcode: Option<&mut MaybeUninit<i64>>,
    errmsg: Option<&mut MaybeUninit<wxseal_str<'a>>>,
) -> wxseal_status {
    guard(|| {
        let refused = alive(answer)?.0.as_ref().err();
        let (Some(code), Some(message)) = (errcode, errmsg) else { return Err(Failure::NullPointer) };
        code.write(refused.map_or(0, |(errcode, _)| *errcode));
        message.write(wxseal_str::lent_if(refused.map(|(_, errmsg)| &**errmsg)));
        Ok(())
    })
}

/// A field that is text, or an integer too large for `wxseal_api_answer_integer`, lent. `out->data` is NULL where there is none.
///
/// WXSEAL_ERROR_API_REFUSED: the platform refused the call, so there are no fields.
#[unsafe(no_mangle)]
pub extern "C" fn wxseal_api_answer_text<'a>(
    answer: Option<&'a wxseal_api_answer>,
    name: wxseal_str<'_>,
    out: Option<&mut MaybeUninit<wxseal_str<'a>>>,
) -> wxseal_status {
    guard(|| put(out, || Ok(wxseal_str::lent_if(success(answer)?.text(name.argument()?)))))
}

/// A field that is an integer within ±(2^53 - 1). `*found` is 1, or 0 where there is none, and `*integer` 0.
///
/// WXSEAL_ERROR_API_REFUSED: the platform refused the call, so there are no fields.
#[unsafe(no_mangle)]
pub extern "C" fn wxseal_api_answer_integer(
    answer: Option<&wxseal_api_answer>,
    name: wxseal_str<'_>,
    integer: Option<&mut MaybeUninit<i64>>,
    found: Option<&mut MaybeUninit<i32>>,
) -> wxseal_status {
    guard(|| {
        let value = success(answer)?.integer(name.argument()?);
        let (Some(integer), Some(found)) = (integer, found) else { return Err(Failure::NullPointer) };
        integer.write(value.unwrap_or_default());
        found.write(value.is_some().into());
        Ok(())
    })
}

/// The whole answer as JSON, lent: as it came, but that integers beyond ±(2^53 - 1) are the text of their digits, so that no
/// reader rounds an id.
///
/// WXSEAL_ERROR_API_REFUSED: the platform refused the call, so there are no fields.
#[unsafe(no_mangle)]
pub extern "C" fn wxseal_api_answer_json<'a>(
    answer: Option<&'a wxseal_api_answer>,
    out: Option<&mut MaybeUninit<wxseal_str<'a>>>,
) -> wxseal_status {
    guard(|| put(out, || Ok(wxseal_str::lent(success(answer)?.to_json()))))
}
