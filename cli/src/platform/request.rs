//! The requests that the platform makes, as its documentation prints them.

use wxseal_core::{Dialect, Format};

use super::Platform;
use crate::failure::Failure;
use crate::fields::{Field, Fields};
use crate::seal::{Seal, sign};
use crate::settings::Mode;
use crate::template::{cdata, quoted};

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

/// What is new in every request.
pub(super) struct Stamp {
    pub(super) timestamp: String,
    pub(super) nonce: String,
    pub(super) random: [u8; 16],
}

impl Stamp {
    /// The current second, and a nonce as the platform makes it.
    fn fresh() -> Result<Self, Failure> {
        let (timestamp, nonce) = (wxseal_os::now().to_string(), rand::random::<u32>().to_string());
        Ok(Stamp { timestamp, nonce, random: wxseal_os::random()? })
    }
}

impl Platform {
    /// The query of the URL check that the settings lead to: on WeCom the echostr is encrypted.
    pub(crate) fn url_check(&self, echostr: &str) -> Result<String, Failure> {
        self.url_check_at(&Stamp::fresh()?, echostr)
    }

    pub(super) fn url_check_at(&self, stamp: &Stamp, echostr: &str) -> Result<String, Failure> {
        Ok(match &self.seal {
            Some(seal) if self.dialect == Dialect::Wecom => {
                let echostr = seal.seal(echostr.as_bytes(), &stamp.random)?;
                format!("{}&echostr={}", self.sealed_query(stamp, &echostr), percent_encoded(&echostr))
            }
            _ => format!("{}&echostr={}", self.signed_query(stamp), percent_encoded(echostr)),
        })
    }

    /// A push in the mode and dialect of the settings; the format is the message's own.
    pub(crate) fn push(&self, message: &str, format: Format) -> Result<Push, Failure> {
        self.push_at(Stamp::fresh()?, message, format)
    }

    pub(super) fn push_at(&self, stamp: Stamp, message: &str, format: Format) -> Result<Push, Failure> {
        let (query, body) = match &self.seal {
            None => (self.signed_query(&stamp), message.to_owned()),
            Some(seal) => self.sealed(seal, &stamp, message, format)?,
        };
        Ok(Push { query, body, format, nonce: stamp.nonce })
    }

    fn sealed(&self, seal: &Seal, stamp: &Stamp, message: &str, format: Format) -> Result<(String, String), Failure> {
        let encrypt = seal.seal(message.as_bytes(), &stamp.random)?;
        let fields = Fields::read(message, format).map_err(|said| said.en)?;
        let field = |name| fields.get(name).ok().map(Field::raw);
        let query = match (self.dialect, field("Event")) {
            (Dialect::Wecom, _) => self.sealed_query(stamp, &encrypt),
            // The widget's page has no `encrypt_type`, and the four in another order.
            (Dialect::Wechat, Some("wxa_widget_data")) => {
                let Stamp { timestamp, nonce, .. } = stamp;
                let (msg_signature, signature) = (self.msg_signature(stamp, &encrypt), self.signature(stamp));
                format!("timestamp={timestamp}&nonce={nonce}&msg_signature={msg_signature}&signature={signature}")
            }
            (Dialect::Wechat, _) => {
                let openid = field("FromUserName").map(|id| format!("&openid={}", percent_encoded(id)));
                let (signed, openid) = (self.signed_query(stamp), openid.unwrap_or_default());
                let msg_signature = self.msg_signature(stamp, &encrypt);
                format!("{signed}{openid}&encrypt_type=aes&msg_signature={msg_signature}")
            }
        };
        let body = if self.mode == Mode::Compatible {
            beside(message, &encrypt, format)?
        } else {
            // The open platform's own events have an `AppId` in its place.
            let to = ["ToUserName", "AppId"].into_iter().find_map(|name| Some((name, field(name)?)));
            let agent = field("AgentID").filter(|_| self.dialect == Dialect::Wecom).map(|id| ("AgentID", id));
            let parts: Vec<_> = to.into_iter().chain([("Encrypt", &*encrypt)]).chain(agent).collect();
            self.envelope(&parts, format)
        };
        Ok((query, body))
    }

    /// The cipher text alone, laid out as in the documentation's examples.
    fn envelope(&self, parts: &[(&str, &str)], format: Format) -> String {
        let wecom = self.dialect == Dialect::Wecom;
        match format {
            Format::Xml => {
                let indent = if wecom { "" } else { "    " };
                let lines = parts.iter().map(|(name, text)| format!("{indent}<{name}>{}</{name}>\n", cdata(text)));
                format!("<xml>\n{}</xml>", lines.collect::<String>())
            }
            Format::Json if wecom => {
                let members = parts.iter().map(|(name, text)| format!("\"{}\":{}", name.to_lowercase(), quoted(text)));
                format!("{{{}}}", members.collect::<Vec<_>>().join(","))
            }
            Format::Json => {
                let members = parts.iter().map(|(name, text)| format!("    \"{name}\": {}", quoted(text)));
                format!("{{\n{}\n}}", members.collect::<Vec<_>>().join(",\n"))
            }
        }
    }

    fn signature(&self, stamp: &Stamp) -> String {
        sign([&self.token, &stamp.timestamp, &stamp.nonce])
    }

    fn msg_signature(&self, stamp: &Stamp, encrypt: &str) -> String {
        sign([&self.token, &stamp.timestamp, &stamp.nonce, encrypt])
    }

    /// What every request of WeChat's begins with.
    fn signed_query(&self, stamp: &Stamp) -> String {
        let (signature, Stamp { timestamp, nonce, .. }) = (self.signature(stamp), stamp);
        format!("signature={signature}&timestamp={timestamp}&nonce={nonce}")
    }

    /// What every request of WeCom's begins with.
    fn sealed_query(&self, stamp: &Stamp, encrypt: &str) -> String {
        let (msg_signature, Stamp { timestamp, nonce, .. }) = (self.msg_signature(stamp, encrypt), stamp);
        format!("msg_signature={msg_signature}&timestamp={timestamp}&nonce={nonce}")
    }
}

/// The message with its cipher text as one field more.
fn beside(message: &str, encrypt: &str, format: Format) -> Result<String, Failure> {
    let message = message.trim_ascii_end();
    let end = if format == Format::Xml { "</xml>" } else { "}" };
    let fields = message.strip_suffix(end).ok_or("the message has no end to put Encrypt before")?;
    Ok(match format {
        Format::Xml => format!("{fields}<Encrypt>{}</Encrypt>{end}", cdata(encrypt)),
        Format::Json => {
            let comma = if fields.trim_ascii_end().ends_with('{') { "" } else { "," };
            format!("{fields}{comma}\"Encrypt\":{}{end}", quoted(encrypt))
        }
    })
}

/// For a value of a query: all but what RFC 3986 calls unreserved, and the slash, which may stand there as it is.
fn percent_encoded(text: &str) -> String {
    let encode = |byte: u8| match byte {
        b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => char::from(byte).to_string(),
        _ => format!("%{byte:02X}"),
    };
    text.bytes().map(encode).collect()
}

#[cfg(test)]
mod tests;
