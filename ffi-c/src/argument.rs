//! From C's arguments to Rust's, and back.

use std::ffi::{CStr, c_char};
use std::slice;

use wxseal_core::{Dialect, Error, Format};

use crate::status::{Failure, guard};
use crate::{
    WXSEAL_DIALECT_WECHAT, WXSEAL_DIALECT_WECOM, WXSEAL_FORMAT_JSON, WXSEAL_FORMAT_XML, wxseal_dialect, wxseal_format,
};

/// A NUL-terminated text; one that is not UTF-8 is what `otherwise` names, since the core would refuse it as that.
///
/// # Safety
/// `text` is NULL or points to a NUL-terminated string that nobody changes while the result lives.
pub(crate) unsafe fn text<'a>(text: *const c_char, otherwise: impl Into<Failure>) -> Result<&'a str, Failure> {
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
/// Same as [`text`].
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

/// The beginning of the caller's buffer, for a result of so many bytes; or says how much it needs. [`check_output`] has
/// held.
///
/// # Safety
/// `out` is NULL or points to `size` writable bytes that nobody reads or writes while the result lives, and `length` is
/// NULL or points to a writable `size_t`.
pub(crate) unsafe fn room<'a>(
    needed: usize,
    out: *mut u8,
    size: usize,
    length: *mut usize,
) -> Result<&'a mut [u8], Failure> {
    check_output(out, size, length)?;
    // SAFETY: not NULL, and the caller promises that it is writable.
    unsafe { length.write(needed) };
    if needed > size {
        return Err(Failure::BufferTooSmall);
    }
    if needed == 0 {
        return Ok(&mut []);
    }
    // SAFETY: `out` has room for `size` bytes, at least `needed`, which is not 0, so it is not NULL; no buffer of C is
    // longer than a slice may be; what it held is overwritten before it is read; and the caller promises the rest.
    unsafe {
        out.write_bytes(0, needed);
        Ok(slice::from_raw_parts_mut(out, needed))
    }
}

/// Lends a result to the caller, for as long as what it belongs to lives.
///
/// # Safety
/// `bytes` and `length` are NULL or point to writable variables.
pub(crate) unsafe fn lend(result: &[u8], bytes: *mut *const u8, length: *mut usize) -> Result<(), Failure> {
    if bytes.is_null() || length.is_null() {
        return Err(Failure::NullPointer);
    }
    // SAFETY: not NULL, and the caller promises that they are writable.
    unsafe {
        bytes.write(result.as_ptr());
        length.write(result.len());
    }
    Ok(())
}

/// Lends a text that may be missing: NULL then.
///
/// # Safety
/// Same as [`lend`].
pub(crate) unsafe fn lend_optional(
    found: Option<&str>,
    text: *mut *const c_char,
    length: *mut usize,
) -> Result<(), Failure> {
    // SAFETY: the caller promises that they are NULL or writable; `lend` has checked that they are not NULL when the
    // pointer is written again.
    unsafe {
        lend(found.unwrap_or_default().as_bytes(), text.cast(), length)?;
        if found.is_none() {
            text.write(std::ptr::null());
        }
    }
    Ok(())
}

/// Lends a text with the NUL behind it.
///
/// # Safety
/// `out` is NULL or writable.
pub(crate) unsafe fn lend_text(found: &CStr, out: *mut *const c_char) -> Result<(), Failure> {
    if out.is_null() {
        return Err(Failure::NullPointer);
    }
    // SAFETY: not NULL, and the caller promises that it is writable.
    unsafe { out.write(found.as_ptr()) };
    Ok(())
}

/// A handle that the caller holds.
///
/// # Safety
/// `handle` is NULL or came from [`give`], and is not freed while the result lives.
pub(crate) unsafe fn alive<'a, T>(handle: *const T) -> Result<&'a T, Failure> {
    // SAFETY: the caller promises that it is NULL or alive.
    unsafe { handle.as_ref() }.ok_or(Failure::NullPointer)
}

/// A handle that no other thread uses: one that is still being set up.
///
/// # Safety
/// Same as [`alive`], and nobody else uses it while the result lives.
pub(crate) unsafe fn alone<'a, T>(handle: *mut T) -> Result<&'a mut T, Failure> {
    // SAFETY: the caller promises that it is NULL, or alive and used by nobody else.
    unsafe { handle.as_mut() }.ok_or(Failure::NullPointer)
}

/// Makes a handle and gives it to the caller.
///
/// # Safety
/// `out` is NULL or points to a writable pointer.
pub(crate) unsafe fn give<T>(make: impl FnOnce() -> Result<T, Failure>, out: *mut *mut T) -> Result<(), Failure> {
    if out.is_null() {
        return Err(Failure::NullPointer);
    }
    let value = make()?;
    // SAFETY: not NULL, and the caller promises that it is writable.
    unsafe { out.write(Box::into_raw(Box::new(value))) };
    Ok(())
}

/// Takes a handle back and drops it. NULL is ignored.
///
/// # Safety
/// `handle` is NULL or came from [`give`], and is taken back once.
pub(crate) unsafe fn take_back<T>(handle: *mut T) {
    guard(|| {
        if !handle.is_null() {
            // SAFETY: it was made by `Box::into_raw` in `give`, and the caller promises that it is taken back once.
            drop(unsafe { Box::from_raw(handle) });
        }
        Ok(())
    });
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
