//! What to send.

use std::fmt;

use crate::document::json::members;
use crate::document::write::{Field, given, object};
use crate::{Error, Query, Setting};

const HOST: &str = "https://api.weixin.qq.com";

/// What to send. Its Debug shows neither secret nor token.
#[derive(Clone, PartialEq, Eq)]
pub struct Request {
    method: &'static str,
    path: String,
    query: String,
    body: Option<String>,
}

impl Request {
    /// `GET` or `POST`.
    #[must_use]
    pub fn method(&self) -> &'static str {
        self.method
    }

    /// The whole URL. Its query holds a secret or a token: keep it out of logs.
    #[must_use]
    pub fn url(&self) -> String {
        let separator = if self.query.is_empty() { "" } else { "?" };
        format!("{HOST}{}{separator}{}", self.path, self.query)
    }

    /// The JSON to send, with `Content-Type: application/json`; `None` for a GET.
    #[must_use]
    pub fn body(&self) -> Option<&str> {
        self.body.as_deref()
    }

    fn get(path: &str, parameters: &[(&str, &str)]) -> Self {
        Request { method: "GET", path: path.to_owned(), query: query(parameters), body: None }
    }

    fn post(path: &str, access_token: &str, body: String) -> Self {
        let query = query(&[("access_token", access_token)]);
        Request { method: "POST", path: path.to_owned(), query, body: Some(body) }
    }
}

impl fmt::Debug for Request {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Request").field("method", &self.method).field("path", &self.path).finish_non_exhaustive()
    }
}

/// What a customer-service message says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum CustomerMessage<'a> {
    /// A text; it may hold links to pages of the Mini Program.
    Text {
        /// The text.
        content: &'a str,
    },
    /// An image that was uploaded before.
    Image {
        /// What the upload returned.
        media_id: &'a str,
    },
    /// A card with a link.
    Link {
        /// The headline.
        title: &'a str,
        /// What stands below it.
        description: &'a str,
        /// Where it leads.
        url: &'a str,
        /// The URL of a picture.
        thumb_url: &'a str,
    },
    /// A card that leads to a page of the Mini Program.
    MiniProgramPage {
        /// The headline.
        title: &'a str,
        /// The page, with its query.
        pagepath: &'a str,
        /// A picture that was uploaded before.
        thumb_media_id: &'a str,
    },
}

/// What a subscription message says. Where an optional field is `None`, the platform has a default.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SubscribeMessage<'a> {
    /// The template that the user subscribed to.
    pub template_id: &'a str,
    /// What the template's keys say, as a JSON object: `{"thing1":{"value":"…"}}`. It is sent as it stands.
    pub data: &'a str,
    /// The page that a tap on the message leads to, with its query; without one it leads nowhere.
    pub page: Option<&'a str>,
    /// `developer`, `trial` or `formal`: which version of the Mini Program it leads to.
    pub miniprogram_state: Option<&'a str>,
    /// `zh_CN`, `en_US`, `zh_HK` or `zh_TW`.
    pub lang: Option<&'a str>,
}

/// A text that a user wrote, and where it is to be shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TextCheck<'a> {
    /// The user, who must have visited the Mini Program within the last two hours.
    pub openid: &'a str,
    /// 1 for a profile, 2 a comment, 3 a forum, 4 a social log.
    pub scene: u32,
    /// The text, of at most 2500 characters.
    pub content: &'a str,
    /// The text's headline.
    pub title: Option<&'a str>,
    /// The user's nickname.
    pub nickname: Option<&'a str>,
    /// The user's own motto, of a profile only.
    pub signature: Option<&'a str>,
}

/// Any call that is a GET. All its parameters stand in the query, `access_token` among them; names and values are
/// percent-encoded here.
///
/// # Errors
/// [`Error::InvalidConfig`]: the path is not `/` and words of `A-Z a-z 0-9 . _ -`, as in `/cgi-bin/user/info`: no query, no
/// host, no `..`.
///
/// ```
/// use wxseal::api;
///
/// let request = api::get("/cgi-bin/user/info", &[("access_token", "A"), ("openid", "o1")])?;
/// assert_eq!(request.url(), "https://api.weixin.qq.com/cgi-bin/user/info?access_token=A&openid=o1");
/// # Ok::<(), wxseal::Error>(())
/// ```
pub fn get(path: &str, parameters: &[(&str, &str)]) -> Result<Request, Error> {
    check_path(path)?;
    Ok(Request::get(path, parameters))
}

