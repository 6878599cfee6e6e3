use std::fmt;
use std::sync::{Arc, OnceLock};

use crate::document::write::{self, Field};
use crate::message::Header;
use crate::query::Stamp;
use crate::response::Response;
use crate::widget::{WidgetAnswer, WidgetQuery};
use crate::{Error, Format, Message, MsgCrypt};

/// A verified message or event, and the ways to answer it.
///
/// Every answer is complete: in the push's own format, From and To swapped, and sealed by the settings that opened the push,
/// with its nonce. `now` is the server's time in seconds since 1970, and `random` 16 fresh bytes of the operating system's
/// generator; a plain endpoint's push needs none and ignores them.
pub struct Push {
    bytes: Vec<u8>,
    header: Header,
    message: OnceLock<Result<Message, Error>>,
    format: Format,
    /// What opened it, and seals the answer; `None` on a plain endpoint.
    crypt: Option<Arc<MsgCrypt>>,
    nonce: String,
    replay_key: String,
}

/// One article of [`Push::reply_news`](crate::Push::reply_news).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Article<'a> {
    /// The headline.
    pub title: &'a str,
    /// What stands below it.
    pub description: &'a str,
    /// The URL of a picture.
    pub pic_url: &'a str,
    /// Where it leads.
    pub url: &'a str,
}

/// The music of [`Push::reply_music`](crate::Push::reply_music). What is `None` is left out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Music<'a> {
    /// The picture: an image that was uploaded before.
    pub thumb_media_id: &'a str,
    /// The headline.
    pub title: Option<&'a str>,
    /// What stands below it.
    pub description: Option<&'a str>,
    /// The URL of the music.
    pub music_url: Option<&'a str>,
    /// The same in higher quality, which is played over Wi-Fi.
    pub hq_music_url: Option<&'a str>,
}

type Fields<'a> = Vec<(&'static str, Field<'a>)>;

impl Push {
    pub(crate) fn new(
        bytes: Vec<u8>,
        header: Header,
        format: Format,
        crypt: Option<Arc<MsgCrypt>>,
        nonce: &str,
        replay_key: &str,
    ) -> Self {
        let (nonce, replay_key) = (nonce.to_owned(), replay_key.to_owned());
        Push { bytes, header, message: OnceLock::new(), format, crypt, nonce, replay_key }
    }

    /// The message, parsed when this is first called.
    ///
    /// # Errors
    /// [`Error::MalformedMessage`]: it is not one XML document or JSON object, or nested deeper than 32.
    pub fn message(&self) -> Result<&Message, Error> {
        self.message.get_or_init(|| Message::read(&self.bytes)).as_ref().map_err(|error| *error)
    }

    /// The message as the platform wrote it.
    #[must_use]
    pub fn message_bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The format of the request's body, which the answer has too.
    #[must_use]
    pub fn format(&self) -> Format {
        self.format
    }

    /// What the message is known by when it is delivered again: see [`Message::dedup_key`].
    ///
    /// # Errors
    /// [`Error::MalformedMessage`]: as for [`message`](Push::message).
    pub fn dedup_key(&self) -> Result<&str, Error> {
        self.message().map(Message::dedup_key)
    }

    /// What this very request is known by: its signature. A replay has the same; the platform's own retry has another.
    #[must_use]
    pub fn replay_key(&self) -> &str {
        &self.replay_key
    }

    /// What a user searched for, of a `wxa_widget_data` event.
    ///
    /// # Errors
    /// [`Error::MalformedMessage`]: the message has no `Query`, or it is not a JSON object. Answer with
    /// [`reply_widget`](Push::reply_widget) and an `err_code` of -2 then.
    pub fn widget_query(&self) -> Result<WidgetQuery, Error> {
        WidgetQuery::read(self.message()?)
    }

    /// `success`: received, and nothing to say. Never sealed.
    #[must_use]
    pub fn success(&self) -> Response {
        Response::text("success")
    }

    /// The empty body: received, and nothing to say. Never sealed.
    #[must_use]
    pub fn empty(&self) -> Response {
        Response::text("")
    }

    /// Answers with a text; of an Official Account.
    ///
    /// # Errors
    /// [`Error::UnwritableReply`], as all answers: the message has no From and To, or is a robot's, which takes
    /// [others](Push::reply_stream); a text has a character that XML lacks; or `now` is beyond 13 digits.
    pub fn reply_text(&self, content: &str, now: u64, random: &[u8; 16]) -> Result<Response, Error> {
        self.reply("text", vec![("Content", Field::Text(content))], now, random)
    }

    /// Answers with an image that was uploaded before; of an Official Account.
    ///
    /// # Errors
    /// [`Error::UnwritableReply`].
    pub fn reply_image(&self, media_id: &str, now: u64, random: &[u8; 16]) -> Result<Response, Error> {
        self.reply("image", vec![("Image", Field::Group(vec![("MediaId", Field::Text(media_id))]))], now, random)
    }

    /// Answers with a voice message that was uploaded before; of an Official Account.
    ///
    /// # Errors
    /// [`Error::UnwritableReply`].
    pub fn reply_voice(&self, media_id: &str, now: u64, random: &[u8; 16]) -> Result<Response, Error> {
        self.reply("voice", vec![("Voice", Field::Group(vec![("MediaId", Field::Text(media_id))]))], now, random)
    }

