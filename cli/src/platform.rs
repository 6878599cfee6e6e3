//! The platform's side: makes signed, encrypted requests and opens the replies, rule by rule.
//!
//! It seals, signs and reads with code of its own: a mistake that it shared with the library would go unseen. Whether
//! the settings are right is the library's to say.

mod request;

use rand::distr::{Alphanumeric, SampleString};
use rand::rand_core::UnwrapErr;
use rand::rngs::SysRng;
use wxseal_core::{Dialect, Format};

pub(crate) use request::Push;

use crate::checks::{self, Checks};
use crate::client::Answer;
use crate::failure::Failure;
use crate::fields::{Field, Fields};
use crate::lang::{Words, words};
use crate::seal::{Opened, Seal, sign};
use crate::settings::{Mode, Settings};

/// A reply's times may lie this far from the platform's clock, in seconds: a push is not waited for any longer.
const LATEST: u64 = 5;

/// The settings of the console's message push page, as the platform keeps them.
pub(crate) struct Platform {
    token: String,
    /// `None` in plain mode.
    seal: Option<Seal>,
    dialect: Dialect,
    mode: Mode,
}

impl Platform {
    /// In safe mode and WeChat's dialect.
    pub(crate) fn new(token: &str, encoding_aes_key: &str, receive_id: &str) -> Result<Self, Failure> {
        let seal = Some(Seal::new(encoding_aes_key, receive_id)?);
        Ok(Platform { token: token.to_owned(), seal, dialect: Dialect::Wechat, mode: Mode::Safe })
    }

    /// As the settings say.
    pub(crate) fn of_settings(settings: &Settings) -> Result<Self, Failure> {
        let token = settings.token()?.to_owned();
        let (dialect, mode) = (settings.dialect, settings.mode);
        let seal = match mode {
            Mode::Plain => None,
            Mode::Safe | Mode::Compatible => {
                settings.crypt()?;
                Some(Seal::new(settings.encoding_aes_key()?, settings.receive_id()?)?)
            }
        };
        Ok(Platform { token, seal, dialect, mode })
    }

    /// Whether pushes and their answers are encrypted.
    pub(crate) fn encrypts(&self) -> bool {
        self.seal.is_some()
    }

    /// Opens an encrypted reply, rule by rule; returns its message if that could be read.
    pub(crate) fn open(&self, push: &Push, answer: &Answer, checks: &mut Checks) -> Option<String> {
        if check_status(answer, 200, checks) { self.open_body(push, &answer.body, checks) } else { None }
    }

    /// [`open`](Platform::open), with a status that was looked at before.
    pub(crate) fn open_body(&self, push: &Push, body: &[u8], checks: &mut Checks) -> Option<String> {
        let seal = self.seal.as_ref()?;
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

        let Opened { message, frame, padded } = match seal.open(&envelope.encrypt) {
            Ok(opened) => opened,
            Err((rule, said)) => {
                checks.fail(rule, said);
                return None;
            }
        };
        checks.hold(checks::PADDING, padded == (frame / 32 + 1) * 32, || {
            words!(
                "{padded} bytes of cipher text for a frame of {frame}: it is padded to 16 bytes, and must be to 32",
                "明文 {frame} 字节，密文 {padded} 字节：按 16 字节填充了，应按 32 字节填充"
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

/// Characters for a Token or an EncodingAESKey, from the operating system's generator: letters and digits, as the console
/// wants them.
pub(crate) fn alphanumerics(count: usize) -> String {
    Alphanumeric.sample_string(&mut UnwrapErr(SysRng), count)
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
