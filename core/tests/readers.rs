//! What a message says, beside what the parsers' own trees say: quick-xml's events, and `serde_json`'s `Value`.
#![cfg(test)]

mod forger;

use forger::{crypt, for_all};
use proptest::collection::vec;
use proptest::prelude::*;
use quick_xml::escape::resolve_xml_entity;
use quick_xml::events::Event;
use serde_json::{Map, Value, json};
use wxseal::{Endpoint, Format};

/// No name that has a meaning: those have tests of their own.
const NAMES: &str = "[A-C]|名字|x-y";
const TEXT: &str = "[a-c0-9 <>&\"'\\\\/\\[\\]{}:,;#\\t\\r\\n\u{e9}你\u{1f642}\u{fffd}\\-]{0,8}";

/// The view of a message that comes sealed, if it is one.
fn view(message: &str) -> Option<Value> {
    let encrypt = forger::seal(message);
    let body = forger::envelope(Format::Json, &encrypt);
    let push = forger::receive(&Endpoint::new(crypt()), &forger::signed_query(&encrypt), body.as_bytes()).ok()?;
    assert_eq!(push.message_bytes(), message.as_bytes());
    Some(serde_json::from_str(&push.message().ok()?.to_json()).unwrap())
}

/// A piece of a document that is put somewhere, is left out, stands twice, or changes places.
#[derive(Clone, Debug)]
enum Change {
    Insert(usize, &'static str),
    Remove(usize, usize),
    Repeat(usize, usize, usize),
    Swap(usize, usize),
}

fn changes(pieces: &'static [&'static str]) -> impl Strategy<Value = Vec<Change>> {
    let place = || 0..1000_usize;
    let change = prop_oneof![
        (place(), proptest::sample::select(pieces)).prop_map(|(at, piece)| Change::Insert(at, piece)),
        (place(), 1..12_usize).prop_map(|(at, length)| Change::Remove(at, length)),
        (place(), 1..12_usize, place()).prop_map(|(from, length, to)| Change::Repeat(from, length, to)),
        (place(), place()).prop_map(|(one, other)| Change::Swap(one, other)),
    ];
    prop_oneof![Just(Vec::new()), vec(change, 1..4)]
}

fn changed(document: &str, changes: &[Change]) -> String {
    let mut text: Vec<char> = document.chars().collect();
    for change in changes {
        let place = |at: usize| at % (text.len() + 1);
        let piece = |at: usize, length: usize| place(at)..(place(at) + length).min(text.len());
        match *change {
            Change::Insert(at, piece) => drop(text.splice(place(at)..place(at), piece.chars())),
            Change::Remove(at, length) => drop(text.drain(piece(at, length))),
            Change::Repeat(from, length, to) => {
                let repeated = text[piece(from, length)].to_vec();
                let to = place(to);
                text.splice(to..to, repeated);
            }
            Change::Swap(one, other) if !text.is_empty() => {
                let length = text.len();
                text.swap(one % length, other % length);
            }
            Change::Swap(..) => {}
        }
    }
    text.into_iter().collect()
}

/// An element: its text, written in one of several ways, or its children.
#[derive(Clone, Debug)]
enum Element {
    Text(String, usize),
    Children(Vec<(String, Element)>),
}

fn element() -> impl Strategy<Value = Element> {
    let text = (TEXT, 0..4_usize).prop_map(|(text, way)| Element::Text(text, way));
    text.prop_recursive(4, 24, 4, |inner| vec((NAMES, inner), 1..4).prop_map(Element::Children))
}

fn write_xml(out: &mut String, name: &str, element: &Element) {
    out.extend(["<", name, ">"]);
    let cdata = |text: &str| format!("<![CDATA[{}]]>", text.replace("]]>", "]]]]><![CDATA[>"));
    let escaped = |text: &str| text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    match element {
        Element::Text(text, 0) => out.push_str(&cdata(text)),
        Element::Text(text, 1) => out.push_str(&escaped(text)),
        Element::Text(text, 2) => out.extend(text.chars().map(|c| format!("&#x{:X};", u32::from(c)))),
        Element::Text(text, _) => {
            let half = text.char_indices().nth(text.chars().count() / 2).map_or(0, |(at, _)| at);
            let (head, tail) = text.split_at(half);
            out.extend([&*cdata(head), "<!-- <A>1</A> -->", &escaped(tail)]);
        }
        Element::Children(children) => {
            out.push_str("\r\n ");
            for (name, element) in children {
                write_xml(out, name, element);
            }
        }
    }
    out.extend(["</", name, ">"]);
}

/// What the events of quick-xml say of a document: texts, and objects whose repeated names are arrays.
fn xml_tree(document: &str) -> Option<Value> {
    let mut reader = quick_xml::Reader::from_str(document);
    loop {
        match reader.read_event().ok()? {
            Event::Start(_) => return content(&mut reader, true),
            Event::Empty(_) => return Some(object(Vec::new())),
            Event::Eof => return None,
            _ => {}
        }
    }
}

