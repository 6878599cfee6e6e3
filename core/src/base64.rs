//! Strict, canonical, padded standard base64, with the widest vectors that the processor has.

use std::sync::LazyLock;

use base64::Engine;
use base64::engine::general_purpose::PAD;

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

/// Fills `out`, which has the length that [`encoded_length`] says.
pub(crate) fn encode(bytes: &[u8], out: &mut [u8]) -> Result<(), Error> {
    match VECTOR.encode_slice(bytes, out) {
        Ok(written) if written == out.len() => Ok(()),
        _ => Err(Error::UnwritableReply),
    }
}

pub(crate) const fn encoded_length(bytes: usize) -> usize {
    bytes.div_ceil(3).saturating_mul(4)
}
