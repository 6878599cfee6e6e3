//! The values of a message, as C walks through them.

use std::ffi::c_char;
use std::ptr;

use libloading::Library;
use serde_json::Value;

use super::super::{C, function, number, text};
use super::{Failure, LendText, of_the_test, utf8};

pub(super) struct Functions {
    get: unsafe extern "C" fn(*const (), *const c_char, *mut *const ()) -> i32,
    kind: unsafe extern "C" fn(*const ()) -> i32,
    text: LendText,
    integer: unsafe extern "C" fn(*const (), i64) -> i64,
    is_true: unsafe extern "C" fn(*const ()) -> i32,
    length: unsafe extern "C" fn(*const ()) -> usize,
    item: unsafe extern "C" fn(*const (), usize) -> *const (),
    name: unsafe extern "C" fn(*const (), usize, *mut *const c_char, *mut usize) -> i32,
    member: unsafe extern "C" fn(*const (), *const c_char) -> *const (),
}

impl Functions {
    /// # Safety
    /// The library is libwxseal.so.
    pub(super) unsafe fn load(library: &'static Library) -> Result<Self, String> {
        // SAFETY: the fields have the types that the header declares.
        unsafe {
            Ok(Functions {
                get: function(library, "wxseal_incoming_get")?,
                kind: function(library, "wxseal_value_type")?,
                text: function(library, "wxseal_value_text")?,
                integer: function(library, "wxseal_value_integer")?,
                is_true: function(library, "wxseal_value_is_true")?,
                length: function(library, "wxseal_value_length")?,
                item: function(library, "wxseal_value_item")?,
                name: function(library, "wxseal_value_name")?,
                member: function(library, "wxseal_value_get")?,
            })
        }
    }

    /// What an incoming holds under a name.
    pub(super) fn found(&self, c: &C, incoming: *const (), name: &str) -> Result<Value, Failure> {
        let name = text(name)?;
        let mut value = ptr::null();
        // SAFETY: a living handle, a NUL-terminated text and a place for what is lent.
        c.succeeded(unsafe { (self.get)(incoming, name.as_ptr(), &raw mut value) })?;
        if value.is_null() { Ok(Value::Null) } else { self.read(c, value) }
    }

    /// A value that an incoming lends which lives, with all that is in it.
    fn read(&self, c: &C, value: *const ()) -> Result<Value, Failure> {
        // SAFETY: a value that is lent.
        let (kind, length) = unsafe { ((self.kind)(value), (self.length)(value)) };
        let is = |name| Ok::<_, Failure>(kind == number("WXSEAL_TYPE_", name)?);
        if is("NULL")? {
            return Ok(Value::Null);
        } else if is("BOOL")? {
            // SAFETY: a value that is lent.
            return Ok((unsafe { (self.is_true)(value) } == 1).into());
        } else if is("INTEGER")? {
            // SAFETY: a value that is lent.
            return Ok(unsafe { (self.integer)(value, i64::MIN) }.into());
        } else if is("TEXT")? {
            // SAFETY: a value that is lent, and places for what it lends.
            let text = c.perhaps_lent(|bytes, length| unsafe { (self.text)(value, bytes.cast(), length) })?;
            return Ok(utf8(text.ok_or_else(|| of_the_test("a text is none"))?)?.into());
        } else if is("ARRAY")? {
            // SAFETY: a value that is lent.
            return (0..length).map(|index| self.read(c, unsafe { (self.item)(value, index) })).collect();
        } else if !is("OBJECT")? {
            return Err(of_the_test("a value of no type"));
        }
        let mut members = serde_json::Map::new();
        for index in 0..length {
            // SAFETY: a value that is lent, and places for what it lends.
            let name = c.perhaps_lent(|bytes, length| unsafe { (self.name)(value, index, bytes.cast(), length) })?;
            let name = utf8(name.ok_or_else(|| of_the_test("a member has no name"))?)?;
            // SAFETY: a value that is lent.
            let member = unsafe { (self.item)(value, index) };
            // C's names end at their first NUL.
            if let Ok(c_name) = text(&name) {
                // SAFETY: a value that is lent, and a NUL-terminated text.
                if unsafe { (self.member)(value, c_name.as_ptr()) } != member {
                    return Err(of_the_test("a member is another by its name"));
                }
            }
            members.insert(name, self.read(c, member)?);
        }
        // SAFETY: a value that is lent.
        if !unsafe { (self.item)(value, length) }.is_null() {
            return Err(of_the_test("there is a member behind the last"));
        }
        Ok(members.into())
    }
}
