//! The values of a message, of whatever kind.

use std::mem::transmute;

use wxseal_core::{ValueKind, ValueRef};

use crate::argument::{found, wxseal_str};

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
pub extern "C" fn wxseal_value_type(value: Option<&wxseal_value>) -> wxseal_type {
    match lent(value).map(ValueRef::kind) {
        None => 0,
        Some(ValueKind::Null) => WXSEAL_TYPE_NULL,
        Some(ValueKind::Bool) => WXSEAL_TYPE_BOOL,
        Some(ValueKind::Integer) => WXSEAL_TYPE_INTEGER,
        Some(ValueKind::Text) => WXSEAL_TYPE_TEXT,
        Some(ValueKind::Array) => WXSEAL_TYPE_ARRAY,
        Some(ValueKind::Object) => WXSEAL_TYPE_OBJECT,
    }
}

/// The text, lent; `data` is NULL where it is none.
#[unsafe(no_mangle)]
pub extern "C" fn wxseal_value_text(value: Option<&wxseal_value>) -> wxseal_str<'_> {
    wxseal_str::lent_if(lent(value).and_then(ValueRef::as_text))
}

/// The whole number of 64 bits, also where its digits stand as text; `otherwise` where it is none.
#[unsafe(no_mangle)]
pub extern "C" fn wxseal_value_integer(value: Option<&wxseal_value>, otherwise: i64) -> i64 {
    found(otherwise, || Ok(lent(value).and_then(ValueRef::as_integer).unwrap_or(otherwise)))
}

/// Whether it is true: 1, or 0.
#[unsafe(no_mangle)]
pub extern "C" fn wxseal_value_is_true(value: Option<&wxseal_value>) -> i32 {
    lent(value).and_then(ValueRef::as_bool).unwrap_or_default().into()
}

/// How many items an array or members an object has; of anything else 0.
#[unsafe(no_mangle)]
pub extern "C" fn wxseal_value_length(value: Option<&wxseal_value>) -> usize {
    lent(value).map_or(0, |value| value.items().len() + value.members().len())
}

/// An item of an array, or a member of an object in the order of the wire, counted from 0; NULL where there is none.
#[unsafe(no_mangle)]
pub extern "C" fn wxseal_value_item(value: Option<&wxseal_value>, index: usize) -> Option<&wxseal_value> {
    let value = lent(value)?;
    let member = || value.member(index).map(|(_, member)| member);
    value.item(index).or_else(member).map(lend)
}

/// The name of an object's member, counted from 0, lent; `data` is NULL where there is none.
#[unsafe(no_mangle)]
pub extern "C" fn wxseal_value_name(value: Option<&wxseal_value>, index: usize) -> wxseal_str<'_> {
    wxseal_str::lent_if(lent(value).and_then(|value| value.member(index)).map(|(name, _)| name))
}

/// A member of an object, by the wire's own name; NULL where there is none.
#[unsafe(no_mangle)]
pub extern "C" fn wxseal_value_get<'a>(
    value: Option<&'a wxseal_value>,
    name: wxseal_str<'_>,
) -> Option<&'a wxseal_value> {
    found(None, || {
        let name = name.argument()?;
        Ok(lent(value).and_then(|value| value.get(name)).map(lend))
    })
}

/// Lends a value to the caller, for as long as what it belongs to lives.
pub(crate) fn lend(value: ValueRef<'_>) -> &wxseal_value {
    // SAFETY: a `ValueRef` is a pointer and nothing else, as its type promises by `repr(transparent)`, and a `wxseal_value`
    // has no bytes that anybody could look at.
    unsafe { transmute::<ValueRef<'_>, &wxseal_value>(value) }
}

/// A value that was lent.
fn lent(value: Option<&wxseal_value>) -> Option<ValueRef<'_>> {
    // SAFETY: only `lend` makes one, of a `ValueRef`, and the header promises that what it belongs to still lives.
    value.map(|value| unsafe { transmute::<&wxseal_value, ValueRef<'_>>(value) })
}
