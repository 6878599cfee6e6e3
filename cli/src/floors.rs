//! `wxseal sign`, `verify`, `encrypt` and `decrypt`: the floors of the library on standard input and output.

use clap::Args;

use crate::context::Context;
use crate::failure::Failure;
use crate::settings::SettingsArguments;

#[derive(Args)]
pub(crate) struct SignArguments {
    #[command(flatten)]
    settings: SettingsArguments,
}

pub(crate) fn sign(_arguments: &SignArguments, _context: &mut Context) -> Result<bool, Failure> {
    Err("not built".into())
}

#[derive(Args)]
pub(crate) struct VerifyArguments {
    #[command(flatten)]
    settings: SettingsArguments,
}

pub(crate) fn verify(_arguments: &VerifyArguments, _context: &mut Context) -> Result<bool, Failure> {
    Err("not built".into())
}

#[derive(Args)]
pub(crate) struct EncryptArguments {
    #[command(flatten)]
    settings: SettingsArguments,
}

pub(crate) fn encrypt(_arguments: &EncryptArguments, _context: &mut Context) -> Result<bool, Failure> {
    Err("not built".into())
}

#[derive(Args)]
pub(crate) struct DecryptArguments {
    #[command(flatten)]
    settings: SettingsArguments,
}

pub(crate) fn decrypt(_arguments: &DecryptArguments, _context: &mut Context) -> Result<bool, Failure> {
    Err("not built".into())
}
