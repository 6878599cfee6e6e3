//! Gives `libwxseal.so` its soname, so that a program asks for this ABI and not for a file name.

fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    // While the version is 0.y, every y is an ABI of its own.
    let soname = match (env!("CARGO_PKG_VERSION_MAJOR"), env!("CARGO_PKG_VERSION_MINOR")) {
        ("0", minor) => format!("libwxseal.so.0.{minor}"),
        (major, _) => format!("libwxseal.so.{major}"),
    };
    if std::env::var("CARGO_CFG_TARGET_OS").as_deref() == Ok("linux") {
        println!("cargo:rustc-cdylib-link-arg=-Wl,-soname,{soname}");
    }
}
