//! `wxseal demo`: a webhook server and the platform, talking HTTP over 127.0.0.1.

mod documented;
mod refused;
mod searched;
mod tools;

use std::io::{self, Write};
use std::net::Ipv4Addr;
use std::sync::mpsc::{self, Receiver};
use std::time::Duration;

use clap::Args;
use hyper::header::HeaderValue;
use serde_json::{Value, json};
use wxseal_core::{Endpoint, Format, MsgCrypt};

use crate::app::App;
use crate::checks::{self, Checks};
use crate::client::{Answer, Client, Outgoing};
use crate::context::Context;
use crate::failure::Failure;
use crate::lang::{say, words};
use crate::platform::{self, Platform, Push};
use crate::screen::{Screen, grouped};
use crate::server::{Limits, Report, Route, Server, Timing};
use crate::site::{Site, block_on};

/// An AppID for the widget's Mini Program, which does not exist.
const WIDGET_APP_ID: &str = "wx0123456789abcdef";

/// What the platform allots to encryption and decryption.
const CRYPTO_ALLOTTED: u32 = 10_000;

/// Short enough for a demo: the platform's own example has 60 seconds.
const LIFESPAN: u32 = 2;

#[derive(Args)]
pub(crate) struct Arguments {
    /// Seconds that the load at the end lasts
    #[arg(long, value_name = "SECONDS", default_value_t = 10, value_parser = clap::value_parser!(u64).range(1..=3600))]
    load: u64,
}

/// How many reports of the server's wait to be read: each step reads its own, and the load at the end none.
const BACKLOG: usize = 16;

/// Runs the demo; returns whether every check held.
pub(crate) fn run(arguments: &Arguments, context: &mut Context) -> Result<bool, Failure> {
    if !context.json {
        return Ok(block_on(play(context, arguments.load))??.failed == 0);
    }
    let mut silent = Context { screen: Screen::new(io::sink()), lang: context.lang, json: false };
    let Tally { passed, failed, .. } = block_on(play(&mut silent, arguments.load))??;
    context.print_json(&json!({ "passed": passed, "failed": failed }))?;
    Ok(failed == 0)
}

async fn play<W: Write>(context: &mut Context<W>, load: u64) -> Result<Tally, Failure> {
    let documented = documented::Examples::read()?;
    let [token, key, app_id] = documented.settings()?;
    // As the console's users make them. They live as long as the demo, and nobody sees them.
    let (fresh_token, fresh_key) = (platform::alphanumerics(32), platform::alphanumerics(43));

    let (sender, reports) = mpsc::sync_channel(BACKLOG);
    let routes = vec![
        // The documentation's examples are years old.
        Route { path: Some("/doc"), endpoint: Endpoint::new(MsgCrypt::new(token, key, app_id)?).tolerance(None) },
        Route {
            path: Some("/stock"),
            endpoint: Endpoint::new(MsgCrypt::new(&fresh_token, &fresh_key, WIDGET_APP_ID)?),
        },
    ];
    let watch = Box::new(move |report| drop(sender.try_send(report)));
    let app = App { lifespan: LIFESPAN, ..App::default() };
    let server = Server::start((Ipv4Addr::LOCALHOST, 0).into(), routes, app, Limits::default(), watch).await?;
    let address = server.address();
    let lang = context.lang;
    context.screen.title("wxseal demo", "本机演示")?;
    context.screen.note(&say!(
        lang,
        "The platform pushes to a webhook server at http://{address}.",
        "平台向 http://{address} 上的服务器推送。"
    ))?;

    let site = Site::local(&format!("http://{address}/stock"), lang)?;
    let client = site.client().await.map_err(|broken| broken.said.of(lang).to_owned())?;
    let mut demo = Demo { context, client, reports, tally: Tally::default() };
    demo.check_url(&documented).await?;
    demo.push_documented(&Platform::new(token, key, app_id)?, &documented).await?;
    let widget = Platform::new(&fresh_token, &fresh_key, WIDGET_APP_ID)?;
    demo.push_widget_as_xml(&widget).await?;
    demo.push_widget_as_json(&widget).await?;
    demo.push_what_must_be_refused(&widget).await?;
    demo.sum_up_crypto()?;
    demo.use_the_tools(&site, &widget).await?;
    demo.load(&site, widget, load).await?;
    demo.sum_up()
}

struct Demo<'a, W> {
    context: &'a mut Context<W>,
    client: Client,
    reports: Receiver<Report>,
    tally: Tally,
}

