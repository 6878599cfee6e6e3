//! What tells two deliveries of one message from two messages (protocol.md, "Messages").

use super::{Object, Value, text};
use crate::signature;

/// The count of a notice's tries, the one field in which two deliveries of one message differ.
const TRIES: &str = "RetryTimes";

/// SHA-1, in hexadecimal digits, over what a message is known by: with an id of its own, the account, the sender and that
/// id; else all of it.
///
/// Each text is hashed as its length, a colon and its bytes; a list in brackets, an object's members in braces, sorted by
/// name. So no two messages are hashed alike, and the XML and the JSON of one message are: members may stand in another
/// order, and what is one item of a list in JSON is no list in XML, which has no `null` and no `true` either.
pub(super) fn key(fields: &Object) -> String {
    let mut hashed = Vec::new();
    match known_by(fields) {
        Some(parts) => {
            hashed.push(b'[');
            for part in parts {
                write_value(&mut hashed, part.unwrap_or(&Value::Null));
            }
            hashed.push(b']');
        }
        None => write_object(&mut hashed, fields.iter().filter(|(name, _)| *name != TRIES)),
    }
    signature::sha1_hex(&hashed)
}

/// Account, sender and id of a message that has one, as users' messages and all that comes to a smart robot do.
///
/// The `MsgID` of an event is not the event's: it names the template message or the mass message that the event is about.
fn known_by(fields: &Object) -> Option<[Option<&Value>; 3]> {
    let names = if fields.contains_key("msgid") {
        ["aibotid", "from", "msgid"]
    } else if fields.contains_key("Event") {
        return None;
    } else {
        ["ToUserName", "FromUserName", if fields.contains_key("MsgId") { "MsgId" } else { "MsgID" }]
    };
    let [.., id] = names;
    text(fields, id).filter(|id| !id.is_empty())?;
    Some(names.map(|name| fields.get(name)))
}

fn write_object<'f>(hashed: &mut Vec<u8>, fields: impl Iterator<Item = (&'f String, &'f Value)>) {
    let mut members: Vec<_> = fields.collect();
    members.sort_unstable_by_key(|(name, _)| *name);
    hashed.push(b'{');
    for (name, value) in members {
        write_text(hashed, name);
        write_value(hashed, value);
    }
    hashed.push(b'}');
}

fn write_value(hashed: &mut Vec<u8>, value: &Value) {
    match value {
        Value::Null => write_text(hashed, ""),
        Value::Bool(value) => write_text(hashed, if *value { "true" } else { "false" }),
        Value::Integer(value) => write_text(hashed, &value.to_string()),
        Value::Text(text) => write_text(hashed, text),
        Value::Array(items) => match items.as_slice() {
            [item] => write_value(hashed, item),
            items => {
                hashed.push(b'[');
                for item in items {
                    write_value(hashed, item);
                }
                hashed.push(b']');
            }
        },
        Value::Object(fields) => write_object(hashed, fields.iter()),
    }
}

fn write_text(hashed: &mut Vec<u8>, text: &str) {
    hashed.extend_from_slice(text.len().to_string().as_bytes());
    hashed.push(b':');
    hashed.extend_from_slice(text.as_bytes());
}
