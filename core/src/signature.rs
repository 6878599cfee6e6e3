//! SHA-1 over the byte-sorted parts, and the proof that a signature held (protocol.md, "Signatures").

use sha1::{Digest, Sha1};
use subtle::ConstantTimeEq;

use crate::query::Stamp;
use crate::{Error, Token, token};

/// A signature as it goes over the wire: 40 lower-case hexadecimal digits.
pub(crate) type Hex = [u8; 40];

/// Checks the `signature` of a URL check or of a plain-mode push: SHA-1 over Token, timestamp and nonce.
///
/// On a URL check of WeChat, answer with the `echostr` exactly as received once this returns. The signature covers **no
/// body**: anybody who has seen one URL can forge plain-mode messages, and for an encrypted message it proves nothing.
/// Neither freshness nor replay is checked here: a request that verified once verifies for ever.
///
/// All four values are UTF-8 as received, percent-decoded once.
///
/// ```
/// // The example of the official documentation.
/// wxseal::verify_signature("AAAAA", "f464b24fc39322e44b38aa78f5edd27bd1441696", "1714036504", "1514711492")?;
/// # Ok::<(), wxseal::Error>(())
/// ```
///
/// # Errors
/// - [`Error::InvalidConfig`]: the Token is empty, or holds white space or a control character. A setting that was
///   never made must not open the door.
/// - [`Error::MalformedQuery`]: timestamp or nonce is outside its grammar.
/// - [`Error::SignatureMismatch`]: the signature is another.
pub fn verify_signature(
    token: impl AsRef<[u8]>,
    signature: impl AsRef<[u8]>,
    timestamp: impl AsRef<[u8]>,
    nonce: impl AsRef<[u8]>,
) -> Result<(), Error> {
    let token = token::checked(token.as_ref())?;
    let stamp = Stamp::of_request(timestamp.as_ref(), nonce.as_ref())?;
    compare(digest_of_stamp(token.as_bytes(), stamp), signature.as_ref())
}

/// A cipher text whose signature held. Only [`verify`] makes one, and [`Cipher`](crate::cipher::Cipher) decrypts nothing
/// else: verify before decrypt is a type, not a habit.
pub(crate) struct Verified<'a> {
    encrypt: &'a [u8],
}

impl<'a> Verified<'a> {
    pub(crate) fn encrypt(&self) -> &'a [u8] {
        self.encrypt
    }
}

/// Checks the `signature` of a stamp.
pub(crate) fn verify_stamp(token: &Token, signature: &str, stamp: Stamp<'_>) -> Result<(), Error> {
    compare(sign_stamp(token, stamp), signature.as_bytes())
}

/// Checks a `msg_signature` over Token, timestamp, nonce and the cipher text.
pub(crate) fn verify<'a>(
    token: &Token,
    msg_signature: &[u8],
    stamp: Stamp<'_>,
    encrypt: &'a [u8],
) -> Result<Verified<'a>, Error> {
    compare(sign(token, stamp, encrypt), msg_signature)?;
    Ok(Verified { encrypt })
}

/// The `MsgSignature` of a cipher text.
pub(crate) fn sign(token: &Token, stamp: Stamp<'_>, encrypt: &[u8]) -> Hex {
    digest([token.as_bytes(), stamp.timestamp().as_bytes(), stamp.nonce().as_bytes(), encrypt])
}

/// The `signature` of a stamp.
pub(crate) fn sign_stamp(token: &Token, stamp: Stamp<'_>) -> Hex {
    digest_of_stamp(token.as_bytes(), stamp)
}

fn digest_of_stamp(token: &[u8], stamp: Stamp<'_>) -> Hex {
    digest([token, stamp.timestamp().as_bytes(), stamp.nonce().as_bytes()])
}

/// SHA-1 of the parts, sorted by their bytes and joined without separators.
fn digest<const N: usize>(mut parts: [&[u8]; N]) -> Hex {
    sort(&mut parts);
    joined(&parts)
}

