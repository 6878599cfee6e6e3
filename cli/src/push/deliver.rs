//! One message on its way: up to three tries, each with the time that the platform gives.

use std::io::Write;
use std::time::Duration;

use hyper::Method;
use hyper::header::HeaderValue;
use serde_json::{Value, json};
use wxseal_core::Format;

use super::source::Source;
use crate::check::check_arrival;
use crate::checks::{self, Checks};
use crate::client::{Answer, Broken, Client, Outgoing};
use crate::context::Context;
use crate::failure::Failure;
use crate::lang::{Lang, Words, say, words};
use crate::platform::{Platform, Push};
use crate::reply::{Sent, Shown, check_broken, examine, shown_on_failure};
use crate::rows::Show;
use crate::screen::grouped;
use crate::site::Site;

/// How often the platform sends a message that is not answered.
const TRIES: usize = 3;

/// What the platform gives the widget's server, from the request to the last byte of the answer.
pub(crate) const WIDGET_BUDGET: Duration = Duration::from_millis(300);

/// Takes messages to a server.
pub(crate) struct Courier<'a> {
    pub(crate) site: &'a Site,
    pub(crate) platform: &'a Platform,
}

/// A message and its tries; the last one decides.
pub(crate) struct Delivery {
    tries: Vec<Try>,
    shown: Words,
}

struct Try {
    checks: Checks,
    status: Option<u16>,
    time: Duration,
}

impl Delivery {
    pub(crate) fn passed(&self) -> bool {
        self.tries.last().is_some_and(|last| last.checks.passed())
    }

    /// How many rules held and how many were broken, in all tries.
    pub(crate) fn counts(&self) -> (usize, usize) {
        let all: usize = self.tries.iter().map(|one| one.checks.iter().count()).sum();
        let failed: usize = self.tries.iter().map(|one| one.checks.failed()).sum();
        (all - failed, failed)
    }

    /// Something to be said about the data beside the rules that hold for one answer.
    pub(crate) fn warn(&mut self, said: Words) {
        if let Some(last) = self.tries.last_mut() {
            last.checks.warn(checks::NEW_DATA, said);
        }
    }

    pub(crate) fn to_json(&self, lang: Lang) -> Value {
        let tries = self.tries.iter().map(|one| {
            json!({
                "status": one.status,
                "round_trip_ms": one.time.as_secs_f64() * 1e3,
                "passed": one.checks.passed(),
                "checks": one.checks.to_json(lang),
            })
        });
        json!({ "passed": self.passed(), "shown": self.shown.of(lang), "tries": tries.collect::<Value>() })
    }
}

impl Courier<'_> {
    /// Delivers a message, shows how it went, and puts it on the list also where it is cut short; returns what the end
    /// user sees.
    pub(crate) async fn deliver<W: Write>(
        &self,
        source: &Source,
        context: &mut Context<W>,
        deliveries: &mut Vec<Delivery>,
    ) -> Result<Option<Shown>, Failure> {
        let sent = source.sent(context.lang)?;
        let message = source.message();
        let at = deliveries.len();
        deliveries.push(Delivery { tries: Vec::new(), shown: shown_on_failure(&sent) });
        let Some(delivery) = deliveries.get_mut(at) else { return Ok(None) };

        let mut shown = None;
        for number in 1..=TRIES {
            let (outcome, checks) = self.try_once(&sent, &message, source.format(), number, context).await?;
            let (status, time, again) = match &outcome {
                Ok((answer, _)) => (Some(answer.status), answer.round_trip, false),
                Err(broken) => (None, broken.after, true),
            };
            let passed = checks.passed();
            delivery.tries.push(Try { checks, status, time });
            if let Ok((_, seen)) = outcome {
                shown = seen.filter(|_| passed);
            }
            if !again {
                break;
            }
        }
        if let Some(shown) = &shown {
            delivery.shown = shown.words();
        }
        if !context.json {
            let label = context.lang.pick("user sees", "用户看到");
            context.screen.text(label, delivery.shown.of(context.lang))?;
        }
        Ok(shown)
    }

    async fn try_once<W: Write>(
        &self,
        sent: &Sent,
        message: &str,
        format: Format,
        number: usize,
        context: &mut Context<W>,
    ) -> Result<(Result<(Answer, Option<Shown>), Broken>, Checks), Failure> {
        // The same message; the platform signs and encrypts it anew for every try.
        let push = self.platform.push(message, format)?;
        if !context.json {
            self.show_sent(&push, message, number, context)?;
        }
        let mut checks = Checks::default();
        let outcome = match self.site.client().await {
            Ok(client) => send(&client, &push).await,
            Err(broken) => Err(broken),
        };
        let examined = match outcome {
            Err(broken) => {
                check_broken(&broken, &mut checks);
                Err(broken)
            }
            Ok(answer) => {
                check_arrival(&self.site.target, &mut checks);
                let shown = examine(self.platform, &push, sent, &answer, &mut checks);
                if sent.is_widget() {
                    check_budget(&answer, &mut checks);
                }
                Ok((answer, shown))
            }
        };
        if !context.json {
            let mut show = Show::new(&mut context.screen, context.lang);
            if let Ok((answer, _)) = &examined {
                show.answer(answer)?;
            }
            show.checks(&checks)?;
            if let Ok((answer, _)) = &examined {
                let allotted = if sent.is_widget() { WIDGET_BUDGET } else { self.site.patience };
                show.round_trip(answer.round_trip, Some(allotted.as_millis()))?;
            }
        }
        Ok((examined, checks))
    }

    fn show_sent<W: Write>(
        &self,
        push: &Push,
        message: &str,
        number: usize,
        context: &mut Context<W>,
    ) -> Result<(), Failure> {
        let lang = context.lang;
        if number > 1 {
            context.screen.text(
                lang.pick("retry", "重试"),
                &say!(lang, "try {number} of {TRIES}", "第 {number} 次，共 {TRIES} 次"),
            )?;
        }
        context.screen.request(lang, "POST", &self.site.target.with_query(&push.query))?;
        let (size, clear) = (grouped(push.body.len()), grouped(message.len()));
        let format = if push.format == Format::Xml { "XML" } else { "JSON" };
        let how = if self.platform.encrypts() {
            say!(
                lang,
                "{size} bytes of {format}, {clear} before encryption",
                "{format} {size} 字节，加密前 {clear} 字节"
            )
        } else {
            say!(lang, "{size} bytes of {format}, in clear", "{format} {size} 字节，明文")
        };
        Ok(context.screen.text("", &how)?)
    }
}

async fn send(client: &Client, push: &Push) -> Result<Answer, Broken> {
    client.send(&outgoing(client, push)).await
}

/// A push as a request. The platform says text/xml over JSON too, so a server tells the format by the body's first byte.
pub(crate) fn outgoing(client: &Client, push: &Push) -> Outgoing {
    Outgoing {
        method: Method::POST,
        target: client.target.with_query(&push.query),
        content_type: Some(HeaderValue::from_static("text/xml")),
        body: push.body.clone().into(),
    }
}

fn check_budget(answer: &Answer, checks: &mut Checks) {
    let (time, budget) = (answer.round_trip.as_millis(), WIDGET_BUDGET.as_millis());
    if answer.round_trip >= WIDGET_BUDGET {
        checks.fail(
            checks::TIME,
            words!("{time} ms, and the search widget has {budget}", "{time} ms，搜索 Widget 限 {budget} ms"),
        );
    }
}
