//! `push`: what it can send.

mod server;
mod tool;

use tool::{assert_fits, run, run_json, wxseal};

#[test]
fn everything_that_can_be_sent_is_listed_and_no_server_is_asked_for() {
    for (lang, subscribe) in [("en", "a user follows the account"), ("zh", "关注")] {
        let (output, text) = run(&["--lang", lang, "push", "--list"]);
        assert_eq!(output.status.code(), Some(0));
        assert_fits(&text);
        let line = text.lines().find(|line| line.trim_start().starts_with("subscribe ")).unwrap();
        assert!(line.ends_with(subscribe), "{line}");
        assert!(text.contains("info.change_external_contact.add_half_external_contact\n"), "{text}");
    }
    let (code, listed) = run_json(&["push", "--list"]);
    let listed = listed.as_array().unwrap();
    assert!(code == Some(0) && listed.len() > 450, "{}", listed.len());
    for row in listed {
        assert!(!row["about"].as_str().unwrap().is_empty() && !row["of"].as_array().unwrap().is_empty(), "{row}");
    }
    // It needs no settings either.
    let output = wxseal(&["push", "--list", "--json"]).env("WXSEAL_TOKEN", "").output().unwrap();
    assert!(output.status.success());
}

#[test]
fn without_the_list_a_url_is_asked_for() {
    let (output, _) = run(&["push"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("<URL>"));
}

#[test]
fn what_is_not_listed_is_named() {
    let (output, _) = run(&["push", "http://127.0.0.1:9/", "no_such_event"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("--list"));
}
