//! What is documented as a list is an array, also with the one item that looks like none in XML: tried on every message.
#![cfg(test)]

use serde_json::{Map, Value, json};
use wxseal::{Endpoint, Incoming, Stamp, platform};

const NOW: u64 = 1_714_112_445;

fn view(message: &str) -> Value {
    let stamp = Stamp::new("1714112445", "nonce").unwrap();
    let request = platform::plain_push("token", message.as_bytes(), stamp).unwrap();
    match Endpoint::plain("token").unwrap().receive(request.method, &request.query, &request.body, NOW) {
        Ok(Incoming::Push(push)) => serde_json::from_str(&push.message().unwrap().to_json()).unwrap(),
        other => panic!("{message}: {other:?}"),
    }
}

/// The fields in XML, each element once, and how they are to be seen.
fn once(described: &Value) -> (String, Value) {
    let (mut xml, mut seen) = (String::new(), Map::new());
    for field in described.as_array().unwrap() {
        let name = field["name"].as_str().unwrap();
        let (inside, value) = match field.get("of") {
            Some(of) if of[0]["name"] != "" => once(of),
            _ => ("v".to_owned(), json!("v")),
        };
        xml = format!("{xml}<{name}>{inside}</{name}>");
        seen.insert(name.to_owned(), if field["type"] == "array" { json!([value]) } else { value });
    }
    (xml, Value::Object(seen))
}

#[test]
fn a_documented_list_is_an_array_also_of_one_item_in_xml() {
    let tables = [include_str!("../../messages/wechat.json"), include_str!("../../messages/wecom.json")];
    let (mut messages, mut lists) = (0, 0);
    for table in tables.map(|table| serde_json::from_str::<Value>(table).unwrap()) {
        for entry in table["messages"].as_array().unwrap() {
            if !["message", "event", "notice"].iter().any(|kind| entry["kind"] == *kind) {
                continue; // Robots and devices are told in JSON, where a list is one.
            }
            let (mut xml, mut seen) = once(&entry["fields"]);
            for (name, value) in entry["match"].as_object().unwrap() {
                xml = format!("{xml}<{name}>{}</{name}>", value.as_str().unwrap());
                seen[name] = value.clone();
            }
            assert_eq!(view(&format!("<xml>{xml}</xml>")), seen, "{}", entry["name"]);
            messages += 1;
            lists += seen.to_string().matches('[').count();
        }
    }
    assert!(messages > 450 && lists > 75, "{messages} messages, {lists} lists");
}
