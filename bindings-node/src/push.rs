//! A push, and its answers.

use std::sync::Arc;

use napi::bindgen_prelude::{BufferSlice, Env, Unknown};
use napi_derive::napi;
use wxseal_core::{Answer, Article, Error, Music, StreamAnswer, WidgetAnswer};

use crate::error::{Failure, Thrown};
use crate::message::{self, Header};
use crate::options::{self, Options};
use crate::payload::Payload;
use crate::response::Response;
use crate::text::{self, Text};

/// A message that verified, and what its answers are sealed with where that is given.
#[napi]
pub struct Push {
    inner: Arc<wxseal_core::Push>,
    now: Option<u64>,
    random: Option<[u8; 16]>,
}

/// What a user searched for.
#[napi(object, object_from_js = false)]
pub struct WidgetQuery {
    /// Which of the developer's intents it is.
    pub r#type: Option<i64>,
    /// Names and values, in their order.
    pub slots: Vec<Vec<Text>>,
    /// In degrees east.
    pub longitude: Option<f64>,
    /// In degrees north.
    pub latitude: Option<f64>,
    /// The text as it came.
    pub raw: Text,
}

#[napi]
impl Push {
    pub(crate) fn new(inner: wxseal_core::Push) -> Self {
        Push { inner: Arc::new(inner), now: None, random: None }
    }

    /// The same push, whose answers are sealed with what is given.
    ///
    /// # Errors
    /// A `TypeError`, and `WxsealError`: `InvalidConfig`.
    #[napi(catch_unwind)]
    pub fn sealing_with(&self, env: Env, options: Unknown<'_>) -> Result<Self, Thrown> {
        Failure::thrown(env, || {
            let options = Options::new(options)?;
            Ok(Push { inner: Arc::clone(&self.inner), now: options.now()?, random: options.random()? })
        })
    }

    /// What the message says about itself.
    ///
    /// # Errors
    /// `WxsealError`: `MalformedMessage`.
    #[napi(catch_unwind)]
    pub fn header(&self, env: Env) -> Result<Header, Thrown> {
        Failure::thrown(env, || Ok(Header::new(self.inner.message()?)))
    }

    /// The whole message as compact JSON.
    ///
    /// # Errors
    /// `WxsealError`: `MalformedMessage`.
    #[napi(catch_unwind)]
    pub fn message_json(&self, env: Env) -> Result<Text, Thrown> {
        Failure::thrown(env, || Ok(Text::new(self.inner.message()?.to_json())))
    }

    /// A field that is text.
    ///
    /// # Errors
    /// `WxsealError`: `MalformedMessage`; `TypeError`: the name is no string.
    #[napi(catch_unwind)]
    pub fn text(&self, env: Env, name: Unknown<'_>) -> Result<Option<Text>, Thrown> {
        Failure::thrown(env, || message::text(self.inner.message()?, name))
    }

