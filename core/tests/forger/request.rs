//! A request made by the platform's side, and ways to spoil it.

use wxseal::{Format, MsgCrypt, platform};

use super::{NONCE, TIMESTAMP, TOKEN, crypt};

/// A request as it came, or as it was spoilt on its way.
#[derive(Clone)]
pub(crate) struct Request {
    pub(crate) method: &'static str,
    pub(crate) query: String,
    pub(crate) body: String,
}

impl Request {
    pub(crate) fn push(crypt: &MsgCrypt, message: &str, format: Format) -> Self {
        platform::push(crypt, message.as_bytes(), super::stamp(TIMESTAMP, NONCE), format, &[1; 16]).unwrap().into()
    }

    pub(crate) fn compatible(message: &str) -> Self {
        platform::compatible_push(&crypt(), message.as_bytes(), super::stamp(TIMESTAMP, NONCE), &[1; 16])
            .unwrap()
            .into()
    }

    pub(crate) fn plain(message: &str) -> Self {
        platform::plain_push(TOKEN, message.as_bytes(), super::stamp(TIMESTAMP, NONCE)).unwrap().into()
    }

    /// What somebody seals who follows the rules but for one.
    pub(crate) fn sealed(encrypt: &str) -> Self {
        let body = super::envelope(Format::Json, encrypt);
        Request { method: "POST", query: super::signed_query(encrypt), body }
    }

    pub(crate) fn query(self, change: impl FnOnce(&str) -> String) -> Self {
        Request { query: change(&self.query), ..self }
    }

    pub(crate) fn body(self, change: impl FnOnce(&str) -> String) -> Self {
        Request { body: change(&self.body), ..self }
    }

    /// The value of a parameter.
    pub(crate) fn parameter(&self, name: &str) -> String {
        let value = self.query.split('&').find_map(|pair| pair.strip_prefix(&format!("{name}=")));
        value.unwrap_or_else(|| panic!("no {name} in {}", self.query)).to_owned()
    }

    pub(crate) fn without(self, name: &str) -> Self {
        let value = self.parameter(name);
        let pair = format!("{name}={value}");
        self.query(|query| query.split('&').filter(|other| *other != pair).collect::<Vec<_>>().join("&"))
    }

    pub(crate) fn with(self, name: &str, value: &str) -> Self {
        let pair = format!("{name}={value}");
        self.without(name).query(|query| format!("{query}&{pair}"))
    }
}

impl From<platform::Request> for Request {
    fn from(request: platform::Request) -> Self {
        let body = String::from_utf8(request.body).unwrap();
        Request { method: request.method, query: request.query, body }
    }
}
