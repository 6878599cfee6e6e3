//! The developer's own part of a server: reads a decrypted message and decides on the answer.

use quick_xml::Reader;
use quick_xml::escape::resolve_xml_entity;
use quick_xml::events::Event;
use serde_json::{Map, Value};
use wxseal_core::{Error, Format};

/// A message of the platform: the fields below its root, as text.
pub(crate) struct Message {
    format: Format,
    fields: Vec<(String, String)>,
}

impl Message {
    /// Reads a decrypted message. White space inside a field stays as it is: `Query` must come back byte for byte.
    pub(crate) fn read(bytes: &[u8]) -> Result<Self, Error> {
        let text = std::str::from_utf8(bytes).map_err(|_| Error::MalformedMessage)?;
        let text = text.trim_start_matches('\u{feff}').trim_ascii_start();
        let (format, fields) = match text.as_bytes().first() {
            Some(b'<') => (Format::Xml, read_xml(text)),
            Some(b'{') => (Format::Json, read_json(text)),
            _ => return Err(Error::MalformedMessage),
        };
        Ok(Message { format, fields: fields.ok_or(Error::MalformedMessage)? })
    }

    pub(crate) fn format(&self) -> Format {
        self.format
    }

    /// The field's text, if it is there.
    pub(crate) fn field(&self, name: &str) -> Option<&str> {
        self.fields.iter().find(|(known, _)| known == name).map(|(_, text)| &**text)
    }

    fn required(&self, name: &str) -> Result<&str, Error> {
        self.field(name).ok_or(Error::MalformedMessage)
    }
}

fn read_json(text: &str) -> Option<Vec<(String, String)>> {
    let object: Map<String, Value> = serde_json::from_str(text).ok()?;
    let text_of = |value| match value {
        Value::String(text) => text,
        other => other.to_string(),
    };
    Some(object.into_iter().map(|(name, value)| (name, text_of(value))).collect())
}

fn read_xml(text: &str) -> Option<Vec<(String, String)>> {
    let mut reader = Reader::from_str(text);
    let mut fields: Vec<(String, String)> = Vec::new();
    let mut depth = 0_usize;
    loop {
        let piece = match reader.read_event().ok()? {
            Event::Start(start) => {
                depth += 1;
                if depth == 2 {
                    fields.push((start.name().into_inner().to_owned(), String::new()));
                }
                continue;
            }
            Event::Empty(start) => {
                if depth == 1 {
                    fields.push((start.name().into_inner().to_owned(), String::new()));
                }
                continue;
            }
            Event::End(_) => {
                depth = depth.checked_sub(1)?;
                continue;
            }
            Event::Text(text) => text.into_inner(),
            Event::CData(text) => text.into_inner(),
            Event::GeneralRef(entity) => match entity.resolve_char_ref().ok()? {
                Some(numeric) => numeric.to_string().into(),
                None => resolve_xml_entity(&entity)?.into(),
            },
            Event::Comment(_) | Event::Decl(_) => continue,
            Event::DocType(_) | Event::PI(_) => return None,
            Event::Eof => return (depth == 0).then_some(fields),
        };
        if depth == 2 {
            fields.last_mut()?.1.push_str(&piece);
        }
    }
}

/// What a message is answered with.
pub(crate) enum Answer {
    /// The bare word `success`, which is never encrypted.
    Success,
    /// A message of its own, to be sealed.
    Reply(String),
}

/// Answers the console's debug event and the search widget; whatever else comes is acknowledged.
pub(crate) fn answer(message: &Message, now: u64) -> Result<Answer, Error> {
    match (message.field("MsgType"), message.field("Event")) {
        (Some("event"), Some("debug_demo")) => Ok(Answer::Reply(match message.format {
            Format::Json => r#"{"demo_resp":"good luck"}"#.to_owned(),
            Format::Xml => format!("<xml><demo_resp>{}</demo_resp></xml>", cdata("good luck")),
        })),
        (Some("event"), Some("wxa_widget_data")) => answer_widget(message, now).map(Answer::Reply),
        _ => Ok(Answer::Success),
    }
}

