//! `wxseal demo`: a webhook server and the platform, talking HTTP over 127.0.0.1.

use std::io::Write;
use std::net::SocketAddr;
use std::sync::mpsc::{self, Receiver};
use std::time::Duration;

use hyper::Method;
use serde_json::Value;
use wxseal_core::{Endpoint, Format, MsgCrypt};

use crate::app;
use crate::client::{self, Answer, Outgoing};
use crate::failure::Failure;
use crate::platform::{self, Checks, Platform, Push, WidgetEvent};
use crate::print::{Screen, grouped};
use crate::server::{Limits, Report, Route, Server, Timing};

/// The examples of <https://developers.weixin.qq.com/miniprogram/dev/framework/server-ability/message-push.html>.
const URL_VERIFY: &str = include_str!("../../tests/vectors/url_verify.json");
const DECRYPT: &str = include_str!("../../tests/vectors/decrypt.json");
const ENCRYPT_REPLY: &str = include_str!("../../tests/vectors/encrypt_reply.json");

/// The search widget's event for the query 腾讯股价, from
/// <https://developers.weixin.qq.com/miniprogram/introduction/widget/custom/quickstart/implement/server/overview.html>.
/// The XML stands as it is printed there, with backslashes inside CDATA. The JSON does not parse as it is printed: here it
/// is without the line break inside its string, and with `152}` in place of `152"}`.
const WIDGET_XML: &str = include_str!("../data/widget.xml");
const WIDGET_JSON: &str = include_str!("../data/widget.json");

/// An AppID for the widget's Mini Program, which does not exist.
const WIDGET_APP_ID: &str = "wx0123456789abcdef";

/// What the platform allots to encryption and decryption, and to a widget's whole round trip.
const CRYPTO_ALLOTTED: &str = "of the 10,000 µs allotted";
const WIDGET_ALLOTTED: &str = "of the 300 ms allotted";

/// Runs the demo; returns whether every check held.
pub(crate) fn run(screen: &mut Screen<impl Write>) -> Result<bool, Failure> {
    tokio::runtime::Builder::new_current_thread().enable_all().build()?.block_on(play(screen))
}

async fn play(screen: &mut Screen<impl Write>) -> Result<bool, Failure> {
    let url_check = vector(URL_VERIFY, "mp_doc_url_verify")?;
    let documented = vector(DECRYPT, "mp_doc_safe_json_decrypt")?;
    let documented_reply = vector(ENCRYPT_REPLY, "mp_doc_safe_json_encrypt_reply")?;
    let token = text(&documented, "/inputs/token")?;
    let key = text(&documented, "/inputs/encoding_aes_key")?;
    let app_id = text(&documented, "/inputs/receive_id")?;
    // As `wxseal` would make them for the console. They live as long as the demo, and nobody sees them.
    let (fresh_token, fresh_key) = (platform::alphanumerics(32)?, platform::alphanumerics(43)?);

    let (sender, reports) = mpsc::channel();
    let documented_settings = MsgCrypt::new(token, key, app_id)?;
    let fresh_settings = MsgCrypt::new(&fresh_token, &fresh_key, WIDGET_APP_ID)?;
    let routes = vec![
        // The documentation's examples are years old.
        Route { path: "/doc", endpoint: Endpoint::new(documented_settings).tolerance(None) },
        Route { path: "/stock", endpoint: Endpoint::new(fresh_settings) },
    ];
    let server = Server::start(routes, Limits::default(), sender).await?;
    let address = server.address();
    screen.title("wxseal demo", "本机演示")?;
    screen.note(&format!("The platform pushes to a webhook server at http://{address}."))?;

    let mut demo = Demo { screen, address, reports, tally: Tally::default() };
    demo.check_url(&url_check).await?;
    demo.push_documented(&Platform::new(token, key, app_id)?, &documented, &documented_reply).await?;
    let widget = Platform::new(&fresh_token, &fresh_key, WIDGET_APP_ID)?;
    demo.push_widget_as_xml(&widget).await?;
    demo.push_widget_as_json(&widget).await?;
    demo.push_what_must_be_refused(&widget).await?;
    demo.sum_up()
}

