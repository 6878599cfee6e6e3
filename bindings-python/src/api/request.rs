//! What to send.

use pyo3::prelude::*;
use pyo3::types::PyBytes;
use wxseal_core::api;

use crate::argument::{self, Text};
use crate::exception::Failure;
use crate::name;
use crate::pairs;

/// What to send with the HTTP client of your choice. Neither secret nor token shows in `repr()`.
#[pyclass(frozen, eq, module = "wxseal.api")]
#[derive(PartialEq)]
pub(crate) struct Request(api::Request);

#[pymethods]
impl Request {
    /// `"GET"` or `"POST"`.
    #[getter]
    fn method(&self) -> &'static str {
        self.0.method()
    }

    /// The whole URL. Its query holds a secret or a token: keep it out of logs.
    #[getter]
    fn url(&self) -> String {
        self.0.url()
    }

    /// The JSON to send, in UTF-8, with `Content-Type: application/json`; `None` for a GET.
    #[getter]
    fn body<'py>(&self, py: Python<'py>) -> Option<Bound<'py, PyBytes>> {
        self.0.body().map(|body| PyBytes::new(py, body.as_bytes()))
    }

    /// Shows the method and the path.
    fn __repr__(&self) -> String {
        let url = self.0.url();
        let (path, _) = url.split_once('?').unwrap_or((&url, ""));
        format!("<wxseal.api.Request {} {path}>", self.0.method())
    }
}

/// What a customer-service message says, for `send_customer_message`. A Mini Program answers its users
/// with these.
///
/// >>> from wxseal.api import CustomerMessage
/// >>> CustomerMessage.text("您好")
/// <wxseal.api.CustomerMessage text>
#[pyclass(frozen, eq, module = "wxseal.api")]
#[derive(PartialEq)]
pub(crate) struct CustomerMessage(Content);

#[derive(PartialEq)]
enum Content {
    Text([String; 1]),
    Image([String; 1]),
    Link([String; 4]),
    MiniProgramPage([String; 3]),
}

impl CustomerMessage {
    fn core(&self) -> api::CustomerMessage<'_> {
        match &self.0 {
            Content::Text([content]) => api::CustomerMessage::Text { content },
            Content::Image([media_id]) => api::CustomerMessage::Image { media_id },
            Content::Link([title, description, url, thumb_url]) => {
                api::CustomerMessage::Link { title, description, url, thumb_url }
            }
            Content::MiniProgramPage([title, pagepath, thumb_media_id]) => {
                api::CustomerMessage::MiniProgramPage { title, pagepath, thumb_media_id }
            }
        }
    }
}

#[pymethods]
impl CustomerMessage {
    /// A text; it may hold links to pages of the Mini Program.
    #[staticmethod]
    #[pyo3(signature = (content))]
    fn text(#[pyo3(from_py_with = argument::reply_text::<name::content>)] content: Text<'_>) -> Self {
        CustomerMessage(Content::Text([content.into_owned()]))
    }

    /// An image that was uploaded before: `media_id` is what the upload returned.
    #[staticmethod]
    #[pyo3(signature = (media_id))]
    fn image(#[pyo3(from_py_with = argument::reply_text::<name::media_id>)] media_id: Text<'_>) -> Self {
        CustomerMessage(Content::Image([media_id.into_owned()]))
    }

    /// A card with a link: its headline, what stands below it, where it leads, and the URL of a picture.
    #[staticmethod]
    #[pyo3(signature = (title, description, url, thumb_url))]
    fn link(
        #[pyo3(from_py_with = argument::reply_text::<name::title>)] title: Text<'_>,
        #[pyo3(from_py_with = argument::reply_text::<name::description>)] description: Text<'_>,
        #[pyo3(from_py_with = argument::reply_text::<name::url>)] url: Text<'_>,
        #[pyo3(from_py_with = argument::reply_text::<name::thumb_url>)] thumb_url: Text<'_>,
    ) -> Self {
        CustomerMessage(Content::Link([title, description, url, thumb_url].map(Text::into_owned)))
    }

    /// A card that leads to a page of the Mini Program: its headline, the page with its query, and a
    /// picture that was uploaded before.
    #[staticmethod]
    #[pyo3(signature = (title, pagepath, thumb_media_id))]
    fn mini_program_page(
        #[pyo3(from_py_with = argument::reply_text::<name::title>)] title: Text<'_>,
        #[pyo3(from_py_with = argument::reply_text::<name::pagepath>)] pagepath: Text<'_>,
        #[pyo3(from_py_with = argument::reply_text::<name::thumb_media_id>)] thumb_media_id: Text<'_>,
    ) -> Self {
        CustomerMessage(Content::MiniProgramPage([title, pagepath, thumb_media_id].map(Text::into_owned)))
    }

