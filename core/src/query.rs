//! The query string of a request, and the grammar of what it carries (protocol.md, "Signatures").

use std::borrow::Cow;

use memchr::memchr;

use crate::Error;
use crate::percent::{percent_decode, percent_encode_to};
use crate::text::text;

/// The parameters of a push's or a URL check's query string, percent-decoded once.
///
/// Only the six parameters that the protocol knows are kept; others, such as `openid`, are ignored. A missing parameter
/// is an error of the accessor that asks for it.
///
/// ```
/// let query = wxseal::Query::parse("signature=f464b24f&timestamp=1714036504&nonce=1514711492&echostr=a%2Bb")?;
/// assert_eq!(query.timestamp()?, "1714036504");
/// assert_eq!(query.echostr()?, "a+b");
/// assert_eq!(query.msg_signature(), Err(wxseal::Error::MalformedQuery));
/// # Ok::<(), wxseal::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query<'a> {
    signature: Option<Cow<'a, str>>,
    msg_signature: Option<Cow<'a, str>>,
    timestamp: Option<Cow<'a, str>>,
    nonce: Option<Cow<'a, str>>,
    echostr: Option<Cow<'a, str>>,
    encrypt_type: Option<Cow<'a, str>>,
}

impl<'a> Query<'a> {
    /// Reads a raw query string: what stands behind the `?` of the request's URL, before any framework decoded it.
    ///
    /// A `+` stays a `+`: the platform writes spaces as `%20`, and base64 needs its `+`. A leading `?` is skipped.
    ///
    /// # Errors
    /// [`Error::MalformedQuery`]: one of the six parameters is repeated, or its percent-encoding is broken or not UTF-8.
    pub fn parse<T: AsRef<[u8]> + ?Sized>(raw: &'a T) -> Result<Self, Error> {
        let raw = raw.as_ref();
        let mut query = Query::default();
        let mut rest = Some(raw.strip_prefix(b"?").unwrap_or(raw));
        while let Some(pairs) = rest {
            let (pair, others) = split_once(pairs, b'&');
            let (name, value) = split_once(pair, b'=');
            // Whoever reads this query beside us decodes its names too, so an encoded name must not hide a repeat.
            if let Ok(name) = percent_decode(name) {
                query.set(&name, || percent_decode(value.unwrap_or_default()))?;
            }
            rest = others;
        }
        Ok(query)
    }

    /// The raw query string of what a framework has decoded already: names and values in turn, each name as often as it was
    /// there.
    ///
    /// Prefer the raw query where it is to be had: most frameworks hide a parameter that was repeated, and many turn `+` into
    /// a space.
    ///
    /// ```
    /// let raw = wxseal::Query::write([("nonce", "1"), ("echostr", "a+b")]);
    /// assert_eq!(raw, "nonce=1&echostr=a%2Bb");
    /// ```
    #[must_use]
    pub fn write(pairs: impl IntoIterator<Item = (impl AsRef<[u8]>, impl AsRef<[u8]>)>) -> String {
        let mut query = String::new();
        for (name, value) in pairs {
            if !query.is_empty() {
                query.push('&');
            }
            percent_encode_to(&mut query, name.as_ref());
            query.push('=');
            percent_encode_to(&mut query, value.as_ref());
        }
        query
    }

    fn set(&mut self, name: &str, value: impl FnOnce() -> Result<Cow<'a, str>, Error>) -> Result<(), Error> {
        let slot = match name {
            "signature" => &mut self.signature,
            "msg_signature" => &mut self.msg_signature,
            "timestamp" => &mut self.timestamp,
            "nonce" => &mut self.nonce,
            "echostr" => &mut self.echostr,
            "encrypt_type" => &mut self.encrypt_type,
            _ => return Ok(()),
        };
        if slot.replace(value()?).is_some() { Err(Error::MalformedQuery) } else { Ok(()) }
    }

    /// `signature`: over Token, timestamp and nonce. It covers no body; see [`verify_signature`](crate::verify_signature).
    ///
    /// # Errors
    /// [`Error::MalformedQuery`]: it is missing.
    pub fn signature(&self) -> Result<&str, Error> {
        required(self.signature.as_ref())
    }

