//! `check` and `push` against servers that are wrong in one way each, and name it.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a failure here is the test's own")]

mod server;
mod tool;

use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};

use serde_json::Value;

use server::Fault;
use tool::{assert_fits, run, run_json, wxseal};

/// The broken rules of `checks`, with what is said about each.
fn broken(checks: &Value) -> Vec<(String, String)> {
    let checks = checks.as_array().unwrap().iter().filter(|check| check["outcome"] == "wrong");
    checks.map(|check| (check["rule"].as_str().unwrap().into(), check["said"].as_str().unwrap().into())).collect()
}

/// One rule is broken, and what is said names the cause.
fn assert_names(checks: &Value, rule: &str, cause: &str, fault: Fault) {
    let broken = broken(checks);
    assert_eq!(broken.len(), 1, "{fault:?}: {broken:?}");
    let (id, said) = &broken[0];
    assert_eq!(id, rule, "{fault:?}: {said}");
    assert!(said.contains(cause), "{fault:?}: “{cause}” is not in “{said}”");
}

fn check(fault: Fault) -> Value {
    let server = server::start(fault);
    let (code, document) = run_json(&["check", &server.url]);
    assert_eq!(code, Some(i32::from(document["passed"] != true)), "{document}");
    document["checks"].clone()
}

fn push(fault: Fault, more: &[&str]) -> Value {
    let server = server::start(fault);
    let (code, document) = run_json(&[&["push", &server.url, "wxa_widget_data"], more].concat());
    assert_eq!(code, Some(i32::from(document["passed"] != true)), "{document}");
    document["deliveries"][0].clone()
}

#[test]
fn a_right_server_passes() {
    assert!(broken(&check(Fault::None)).is_empty());
    let delivery = push(Fault::None, &[]);
    assert_eq!(delivery["passed"], true, "{delivery}");
    assert_eq!(delivery["shown"], "price 1.00, for 60 s");
    assert_eq!(delivery["tries"].as_array().unwrap().len(), 1);
}

#[test]
fn check_names_what_is_wrong_with_the_url() {
    for (fault, rule, cause) in [
        (Fault::QuotedEcho, "quotes", "in quotes"),
        (Fault::Bom, "bom", "ef bb bf"),
        (Fault::Status500, "status", "500"),
        (Fault::Redirect, "redirect", "302 to http://127.0.0.1/login"),
        (Fault::Html, "html", "HTML page"),
        (Fault::Empty, "empty", "empty"),
        (Fault::Truncated, "whole", "Content-Length"),
        (Fault::NewLine, "white_space", "0a"),
        (Fault::DebugBar, "html", "debug bar"),
    ] {
        assert_names(&check(fault), rule, cause, fault);
    }
}

#[test]
fn push_names_what_is_wrong_with_the_answer() {
    for (fault, rule, cause) in [
        (Fault::PlainReply, "envelope", "in clear"),
        (Fault::NumberForNonce, "nonce", "a number, and must be text"),
        (Fault::NotSwapped, "to_from", "it is to gh_6ad1513a84d8"),
        (Fault::ReserialisedQuery, "query", "parsed and written again"),
        (Fault::PaddedTo16, "padding", "padded to 16"),
        (Fault::WrongKey, "decrypts", "another EncodingAESKey"),
        (Fault::Late, "time", "the search widget has 300"),
        (Fault::Status500, "status", "500"),
        (Fault::Redirect, "redirect", "follows no redirect"),
        (Fault::Html, "html", "HTML page"),
        (Fault::Empty, "empty", "widget_data"),
        (Fault::WrongSignature, "msg_signature", "SHA-1 of Token"),
        (Fault::CutDocument, "envelope", "cut off"),
        (Fault::Bom, "bom", "BOM"),
        (Fault::DebugBar, "html", "debug bar"),
        (Fault::QuotedEcho, "quotes", "quotes"),
    ] {
        let delivery = push(fault, &[]);
        let tries = delivery["tries"].as_array().unwrap();
        assert_eq!(tries.len(), 1, "{fault:?}: it was answered");
        assert_names(&tries[0]["checks"], rule, cause, fault);
        assert!(delivery["shown"].as_str().unwrap().contains("left out"), "{delivery}");
    }
}