    /// Shows the kind; never what it says.
    fn __repr__(&self) -> String {
        let kind = match &self.0 {
            Content::Text(_) => "text",
            Content::Image(_) => "image",
            Content::Link(_) => "link",
            Content::MiniProgramPage(_) => "miniprogrampage",
        };
        format!("<wxseal.api.CustomerMessage {kind}>")
    }
}

/// Any call of `api.weixin.qq.com` that is a GET.
///
/// Args:
///     path: as in `/cgi-bin/user/info`.
///     parameters: all that stand in the query, `access_token` among them: a mapping of `str` to `str`,
///         or pairs of `str`. They are percent-encoded here.
///
/// Raises:
///     InvalidConfig: the path is not `/` and words of `A-Z a-z 0-9 . _ -`: no query, no host, no `..`;
///         or a parameter is no text.
///
/// >>> import wxseal
/// >>> wxseal.api.get("/cgi-bin/user/info", {"access_token": "A", "openid": "o1"}).url
/// 'https://api.weixin.qq.com/cgi-bin/user/info?access_token=A&openid=o1'
#[pyfunction]
#[pyo3(signature = (path, parameters))]
pub(crate) fn get(
    #[pyo3(from_py_with = argument::setting::<name::path>)] path: Text<'_>,
    #[pyo3(from_py_with = pairs::parameters::<name::parameters>)] parameters: Vec<(String, String)>,
) -> Result<Request, Failure> {
    let parameters: Vec<_> = parameters.iter().map(|(name, value)| (&**name, &**value)).collect();
    Ok(Request(api::get(&path, &parameters)?))
}

/// Any call of `api.weixin.qq.com` that is a POST of JSON.
///
/// Args:
///     path: as in `/wxa/generate_urllink`.
///     access_token: of `get_access_token`.
///     body: what becomes a JSON object, in raw UTF-8; a `str` is JSON already, and is sent as it
///         stands: write it in raw UTF-8 too, since some calls show `\u` escapes to the user.
///
/// Raises:
///     InvalidConfig: the path, as for `get`; or the token is no text.
///     UnwritableReply: the body is not a JSON object.
///
/// >>> import wxseal
/// >>> wxseal.api.post("/wxa/generate_urllink", "A", {"path": "pages/index"}).body
/// b'{"path":"pages/index"}'
#[pyfunction]
#[pyo3(signature = (path, access_token, body))]
pub(crate) fn post(
    #[pyo3(from_py_with = argument::setting::<name::path>)] path: Text<'_>,
    #[pyo3(from_py_with = argument::setting::<name::access_token>)] access_token: Text<'_>,
    #[pyo3(from_py_with = argument::reply_json::<name::body>)] body: Text<'_>,
) -> Result<Request, Failure> {
    Ok(Request(api::post(&path, &access_token, &body)?))
}

/// `getAccessToken`: the token that all other calls need. Its answer has `access_token`, and
/// `expires_in` in seconds.
///
/// Raises:
///     InvalidConfig: one of the two is no text.
///
/// >>> import wxseal
/// >>> wxseal.api.get_access_token("wxba5fad812f8e6fb9", "secret")
/// <wxseal.api.Request GET https://api.weixin.qq.com/cgi-bin/token>
#[pyfunction]
#[pyo3(signature = (app_id, secret))]
pub(crate) fn get_access_token(
    #[pyo3(from_py_with = argument::setting::<name::app_id>)] app_id: Text<'_>,
    #[pyo3(from_py_with = argument::setting::<name::secret>)] secret: Text<'_>,
) -> Request {
    Request(api::get_access_token(&app_id, &secret))
}

/// `getStableAccessToken`: as `get_access_token`, but asked for again it gives the same token for as
/// long as that is valid, so that several servers need not agree on who asks.
///
/// Args:
///     app_id: the AppID.
///     secret: the AppSecret.
///     force_refresh: make a new one at once, for when a token has leaked.
///
/// Raises:
///     InvalidConfig: one of the two is no text.
///
/// >>> import wxseal
/// >>> wxseal.api.get_stable_access_token("wxba5fad812f8e6fb9", "secret")
/// <wxseal.api.Request POST https://api.weixin.qq.com/cgi-bin/stable_token>
#[pyfunction]
#[pyo3(signature = (app_id, secret, *, force_refresh = false))]
pub(crate) fn get_stable_access_token(
    #[pyo3(from_py_with = argument::setting::<name::app_id>)] app_id: Text<'_>,
    #[pyo3(from_py_with = argument::setting::<name::secret>)] secret: Text<'_>,
    #[pyo3(from_py_with = argument::flag::<name::force_refresh>)] force_refresh: bool,
) -> Request {
    Request(api::get_stable_access_token(&app_id, &secret, force_refresh))
}

