//! `wxseal`: the WeChat platform on your own machine, to hold a webhook server against.

mod app;
mod client;
mod demo;
mod platform;
mod print;
mod server;

use std::io::{self, Write};
use std::process::ExitCode;

use anstream::{AutoStream, ColorChoice};
use clap::{Parser, Subcommand, ValueEnum};

use print::Screen;

/// Play the WeChat platform against a webhook server 微信消息推送的本地平台
///
/// Exit codes: 0 all is right, 1 a check failed, 2 the command line is wrong.
#[derive(Parser)]
#[command(name = "wxseal", version)]
struct Arguments {
    /// Colour: auto (terminal and NO_COLOR), always or never
    #[expect(clippy::doc_markdown, reason = "this text is shown on the terminal, where backticks are noise")]
    #[arg(long, global = true, value_enum, default_value_t = Color::Auto, value_name = "WHEN")]
    #[arg(hide_possible_values = true, hide_default_value = true)]
    color: Color,
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
    /// Play both sides on this machine and check each answer 本机演示
    ///
    /// Starts a webhook server on a free port of 127.0.0.1 and pushes to it over
    /// HTTP: the official documentation's URL check and encrypted push, the search
    /// widget's event as XML and as JSON under a fresh Token and EncodingAESKey,
    /// and two requests that must be refused.
    #[command(verbatim_doc_comment)]
    Demo,
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let choice = match arguments.color {
        Color::Auto => ColorChoice::Auto,
        Color::Always => ColorChoice::Always,
        Color::Never => ColorChoice::Never,
    };
    let mut screen = Screen::new(AutoStream::new(io::stdout(), choice));
    let outcome = match arguments.command {
        Command::Demo => demo::run(&mut screen),
    };
    match outcome {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(failure) => {
            // Whoever closed the pipe, as `head` does, wants to hear no more.
            let closed = failure.downcast_ref::<io::Error>().is_some_and(|e| e.kind() == io::ErrorKind::BrokenPipe);
            if !closed {
                // There is nobody left to tell if this fails too.
                let _ = writeln!(anstream::stderr(), "wxseal: {failure}");
            }
            ExitCode::FAILURE
        }
    }
}
