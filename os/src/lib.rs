//! What the core takes as arguments, taken from the operating system: the time and random bytes.
//!
//! Every binding and the command-line tool need the same, so it is written once, here.
#![forbid(unsafe_code)]

use std::time::{SystemTime, UNIX_EPOCH};

use wxseal_core::{Error, Format, MsgCrypt};

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
    Ok(format!("{:016x}", u64::from_be_bytes(random()?)))
}

/// [`MsgCrypt::encrypt`], with the current second, a nonce of 16 fresh hexadecimal digits and 16 fresh random bytes where
/// the caller gives none.
///
/// # Errors
/// Those of [`MsgCrypt::encrypt`] and [`random`].
pub fn encrypt(
    crypt: &MsgCrypt,
    message: &[u8],
    timestamp: Option<&str>,
    nonce: Option<&str>,
    random: Option<&[u8; 16]>,
    format: Format,
) -> Result<String, Error> {
    fresh(timestamp, nonce, random, |timestamp, nonce, random| crypt.encrypt(message, timestamp, nonce, random, format))
}

/// Calls with what is given, and with a fresh value for whatever is not: as for [`encrypt`].
///
/// # Errors
/// Those of the call, and [`Error::UnwritableReply`] as for [`random`].
pub fn fresh<T, E: From<Error>>(
    timestamp: Option<&str>,
    nonce: Option<&str>,
    random: Option<&[u8; 16]>,
    call: impl FnOnce(&str, &str, &[u8; 16]) -> Result<T, E>,
) -> Result<T, E> {
    let (fresh_timestamp, fresh_nonce, fresh_random);
    let timestamp = if let Some(timestamp) = timestamp {
        timestamp
    } else {
        fresh_timestamp = now().to_string();
        &fresh_timestamp
    };
    let nonce = if let Some(nonce) = nonce {
        #[cfg(wxseal_test_panic)]
        assert_ne!(nonce, "panic-please", "a test asked for a panic");
        nonce
    } else {
        fresh_nonce = self::nonce()?;
        &fresh_nonce
    };
    let random = if let Some(random) = random {
        random
    } else {
        fresh_random = self::random()?;
        &fresh_random
    };
    call(timestamp, nonce, random)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_left_out_is_fresh() {
        let crypt = MsgCrypt::new("token", &"A".repeat(43), "wx1").unwrap();
        let seal = || encrypt(&crypt, b"{}", None, None, None, Format::Json).unwrap();
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
        assert_eq!(crypt.decrypt(&signature, &timestamp, &field(&one, "Nonce"), one.as_bytes()).unwrap(), b"{}");
    }

    #[test]
    fn what_is_given_is_used() {
        let crypt = MsgCrypt::new("token", &"A".repeat(43), "wx1").unwrap();
        let reply = encrypt(&crypt, b"{}", Some("1"), Some("2"), Some(&[3; 16]), Format::Xml);
        assert_eq!(reply, crypt.encrypt(b"{}", "1", "2", &[3; 16], Format::Xml));
    }
}
