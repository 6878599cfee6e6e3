//! What the tests in `tests/` share: the implementations under test behind one trait, the corpus, and the scenarios.

use std::fmt;
use std::path::{Path, PathBuf};

pub mod corpus;
mod implementation;
pub mod scenarios;

pub use implementation::c::{C, load as c};
pub use implementation::core::Core;
pub use implementation::{Endpoint, Implementation, Incoming, MsgCrypt, Response, Settings};

/// An error of an implementation, as every language has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// The name, such as `SignatureMismatch`.
    pub name: String,
    /// The official number.
    pub code: i32,
    /// The HTTP status to answer with, by the error and by the refusal that is made of it.
    pub http_status: u16,
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({})", self.name, self.code)
    }
}

impl std::error::Error for Failure {}

/// The implementations, by the names that their tests begin with; the C library is missing if nobody has built it.
pub fn implementations() -> [(&'static str, Result<&'static dyn Implementation, String>); 2] {
    [("core", Ok(&Core)), ("c", c().map(|c| c as &dyn Implementation))]
}

/// A path below the repository's root.
#[must_use]
pub fn in_repository(path: impl AsRef<Path>) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(path)
}