/// `code2Session`: the user behind the code of `wx.login`. Its answer has `openid`, `session_key` and
/// perhaps `unionid`.
///
/// Raises:
///     InvalidConfig: one of the three is no text.
///
/// >>> import wxseal
/// >>> wxseal.api.code2session("wxba5fad812f8e6fb9", "secret", "code")
/// <wxseal.api.Request GET https://api.weixin.qq.com/sns/jscode2session>
#[pyfunction]
#[pyo3(signature = (app_id, secret, js_code))]
pub(crate) fn code2session(
    #[pyo3(from_py_with = argument::setting::<name::app_id>)] app_id: Text<'_>,
    #[pyo3(from_py_with = argument::setting::<name::secret>)] secret: Text<'_>,
    #[pyo3(from_py_with = argument::setting::<name::js_code>)] js_code: Text<'_>,
) -> Request {
    Request(api::code2session(&app_id, &secret, &js_code))
}

/// `getPhoneNumber`: the number behind the code of the button `getPhoneNumber`. Its answer has
/// `phone_info`, with `phoneNumber`, `purePhoneNumber` and `countryCode`.
///
/// Raises:
///     InvalidConfig: one of the two is no text.
///
/// >>> import wxseal
/// >>> wxseal.api.get_phone_number("A", "code").body
/// b'{"code":"code"}'
#[pyfunction]
#[pyo3(signature = (access_token, code))]
pub(crate) fn get_phone_number(
    #[pyo3(from_py_with = argument::setting::<name::access_token>)] access_token: Text<'_>,
    #[pyo3(from_py_with = argument::setting::<name::code>)] code: Text<'_>,
) -> Request {
    Request(api::get_phone_number(&access_token, &code))
}

/// The customer-service send call: a message to a user who wrote within the last 48 hours.
///
/// Args:
///     access_token: of `get_access_token`.
///     to_user: the user's openid: `Incoming.from_user_name`.
///     message: what to say.
///
/// Raises:
///     InvalidConfig: the token or the user is no text.
///
/// >>> from wxseal.api import CustomerMessage, send_customer_message
/// >>> request = send_customer_message("token", "o1", CustomerMessage.text("您好"))
/// >>> request.body.decode()
/// '{"touser":"o1","msgtype":"text","text":{"content":"您好"}}'
#[pyfunction]
#[pyo3(signature = (access_token, to_user, message))]
pub(crate) fn send_customer_message(
    #[pyo3(from_py_with = argument::setting::<name::access_token>)] access_token: Text<'_>,
    #[pyo3(from_py_with = argument::setting::<name::to_user>)] to_user: Text<'_>,
    #[pyo3(from_py_with = argument::instance::<name::message, _>)] message: &Bound<'_, CustomerMessage>,
) -> Request {
    Request(api::send_customer_message(&access_token, &to_user, message.get().core()))
}

/// `subscribeMessage.send`: a message to a user who subscribed to its template.
///
/// Args:
///     access_token: of `get_access_token`.
///     to_user: the user's openid.
///     template_id: the template that the user subscribed to.
///     data: what the template's keys say, as `{"thing1": {"value": …}}`; a `str` is JSON already, and is
///         sent as it stands.
///     page: the page that a tap on the message leads to, with its query; without one it leads nowhere.
///     miniprogram_state: `"developer"`, `"trial"` or `"formal"`, the platform's default: which version
///         of the Mini Program it leads to.
///     lang: `"zh_CN"`, the platform's default, `"en_US"`, `"zh_HK"` or `"zh_TW"`.
///
/// Raises:
///     InvalidConfig: the token or the user is no text.
///     UnwritableReply: the data is not a JSON object, or another text is none.
///
/// >>> import wxseal
/// >>> data = {"thing1": {"value": "您好"}}
/// >>> wxseal.api.send_subscribe_message("A", "o1", "t1", data).body.decode()
/// '{"touser":"o1","template_id":"t1","data":{"thing1":{"value":"您好"}}}'
#[pyfunction]
#[pyo3(signature = (access_token, to_user, template_id, data, *, page = None, miniprogram_state = None, lang = None))]
pub(crate) fn send_subscribe_message(
    #[pyo3(from_py_with = argument::setting::<name::access_token>)] access_token: Text<'_>,
    #[pyo3(from_py_with = argument::setting::<name::to_user>)] to_user: Text<'_>,
    #[pyo3(from_py_with = argument::reply_text::<name::template_id>)] template_id: Text<'_>,
    #[pyo3(from_py_with = argument::reply_json::<name::data>)] data: Text<'_>,
    #[pyo3(from_py_with = argument::optional_reply_text::<name::page>)] page: Option<Text<'_>>,
    #[pyo3(from_py_with = argument::optional_reply_text::<name::miniprogram_state>)] miniprogram_state: Option<
        Text<'_>,
    >,
    #[pyo3(from_py_with = argument::optional_reply_text::<name::lang>)] lang: Option<Text<'_>>,
) -> Result<Request, Failure> {
    let message = api::SubscribeMessage {
        template_id: &template_id,
        data: &data,
        page: page.as_deref(),
        miniprogram_state: miniprogram_state.as_deref(),
        lang: lang.as_deref(),
    };
    Ok(Request(api::send_subscribe_message(&access_token, &to_user, &message)?))
}

