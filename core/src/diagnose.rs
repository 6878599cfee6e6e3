//! Why did this request fail? Tries the known mistakes on it.

use std::borrow::Cow;

use crate::cipher::Cipher;
use crate::message::Header;
use crate::query::{Query, Stamp};
use crate::signature::{self, Verified};
use crate::{Dialect, Endpoint, Error, MsgCrypt, envelope};

/// One thing that is wrong with a request, or worth knowing of one that is right. It holds nothing decrypted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Finding {
    /// The method is neither GET nor POST.
    UnknownMethod,
    /// A parameter is there twice, or its percent-encoding is broken.
    BrokenQuery,
    /// A parameter is missing.
    MissingParameter {
        /// Its name.
        name: &'static str,
    },
    /// Timestamp or nonce is outside its grammar.
    MalformedStamp,
    /// The query was percent-encoded twice, or taken from somewhere where nobody had decoded it.
    PercentEncodedTwice,
    /// A `+` of the cipher text became a space.
    PlusBecameSpace,
    /// The value of `signature` was passed as `msg_signature`.
    SignatureForMsgSignature,
    /// The value of `msg_signature` was passed as `signature`.
    MsgSignatureForSignature,
    /// The signature is right but for its upper-case digits.
    UpperCaseSignature,
    /// The body is plaintext, and the endpoint an encrypted one.
    PlaintextBody,
    /// The body is a cipher text, and the endpoint a plain one.
    EncryptedBody,
    /// The body is no envelope at all, or none that is accepted.
    NotAnEnvelope,
    /// The body was parsed and written again on its way.
    BodyReserialised,
    /// The Token is right, and the body not the one that was signed.
    BodyChanged,
    /// The Token is another; or, where the query has no `signature` that would tell, the body.
    AnotherToken,
    /// It is a URL check of WeCom, and the settings' dialect is `wechat`.
    DialectIsWecom,
    /// It is a URL check of WeChat, and the settings' dialect is `wecom`.
    DialectIsWechat,
    /// The Token is right, and the EncodingAESKey another.
    AnotherKey,
    /// Token and key belong to two of the accepted settings.
    KeyOfOtherSettings,
    /// It was opened by settings that were accepted besides the first: the previous ones, during a rotation.
    OpenedByFurtherSettings,
    /// The message is addressed to another AppID: on the open platform it is the component's, not the authorizer's.
    AnotherAppId,
    /// The message is addressed to another corpid or suiteid: suite events have the suiteid, all others the corpid.
    AnotherCorpOrSuite,
    /// The message has an empty receive id, as WeCom's smart robots have it, and the settings' is not.
    EmptyReceiveId,
    /// The message has a receive id of another kind than the settings.
    AnotherReceiveId,
    /// The sender pads to 16 bytes and not to 32: it is not the platform. Such messages are read.
    PaddedTo16,
    /// The timestamp is too far from the server's time, or does not have ten digits.
    StaleTimestamp {
        /// How much earlier than the server's time it is, in seconds; negative if later.
        seconds: i64,
    },
    /// It is an answer that only a server sends: one of the server's own that came back.
    ReflectedReply,
    /// The message is sent to another account than the endpoint's.
    AnotherAccount,
    /// The message is neither XML nor JSON.
    MalformedMessage,
    /// A message or a reply was sent as the echostr of a URL check, whose answer would be its plaintext.
    MessageAsEchostr,
}