struct Demo<'a, W> {
    screen: &'a mut Screen<W>,
    address: SocketAddr,
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
    async fn check_url(&mut self, vector: &Value) -> Result<(), Failure> {
        self.screen.step(1, "URL check of the official documentation", "接入校验")?;
        let echostr = text(vector, "/inputs/echostr")?;
        let target = format!(
            "/doc?signature={}&timestamp={}&nonce={}&echostr={echostr}",
            text(vector, "/inputs/signature")?,
            text(vector, "/inputs/timestamp")?,
            text(vector, "/inputs/nonce")?,
        );
        let outgoing = Outgoing { method: Method::GET, target, content_type: None, body: String::new() };
        let (answer, report) = self.exchange(&outgoing, None).await?;

        let mut checks = Checks::default();
        if accepted(&report, &mut checks).is_some() {
            self.screen.text("understood", "signature verified")?;
        }
        self.answered(&answer, &format!(": {}", String::from_utf8_lossy(&answer.body)))?;
        platform::check_url_answer(&answer, echostr, &mut checks);
        self.conclude(&checks, report.timing, &answer, None)
    }

    async fn push_documented(
        &mut self,
        platform: &Platform,
        vector: &Value,
        reply_vector: &Value,
    ) -> Result<(), Failure> {
        self.screen.step(2, "Encrypted push of the official documentation, JSON", "安全模式推送")?;
        let nonce = text(vector, "/inputs/nonce")?;
        let push = Push {
            query: format!(
                "signature={}&timestamp={}&nonce={nonce}&openid={}&encrypt_type={}&msg_signature={}",
                text(vector, "/inputs/signature")?,
                text(vector, "/inputs/timestamp")?,
                text(vector, "/inputs/openid")?,
                text(vector, "/inputs/encrypt_type")?,
                text(vector, "/inputs/msg_signature")?,
            ),
            body: text(vector, "/inputs/body")?.to_owned(),
            format: Format::Json,
            nonce: nonce.to_owned(),
        };
        let (answer, report) = self.push("/doc", &push, "application/json").await?;

        let mut checks = Checks::default();
        self.understood(&report, text(vector, "/expected/plaintext")?, &mut checks, |push| {
            let debug_str = push.message().ok().and_then(|message| message.text("debug_str")).unwrap_or_default();
            format!("debug_str “{debug_str}”")
        })?;
        self.answered(&answer, ", encrypted JSON:")?;
        if let Some(reply) = platform.open(&push, &answer, &mut checks) {
            self.screen.text("", &reply)?;
            checks.hold("reply as documented", reply == text(reply_vector, "/inputs/plaintext")?, || {
                "the documentation answers otherwise".to_owned()
            });
        }
        self.conclude(&checks, report.timing, &answer, None)
    }

    async fn push_widget_as_xml(&mut self, platform: &Platform) -> Result<(), Failure> {
        self.screen.step(3, "Search widget, XML, under a fresh Token and key", "搜索 Widget：腾讯股价")?;
        // Cut out by hand: the server's XML reader must not be held to another XML reader.
        let between = |start, end| {
            let (_, rest) = WIDGET_XML.split_once(start)?;
            Some(rest.split_once(end)?.0)
        };
        let event = WidgetEvent {
            to_user_name: between("<ToUserName>", "</ToUserName>").ok_or("widget.xml has no ToUserName")?,
            from_user_name: between("<FromUserName>", "</FromUserName>").ok_or("widget.xml has no FromUserName")?,
            query: between("<Query><![CDATA[", "]]></Query>").ok_or("widget.xml has no Query")?,
        };
        self.push_widget(platform, WIDGET_XML, Format::Xml, &event).await
    }

    async fn push_widget_as_json(&mut self, platform: &Platform) -> Result<(), Failure> {
        self.screen.step(4, "Search widget, JSON, with a Content-Type that lies", "搜索 Widget：腾讯股价")?;
        let fields: Value = serde_json::from_str(WIDGET_JSON)?;
        let event = WidgetEvent {
            to_user_name: text(&fields, "/ToUserName")?,
            from_user_name: text(&fields, "/FromUserName")?,
            query: text(&fields, "/Query")?,
        };
        self.push_widget(platform, WIDGET_JSON, Format::Json, &event).await
    }

    async fn push_widget(
        &mut self,
        platform: &Platform,
        message: &str,
        format: Format,
        event: &WidgetEvent<'_>,
    ) -> Result<(), Failure> {
        let push = platform.push(event.to_user_name, message, format)?;
        // The platform says text/xml over JSON too, so a server tells the format by the body's first byte.
        let (answer, report) = self.push("/stock", &push, "text/xml").await?;

        let mut checks = Checks::default();
        self.understood(&report, message, &mut checks, |push| {
            let query = push.widget_query().ok();
            match query.as_ref().and_then(|query| Some((query.raw().len(), app::stock(query)?))) {
                Some((length, (market, code))) => format!("Query of {length} bytes: stock {code}, market {market}"),
                None => "a Query that names no stock".to_owned(),
            }
        })?;
        self.answered(&answer, &format!(", encrypted {}:", name(format)))?;
        let reply = platform.open(&push, &answer, &mut checks);
        let data = reply.and_then(|reply| platform::check_widget_data(&reply, format, event, &mut checks));
        if let Some(data) = data {
            let field = |name: &str| data.get(name).and_then(Value::as_str).unwrap_or_default();
            let quote = format!("{} {} {}", field("stock_name"), field("price"), field("currency"));
            self.screen.text("", &format!("widget_data, a made-up quote: {quote}"))?;
        }
        self.conclude(&checks, report.timing, &answer, Some(WIDGET_ALLOTTED))
    }

    async fn push_what_must_be_refused(&mut self, platform: &Platform) -> Result<(), Failure> {
        self.screen.step(5, "What must be refused", "必须拒绝的请求")?;
        let right = platform.push("gh_6ad1513a84d8", WIDGET_XML, Format::Xml)?;

        let forged = Push { body: forge(&right.body).ok_or("the push has no Encrypt")?, ..right };
        self.refused("one character of Encrypt changed", &forged, 403).await?;
        self.screen.gap()?;
        let plain = Push { body: WIDGET_XML.to_owned(), ..forged };
        self.refused("not encrypted, though the URL is right", &plain, 400).await
    }

    async fn refused(&mut self, what: &str, push: &Push, status: u16) -> Result<(), Failure> {
        let (answer, report) = self.push_saying("/stock", push, "text/xml", what).await?;
        let mut checks = Checks::default();
        match &report.outcome {
            Err(error) => self.screen.text("refused", &format!("{} ({})", error.name(), error.code()))?,
            Ok(_) => checks.fail("refused", "the server took the message".to_owned()),
        }
        self.answered(&answer, "")?;
        platform::check_refusal(&answer, status, &mut checks);
        self.conclude(&checks, report.timing, &answer, None)
    }

    fn sum_up(self) -> Result<bool, Failure> {
        let Tally { passed, failed, crypto } = self.tally;
        self.screen.gap()?;
        self.screen.note(&format!("Crypto in all steps together: {}.", microseconds(crypto)))?;
        let verdict = format!("{passed} checks passed, {failed} failed  通过 {passed} 项，失败 {failed} 项");
        self.screen.verdict(failed == 0, &verdict)?;
        Ok(failed == 0)
    }

    async fn push(&mut self, path: &str, push: &Push, content_type: &'static str) -> Result<(Answer, Report), Failure> {
        self.push_saying(path, push, content_type, "encrypted").await
    }

    async fn push_saying(
        &mut self,
        path: &str,
        push: &Push,
        content_type: &'static str,
        what: &str,
    ) -> Result<(Answer, Report), Failure> {
        let target = format!("{path}?{}", push.query);
        let outgoing =
            Outgoing { method: Method::POST, target, content_type: Some(content_type), body: push.body.clone() };
        let size = grouped(push.body.len());
        let below = format!("{size} bytes of {}, Content-Type {content_type}, {what}", name(push.format));
        self.exchange(&outgoing, Some(&below)).await
    }

    /// Sends a request and shows it; returns what came back over HTTP and what the server says that it did.
    async fn exchange(&mut self, outgoing: &Outgoing, below: Option<&str>) -> Result<(Answer, Report), Failure> {
        self.screen.request(outgoing.method.as_str(), &outgoing.target)?;
        if let Some(below) = below {
            self.screen.text("", below)?;
        }
        let answer = client::send(self.address, outgoing).await?;
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
            self.screen.text("understood", &format!("msg_signature verified, {size} bytes decrypted:"))?;
            self.screen.text(
                "",
                &format!(
                    "MsgType {}, Event {},",
                    message.msg_type().unwrap_or("none"),
                    message.event().unwrap_or("none")
                ),
            )?;
            self.screen.text("", &details(push))?;
            checks.hold("decrypted as sent", push.message_bytes() == expected.as_bytes(), || {
                "the server read another message".to_owned()
            });
        }
        Ok(())
    }

    fn answered(&mut self, answer: &Answer, what: &str) -> Result<(), Failure> {
        let content_type = answer.content_type.as_deref().map_or(String::new(), |name| format!(" {name}"));
        let size = match answer.body.len() {
            0 => "no body".to_owned(),
            length => format!("{} bytes", grouped(length)),
        };
        Ok(self.screen.text("answered", &format!("{}{content_type}, {size}{what}", answer.status))?)
    }

    fn conclude(
        &mut self,
        checks: &Checks,
        timing: Timing,
        answer: &Answer,
        allotted: Option<&str>,
    ) -> Result<(), Failure> {
        self.screen.checks(checks)?;
        let failed = checks.iter().filter(|check| check.failure.is_some()).count();
        self.tally.failed += failed;
        self.tally.passed += checks.iter().count() - failed;
        self.tally.crypto += timing.total();
        let (label, crypto) = match timing.seal {
            Some(seal) => {
                let (open, seal) = (microseconds(timing.open), microseconds(seal));
                self.screen.text("crypto", &format!("verify + decrypt {open}, encrypt + sign {seal}:"))?;
                ("", timing.total())
            }
            None => ("crypto", timing.open),
        };
        self.screen.text(label, &format!("{} {CRYPTO_ALLOTTED}", microseconds(crypto)))?;
        let round_trip = format!("{:.2} ms", answer.round_trip.as_secs_f64() * 1e3);
        Ok(self.screen.text("round trip", &format!("{round_trip} {}", allotted.unwrap_or_default()))?)
    }
}

