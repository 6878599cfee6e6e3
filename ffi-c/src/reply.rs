//! The answers to a push.

use std::ffi::c_void;
use std::mem::MaybeUninit;

use wxseal_core::{Answer, Article, Music, Push, WidgetAnswer};

use crate::argument::{alive, bytes, give, slice, wxseal_str};
use crate::incoming::wxseal_incoming;
use crate::response::wxseal_response;
use crate::status::{Failure, guard, wxseal_status};

/// One article of `wxseal_incoming_reply_news`.
#[repr(C)]
pub struct wxseal_article<'a> {
    /// The headline.
    pub title: wxseal_str<'a>,
    /// What stands below it.
    pub description: wxseal_str<'a>,
    /// The URL of a picture.
    pub pic_url: wxseal_str<'a>,
    /// Where it leads.
    pub url: wxseal_str<'a>,
}

impl<'a> wxseal_article<'a> {
    fn read(&self) -> Result<Article<'a>, Failure> {
        Ok(Article {
            title: self.title.answer()?,
            description: self.description.answer()?,
            pic_url: self.pic_url.answer()?,
            url: self.url.answer()?,
        })
    }
}

/// The music of `wxseal_incoming_reply_music`; all but the picture may be left out.
#[repr(C)]
pub struct wxseal_music<'a> {
    /// The picture: an image that was uploaded before.
    pub thumb_media_id: wxseal_str<'a>,
    /// The headline.
    pub title: wxseal_str<'a>,
    /// What stands below it.
    pub description: wxseal_str<'a>,
    /// The URL of the music.
    pub music_url: wxseal_str<'a>,
    /// The same in higher quality, which is played over Wi-Fi.
    pub hq_music_url: wxseal_str<'a>,
}

impl<'a> wxseal_music<'a> {
    fn read(&self) -> Result<Music<'a>, Failure> {
        Ok(Music {
            thumb_media_id: self.thumb_media_id.answer()?,
            title: self.title.optional_answer()?,
            description: self.description.optional_answer()?,
            music_url: self.music_url.optional_answer()?,
            hq_music_url: self.hq_music_url.optional_answer()?,
        })
    }
}

/// Answers "success": received, and nothing to say. Never sealed.
#[unsafe(no_mangle)]
pub extern "C" fn wxseal_incoming_success(
    incoming: Option<&wxseal_incoming>,
    out: Option<&mut MaybeUninit<*mut wxseal_response>>,
) -> wxseal_status {
    guard(|| give(out, || Ok(wxseal_response(alive(incoming)?.push()?.success()))))
}

/// Answers with the empty body: received, and nothing to say. Never sealed.
#[unsafe(no_mangle)]
pub extern "C" fn wxseal_incoming_empty(
    incoming: Option<&wxseal_incoming>,
    out: Option<&mut MaybeUninit<*mut wxseal_response>>,
) -> wxseal_status {
    guard(|| give(out, || Ok(wxseal_response(alive(incoming)?.push()?.empty()))))
}

/// Answers with a text; of an Official Account.
///
/// This and all other answers are in the push's own format, From and To swapped, sealed by the settings that opened it, with
/// its nonce, the system's time and fresh random bytes.
///
/// WXSEAL_ERROR_UNWRITABLE_REPLY: the message has no From and To, or is a robot's, which takes other answers
/// (`wxseal_incoming_reply_stream` …), or a text is not UTF-8 or has a character that XML lacks.
#[unsafe(no_mangle)]
pub extern "C" fn wxseal_incoming_reply_text(
    incoming: Option<&wxseal_incoming>,
    content: wxseal_str<'_>,
    out: Option<&mut MaybeUninit<*mut wxseal_response>>,
) -> wxseal_status {
    reply(incoming, out, |push| Ok(push.reply_text(content.bytes()?)?))
}

/// Answers with an image that was uploaded before; of an Official Account. Errors: of `wxseal_incoming_reply_text`.
#[unsafe(no_mangle)]
pub extern "C" fn wxseal_incoming_reply_image(
    incoming: Option<&wxseal_incoming>,
    media_id: wxseal_str<'_>,
    out: Option<&mut MaybeUninit<*mut wxseal_response>>,
) -> wxseal_status {
    reply(incoming, out, |push| Ok(push.reply_image(media_id.bytes()?)?))
}

/// Answers with a voice message that was uploaded before; of an Official Account. Errors: of `wxseal_incoming_reply_text`.
#[unsafe(no_mangle)]
pub extern "C" fn wxseal_incoming_reply_voice(
    incoming: Option<&wxseal_incoming>,
    media_id: wxseal_str<'_>,
    out: Option<&mut MaybeUninit<*mut wxseal_response>>,
) -> wxseal_status {
    reply(incoming, out, |push| Ok(push.reply_voice(media_id.bytes()?)?))
}