impl Finding {
    /// What it means and what to do, in a sentence.
    #[must_use]
    pub const fn text(self) -> &'static str {
        match self {
            Finding::UnknownMethod => "the platform sends GET for the URL check and POST for everything else",
            Finding::BrokenQuery => "a parameter stands twice in the query, or its percent-encoding is broken",
            Finding::MissingParameter { .. } => {
                "a parameter is missing from the query: look for a proxy or router that drops the query string"
            }
            Finding::MalformedStamp => {
                "timestamp or nonce is not what the platform sends: look for a value that was changed"
            }
            Finding::PercentEncodedTwice => {
                "the query is percent-encoded once more than it should be: decode it exactly once"
            }
            Finding::PlusBecameSpace => {
                "a + of the base64 became a space: pass the raw query string, or decode it without form rules"
            }
            Finding::SignatureForMsgSignature => {
                "the value of signature was passed as msg_signature: the two stand in one URL, and an encrypted message is \
                 checked by msg_signature"
            }
            Finding::MsgSignatureForSignature => {
                "the value of msg_signature was passed as signature: a plain message and the URL check are checked by signature"
            }
            Finding::UpperCaseSignature => "the signature has upper-case digits: pass it as it came",
            Finding::PlaintextBody => {
                "the body is plaintext and the endpoint expects a cipher text: choose the safe mode in the console"
            }
            Finding::EncryptedBody => {
                "the body is a cipher text and the endpoint a plain one: make it from a MsgCrypt, with the EncodingAESKey"
            }
            Finding::NotAnEnvelope => {
                "the body is not XML or JSON with one Encrypt: look for an empty body, a form, or one that a parser has consumed"
            }
            Finding::BodyReserialised => {
                "the body was parsed and written again before it came here: pass it byte for byte"
            }
            Finding::BodyChanged => {
                "the Token is right, but the body is not the one that was signed: pass it byte for byte"
            }
            Finding::AnotherToken => {
                "the Token is not the console's, letter for letter: look for white space and for the wrong app"
            }
            Finding::DialectIsWecom => "it is a URL check of WeCom: choose the dialect wecom",
            Finding::DialectIsWechat => "it is a URL check of WeChat: choose the dialect wechat",
            Finding::AnotherKey => "the Token is right, but the EncodingAESKey is not the console's",
            Finding::KeyOfOtherSettings => {
                "the Token belongs to one of the accepted settings and the key to another: accept the pair that the console has"
            }
            Finding::OpenedByFurtherSettings => {
                "it was opened by the previous or another accepted settings, not the first"
            }
            Finding::AnotherAppId => {
                "the message is addressed to another AppID: on the open platform use the component's, not the authorizer's"
            }
            Finding::AnotherCorpOrSuite => {
                "the message is addressed to another corpid or suiteid: suite events have the suiteid, all others the corpid"
            }
            Finding::EmptyReceiveId => {
                "the message has an empty receive id: for WeCom's smart robots it must be empty here too"
            }
            Finding::AnotherReceiveId => {
                "the message is addressed to a receive id of another kind than the one that is set"
            }
            Finding::PaddedTo16 => {
                "the sender pads to 16 bytes and not to 32: it is a home-made one, and other servers will refuse it"
            }
            Finding::StaleTimestamp { .. } => {
                "the timestamp is too far from the server's time: set the clock, or do not replay old requests"
            }
            Finding::ReflectedReply => {
                "it is an answer that a server sends, not a message: somebody sends back what was captured"
            }
            Finding::AnotherAccount => "the message is sent to another account (gh_…) than the one that is set",
            Finding::MalformedMessage => "what was decrypted is neither one XML document nor one JSON object",
            Finding::MessageAsEchostr => {
                "the echostr is a message or a reply: somebody sends what was captured, to be shown what it says"
            }
        }
    }
}

impl Endpoint {
    /// Why [`receive`](Endpoint::receive) refuses a request: tries the known mistakes and names those that explain it, the
    /// likeliest first. Empty for a request that is right in all.
    ///
    /// For logs and for people, never for the peer. It hashes and decrypts several times, so it is no part of `receive`.
    #[must_use]
    pub fn diagnose(&self, method: &str, raw_query: &str, body: &[u8], now: u64) -> Vec<Finding> {
        let Ok(query) = Query::parse(raw_query) else { return vec![Finding::BrokenQuery] };
        match method {
            "GET" => self.diagnose_url_check(&query, now),
            "POST" => self.diagnose_push(&query, body, now),
            _ => vec![Finding::UnknownMethod],
        }
    }

    fn diagnose_url_check(&self, query: &Query<'_>, now: u64) -> Vec<Finding> {
        let stamp = match stamp(query) {
            Ok(stamp) => stamp,
            Err(finding) => return vec![finding],
        };
        let Ok(echostr) = query.echostr() else { return vec![Finding::MissingParameter { name: "echostr" }] };
        let Some(first) = self.crypts().first() else {
            return self
                .plain_token()
                .map_or_else(Vec::new, |token| self.explain_signature(token, query, stamp, None, now));
        };
        let wecom_signed = query.msg_signature().is_ok_and(|given| {
            self.crypts().iter().any(|crypt| crypt.verify(given, stamp, echostr.as_bytes()).is_ok())
        });
        if first.dialect_of_replies() == Dialect::Wecom {
            if query.msg_signature().is_err() && query.signature().is_ok() {
                return vec![Finding::DialectIsWechat];
            }
            let explain = |echo: &[u8]| envelope::detect(echo, usize::MAX).ok().map(|_| Finding::MessageAsEchostr);
            return self.explain_cipher_text(query, stamp, echostr.as_bytes(), now, explain);
        }
        if wecom_signed && query.signature().is_err() {
            return vec![Finding::DialectIsWecom];
        }
        self.explain_signature(first.token(), query, stamp, None, now)
    }

