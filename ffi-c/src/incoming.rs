//! Floor 3: what a request was, and its answers.

use std::ffi::{CString, c_char};
use std::sync::OnceLock;

use wxseal_core::{Article, Error, Incoming, Music, Push, Response, Setting, WidgetAnswer, WidgetQuery};

use crate::argument::{alive, bytes, give, lend, lend_optional, lend_text, optional_text, take_back, text};
use crate::endpoint::time;
use crate::response::wxseal_response;
use crate::status::{Failure, guard, wxseal_status};
use crate::value::{found, lend_value_to, wxseal_value};
use crate::{WXSEAL_FORMAT_JSON, WXSEAL_FORMAT_XML, wxseal_format};

/// A request that verified: a URL check, or a push with its message.
///
/// Threads: it never changes, so any number of threads may use one at once.
/// Ownership: `wxseal_endpoint_receive` gives it to the caller, who gives it back to `wxseal_incoming_free`. What its
/// functions lend is valid until then.
pub struct wxseal_incoming {
    incoming: Incoming,
    json: OnceLock<CString>,
    dedup_key: OnceLock<CString>,
    replay_key: OnceLock<CString>,
    widget_query: OnceLock<Result<WidgetQuery, Error>>,
    widget_json: OnceLock<CString>,
}

impl wxseal_incoming {
    pub(crate) fn new(incoming: Incoming) -> Self {
        wxseal_incoming {
            incoming,
            json: OnceLock::new(),
            dedup_key: OnceLock::new(),
            replay_key: OnceLock::new(),
            widget_query: OnceLock::new(),
            widget_json: OnceLock::new(),
        }
    }

    /// The push; a URL check has none of what is asked for.
    fn push(&self) -> Result<&Push, Failure> {
        match &self.incoming {
            Incoming::Push(push) => Ok(push),
            Incoming::UrlCheck(_) => Err(Failure::InvalidArgument),
        }
    }

    fn widget_query(&self) -> Result<&WidgetQuery, Failure> {
        let push = self.push()?;
        self.widget_query.get_or_init(|| push.widget_query()).as_ref().map_err(|error| (*error).into())
    }
}

/// What a request was: `WXSEAL_KIND_URL_CHECK` or `WXSEAL_KIND_PUSH`.
pub type wxseal_kind = i32;
/// The platform checks the URL: answer with `wxseal_incoming_response`.
pub const WXSEAL_KIND_URL_CHECK: i32 = 1;
/// A message or event: read it, and answer with one of the `wxseal_incoming_reply_…` functions.
pub const WXSEAL_KIND_PUSH: i32 = 2;

/// One article of `wxseal_incoming_reply_news`; all are NUL-terminated UTF-8.
#[repr(C)]
pub struct wxseal_article {
    /// The headline.
    pub title: *const c_char,
    /// What stands below it.
    pub description: *const c_char,
    /// The URL of a picture.
    pub pic_url: *const c_char,
    /// Where it leads.
    pub url: *const c_char,
}

/// The music of `wxseal_incoming_reply_music`; all are NUL-terminated UTF-8, or NULL where they are to be left out.
#[repr(C)]
pub struct wxseal_music {
    /// The picture: an image that was uploaded before. Never NULL.
    pub thumb_media_id: *const c_char,
    /// The headline.
    pub title: *const c_char,
    /// What stands below it.
    pub description: *const c_char,
    /// The URL of the music.
    pub music_url: *const c_char,
    /// The same in higher quality, which is played over Wi-Fi.
    pub hq_music_url: *const c_char,
}

/// Frees it. NULL is ignored.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxseal_incoming_free(incoming: *mut wxseal_incoming) {
    // SAFETY: the header promises that it came from this library and is freed once.
    unsafe { take_back(incoming) }
}

/// What it is; 0 if `incoming` is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxseal_incoming_kind(incoming: *const wxseal_incoming) -> wxseal_kind {
    // SAFETY: the header promises that it is NULL or alive.
    match unsafe { alive(incoming) }.map(|incoming| &incoming.incoming) {
        Ok(Incoming::UrlCheck(_)) => WXSEAL_KIND_URL_CHECK,
        Ok(Incoming::Push(_)) => WXSEAL_KIND_PUSH,
        Err(_) => 0,
    }
}

