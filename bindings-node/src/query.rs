//! The query of a request, in the three shapes that Node.js knows it in.

use std::ffi::CStr;

use napi::ValueType;
use napi::bindgen_prelude::{Function, Unknown};
use wxseal_core::Query;

use crate::error::Failure;
use crate::{options, text};

/// The parameters that the core reads, or refuses where they are repeated.
const NAMES: [&CStr; 6] = [c"signature", c"msg_signature", c"timestamp", c"nonce", c"echostr", c"encrypt_type"];

/// A query as a raw string, for the core to parse: there is one grammar and one rule on repeats, and neither is here.
///
/// `undefined` and `null` are a request without a query, so they lack every parameter.
pub(crate) fn raw(query: Unknown<'_>) -> Result<Vec<u8>, Failure> {
    if let Some(raw) = text::read(query)? {
        return Ok(raw);
    }
    match query.get_type()? {
        ValueType::Undefined | ValueType::Null => Ok(Vec::new()),
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

/// A `URLSearchParams` writes itself out with all repeats. What writes no string has no parameters.
fn written_by_itself(query: Unknown<'_>) -> Result<Vec<u8>, Failure> {
    let method = options::property(query, c"toString")?;
    if method.get_type()? != ValueType::Function {
        return Ok(Vec::new());
    }
    // SAFETY: it is a function.
    let method: Function<'_, (), Unknown<'_>> = unsafe { method.cast() }?;
    Ok(text::read(method.apply(query, ())?)?.unwrap_or_default())
}

/// A framework's object has decoded values. What is no string there is an array or an object, which a framework makes of a
/// parameter that was repeated.
fn written_out(query: Unknown<'_>) -> Result<Vec<u8>, Failure> {
    let mut pairs = Vec::new();
    for name in NAMES {
        let Some(value) = options::optional(query, name)? else { continue };
        match text::read(value)? {
            Some(value) => pairs.push((name.to_bytes(), value)),
            None => pairs.extend([(name.to_bytes(), Vec::new()), (name.to_bytes(), Vec::new())]),
        }
    }
    Ok(Query::write(pairs).into_bytes())
}
