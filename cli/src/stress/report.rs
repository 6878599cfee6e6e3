//! The report as one HTML page that needs nothing else.

use std::time::SystemTime;

use super::{Outcome, chart};
use crate::lang::{Lang, say};
use crate::screen::grouped;

const STYLE: &str = include_str!("report.css");

/// The whole page.
pub(super) fn html(outcome: &Outcome, lang: Lang) -> String {
    let tally = &outcome.tally;
    let limits: Vec<u64> =
        outcome.verdict.rules.iter().filter_map(|rule| u64::try_from(rule.limit.as_millis()).ok()).collect();
    let (class, verdict) = if outcome.verdict.passed() {
        ("pass", lang.pick("Passed", "通过"))
    } else {
        ("fail", lang.pick("Not passed", "未通过"))
    };
    let interrupted = if outcome.interrupted { lang.pick(" (interrupted)", "（已中断）") } else { "" };
    let title = lang.pick("Performance test of a search widget's server", "搜索 Widget 后台性能测试");
    let (url, when) = (escaped(&outcome.url), httpdate::fmt_http_date(SystemTime::now()));
    let (sent, seconds, rate) = (grouped(tally.sent()), outcome.sending().as_secs_f64(), outcome.rate());
    let behind = tally.lag_ms();
    let summary = say!(
        lang,
        "{sent} requests in {seconds:.1} s, {rate:.1} a second; 99 % went out within {behind:.1} ms of their time.",
        "{seconds:.1} 秒内 {sent} 个请求，每秒 {rate:.1} 个；99 % 在预定时刻后 {behind:.1} ms 内发出。"
    );
    let language = lang.pick("en", "zh-CN");
    let headings = [
        lang.pick("Acceptance", "验收标准"),
        lang.pick("Latency in ms", "延迟（ms）"),
        lang.pick("Latency over the time", "延迟随时间的变化"),
        lang.pick("Requests a second", "每秒请求数"),
        lang.pick("Errors", "错误"),
    ];
    let [acceptance, latency, over_time, requests, errors] = headings;
    let legend =
        r#"<p class="legend"><span class="p50">p50</span><span class="p95">p95</span><span class="max">max</span></p>"#;
    format!(
        r#"<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
{STYLE}</style>
</head>
<body>
<header><h1>{title}</h1><p class="url">{url}</p><p class="quiet">{when}</p></header>
<p class="verdict {class}">{verdict}{interrupted}</p>
<p>{summary}</p>
<h2>{acceptance}</h2>
{}
<p><code>err_code</code> {}</p>
<h2>{latency}</h2>
{}
{}
<h2>{over_time}</h2>
{legend}
{}
<h2>{requests}</h2>
{}
<h2>{errors}</h2>
{}
<footer>wxseal {}</footer>
</body>
</html>
"#,
        acceptance_table(outcome, lang),
        if tally.right > 0 { tally.err_codes_text() } else { "–".to_owned() },
        latency_table(outcome),
        chart::histogram(tally, &limits, lang),
        chart::timeline(tally, &limits, lang),
        chart::rates(tally, lang),
        error_table(outcome, lang),
        env!("CARGO_PKG_VERSION"),
    )
}

fn acceptance_table(outcome: &Outcome, lang: Lang) -> String {
    let head = lang.pick(["Latency", "Share of the requests", "Required", ""], ["延迟", "占全部请求", "要求", ""]);
    let rows = outcome.verdict.rules.iter().map(|rule| {
        let (class, mark) = if rule.held { ("pass", "✓") } else { ("fail", "✗") };
        let (label, allowed) = (escaped(&rule.label(lang)), rule.allowed_text());
        format!(
            r#"<tr><th>{label}</th><td>{:.2} %</td><td>{allowed}</td><td class="{class}">{mark}</td></tr>"#,
            rule.found * 100.0
        )
    });
    let note = lang.pick(
        "What was not answered, or not as it should be, counts as over the limit.",
        "未应答或应答有误的请求按超时计。",
    );
    format!(r#"{}<p class="quiet">{note}</p>"#, table("acceptance", &head, rows))
}

fn latency_table(outcome: &Outcome) -> String {
    let percentiles = outcome.tally.percentiles();
    let head = percentiles.map(|(name, _)| name);
    let cells: String = percentiles.map(|(_, ms)| format!("<td>{ms:.2}</td>")).concat();
    table("figures", &head, std::iter::once(format!("<tr>{cells}</tr>")))
}

fn error_table(outcome: &Outcome, lang: Lang) -> String {
    if outcome.tally.errors.is_empty() {
        return format!("<p>{}</p>", lang.pick("None.", "无。"));
    }
    let head = lang.pick(["Rule", "Requests", "The first of them"], ["规则", "请求数", "第一个的情况"]);
    let rows = outcome.tally.errors.iter().map(|(rule, kind)| {
        let (count, said) = (grouped(kind.count), escaped(kind.said.of(lang)));
        format!(r#"<tr><th>{rule}</th><td>{count}</td><td class="said">{said}</td></tr>"#)
    });
    table("errors", &head, rows)
}

fn table(class: &str, head: &[&str], rows: impl Iterator<Item = String>) -> String {
    let (head, rows) = (head.join("</th><th>"), rows.collect::<String>());
    format!(
        r#"<div class="wide"><table class="{class}"><thead><tr><th>{head}</th></tr></thead><tbody>{rows}</tbody></table></div>"#
    )
}

/// What a peer or the command line said, as text of HTML.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::super::{Pace, Tally, Verdict};
    use super::*;
    use crate::checks::{self, Checks};
    use crate::lang::Words;

    #[test]
    fn the_page_stands_alone_and_nobody_writes_into_it() {
        let mut tally = Tally::new(Duration::from_secs(1));
        let mut checks = Checks::default();
        checks.fail(checks::REDIRECT, Words::same("302 to <script>alert(1)</script>"));
        tally.record(Duration::ZERO, Duration::from_millis(5), Duration::ZERO, &checks);
        let verdict = Verdict::of(&tally, false);
        let pace = Pace { qps: 1, duration: Duration::from_secs(1) };
        let url = "http://127.0.0.1/\"><script>".to_owned();
        let outcome = Outcome { url, pace, tally, verdict, interrupted: true };
        for lang in [Lang::En, Lang::Zh] {
            let shown = html(&outcome, lang);
            assert!(!shown.contains("<script"), "{shown}");
            assert!(!shown.contains("http") || !shown.contains("src="), "{shown}");
            assert_eq!(shown.matches("<svg").count(), 3);
            assert!(shown.contains("&lt;script&gt;alert(1)"));
            for tag in ["div", "table", "tr", "td", "th", "svg", "p", "h2", "html"] {
                let (open, close) = (
                    shown.matches(&format!("<{tag}>")).count() + shown.matches(&format!("<{tag} ")).count(),
                    shown.matches(&format!("</{tag}>")).count(),
                );
                assert_eq!(open, close, "{tag}");
            }
        }
    }
}
