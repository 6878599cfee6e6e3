//! From JSON to the uniform view.

use super::{Object, Value, insert, scalar};
use crate::Error;
use crate::json::{items, members, string};
use crate::xml::MAX_DEPTH;

pub(super) fn object(text: &[u8]) -> Result<Object, Error> {
    let text = std::str::from_utf8(super::trim(text)).map_err(|_| Error::MalformedMessage)?;
    fields(text, 1).ok_or(Error::MalformedMessage)
}

fn fields(text: &str, depth: usize) -> Option<Object> {
    if depth > MAX_DEPTH {
        return None;
    }
    let members = members(text)?;
    let mut fields = Object::with_capacity(members.len());
    for (name, raw) in members {
        let value = value(&name, raw.get(), depth)?;
        insert(&mut fields, name, value);
    }
    Some(fields)
}

/// `None` where it is malformed after all: nobody has looked at a raw value's strings before.
fn value(name: &str, text: &str, depth: usize) -> Option<Value> {
    Some(match text.as_bytes().first()? {
        b'{' => Value::Object(fields(text, depth + 1)?),
        b'[' if depth == MAX_DEPTH => return None,
        b'[' => {
            let items = items(text)?;
            Value::Array(items.into_iter().map(|item| value(name, item.get(), depth + 1)).collect::<Option<_>>()?)
        }
        b'"' => scalar(name, string(text)?),
        b't' => Value::Bool(true),
        b'f' => Value::Bool(false),
        b'n' => Value::Null,
        _ => scalar(name, text.to_owned()),
    })
}
