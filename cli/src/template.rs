//! The messages and events that the platform sends, filled with examples.

mod documented;

use wxseal_core::Format;

pub(crate) use self::documented::TEMPLATES;

/// One kind of message by the name that it is asked for.
pub(crate) struct Template {
    pub(crate) name: &'static str,
    /// What it says, in a line.
    pub(crate) about: &'static str,
    /// The same in Chinese, of what is usual.
    pub(crate) zh: Option<&'static str>,
    pub(crate) kind: Kind,
    /// Whose accounts get it.
    pub(crate) of: &'static [&'static str],
    /// Whether it comes in JSON alone, as what robots and devices are told.
    json: bool,
    header: Header,
    fields: &'static [(&'static str, Example)],
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Message,
    Event,
    Notice,
    Robot,
    Hardware,
}

enum Header {
    /// `ToUserName`, `FromUserName`, `CreateTime`.
    Account,
    /// The same without `FromUserName`.
    NoUser,
    /// What has none: all stands among the fields.
    Bare,
}

enum Example {
    Text(&'static str),
    Number(u64),
    True,
    /// A 64-bit id, another every time.
    Id,
    /// An id that is text, another every time.
    TextId,
    /// This second.
    Now,
    /// The app that a third party acts for.
    App,
    /// Fields below a field.
    Below(&'static [(&'static str, Example)]),
    /// A list of one item.
    List(&'static Example),
}

use Example::{App, Below, Id, List, Now, Number, Text, TextId, True};

/// The search widget's query for 腾讯股价, as its page has it.
pub(crate) const QUERY: &str = r#"{"type":10000,"slot_list":[{"key":"stock_code","value":"00700"},{"key":"stock_market","value":"hk"}],"longitude":113.319694519,"latitude":23.102640152}"#;

/// The template of that name; in another case too, if only one is called so.
pub(crate) fn find(name: &str) -> Option<&'static Template> {
    let mut alike = TEMPLATES.iter().filter(|template| template.name.eq_ignore_ascii_case(name));
    let exact = TEMPLATES.iter().find(|template| template.name == name);
    exact.or_else(|| alike.next().filter(|_| alike.next().is_none()))
}

impl Template {
    /// Whether it is sent in JSON unless another format is asked for.
    pub(crate) fn is_json(&self) -> bool {
        self.json || self.name == "wxa_widget_data"
    }
}

/// The usual names with their meaning, for the help.
pub(crate) fn list() -> String {
    let lines = TEMPLATES.iter().filter_map(|template| Some(format!("  {:<26}{}", template.name, template.zh?)));
    lines.collect::<Vec<_>>().join("\n")
}

/// Who sends to whom.
pub(crate) struct Parties {
    /// `gh_…`, or on WeCom the corpid.
    pub(crate) account: String,
    /// The user's openid.
    pub(crate) user: String,
    /// Of the open platform.
    pub(crate) app_id: String,
}

/// A message in the making.
#[derive(Clone)]
pub(crate) struct Draft(Vec<(String, Value)>);

#[derive(Clone)]
enum Value {
    Text(String),
    Number(u64),
    True,
    Below(Vec<(String, Value)>),
    List(Box<Value>),
}

impl Draft {
    /// A template's message of this second.
    pub(crate) fn new(template: &Template, parties: &Parties) -> Self {
        let text = |text: &str| Value::Text(text.to_owned());
        let now = || Value::Number(wxseal_os::now());
        let (to, from) = (("ToUserName", text(&parties.account)), ("FromUserName", text(&parties.user)));
        let header = match template.header {
            Header::Account => vec![to, from, ("CreateTime", now())],
            Header::NoUser => vec![to, ("CreateTime", now())],
            Header::Bare => Vec::new(),
        };
        let mut fields: Vec<_> = header.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
        fields.extend(filled(template.fields, parties));
        Draft(fields)
    }

    /// Puts text in place of a field's value, or adds the field. A number stays one if the text is one.
    pub(crate) fn set(&mut self, name: &str, text: &str) {
        let known = self.0.iter_mut().find(|(known, _)| known == name).map(|(_, value)| value);
        let value = match (&known, text.parse()) {
            (Some(Value::Number(_)), Ok(number)) => Value::Number(number),
            _ => Value::Text(text.to_owned()),
        };
        match known {
            Some(known) => *known = value,
            None => self.0.push((name.to_owned(), value)),
        }
    }

    /// The message as the platform writes it.
    pub(crate) fn write(&self, format: Format) -> String {
        match format {
            Format::Xml => format!("<xml>{}</xml>", xml(&self.0)),
            Format::Json => json(&self.0),
        }
    }
}

fn filled(fields: &[(&str, Example)], parties: &Parties) -> Vec<(String, Value)> {
    fields.iter().map(|(name, example)| ((*name).to_owned(), example.filled(parties))).collect()
}

impl Example {
    fn filled(&self, parties: &Parties) -> Value {
        // 63 bits: beyond what a double holds, as the platform's are.
        let id = || rand::random::<u64>() >> 1;
        match self {
            Text(text) => Value::Text((*text).to_owned()),
            Number(number) => Value::Number(*number),
            True => Value::True,
            Id => Value::Number(id()),
            TextId => Value::Text(id().to_string()),
            Now => Value::Number(wxseal_os::now()),
            App => Value::Text(parties.app_id.clone()),
            Below(fields) => Value::Below(filled(fields, parties)),
            List(item) => Value::List(Box::new(item.filled(parties))),
        }
    }
}

fn xml(fields: &[(String, Value)]) -> String {
    fn inside(value: &Value) -> String {
        match value {
            Value::Text(text) => cdata(text),
            Value::Number(number) => number.to_string(),
            Value::True => "true".to_owned(),
            Value::Below(fields) => xml(fields),
            Value::List(item) => inside(item),
        }
    }
    let element = |(name, value): &(String, Value)| format!("<{name}>{}</{name}>", inside(value));
    fields.iter().map(element).collect()
}

