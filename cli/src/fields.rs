//! The fields of a flat XML or JSON text, read in another way than the library reads them: a mistake that both sides
//! made would go unseen.

use quick_xml::Reader;
use quick_xml::escape::unescape;
use quick_xml::events::Event;
use serde_json::{Map, Value};
use wxseal_core::Format;

use crate::lang::{Words, words};

/// A field's value; JSON tells text from numbers, XML does not.
#[derive(Clone)]
pub(crate) struct Field {
    value: String,
    kind: Kind,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Text,
    Number,
    Either,
    /// Further elements, an object, an array …: the value is their text.
    Other,
}

impl Field {
    /// The value as it stands, whatever it is.
    pub(crate) fn raw(&self) -> &str {
        &self.value
    }

    pub(crate) fn must_be_text(&self) -> Result<&str, Words> {
        match self.kind {
            Kind::Text | Kind::Either => Ok(&self.value),
            Kind::Number => Err(words!("it is a number, and must be text", "它是数字，应为文本")),
            Kind::Other => Err(words!("it is not text", "它不是文本")),
        }
    }

    pub(crate) fn whole_number(&self) -> Result<u64, Words> {
        let number = matches!(self.kind, Kind::Number | Kind::Either).then(|| self.value.parse().ok());
        number.flatten().ok_or_else(|| words!("it is not a whole number", "它不是整数"))
    }
}

/// The fields directly below the root.
pub(crate) struct Fields(Vec<(String, Field)>);

impl Fields {
    /// Reads a text of one level; what lies deeper is kept as its text.
    pub(crate) fn read(text: &str, format: Format) -> Result<Self, Words> {
        match format {
            Format::Json => {
                let field = |value| match value {
                    Value::String(value) => Field { value, kind: Kind::Text },
                    Value::Number(number) => Field { value: number.to_string(), kind: Kind::Number },
                    other => Field { value: other.to_string(), kind: Kind::Other },
                };
                Ok(Fields(object(text)?.into_iter().map(|(name, value)| (name, field(value))).collect()))
            }
            Format::Xml => elements(text.trim_ascii()).map(Fields),
        }
    }

    pub(crate) fn get(&self, name: &str) -> Result<&Field, Words> {
        let field = self.0.iter().find(|(known, _)| known == name);
        field.map(|(_, field)| field).ok_or_else(|| words!("there is no {name}", "缺少 {name}"))
    }

    pub(crate) fn has(&self, name: &str) -> bool {
        self.get(name).is_ok()
    }

    pub(crate) fn text(&self, name: &str) -> Result<&str, Words> {
        let field = self.get(name)?;
        field.must_be_text().map_err(|Words { en, zh }| words!("{name}: {en}", "{name}：{zh}"))
    }

    /// A field below a field, such as the `MediaId` of an `Image`.
    pub(crate) fn below(&self, name: &str, inner: &str) -> Option<String> {
        let outer = self.get(name).ok()?.raw();
        let inside = if outer.trim_start().starts_with('{') {
            Fields::read(outer, Format::Json)
        } else {
            Fields::read(&format!("<xml>{outer}</xml>"), Format::Xml)
        };
        Some(inside.ok()?.get(inner).ok()?.raw().to_owned())
    }
}

/// A JSON object.
pub(crate) fn object(text: &str) -> Result<Map<String, Value>, Words> {
    serde_json::from_str(text).map_err(|error| {
        if error.is_eof() {
            words!("the JSON ends in the middle: it is cut off", "JSON 不完整：被截断了")
        } else {
            words!("no JSON object: {error}", "不是 JSON 对象：{error}")
        }
    })
}

fn elements(xml: &str) -> Result<Vec<(String, Field)>, Words> {
    let no_xml = || words!("no XML of one root", "不是单根 XML");
    let cut_off = || words!("the XML ends in the middle: it is cut off", "XML 不完整：被截断了");
    let mut reader = Reader::from_str(xml);
    let mut event = reader.read_event().map_err(|_| no_xml())?;
    if matches!(event, Event::Decl(_)) {
        event = reader.read_event().map_err(|_| no_xml())?;
    }
    let Event::Start(root) = event else { return Err(no_xml()) };
    let mut found: Vec<(String, Field)> = Vec::new();
    loop {
        match reader.read_event().map_err(|_| cut_off())? {
            Event::Start(start) => {
                let name = start.name().into_inner().to_owned();
                let raw = reader.read_text(start.name()).map_err(|_| cut_off())?;
                if found.iter().any(|(known, _)| *known == name) {
                    return Err(words!("{name} stands there twice", "{name} 出现了两次"));
                }
                let field = match content(&raw) {
                    Some(value) => Field { value, kind: Kind::Either },
                    None => Field { value: raw.to_string(), kind: Kind::Other },
                };
                found.push((name, field));
            }
            Event::Text(space) if space.trim_ascii().is_empty() => {}
            Event::End(end) if end.name() == root.name() => break,
            Event::Eof => return Err(cut_off()),
            _ => return Err(no_xml()),
        }
    }
    match reader.read_event() {
        Ok(Event::Eof) => Ok(found),
        _ => Err(words!("something follows behind the XML", "XML 后面还有多余的内容")),
    }
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
mod tests {
    use super::*;

    #[test]
    fn a_text_that_is_cut_off_is_told_from_one_that_is_none() {
        let said = |text, format| Fields::read(text, format).err().map(|words| words.en);
        let cut = |text, format| said(text, format).is_some_and(|said| said.contains("cut off"));
        assert!(cut("{\"Encrypt\":\"abc", Format::Json));
        assert!(cut("<xml><Encrypt><![CDATA[abc", Format::Xml));
        assert!(cut("<xml><Encrypt>abc</Encrypt>", Format::Xml));
        assert!(!cut("success", Format::Json));
        assert!(!cut("success", Format::Xml));
        assert!(said("<xml></xml><div>", Format::Xml).is_some_and(|said| said.contains("follows")));
    }

    #[test]
    fn what_lies_deeper_is_found() {
        for (text, format) in [
            ("<xml><Image><MediaId><![CDATA[m]]></MediaId></Image></xml>", Format::Xml),
            (r#"{"Image":{"MediaId":"m"}}"#, Format::Json),
        ] {
            let fields = Fields::read(text, format).unwrap_or_else(|words| panic!("{words:?}"));
            assert_eq!(fields.below("Image", "MediaId").as_deref(), Some("m"));
            assert!(fields.text("Image").is_err());
        }
    }
}
