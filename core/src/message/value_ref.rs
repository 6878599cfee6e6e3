//! What a message holds, lent to whoever asks for it.

use indexmap::map::Slice;

use super::{Value, integer};

/// A value of a [`Message`](super::Message), of whatever kind: see [`Message::get`](super::Message::get).
///
/// It is a pointer to what the message holds, and nothing else, so that C can have it as one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(transparent)]
pub struct ValueRef<'m>(&'m Value);

/// What a value is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names are JSON's")]
pub enum ValueKind {
    Null,
    Bool,
    /// A field that is an integer everywhere; other numbers are the text of their digits.
    Integer,
    Text,
    Array,
    Object,
}

impl<'m> ValueRef<'m> {
    pub(super) fn new(value: &'m Value) -> Self {
        ValueRef(value)
    }

    /// What it is.
    #[must_use]
    pub fn kind(self) -> ValueKind {
        match self.0 {
            Value::Null => ValueKind::Null,
            Value::Bool(_) => ValueKind::Bool,
            Value::Integer(_) => ValueKind::Integer,
            Value::Text(_) => ValueKind::Text,
            Value::Array(_) => ValueKind::Array,
            Value::Object(_) => ValueKind::Object,
        }
    }

    /// The text.
    #[must_use]
    pub fn as_text(self) -> Option<&'m str> {
        match self.0 {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The whole number of 64 bits, also where its digits stand as text.
    #[must_use]
    pub fn as_integer(self) -> Option<i64> {
        match self.0 {
            Value::Integer(number) => Some(*number),
            Value::Text(text) => integer(text),
            _ => None,
        }
    }

    /// `true` or `false`, which only JSON has.
    #[must_use]
    pub fn as_bool(self) -> Option<bool> {
        match self.0 {
            Value::Bool(value) => Some(*value),
            _ => None,
        }
    }

    /// The items of an array; of anything else none.
    pub fn items(self) -> impl ExactSizeIterator<Item = ValueRef<'m>> {
        let items: &[Value] = match self.0 {
            Value::Array(items) => items,
            _ => &[],
        };
        items.iter().map(ValueRef)
    }

    /// One item of an array.
    #[must_use]
    pub fn item(self, index: usize) -> Option<ValueRef<'m>> {
        match self.0 {
            Value::Array(items) => items.get(index).map(ValueRef),
            _ => None,
        }
    }

    /// The members of an object, in the order of the wire; of anything else none.
    #[must_use]
    pub fn members(self) -> impl ExactSizeIterator<Item = (&'m str, ValueRef<'m>)> {
        let fields = match self.0 {
            Value::Object(fields) => fields.as_slice(),
            _ => Slice::new(),
        };
        fields.iter().map(|(name, value)| (&**name, ValueRef(value)))
    }

    /// One member of an object, by its place.
    #[must_use]
    pub fn member(self, index: usize) -> Option<(&'m str, ValueRef<'m>)> {
        match self.0 {
            Value::Object(fields) => fields.get_index(index).map(|(name, value)| (&**name, ValueRef(value))),
            _ => None,
        }
    }

    /// One member of an object, by its name.
    #[must_use]
    pub fn get(self, name: &str) -> Option<ValueRef<'m>> {
        match self.0 {
            Value::Object(fields) => fields.get(name).map(ValueRef),
            _ => None,
        }
    }
}
