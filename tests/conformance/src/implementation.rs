//! What every implementation offers, in one shape.
#![expect(clippy::missing_errors_doc, reason = "each fails as the function of the product that has its name")]

pub(crate) mod c;
pub(crate) mod core;

use serde_json::Value;
use wxseal_core::{Dialect, Format};

use crate::Failure;
use crate::scenarios::{Accepts, Call, Request};

/// One implementation: its signatures and `MsgCrypt`s, its endpoints, and open data.
pub trait Implementation: Send + Sync {
    /// `verify_signature`
    fn verify_signature(&self, token: &str, signature: &str, timestamp: &str, nonce: &str) -> Result<(), Failure>;

    /// Constructs a `MsgCrypt`.
    fn msg_crypt(&self, settings: Settings<'_>) -> Result<Box<dyn MsgCrypt + '_>, Failure>;

    /// Constructs an `Endpoint`.
    fn endpoint(&self, accepts: &Accepts) -> Result<Box<dyn Endpoint + '_>, Failure>;

    /// `decrypt_open_data`
    fn decrypt_open_data(
        &self,
        session_key: &str,
        encrypted_data: &str,
        iv: &str,
        app_id: &str,
    ) -> Result<Vec<u8>, Failure>;

    /// `verify_raw_data`
    fn verify_raw_data(&self, session_key: &str, raw_data: &str, signature: &str) -> Result<(), Failure>;
}

/// An `Endpoint` of one implementation.
pub trait Endpoint {
    /// `receive`
    fn receive(&self, request: &Request, now: u64) -> Result<Box<dyn Incoming + '_>, Failure>;

    /// `diagnose`: what it finds, as JSON.
    fn diagnose(&self, request: &Request, now: u64) -> Result<String, Failure>;
}

/// An `Incoming` of one implementation. What a URL check has no answer for is the implementation's own failure.
#[expect(missing_docs, reason = "the names are the product's")]
pub trait Incoming {
    /// `url_check` or `push`.
    fn kind(&self) -> &'static str;
    fn response(&self) -> Result<Response, Failure>;
    /// `xml` or `json`.
    fn format(&self) -> &'static str;
    fn message_bytes(&self) -> Result<Vec<u8>, Failure>;
    fn message_json(&self) -> Result<String, Failure>;
    fn text(&self, name: &str) -> Result<Option<String>, Failure>;
    fn integer(&self, name: &str) -> Option<i64>;
    /// What `get` finds, with all that is in it, as far as its values say by themselves.
    fn value(&self, name: &str) -> Result<Value, Failure>;
    /// The value of an accessor that says a text.
    fn accessor(&self, name: &str) -> Result<Option<String>, Failure>;
    fn create_time(&self) -> Option<i64>;
    fn dedup_key(&self) -> Result<String, Failure>;
    fn replay_key(&self) -> Result<String, Failure>;
    fn widget_query_json(&self) -> Result<String, Failure>;
    fn widget_slot(&self, key: &str) -> Result<Option<String>, Failure>;
    /// Calls one of the answer methods.
    fn answer(&self, call: &Call) -> Result<Response, Failure>;
}

/// A finished response.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names are the product's")]
pub struct Response {
    pub status: u16,
    pub content_type: String,
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
}

/// What a `MsgCrypt` is constructed with.
#[derive(Clone, Copy)]
#[expect(missing_docs, reason = "the names are the product's")]
pub struct Settings<'a> {
    pub token: &'a str,
    pub encoding_aes_key: &'a str,
    pub receive_id: &'a str,
    pub dialect: Dialect,
}

/// A `MsgCrypt` of one implementation.
pub trait MsgCrypt {
    /// `verify_url`
    fn verify_url(&self, msg_signature: &str, timestamp: &str, nonce: &str, echostr: &str) -> Result<Vec<u8>, Failure>;

    /// `decrypt`
    fn decrypt(&self, msg_signature: &str, timestamp: &str, nonce: &str, body: &[u8]) -> Result<Vec<u8>, Failure>;

    /// `encrypt`; what is `None` is left to the implementation.
    fn encrypt(
        &self,
        message: &[u8],
        timestamp: Option<&str>,
        nonce: Option<&str>,
        random: Option<&[u8; 16]>,
        format: Format,
    ) -> Result<String, Failure>;
}

/// What no vector and no scenario expects: it is not the implementation that failed.
fn of_the_test(why: &str) -> Failure {
    Failure { name: why.to_owned(), code: 0, http_status: 0 }
}
