//! `wxseal check`.

use clap::Args;

use crate::context::Context;
use crate::failure::Failure;
use crate::settings::SettingsArguments;

#[derive(Args)]
pub(crate) struct Arguments {
    /// The server's URL
    url: String,
    #[command(flatten)]
    settings: SettingsArguments,
}

pub(crate) fn run(_arguments: &Arguments, _context: &mut Context) -> Result<bool, Failure> {
    Err("not built".into())
}
