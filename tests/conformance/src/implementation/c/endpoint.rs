//! The third floor of the C ABI.

use std::ffi::{CStr, CString, c_char};
use std::ptr;
use std::slice;

use header::{
    Functions, WXSEAL_ERROR_INVALID_ARGUMENT, WXSEAL_FORMAT_JSON, WXSEAL_FORMAT_XML, WXSEAL_KIND_PUSH,
    WXSEAL_KIND_URL_CHECK, wxseal_article, wxseal_endpoint, wxseal_incoming, wxseal_music, wxseal_response,
    wxseal_status, wxseal_stream_answer,
};
use serde_json::Value;

use super::super::{Endpoint, Incoming, Response, Settings, of_the_test};
use super::{C, text};
use crate::Failure;
use crate::scenarios::{Accepts, Call, Request};

mod values;

type Free<T> = unsafe extern "C" fn(*mut T);
/// A text that is lent with its length.
type LendText = unsafe extern "C" fn(*const wxseal_incoming, *mut *const c_char, *mut usize) -> wxseal_status;
/// A text that is lent and ends with its NUL.
type LendKey = unsafe extern "C" fn(*const wxseal_incoming, *mut *const c_char) -> wxseal_status;
/// A text that is lent with its length, found by a name.
type Find =
    unsafe extern "C" fn(*const wxseal_incoming, *const c_char, *mut *const c_char, *mut usize) -> wxseal_status;
/// An answer that takes nothing.
type Plainly = unsafe extern "C" fn(*const wxseal_incoming, *mut *mut wxseal_response) -> wxseal_status;
/// An answer that takes one text.
type ReplyOne = unsafe extern "C" fn(
    *const wxseal_incoming,
    *const c_char,
    u64,
    *const u8,
    *mut *mut wxseal_response,
) -> wxseal_status;

/// A handle and how it is freed.
struct Owned<T> {
    handle: *mut T,
    free: Free<T>,
}

impl<T> Drop for Owned<T> {
    fn drop(&mut self) {
        // SAFETY: the library gave it, and nobody else frees it.
        unsafe { (self.free)(self.handle) };
    }
}

impl C {
    /// A handle that a call makes.
    fn made<T>(&self, free: Free<T>, call: impl FnOnce(*mut *mut T) -> wxseal_status) -> Result<Owned<T>, Failure> {
        let mut handle = ptr::null_mut();
        self.succeeded(call(&raw mut handle))?;
        Ok(Owned { handle, free })
    }

    /// A response that a call makes, copied.
    fn answered(&self, call: impl FnOnce(*mut *mut wxseal_response) -> wxseal_status) -> Result<Response, Failure> {
        let response = self.made(self.functions.wxseal_response_free, call)?;
        let functions = &self.functions;
        let mut headers = Vec::new();
        loop {
            let (mut name, mut value) = (ptr::null(), ptr::null());
            // SAFETY: a living handle and places for two texts.
            let status = unsafe {
                (functions.wxseal_response_header)(response.handle, headers.len(), &raw mut name, &raw mut value)
            };
            if status == WXSEAL_ERROR_INVALID_ARGUMENT {
                break;
            }
            self.succeeded(status)?;
            // SAFETY: the header promises NUL-terminated texts.
            headers.push(unsafe { (lent_text(name), lent_text(value)) });
        }
        // SAFETY: a living handle.
        let status = unsafe { (functions.wxseal_response_status)(response.handle) };
        // SAFETY: a living handle, and the header promises a NUL-terminated text.
        let content_type = unsafe { lent_text((functions.wxseal_response_content_type)(response.handle)) };
        // SAFETY: a living handle.
        let body =
            self.lent(|bytes, length| unsafe { (functions.wxseal_response_body)(response.handle, bytes, length) })?;
        Ok(Response { status: u16::try_from(status).unwrap_or_default(), content_type, headers, body })
    }

    /// Bytes that a call lends, copied.
    fn lent(&self, call: impl FnOnce(*mut *const u8, *mut usize) -> i32) -> Result<Vec<u8>, Failure> {
        Ok(self.perhaps_lent(call)?.unwrap_or_default())
    }

