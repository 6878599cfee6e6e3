//! An answer to a push: is it one that the platform takes, and what does the end user see of it?

use serde_json::Value;
use wxseal_core::Format;

use crate::checks::{self, Checks};
use crate::client::{Answer, Broken, Step};
use crate::echo::{check_content_type, check_ok, difference, is_html};
use crate::fields::Fields;
use crate::lang::{Words, words};
use crate::platform::{Platform, Push};
use crate::widget::{WidgetData, WidgetEvent, check_create_time, check_direction, check_widget_data};

/// The longest text that an Official Account's answer may have, in bytes.
const MAX_TEXT: usize = 2048;

/// What an answer is held against: the message that was sent.
pub(crate) struct Sent {
    to_user_name: String,
    from_user_name: String,
    query: String,
    wanted: Wanted,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Wanted {
    /// The widget's data and nothing else.
    Widget,
    /// `success`: the open platform reads no more.
    Success,
    /// A document of any form: the console's debug event.
    Document,
    /// `success`, empty, or a message.
    Message,
}

/// What the end user sees.
pub(crate) enum Shown {
    Nothing,
    Text(String),
    /// An image, a voice message …, by its kind and what it is known by.
    Media(String, String),
    /// Somebody of the customer service answers.
    Staff,
    Widget(WidgetData),
    /// The console's debug tool shows it.
    Document(String),
}

impl Sent {
    /// Reads what was sent, in the way that answers are read.
    pub(crate) fn read(message: &str, format: Format) -> Result<Self, Words> {
        let fields = Fields::read(message, format)?;
        let text = |name| fields.text(name).unwrap_or_default().to_owned();
        let wanted = match (&*text("Event"), fields.has("InfoType")) {
            (_, true) => Wanted::Success,
            ("wxa_widget_data", _) => Wanted::Widget,
            ("debug_demo", _) => Wanted::Document,
            _ => Wanted::Message,
        };
        let (to_user_name, from_user_name) = (text("ToUserName"), text("FromUserName"));
        Ok(Sent { to_user_name, from_user_name, query: text("Query"), wanted })
    }

