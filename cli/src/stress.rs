//! `wxseal stress`: the platform's performance test of a search widget.

mod arguments;
mod chart;
mod load;
mod report;
mod tally;
mod verdict;

use std::io::{self, Write};
use std::sync::Arc;
use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};
use serde_json::json;

pub(crate) use arguments::Arguments;
use arguments::{Cases, Pace};
use load::Load;
use tally::Tally;
use verdict::Verdict;

use crate::client::Client;
use crate::context::Context;
use crate::failure::{Failure, Usage};
use crate::lang::{Lang, say};
use crate::platform::Platform;
use crate::screen::{State, grouped};
use crate::settings::Settings;
use crate::site::{Site, block_on};

/// Beyond this many requests a second, only a server of this machine is loaded without a question.
const UNASKED: u32 = 50;

/// How often the progress is shown.
const REFRESH: Duration = Duration::from_millis(200);

/// What was asked for, and what came of it.
struct Outcome {
    url: String,
    pace: Pace,
    tally: Tally,
    verdict: Verdict,
    interrupted: bool,
}

pub(crate) fn run(arguments: &Arguments, context: &mut Context) -> Result<bool, Failure> {
    let lang = context.lang;
    let settings = Settings::load(&arguments.settings, lang)?;
    let site = arguments.site.read(lang)?;
    let platform = Platform::of_settings(&settings)?;
    let cases = arguments.cases(lang)?;
    let pace = arguments.pace();
    let url = site.target.url();
    if !context.json {
        context.screen.title("wxseal stress", lang.pick("the platform's performance test", "平台的后台性能测试"))?;
        let (qps, duration, count) = (grouped(pace.qps as usize), pace.duration_text(), grouped(cases.len()));
        let text = say!(
            lang,
            "{url}: {qps} requests a second for {duration}, cases: {count}",
            "{url}：每秒 {qps} 个请求，持续 {duration}，用例 {count} 条"
        );
        context.screen.text(lang.pick("load", "负载"), &text)?;
    }
    let (tally, interrupted) = block_on(async {
        let client = reach(&site, lang).await?;
        if pace.qps > UNASKED && !client.is_local() && !arguments.yes {
            return Err(not_asked(&url, pace.qps, lang).into());
        }
        Ok::<_, Failure>(put(client, platform, cases, pace, lang).await)
    })??;

    let verdict = Verdict::of(&tally, arguments.local);
    let outcome = Outcome { url, pace, tally, verdict, interrupted };
    let passed = outcome.verdict.passed();
    if let Some(path) = &arguments.report {
        let shown = path.display();
        std::fs::write(path, report::html(&outcome, lang)).map_err(|error| {
            say!(lang, "--report: {shown} cannot be written: {error}", "--report：无法写入 {shown}：{error}")
        })?;
    }
    if context.json {
        context.print_json(&outcome.to_json(lang))?;
    } else {
        outcome.show(context, arguments)?;
    }
    Ok(passed)
}

async fn reach(site: &Site, lang: Lang) -> Result<Client, Failure> {
    Ok(site.client().await.map_err(|broken| broken.said.of(lang).to_owned())?)
}

fn not_asked(url: &str, qps: u32, lang: Lang) -> Usage {
    Usage(say!(
        lang,
        "{url} is not this machine: {qps} requests a second need --yes, and the owner's consent",
        "{url} 不是本机：每秒 {qps} 个请求需要加 --yes，并须得到对方同意"
    ))
}

/// Puts the load on; returns what came of it, and whether Ctrl-C ended it.
async fn put(client: Client, platform: Platform, cases: Cases, pace: Pace, lang: Lang) -> (Tally, bool) {
    let load = Arc::new(Load::new(client, platform, cases, pace));
    // On standard error, and only where that is a terminal.
    let seconds = pace.duration.as_secs().max(1);
    let bar = ProgressBar::new(seconds).with_style(style(lang));
    let shown = Arc::clone(&load);
    let progress = async {
        loop {
            tokio::time::sleep(REFRESH).await;
            bar.set_position(shown.elapsed().as_secs().min(seconds));
            bar.set_message(shown.progress(lang));
        }
    };
    let interrupted = tokio::select! {
        () = load.run() => false,
        Ok(()) = tokio::signal::ctrl_c() => true,
        () = progress => false,
    };
    bar.finish_and_clear();
    (load.take(), interrupted)
}

fn style(lang: Lang) -> ProgressStyle {
    let template = lang.pick("   {bar:24} {pos}/{len} s, {msg}", "   {bar:24} {pos}/{len} 秒，{msg}");
    ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar())
}

