//! Verify, decrypt and answer WeChat (微信) message pushes.
//!
//! The platform sends messages and events to a developer's URL: signed with SHA-1 over sorted strings, encrypted with
//! AES-256-CBC under a 43-character EncodingAESKey, wrapped in XML or JSON. This crate is the protocol and nothing else:
//! no I/O, no clock, no randomness of its own, no `unsafe`, and no panic on anything that a peer sends.
//!
//! | the official samples call it | here |
//! |---|---|
//! | `checkSignature`, `VerifyURL` on WeChat | [`verify_signature`], then answer with the echostr as received |
//! | `VerifyURL` on WeCom | [`MsgCrypt::verify_url`] |
//! | `DecryptMsg` | [`MsgCrypt::decrypt`] |
//! | `EncryptMsg` | [`MsgCrypt::encrypt`] |
//!
//! ```
//! use wxseal::{Format, MsgCrypt, Query};
//!
//! # fn now() -> String { "1409735669".into() }
//! # fn random() -> [u8; 16] { *b"0123456789abcdef" }
//! fn answer(crypt: &MsgCrypt, raw_query: &str, body: &[u8]) -> Result<String, wxseal::Error> {
//!     let query = Query::parse(raw_query)?;
//!     let message = crypt.decrypt(query.msg_signature()?, query.timestamp()?, query.nonce()?, body)?;
//!     println!("{}", String::from_utf8_lossy(&message));
//!     crypt.encrypt(b"<xml>\xe2\x80\xa6</xml>", &now(), query.nonce()?, &random(), Format::Xml)
//! }
//! # let crypt = MsgCrypt::new("token", &"A".repeat(43), "wx1").unwrap();
//! # assert_eq!(answer(&crypt, "nonce=1", b""), Err(wxseal::Error::MalformedQuery));
//! ```
//!
//! What it does not do: speak HTTP, keep the time, remember what it has seen. The protocol signs neither the time of a
//! message nor its recipient before decryption, and a request that verified once verifies for ever: freshness and replay
//! are the server's to check.
#![doc = "\n"]
#![doc = include_str!("protocol.md")]
#![forbid(unsafe_code)]

mod aes_key;
pub mod api;
mod cipher;
mod diagnose;
mod endpoint;
mod envelope;
mod error;
mod frame;
mod json;
mod message;
mod msg_crypt;
mod open_data;
pub mod platform;
mod push;
mod query;
mod recent;
mod reply;
mod response;
mod signature;
mod widget;
mod xml;

pub use diagnose::Finding;
pub use endpoint::{Endpoint, Incoming};
pub use envelope::{Dialect, Format};
pub use error::Error;
pub use message::Message;
pub use msg_crypt::MsgCrypt;
pub use open_data::{decrypt_open_data, verify_raw_data};
pub use push::Push;
pub use query::Query;
pub use recent::{Claim, Recent, RecentKeys};
pub use reply::Article;
pub use response::Response;
pub use signature::verify_signature;
pub use widget::{WidgetAnswer, WidgetQuery};

/// The version of this library, as `major.minor.patch`.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");