    fn diagnose_push(&self, query: &Query<'_>, body: &[u8], now: u64) -> Vec<Finding> {
        let stamp = match stamp(query) {
            Ok(stamp) => stamp,
            Err(finding) => return vec![finding],
        };
        let encrypt = envelope::parse(body, body.len());
        if let Some(token) = self.plain_token() {
            let sealed = encrypt.is_ok() && Header::read(body).is_ok_and(|header| header.msg_type.is_none());
            let wrong_body = match (sealed, Header::read(body)) {
                (true, _) => Some(Finding::EncryptedBody),
                (false, Err(_)) => Some(Finding::NotAnEnvelope),
                (false, Ok(_)) => None,
            };
            let mut findings: Vec<Finding> = wrong_body.into_iter().collect();
            findings.extend(self.explain_signature(token, query, stamp, encrypt.as_deref().ok(), now));
            findings.extend(self.explain_direction(body));
            return findings;
        }
        match encrypt {
            Ok(encrypt) => {
                self.explain_cipher_text(query, stamp, &encrypt, now, |message| self.explain_direction(message))
            }
            Err(_) if Header::read(body).is_ok_and(|header| header.msg_type.is_some()) => vec![Finding::PlaintextBody],
            Err(_) => vec![Finding::NotAnEnvelope],
        }
    }

    /// Of a `signature` over the three parts.
    fn explain_signature(
        &self,
        token: &str,
        query: &Query<'_>,
        stamp: Stamp<'_>,
        encrypt: Option<&[u8]>,
        now: u64,
    ) -> Vec<Finding> {
        let Ok(given) = query.signature() else { return vec![Finding::MissingParameter { name: "signature" }] };
        let holds = |given: &str| signature::verify_signature(token, given, stamp.timestamp(), stamp.nonce()).is_ok();
        if holds(given) {
            return self.explain_time(stamp, now).into_iter().collect();
        }
        let four_parts = |encrypt| signature::verify(token, given, stamp, encrypt).is_ok();
        vec![match given {
            _ if holds(&given.to_ascii_lowercase()) => Finding::UpperCaseSignature,
            _ if encrypt.is_some_and(four_parts) => Finding::MsgSignatureForSignature,
            _ if query.msg_signature().is_ok_and(holds) => Finding::SignatureForMsgSignature,
            _ => Finding::AnotherToken,
        }]
    }

    /// Of a `msg_signature` over a cipher text, and of what is inside.
    fn explain_cipher_text(
        &self,
        query: &Query<'_>,
        stamp: Stamp<'_>,
        encrypt: &[u8],
        now: u64,
        explain_plaintext: impl Fn(&[u8]) -> Option<Finding>,
    ) -> Vec<Finding> {
        let Ok(given) = query.msg_signature() else {
            return vec![Finding::MissingParameter { name: "msg_signature" }];
        };
        let holds =
            |given: &str, encrypt: &[u8]| self.crypts().iter().any(|crypt| crypt.verify(given, stamp, encrypt).is_ok());
        if !holds(given, encrypt) {
            return vec![self.explain_msg_signature(query, given, stamp, encrypt, holds)];
        }
        let mut findings: Vec<Finding> = self.explain_time(stamp, now).into_iter().collect();
        let verified = |crypt: &MsgCrypt| crypt.verify(given, stamp, encrypt).ok();
        let opened = self.crypts().iter().enumerate().find_map(|(index, crypt)| {
            let message = crypt.open(&verified(crypt)?).ok()?;
            Some((index, message))
        });
        if let Some((index, message)) = opened {
            if index > 0 {
                findings.push(Finding::OpenedByFurtherSettings);
            }
            findings.extend(explain_plaintext(&message));
        } else {
            let tried = self.crypts().iter().filter_map(|crypt| Some((crypt, verified(crypt)?)));
            findings.extend(tried.map(|(crypt, verified)| self.explain_inside(crypt, &verified)));
        }
        if Cipher::is_padded_to_16(encrypt) {
            findings.push(Finding::PaddedTo16);
        }
        findings.dedup();
        findings
    }

