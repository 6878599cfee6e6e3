//! The platform's side, for tests: makes requests as WeChat makes them, and opens what a server answers.
//!
//! ```
//! use wxseal::{Endpoint, Format, Incoming, MsgCrypt, Stamp, platform};
//!
//! let crypt = || MsgCrypt::new("token", "k".repeat(43), "wx1");
//! let message = br#"{"ToUserName":"gh_1","FromUserName":"o1","CreateTime":7,"MsgType":"text","Content":"hi","MsgId":1}"#;
//! let stamp = Stamp::for_reply("1714112445", "415670741")?;
//! let request = platform::push(&crypt()?, message, stamp, Format::Json, &[7; 16])?;
//!
//! let Incoming::Push(push) = Endpoint::new(crypt()?).receive(request.method, &request.query, &request.body, 1714112445)?
//! else { panic!() };
//! let response = push.reply_text("hello")?.seal(1714112446, &[8; 16])?;
//!
//! let reply = platform::open_reply(&crypt()?, response.body())?;
//! assert!(reply.message.ends_with(br#""MsgType":"text","Content":"hello"}"#));
//! # Ok::<(), wxseal::Error>(())
//! ```

use crate::document::json;
use crate::document::write::{self, Field};
use crate::message::Header;
use crate::percent::percent_encode;
use crate::query::Stamp;
use crate::text::text;
use crate::{Dialect, Error, Format, Message, MsgCrypt, Sealed, Token, envelope, signature};

/// A request as it goes over the wire.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// `GET` or `POST`.
    pub method: &'static str,
    /// What stands behind the `?` of the URL.
    pub query: String,
    /// Empty for a URL check.
    pub body: Vec<u8>,
}

/// What a sealed reply says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reply {
    /// The message inside.
    pub message: Vec<u8>,
    /// The reply's own timestamp.
    pub timestamp: String,
    /// The reply's nonce: the request's, repeated.
    pub nonce: String,
    /// The format of the envelope.
    pub format: Format,
}

/// The URL check of WeChat: the echostr comes in clear.
///
/// # Errors
/// [`Error::InvalidConfig`]: those of [`Token::new`]. [`Error::MalformedQuery`]: the echostr is not UTF-8.
pub fn url_check(token: impl AsRef<[u8]>, stamp: Stamp<'_>, echostr: impl AsRef<[u8]>) -> Result<Request, Error> {
    let echostr = percent_encode(text(echostr.as_ref(), Error::MalformedQuery)?);
    let query = format!("{}&echostr={echostr}", signed(&Token::new(token)?, stamp));
    Ok(Request { method: "GET", query, body: Vec::new() })
}

/// The URL check of WeCom: the echostr comes encrypted.
///
/// # Errors
/// Those of [`MsgCrypt::encrypt`].
pub fn encrypted_url_check(
    crypt: &MsgCrypt,
    stamp: Stamp<'_>,
    echostr: impl AsRef<[u8]>,
    random: &[u8; 16],
) -> Result<Request, Error> {
    let echostr = text(echostr.as_ref(), Error::MalformedQuery)?;
    let Sealed { encrypt, msg_signature, timestamp, nonce } = crypt.seal(echostr.as_bytes(), stamp, random)?;
    let echostr = percent_encode(encrypt);
    let query = format!("msg_signature={msg_signature}&timestamp={timestamp}&nonce={nonce}&echostr={echostr}");
    Ok(Request { method: "GET", query, body: Vec::new() })
}

/// A message in safe mode: the cipher text only.
///
/// # Errors
/// Those of [`MsgCrypt::encrypt`]; [`Error::UnwritableReply`] if the message is neither XML nor JSON.
pub fn push(
    crypt: &MsgCrypt,
    message: &[u8],
    stamp: Stamp<'_>,
    format: Format,
    random: &[u8; 16],
) -> Result<Request, Error> {
    let Sealed { encrypt, msg_signature, .. } = crypt.seal(message, stamp, random)?;
    let header = Header::read(message).map_err(|_| Error::UnwritableReply)?;
    let to = header.to_user_name.as_deref().unwrap_or_else(|| crypt.receive_id());
    let names = match (format, crypt.dialect_of_replies()) {
        (Format::Json, Dialect::Wecom) => ["tousername", "encrypt"],
        _ => ["ToUserName", "Encrypt"],
    };
    let [to_name, encrypt_name] = names;
    let body = write::write(&[(to_name, Field::Text(to)), (encrypt_name, Field::Text(&encrypt))], format)?;
    Ok(encrypted(crypt, stamp, &msg_signature, &header, body.into_bytes()))
}

