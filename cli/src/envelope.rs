//! The cipher text of a body, read in another way than the core does. What is shown of it is for people: whether a body is
//! accepted is the core's to say.

use quick_xml::Reader;
use quick_xml::escape::unescape;
use quick_xml::events::Event;
use serde_json::{Map, Value};
use wxseal_core::Format;

/// The format that a body begins like.
pub(crate) fn format_of(body: &[u8]) -> Option<Format> {
    match trimmed(body).first() {
        Some(b'<') => Some(Format::Xml),
        Some(b'{') => Some(Format::Json),
        _ => None,
    }
}

/// The `Encrypt` of an envelope.
pub(crate) fn encrypt_of(body: &[u8]) -> Option<String> {
    let text = std::str::from_utf8(trimmed(body)).ok()?;
    match format_of(body)? {
        Format::Json => {
            let members: Map<String, Value> = serde_json::from_str(text).ok()?;
            let value = members.get("Encrypt").or_else(|| members.get("encrypt"))?;
            value.as_str().map(str::to_owned)
        }
        Format::Xml => element(text),
    }
}

fn element(xml: &str) -> Option<String> {
    let mut reader = Reader::from_str(xml);
    let mut depth = 0_u32;
    loop {
        match reader.read_event().ok()? {
            Event::Start(start) if depth == 1 && matches!(start.name().into_inner(), "Encrypt" | "encrypt") => {
                let raw = reader.read_text(start.name()).ok()?;
                let raw = raw.trim_ascii();
                let section = raw.strip_prefix("<![CDATA[").and_then(|raw| raw.strip_suffix("]]>"));
                let text = section.map_or_else(|| unescape(raw).ok(), |section| Some(section.into()))?;
                return Some(text.trim_ascii().to_owned());
            }
            Event::Start(_) => depth += 1,
            Event::End(_) => depth = depth.checked_sub(1)?,
            Event::Eof => return None,
            _ => {}
        }
    }
}

/// Whether a body begins like a document and does not end like one: cut short on its way, or while it was copied.
pub(crate) fn is_cut(body: &[u8]) -> bool {
    let last = match format_of(body) {
        Some(Format::Xml) => b'>',
        Some(Format::Json) => b'}',
        None => return false,
    };
    body.trim_ascii_end().last() != Some(&last)
}

fn trimmed(body: &[u8]) -> &[u8] {
    let body = body.trim_ascii();
    body.strip_prefix(b"\xef\xbb\xbf").map_or(body, <[u8]>::trim_ascii)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cipher_text_of_both_formats() {
        for body in [
            r#"{"ToUserName":"gh_1","Encrypt":"a+b\/="}"#,
            r#" {"encrypt":"a+b/="} "#,
            "\u{feff}<xml><List><Encrypt>no</Encrypt></List><Encrypt><![CDATA[a+b/=]]></Encrypt></xml>",
            "<?xml version=\"1.0\"?>\n<xml>\n<Encrypt> a&#43;b/= </Encrypt></xml>",
        ] {
            assert_eq!(encrypt_of(body.as_bytes()).as_deref(), Some("a+b/="), "{body}");
            assert!(!is_cut(body.as_bytes()), "{body}");
        }
    }

    #[test]
    fn what_has_none() {
        for body in
            ["", "x", "{}", "{\"Encrypt\":1}", "<xml></xml>", "<xml><Encrypt>", "</xml></xml>", "{\"Encrypt\":\"a"]
        {
            assert_eq!(encrypt_of(body.as_bytes()), None, "{body}");
        }
        assert!(is_cut(b"<xml><Encrypt") && is_cut(b"{\"Encrypt\":\"a\n"));
        assert!(!is_cut(b"") && !is_cut(b"Encrypt=a"));
    }
}
