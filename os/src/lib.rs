//! What the core takes as arguments, taken from the operating system: the time and random bytes.
//!
//! Every binding and the command-line tool need the same, so it is written once, here.
#![forbid(unsafe_code)]

use std::time::{SystemTime, UNIX_EPOCH};

use wxseal_core::{Answer, Error, Format, MsgCrypt, Response, Stamp};

/// The current time in whole seconds since 1970; 0 where the clock stands before that.
#[must_use]
pub fn now() -> u64 {
    SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |time| time.as_secs())
}

/// Fresh bytes of the operating system's generator, asked for every time: a generator of the process's own would repeat
/// itself after `fork`.
///
/// # Errors
/// [`Error::UnwritableReply`]: the operating system has none to give.
pub fn random<const N: usize>() -> Result<[u8; N], Error> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|_| Error::UnwritableReply)?;
    Ok(bytes)
}

/// A nonce: 16 fresh hexadecimal digits.
///
/// # Errors
/// Same as [`random`].
pub fn nonce() -> Result<String, Error> {
    random().map(hexadecimal)
}

/// The time that was given, or the current one.
#[must_use]
pub fn now_or(given: Option<u64>) -> u64 {
    given.unwrap_or_else(now)
}

/// Seals an answer, at the current second and with fresh random bytes where the caller gives none.
///
/// # Errors
/// Those of [`Answer::seal`] and [`random`].
pub fn seal(answer: Answer<'_>, now: Option<u64>, random: Option<&[u8; 16]>) -> Result<Response, Error> {
    let fresh = if random.is_none() { self::random()? } else { [0; 16] };
    answer.seal(now_or(now), random.unwrap_or(&fresh))
}

/// [`MsgCrypt::encrypt`], with what [`fresh`] gives.
///
/// # Errors
/// Those of [`MsgCrypt::encrypt`] and [`random`].
pub fn encrypt(
    crypt: &MsgCrypt,
    message: &[u8],
    timestamp: Option<&[u8]>,
    nonce: Option<&[u8]>,
    format: Format,
    random: Option<&[u8; 16]>,
) -> Result<String, Error> {
    drawn(timestamp, nonce, random, |timestamp, nonce, random| crypt.encrypt(message, timestamp, nonce, format, random))
}

/// Calls with what is given, and where that is nothing with the current second, a nonce of 16 fresh hexadecimal digits and 16
/// fresh random bytes.
///
/// # Errors
/// Those of the call, of [`Stamp::for_reply`] and of [`random`].
pub fn fresh<T, E: From<Error>>(
    timestamp: Option<&[u8]>,
    nonce: Option<&[u8]>,
    random: Option<&[u8; 16]>,
    call: impl FnOnce(Stamp<'_>, &[u8; 16]) -> Result<T, E>,
) -> Result<T, E> {
    drawn(timestamp, nonce, random, |timestamp, nonce, random| call(Stamp::for_reply(timestamp, nonce)?, random))
}

/// The same for a request that is signed and not sealed.
///
/// # Errors
/// Those of the call, of [`Stamp::new`] and of [`random`].
pub fn fresh_stamp<T, E: From<Error>>(
    timestamp: Option<&[u8]>,
    nonce: Option<&[u8]>,
    call: impl FnOnce(Stamp<'_>) -> Result<T, E>,
) -> Result<T, E> {
    let fresh_nonce = if nonce.is_none() { Some(random()?) } else { None };
    filled(timestamp, nonce, fresh_nonce, |timestamp, nonce| call(Stamp::new(timestamp, nonce)?))
}

/// [`fresh`], with a timestamp and a nonce that nobody has looked at.
fn drawn<T, E: From<Error>>(
    timestamp: Option<&[u8]>,
    nonce: Option<&[u8]>,
    random: Option<&[u8; 16]>,
    call: impl FnOnce(&[u8], &[u8], &[u8; 16]) -> Result<T, E>,
) -> Result<T, E> {
    #[cfg(wxseal_test_panic)]
    assert_ne!(nonce, Some(&b"panic-please"[..]), "a test asked for a panic");
    // The operating system is asked once a message.
    let (fresh_nonce, fresh_random) = match (nonce, random) {
        (Some(_), Some(_)) => (None, [0; 16]),
        (Some(_), None) => (None, self::random()?),
        (None, Some(_)) => (Some(self::random()?), [0; 16]),
        (None, None) => halves(&self::random()?),
    };
    filled(timestamp, nonce, fresh_nonce, |timestamp, nonce| call(timestamp, nonce, random.unwrap_or(&fresh_random)))
}

fn filled<T>(
    timestamp: Option<&[u8]>,
    nonce: Option<&[u8]>,
    fresh_nonce: Option<[u8; 8]>,
    call: impl FnOnce(&[u8], &[u8]) -> T,
) -> T {
    let fresh_timestamp = timestamp.is_none().then(|| now().to_string());
    let fresh_nonce = fresh_nonce.map(hexadecimal);
    let timestamp = timestamp.or(fresh_timestamp.as_deref().map(str::as_bytes)).unwrap_or_default();
    call(timestamp, nonce.or(fresh_nonce.as_deref().map(str::as_bytes)).unwrap_or_default())
}

fn hexadecimal(bytes: [u8; 8]) -> String {
    format!("{:016x}", u64::from_be_bytes(bytes))
}

fn halves(bytes: &[u8; 24]) -> (Option<[u8; 8]>, [u8; 16]) {
    let (mut nonce, mut random) = ([0; 8], [0; 16]);
    let (head, tail) = bytes.split_at(8);
    nonce.copy_from_slice(head);
    random.copy_from_slice(tail);
    (Some(nonce), random)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_left_out_is_fresh() {
        let crypt = MsgCrypt::new("token", "A".repeat(43), "wx1").unwrap();
        let seal = || encrypt(&crypt, b"{}", None, None, Format::Json, None).unwrap();
        let field = |reply: &str, name: &str| {
            let (_, rest) = reply.split_once(&format!("\"{name}\": ")).unwrap();
            rest.split([',', '\n']).next().unwrap().trim_matches('"').to_owned()
        };
        let (one, two) = (seal(), seal());
        for name in ["Encrypt", "Nonce"] {
            assert_ne!(field(&one, name), field(&two, name));
        }
        assert_eq!(field(&one, "Nonce").len(), 16);
        let timestamp: u64 = field(&one, "TimeStamp").parse().unwrap();
        assert!(timestamp.abs_diff(now()) <= 5);
        let (signature, timestamp) = (field(&one, "MsgSignature"), timestamp.to_string());
        assert_eq!(crypt.decrypt(&signature, &timestamp, field(&one, "Nonce"), one.as_bytes()).unwrap(), b"{}");
    }

    #[test]
    fn what_is_given_is_used() {
        let crypt = MsgCrypt::new("token", "A".repeat(43), "wx1").unwrap();
        let reply = encrypt(&crypt, b"{}", Some(b"1"), Some(b"2"), Format::Xml, Some(&[3; 16]));
        assert_eq!(reply, crypt.encrypt(b"{}", "1", "2", Format::Xml, &[3; 16]));
    }
}
