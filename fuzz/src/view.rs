//! The uniform view of a message, made from the reference readers' trees (core/src/protocol.md, "Messages").

use crate::json::Json;
use crate::xml::Element;

const INTEGERS: [&str; 9] = [
    "CreateTime",
    "Scene",
    "AgentID",
    "AuthorizationCodeExpiredTime",
    "version",
    "errcode",
    "isrisky",
    "label",
    "prob",
];
const ARRAYS: [&str; 2] = ["List", "detail"];

/// The view of a JSON message in which no name is repeated.
pub fn of_json(message: &Json) -> Json {
    json("", message)
}

fn json(name: &str, value: &Json) -> Json {
    match value {
        Json::Text(text) | Json::Number(text) => scalar(name, text),
        Json::Array(items) => Json::Array(items.iter().map(|item| json(name, item)).collect()),
        Json::Object(members) => {
            let member = |(name, value): &(String, Json)| match json(name, value) {
                single if ARRAYS.contains(&&**name) && !matches!(single, Json::Array(_)) => {
                    (name.clone(), Json::Array(vec![single]))
                }
                value => (name.clone(), value),
            };
            Json::Object(members.iter().map(member).collect())
        }
        Json::Null | Json::Bool(_) => value.clone(),
    }
}

/// The view of an XML message: equal names are one array, and the element that only XML has is left out.
pub fn of_xml(root: &Element) -> Json {
    let unwrapped = root.children.iter().flat_map(|child| {
        let wrapper = child.name.starts_with("SubscribeMsg")
            && child.name.ends_with("Event")
            && !child.children.is_empty()
            && child.children.iter().all(|list| list.name == "List");
        if wrapper { child.children.iter().collect() } else { vec![child] }
    });
    object(unwrapped)
}

fn object<'e>(children: impl Iterator<Item = &'e Element>) -> Json {
    let mut groups: Vec<(String, Vec<Json>)> = Vec::new();
    for child in children {
        let value =
            if child.children.is_empty() { scalar(&child.name, &child.text) } else { object(child.children.iter()) };
        match groups.iter_mut().find(|(name, _)| *name == child.name) {
            Some((_, values)) => values.push(value),
            None => groups.push((child.name.clone(), vec![value])),
        }
    }
    let member = |(name, mut values): (String, Vec<Json>)| {
        let single = values.len() == 1 && !ARRAYS.contains(&&*name);
        let value = if single { values.remove(0) } else { Json::Array(values) };
        (name, value)
    };
    Json::Object(groups.into_iter().map(member).collect())
}

/// A number only where the field is an integer everywhere, and written as a double would hold it exactly.
fn scalar(name: &str, text: &str) -> Json {
    let exact = text.parse().is_ok_and(|integer: i64| integer.abs_diff(0) < 1 << 53 && integer.to_string() == text);
    if exact && INTEGERS.contains(&name) { Json::Number(text.to_owned()) } else { Json::Text(text.to_owned()) }
}

/// What an accessor reads: the first value of a name, of an array the first item, if that is text.
pub fn text<'j>(message: &'j Json, name: &str) -> Option<&'j str> {
    match first(message, name)? {
        Json::Text(text) => Some(text),
        _ => None,
    }
}

/// The same of a text in an object, as robots have it.
pub fn text_in<'j>(message: &'j Json, object: &str, name: &str) -> Option<&'j str> {
    text(first(message, object)?, name)
}

fn first<'j>(message: &'j Json, name: &str) -> Option<&'j Json> {
    let values = message.members()?.iter().filter(|(member, _)| member == name);
    let items = values.flat_map(|(_, value)| match value {
        Json::Array(items) => items.iter().collect(),
        single => vec![single],
    });
    items.into_iter().next()
}

/// Without line ends: XML's own rule turns a carriage return into a line feed, and the core keeps it.
pub fn without_line_ends(value: &Json) -> Json {
    match value {
        Json::Text(text) => Json::Text(text.replace(['\r', '\n'], "")),
        Json::Array(items) => Json::Array(items.iter().map(without_line_ends).collect()),
        Json::Object(members) => {
            Json::Object(members.iter().map(|(name, value)| (name.clone(), without_line_ends(value))).collect())
        }
        value => value.clone(),
    }
}
