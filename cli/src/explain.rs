//! `wxseal explain`: a captured request, step by step to where it stops, and why.

mod details;
mod show;
mod step;
mod trace;

use clap::Args;

use crate::capture::{self, Capture, Oddity};
use crate::context::Context;
use crate::envelope;
use crate::failure::{Failure, Usage};
use crate::lang::{Lang, say};
use crate::settings::{Settings, SettingsArguments};

/// Nothing is sent: the request comes from files, and so does what is said of it.
#[derive(Args)]
pub(crate) struct Arguments {
    /// The request as it went over the wire: request line, headers, empty line, body; - is standard input
    #[arg(value_name = "FILE", required_unless_present = "url", conflicts_with_all = ["url", "body", "method"])]
    dump: Option<String>,
    /// The request's URL or query string, or @FILE that holds it
    #[arg(long, value_name = "URL", alias = "query")]
    url: Option<String>,
    /// The body that came with --url; - is standard input
    #[arg(long, value_name = "FILE")]
    body: Option<String>,
    /// The method that came with --url [default: POST, or GET for a URL check]
    #[arg(long, value_name = "METHOD")]
    method: Option<String>,
    /// When the server received it, to judge its age: seconds since 1970, or now
    #[arg(long, value_name = "SECONDS")]
    received: Option<String>,
    /// Show what the message says, too
    #[arg(long)]
    show_message: bool,
    #[command(flatten)]
    settings: SettingsArguments,
}

pub(crate) fn run(arguments: &Arguments, context: &mut Context) -> Result<bool, Failure> {
    let lang = context.lang;
    let settings = Settings::load(&arguments.settings, lang)?;
    let received = arguments.received.as_deref().map(|text| time(text, lang)).transpose()?;
    // A wrong setting is told before standard input is waited for.
    settings.endpoint()?;
    let capture = arguments.capture(lang)?;
    let trace = trace::trace(&capture, &settings, received, lang)?;
    let shown = show::Shown { trace: &trace, capture: &capture, settings: &settings, message: arguments.show_message };
    if context.json {
        context.print_json(&shown.json(lang))?;
    } else {
        shown.print(&mut context.screen, lang)?;
    }
    Ok(trace.outcome.is_ok())
}

impl Arguments {
    fn capture(&self, lang: Lang) -> Result<Capture, Failure> {
        let mut capture = if let Some(url) = &self.url {
            let url = capture::read_text(url, lang)?;
            let query = capture::query_of(&url).to_owned();
            let body = self.body.as_deref().map(|file| capture::read(file, lang)).transpose()?;
            let is_check = body.is_none() && query.split(['&', '?']).any(|pair| pair.starts_with("echostr"));
            let method = self.method.clone().unwrap_or_else(|| if is_check { "GET" } else { "POST" }.to_owned());
            let oddities = if query.is_empty() { vec![Oddity::NoQuery] } else { Vec::new() };
            Capture { method, query, body: body.unwrap_or_default(), oddities }
        } else {
            let name = self.dump.as_deref().unwrap_or("-");
            capture::parse(&capture::read(name, lang)?).ok_or_else(|| {
                Usage(say!(
                    lang,
                    "{name}: expected an HTTP request: POST /path?query HTTP/1.1, headers, an empty line, the body",
                    "{name}：应为 HTTP 请求：POST /path?query HTTP/1.1、头部、空行、包体"
                ))
            })?
        };
        let known = capture.oddities.iter().any(|oddity| matches!(oddity, Oddity::CutShort { .. }));
        if !known && envelope::is_cut(&capture.body) {
            capture.oddities.push(Oddity::CutShort { announced: None, present: capture.body.len() });
        }
        Ok(capture)
    }
}

fn time(text: &str, lang: Lang) -> Result<u64, Usage> {
    if text == "now" {
        return Ok(wxseal_os::now());
    }
    text.parse().map_err(|_| {
        Usage(say!(lang, "--received: expected seconds since 1970, or now", "--received：应为 1970 年以来的秒数或 now"))
    })
}
