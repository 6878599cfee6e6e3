//! The developer's own part of a server: reads a message and decides on the answer.

use serde_json::json;
use wxseal_core::{Error, Push, Response, WidgetAnswer, WidgetQuery};

/// What a push is answered with.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Decision {
    /// The bare word `success`, which is never encrypted.
    Success,
    /// A document of our own.
    Document(&'static str),
    /// The widget's data.
    Widget { data: String, err_code: i32, err_msg: &'static str },
}

/// Answers the console's debug event and the search widget; whatever else comes is acknowledged.
pub(crate) fn decide(push: &Push) -> Decision {
    match push.message().ok().and_then(|message| message.event()) {
        Some("debug_demo") => Decision::Document(r#"{"demo_resp":"good luck"}"#),
        Some("wxa_widget_data") => decide_on_widget(push.widget_query().ok().as_ref()),
        _ => Decision::Success,
    }
}

fn decide_on_widget(query: Option<&WidgetQuery>) -> Decision {
    let refusal = |err_code, err_msg| Decision::Widget { data: "{}".to_owned(), err_code, err_msg };
    let Some((market, code)) = query.and_then(stock) else { return refusal(-2, "参数不对") };
    let Some(quote) = QUOTES.iter().find(|quote| quote.market == market && quote.code == code) else {
        return refusal(-1, "无结果");
    };
    let data = json!({
        "stock_market": quote.market,
        "stock_code": quote.code,
        "stock_name": quote.name,
        "price": quote.price,
        "currency": quote.currency,
    });
    Decision::Widget { data: data.to_string(), err_code: 0, err_msg: "" }
}

/// The market and the code of the stock that somebody searched for.
pub(crate) fn stock(query: &WidgetQuery) -> Option<(&str, &str)> {
    Some((query.slot("stock_market")?, query.slot("stock_code")?))
}

impl Decision {
    pub(crate) fn is_sealed(&self) -> bool {
        *self != Decision::Success
    }

    pub(crate) fn respond(&self, push: &Push, now: u64, random: &[u8; 16]) -> Result<Response, Error> {
        match self {
            Decision::Success => Ok(push.success()),
            Decision::Document(document) => push.reply_raw(document.as_bytes(), now, random),
            Decision::Widget { data, err_code, err_msg } => {
                let answer = WidgetAnswer { lifespan: 60, data, err_code: *err_code, err_msg };
                push.reply_widget(&answer, now, random)
            }
        }
    }
}

struct Quote {
    market: &'static str,
    code: &'static str,
    name: &'static str,
    price: &'static str,
    currency: &'static str,
}

/// Made up: a real server asks an exchange.
const QUOTES: [Quote; 2] = [
    Quote { market: "hk", code: "00700", name: "腾讯控股", price: "512.50", currency: "HKD" },
    Quote { market: "hk", code: "00005", name: "汇丰控股", price: "88.80", currency: "HKD" },
];

#[cfg(test)]
mod tests {
    use wxseal_core::{Endpoint, Format, Incoming, MsgCrypt, platform};

    use super::*;

    fn err_code(query: &str) -> i32 {
        let event = json!({
            "ToUserName": "gh_1", "FromUserName": "o1", "MsgType": "event", "Event": "wxa_widget_data", "Query": query,
        });
        let crypt = || MsgCrypt::new("token", &"A".repeat(43), "wx1").unwrap();
        let message = event.to_string();
        let request = platform::push(&crypt(), message.as_bytes(), "1714112445", "1", &[0; 16], Format::Json).unwrap();
        let received = Endpoint::new(crypt()).receive(request.method, &request.query, &request.body, 1_714_112_445);
        let Ok(Incoming::Push(push)) = received else { panic!("not received") };
        let decision = decide(&push);
        assert!(decision.respond(&push, 1, &[0; 16]).is_ok());
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
