//! The developer's own part of a server: reads a message and decides on the answer.

use std::time::Duration;

use serde_json::json;
use wxseal_core::{Error, Message, Push, Response, WidgetAnswer, WidgetQuery};

/// How the application answers.
#[derive(Clone, Copy)]
pub(crate) struct App {
    /// For how long the widget's data is shown before the platform asks again, in seconds.
    pub(crate) lifespan: u32,
    /// How long it thinks before it answers a push.
    pub(crate) delay: Duration,
}

impl Default for App {
    fn default() -> Self {
        App { lifespan: 60, delay: Duration::ZERO }
    }
}

/// What a push is answered with.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Decision {
    /// The bare word `success`, which is never encrypted.
    Success,
    /// A document of our own.
    Document(&'static str),
    /// The text that somebody sent.
    Echo(String),
    /// The widget's data.
    Widget { lifespan: u32, data: String, err_code: i32, err_msg: &'static str },
}

impl App {
    /// Answers the console's debug event, texts and the search widget; whatever else comes is acknowledged.
    pub(crate) fn decide(&self, push: &Push, now: u64) -> Decision {
        let Ok(message) = push.message() else { return Decision::Success };
        match (message.msg_type(), message.event()) {
            (_, Some("debug_demo")) => Decision::Document(r#"{"demo_resp":"good luck"}"#),
            (_, Some("wxa_widget_data")) => self.decide_on_widget(push.widget_query().ok().as_ref(), now),
            (Some("text"), _) => echo(message),
            _ => Decision::Success,
        }
    }

    fn decide_on_widget(&self, query: Option<&WidgetQuery>, now: u64) -> Decision {
        let lifespan = self.lifespan;
        let refusal = |err_code, err_msg| Decision::Widget { lifespan, data: "{}".to_owned(), err_code, err_msg };
        let Some((market, code)) = query.and_then(stock) else { return refusal(-2, "参数不对") };
        let Some(quote) = QUOTES.iter().find(|quote| quote.market == market && quote.code == code) else {
            return refusal(-1, "无结果");
        };
        let data = json!({
            "stock_market": quote.market,
            "stock_code": quote.code,
            "stock_name": quote.name,
            "price": quote.price(now),
            "currency": quote.currency,
        });
        Decision::Widget { lifespan, data: data.to_string(), err_code: 0, err_msg: "" }
    }
}

/// The text back to whoever sent it, where it says who that is.
fn echo(message: &Message) -> Decision {
    let known = message.from_user_name().is_some() && message.to_user_name().is_some();
    message.text("Content").filter(|_| known).map_or(Decision::Success, |text| Decision::Echo(text.to_owned()))
}

/// The market and the code of the stock that somebody searched for.
pub(crate) fn stock(query: &WidgetQuery) -> Option<(&str, &str)> {
    Some((query.slot("stock_market")?, query.slot("stock_code")?))
}

impl Decision {
    pub(crate) fn is_sealed(&self) -> bool {
        *self != Decision::Success
    }

    pub(crate) fn respond(&self, push: &Push) -> Result<Response, Error> {
        let answer = match self {
            Decision::Success => return Ok(push.success()),
            Decision::Document(document) => push.reply_raw(document.as_bytes()),
            Decision::Echo(text) => push.reply_text(text)?,
            Decision::Widget { lifespan, data, err_code, err_msg } => {
                push.reply_widget(&WidgetAnswer { lifespan: *lifespan, data, err_code: *err_code, err_msg })?
            }
        };
        wxseal_os::seal(answer, None, None)
    }
}

struct Quote {
    market: &'static str,
    code: &'static str,
    name: &'static str,
    /// In hundredths of the currency.
    base: u64,
    currency: &'static str,
}

impl Quote {
    /// It wanders by up to one unit, another way every second.
    fn price(&self, now: u64) -> String {
        let cents = self.base + now % 200 * 67 % 200 - 100;
        format!("{}.{:02}", cents / 100, cents % 100)
    }
}

/// Made up: a real server asks an exchange.
const QUOTES: [Quote; 2] = [
    Quote { market: "hk", code: "00700", name: "腾讯控股", base: 51_250, currency: "HKD" },
    Quote { market: "hk", code: "00005", name: "汇丰控股", base: 8_880, currency: "HKD" },
];

#[cfg(test)]
mod tests {
    use wxseal_core::{Endpoint, Format, Incoming, MsgCrypt, Stamp, platform};

    use super::*;

    fn err_code(query: &str) -> i32 {
        let event = json!({
            "ToUserName": "gh_1", "FromUserName": "o1", "MsgType": "event", "Event": "wxa_widget_data", "Query": query,
        });
        let crypt = || MsgCrypt::new("token", "A".repeat(43), "wx1").unwrap();
        let message = event.to_string();
        let stamp = Stamp::new("1714112445", "1").unwrap();
        let request = platform::push(&crypt(), message.as_bytes(), stamp, Format::Json, &[0; 16]).unwrap();
        let received = Endpoint::new(crypt()).receive(request.method, &request.query, &request.body, 1_714_112_445);
        let Ok(Incoming::Push(push)) = received else { panic!("not received") };
        let decision = App::default().decide(&push, 1);
        assert!(decision.respond(&push).is_ok());
        match decision {
            Decision::Widget { err_code, .. } => err_code,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn the_widget_answers_every_query() {
        let slots = |code| {
            format!(
                r#"{{"slot_list":[{{"key":"stock_code","value":"{code}"}},{{"key":"stock_market","value":"hk"}}]}}"#
            )
        };
        assert_eq!(err_code(&slots("00700")), 0);
        assert_eq!(err_code(&slots("00700").replace('"', "\\\"")), 0);
        assert_eq!(err_code(&slots("99999")), -1);
        for abnormal in ["", "1", "null", "{}", "{\"slot_list\":{}}", "\u{0}", "]]>", &"[".repeat(100_000)] {
            assert_eq!(err_code(abnormal), -2);
        }
    }
}
