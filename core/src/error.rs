use std::fmt;

use crate::Setting;

/// What can go wrong, in one table for every language.
///
/// Each variant has the number that the official samples give it ([`code`](Error::code)), a name that never changes
/// ([`name`](Error::name)), the HTTP status for a server to answer with ([`http_status`](Error::http_status)) and a
/// text that says what to look at ([`text`](Error::text)). Texts are fixed: no error carries a secret or a peer's data.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Error {
    /// The hash differs from the signature, or the signature is not 40 lower-case hexadecimal digits.
    SignatureMismatch,
    /// A parameter of the query is missing, repeated or outside its grammar.
    MalformedQuery,
    /// The request's method is neither GET nor POST. Its name is `MalformedQuery` too, its HTTP status 405.
    UnknownMethod,
    /// The timestamp lies further from the server's time than the tolerance.
    StaleTimestamp {
        /// The request's timestamp, in seconds since 1970.
        timestamp: u64,
        /// The server's time, in seconds since 1970.
        now: u64,
    },
    /// The body is no envelope: not XML or JSON, without exactly one `Encrypt`, too large or too deep.
    MalformedEnvelope,
    /// The decrypted message cannot be read, is one that only servers send, or stands where an echostr should.
    MalformedMessage,
    /// The EncodingAESKey is not 43 characters of base64.
    InvalidKey {
        /// Where the first bad character is, in bytes from the start, counted from 0; the key's length if it is too short.
        position: usize,
    },
    /// A setting, or another argument of the server's own, cannot be right.
    InvalidConfig {
        /// Which one.
        setting: Setting,
    },
    /// The message is addressed to another receive id.
    ReceiveIdMismatch,
    /// The cipher text has an impossible length, or its padding is wrong.
    DecryptFailed,
    /// The length inside the decrypted frame does not fit.
    MalformedFrame,
    /// `Encrypt` is not canonical standard base64.
    InvalidBase64,
    /// A reply cannot be written, or a stored one cannot be read.
    UnwritableReply,
}

impl Error {
    /// One error of each kind, in the order of the table; the integers that they carry are 0, and the
    /// setting is the Token.
    pub const ALL: [Error; 13] = [
        Error::SignatureMismatch,
        Error::MalformedQuery,
        Error::UnknownMethod,
        Error::StaleTimestamp { timestamp: 0, now: 0 },
        Error::MalformedEnvelope,
        Error::MalformedMessage,
        Error::InvalidKey { position: 0 },
        Error::InvalidConfig { setting: Setting::Token },
        Error::ReceiveIdMismatch,
        Error::DecryptFailed,
        Error::MalformedFrame,
        Error::InvalidBase64,
        Error::UnwritableReply,
    ];

    /// The number that every official sample uses for this failure, -40001 to -40011.
    #[must_use]
    pub const fn code(self) -> i32 {
        match self {
            Error::SignatureMismatch | Error::MalformedQuery | Error::UnknownMethod | Error::StaleTimestamp { .. } => {
                -40001
            }
            Error::MalformedEnvelope | Error::MalformedMessage => -40002,
            Error::InvalidKey { .. } | Error::InvalidConfig { .. } => -40004,
            Error::ReceiveIdMismatch => -40005,
            Error::DecryptFailed => -40007,
            Error::MalformedFrame => -40008,
            Error::InvalidBase64 => -40010,
            Error::UnwritableReply => -40011,
        }
    }

