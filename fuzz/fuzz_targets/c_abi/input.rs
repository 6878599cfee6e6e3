//! What the fuzzer's bytes become: arguments of C, each in memory of exactly its own size.

use std::ptr::null;

use header::wxseal_str;
use libfuzzer_sys::arbitrary::{Result, Unstructured};
use wxseal_fuzz::RANDOM;

pub struct Input<'a>(pub Unstructured<'a>);

impl<'a> Input<'a> {
    /// An error where the input ends, so that a program does.
    pub fn byte(&mut self) -> Result<u8> {
        Ok(self.0.bytes(1)?[0])
    }

    /// Small sizes and the largest.
    pub fn size(&mut self) -> Result<usize> {
        Ok(match self.byte()? {
            255 => usize::MAX,
            254 => isize::MAX as usize,
            size => usize::from(size),
        })
    }

    fn some_bytes(&mut self) -> Result<&'a [u8]> {
        let length = usize::from(self.byte()?).min(self.0.len());
        self.0.bytes(length)
    }
}

/// NULL with a length of 0 or of more, one of the right texts or payloads, or any bytes.
pub struct Bytes {
    bytes: Option<Box<[u8]>>,
    length: usize,
}

impl Bytes {
    pub fn of(input: &mut Input<'_>, right: &[&str]) -> Result<Self> {
        let choice = input.byte()?;
        let bytes = match choice {
            255 => return Ok(Bytes { bytes: None, length: 0 }),
            254 => return Ok(Bytes { bytes: None, length: input.size()? }),
            224.. => input.some_bytes()?,
            _ => right[usize::from(choice) % right.len()].as_bytes(),
        };
        Ok(Bytes { bytes: Some(bytes.into()), length: bytes.len() })
    }

    /// 16 bytes, or NULL for the operating system's.
    pub fn random(input: &mut Input<'_>) -> Result<Self> {
        let bytes = (input.byte()? < 240).then(|| Box::from(RANDOM.as_slice()));
        Ok(Bytes { bytes, length: 16 })
    }

    pub fn text(&self) -> wxseal_str {
        wxseal_str { data: self.pointer().cast(), length: self.length }
    }

    pub fn parts(&self) -> (*const (), usize) {
        (self.pointer().cast(), self.length)
    }

    pub fn pointer(&self) -> *const u8 {
        self.bytes.as_deref().map_or(null(), <[u8]>::as_ptr)
    }
}
