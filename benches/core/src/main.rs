//! Answers the harness, one line of JSON for one: how long so many rounds of one thing take.
//!
//! Three subjects: `floor`, the primitives alone; `core`, through `MsgCrypt`; and `endpoint`, a whole request and its reply.

mod floor;

use std::collections::HashMap;
use std::error::Error;
use std::hint::black_box;
use std::io::{BufRead, Write};
use std::path::PathBuf;

use cpu_time::ProcessTime;
use serde::Deserialize;
use serde_json::json;
use wxseal::{Endpoint, Incoming};

use crate::floor::Floor;
use wxseal_bench::case::Case;

const RANDOM: [u8; 16] = *b"0123456789abcdef";

#[derive(Deserialize)]
struct Request {
    #[serde(default)]
    subject: String,
    op: String,
    #[serde(default)]
    format: String,
    #[serde(default)]
    size: usize,
    #[serde(default)]
    iterations: u32,
}

/// Everything that is made once for an input, as a server makes it when it starts.
struct Bench {
    case: Case,
    endpoint: Endpoint,
    floor: Floor,
}

impl Bench {
    fn new(case: Case) -> Result<Self, Box<dyn Error>> {
        let floor = Floor::new(&case)?;
        let endpoint = Endpoint::new(case.crypt()?);
        let bench = Bench { case, endpoint, floor };
        bench.check()?;
        Ok(bench)
    }

    /// What is measured is also right.
    fn check(&self) -> Result<(), Box<dyn Error>> {
        let case = &self.case;
        let crypt = case.crypt()?;
        let message = case.decrypt(&crypt)?;
        let reply = case.encrypt(&crypt, &RANDOM)?;
        if message != case.message.as_bytes() || !reply.contains(self.floor.sealed()) {
            return Err("a round trip returns something else".into());
        }
        self.receive().map(drop)
    }

    fn receive(&self) -> Result<wxseal::Response, Box<dyn Error>> {
        let case = &self.case;
        match self.endpoint.receive("POST", &case.query, case.body.as_bytes(), case.now)? {
            Incoming::Push(push) => Ok(push.reply_raw(case.message.as_bytes(), case.now, &RANDOM)?),
            Incoming::UrlCheck(_) => Err("a push is no URL check".into()),
        }
    }

    /// Nanoseconds of the processor's time for all the iterations: what else runs on the machine is not counted.
    fn run(&mut self, subject: &str, op: &str, iterations: u32) -> Result<u64, Box<dyn Error>> {
        let crypt = self.case.crypt()?;
        let begun = ProcessTime::now();
        match (subject, op) {
            ("floor", "decrypt") => {
                for _ in 0..iterations {
                    black_box(self.floor.decrypt(black_box(&self.case)));
                }
            }
            ("floor", "encrypt") => {
                for _ in 0..iterations {
                    black_box(self.floor.encrypt());
                }
            }
            ("core", "decrypt") => {
                for _ in 0..iterations {
                    black_box(black_box(&self.case).decrypt(black_box(&crypt))?);
                }
            }
            ("core", "encrypt") => {
                for _ in 0..iterations {
                    black_box(black_box(&self.case).encrypt(black_box(&crypt), &RANDOM)?);
                }
            }
            ("endpoint", "receive") => {
                for _ in 0..iterations {
                    black_box(black_box(&*self).receive()?);
                }
            }
            _ => return Err(format!("{subject} has no {op}").into()),
        }
        Ok(u64::try_from(begun.elapsed().as_nanos())?)
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    let cases = PathBuf::from(std::env::args_os().nth(1).ok_or("usage: wxseal-bench CASES")?);
    let version = env!("CARGO_PKG_VERSION");
    let mut out = std::io::stdout();
    let subjects = json!({"floor": "see benches/README.md", "core": version, "endpoint": version});
    writeln!(out, "{}", json!({"language": "rust", "version": "Rust", "subjects": subjects, "missing": {}}))?;
    let mut benches = HashMap::new();
    for line in std::io::stdin().lock().lines() {
        let request: Request = serde_json::from_str(&line?)?;
        if request.op == "stop" {
            break;
        }
        let name = format!("{}-{}", request.format, request.size);
        if !benches.contains_key(&name) {
            let bench = Bench::new(Case::read(&cases.join(format!("{name}.json")))?)?;
            eprintln!("{name}: {}", bench.floor.chosen());
            benches.insert(name.clone(), bench);
        }
        if let Some(bench) = benches.get_mut(&name) {
            let answer = match bench.run(&request.subject, &request.op, request.iterations) {
                Ok(ns) => json!({"ns": ns}),
                Err(error) => json!({"missing": error.to_string()}),
            };
            writeln!(out, "{answer}")?;
        }
    }
    Ok(())
}