/// Any call that is a POST of JSON. The body is sent as it stands: write it in raw UTF-8, since some calls show `\u` escapes to
/// the user.
///
/// # Errors
/// - [`Error::InvalidConfig`]: the path, as for [`get`].
/// - [`Error::UnwritableReply`]: the body is not a JSON object.
///
/// ```
/// use wxseal::api;
///
/// let request = api::post("/wxa/generate_urllink", "A", r#"{"path":"pages/index"}"#)?;
/// assert_eq!(request.url(), "https://api.weixin.qq.com/wxa/generate_urllink?access_token=A");
/// # Ok::<(), wxseal::Error>(())
/// ```
pub fn post(path: &str, access_token: &str, body: &str) -> Result<Request, Error> {
    check_path(path)?;
    Ok(Request::post(path, access_token, checked_object(body)?.to_owned()))
}

/// `getAccessToken`: the token that all other calls need. Its answer has `access_token` and `expires_in`, in seconds.
#[must_use]
pub fn get_access_token(app_id: &str, secret: &str) -> Request {
    Request::get("/cgi-bin/token", &[("grant_type", "client_credential"), ("appid", app_id), ("secret", secret)])
}

/// `getStableAccessToken`: the same, but asked for again it gives the same token for as long as that is valid, so that several
/// servers need not agree on who asks. `force_refresh` makes a new one at once, for when a token has leaked.
#[must_use]
pub fn get_stable_access_token(app_id: &str, secret: &str, force_refresh: bool) -> Request {
    let body = object(&[
        ("grant_type", Field::Text("client_credential")),
        ("appid", Field::Text(app_id)),
        ("secret", Field::Text(secret)),
        ("force_refresh", Field::Bool(force_refresh)),
    ]);
    // The one POST that has no token yet.
    Request { method: "POST", path: "/cgi-bin/stable_token".to_owned(), query: String::new(), body: Some(body) }
}

/// `code2Session`: the user behind the code of `wx.login`. Its answer has `openid`, `session_key` and perhaps `unionid`.
#[must_use]
pub fn code2session(app_id: &str, secret: &str, js_code: &str) -> Request {
    let grant = ("grant_type", "authorization_code");
    Request::get("/sns/jscode2session", &[("appid", app_id), ("secret", secret), ("js_code", js_code), grant])
}

/// `getPhoneNumber`: the number behind the code of the button `getPhoneNumber`. Its answer has `phone_info`, with
/// `phoneNumber`, `purePhoneNumber` and `countryCode`.
#[must_use]
pub fn get_phone_number(access_token: &str, code: &str) -> Request {
    Request::post("/wxa/business/getuserphonenumber", access_token, object(&[("code", Field::Text(code))]))
}

/// The customer-service send call: a message to a user who wrote within the last 48 hours.
#[must_use]
pub fn send_customer_message(access_token: &str, to_user: &str, message: CustomerMessage<'_>) -> Request {
    let (kind, fields) = match message {
        CustomerMessage::Text { content } => ("text", vec![("content", content)]),
        CustomerMessage::Image { media_id } => ("image", vec![("media_id", media_id)]),
        CustomerMessage::Link { title, description, url, thumb_url } => {
            ("link", vec![("title", title), ("description", description), ("url", url), ("thumb_url", thumb_url)])
        }
        CustomerMessage::MiniProgramPage { title, pagepath, thumb_media_id } => {
            ("miniprogrampage", vec![("title", title), ("pagepath", pagepath), ("thumb_media_id", thumb_media_id)])
        }
    };
    let fields = fields.into_iter().map(|(name, value)| (name, Field::Text(value))).collect();
    let body =
        object(&[("touser", Field::Text(to_user)), ("msgtype", Field::Text(kind)), (kind, Field::Group(fields))]);
    Request::post("/cgi-bin/message/custom/send", access_token, body)
}

/// `subscribeMessage.send`: a message to a user who subscribed to its template.
///
/// # Errors
/// [`Error::UnwritableReply`]: `data` is not a JSON object.
pub fn send_subscribe_message(
    access_token: &str,
    to_user: &str,
    message: &SubscribeMessage<'_>,
) -> Result<Request, Error> {
    let body = object(&given([
        ("touser", Some(Field::Text(to_user))),
        ("template_id", Some(Field::Text(message.template_id))),
        ("page", message.page.map(Field::Text)),
        ("data", Some(Field::Json(checked_object(message.data)?))),
        ("miniprogram_state", message.miniprogram_state.map(Field::Text)),
        ("lang", message.lang.map(Field::Text)),
    ]));
    Ok(Request::post("/cgi-bin/message/subscribe/send", access_token, body))
}

