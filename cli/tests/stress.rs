//! `stress` against `serve`, and against servers that fail.
#![expect(clippy::unwrap_used, reason = "a failure here is the test's own")]

mod server;
mod tool;

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use serde_json::{Value, json};

use server::Fault;
use tool::{assert_fits, run, run_json, wxseal};

/// `wxseal serve` on a free port, for as long as this lives.
struct Serve {
    process: Child,
    url: String,
}

impl Serve {
    fn start(more: &[&str]) -> Self {
        let arguments = [&["serve", "--listen", "127.0.0.1:0", "--quiet"], more].concat();
        let mut process = wxseal(&arguments).stdout(Stdio::piped()).spawn().unwrap();
        let mut lines = BufReader::new(process.stdout.take().unwrap()).lines();
        let line = lines.find(|line| line.as_ref().unwrap().contains("http://")).unwrap().unwrap();
        let url = line.split_whitespace().find(|word| word.starts_with("http://")).unwrap().to_owned();
        Serve { process, url }
    }
}

impl Drop for Serve {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn interrupt(child: &Child) {
    // The shell's own `kill`: a system need not have the program of that name.
    let done = Command::new("sh").args(["-c", &format!("kill -INT {}", child.id())]).status().unwrap();
    assert!(done.success());
}

#[test]
fn every_request_is_answered_and_the_server_passes() {
    let server = Serve::start(&[]);
    let (code, document) = run_json(&["stress", &server.url, "--duration", "2s"]);
    assert_eq!(code, Some(0), "{document}");
    assert_eq!((&document["sent"], &document["right"]), (&Value::from(400), &Value::from(400)));
    assert_eq!(document["errors"].as_array().unwrap().len(), 0);
    assert_eq!(document["err_codes"], json!({ "0": 400 }));
}

/// The abnormal ones are answered with an `err_code`, which is an answer.
#[test]
fn cases_are_read_from_a_file() {
    let server = Serve::start(&[]);
    let cases = std::env::temp_dir().join(format!("wxseal-cases-{}.jsonl", std::process::id()));
    std::fs::write(&cases, "\u{feff}{\"type\":1,\"slot_list\":[]}\r\n\n1\nnull\nnot JSON ]]>\n{\"a\": \"\\u4f60\"}\n")
        .unwrap();
    let cases = cases.to_str().unwrap();
    let (code, document) = run_json(&["stress", &server.url, "--duration", "1s", "--qps", "50", "--cases", cases]);
    assert_eq!((code, &document["right"]), (Some(0), &Value::from(50)), "{document}");
    assert_eq!(document["err_codes"], json!({ "-2": 50 }));
    std::fs::write(cases, "\n").unwrap();
    let (output, _) = run(&["stress", &server.url, "--cases", cases]);
    assert_eq!(output.status.code(), Some(2));
    std::fs::remove_file(cases).unwrap();
}

#[test]
fn a_slow_server_does_not_pass_and_its_queue_is_not_omitted() {
    let server = Serve::start(&["--delay", "200"]);
    let arguments = ["stress", &server.url, "--duration", "1s", "--qps", "100"];
    let (code, document) = run_json(&arguments);
    assert_eq!((code, &document["right"]), (Some(0), &Value::from(100)), "{document}");
    assert!(document["latency_ms"]["p50"].as_f64().unwrap() >= 200.0);
    assert!(document["seconds"].as_f64().unwrap() < 1.9, "the answers are not waited for one after another");
    let (code, document) = run_json(&[&arguments[..], &["--local"]].concat());
    assert_eq!(code, Some(1));
    assert_eq!(document["acceptance"][0]["limit_ms"], 170);
    assert_eq!(document["acceptance"][0]["passed"], false);
    assert_eq!(document["acceptance"][1]["passed"], true);
}

#[test]
fn errors_are_counted_by_kind() {
    for (fault, rule) in [
        (Fault::WrongSignature, "msg_signature"),
        (Fault::ReserialisedQuery, "query"),
        (Fault::Status500, "status"),
        (Fault::Html, "html"),
        (Fault::HangsUp, "answered"),
        (Fault::Garbage, "answered"),
        (Fault::Truncated, "whole"),
        (Fault::Endless, "whole"),
        (Fault::Hangs, "time"),
    ] {
        let server = server::start(fault);
        let arguments = ["stress", &server.url, "--duration", "0.5s", "--qps", "20", "--timeout", "0.7"];
        let (code, document) = run_json(&arguments);
        assert_eq!((code, &document["right"]), (Some(1), &Value::from(0)), "{fault:?} {document}");
        assert_eq!(document["errors"][0]["rule"], rule, "{fault:?}: {document}");
        assert_eq!(document["errors"][0]["count"], 10);
    }
    let nobody = std::net::TcpListener::bind(("127.0.0.1", 0)).unwrap().local_addr().unwrap();
    let (code, document) = run_json(&["stress", &format!("http://{nobody}/"), "--duration", "0.2s"]);
    assert_eq!((code, &document["errors"][0]["rule"]), (Some(1), &Value::from("connection")));
}

#[test]
fn an_interrupted_load_reports_so_far() {
    let server = Serve::start(&[]);
    let child = wxseal(&["--json", "stress", &server.url, "--duration", "1h"]).stdout(Stdio::piped()).spawn().unwrap();
    std::thread::sleep(Duration::from_secs(1));
    interrupt(&child);
    // It ends at all, an hour before its time.
    let output = child.wait_with_output().unwrap();
    let document: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(document["interrupted"], true);
    assert!((1..10_000).contains(&document["right"].as_u64().unwrap()), "{document}");
    assert_eq!(output.status.code(), Some(0));
}

#[test]
fn an_interrupted_push_reports_so_far() {
    let server = server::start(Fault::Hangs);
    let child = wxseal(&["--json", "push", &server.url]).stdout(Stdio::piped()).spawn().unwrap();
    std::thread::sleep(Duration::from_millis(500));
    interrupt(&child);
    let output = child.wait_with_output().unwrap();
    let document: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!((&document["interrupted"], &document["passed"]), (&Value::from(true), &Value::from(false)));
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn others_are_not_loaded_without_a_question() {
    // An address of documentation (RFC 5737): nothing is sent before the question.
    let far = ["stress", "http://192.0.2.1/", "--duration", "1s", "--qps", "51"];
    let (output, _) = run(&far);
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("--yes"));
    for wrong in [["--qps", "0"], ["--duration", "soon"], ["--cases", "/no/such/file"]] {
        let (output, _) = run(&[&["stress", "http://127.0.0.1:9/"], &wrong[..]].concat());
        assert_eq!(output.status.code(), Some(2), "{wrong:?}");
    }
}

#[test]
fn the_text_and_the_page_are_in_both_languages() {
    let server = server::start(Fault::ReserialisedQuery);
    let page = std::env::temp_dir().join(format!("wxseal-report-{}.html", std::process::id()));
    let path = page.to_str().unwrap();
    for (lang, verdict, heading) in
        [("en", "The server does not pass the test.", "Acceptance"), ("zh", "服务器未通过测试。", "验收标准")]
    {
        let arguments = ["--lang", lang, "stress", &server.url, "--duration", "0.2s", "--qps", "50", "--report", path];
        let (output, text) = run(&arguments);
        assert_eq!(output.status.code(), Some(1), "{text}");
        assert!(text.contains(verdict), "{text}");
        assert_fits(&text);
        let page = std::fs::read_to_string(&page).unwrap();
        assert!(page.contains(heading) && page.matches("<svg").count() == 3);
        assert!(!page.contains(server::TOKEN) && !page.contains(server::KEY));
    }
    std::fs::remove_file(page).unwrap();
}

/// The widget's cache, and a duplicate answered alike.
#[test]
fn the_cache_is_played() {
    let server = Serve::start(&["--lifespan", "1"]);
    let (code, document) = run_json(&["push", &server.url, "wxa_widget_data", "--follow", "--updates", "2"]);
    assert_eq!(code, Some(0), "{document}");
    let shown: Vec<_> = document["deliveries"].as_array().unwrap().iter().map(|one| one["shown"].clone()).collect();
    assert_eq!(shown.len(), 3);
    assert_ne!(shown[0], shown[1]);
}

/// Every mode, dialect, format and template, each answered by `serve`.
#[test]
fn serve_answers_whatever_is_pushed() {
    for settings in [&[][..], &["--mode", "compatible"], &["--mode", "plain"], &["--dialect", "wecom"]] {
        let server = Serve::start(settings);
        let (code, document) = run_json(&[&["check", &server.url], settings].concat());
        assert_eq!(code, Some(0), "{settings:?} {document}");
        let usual = ["text", "image", "wxa_widget_data", "debug_demo", "subscribe", "component_verify_ticket"];
        let others = ["scan", "complaint_callback", "kf_msg_or_event", "info.suite_ticket", "robot.text"];
        for event in [&usual[..], &others[..]].concat() {
            for format in ["xml", "json"] {
                // Another user, or the second is a retry of the first.
                let user = format!("FromUserName={format}");
                let arguments = [&["push", &server.url, event, "--format", format, "--set", &user], settings].concat();
                let (code, document) = run_json(&arguments);
                assert_eq!(code, Some(0), "{arguments:?} {document}");
            }
        }
    }
}

/// Reported, not held to a limit: how many requests a second the tool itself drives, seals and verifies.
///
/// Run it with `cargo test --release -p wxseal-cli --test stress -- --ignored --nocapture`; where there is `taskset`, the
/// tool has one core and the server another.
#[test]
#[ignore = "a benchmark"]
fn benchmark() {
    let server = Serve::start(&[]);
    let pin = |core: &str, process: u32| {
        let _ = Command::new("taskset").args(["-acp", core, &process.to_string()]).stdout(Stdio::null()).status();
    };
    pin("0", server.process.id());
    for qps in ["5000", "6000", "7000"] {
        let arguments = ["--json", "stress", &server.url, "--duration", "5s", "--qps", qps];
        let child = wxseal(&arguments).stdout(Stdio::piped()).spawn().unwrap();
        pin("1", child.id());
        let document: Value = serde_json::from_slice(&child.wait_with_output().unwrap().stdout).unwrap();
        let rate = document["right"].as_f64().unwrap() / document["seconds"].as_f64().unwrap();
        let (p99, lag) = (&document["latency_ms"]["p99"], &document["lag_ms"]);
        println!("asked {qps}/s: {rate:.0}/s answered and verified, p99 {p99} ms, sent within {lag} ms (99 %)");
    }
}
