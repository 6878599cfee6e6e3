//! The search widget: its query, and the content of its answer (protocol.md, "The search widget").

use indexmap::IndexMap;
use serde::ser::{Serialize, SerializeMap, Serializer};

use crate::document::json::{items, literal, members, string};
use crate::document::write::{Field, object};
use crate::{Error, Message};

/// What a user searched for, as the platform understood it: the `Query` of a `wxa_widget_data` event.
#[derive(Clone, Debug, PartialEq)]
pub struct WidgetQuery {
    kind: Option<i64>,
    slots: IndexMap<String, String>,
    longitude: Option<f64>,
    latitude: Option<f64>,
    raw: String,
}

impl WidgetQuery {
    /// Reads the `Query` of a message. The widget page's own XML sample has backslashes that belong to JSON inside JSON, so
    /// what is not JSON is read once more with `\"` as `"`.
    ///
    /// # Errors
    /// [`Error::MalformedMessage`]: there is no `Query`, or it is not a JSON object. Answer with an `err_code` of -2: the
    /// answer repeats the text of the query, whatever it is.
    pub(crate) fn read(message: &Message) -> Result<Self, Error> {
        let raw = message.text("Query").ok_or(Error::MalformedMessage)?;
        Self::parse(raw, raw).or_else(|| Self::parse(&raw.replace("\\\"", "\""), raw)).ok_or(Error::MalformedMessage)
    }

    fn parse(text: &str, raw: &str) -> Option<Self> {
        let mut query =
            WidgetQuery { kind: None, slots: IndexMap::new(), longitude: None, latitude: None, raw: raw.to_owned() };
        for (name, value) in members(text)? {
            let value = value.get();
            match &*name {
                "type" => query.kind = scalar(value)?.parse().ok(),
                "longitude" => query.longitude = degrees(&scalar(value)?),
                "latitude" => query.latitude = degrees(&scalar(value)?),
                "slot_list" => {
                    for slot in items(value)? {
                        let (mut key, mut slot_value) = (None, None);
                        for (name, value) in members(slot.get())? {
                            match &*name {
                                "key" => key = Some(scalar(value.get())?),
                                "value" => slot_value = Some(scalar(value.get())?),
                                _ => {}
                            }
                        }
                        query.slots.entry(key?).or_insert(slot_value.unwrap_or_default());
                    }
                }
                _ => {}
            }
        }
        Some(query)
    }

    /// `type`: which of the developer's intents it is.
    #[must_use]
    pub fn kind(&self) -> Option<i64> {
        self.kind
    }

    /// `slot_list`, in its order: the words that were recognised, by the names that the developer gave them. A value that
    /// is no text stands as its JSON.
    pub fn slots(&self) -> impl Iterator<Item = (&str, &str)> {
        self.slots.iter().map(|(key, value)| (&**key, &**value))
    }

    /// The value of one slot.
    #[must_use]
    pub fn slot(&self, key: &str) -> Option<&str> {
        self.slots.get(key).map(|value| &**value)
    }

    /// Where the user is, in degrees east.
    #[must_use]
    pub fn longitude(&self) -> Option<f64> {
        self.longitude
    }

    /// Where the user is, in degrees north.
    #[must_use]
    pub fn latitude(&self) -> Option<f64> {
        self.latitude
    }

    /// The whole query as compact JSON: `type`, `slots` (an object), `longitude`, `latitude` and `raw`; what is missing is
    /// `null`.
    #[must_use]
    pub fn to_json(&self) -> String {
        literal(&View(self))
    }

    /// The text of the query as it came, which the answer repeats byte for byte.
    #[must_use]
    pub fn raw(&self) -> &str {
        &self.raw
    }
}

struct View<'a>(&'a WidgetQuery);

impl Serialize for View<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let View(query) = self;
        let mut members = serializer.serialize_map(None)?;
        members.serialize_entry("type", &query.kind)?;
        members.serialize_entry("slots", &query.slots)?;
        members.serialize_entry("longitude", &query.longitude)?;
        members.serialize_entry("latitude", &query.latitude)?;
        members.serialize_entry("raw", &query.raw)?;
        members.end()
    }
}

/// A string's text, or the JSON of anything else.
fn scalar(value: &str) -> Option<String> {
    if value.starts_with('"') { string(value) } else { Some(value.to_owned()) }
}

/// A number, which `NaN`, `inf` and what is too large for one are not.
fn degrees(text: &str) -> Option<f64> {
    text.parse().ok().filter(|degrees: &f64| degrees.is_finite())
}

/// What to show in the search results.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WidgetAnswer<'a> {
    /// For how many seconds the platform shows it before it asks again.
    pub lifespan: u32,
    /// The template's own data: the text of a JSON object.
    pub data: &'a str,
    /// 0 right, -1 no result, -2 bad parameters, -3 system error.
    pub err_code: i32,
    /// What went wrong, in words.
    pub err_msg: &'a str,
}

