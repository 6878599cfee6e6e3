//! Verify, decrypt and answer WeChat (微信) message pushes.
//!
//! The platform sends messages and events to a developer's URL: signed with SHA-1 over sorted strings, encrypted with
//! AES-256-CBC under a 43-character EncodingAESKey, wrapped in XML or JSON. This crate is the protocol and nothing else:
//! no I/O, no clock, no randomness of its own, no `unsafe`, and no panic on anything that a peer sends.
//!
//! Three layers, each usable alone:
//!
//! 1. [`verify_signature`]: the `signature` of a URL check and of plain mode.
//! 2. [`MsgCrypt`]: one Token, one key, one receive id; `decrypt`, `encrypt`, and `verify_url` for WeCom.
//! 3. [`Endpoint`]: one call for a whole request. A [`Push`] is read as a [`Message`] and answers itself. **Start here.**
//!
//! Beside them: [`RecentKeys`] for retries, [`platform`] to play the platform in tests, [`Endpoint::diagnose`] for a request
//! that fails, [`decrypt_open_data`] and [`verify_raw_data`] for what a Mini Program hands in, [`names`] of what is sent, and
//! [`api`] for calls of the server API.
//!
//! | the official samples call it | here |
//! |---|---|
//! | `checkSignature`, `VerifyURL` on WeChat | [`Endpoint::receive`], or [`verify_signature`] and the echostr as received |
//! | `VerifyURL` on WeCom | [`Endpoint::receive`], or [`MsgCrypt::verify_url`] |
//! | `DecryptMsg` | [`Endpoint::receive`], or [`MsgCrypt::decrypt`] |
//! | `EncryptMsg` | [`Answer::seal`], or [`MsgCrypt::encrypt`] |
//!
//! What it does not do: speak HTTP, look at a clock, roll dice. The time and 16 random bytes are arguments of whatever needs
//! them.
#![doc = "\n"]
#![doc = include_str!("protocol.md")]
#![forbid(unsafe_code)]

mod aes_key;
mod answer;
pub mod api;
mod base64;
pub mod buffer;
mod cipher;
mod diagnose;
mod document;
mod endpoint;
mod envelope;
mod error;
mod finding;
mod frame;
mod message;
mod msg_crypt;
pub mod names;
mod open_data;
mod out;
mod parts;
mod percent;
pub mod platform;
mod push;
mod query;
mod recent;
mod response;
mod robot;
mod seal;
mod setting;
mod signature;
mod text;
mod token;
mod widget;

pub use aes_key::EncodingAesKey;
pub use answer::{Answer, Article, Music};
pub use document::Format;
pub use endpoint::{Endpoint, Incoming};
pub use envelope::Dialect;
pub use error::Error;
pub use finding::Finding;
pub use message::{Message, ValueKind, ValueRef};
pub use msg_crypt::MsgCrypt;
pub use open_data::{decrypt_open_data, verify_raw_data};
pub use parts::{Opened, Sealed, sign};
pub use push::Push;
pub use query::{Query, Stamp};
pub use recent::{Claim, Recent, RecentKeys};
pub use response::Response;
pub use robot::StreamAnswer;
pub use setting::Setting;
pub use signature::verify_signature;
pub use token::Token;
pub use widget::{WidgetAnswer, WidgetQuery};

/// The version of this library, as `major.minor.patch`.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");