/// A load of some seconds against a server of this machine, for the demo.
pub(crate) async fn short<W: Write>(
    site: &Site,
    platform: Platform,
    seconds: u64,
    context: &mut Context<W>,
) -> Result<bool, Failure> {
    let pace = Pace { qps: 200, duration: Duration::from_secs(seconds) };
    let client = reach(site, context.lang).await?;
    let (tally, interrupted) = put(client, platform, Cases::example(), pace, context.lang).await;
    let verdict = Verdict::of(&tally, true);
    let outcome = Outcome { url: site.target.url(), pace, tally, verdict, interrupted };
    outcome.show_figures(context)?;
    Ok(outcome.verdict.passed() && !interrupted)
}

impl Outcome {
    fn show(&self, context: &mut Context, arguments: &Arguments) -> Result<(), Failure> {
        let lang = context.lang;
        self.show_figures(context)?;
        if let Some(path) = &arguments.report {
            context.screen.text(lang.pick("report", "报告"), &path.display().to_string())?;
        }
        context.screen.gap()?;
        let verdict = match (self.interrupted, self.verdict.passed()) {
            (false, true) => lang.pick("The server passes the test.", "服务器通过测试。"),
            (false, false) => lang.pick("The server does not pass the test.", "服务器未通过测试。"),
            (true, true) => lang.pick("Interrupted; so far the server passes.", "已中断；到目前为止通过。"),
            (true, false) => lang.pick("Interrupted; so far the server does not pass.", "已中断；到目前为止未通过。"),
        };
        Ok(context.screen.verdict(self.verdict.passed(), verdict)?)
    }

    fn show_figures<W: Write>(&self, context: &mut Context<W>) -> io::Result<()> {
        let (lang, tally) = (context.lang, &self.tally);
        let (sent, rate, seconds) = (grouped(tally.sent()), self.rate(), self.sending().as_secs_f64());
        let text = say!(
            lang,
            "{sent} requests in {seconds:.1} s, {rate:.1} a second",
            "{seconds:.1} 秒内 {sent} 个请求，每秒 {rate:.1} 个"
        );
        context.screen.text(lang.pick("sent", "发送"), &text)?;
        let percentiles: Vec<String> =
            tally.percentiles().into_iter().map(|(name, ms)| format!("{name} {ms:.2}")).collect();
        context.screen.text(lang.pick("latency, ms", "延迟 ms"), &percentiles.join(", "))?;
        if tally.right > 0 {
            context.screen.text("err_code", &tally.err_codes_text())?;
        }
        for rule in &self.verdict.rules {
            let state = if rule.held { State::Right } else { State::Wrong };
            context.screen.state(state, &rule.label(lang), &rule.text(lang))?;
        }
        for (rule, error) in &tally.errors {
            let (count, said) = (grouped(error.count), error.said.of(lang));
            context.screen.state(State::Wrong, rule, &say!(lang, "{count} times: {said}", "{count} 次：{said}"))?;
        }
        let behind = tally.lag_ms();
        let text = say!(
            lang,
            "99 % of the requests went out within {behind:.1} ms of their time",
            "99 % 的请求在预定时刻后 {behind:.1} ms 内发出"
        );
        context.screen.text(lang.pick("this tool", "本工具"), &text)
    }

    /// How long requests went out; the last answers may come later.
    fn sending(&self) -> Duration {
        self.tally.elapsed.min(self.pace.duration)
    }

    fn rate(&self) -> f64 {
        let seconds = self.sending().as_secs_f64();
        if seconds > 0.0 { tally::float(self.tally.sent()) / seconds } else { 0.0 }
    }

    fn to_json(&self, lang: Lang) -> serde_json::Value {
        let tally = &self.tally;
        let percentiles: serde_json::Map<_, _> =
            tally.percentiles().into_iter().map(|(name, ms)| (name.to_owned(), json!(ms))).collect();
        let err_codes: serde_json::Map<_, _> =
            tally.err_codes().map(|(err_code, count)| (err_code.to_string(), json!(count))).collect();
        let rules = self.verdict.rules.iter().map(|rule| {
            json!({
                "limit_ms": rule.limit.as_millis(),
                "share": rule.found,
                "allowed": rule.allowed,
                "passed": rule.held,
            })
        });
        let errors = tally
            .errors
            .iter()
            .map(|(rule, error)| json!({ "rule": rule, "count": error.count, "said": error.said.of(lang) }));
        json!({
            "url": self.url,
            "passed": self.verdict.passed(),
            "interrupted": self.interrupted,
            "qps": self.pace.qps,
            "seconds": tally.elapsed.as_secs_f64(),
            "sent": tally.sent(),
            "right": tally.right,
            "latency_ms": percentiles,
            "err_codes": err_codes,
            "acceptance": rules.collect::<serde_json::Value>(),
            "errors": errors.collect::<serde_json::Value>(),
            "lag_ms": tally.lag_ms(),
        })
    }
}
