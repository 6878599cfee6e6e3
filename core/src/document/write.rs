//! Writing a document, as XML or JSON; all of it, but for the two layouts of a sealed reply, which are `envelope`'s.

use super::xml::is_character;
use super::{Format, json};
use crate::Error;

/// A field of an answer.
pub(crate) enum Field<'a> {
    Text(&'a str),
    Number(u64),
    /// Named fields, in their order.
    Group(Vec<(&'static str, Field<'a>)>),
    /// Groups of one name: an `<item>` each in XML, an array in JSON.
    Items(Vec<Vec<(&'static str, Field<'a>)>>),
}

/// Writes an answer: `<xml>` with the fields as elements, or an object with the fields as members.
///
/// # Errors
/// [`Error::UnwritableReply`]: a text has a character that XML 1.0 lacks.
pub(crate) fn write(fields: &[(&'static str, Field<'_>)], format: Format) -> Result<Vec<u8>, Error> {
    let mut out = String::new();
    match format {
        Format::Xml => element(&mut out, "xml", |out| write_xml(out, fields))?,
        Format::Json => write_json(&mut out, fields),
    }
    Ok(out.into_bytes())
}

fn element(out: &mut String, name: &str, content: impl FnOnce(&mut String) -> Result<(), Error>) -> Result<(), Error> {
    out.extend(["<", name, ">"]);
    content(out)?;
    out.extend(["</", name, ">"]);
    Ok(())
}

fn write_xml(out: &mut String, fields: &[(&'static str, Field<'_>)]) -> Result<(), Error> {
    for (name, field) in fields {
        element(out, name, |out| match field {
            Field::Text(text) => write_cdata(out, text),
            Field::Number(number) => {
                out.push_str(&number.to_string());
                Ok(())
            }
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

fn write_json(out: &mut String, fields: &[(&'static str, Field<'_>)]) {
    out.push('{');
    for (index, (name, field)) in fields.iter().enumerate() {
        if index > 0 {
            out.push(',');
        }
        out.extend(["\"", name, "\":"]);
        match field {
            Field::Text(text) => out.push_str(&json::literal(text)),
            Field::Number(number) => out.push_str(&number.to_string()),
            Field::Group(fields) => write_json(out, fields),
            Field::Items(items) => {
                out.push('[');
                for (index, fields) in items.iter().enumerate() {
                    if index > 0 {
                        out.push(',');
                    }
                    write_json(out, fields);
                }
                out.push(']');
            }
        }
    }
    out.push('}');
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Message;

    fn written(fields: &[(&'static str, Field<'_>)], format: Format) -> String {
        String::from_utf8(write(fields, format).unwrap()).unwrap()
    }

    #[test]
    fn both_formats() {
        let fields = [
            ("Content", Field::Text("a\"b")),
            ("CreateTime", Field::Number(7)),
            ("Image", Field::Group(vec![("MediaId", Field::Text("m"))])),
            ("Articles", Field::Items(vec![vec![("Title", Field::Text("t"))], vec![]])),
        ];
        assert_eq!(
            written(&fields, Format::Xml),
            "<xml><Content><![CDATA[a\"b]]></Content><CreateTime>7</CreateTime><Image><MediaId><![CDATA[m]]></MediaId></Image>\
             <Articles><item><Title><![CDATA[t]]></Title></item><item></item></Articles></xml>"
        );
        assert_eq!(
            written(&fields, Format::Json),
            r#"{"Content":"a\"b","CreateTime":7,"Image":{"MediaId":"m"},"Articles":[{"Title":"t"},{}]}"#
        );
    }

    #[test]
    fn every_text_comes_back() {
        for text in ["", "]]>", "]]]]>>", "a]]>b]]>c", "\r\n\r", "]]\r>", "]]>\r]]>", "<a>&amp;", "\u{fffd}😀", "  x\t"]
        {
            for format in [Format::Xml, Format::Json] {
                let message = Message::read(&write(&[("Content", Field::Text(text))], format).unwrap()).unwrap();
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
