//! What this way reads, the readers that decide read too, and alike.

use std::borrow::Cow;

use proptest::prelude::*;
use proptest::sample::select;

use super::*;
use crate::document::xml::{self, Stop, Visitor};

/// Everything a document holds, or `None` where this way does not lead through it.
fn walk<'a, S: Steps<'a>>(text: &'a [u8]) -> Option<Vec<(String, String)>> {
    let mut steps = S::begin(text)?;
    let mut found = Vec::new();
    loop {
        let (name, text) = match steps.next()? {
            Step::Text(name, text) => (name, text.printable()?),
            Step::Digits(name, digits) => (name, digits),
            Step::End => return Some(found),
        };
        found.push((String::from_utf8(name.to_vec()).unwrap(), String::from_utf8(text.to_vec()).unwrap()));
    }
}

#[derive(Default)]
struct Elements {
    found: Vec<(String, String)>,
    inside: bool,
    deep: bool,
}

impl<'a> Visitor<'a> for Elements {
    fn open(&mut self, name: &str, depth: usize) -> Result<(), Stop> {
        self.deep |= depth > 1;
        self.inside = depth > 0;
        if depth == 1 {
            self.found.push((name.to_owned(), String::new()));
        }
        Ok(())
    }

    fn text(&mut self, text: Cow<'a, str>) -> Result<(), Stop> {
        xml::check_characters(&text)?;
        match self.found.last_mut() {
            Some((_, all)) if self.inside => all.push_str(&text),
            // White space between elements says nothing; other text there is for each reader of a message to judge.
            _ => self.deep |= !text.trim_ascii().is_empty(),
        }
        Ok(())
    }

    fn close(&mut self, _depth: usize) -> Result<(), Stop> {
        self.inside = false;
        Ok(())
    }
}

fn long_xml(text: &[u8]) -> Option<Vec<(String, String)>> {
    let mut elements = Elements::default();
    xml::read(text, &mut elements).ok()?;
    (!elements.deep).then_some(elements.found)
}

fn long_json(text: &[u8]) -> Option<Vec<(String, String)>> {
    let members = crate::document::json::members(str::from_utf8(text).ok()?)?;
    let said = |raw: &str| if raw.starts_with('"') { crate::document::json::string(raw) } else { Some(raw.to_owned()) };
    members.into_iter().map(|(name, raw)| Some((name, said(raw.get())?))).collect()
}

