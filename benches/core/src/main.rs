//! Answers the harness, one line of JSON for one: how long so many rounds of one thing take.
//!
//! Three subjects: `floor`, the primitives alone; `core`, through `MsgCrypt`; and `endpoint`, a whole request and its reply.

mod floor;

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::error::Error;
use std::hint::black_box;
use std::io::{BufRead, Write};
use std::path::{Path, PathBuf};

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
    /// Which of the copies it is.
    number: usize,
}

/// One input several times over, with all that belongs to it, so that no figure depends on where in memory things happen
/// to lie: how far apart two buffers are, modulo a page, is worth some percent.
struct Copies {
    benches: Vec<Bench>,
    asked: usize,
}

impl Copies {
    /// A prime, so that every subject meets every copy.
    const COUNT: usize = 7;

    fn new(path: &Path) -> Result<Self, Box<dyn Error>> {
        let benches: Vec<Bench> =
            (0..Self::COUNT).map(|number| Bench::new(Case::read(path)?, number)).collect::<Result<_, _>>()?;
        if let Some(first) = benches.first() {
            eprintln!("{}: {}", path.display(), first.floor.chosen());
        }
        Ok(Copies { benches, asked: 0 })
    }

    fn next(&mut self) -> &mut Bench {
        self.asked += 1;
        &mut self.benches[self.asked % Self::COUNT]
    }
}

impl Bench {
    fn new(case: Case, number: usize) -> Result<Self, Box<dyn Error>> {
        let floor = Floor::new(&case)?;
        let endpoint = Endpoint::new(case.crypt()?);
        let bench = Bench { case, endpoint, floor, number };
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
            Incoming::Push(push) => Ok(push.reply_raw(case.message.as_bytes()).seal(case.now, &RANDOM)?),
            Incoming::UrlCheck(_) => Err("a push is no URL check".into()),
        }
    }

    /// Nanoseconds of the processor's time for all the iterations: what else runs on the machine is not counted.
    fn run(&mut self, subject: &str, op: &str, iterations: u32) -> Result<u64, Box<dyn Error>> {
        let crypt = self.case.crypt()?;
        // What the core allocates lies elsewhere for every copy too.
        let apart: Vec<u8> = black_box(Vec::with_capacity(64 + 592 * self.number));
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
        let took = begun.elapsed();
        drop(apart);
        Ok(u64::try_from(took.as_nanos())?)
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    let cases = PathBuf::from(std::env::args_os().nth(1).ok_or("usage: wxseal-bench CASES")?);
    let version = env!("CARGO_PKG_VERSION");
    let mut out = std::io::stdout();
    let subjects = json!({"floor": "see benches/README.md", "core": version, "endpoint": version});
    writeln!(out, "{}", json!({"language": "rust", "version": "Rust", "subjects": subjects, "missing": {}}))?;
    let mut benches: HashMap<String, Copies> = HashMap::new();
    for line in std::io::stdin().lock().lines() {
        let request: Request = serde_json::from_str(&line?)?;
        if request.op == "stop" {
            break;
        }
        let name = format!("{}-{}", request.format, request.size);
        let copies = match benches.entry(name) {
            Entry::Occupied(copies) => copies.into_mut(),
            Entry::Vacant(place) => {
                let copies = Copies::new(&cases.join(format!("{}.json", place.key())))?;
                place.insert(copies)
            }
        };
        let answer = match copies.next().run(&request.subject, &request.op, request.iterations) {
            Ok(ns) => json!({"ns": ns}),
            Err(error) => json!({"missing": error.to_string()}),
        };
        writeln!(out, "{answer}")?;
    }
    Ok(())
}
