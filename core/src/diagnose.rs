//! Why did this request fail? Tries the known mistakes on it.

use std::cmp::Reverse;
use std::iter;

use crate::cipher::Cipher;
use crate::endpoint::plain_header;
use crate::message::Header;
use crate::percent::percent_decode;
use crate::query::{Query, Stamp};
use crate::signature::{self, Verified};
use crate::{Dialect, Endpoint, Error, Finding, MsgCrypt, Token, document, envelope};

impl Endpoint {
    /// Why [`receive`](Endpoint::receive) refuses a request: tries the known mistakes and names those that explain it, the
    /// likeliest first. Empty for a request that is right in all.
    ///
    /// For logs and for people, never for the peer. It hashes and decrypts several times, so it is no part of `receive`: call
    /// it where somebody is looking for a fault, and not for every request that a stranger sends. It needs no more than twice
    /// the body's size.
    #[must_use]
    pub fn diagnose(
        &self,
        method: impl AsRef<[u8]>,
        raw_query: impl AsRef<[u8]>,
        body: &[u8],
        now: u64,
    ) -> Vec<Finding> {
        let Ok(query) = Query::parse(&raw_query) else { return vec![Finding::BrokenQuery] };
        match method.as_ref() {
            b"GET" => self.diagnose_url_check(&query, now),
            b"POST" => self.diagnose_push(&query, body, now),
            _ => vec![Finding::UnknownMethod],
        }
    }

    fn diagnose_url_check(&self, query: &Query<'_>, now: u64) -> Vec<Finding> {
        let stamp = match stamp(query) {
            Ok(stamp) => stamp,
            Err(finding) => return vec![finding],
        };
        let Ok(echostr) = query.echostr() else { return vec![Finding::MissingParameter { name: "echostr" }] };
        if let Some(token) = self.plain_token() {
            return self.explain_signature(&[token], query, stamp, None, now);
        }
        let all: Vec<&MsgCrypt> = self.crypts().iter().map(|crypt| &**crypt).collect();
        let checked_by = |crypt: &&MsgCrypt| self.url_check_of(crypt, query, stamp, echostr, now).is_ok();
        if let Some((index, crypt)) = all.iter().enumerate().find(|(_, crypt)| checked_by(crypt)) {
            let sealed = crypt.dialect_of_replies() == Dialect::Wecom;
            let further = (index > 0).then_some(Finding::OpenedByFurtherSettings);
            let padding = (sealed && Cipher::is_padded_to_16(echostr.as_bytes())).then_some(Finding::PaddedTo16);
            return further.into_iter().chain(padding).collect();
        }
        let (wecom, wechat): (Vec<_>, Vec<_>) =
            all.iter().partition(|crypt| crypt.dialect_of_replies() == Dialect::Wecom);
        let wecom_signed = query.msg_signature().is_ok_and(|given| {
            all.iter().any(|crypt| crypt.verify(given.as_bytes(), stamp, echostr.as_bytes()).is_ok())
        });
        match (query.signature(), query.msg_signature()) {
            (Ok(_), Err(_)) if wechat.is_empty() => vec![Finding::DialectIsWechat],
            (Err(_), Ok(_)) if wecom.is_empty() && wecom_signed => vec![Finding::DialectIsWecom],
            (signature, _) if wechat.is_empty() || (!wecom.is_empty() && signature.is_err()) => {
                let explain = |echo: &[u8]| document::looks_like_one(echo).then_some(Finding::MessageAsEchostr);
                self.explain_cipher_text(&wecom, query, stamp, echostr.as_bytes(), now, explain)
            }
            _ => {
                let tokens: Vec<&Token> = wechat.iter().map(|crypt| crypt.token()).collect();
                self.explain_signature(&tokens, query, stamp, None, now)
            }
        }
    }