/// A message in compatible mode: in clear, with the cipher text beside it, in the message's own format.
///
/// # Errors
/// Same as [`push`].
pub fn compatible_push(
    crypt: &MsgCrypt,
    message: &[u8],
    stamp: Stamp<'_>,
    random: &[u8; 16],
) -> Result<Request, Error> {
    let Sealed { encrypt, msg_signature, .. } = crypt.seal(message, stamp, random)?;
    let header = Header::read(message).map_err(|_| Error::UnwritableReply)?;
    let text = std::str::from_utf8(message).map_err(|_| Error::UnwritableReply)?.trim_ascii();
    let body = if let Some(fields) = text.strip_suffix("</xml>") {
        format!("{fields}<Encrypt><![CDATA[{encrypt}]]></Encrypt></xml>")
    } else {
        let fields = text.strip_suffix('}').ok_or(Error::UnwritableReply)?;
        let comma = if fields.trim_ascii_end().ends_with('{') { "" } else { "," };
        format!("{fields}{comma}\"Encrypt\":{}}}", json::literal(&encrypt))
    };
    Ok(encrypted(crypt, stamp, &msg_signature, &header, body.into_bytes()))
}

/// A message in plain mode: no signature covers the body.
///
/// # Errors
/// [`Error::InvalidConfig`]: those of [`Token::new`].
pub fn plain_push(token: impl AsRef<[u8]>, message: &[u8], stamp: Stamp<'_>) -> Result<Request, Error> {
    Ok(Request { method: "POST", query: signed(&Token::new(token)?, stamp), body: message.to_vec() })
}

/// Verifies and decrypts a server's sealed answer.
///
/// # Errors
/// [`Error::MalformedEnvelope`]: it is not a reply's envelope; the four fields have the types that the platform reads: all
/// are strings, and in JSON the timestamp may be a number. Then those of [`MsgCrypt::decrypt`].
pub fn open_reply(crypt: &MsgCrypt, body: &[u8]) -> Result<Reply, Error> {
    let (format, text) = envelope::detect(body, crypt.largest_body())?;
    let fields = match format {
        Format::Xml => {
            let message = Message::read(text).map_err(|_| Error::MalformedEnvelope)?;
            ["MsgSignature", "TimeStamp", "Nonce"].map(|name| message.text(name).map(str::to_owned))
        }
        Format::Json => {
            let text = std::str::from_utf8(text).map_err(|_| Error::MalformedEnvelope)?;
            let members = json::members(text).ok_or(Error::MalformedEnvelope)?;
            [["MsgSignature", "msgsignature"], ["TimeStamp", "timestamp"], ["Nonce", "nonce"]].map(|names| {
                let (name, value) = members.iter().find(|(name, _)| names.contains(&&**name))?;
                let number =
                    name.eq_ignore_ascii_case("timestamp") && value.get().starts_with(|c: char| c.is_ascii_digit());
                if number { Some(value.get().to_owned()) } else { json::string(value.get()) }
            })
        }
    };
    let [Some(msg_signature), Some(timestamp), Some(nonce)] = fields else { return Err(Error::MalformedEnvelope) };
    let message = crypt.decrypt(&msg_signature, &timestamp, &nonce, body)?;
    Ok(Reply { message, timestamp, nonce, format })
}

fn encrypted(crypt: &MsgCrypt, stamp: Stamp<'_>, msg_signature: &str, header: &Header, body: Vec<u8>) -> Request {
    let query = match crypt.dialect_of_replies() {
        Dialect::Wechat => {
            let signed = signed(crypt.token(), stamp);
            let openid = header.from_user_name.as_deref().map(|id| format!("&openid={}", percent_encode(id)));
            format!("{signed}{}&encrypt_type=aes&msg_signature={msg_signature}", openid.unwrap_or_default())
        }
        Dialect::Wecom => {
            format!("msg_signature={msg_signature}&timestamp={}&nonce={}", stamp.timestamp(), stamp.nonce())
        }
    };
    Request { method: "POST", query, body }
}

/// The three parameters that every request of WeChat has.
fn signed(token: &Token, stamp: Stamp<'_>) -> String {
    let signature = signature::text(&signature::sign_stamp(token, stamp));
    format!("signature={signature}&timestamp={}&nonce={}", stamp.timestamp(), stamp.nonce())
}