    /// The message as the platform wrote it.
    ///
    /// # Errors
    /// Node-API's own.
    #[napi(catch_unwind)]
    pub fn message_bytes(&self, env: Env) -> Result<BufferSlice<'static>, Thrown> {
        BufferSlice::copy_from(&env, self.inner.message_bytes())
    }

    /// `xml` or `json`.
    #[napi(catch_unwind)]
    #[must_use]
    pub fn format(&self) -> &'static str {
        self.inner.format().name()
    }

    /// What this very request is known by.
    #[napi(catch_unwind)]
    #[must_use]
    pub fn replay_key(&self) -> Text {
        Text::new(self.inner.replay_key().to_owned())
    }

    /// What a user searched for.
    ///
    /// # Errors
    /// `WxsealError`: `MalformedMessage`.
    #[napi(catch_unwind)]
    pub fn widget_query(&self, env: Env) -> Result<WidgetQuery, Thrown> {
        Failure::thrown(env, || {
            let query = self.inner.widget_query()?;
            let text = |text: &str| Text::new(text.to_owned());
            Ok(WidgetQuery {
                r#type: query.kind(),
                slots: query.slots().map(|(key, value)| vec![text(key), text(value)]).collect(),
                longitude: query.longitude(),
                latitude: query.latitude(),
                raw: text(query.raw()),
            })
        })
    }

    /// Answers `success`.
    #[napi(catch_unwind)]
    #[must_use]
    pub fn success(&self) -> Response {
        Response::new(self.inner.success())
    }

    /// Answers with the empty body.
    #[napi(catch_unwind)]
    #[must_use]
    pub fn empty(&self) -> Response {
        Response::new(self.inner.empty())
    }

    /// Answers with a text.
    ///
    /// # Errors
    /// `WxsealError`: `UnwritableReply`, and `InvalidConfig` for a bad option, as all answers.
    #[napi(catch_unwind)]
    pub fn reply_text(&self, env: Env, content: Unknown<'_>) -> Result<Response, Thrown> {
        Failure::thrown(env, || {
            let content = text::required(content, "content must be a string")?;
            self.sealed(self.inner.reply_text(content)?)
        })
    }

    /// Answers with an image.
    ///
    /// # Errors
    /// Those of `reply_text`.
    #[napi(catch_unwind)]
    pub fn reply_image(&self, env: Env, media_id: Unknown<'_>) -> Result<Response, Thrown> {
        Failure::thrown(env, || {
            let media_id = text::required(media_id, "mediaId must be a string")?;
            self.sealed(self.inner.reply_image(media_id)?)
        })
    }

    /// Answers with a voice message.
    ///
    /// # Errors
    /// Those of `reply_text`.
    #[napi(catch_unwind)]
    pub fn reply_voice(&self, env: Env, media_id: Unknown<'_>) -> Result<Response, Thrown> {
        Failure::thrown(env, || {
            let media_id = text::required(media_id, "mediaId must be a string")?;
            self.sealed(self.inner.reply_voice(media_id)?)
        })
    }

    /// Answers with a video.
    ///
    /// # Errors
    /// Those of `reply_text`.
    #[napi(catch_unwind)]
    pub fn reply_video(
        &self,
        env: Env,
        media_id: Unknown<'_>,
        title: Unknown<'_>,
        description: Unknown<'_>,
    ) -> Result<Response, Thrown> {
        Failure::thrown(env, || {
            let media_id = text::required(media_id, "mediaId must be a string")?;
            let title = text::required(title, "title must be a string")?;
            let description = text::required(description, "description must be a string")?;
            self.sealed(self.inner.reply_video(media_id, title, description)?)
        })
    }

    /// Answers with music.
    ///
    /// # Errors
    /// Those of `reply_text`.
    #[napi(catch_unwind)]
    pub fn reply_music(&self, env: Env, thumb_media_id: Unknown<'_>, options: Unknown<'_>) -> Result<Response, Thrown> {
        Failure::thrown(env, || {
            let thumb_media_id = text::of_answer(thumb_media_id, "thumbMediaId must be a string")?;
            let options = Options::new(options)?;
            let optional = |name, wanted| options.read(name)?.map(|text| text::of_answer(text, wanted)).transpose();
            let title = optional(c"title", "title must be a string")?;
            let description = optional(c"description", "description must be a string")?;
            let music_url = optional(c"musicUrl", "musicUrl must be a string")?;
            let hq_music_url = optional(c"hqMusicUrl", "hqMusicUrl must be a string")?;
            let music = Music {
                thumb_media_id: &thumb_media_id,
                title: title.as_deref(),
                description: description.as_deref(),
                music_url: music_url.as_deref(),
                hq_music_url: hq_music_url.as_deref(),
            };
            self.sealed(self.inner.reply_music(&music)?)
        })
    }

    /// Answers with articles.
    ///
    /// # Errors
    /// Those of `reply_text`.
    #[napi(catch_unwind)]
    pub fn reply_news(&self, env: Env, articles: Unknown<'_>) -> Result<Response, Thrown> {
        Failure::thrown(env, || {
            let texts = self::articles(articles)?;
            let articles: Vec<Article<'_>> = texts
                .iter()
                .map(|[title, description, pic_url, url]| Article { title, description, pic_url, url })
                .collect();
            self.sealed(self.inner.reply_news(&articles)?)
        })
    }

    /// Hands the user over to the customer-service console.
    ///
    /// # Errors
    /// Those of `reply_text`.
    #[napi(catch_unwind)]
    pub fn transfer_customer_service(&self, env: Env, options: Unknown<'_>) -> Result<Response, Thrown> {
        Failure::thrown(env, || {
            let options = Options::new(options)?;
            let account = options.read(c"kfAccount")?;
            let account = account.map(|account| text::of_answer(account, "kfAccount must be a string")).transpose()?;
            self.sealed(self.inner.transfer_customer_service(account.as_deref())?)
        })
    }

    /// Answers a widget's query; the data is JSON.
    ///
    /// # Errors
    /// Those of `reply_text`.
    #[napi(catch_unwind)]
    pub fn reply_widget(
        &self,
        env: Env,
        lifespan: Unknown<'_>,
        data: Unknown<'_>,
        options: Unknown<'_>,
    ) -> Result<Response, Thrown> {
        Failure::thrown(env, || {
            let lifespan = integer(lifespan, "lifespan must be a number")?;
            let data = text::of_answer(data, "data must be an object, or its JSON")?;
            let options = Options::new(options)?;
            let err_code = options.read(c"errCode")?.map_or(Ok(0), |code| integer(code, "errCode must be a number"))?;
            let err_msg = options.read(c"errMsg")?;
            let err_msg = err_msg.map(|words| text::of_answer(words, "errMsg must be a string")).transpose()?;
            let widget = WidgetAnswer {
                lifespan: lifespan.try_into().map_err(|_| Error::UnwritableReply)?,
                data: &data,
                err_code: err_code.try_into().map_err(|_| Error::UnwritableReply)?,
                err_msg: err_msg.as_deref().unwrap_or_default(),
            };
            self.sealed(self.inner.reply_widget(&widget)?)
        })
    }

    /// Answers a robot's `enter_chat` with a text.
    ///
    /// # Errors
    /// Those of `reply_text`.
    #[napi(catch_unwind)]
    pub fn reply_welcome(&self, env: Env, content: Unknown<'_>) -> Result<Response, Thrown> {
        Failure::thrown(env, || {
            let content = text::required(content, "content must be a string")?;
            self.sealed(self.inner.reply_welcome(content)?)
        })
    }

    /// Answers a robot's message with a text; `msg_item` is JSON, which `index.js` has written.
    ///
    /// # Errors
    /// Those of `reply_text`.
    #[napi(catch_unwind)]
    pub fn reply_stream(
        &self,
        env: Env,
        id: Unknown<'_>,
        content: Unknown<'_>,
        finish: Unknown<'_>,
        msg_item: Unknown<'_>,
        options: Unknown<'_>,
    ) -> Result<Response, Thrown> {
        Failure::thrown(env, || {
            let stream = Stream::new(id, content, finish, msg_item, options)?;
            self.sealed(self.inner.reply_stream(&stream.answer())?)
        })
    }

    /// Answers a robot with a card, which is JSON.
    ///
    /// # Errors
    /// Those of `reply_text`.
    #[napi(catch_unwind)]
    pub fn reply_template_card(&self, env: Env, card: Unknown<'_>) -> Result<Response, Thrown> {
        Failure::thrown(env, || self.sealed(self.inner.reply_template_card(text::required(card, CARD)?)?))
    }

    /// Answers a robot's message with a text and perhaps a card, which is JSON like `msg_item`.
    ///
    /// # Errors
    /// Those of `reply_text`.
    #[napi(catch_unwind)]
    #[allow(clippy::too_many_arguments)] // They are JavaScript's.
    pub fn reply_stream_with_template_card(
        &self,
        env: Env,
        id: Unknown<'_>,
        content: Unknown<'_>,
        finish: Unknown<'_>,
        card: Unknown<'_>,
        msg_item: Unknown<'_>,
        options: Unknown<'_>,
    ) -> Result<Response, Thrown> {
        Failure::thrown(env, || {
            let stream = Stream::new(id, content, finish, msg_item, options)?;
            let card = options::given(card, |card| text::of_answer(card, CARD))?;
            self.sealed(self.inner.reply_stream_with_template_card(&stream.answer(), card.as_deref())?)
        })
    }

    /// Answers a robot's `template_card_event` with a card, which is JSON.
    ///
    /// # Errors
    /// Those of `reply_text`.
    #[napi(catch_unwind)]
    pub fn update_template_card(&self, env: Env, card: Unknown<'_>, options: Unknown<'_>) -> Result<Response, Thrown> {
        Failure::thrown(env, || {
            let card = text::required(card, CARD)?;
            let userids = Options::new(options)?.read(c"userids")?.map(self::userids).transpose()?;
            let userids: Option<Vec<&str>> = userids.as_ref().map(|ids| ids.iter().map(String::as_str).collect());
            self.sealed(self.inner.update_template_card(card, userids.as_deref())?)
        })
    }

    /// Answers with a document of the caller's own.
    ///
    /// # Errors
    /// Those of `reply_text`.
    #[napi(catch_unwind)]
    pub fn reply_raw(&self, env: Env, message: Unknown<'_>) -> Result<Response, Thrown> {
        Failure::thrown(env, || {
            // SAFETY: nothing below runs JavaScript.
            let message = unsafe { Payload::of_reply(message) }?;
            self.sealed(self.inner.reply_raw(&*message))
        })
    }

    fn sealed(&self, answer: Answer<'_>) -> Result<Response, Failure> {
        Ok(Response::new(wxseal_os::seal(answer, self.now, self.random.as_ref())?))
    }
}