impl WidgetAnswer<'_> {
    /// The `Content` of the answer: JSON that holds the query and, as JSON text once more, the data.
    pub(crate) fn content(&self, query: &str) -> Result<String, Error> {
        // A raw value's strings are unread; half of a surrogate pair in one would be the platform's to stumble over.
        let readable = serde_json::from_str::<serde_json::Value>(self.data).is_ok();
        if !(-3..=0).contains(&self.err_code) || !readable {
            return Err(Error::UnwritableReply);
        }
        let mut data = format!("{{\"err_code\":{},\"err_msg\":{}", self.err_code, literal(self.err_msg));
        // The members stand as they were written, so that a long number stays one; ours replace theirs.
        for (name, value) in members(self.data).ok_or(Error::UnwritableReply)? {
            if name != "err_code" && name != "err_msg" {
                data.extend([",", &literal(&name), ":", value.get()]);
            }
        }
        data.push('}');
        Ok(object(&[
            ("lifespan", Field::Number(self.lifespan.into())),
            ("query", Field::Text(query)),
            ("scene", Field::Number(1)),
            ("data", Field::Text(&data)),
        ]))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(query: &str) -> Result<WidgetQuery, Error> {
        let message = format!("{{\"Query\":{}}}", literal(query));
        WidgetQuery::read(&Message::read(message.as_bytes()).unwrap())
    }

    #[test]
    fn the_pages_own_samples() {
        let json = r#"{"type":10000,"slot_list":[{"key":"stock_code","value":"00700"},{"key":"stock_market","value":"hk"}],"longitude":113.319694519,"latitude":23.102640152}"#;
        let xml = "  {\\\"type\\\":10000,\n\t\\\"slot_list\\\":[{\\\"key\\\":\\\"stock_code\\\",\\\"value\\\":\\\"00700\\\"},\n{\\\"key\\\":\\\"stock_market\\\",\\\"value\\\":\\\"hk\\\"}],\n\\\"longitude\\\":113.319694519,\\\"latitude\\\":23.102640152}";
        for text in [json, xml] {
            let query = read(text).unwrap();
            assert_eq!((query.kind(), query.raw()), (Some(10000), text));
            assert_eq!(query.slots().collect::<Vec<_>>(), [("stock_code", "00700"), ("stock_market", "hk")]);
            assert_eq!((query.longitude(), query.latitude()), (Some(113.319_694_519), Some(23.102_640_152)));
        }
    }

    #[test]
    fn odd_queries() {
        for text in ["1", "", "[]", "{", "null", r#"{"slot_list":{}}"#, r#"{"slot_list":[1]}"#, r#"{"slot_list":[{}]}"#]
        {
            assert_eq!(read(text), Err(Error::MalformedMessage), "{text}");
        }
        let query =
            read(r#"{"slot_list":[{"key":"a","value":1.50},{"key":"a","value":"x"},{"key":"b"}],"type":"7"}"#).unwrap();
        assert_eq!(query.slots().collect::<Vec<_>>(), [("a", "1.50"), ("b", "")]);
        assert_eq!((query.kind(), query.longitude()), (Some(7), None));
        assert!(
            query
                .to_json()
                .starts_with(r#"{"type":7,"slots":{"a":"1.50","b":""},"longitude":null,"latitude":null,"raw":"{"#)
        );
        assert_eq!(WidgetQuery::read(&Message::read(b"{}").unwrap()), Err(Error::MalformedMessage));
    }

    #[test]
    fn a_place_is_two_numbers() {
        let place = |longitude: &str| read(&format!("{{\"longitude\":{longitude}}}")).unwrap().longitude();
        assert_eq!([place("-0.5"), place("\"113.3\"")], [Some(-0.5), Some(113.3)]);
        for text in ["\"NaN\"", "\"inf\"", "\"-Infinity\"", "1e999", "null", "true", "\"\"", "[]"] {
            assert_eq!(place(text), None, "{text}");
        }
    }

    #[test]
    fn the_data_keeps_its_literals_and_gains_the_errors() {
        let answer = WidgetAnswer {
            lifespan: 60,
            data: r#"{ "price": 350.20, "id": 12345678901234567890, "err_code": 5, "名": "腾讯" }"#,
            err_code: 0,
            err_msg: "",
        };
        let content: serde_json::Value = serde_json::from_str(&answer.content(" {\"a\":\"]]>\r\"}").unwrap()).unwrap();
        assert_eq!(content["query"], " {\"a\":\"]]>\r\"}");
        assert_eq!((&content["lifespan"], &content["scene"]), (&60.into(), &1.into()));
        assert_eq!(
            content["data"],
            r#"{"err_code":0,"err_msg":"","price":350.20,"id":12345678901234567890,"名":"腾讯"}"#
        );
    }

    #[test]
    fn what_is_refused() {
        let answer = WidgetAnswer { lifespan: 0, data: "{}", err_code: 0, err_msg: "" };
        assert!(answer.content("").is_ok());
        for err_code in [1, -4, i32::MIN, i32::MAX] {
            assert_eq!(WidgetAnswer { err_code, ..answer }.content(""), Err(Error::UnwritableReply));
        }
        for data in [r#"{"a":["\ud83d"]}"#, "", "[]", "1", "{", "{} x", "null", "\"{}\""] {
            assert_eq!(WidgetAnswer { data, ..answer }.content(""), Err(Error::UnwritableReply), "{data}");
        }
    }
}