/// The answer to a URL check. WXSEAL_ERROR_INVALID_ARGUMENT: it is a push.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxseal_incoming_response(
    incoming: *const wxseal_incoming,
    out: *mut *mut wxseal_response,
) -> wxseal_status {
    // SAFETY: the header promises that the handle is NULL or alive, and that `out` is NULL or writable.
    guard(|| unsafe {
        let make = || match &alive(incoming)?.incoming {
            Incoming::UrlCheck(response) => Ok(wxseal_response::new(response.clone())),
            Incoming::Push(_) => Err(Failure::InvalidArgument),
        };
        give(make, out)
    })
}

/// The format of the request's body, which the answer has too; 0 of a URL check.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxseal_incoming_format(incoming: *const wxseal_incoming) -> wxseal_format {
    // SAFETY: the header promises that it is NULL or alive.
    match unsafe { alive(incoming) }.and_then(wxseal_incoming::push).map(Push::format) {
        Ok(wxseal_core::Format::Xml) => WXSEAL_FORMAT_XML,
        Ok(wxseal_core::Format::Json) => WXSEAL_FORMAT_JSON,
        Err(_) => 0,
    }
}

/// The message as the platform wrote it, lent; not NUL-terminated.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxseal_incoming_message_bytes(
    incoming: *const wxseal_incoming,
    bytes: *mut *const u8,
    length: *mut usize,
) -> wxseal_status {
    // SAFETY: the header promises that the handle is NULL or alive, and that `bytes` and `length` are NULL or writable.
    guard(|| unsafe { lend(alive(incoming)?.push()?.message_bytes(), bytes, length) })
}

/// The message as compact JSON, the same view of XML and JSON, lent and NUL-terminated: text, objects and arrays in the
/// order of the wire; numbers only in the few fields that are integers everywhere; MsgId always text; List and detail
/// always arrays. Parsed when this or `wxseal_incoming_text` is first called.
///
/// WXSEAL_ERROR_MALFORMED_MESSAGE: it is not one XML document or JSON object, or nested deeper than 32.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxseal_incoming_message_json(
    incoming: *const wxseal_incoming,
    json: *mut *const c_char,
    length: *mut usize,
) -> wxseal_status {
    guard(|| {
        // SAFETY: the header promises that it is NULL or alive.
        let incoming = unsafe { alive(incoming)? };
        let message = incoming.push()?.message()?;
        let text = incoming.json.get_or_init(|| CString::new(message.to_json()).unwrap_or_default());
        // SAFETY: the header promises that `json` and `length` are NULL or writable.
        unsafe { lend(text.as_bytes(), json.cast(), length) }
    })
}

/// A field that is text, by the wire's own name ("MsgType", "FromUserName", "Content" …), lent and not NUL-terminated;
/// the first of a repeated name. `*text` is NULL and `*length` 0 where there is none.
///
/// WXSEAL_ERROR_MALFORMED_MESSAGE: as for `wxseal_incoming_message_json`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxseal_incoming_text(
    incoming: *const wxseal_incoming,
    name: *const c_char,
    text: *mut *const c_char,
    length: *mut usize,
) -> wxseal_status {
    guard(|| {
        // SAFETY: the header promises that the handle is NULL or alive, and that the name is NULL or NUL-terminated.
        let (message, name) = unsafe { (alive(incoming)?.push()?.message()?, self::text(name, Setting::Argument)?) };
        // SAFETY: the header promises that `text` and `length` are NULL or writable.
        unsafe { lend_optional(message.text(name), text, length) }
    })
}

/// A field that is a whole number of 64 bits, by the wire's own name, also where the view has its digits as text; the first of
/// a repeated name. `otherwise` where there is none, or the message cannot be read.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxseal_incoming_integer(
    incoming: *const wxseal_incoming,
    name: *const c_char,
    otherwise: i64,
) -> i64 {
    // SAFETY: the header promises that the handle is NULL or alive, and that the name is NULL or NUL-terminated.
    found(otherwise, || unsafe {
        let (message, name) = (alive(incoming)?.push()?.message()?, text(name, Setting::Argument)?);
        Ok(message.integer(name).unwrap_or(otherwise))
    })
}

