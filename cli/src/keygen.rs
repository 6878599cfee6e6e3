//! `wxseal keygen`: a Token and an EncodingAESKey for the console.

use clap::{Args, ValueEnum};
use serde_json::json;

use crate::context::Context;
use crate::failure::Failure;
use crate::platform::alphanumerics;

#[derive(Args)]
pub(crate) struct Arguments {
    /// text, toml (for wxseal.toml) or env (WXSEAL_… lines)
    #[arg(long, value_enum, default_value_t = Format::Text, value_name = "FORMAT")]
    #[arg(hide_possible_values = true, hide_default_value = true)]
    format: Format,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    Text,
    Toml,
    Env,
}

/// Both come from the operating system's generator, letter by letter without bias; the console takes nothing but letters
/// and digits.
pub(crate) fn run(arguments: &Arguments, context: &mut Context) -> Result<bool, Failure> {
    let (token, key) = (alphanumerics(32), alphanumerics(43));
    if context.json {
        context.print_json(&json!({ "token": token, "encoding_aes_key": key }))?;
        return Ok(true);
    }
    let text = match arguments.format {
        Format::Text => format!("Token           {token}\nEncodingAESKey  {key}\n"),
        Format::Toml => format!("token = \"{token}\"\nencoding_aes_key = \"{key}\"\n"),
        Format::Env => format!("WXSEAL_TOKEN={token}\nWXSEAL_ENCODING_AES_KEY={key}\n"),
    };
    context.print(text.as_bytes())?;
    Ok(true)
}
