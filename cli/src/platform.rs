//! The platform's side: makes signed, encrypted pushes, opens the replies and holds them to the protocol's rules.
//!
//! It signs with a SHA-1 of its own and reads XML in another way than the server does: a mistake that both sides made
//! would go unseen.

use std::fmt::Write;

use quick_xml::Reader;
use quick_xml::escape::unescape;
use quick_xml::events::Event;
use serde_json::{Map, Value};
use sha1::{Digest, Sha1};
use wxseal_core::{Error, Format, MsgCrypt};

use crate::client::Answer;

/// A reply's times may lie this far from the platform's clock, in seconds: a push is not waited for any longer.
const LATEST: u64 = 5;

/// The settings of the console's message push page, as the platform keeps them.
pub(crate) struct Platform {
    token: String,
    receive_id: String,
    crypt: MsgCrypt,
}

/// An encrypted push, ready to be sent.
pub(crate) struct Push {
    /// The URL's query string.
    pub(crate) query: String,
    pub(crate) body: String,
    /// The format of the body, and of the reply that it asks for.
    pub(crate) format: Format,
    /// What the reply must repeat.
    pub(crate) nonce: String,
}

impl Platform {
    pub(crate) fn new(token: &str, encoding_aes_key: &str, receive_id: &str) -> Result<Self, Error> {
        let crypt = MsgCrypt::new(token, encoding_aes_key, receive_id)?;
        Ok(Platform { token: token.to_owned(), receive_id: receive_id.to_owned(), crypt })
    }

    /// Encrypts and signs a message in safe mode. The URL is the search widget's: it has no `encrypt_type`.
    pub(crate) fn push(&self, to_user_name: &str, message: &str, format: Format) -> Result<Push, Error> {
        let timestamp = wxseal_os::now().to_string();
        let nonce = u32::from_be_bytes(wxseal_os::random()?).to_string();
        let sealed =
            wxseal_os::encrypt(&self.crypt, message.as_bytes(), Some(&timestamp), Some(&nonce), None, Format::Json)?;
        let encrypt = fields(&sealed, Format::Json)
            .and_then(|fields| fields.text("Encrypt").map(str::to_owned))
            .map_err(|_| Error::UnwritableReply)?;
        let msg_signature = sign([&self.token, &timestamp, &nonce, &encrypt]);
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
        if !checks.status(answer, 200) {
            return None;
        }
        let envelope = checks.found("envelope", Envelope::read(&answer.body, push.format))?;
        checks.found("TimeStamp", envelope.timestamp.whole_number().and_then(is_now));
        checks.found(
            "Nonce",
            envelope
                .nonce
                .must_be_text()
                .and_then(|nonce| rule(nonce == push.nonce, || "it is not the request's".to_owned())),
        );
        let (timestamp, nonce) = (&*envelope.timestamp.value, &*envelope.nonce.value);
        let expected = sign([&self.token, timestamp, nonce, &envelope.encrypt]);
        if !checks.hold("MsgSignature", envelope.msg_signature == expected, || {
            "it is not the SHA-1 of Token, TimeStamp, Nonce and Encrypt".to_owned()
        }) {
            return None;
        }

        let message = match self.crypt.decrypt(&envelope.msg_signature, timestamp, nonce, &answer.body) {
            Ok(message) => message,
            Err(error) => {
                checks.fail(broken_rule(error), error.to_string());
                return None;
            }
        };
        // The padding bytes are the library's to check; that it pads to 32 and not to 16 shows in the length.
        let frame = 16 + 4 + message.len() + self.receive_id.len();
        let cipher_text = base64_length(&envelope.encrypt);
        checks.hold("padding", cipher_text == (frame / 32 + 1) * 32, || {
            format!("{cipher_text} bytes of cipher text for a frame of {frame}: not padded to a multiple of 32")
        });
        checks.found("receive id", Ok(()));
        match String::from_utf8(message) {
            Ok(message) => Some(message),
            Err(error) => {
                checks.fail("UTF-8", error.to_string());
                None
            }
        }
    }
}

