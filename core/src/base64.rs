//! Strict, canonical, padded standard base64, with the widest vectors that the processor has.

use std::sync::LazyLock;

use base64::Engine;
use base64::engine::general_purpose::PAD;
use base64_simd::AsOut;

use crate::Error;

/// Which instructions there are is asked once. Only the engines for these two families find out at run time.
#[cfg(any(target_arch = "x86_64", target_arch = "aarch64"))]
static VECTOR: LazyLock<base64::engine::Simd> = LazyLock::new(|| base64::engine::Simd::standard(PAD));
#[cfg(not(any(target_arch = "x86_64", target_arch = "aarch64")))]
static VECTOR: LazyLock<base64::engine::GeneralPurpose> =
    LazyLock::new(|| base64::engine::GeneralPurpose::new(&base64::alphabet::STANDARD, PAD));

pub(crate) fn decode(text: &[u8]) -> Result<Vec<u8>, Error> {
    VECTOR.decode(text).map_err(|_| Error::InvalidBase64)
}

/// Decodes to the beginning of `out`, and returns what was filled.
pub(crate) fn decode_into<'o>(text: &[u8], out: &'o mut [u8]) -> Result<&'o mut [u8], Error> {
    let length = VECTOR.decode_slice(text, out).map_err(|_| Error::InvalidBase64)?;
    out.get_mut(..length).ok_or(Error::InvalidBase64)
}

/// How many bytes a text stands for, if it is base64 at all.
pub(crate) fn decoded_length(text: &[u8]) -> usize {
    let padding = text.iter().rev().take(2).take_while(|&&byte| byte == b'=').count();
    (text.len() / 4 * 3).saturating_sub(padding)
}

/// Encodes to the beginning of `out`, and returns how much was filled. What `base64` encodes by vectors is longer than the
/// groups that this is called for.
#[inline]
pub(crate) fn encode_into(bytes: &[u8], out: &mut [u8]) -> Result<usize, Error> {
    let length = encoded_length(bytes.len());
    let out = out.get_mut(..length).ok_or(Error::UnwritableReply)?;
    let _ = base64_simd::STANDARD.encode(bytes, out.as_out());
    Ok(length)
}

/// Encodes to the end of `text`.
#[inline]
pub(crate) fn encode_append(bytes: &[u8], text: &mut String) {
    base64_simd::STANDARD.encode_append(bytes, text);
}

pub(crate) const fn encoded_length(bytes: usize) -> usize {
    bytes.div_ceil(3).saturating_mul(4)
}
