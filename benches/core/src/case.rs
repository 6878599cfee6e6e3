use std::error::Error;
use std::path::Path;

use serde::Deserialize;
use wxseal::{Format, MsgCrypt};

/// One push of the platform: the settings it was made with, what came over HTTP, and the message inside.
#[derive(Deserialize)]
pub struct Case {
    pub token: String,
    pub encoding_aes_key: String,
    pub receive_id: String,
    pub timestamp: String,
    pub nonce: String,
    pub msg_signature: String,
    /// As it stands behind the `?`.
    pub query: String,
    pub body: String,
    /// Also what is answered with.
    pub message: String,
    /// The server's time, in seconds.
    pub now: u64,
}

impl Case {
    pub fn read(path: &Path) -> Result<Self, Box<dyn Error>> {
        Ok(serde_json::from_slice(&std::fs::read(path)?)?)
    }

    pub fn crypt(&self) -> Result<MsgCrypt, wxseal::Error> {
        MsgCrypt::new(&self.token, &self.encoding_aes_key, &self.receive_id)
    }

    pub fn format(&self) -> Format {
        if self.body.starts_with('<') { Format::Xml } else { Format::Json }
    }

    pub fn decrypt(&self, crypt: &MsgCrypt) -> Result<Vec<u8>, wxseal::Error> {
        crypt.decrypt(&self.msg_signature, &self.timestamp, &self.nonce, self.body.as_bytes())
    }

    pub fn encrypt(&self, crypt: &MsgCrypt, random: &[u8; 16]) -> Result<String, wxseal::Error> {
        crypt.encrypt(self.message.as_bytes(), &self.timestamp, &self.nonce, self.format(), random)
    }
}
