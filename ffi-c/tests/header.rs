//! `include/wxseal.h` is what cbindgen makes of this crate. `make header` writes it anew; otherwise it is compared.

#![expect(clippy::expect_used, clippy::panic, reason = "a failure here is the test's own")]

use std::fs;
use std::path::Path;

const HERE: &str = env!("CARGO_MANIFEST_DIR");
const FUNCTIONS: &str = "#ifdef __cplusplus\nextern \"C\" {";

#[test]
fn the_committed_header_is_the_generated_one() {
    let here = Path::new(HERE);
    let committed = here.join("../include/wxseal.h");
    let mut config = cbindgen::Config::from_file(here.join("cbindgen.toml")).unwrap();
    let prelude = include_str!("../prelude.h");
    config.after_includes = Some(format!(
        "\n/* The version of this header; `wxseal_version` gives the running library's. */\n\
         #define WXSEAL_VERSION \"{}\"\n#define WXSEAL_VERSION_MAJOR {}\n#define WXSEAL_VERSION_MINOR {}\n\
         #define WXSEAL_VERSION_PATCH {}\n\n{prelude}",
        env!("CARGO_PKG_VERSION"),
        env!("CARGO_PKG_VERSION_MAJOR"),
        env!("CARGO_PKG_VERSION_MINOR"),
        env!("CARGO_PKG_VERSION_PATCH"),
    ));
    let mut generated = Vec::new();
    cbindgen::generate_with_config(here, config).unwrap().write(&mut generated);
    let generated = String::from_utf8(generated).unwrap();
    let (before, rest) = generated.split_once(prelude).unwrap();
    let (types, functions) = rest.split_once(FUNCTIONS).unwrap();
    let generated = format!("{before}{prelude}\n{}\n\n{FUNCTIONS}{functions}", in_the_order_of_the_source(types));

    if std::env::var_os("WXSEAL_WRITE_HEADER").is_some() {
        fs::write(&committed, &generated).unwrap();
    }
    let committed = fs::read_to_string(&committed).unwrap();
    assert!(committed == generated, "include/wxseal.h is stale: run `make header`");
}

/// The types, and beside each its constants; cbindgen puts all constants before all types.
fn in_the_order_of_the_source(types: &str) -> String {
    let source = source();
    let mut blocks: Vec<&str> = types.trim().split("\n\n").collect();
    blocks.sort_by_key(|block| {
        let name = name(block);
        let place = ["const", "type", "struct"].into_iter().find_map(|kind| definition(&source, kind, name));
        place.unwrap_or_else(|| panic!("where is {name}?"))
    });
    blocks.join("\n\n")
}

/// What a block of the header defines: `#define NAME value`, `typedef … NAME;` or `} NAME;`.
fn name(block: &str) -> &str {
    let line = block.lines().last().unwrap_or_default();
    match line.strip_prefix("#define ") {
        Some(constant) => constant.split(' ').next().unwrap_or_default(),
        None => line.trim_end_matches(';').rsplit(' ').next().unwrap_or_default(),
    }
}

fn definition(source: &str, kind: &str, name: &str) -> Option<usize> {
    let definition = format!("pub {kind} {name}");
    let goes_on = |rest: &str| rest.starts_with(|c: char| c == '_' || c.is_alphanumeric());
    let mut found = source.match_indices(&definition).map(|(at, _)| at);
    found.find(|at| source.get(at + definition.len()..).is_some_and(|rest| !goes_on(rest)))
}

/// The crate, its modules in the order that `lib.rs` names them in.
fn source() -> String {
    let read = |module: &str| {
        fs::read_to_string(Path::new(HERE).join(format!("src/{module}.rs"))).expect("a module of the crate")
    };
    let root = read("lib");
    let modules = root.lines().filter_map(|line| line.strip_prefix("mod ")?.strip_suffix(';'));
    modules.chain(["api/answer"]).map(read).fold(root.clone(), |all, module| all + &module)
}
