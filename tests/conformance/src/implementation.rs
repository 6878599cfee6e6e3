//! What every implementation offers, in one shape.

pub(crate) mod c;
pub(crate) mod core;

use wxseal_core::{Dialect, Format};

use crate::Failure;

/// The two lower floors of one implementation.
#[expect(clippy::missing_errors_doc, reason = "each fails as the function of the product that has its name")]
pub trait Implementation: Send + Sync {
    /// `verify_signature`
    fn verify_signature(&self, token: &str, signature: &str, timestamp: &str, nonce: &str) -> Result<(), Failure>;

    /// Constructs a `MsgCrypt`.
    fn msg_crypt(&self, settings: Settings<'_>) -> Result<Box<dyn MsgCrypt + '_>, Failure>;
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
#[expect(clippy::missing_errors_doc, reason = "each fails as the function of the product that has its name")]
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
