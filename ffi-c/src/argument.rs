//! From C's arguments to Rust's, and back.
//!
//! A handle is an `Option<&T>` and an output an `Option<&mut MaybeUninit<T>>`: what C may leave NULL is `None`, and the rest
//! of a reference's promises is what the header asks of the caller.

use std::ffi::{c_char, c_void};
use std::marker::PhantomData;
use std::mem::MaybeUninit;
use std::{ptr, slice};

use wxseal_core::{Answer, Dialect, Format, Setting};

use crate::status::{Failure, guard};
use crate::{
    WXSEAL_DIALECT_WECHAT, WXSEAL_DIALECT_WECOM, WXSEAL_FORMAT_JSON, WXSEAL_FORMAT_XML, wxseal_dialect, wxseal_format,
};

/// `include/wxseal.h` has it from `prelude.h`.
///
/// Only C and [`lent`](wxseal_str::lent) make one, so that its `data` is NULL or has `length` bytes, which nobody changes or
/// frees for as long as it lives.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct wxseal_str<'a> {
    data: *const c_char,
    length: usize,
    lender: PhantomData<&'a [u8]>,
}

impl<'a> wxseal_str<'a> {
    /// What is not there.
    pub(crate) const NONE: Self = wxseal_str { data: ptr::null(), length: 0, lender: PhantomData };

    /// Lends bytes to the caller, for as long as what they belong to lives. An empty text has `data` too, as it is there.
    pub(crate) fn lent<T: AsRef<[u8]> + ?Sized>(bytes: &'a T) -> Self {
        let bytes = bytes.as_ref();
        let data = if bytes.is_empty() { c"".as_ptr() } else { bytes.as_ptr().cast() };
        wxseal_str { data, length: bytes.len(), lender: PhantomData }
    }

    /// Lends a text that may not be there.
    pub(crate) fn lent_if(text: Option<&'a str>) -> Self {
        text.map_or(Self::NONE, Self::lent)
    }

    /// A text that the caller gives, as it came.
    pub(crate) fn bytes(self) -> Result<&'a [u8], Failure> {
        // SAFETY: the header promises that `data` is NULL or has `length` bytes, unchanged during the call; what is lent has.
        unsafe { slice(self.data.cast(), self.length) }
    }

    pub(crate) fn optional_bytes(self) -> Result<Option<&'a [u8]>, Failure> {
        self.if_there(Self::bytes)
    }

    /// A name, a key or another argument of the server's own.
    pub(crate) fn argument(self) -> Result<&'a str, Failure> {
        Ok(Setting::Argument.text_of(self.bytes()?)?)
    }

    /// A text of an answer.
    pub(crate) fn answer(self) -> Result<&'a str, Failure> {
        Ok(Answer::text_of(self.bytes()?)?)
    }

    pub(crate) fn optional_answer(self) -> Result<Option<&'a str>, Failure> {
        self.if_there(Self::answer)
    }

    /// Reads a text that may be left out.
    fn if_there<T>(self, read: impl FnOnce(Self) -> Result<T, Failure>) -> Result<Option<T>, Failure> {
        if self.data.is_null() && self.length == 0 { Ok(None) } else { read(self).map(Some) }
    }
}

/// A name and its value: a parameter of a query, or of a call of the server API.
#[repr(C)]
pub struct wxseal_pair<'a> {
    /// Its name.
    pub name: wxseal_str<'a>,
    /// Its value.
    pub value: wxseal_str<'a>,
}

impl<'a> wxseal_pair<'a> {
    pub(crate) fn bytes(&self) -> Result<(&'a [u8], &'a [u8]), Failure> {
        Ok((self.name.bytes()?, self.value.bytes()?))
    }

    pub(crate) fn arguments(&self) -> Result<(&'a str, &'a str), Failure> {
        Ok((self.name.argument()?, self.value.argument()?))
    }
}

/// A payload; NULL with length 0 is empty.
///
/// # Safety
/// `pointer` is NULL or points to `length` bytes that nobody changes while the result lives.
pub(crate) unsafe fn bytes<'a>(pointer: *const c_void, length: usize) -> Result<&'a [u8], Failure> {
    // SAFETY: the caller promises the same.
    unsafe { slice(pointer.cast(), length) }
}

/// An array; NULL with a count of 0 is empty.
///
/// # Safety
/// `pointer` is NULL or points to `count` items that nobody changes while the result lives.
pub(crate) unsafe fn slice<'a, T>(pointer: *const T, count: usize) -> Result<&'a [T], Failure> {
    match (pointer.is_null(), count) {
        (true, 0) => Ok(&[]),
        (true, _) => Err(Failure::NullPointer),
        (false, _) if count > isize::MAX.unsigned_abs() / size_of::<T>() => Err(Failure::InvalidArgument),
        // SAFETY: not NULL, no longer than a slice may be, and the caller promises the rest.
        (false, _) => Ok(unsafe { slice::from_raw_parts(pointer, count) }),
    }
}