/// `msgSecCheck`, version 2: whether a text may be shown. Its answer has `result`, with `suggest` (`pass`, `review` or
/// `risky`) and `label`.
#[must_use]
pub fn msg_sec_check(access_token: &str, text: &TextCheck<'_>) -> Request {
    let body = object(&given([
        ("openid", Some(Field::Text(text.openid))),
        ("scene", Some(Field::Number(text.scene.into()))),
        ("version", Some(Field::Number(CHECK_VERSION))),
        ("content", Some(Field::Text(text.content))),
        ("title", text.title.map(Field::Text)),
        ("nickname", text.nickname.map(Field::Text)),
        ("signature", text.signature.map(Field::Text)),
    ]));
    Request::post("/wxa/msg_sec_check", access_token, body)
}

/// `mediaCheckAsync`, version 2: whether a sound (`media_type` 1) or a picture (2) may be shown. Its answer has `trace_id`; the
/// result comes as the event `wxa_media_check`, within half an hour. `scene` is that of [`TextCheck`].
#[must_use]
pub fn media_check_async(access_token: &str, openid: &str, scene: u32, media_url: &str, media_type: u32) -> Request {
    let body = object(&[
        ("openid", Field::Text(openid)),
        ("scene", Field::Number(scene.into())),
        ("version", Field::Number(CHECK_VERSION)),
        ("media_url", Field::Text(media_url)),
        ("media_type", Field::Number(media_type.into())),
    ]);
    Request::post("/wxa/media_check_async", access_token, body)
}

/// Of both calls that check content; the first is no longer served.
const CHECK_VERSION: u64 = 2;

/// What could lead to another host or call is no path: the token goes wherever the URL does.
fn check_path(path: &str) -> Result<(), Error> {
    let word = |word: &str| {
        let known = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'-');
        word.bytes().all(known) && !matches!(word, "" | "." | "..")
    };
    let holds = path.strip_prefix('/').is_some_and(|words| words.split('/').all(word));
    if holds { Ok(()) } else { Err(Error::InvalidConfig { setting: Setting::Path }) }
}

fn query(parameters: &[(&str, &str)]) -> String {
    Query::write(parameters.iter().copied())
}

fn checked_object(json: &str) -> Result<&str, Error> {
    members(json).map(|_| json).ok_or(Error::UnwritableReply)
}

#[cfg(test)]
mod tests {
    use super::*;

    const HOST_AND_TOKEN: (&str, &str) = ("https://api.weixin.qq.com", "?access_token=a%2Bb");

    /// A POST with the token `a+b`, to this path and with this body.
    fn assert_posts(request: &Request, path: &str, body: &str) {
        let (host, token) = HOST_AND_TOKEN;
        assert_eq!((request.method(), request.url()), ("POST", format!("{host}{path}{token}")));
        assert_eq!(request.body(), Some(body));
    }

    #[test]
    fn a_get_has_its_parameters_in_the_query() {
        let token = get_access_token("wx1", "s&1");
        assert_eq!(
            token.url(),
            "https://api.weixin.qq.com/cgi-bin/token?grant_type=client_credential&appid=wx1&secret=s%261"
        );
        assert_eq!((token.method(), token.body()), ("GET", None));
        let session = code2session("wx1", "secret", "code");
        assert_eq!(
            session.url(),
            "https://api.weixin.qq.com/sns/jscode2session?appid=wx1&secret=secret&js_code=code&grant_type=authorization_code"
        );
        let generic = get("/cgi-bin/get_api_domain_ip", &[("access_token", "a+b"), ("名 &", "%2B/值")]).unwrap();
        assert_eq!(
            generic.url(),
            "https://api.weixin.qq.com/cgi-bin/get_api_domain_ip?access_token=a%2Bb&%E5%90%8D%20%26=%252B%2F%E5%80%BC"
        );
        assert_eq!(get("/a", &[]).unwrap().url(), "https://api.weixin.qq.com/a");
    }

    #[test]
    fn a_post_has_its_body_as_it_was_given() {
        let body = "{ \"a\": 1.50,\"b\":\"\\u4f60\u{4f60}\" }";
        assert_posts(&post("/wxa/x.y_z-1", "a+b", body).unwrap(), "/wxa/x.y_z-1", body);
        for body in ["", "[]", "null", "\"{}\"", "{", "{}{}", "{'a':1}", "{\"a\":01}", "<xml/>"] {
            assert_eq!(post("/a", "t", body), Err(Error::UnwritableReply), "{body}");
            let message = SubscribeMessage { data: body, ..SubscribeMessage::default() };
            assert_eq!(send_subscribe_message("t", "o1", &message), Err(Error::UnwritableReply), "{body}");
        }
    }

