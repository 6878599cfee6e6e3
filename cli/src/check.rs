//! `wxseal check`: the GET check that the platform makes when a URL is entered in the console.

use std::io::Write;

use clap::Args;
use hyper::Method;
use hyper::body::Bytes;
use serde_json::json;

use crate::checks::{self, Checks};
use crate::client::{Answer, Client, Outgoing};
use crate::context::Context;
use crate::echo::check_url_answer;
use crate::failure::Failure;
use crate::lang::{say, words};
use crate::platform::Platform;
use crate::reply::check_broken;
use crate::rows::Show;
use crate::settings::{Settings, SettingsArguments};
use crate::site::{Site, SiteArguments, block_on, unless_interrupted};
use crate::target::Target;

#[derive(Args)]
pub(crate) struct Arguments {
    #[command(flatten)]
    site: SiteArguments,
    /// The URL is for the search widget, which the console wants as http
    #[arg(long)]
    widget: bool,
    #[command(flatten)]
    settings: SettingsArguments,
}

/// How a check went.
#[derive(Default)]
pub(crate) struct Checked {
    pub(crate) checks: Checks,
    /// What was sent, and what came back.
    request: Option<String>,
    pub(crate) answer: Option<Answer>,
}

pub(crate) fn run(arguments: &Arguments, context: &mut Context) -> Result<bool, Failure> {
    let settings = Settings::load(&arguments.settings, context.lang)?;
    let site = arguments.site.read(context.lang)?;
    let platform = Platform::of_settings(&settings)?;
    let mut checked = Checked::default();
    let done = block_on(unless_interrupted(checked.look(&site, &platform, arguments.widget)))?;
    let interrupted = done.is_none();
    done.transpose()?;

    let passed = checked.checks.passed() && !interrupted;
    if context.json {
        context.print_json(&json!({
            "url": site.target.url(),
            "passed": passed,
            "interrupted": interrupted,
            "status": checked.answer.as_ref().map(|answer| answer.status),
            "round_trip_ms": checked.answer.as_ref().map(|answer| answer.round_trip.as_secs_f64() * 1e3),
            "checks": checked.checks.to_json(context.lang),
        }))?;
        return Ok(passed);
    }
    let lang = context.lang;
    context.screen.title("wxseal check", lang.pick("the URL check of the console", "接入验证"))?;
    checked.show(context)?;
    let broken = checked.checks.failed();
    let verdict = match (interrupted, broken) {
        (true, _) => say!(lang, "interrupted", "已中断"),
        (_, 0) => say!(lang, "The platform would accept this URL.", "平台会接受这个 URL。"),
        _ => say!(lang, "The platform would refuse this URL.", "平台会拒绝这个 URL（Token校验失败）。"),
    };
    context.screen.gap()?;
    context.screen.verdict(passed, &verdict)?;
    Ok(passed)
}

impl Checked {
    /// Makes the check.
    pub(crate) async fn look(&mut self, site: &Site, platform: &Platform, widget: bool) -> Result<(), Failure> {
        let client = match site.client().await {
            Ok(client) => client,
            Err(broken) => {
                check_broken(&broken, &mut self.checks);
                return Ok(());
            }
        };
        check_address(&client, widget, &mut self.checks);
        // 19 digits, as the documentation's example has them.
        let echostr = rand::random_range(10_i64.pow(18)..=i64::MAX).to_string();
        let target = site.target.with_query(&platform.url_check(&echostr)?);
        self.request = Some(target.clone());
        let outgoing = Outgoing { method: Method::GET, target, content_type: None, body: Bytes::new() };
        match client.send(&outgoing).await {
            Err(broken) => check_broken(&broken, &mut self.checks),
            Ok(answer) => {
                check_arrival(&site.target, &mut self.checks);
                check_url_answer(&answer, &echostr, &mut self.checks);
                self.answer = Some(answer);
            }
        }
        Ok(())
    }

    /// Shows what was sent, what came back and how it does by each rule.
    pub(crate) fn show<W: Write>(&self, context: &mut Context<W>) -> Result<(), Failure> {
        let mut show = Show::new(&mut context.screen, context.lang);
        if let Some(target) = &self.request {
            show.screen.request(show.lang, "GET", target)?;
        }
        if let Some(answer) = &self.answer {
            show.answer(answer)?;
        }
        show.checks(&self.checks)?;
        if let Some(answer) = &self.answer {
            show.round_trip(answer.round_trip, None)?;
        }
        Ok(())
    }
}

/// The answer came: so did everything before it.
pub(crate) fn check_arrival(target: &Target, checks: &mut Checks) {
    checks.right(checks::CONNECTION);
    if target.tls {
        checks.right(checks::TLS);
    }
    checks.right(checks::TIME);
}

/// What the console refuses, unless the server is this machine's own: there every port is a port to try things on.
pub(crate) fn check_address(client: &Client, widget: bool, checks: &mut Checks) {
    if client.is_local() {
        return;
    }
    let port = client.target.port;
    if !matches!(port, 80 | 443) {
        checks.warn(checks::PORT, words!("{port}: the console takes 80 and 443 only", "{port}：后台只接受 80 和 443"));
    }
    if widget && client.target.tls {
        checks.warn(
            checks::SCHEME,
            words!("it is https: the console wants http for the search widget", "这是 https：搜索 Widget 要求填 http"),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Lang;

    /// No request is sent: the addresses need no look-up.
    fn warned(url: &str, widget: bool) -> Vec<&'static str> {
        let mut checks = Checks::default();
        block_on(async {
            let client = Site::local(url, Lang::En).unwrap().client().await.unwrap();
            check_address(&client, widget, &mut checks);
        })
        .unwrap();
        assert!(checks.passed());
        checks.iter().map(|check| check.rule.id).collect()
    }

    #[test]
    fn the_console_takes_two_ports_and_for_the_widget_no_https() {
        // Addresses of documentation (RFC 5737).
        assert_eq!(warned("http://192.0.2.1/", true), [""; 0]);
        assert_eq!(warned("https://192.0.2.1/", false), [""; 0]);
        assert_eq!(warned("http://192.0.2.1:8080/", false), ["port"]);
        assert_eq!(warned("https://192.0.2.1/", true), ["scheme"]);
        assert_eq!(warned("https://192.0.2.1:8443/", true), ["port", "scheme"]);
        for url in ["https://127.0.0.1:8443/", "http://[::1]:1/", "http://[::ffff:127.0.0.1]:1/", "http://127.9.9.9:1/"]
        {
            assert_eq!(warned(url, true), [""; 0], "{url}");
        }
    }
}