    /// Bytes that a call lends, or NULL.
    fn perhaps_lent(&self, call: impl FnOnce(*mut *const u8, *mut usize) -> i32) -> Result<Option<Vec<u8>>, Failure> {
        let (mut bytes, mut length) = (ptr::null(), usize::MAX);
        self.succeeded(call(&raw mut bytes, &raw mut length))?;
        if bytes.is_null() {
            return if length == 0 { Ok(None) } else { Err(of_the_test("NULL with a length is lent")) };
        }
        // SAFETY: the header promises that many bytes for as long as the handle lives, which the call has borrowed.
        Ok(Some(unsafe { slice::from_raw_parts(bytes, length) }.to_vec()))
    }

    /// `wxseal_response_refusal`
    ///
    /// # Errors
    /// None is expected.
    pub fn refusal(&self, status: i32) -> Result<Response, Failure> {
        // SAFETY: any number will do, and there is a place for the handle.
        self.answered(|out| unsafe { (self.functions.wxseal_response_refusal)(status, out) })
    }
}

/// # Safety
/// It is NUL-terminated.
unsafe fn lent_text(text: *const c_char) -> String {
    // SAFETY: the caller promises it.
    unsafe { CStr::from_ptr(text) }.to_string_lossy().into_owned()
}

/// C's texts end at their first NUL.
fn query(request: &Request) -> Result<CString, Failure> {
    let query = request.query.split(|&byte| byte == 0).next().unwrap_or_default();
    CString::new(query).map_err(|_| of_the_test("a NUL is left"))
}

/// Arguments that are texts, or are not there.
fn optional_texts<const N: usize>(call: &Call, names: [&str; N]) -> Result<[Option<CString>; N], Failure> {
    let mut texts = [const { None }; N];
    for (place, name) in texts.iter_mut().zip(names) {
        *place = call.optional(name).map(text).transpose()?;
    }
    Ok(texts)
}

fn or_null(text: Option<&CString>) -> *const c_char {
    text.map_or(ptr::null(), |text| text.as_ptr())
}

fn utf8(bytes: Vec<u8>) -> Result<String, Failure> {
    String::from_utf8(bytes).map_err(|_| of_the_test("a text is not UTF-8"))
}

/// A `wxseal_endpoint *` and its owner.
pub(super) struct Made<'c> {
    c: &'c C,
    endpoint: Owned<wxseal_endpoint>,
}

impl<'c> Made<'c> {
    pub(super) fn new(c: &'c C, accepts: &Accepts) -> Result<Self, Failure> {
        let functions = &c.functions;
        let mut endpoint: Option<Owned<wxseal_endpoint>> = None;
        for crypt in &accepts.crypts {
            let crypt = c.crypt(Settings {
                token: &crypt.token,
                encoding_aes_key: &crypt.encoding_aes_key,
                receive_id: &crypt.receive_id,
                dialect: crypt.dialect.parse()?,
            })?;
            // Either keeps what it needs, so the crypt is freed before the endpoint is used.
            endpoint = Some(if let Some(first) = endpoint {
                // SAFETY: living handles, and nobody else uses the endpoint yet.
                c.succeeded(unsafe { (functions.wxseal_endpoint_also_accept)(first.handle, crypt.handle) })?;
                first
            } else {
                // SAFETY: a living handle and a place for the other.
                c.made(functions.wxseal_endpoint_free, |out| unsafe {
                    (functions.wxseal_endpoint_new)(crypt.handle, out)
                })?
            });
        }
        let endpoint = if let Some(endpoint) = endpoint {
            endpoint
        } else {
            let token = text(accepts.plain.as_deref().unwrap_or_default())?;
            // SAFETY: a NUL-terminated text and a place for the handle.
            c.made(functions.wxseal_endpoint_free, |out| unsafe {
                (functions.wxseal_endpoint_plain)(token.as_ptr(), out)
            })?
        };
        let tolerance = accepts.tolerance.map_or(-1, |seconds| i64::try_from(seconds).unwrap_or(i64::MAX));
        // SAFETY: a living handle that nobody else uses yet.
        c.succeeded(unsafe { (functions.wxseal_endpoint_set_tolerance)(endpoint.handle, tolerance) })?;
        if let Some(account) = &accepts.account {
            let account = text(account)?;
            // SAFETY: as above, and a NUL-terminated text.
            c.succeeded(unsafe { (functions.wxseal_endpoint_set_account)(endpoint.handle, account.as_ptr()) })?;
        }
        if let Some(bytes) = accepts.max_body {
            // SAFETY: as above.
            c.succeeded(unsafe { (functions.wxseal_endpoint_set_max_body)(endpoint.handle, bytes) })?;
        }
        Ok(Made { c, endpoint })
    }
}