/// What a robot says.
struct Stream {
    id: String,
    content: String,
    finish: bool,
    msg_item: Option<String>,
    feedback_id: Option<String>,
}

impl Stream {
    fn new(
        id: Unknown<'_>,
        content: Unknown<'_>,
        finish: Unknown<'_>,
        msg_item: Unknown<'_>,
        options: Unknown<'_>,
    ) -> Result<Self, Failure> {
        let feedback_id = Options::new(options)?.read(c"feedbackId")?;
        Ok(Stream {
            id: text::of_answer(id, "id must be a string")?,
            content: text::of_answer(content, "content must be a string")?,
            finish: options::boolean(finish, "finish must be a boolean")?,
            msg_item: options::given(msg_item, |items| {
                text::of_answer(items, "msgItem must be an array, or its JSON")
            })?,
            feedback_id: feedback_id.map(|id| text::of_answer(id, "feedbackId must be a string")).transpose()?,
        })
    }

    fn answer(&self) -> StreamAnswer<'_> {
        StreamAnswer {
            id: &self.id,
            content: &self.content,
            finish: self.finish,
            msg_item: self.msg_item.as_deref(),
            feedback_id: self.feedback_id.as_deref(),
        }
    }
}

const CARD: &str = "card must be an object, or its JSON";

