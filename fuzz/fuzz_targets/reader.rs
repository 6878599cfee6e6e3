//! Differential against the reference readers: of what both accept, the core's view is that of the other reader's tree.
#![no_main]

use libfuzzer_sys::fuzz_target;
use wxseal_core::Message;
use wxseal_fuzz::json::{self, Json};
use wxseal_fuzz::{sealed_push, view, without_bom, xml};

fuzz_target!(|bytes: &[u8]| {
    let text = without_bom(bytes);
    if text.first() == Some(&b'<') {
        let Ok(push) = sealed_push(bytes) else { return };
        let Ok(message) = push.message() else { return };
        let Some(root) = xml::read(text) else { return assert!(xml::is_fine_print(text)) };
        let (ours, theirs) = (read(message), view::of_xml(&root));
        if text.contains(&b'\r') {
            assert_eq!(view::without_line_ends(&ours), view::without_line_ends(&theirs));
        } else {
            assert_eq!(ours, theirs);
        }
    } else {
        let ours = Message::from_cloud_event(bytes);
        let theirs = json::read(text).filter(|document| document.members().is_some());
        let (Ok(message), Some(document)) = (&ours, &theirs) else {
            // One refuses it: the core what is deep, and the two agree on all else.
            assert!(ours.is_err() && theirs.is_none_or(|document| depth(&document) > 32));
            return;
        };
        let expected = view::of_json(document);
        if !document.repeats() {
            assert_eq!(read(message), expected);
        }
        for (name, _) in document.members().unwrap_or_default() {
            assert_eq!(message.text(name), view::text(&expected, name), "{name}");
        }
    }
});

fn read(message: &Message) -> Json {
    json::read(message.to_json().as_bytes()).expect("a view that is no JSON")
}

fn depth(value: &Json) -> usize {
    match value {
        Json::Array(items) => 1 + items.iter().map(depth).max().unwrap_or_default(),
        Json::Object(members) => 1 + members.iter().map(|(_, value)| depth(value)).max().unwrap_or_default(),
        _ => 0,
    }
}