    pub(crate) fn is_widget(&self) -> bool {
        self.wanted == Wanted::Widget
    }
}

/// What kept a request from its answer, as the rule that was broken.
pub(crate) fn check_broken(broken: &Broken, checks: &mut Checks) {
    let rule = match broken.step {
        Step::Resolve => checks::ADDRESS,
        Step::Connect => checks::CONNECTION,
        Step::Tls => checks::TLS,
        Step::Answer => checks::ANSWERED,
        Step::Body => checks::WHOLE,
        Step::Time => checks::TIME,
    };
    checks.fail(rule, broken.said.clone());
}

/// Holds an answer to the rules; `None` if the platform would not take it.
pub(crate) fn examine(
    platform: &Platform,
    push: &Push,
    sent: &Sent,
    answer: &Answer,
    checks: &mut Checks,
) -> Option<Shown> {
    if !check_ok(answer, checks) {
        return None;
    }
    if answer.body.is_empty() || answer.body == b"success" {
        return acknowledged(sent, checks);
    }
    if let Some((rule, said)) = difference(&answer.body, "success")
        && [checks::BOM, checks::QUOTES, checks::WHITE_SPACE].contains(&rule)
    {
        checks.fail(rule, said);
        return None;
    }
    if sent.wanted == Wanted::Success {
        let said = words!("the open platform wants success and nothing else", "开放平台只接受 success");
        checks.fail(checks::SUCCESS, said);
        return None;
    }
    // The console's tool shows a document in clear whatever it is.
    if platform.encrypts() || sent.wanted != Wanted::Document {
        check_form(push.format, &answer.body, checks)?;
    }
    let kinds: &[&str] = match push.format {
        Format::Xml => &["application/xml", "text/xml", "text/plain"],
        Format::Json => &["application/json", "text/plain"],
    };
    let message = if platform.encrypts() {
        platform.open_body(push, &answer.body, checks)?
    } else {
        let text = std::str::from_utf8(&answer.body).map(str::to_owned);
        checks.found(checks::UTF_8, text.map_err(|error| words!("it is not UTF-8: {error}", "不是 UTF-8：{error}")))?
    };
    check_content_type(answer, kinds, checks);
    read(sent, message, push.format, checks)
}

fn acknowledged(sent: &Sent, checks: &mut Checks) -> Option<Shown> {
    if sent.is_widget() {
        let said = words!(
            "there is no data: a search is answered with widget_data, not with success or nothing",
            "没有数据：搜索事件须回复 widget_data，不能是 success 或空"
        );
        checks.fail(checks::EMPTY, said);
        return None;
    }
    checks.right(checks::SUCCESS);
    Some(Shown::Nothing)
}

/// Whether a body looks like a document of this format, before anybody reads it.
fn check_form(format: Format, body: &[u8], checks: &mut Checks) -> Option<()> {
    if body.starts_with(b"\xef\xbb\xbf") {
        checks.fail(checks::BOM, words!("a BOM stands before the answer", "应答开头多了 BOM"));
        return None;
    }
    let trimmed = body.trim_ascii_start();
    let looks = match trimmed.first() {
        Some(b'{') => Some(Format::Json),
        Some(b'<') if trimmed.starts_with(b"<xml") || trimmed.starts_with(b"<?xml") => Some(Format::Xml),
        _ => None,
    };
    match looks {
        Some(looks) if looks == format => {
            // A page around a document breaks it, and only then.
            let whole = std::str::from_utf8(body).is_ok_and(|text| Fields::read(text, format).is_ok());
            if !whole && is_html(body) {
                let said = words!(
                    "HTML stands beside the answer (a debug bar, a warning?)",
                    "应答旁边有 HTML（调试栏或警告？）"
                );
                checks.fail(checks::HTML, said);
                return None;
            }
            Some(())
        }
        Some(_) => {
            let (en, zh) = match format {
                Format::Xml => ("the push was XML and the answer is JSON", "推送是 XML，回复却是 JSON"),
                Format::Json => ("the push was JSON and the answer is XML", "推送是 JSON，回复却是 XML"),
            };
            checks.fail(checks::FORMAT, Words { en: en.to_owned(), zh: zh.to_owned() });
            None
        }
        None if is_html(body) => {
            checks.fail(checks::HTML, words!("it is an HTML page", "返回了 HTML 页面"));
            None
        }
        None => {
            let said = words!(
                "it is neither success, nor empty, nor a document",
                "它既不是 success，也不是空，也不是 XML 或 JSON"
            );
            checks.fail(checks::ENVELOPE, said);
            None
        }
    }
}

/// Reads a message in clear.
fn read(sent: &Sent, message: String, format: Format, checks: &mut Checks) -> Option<Shown> {
    let (account, user) = (&*sent.to_user_name, &*sent.from_user_name);
    match sent.wanted {
        Wanted::Document => return Some(Shown::Document(message)),
        Wanted::Widget => {
            let event = WidgetEvent { to_user_name: account, from_user_name: user, query: &sent.query };
            return check_widget_data(&message, format, &event, false, checks).map(Shown::Widget);
        }
        Wanted::Success | Wanted::Message => {}
    }
    let rule = if format == Format::Xml { checks::XML } else { checks::JSON };
    let fields = checks.found(rule, Fields::read(&message, format))?;
    check_direction(&fields, account, user, checks);
    check_create_time(&fields, checks);
    let msg_type = checks.found(checks::MSG_TYPE, fields.text("MsgType").and_then(known).map(str::to_owned))?;
    match &*msg_type {
        "text" => {
            let text = checks.found(checks::CONTENT, fields.text("Content").and_then(short).map(str::to_owned))?;
            Some(Shown::Text(text))
        }
        "transfer_customer_service" => Some(Shown::Staff),
        kind => {
            // `image` has `Image` with a `MediaId`, `news` its `Articles`.
            let mut letters = kind.chars();
            let title: String = letters.next().iter().flat_map(|first| first.to_uppercase()).chain(letters).collect();
            let known_by = fields.below(&title, "MediaId").or_else(|| fields.below(&title, "Title"));
            let several = fields.get("ArticleCount").ok().map(|count| count.raw().to_owned());
            Some(Shown::Media(msg_type.clone(), known_by.or(several).unwrap_or_default()))
        }
    }
}

fn known(msg_type: &str) -> Result<&str, Words> {
    const KNOWN: [&str; 8] =
        ["text", "image", "voice", "video", "music", "news", "transfer_customer_service", "template_card"];
    if KNOWN.contains(&msg_type) {
        Ok(msg_type)
    } else {
        Err(words!("{msg_type} is no kind of answer", "没有 {msg_type} 这种回复"))
    }
}

fn short(text: &str) -> Result<&str, Words> {
    let length = text.len();
    if length <= MAX_TEXT {
        Ok(text)
    } else {
        Err(words!("{length} bytes, and {MAX_TEXT} are the most", "{length} 字节，最多 {MAX_TEXT}"))
    }
}

impl Shown {
    /// What the end user sees, in words.
    pub(crate) fn words(&self) -> Words {
        match self {
            Shown::Nothing => words!("nothing: the message is acknowledged", "没有内容：消息已确认收到"),
            Shown::Text(text) => words!("“{text}”", "“{text}”"),
            Shown::Media(kind, known_by) => Words::same(format!("{kind} {known_by}")),
            Shown::Staff => words!("somebody of the customer service", "转接到人工客服"),
            Shown::Widget(widget) => {
                let (data, lifespan) = (shown(widget), widget.lifespan);
                words!("{data}, for {lifespan} s", "{data}，有效 {lifespan} 秒")
            }
            Shown::Document(document) => words!("in the console: {document}", "控制台显示：{document}"),
        }
    }
}

/// A widget's data without what the platform reads itself.
fn shown(widget: &WidgetData) -> String {
    let own = ["err_code", "err_msg"];
    let text = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    let error = widget.data.get("err_msg").filter(|_| widget.data.get("err_code").is_some_and(|code| *code != 0));
    let shown: Vec<String> = match error {
        Some(error) => vec![text(error)],
        None => widget
            .data
            .iter()
            .filter(|(name, _)| !own.contains(&&***name))
            .map(|(name, value)| format!("{name} {}", text(value)))
            .collect(),
    };
    shown.join(", ")
}

/// What the end user sees of an answer that the platform does not take.
pub(crate) fn shown_on_failure(sent: &Sent) -> Words {
    match sent.wanted {
        Wanted::Widget => {
            words!("nothing: the widget is left out of the search results", "没有内容：搜索结果里不出现该 Widget")
        }
        Wanted::Success => words!("nothing; the platform sends it again later", "没有内容；平台稍后重发"),
        Wanted::Document => words!("an error in the console", "控制台显示错误"),
        Wanted::Message => words!(
            "“该小程序客服暂时无法提供服务，请稍后再试” (out of service)",
            "“该小程序客服暂时无法提供服务，请稍后再试”"
        ),
    }
}