fn userids(value: Unknown<'_>) -> Result<Vec<String>, Failure> {
    let wanted = "userids must be an array of strings";
    options::elements(value, wanted)?.into_iter().map(|userid| text::of_answer(userid, wanted)).collect()
}

/// A number of an answer; what is no integer cannot be written.
#[allow(clippy::cast_possible_truncation)] // It is checked to be an integer that a double holds exactly.
fn integer(value: Unknown<'_>, wanted: &'static str) -> Result<i64, Failure> {
    let number = options::number(value)?.ok_or(Failure::Type(wanted))?;
    let holds = number.fract() == 0.0 && number.abs() <= 9_007_199_254_740_991.0;
    if holds { Ok(number as i64) } else { Err(Error::UnwritableReply.into()) }
}

/// Title, description, picture and URL of each.
fn articles(value: Unknown<'_>) -> Result<Vec<[String; 4]>, Failure> {
    let wanted = "articles must be an array of objects with the strings title, description, picUrl and url";
    let mut articles = Vec::new();
    for article in options::elements(value, wanted)? {
        let article = Options::new(article).map_err(|_| Failure::Type(wanted))?;
        let text = |name| match article.read(name)? {
            Some(value) => text::of_answer(value, wanted),
            None => Err(Failure::Type(wanted)),
        };
        articles.push([text(c"title")?, text(c"description")?, text(c"picUrl")?, text(c"url")?]);
    }
    Ok(articles)
}
