//! The messages and events that the platform sends, filled with examples.

mod documented;

use wxseal_core::Format;

use self::documented::DOCUMENTED;

/// One kind of message by the name that it is asked for.
pub(crate) struct Template {
    pub(crate) name: &'static str,
    zh: &'static str,
    header: Header,
    fields: &'static [(&'static str, Example)],
}

enum Header {
    /// `ToUserName`, `FromUserName`, `CreateTime`, `MsgType`.
    Message(&'static str),
    /// The same with `MsgType` `event` and `Event`.
    Event(&'static str),
    /// Of the open platform: `AppId`, `CreateTime`, `InfoType`.
    Info(&'static str),
    /// What has none: all stands among the fields.
    Bare,
}

enum Example {
    Text(&'static str),
    Number(u64),
    /// A 64-bit id, another every time.
    Id,
    /// This second.
    Now,
    /// Fields below a field.
    Below(&'static [(&'static str, Example)]),
    /// A list of one item.
    List(&'static Example),
}

use Example::{Below, Id, List, Now, Number, Text};

/// The search widget's query for 腾讯股价, as its page has it.
pub(crate) const QUERY: &str = r#"{"type":10000,"slot_list":[{"key":"stock_code","value":"00700"},{"key":"stock_market","value":"hk"}],"longitude":113.319694519,"latitude":23.102640152}"#;

const MEDIA: &str = "media-id-of-an-example";

/// All of them, in the order of the help.
pub(crate) const TEMPLATES: &[Template] = &[
    message("text", "文本消息", "text", &[("Content", Text("hello 你好")), ("MsgId", Id)]),
    message(
        "image",
        "图片消息",
        "image",
        &[("PicUrl", Text("http://mmbiz.qpic.cn/example")), ("MediaId", Text(MEDIA)), ("MsgId", Id)],
    ),
    message("voice", "语音消息", "voice", &[("MediaId", Text(MEDIA)), ("Format", Text("amr")), ("MsgId", Id)]),
    message("video", "视频消息", "video", &[("MediaId", Text(MEDIA)), ("ThumbMediaId", Text(MEDIA)), ("MsgId", Id)]),
    message(
        "location",
        "地理位置消息",
        "location",
        &[
            ("Location_X", Text("23.134521")),
            ("Location_Y", Text("113.358803")),
            ("Scale", Number(20)),
            ("Label", Text("广州市海珠区新港中路")),
            ("MsgId", Id),
        ],
    ),
    message(
        "link",
        "链接消息",
        "link",
        &[
            ("Title", Text("公众平台官网链接")),
            ("Description", Text("公众平台官网链接")),
            ("Url", Text("https://mp.weixin.qq.com/")),
            ("MsgId", Id),
        ],
    ),
    message(
        "miniprogrampage",
        "小程序卡片消息",
        "miniprogrampage",
        &[
            ("Title", Text("一张卡片")),
            ("AppId", Text("wx0123456789abcdef")),
            ("PagePath", Text("pages/index/index")),
            ("ThumbUrl", Text("http://mmbiz.qpic.cn/example")),
            ("ThumbMediaId", Text(MEDIA)),
            ("MsgId", Id),
        ],
    ),
    event("user_enter_tempsession", "进入客服会话", "user_enter_tempsession", &[("SessionFrom", Text("sessionFrom"))]),
    event("wxa_widget_data", "搜索 Widget", "wxa_widget_data", &[("Query", Text(QUERY)), ("Scene", Number(1))]),
    event(
        "subscribe_msg_popup_event",
        "订阅弹窗",
        "subscribe_msg_popup_event",
        &[(
            "List",
            Below(&[
                ("TemplateId", Text("VRR0UEO9VJOLs0MHlU0OilqX6MVFDwH3_3gz3Oc0NIc")),
                ("SubscribeStatusString", Text("accept")),
                ("PopupScene", Text("2")),
            ]),
        )],
    ),
    event(
        "wxa_media_check",
        "内容安全检测结果",
        "wxa_media_check",
        &[
            ("appid", Text("wx0123456789abcdef")),
            ("trace_id", Text("60ae120f-371d5872-7941a05b")),
            ("version", Number(2)),
            (
                "detail",
                Below(&[("strategy", Text("content_model")), ("errcode", Number(0)), ("suggest", Text("pass"))]),
            ),
            ("result", Below(&[("suggest", Text("pass")), ("label", Number(100))])),
        ],
    ),
    event("debug_demo", "控制台调试", "debug_demo", &[("debug_str", Text("hello world"))]),
    event("subscribe", "关注", "subscribe", &[("EventKey", Text(""))]),
    event("unsubscribe", "取消关注", "unsubscribe", &[("EventKey", Text(""))]),
    event("scan", "扫描带参数二维码", "SCAN", &[("EventKey", Text("123")), ("Ticket", Text("TICKET"))]),
    event("click", "点击菜单", "CLICK", &[("EventKey", Text("EVENTKEY"))]),
    event("view", "点击菜单链接", "VIEW", &[("EventKey", Text("https://example.com/"))]),
    event(
        "report_location",
        "上报地理位置",
        "LOCATION",
        &[("Latitude", Text("23.137466")), ("Longitude", Text("113.352425")), ("Precision", Text("119.385040"))],
    ),
    info("component_verify_ticket", "第三方平台 ticket", &[("ComponentVerifyTicket", Text("ticket@@@an-example"))]),
    info(
        "authorized",
        "授权成功",
        &[
            ("AuthorizerAppid", Text("wx00000000000000aa")),
            ("AuthorizationCode", Text("an-example")),
            ("AuthorizationCodeExpiredTime", Number(3600)),
            ("PreAuthCode", Text("an-example")),
        ],
    ),
    info(
        "updateauthorized",
        "授权更新",
        &[("AuthorizerAppid", Text("wx00000000000000aa")), ("AuthorizationCode", Text("an-example"))],
    ),
    info("unauthorized", "取消授权", &[("AuthorizerAppid", Text("wx00000000000000aa"))]),
];

const fn message(
    name: &'static str,
    zh: &'static str,
    msg_type: &'static str,
    fields: &'static [(&'static str, Example)],
) -> Template {
    Template { name, zh, header: Header::Message(msg_type), fields }
}

const fn event(
    name: &'static str,
    zh: &'static str,
    event: &'static str,
    fields: &'static [(&'static str, Example)],
) -> Template {
    Template { name, zh, header: Header::Event(event), fields }
}

