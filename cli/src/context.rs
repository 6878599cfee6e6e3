//! What every command is given.

use std::io::{self, IsTerminal, Stdout, Write};

use anstream::AutoStream;
use serde_json::{Value, json};
use wxseal_core::Error;

use crate::lang::Lang;
use crate::screen::Screen;

/// Standard output, without colour where it is no terminal.
pub(crate) type Terminal = AutoStream<Stdout>;

/// The screen, the language, and whether a script reads.
pub(crate) struct Context<W = Terminal> {
    pub(crate) screen: Screen<W>,
    pub(crate) lang: Lang,
    /// One JSON document on standard output in place of text.
    pub(crate) json: bool,
}

#[expect(clippy::unused_self, reason = "what is printed goes through the context")]
impl Context {
    /// The document that `--json` asks for.
    pub(crate) fn print_json(&mut self, document: &Value) -> io::Result<()> {
        writeln!(io::stdout().lock(), "{document:#}")
    }

    /// Bytes as they are.
    pub(crate) fn print(&mut self, bytes: &[u8]) -> io::Result<()> {
        let mut out = io::stdout().lock();
        out.write_all(bytes)?;
        out.flush()
    }

    /// A document as it is, for the next program of a pipe; a terminal gets its line ended, and no control characters
    /// but tabs and line feeds.
    pub(crate) fn print_document(&mut self, document: &[u8]) -> io::Result<()> {
        if !io::stdout().is_terminal() {
            return self.print(document);
        }
        let text = String::from_utf8_lossy(document);
        let shown: String =
            text.chars().map(|c| if c.is_control() && !"\t\n".contains(c) { '\u{fffd}' } else { c }).collect();
        self.print(format!("{}\n", shown.trim_end_matches('\n')).as_bytes())
    }
}

/// An error of the core's for scripts.
pub(crate) fn error_json(error: Error, lang: Lang) -> Value {
    json!({ "name": error.name(), "code": error.code(), "text": lang.error_text(error) })
}
