//! The trace on the terminal, and as JSON.

use std::io::{self, Write};

use serde_json::{Map, Value, json};
use wxseal_core::{Finding, Incoming};

use super::step::Name;
use super::trace::Trace;
use crate::capture::{Capture, Oddity};
use crate::context::error_json;
use crate::lang::{Lang, say};
use crate::screen::{Screen, State};
use crate::settings::Settings;

pub(super) struct Shown<'a> {
    pub(super) trace: &'a Trace,
    pub(super) capture: &'a Capture,
    pub(super) settings: &'a Settings,
    /// Whether the message is shown, too.
    pub(super) message: bool,
}

/// A finding or an oddity in words.
struct Reason {
    name: String,
    cause: String,
    change: String,
}

impl Shown<'_> {
    pub(super) fn print(&self, screen: &mut Screen<impl Write>, lang: Lang) -> io::Result<()> {
        screen.text(lang.pick("settings", "设置"), &self.settings_text(lang))?;
        screen.gap()?;
        for step in &self.trace.steps {
            screen.state(step.state, label(step.name, lang), &step.detail)?;
        }
        screen.gap()?;
        self.print_verdict(screen, lang)?;
        for reason in self.reasons(lang) {
            screen.gap()?;
            screen.text(
                lang.pick("why", "原因"),
                &lang.pick(
                    format!("{} ({})", reason.cause, reason.name),
                    format!("{}（{}）", reason.cause, reason.name),
                ),
            )?;
            screen.text(lang.pick("change", "怎么改"), &reason.change)?;
        }
        if let Some(message) = self.message_text() {
            screen.gap()?;
            for line in message.lines() {
                screen.note(line)?;
            }
        }
        Ok(())
    }

    fn print_verdict(&self, screen: &mut Screen<impl Write>, lang: Lang) -> io::Result<()> {
        match &self.trace.outcome {
            Ok(_) => screen.verdict(true, lang.pick("Accepted.", "可以接受。")),
            Err(error) => {
                let step = self.stop().map_or("", |name| label(name, lang));
                let (name, code, status) = (error.name(), error.code(), error.http_status());
                let text = say!(
                    lang,
                    "It stops at {step}: {name} ({code}), HTTP {status}",
                    "停在“{step}”：{name} ({code})，HTTP {status}"
                );
                screen.verdict(false, &text)
            }
        }
    }

    pub(super) fn json(&self, lang: Lang) -> Value {
        let steps = self.trace.steps.iter().map(|step| {
            let state = match step.state {
                State::Right => "right",
                State::Wrong => "wrong",
                State::Open => "open",
            };
            json!({ "step": key(step.name), "state": state, "detail": step.detail })
        });
        let sources: Map<String, Value> = self
            .settings
            .sources()
            .map(|(name, source)| (name.to_owned(), Value::String(source.to_string())))
            .collect();
        let findings = self.trace.findings.iter().map(|finding| {
            let mut document = explained(*finding, lang).json();
            match finding {
                Finding::MissingParameter { name } => add(&mut document, "parameter", json!(name)),
                Finding::StaleTimestamp { seconds } => add(&mut document, "seconds", json!(seconds)),
                _ => {}
            }
            document
        });
        let oddities = self.capture.oddities.iter().map(|oddity| odd(oddity, lang).json());
        let error = self.trace.outcome.as_ref().err().map(|error| {
            let mut document = error_json(*error, lang);
            add(&mut document, "http_status", json!(error.http_status()));
            document
        });
        let mut document = json!({
            "ok": self.trace.outcome.is_ok(),
            "method": self.capture.method,
            "mode": self.settings.mode.name(),
            "dialect": self.settings.dialect.name(),
            "settings": sources,
            "steps": steps.collect::<Vec<_>>(),
            "stops_at": self.stop().map(key),
            "error": error,
            "oddities": oddities.collect::<Vec<_>>(),
            "findings": findings.collect::<Vec<_>>(),
        });
        if let Some(message) = self.message_text() {
            add(&mut document, "message", json!(message));
        }
        document
    }

    /// What is accepted, and where each setting comes from; no other value.
    fn settings_text(&self, lang: Lang) -> String {
        let (mode, dialect) = (self.settings.mode.name(), self.settings.dialect.name());
        let sources: Vec<String> = self.settings.sources().map(|(_, source)| source.to_string()).collect();
        let sources = sources.join(", ");
        say!(lang, "{dialect}, {mode} mode; from {sources}", "{dialect}，{mode} 模式；取自 {sources}")
    }

    fn stop(&self) -> Option<Name> {
        self.trace.steps.iter().find(|step| step.state == State::Wrong).map(|step| step.name)
    }

    /// What is odd about the capture itself comes first: it may be the cause of all else.
    fn reasons(&self, lang: Lang) -> Vec<Reason> {
        let oddities = self.capture.oddities.iter().map(|oddity| odd(oddity, lang));
        let mut reasons: Vec<Reason> =
            oddities.chain(self.trace.findings.iter().map(|finding| explained(*finding, lang))).collect();
        if let (Err(error), true) = (&self.trace.outcome, reasons.is_empty()) {
            let cause = lang.error_text(*error).to_owned();
            reasons.push(Reason { name: error.name().to_owned(), cause, change: String::new() });
        }
        reasons
    }

    fn message_text(&self) -> Option<String> {
        let Ok(Incoming::Push(push)) = &self.trace.outcome else { return None };
        self.message.then(|| String::from_utf8_lossy(push.message_bytes()).into_owned())
    }
}