/// An element has text or elements, and a root has elements.
fn content(reader: &mut quick_xml::Reader<&[u8]>, is_root: bool) -> Option<Value> {
    let (mut text, mut children) = (String::new(), Vec::new());
    loop {
        match reader.read_event().ok()? {
            Event::Start(start) => {
                let name = start.name().into_inner().to_owned();
                children.push((name, content(reader, false)?));
            }
            Event::Empty(start) => children.push((start.name().into_inner().to_owned(), Value::from(""))),
            Event::Text(part) => text.push_str(&part),
            Event::CData(part) => text.push_str(&part),
            Event::GeneralRef(entity) => match entity.resolve_char_ref().ok()? {
                Some(character) => text.push(character),
                None => text.push_str(resolve_xml_entity(&entity)?),
            },
            Event::End(_) if children.is_empty() && !is_root => return Some(text.into()),
            Event::End(_) => return text.trim().is_empty().then(|| object(children)),
            Event::Eof => return None,
            _ => {}
        }
    }
}

fn object(children: Vec<(String, Value)>) -> Value {
    let mut fields = Map::new();
    for (name, value) in children {
        match fields.get_mut(&name) {
            // No element is an array of its own.
            Some(Value::Array(items)) => items.push(value),
            Some(earlier) => *earlier = json!([earlier.take(), value]),
            None => drop(fields.insert(name, value)),
        }
    }
    fields.into()
}

#[test]
fn xml_says_what_its_events_say() {
    const PIECES: &[&str] = &[
        "<A>",
        "</A>",
        "<B/>",
        "<!--",
        "-->",
        "<![CDATA[",
        "]]>",
        "&amp;",
        "&#65;",
        "&",
        "<",
        ">",
        "/",
        " ",
        "\n",
        "1",
        "</xml>",
        "<xml>",
        "<?xml version=\"1.0\"?>",
        "\u{feff}",
        "]]",
        "&#",
        ";",
        "<A",
        "x=\"y\"",
    ];
    let documents = (vec((NAMES, element()), 1..4).prop_map(Element::Children), changes(PIECES));
    let compared = for_all(1_500, &documents, |(root, changes)| {
        let mut document = String::new();
        write_xml(&mut document, "xml", &root);
        let document = changed(&document, &changes);
        let found = view(&document);
        prop_assert!(found.is_some() || !changes.is_empty(), "{document} is refused");
        let accepted = found.is_some();
        if accepted {
            prop_assert_eq!(found, xml_tree(&document), "{}", document);
        }
        Ok(accepted)
    });
    assert!(compared > 750, "{compared}");
}

fn json_value() -> impl Strategy<Value = Value> {
    let scalar = prop_oneof![
        TEXT.prop_map(Value::from),
        any::<String>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        (-1e9..1e9).prop_map(Value::from),
        any::<bool>().prop_map(Value::from),
        Just(Value::Null),
    ];
    scalar.prop_recursive(4, 24, 4, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..4).prop_map(Value::from),
            vec((NAMES, inner), 0..4).prop_map(|members| members.into_iter().collect::<Map<_, _>>().into()),
        ]
    })
}

fn write_json(value: &Value, way: usize) -> String {
    match way {
        0 => value.to_string(),
        1 => serde_json::to_string_pretty(value).unwrap(),
        _ => {
            let escape = |c: char| match c {
                ' '..='~' => vec![c.to_string()],
                _ => c.encode_utf16(&mut [0; 2]).iter().map(|unit| format!("\\u{unit:04x}")).collect(),
            };
            // Compact, so that what is not ASCII stands in texts only.
            value.to_string().replace('/', "\\/").chars().flat_map(escape).collect()
        }
    }
}

/// Whether a view says what a value says: numbers are the text of their literals, and of a repeated name, which is an array
/// in the view, a `Value` has the last.
fn same(view: &Value, value: &Value, document: &str) -> bool {
    match (view, value) {
        (Value::String(literal), Value::Number(number)) => {
            serde_json::from_str::<Value>(literal).is_ok_and(|read| read == Value::Number(number.clone()))
        }
        (Value::Array(view), Value::Array(value)) => {
            view.len() == value.len() && view.iter().zip(value).all(|(view, value)| same(view, value, document))
        }
        (Value::Object(view), Value::Object(value)) => {
            let same_member = |(name, found): (&String, &Value)| {
                let Some(value) = value.get(name) else { return false };
                let repeated = document.matches(&format!("\"{name}\"")).count() > 1;
                let last =
                    || found.as_array().and_then(|items| items.last()).is_some_and(|last| same(last, value, document));
                same(found, value, document) || repeated && last()
            };
            view.len() == value.len() && view.iter().all(same_member)
        }
        _ => view == value,
    }
}

#[test]
fn json_says_what_its_value_says() {
    const PIECES: &[&str] = &[
        "{", "}", "[", "]", ",", ":", "\"", "\\", "\"A\":", "\"A\":1,", ",1", "0", "-", ".", "e1", "null", "true", " ",
        "\n", "\\u0041", "\\ud800", "\\n", "\u{feff}", "//", "1",
    ];
    let members =
        vec((NAMES, json_value()), 0..4).prop_map(|members| members.into_iter().collect::<Map<_, _>>().into());
    let compared = for_all(1_500, &(members, 0..3_usize, changes(PIECES)), |(members, way, changes): (Value, _, _)| {
        let document = changed(&write_json(&members, way), &changes);
        let found = view(&document);
        prop_assert!(found.is_some() || !changes.is_empty(), "{document} is refused");
        if let Some(found) = &found {
            let text = document.strip_prefix('\u{feff}').unwrap_or(&document);
            let value: Value = serde_json::from_str(text).map_err(|error| TestCaseError::fail(error.to_string()))?;
            prop_assert!(same(found, &value, &document), "{document} is {found}");
        }
        Ok(found.is_some())
    });
    assert!(compared > 750, "{compared}");
}