/// Random bytes that the caller may give.
///
/// # Safety
/// `random16` is NULL or points to 16 bytes that nobody changes while the result lives.
pub(crate) unsafe fn random<'a>(random16: *const u8) -> Option<&'a [u8; 16]> {
    // SAFETY: the caller promises the same.
    unsafe { random16.cast::<[u8; 16]>().as_ref() }
}

/// The caller's own memory for a result.
pub(crate) struct Output<'a> {
    out: *mut u8,
    size: usize,
    length: &'a mut MaybeUninit<usize>,
}

impl<'a> Output<'a> {
    /// Refuses memory that nothing can be written to, before any work is done for it.
    ///
    /// # Safety
    /// `out` is NULL or points to `size` writable bytes, for as long as the result lives.
    pub(crate) unsafe fn new(
        out: *mut c_void,
        size: usize,
        length: Option<&'a mut MaybeUninit<usize>>,
    ) -> Result<Self, Failure> {
        match length {
            Some(length) if size == 0 || !out.is_null() => Ok(Output { out: out.cast(), size, length }),
            _ => Err(Failure::NullPointer),
        }
    }

    /// Copies a result there, or says how much it needs.
    pub(crate) fn write(self, result: &[u8]) -> Result<(), Failure> {
        let out = self.start(result.len())?;
        if !result.is_empty() {
            // SAFETY: `start` has found room for the result, which is memory of our own, so that the two don't overlap.
            unsafe { out.copy_from_nonoverlapping(result.as_ptr(), result.len()) };
        }
        Ok(())
    }

    /// Its beginning, for a result of so many bytes; or says how much it needs.
    ///
    /// # Safety
    /// Nobody reads or writes the memory while the result lives.
    pub(crate) unsafe fn room(self, needed: usize) -> Result<&'a mut [u8], Failure> {
        let out = self.start(needed)?;
        if needed == 0 {
            return Ok(&mut []);
        }
        // SAFETY: `start` has found room; no buffer of C is longer than a slice may be; what it held is overwritten before it
        // is read; and the caller promises the rest.
        unsafe {
            out.write_bytes(0, needed);
            Ok(slice::from_raw_parts_mut(out, needed))
        }
    }

    fn start(self, needed: usize) -> Result<*mut u8, Failure> {
        self.length.write(needed);
        if needed > self.size { Err(Failure::BufferTooSmall) } else { Ok(self.out) }
    }
}

/// A handle that the caller holds.
pub(crate) fn alive<T>(handle: Option<&T>) -> Result<&T, Failure> {
    handle.ok_or(Failure::NullPointer)
}

/// Writes what a call finds to the caller's variable, which is looked at first.
pub(crate) fn put<T>(
    out: Option<&mut MaybeUninit<T>>,
    find: impl FnOnce() -> Result<T, Failure>,
) -> Result<(), Failure> {
    let out = out.ok_or(Failure::NullPointer)?;
    out.write(find()?);
    Ok(())
}

/// Makes a handle and gives it to the caller.
pub(crate) fn give<T>(
    out: Option<&mut MaybeUninit<*mut T>>,
    make: impl FnOnce() -> Result<T, Failure>,
) -> Result<(), Failure> {
    put(out, || Ok(Box::into_raw(Box::new(make()?))))
}

/// Drops a handle that the caller gave back. NULL is ignored.
pub(crate) fn take_back<T>(handle: Option<Box<T>>) {
    guard(|| {
        drop(handle);
        Ok(())
    });
}

/// What a call finds, or what it is otherwise.
pub(crate) fn found<T>(mut otherwise: T, call: impl FnOnce() -> Result<T, Failure>) -> T {
    guard(|| {
        otherwise = call()?;
        Ok(())
    });
    otherwise
}

pub(crate) fn format(format: wxseal_format) -> Result<Format, Failure> {
    match format {
        WXSEAL_FORMAT_XML => Ok(Format::Xml),
        WXSEAL_FORMAT_JSON => Ok(Format::Json),
        _ => Err(Failure::InvalidArgument),
    }
}

pub(crate) fn format_number(format: Format) -> wxseal_format {
    match format {
        Format::Xml => WXSEAL_FORMAT_XML,
        Format::Json => WXSEAL_FORMAT_JSON,
    }
}

pub(crate) fn dialect(dialect: wxseal_dialect) -> Result<Dialect, Failure> {
    match dialect {
        WXSEAL_DIALECT_WECHAT => Ok(Dialect::Wechat),
        WXSEAL_DIALECT_WECOM => Ok(Dialect::Wecom),
        _ => Err(Failure::InvalidArgument),
    }
}

/// The time that was given, or none for 0.
pub(crate) fn given(now: u64) -> Option<u64> {
    (now != 0).then_some(now)
}

/// The time that was given, or the system's for 0.
pub(crate) fn time(now: u64) -> u64 {
    wxseal_os::now_or(given(now))
}
