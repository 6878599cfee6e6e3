//! From XML to the uniform view.

use std::borrow::Cow;

use super::{Object, Value, insert, scalar};
use crate::Error;
use crate::document::xml::{self, Stop, Visitor};

pub(super) fn object(text: &[u8]) -> Result<Object, Error> {
    let mut builder = Builder::default();
    xml::read(text, &mut builder).map_err(|_| Error::MalformedMessage)?;
    builder.root.ok_or(Error::MalformedMessage)
}

#[derive(Default)]
struct Builder {
    open: Vec<Element>,
    root: Option<Object>,
}

struct Element {
    name: String,
    text: String,
    children: Option<Object>,
}

impl<'a> Visitor<'a> for Builder {
    fn open(&mut self, name: &str, _depth: usize) -> Result<(), Stop> {
        self.open.push(Element { name: name.to_owned(), text: String::new(), children: None });
        Ok(())
    }

    fn text(&mut self, text: Cow<'a, str>) -> Result<(), Stop> {
        xml::check_characters(&text)?;
        self.open.last_mut().ok_or(Stop::Malformed)?.text.push_str(&text);
        Ok(())
    }

    fn close(&mut self, depth: usize) -> Result<(), Stop> {
        let Element { name, text, children } = self.open.pop().ok_or(Stop::Malformed)?;
        if children.is_some() && !text.trim_ascii().is_empty() {
            return Err(Stop::Malformed);
        }
        let Some(parent) = self.open.last_mut() else {
            // A root without elements is an empty object, unless it is text.
            let empty = text.trim_ascii().is_empty().then(Object::new);
            self.root = Some(children.or(empty).ok_or(Stop::Malformed)?);
            return Ok(());
        };
        let siblings = parent.children.get_or_insert_default();
        match children {
            // Only XML wraps the list of a subscription event in an element of the event's name. Anything else that stood
            // in it would come to stand beside the names that a message is known by.
            Some(children)
                if depth == 1
                    && name.starts_with("SubscribeMsg")
                    && name.ends_with("Event")
                    && children.keys().all(|name| name == "List") =>
            {
                children.into_iter().for_each(|(name, value)| insert(siblings, name, value));
            }
            Some(children) => insert(siblings, name, Value::Object(children)),
            None => {
                let value = scalar(&name, text);
                insert(siblings, name, value);
            }
        }
        Ok(())
    }
}
