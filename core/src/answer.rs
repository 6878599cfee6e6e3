//! What to say to a push (protocol.md, "Replies").

use std::borrow::Cow;

use crate::document::write::{self, Field, Written};
use crate::push::Push;
use crate::text::text;
use crate::widget::WidgetAnswer;
use crate::{Error, Response};

/// What to say to a push, written but for its time: [`seal`](Answer::seal) makes it the response.
///
/// ```
/// use wxseal::{Endpoint, Error, Incoming, MsgCrypt, Response};
///
/// fn answer(endpoint: &Endpoint, raw_query: &str, body: &[u8], now: u64, random: &[u8; 16]) -> Result<Response, Error> {
///     match endpoint.receive("POST", raw_query, body, now)? {
///         Incoming::UrlCheck(response) => Ok(response),
///         Incoming::Push(push) => push.reply_text("hello")?.seal(now, random),
///     }
/// }
/// ```
#[must_use]
pub struct Answer<'a> {
    push: &'a Push,
    written: Written<'a>,
}

impl Answer<'_> {
    /// Seals the answer as the push was, with its nonce.
    ///
    /// `now` is the server's time in seconds since 1970, and `random` 16 fresh bytes of the operating system's generator, for
    /// every answer anew: see [`MsgCrypt::encrypt`](crate::MsgCrypt::encrypt). The answer to a plain endpoint's push is not
    /// sealed, and `random` not looked at.
    ///
    /// # Errors
    /// [`Error::UnwritableReply`]: `now` is beyond 13 digits, or the answer 4 GiB or longer.
    pub fn seal(self, now: u64, random: &[u8; 16]) -> Result<Response, Error> {
        self.push.seal(self.written.with(now), now, random)
    }

    /// A text of an answer that came as bytes.
    ///
    /// # Errors
    /// [`Error::UnwritableReply`]: it is not UTF-8.
    pub fn text_of(bytes: &[u8]) -> Result<&str, Error> {
        text(bytes, Error::UnwritableReply)
    }
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

/// The answers that an account gives. Their texts are UTF-8.
///
/// All fail with [`Error::UnwritableReply`] where the message has no From and To, or is a robot's, which takes
/// [others](Push::reply_stream); and where a text is not UTF-8 or has a character that XML lacks.
impl Push {
    /// Answers with a text; of an Official Account.
    ///
    /// # Errors
    /// [`Error::UnwritableReply`].
    pub fn reply_text(&self, content: impl AsRef<[u8]>) -> Result<Answer<'_>, Error> {
        self.reply("text", vec![("Content", Field::Text(Answer::text_of(content.as_ref())?))])
    }

    /// Answers with an image that was uploaded before; of an Official Account.
    ///
    /// # Errors
    /// [`Error::UnwritableReply`].
    pub fn reply_image(&self, media_id: impl AsRef<[u8]>) -> Result<Answer<'_>, Error> {
        self.reply(
            "image",
            vec![("Image", Field::Group(vec![("MediaId", Field::Text(Answer::text_of(media_id.as_ref())?))]))],
        )
    }

    /// Answers with a voice message that was uploaded before; of an Official Account.
    ///
    /// # Errors
    /// [`Error::UnwritableReply`].
    pub fn reply_voice(&self, media_id: impl AsRef<[u8]>) -> Result<Answer<'_>, Error> {
        self.reply(
            "voice",
            vec![("Voice", Field::Group(vec![("MediaId", Field::Text(Answer::text_of(media_id.as_ref())?))]))],
        )
    }

    /// Answers with a video that was uploaded before; of an Official Account.
    ///
    /// # Errors
    /// [`Error::UnwritableReply`].
    pub fn reply_video(
        &self,
        media_id: impl AsRef<[u8]>,
        title: impl AsRef<[u8]>,
        description: impl AsRef<[u8]>,
    ) -> Result<Answer<'_>, Error> {
        let video = vec![
            ("MediaId", Field::Text(Answer::text_of(media_id.as_ref())?)),
            ("Title", Field::Text(Answer::text_of(title.as_ref())?)),
            ("Description", Field::Text(Answer::text_of(description.as_ref())?)),
        ];
        self.reply("video", vec![("Video", Field::Group(video))])
    }

    /// Answers with music; of an Official Account.
    ///
    /// # Errors
    /// [`Error::UnwritableReply`].
    pub fn reply_music(&self, music: &Music<'_>) -> Result<Answer<'_>, Error> {
        let fields = [
            ("Title", music.title),
            ("Description", music.description),
            ("MusicUrl", music.music_url),
            ("HQMusicUrl", music.hq_music_url),
            ("ThumbMediaId", Some(music.thumb_media_id)),
        ];
        let fields = fields.into_iter().filter_map(|(name, text)| text.map(|text| (name, Field::Text(text))));
        self.reply("music", vec![("Music", Field::Group(fields.collect()))])
    }

    /// Answers with articles, at least one; of an Official Account.
    ///
    /// # Errors
    /// [`Error::UnwritableReply`]; also without an article.
    pub fn reply_news(&self, articles: &[Article<'_>]) -> Result<Answer<'_>, Error> {
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
        self.reply("news", vec![("ArticleCount", Field::Number(count)), ("Articles", Field::Items(items.collect()))])
    }

    /// Hands the user over to the customer-service console, to a given account of it or to any.
    ///
    /// # Errors
    /// [`Error::UnwritableReply`]; also for an event: only what a user sent can be handed over.
    pub fn transfer_customer_service(&self, kf_account: Option<&str>) -> Result<Answer<'_>, Error> {
        if !self.is_users() {
            return Err(Error::UnwritableReply);
        }
        let account = kf_account.map(|account| ("TransInfo", Field::Group(vec![("KfAccount", Field::Text(account))])));
        self.reply("transfer_customer_service", account.into_iter().collect())
    }

    /// Answers a `wxa_widget_data` event. The query that the answer must repeat byte for byte is the push's own.
    ///
    /// # Errors
    /// [`Error::UnwritableReply`]; also for a message without a `Query`, an `err_code` outside 0, -1, -2, -3, and data that
    /// is not the text of a JSON object.
    pub fn reply_widget(&self, answer: &WidgetAnswer<'_>) -> Result<Answer<'_>, Error> {
        let query = self.message().ok().and_then(|message| message.text("Query")).ok_or(Error::UnwritableReply)?;
        let content = answer.content(query)?;
        self.reply("widget_data", vec![("Content", Field::Text(&content))])
    }

    /// Answers with a document of the caller's own, sealed but otherwise as it is given.
    pub fn reply_raw<'a>(&'a self, message: impl Into<Cow<'a, [u8]>>) -> Answer<'a> {
        Answer { push: self, written: Written::of(message.into()) }
    }

    fn reply(&self, msg_type: &str, fields: Fields<'_>) -> Result<Answer<'_>, Error> {
        let (to, from) = self.sender_and_account().ok_or(Error::UnwritableReply)?;
        let mut all = vec![
            ("ToUserName", Field::Text(to)),
            ("FromUserName", Field::Text(from)),
            ("CreateTime", Field::Later),
            ("MsgType", Field::Text(msg_type)),
        ];
        all.extend(fields);
        Ok(Answer { push: self, written: write::write(&all, self.format())? })
    }
}
