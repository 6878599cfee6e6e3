//! What every command is given.

use std::io::{self, Stdout, Write};

use anstream::AutoStream;
use serde_json::Value;

use crate::lang::Lang;
use crate::print::Screen;

/// Standard output, without colour where it is no terminal.
pub(crate) type Terminal = AutoStream<Stdout>;

/// The screen, the language, and whether a script reads.
pub(crate) struct Context {
    pub(crate) screen: Screen<Terminal>,
    pub(crate) lang: Lang,
    /// One JSON document on standard output in place of text.
    pub(crate) json: bool,
}

impl Context {
    /// The document that `--json` asks for.
    #[expect(clippy::unused_self, reason = "what is printed goes through the context")]
    pub(crate) fn print_json(&mut self, document: &Value) -> io::Result<()> {
        writeln!(io::stdout().lock(), "{document:#}")
    }
}