/// What the server took; that it refused is a check that failed.
fn accepted<'r>(report: &'r Report, checks: &mut Checks) -> Option<&'r Option<wxseal_core::Push>> {
    match &report.outcome {
        Ok(opened) => Some(opened),
        Err(error) => {
            checks.fail("accepted", error.to_string());
            None
        }
    }
}

/// The body with one character in the middle of its `Encrypt` changed to another of base64.
fn forge(body: &str) -> Option<String> {
    let (head, rest) = body.split_once("<Encrypt><![CDATA[")?;
    let (encrypt, tail) = rest.split_once("]]>")?;
    let middle = encrypt.len() / 2;
    let (before, after) = (encrypt.get(..middle)?, encrypt.get(middle + 1..)?);
    let other = if encrypt.get(middle..=middle)? == "A" { "B" } else { "A" };
    Some(format!("{head}<Encrypt><![CDATA[{before}{other}{after}]]>{tail}"))
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

fn vector(file: &str, id: &str) -> Result<Value, Failure> {
    let file: Value = serde_json::from_str(file)?;
    let vectors = file.get("vectors").and_then(Value::as_array);
    let vector =
        vectors.and_then(|vectors| vectors.iter().find(|vector| vector.get("id").is_some_and(|found| found == id)));
    Ok(vector.cloned().ok_or_else(|| format!("there is no vector {id}"))?)
}

fn text<'v>(value: &'v Value, pointer: &str) -> Result<&'v str, Failure> {
    Ok(value.pointer(pointer).and_then(Value::as_str).ok_or_else(|| format!("there is no text at {pointer}"))?)
}