impl Endpoint for Made<'_> {
    fn receive(&self, request: &Request, now: u64) -> Result<Box<dyn Incoming + '_>, Failure> {
        let (method, query, body) = (text(&request.method)?, query(request)?, &request.body);
        let functions = &self.c.functions;
        // SAFETY: a living handle, NUL-terminated texts, a body of the length that is told, and a place for the handle.
        let incoming = self.c.made(functions.wxseal_incoming_free, |out| unsafe {
            let (method, query) = (method.as_ptr(), query.as_ptr());
            (functions.wxseal_endpoint_receive)(
                self.endpoint.handle,
                method,
                query,
                body.as_ptr(),
                body.len(),
                now,
                out,
            )
        })?;
        Ok(Box::new(Received { c: self.c, incoming }))
    }

    fn diagnose(&self, request: &Request, now: u64) -> Result<String, Failure> {
        let (method, query, body) = (text(&request.method)?, query(request)?, &request.body);
        let functions = &self.c.functions;
        // SAFETY: a living handle, NUL-terminated texts, a body of the length and an output of the size that are told.
        let findings = self.c.written(4096, |out, size, length| unsafe {
            let (method, query) = (method.as_ptr(), query.as_ptr());
            let (body, body_length) = (body.as_ptr(), body.len());
            let diagnose = functions.wxseal_endpoint_diagnose;
            diagnose(self.endpoint.handle, method, query, body, body_length, now, out, size, length)
        })?;
        utf8(findings)
    }
}

/// A `wxseal_incoming *` and its owner.
struct Received<'c> {
    c: &'c C,
    incoming: Owned<wxseal_incoming>,
}

impl Received<'_> {
    fn handle(&self) -> *const wxseal_incoming {
        self.incoming.handle
    }

    fn functions(&self) -> &Functions {
        &self.c.functions
    }

    fn lent_text(&self, lend: LendText) -> Result<String, Failure> {
        // SAFETY: a living handle and places for what is lent.
        utf8(self.c.lent(|bytes, length| unsafe { lend(self.handle(), bytes.cast(), length) })?)
    }

    fn lent_key(&self, lend: LendKey) -> Result<String, Failure> {
        let mut key = ptr::null();
        // SAFETY: a living handle and a place for what is lent.
        self.c.succeeded(unsafe { lend(self.handle(), &raw mut key) })?;
        // SAFETY: the header promises a NUL-terminated text.
        Ok(unsafe { lent_text(key) })
    }

    fn found(&self, find: Find, name: &str) -> Result<Option<String>, Failure> {
        let name = text(name)?;
        // SAFETY: a living handle, a NUL-terminated text and places for what is lent.
        let found =
            self.c.perhaps_lent(|bytes, length| unsafe { find(self.handle(), name.as_ptr(), bytes.cast(), length) })?;
        found.map(utf8).transpose()
    }

    fn plainly(&self, answer: Plainly) -> Result<Response, Failure> {
        // SAFETY: a living handle and a place for the response.
        self.c.answered(|out| unsafe { answer(self.handle(), out) })
    }

    fn reply_one(&self, reply: ReplyOne, argument: Option<&str>, call: &Call) -> Result<Response, Failure> {
        let argument = argument.map(text).transpose()?;
        let argument = argument.as_ref().map_or(ptr::null(), |argument| argument.as_ptr());
        // SAFETY: a living handle, a text that is NULL or NUL-terminated, 16 random bytes and a place for the response.
        self.c.answered(|out| unsafe { reply(self.handle(), argument, call.now, call.random.as_ptr(), out) })
    }

    fn answer_as_a_robot(&self, call: &Call) -> Result<Response, Failure> {
        let (functions, now, random) = (self.functions(), call.now, call.random.as_ptr());
        match &*call.name {
            "reply_welcome" => {
                self.reply_one(functions.wxseal_incoming_reply_welcome, Some(call.text("content")), call)
            }
            "reply_template_card" => {
                self.reply_one(functions.wxseal_incoming_reply_template_card, Some(call.text("card")), call)
            }
            "reply_stream" | "reply_stream_with_template_card" => {
                let texts = optional_texts(call, ["id", "content", "msg_item", "feedback_id", "card"])?;
                let [id, content, msg_item, feedback_id, card] = texts.each_ref().map(|text| or_null(text.as_ref()));
                let finish = call.is_true("finish").into();
                let stream = wxseal_stream_answer { id, content, finish, msg_item, feedback_id };
                // SAFETY: a living handle, a stream whose texts are NULL or NUL-terminated and live as long as `texts`, 16
                // random bytes and a place for the response.
                self.c.answered(|out| unsafe {
                    if call.name == "reply_stream" {
                        (functions.wxseal_incoming_reply_stream)(self.handle(), &raw const stream, now, random, out)
                    } else {
                        let reply = functions.wxseal_incoming_reply_stream_with_template_card;
                        reply(self.handle(), &raw const stream, card, now, random, out)
                    }
                })
            }
            "update_template_card" => {
                let card = text(call.text("card"))?;
                let userids = call.texts("userids");
                let texts = userids.iter().flatten().map(|userid| text(userid)).collect::<Result<Vec<_>, _>>()?;
                let pointers: Vec<_> = texts.iter().map(|text| text.as_ptr()).collect();
                let users = userids.map_or(ptr::null(), |_| pointers.as_ptr());
                // SAFETY: a living handle, NUL-terminated texts, as many as are told, 16 random bytes and a place for the
                // response.
                self.c.answered(|out| unsafe {
                    let update = functions.wxseal_incoming_update_template_card;
                    update(self.handle(), card.as_ptr(), users, pointers.len(), now, random, out)
                })
            }
            _ => Err(of_the_test("nothing here makes this call")),
        }
    }
}

