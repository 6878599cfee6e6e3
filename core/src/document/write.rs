//! Writing a document, as XML or JSON; all of it, but for the two layouts of a sealed reply, which are `envelope`'s.

use std::borrow::Cow;

use super::xml::is_character;
use super::{Format, json};
use crate::Error;

/// A field of an answer.
pub(crate) enum Field<'a> {
    Text(&'a str),
    Number(u64),
    /// A number that is not known yet, of which there is one at most.
    Later,
    /// `true` or `false`, in what is always JSON.
    Bool(bool),
    /// JSON that is written already and stays byte for byte, in what is always JSON.
    Json(&'a str),
    /// Named fields, in their order.
    Group(Vec<(&'static str, Field<'a>)>),
    /// Groups of one name: an `<item>` each in XML, an array in JSON.
    Items(Vec<Vec<(&'static str, Field<'a>)>>),
}

/// A document, of which a number may be missing.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Written<'a> {
    bytes: Cow<'a, [u8]>,
    /// Where [`Field::Later`] stands.
    later: Option<usize>,
}

impl<'a> Written<'a> {
    /// A document of the caller's own, which lacks nothing.
    pub(crate) fn of(bytes: Cow<'a, [u8]>) -> Self {
        Written { bytes, later: None }
    }

    /// The document with its number.
    pub(crate) fn with(mut self, number: u64) -> Cow<'a, [u8]> {
        if let Some(at) = self.later {
            self.bytes.to_mut().splice(at..at, number.to_string().into_bytes());
        }
        self.bytes
    }

    /// A document that lacks nothing.
    pub(crate) fn into_bytes(self) -> Vec<u8> {
        self.bytes.into_owned()
    }
}

/// So much is allocated at first, and a short answer needs no more.
const USUAL: usize = 256;

/// Writes an answer: `<xml>` with the fields as elements, or an object with the fields as members.
///
/// # Errors
/// [`Error::UnwritableReply`]: a text has a character that XML 1.0 lacks, or a field is JSON's alone.
pub(crate) fn write(fields: &[(&'static str, Field<'_>)], format: Format) -> Result<Written<'static>, Error> {
    let mut out = Writer::new();
    match format {
        Format::Xml => element(&mut out, "xml", |out| write_xml(out, fields))?,
        Format::Json => write_json(&mut out, fields),
    }
    Ok(Written { bytes: Cow::Owned(out.text.into_bytes()), later: out.later })
}

struct Writer {
    text: String,
    later: Option<usize>,
}

impl Writer {
    fn new() -> Self {
        Writer { text: String::with_capacity(USUAL), later: None }
    }
}

/// Writes an object. Its strings are raw UTF-8: the server API would show a `\u` escape to the user as it stands.
pub(crate) fn object(fields: &[(&'static str, Field<'_>)]) -> String {
    let mut out = Writer::new();
    write_json(&mut out, fields);
    out.text
}

/// The fields that are there.
pub(crate) fn given<'a, const N: usize>(
    fields: [(&'static str, Option<Field<'a>>); N],
) -> Vec<(&'static str, Field<'a>)> {
    fields.into_iter().filter_map(|(name, field)| Some((name, field?))).collect()
}

fn element(out: &mut Writer, name: &str, content: impl FnOnce(&mut Writer) -> Result<(), Error>) -> Result<(), Error> {
    out.text.extend(["<", name, ">"]);
    content(out)?;
    out.text.extend(["</", name, ">"]);
    Ok(())
}

fn write_xml(out: &mut Writer, fields: &[(&'static str, Field<'_>)]) -> Result<(), Error> {
    for (name, field) in fields {
        element(out, name, |out| match field {
            Field::Text(text) => write_cdata(&mut out.text, text),
            Field::Number(number) => {
                out.text.push_str(&number.to_string());
                Ok(())
            }
            Field::Later => {
                out.later = Some(out.text.len());
                Ok(())
            }
            Field::Bool(_) | Field::Json(_) => Err(Error::UnwritableReply),
            Field::Group(fields) => write_xml(out, fields),
            Field::Items(items) => {
                items.iter().try_for_each(|fields| element(out, "item", |out| write_xml(out, fields)))
            }
        })?;
    }
    Ok(())
}

