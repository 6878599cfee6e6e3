//! Writes the header's declarations for `src/lib.rs` to include.
#![allow(clippy::expect_used, reason = "a build fails by panicking")]

#[path = "src/parser.rs"]
mod parser;

use std::path::Path;
use std::{env, fs};

const HEADER: &str = "../../include/wxseal.h";

fn main() {
    println!("cargo::rerun-if-changed={HEADER}");
    println!("cargo::rerun-if-changed=src/parser.rs");
    let header = fs::read_to_string(HEADER).expect("no header");
    let declarations = parser::declarations(&header).expect("a header of another form than cbindgen's");
    let out = env::var_os("OUT_DIR").expect("cargo names a folder");
    fs::write(Path::new(&out).join("wxseal.rs"), declarations).expect("nowhere to write to");
}