/// Answers with a video that was uploaded before; of an Official Account. Errors: of `wxseal_incoming_reply_text`.
#[unsafe(no_mangle)]
pub extern "C" fn wxseal_incoming_reply_video(
    incoming: Option<&wxseal_incoming>,
    media_id: wxseal_str<'_>,
    title: wxseal_str<'_>,
    description: wxseal_str<'_>,
    out: Option<&mut MaybeUninit<*mut wxseal_response>>,
) -> wxseal_status {
    reply(incoming, out, |push| Ok(push.reply_video(media_id.bytes()?, title.bytes()?, description.bytes()?)?))
}

/// Answers with music; of an Official Account. Errors: of `wxseal_incoming_reply_text`.
#[unsafe(no_mangle)]
pub extern "C" fn wxseal_incoming_reply_music(
    incoming: Option<&wxseal_incoming>,
    music: Option<&wxseal_music<'_>>,
    out: Option<&mut MaybeUninit<*mut wxseal_response>>,
) -> wxseal_status {
    reply(incoming, out, |push| Ok(push.reply_music(&alive(music)?.read()?)?))
}

/// Answers with `count` articles, at least one; of an Official Account. Errors: of `wxseal_incoming_reply_text`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxseal_incoming_reply_news(
    incoming: Option<&wxseal_incoming>,
    articles: *const wxseal_article<'_>,
    count: usize,
    out: Option<&mut MaybeUninit<*mut wxseal_response>>,
) -> wxseal_status {
    // SAFETY: the header promises that there are `count` articles.
    let articles = unsafe { slice(articles, count) };
    reply(incoming, out, |push| {
        let articles: Vec<_> = articles?.iter().map(wxseal_article::read).collect::<Result<_, _>>()?;
        Ok(push.reply_news(&articles)?)
    })
}

/// Hands the user over to the customer-service console, to the account `kf_account` or, if it is left out, to any.
///
/// WXSEAL_ERROR_UNWRITABLE_REPLY: of `wxseal_incoming_reply_text`; also for an event: only what a user sent can be handed over.
#[unsafe(no_mangle)]
pub extern "C" fn wxseal_incoming_transfer_customer_service(
    incoming: Option<&wxseal_incoming>,
    kf_account: wxseal_str<'_>,
    out: Option<&mut MaybeUninit<*mut wxseal_response>>,
) -> wxseal_status {
    reply(incoming, out, |push| Ok(push.transfer_customer_service(kf_account.optional_answer()?)?))
}

/// Answers a wxa_widget_data event: `lifespan` is for how many seconds the platform shows the answer, `data` the template's
/// data, the text of a JSON object, `err_code` 0 right, -1 no result, -2 bad parameters, -3 system error, and `err_msg` the
/// words for it. The query that the answer must repeat byte for byte is the push's own.
///
/// WXSEAL_ERROR_UNWRITABLE_REPLY: of `wxseal_incoming_reply_text`; also for a message without a Query, another `err_code`, and
/// data that is not a JSON object.
#[unsafe(no_mangle)]
pub extern "C" fn wxseal_incoming_reply_widget(
    incoming: Option<&wxseal_incoming>,
    lifespan: u32,
    data: wxseal_str<'_>,
    err_code: i32,
    err_msg: wxseal_str<'_>,
    out: Option<&mut MaybeUninit<*mut wxseal_response>>,
) -> wxseal_status {
    reply(incoming, out, |push| {
        let (data, err_msg) = (data.answer()?, err_msg.answer()?);
        Ok(push.reply_widget(&WidgetAnswer { lifespan, data, err_code, err_msg })?)
    })
}

/// Answers with a document of the caller's own, sealed but otherwise as it is given.
///
/// WXSEAL_ERROR_UNWRITABLE_REPLY: those of `wxseal_msg_crypt_encrypt`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxseal_incoming_reply_raw(
    incoming: Option<&wxseal_incoming>,
    message: *const c_void,
    message_length: usize,
    out: Option<&mut MaybeUninit<*mut wxseal_response>>,
) -> wxseal_status {
    // SAFETY: the header promises that `message` has `message_length` bytes.
    let message = unsafe { bytes(message, message_length) };
    reply(incoming, out, |push| Ok(push.reply_raw(message?)))
}

/// Makes one answer, and seals it.
pub(crate) fn reply<'a>(
    incoming: Option<&'a wxseal_incoming>,
    out: Option<&mut MaybeUninit<*mut wxseal_response>>,
    answer: impl FnOnce(&'a Push) -> Result<Answer<'a>, Failure>,
) -> wxseal_status {
    let make = || {
        let incoming = alive(incoming)?;
        let answer = answer(incoming.push()?)?;
        Ok(wxseal_response(wxseal_os::seal(answer, incoming.now, incoming.random.as_ref())?))
    };
    guard(|| give(out, make))
}
