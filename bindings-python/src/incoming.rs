//! `Incoming`, and the ways to answer it: in one file, since pyo3 takes all methods of a class in one block.

use pyo3::exceptions::PyRuntimeError;
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::PyBytes;
use wxseal_core::{Answer, Error, Music, Push, StreamAnswer, WidgetAnswer};

use crate::argument::{self, Bytes, Text};
use crate::article::Article;
use crate::exception::Failure;
use crate::message::native;
use crate::name;
use crate::response::Response;
use crate::widget::WidgetQuery;

/// A request that `Endpoint.receive` verified: a URL check, or a push and the ways to answer it.
///
/// A URL check has its finished `response` and nothing else; a push has everything else. Whatever the
/// other kind lacks is a `RuntimeError`: ask for `kind` first.
///
/// Every answer is complete: in the push's own format, From and To swapped, and sealed by the settings
/// that opened the push, with its nonce. One that cannot be written is `UnwritableReply`: the message
/// has no From and To, or is a robot's and the answer is not one that robots take; or a text has a
/// character that XML lacks or a lone surrogate.
///
/// A Mini Program takes `success`, `empty`, `transfer_customer_service` and `reply_widget` as answers.
/// The others are an Official Account's; a Mini Program sends them by
/// `wxseal.api.send_customer_message`. A smart robot of WeCom takes `success`, `empty`, and JSON
/// without From and To: `reply_welcome`, `reply_stream`, `reply_template_card`,
/// `reply_stream_with_template_card`, `update_template_card`. A card is a dict, or the text of a JSON
/// object, which is sent as it is given.
///
/// It never changes, so threads may share it.
///
/// >>> import wxseal
/// >>> crypt = wxseal.MsgCrypt("AAAAA", "A" * 43, "wxba5fad812f8e6fb9")
/// >>> text = '{"ToUserName":"gh_1","FromUserName":"o1","MsgType":"text","Content":"hi"}'
/// >>> request = wxseal.platform.push(crypt, text, format="json")
/// >>> incoming = wxseal.Endpoint(crypt).receive(request.method, request.query, request.body)
/// >>> response = incoming.reply_text("hello")
/// >>> wxseal.platform.open_reply(crypt, response.body).message
/// b'{"ToUserName":"o1","FromUserName":"gh_1","CreateTime":...,"MsgType":"text","Content":"hello"}'
#[pyclass(frozen, module = "wxseal")]
pub(crate) struct Incoming {
    core: wxseal_core::Incoming,
    message: PyOnceLock<Py<PyAny>>,
    /// What its answers are sealed with, if not with the system's time and fresh random bytes.
    now: Option<u64>,
    random: Option<[u8; 16]>,
}

impl From<wxseal_core::Incoming> for Incoming {
    fn from(core: wxseal_core::Incoming) -> Self {
        Incoming { core, message: PyOnceLock::new(), now: None, random: None }
    }
}

impl Incoming {
    fn push(&self) -> Result<&Push, Failure> {
        match &self.core {
            wxseal_core::Incoming::Push(push) => Ok(push),
            wxseal_core::Incoming::UrlCheck(_) => {
                Err(PyRuntimeError::new_err("this is a URL check: it has a response and nothing else").into())
            }
        }
    }

    /// The message, parsed when this is first called.
    fn view(&self, py: Python<'_>) -> Result<&wxseal_core::Message, Failure> {
        let push = self.push()?;
        Ok(argument::run(py, push.message_bytes().len(), || push.message())?)
    }

    /// An answer of about `length` bytes.
    fn answer<'a>(
        &'a self,
        py: Python<'_>,
        length: usize,
        answer: impl FnOnce(&'a Push) -> Result<Answer<'a>, Error> + Send,
    ) -> Result<Response, Failure> {
        let (push, now, random) = (self.push()?, self.now, self.random.as_ref());
        Ok(argument::run(py, length, || wxseal_os::seal(answer(push)?, now, random))?.into())
    }
}

