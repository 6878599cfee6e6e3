//! From JSON to the uniform view.
//!
//! `serde_json` says whether it is JSON, in a pass of its own; it makes doubles of numbers, whose literals are to be kept.
//! So what is JSON is then split here, and none of its grammar is looked at again.

use std::borrow::Cow;

use memchr::memchr2;
use serde::de::IgnoredAny;

use super::{Object, Value, insert, scalar};
use crate::Error;
use crate::document::json;
use crate::document::{MAX_DEPTH, WHITE_SPACE, trim};

pub(super) fn object(text: &[u8]) -> Result<Object, Error> {
    let text = str::from_utf8(trim(text)).map_err(|_| Error::MalformedMessage)?;
    serde_json::from_str::<IgnoredAny>(text).map_err(|_| Error::MalformedMessage)?;
    match (Rest { text }).value("", 0) {
        Some(Value::Object(fields)) => Ok(fields),
        _ => Err(Error::MalformedMessage),
    }
}

/// What is unread of a text that is JSON. It is read from its start to its end, each byte once.
struct Rest<'a> {
    text: &'a str,
}

/// Each says `None` where containers lie in each other too deep, or where a string says nothing that can be read: that one
/// is JSON, nobody has looked at its escapes.
impl<'a> Rest<'a> {
    /// The value that comes next, by the name that it has or that the array has which it is in.
    fn value(&mut self, name: &str, depth: usize) -> Option<Value> {
        match self.peek()? {
            b'{' if depth < MAX_DEPTH => self.fields(depth + 1).map(Value::Object),
            b'[' if depth < MAX_DEPTH => self.items(name, depth + 1).map(Value::Array),
            b'{' | b'[' => None,
            b'"' => Some(scalar(name, self.string()?.into_owned())),
            _ => Some(match self.literal()? {
                "true" => Value::Bool(true),
                "false" => Value::Bool(false),
                "null" => Value::Null,
                number => scalar(name, number.to_owned()),
            }),
        }
    }

    fn fields(&mut self, depth: usize) -> Option<Object> {
        let mut fields = Object::new();
        self.skip();
        while self.peek()? != b'}' {
            let name = self.string()?;
            self.peek()?;
            self.skip();
            let value = self.value(&name, depth)?;
            insert(&mut fields, name.into_owned(), value);
            self.skip_comma()?;
        }
        self.skip();
        Some(fields)
    }

    fn items(&mut self, name: &str, depth: usize) -> Option<Vec<Value>> {
        let mut items = Vec::new();
        self.skip();
        while self.peek()? != b']' {
            items.push(self.value(name, depth)?);
            self.skip_comma()?;
        }
        self.skip();
        Some(items)
    }

