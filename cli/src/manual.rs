//! `wxseal completions` and `wxseal man`: what packages bring beside the program.

use std::fs;
use std::path::PathBuf;

use clap::Args;
use clap_complete::Shell;

use crate::context::Context;
use crate::failure::Failure;
use crate::help;
use crate::lang::Lang;

#[derive(Args)]
pub(crate) struct CompletionsArguments {
    /// bash, zsh, fish, elvish or powershell
    #[arg(value_enum, value_name = "SHELL", hide_possible_values = true)]
    shell: Shell,
}

#[derive(Args)]
pub(crate) struct ManArguments {
    /// The folder, such as /usr/local/share/man/man1
    #[arg(value_name = "DIR")]
    folder: PathBuf,
}

pub(crate) fn completions(arguments: &CompletionsArguments, context: &mut Context) -> Result<bool, Failure> {
    let mut script = Vec::new();
    clap_complete::generate(arguments.shell, &mut help::command(context.lang), "wxseal", &mut script);
    context.print(&script)?;
    Ok(true)
}

/// One page for the program and one for each command, in English: `man` looks for other languages in folders of their own.
pub(crate) fn man(arguments: &ManArguments, _: &mut Context) -> Result<bool, Failure> {
    fs::create_dir_all(&arguments.folder)?;
    clap_mangen::generate_to(help::command(Lang::En), &arguments.folder)?;
    Ok(true)
}
