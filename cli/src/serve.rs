//! `wxseal serve`: a demo endpoint to try the other commands against.

use std::io::Write;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use clap::Args;
use serde_json::json;
use tokio::sync::mpsc;

use crate::app::App;
use crate::context::Context;
use crate::failure::Failure;
use crate::lang::{Lang, say};
use crate::screen::{State, grouped, shorten};
use crate::server::{Limits, Report, Route, Server};
use crate::settings::{Settings, SettingsArguments};
use crate::site::block_on;

/// How many requests may wait to be shown; what comes faster than that is counted only.
const BACKLOG: usize = 1000;

#[derive(Args)]
pub(crate) struct Arguments {
    /// Address and port; port 0 is any free one
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1:8080")]
    listen: SocketAddr,
    /// Seconds that the widget's data is good for
    #[arg(long, value_name = "SECONDS", default_value_t = 60)]
    lifespan: u32,
    /// Milliseconds to think before a push is answered
    #[arg(long, value_name = "MS", default_value_t = 0)]
    delay: u64,
    /// Show no single request
    #[arg(long, short)]
    quiet: bool,
    #[command(flatten)]
    settings: SettingsArguments,
}

pub(crate) fn run(arguments: &Arguments, context: &mut Context) -> Result<bool, Failure> {
    let settings = Settings::load(&arguments.settings, context.lang)?;
    let route = Route { path: None, endpoint: settings.endpoint()? };
    block_on(serve(arguments, route, context))?
}

#[derive(Default)]
struct Tally {
    requests: usize,
    refused: usize,
    again: usize,
}

async fn serve(arguments: &Arguments, route: Route, context: &mut Context) -> Result<bool, Failure> {
    let lang = context.lang;
    let app = App { lifespan: arguments.lifespan, delay: Duration::from_millis(arguments.delay) };
    let (sender, mut reports) = mpsc::channel(BACKLOG);
    let tally = Arc::new(Mutex::new(Tally::default()));
    let counted = Arc::clone(&tally);
    let watch = Box::new(move |report: Report| {
        let mut tally = counted.lock().unwrap_or_else(PoisonError::into_inner);
        tally.requests += 1;
        tally.refused += usize::from(report.outcome.is_err());
        tally.again += usize::from(report.again);
        // What does not fit is not worth waiting for.
        let _ = sender.try_send(report);
    });
    let server =
        Server::start(arguments.listen, vec![route], app, Limits::default(), watch).await.map_err(|error| {
            let address = arguments.listen;
            say!(lang, "cannot listen on {address}: {error}", "无法监听 {address}：{error}")
        })?;
    let url = format!("http://{}/", server.address());
    if context.json {
        context.print_json(&json!({ "url": url }))?;
    } else {
        context.screen.title("wxseal serve", lang.pick("a demo endpoint", "演示服务器"))?;
        context.screen.note(&say!(
            lang,
            "Listening on {url} (every path); Ctrl-C ends it.",
            "正在监听 {url}（任意路径），按 Ctrl-C 结束。"
        ))?;
    }
    let interrupted = tokio::signal::ctrl_c();
    tokio::pin!(interrupted);
    loop {
        tokio::select! {
            _ = &mut interrupted => break,
            Some(report) = reports.recv() => if !arguments.quiet { show(&report, context)? },
        }
    }
    if context.json {
        return Ok(true);
    }
    let tally = tally.lock().unwrap_or_else(PoisonError::into_inner);
    let [requests, refused, again] = [tally.requests, tally.refused, tally.again].map(grouped);
    context.screen.gap()?;
    context.screen.note(&say!(
        lang,
        "{requests} requests, {refused} of them refused, {again} retries answered as before.",
        "共 {requests} 个请求，拒绝 {refused} 个，重试 {again} 个（按首次的内容应答）。"
    ))?;
    Ok(true)
}

fn show(report: &Report, context: &mut Context) -> Result<(), Failure> {
    let lang = context.lang;
    if context.json {
        // Standard output has its one document already, and a log wants no more than what was refused.
        if let Err(refusal) = &report.outcome {
            let said = refusal.words();
            let said = said.of(lang);
            // There is nobody left to tell if this fails.
            let _ = writeln!(anstream::stderr(), "{}", say!(lang, "refused: {said}", "拒绝：{said}"));
        }
        return Ok(());
    }
    let (state, label, text) = match &report.outcome {
        Err(refusal) => (State::Wrong, lang.pick("refused", "拒绝"), refusal.words().of(lang).to_owned()),
        Ok(None) => {
            let micros = report.timing.total().as_micros();
            (State::Right, "GET", say!(lang, "URL check answered, {micros} µs", "接入验证已应答，{micros} 微秒"))
        }
        Ok(Some(push)) => (State::Right, "POST", pushed(push, report, lang)),
    };
    Ok(context.screen.entry(state, label, &text)?)
}

fn pushed(push: &wxseal_core::Push, report: &Report, lang: Lang) -> String {
    let kind = push.message().ok().and_then(|message| {
        let kind = message.event().or(message.info_type()).or(message.msg_type())?;
        Some(kind.to_owned())
    });
    let kind = shorten(&kind.unwrap_or_default(), 40);
    let micros = report.timing.total().as_micros();
    if report.again {
        return say!(lang, "{kind} again: answered as before", "{kind}（重试）：按首次的内容应答");
    }
    say!(lang, "{kind} answered, {micros} µs", "{kind} 已应答，{micros} 微秒")
}