fn json(fields: &[(String, Value)]) -> String {
    fn written(value: &Value) -> String {
        match value {
            Value::Text(text) => quoted(text),
            Value::Number(number) => number.to_string(),
            Value::True => "true".to_owned(),
            Value::Below(fields) => json(fields),
            Value::List(item) => format!("[{}]", written(item)),
        }
    }
    let member = |(name, value): &(String, Value)| format!("{}:{}", quoted(name), written(value));
    format!("{{{}}}", fields.iter().map(member).collect::<Vec<_>>().join(","))
}

pub(crate) fn cdata(text: &str) -> String {
    format!("<![CDATA[{}]]>", text.replace("]]>", "]]]]><![CDATA[>"))
}

pub(crate) fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

#[cfg(test)]
mod tests {
    use wxseal_core::{Endpoint, Incoming, Stamp, platform};

    use super::*;

    fn parties() -> Parties {
        Parties { account: "gh_1".into(), user: "o1".into(), app_id: "wx1".into() }
    }

    fn received(message: &str) -> wxseal_core::Push {
        let stamp = Stamp::new("1714112445", "1").unwrap();
        let request = platform::plain_push("token", message.as_bytes(), stamp).unwrap();
        let endpoint = Endpoint::plain("token").unwrap();
        match endpoint.receive("POST", &request.query, &request.body, 1_714_112_445) {
            Ok(Incoming::Push(push)) => push,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn the_library_reads_every_template_alike_in_both_formats() {
        for template in TEMPLATES {
            let draft = Draft::new(template, &parties());
            let (xml, json) = (received(&draft.write(Format::Xml)), received(&draft.write(Format::Json)));
            let (xml, json) = (xml.message().unwrap(), json.message().unwrap());
            assert_eq!(xml.dedup_key(), json.dedup_key(), "{}", template.name);
            assert_eq!(xml.msg_type().or(xml.info_type()), json.msg_type().or(json.info_type()));
            assert!(xml.create_time().is_some() || template.zh.is_none(), "{}", template.name);
        }
        assert!(TEMPLATES.len() > 450);
    }

    /// The paths of the fields, of lists of their items.
    fn fields(rows: &serde_json::Value, above: &str, into: &mut Vec<String>) {
        for row in rows.as_array().unwrap() {
            let path = format!("{above}/{}", row["name"].as_str().unwrap());
            let path = path.trim_end_matches('/').to_owned();
            let item = if row["type"] == "array" { format!("{path}/0") } else { path.clone() };
            match row.get("of") {
                Some(of) => fields(of, &item, into),
                None => into.push(path),
            }
        }
    }

    #[test]
    fn a_template_has_all_the_fields_that_the_table_has() {
        let tables = [include_str!("../../messages/wechat.json"), include_str!("../../messages/wecom.json")];
        let mut rows = 0;
        for row in tables.iter().flat_map(|table| {
            let mut table: serde_json::Value = serde_json::from_str(table).unwrap();
            std::mem::take(table["messages"].as_array_mut().unwrap())
        }) {
            let name = row["name"].as_str().unwrap();
            let message = received(&Draft::new(find(name).unwrap(), &parties()).write(Format::Json));
            let view: serde_json::Value = serde_json::from_str(&message.message().unwrap().to_json()).unwrap();
            let mut paths = Vec::new();
            fields(&row["fields"], "", &mut paths);
            for path in paths {
                assert!(view.pointer(&path).is_some(), "{name}: {path} is not in {view}");
            }
            for (path, value) in row["match"].as_object().unwrap() {
                assert_eq!(view.pointer(&format!("/{}", path.replace('.', "/"))), Some(value), "{name}");
            }
            rows += 1;
        }
        assert_eq!(rows, TEMPLATES.len());
    }

    #[test]
    fn names_are_unique_and_found() {
        for (index, template) in TEMPLATES.iter().enumerate() {
            assert!(TEMPLATES.iter().skip(index + 1).all(|other| other.name != template.name));
            assert!(find(template.name).is_some_and(|found| found.name == template.name));
        }
        let found = ["scan", "Click", "location", "LOCATION", "Location", "no such"].map(find);
        let names = found.map(|found| found.map(|template| template.name));
        assert_eq!(names, [Some("SCAN"), Some("CLICK"), Some("location"), Some("LOCATION"), None, None]);
        assert!(list().contains("  subscribe                 关注\n") && list().lines().count() == 22);
    }

    #[test]
    fn the_widgets_example_is_the_load_tests() {
        let draft = Draft::new(find("wxa_widget_data").unwrap(), &parties());
        assert_eq!(received(&draft.write(Format::Json)).message().unwrap().text("Query"), Some(QUERY));
    }

    #[test]
    fn fields_are_replaced_and_added() {
        let mut draft = Draft::new(find("wxa_widget_data").unwrap(), &parties());
        for (name, text) in [("Query", "]]>\"\\"), ("Scene", "2"), ("CreateTime", "soon"), ("More", "&<")] {
            draft.set(name, text);
        }
        let json = draft.write(Format::Json);
        assert!(json.contains(r#""Query":"]]>\"\\","Scene":2,"More":"&<"}"#), "{json}");
        assert!(json.contains(r#""CreateTime":"soon""#));
        for format in [Format::Xml, Format::Json] {
            let push = received(&draft.write(format));
            assert_eq!(push.message().unwrap().text("Query"), Some("]]>\"\\"));
            assert_eq!(push.message().unwrap().text("More"), Some("&<"));
        }
    }
}