/// A field of any kind, by the wire's own name ("List", "detail", a robot's "from" …), lent. `*value` is NULL where there is
/// none.
///
/// WXSEAL_ERROR_MALFORMED_MESSAGE: as for `wxseal_incoming_message_json`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxseal_incoming_get(
    incoming: *const wxseal_incoming,
    name: *const c_char,
    value: *mut *const wxseal_value,
) -> wxseal_status {
    // SAFETY: the header promises that the handle is NULL or alive, that the name is NULL or NUL-terminated, and that `value`
    // is NULL or writable.
    guard(|| unsafe {
        let (message, name) = (alive(incoming)?.push()?.message()?, text(name, Setting::Argument)?);
        lend_value_to(message.get(name), value)
    })
}

/// The account that the message was sent to, "gh_…" on WeChat, a robot's "aibotid"; not the receive id; lent and not NUL-terminated. `*text` is NULL where there is none.
///
/// WXSEAL_ERROR_MALFORMED_MESSAGE: as for `wxseal_incoming_message_json`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxseal_incoming_to_user_name(
    incoming: *const wxseal_incoming,
    text: *mut *const c_char,
    length: *mut usize,
) -> wxseal_status {
    // SAFETY: the header promises that the handle is NULL or alive, and that `text` and `length` are NULL or writable.
    guard(|| unsafe { lend_optional(alive(incoming)?.push()?.message()?.to_user_name(), text, length) })
}

/// The user who sent the message: an openid, a member's id on WeCom, the "userid" in a robot's "from"; lent and not NUL-terminated. `*text` is NULL where there is none.
///
/// WXSEAL_ERROR_MALFORMED_MESSAGE: as for `wxseal_incoming_message_json`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxseal_incoming_from_user_name(
    incoming: *const wxseal_incoming,
    text: *mut *const c_char,
    length: *mut usize,
) -> wxseal_status {
    // SAFETY: the header promises that the handle is NULL or alive, and that `text` and `length` are NULL or writable.
    guard(|| unsafe { lend_optional(alive(incoming)?.push()?.message()?.from_user_name(), text, length) })
}

/// "text", "image", "event" …: MsgType, or a robot's "msgtype"; lent and not NUL-terminated. `*text` is NULL where there is none.
///
/// WXSEAL_ERROR_MALFORMED_MESSAGE: as for `wxseal_incoming_message_json`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxseal_incoming_msg_type(
    incoming: *const wxseal_incoming,
    text: *mut *const c_char,
    length: *mut usize,
) -> wxseal_status {
    // SAFETY: the header promises that the handle is NULL or alive, and that `text` and `length` are NULL or writable.
    guard(|| unsafe { lend_optional(alive(incoming)?.push()?.message()?.msg_type(), text, length) })
}

/// Which event it is, where the message's type is "event": Event, or the "eventtype" in a robot's "event"; lent and not NUL-terminated. `*text` is NULL where there is none.
///
/// WXSEAL_ERROR_MALFORMED_MESSAGE: as for `wxseal_incoming_message_json`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxseal_incoming_event(
    incoming: *const wxseal_incoming,
    text: *mut *const c_char,
    length: *mut usize,
) -> wxseal_status {
    // SAFETY: the header promises that the handle is NULL or alive, and that `text` and `length` are NULL or writable.
    guard(|| unsafe { lend_optional(alive(incoming)?.push()?.message()?.event(), text, length) })
}

/// The message's id, `MsgId`, `MsgID` or a robot's `msgid`, as text; lent and not NUL-terminated. `*text` is NULL where there is none.
///
/// WXSEAL_ERROR_MALFORMED_MESSAGE: as for `wxseal_incoming_message_json`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxseal_incoming_msg_id(
    incoming: *const wxseal_incoming,
    text: *mut *const c_char,
    length: *mut usize,
) -> wxseal_status {
    // SAFETY: the header promises that the handle is NULL or alive, and that `text` and `length` are NULL or writable.
    guard(|| unsafe { lend_optional(alive(incoming)?.push()?.message()?.msg_id(), text, length) })
}

/// When the platform made the message, in seconds since 1970: CreateTime, a suite's TimeStamp or a robot's "create_time"; 0 where
/// it does not say, or cannot be read.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxseal_incoming_create_time(incoming: *const wxseal_incoming) -> i64 {
    // SAFETY: the header promises that it is NULL or alive.
    found(0, || Ok(unsafe { alive(incoming)? }.push()?.message()?.create_time().unwrap_or_default()))
}