/// A CDATA section for any text: `]]>` is split between two, and a CR stands between them as a reference, because a
/// reader of XML takes a bare one for a line feed.
fn write_cdata(out: &mut String, text: &str) -> Result<(), Error> {
    if !text.chars().all(is_character) {
        return Err(Error::UnwritableReply);
    }
    out.push_str("<![CDATA[");
    out.push_str(&text.replace("]]>", "]]]]><![CDATA[>").replace('\r', "]]>&#13;<![CDATA["));
    out.push_str("]]>");
    Ok(())
}

fn write_json(out: &mut Writer, fields: &[(&'static str, Field<'_>)]) {
    out.text.push('{');
    for (index, (name, field)) in fields.iter().enumerate() {
        if index > 0 {
            out.text.push(',');
        }
        out.text.extend(["\"", name, "\":"]);
        match field {
            Field::Text(text) => out.text.push_str(&json::literal(text)),
            Field::Number(number) => out.text.push_str(&number.to_string()),
            Field::Later => out.later = Some(out.text.len()),
            Field::Bool(value) => out.text.push_str(if *value { "true" } else { "false" }),
            Field::Json(json) => out.text.push_str(json),
            Field::Group(fields) => write_json(out, fields),
            Field::Items(items) => {
                out.text.push('[');
                for (index, fields) in items.iter().enumerate() {
                    if index > 0 {
                        out.text.push(',');
                    }
                    write_json(out, fields);
                }
                out.text.push(']');
            }
        }
    }
    out.text.push('}');
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Message;

    fn written(fields: &[(&'static str, Field<'_>)], format: Format) -> String {
        String::from_utf8(write(fields, format).unwrap().with(7).into_owned()).unwrap()
    }

    #[test]
    fn both_formats() {
        let fields = [
            ("Content", Field::Text("a\"b")),
            ("CreateTime", Field::Later),
            ("ArticleCount", Field::Number(2)),
            ("Image", Field::Group(vec![("MediaId", Field::Text("m"))])),
            ("Articles", Field::Items(vec![vec![("Title", Field::Text("t"))], vec![]])),
        ];
        assert_eq!(
            written(&fields, Format::Xml),
            "<xml><Content><![CDATA[a\"b]]></Content><CreateTime>7</CreateTime><ArticleCount>2</ArticleCount><Image><MediaId><![CDATA[m]]></MediaId></Image>\
             <Articles><item><Title><![CDATA[t]]></Title></item><item></item></Articles></xml>"
        );
        assert_eq!(
            written(&fields, Format::Json),
            r#"{"Content":"a\"b","CreateTime":7,"ArticleCount":2,"Image":{"MediaId":"m"},"Articles":[{"Title":"t"},{}]}"#
        );
    }

    #[test]
    fn what_is_json_already_stays_as_it_stands() {
        let fields = [("card", Field::Json(" {\"a\": 1.50}\n")), ("finish", Field::Bool(false))];
        assert_eq!(object(&fields), "{\"card\": {\"a\": 1.50}\n,\"finish\":false}");
        for field in fields {
            assert_eq!(write(&[field], Format::Xml), Err(Error::UnwritableReply));
        }
    }

    #[test]
    fn every_text_comes_back() {
        for text in ["", "]]>", "]]]]>>", "a]]>b]]>c", "\r\n\r", "]]\r>", "]]>\r]]>", "<a>&amp;", "\u{fffd}😀", "  x\t"]
        {
            for format in [Format::Xml, Format::Json] {
                let message =
                    Message::read(&write(&[("Content", Field::Text(text))], format).unwrap().into_bytes()).unwrap();
                assert_eq!(message.text("Content"), Some(text), "{text:?}");
            }
        }
    }

    #[test]
    fn what_xml_lacks_is_unwritable_there() {
        for text in ["\0", "\u{b}", "\u{ffff}"] {
            assert_eq!(write(&[("Content", Field::Text(text))], Format::Xml), Err(Error::UnwritableReply));
            assert!(write(&[("Content", Field::Text(text))], Format::Json).is_ok());
        }
    }
}
