//! The platform's side: makes signed, encrypted pushes and opens the replies, rule by rule.
//!
//! It signs with a SHA-1 of its own and reads XML in another way than the server does: a mistake that both sides made
//! would go unseen.

use std::fmt::Write;

use sha1::{Digest, Sha1};
use wxseal_core::platform::{self as core, Request};
use wxseal_core::{Dialect, Error, Format, MsgCrypt};

use crate::checks::{self, Checks, Rule};
use crate::client::Answer;
use crate::failure::Usage;
use crate::fields::{Field, Fields};
use crate::lang::Lang;
use crate::settings::{Mode, Settings};
use crate::words::{Words, words};

/// A reply's times may lie this far from the platform's clock, in seconds: a push is not waited for any longer.
const LATEST: u64 = 5;

/// The settings of the console's message push page, as the platform keeps them.
pub(crate) struct Platform {
    token: String,
    receive_id: String,
    /// `None` in plain mode.
    crypt: Option<MsgCrypt>,
    dialect: Dialect,
    mode: Mode,
}

/// A push, ready to be sent.
pub(crate) struct Push {
    /// The URL's query string.
    pub(crate) query: String,
    pub(crate) body: String,
    /// The format of the body, and of the reply that it asks for.
    pub(crate) format: Format,
    /// What the reply repeats.
    pub(crate) nonce: String,
}

impl Platform {
    /// In safe mode and WeChat's dialect.
    pub(crate) fn new(token: &str, encoding_aes_key: &str, receive_id: &str) -> Result<Self, Error> {
        let crypt = Some(MsgCrypt::new(token, encoding_aes_key, receive_id)?);
        let (token, receive_id) = (token.to_owned(), receive_id.to_owned());
        Ok(Platform { token, receive_id, crypt, dialect: Dialect::Wechat, mode: Mode::Safe })
    }

    /// As the settings say.
    pub(crate) fn of_settings(settings: &Settings) -> Result<Self, Usage> {
        let token = settings.token()?.to_owned();
        let (dialect, mode) = (settings.dialect, settings.mode);
        let (receive_id, crypt) = match mode {
            Mode::Plain => (String::new(), None),
            Mode::Safe | Mode::Compatible => (settings.receive_id()?.to_owned(), Some(settings.crypt()?)),
        };
        Ok(Platform { token, receive_id, crypt, dialect, mode })
    }

    /// Whether pushes and their answers are encrypted.
    pub(crate) fn encrypts(&self) -> bool {
        self.crypt.is_some()
    }

    /// The URL check that the settings lead to: on WeCom the echostr is encrypted.
    pub(crate) fn url_check(&self, echostr: &str) -> Result<Request, Error> {
        let (timestamp, nonce) = stamp()?;
        match &self.crypt {
            Some(crypt) if self.dialect == Dialect::Wecom => {
                core::encrypted_url_check(crypt, &timestamp, &nonce, echostr, &wxseal_os::random()?)
            }
            _ => core::url_check(&self.token, &timestamp, &nonce, echostr),
        }
    }

    /// A push in the mode and dialect of the settings; its format is the message's own.
    pub(crate) fn push_message(&self, message: &str, format: Format) -> Result<Push, Error> {
        let (timestamp, nonce) = stamp()?;
        let (message, random) = (message.as_bytes(), wxseal_os::random()?);
        let request = match &self.crypt {
            None => core::plain_push(&self.token, message, &timestamp, &nonce),
            Some(crypt) if self.mode == Mode::Compatible => {
                core::compatible_push(crypt, message, &timestamp, &nonce, &random)
            }
            Some(crypt) => core::push(crypt, message, &timestamp, &nonce, &random, format),
        }?;
        let body = String::from_utf8(request.body).map_err(|_| Error::UnwritableReply)?;
        Ok(Push { query: request.query, body, format, nonce })
    }