impl Incoming for Received<'_> {
    fn kind(&self) -> &'static str {
        // SAFETY: a living handle.
        let kind = unsafe { (self.functions().wxseal_incoming_kind)(self.handle()) };
        match kind {
            WXSEAL_KIND_URL_CHECK => "url_check",
            WXSEAL_KIND_PUSH => "push",
            _ => "",
        }
    }

    fn response(&self) -> Result<Response, Failure> {
        self.plainly(self.functions().wxseal_incoming_response)
    }

    fn format(&self) -> &'static str {
        // SAFETY: a living handle.
        let format = unsafe { (self.functions().wxseal_incoming_format)(self.handle()) };
        match format {
            WXSEAL_FORMAT_XML => "xml",
            WXSEAL_FORMAT_JSON => "json",
            _ => "",
        }
    }

    fn message_bytes(&self) -> Result<Vec<u8>, Failure> {
        // SAFETY: a living handle and places for what is lent.
        self.c.lent(|bytes, length| unsafe {
            (self.functions().wxseal_incoming_message_bytes)(self.handle(), bytes, length)
        })
    }

    fn message_json(&self) -> Result<String, Failure> {
        self.lent_text(self.functions().wxseal_incoming_message_json)
    }

    fn text(&self, name: &str) -> Result<Option<String>, Failure> {
        self.found(self.functions().wxseal_incoming_text, name)
    }

    fn integer(&self, name: &str) -> Option<i64> {
        let name = text(name).ok()?;
        // SAFETY: a living handle and a NUL-terminated text.
        let [found, again] = [0, 1].map(|otherwise| unsafe {
            (self.functions().wxseal_incoming_integer)(self.handle(), name.as_ptr(), otherwise)
        });
        (found == again).then_some(found)
    }

    fn value(&self, name: &str) -> Result<Value, Failure> {
        values::found(self.c, self.handle(), name)
    }

    fn accessor(&self, name: &str) -> Result<Option<String>, Failure> {
        let functions = self.functions();
        let lend = match name {
            "to_user_name" => functions.wxseal_incoming_to_user_name,
            "from_user_name" => functions.wxseal_incoming_from_user_name,
            "msg_type" => functions.wxseal_incoming_msg_type,
            "event" => functions.wxseal_incoming_event,
            "msg_id" => functions.wxseal_incoming_msg_id,
            "info_type" => return self.text("InfoType"),
            _ => return Err(of_the_test("nothing here is this accessor")),
        };
        // SAFETY: a living handle and places for what is lent.
        let found = self.c.perhaps_lent(|bytes, length| unsafe { lend(self.handle(), bytes.cast(), length) })?;
        found.map(utf8).transpose()
    }

    fn create_time(&self) -> Option<i64> {
        // SAFETY: a living handle.
        let seconds = unsafe { (self.functions().wxseal_incoming_create_time)(self.handle()) };
        (seconds != 0).then_some(seconds)
    }

    fn dedup_key(&self) -> Result<String, Failure> {
        self.lent_key(self.functions().wxseal_incoming_dedup_key)
    }

    fn replay_key(&self) -> Result<String, Failure> {
        self.lent_key(self.functions().wxseal_incoming_replay_key)
    }

    fn widget_query_json(&self) -> Result<String, Failure> {
        self.lent_text(self.functions().wxseal_incoming_widget_query_json)
    }

    fn widget_slot(&self, key: &str) -> Result<Option<String>, Failure> {
        self.found(self.functions().wxseal_incoming_widget_slot, key)
    }

    fn answer(&self, call: &Call) -> Result<Response, Failure> {
        let (functions, now, random) = (self.functions(), call.now, call.random.as_ptr());
        match &*call.name {
            "success" => self.plainly(functions.wxseal_incoming_success),
            "empty" => self.plainly(functions.wxseal_incoming_empty),
            "reply_text" => self.reply_one(functions.wxseal_incoming_reply_text, Some(call.text("content")), call),
            "reply_image" => self.reply_one(functions.wxseal_incoming_reply_image, Some(call.text("media_id")), call),
            "reply_voice" => self.reply_one(functions.wxseal_incoming_reply_voice, Some(call.text("media_id")), call),
            "reply_video" => {
                let media_id = text(call.text("media_id"))?;
                let (title, description) = (text(call.text("title"))?, text(call.text("description"))?);
                // SAFETY: a living handle, NUL-terminated texts, 16 random bytes and a place for the response.
                self.c.answered(|out| unsafe {
                    let (media_id, title, description) = (media_id.as_ptr(), title.as_ptr(), description.as_ptr());
                    let reply = functions.wxseal_incoming_reply_video;
                    reply(self.handle(), media_id, title, description, now, random, out)
                })
            }
            "reply_music" => {
                let names = ["thumb_media_id", "title", "description", "music_url", "hq_music_url"];
                let texts = optional_texts(call, names)?;
                let [thumb_media_id, title, description, music_url, hq_music_url] =
                    texts.each_ref().map(|text| or_null(text.as_ref()));
                let music = wxseal_music { thumb_media_id, title, description, music_url, hq_music_url };
                // SAFETY: a living handle, five texts that are NULL or NUL-terminated and live as long as `texts`, 16 random
                // bytes and a place for the response.
                self.c.answered(|out| unsafe {
                    (functions.wxseal_incoming_reply_music)(self.handle(), &raw const music, now, random, out)
                })
            }
            "reply_news" => {
                let mut texts = Vec::new();
                for [title, description, pic_url, url] in call.articles() {
                    texts.push([text(title)?, text(description)?, text(pic_url)?, text(url)?]);
                }
                let article = |texts: &[CString; 4]| {
                    let [title, description, pic_url, url] = texts.each_ref().map(|text| text.as_ptr());
                    wxseal_article { title, description, pic_url, url }
                };
                let articles: Vec<_> = texts.iter().map(article).collect();
                // SAFETY: a living handle, that many articles of four NUL-terminated texts, which live as long as `texts`,
                // 16 random bytes and a place for the response.
                self.c.answered(|out| unsafe {
                    let reply = functions.wxseal_incoming_reply_news;
                    reply(self.handle(), articles.as_ptr(), articles.len(), now, random, out)
                })
            }
            "transfer_customer_service" => {
                self.reply_one(functions.wxseal_incoming_transfer_customer_service, call.optional("kf_account"), call)
            }
            "reply_widget" => {
                let (data, err_msg) = (text(call.text("data"))?, text(call.text("err_msg"))?);
                let (lifespan, err_code) = (call.number("lifespan"), call.number("err_code"));
                // SAFETY: a living handle, NUL-terminated texts, 16 random bytes and a place for the response.
                self.c.answered(|out| unsafe {
                    let (data, err_msg) = (data.as_ptr(), err_msg.as_ptr());
                    let reply = functions.wxseal_incoming_reply_widget;
                    reply(self.handle(), lifespan, data, err_code, err_msg, now, random, out)
                })
            }
            "reply_raw" => {
                let message = call.text("message").as_bytes();
                // SAFETY: a living handle, a message of the length that is told, 16 random bytes and a place for the
                // response.
                self.c.answered(|out| unsafe {
                    let reply = functions.wxseal_incoming_reply_raw;
                    reply(self.handle(), message.as_ptr(), message.len(), now, random, out)
                })
            }
            _ => self.answer_as_a_robot(call),
        }
    }
}
