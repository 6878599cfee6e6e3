//! What keeps a command from its end, and the exit code that tells so.

use std::fmt;

/// Anything that goes wrong; a [`Usage`] inside it is told apart by its exit code.
pub(crate) type Failure = Box<dyn std::error::Error + Send + Sync>;

/// The command line or a setting is wrong: exit code 2. The sentence is in the user's language already.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Usage(pub(crate) String);

impl fmt::Display for Usage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Usage {}
