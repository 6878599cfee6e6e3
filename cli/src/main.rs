//! `wxseal`: the WeChat platform on your own machine, to hold a webhook server against.

mod app;
mod capture;
mod check;
mod checks;
mod client;
mod context;
mod demo;
mod echo;
mod envelope;
mod explain;
mod failure;
mod fields;
mod help;
mod keygen;
mod lang;
mod manual;
mod platform;
mod primitives;
mod push;
mod reply;
mod rows;
mod screen;
mod seal;
mod serve;
mod server;
mod settings;
mod site;
mod stress;
mod target;
mod template;
mod widget;

use std::env;
use std::ffi::OsString;
use std::io::{self, Write};
use std::process::ExitCode;

use anstream::{AutoStream, ColorChoice};
use clap::{Parser, Subcommand, ValueEnum};

use serde_json::json;

use context::{Context, error_json};
use failure::{Failure, Usage};
use lang::{Lang, say};
use screen::{Screen, WIDTH};

/// What every command has stands behind what is its own.
const GLOBAL: usize = 100;

/// Play the WeChat platform against a webhook server, and explain what fails
///
/// Exit codes: 0 all is right, 1 a check failed, 2 the command line or a setting is wrong.
#[derive(Parser)]
#[command(name = "wxseal", version)]
struct Arguments {
    /// Colour: auto (terminal and NO_COLOR), always or never
    #[expect(clippy::doc_markdown, reason = "this text is shown on the terminal, where backticks are noise")]
    #[arg(long, global = true, value_enum, default_value_t = Color::Auto, value_name = "WHEN")]
    #[arg(hide_possible_values = true, hide_default_value = true, display_order = GLOBAL)]
    color: Color,
    /// Language: en or zh [default: the locale's]
    #[arg(long, global = true, value_enum, value_name = "LANG", hide_possible_values = true, display_order = GLOBAL)]
    lang: Option<Lang>,
    /// Print one JSON document for scripts
    #[arg(long, global = true, display_order = GLOBAL)]
    json: bool,
    #[command(subcommand)]
    command: Command,
}

#[derive(Clone, Copy, ValueEnum)]
enum Color {
    Auto,
    Always,
    Never,
}

#[derive(Subcommand)]
enum Command {
    /// Make a Token and an EncodingAESKey
    Keygen(keygen::Arguments),
    /// Compute a signature
    Sign(primitives::SignArguments),
    /// Verify the signature of a request, and print its echostr
    Verify(primitives::VerifyArguments),
    /// Encrypt and sign a reply
    Encrypt(primitives::EncryptArguments),
    /// Verify and decrypt a push or a reply
    Decrypt(primitives::DecryptArguments),
    /// Say where and why a captured request fails, offline
    Explain(explain::Arguments),
    /// Check a URL as the platform does when it is entered in the console
    Check(check::Arguments),
    /// Push an event to a URL and examine the answer
    Push(push::Arguments),
    /// Load a URL as the platform's performance test does
    Stress(stress::Arguments),
    /// Run a demo endpoint to try the others against
    Serve(serve::Arguments),
    /// Play both sides on this machine and check each answer
    ///
    /// Starts a webhook server on a free port of 127.0.0.1 and pushes to it over
    /// HTTP: the official documentation's URL check and encrypted push, the search
    /// widget's event as XML and as JSON under a fresh Token and EncodingAESKey,
    /// and two requests that must be refused. Then check, push and stress do
    /// their work on the same server.
    #[command(verbatim_doc_comment)]
    Demo(demo::Arguments),
    /// Print a shell's completions
    Completions(manual::CompletionsArguments),
    /// Write the manual pages into a folder
    Man(manual::ManArguments),
}

impl Command {
    fn run(&self, context: &mut Context) -> Result<bool, Failure> {
        match self {
            Command::Keygen(arguments) => keygen::run(arguments, context),
            Command::Sign(arguments) => primitives::sign(arguments, context),
            Command::Verify(arguments) => primitives::verify(arguments, context),
            Command::Encrypt(arguments) => primitives::encrypt(arguments, context),
            Command::Decrypt(arguments) => primitives::decrypt(arguments, context),
            Command::Explain(arguments) => explain::run(arguments, context),
            Command::Check(arguments) => check::run(arguments, context),
            Command::Push(arguments) => push::run(arguments, context),
            Command::Stress(arguments) => stress::run(arguments, context),
            Command::Serve(arguments) => serve::run(arguments, context),
            Command::Demo(arguments) => demo::run(arguments, context),
            Command::Completions(arguments) => manual::completions(arguments, context),
            Command::Man(arguments) => manual::man(arguments, context),
        }
    }
}

fn main() -> ExitCode {
    let words: Vec<OsString> = env::args_os().collect();
    let lang = help::asked_for(&words).unwrap_or_else(|| Lang::of_locale(|name| env::var(name).ok()));
    let arguments = help::parse(&words, lang);
    let choice = match arguments.color {
        Color::Auto => ColorChoice::Auto,
        Color::Always => ColorChoice::Always,
        Color::Never => ColorChoice::Never,
    };
    let lang = arguments.lang.unwrap_or(lang);
    let screen = Screen::new(AutoStream::new(io::stdout(), choice));
    let mut context = Context { screen, lang, json: arguments.json };
    match arguments.command.run(&mut context) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(failure) => fail(&failure, &mut context),
    }
}

/// Tells what went wrong, and with which exit code.
fn fail(failure: &Failure, context: &mut Context) -> ExitCode {
    let lang = context.lang;
    if failure.is::<Usage>() {
        return told(&failure.to_string(), lang, ExitCode::from(2));
    }
    if let Some(error) = failure.downcast_ref::<wxseal_core::Error>() {
        if context.json {
            let document = json!({ "ok": false, "error": error_json(*error, lang) });
            // There is nobody left to tell if this fails.
            let _ = context.print_json(&document);
            return ExitCode::FAILURE;
        }
        return told(&lang.error(*error), lang, ExitCode::FAILURE);
    }
    // Whoever closed the pipe, as `head` does, wants to hear no more.
    let closed = failure.downcast_ref::<io::Error>().is_some_and(|e| e.kind() == io::ErrorKind::BrokenPipe);
    if closed { ExitCode::FAILURE } else { told(&failure.to_string(), lang, ExitCode::FAILURE) }
}

fn told(text: &str, lang: Lang, code: ExitCode) -> ExitCode {
    let text: String = text.chars().map(|c| if c.is_control() { char::REPLACEMENT_CHARACTER } else { c }).collect();
    // There is nobody left to tell if this fails too.
    let _ = writeln!(anstream::stderr(), "{}", say!(lang, "wxseal: {text}", "wxseal：{text}"));
    code
}
