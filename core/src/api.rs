//! Server API calls without I/O: what to send with the HTTP client of your choice, and what the answer says.
//!
//! ```
//! use wxseal::api;
//!
//! let request = api::get_access_token("wx1", "secret");
//! assert_eq!(request.method(), "GET");
//! assert!(request.url().starts_with("https://api.weixin.qq.com/cgi-bin/token?grant_type=client_credential&"));
//!
//! let answer = api::read(br#"{"access_token":"A","expires_in":7200}"#)?;
//! assert_eq!((answer.text("access_token"), answer.integer("expires_in")), (Some("A".into()), Some(7200)));
//! # Ok::<(), api::Failure>(())
//! ```

use std::fmt;

use serde_json::value::RawValue;

use crate::json::{literal, members, string};
use crate::platform::percent_encode;

const HOST: &str = "https://api.weixin.qq.com";

/// What to send. Its Debug shows neither secret nor token.
#[derive(Clone, PartialEq, Eq)]
pub struct Request {
    method: &'static str,
    path: &'static str,
    query: String,
    body: Option<String>,
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

/// `getAccessToken`: the token that all other calls need. Its answer has `access_token` and `expires_in`, in seconds.
#[must_use]
pub fn get_access_token(app_id: &str, secret: &str) -> Request {
    let query = query(&[("grant_type", "client_credential"), ("appid", app_id), ("secret", secret)]);
    Request { method: "GET", path: "/cgi-bin/token", query, body: None }
}

/// `code2Session`: the user behind the code of `wx.login`. Its answer has `openid`, `session_key` and perhaps `unionid`.
#[must_use]
pub fn code2session(app_id: &str, secret: &str, js_code: &str) -> Request {
    let grant = ("grant_type", "authorization_code");
    let query = query(&[("appid", app_id), ("secret", secret), ("js_code", js_code), grant]);
    Request { method: "GET", path: "/sns/jscode2session", query, body: None }
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
    // Raw UTF-8: a `\u` escape would be shown to the user as it stands.
    let fields: Vec<String> =
        fields.into_iter().map(|(name, value)| format!("\"{name}\":{}", literal(value))).collect();
    let body =
        format!("{{\"touser\":{},\"msgtype\":\"{kind}\",\"{kind}\":{{{}}}}}", literal(to_user), fields.join(","));
    let query = query(&[("access_token", access_token)]);
    Request { method: "POST", path: "/cgi-bin/message/custom/send", query, body: Some(body) }
}

fn query(parameters: &[(&str, &str)]) -> String {
    let pairs: Vec<String> =
        parameters.iter().map(|(name, value)| format!("{name}={}", percent_encode(value))).collect();
    pairs.join("&")
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
        format!("{HOST}{}?{}", self.path, self.query)
    }

    /// The JSON to send, with `Content-Type: application/json`; `None` for a GET.
    #[must_use]
    pub fn body(&self) -> Option<&str> {
        self.body.as_deref()
    }
}

impl fmt::Debug for Request {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Request").field("method", &self.method).field("path", &self.path).finish_non_exhaustive()
    }
}

/// A successful answer. Its Debug shows the names of its fields only, since a token is among the values.
#[derive(Clone)]
pub struct Answer {
    text: String,
}

impl Answer {
    /// A field that is a text.
    #[must_use]
    pub fn text(&self, name: &str) -> Option<String> {
        string(self.field(name)?.get())
    }

    /// A field that is an integer.
    #[must_use]
    pub fn integer(&self, name: &str) -> Option<i64> {
        self.field(name)?.get().parse().ok()
    }

    /// The whole answer, as it came.
    #[must_use]
    pub fn to_json(&self) -> &str {
        &self.text
    }

    fn field(&self, name: &str) -> Option<&RawValue> {
        members(&self.text)?.into_iter().find_map(|(found, value)| (found == name).then_some(value))
    }
}

impl fmt::Debug for Answer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let members = members(&self.text).unwrap_or_default();
        f.debug_list().entries(members.into_iter().map(|(name, _)| name)).finish()
    }
}

/// Why a call did not succeed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure {
    /// The platform says why.
    Refused {
        /// Its number for it.
        errcode: i64,
        /// Its words for it.
        errmsg: String,
    },
    /// What came is not a JSON object.
    Unreadable,
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Failure::Refused { errcode, errmsg } => write!(f, "{errmsg} ({errcode})"),
            Failure::Unreadable => f.write_str("the answer is not a JSON object"),
        }
    }
}

impl std::error::Error for Failure {}

/// Reads the body of an answer. A call that succeeded may answer without `errcode`, so a missing one is 0.
///
/// # Errors
/// [`Failure::Refused`]: its `errcode` is not 0. [`Failure::Unreadable`]: it is not a JSON object.
pub fn read(body: &[u8]) -> Result<Answer, Failure> {
    let text = std::str::from_utf8(body).map_err(|_| Failure::Unreadable)?.trim();
    members(text).ok_or(Failure::Unreadable)?;
    let answer = Answer { text: text.to_owned() };
    match answer.field("errcode").map(RawValue::get) {
        None | Some("0") => Ok(answer),
        Some(errcode) => Err(Failure::Refused {
            errcode: errcode.trim_matches('"').parse().map_err(|_| Failure::Unreadable)?,
            errmsg: answer.text("errmsg").unwrap_or_default(),
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn requests() {
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
        let text = send_customer_message("token", "o1", CustomerMessage::Text { content: "你好\n\"😀\"" });
        assert_eq!(text.url(), "https://api.weixin.qq.com/cgi-bin/message/custom/send?access_token=token");
        assert_eq!(
            text.body(),
            Some("{\"touser\":\"o1\",\"msgtype\":\"text\",\"text\":{\"content\":\"你好\\n\\\"😀\\\"\"}}")
        );
        let page = CustomerMessage::MiniProgramPage { title: "t", pagepath: "p", thumb_media_id: "m" };
        assert_eq!(
            send_customer_message("token", "o1", page).body(),
            Some(
                r#"{"touser":"o1","msgtype":"miniprogrampage","miniprogrampage":{"title":"t","pagepath":"p","thumb_media_id":"m"}}"#
            )
        );
    }

    #[test]
    fn nothing_secret_is_shown() {
        let shown = [
            format!("{:?}", get_access_token("wx1", "s3cret")),
            format!("{:?}", send_customer_message("s3cret", "o1", CustomerMessage::Text { content: "s3cret" })),
            format!("{:?}", read(br#"{"access_token":"s3cret"}"#).unwrap()),
        ];
        assert!(shown.iter().all(|shown| !shown.contains("s3cret")), "{shown:?}");
    }

    #[test]
    fn answers() {
        for body in [r#"{"errcode":0,"errmsg":"ok"}"#, r#"{"openid":"o1"}"#, " {} "] {
            assert!(read(body.as_bytes()).is_ok(), "{body}");
        }
        for body in [r#"{"errcode":40013,"errmsg":"invalid appid"}"#, r#"{"errcode":"40013","errmsg":"invalid appid"}"#]
        {
            let failure = read(body.as_bytes()).unwrap_err();
            assert_eq!(failure, Failure::Refused { errcode: 40013, errmsg: "invalid appid".into() });
            assert_eq!(failure.to_string(), "invalid appid (40013)");
        }
        for body in ["", "[]", "<html>", r#"{"errcode":null}"#] {
            assert_eq!(read(body.as_bytes()).unwrap_err(), Failure::Unreadable, "{body}");
        }
    }
}