#[test]
fn the_platforms_own_documents() {
    let both = |name: &str, text: &str| (name.to_owned(), text.to_owned());
    let xml = b"<xml><ToUserName><![CDATA[gh_1]]></ToUserName>\n\t<CreateTime>17</CreateTime><E></E> </xml>\n";
    assert_eq!(walk::<Xml<'_>>(xml), Some(vec![both("ToUserName", "gh_1"), both("CreateTime", "17"), both("E", "")]));
    let json = b"{\"ToUserName\":\"gh_1\", \"CreateTime\": 17,\r\n\"E\":\"\"}\n";
    assert_eq!(walk::<Json<'_>>(json), Some(vec![both("ToUserName", "gh_1"), both("CreateTime", "17"), both("E", "")]));
    assert_eq!((walk::<Xml<'_>>(b"<xml></xml>"), walk::<Json<'_>>(b"{ }")), (Some(vec![]), Some(vec![])));
}

#[test]
fn everything_else_takes_the_long_way() {
    for text in [
        "<xml><a>1</a>",
        "<xml><a>1</a></xml>x",
        "<xml >",
        "<xml><a b=\"1\">1</a></xml>",
        "<xml><a>&amp;</a></xml>",
        "<xml><a>]]></a></xml>",
        "<xml><a><![CDATA[1]]>2</a></xml>",
        "<xml><a><![CDATA[[1]]]></a></xml>",
        "<xml><a><b>1</b></a></xml>",
        "<xml><a>1</b></xml>",
        "<xml>1</xml>",
        "<xml><a>\u{4f60}</a></xml>",
        "<xml><a>1\n</a></xml>",
    ] {
        assert_eq!(walk::<Xml<'_>>(text.as_bytes()), None, "{text}");
    }
    for text in [
        "{",
        "{}}",
        "{,}",
        "{\"a\":1,}",
        "{\"a\":1 \"b\":1}",
        "{\"a\":01}",
        "{\"a\":1.5}",
        "{\"a\":-1}",
        "{\"a\":1e3}",
        "{\"a\":1234567890123456789}",
        "{\"a\":null}",
        "{\"a\":[]}",
        "{\"a\":{}}",
        "{\"\\u0061\":\"\"}",
        "{\"a\":\"\\n\"}",
        "{\"a\":\"\n\"}",
        "{\"a\":\"\u{4f60}\"}",
        "{\"a\":\"",
        "{\"a\"}",
    ] {
        assert_eq!(walk::<Json<'_>>(text.as_bytes()), None, "{text}");
    }
}

/// A document put together from pieces, most of them as the platform has them.
fn pieces(of: &'static [&'static str]) -> impl Strategy<Value = String> {
    proptest::collection::vec(select(of), 0..12).prop_map(|pieces| pieces.concat())
}

const XML: &[&str] = &[
    "<a>",
    "</a>",
    "<b>1</b>",
    "<c><![CDATA[x]]></c>",
    "<![CDATA[",
    "]]>",
    "1",
    " ",
    "\n",
    "]",
    ">",
    "&lt;",
    "&",
    "<",
    "/",
    "<!-- -->",
    "<?p?>",
    "<d/>",
    "<e></e>",
    "\u{4f60}",
    "\u{1}",
    "</xml>",
    "<xml>",
    "\u{7f}",
    "<a b='1'>",
    "<_a>",
    "</_a>",
];
const JSON: &[&str] = &[
    "\"a\"",
    ":",
    ",",
    "\"b\":\"1\"",
    "\"c\":17",
    "\"",
    "0",
    "1",
    "-",
    ".",
    "e",
    "\\",
    "\\n",
    "\n",
    " ",
    "}",
    "{",
    "[",
    "]",
    "null",
    "true",
    "\u{4f60}",
    "\u{1}",
    "\u{7f}",
    "\"x y\"",
    "123456789012345678",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4096))]

    #[test]
    fn an_element_more_or_less(inside in pieces(XML), behind in select(&["</xml>", "</xml>\n", "</xml> x", ""][..])) {
        let text = format!("<xml>{inside}{behind}");
        if let Some(found) = walk::<Xml<'_>>(text.as_bytes()) {
            prop_assert_eq!(Some(found), long_xml(text.as_bytes()), "{}", text);
        }
    }

    #[test]
    fn a_member_more_or_less(inside in pieces(JSON), behind in select(&["}", "}\n", "} x", ""][..])) {
        let text = format!("{{{inside}{behind}");
        if let Some(found) = walk::<Json<'_>>(text.as_bytes()) {
            prop_assert_eq!(Some(found), long_json(text.as_bytes()), "{}", text);
        }
    }

    #[test]
    fn a_byte_more_or_less(at in 0usize..200, byte in any::<u8>()) {
        let mut xml = b"<xml><To><![CDATA[gh]]></To>\n<Time>17</Time><Encrypt><![CDATA[a+/=]]></Encrypt></xml>".to_vec();
        let mut json = b"{\"To\":\"gh\", \"Time\":17,\"Encrypt\":\"a+/=\"}".to_vec();
        let (in_xml, in_json) = (at % xml.len(), at % json.len());
        if at % 2 == 0 {
            (xml[in_xml], json[in_json]) = (byte, byte);
        } else {
            xml.insert(in_xml, byte);
            json.insert(in_json, byte);
        }
        if let Some(found) = walk::<Xml<'_>>(&xml) {
            prop_assert_eq!(Some(found), long_xml(&xml));
        }
        if let Some(found) = walk::<Json<'_>>(&json) {
            prop_assert_eq!(Some(found), long_json(&json));
        }
    }
}