    /// The name of this failure, the same in every language: `SignatureMismatch`, `MalformedQuery` …
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Error::SignatureMismatch => "SignatureMismatch",
            Error::MalformedQuery | Error::UnknownMethod => "MalformedQuery",
            Error::StaleTimestamp { .. } => "StaleTimestamp",
            Error::MalformedEnvelope => "MalformedEnvelope",
            Error::MalformedMessage => "MalformedMessage",
            Error::InvalidKey { .. } => "InvalidKey",
            Error::InvalidConfig { .. } => "InvalidConfig",
            Error::ReceiveIdMismatch => "ReceiveIdMismatch",
            Error::DecryptFailed => "DecryptFailed",
            Error::MalformedFrame => "MalformedFrame",
            Error::InvalidBase64 => "InvalidBase64",
            Error::UnwritableReply => "UnwritableReply",
        }
    }

    /// The HTTP status to answer with: 400, 403 or 405 where the request is at fault, 500 where the server is.
    ///
    /// Whatever fails after the signature held has the same status, so that a peer learns nothing from it.
    #[must_use]
    pub const fn http_status(self) -> u16 {
        match self {
            Error::MalformedQuery | Error::MalformedEnvelope => 400,
            Error::UnknownMethod => 405,
            Error::SignatureMismatch
            | Error::StaleTimestamp { .. }
            | Error::MalformedMessage
            | Error::ReceiveIdMismatch
            | Error::DecryptFailed
            | Error::MalformedFrame
            | Error::InvalidBase64 => 403,
            Error::InvalidKey { .. } | Error::InvalidConfig { .. } | Error::UnwritableReply => 500,
        }
    }

    /// What happened and what to look at, in one sentence without the integers that the error may carry; of a setting, what
    /// that one is to be.
    #[must_use]
    pub const fn text(self) -> &'static str {
        match self {
            Error::SignatureMismatch => {
                "the signature does not match: check the Token, that msg_signature and not signature was passed for an \
                 encrypted message, and that timestamp, nonce and body are as received"
            }
            Error::MalformedQuery => {
                "a query parameter is missing, repeated or malformed: timestamp is 1 to 13 digits, nonce is 1 to 63 of \
                 A-Z a-z 0-9 _ -, and each stands once, percent-decoded once"
            }
            Error::UnknownMethod => "the method is neither GET nor POST: the platform sends no other",
            Error::StaleTimestamp { .. } => {
                "the timestamp is too far from the server's time: check the server's clock and the tolerance"
            }
            Error::MalformedEnvelope => {
                "the body is not an envelope: expected XML or JSON with one Encrypt at the top level; check that the \
                 body is passed as received and that the console's encryption mode is not plain"
            }
            Error::MalformedMessage => {
                "the decrypted message cannot be read, or is one that only a server sends: check that nothing captured \
                 was sent back, as a message or as an echostr"
            }
            Error::InvalidKey { .. } => {
                "the EncodingAESKey is not 43 characters of A-Z a-z 0-9 + /: copy it from the console, without = and \
                 without white space"
            }
            Error::InvalidConfig { setting } => setting.text(),
            Error::ReceiveIdMismatch => {
                "the message is addressed to another receive id: it is the AppID of the Mini Program or Official \
                 Account, the component's AppID on the open platform, the corpid or suiteid on WeCom"
            }
            Error::DecryptFailed => {
                "the cipher text does not decrypt (length or padding): check that the EncodingAESKey is the console's"
            }
            Error::MalformedFrame => {
                "the length inside the decrypted frame does not fit: check that the EncodingAESKey is the console's"
            }
            Error::InvalidBase64 => {
                "the cipher text is not standard base64: check that the body is as received and that no + became a space"
            }
            Error::UnwritableReply => {
                "the reply cannot be written: its timestamp is 1 to 13 digits without a leading zero, its nonce 1 to 63 \
                 of A-Z a-z 0-9 _ -, its message shorter than 4 GiB; or a stored one cannot be read: it is another's, cut \
                 short or of a later version"
            }
        }
    }
}

/// [`Error::text`], the integers, and the official number in brackets.
impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.text())?;
        match self {
            Error::InvalidKey { position } => write!(f, "; look at offset {position}")?,
            Error::StaleTimestamp { timestamp, now } => write!(f, "; timestamp {timestamp}, server {now}")?,
            _ => {}
        }
        write!(f, " ({})", self.code())
    }
}

impl std::error::Error for Error {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn display_ends_with_the_official_number() {
        for error in Error::ALL {
            assert!(error.to_string().ends_with(&format!(" ({})", error.code())), "{error}");
        }
    }

    #[test]
    fn display_shows_the_integers() {
        assert!(Error::InvalidKey { position: 42 }.to_string().contains("offset 42"));
        assert!(Error::StaleTimestamp { timestamp: 7, now: 9 }.to_string().contains("timestamp 7, server 9"));
    }

    #[test]
    fn whatever_fails_after_the_signature_has_one_status() {
        for error in [
            Error::MalformedMessage,
            Error::ReceiveIdMismatch,
            Error::DecryptFailed,
            Error::MalformedFrame,
            Error::InvalidBase64,
        ] {
            assert_eq!(error.http_status(), Error::SignatureMismatch.http_status(), "{error}");
        }
    }
}
