//! Gives `libwxseal.so` its soname, so that a program asks for this ABI and not for a file name.

/// Counts the breaks of the ABI; it is no part of the version.
const ABI: u32 = 0;

fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    if std::env::var("CARGO_CFG_TARGET_OS").as_deref() == Ok("linux") {
        println!("cargo:rustc-cdylib-link-arg=-Wl,-soname,libwxseal.so.{ABI}");
    }
}