/// The rule that a reply broke if the library opens it with this error.
fn broken_rule(error: Error) -> &'static str {
    match error {
        Error::InvalidBase64 => "base64",
        Error::DecryptFailed => "padding",
        Error::MalformedFrame => "length",
        Error::ReceiveIdMismatch => "receive id",
        _ => "envelope",
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

/// A rule, and what was wrong where it did not hold.
pub(crate) struct Check {
    pub(crate) name: &'static str,
    pub(crate) failure: Option<String>,
}

/// The rules that an answer was held to, in the order of the checks. A rule without which the next ones mean nothing
/// ends the list.
#[derive(Default)]
pub(crate) struct Checks(Vec<Check>);

impl Checks {
    pub(crate) fn iter(&self) -> impl Iterator<Item = &Check> {
        self.0.iter()
    }

    pub(crate) fn hold(&mut self, name: &'static str, held: bool, otherwise: impl FnOnce() -> String) -> bool {
        self.found(name, rule(held, otherwise)).is_some()
    }

    pub(crate) fn fail(&mut self, name: &'static str, failure: String) {
        self.0.push(Check { name, failure: Some(failure) });
    }

    fn found<T>(&mut self, name: &'static str, result: Result<T, String>) -> Option<T> {
        match result {
            Ok(value) => {
                self.0.push(Check { name, failure: None });
                Some(value)
            }
            Err(failure) => {
                self.fail(name, failure);
                None
            }
        }
    }

    fn status(&mut self, answer: &Answer, expected: u16) -> bool {
        self.hold("status", answer.status == expected, || format!("{}, expected {expected}", answer.status))
    }
}

fn rule(held: bool, otherwise: impl FnOnce() -> String) -> Result<(), String> {
    if held { Ok(()) } else { Err(otherwise()) }
}

/// The answer to a URL check is the `echostr` and nothing else: no quotes, no BOM, no newline.
pub(crate) fn check_url_answer(answer: &Answer, echostr: &str, checks: &mut Checks) {
    checks.status(answer, 200);
    let content_type = answer.content_type.as_deref().unwrap_or("none");
    checks.hold("text/plain", content_type.split(';').next().map(str::trim) == Some("text/plain"), || {
        format!("the Content-Type is {content_type}")
    });
    checks.hold("echostr byte for byte", answer.body == echostr.as_bytes(), || {
        format!("{} bytes came back, {} were sent", answer.body.len(), echostr.len())
    });
}

/// A refusal has the right status, and says no more than that status says.
pub(crate) fn check_refusal(answer: &Answer, status: u16, checks: &mut Checks) {
    checks.status(answer, status);
    let phrase = hyper::StatusCode::from_u16(status).ok().and_then(|status| status.canonical_reason());
    let silent =
        answer.body.is_empty() || phrase.is_some_and(|phrase| answer.body.eq_ignore_ascii_case(phrase.as_bytes()));
    checks.hold("no plaintext", silent, || format!("the refusal has a body of {} bytes", answer.body.len()));
}

/// What a `widget_data` reply must agree with: fields of the event that it answers.
pub(crate) struct WidgetEvent<'a> {
    pub(crate) to_user_name: &'a str,
    pub(crate) from_user_name: &'a str,
    pub(crate) query: &'a str,
}

/// Holds a decrypted `widget_data` message to the rules; returns the object behind `data` if it came that far.
pub(crate) fn check_widget_data(
    message: &str,
    format: Format,
    event: &WidgetEvent<'_>,
    checks: &mut Checks,
) -> Option<Map<String, Value>> {
    let fields = checks.found(if format == Format::Xml { "XML" } else { "JSON" }, fields(message, format))?;
    let swapped = fields.text("ToUserName").and_then(|to| {
        let from = fields.text("FromUserName")?;
        rule((to, from) == (event.from_user_name, event.to_user_name), || format!("it is to {to}, from {from}"))
    });
    checks.found("To/From swapped", swapped);
    let msg_type = fields.text("MsgType");
    checks.found(
        "MsgType",
        msg_type.and_then(|found| rule(found == "widget_data", || format!("it is {found}, not widget_data"))),
    );
    checks.found("CreateTime", fields.get("CreateTime").and_then(Field::whole_number).and_then(is_now));

    let content = checks.found("Content", fields.text("Content").and_then(object))?;
    let lifespan = content.get("lifespan").and_then(Value::as_u64).filter(|&seconds| u32::try_from(seconds).is_ok());
    checks.hold("lifespan", lifespan.is_some(), || "it is not a number of seconds below 2^32".to_owned());
    let query = content.get("query").and_then(Value::as_str).ok_or_else(|| "it is not a string".to_owned());
    checks.found(
        "query byte for byte",
        query.and_then(|query| rule(query == event.query, || difference(query, event.query))),
    );
    checks.hold("scene", content.get("scene").and_then(Value::as_u64) == Some(1), || "it is not 1".to_owned());
    let data = match content.get("data") {
        Some(Value::String(text)) => object(text),
        _ => Err("it is not a string that holds JSON".to_owned()),
    };
    let data = checks.found("data", data)?;
    checks.hold("err_code", data.get("err_code").and_then(Value::as_i64) == Some(0), || "it is not 0".to_owned());
    checks.hold("err_msg", data.get("err_msg").is_some_and(Value::is_string), || "it is not a string".to_owned());
    Some(data)
}

fn object(text: &str) -> Result<Map<String, Value>, String> {
    serde_json::from_str(text).map_err(|error| format!("no JSON object: {error}"))
}