    /// Encrypts and signs a message in safe mode. The URL is the search widget's: it has no `encrypt_type`.
    pub(crate) fn push(&self, to_user_name: &str, message: &str, format: Format) -> Result<Push, Error> {
        let crypt = self.crypt.as_ref().ok_or(Error::InvalidConfig)?;
        let (timestamp, nonce) = stamp()?;
        let sealed = wxseal_os::encrypt(crypt, message.as_bytes(), Some(&timestamp), Some(&nonce), None, Format::Json)?;
        let fields = Fields::read(&sealed, Format::Json).map_err(|_| Error::UnwritableReply)?;
        let name = if self.dialect == Dialect::Wecom { "encrypt" } else { "Encrypt" };
        let encrypt = fields.text(name).map_err(|_| Error::UnwritableReply)?;
        let msg_signature = sign([&self.token, &timestamp, &nonce, encrypt]);
        let signature = sign([&self.token, &timestamp, &nonce]);
        Ok(Push {
            query: format!("timestamp={timestamp}&nonce={nonce}&msg_signature={msg_signature}&signature={signature}"),
            body: match format {
                Format::Xml => format!(
                    "<xml><ToUserName>{to_user_name}</ToUserName><Encrypt><![CDATA[{encrypt}]]></Encrypt></xml>"
                ),
                Format::Json => format!(r#"{{"ToUserName":"{to_user_name}","Encrypt":"{encrypt}"}}"#),
            },
            format,
            nonce,
        })
    }

    /// Opens an encrypted reply, rule by rule; returns its message if that could be read.
    pub(crate) fn open(&self, push: &Push, answer: &Answer, checks: &mut Checks) -> Option<String> {
        if check_status(answer, 200, checks) { self.open_body(push, &answer.body, checks) } else { None }
    }

    /// [`open`](Platform::open), with a status that was looked at before.
    pub(crate) fn open_body(&self, push: &Push, body: &[u8], checks: &mut Checks) -> Option<String> {
        let crypt = self.crypt.as_ref()?;
        let envelope = checks.found(checks::ENVELOPE, Envelope::read(body, push.format, self.dialect))?;
        check_stamp(push, &envelope, checks);
        let (timestamp, nonce) = (envelope.timestamp.raw(), envelope.nonce.raw());
        let expected = sign([&self.token, timestamp, nonce, &envelope.encrypt]);
        if !checks.hold(checks::MSG_SIGNATURE, envelope.msg_signature == expected, || {
            words!(
                "it is not the SHA-1 of Token, TimeStamp, Nonce and Encrypt",
                "它不是 Token、TimeStamp、Nonce、Encrypt 的 SHA-1"
            )
        }) {
            return None;
        }

        let message = match crypt.decrypt(&envelope.msg_signature, timestamp, nonce, body) {
            Ok(message) => message,
            Err(error) => {
                checks.fail(broken_rule(error), why_not_opened(error));
                return None;
            }
        };
        // The padding bytes are the library's to check; that it pads to 32 and not to 16 shows in the length.
        let frame = 16 + 4 + message.len() + self.receive_id.len();
        let cipher_text = base64_length(&envelope.encrypt);
        checks.hold(checks::PADDING, cipher_text == (frame / 32 + 1) * 32, || {
            words!(
                "{cipher_text} bytes of cipher text for a frame of {frame}: it is padded to 16 bytes, and must be to 32",
                "明文 {frame} 字节，密文 {cipher_text} 字节：按 16 字节填充了，应按 32 字节填充"
            )
        });
        checks.right(checks::RECEIVE_ID);
        match String::from_utf8(message) {
            Ok(message) => Some(message),
            Err(error) => {
                checks.fail(checks::UTF_8, words!("it is not UTF-8: {error}", "不是 UTF-8：{error}"));
                None
            }
        }
    }
}

/// The reply's time and nonce, which the platform reads whatever they are, but for their types.
fn check_stamp(push: &Push, envelope: &Envelope, checks: &mut Checks) {
    let read = envelope.timestamp.raw().parse().map_err(|_| words!("it is not a whole number", "它不是整数"));
    match read.and_then(is_now) {
        Err(said) => checks.warn(checks::TIME_STAMP, said),
        Ok(()) if envelope.timestamp.whole_number().is_err() => {
            checks.warn(
                checks::TIME_STAMP,
                words!("it is text, and the documentation has a number", "它是文本，文档里是数字"),
            );
        }
        Ok(()) => checks.right(checks::TIME_STAMP),
    }
    match envelope.nonce.must_be_text() {
        Err(said) => checks.fail(checks::NONCE, said),
        // The official samples allow one of the server's own.
        Ok(nonce) if nonce != push.nonce => {
            checks.warn(checks::NONCE, words!("it is not the request's", "与请求的 nonce 不同"));
        }
        Ok(_) => checks.right(checks::NONCE),
    }
}

/// The current second and a nonce as the platform makes it.
fn stamp() -> Result<(String, String), Error> {
    Ok((wxseal_os::now().to_string(), u32::from_be_bytes(wxseal_os::random()?).to_string()))
}

/// Whether the answer has the status.
pub(crate) fn check_status(answer: &Answer, expected: u16, checks: &mut Checks) -> bool {
    let status = answer.status;
    checks.hold(checks::STATUS, status == expected, || match status {
        400 | 401 | 403 if expected == 200 => words!(
            "{status}, expected {expected}: the server refuses it; are Token, key, receive id and mode the same on both sides?",
            "{status}，应为 {expected}：服务器拒绝了请求；两边的 Token、密钥、接收方 id 和加密方式一致吗？"
        ),
        404 => words!("{status}, expected {expected}: is the path right?", "{status}，应为 {expected}：路径对吗？"),
        _ => words!("{status}, expected {expected}", "{status}，应为 {expected}"),
    })
}

/// Whether a time is the present one, as far as a push's can be.
pub(crate) fn is_now(time: u64) -> Result<(), Words> {
    let now = wxseal_os::now();
    if now.abs_diff(time) <= LATEST {
        Ok(())
    } else {
        Err(words!("it is {time}, and now is {now}", "它是 {time}，现在是 {now}"))
    }
}

/// The rule that a reply broke if the library opens it with this error.
fn broken_rule(error: Error) -> Rule {
    match error {
        Error::InvalidBase64 => checks::BASE64,
        Error::DecryptFailed => checks::DECRYPTS,
        Error::MalformedFrame => checks::LENGTH,
        Error::ReceiveIdMismatch => checks::RECEIVE_ID,
        _ => checks::ENVELOPE,
    }
}

fn why_not_opened(error: Error) -> Words {
    match error {
        Error::DecryptFailed | Error::MalformedFrame => words!(
            "it does not decrypt: the server has another EncodingAESKey, or pads wrongly",
            "解不开：服务器的 EncodingAESKey 不同，或填充有误"
        ),
        Error::ReceiveIdMismatch => {
            words!("the answer is sealed with another receive id", "回复所用的接收方 id（AppID）不同")
        }
        _ => Words { en: error.to_string(), zh: Lang::Zh.error(error) },
    }
}

/// The bytes behind canonical base64.
fn base64_length(text: &str) -> usize {
    text.len() / 4 * 3 - text.bytes().rev().take_while(|&byte| byte == b'=').count()
}

/// SHA-1 over the sorted parts, as 40 lower-case hexadecimal digits.
pub(crate) fn sign<const N: usize>(mut parts: [&str; N]) -> String {
    parts.sort_unstable();
    let mut hex = String::with_capacity(40);
    for byte in Sha1::digest(parts.concat()) {
        // Writing to a String cannot fail.
        let _ = write!(hex, "{byte:02x}");
    }
    hex
}

/// Characters for a Token or an EncodingAESKey: letters and digits, as the console wants them, drawn without bias.
pub(crate) fn alphanumerics(count: usize) -> Result<String, Error> {
    const ALPHABET: &[u8; 62] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    let mut text = String::with_capacity(count);
    while text.len() < count {
        let [byte] = wxseal_os::random()?;
        // Four times 62 values fit in a byte; the eight above would make the first eight characters likelier.
        if byte < 248 {
            text.extend(ALPHABET.get(usize::from(byte % 62)).map(|&character| char::from(character)));
        }
    }
    Ok(text)
}

/// The four fields of a sealed reply.
struct Envelope {
    encrypt: String,
    msg_signature: String,
    timestamp: Field,
    nonce: Field,
}

impl Envelope {
    fn read(body: &[u8], format: Format, dialect: Dialect) -> Result<Self, Words> {
        let body =
            std::str::from_utf8(body).map_err(|error| words!("it is not UTF-8: {error}", "不是 UTF-8：{error}"))?;
        let fields = Fields::read(body, format)
            .map_err(|Words { en, zh }| words!("not a sealed reply: {en}", "不是加密的回复：{zh}"))?;
        let names = match (dialect, format) {
            (Dialect::Wecom, Format::Json) => ["encrypt", "msgsignature", "timestamp", "nonce"],
            _ => ["Encrypt", "MsgSignature", "TimeStamp", "Nonce"],
        };
        let [encrypt, msg_signature, timestamp, nonce] = names;
        if !fields.has(encrypt) && (fields.has("MsgType") || fields.has("ToUserName")) {
            return Err(words!(
                "the answer is in clear, and the endpoint is an encrypted one",
                "回复是明文，而该地址启用了加密"
            ));
        }
        Ok(Envelope {
            encrypt: fields.text(encrypt)?.to_owned(),
            msg_signature: fields.text(msg_signature)?.to_owned(),
            timestamp: fields.get(timestamp)?.clone(),
            nonce: fields.get(nonce)?.clone(),
        })
    }
}

#[cfg(test)]
mod tests;
