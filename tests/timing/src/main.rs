//! Times wrong signatures of two kinds, in random order: right but for the last digit, and random. Where one kind takes
//! longer, an attacker could find a signature digit by digit. The method is dudect's: <https://eprint.iacr.org/2016/1123>.
//!
//! The leaky twin does the same and then compares as one must not, to show that the test would see it.

use dudect_bencher::{BenchRng, Class, CtRunner, ctbench_main, rand::RngExt};
use std::hint::black_box;

use wxseal::{Error, MsgCrypt, verify_signature};

const MEASUREMENTS: usize = 1_000_000;

/// The official documentation's examples; tests/vectors has their sources.
const TOKEN: &str = "AAAAA";
const SIGNATURE: &[u8; 40] = b"f464b24fc39322e44b38aa78f5edd27bd1441696";
const MSG_SIGNATURE: &[u8; 40] = b"1b9339964ed2e271e7c7b6ff2b0ef902fc94dea1";
const BODY: &[u8] =
    br#"{"Encrypt":"ELGduP2YcVatjqIS+eZbp80MNLoAUWvzzyJxgGzxZO/5sAvd070Bs6qrLARC9nVHm48Y4hyRbtzve1L32tmxSQ=="}"#;

fn three_parts(signature: &str) -> Result<(), Error> {
    verify_signature(TOKEN, signature, "1714036504", "1514711492")
}

/// The signature of a URL check.
fn constant_verify_signature(runner: &mut CtRunner, rng: &mut BenchRng) {
    measure(runner, rng, SIGNATURE, three_parts);
}

/// The signature of a push.
fn constant_decrypt(runner: &mut CtRunner, rng: &mut BenchRng) {
    let crypt = MsgCrypt::new(TOKEN, "A".repeat(43), "wxba5fad812f8e6fb9").expect("the documentation's settings");
    measure(runner, rng, MSG_SIGNATURE, |signature| crypt.decrypt(signature, "1713424427", "415670741", BODY));
}

/// What the official samples do.
fn leaky_twin(runner: &mut CtRunner, rng: &mut BenchRng) {
    measure(runner, rng, SIGNATURE, |signature| {
        let constant = three_parts(signature);
        let pairs = SIGNATURE.iter().zip(signature.as_bytes());
        (constant, pairs.take_while(|(ours, theirs)| black_box(*ours) == *theirs).count())
    });
}

fn measure<T>(runner: &mut CtRunner, rng: &mut BenchRng, right: &[u8; 40], check: impl Fn(&str) -> T) {
    let mut almost = *right;
    almost[39] = if right[39] == b'0' { b'1' } else { b'0' };
    // All are made beforehand and lie side by side, so that the two kinds differ in nothing but their digits. To tell
    // them apart by comparing would warm up the processor for one of them.
    let signatures: Vec<(bool, [u8; 40])> = (0..MEASUREMENTS)
        .map(|_| {
            let random = std::array::from_fn(|_| b"0123456789abcdef"[rng.random_range(0..16)]);
            let is_almost_right = rng.random();
            (is_almost_right, if is_almost_right { almost } else { random })
        })
        .collect();
    for (is_almost_right, signature) in &signatures {
        let text = std::str::from_utf8(signature).expect("digits are text");
        let class = if *is_almost_right { Class::Left } else { Class::Right };
        runner.run_one(class, || check(text));
    }
}

ctbench_main!(constant_decrypt, constant_verify_signature, leaky_twin);
