//! `wxseal keygen`, `sign`, `verify`, `encrypt` and `decrypt`, as scripts use them.
#![expect(clippy::unwrap_used, reason = "a failure here is the test's own")]

use std::collections::BTreeSet;
use std::io::Write;
use std::process::{Command, Output, Stdio};

use serde_json::Value;

const TOKEN: &str = "a-token-that-nobody-sees";
const KEY: &str = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFG";

fn wxseal(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_wxseal"));
    command.args(arguments).env_clear().current_dir(env!("CARGO_TARGET_TMPDIR"));
    for (name, value) in [("TOKEN", TOKEN), ("ENCODING_AES_KEY", KEY), ("RECEIVE_ID", "wx1")] {
        command.env(format!("WXSEAL_{name}"), value);
    }
    command
}

fn run(command: &mut Command, input: &[u8]) -> Output {
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    // Whoever does not read its input may be gone already.
    let _ = child.stdin.take().unwrap().write_all(input);
    let output = child.wait_with_output().unwrap();
    for text in [&output.stdout, &output.stderr].map(|bytes| String::from_utf8_lossy(bytes)) {
        assert!(!text.contains(TOKEN) && !text.contains(KEY), "{text}");
    }
    output
}

fn right(arguments: &[&str], input: &[u8]) -> Vec<u8> {
    let output = run(&mut wxseal(arguments), input);
    assert_eq!(output.status.code(), Some(0), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    assert!(output.stderr.is_empty());
    output.stdout
}

fn text(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).unwrap()
}

/// The vectors of one kind.
fn vectors(file: &str) -> Vec<Value> {
    let path = format!("{}/../tests/vectors/{file}.json", env!("CARGO_MANIFEST_DIR"));
    let document: Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    document.get("vectors").unwrap().as_array().unwrap().clone()
}

#[test]
fn keys_are_what_the_console_takes() {
    let mut drawn = BTreeSet::new();
    for _ in 0..20 {
        let keys: Value = serde_json::from_slice(&right(&["keygen", "--json"], b"")).unwrap();
        for (name, length) in [("token", 32), ("encoding_aes_key", 43)] {
            let key = keys[name].as_str().unwrap();
            assert!(key.len() == length && key.bytes().all(|b| b.is_ascii_alphanumeric()), "{key}");
            assert!(drawn.insert(key.to_owned()));
        }
    }
    let letters: BTreeSet<char> = drawn.iter().flat_map(|key| key.chars()).collect();
    assert_eq!(letters.len(), 62);
}