/// `msgSecCheck`, version 2: whether a text may be shown. Its answer has `result`, with `suggest`
/// (`pass`, `review` or `risky`) and `label`.
///
/// Args:
///     access_token: of `get_access_token`.
///     openid: the user, who must have visited the Mini Program within the last two hours.
///     scene: 1 for a profile, 2 a comment, 3 a forum, 4 a social log.
///     content: the text, of at most 2500 characters.
///     title: the text's headline.
///     nickname: the user's nickname.
///     signature: the user's own motto, of a profile only.
///
/// Raises:
///     InvalidConfig: the token or the user is no text, or the scene negative or beyond 32 bits.
///     UnwritableReply: another text is none.
///
/// >>> import wxseal
/// >>> wxseal.api.msg_sec_check("A", "o1", 2, "您好").body.decode()
/// '{"openid":"o1","scene":2,"version":2,"content":"您好"}'
#[pyfunction]
#[pyo3(signature = (access_token, openid, scene, content, *, title = None, nickname = None, signature = None))]
pub(crate) fn msg_sec_check(
    #[pyo3(from_py_with = argument::setting::<name::access_token>)] access_token: Text<'_>,
    #[pyo3(from_py_with = argument::setting::<name::openid>)] openid: Text<'_>,
    #[pyo3(from_py_with = argument::number::<name::scene, _>)] scene: u32,
    #[pyo3(from_py_with = argument::reply_text::<name::content>)] content: Text<'_>,
    #[pyo3(from_py_with = argument::optional_reply_text::<name::title>)] title: Option<Text<'_>>,
    #[pyo3(from_py_with = argument::optional_reply_text::<name::nickname>)] nickname: Option<Text<'_>>,
    #[pyo3(from_py_with = argument::optional_reply_text::<name::signature>)] signature: Option<Text<'_>>,
) -> Request {
    let text = api::TextCheck {
        openid: &openid,
        scene,
        content: &content,
        title: title.as_deref(),
        nickname: nickname.as_deref(),
        signature: signature.as_deref(),
    };
    Request(api::msg_sec_check(&access_token, &text))
}

/// `mediaCheckAsync`, version 2: whether a sound or a picture may be shown. Its answer has `trace_id`;
/// the result comes as the event `wxa_media_check`, within half an hour.
///
/// Args:
///     access_token: of `get_access_token`.
///     openid: like the scene that of `msg_sec_check`.
///     scene: see there.
///     media_url: where it lies.
///     media_type: 1 for a sound, 2 for a picture.
///
/// Raises:
///     InvalidConfig: the token or the user is no text, or a number negative or beyond 32 bits.
///     UnwritableReply: the URL is no text.
///
/// >>> import wxseal
/// >>> wxseal.api.media_check_async("A", "o1", 1, "https://example.com/a.png", 2)
/// <wxseal.api.Request POST https://api.weixin.qq.com/wxa/media_check_async>
#[pyfunction]
#[pyo3(signature = (access_token, openid, scene, media_url, media_type))]
pub(crate) fn media_check_async(
    #[pyo3(from_py_with = argument::setting::<name::access_token>)] access_token: Text<'_>,
    #[pyo3(from_py_with = argument::setting::<name::openid>)] openid: Text<'_>,
    #[pyo3(from_py_with = argument::number::<name::scene, _>)] scene: u32,
    #[pyo3(from_py_with = argument::reply_text::<name::media_url>)] media_url: Text<'_>,
    #[pyo3(from_py_with = argument::number::<name::media_type, _>)] media_type: u32,
) -> Request {
    Request(api::media_check_async(&access_token, &openid, scene, &media_url, media_type))
}
