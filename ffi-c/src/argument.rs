//! From C's arguments to Rust's, and back.

use std::ffi::{CStr, c_char};
use std::slice;

use wxseal_core::{Dialect, Error, Format};

use crate::status::Failure;
use crate::{
    WXSEAL_DIALECT_WECHAT, WXSEAL_DIALECT_WECOM, WXSEAL_FORMAT_JSON, WXSEAL_FORMAT_XML, wxseal_dialect, wxseal_format,
};

/// A NUL-terminated text; one that is not UTF-8 is what `otherwise` names, since the core would refuse it as that.
///
/// # Safety
/// `text` is NULL or points to a NUL-terminated string that nobody changes while the result lives.
pub(crate) unsafe fn text<'a>(text: *const c_char, otherwise: Error) -> Result<&'a str, Failure> {
    if text.is_null() {
        return Err(Failure::NullPointer);
    }
    // SAFETY: not NULL, and the caller promises the rest.
    let text = unsafe { CStr::from_ptr(text) };
    text.to_str().map_err(|_| otherwise.into())
}

/// Like [`text`], but NULL is `None`.
///
/// # Safety
/// As of [`text`].
pub(crate) unsafe fn optional_text<'a>(pointer: *const c_char, otherwise: Error) -> Result<Option<&'a str>, Failure> {
    if pointer.is_null() {
        return Ok(None);
    }
    // SAFETY: the caller promises what `text` asks for.
    unsafe { text(pointer, otherwise) }.map(Some)
}

/// A payload; NULL with length 0 is empty.
///
/// # Safety
/// `pointer` is NULL or points to `length` bytes that nobody changes while the result lives.
pub(crate) unsafe fn bytes<'a>(pointer: *const u8, length: usize) -> Result<&'a [u8], Failure> {
    match (pointer.is_null(), length) {
        (true, 0) => Ok(&[]),
        (true, _) => Err(Failure::NullPointer),
        (false, _) if isize::try_from(length).is_err() => Err(Failure::InvalidArgument),
        // SAFETY: not NULL, no longer than a slice may be, and the caller promises the rest.
        (false, _) => Ok(unsafe { slice::from_raw_parts(pointer, length) }),
    }
}

/// Refuses outputs that nothing can be written to, before any work is done for them.
pub(crate) fn check_output(out: *mut u8, size: usize, length: *mut usize) -> Result<(), Failure> {
    if length.is_null() || (out.is_null() && size > 0) { Err(Failure::NullPointer) } else { Ok(()) }
}

/// Copies a result to the caller's buffer, or says how much it needs. [`check_output`] has held.
///
/// # Safety
/// `out` is NULL or points to `size` writable bytes, and `length` is NULL or points to a writable `size_t`.
pub(crate) unsafe fn write(result: &[u8], out: *mut u8, size: usize, length: *mut usize) -> Result<(), Failure> {
    check_output(out, size, length)?;
    // SAFETY: not NULL, and the caller promises that it is writable.
    unsafe { length.write(result.len()) };
    if result.len() > size {
        return Err(Failure::BufferTooSmall);
    }
    if !result.is_empty() {
        // SAFETY: `out` has room for `size` bytes, and `result` is memory of our own, so the two don't overlap. `out` is
        // not NULL: `size` is at least the result's length, which is not 0.
        unsafe { out.copy_from_nonoverlapping(result.as_ptr(), result.len()) };
    }
    Ok(())
}

pub(crate) fn format(format: wxseal_format) -> Result<Format, Failure> {
    match format {
        WXSEAL_FORMAT_XML => Ok(Format::Xml),
        WXSEAL_FORMAT_JSON => Ok(Format::Json),
        _ => Err(Failure::InvalidArgument),
    }
}

pub(crate) fn dialect(dialect: wxseal_dialect) -> Result<Dialect, Failure> {
    match dialect {
        WXSEAL_DIALECT_WECHAT => Ok(Dialect::Wechat),
        WXSEAL_DIALECT_WECOM => Ok(Dialect::Wecom),
        _ => Err(Failure::InvalidArgument),
    }
}
