//! `include/wxseal.h` is what cbindgen makes of this crate. `make header` writes it anew; otherwise it is compared.

use std::path::Path;

#[test]
fn the_committed_header_is_the_generated_one() {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let committed = here.join("../include/wxseal.h");
    let mut config = cbindgen::Config::from_file(here.join("cbindgen.toml")).unwrap();
    config.after_includes = Some(format!(
        "\n/* The version of this header; `wxseal_version` gives the running library's. */\n\
         #define WXSEAL_VERSION \"{}\"\n#define WXSEAL_VERSION_MAJOR {}\n#define WXSEAL_VERSION_MINOR {}\n#define WXSEAL_VERSION_PATCH {}\n{}",
        env!("CARGO_PKG_VERSION"),
        env!("CARGO_PKG_VERSION_MAJOR"),
        env!("CARGO_PKG_VERSION_MINOR"),
        env!("CARGO_PKG_VERSION_PATCH"),
        include_str!("../prelude.h"),
    ));
    let mut generated = Vec::new();
    cbindgen::generate_with_config(here, config).unwrap().write(&mut generated);
    let generated = String::from_utf8(generated).unwrap();

    if std::env::var_os("WXSEAL_WRITE_HEADER").is_some() {
        std::fs::write(&committed, &generated).unwrap();
    }
    let committed = std::fs::read_to_string(&committed).unwrap();
    assert!(committed == generated, "include/wxseal.h is stale: run `make header`");
}