#[pymethods]
impl Incoming {
    /// `"url_check"` or `"push"`.
    #[getter]
    fn kind(&self) -> &'static str {
        match &self.core {
            wxseal_core::Incoming::UrlCheck(_) => "url_check",
            wxseal_core::Incoming::Push(_) => "push",
        }
    }

    /// What to answer a URL check.
    #[getter]
    fn response(&self) -> PyResult<Response> {
        match &self.core {
            wxseal_core::Incoming::UrlCheck(response) => Ok(response.clone().into()),
            wxseal_core::Incoming::Push(_) => {
                Err(PyRuntimeError::new_err("this is a push: answer it with success(), reply_text() …"))
            }
        }
    }

    /// The message as a dict, the same view of XML and JSON; parsed when it is first read, and the same
    /// dict from then on.
    ///
    /// Its values are `str`, dicts, lists, `bool` and `None` as on the wire. Only the few fields that are
    /// integers everywhere (`CreateTime`, `Scene` …) are `int`; all other numbers are the text of their
    /// digits, so that a `MsgId` of 64 bits survives. What is documented as a list is one, also with one
    /// item in XML, and the `SubscribeMsg…Event` element that only XML has is left out. A name that is
    /// repeated is a list.
    ///
    /// `wxseal.messages` has its types: `message: MiniProgramMessage = push.message`, and `MsgType` and
    /// `Event` tell which it is.
    ///
    /// Raises:
    ///     MalformedMessage: it is not one XML document or JSON object, or nested deeper than 32.
    #[getter]
    fn message<'py>(&self, py: Python<'py>) -> Result<Bound<'py, PyAny>, Failure> {
        let native = self.message.get_or_try_init(py, || {
            let json = self.view(py)?.to_json();
            Ok::<_, Failure>(native(py, &json)?.unbind())
        })?;
        Ok(native.bind(py).clone())
    }

    /// The same as compact JSON in raw UTF-8.
    #[getter]
    fn message_json(&self, py: Python<'_>) -> Result<String, Failure> {
        Ok(self.view(py)?.to_json())
    }

    /// The message as the platform wrote it.
    #[getter]
    fn message_bytes<'py>(&self, py: Python<'py>) -> Result<Bound<'py, PyBytes>, Failure> {
        Ok(PyBytes::new(py, self.push()?.message_bytes()))
    }

    /// The format of the request's body, which the answer has too: `"xml"` or `"json"`.
    #[getter]
    fn format(&self) -> Result<&'static str, Failure> {
        Ok(self.push()?.format().name())
    }

    /// A field that is text, by the wire's own name; the first of a repeated name.
    fn text(
        &self,
        py: Python<'_>,
        #[pyo3(from_py_with = argument::setting::<name::name>)] name: Text<'_>,
    ) -> Result<Option<&str>, Failure> {
        Ok(self.view(py)?.text(&name))
    }

    /// The account that the message was sent to, `gh_…` on WeChat, a robot's `aibotid`; not the
    /// receive id.
    #[getter]
    fn to_user_name(&self, py: Python<'_>) -> Result<Option<&str>, Failure> {
        Ok(self.view(py)?.to_user_name())
    }

    /// The user who sent it: an openid, a member's id on WeCom, the `userid` in a robot's `from`.
    #[getter]
    fn from_user_name(&self, py: Python<'_>) -> Result<Option<&str>, Failure> {
        Ok(self.view(py)?.from_user_name())
    }

    /// When the platform made it, in seconds since 1970: `CreateTime`, a suite's `TimeStamp`, or a
    /// robot's `create_time`.
    #[getter]
    fn create_time(&self, py: Python<'_>) -> Result<Option<i64>, Failure> {
        Ok(self.view(py)?.create_time())
    }

    /// `text`, `image`, `event` …: `MsgType`, or a robot's `msgtype`.
    #[getter]
    fn msg_type(&self, py: Python<'_>) -> Result<Option<&str>, Failure> {
        Ok(self.view(py)?.msg_type())
    }

    /// Which event it is, where `msg_type` is `event`: `Event`, or the `eventtype` in a robot's
    /// `event`. A name can hold a space.
    #[getter]
    fn event(&self, py: Python<'_>) -> Result<Option<&str>, Failure> {
        Ok(self.view(py)?.event())
    }

    /// The message's id as text: 64 bits on the wire, and no number at all from a cloud function and a
    /// robot. Events have none, but for a robot's.
    #[getter]
    fn msg_id(&self, py: Python<'_>) -> Result<Option<&str>, Failure> {
        Ok(self.view(py)?.msg_id())
    }

    /// What the open platform tells a third party, `component_verify_ticket` …; such messages have no
    /// To and From.
    #[getter]
    fn info_type(&self, py: Python<'_>) -> Result<Option<&str>, Failure> {
        Ok(self.view(py)?.info_type())
    }

    /// What tells two deliveries of one message from two messages, for `RecentKeys` or a store.
    ///
    /// 40 hexadecimal digits: a hash, which holds no openid. Two messages share it only if they are
    /// the same: one with a `MsgId` is its account, its sender and that id, an event all of it.
    #[getter]
    fn dedup_key(&self, py: Python<'_>) -> Result<&str, Failure> {
        Ok(self.view(py)?.dedup_key())
    }

    /// What this very request is known by: its signature. A replay has the same; the platform's own
    /// retry has another.
    #[getter]
    fn replay_key(&self) -> Result<&str, Failure> {
        Ok(self.push()?.replay_key())
    }

    /// Read what a user searched for, of a `wxa_widget_data` event.
    ///
    /// Raises:
    ///     MalformedMessage: the message has no `Query`, or it is not a JSON object. Answer with
    ///         `reply_widget` and an `err_code` of -2 then.
    fn widget_query(&self, py: Python<'_>) -> Result<WidgetQuery, Failure> {
        self.view(py)?;
        Ok(self.push()?.widget_query()?.into())
    }

    /// Answer `success`: received, and nothing to say. Never sealed.
    fn success(&self) -> Result<Response, Failure> {
        Ok(self.push()?.success().into())
    }

    /// Answer with the empty body: received, and nothing to say. Never sealed.
    fn empty(&self) -> Result<Response, Failure> {
        Ok(self.push()?.empty().into())
    }

    /// Answer with a text.
    fn reply_text(
        &self,
        py: Python<'_>,
        #[pyo3(from_py_with = argument::text::<name::content>)] content: Bytes<'_>,
    ) -> Result<Response, Failure> {
        self.answer(py, content.len(), |push| push.reply_text(content))
    }

    /// Answer with an image that was uploaded before.
    fn reply_image(
        &self,
        py: Python<'_>,
        #[pyo3(from_py_with = argument::text::<name::media_id>)] media_id: Bytes<'_>,
    ) -> Result<Response, Failure> {
        self.answer(py, media_id.len(), |push| push.reply_image(media_id))
    }

    /// Answer with a voice message that was uploaded before.
    fn reply_voice(
        &self,
        py: Python<'_>,
        #[pyo3(from_py_with = argument::text::<name::media_id>)] media_id: Bytes<'_>,
    ) -> Result<Response, Failure> {
        self.answer(py, media_id.len(), |push| push.reply_voice(media_id))
    }

    /// Answer with a video that was uploaded before.
    fn reply_video(
        &self,
        py: Python<'_>,
        #[pyo3(from_py_with = argument::text::<name::media_id>)] media_id: Bytes<'_>,
        #[pyo3(from_py_with = argument::text::<name::title>)] title: Bytes<'_>,
        #[pyo3(from_py_with = argument::text::<name::description>)] description: Bytes<'_>,
    ) -> Result<Response, Failure> {
        self.answer(py, title.len() + description.len(), |push| push.reply_video(media_id, title, description))
    }

    /// Answer with music. What is not given is left out.
    ///
    /// Args:
    ///     thumb_media_id: the picture: an image that was uploaded before.
    ///     title: the headline.
    ///     description: what stands below it.
    ///     music_url: the URL of the music.
    ///     hq_music_url: the same in higher quality, which is played over Wi-Fi.
    #[pyo3(signature = (thumb_media_id, *, title = None, description = None, music_url = None, hq_music_url = None))]
    fn reply_music(
        &self,
        py: Python<'_>,
        #[pyo3(from_py_with = argument::reply_text::<name::thumb_media_id>)] thumb_media_id: Text<'_>,
        #[pyo3(from_py_with = argument::optional_reply_text::<name::title>)] title: Option<Text<'_>>,
        #[pyo3(from_py_with = argument::optional_reply_text::<name::description>)] description: Option<Text<'_>>,
        #[pyo3(from_py_with = argument::optional_reply_text::<name::music_url>)] music_url: Option<Text<'_>>,
        #[pyo3(from_py_with = argument::optional_reply_text::<name::hq_music_url>)] hq_music_url: Option<Text<'_>>,
    ) -> Result<Response, Failure> {
        let music = Music {
            thumb_media_id: &thumb_media_id,
            title: title.as_deref(),
            description: description.as_deref(),
            music_url: music_url.as_deref(),
            hq_music_url: hq_music_url.as_deref(),
        };
        self.answer(py, 0, |push| push.reply_music(&music))
    }

    /// Answer with articles, at least one.
    fn reply_news(
        &self,
        py: Python<'_>,
        #[pyo3(from_py_with = argument::instances::<name::articles, _>)] articles: Vec<Bound<'_, Article>>,
    ) -> Result<Response, Failure> {
        let articles: Vec<_> = articles.iter().map(|article| article.get().core()).collect();
        let length = articles.iter().map(|article| article.title.len() + article.description.len()).sum();
        self.answer(py, length, |push| push.reply_news(&articles))
    }

    /// Hand the user over to the customer-service console.
    ///
    /// Args:
    ///     kf_account: the account of the console, `name@account`, that is to take over; `None` for
    ///         any.
    ///
    /// Raises:
    ///     UnwritableReply: also for an event: only what a user sent can be handed over.
    #[pyo3(signature = (kf_account = None))]
    fn transfer_customer_service(
        &self,
        py: Python<'_>,
        #[pyo3(from_py_with = argument::optional_reply_text::<name::kf_account>)] kf_account: Option<Text<'_>>,
    ) -> Result<Response, Failure> {
        self.answer(py, 0, |push| push.transfer_customer_service(kf_account.as_deref()))
    }

    /// Answer a `wxa_widget_data` event. The query that the answer must repeat byte for byte is the
    /// push's own.
    ///
    /// Args:
    ///     lifespan: for how many seconds the platform shows the answer before it asks again.
    ///     data: the template's own data: a dict, or the text of a JSON object.
    ///     err_code: 0 right, -1 no result, -2 bad parameters, -3 system error.
    ///     err_msg: what went wrong, in words.
    ///
    /// Raises:
    ///     UnwritableReply: also for a `lifespan` outside 0 to 4294967295, a message without a `Query`,
    ///         another `err_code`, and data that is not a JSON object.
    ///
    /// >>> import json
    /// >>> import wxseal
    /// >>> query = '{"type":10000,"slot_list":[{"key":"stock_code","value":"00700"}]}'
    /// >>> event = {"MsgType": "event", "Event": "wxa_widget_data", "Query": query}
    /// >>> event |= {"ToUserName": "gh_1", "FromUserName": "o1"}
    /// >>> request = wxseal.platform.plain_push("AAAAA", json.dumps(event))
    /// >>> incoming = wxseal.Endpoint.plain("AAAAA").receive("POST", request.query, request.body)
    /// >>> incoming.widget_query().slots
    /// {'stock_code': '00700'}
    /// >>> reply = json.loads(incoming.reply_widget(3600, {"price": 350.2}).body)
    /// >>> json.loads(reply["Content"])["data"]
    /// '{"err_code":0,"err_msg":"","price":350.2}'
    #[pyo3(
        signature = (lifespan, data, err_code = 0, err_msg = Text::Borrowed("")),
        text_signature = "($self, lifespan, data, err_code=0, err_msg='')"
    )]
    fn reply_widget(
        &self,
        py: Python<'_>,
        #[pyo3(from_py_with = argument::reply_number::<name::lifespan, _>)] lifespan: u32,
        #[pyo3(from_py_with = argument::reply_json::<name::data>)] data: Text<'_>,
        #[pyo3(from_py_with = argument::reply_number::<name::err_code, _>)] err_code: i32,
        #[pyo3(from_py_with = argument::reply_text::<name::err_msg>)] err_msg: Text<'_>,
    ) -> Result<Response, Failure> {
        let answer = WidgetAnswer { lifespan, data: &data, err_code, err_msg: &err_msg };
        self.answer(py, data.len(), |push| push.reply_widget(&answer))
    }

    /// Answer a robot's `enter_chat` event with a text, which a robot takes nowhere else;
    /// `reply_template_card` with a card.
    fn reply_welcome(
        &self,
        py: Python<'_>,
        #[pyo3(from_py_with = argument::text::<name::content>)] content: Bytes<'_>,
    ) -> Result<Response, Failure> {
        self.answer(py, content.len(), |push| push.reply_welcome(content))
    }

    /// Answer a robot's message with a text, all of it or so far.
    ///
    /// Args:
    ///     id: how the stream is named: at first as the server likes, then by the `id` in the `stream`
    ///         of the message.
    ///     content: the whole text so far, as Markdown; WeCom takes 20480 bytes.
    ///     finish: whether this is all of it. Until then, WeCom asks for more by messages whose
    ///         `msg_type` is `stream`, for up to six minutes.
    ///     msg_item: pictures, which WeCom takes when the stream finishes: a list, or the text of a
    ///         JSON array.
    ///     feedback_id: how a `feedback_event` will name the answer; of the first answer alone.
    ///
    /// Raises:
    ///     UnwritableReply: also for a `msg_item` that is not a JSON array.
    ///
    /// >>> import json
    /// >>> import wxseal
    /// >>> message = {"msgid": "m1", "aibotid": "r1", "from": {"userid": "u1"}, "msgtype": "text"}
    /// >>> request = wxseal.platform.plain_push("AAAAA", json.dumps(message))
    /// >>> incoming = wxseal.Endpoint.plain("AAAAA").receive("POST", request.query, request.body)
    /// >>> incoming.from_user_name, incoming.msg_type
    /// ('u1', 'text')
    /// >>> incoming.reply_stream("s1", "hello", finish=True).body
    /// b'{"msgtype":"stream","stream":{"id":"s1","finish":true,"content":"hello"}}'
    #[pyo3(signature = (id, content, *, finish, msg_item = None, feedback_id = None))]
    fn reply_stream(
        &self,
        py: Python<'_>,
        #[pyo3(from_py_with = argument::reply_text::<name::id>)] id: Text<'_>,
        #[pyo3(from_py_with = argument::reply_text::<name::content>)] content: Text<'_>,
        #[pyo3(from_py_with = argument::flag::<name::finish>)] finish: bool,
        #[pyo3(from_py_with = argument::optional_reply_json::<name::msg_item>)] msg_item: Option<Text<'_>>,
        #[pyo3(from_py_with = argument::optional_reply_text::<name::feedback_id>)] feedback_id: Option<Text<'_>>,
    ) -> Result<Response, Failure> {
        let length = content.len() + msg_item.as_deref().map_or(0, str::len);
        let stream = StreamAnswer {
            id: &id,
            content: &content,
            finish,
            msg_item: msg_item.as_deref(),
            feedback_id: feedback_id.as_deref(),
        };
        self.answer(py, length, |push| push.reply_stream(&stream))
    }

    /// Answer a robot's message or `enter_chat` event with a card.
    ///
    /// Args:
    ///     card: a dict, or the text of a JSON object.
    ///
    /// Raises:
    ///     UnwritableReply: also for a card that is not a JSON object.
    fn reply_template_card(
        &self,
        py: Python<'_>,
        #[pyo3(from_py_with = argument::json::<name::card>)] card: Bytes<'_>,
    ) -> Result<Response, Failure> {
        self.answer(py, card.len(), |push| push.reply_template_card(&card))
    }

    /// Answer a robot's message with a text and, once in its stream, a card.
    ///
    /// Args:
    ///     id: how the stream is named: at first as the server likes, then by the `id` in the `stream`
    ///         of the message.
    ///     content: the whole text so far, as Markdown; WeCom takes 20480 bytes.
    ///     card: a dict, or the text of a JSON object.
    ///     finish: whether this is all of it. Until then, WeCom asks for more by messages whose
    ///         `msg_type` is `stream`, for up to six minutes.
    ///     msg_item: pictures, which WeCom takes when the stream finishes: a list, or the text of a
    ///         JSON array.
    ///     feedback_id: how a `feedback_event` will name the answer; of the first answer alone.
    ///
    /// Raises:
    ///     UnwritableReply: also for a card that is not a JSON object, and a `msg_item` that is not a
    ///         JSON array.
    #[pyo3(signature = (id, content, card = None, *, finish, msg_item = None, feedback_id = None))]
    #[allow(clippy::too_many_arguments)] // Python's go by name.
    fn reply_stream_with_template_card(
        &self,
        py: Python<'_>,
        #[pyo3(from_py_with = argument::reply_text::<name::id>)] id: Text<'_>,
        #[pyo3(from_py_with = argument::reply_text::<name::content>)] content: Text<'_>,
        #[pyo3(from_py_with = argument::optional_reply_json::<name::card>)] card: Option<Text<'_>>,
        #[pyo3(from_py_with = argument::flag::<name::finish>)] finish: bool,
        #[pyo3(from_py_with = argument::optional_reply_json::<name::msg_item>)] msg_item: Option<Text<'_>>,
        #[pyo3(from_py_with = argument::optional_reply_text::<name::feedback_id>)] feedback_id: Option<Text<'_>>,
    ) -> Result<Response, Failure> {
        let length = content.len() + [&card, &msg_item].into_iter().flatten().map(|json| json.len()).sum::<usize>();
        let stream = StreamAnswer {
            id: &id,
            content: &content,
            finish,
            msg_item: msg_item.as_deref(),
            feedback_id: feedback_id.as_deref(),
        };
        self.answer(py, length, |push| push.reply_stream_with_template_card(&stream, card.as_deref()))
    }

    /// Answer a robot's `template_card_event` with what the card is to be from now on; its `task_id`
    /// must be the event's.
    ///
    /// Args:
    ///     card: a dict, or the text of a JSON object.
    ///     userids: in a group, the users for whom it is, at least one; `None` for everybody.
    ///
    /// Raises:
    ///     UnwritableReply: also for a card that is not a JSON object, and `userids` that name nobody.
    #[pyo3(signature = (card, userids = None))]
    fn update_template_card(
        &self,
        py: Python<'_>,
        #[pyo3(from_py_with = argument::json::<name::card>)] card: Bytes<'_>,
        #[pyo3(from_py_with = argument::optional_reply_texts::<name::userids>)] userids: Option<Vec<String>>,
    ) -> Result<Response, Failure> {
        let userids: Option<Vec<&str>> = userids.as_ref().map(|ids| ids.iter().map(String::as_str).collect());
        self.answer(py, card.len(), |push| push.update_template_card(&card, userids.as_deref()))
    }

    /// Answer with a document of the caller's own, XML or JSON as the push is: sealed, but otherwise as
    /// it is given.
    ///
    /// Args:
    ///     message: a `str`, which is sent as its UTF-8, or bytes.
    fn reply_raw(
        &self,
        py: Python<'_>,
        #[pyo3(from_py_with = argument::message::<name::message>)] message: Bytes<'_>,
    ) -> Result<Response, Failure> {
        self.answer(py, message.len(), |push| Ok(push.reply_raw(&*message)))
    }

    /// The same push, whose answers are sealed with what is given: for tests, which compare them.
    ///
    /// Args:
    ///     now: the server's time in seconds since 1970; the system's unless given. Beyond 13 digits no
    ///         answer can be written.
    ///     random: the 16 bytes in front of the sealed message; the operating system's, for every answer
    ///         anew, unless given. **Bytes that are used twice show that two messages begin alike.**
    ///
    /// Raises:
    ///     InvalidConfig: `now` is negative, or `random` has not 16 bytes.
    ///
    /// >>> import wxseal
    /// >>> text = '{"ToUserName":"gh_1","FromUserName":"o1","MsgType":"text","Content":"hi"}'
    /// >>> request = wxseal.platform.plain_push("AAAAA", text)
    /// >>> push = wxseal.Endpoint.plain("AAAAA").receive("POST", request.query, request.body)
    /// >>> push.sealing_with(now=1714112445).reply_text("hello").body.decode()
    /// '{"ToUserName":"o1","FromUserName":"gh_1","CreateTime":1714112445,"MsgType":"text","Content":"hello"}'
    #[pyo3(signature = (*, now = None, random = None))]
    fn sealing_with(
        &self,
        #[pyo3(from_py_with = argument::optional_number::<name::now, _>)] now: Option<u64>,
        #[pyo3(from_py_with = argument::random::<name::random>)] random: Option<&[u8; 16]>,
    ) -> Result<Self, Failure> {
        let core = wxseal_core::Incoming::Push(self.push()?.clone());
        Ok(Incoming { core, message: PyOnceLock::new(), now, random: random.copied() })
    }

    /// Shows the kind and the format; never what it says.
    fn __repr__(&self) -> String {
        match &self.core {
            wxseal_core::Incoming::UrlCheck(_) => "<wxseal.Incoming url_check>".to_owned(),
            wxseal_core::Incoming::Push(push) => format!("<wxseal.Incoming push {}>", push.format().name()),
        }
    }
}
