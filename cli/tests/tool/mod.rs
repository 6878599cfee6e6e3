//! The built binary.
#![allow(dead_code, reason = "each test file takes what it needs")]
#![expect(clippy::unwrap_used, reason = "a failure here is the test's own")]

use std::process::{Command, Output};

use serde_json::Value;
use unicode_width::UnicodeWidthStr;

use crate::server::{APP_ID, KEY, TOKEN};

/// The tool with the settings of the test's server.
pub(crate) fn wxseal(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_wxseal"));
    command.args(arguments);
    for name in ["NO_COLOR", "CLICOLOR_FORCE", "CLICOLOR", "LC_ALL", "LC_MESSAGES", "LANG"] {
        command.env_remove(name);
    }
    command.env("WXSEAL_TOKEN", TOKEN).env("WXSEAL_ENCODING_AES_KEY", KEY).env("WXSEAL_RECEIVE_ID", APP_ID);
    command
}

pub(crate) fn run(arguments: &[&str]) -> (Output, String) {
    let output = wxseal(arguments).output().unwrap();
    let text = String::from_utf8(output.stdout.clone()).unwrap();
    (output, text)
}

pub(crate) fn run_json(arguments: &[&str]) -> (Option<i32>, Value) {
    let (output, text) = run(&[&["--json"], arguments].concat());
    (output.status.code(), serde_json::from_str(&text).unwrap())
}

/// On many Chinese terminals characters such as `…` take two columns; no line may count on one.
pub(crate) fn assert_fits(text: &str) {
    for line in text.lines() {
        assert!(line.width_cjk() <= 80, "{} columns: {line}", line.width_cjk());
    }
}
