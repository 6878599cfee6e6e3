//! The uniform view of a message, made from the reference readers' trees (core/src/protocol.md, "Messages").

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::json::{self, Json};
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

/// The paths of the lists that the table has, by the event or notice and its change.
static LISTS: LazyLock<HashMap<(String, String), Vec<String>>> = LazyLock::new(|| {
    let mut lists = HashMap::new();
    for table in [include_str!("../../messages/wechat.json"), include_str!("../../messages/wecom.json")] {
        let table = json::read(table.as_bytes()).expect("a table of messages");
        for message in items(&table, "messages") {
            let names = |of: &Json| text(of, "Event").or(text(of, "InfoType")).map(str::to_owned);
            let change = |of: &Json| text(of, "ChangeType").map(str::to_owned);
            let told = first(message, "match").expect("what tells it");
            let Some(name) = names(told) else { continue };
            let mut keys = vec![(name.clone(), change(told).unwrap_or_default())];
            for also in items(message, "also") {
                let (known, changed) = keys[0].clone();
                keys.push((names(also).unwrap_or(known), change(also).unwrap_or(changed)));
            }
            let mut paths = Vec::new();
            list_paths(message, "fields", "", &mut paths);
            keys.into_iter().for_each(|key| lists.entry(key).or_insert_with(Vec::new).extend(paths.clone()));
        }
    }
    lists
});

fn items<'j>(of: &'j Json, name: &str) -> &'j [Json] {
    match of.members().and_then(|members| members.iter().find(|(member, _)| member == name)) {
        Some((_, Json::Array(items))) => items,
        _ => &[],
    }
}

fn list_paths(of: &Json, name: &str, above: &str, paths: &mut Vec<String>) {
    for field in items(of, name) {
        let path = format!("{above}{}", text(field, "name").unwrap_or_default());
        if text(field, "type") == Some("array") {
            paths.push(path.clone());
        }
        list_paths(field, "of", &format!("{path}."), paths);
    }
}

/// With what is documented as a list an array, also of one.
fn with_lists(view: Json) -> Json {
    let told = |name: &str| text(&view, name).map(|text| text.trim_ascii().to_owned());
    let key = (told("Event").or(told("InfoType")).unwrap_or_default(), told("ChangeType").unwrap_or_default());
    LISTS.get(&key).into_iter().flatten().fold(view, |view, path| wrapped(view, path))
}

fn wrapped(value: Json, path: &str) -> Json {
    let (first, rest) = path.split_once('.').unwrap_or((path, ""));
    let Json::Object(members) = value else { return value };
    let member = |(name, value): (String, Json)| {
        let value = match value {
            value if name != first => value,
            Json::Array(items) if !rest.is_empty() => {
                Json::Array(items.into_iter().map(|item| wrapped(item, rest)).collect())
            }
            value if !rest.is_empty() => wrapped(value, rest),
            Json::Array(items) => Json::Array(items),
            single => Json::Array(vec![single]),
        };
        (name, value)
    };
    Json::Object(members.into_iter().map(member).collect())
}

/// The view of a JSON message in which no name is repeated.
pub fn of_json(message: &Json) -> Json {
    with_lists(json("", message))
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
    with_lists(object(unwrapped))
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