#[test]
fn keys_come_in_three_layouts() {
    let lines = |format| {
        let text = text(right(&["keygen", "--format", format], b""));
        text.lines()
            .map(|line| line.trim_end_matches(|c: char| c.is_alphanumeric() || c == '"').to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(lines("text"), ["Token           ", "EncodingAESKey  "]);
    assert_eq!(lines("toml"), ["token = ", "encoding_aes_key = "]);
    assert_eq!(lines("env"), ["WXSEAL_TOKEN=", "WXSEAL_ENCODING_AES_KEY="]);
}

#[test]
fn what_is_encrypted_is_decrypted() {
    for (message, format) in [
        (&b"{\"Content\":\"\xe4\xbd\xa0\xe5\xa5\xbd\"}"[..], "{"),
        (b"<xml><Content>1</Content></xml>", "<xml>"),
        (b"success\n", "<xml>"),
        (b"", "<xml>"),
    ] {
        for dialect in ["wechat", "wecom"] {
            let envelope = right(&["encrypt", "--dialect", dialect], message);
            assert!(envelope.starts_with(format.as_bytes()));
            assert_eq!(right(&["decrypt"], &envelope), message);
        }
    }
    let json = ["encrypt", "--format", "json", "--json", "--timestamp", "1", "--nonce", "2", "--random"];
    let said = right(&[&json[..], &["000102030405060708090a0b0c0d0e0F"]].concat(), b"<a/>");
    let said: Value = serde_json::from_slice(&said).unwrap();
    let expected = wxseal_core::MsgCrypt::new(TOKEN, KEY, "wx1").unwrap();
    let random = std::array::from_fn(|at| u8::try_from(at).unwrap());
    let expected = expected.encrypt(b"<a/>", "1", "2", wxseal_core::Format::Json, &random).unwrap();
    assert_eq!(said["body"], expected);
}

#[test]
fn pushes_are_decrypted_as_the_documentation_has_them() {
    let vectors: Vec<Value> = vectors("decrypt");
    let vector = vectors.iter().find(|vector| vector["id"] == "mp_doc_safe_json_decrypt").unwrap();
    let inputs = &vector["inputs"];
    let input = |name: &str| inputs[name].as_str().unwrap();
    let query =
        format!("timestamp={}&nonce={}&msg_signature={}", input("timestamp"), input("nonce"), input("msg_signature"));
    let with = |mut command: Command| {
        command.env("WXSEAL_TOKEN", input("token")).env("WXSEAL_RECEIVE_ID", input("receive_id"));
        command.env("WXSEAL_ENCODING_AES_KEY", input("encoding_aes_key"));
        command
    };
    let body = input("body").as_bytes();
    let output = run(&mut with(wxseal(&["decrypt", "--url", &format!("https://example.com/?{query}")])), body);
    assert!(text(output.stdout).contains("hello world"));
    let output = run(&mut with(wxseal(&["verify", &query, "--body", "-", "--lang", "zh"])), body);
    assert_eq!(text(output.stdout), "签名正确。\n");

    // With another Token the signature does not hold, and nothing is shown.
    let output = run(&mut wxseal(&["decrypt", "--url", &query, "--json"]), body);
    assert_eq!(output.status.code(), Some(1));
    let said: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!((&said["ok"], &said["error"]["code"]), (&Value::Bool(false), &Value::from(-40001)));
    let output = run(&mut wxseal(&["decrypt", "--url", &query, "--lang", "zh"]), body);
    assert!(output.stdout.is_empty() && text(output.stderr).contains("签名不一致"));
}

#[test]
fn what_is_signed_verifies() {
    let query = text(right(&["sign", "--timestamp", "1714112445", "--nonce", "n_-1"], b""));
    assert!(query.ends_with("&timestamp=1714112445&nonce=n_-1\n"), "{query}");
    let check = format!("https://example.com/?{}&echostr=4375%2B", query.trim());
    assert_eq!(right(&["verify", &check], b""), b"4375+");
    let said: Value = serde_json::from_slice(&right(&["verify", &check, "--json"], b"")).unwrap();
    assert_eq!(said["echostr"], "4375+");
    let wrong = run(&mut wxseal(&["verify", &check.replace("n_-1", "n_-2")]), b"");
    assert_eq!(wrong.status.code(), Some(1));
    assert!(text(wrong.stderr).contains("(-40001)"));

    let envelope = right(&["encrypt", "--timestamp", "1714112445", "--nonce", "7"], b"{}");
    let stamp = ["--timestamp", "1714112445", "--nonce", "7"];
    let query = text(right(&[&["sign", "-"], &stamp[..]].concat(), &envelope));
    assert!(query.starts_with("msg_signature="));
    assert_eq!(right(&["decrypt", "--url", query.trim()], &envelope), b"{}");
    let encrypt: Value = serde_json::from_slice(&envelope).unwrap();
    let bare = encrypt["Encrypt"].as_str().unwrap();
    assert_eq!(text(right(&[&["sign", "-"], &stamp[..]].concat(), bare.as_bytes())), query);

    // WeCom's echostr is such a cipher text, of a random number; one of a message is refused.
    let check_of = |envelope: &[u8]| {
        let query = text(right(&[&["sign", "-"], &stamp[..]].concat(), envelope));
        let sealed: Value = serde_json::from_slice(envelope).unwrap();
        let echostr = sealed["Encrypt"].as_str().unwrap().replace('+', "%2B").replace('=', "%3D");
        format!("{}&echostr={echostr}", query.trim())
    };
    let number = right(&["encrypt", "--format", "json", "--timestamp", "1714112445", "--nonce", "7"], b"4375");
    assert_eq!(right(&["verify", "--dialect", "wecom", &check_of(&number)], b""), b"4375");
    let message = run(&mut wxseal(&["verify", "--dialect", "wecom", &check_of(&envelope)]), b"");
    assert!(message.stdout.is_empty() && text(message.stderr).contains("(-40002)"));
}

#[test]
fn a_wrong_flag_is_2_and_says_what_was_expected() {
    for (arguments, said) in [
        (&["encrypt", "--random", "00"][..], "--random: expected 32 hexadecimal digits"),
        (&["encrypt", "--format", "ini"], "--format: expected xml or json"),
        (&["encrypt", "--nonce", "a b"], "--nonce: 1 to 63"),
        (&["sign", "--timestamp", "soon"], "--timestamp: expected 1 to 13 digits"),
        (&["sign", "--timestamp", "0123456789"], "without a leading zero"),
        (&["encrypt", "--dialect", "dingtalk"], "--dialect: expected wechat or wecom"),
        (&["encrypt", "nowhere.xml"], "nowhere.xml cannot be read"),
        (&["verify", "@nowhere.txt"], "nowhere.txt cannot be read"),
        (&["sign", "--config", "nowhere.toml"], "nowhere.toml cannot be read"),
        (&["keygen", "--format", "ini"], "possible values: text, toml, env"),
    ] {
        let output = run(&mut wxseal(arguments), b"{}");
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        let stderr = text(output.stderr);
        assert!(stderr.contains(said), "{stderr}");
        assert!(output.stdout.is_empty());
    }
    let output = run(wxseal(&["sign"]).env_remove("WXSEAL_TOKEN").env("LANG", "zh_CN.UTF-8"), b"");
    assert_eq!(output.status.code(), Some(2));
    assert!(text(output.stderr).contains("未设置 token"));
}

#[test]
fn garbage_is_refused_without_a_crash() {
    for input in [&b""[..], b"\0", b"\xff\xfe", b"{", b"<xml>", &b"[".repeat(100_000), b"{\"Encrypt\":\"AAAA\"}"] {
        for arguments in [&["decrypt"][..], &["decrypt", "--url", "/?timestamp=1&nonce=1&msg_signature=1"]] {
            let output = run(&mut wxseal(arguments), input);
            assert_eq!(output.status.code(), Some(1), "{arguments:?}");
            assert!(output.stdout.is_empty());
        }
    }
}

#[test]
fn a_package_gets_pages_and_completions_of_every_command() {
    let folder = concat!(env!("CARGO_TARGET_TMPDIR"), "/man1");
    assert!(right(&["man", folder], b"").is_empty());
    let help = text(right(&["--lang", "en", "--help"], b""));
    let listed = help.split_once("Commands:\n").unwrap().1.split_once("\n\n").unwrap().0;
    let names = listed.lines().filter_map(|line| line.strip_prefix("  ")?.split(' ').next());
    let commands: Vec<&str> = names.filter(|name| !name.is_empty() && *name != "help").collect();
    assert!(commands.contains(&"push"));
    for shell in ["bash", "zsh", "fish"] {
        let script = text(right(&["completions", shell], b""));
        for command in &commands {
            assert!(script.contains(command), "{shell} completes no {command}");
        }
    }
    for command in commands {
        let page = std::fs::read_to_string(format!("{folder}/wxseal-{command}.1")).unwrap();
        assert!(page.contains(".SH SYNOPSIS"), "{command}");
    }
}
