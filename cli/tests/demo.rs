//! The built binary, as a user runs it.
#![expect(clippy::unwrap_used, reason = "a failure here is the test's own")]

use std::process::{Command, Output, Stdio};

use unicode_width::UnicodeWidthStr;

fn wxseal(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_wxseal"));
    command.args(arguments).env_remove("NO_COLOR").env_remove("CLICOLOR_FORCE").env_remove("CLICOLOR");
    command
}

fn output(command: &mut Command) -> (Output, String) {
    let output = command.output().unwrap();
    let text = String::from_utf8(output.stdout.clone()).unwrap();
    (output, text)
}

/// On many Chinese terminals characters such as `…` take two columns; no line may count on one.
fn assert_fits(text: &str) {
    for line in text.lines() {
        assert!(line.width_cjk() <= 80, "{} columns: {line}", line.width_cjk());
    }
}

#[test]
fn the_demo_shows_every_step_and_succeeds() {
    let (output, text) = output(&mut wxseal(&["demo", "--load", "1"]));
    assert_eq!(output.status.code(), Some(0), "{text}");
    assert!(output.stderr.is_empty());
    for shown in [
        "1  URL check",
        "2  Encrypted push of the official documentation",
        "3  Search widget, XML",
        "4  Search widget, JSON",
        "5  What must be refused",
        "接入验证",
        "GET /doc?signature=f464b24f…&timestamp=1714036504&",
        "200 text/plain; charset=utf-8, 19 bytes: 4375120948345356249",
        "debug_str “hello world”",
        "{\"demo_resp\":\"good luck\"}",
        "stock 00700, market hk",
        "腾讯控股",
        "✓ query byte for byte",
        "SignatureMismatch (-40001)",
        "MalformedEnvelope (-40002)",
        "of the 10,000 µs allotted",
        "of the 300 ms allotted",
        "6  wxseal check",
        "7  wxseal push text",
        "user sees   “hello 你好”",
        "8  wxseal push wxa_widget_data --follow",
        "new         price ",
        "9  wxseal stress",
        "200 requests in ",
        "✓ ≤ 170 ms",
        " checks passed, 0 failed",
    ] {
        assert!(text.contains(shown), "there is no “{shown}” in\n{text}");
    }
    assert!(!text.contains('✗'));
    assert!(!text.contains('\u{1b}'));
    assert_fits(&text);
}

#[test]
fn the_demo_speaks_chinese_and_json() {
    let (output, text) = output(&mut wxseal(&["--lang", "zh", "demo", "--load", "1"]));
    assert_eq!(output.status.code(), Some(0), "{text}");
    for shown in ["msg_signature 已验证", "用户看到    “hello 你好”", "✓ query 逐字节一致", "每秒 200", "失败 0 项"]
    {
        assert!(text.contains(shown), "there is no “{shown}” in\n{text}");
    }
    assert_fits(&text);
    let (output, text) = self::output(&mut wxseal(&["--json", "demo", "--load", "1"]));
    assert_eq!(output.status.code(), Some(0));
    let document: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert_eq!(document.get("failed"), Some(&0.into()));
}

#[test]
fn neither_token_nor_key_is_shown() {
    let (_, text) = output(&mut wxseal(&["demo", "--load", "1"]));
    let longest = text.split(|c: char| !c.is_ascii_alphanumeric()).map(str::len).max().unwrap();
    assert!(longest < 32, "a word of {longest} characters");
}

#[test]
fn colour_changes_nothing_but_colour() {
    let (_, coloured) = output(wxseal(&["--color", "always", "demo", "--load", "1"]).env("NO_COLOR", "1"));
    assert!(coloured.contains('\u{1b}'));
    let plain = anstream::adapter::strip_str(&coloured).to_string();
    assert_fits(&plain);
    assert!(plain.contains(" checks passed, 0 failed"));
    for arguments in [&["demo", "--load", "1", "--color", "never"], &["demo", "--load", "1", "--color", "auto"]] {
        assert!(!output(&mut wxseal(arguments)).1.contains('\u{1b}'));
    }
}

#[test]
fn help_fits_and_says_what_there_is() {
    for arguments in [&["--help"][..], &["-h"], &["help", "demo"], &["demo", "-h"]] {
        let (output, text) = output(&mut wxseal(arguments));
        assert_eq!(output.status.code(), Some(0));
        assert!(text.contains("demo"));
        assert_fits(&text);
    }
}

#[test]
fn a_wrong_command_line_is_2() {
    for arguments in [&["nonsense"][..], &["demo", "--nonsense"], &["demo", "more"], &["--color", "pink", "demo"], &[]]
    {
        let (output, text) = output(&mut wxseal(arguments));
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(text.is_empty());
        assert!(!output.stderr.is_empty());
    }
}

#[test]
fn a_closed_pipe_is_no_crash() {
    let mut child = wxseal(&["demo", "--load", "1"]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    // A panic is 101. It is 0 if the demo was done before the pipe was closed.
    assert!(matches!(output.status.code(), Some(0 | 1)), "{:?}", output.status);
    assert!(output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
}