    fn string(&mut self) -> Option<Cow<'a, str>> {
        let mut end = 1;
        loop {
            end += memchr2(b'"', b'\\', self.text.as_bytes().get(end..)?)?;
            if self.text.as_bytes().get(end) == Some(&b'"') {
                break;
            }
            end += 2;
        }
        let literal = self.take(end + 1)?;
        let inside = literal.get(1..end)?;
        if inside.contains('\\') { json::string(literal).map(Cow::Owned) } else { Some(Cow::Borrowed(inside)) }
    }

    /// A number, or one of the three words.
    fn literal(&mut self) -> Option<&'a str> {
        let bytes = self.text.bytes();
        self.take(bytes.take_while(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(byte)).count())
    }

    /// What comes next behind white space.
    fn peek(&mut self) -> Option<u8> {
        self.text = self.text.trim_start_matches(WHITE_SPACE);
        self.text.bytes().next()
    }

    fn skip_comma(&mut self) -> Option<()> {
        if self.peek()? == b',' {
            self.skip();
        }
        Some(())
    }

    fn skip(&mut self) {
        self.text = self.text.get(1..).unwrap_or_default();
    }

    fn take(&mut self, length: usize) -> Option<&'a str> {
        let (taken, rest) = self.text.split_at_checked(length)?;
        self.text = rest;
        Some(taken)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use proptest::sample::select;
    use proptest::test_runner::RngSeed;

    use super::*;
    use crate::document::json::{items, members, string};

    /// The naive way, which reads a document once for each level of it.
    fn naive(text: &str) -> Option<Object> {
        fn fields(text: &str, depth: usize) -> Option<Object> {
            let mut fields = Object::new();
            for (name, raw) in members(text).filter(|_| depth <= MAX_DEPTH)? {
                let value = value(&name, raw.get(), depth)?;
                insert(&mut fields, name, value);
            }
            Some(fields)
        }
        fn value(name: &str, text: &str, depth: usize) -> Option<Value> {
            Some(match text.as_bytes().first()? {
                b'{' => Value::Object(fields(text, depth + 1)?),
                b'[' if depth == MAX_DEPTH => return None,
                b'[' => {
                    let items = items(text)?.into_iter().map(|item| value(name, item.get(), depth + 1));
                    Value::Array(items.collect::<Option<_>>()?)
                }
                b'"' => scalar(name, string(text)?),
                b't' => Value::Bool(true),
                b'f' => Value::Bool(false),
                b'n' => Value::Null,
                _ => scalar(name, text.to_owned()),
            })
        }
        fields(text, 1)
    }

    const NAMES: [&str; 8] = ["a", "List", "detail", "Scene", "CreateTime", "\\u0053cene", "名", "\\ud800"];
    const SCALARS: [&str; 18] = [
        "0",
        "-0",
        "7",
        "1.50",
        "1e400",
        "-12E-3",
        "9007199254740991",
        "9007199254740992",
        "123456789012345678901234567890",
        "true",
        "false",
        "null",
        "\"\"",
        "\"7\"",
        "\"]},:{[\"",
        "\"\\\"\\\\\"",
        "\"\\ud83d\\ude00🙂\"",
        "\"\\udc00\"",
    ];
    const SPACE: [&str; 6] = ["", "", "", " ", "\r\n", "\t"];

    fn document() -> impl Strategy<Value = String> {
        let value = select(&SCALARS[..]).prop_map(str::to_owned).prop_recursive(40, 60, 4, |inner| {
            let spaced =
                (select(&SPACE[..]), inner, select(&SPACE[..])).prop_map(|(a, value, b)| format!("{a}{value}{b}"));
            let member = (select(&NAMES[..]), select(&SPACE[..]), spaced.clone())
                .prop_map(|(name, space, value)| format!("{space}\"{name}\"{space}:{value}"));
            prop_oneof![
                1 => prop::collection::vec(spaced, 0..4).prop_map(|items| format!("[{}]", items.join(","))),
                2 => prop::collection::vec(member, 0..4).prop_map(|members| format!("{{{}}}", members.join(","))),
            ]
        });
        (0..40_usize, any::<bool>(), value).prop_map(|(depth, array, value)| {
            let (open, close) = if array { ("[", "]") } else { ("{\"b\":", "}") };
            format!("{{\"deep\":{}{value}{}}}", open.repeat(depth), close.repeat(depth))
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 3_000, rng_seed: RngSeed::Fixed(7), failure_persistence: None, ..Default::default() })]

        #[test]
        fn it_says_what_the_naive_way_says(
            document in document(),
            at in any::<prop::sample::Index>(),
            piece in select(&["", "\"", "\\", ",", ":", "{", "]", " ", "1", "-", "e", "\u{c}", "é", "nul"][..]),
            change in 0..3_u8,
        ) {
            let places: Vec<usize> = document.char_indices().map(|(at, _)| at).collect();
            let place = *at.get(&places);
            let mut changed = document;
            match change {
                0 => {}
                1 => changed.insert_str(place, piece),
                _ => drop(changed.remove(place)),
            }
            prop_assert_eq!(object(changed.as_bytes()).ok(), naive(&changed), "{}", changed);
        }
    }

    /// Of a document, as many levels as there may be and one more.
    #[test]
    fn the_depth_is_that_of_both_containers() {
        for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
            for (depth, reads) in [(31, true), (32, false)] {
                let text = format!("{{\"a\":{}0{}}}", open.repeat(depth), close.repeat(depth));
                assert_eq!(object(text.as_bytes()).is_ok(), reads, "{text}");
                assert_eq!(naive(&text).is_some(), reads, "{text}");
            }
        }
    }
}
