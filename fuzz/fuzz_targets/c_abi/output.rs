//! What the header promises of every output.

use std::ffi::{CStr, c_char};
use std::hint::black_box;
use std::ptr::{null, null_mut};

use header::*;

/// A status that has a name.
pub fn check(status: wxseal_status) {
    assert_ne!(status, WXSEAL_ERROR_PANIC);
    // SAFETY: it takes any number.
    let name = text_of(unsafe { wxseal_status_name(status) });
    assert!(name.is_some_and(|name| status == WXSEAL_OK || name != text_of(unsafe { wxseal_status_name(1) }).unwrap()));
}

/// A handle, given on `WXSEAL_OK` only; the one before it is freed.
pub fn made<T>(slot: &mut *mut T, free: unsafe extern "C" fn(*mut T), make: impl FnOnce(*mut *mut T) -> wxseal_status) {
    let mut out = null_mut();
    let status = make(&mut out);
    check(status);
    assert_eq!(status == WXSEAL_OK, !out.is_null());
    if !out.is_null() {
        // SAFETY: it is NULL or was made by the library, and nobody else holds it.
        unsafe { free(std::mem::replace(slot, out)) };
    }
}

/// A function that writes to a buffer: asked for the length, then with a byte too few, with exactly enough, and with any size.
pub fn filled(size: usize, call: impl Fn(*mut u8, usize, *mut usize) -> wxseal_status) {
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
        let status = call(out.as_mut_ptr(), size, &mut length);
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

/// A loan, every byte of which can be read.
pub fn lent(call: impl Fn(*mut *const u8, *mut usize) -> wxseal_status) {
    let (mut bytes, mut length) = (null(), 0);
    let status = call(&mut bytes, &mut length);
    check(status);
    if status == WXSEAL_OK && !bytes.is_null() {
        // SAFETY: the library promises that many bytes.
        black_box(unsafe { std::slice::from_raw_parts(bytes, length) }.to_vec());
    } else {
        assert_eq!(length, 0);
    }
    check(call(null_mut(), null_mut()));
}

/// A loan with a NUL behind it.
pub fn lent_text(call: impl Fn(*mut *const c_char) -> wxseal_status) {
    let mut text = null();
    let status = call(&mut text);
    check(status);
    assert_eq!(status == WXSEAL_OK, text_of(text).is_some());
    check(call(null_mut()));
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
