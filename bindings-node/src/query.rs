//! The query of a request, in the three shapes that Node.js knows it in.

use std::ffi::CStr;
use std::fmt::Write as _;

use napi::ValueType;
use napi::bindgen_prelude::{Function, Unknown};
use wxseal_core::Error;

use crate::error::Failure;
use crate::{options, text};

/// The parameters that the core reads, or refuses where they are repeated.
const NAMES: [&CStr; 6] = [c"signature", c"msg_signature", c"timestamp", c"nonce", c"echostr", c"encrypt_type"];

/// A query as a raw string, for the core to parse: there is one grammar and one rule on repeats, and neither is here.
///
/// `undefined` and `null` are a request without a query, so they lack every parameter.
pub(crate) fn raw(query: Unknown<'_>) -> Result<String, Failure> {
    if let Some(raw) = text::read(query, Error::MalformedQuery)? {
        return Ok(raw);
    }
    match query.get_type()? {
        ValueType::Undefined | ValueType::Null => Ok(String::new()),
        ValueType::Object if is_search_params(query)? => written_by_itself(query),
        ValueType::Object => written_out(query),
        _ => Err(Failure::Type("query must be the raw query string, a URLSearchParams or an object of parameters")),
    }
}

/// Told by its method, since `instanceof` fails across realms. What a peer sends becomes strings, arrays and objects in a
/// framework's object, but never a function.
fn is_search_params(query: Unknown<'_>) -> Result<bool, Failure> {
    Ok(options::property(query, c"getAll")?.get_type()? == ValueType::Function)
}

/// A `URLSearchParams` writes itself out with all repeats.
fn written_by_itself(query: Unknown<'_>) -> Result<String, Failure> {
    let method = options::property(query, c"toString")?;
    if method.get_type()? != ValueType::Function {
        return Err(Error::MalformedQuery.into());
    }
    // SAFETY: it is a function.
    let method: Function<'_, (), Unknown<'_>> = unsafe { method.cast() }?;
    let raw = method.apply(query, ())?;
    text::read(raw, Error::MalformedQuery)?.ok_or(Failure::Protocol(Error::MalformedQuery))
}

/// A framework's object has decoded values; a repeat is an array there.
fn written_out(query: Unknown<'_>) -> Result<String, Failure> {
    let mut raw = String::new();
    for name in NAMES {
        let Some(value) = options::optional(query, name)? else { continue };
        let value = text::read(value, Error::MalformedQuery)?.ok_or(Failure::Protocol(Error::MalformedQuery))?;
        raw.push_str(&name.to_string_lossy());
        raw.push('=');
        for byte in value.bytes() {
            match byte {
                b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_' => raw.push(byte.into()),
                // Writing to a `String` cannot fail.
                _ => drop(write!(raw, "%{byte:02X}")),
            }
        }
        raw.push('&');
    }
    Ok(raw)
}
