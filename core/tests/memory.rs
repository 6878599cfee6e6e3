//! What a request and a reply cost: a refused request at most twice its body in memory, whatever the body is made of, and a
//! reply half as much again as it is long.
#![cfg(test)]

use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::atomic::{AtomicUsize, Ordering};

use wxseal::{Endpoint, Format, MsgCrypt};

/// Counts what is allocated, and the most there was at once.
struct Counting;

static NOW_HELD: AtomicUsize = AtomicUsize::new(0);
static MOST_HELD: AtomicUsize = AtomicUsize::new(0);

fn grown(by: usize) {
    let held = NOW_HELD.fetch_add(by, Ordering::Relaxed) + by;
    MOST_HELD.fetch_max(held, Ordering::Relaxed);
}

// SAFETY: every call is handed on to `System` with the layout that it came with.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        grown(layout.size());
        // SAFETY: the caller's promise about `layout`.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, memory: *mut u8, layout: Layout) {
        NOW_HELD.fetch_sub(layout.size(), Ordering::Relaxed);
        // SAFETY: the caller's promise that `memory` is from `alloc` with this layout.
        unsafe { System.dealloc(memory, layout) }
    }

    unsafe fn realloc(&self, memory: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        // A large block is remapped, and a small one does not count: what is copied is not held twice.
        grown(size.saturating_sub(layout.size()));
        NOW_HELD.fetch_sub(layout.size().saturating_sub(size), Ordering::Relaxed);
        // SAFETY: the caller's promise about `memory`, `layout` and `size`.
        unsafe { System.realloc(memory, layout, size) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

/// How much more memory there was at once while this ran.
fn cost(run: impl FnOnce()) -> usize {
    let before = NOW_HELD.load(Ordering::Relaxed);
    MOST_HELD.store(before, Ordering::Relaxed);
    run();
    MOST_HELD.load(Ordering::Relaxed) - before
}

/// Large enough that what does not grow with a body is little beside it.
const SIZE: usize = 256 << 10;

/// Bodies of nearly that size, each with what makes some reader allocate: many values, names, pieces, escapes.
fn bodies() -> Vec<(&'static str, Vec<u8>)> {
    let filled = |head: &str, unit: &str, tail: &str| {
        let count = (SIZE - head.len() - tail.len()) / unit.len();
        [head, &unit.repeat(count), tail].concat().into_bytes()
    };
    vec![
        ("an array", filled(r#"{"a":["#, "0,", "0]}")),
        ("arrays in an array", filled(r#"{"a":["#, "[],", "[]]}")),
        ("an array as the receiver", filled(r#"{"ToUserName":["#, "0,", "0]}")),
        ("members", filled("{", r#""a":0,"#, r#""a":0}"#)),
        ("receivers", filled("{", r#""ToUserName":[],"#, r#""a":0}"#)),
        ("objects", filled(r#"{"a":["#, "{},", "{}]}")),
        ("a text", filled(r#"{"a":""#, "b", r#""}"#)),
        ("an escaped text", filled(r#"{"a":""#, "\\u0041", r#""}"#)),
        ("an escaped Encrypt", filled(r#"{"Encrypt":""#, "\\/", r#""}"#)),
        ("an escaped name", filled(r#"{""#, "\\n", r#"":1}"#)),
        ("a sealed body", filled(r#"{"ToUserName":"gh_1","Encrypt":""#, "QUFB", r#""}"#)),
        ("a sealed body with spaces", filled(r#"{"Encrypt":""#, "QUF ", r#""}"#)),
        ("a percent-encoded one", filled(r#"{"Encrypt":""#, "%41", r#""}"#)),
        ("elements", filled("<xml>", "<a/>", "</xml>")),
        ("elements with text", filled("<xml>", "<a>1</a>", "</xml>")),
        ("receivers in XML", filled("<xml>", "<ToUserName/>", "</xml>")),
        ("a receiver of two pieces", filled("<xml><ToUserName>", "QUFB", "<![CDATA[A]]></ToUserName></xml>")),
        ("an escaped receiver", filled(r#"{"ToUserName":""#, "\\n", r#""}"#)),
        ("pieces of a text", filled("<xml><a>", "<![CDATA[]]>", "</a></xml>")),
        ("references", filled("<xml><a>", "&amp;", "</a></xml>")),
        ("pieces of an Encrypt", filled("<xml><Encrypt>", "<![CDATA[QUFB]]>", "</Encrypt></xml>")),
        ("an Encrypt of two pieces", filled("<xml><Encrypt>", "QUFB", "<![CDATA[A]]></Encrypt></xml>")),
        ("references in an Encrypt", filled("<xml><Encrypt>", "&#65;", "</Encrypt></xml>")),
        ("a name in XML", filled("<xml><", "a", "/></xml>")),
        ("comments", filled("<xml>", "<!---->", "</xml>")),
        ("open elements", filled("<xml>", "<a>", "")),
        ("open arrays", filled(r#"{"a":"#, "[", "")),
        ("a robot's message", filled(r#"{"aibotid":"r","msgtype":"text","from":{"userid":"u"},"a":["#, "0,", "0]}")),
        ("a robot's senders", filled(r#"{"aibotid":"r","from":["#, r#"{"userid":"u"},"#, "0]}")),
        ("a robot's sender of many ids", filled(r#"{"aibotid":"r","from":{"#, r#""userid":[],"#, r#""a":0}}"#)),
        ("robots' senders in XML", filled("<xml><from>", "<userid/>", "</from></xml>")),
        ("nothing", filled("", "\0", "")),
    ]
}

// One test, since the counters are everybody's.
#[test]
fn a_refused_request_costs_at_most_twice_its_body_and_a_reply_hardly_more_than_itself() {
    refused_requests();
    replies();
}

fn refused_requests() {
    let encrypted = Endpoint::new(MsgCrypt::new("token", "k".repeat(43), "wx1").unwrap())
        .also_accept(MsgCrypt::new("other", "l".repeat(43), "wx1").unwrap());
    let plain = Endpoint::plain("token").unwrap();
    // printf '1714112445n1token' | sha1sum
    let signed = "1a70c28a7e1e8d4e17929f9358c29726f69983ad";
    for (kind, endpoint, signature) in [
        ("encrypted", &encrypted, "0123456789abcdef0123456789abcdef01234567"),
        ("plain", &plain, "0123456789abcdef0123456789abcdef01234567"),
        // Whoever has seen a URL has a signature, and can sign any body with it.
        ("plain, with a signature that holds", &plain, signed),
    ] {
        let query = format!("signature={signature}&msg_signature={signature}&timestamp=1714112445&nonce=n1");
        for (made_of, body) in bodies() {
            for (what, run) in [
                ("receive", &(|| drop(endpoint.receive("POST", &query, &body, 1_714_112_445))) as &dyn Fn()),
                ("diagnose", &|| drop(endpoint.diagnose("POST", &query, &body, 1_714_112_445))),
            ] {
                let cost = cost(run);
                assert!(cost <= 2 * body.len() + 4096, "{kind}, {what}, {made_of}: {cost} of {}", body.len());
                // What the query alone refuses, the body costs nothing.
                assert!(kind != "plain" || what != "receive" || cost < 4096, "{made_of}: {cost}");
            }
        }
    }
}

fn replies() {
    let crypt = MsgCrypt::new("token", "k".repeat(43), "wx1").unwrap();
    let message = vec![b'm'; SIZE];
    let mut length = 0;
    let cost = cost(|| {
        length = crypt.encrypt(&message, "1714112445", "n1", Format::Json, &[7; 16]).unwrap().len();
    });
    assert!(2 * cost <= 3 * length, "{cost} of {length}");
}