    fn diagnose_push(&self, query: &Query<'_>, body: &[u8], now: u64) -> Vec<Finding> {
        let stamp = match stamp(query) {
            Ok(stamp) => stamp,
            Err(finding) => return vec![finding],
        };
        if body.len() > self.largest_body() {
            return vec![Finding::BodyTooLarge];
        }
        let encrypt = envelope::parse(body, body.len()).map(|(_, encrypt)| encrypt);
        if let Some(token) = self.plain_token() {
            let explain_signature =
                || self.explain_signature(&[token], query, stamp, encrypt.as_deref().ok(), now).into_iter();
            let read = envelope::detect(body, body.len()).and_then(|(_, text)| plain_header(text));
            return match read {
                Ok(header) => explain_signature().chain(self.explain_direction(&header)).collect(),
                Err(_) if Header::read(body).is_ok() => {
                    iter::once(Finding::EncryptedBody).chain(explain_signature()).collect()
                }
                Err(_) => iter::once(Finding::NotAnEnvelope).chain(explain_signature()).collect(),
            };
        }
        let crypts: Vec<&MsgCrypt> = self.crypts().iter().map(|crypt| &**crypt).collect();
        match encrypt {
            Ok(encrypt) => self.explain_cipher_text(&crypts, query, stamp, &encrypt, now, |message| {
                Header::read(message).map_or(Some(Finding::MalformedMessage), |header| self.explain_direction(&header))
            }),
            Err(_) if is_plaintext(body) => vec![Finding::PlaintextBody],
            Err(_) => vec![Finding::NotAnEnvelope],
        }
    }

