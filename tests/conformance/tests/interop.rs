//! The cases of the independent reference in `tests/reference`, in both directions: opened, made again byte for byte, and
//! answered with randomness of the implementation's own, for the reference to open.

use std::error::Error;
use std::fmt::Write;
use std::fs;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use conformance::corpus::text;
use conformance::{Core, Implementation, Settings, in_repository};
use serde_json::{Value, json};

#[test]
fn core() -> Result<(), Box<dyn Error>> {
    run("core", &Core)
}

#[test]
fn c() -> Result<(), Box<dyn Error>> {
    run("c", conformance::c()?)
}

fn run(name: &str, implementation: &dyn Implementation) -> Result<(), Box<dyn Error>> {
    let answers_path = in_repository(format!("target/interop/answers/{name}.jsonl"));
    // Whatever happens below, no answers of an earlier run are left to pass for this one's.
    if answers_path.exists() {
        fs::remove_file(&answers_path)?;
    }
    let cases = fs::read_to_string(in_repository("target/interop/cases.jsonl"))
        .map_err(|error| format!("target/interop/cases.jsonl: {error}: run `make cases` first"))?;

    let (mut answers, mut wrong) = (String::new(), String::new());
    for line in cases.lines() {
        let case: Value = serde_json::from_str(line)?;
        let id = text(&case, "id")?;
        match answer(implementation, &case) {
            Ok(body) => writeln!(answers, "{}", json!({ "id": id, "body": body }))?,
            Err(error) => writeln!(wrong, "{id}: {error}")?,
        }
    }
    if answers.is_empty() && wrong.is_empty() {
        return Err("target/interop/cases.jsonl is empty: run `make cases` again".into());
    }
    assert!(wrong.is_empty(), "\n{wrong}");
    fs::create_dir_all(in_repository("target/interop/answers"))?;
    Ok(fs::write(answers_path, answers)?)
}

/// Opens and makes again what the reference has made, and seals the message with fresh randomness.
fn answer(implementation: &dyn Implementation, case: &Value) -> Result<String, Box<dyn Error>> {
    let crypt = implementation.msg_crypt(Settings {
        token: text(case, "token")?,
        encoding_aes_key: text(case, "encoding_aes_key")?,
        receive_id: text(case, "receive_id")?,
        dialect: text(case, "dialect")?.parse()?,
    })?;
    let (timestamp, nonce, body) = (text(case, "timestamp")?, text(case, "nonce")?, text(case, "body")?);
    let message = STANDARD.decode(text(case, "message")?)?;
    let format = text(case, "format")?.parse()?;

    if crypt.decrypt(text(case, "msg_signature")?, timestamp, nonce, body.as_bytes())? != message {
        return Err("the message is another".into());
    }
    let random = text(case, "random")?.as_bytes().try_into()?;
    if crypt.encrypt(&message, Some(timestamp), Some(nonce), Some(random), format)? != body {
        return Err("the body is another".into());
    }
    Ok(crypt.encrypt(&message, Some(timestamp), Some(nonce), None, format)?)
}
