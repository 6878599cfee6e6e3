//! The values of a message, as C walks through them.

use std::ptr;

use header::{
    WXSEAL_TYPE_ARRAY, WXSEAL_TYPE_BOOL, WXSEAL_TYPE_INTEGER, WXSEAL_TYPE_NULL, WXSEAL_TYPE_OBJECT, WXSEAL_TYPE_TEXT,
    wxseal_incoming, wxseal_value,
};
use serde_json::{Map, Value};

use super::super::{C, text};
use super::{Failure, copied, of_the_test, utf8};

/// What an incoming holds under a name.
pub(super) fn found(c: &C, incoming: *const wxseal_incoming, name: &str) -> Result<Value, Failure> {
    let mut value = ptr::null();
    // SAFETY: a living handle, a text that lives during the call and a place for what is lent.
    c.succeeded(unsafe { (c.functions.wxseal_incoming_get)(incoming, text(name), &raw mut value) })?;
    if value.is_null() { Ok(Value::Null) } else { read(c, value) }
}

/// A value that an incoming lends which lives, with all that is in it.
fn read(c: &C, value: *const wxseal_value) -> Result<Value, Failure> {
    // SAFETY: a value that is lent.
    Ok(match unsafe { (c.functions.wxseal_value_type)(value) } {
        WXSEAL_TYPE_NULL => Value::Null,
        // SAFETY: as above.
        WXSEAL_TYPE_BOOL => (unsafe { (c.functions.wxseal_value_is_true)(value) } == 1).into(),
        // SAFETY: as above.
        WXSEAL_TYPE_INTEGER => unsafe { (c.functions.wxseal_value_integer)(value, i64::MIN) }.into(),
        WXSEAL_TYPE_TEXT => {
            // SAFETY: as above, and it lends as much as it says.
            let text = unsafe { copied((c.functions.wxseal_value_text)(value)) }?;
            utf8(text.ok_or_else(|| of_the_test("a text is none"))?)?.into()
        }
        WXSEAL_TYPE_ARRAY => {
            (0..length(c, value)).map(|index| read(c, item(c, value, index))).collect::<Result<_, _>>()?
        }
        WXSEAL_TYPE_OBJECT => members(c, value)?.into(),
        _ => return Err(of_the_test("a value of no type")),
    })
}

fn members(c: &C, value: *const wxseal_value) -> Result<Map<String, Value>, Failure> {
    let mut members = Map::new();
    for index in 0..length(c, value) {
        // SAFETY: a value that is lent, which lends as much as it says.
        let name = unsafe { copied((c.functions.wxseal_value_name)(value, index)) }?;
        let name = utf8(name.ok_or_else(|| of_the_test("a member has no name"))?)?;
        let member = item(c, value, index);
        // SAFETY: a value that is lent, and a text that lives during the call.
        if unsafe { (c.functions.wxseal_value_get)(value, text(&name)) } != member {
            return Err(of_the_test("a member is another by its name"));
        }
        members.insert(name, read(c, member)?);
    }
    if !item(c, value, length(c, value)).is_null() {
        return Err(of_the_test("there is a member behind the last"));
    }
    Ok(members)
}

fn length(c: &C, value: *const wxseal_value) -> usize {
    // SAFETY: a value that is lent.
    unsafe { (c.functions.wxseal_value_length)(value) }
}

fn item(c: &C, value: *const wxseal_value, index: usize) -> *const wxseal_value {
    // SAFETY: a value that is lent.
    unsafe { (c.functions.wxseal_value_item)(value, index) }
}