#[test]
fn an_unanswered_push_is_tried_three_times() {
    for (fault, rule, cause) in [
        (Fault::Truncated, "whole", "Content-Length"),
        (Fault::Hangs, "time", "not a byte"),
        (Fault::Drip, "time", "not at its end"),
        (Fault::HangsUp, "answered", "closed the connection"),
        (Fault::Resets, "answered", "connection"),
        (Fault::Garbage, "answered", "not HTTP"),
        (Fault::Endless, "whole", "larger than 4 MiB"),
    ] {
        let server = server::start(fault);
        let begun = Instant::now();
        let (code, document) = run_json(&["push", &server.url, "wxa_widget_data", "--timeout", "0.5"]);
        assert_eq!(code, Some(1));
        let tries = document["deliveries"][0]["tries"].as_array().unwrap();
        assert_eq!((tries.len(), server.requests.load(Ordering::SeqCst)), (3, 3), "{fault:?}");
        for one in tries {
            assert_names(&one["checks"], rule, cause, fault);
        }
        // Three tries of half a second; a tool that was taken down would need for ever.
        assert!(begun.elapsed() < Duration::from_secs(50));
    }
}

#[test]
fn an_unreachable_url_names_its_step() {
    let nobody = std::net::TcpListener::bind(("127.0.0.1", 0)).unwrap().local_addr().unwrap();
    let no_tls = std::net::TcpListener::bind(("127.0.0.1", 0)).unwrap();
    let https = format!("https://{}/", no_tls.local_addr().unwrap());
    std::thread::spawn(move || {
        let (mut stream, _) = no_tls.accept().unwrap();
        let _ = std::io::Read::read(&mut stream, &mut [0; 1024]);
        let _ = std::io::Write::write_all(&mut stream, b"HTTP/1.1 400 Bad Request\r\n\r\n");
    });
    for (url, rule, cause) in [
        (format!("http://{nobody}/"), "connection", "nobody listens"),
        ("http://no-such-host.invalid/".to_owned(), "address", "no-such-host.invalid"),
        (https, "tls", "does not speak TLS"),
    ] {
        let (code, document) = run_json(&["check", &url]);
        assert_eq!(code, Some(1));
        assert_names(&document["checks"], rule, cause, Fault::None);
    }
}

#[test]
fn the_text_is_for_people_in_both_languages_and_fits() {
    let server = server::start(Fault::ReserialisedQuery);
    let push = ["push", &server.url, "wxa_widget_data"];
    let (output, text) = run(&push);
    assert_eq!(output.status.code(), Some(1), "{text}");
    assert!(
        text.contains("✗ query byte for byte") && text.contains("The platform does not take this answer."),
        "{text}"
    );
    assert_fits(&text);
    let (_, text) = run(&[&["--lang", "zh"], &push[..]].concat());
    assert!(text.contains("✗ query 逐字节一致") && text.contains("平台不会接受这个应答。"), "{text}");
    assert_fits(&text);
    for lang in ["en", "zh"] {
        for fault in [Fault::Bom, Fault::DebugBar, Fault::Redirect, Fault::Truncated] {
            let server = server::start(fault);
            let (_, text) = run(&["--lang", lang, "check", &server.url]);
            assert!(text.contains('✗'));
            assert_fits(&text);
        }
    }
}

#[test]
fn secrets_are_not_shown() {
    let server = server::start(Fault::WrongKey);
    for arguments in [vec!["check", &server.url], vec!["push", &server.url, "wxa_widget_data"]] {
        for json in [&["--json"][..], &[]] {
            let (output, text) = run(&[json, &arguments].concat());
            let all = text + &String::from_utf8_lossy(&output.stderr);
            assert!(!all.contains(server::TOKEN) && !all.contains(server::KEY), "{all}");
        }
    }
}

#[test]
fn a_wrong_command_line_is_2() {
    let server = server::start(Fault::None);
    for arguments in [
        &["check", "localhost"][..],
        &["check", "ftp://127.0.0.1/"],
        &["push", &server.url, "no_such_event"],
        &["push", &server.url, "--format", "yaml"],
        &["push", &server.url, "--set", "no value"],
        &["push", &server.url, "--follow"],
        &["push", &server.url, "--file", "/no/such/file"],
        &["push", &server.url, "--timeout", "0"],
    ] {
        let (output, _) = run(arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(!output.stderr.is_empty());
    }
    let output = wxseal(&["check", &server.url]).env("WXSEAL_TOKEN", "").output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("WXSEAL_TOKEN"));
}
