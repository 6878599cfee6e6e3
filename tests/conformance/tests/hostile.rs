//! The hostile cases of `tests/hostile`, as its README describes them, through every implementation: one test each, named
//! `<implementation>::<id of the case>`.

use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::process::ExitCode;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use conformance::corpus::text;
use conformance::scenarios::{Accepts, Request, number};
use conformance::{Failure, Implementation, Settings, in_repository};
use libtest_mimic::{Arguments, Trial};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

/// How many cases of each family passed, for the table of `tests/hostile/run`.
type Passed = Arc<Mutex<BTreeMap<String, usize>>>;

fn main() -> Result<ExitCode, Box<dyn Error>> {
    let mut arguments = Arguments::from_args();
    // There are thousands: those that fail are named anyhow.
    arguments.quiet |= arguments.format.is_none() && !arguments.list;
    let cases = fs::read_to_string(in_repository("target/hostile/cases.jsonl"))
        .map_err(|error| format!("target/hostile/cases.jsonl: {error}: run `make cases` first"))?;
    let cases = cases
        .lines()
        .map(|line| Ok(Arc::new(serde_json::from_str(line)?)))
        .collect::<Result<Vec<_>, Box<dyn Error>>>()?;
    let mut trials = Vec::new();
    let mut counts = Vec::new();
    for (name, implementation) in conformance::implementations() {
        let passed = Passed::default();
        for case in &cases {
            let (implementation, case, passed) =
                (implementation.clone(), Arc::<Value>::clone(case), Arc::clone(&passed));
            trials.push(Trial::test(format!("{name}::{}", text(&case, "id")?), move || {
                run(implementation?, &case)?;
                let mut passed = passed.lock().unwrap_or_else(PoisonError::into_inner);
                *passed.entry(text(&case, "family")?.to_owned()).or_default() += 1;
                Ok(())
            }));
        }
        counts.push((name, passed));
    }
    let conclusion = libtest_mimic::run(&arguments, trials);
    fs::create_dir_all(in_repository("target/hostile/results"))?;
    for (name, passed) in counts {
        let passed = passed.lock().unwrap_or_else(PoisonError::into_inner);
        fs::write(in_repository(format!("target/hostile/results/{name}.json")), json!(*passed).to_string())?;
    }
    Ok(conclusion.exit_code())
}

fn run(implementation: &dyn Implementation, case: &Value) -> Result<(), String> {
    let (body, query) = (written(&case["body"])?, written(&case["query"])?);
    let request = Request { method: text(case, "method")?.to_owned(), query, body };
    let begun = Instant::now();
    let found = match call(implementation, case, &request) {
        Ok(found) => found,
        Err(Failure { name, code, http_status }) => {
            json!({ "error": { "name": name, "code": code, "http_status": http_status } })
        }
    };
    let (took, patience) = (begun.elapsed(), Duration::from_secs(number(case, "seconds")?));
    if found != case["expected"] {
        return Err(format!("expected: {}\n   found: {found}", case["expected"]));
    }
    if took > patience { Err(format!("it takes {took:?}")) } else { Ok(()) }
}

fn call(implementation: &dyn Implementation, case: &Value, request: &Request) -> Result<Value, Failure> {
    let accepts = Accepts::read(&case["endpoint"]).map_err(wrong)?;
    let (call, now) = (text(case, "call").map_err(wrong)?, number(case, "now").map_err(wrong)?);
    if let ("decrypt" | "verify_url", [settings]) = (call, &*accepts.crypts) {
        let crypt = implementation.msg_crypt(Settings {
            token: &settings.token,
            encoding_aes_key: &settings.encoding_aes_key,
            receive_id: &settings.receive_id,
            dialect: settings.dialect.parse()?,
        })?;
        let of_query = |name| text(case, name).map_err(wrong);
        let (signature, timestamp, nonce) = (of_query("msg_signature")?, of_query("timestamp")?, of_query("nonce")?);
        return Ok(sha256(&match call {
            "decrypt" => crypt.decrypt(signature, timestamp, nonce, &request.body)?,
            _ => crypt.verify_url(signature, timestamp, nonce, &String::from_utf8_lossy(&request.body))?,
        }));
    }
    let endpoint = implementation.endpoint(&accepts)?;
    let incoming = endpoint.receive(request, now)?;
    Ok(match call {
        _ if incoming.kind() == "url_check" => sha256(&incoming.response()?.body),
        "message" => sha256(incoming.message_json()?.as_bytes()),
        "widget" => {
            let query: Value = serde_json::from_str(&incoming.widget_query_json()?).unwrap_or_default();
            json!({ "widget_query": query })
        }
        _ => sha256(&incoming.message_bytes()?),
    })
}

/// What the case itself lacks, which nothing expects.
fn wrong(name: String) -> Failure {
    Failure { name, code: 0, http_status: 0 }
}

fn sha256(bytes: &[u8]) -> Value {
    let digits = Sha256::digest(bytes).into_iter().flat_map(|byte| [byte >> 4, byte & 15]);
    json!({ "sha256": digits.filter_map(|digit| char::from_digit(digit.into(), 16)).collect::<String>() })
}

/// The bytes of pieces, each with how often it stands there.
fn written(pieces: &Value) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    for piece in pieces.as_array().ok_or("no pieces")? {
        let times = piece[1].as_u64().and_then(|times| usize::try_from(times).ok()).ok_or("no number of times")?;
        let decoded = STANDARD.decode(piece[0].as_str().unwrap_or_default()).map_err(|error| error.to_string())?;
        bytes.extend(decoded.repeat(times));
    }
    Ok(bytes)
}
