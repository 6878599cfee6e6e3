//! The values of a message, of whatever kind.

use std::ffi::c_char;
use std::mem::transmute;
use std::ptr;

use wxseal_core::{Setting, ValueKind, ValueRef};

use crate::argument::{lend_optional, text};
use crate::status::{Failure, guard, wxseal_status};

/// A value of a message, lent by the `wxseal_incoming` or `wxseal_message` that it is asked of, and valid until that is
/// freed; nobody frees it by itself. Its functions take NULL for a value that is not there, so that they can be nested.
///
/// Threads: it never changes, so any number of threads may use one at once.
pub struct wxseal_value {
    _private: [u8; 0],
}

/// What a value is: `WXSEAL_TYPE_NULL` …
pub type wxseal_type = i32;
/// JSON's null.
pub const WXSEAL_TYPE_NULL: i32 = 1;
/// JSON's true or false: `wxseal_value_is_true`.
pub const WXSEAL_TYPE_BOOL: i32 = 2;
/// A field that is an integer everywhere; other numbers are the text of their digits: `wxseal_value_integer` reads both.
pub const WXSEAL_TYPE_INTEGER: i32 = 3;
/// A text: `wxseal_value_text`.
pub const WXSEAL_TYPE_TEXT: i32 = 4;
/// An array: `wxseal_value_length`, `wxseal_value_item`.
pub const WXSEAL_TYPE_ARRAY: i32 = 5;
/// An object: `wxseal_value_get`, or `wxseal_value_length`, `wxseal_value_item` and `wxseal_value_name`.
pub const WXSEAL_TYPE_OBJECT: i32 = 6;

/// What it is; 0 if `value` is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxseal_value_type(value: *const wxseal_value) -> wxseal_type {
    // SAFETY: the header promises that it is NULL or lent.
    match unsafe { lent(value) }.map(ValueRef::kind) {
        None => 0,
        Some(ValueKind::Null) => WXSEAL_TYPE_NULL,
        Some(ValueKind::Bool) => WXSEAL_TYPE_BOOL,
        Some(ValueKind::Integer) => WXSEAL_TYPE_INTEGER,
        Some(ValueKind::Text) => WXSEAL_TYPE_TEXT,
        Some(ValueKind::Array) => WXSEAL_TYPE_ARRAY,
        Some(ValueKind::Object) => WXSEAL_TYPE_OBJECT,
    }
}

/// The text, lent and not NUL-terminated. `*text` is NULL and `*length` 0 where it is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxseal_value_text(
    value: *const wxseal_value,
    text: *mut *const c_char,
    length: *mut usize,
) -> wxseal_status {
    // SAFETY: the header promises that the value is NULL or lent, and that `text` and `length` are NULL or writable.
    guard(|| unsafe { lend_optional(lent(value).and_then(ValueRef::as_text), text, length) })
}

/// The whole number of 64 bits, also where its digits stand as text; `otherwise` where it is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxseal_value_integer(value: *const wxseal_value, otherwise: i64) -> i64 {
    // SAFETY: the header promises that it is NULL or lent.
    found(otherwise, || Ok(unsafe { lent(value) }.and_then(ValueRef::as_integer).unwrap_or(otherwise)))
}

/// Whether it is true: 1, or 0.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxseal_value_is_true(value: *const wxseal_value) -> i32 {
    // SAFETY: the header promises that it is NULL or lent.
    unsafe { lent(value) }.and_then(ValueRef::as_bool).unwrap_or_default().into()
}

/// How many items an array or members an object has; of anything else 0.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxseal_value_length(value: *const wxseal_value) -> usize {
    // SAFETY: the header promises that it is NULL or lent.
    unsafe { lent(value) }.map_or(0, |value| value.items().len() + value.members().len())
}

/// An item of an array, or a member of an object in the order of the wire, counted from 0; NULL where there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxseal_value_item(value: *const wxseal_value, index: usize) -> *const wxseal_value {
    // SAFETY: the header promises that it is NULL or lent.
    lend_value(unsafe { lent(value) }.and_then(|value| {
        let member = || value.member(index).map(|(_, member)| member);
        value.item(index).or_else(member)
    }))
}

/// The name of an object's member, counted from 0; lent and not NUL-terminated. `*name` is NULL and `*length` 0 where there
/// is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxseal_value_name(
    value: *const wxseal_value,
    index: usize,
    name: *mut *const c_char,
    length: *mut usize,
) -> wxseal_status {
    // SAFETY: the header promises that the value is NULL or lent, and that `name` and `length` are NULL or writable.
    guard(|| unsafe {
        let member = lent(value).and_then(|value| value.member(index));
        lend_optional(member.map(|(name, _)| name), name, length)
    })
}

/// A member of an object, by the wire's own name; NULL where there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxseal_value_get(value: *const wxseal_value, name: *const c_char) -> *const wxseal_value {
    // SAFETY: the header promises that the value is NULL or lent, and that the name is NULL or NUL-terminated.
    found(ptr::null(), || unsafe {
        let name = text(name, Setting::Argument)?;
        Ok(lend_value(lent(value).and_then(|value| value.get(name))))
    })
}

/// What a call finds, or what it is otherwise.
pub(crate) fn found<T>(mut otherwise: T, call: impl FnOnce() -> Result<T, Failure>) -> T {
    guard(|| {
        otherwise = call()?;
        Ok(())
    });
    otherwise
}

/// Lends a value that may be missing: NULL then.
///
/// # Safety
/// `out` is NULL or writable.
pub(crate) unsafe fn lend_value_to(value: Option<ValueRef<'_>>, out: *mut *const wxseal_value) -> Result<(), Failure> {
    if out.is_null() {
        return Err(Failure::NullPointer);
    }
    // SAFETY: not NULL, and the caller promises that it is writable.
    unsafe { out.write(lend_value(value)) };
    Ok(())
}

/// Lends a value to the caller, for as long as what it belongs to lives.
fn lend_value(value: Option<ValueRef<'_>>) -> *const wxseal_value {
    // SAFETY: a `ValueRef` is a pointer and nothing else, as its type promises by `repr(transparent)`. C can only hand it back.
    value.map_or(ptr::null(), |value| unsafe { transmute::<ValueRef<'_>, *const wxseal_value>(value) })
}

/// A value that was lent.
///
/// # Safety
/// `value` is NULL or came from [`lend_value`], and what it belongs to lives as long as the result.
unsafe fn lent<'a>(value: *const wxseal_value) -> Option<ValueRef<'a>> {
    // SAFETY: not NULL, so it is the pointer that a `ValueRef` was, and the caller promises that it still leads somewhere.
    (!value.is_null()).then(|| unsafe { transmute::<*const wxseal_value, ValueRef<'a>>(value) })
}
