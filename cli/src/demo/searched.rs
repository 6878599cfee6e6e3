//! The search widget's event for the query 腾讯股价, from
//! <https://developers.weixin.qq.com/miniprogram/introduction/widget/custom/quickstart/implement/server/overview.html>.

use std::io::Write;

use serde_json::Value;
use wxseal_core::Format;

use super::{Demo, name, text};
use crate::app;
use crate::checks::Checks;
use crate::failure::Failure;
use crate::lang::say;
use crate::platform::Platform;
use crate::push::WIDGET_BUDGET;
use crate::widget::{WidgetEvent, check_widget_data};

/// It stands as it is printed there, with backslashes inside CDATA.
pub(super) const XML: &str = include_str!("../../data/widget.xml");
/// It does not parse as it is printed: here it is without the line break inside its string, and with `152}` in place of
/// `152"}`.
const JSON: &str = include_str!("../../data/widget.json");

impl<W: Write> Demo<'_, W> {
    pub(super) async fn push_widget_as_xml(&mut self, platform: &Platform) -> Result<(), Failure> {
        self.step(3, "Search widget, XML, under a fresh Token and key", "搜索 Widget：腾讯股价")?;
        // Cut out by hand: the server's XML reader must not be held to another XML reader.
        let between = |start, end| {
            let (_, rest) = XML.split_once(start)?;
            Some(rest.split_once(end)?.0)
        };
        let event = WidgetEvent {
            to_user_name: between("<ToUserName>", "</ToUserName>").ok_or("widget.xml has no ToUserName")?,
            from_user_name: between("<FromUserName>", "</FromUserName>").ok_or("widget.xml has no FromUserName")?,
            query: between("<Query><![CDATA[", "]]></Query>").ok_or("widget.xml has no Query")?,
        };
        self.push_widget(platform, XML, Format::Xml, &event).await
    }

    pub(super) async fn push_widget_as_json(&mut self, platform: &Platform) -> Result<(), Failure> {
        self.step(4, "Search widget, JSON, with a Content-Type that lies", "搜索 Widget：腾讯股价")?;
        let fields: Value = serde_json::from_str(JSON)?;
        let event = WidgetEvent {
            to_user_name: text(&fields, "/ToUserName")?,
            from_user_name: text(&fields, "/FromUserName")?,
            query: text(&fields, "/Query")?,
        };
        self.push_widget(platform, JSON, Format::Json, &event).await
    }

    async fn push_widget(
        &mut self,
        platform: &Platform,
        message: &str,
        format: Format,
        event: &WidgetEvent<'_>,
    ) -> Result<(), Failure> {
        let lang = self.context.lang;
        let push = platform.push(message, format)?;
        // The platform says text/xml over JSON too, so a server tells the format by the body's first byte.
        let (answer, report) = self.push("/stock", &push, "text/xml").await?;

        let mut checks = Checks::default();
        self.understood(&report, message, &mut checks, |push| {
            let query = push.widget_query().ok();
            match query.as_ref().and_then(|query| Some((query.raw().len(), app::stock(query)?))) {
                Some((length, (market, code))) => say!(
                    lang,
                    "Query of {length} bytes: stock {code}, market {market}",
                    "Query {length} 字节：股票 {code}，市场 {market}"
                ),
                None => lang.pick("a Query that names no stock", "Query 里没有股票").to_owned(),
            }
        })?;
        let format_name = name(format);
        self.answered(&answer, &say!(lang, ", encrypted {format_name}:", "，加密的 {format_name}："))?;
        let reply = platform.open(&push, &answer, &mut checks);
        let widget = reply.and_then(|reply| check_widget_data(&reply, format, event, true, &mut checks));
        if let Some(widget) = widget {
            let field = |name: &str| widget.data.get(name).and_then(Value::as_str).unwrap_or_default();
            let quote = format!("{} {} {}", field("stock_name"), field("price"), field("currency"));
            self.context
                .screen
                .text("", &say!(lang, "widget_data, a made-up quote: {quote}", "widget_data，虚构的报价：{quote}"))?;
        }
        let budget = u32::try_from(WIDGET_BUDGET.as_millis()).ok();
        self.conclude(&checks, report.timing, &answer, budget)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// An editor that tidies white space would take the point out of the check.
    #[test]
    fn the_xml_sample_is_as_untidy_as_its_page() {
        assert!(XML.contains("<Query><![CDATA[  {\\\"type\\\":10000,"));
        assert!(XML.contains("\n\t\t\t\t\t  {\\\"key\\\":\\\"stock_market\\\""));
    }
}
