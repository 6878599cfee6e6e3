//! How many pushes threads answer that share one `MsgCrypt`: one line of JSON for each count of threads.

use std::error::Error;
use std::hint::black_box;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering::Relaxed};
use std::thread;
use std::time::{Duration, Instant};

use cpu_time::ProcessTime;
use serde_json::json;
use wxseal::MsgCrypt;

use wxseal_bench::case::Case;

const THREADS: [u32; 4] = [1, 2, 4, 8];
const ROUNDS: usize = 11;
const ROUND: Duration = Duration::from_millis(100);

fn main() -> Result<(), Box<dyn Error>> {
    let cases = PathBuf::from(std::env::args_os().nth(1).ok_or("usage: wxseal-bench-threads CASES")?);
    let case = Case::read(&cases.join("xml-1024.json"))?;
    let crypt = case.crypt()?;
    let mut rounds = [const { Vec::new() }; THREADS.len()];
    for _ in 0..ROUNDS {
        for (rounds, threads) in rounds.iter_mut().zip(THREADS) {
            rounds.push(round(threads, &case, &crypt)?);
        }
    }
    for (rounds, threads) in rounds.into_iter().zip(THREADS) {
        let (mut per_second, mut ns): (Vec<f64>, Vec<f64>) = rounds.into_iter().unzip();
        let (per_second, ns) = (median(&mut per_second), median(&mut ns));
        println!("{}", json!({"threads": threads, "per_second": per_second.round(), "ns": ns.round()}));
    }
    Ok(())
}

/// Pushes a second by the clock, and the processor's time that each took, in nanoseconds.
fn round(threads: u32, case: &Case, crypt: &MsgCrypt) -> Result<(f64, f64), wxseal::Error> {
    let over = AtomicBool::new(false);
    let (begun, used) = (Instant::now(), ProcessTime::now());
    let counts = thread::scope(|scope| {
        let answering: Vec<_> = (0..threads)
            .map(|_| {
                scope.spawn(|| {
                    let mut count = 0_u32;
                    while !over.load(Relaxed) {
                        black_box(black_box(case).decrypt(crypt)?);
                        black_box(black_box(case).encrypt(crypt, b"0123456789abcdef")?);
                        count += 1;
                    }
                    Ok(count)
                })
            })
            .collect();
        thread::sleep(ROUND);
        over.store(true, Relaxed);
        answering.into_iter().map(|thread| thread.join().unwrap_or(Ok(0))).sum::<Result<u32, wxseal::Error>>()
    })?;
    let (by_clock, used) = (begun.elapsed(), used.elapsed());
    Ok((f64::from(counts) / by_clock.as_secs_f64(), used.as_secs_f64() * 1e9 / f64::from(counts)))
}

fn median(figures: &mut [f64]) -> f64 {
    figures.sort_unstable_by(f64::total_cmp);
    figures[figures.len() / 2]
}