    /// `msg_signature`: over Token, timestamp, nonce and the cipher text; what [`MsgCrypt`](crate::MsgCrypt) checks.
    ///
    /// # Errors
    /// [`Error::MalformedQuery`]: it is missing.
    pub fn msg_signature(&self) -> Result<&str, Error> {
        required(self.msg_signature.as_ref())
    }

    /// `timestamp`, as text: seconds since 1970 on WeChat and WeCom.
    ///
    /// # Errors
    /// [`Error::MalformedQuery`]: it is missing.
    pub fn timestamp(&self) -> Result<&str, Error> {
        required(self.timestamp.as_ref())
    }

    /// `nonce`, as text: the platform's random string, which a reply repeats.
    ///
    /// # Errors
    /// [`Error::MalformedQuery`]: it is missing.
    pub fn nonce(&self) -> Result<&str, Error> {
        required(self.nonce.as_ref())
    }

    /// `echostr`: on a URL check, what to answer with (WeChat) or to decrypt and answer with (WeCom).
    ///
    /// # Errors
    /// [`Error::MalformedQuery`]: it is missing.
    pub fn echostr(&self) -> Result<&str, Error> {
        required(self.echostr.as_ref())
    }

    /// `encrypt_type`: `aes`, `raw` or absent. What a server accepts is its own configuration's, never this parameter's.
    #[must_use]
    pub fn encrypt_type(&self) -> Option<&str> {
        self.encrypt_type.as_deref()
    }
}

fn required<'q>(slot: Option<&'q Cow<'_, str>>) -> Result<&'q str, Error> {
    slot.map(|value| &**value).ok_or(Error::MalformedQuery)
}

/// What stands before the first such byte, and what behind it, if it is there.
fn split_once(bytes: &[u8], separator: u8) -> (&[u8], Option<&[u8]>) {
    let halves = memchr(separator, bytes).and_then(|at| Some((bytes.get(..at)?, bytes.get(at + 1..)?)));
    halves.map_or((bytes, None), |(before, behind)| (before, Some(behind)))
}

/// A timestamp and a nonce that hold to the grammar, the first of the layers that close the signature's ambiguity.
///
/// The parts are joined without separators before they are hashed. A nonce below 64 characters cannot swallow a whole
/// number of AES blocks from the head of an `Encrypt`, and neither part can hold a base64 text with `+`, `/` or `=`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stamp<'a> {
    timestamp: &'a str,
    nonce: &'a str,
}

impl<'a> Stamp<'a> {
    /// The characters of the longest timestamp and the longest nonce.
    pub(crate) const MAX_LENGTH: usize = 13 + 63;

    /// Takes a timestamp, 1 to 13 digits, and a nonce, 1 to 63 of `A-Z a-z 0-9 _ -`, both as the text that they came as.
    ///
    /// # Errors
    /// [`Error::MalformedQuery`]: one of them is something else.
    pub fn new<T: AsRef<[u8]> + ?Sized, N: AsRef<[u8]> + ?Sized>(
        timestamp: &'a T,
        nonce: &'a N,
    ) -> Result<Self, Error> {
        Self::of_request(timestamp.as_ref(), nonce.as_ref())
    }

    /// The same for what a server makes: a reply, or a request that is played.
    ///
    /// # Errors
    /// [`Error::UnwritableReply`]: one of them is something else, or the timestamp has a leading zero, which the number of a
    /// JSON envelope would lose.
    pub fn for_reply<T: AsRef<[u8]> + ?Sized, N: AsRef<[u8]> + ?Sized>(
        timestamp: &'a T,
        nonce: &'a N,
    ) -> Result<Self, Error> {
        Self::of_reply(timestamp.as_ref(), nonce.as_ref())
    }

