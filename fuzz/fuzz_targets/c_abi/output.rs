//! What the header promises of every output.

use std::ffi::{CStr, c_char};
use std::hint::black_box;
use std::ptr::{null, null_mut};
use std::slice;

use header::*;

/// A status that has a name.
pub fn check(status: wxseal_status) {
    assert_ne!(status, WXSEAL_ERROR_PANIC);
    // SAFETY: it takes any number.
    let name = text_of(unsafe { wxseal_status_name(status) });
    assert!(name.is_some_and(|name| status == WXSEAL_OK || name != text_of(unsafe { wxseal_status_name(1) }).unwrap()));
}

/// A handle, given on `WXSEAL_OK` only; the one before it is freed.
pub fn made<T>(
    slot: &mut *mut T,
    free: unsafe extern "C" fn(*mut T),
    make: impl FnOnce(*mut *mut T) -> wxseal_status,
) -> wxseal_status {
    let mut out = null_mut();
    let status = make(&mut out);
    check(status);
    assert_eq!(status == WXSEAL_OK, !out.is_null());
    if !out.is_null() {
        // SAFETY: it is NULL or was made by the library, and nobody else holds it.
        unsafe { free(std::mem::replace(slot, out)) };
    }
    status
}

/// A function that writes to a buffer: asked for the length, then with a byte too few, with exactly enough, and with any size.
pub fn filled(size: usize, call: impl Fn(*mut (), usize, *mut usize) -> wxseal_status) {
    const UNTOUCHED: u8 = 0xa5;
    let mut needed = usize::MAX;
    let asked = call(null_mut(), 0, &mut needed);
    check(asked);
    check(call(null_mut(), 0, null_mut()));
    assert_ne!(call(null_mut(), 1, &mut 0), WXSEAL_OK);
    if asked != WXSEAL_OK && asked != WXSEAL_ERROR_BUFFER_TOO_SMALL {
        assert_eq!(needed, usize::MAX, "a length that nothing was written to");
        needed = 0;
    }
    for size in [needed, needed.saturating_sub(1), size % 1024] {
        let mut out = vec![UNTOUCHED; size].into_boxed_slice();
        let mut length = usize::MAX;
        let status = call(out.as_mut_ptr().cast(), size, &mut length);
        check(status);
        let written = match status {
            WXSEAL_OK => length,
            _ => 0,
        };
        assert!(written <= size && out[written..].iter().all(|byte| *byte == UNTOUCHED));
        match asked {
            WXSEAL_OK | WXSEAL_ERROR_BUFFER_TOO_SMALL => {
                assert_eq!((status == WXSEAL_OK, length), (size >= needed, needed));
            }
            _ => assert_eq!(status, asked),
        }
    }
}

/// A loan, written on `WXSEAL_OK` only.
pub fn lent(call: impl Fn(*mut wxseal_str) -> wxseal_status) {
    let mut out = wxseal_str { data: null(), length: usize::MAX };
    let status = call(&mut out);
    check(status);
    if status == WXSEAL_OK {
        bytes_of(out);
    } else {
        assert!(out.data.is_null() && out.length == usize::MAX, "a loan of a call that failed");
    }
    assert_ne!(call(null_mut()), WXSEAL_OK);
}

/// What is lent, every byte of which can be read; `None` of NULL.
pub fn bytes_of(lent: wxseal_str) -> Option<Vec<u8>> {
    if lent.data.is_null() {
        assert_eq!(lent.length, 0, "NULL with a length is lent");
        return None;
    }
    // SAFETY: the library promises that many bytes.
    Some(black_box(unsafe { slice::from_raw_parts(lent.data.cast(), lent.length) }.to_vec()))
}

/// A text of the library's, `None` of NULL.
pub fn text_of(text: *const c_char) -> Option<String> {
    if text.is_null() {
        return None;
    }
    // SAFETY: not NULL, and the library promises the NUL behind it.
    let text = unsafe { CStr::from_ptr(text) };
    Some(text.to_str().expect("a text that is not UTF-8").to_owned())
}