#[derive(Default)]
struct Tally {
    passed: usize,
    failed: usize,
    crypto: Duration,
}

impl<W: Write> Demo<'_, W> {
    /// Begins a step; its title stands in both languages, the reader's first.
    fn step(&mut self, number: usize, english: &str, chinese: &str) -> io::Result<()> {
        let [first, second] = self.context.lang.pick([english, chinese], [chinese, english]);
        self.context.screen.step(number, first, second)
    }

    fn sum_up_crypto(&mut self) -> Result<(), Failure> {
        let crypto = microseconds(self.tally.crypto);
        let text =
            say!(self.context.lang, "Crypto in these steps together: {crypto}.", "以上各步加解密合计 {crypto}。");
        self.context.screen.gap()?;
        Ok(self.context.screen.note(&text)?)
    }

    fn sum_up(self) -> Result<Tally, Failure> {
        let Tally { passed, failed, .. } = self.tally;
        self.context.screen.gap()?;
        let verdict = format!("{passed} checks passed, {failed} failed  通过 {passed} 项，失败 {failed} 项");
        self.context.screen.verdict(failed == 0, &verdict)?;
        Ok(self.tally)
    }

    async fn push(&mut self, path: &str, push: &Push, content_type: &'static str) -> Result<(Answer, Report), Failure> {
        let what = self.context.lang.pick("encrypted", "已加密");
        self.push_saying(path, push, content_type, what).await
    }

    async fn push_saying(
        &mut self,
        path: &str,
        push: &Push,
        content_type: &'static str,
        what: &str,
    ) -> Result<(Answer, Report), Failure> {
        let outgoing = Outgoing {
            method: hyper::Method::POST,
            target: format!("{path}?{}", push.query),
            content_type: Some(HeaderValue::from_static(content_type)),
            body: push.body.clone().into(),
        };
        let (size, format) = (grouped(push.body.len()), name(push.format));
        let below = say!(
            self.context.lang,
            "{size} bytes of {format}, Content-Type {content_type}, {what}",
            "{format} {size} 字节，Content-Type {content_type}，{what}"
        );
        self.exchange(&outgoing, Some(&below)).await
    }

    /// Sends a request and shows it; returns what came back over HTTP and what the server says that it did.
    async fn exchange(&mut self, outgoing: &Outgoing, below: Option<&str>) -> Result<(Answer, Report), Failure> {
        self.context.screen.request(self.context.lang, outgoing.method.as_str(), &outgoing.target)?;
        if let Some(below) = below {
            self.context.screen.text("", below)?;
        }
        let lang = self.context.lang;
        let answer = self.client.send(outgoing).await.map_err(|broken| broken.said.of(lang).to_owned())?;
        let report = self.reports.try_recv().map_err(|_| format!("HTTP status {}, and no report", answer.status))?;
        Ok((answer, report))
    }

    /// Shows what the server read from a push, and checks that it is what the platform encrypted.
    fn understood(
        &mut self,
        report: &Report,
        expected: &str,
        checks: &mut Checks,
        details: impl FnOnce(&wxseal_core::Push) -> String,
    ) -> Result<(), Failure> {
        if let Some(Some(push)) = accepted(report, checks) {
            let message = push.message()?;
            let size = grouped(push.message_bytes().len());
            let lang = self.context.lang;
            let text = say!(
                lang,
                "msg_signature verified, {size} bytes decrypted:",
                "msg_signature 已验证，解密得 {size} 字节："
            );
            self.context.screen.text(lang.pick("understood", "解读"), &text)?;
            let (msg_type, event) = (message.msg_type().unwrap_or("none"), message.event().unwrap_or("none"));
            self.context.screen.text("", &format!("MsgType {msg_type}, Event {event},"))?;
            self.context.screen.text("", &details(push))?;
            checks.hold(checks::DECRYPTED, push.message_bytes() == expected.as_bytes(), || {
                words!("the server read another message", "服务器读到的是另一条消息")
            });
        }
        Ok(())
    }

    fn answered(&mut self, answer: &Answer, what: &str) -> Result<(), Failure> {
        let lang = self.context.lang;
        let content_type = answer.content_type.as_deref().map_or(String::new(), |name| format!(" {name}"));
        let length = grouped(answer.body.len());
        let size = if answer.body.is_empty() {
            lang.pick("no body", "无内容").to_owned()
        } else {
            say!(lang, "{length} bytes", "{length} 字节")
        };
        Ok(self
            .context
            .screen
            .text(lang.pick("answered", "应答"), &format!("{}{content_type}, {size}{what}", answer.status))?)
    }

    fn conclude(
        &mut self,
        checks: &Checks,
        timing: Timing,
        answer: &Answer,
        allotted: Option<u32>,
    ) -> Result<(), Failure> {
        let lang = self.context.lang;
        self.context.screen.checks(checks, lang)?;
        self.count(checks.iter().count() - checks.failed(), checks.failed());
        self.tally.crypto += timing.total();
        let (label, crypto) = match timing.seal {
            Some(seal) => {
                let (open, seal) = (microseconds(timing.open), microseconds(seal));
                let text =
                    say!(lang, "verify + decrypt {open}, encrypt + sign {seal}:", "验签解密 {open}，加密签名 {seal}：");
                self.context.screen.text(lang.pick("crypto", "加解密"), &text)?;
                ("", timing.total())
            }
            None => (lang.pick("crypto", "加解密"), timing.open),
        };
        let (crypto, most) = (microseconds(crypto), grouped(CRYPTO_ALLOTTED as usize));
        self.context.screen.text(label, &say!(lang, "{crypto} of the {most} µs allotted", "{crypto}，限 {most} µs"))?;
        let round_trip = format!("{:.2} ms", answer.round_trip.as_secs_f64() * 1e3);
        let text = match allotted {
            Some(most) => say!(lang, "{round_trip} of the {most} ms allotted", "{round_trip}，限 {most} ms"),
            None => round_trip,
        };
        Ok(self.context.screen.text(lang.pick("round trip", "往返"), &text)?)
    }

    fn count(&mut self, passed: usize, failed: usize) {
        self.tally.passed += passed;
        self.tally.failed += failed;
    }
}