    /// Of a request: the timestamp is 1 to 13 digits (DingTalk sends milliseconds), the nonce 1 to 63 of `A-Z a-z 0-9 _ -`.
    pub(crate) fn of_request(timestamp: &'a [u8], nonce: &'a [u8]) -> Result<Self, Error> {
        let timestamp_holds = matches!(timestamp.len(), 1..=13) && timestamp.iter().all(u8::is_ascii_digit);
        let nonce_holds = matches!(nonce.len(), 1..=63)
            && nonce.iter().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-'));
        if !timestamp_holds || !nonce_holds {
            return Err(Error::MalformedQuery);
        }
        let [timestamp, nonce] = [timestamp, nonce].map(|part| text(part, Error::MalformedQuery));
        Ok(Stamp { timestamp: timestamp?, nonce: nonce? })
    }

    pub(crate) fn of_reply(timestamp: &'a [u8], nonce: &'a [u8]) -> Result<Self, Error> {
        Self::of_request(timestamp, nonce).map_err(|_| Error::UnwritableReply)?.writable()
    }

    /// The same, if a reply can have it.
    pub(crate) fn writable(self) -> Result<Self, Error> {
        let leads = self.timestamp.len() > 1 && self.timestamp.starts_with('0');
        if leads { Err(Error::UnwritableReply) } else { Ok(self) }
    }

    pub(crate) fn of_query(query: &'a Query<'_>) -> Result<Self, Error> {
        Self::new(query.timestamp()?, query.nonce()?)
    }

    /// The timestamp, as text.
    #[must_use]
    pub fn timestamp(self) -> &'a str {
        self.timestamp
    }

    /// The nonce.
    #[must_use]
    pub fn nonce(self) -> &'a str {
        self.nonce
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plus_is_not_a_space() {
        assert_eq!(Query::parse("echostr=a+b").unwrap().echostr(), Ok("a+b"));
    }

    #[test]
    fn percent_encoding_is_undone_once() {
        assert_eq!(Query::parse("echostr=a%252B").unwrap().echostr(), Ok("a%2B"));
        assert_eq!(Query::parse("?nonce=%e4%bd%A0").unwrap().nonce(), Ok("你"));
    }

    #[test]
    fn broken_encoding_is_refused_where_it_matters() {
        for raw in ["nonce=%", "nonce=%4", "nonce=%zz", "nonce=%+4", "nonce=%ff", "nonce=a%"] {
            assert_eq!(Query::parse(raw), Err(Error::MalformedQuery), "{raw}");
        }
        assert!(Query::parse("openid=%&%=1&nonce=1").is_ok());
    }

    #[test]
    fn repeats_are_refused_however_they_are_written() {
        for name in ["signature", "msg_signature", "timestamp", "nonce", "echostr", "encrypt_type"] {
            assert_eq!(Query::parse(&format!("{name}=1&{name}=1")), Err(Error::MalformedQuery), "{name}");
        }
        assert_eq!(Query::parse("nonce=1&%6eonce=2"), Err(Error::MalformedQuery));
        assert_eq!(Query::parse("nonce&nonce=2"), Err(Error::MalformedQuery));
        assert!(Query::parse("openid=1&openid=2").is_ok());
    }

    #[test]
    fn the_grammar_of_a_request() {
        let long = "n".repeat(63);
        for (timestamp, nonce) in [("0", "1"), ("1714036504", "nEXhMP4r"), ("1445827045067", &long), ("007", "a_-Z")] {
            assert!(Stamp::new(timestamp, nonce).is_ok(), "{timestamp} {nonce}");
        }
        let too_long = "n".repeat(64);
        for (timestamp, nonce) in [
            ("", "1"),
            ("1", ""),
            ("12345678901234", "1"),
            ("1", &too_long),
            ("-1", "1"),
            ("1 ", "1"),
            ("1", "a+b"),
            ("1", "你"),
        ] {
            assert_eq!(Stamp::new(timestamp, nonce).err(), Some(Error::MalformedQuery), "{timestamp} {nonce}");
        }
    }

    #[test]
    fn a_reply_has_no_leading_zero() {
        assert!(Stamp::of_reply(b"0", b"1").is_ok());
        assert_eq!(Stamp::of_reply(b"01", b"1").err(), Some(Error::UnwritableReply));
        assert_eq!(Stamp::of_reply(b"1", b"a b").err(), Some(Error::UnwritableReply));
    }
}
