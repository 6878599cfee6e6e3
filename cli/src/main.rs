//! wxseal: plays the platform.
fn main() {}
