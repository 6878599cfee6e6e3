//! What the fuzz targets hold the library against: readers of XML and JSON that share no code with the core's, and the rules
//! of core/src/protocol.md written down as naively as they are said there, which in part is `tests/twin`'s.

pub mod json;
pub mod view;
pub mod xml;

use std::sync::LazyLock;

use wxseal_core::{Dialect, Endpoint, Incoming, MsgCrypt, Push};

pub const TOKEN: &str = "token";
pub const KEY: &str = "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C";
pub const RECEIVE_ID: &str = "wx5823bf96d3bd56c7";
pub const TIMESTAMP: &str = "1714112445";
pub const NOW: u64 = 1_714_112_445;
pub const NONCE: &str = "415670741";
pub const RANDOM: [u8; 16] = *b"707722b803182950";

/// A signature of nothing.
pub const WRONG: &str = "0000000000000000000000000000000000000000";

/// The settings of all targets, in one dialect.
pub fn crypt(dialect: Dialect) -> MsgCrypt {
    MsgCrypt::new(TOKEN, KEY, RECEIVE_ID).unwrap().dialect(dialect)
}

pub static CRYPT: LazyLock<MsgCrypt> = LazyLock::new(|| crypt(Dialect::Wechat));
static SEALED: LazyLock<Endpoint> = LazyLock::new(|| Endpoint::new(crypt(Dialect::Wechat)));
static PLAIN: LazyLock<Endpoint> = LazyLock::new(|| Endpoint::plain(TOKEN).unwrap());

/// A message to the plain endpoint.
pub fn plain_push(message: &[u8]) -> Result<Push, wxseal_core::Error> {
    let signature = twin::sign(&[TOKEN, TIMESTAMP, NONCE]);
    push(&PLAIN, &format!("signature={signature}&timestamp={TIMESTAMP}&nonce={NONCE}"), message)
}

/// The same message, sealed, to the encrypted endpoint.
pub fn sealed_push(message: &[u8]) -> Result<Push, wxseal_core::Error> {
    let encrypt = seal(message);
    let signature = twin::sign(&[TOKEN, TIMESTAMP, NONCE, &encrypt]);
    // In the message's own format, so that the answers to both are comparable.
    let body = match without_bom(message).first() {
        Some(b'<') => format!("<xml><Encrypt>{encrypt}</Encrypt></xml>"),
        _ => format!("{{\"Encrypt\":\"{encrypt}\"}}"),
    };
    push(&SEALED, &format!("msg_signature={signature}&timestamp={TIMESTAMP}&nonce={NONCE}"), body.as_bytes())
}

/// The `Encrypt` of a message under the settings of all targets.
pub fn seal(message: &[u8]) -> String {
    twin::seal(KEY, RANDOM, message, RECEIVE_ID)
}

/// The message in an `Encrypt`, or the name of what is wrong with it.
pub fn open(encrypt: &str) -> Result<Vec<u8>, &'static str> {
    twin::open(KEY, encrypt, RECEIVE_ID)
}

fn push(endpoint: &Endpoint, query: &str, body: &[u8]) -> Result<Push, wxseal_core::Error> {
    match endpoint.receive("POST", query, body, NOW)? {
        Incoming::Push(push) => Ok(push),
        Incoming::UrlCheck(_) => panic!("a POST is no URL check"),
    }
}

/// A document without what may stand before it.
pub fn without_bom(bytes: &[u8]) -> &[u8] {
    let text = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    // XML's white space and JSON's, to which a form feed does not belong.
    let space = text.iter().take_while(|byte| matches!(byte, b' ' | b'\t' | b'\r' | b'\n')).count();
    &text[space..]
}