    /// Of a `signature` over the three parts.
    fn explain_signature(
        &self,
        tokens: &[&Token],
        query: &Query<'_>,
        stamp: Stamp<'_>,
        encrypt: Option<&[u8]>,
        now: u64,
    ) -> Vec<Finding> {
        let Ok(given) = query.signature() else { return vec![Finding::MissingParameter { name: "signature" }] };
        let holds = |given: &str| three_parts(tokens, given, stamp);
        if holds(given) {
            return self.explain_time(stamp, now).into_iter().collect();
        }
        let four_parts =
            |encrypt| tokens.iter().any(|token| signature::verify(token, given.as_bytes(), stamp, encrypt).is_ok());
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
        crypts: &[&MsgCrypt],
        query: &Query<'_>,
        stamp: Stamp<'_>,
        encrypt: &[u8],
        now: u64,
        explain_plaintext: impl Fn(&[u8]) -> Option<Finding>,
    ) -> Vec<Finding> {
        let Ok(given) = query.msg_signature() else {
            return vec![Finding::MissingParameter { name: "msg_signature" }];
        };
        let verified = |crypt: &MsgCrypt| crypt.verify(given.as_bytes(), stamp, encrypt).ok();
        let tried: Vec<(usize, &MsgCrypt, Verified<'_>)> =
            crypts.iter().enumerate().filter_map(|(index, crypt)| Some((index, *crypt, verified(crypt)?))).collect();
        if tried.is_empty() {
            return vec![explain_msg_signature(crypts, query, given, stamp, encrypt)];
        }
        let mut findings: Vec<Finding> = self.explain_time(stamp, now).into_iter().collect();
        let opened =
            tried.iter().find_map(|(index, crypt, verified)| Some((*index, crypt.open_verified(verified).ok()?)));
        if let Some((index, message)) = opened {
            findings.extend((index > 0).then_some(Finding::OpenedByFurtherSettings));
            findings.extend(explain_plaintext(&message));
        } else {
            // As with the error of `receive`, what got furthest tells most.
            let mut inside: Vec<_> =
                tried.iter().map(|(_, crypt, verified)| explain_inside(crypts, crypt, verified)).collect();
            inside.sort_by_key(|(progress, _)| Reverse(*progress));
            findings.extend(inside.into_iter().map(|(_, finding)| finding));
        }
        if Cipher::is_padded_to_16(encrypt) {
            findings.push(Finding::PaddedTo16);
        }
        findings.dedup();
        findings
    }

    fn explain_time(&self, stamp: Stamp<'_>, now: u64) -> Option<Finding> {
        let Err(Error::StaleTimestamp { timestamp, .. }) = self.check_time(stamp, now) else { return None };
        Some(Finding::StaleTimestamp { seconds: now.cast_signed().saturating_sub_unsigned(timestamp) })
    }

    fn explain_direction(&self, header: &Header) -> Option<Finding> {
        match self.check_direction(header) {
            Ok(()) => None,
            Err(_) if header.is_reply() => Some(Finding::ReflectedReply),
            Err(_) => Some(Finding::AnotherAccount),
        }
    }
}

/// Of a `msg_signature` that holds under none of the Tokens.
fn explain_msg_signature(
    crypts: &[&MsgCrypt],
    query: &Query<'_>,
    given: &str,
    stamp: Stamp<'_>,
    encrypt: &[u8],
) -> Finding {
    let tokens: Vec<&Token> = crypts.iter().map(|crypt| crypt.token()).collect();
    let holds =
        |given: &str, encrypt: &[u8]| crypts.iter().any(|crypt| crypt.verify(given.as_bytes(), stamp, encrypt).is_ok());
    // A stranger may have sent it, so each copy is gone before the next is made.
    let had_spaces = || {
        // The first + is lost altogether where the space in its place is trimmed.
        let mut plus = vec![b'+'; encrypt.len().wrapping_neg() % 4];
        plus.reserve_exact(encrypt.len());
        plus.extend(encrypt.iter().map(|&byte| if byte == b' ' { b'+' } else { byte }));
        holds(given, &plus)
    };
    let was_encoded = || {
        let decoded = percent_decode(encrypt).ok();
        decoded.is_some_and(|text| holds(given, text.as_bytes()))
    };
    let was_rewritten = || {
        let mut bare = encrypt.to_vec();
        bare.retain(|byte| !byte.is_ascii_whitespace() && *byte != b'\\');
        holds(given, &bare)
    };
    if three_parts(&tokens, given, stamp) {
        Finding::SignatureForMsgSignature
    } else if holds(&given.to_ascii_lowercase(), encrypt) {
        Finding::UpperCaseSignature
    } else if had_spaces() {
        Finding::PlusBecameSpace
    } else if was_encoded() {
        Finding::PercentEncodedTwice
    } else if was_rewritten() {
        Finding::BodyReserialised
    } else if query.signature().is_ok_and(|signature| three_parts(&tokens, signature, stamp)) {
        Finding::BodyChanged
    } else {
        Finding::AnotherToken
    }
}

/// Why a cipher text whose signature held does not open, and how far it got.
fn explain_inside(crypts: &[&MsgCrypt], crypt: &MsgCrypt, verified: &Verified<'_>) -> (u8, Finding) {
    let error = crypt.open_verified(verified).err();
    let finding = match error {
        Some(Error::ReceiveIdMismatch) => {
            let found = crypt.open_unaddressed(verified).map(|(_, receive_id)| receive_id).unwrap_or_default();
            match (kind(&found), kind(crypt.receive_id())) {
                (ReceiveId::Empty, _) => Finding::EmptyReceiveId,
                (ReceiveId::App, ReceiveId::App) => Finding::AnotherAppId,
                (ReceiveId::CorpOrSuite, ReceiveId::CorpOrSuite) => Finding::AnotherCorpOrSuite,
                _ => Finding::AnotherReceiveId,
            }
        }
        Some(Error::InvalidBase64) if verified.encrypt().contains(&b' ') => Finding::PlusBecameSpace,
        Some(Error::InvalidBase64) => Finding::BodyReserialised,
        _ if crypts.iter().any(|other| other.open_verified(verified).is_ok()) => Finding::KeyOfOtherSettings,
        _ => Finding::AnotherKey,
    };
    (error.map_or(0, Error::stage), finding)
}

fn three_parts(tokens: &[&Token], given: &str, stamp: Stamp<'_>) -> bool {
    tokens.iter().any(|token| signature::verify_stamp(token, given, stamp).is_ok())
}

/// A message in clear, of an account or of the open platform.
fn is_plaintext(body: &[u8]) -> bool {
    Header::read(body).is_ok_and(|header| header.msg_type.is_some() || header.has_info_type)
}

/// A request's timestamp and nonce, or why there are none.
fn stamp<'q>(query: &'q Query<'_>) -> Result<Stamp<'q>, Finding> {
    let timestamp = query.timestamp().map_err(|_| Finding::MissingParameter { name: "timestamp" })?;
    let nonce = query.nonce().map_err(|_| Finding::MissingParameter { name: "nonce" })?;
    Stamp::new(timestamp, nonce).map_err(|_| {
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
