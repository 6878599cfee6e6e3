//! `wxseal explain` on requests that were captured: it names each cause.
#![expect(clippy::unwrap_used, reason = "a failure here is the test's own")]

use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

use serde_json::Value;
use unicode_width::UnicodeWidthStr;

fn captures() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/captures")
}

fn cases() -> Vec<Value> {
    serde_json::from_str(&std::fs::read_to_string(captures().join("captures.json")).unwrap()).unwrap()
}

/// `wxseal explain`, with nothing of this machine's settings.
fn explain(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_wxseal"));
    command.arg("explain").args(arguments).env_clear().current_dir(captures());
    command
}

fn of(case: &Value, more: &[&str]) -> Output {
    let file = format!("{}.http", case["id"].as_str().unwrap());
    let mut command = explain(&[&file]);
    command.args(more).args(case["arguments"].as_array().unwrap().iter().map(|argument| argument.as_str().unwrap()));
    for (name, value) in case["settings"].as_object().unwrap() {
        command.env(format!("WXSEAL_{name}"), value.as_str().unwrap());
    }
    command.output().unwrap()
}

fn names(list: &Value) -> Vec<&str> {
    list.as_array().unwrap().iter().map(|item| item["name"].as_str().unwrap()).collect()
}

fn strings(list: &Value) -> Vec<&str> {
    list.as_array().unwrap().iter().map(|item| item.as_str().unwrap()).collect()
}

#[test]
fn every_cause_is_named() {
    let cases = cases();
    assert!(cases.iter().filter(|case| case["stops_at"].is_string()).count() >= 12);
    for case in &cases {
        let output = of(case, &["--json"]);
        let said: Value = serde_json::from_slice(&output.stdout).unwrap();
        let id = &case["id"];
        assert_eq!(said["stops_at"], case["stops_at"], "{id}: {said:#}");
        assert_eq!(said["error"]["name"], case["error"], "{id}: {said:#}");
        assert_eq!(names(&said["findings"]), strings(&case["findings"]), "{id}");
        assert_eq!(names(&said["oddities"]), strings(&case["oddities"]), "{id}");
        assert_eq!(said["ok"], case["error"].is_null(), "{id}");
        assert_eq!(output.status.code(), Some(i32::from(!case["error"].is_null())), "{id}");
    }
}

#[test]
fn both_languages_fit_and_show_no_secret() {
    for case in &cases() {
        for lang in ["en", "zh"] {
            let output = of(case, &["--lang", lang]);
            let text = String::from_utf8(output.stdout).unwrap();
            let id = &case["id"];
            for line in text.lines() {
                assert!(line.width_cjk() <= 80, "{id}, {} columns: {line}", line.width_cjk());
                assert_eq!(line, line.trim_end(), "{id}");
            }
            for name in strings(&case["findings"]) {
                assert!(text.contains(name), "{id}: no {name} in\n{text}");
            }
            let secrets = ["TOKEN", "ENCODING_AES_KEY"].map(|name| case["settings"][name].as_str().unwrap());
            // The key's first half is the initialisation vector, and the message is the user's.
            for secret in
                secrets.into_iter().chain(["TheConsoles", "ThePrevious", "TheOther", "腾讯", "股价", "o9AgO5"])
            {
                assert!(!text.contains(secret), "{id}: {secret} is shown\n{text}");
            }
            assert_eq!(text.contains("设置"), lang == "zh", "{id}");
            assert!(output.stderr.is_empty());
        }
    }
}

#[test]
fn the_steps_end_where_it_stops() {
    let cases = cases();
    let case = cases.iter().find(|case| case["id"] == "another_key").unwrap();
    let text = String::from_utf8(of(case, &["--lang", "en"]).stdout).unwrap();
    for shown in [
        "wechat, safe mode; from WXSEAL_TOKEN",
        "✓ query       POST signature, timestamp, nonce, encrypt_type, msg_signature",
        "✓ grammar     timestamp 1714112445 (Fri, 26 Apr 2024 06:20:45 GMT)",
        "✓ envelope    JSON, ",
        "✓ signature   msg_signature ",
        "- time        not judged without --received",
        "✗ padding     the last bytes are no padding",
        "- receive id  not come to",
        "It stops at padding: DecryptFailed (-40007), HTTP 403",
        "why         The Token is right, but the EncodingAESKey is not the console's.",
        "change      Copy the EncodingAESKey",
    ] {
        assert!(text.contains(shown), "no “{shown}” in\n{text}");
    }
}

#[test]
fn a_message_is_shown_only_where_that_is_asked_for() {
    let case = cases().into_iter().find(|case| case["id"] == "right").unwrap();
    let shown = |more: &[&str]| String::from_utf8(of(&case, more).stdout).unwrap();
    assert!(shown(&["--show-message"]).contains("腾讯股价"));
    let said: Value = serde_json::from_str(&shown(&["--json", "--show-message"])).unwrap();
    assert!(said["message"].as_str().unwrap().contains("腾讯股价"));
    assert!(!shown(&["--json"]).contains("腾讯股价"));
}

#[test]
fn a_url_and_a_body_are_a_request_too() {
    let case = cases().into_iter().find(|case| case["id"] == "right").unwrap();
    let dump = std::fs::read_to_string(captures().join("right.http")).unwrap();
    let (head, body) = dump.split_once("\r\n\r\n").unwrap();
    let target = head.split(' ').nth(1).unwrap();
    let query = target.split_once('?').unwrap().1;
    for url in [target, query, &format!("https://example.com{target}#top")] {
        let mut command = explain(&["--json", "--url", url, "--body", "-"]);
        for (name, value) in case["settings"].as_object().unwrap() {
            command.env(format!("WXSEAL_{name}"), value.as_str().unwrap());
        }
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
        child.stdin.take().unwrap().write_all(body.as_bytes()).unwrap();
        let output = child.wait_with_output().unwrap();
        assert_eq!(output.status.code(), Some(0), "{url}: {}", String::from_utf8_lossy(&output.stdout));
    }
}

#[test]
fn what_cannot_be_explained_is_a_usage_error() {
    let settings = ["--token", "t", "--receive-id", "wx1", "--encoding-aes-key"];
    let key = "k".repeat(43);
    for (arguments, said) in [
        (&["captures.json"][..], "expected an HTTP request"),
        (&["nowhere.http"], "nowhere.http cannot be read"),
        (&["right.http", "--received", "yesterday"], "--received: expected seconds"),
        (&["right.http", "--tolerance", "soon"], "--tolerance: expected a whole number of seconds"),
        (&["right.http", "--url", "/?a"], "cannot be used with"),
        (&[], "required"),
    ] {
        let output = explain(arguments).args(settings).arg(&key).output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        let text = String::from_utf8(output.stderr).unwrap();
        assert!(text.contains(said), "{arguments:?}: {text}");
        assert!(!text.contains(&key));
    }
}
