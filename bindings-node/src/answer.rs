//! The answers to a push.

use napi::bindgen_prelude::{Env, Unknown};
use wxseal_core::{Article, Error, Music, StreamAnswer, WidgetAnswer};

use crate::error::Failure;
use crate::options::{self, Options};
use crate::payload::Payload;
use crate::push;
use crate::realm::Response;
use crate::text;

/// Answers `success`.
pub(crate) fn success(_: Env, [push]: [Unknown<'_>; 1]) -> Result<Response, Failure> {
    let push = push::required(push)?;
    Ok(Response(push.inner.success()))
}

/// Answers with the empty body.
pub(crate) fn empty(_: Env, [push]: [Unknown<'_>; 1]) -> Result<Response, Failure> {
    let push = push::required(push)?;
    Ok(Response(push.inner.empty()))
}

/// Answers with a text.
pub(crate) fn reply_text(_: Env, [push, content]: [Unknown<'_>; 2]) -> Result<Response, Failure> {
    let push = push::required(push)?;
    let content = text::required(content, "content must be a string")?;
    push.sealed(push.inner.reply_text(content)?)
}

/// Answers with an image.
pub(crate) fn reply_image(_: Env, [push, media_id]: [Unknown<'_>; 2]) -> Result<Response, Failure> {
    let push = push::required(push)?;
    let media_id = text::required(media_id, "mediaId must be a string")?;
    push.sealed(push.inner.reply_image(media_id)?)
}

/// Answers with a voice message.
pub(crate) fn reply_voice(_: Env, [push, media_id]: [Unknown<'_>; 2]) -> Result<Response, Failure> {
    let push = push::required(push)?;
    let media_id = text::required(media_id, "mediaId must be a string")?;
    push.sealed(push.inner.reply_voice(media_id)?)
}

/// Answers with a video.
pub(crate) fn reply_video(_: Env, [push, media_id, title, description]: [Unknown<'_>; 4]) -> Result<Response, Failure> {
    let push = push::required(push)?;
    let media_id = text::required(media_id, "mediaId must be a string")?;
    let title = text::required(title, "title must be a string")?;
    let description = text::required(description, "description must be a string")?;
    push.sealed(push.inner.reply_video(media_id, title, description)?)
}

/// Answers with music.
pub(crate) fn reply_music(_: Env, [push, thumb_media_id, options]: [Unknown<'_>; 3]) -> Result<Response, Failure> {
    let push = push::required(push)?;
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
    push.sealed(push.inner.reply_music(&music)?)
}

/// Answers with articles.
pub(crate) fn reply_news(_: Env, [push, articles]: [Unknown<'_>; 2]) -> Result<Response, Failure> {
    let push = push::required(push)?;
    let texts = self::articles(articles)?;
    let articles: Vec<Article<'_>> =
        texts.iter().map(|[title, description, pic_url, url]| Article { title, description, pic_url, url }).collect();
    push.sealed(push.inner.reply_news(&articles)?)
}

/// Hands the user over to the customer-service console.
pub(crate) fn transfer_customer_service(_: Env, [push, options]: [Unknown<'_>; 2]) -> Result<Response, Failure> {
    let push = push::required(push)?;
    let options = Options::new(options)?;
    let account = options.read(c"kfAccount")?;
    let account = account.map(|account| text::of_answer(account, "kfAccount must be a string")).transpose()?;
    push.sealed(push.inner.transfer_customer_service(account.as_deref())?)
}

/// Answers a widget's query; the data is JSON.
pub(crate) fn reply_widget(_: Env, [push, lifespan, data, options]: [Unknown<'_>; 4]) -> Result<Response, Failure> {
    let push = push::required(push)?;
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
    push.sealed(push.inner.reply_widget(&widget)?)
}

/// Answers a robot's `enter_chat` with a text.
pub(crate) fn reply_welcome(_: Env, [push, content]: [Unknown<'_>; 2]) -> Result<Response, Failure> {
    let push = push::required(push)?;
    let content = text::required(content, "content must be a string")?;
    push.sealed(push.inner.reply_welcome(content)?)
}

/// Answers a robot's message with a text; `msg_item` is JSON, which `index.js` has written.
pub(crate) fn reply_stream(
    _: Env,
    [push, id, content, finish, msg_item, options]: [Unknown<'_>; 6],
) -> Result<Response, Failure> {
    let push = push::required(push)?;
    let stream = Stream::new(id, content, finish, msg_item, options)?;
    push.sealed(push.inner.reply_stream(&stream.answer())?)
}

/// Answers a robot with a card, which is JSON.
pub(crate) fn reply_template_card(_: Env, [push, card]: [Unknown<'_>; 2]) -> Result<Response, Failure> {
    let push = push::required(push)?;
    push.sealed(push.inner.reply_template_card(text::required(card, CARD)?)?)
}

/// Answers a robot's message with a text and perhaps a card, which is JSON like `msg_item`.
pub(crate) fn reply_stream_with_template_card(
    _: Env,
    [push, id, content, finish, card, msg_item, options]: [Unknown<'_>; 7],
) -> Result<Response, Failure> {
    let push = push::required(push)?;
    let stream = Stream::new(id, content, finish, msg_item, options)?;
    let card = options::given(card, |card| text::of_answer(card, CARD))?;
    push.sealed(push.inner.reply_stream_with_template_card(&stream.answer(), card.as_deref())?)
}

/// Answers a robot's `template_card_event` with a card, which is JSON.
pub(crate) fn update_template_card(_: Env, [push, card, options]: [Unknown<'_>; 3]) -> Result<Response, Failure> {
    let push = push::required(push)?;
    let card = text::required(card, CARD)?;
    let userids = Options::new(options)?.read(c"userids")?.map(self::userids).transpose()?;
    let userids: Option<Vec<&str>> = userids.as_ref().map(|ids| ids.iter().map(String::as_str).collect());
    push.sealed(push.inner.update_template_card(card, userids.as_deref())?)
}

/// Answers with a document of the caller's own.
pub(crate) fn reply_raw(_: Env, [push, message]: [Unknown<'_>; 2]) -> Result<Response, Failure> {
    let push = push::required(push)?;
    // SAFETY: nothing below runs JavaScript.
    let message = unsafe { Payload::of_reply(message) }?;
    push.sealed(push.inner.reply_raw(&*message))
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
