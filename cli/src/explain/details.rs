//! What is said beside each step.

use std::time::{Duration, UNIX_EPOCH};

use wxseal_core::{Error, Format, Incoming, Query};

use super::step::{Kind, Name};
use crate::capture::Capture;
use crate::envelope;
use crate::lang::{Lang, say};
use crate::screen::shorten;
use crate::seal::sign;
use crate::settings::Settings;

/// All that is known of a request.
pub(super) struct Details<'a> {
    pub(super) capture: &'a Capture,
    pub(super) settings: &'a Settings,
    pub(super) kind: Kind,
    pub(super) query: Option<&'a Query<'a>>,
    /// The cipher text, where there is one.
    pub(super) encrypt: Option<&'a str>,
    /// Its length, decoded.
    pub(super) bytes: Option<usize>,
    pub(super) received: Option<u64>,
    pub(super) outcome: &'a Result<Incoming, Error>,
    pub(super) lang: Lang,
}

/// How much of a signature is shown: enough to compare, too little to use.
const SHOWN: usize = 8;

impl Details<'_> {
    /// In the past tense of a step that held, or saying what is wrong where it `stops`.
    pub(super) fn of(&self, name: Name, stops: bool) -> String {
        let lang = self.lang;
        match name {
            Name::Query if stops => self.broken_query(),
            Name::Query => self.names(),
            Name::Grammar => self.stamp(stops),
            Name::Envelope => self.envelope(stops),
            Name::Signature => self.signature(stops),
            Name::Time => self.time(stops),
            Name::Base64 => self.base64(stops),
            Name::Aes => {
                let bytes = self.bytes.unwrap_or_default();
                if stops {
                    say!(lang, "{bytes} bytes: not 32 or more in blocks of 16", "{bytes} 字节：不是 16 的倍数或不足 32")
                } else {
                    let blocks = bytes / 16;
                    say!(lang, "{bytes} bytes, {blocks} blocks of 16", "{bytes} 字节，{blocks} 个 16 字节的块")
                }
            }
            Name::Padding if stops => {
                say!(
                    lang,
                    "the last bytes are no padding: noise of another key",
                    "末尾不是填充：像是用别的密钥解出的乱码"
                )
            }
            Name::Padding => {
                let block = if self.bytes.is_some_and(|bytes| bytes.is_multiple_of(32)) { 32 } else { 16 };
                say!(lang, "to a multiple of {block} bytes", "填充到 {block} 字节的倍数")
            }
            Name::Frame if stops => say!(
                lang,
                "the length inside does not fit: noise of another key",
                "内部的长度对不上：像是用别的密钥解出的乱码"
            ),
            Name::Frame => self.frame(),
            Name::ReceiveId => self.receive_id(stops),
            Name::Message | Name::Answer => self.content(),
        }
    }

    /// The parameters' names in their order; their values are the next steps' matter.
    fn names(&self) -> String {
        let names: Vec<&str> = self.pairs().map(|(name, _)| name).take(12).collect();
        format!("{} {}", shorten(&self.capture.method, 10), names.join(", "))
    }

    fn pairs(&self) -> impl Iterator<Item = (&str, &str)> {
        let query = self.capture.query.strip_prefix('?').unwrap_or(&self.capture.query);
        query.split('&').filter(|pair| !pair.is_empty()).map(|pair| pair.split_once('=').unwrap_or((pair, "")))
    }

    fn broken_query(&self) -> String {
        let lang = self.lang;
        let method = shorten(&self.capture.method, 20);
        if !matches!(&*method, "GET" | "POST") {
            return say!(lang, "the method is {method}", "请求方法是 {method}");
        }
        let missing: Vec<&str> =
            self.kind.parameters().filter(|name| !self.pairs().any(|(found, _)| found == *name)).collect();
        if self.query.is_some() && !missing.is_empty() {
            let missing = missing.join(", ");
            return say!(lang, "{method} without {missing}", "{method} 缺少 {missing}");
        }
        let repeated = self.pairs().find(|(name, _)| self.pairs().filter(|(other, _)| other == name).count() > 1);
        match repeated {
            Some((name, _)) => {
                let name = shorten(name, 20);
                say!(lang, "{name} stands there twice", "{name} 出现了两次")
            }
            None => say!(lang, "its percent-encoding is broken", "百分号编码不完整"),
        }
    }

    fn stamp(&self, stops: bool) -> String {
        let lang = self.lang;
        let value = |text: Option<&str>| shorten(text.unwrap_or_default(), 24);
        let timestamp = value(self.query.and_then(|query| query.timestamp().ok()));
        let nonce = value(self.query.and_then(|query| query.nonce().ok()));
        if stops {
            return say!(
                lang,
                "timestamp “{timestamp}”, expected 1 to 13 digits; nonce “{nonce}”, expected 1 to 63 of A-Z a-z 0-9 _ -",
                "timestamp 为“{timestamp}”，应为 1 至 13 位数字；nonce 为“{nonce}”，应为 1 至 63 个 A-Z a-z 0-9 _ -"
            );
        }
        let date = date(&timestamp).map(|date| format!(" ({date})")).unwrap_or_default();
        format!("timestamp {timestamp}{date}, nonce {nonce}")
    }

    fn envelope(&self, stops: bool) -> String {
        let lang = self.lang;
        let body = &self.capture.body;
        let length = body.len();
        let format = match envelope::format_of(body) {
            Some(Format::Xml) => "XML",
            Some(Format::Json) => "JSON",
            None if body.is_empty() => return say!(lang, "the body is empty", "包体为空"),
            None => {
                let head: String = String::from_utf8_lossy(body).chars().take(12).collect();
                return say!(
                    lang,
                    "{length} bytes that begin with “{head}”: neither XML nor JSON",
                    "{length} 字节，以“{head}”开头：既不是 XML 也不是 JSON"
                );
            }
        };
        if envelope::is_cut(body) {
            return say!(lang, "{format}, {length} bytes, and no end", "{format}，{length} 字节，没有结尾");
        }
        match (stops, self.kind.sealed, self.encrypt) {
            (false, true, Some(encrypt)) => {
                let characters = encrypt.len();
                say!(
                    lang,
                    "{format}, {length} bytes; Encrypt has {characters} characters",
                    "{format}，{length} 字节；Encrypt 有 {characters} 个字符"
                )
            }
            (false, ..) => say!(lang, "{format}, {length} bytes in clear", "{format}，{length} 字节明文"),
            (true, true, None) => {
                say!(lang, "{format}, {length} bytes without Encrypt", "{format}，{length} 字节，没有 Encrypt")
            }
            (true, true, Some(_)) => {
                say!(lang, "{format}, {length} bytes that are not accepted", "{format}，{length} 字节，不被接受")
            }
            (true, false, _) => {
                say!(
                    lang,
                    "{format}, {length} bytes that are no plain message",
                    "{format}，{length} 字节，不是明文消息"
                )
            }
        }
    }

    fn signature(&self, stops: bool) -> String {
        let lang = self.lang;
        let Some(query) = self.query else { return String::new() };
        let (name, given) =
            if self.kind.sealed { ("msg_signature", query.msg_signature()) } else { ("signature", query.signature()) };
        let given: String = given.unwrap_or_default().chars().take(SHOWN).collect();
        if !stops {
            return say!(lang, "{name} {given}… holds", "{name} {given}… 正确");
        }
        let (Ok(token), Ok(timestamp), Ok(nonce)) = (self.settings.token(), query.timestamp(), query.nonce()) else {
            return given;
        };
        let expected = match self.encrypt {
            Some(encrypt) => sign([token, timestamp, nonce, encrypt]),
            None => sign([token, timestamp, nonce]),
        };
        let expected: String = expected.chars().take(SHOWN).collect();
        say!(
            lang,
            "{name} is {given}…, and {expected}… with these settings",
            "{name} 为 {given}…，按这些设置应为 {expected}…"
        )
    }

    fn time(&self, stops: bool) -> String {
        let lang = self.lang;
        let timestamp = self.query.and_then(|query| query.timestamp().ok()).unwrap_or_default();
        if timestamp.len() != 10 && stops {
            let digits = timestamp.len();
            return say!(lang, "{digits} digits, and seconds have 10", "{digits} 位数字，而秒数为 10 位");
        }
        let (Some(received), Ok(timestamp)) = (self.received, timestamp.parse::<u64>()) else {
            return say!(lang, "not judged without --received", "没有 --received，不作判断");
        };
        let seconds = received.abs_diff(timestamp);
        let limit = match self.settings.tolerance() {
            Some(limit) => say!(lang, ", up to {limit} s are accepted", "，最多允许 {limit} 秒"),
            None => String::new(),
        };
        if timestamp <= received {
            say!(lang, "{seconds} s old{limit}", "{seconds} 秒前{limit}")
        } else {
            say!(lang, "{seconds} s ahead of the server's clock{limit}", "比服务器时钟快 {seconds} 秒{limit}")
        }
    }

    fn base64(&self, stops: bool) -> String {
        let lang = self.lang;
        let encrypt = self.encrypt.unwrap_or_default();
        let characters = encrypt.chars().count();
        if !stops {
            let bytes = self.bytes.unwrap_or_default();
            return say!(lang, "{characters} characters, {bytes} bytes", "{characters} 个字符，{bytes} 字节");
        }
        let bad =
            encrypt.trim_end_matches('=').chars().position(|c| !c.is_ascii_alphanumeric() && c != '+' && c != '/');
        match bad {
            Some(position) => {
                let at = position + 1;
                let is_space = encrypt.chars().nth(position) == Some(' ');
                let what =
                    if is_space { lang.pick("a space", "空格") } else { lang.pick("no base64", "非 base64 字符") };
                say!(lang, "character {at} of {characters} is {what}", "第 {at} 个字符（共 {characters} 个）是{what}")
            }
            None => say!(
                lang,
                "{characters} characters that are not canonical base64",
                "{characters} 个字符，不是规范的 base64"
            ),
        }
    }

    fn frame(&self) -> String {
        let lang = self.lang;
        let message = match self.outcome {
            Ok(Incoming::Push(push)) => push.message_bytes().len(),
            Ok(Incoming::UrlCheck(response)) => response.body().len(),
            Err(_) => return say!(lang, "the length inside fits", "内部的长度对得上"),
        };
        say!(
            lang,
            "16 random bytes, 4 of length, {message} of message, the receive id",
            "16 字节随机串、4 字节长度、{message} 字节消息、接收方"
        )
    }

    fn receive_id(&self, stops: bool) -> String {
        let lang = self.lang;
        let ours = match self.settings.receive_id() {
            Ok("") => lang.pick("the empty one", "空").to_owned(),
            Ok(id) => shorten(id, 40),
            Err(_) => return String::new(),
        };
        let further = self.settings.accepts_further();
        match (stops, further) {
            (true, _) => say!(lang, "another than {ours}", "不是 {ours}"),
            (false, true) => say!(lang, "one that is accepted", "是所接受的之一"),
            (false, false) => ours,
        }
    }

    /// What it is, and nothing of what it says.
    fn content(&self) -> String {
        let lang = self.lang;
        let push = match self.outcome {
            Ok(Incoming::Push(push)) => push,
            Ok(Incoming::UrlCheck(response)) => {
                let length = response.body().len();
                return say!(lang, "the echostr, {length} bytes, as text/plain", "echostr，{length} 字节，text/plain");
            }
            Err(_) => return say!(lang, "it is refused", "被拒绝"),
        };
        let format = if envelope::format_of(push.message_bytes()) == Some(Format::Xml) { "XML" } else { "JSON" };
        let length = push.message_bytes().len();
        let Ok(message) = push.message() else { return String::new() };
        let kind = match (message.msg_type(), message.event(), message.info_type()) {
            (_, Some(event), _) => format!("event {event}"),
            (Some(msg_type), ..) => msg_type.to_owned(),
            (.., Some(info_type)) => info_type.to_owned(),
            _ => lang.pick("no MsgType", "没有 MsgType").to_owned(),
        };
        let kind = shorten(&kind, 40);
        say!(lang, "{format}, {length} bytes: {kind}", "{format}，{length} 字节：{kind}")
    }
}

/// A timestamp of seconds as a date.
fn date(timestamp: &str) -> Option<String> {
    let seconds = Some(timestamp).filter(|text| text.len() == 10)?.parse().ok()?;
    Some(httpdate::fmt_http_date(UNIX_EPOCH.checked_add(Duration::from_secs(seconds))?))
}