/// What the message is known by when it is delivered again, lent and NUL-terminated: 40 hexadecimal
/// digits, a hash that holds no openid. Two messages share it only if they are the same.
///
/// WXSEAL_ERROR_MALFORMED_MESSAGE: as for `wxseal_incoming_message_json`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxseal_incoming_dedup_key(
    incoming: *const wxseal_incoming,
    key: *mut *const c_char,
) -> wxseal_status {
    guard(|| {
        // SAFETY: the header promises that it is NULL or alive.
        let incoming = unsafe { alive(incoming)? };
        let found = incoming.push()?.dedup_key()?;
        let text = incoming.dedup_key.get_or_init(|| CString::new(found).unwrap_or_default());
        // SAFETY: the header promises that `key` is NULL or writable.
        unsafe { lend_text(text, key) }
    })
}

/// What this very request is known by, its signature, lent and NUL-terminated: a replay has the same, the platform's own
/// retry another.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxseal_incoming_replay_key(
    incoming: *const wxseal_incoming,
    key: *mut *const c_char,
) -> wxseal_status {
    guard(|| {
        // SAFETY: the header promises that it is NULL or alive.
        let incoming = unsafe { alive(incoming)? };
        let found = incoming.push()?.replay_key();
        let text = incoming.replay_key.get_or_init(|| CString::new(found).unwrap_or_default());
        // SAFETY: the header promises that `key` is NULL or writable.
        unsafe { lend_text(text, key) }
    })
}

/// What a user searched for, of a wxa_widget_data event, as JSON, lent and NUL-terminated: an object with `type` (a number
/// or null), `slots` (an object), `longitude`, `latitude` (numbers or null) and `raw`, the text of the query as it came.
///
/// WXSEAL_ERROR_MALFORMED_MESSAGE: there is no Query, or it is not a JSON object. Answer with err_code -2 then.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxseal_incoming_widget_query_json(
    incoming: *const wxseal_incoming,
    json: *mut *const c_char,
    length: *mut usize,
) -> wxseal_status {
    guard(|| {
        // SAFETY: the header promises that it is NULL or alive.
        let incoming = unsafe { alive(incoming)? };
        let query = incoming.widget_query()?;
        let text = incoming.widget_json.get_or_init(|| CString::new(query.to_json()).unwrap_or_default());
        // SAFETY: the header promises that `json` and `length` are NULL or writable.
        unsafe { lend(text.as_bytes(), json.cast(), length) }
    })
}

/// The value of one slot of the widget's query, lent and not NUL-terminated; NULL where there is none.
///
/// WXSEAL_ERROR_MALFORMED_MESSAGE: as for `wxseal_incoming_widget_query_json`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxseal_incoming_widget_slot(
    incoming: *const wxseal_incoming,
    key: *const c_char,
    value: *mut *const c_char,
    length: *mut usize,
) -> wxseal_status {
    guard(|| {
        // SAFETY: the header promises that the handle is NULL or alive, and that the key is NULL or NUL-terminated.
        let (query, key) = unsafe { (alive(incoming)?.widget_query()?, text(key, Setting::Argument)?) };
        // SAFETY: the header promises that `value` and `length` are NULL or writable.
        unsafe { lend_optional(query.slot(key), value, length) }
    })
}

/// Answers "success": received, and nothing to say. Never sealed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxseal_incoming_success(
    incoming: *const wxseal_incoming,
    out: *mut *mut wxseal_response,
) -> wxseal_status {
    // SAFETY: the header promises that the handle is NULL or alive, and that `out` is NULL or writable.
    guard(|| unsafe { give(|| Ok(wxseal_response::new(alive(incoming)?.push()?.success())), out) })
}

/// Answers with the empty body: received, and nothing to say. Never sealed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxseal_incoming_empty(
    incoming: *const wxseal_incoming,
    out: *mut *mut wxseal_response,
) -> wxseal_status {
    // SAFETY: the header promises that the handle is NULL or alive, and that `out` is NULL or writable.
    guard(|| unsafe { give(|| Ok(wxseal_response::new(alive(incoming)?.push()?.empty())), out) })
}

