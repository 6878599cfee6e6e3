//! The steps that there are, and which of them a request goes through.

use wxseal_core::Dialect;

use crate::capture::Capture;
use crate::settings::{Mode, Settings};

/// In the order of the checks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Name {
    Query,
    Grammar,
    Envelope,
    Signature,
    Time,
    Base64,
    Aes,
    Padding,
    Frame,
    ReceiveId,
    Message,
    /// Of a URL check, what goes back.
    Answer,
}

/// What kind of request it is to the settings.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Kind {
    pub(super) is_url_check: bool,
    /// Whether there is a cipher text, signed by `msg_signature`; else `signature` signs no more than the query.
    pub(super) sealed: bool,
}

impl Kind {
    pub(super) fn of(capture: &Capture, settings: &Settings) -> Self {
        let is_url_check = capture.method == "GET";
        let encrypted = settings.mode != Mode::Plain;
        let sealed = encrypted && (!is_url_check || settings.dialect == Dialect::Wecom);
        Kind { is_url_check, sealed }
    }

    /// The parameters that the query must have.
    pub(super) fn parameters(self) -> impl Iterator<Item = &'static str> {
        let signature = if self.sealed { "msg_signature" } else { "signature" };
        [signature, "timestamp", "nonce"].into_iter().chain(self.is_url_check.then_some("echostr"))
    }

    pub(super) fn steps(self) -> Vec<Name> {
        let mut steps = vec![Name::Query, Name::Grammar];
        steps.extend((!self.is_url_check).then_some(Name::Envelope));
        steps.extend([Name::Signature, Name::Time]);
        if self.sealed {
            steps.extend([Name::Base64, Name::Aes, Name::Padding, Name::Frame, Name::ReceiveId]);
        }
        steps.push(if self.is_url_check { Name::Answer } else { Name::Message });
        steps
    }
}