impl Reason {
    fn json(&self) -> Value {
        json!({ "name": self.name, "cause": self.cause, "change": self.change })
    }
}

fn add(document: &mut Value, name: &str, value: Value) {
    if let Some(members) = document.as_object_mut() {
        members.insert(name.to_owned(), value);
    }
}

fn explained(finding: Finding, lang: Lang) -> Reason {
    let advice = lang.finding(finding);
    let cause = advice.cause;
    let cause = match finding {
        Finding::MissingParameter { name } => say!(lang, "{cause} It is {name}.", "{cause}缺的是 {name}。"),
        Finding::StaleTimestamp { seconds } if seconds < 0 => {
            let ahead = seconds.unsigned_abs();
            say!(lang, "{cause} It is {ahead} s ahead.", "{cause}快了 {ahead} 秒。")
        }
        Finding::StaleTimestamp { seconds } => {
            say!(lang, "{cause} It is {seconds} s old.", "{cause}早了 {seconds} 秒。")
        }
        _ => cause.to_owned(),
    };
    Reason { name: finding.name().to_owned(), cause, change: advice.change.to_owned() }
}

fn odd(oddity: &Oddity, lang: Lang) -> Reason {
    let (name, cause, change) = match oddity {
        Oddity::CutShort { announced: Some(announced), present } => (
            "CutShort",
            say!(
                lang,
                "The body has {present} bytes, and Content-Length says {announced}: it was cut short.",
                "包体有 {present} 字节，而 Content-Length 为 {announced}：被截断了。"
            ),
            lang.pick(
                "Read the body to its end before you pass it on; look for a limit of the proxy, and capture all of it.",
                "把包体读完再往下传；检查代理的大小限制，并确认抓包完整。",
            ),
        ),
        Oddity::CutShort { announced: None, present } => (
            "CutShort",
            say!(
                lang,
                "The body ends in the middle, after {present} bytes: it was cut short.",
                "包体在第 {present} 字节处中断：被截断了。"
            ),
            lang.pick(
                "Read the body to its end before you pass it on; look for a limit of the proxy, and capture all of it.",
                "把包体读完再往下传；检查代理的大小限制，并确认抓包完整。",
            ),
        ),
        Oddity::Compressed { encoding } => (
            "Compressed",
            say!(lang, "The body is compressed ({encoding}).", "包体被压缩了（{encoding}）。"),
            lang.pick(
                "The platform does not compress: look for the proxy that does, and decompress before you pass it on.",
                "平台不压缩：找出压缩它的代理，解压后再往下传。",
            ),
        ),
        Oddity::NoQuery => (
            "NoQuery",
            lang.pick("The URL has no query at all.", "URL 完全没有查询串。").to_owned(),
            lang.pick(
                "Look for a redirect, proxy or rewrite rule that drops what stands behind the ?.",
                "检查跳转、代理或重写规则是否丢了 ? 后面的内容。",
            ),
        ),
    };
    Reason { name: name.to_owned(), cause, change: change.to_owned() }
}

fn key(name: Name) -> &'static str {
    match name {
        Name::ReceiveId => "receive_id",
        Name::Aes => "aes",
        _ => label(name, Lang::En),
    }
}

fn label(name: Name, lang: Lang) -> &'static str {
    match name {
        Name::Query => lang.pick("query", "查询串"),
        Name::Grammar => lang.pick("grammar", "参数格式"),
        Name::Envelope => lang.pick("envelope", "包体"),
        Name::Signature => lang.pick("signature", "签名"),
        Name::Time => lang.pick("time", "时间"),
        Name::Base64 => "base64",
        Name::Aes => "AES",
        Name::Padding => lang.pick("padding", "填充"),
        Name::Frame => lang.pick("frame", "内部结构"),
        Name::ReceiveId => lang.pick("receive id", "接收方"),
        Name::Message => lang.pick("message", "消息"),
        Name::Answer => lang.pick("answer", "应答"),
    }
}