    fn explain_msg_signature(
        &self,
        query: &Query<'_>,
        given: &str,
        stamp: Stamp<'_>,
        encrypt: &[u8],
        holds: impl Fn(&str, &[u8]) -> bool,
    ) -> Finding {
        let tokens = || self.crypts().iter().map(|crypt| crypt.token());
        let three_parts = |given: &str| {
            tokens().any(|token| signature::verify_signature(token, given, stamp.timestamp(), stamp.nonce()).is_ok())
        };
        let spaces_as_plus: Vec<u8> = encrypt.iter().map(|&byte| if byte == b' ' { b'+' } else { byte }).collect();
        let bare: Vec<u8> =
            encrypt.iter().copied().filter(|byte| !byte.is_ascii_whitespace() && *byte != b'\\').collect();
        let decoded = std::str::from_utf8(encrypt).ok().and_then(|text| crate::query::percent_decode(text).ok());
        if three_parts(given) {
            Finding::SignatureForMsgSignature
        } else if holds(&given.to_ascii_lowercase(), encrypt) {
            Finding::UpperCaseSignature
        } else if holds(given, &spaces_as_plus) {
            Finding::PlusBecameSpace
        } else if decoded.is_some_and(|text: Cow<'_, str>| holds(given, text.as_bytes())) {
            Finding::PercentEncodedTwice
        } else if holds(given, &bare) {
            Finding::BodyReserialised
        } else if query.signature().is_ok_and(three_parts) {
            Finding::BodyChanged
        } else {
            Finding::AnotherToken
        }
    }

    /// Why a cipher text whose signature held does not open.
    fn explain_inside(&self, crypt: &MsgCrypt, verified: &Verified<'_>) -> Finding {
        match crypt.open(verified) {
            Err(Error::ReceiveIdMismatch) => {
                let found = crypt.receive_id_inside(verified).unwrap_or_default();
                match (kind(&found), kind(crypt.receive_id())) {
                    (ReceiveId::Empty, _) => Finding::EmptyReceiveId,
                    (ReceiveId::App, ReceiveId::App) => Finding::AnotherAppId,
                    (ReceiveId::CorpOrSuite, ReceiveId::CorpOrSuite) => Finding::AnotherCorpOrSuite,
                    _ => Finding::AnotherReceiveId,
                }
            }
            Err(Error::InvalidBase64) if verified.encrypt().contains(&b' ') => Finding::PlusBecameSpace,
            Err(Error::InvalidBase64) => Finding::BodyReserialised,
            _ if self.crypts().iter().any(|other| other.open(verified).is_ok()) => Finding::KeyOfOtherSettings,
            _ => Finding::AnotherKey,
        }
    }

    fn explain_time(&self, stamp: Stamp<'_>, now: u64) -> Option<Finding> {
        let Err(Error::StaleTimestamp { timestamp, .. }) = self.check_time(stamp, now) else { return None };
        Some(Finding::StaleTimestamp { seconds: now.cast_signed().saturating_sub_unsigned(timestamp) })
    }

    fn explain_direction(&self, message: &[u8]) -> Option<Finding> {
        let Ok(header) = Header::read(message) else { return Some(Finding::MalformedMessage) };
        match self.check_direction(&header) {
            Ok(()) => None,
            Err(_) if header.is_reply() => Some(Finding::ReflectedReply),
            Err(_) => Some(Finding::AnotherAccount),
        }
    }
}

/// A request's timestamp and nonce, or why there are none.
fn stamp<'q>(query: &'q Query<'_>) -> Result<Stamp<'q>, Finding> {
    let timestamp = query.timestamp().map_err(|_| Finding::MissingParameter { name: "timestamp" })?;
    let nonce = query.nonce().map_err(|_| Finding::MissingParameter { name: "nonce" })?;
    Stamp::of_request(timestamp, nonce).map_err(|_| {
        if timestamp.contains('%') || nonce.contains('%') {
            Finding::PercentEncodedTwice
        } else {
            Finding::MalformedStamp
        }
    })
}

enum ReceiveId {
    Empty,
    App,
    CorpOrSuite,
    Other,
}

/// By what ids look like: an AppID is `wx` and 16 hexadecimal digits, and so were corpids once; now they are `ww`.
fn kind(receive_id: &str) -> ReceiveId {
    let hexadecimal = |rest: &str| rest.len() == 16 && rest.bytes().all(|byte| byte.is_ascii_hexdigit());
    match receive_id {
        "" => ReceiveId::Empty,
        _ if receive_id.strip_prefix("wx").is_some_and(hexadecimal) => ReceiveId::App,
        _ if receive_id.starts_with("ww") || receive_id.starts_with("suite") => ReceiveId::CorpOrSuite,
        _ => ReceiveId::Other,
    }
}