const fn info(name: &'static str, zh: &'static str, fields: &'static [(&'static str, Example)]) -> Template {
    Template { name, zh, header: Header::Info(name), fields }
}

/// The template of that name.
pub(crate) fn find(name: &str) -> Option<&'static Template> {
    TEMPLATES.iter().chain(DOCUMENTED).find(|template| template.name == name)
}

impl Template {
    /// Whether it comes in JSON alone, as what robots and devices are told.
    pub(crate) fn is_json(&self) -> bool {
        self.name == "wxa_widget_data" || self.name.starts_with("robot.") || self.name.starts_with("hardware.")
    }
}

/// Every name with its meaning, for the help.
pub(crate) fn list() -> String {
    let lines = TEMPLATES.iter().map(|template| format!("  {:<26}{}", template.name, template.zh));
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
    Below(Vec<(String, Value)>),
    List(Box<Value>),
}

impl Draft {
    /// A template's message of this second.
    pub(crate) fn new(template: &Template, parties: &Parties) -> Self {
        let text = |text: &str| Value::Text(text.to_owned());
        let now = Value::Number(wxseal_os::now());
        let header = match template.header {
            Header::Info(info) => vec![("AppId", text(&parties.app_id)), ("CreateTime", now), ("InfoType", text(info))],
            Header::Bare => Vec::new(),
            Header::Message(msg_type) | Header::Event(msg_type) => {
                let event = matches!(template.header, Header::Event(_));
                let mut header = vec![
                    ("ToUserName", text(&parties.account)),
                    ("FromUserName", text(&parties.user)),
                    ("CreateTime", now),
                    ("MsgType", text(if event { "event" } else { msg_type })),
                ];
                if event {
                    header.push(("Event", text(msg_type)));
                }
                header
            }
        };
        let mut fields: Vec<_> = header.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
        fields.extend(filled(template.fields));
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

fn filled(fields: &[(&str, Example)]) -> Vec<(String, Value)> {
    fields.iter().map(|(name, example)| ((*name).to_owned(), example.filled())).collect()
}

impl Example {
    fn filled(&self) -> Value {
        match self {
            Text(text) => Value::Text((*text).to_owned()),
            Number(number) => Value::Number(*number),
            // 63 bits: beyond what a double holds, as the platform's are.
            Id => Value::Number(rand::random::<u64>() >> 1),
            Now => Value::Number(wxseal_os::now()),
            Below(fields) => Value::Below(filled(fields)),
            List(item) => Value::List(Box::new(item.filled())),
        }
    }
}

fn xml(fields: &[(String, Value)]) -> String {
    fn inside(value: &Value) -> String {
        match value {
            Value::Text(text) => cdata(text),
            Value::Number(number) => number.to_string(),
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
        for name in TEMPLATES.iter().chain(DOCUMENTED).map(|template| template.name) {
            let template = find(name).unwrap();
            let draft = Draft::new(template, &parties());
            let (xml, json) = (received(&draft.write(Format::Xml)), received(&draft.write(Format::Json)));
            let (xml, json) = (xml.message().unwrap(), json.message().unwrap());
            assert_eq!(xml.dedup_key(), json.dedup_key(), "{}", template.name);
            assert_eq!(xml.msg_type().or(xml.info_type()), json.msg_type().or(json.info_type()));
            let usual = TEMPLATES.iter().any(|template| template.name == name);
            assert!(xml.create_time().is_some() || !usual, "{name}");
        }
        assert!(DOCUMENTED.len() > 450);
    }

    #[test]
    fn names_are_unique_and_found() {
        for (index, template) in TEMPLATES.iter().enumerate() {
            assert!(TEMPLATES.iter().skip(index + 1).all(|other| other.name != template.name));
            assert!(find(template.name).is_some() && list().contains(template.name));
        }
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