/// What the server took; that it refused is a check that failed.
fn accepted<'r>(report: &'r Report, checks: &mut Checks) -> Option<&'r Option<wxseal_core::Push>> {
    match &report.outcome {
        Ok(opened) => Some(opened),
        Err(refusal) => {
            checks.fail(checks::ACCEPTED, refusal.words());
            None
        }
    }
}

fn name(format: Format) -> &'static str {
    match format {
        Format::Xml => "XML",
        Format::Json => "JSON",
    }
}

fn microseconds(time: Duration) -> String {
    format!("{:.1} µs", time.as_secs_f64() * 1e6)
}

fn text<'v>(value: &'v Value, pointer: &str) -> Result<&'v str, Failure> {
    Ok(value.pointer(pointer).and_then(Value::as_str).ok_or_else(|| format!("there is no text at {pointer}"))?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Lang;

    const KEY: &str = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFG";

    /// The server has another key than the platform.
    #[test]
    fn a_failed_check_fails_the_demo() {
        let mut shown = Vec::new();
        let mut context = Context { screen: Screen::new(&mut shown), lang: Lang::En, json: false };
        let tally = block_on(async {
            let (sender, reports) = mpsc::sync_channel(BACKLOG);
            let crypt = MsgCrypt::new("token", "A".repeat(43), WIDGET_APP_ID).unwrap();
            let route = Route { path: Some("/stock"), endpoint: Endpoint::new(crypt) };
            let watch = Box::new(move |report| drop(sender.try_send(report)));
            let any_port = (Ipv4Addr::LOCALHOST, 0).into();
            let server = Server::start(any_port, vec![route], App::default(), Limits::default(), watch).await.unwrap();
            let site = Site::local(&format!("http://{}/", server.address()), Lang::En).unwrap();
            let client = site.client().await.unwrap();
            let mut demo = Demo { context: &mut context, client, reports, tally: Tally::default() };
            let platform = Platform::new("token", KEY, WIDGET_APP_ID).unwrap();
            demo.push_widget_as_xml(&platform).await.unwrap();
            demo.push_widget_as_json(&platform).await.unwrap();
            demo.sum_up().unwrap()
        });
        assert_eq!(tally.unwrap().failed, 4);
        let shown = anstream::adapter::strip_str(std::str::from_utf8(&shown).unwrap()).to_string();
        assert!(shown.contains("✗ accepted  ✗ status"), "{shown}");
        assert!(shown.contains("status: 403, expected 200"), "{shown}");
        assert!(shown.ends_with("0 checks passed, 4 failed  通过 0 项，失败 4 项\n"), "{shown}");
    }
}
