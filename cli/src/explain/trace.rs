//! The steps that a request goes through, and how far it comes. The core alone decides; what is said beside each step is
//! worked out here, for people.

use wxseal_core::{Endpoint, Error, Finding, Incoming, Query};

use super::details::Details;
use super::step::{Kind, Name};
use crate::capture::Capture;
use crate::envelope;
use crate::failure::Usage;
use crate::lang::Lang;
use crate::screen::State;
use crate::settings::Settings;

pub(super) struct Step {
    pub(super) name: Name,
    pub(super) state: State,
    pub(super) detail: String,
}

pub(super) struct Trace {
    pub(super) steps: Vec<Step>,
    pub(super) outcome: Result<Incoming, Error>,
    pub(super) findings: Vec<Finding>,
}

/// Without a time of receipt the age of the request is not judged: it was captured long ago.
pub(super) fn trace(capture: &Capture, settings: &Settings, received: Option<u64>, lang: Lang) -> Result<Trace, Usage> {
    let endpoint = settings.endpoint()?.tolerance(received.and_then(|_| settings.tolerance()));
    let query = Query::parse(&capture.query);
    let timestamp = query.as_ref().ok().and_then(|query| query.timestamp().ok()?.parse().ok());
    let now = received.or(timestamp).unwrap_or_default();
    let outcome = receive(&endpoint, capture, now);
    let findings = endpoint.diagnose(&capture.method, &capture.query, &capture.body, now);

    let kind = Kind::of(capture, settings);
    let encrypt = match (&query, kind) {
        (_, Kind { sealed: false, .. }) => None,
        (Ok(query), Kind { is_url_check: true, .. }) => query.echostr().ok().map(str::to_owned),
        _ => envelope::encrypt_of(&capture.body),
    };
    let missing = query.as_ref().is_ok_and(|query| {
        kind.parameters().any(|name| match name {
            "signature" => query.signature().is_err(),
            "msg_signature" => query.msg_signature().is_err(),
            "timestamp" => query.timestamp().is_err(),
            "nonce" => query.nonce().is_err(),
            _ => query.echostr().is_err(),
        })
    });
    let bytes = encrypt.as_deref().and_then(decoded_length);
    let stop = outcome.as_ref().err().map(|error| match error {
        Error::MalformedQuery if query.is_ok() && !missing => Name::Grammar,
        Error::MalformedQuery | Error::UnknownMethod => Name::Query,
        Error::MalformedEnvelope if kind.is_url_check => Name::Query,
        Error::MalformedEnvelope => Name::Envelope,
        Error::SignatureMismatch => Name::Signature,
        Error::StaleTimestamp { .. } => Name::Time,
        Error::InvalidBase64 => Name::Base64,
        Error::DecryptFailed if bytes.is_none_or(|bytes| bytes < 32 || bytes % 16 != 0) => Name::Aes,
        Error::DecryptFailed => Name::Padding,
        Error::MalformedFrame => Name::Frame,
        Error::ReceiveIdMismatch => Name::ReceiveId,
        _ if kind.is_url_check => Name::Answer,
        _ => Name::Message,
    });
    let details = Details {
        capture,
        settings,
        kind,
        query: query.as_ref().ok(),
        encrypt: encrypt.as_deref(),
        bytes,
        received,
        outcome: &outcome,
        lang,
    };
    let mut reached = true;
    let steps = kind.steps().into_iter().map(|name| {
        let stops = stop == Some(name);
        let state = match (reached, stops) {
            (true, false) if name == Name::Time && received.is_none() => State::Open,
            (true, false) => State::Right,
            (true, true) => State::Wrong,
            (false, _) => State::Open,
        };
        let detail = if reached { details.of(name, stops) } else { lang.pick("not come to", "未到").to_owned() };
        reached &= !stops;
        Step { name, state, detail }
    });
    let steps = steps.collect();
    Ok(Trace { steps, outcome, findings })
}

/// A message is read to its end here, as a server does that looks at it.
fn receive(endpoint: &Endpoint, capture: &Capture, now: u64) -> Result<Incoming, Error> {
    let incoming = endpoint.receive(&capture.method, &capture.query, &capture.body, now)?;
    if let Incoming::Push(push) = &incoming {
        push.message()?;
    }
    Ok(incoming)
}

/// The bytes behind canonical base64.
pub(super) fn decoded_length(text: &str) -> Option<usize> {
    let padding = text.bytes().rev().take_while(|&byte| byte == b'=').count();
    (text.len().is_multiple_of(4) && padding <= 2).then(|| text.len() / 4 * 3 - padding)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::capture;
    use crate::settings::SettingsArguments;

    const CAPTURES: [&str; 3] = [
        include_str!("../../tests/captures/right.http"),
        include_str!("../../tests/captures/reserialised.http"),
        include_str!("../../tests/captures/wecom_url_check.http"),
    ];

    fn settings() -> Settings {
        let key = "TheConsolesEncodingAESKeyOf43CharactersABCD";
        let arguments = SettingsArguments::of("TheConsolesTokenOf32Characters00", key, "wx0123456789abcdef");
        Settings::load(&arguments, Lang::En).unwrap()
    }

    /// It stops at exactly one step or at none, and all that comes behind is not come to.
    fn assert_sound(dump: &[u8], settings: &Settings) {
        let Some(capture) = capture::parse(dump) else { return };
        for (lang, received) in [(Lang::En, None), (Lang::Zh, Some(1_714_112_445))] {
            let trace = trace(&capture, settings, received, lang).unwrap();
            let stops = trace.steps.iter().position(|step| step.state == State::Wrong);
            assert_eq!(stops.is_some(), trace.outcome.is_err());
            let behind = trace.steps.iter().skip(stops.map_or(usize::MAX, |at| at + 1));
            assert!(behind.into_iter().all(|step| step.state == State::Open));
            assert!(trace.outcome.is_ok() || !trace.findings.is_empty(), "{}", String::from_utf8_lossy(dump));
            assert!(trace.steps.iter().all(|step| !step.detail.is_empty()));
        }
    }

    #[test]
    fn every_cut_and_many_changes_are_explained() {
        let settings = settings();
        for dump in CAPTURES {
            for at in (0..dump.len()).step_by(3) {
                assert_sound(&dump.as_bytes()[..at], &settings);
                for byte in [b' ', b'%', b'&', b'<', b'"', 0, 0xff] {
                    let mut changed = dump.as_bytes().to_vec();
                    changed[at] = byte;
                    assert_sound(&changed, &settings);
                }
            }
        }
    }
}
