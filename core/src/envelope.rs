//! The outermost layer, in and out (protocol.md, "Envelopes"). It knows no key and no signature.

mod json;
mod xml;

use std::borrow::Cow;
use std::str::FromStr;

use crate::document::fast::{self, Raw, Step, Steps};
use crate::document::{self, Format};
use crate::out::Out;
use crate::query::Stamp;
use crate::signature::Hex;
use crate::{Error, Setting};

/// Whose names a JSON reply has. Both are read, whatever the dialect.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Dialect {
    /// Mini Program, Official Account, open platform, store: `Encrypt`, `MsgSignature`, `TimeStamp`, `Nonce`.
    #[default]
    Wechat,
    /// WeCom: `encrypt`, `msgsignature`, `timestamp`, `nonce`. XML is the same in both.
    Wecom,
}

impl Dialect {
    /// `wechat` or `wecom`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Dialect::Wechat => "wechat",
            Dialect::Wecom => "wecom",
        }
    }
}

/// Reads `wechat` and `wecom`; anything else is [`Error::InvalidConfig`].
impl FromStr for Dialect {
    type Err = Error;

    fn from_str(name: &str) -> Result<Self, Error> {
        match name {
            "wechat" => Ok(Dialect::Wechat),
            "wecom" => Ok(Dialect::Wecom),
            _ => Err(Error::InvalidConfig { setting: Setting::Dialect }),
        }
    }
}

/// Both spellings are read whatever the dialect; a body with both, or with one twice, is refused.
pub(crate) fn is_encrypt(name: impl AsRef<[u8]>) -> bool {
    matches!(name.as_ref(), b"Encrypt" | b"encrypt")
}

/// A body's format and its `Encrypt`, borrowed from it where no escape stands in the way. What else the envelope carries
/// is signed by nobody, and dropped.
///
/// The format is told by the first byte: the `Content-Type` header says `text/xml` over JSON too.
pub(crate) fn parse(body: &[u8], max_body: usize) -> Result<(Format, Cow<'_, [u8]>), Error> {
    let (format, text) = detect(body, max_body)?;
    let found = match format {
        // The long way looks at no character of `Encrypt` either: whatever is not base64 fails when it is decoded. White
        // space around it, though, is dropped there.
        Format::Xml => fast_encrypt::<fast::Xml<'_>>(text, Raw::ascii)
            .filter(|encrypt| encrypt.trim_ascii().len() == encrypt.len()),
        Format::Json => fast_encrypt::<fast::Json<'_>>(text, Raw::printable),
    };
    let encrypt = match (found, format) {
        (Some(encrypt), _) => Cow::Borrowed(encrypt),
        (None, Format::Xml) => xml::encrypt(text)?,
        (None, Format::Json) => json::encrypt(text)?,
    };
    Ok((format, encrypt))
}

/// The one `Encrypt` of an envelope that is as the platform writes it; `None` of any other, and of one that is malformed.
fn fast_encrypt<'a, S: Steps<'a>>(text: &'a [u8], check: fn(Raw<'a>) -> Option<&'a [u8]>) -> Option<&'a [u8]> {
    let mut steps = S::begin(text)?;
    let mut encrypt = None;
    loop {
        match steps.next()? {
            Step::Text(name, text) if is_encrypt(name) && encrypt.is_none() => encrypt = Some(check(text)?),
            Step::Text(name, _) | Step::Digits(name, _) if is_encrypt(name) => return None,
            Step::Text(_, text) => drop(text.printable()?),
            Step::Digits(..) => {}
            Step::End => return encrypt,
        }
    }
}

/// A body's format, and its text without the BOM and the white space that may stand before it.
pub(crate) fn detect(body: &[u8], max_body: usize) -> Result<(Format, &[u8]), Error> {
    if body.len() > max_body {
        return Err(Error::MalformedEnvelope);
    }
    document::detect(body).ok_or(Error::MalformedEnvelope)
}

/// The text around the four values of a reply, laid out as the official documentation prints it.
struct Layout([&'static str; 5]);

impl Layout {
    fn of(format: Format, dialect: Dialect) -> Self {
        Layout(match (format, dialect) {
            (Format::Xml, _) => [
                "<xml>\n<Encrypt><![CDATA[",
                "]]></Encrypt>\n<MsgSignature><![CDATA[",
                "]]></MsgSignature>\n<TimeStamp>",
                "</TimeStamp>\n<Nonce><![CDATA[",
                "]]></Nonce>\n</xml>",
            ],
            (Format::Json, Dialect::Wechat) => [
                "{\n    \"Encrypt\": \"",
                "\",\n    \"MsgSignature\": \"",
                "\",\n    \"TimeStamp\": ",
                ",\n    \"Nonce\": \"",
                "\"\n}",
            ],
            (Format::Json, Dialect::Wecom) => [
                "{\n    \"encrypt\": \"",
                "\",\n    \"msgsignature\": \"",
                "\",\n    \"timestamp\": ",
                ",\n    \"nonce\": \"",
                "\"\n}",
            ],
        })
    }

    fn length(&self, encrypt_length: usize, stamp_length: usize) -> usize {
        let around: usize = self.0.iter().map(|piece| piece.len()).sum();
        encrypt_length.saturating_add(around + size_of::<Hex>() + stamp_length)
    }
}

/// How long a reply can be, in bytes: as long as it is with the longest timestamp and nonce.
pub(crate) fn bound(format: Format, dialect: Dialect, encrypt_length: usize) -> usize {
    Layout::of(format, dialect).length(encrypt_length, Stamp::MAX_LENGTH)
}

/// How long a reply is, in bytes.
pub(crate) fn length(format: Format, dialect: Dialect, stamp: Stamp<'_>, encrypt_length: usize) -> usize {
    Layout::of(format, dialect).length(encrypt_length, stamp.timestamp().len() + stamp.nonce().len())
}

/// Writes a reply to `out`. `seal` writes what stands in `Encrypt`, and returns the signature over it.
///
/// Nothing is escaped: base64, hexadecimal digits and a [`Stamp`] hold no character that XML or JSON would notice.
pub(crate) fn write<O: Out>(
    format: Format,
    dialect: Dialect,
    stamp: Stamp<'_>,
    out: &mut O,
    seal: impl FnOnce(&mut O) -> Result<Hex, Error>,
) -> Result<(), Error> {
    let Layout([head, before_signature, before_timestamp, before_nonce, end]) = Layout::of(format, dialect);
    out.push(head)?;
    let signature = seal(out)?;
    let signature = str::from_utf8(&signature).map_err(|_| Error::UnwritableReply)?;
    let pieces = [before_signature, signature, before_timestamp, stamp.timestamp(), before_nonce, stamp.nonce(), end];
    pieces.into_iter().try_for_each(|piece| out.push(piece))
}

#[cfg(test)]
mod tests;