    /// Answers with a video that was uploaded before; of an Official Account.
    ///
    /// # Errors
    /// [`Error::UnwritableReply`].
    pub fn reply_video(
        &self,
        media_id: &str,
        title: &str,
        description: &str,
        now: u64,
        random: &[u8; 16],
    ) -> Result<Response, Error> {
        let video = vec![
            ("MediaId", Field::Text(media_id)),
            ("Title", Field::Text(title)),
            ("Description", Field::Text(description)),
        ];
        self.reply("video", vec![("Video", Field::Group(video))], now, random)
    }

    /// Answers with music; of an Official Account.
    ///
    /// # Errors
    /// [`Error::UnwritableReply`].
    pub fn reply_music(&self, music: &Music<'_>, now: u64, random: &[u8; 16]) -> Result<Response, Error> {
        let fields = [
            ("Title", music.title),
            ("Description", music.description),
            ("MusicUrl", music.music_url),
            ("HQMusicUrl", music.hq_music_url),
            ("ThumbMediaId", Some(music.thumb_media_id)),
        ];
        let fields = fields.into_iter().filter_map(|(name, text)| text.map(|text| (name, Field::Text(text))));
        self.reply("music", vec![("Music", Field::Group(fields.collect()))], now, random)
    }

    /// Answers with articles, at least one; of an Official Account.
    ///
    /// # Errors
    /// [`Error::UnwritableReply`]; also without an article.
    pub fn reply_news(&self, articles: &[Article<'_>], now: u64, random: &[u8; 16]) -> Result<Response, Error> {
        if articles.is_empty() {
            return Err(Error::UnwritableReply);
        }
        let items = articles.iter().map(|article| {
            vec![
                ("Title", Field::Text(article.title)),
                ("Description", Field::Text(article.description)),
                ("PicUrl", Field::Text(article.pic_url)),
                ("Url", Field::Text(article.url)),
            ]
        });
        let count = u64::try_from(articles.len()).unwrap_or(u64::MAX);
        let fields = vec![("ArticleCount", Field::Number(count)), ("Articles", Field::Items(items.collect()))];
        self.reply("news", fields, now, random)
    }

    /// Hands the user over to the customer-service console, to a given account of it or to any.
    ///
    /// # Errors
    /// [`Error::UnwritableReply`]; also for an event: only what a user sent can be handed over.
    pub fn transfer_customer_service(
        &self,
        kf_account: Option<&str>,
        now: u64,
        random: &[u8; 16],
    ) -> Result<Response, Error> {
        if self.header.msg_type.as_deref().is_none_or(|msg_type| msg_type == "event") {
            return Err(Error::UnwritableReply);
        }
        let account = kf_account.map(|account| ("TransInfo", Field::Group(vec![("KfAccount", Field::Text(account))])));
        self.reply("transfer_customer_service", account.into_iter().collect(), now, random)
    }

    /// Answers a `wxa_widget_data` event. The query that the answer must repeat byte for byte is the push's own.
    ///
    /// # Errors
    /// [`Error::UnwritableReply`]; also for a message without a `Query`, an `err_code` outside 0, -1, -2, -3, and data that
    /// is not the text of a JSON object.
    pub fn reply_widget(&self, answer: &WidgetAnswer<'_>, now: u64, random: &[u8; 16]) -> Result<Response, Error> {
        let query = self.message().ok().and_then(|message| message.text("Query")).ok_or(Error::UnwritableReply)?;
        let content = answer.content(query)?;
        self.reply("widget_data", vec![("Content", Field::Text(&content))], now, random)
    }

    /// Answers with a document of the caller's own, sealed but otherwise as it is given.
    ///
    /// # Errors
    /// [`Error::UnwritableReply`]: those of [`MsgCrypt::encrypt`].
    pub fn reply_raw(&self, message: &[u8], now: u64, random: &[u8; 16]) -> Result<Response, Error> {
        let timestamp = now.to_string();
        let body = match &self.crypt {
            Some(crypt) => crypt.encrypt_to_vec(message, &timestamp, &self.nonce, random, self.format)?,
            // What cannot be written sealed is not written in clear: it would come to light only when the mode changes.
            None => Stamp::of_reply(&timestamp, &self.nonce).map(|_| message.to_vec())?,
        };
        Ok(Response::document(self.format, body))
    }

    /// Answers a robot with JSON.
    pub(crate) fn reply_to_robot(&self, json: &str, now: u64, random: &[u8; 16]) -> Result<Response, Error> {
        if !self.header.is_robots || self.format != Format::Json {
            return Err(Error::UnwritableReply);
        }
        self.reply_raw(json.as_bytes(), now, random)
    }

    fn reply(&self, msg_type: &str, fields: Fields<'_>, now: u64, random: &[u8; 16]) -> Result<Response, Error> {
        let Header { to_user_name: Some(from), from_user_name: Some(to), is_robots: false, .. } = &self.header else {
            return Err(Error::UnwritableReply);
        };
        let mut all = vec![
            ("ToUserName", Field::Text(to)),
            ("FromUserName", Field::Text(from)),
            ("CreateTime", Field::Number(now)),
            ("MsgType", Field::Text(msg_type)),
        ];
        all.extend(fields);
        self.reply_raw(&write::write(&all, self.format)?, now, random)
    }
}

/// Shows the format and the kind of message; never what it says, or the settings that opened it.
impl fmt::Debug for Push {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Push")
            .field("format", &self.format)
            .field("msg_type", &self.header.msg_type)
            .finish_non_exhaustive()
    }
}