/// Answers with a text; of an Official Account.
///
/// This and all other answers are in the push's own format, From and To swapped, sealed by the settings that opened it, with
/// its nonce. `now` is the server's time in seconds since 1970, 0 for the system's; `random16` is 16 fresh random bytes,
/// NULL for the operating system's.
///
/// WXSEAL_ERROR_UNWRITABLE_REPLY: the message has no From and To, or is a robot's, which takes other answers
/// (`wxseal_incoming_reply_stream` …), or a text has a character that XML lacks.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxseal_incoming_reply_text(
    incoming: *const wxseal_incoming,
    content: *const c_char,
    now: u64,
    random16: *const u8,
    out: *mut *mut wxseal_response,
) -> wxseal_status {
    // SAFETY: the header promises that handle, texts, random bytes and `out` are NULL or what they should be.
    guard(|| unsafe {
        let content = reply_text(content)?;
        answer(incoming, now, random16, out, |push, now, random| push.reply_text(content, now, random))
    })
}

/// Answers with an image that was uploaded before; of an Official Account. Errors: of `wxseal_incoming_reply_text`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxseal_incoming_reply_image(
    incoming: *const wxseal_incoming,
    media_id: *const c_char,
    now: u64,
    random16: *const u8,
    out: *mut *mut wxseal_response,
) -> wxseal_status {
    // SAFETY: the header promises that handle, texts, random bytes and `out` are NULL or what they should be.
    guard(|| unsafe {
        let media_id = reply_text(media_id)?;
        answer(incoming, now, random16, out, |push, now, random| push.reply_image(media_id, now, random))
    })
}

/// Answers with a voice message that was uploaded before; of an Official Account. Errors: of `wxseal_incoming_reply_text`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxseal_incoming_reply_voice(
    incoming: *const wxseal_incoming,
    media_id: *const c_char,
    now: u64,
    random16: *const u8,
    out: *mut *mut wxseal_response,
) -> wxseal_status {
    // SAFETY: the header promises that handle, texts, random bytes and `out` are NULL or what they should be.
    guard(|| unsafe {
        let media_id = reply_text(media_id)?;
        answer(incoming, now, random16, out, |push, now, random| push.reply_voice(media_id, now, random))
    })
}

/// Answers with a video that was uploaded before; of an Official Account. Errors: of `wxseal_incoming_reply_text`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxseal_incoming_reply_video(
    incoming: *const wxseal_incoming,
    media_id: *const c_char,
    title: *const c_char,
    description: *const c_char,
    now: u64,
    random16: *const u8,
    out: *mut *mut wxseal_response,
) -> wxseal_status {
    // SAFETY: the header promises that handle, texts, random bytes and `out` are NULL or what they should be.
    guard(|| unsafe {
        let (media_id, title, description) = (reply_text(media_id)?, reply_text(title)?, reply_text(description)?);
        answer(incoming, now, random16, out, |push, now, random| {
            push.reply_video(media_id, title, description, now, random)
        })
    })
}

/// Answers with music; of an Official Account. Errors: of `wxseal_incoming_reply_text`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxseal_incoming_reply_music(
    incoming: *const wxseal_incoming,
    music: *const wxseal_music,
    now: u64,
    random16: *const u8,
    out: *mut *mut wxseal_response,
) -> wxseal_status {
    // SAFETY: the header promises that handle, music with its texts, random bytes and `out` are NULL or what they should be.
    guard(|| unsafe {
        let music = alive(music)?;
        let music = Music {
            thumb_media_id: reply_text(music.thumb_media_id)?,
            title: optional_text(music.title, Error::UnwritableReply)?,
            description: optional_text(music.description, Error::UnwritableReply)?,
            music_url: optional_text(music.music_url, Error::UnwritableReply)?,
            hq_music_url: optional_text(music.hq_music_url, Error::UnwritableReply)?,
        };
        answer(incoming, now, random16, out, |push, now, random| push.reply_music(&music, now, random))
    })
}

/// Answers with `count` articles, at least one; of an Official Account. Errors: of `wxseal_incoming_reply_text`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxseal_incoming_reply_news(
    incoming: *const wxseal_incoming,
    articles: *const wxseal_article,
    count: usize,
    now: u64,
    random16: *const u8,
    out: *mut *mut wxseal_response,
) -> wxseal_status {
    guard(|| {
        let mut all = Vec::new();
        for index in 0..count {
            if articles.is_null() {
                return Err(Failure::NullPointer);
            }
            // SAFETY: not NULL, and the header promises `count` articles, each with its texts.
            all.push(unsafe {
                let article = &*articles.add(index);
                Article {
                    title: reply_text(article.title)?,
                    description: reply_text(article.description)?,
                    pic_url: reply_text(article.pic_url)?,
                    url: reply_text(article.url)?,
                }
            });
        }
        // SAFETY: the header promises that handle, random bytes and `out` are NULL or what they should be.
        unsafe { answer(incoming, now, random16, out, |push, now, random| push.reply_news(&all, now, random)) }
    })
}