#[cfg(test)]
mod tests {
    use super::*;

    const KEY: &str = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFG";

    /// The server has another key than the platform.
    #[test]
    fn a_failed_check_fails_the_demo() {
        let mut shown = Vec::new();
        let mut screen = Screen::new(&mut shown);
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        let verdict = runtime.block_on(async {
            let (sender, reports) = mpsc::channel();
            let crypt = MsgCrypt::new("token", &"A".repeat(43), WIDGET_APP_ID).unwrap();
            let route = Route { path: "/stock", endpoint: Endpoint::new(crypt) };
            let server = Server::start(vec![route], Limits::default(), sender).await.unwrap();
            let address = server.address();
            let mut demo = Demo { screen: &mut screen, address, reports, tally: Tally::default() };
            let platform = Platform::new("token", KEY, WIDGET_APP_ID).unwrap();
            demo.push_widget_as_xml(&platform).await.unwrap();
            demo.push_widget_as_json(&platform).await.unwrap();
            demo.sum_up().unwrap()
        });
        assert!(!verdict);
        let shown = anstream::adapter::strip_str(std::str::from_utf8(&shown).unwrap()).to_string();
        assert!(shown.contains("✗ accepted  ✗ status"), "{shown}");
        assert!(shown.contains("status: 403, expected 200"), "{shown}");
        assert!(shown.ends_with("0 checks passed, 4 failed  通过 0 项，失败 4 项\n"), "{shown}");
    }

    /// An editor that tidies white space would take the point out of the check.
    #[test]
    fn the_xml_sample_is_as_untidy_as_its_page() {
        assert!(WIDGET_XML.contains("<Query><![CDATA[  {\\\"type\\\":10000,"));
        assert!(WIDGET_XML.contains("\n\t\t\t\t\t  {\\\"key\\\":\\\"stock_market\\\""));
    }

    #[test]
    fn a_forgery_differs_in_one_character() {
        for encrypt in ["AAAA", "BBBB"] {
            let body = format!("<xml><Encrypt><![CDATA[{encrypt}]]></Encrypt></xml>");
            let forged = forge(&body).unwrap();
            assert_eq!(forged.len(), body.len());
            assert_eq!(forged.bytes().zip(body.bytes()).filter(|(one, other)| one != other).count(), 1);
        }
        assert_eq!(forge("<xml/>"), None);
    }
}
