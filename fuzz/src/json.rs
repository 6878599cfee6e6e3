//! JSON as a tree that keeps repeated names and the literals of numbers, by a reader that is not `serde_json`.

use json_event_parser::{JsonEvent, SliceJsonParser};

#[derive(Clone, Debug, PartialEq)]
pub enum Json {
    Null,
    Bool(bool),
    Number(String),
    Text(String),
    Array(Vec<Json>),
    Object(Vec<(String, Json)>),
}

/// Deeper than anything that the core reads, and less than a stack.
const MAX_DEPTH: usize = 200;

/// One document and nothing around it: no BOM either, which the parser would skip.
pub fn read(text: &[u8]) -> Option<Json> {
    if text.starts_with(b"\xef\xbb\xbf") {
        return None;
    }
    let mut parser = SliceJsonParser::new(text);
    let event = Event::from(parser.parse_next().ok()?);
    let document = value(&mut parser, event, 0)?;
    matches!(parser.parse_next().ok()?, JsonEvent::Eof).then_some(document)
}

fn value(parser: &mut SliceJsonParser<'_>, event: Event, depth: usize) -> Option<Json> {
    if depth > MAX_DEPTH {
        return None;
    }
    Some(match event {
        Event::Null => Json::Null,
        Event::Bool(value) => Json::Bool(value),
        Event::Number(literal) => Json::Number(literal),
        Event::Text(text) => Json::Text(text),
        Event::StartArray => {
            let mut items = Vec::new();
            loop {
                match Event::from(parser.parse_next().ok()?) {
                    Event::End => break Json::Array(items),
                    event => items.push(value(parser, event, depth + 1)?),
                }
            }
        }
        Event::StartObject => {
            let mut members = Vec::new();
            loop {
                match Event::from(parser.parse_next().ok()?) {
                    Event::End => break Json::Object(members),
                    Event::Name(name) => {
                        let event = Event::from(parser.parse_next().ok()?);
                        members.push((name, value(parser, event, depth + 1)?));
                    }
                    _ => return None,
                }
            }
        }
        Event::End | Event::Name(_) => return None,
    })
}

/// An event that does not borrow the parser.
enum Event {
    Null,
    Bool(bool),
    Number(String),
    Text(String),
    Name(String),
    StartArray,
    StartObject,
    End,
}

impl From<JsonEvent<'_>> for Event {
    fn from(event: JsonEvent<'_>) -> Self {
        match event {
            JsonEvent::Null => Event::Null,
            JsonEvent::Boolean(value) => Event::Bool(value),
            JsonEvent::Number(literal) => Event::Number(literal.into_owned()),
            JsonEvent::String(text) => Event::Text(text.into_owned()),
            JsonEvent::ObjectKey(name) => Event::Name(name.into_owned()),
            JsonEvent::StartArray => Event::StartArray,
            JsonEvent::StartObject => Event::StartObject,
            JsonEvent::EndArray | JsonEvent::EndObject | JsonEvent::Eof => Event::End,
        }
    }
}

/// How a text is written, with every escape that it needs and some that it does not.
pub fn literal(text: &str) -> String {
    let escaped = text.chars().map(|c| match c {
        '\0'..=' ' | '"' | '\\' => format!("\\u{:04x}", u32::from(c)),
        c => c.to_string(),
    });
    format!("\"{}\"", escaped.collect::<String>())
}

impl Json {
    pub fn members(&self) -> Option<&[(String, Json)]> {
        match self {
            Json::Object(members) => Some(members),
            _ => None,
        }
    }

    pub fn text(&self) -> Option<&str> {
        match self {
            Json::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The one member of a name.
    pub fn get(&self, name: &str) -> Option<&Json> {
        let mut found = self.members()?.iter().filter(|(member, _)| member == name);
        let (_, value) = found.next()?;
        found.next().is_none().then_some(value)
    }

    /// Every value that stands anywhere below one of the names, with its depth.
    pub fn named(&self, names: &[&str]) -> Vec<(usize, &Json)> {
        match self {
            Json::Object(members) => members
                .iter()
                .flat_map(|(name, value)| {
                    let here = names.contains(&&**name).then_some((1, value));
                    here.into_iter().chain(deeper(value.named(names)))
                })
                .collect(),
            Json::Array(items) => items.iter().flat_map(|item| deeper(item.named(names))).collect(),
            _ => Vec::new(),
        }
    }

    /// Whether a name stands twice in an object.
    pub fn repeats(&self) -> bool {
        match self {
            Json::Object(members) => members.iter().enumerate().any(|(index, (name, value))| {
                value.repeats() || members[..index].iter().any(|(earlier, _)| earlier == name)
            }),
            Json::Array(items) => items.iter().any(Json::repeats),
            _ => false,
        }
    }
}

fn deeper(found: Vec<(usize, &Json)>) -> impl Iterator<Item = (usize, &Json)> {
    found.into_iter().map(|(depth, value)| (depth + 1, value))
}