fn difference(found: &str, expected: &str) -> String {
    let same = found.bytes().zip(expected.bytes()).take_while(|(one, other)| one == other).count();
    format!("{} bytes, expected {}; they differ at offset {same}", found.len(), expected.len())
}

fn is_now(time: u64) -> Result<(), String> {
    let now = wxseal_os::now();
    rule(now.abs_diff(time) <= LATEST, || format!("it is {time}, and now is {now}"))
}

/// The four fields of a sealed reply.
struct Envelope {
    encrypt: String,
    msg_signature: String,
    timestamp: Field,
    nonce: Field,
}

impl Envelope {
    fn read(body: &[u8], format: Format) -> Result<Self, String> {
        let body = std::str::from_utf8(body).map_err(|error| error.to_string())?;
        let mut fields = fields(body, format).map_err(|error| format!("not a sealed reply: {error}"))?;
        Ok(Envelope {
            encrypt: fields.text("Encrypt")?.to_owned(),
            msg_signature: fields.text("MsgSignature")?.to_owned(),
            timestamp: fields.take("TimeStamp")?,
            nonce: fields.take("Nonce")?,
        })
    }
}

/// A field's value; JSON tells text from numbers, XML does not.
struct Field {
    value: String,
    kind: Kind,
}

enum Kind {
    Text,
    Number,
    Either,
    Other,
}

impl Field {
    fn must_be_text(&self) -> Result<&str, String> {
        let is_text = matches!(self.kind, Kind::Text | Kind::Either);
        rule(is_text, || "it is not text".to_owned()).map(|()| &*self.value)
    }

    fn whole_number(&self) -> Result<u64, String> {
        let number = matches!(self.kind, Kind::Number | Kind::Either).then(|| self.value.parse().ok());
        number.flatten().ok_or_else(|| "it is not a whole number".to_owned())
    }
}

/// The fields directly below the root of a flat XML or JSON text.
struct Fields(Vec<(String, Field)>);

impl Fields {
    fn get(&self, name: &str) -> Result<&Field, String> {
        let field = self.0.iter().find(|(known, _)| known == name);
        field.map(|(_, field)| field).ok_or_else(|| format!("there is no {name}"))
    }

    fn text(&self, name: &str) -> Result<&str, String> {
        self.get(name)?.must_be_text().map_err(|_| format!("{name} is not text"))
    }

    fn take(&mut self, name: &str) -> Result<Field, String> {
        let at = self.0.iter().position(|(known, _)| known == name);
        at.map(|at| self.0.swap_remove(at).1).ok_or_else(|| format!("there is no {name}"))
    }
}

fn fields(text: &str, format: Format) -> Result<Fields, String> {
    match format {
        Format::Json => {
            let field = |value| match value {
                Value::String(value) => Field { value, kind: Kind::Text },
                Value::Number(number) => Field { value: number.to_string(), kind: Kind::Number },
                other => Field { value: other.to_string(), kind: Kind::Other },
            };
            Ok(Fields(object(text)?.into_iter().map(|(name, value)| (name, field(value))).collect()))
        }
        Format::Xml => elements(text).map(Fields).ok_or_else(|| "no XML of one level".to_owned()),
    }
}

fn elements(xml: &str) -> Option<Vec<(String, Field)>> {
    let mut reader = Reader::from_str(xml.trim_ascii());
    let Event::Start(root) = reader.read_event().ok()? else { return None };
    let mut found: Vec<(String, Field)> = Vec::new();
    loop {
        match reader.read_event().ok()? {
            Event::Start(start) => {
                let name = start.name().into_inner().to_owned();
                let value = content(&reader.read_text(start.name()).ok()?)?;
                if found.iter().any(|(known, _)| *known == name) {
                    return None;
                }
                found.push((name, Field { value, kind: Kind::Either }));
            }
            Event::Text(space) if space.trim_ascii().is_empty() => {}
            Event::End(end) if end.name() == root.name() => break,
            _ => return None,
        }
    }
    matches!(reader.read_event().ok()?, Event::Eof).then_some(found)
}

/// The text of an element from what stands between its tags: CDATA sections as they are, the rest unescaped.
fn content(mut raw: &str) -> Option<String> {
    let mut text = String::new();
    while let Some((plain, rest)) = raw.split_once("<![CDATA[") {
        let (section, rest) = rest.split_once("]]>")?;
        text.push_str(&escaped(plain)?);
        text.push_str(section);
        raw = rest;
    }
    text.push_str(&escaped(raw)?);
    Some(text)
}

fn escaped(text: &str) -> Option<String> {
    if text.contains('<') { None } else { unescape(text).ok().map(Into::into) }
}

#[cfg(test)]
mod tests;