    #[test]
    fn a_path_leads_nowhere_else() {
        for path in [
            "",
            "/",
            "a",
            "a/b",
            "//a",
            "//evil.example/a",
            "/a/",
            "/a//b",
            "/..",
            "/a/../b",
            "/a/.",
            "/./a",
            "/a?b=c",
            "/a#b",
            "/a b",
            "/a\n",
            "/a\0",
            "/a%2e",
            "/a\\b",
            "/a@b",
            "/a:1",
            "/é",
            " /a",
            "https://evil.example/a",
            "@evil.example/a",
            ".evil.example/a",
        ] {
            assert_eq!(get(path, &[]), Err(Error::InvalidConfig { setting: Setting::Path }), "{path:?}");
            assert_eq!(post(path, "t", "{}"), Err(Error::InvalidConfig { setting: Setting::Path }), "{path:?}");
        }
    }

    #[test]
    fn a_stable_token_is_asked_for_without_a_token() {
        let request = get_stable_access_token("wx1", "s\"", true);
        assert_eq!((request.method(), &*request.url()), ("POST", "https://api.weixin.qq.com/cgi-bin/stable_token"));
        let body = r#"{"grant_type":"client_credential","appid":"wx1","secret":"s\"","force_refresh":true}"#;
        assert_eq!(request.body(), Some(body));
        let body = body.replace("true", "false");
        assert_eq!(get_stable_access_token("wx1", "s\"", false).body(), Some(&*body));
    }

    #[test]
    fn customer_messages() {
        let path = "/cgi-bin/message/custom/send";
        let text = CustomerMessage::Text { content: "你好\n\"😀\"" };
        let body = "{\"touser\":\"o1\",\"msgtype\":\"text\",\"text\":{\"content\":\"你好\\n\\\"😀\\\"\"}}";
        assert_posts(&send_customer_message("a+b", "o1", text), path, body);
        let page = CustomerMessage::MiniProgramPage { title: "t", pagepath: "p", thumb_media_id: "m" };
        let body = r#"{"touser":"o1","msgtype":"miniprogrampage","miniprogrampage":{"title":"t","pagepath":"p","thumb_media_id":"m"}}"#;
        assert_posts(&send_customer_message("a+b", "o1", page), path, body);
    }

    #[test]
    fn a_subscription_message_has_the_fields_that_were_given() {
        let path = "/cgi-bin/message/subscribe/send";
        let data = r#"{"thing1":{"value":"你好"}, "number2":{"value":1.50}}"#;
        let mut message = SubscribeMessage { template_id: "t1", data, ..SubscribeMessage::default() };
        let body = format!(r#"{{"touser":"o1","template_id":"t1","data":{data}}}"#);
        assert_posts(&send_subscribe_message("a+b", "o1", &message).unwrap(), path, &body);
        (message.page, message.miniprogram_state, message.lang) = (Some("index?a=b"), Some("trial"), Some("zh_TW"));
        let body = format!(
            r#"{{"touser":"o1","template_id":"t1","page":"index?a=b","data":{data},"miniprogram_state":"trial","lang":"zh_TW"}}"#
        );
        assert_posts(&send_subscribe_message("a+b", "o1", &message).unwrap(), path, &body);
    }

    #[test]
    fn content_is_checked_by_version_2() {
        let mut text = TextCheck { openid: "o1", scene: 2, content: "你好", ..TextCheck::default() };
        let body = r#"{"openid":"o1","scene":2,"version":2,"content":"你好"}"#;
        assert_posts(&msg_sec_check("a+b", &text), "/wxa/msg_sec_check", body);
        (text.title, text.nickname, text.signature) = (Some("t"), Some("n"), Some("s"));
        let body =
            r#"{"openid":"o1","scene":2,"version":2,"content":"你好","title":"t","nickname":"n","signature":"s"}"#;
        assert_posts(&msg_sec_check("a+b", &text), "/wxa/msg_sec_check", body);
        let media = media_check_async("a+b", "o1", 1, "https://example.com/a.png", 2);
        let body = r#"{"openid":"o1","scene":1,"version":2,"media_url":"https://example.com/a.png","media_type":2}"#;
        assert_posts(&media, "/wxa/media_check_async", body);
    }

    #[test]
    fn a_phone_number_is_asked_for_by_its_code() {
        assert_posts(&get_phone_number("a+b", "c1"), "/wxa/business/getuserphonenumber", r#"{"code":"c1"}"#);
    }

    #[test]
    fn nothing_secret_is_shown() {
        let secret = "s3cret";
        let message = CustomerMessage::Text { content: secret };
        let shown = [
            get_access_token("wx1", secret),
            get_stable_access_token("wx1", secret, false),
            code2session("wx1", secret, secret),
            get_phone_number(secret, secret),
            send_customer_message(secret, "o1", message),
            get("/a", &[("access_token", secret)]).unwrap(),
            post("/a", secret, "{\"a\":\"s3cret\"}").unwrap(),
        ];
        let shown = format!("{shown:?}");
        assert!(shown.contains("/cgi-bin/stable_token") && !shown.contains(secret), "{shown}");
    }
}