/// The `widget_data` message: To and From swapped, `Content` the text of a JSON object, in it `query` as it came and
/// `data` the text of another (protocol.md, "The search widget").
fn answer_widget(message: &Message, now: u64) -> Result<String, Error> {
    let (to, from) = (message.required("FromUserName")?, message.required("ToUserName")?);
    let query = message.required("Query")?;
    let data = stock_data(query);
    let content =
        format!(r#"{{"lifespan":60,"query":{},"scene":1,"data":{}}}"#, json_string(query), json_string(&data));
    Ok(match message.format {
        Format::Json => format!(
            r#"{{"ToUserName":{},"FromUserName":{},"CreateTime":{now},"MsgType":"widget_data","Content":{}}}"#,
            json_string(to),
            json_string(from),
            json_string(&content),
        ),
        Format::Xml => format!(
            "<xml><ToUserName>{}</ToUserName><FromUserName>{}</FromUserName><CreateTime>{now}</CreateTime>\
             <MsgType>widget_data</MsgType><Content>{}</Content></xml>",
            cdata(to),
            cdata(from),
            cdata(&content),
        ),
    })
}

fn json_string(text: &str) -> String {
    Value::from(text).to_string()
}

fn cdata(text: &str) -> String {
    format!("<![CDATA[{}]]>", text.replace("]]>", "]]]]><![CDATA[>"))
}

/// What the widget shows, as JSON text: a quote, or why there is none.
fn stock_data(query: &str) -> String {
    let refusal = |code: i32, text: &str| format!(r#"{{"err_code":{code},"err_msg":{}}}"#, json_string(text));
    let Some((market, code)) = read_query(query) else { return refusal(-2, "参数不对") };
    let Some(quote) = QUOTES.iter().find(|quote| quote.market == market && quote.code == code) else {
        return refusal(-1, "无结果");
    };
    format!(
        r#"{{"err_code":0,"err_msg":"","stock_market":{},"stock_code":{},"stock_name":{},"price":{},"currency":{}}}"#,
        json_string(quote.market),
        json_string(quote.code),
        json_string(quote.name),
        json_string(quote.price),
        json_string(quote.currency),
    )
}

/// The stock's market and code, from the text of a `Query`.
pub(crate) fn read_query(query: &str) -> Option<(String, String)> {
    // The documentation's XML sample escapes its quotes although CDATA needs no escapes.
    let object: Value =
        serde_json::from_str(query).or_else(|_| serde_json::from_str(&query.replace("\\\"", "\""))).ok()?;
    let slots = object.get("slot_list")?.as_array()?;
    let slot = |key: &str| {
        let slot = slots.iter().find(|slot| slot.get("key").and_then(Value::as_str) == Some(key))?;
        Some(slot.get("value")?.as_str()?.to_owned())
    };
    Some((slot("stock_market")?, slot("stock_code")?))
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
    use super::*;

    fn widget(query: &str) -> String {
        let message = format!(
            r#"{{"ToUserName":"gh_1","FromUserName":"o1","MsgType":"event","Event":"wxa_widget_data","Query":{}}}"#,
            json_string(query)
        );
        match answer(&Message::read(message.as_bytes()).unwrap(), 1).unwrap() {
            Answer::Reply(reply) => reply,
            Answer::Success => panic!("the widget was not answered"),
        }
    }

    fn err_code(query: &str) -> i64 {
        let reply: Value = serde_json::from_str(&widget(query)).unwrap();
        let content: Value = serde_json::from_str(reply["Content"].as_str().unwrap()).unwrap();
        assert_eq!(content["query"], query);
        let data: Value = serde_json::from_str(content["data"].as_str().unwrap()).unwrap();
        assert!(data["err_msg"].is_string());
        data["err_code"].as_i64().unwrap()
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

    #[test]
    fn xml_text_is_read_as_it_stands() {
        let message = Message::read(
            "<?xml version=\"1.0\"?><xml>\n <A> x\r\n&lt;&#x4f60; </A><B/><C><![CDATA[a]]]]><![CDATA[>b]]></C></xml>\n"
                .as_bytes(),
        )
        .unwrap();
        assert_eq!(message.field("A"), Some(" x\r\n<你 "));
        assert_eq!(message.field("B"), Some(""));
        assert_eq!(message.field("C"), Some("a]]>b"));
        assert_eq!(message.field("D"), None);
    }

    #[test]
    fn json_numbers_are_read_as_text() {
        let message = Message::read(br#" {"MsgId":18446744073709551615,"Query":" 1 "}"#).unwrap();
        assert_eq!(message.field("MsgId"), Some("18446744073709551615"));
        assert_eq!(message.field("Query"), Some(" 1 "));
    }

    #[test]
    fn what_is_no_message_is_an_error() {
        for bytes in [
            &b""[..],
            b"success",
            b"<xml>",
            b"<xml><A></xml>",
            b"</xml>",
            b"<!DOCTYPE xml [<!ENTITY a \"b\">]><xml/>",
            b"<xml><A>&a;</A></xml>",
            b"[]",
            b"{",
            b"{\"A\":\"\\ud800\"}",
            b"\xff",
        ] {
            assert_eq!(Message::read(bytes).err(), Some(Error::MalformedMessage), "{bytes:?}");
        }
        let bare = Message::read(b"<xml><MsgType>event</MsgType><Event>wxa_widget_data</Event></xml>").unwrap();
        assert_eq!(answer(&bare, 1).err(), Some(Error::MalformedMessage));
    }

    #[test]
    fn the_end_of_a_cdata_section_is_split() {
        let message = "<xml><ToUserName>g</ToUserName><FromUserName>o</FromUserName><MsgType>event</MsgType>\
                       <Event>wxa_widget_data</Event><Query>]]&gt;</Query></xml>";
        let Answer::Reply(reply) = answer(&Message::read(message.as_bytes()).unwrap(), 1).unwrap() else { panic!() };
        let content = Message::read(reply.as_bytes()).unwrap();
        let content: Value = serde_json::from_str(content.field("Content").unwrap()).unwrap();
        assert_eq!(content["query"], "]]>");
    }
}
