//! The core itself, with the clock and the randomness that every binding adds to it.

use wxseal_core::{Error, Format};

use super::{Implementation, MsgCrypt, Settings};
use crate::Failure;

/// The core.
pub struct Core;

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Failure { name: error.name().to_owned(), code: error.code() }
    }
}

impl Implementation for Core {
    fn verify_signature(&self, token: &str, signature: &str, timestamp: &str, nonce: &str) -> Result<(), Failure> {
        Ok(wxseal_core::verify_signature(token, signature, timestamp, nonce)?)
    }

    fn msg_crypt(&self, settings: Settings<'_>) -> Result<Box<dyn MsgCrypt + '_>, Failure> {
        let Settings { token, encoding_aes_key, receive_id, dialect } = settings;
        Ok(Box::new(wxseal_core::MsgCrypt::new(token, encoding_aes_key, receive_id)?.dialect(dialect)))
    }
}

impl MsgCrypt for wxseal_core::MsgCrypt {
    fn verify_url(&self, msg_signature: &str, timestamp: &str, nonce: &str, echostr: &str) -> Result<Vec<u8>, Failure> {
        Ok(self.verify_url(msg_signature, timestamp, nonce, echostr)?)
    }

    fn decrypt(&self, msg_signature: &str, timestamp: &str, nonce: &str, body: &[u8]) -> Result<Vec<u8>, Failure> {
        Ok(self.decrypt(msg_signature, timestamp, nonce, body)?)
    }

    fn encrypt(
        &self,
        message: &[u8],
        timestamp: Option<&str>,
        nonce: Option<&str>,
        random: Option<&[u8; 16]>,
        format: Format,
    ) -> Result<String, Failure> {
        Ok(wxseal_os::encrypt(self, message, timestamp, nonce, random, format)?)
    }
}