/// Sorts parts by their bytes. Mostly the first one decides, which costs no call.
pub(crate) fn sort(parts: &mut [&[u8]]) {
    parts.sort_unstable_by(|one, other| one.first().cmp(&other.first()).then_with(|| one.cmp(other)));
}

/// SHA-1 of the parts in their order, joined without separators.
fn joined(parts: &[&[u8]]) -> Hex {
    let mut hasher = Sha1::new();
    for part in parts {
        hasher.update(part);
    }
    hex(&hasher.finalize().into())
}

/// Checks a signature over parts that are not sorted.
pub(crate) fn compare_joined(parts: &[&[u8]], signature: &[u8]) -> Result<(), Error> {
    compare(joined(parts), signature)
}

/// SHA-1 of one text, for keys that tell messages apart.
pub(crate) fn sha1_hex(bytes: &[u8]) -> String {
    text(&joined(&[bytes]))
}

pub(crate) fn text(hex: &Hex) -> String {
    hex.iter().copied().map(char::from).collect()
}

pub(crate) fn hex(digest: &[u8; 20]) -> Hex {
    let mut text = [0; 40];
    for (digits, bytes) in text.as_chunks_mut().0.iter_mut().zip(digest.as_chunks().0) {
        *digits = eight_digits(u32::from_be_bytes(*bytes));
    }
    text
}

/// All eight at once, side by side in one integer.
fn eight_digits(word: u32) -> [u8; 8] {
    const EACH: u64 = 0x0101_0101_0101_0101;
    let mut nibbles = u64::from(word);
    nibbles = (nibbles | nibbles << 16) & 0x0000_ffff_0000_ffff;
    nibbles = (nibbles | nibbles << 8) & 0x00ff_00ff_00ff_00ff;
    nibbles = (nibbles | nibbles << 4) & 0x0f0f_0f0f_0f0f_0f0f;
    let letters = ((nibbles + 6 * EACH) >> 4) & EACH;
    (nibbles + u64::from(b'0') * EACH + u64::from(b'a' - b'0' - 10) * letters).to_be_bytes()
}

/// Compares in constant time. What has another length or with other characters equals no digest of ours, so the
/// signature's grammar needs no check of its own.
fn compare(expected: Hex, signature: &[u8]) -> Result<(), Error> {
    let Ok(signature) = <&Hex>::try_from(signature) else { return Err(Error::SignatureMismatch) };
    if words(&expected).ct_eq(&words(signature)).into() { Ok(()) } else { Err(Error::SignatureMismatch) }
}

/// The same in fewer pieces, each of which `subtle` looks at apart.
fn words(hex: &Hex) -> [u64; 5] {
    let mut words = [0; 5];
    words.iter_mut().zip(hex.as_chunks().0).for_each(|(word, bytes)| *word = u64::from_ne_bytes(*bytes));
    words
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Setting;

    #[test]
    fn the_sort_is_by_bytes() {
        // printf '109Za' | sha1sum
        assert_eq!(&digest([b"a", b"Z", b"9", b"10"]), b"20668ec0d32d69ea2c2bc1bc1515ca45ac825a40");
    }

    #[test]
    fn a_signature_is_lower_case_and_whole() {
        let right = "f464b24fc39322e44b38aa78f5edd27bd1441696";
        assert_eq!(verify_signature("AAAAA", right, "1714036504", "1514711492"), Ok(()));
        for wrong in [&right.to_uppercase(), &right[..39], &format!("{right}0"), &format!(" {right}"), ""] {
            assert_eq!(verify_signature("AAAAA", wrong, "1714036504", "1514711492"), Err(Error::SignatureMismatch));
        }
    }

    #[test]
    fn a_token_that_was_never_set_opens_no_door() {
        for token in ["", "a b"] {
            assert_eq!(
                verify_signature(token, "", "1", "1"),
                Err(Error::InvalidConfig { setting: Setting::Token }),
                "{token:?}"
            );
        }
    }
}
