//! Every vector through every implementation: one test each, named `<implementation>::<id of the vector>`.

use std::error::Error;
use std::process::ExitCode;

use conformance::corpus::{self, Vector};
use conformance::{Failure, Implementation, MsgCrypt, Settings};
use libtest_mimic::{Arguments, Trial};

fn main() -> Result<ExitCode, Box<dyn Error>> {
    let arguments = Arguments::from_args();
    let vectors = corpus::vectors()?;
    let mut trials = Vec::new();
    for (name, implementation) in conformance::implementations() {
        for vector in &vectors {
            let runner = runner(&vector.kind);
            let skipped = matches!(runner, Runner::Skipped);
            let (implementation, vector) = (implementation.clone(), vector.clone());
            let trial = Trial::test(format!("{name}::{}", vector.id()), move || match runner {
                Runner::Runs(run) => Ok(judge(&vector, run(implementation?, &vector))?),
                Runner::Skipped => Ok(()),
                Runner::Unknown => Err(format!("nothing here runs the kind {}", vector.kind).into()),
            });
            trials.push(trial.with_ignored_flag(skipped));
        }
    }
    Ok(libtest_mimic::run(&arguments, trials).exit_code())
}

type Run = fn(&dyn Implementation, &Vector) -> Result<(), Problem>;

enum Runner {
    Runs(Run),
    /// By name, so that no new kind is skipped by accident.
    Skipped,
    Unknown,
}

fn runner(kind: &str) -> Runner {
    match kind {
        "url_verify" | "sign" => Runner::Runs(signature),
        "url_verify_encrypted" => Runner::Runs(url_verify_encrypted),
        "key" => Runner::Runs(key),
        "decrypt" => Runner::Runs(decrypt),
        "encrypt_reply" => Runner::Runs(encrypt_reply),
        "open_data" => Runner::Runs(open_data),
        "rawdata_signature" => Runner::Runs(rawdata_signature),
        // No public function reads an envelope alone, so a unit test of core runs these.
        "envelope" => Runner::Skipped,
        _ => Runner::Unknown,
    }
}

/// Why a vector's call did not give what it must.
enum Problem {
    /// The implementation returned an error, which may be what the vector wants.
    Failed(Failure),
    /// It succeeded with something else, or the vector cannot be run.
    Wrong(String),
}

impl From<Failure> for Problem {
    fn from(failure: Failure) -> Self {
        Problem::Failed(failure)
    }
}

impl From<String> for Problem {
    fn from(wrong: String) -> Self {
        Problem::Wrong(wrong)
    }
}

fn judge(vector: &Vector, outcome: Result<(), Problem>) -> Result<(), String> {
    match (vector.error()?, outcome) {
        (None, Ok(())) => Ok(()),
        (None, Err(Problem::Failed(failure))) => Err(format!("it failed: {failure}")),
        (Some((name, code)), Ok(())) => Err(format!("it succeeded; expected {name} ({code})")),
        (Some((name, code)), Err(Problem::Failed(failure))) if (&name, code) == (&failure.name, failure.code) => Ok(()),
        (Some((name, code)), Err(Problem::Failed(failure))) => Err(format!("expected {name} ({code}), got {failure}")),
        (_, Err(Problem::Wrong(wrong))) => Err(wrong),
    }
}

fn equal(what: &str, expected: Option<&str>, found: &[u8]) -> Result<(), Problem> {
    match expected {
        Some(expected) if expected.as_bytes() != found => {
            Err(Problem::Wrong(format!("{what}\nexpected: {expected}\n   found: {}", String::from_utf8_lossy(found))))
        }
        _ => Ok(()),
    }
}

fn msg_crypt<'i>(implementation: &'i dyn Implementation, vector: &Vector) -> Result<Box<dyn MsgCrypt + 'i>, Problem> {
    Ok(implementation.msg_crypt(Settings {
        token: vector.input("token")?,
        encoding_aes_key: vector.input("encoding_aes_key")?,
        receive_id: vector.input("receive_id")?,
        dialect: vector.dialect()?.parse().map_err(Failure::from)?,
    })?)
}

fn signature(implementation: &dyn Implementation, vector: &Vector) -> Result<(), Problem> {
    implementation.verify_signature(
        vector.input("token")?,
        vector.input("signature")?,
        vector.input("timestamp")?,
        vector.input("nonce")?,
    )?;
    // The answer of a URL check is its echostr, which no function touches.
    match vector.expected("reply_body") {
        Some(_) => equal("reply_body", vector.expected("reply_body"), vector.input("echostr")?.as_bytes()),
        None => Ok(()),
    }
}

fn url_verify_encrypted(implementation: &dyn Implementation, vector: &Vector) -> Result<(), Problem> {
    let echo = msg_crypt(implementation, vector)?.verify_url(
        vector.input("msg_signature")?,
        vector.input("timestamp")?,
        vector.input("nonce")?,
        vector.input("echostr")?,
    )?;
    equal("reply_body", vector.expected("reply_body"), &echo)
}

fn key(implementation: &dyn Implementation, vector: &Vector) -> Result<(), Problem> {
    implementation.msg_crypt(Settings {
        token: "t",
        encoding_aes_key: vector.input("encoding_aes_key")?,
        receive_id: "",
        dialect: vector.dialect()?.parse().map_err(Failure::from)?,
    })?;
    Ok(())
}

fn decrypt(implementation: &dyn Implementation, vector: &Vector) -> Result<(), Problem> {
    let message = msg_crypt(implementation, vector)?.decrypt(
        vector.input("msg_signature")?,
        vector.input("timestamp")?,
        vector.input("nonce")?,
        vector.input("body")?.as_bytes(),
    )?;
    equal("plaintext", vector.expected("plaintext"), &message)
}

fn encrypt_reply(implementation: &dyn Implementation, vector: &Vector) -> Result<(), Problem> {
    let crypt = msg_crypt(implementation, vector)?;
    let random = vector.input("random")?.as_bytes();
    let random = random.try_into().map_err(|_| String::from("random is not 16 bytes long"))?;
    let formats = vector.inputs()["formats"].as_array().filter(|formats| !formats.is_empty());
    for format in formats.ok_or_else(|| String::from("there are no formats"))? {
        let reply = crypt.encrypt(
            vector.input("plaintext")?.as_bytes(),
            Some(vector.input("timestamp")?),
            Some(vector.input("nonce")?),
            Some(random),
            format.as_str().unwrap_or_default().parse().map_err(Failure::from)?,
        )?;
        equal("body", vector.expected("body"), reply.as_bytes())?;
        for part in ["encrypt", "msg_signature"] {
            let expected = vector.expected(part).ok_or_else(|| format!("there is no {part} to expect"))?;
            if !reply.contains(expected) {
                return Err(Problem::Wrong(format!("the reply lacks {part} {expected}: {reply}")));
            }
        }
    }
    Ok(())
}

fn open_data(implementation: &dyn Implementation, vector: &Vector) -> Result<(), Problem> {
    let data = implementation.decrypt_open_data(
        vector.input("session_key")?,
        vector.input("encrypted_data")?,
        vector.input("iv")?,
        vector.input("appid")?,
    )?;
    equal("plaintext", vector.expected("plaintext"), &data)
}

fn rawdata_signature(implementation: &dyn Implementation, vector: &Vector) -> Result<(), Problem> {
    Ok(implementation.verify_raw_data(
        vector.input("session_key")?,
        vector.input("raw_data")?,
        vector.input("signature")?,
    )?)
}