/// Hands the user over to the customer-service console, to the account `kf_account` or, if it is NULL, to any.
///
/// WXSEAL_ERROR_UNWRITABLE_REPLY: of `wxseal_incoming_reply_text`; also for an event: only what a user sent can be handed over.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxseal_incoming_transfer_customer_service(
    incoming: *const wxseal_incoming,
    kf_account: *const c_char,
    now: u64,
    random16: *const u8,
    out: *mut *mut wxseal_response,
) -> wxseal_status {
    // SAFETY: the header promises that handle, texts, random bytes and `out` are NULL or what they should be.
    guard(|| unsafe {
        let kf_account = optional_text(kf_account, Error::UnwritableReply)?;
        answer(incoming, now, random16, out, |push, now, random| {
            push.transfer_customer_service(kf_account, now, random)
        })
    })
}

/// Answers a wxa_widget_data event: `lifespan` is for how many seconds the platform shows the answer, `data` the template's
/// data, the text of a JSON object, `err_code` 0 right, -1 no result, -2 bad parameters, -3 system error, and `err_msg` the
/// words for it. The query that the answer must repeat byte for byte is the push's own.
///
/// WXSEAL_ERROR_UNWRITABLE_REPLY: of `wxseal_incoming_reply_text`; also for a message without a Query, another `err_code`, and
/// data that is not a JSON object.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxseal_incoming_reply_widget(
    incoming: *const wxseal_incoming,
    lifespan: u32,
    data: *const c_char,
    err_code: i32,
    err_msg: *const c_char,
    now: u64,
    random16: *const u8,
    out: *mut *mut wxseal_response,
) -> wxseal_status {
    // SAFETY: the header promises that handle, texts, random bytes and `out` are NULL or what they should be.
    guard(|| unsafe {
        let widget = WidgetAnswer { lifespan, data: reply_text(data)?, err_code, err_msg: reply_text(err_msg)? };
        answer(incoming, now, random16, out, |push, now, random| push.reply_widget(&widget, now, random))
    })
}

/// Answers with a document of the caller's own, sealed but otherwise as it is given.
///
/// WXSEAL_ERROR_UNWRITABLE_REPLY: those of `wxseal_msg_crypt_encrypt`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxseal_incoming_reply_raw(
    incoming: *const wxseal_incoming,
    message: *const u8,
    message_length: usize,
    now: u64,
    random16: *const u8,
    out: *mut *mut wxseal_response,
) -> wxseal_status {
    // SAFETY: the header promises that handle, message, random bytes and `out` are NULL or what they should be.
    guard(|| unsafe {
        let message = bytes(message, message_length)?;
        answer(incoming, now, random16, out, |push, now, random| push.reply_raw(message, now, random))
    })
}

/// Makes one answer, with the system's time and random bytes where the caller gives none.
///
/// # Safety
/// `incoming` is NULL or alive, `random16` is NULL or has 16 bytes, and `out` is NULL or writable.
pub(crate) unsafe fn answer(
    incoming: *const wxseal_incoming,
    now: u64,
    random16: *const u8,
    out: *mut *mut wxseal_response,
    reply: impl FnOnce(&Push, u64, &[u8; 16]) -> Result<Response, Error>,
) -> Result<(), Failure> {
    // SAFETY: the caller promises that they are NULL or what they should be.
    let (incoming, random) = unsafe { (alive(incoming)?, random16.cast::<[u8; 16]>().as_ref()) };
    let make = || {
        let random = match random {
            Some(random) => *random,
            None => wxseal_os::random()?,
        };
        Ok(wxseal_response::new(reply(incoming.push()?, time(now), &random)?))
    };
    // SAFETY: the caller promises that `out` is NULL or writable.
    unsafe { give(make, out) }
}

/// A text of an answer.
///
/// # Safety
/// Same as [`text`].
pub(crate) unsafe fn reply_text<'a>(pointer: *const c_char) -> Result<&'a str, Failure> {
    // SAFETY: the caller promises the same.
    unsafe { text(pointer, Error::UnwritableReply) }
}
