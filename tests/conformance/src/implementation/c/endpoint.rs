//! The endpoints of the C ABI.

use std::ffi::{CStr, c_char};
use std::ptr;
use std::slice;

use header::{
    Functions, WXSEAL_ERROR_INVALID_ARGUMENT, WXSEAL_FORMAT_JSON, WXSEAL_FORMAT_XML, WXSEAL_KIND_PUSH,
    WXSEAL_KIND_URL_CHECK, wxseal_article, wxseal_endpoint, wxseal_incoming, wxseal_music, wxseal_response,
    wxseal_status, wxseal_str, wxseal_stream_answer,
};
use serde_json::Value;

use super::super::{Endpoint, Incoming, Response, Settings, of_the_test};
use super::{C, optional, text};
use crate::Failure;
use crate::scenarios::{Accepts, Call, Request};

mod values;

type Free<T> = unsafe extern "C" fn(*mut T);
/// A text that is lent.
type Lend = unsafe extern "C" fn(*const wxseal_incoming, *mut wxseal_str) -> wxseal_status;
/// A text that is lent, found by a name.
type Find = unsafe extern "C" fn(*const wxseal_incoming, wxseal_str, *mut wxseal_str) -> wxseal_status;
/// An answer that takes nothing.
type Plainly = unsafe extern "C" fn(*const wxseal_incoming, *mut *mut wxseal_response) -> wxseal_status;
/// An answer that takes one text.
type ReplyOne = unsafe extern "C" fn(*const wxseal_incoming, wxseal_str, *mut *mut wxseal_response) -> wxseal_status;

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
        // SAFETY: a living handle, which lends as much as it says.
        let body = unsafe { copied((functions.wxseal_response_body)(response.handle)) }?.unwrap_or_default();
        Ok(Response { status: u16::try_from(status).unwrap_or_default(), content_type, headers, body })
    }

    /// Bytes that a call lends, copied, or NULL.
    fn lent(&self, call: impl FnOnce(*mut wxseal_str) -> i32) -> Result<Option<Vec<u8>>, Failure> {
        let mut out = wxseal_str { data: ptr::null(), length: usize::MAX };
        self.succeeded(call(&raw mut out))?;
        // SAFETY: the header promises that many bytes for as long as the handle lives, which the call has borrowed.
        unsafe { copied(out) }
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

/// What is lent, or `None` of NULL.
///
/// # Safety
/// `data` is NULL or has that many bytes.
unsafe fn copied(lent: wxseal_str) -> Result<Option<Vec<u8>>, Failure> {
    if lent.data.is_null() {
        return if lent.length == 0 { Ok(None) } else { Err(of_the_test("NULL with a length is lent")) };
    }
    // SAFETY: the caller promises it.
    Ok(Some(unsafe { slice::from_raw_parts(lent.data.cast(), lent.length) }.to_vec()))
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
            let token = text(accepts.plain.as_deref().unwrap_or_default());
            // SAFETY: a text that lives during the call, and a place for the handle.
            c.made(functions.wxseal_endpoint_free, |out| unsafe { (functions.wxseal_endpoint_plain)(token, out) })?
        };
        let tolerance = accepts.tolerance.map_or(-1, |seconds| i64::try_from(seconds).unwrap_or(i64::MAX));
        // SAFETY: a living handle that nobody else uses yet.
        c.succeeded(unsafe { (functions.wxseal_endpoint_set_tolerance)(endpoint.handle, tolerance) })?;
        if let Some(account) = &accepts.account {
            // SAFETY: as above, and a text that lives during the call.
            c.succeeded(unsafe { (functions.wxseal_endpoint_set_account)(endpoint.handle, text(account)) })?;
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
        let functions = &self.c.functions;
        let (method, query) = (text(&request.method), text(&request.query));
        let (body, body_length) = (request.body.as_ptr().cast(), request.body.len());
        // SAFETY: a living handle, texts that live during the call, a body of the length that is told, and a place for the
        // handle.
        let incoming = self.c.made(functions.wxseal_incoming_free, |out| unsafe {
            (functions.wxseal_endpoint_receive)(self.endpoint.handle, method, query, body, body_length, now, out)
        })?;
        Ok(Box::new(Received { c: self.c, incoming }))
    }

    fn diagnose(&self, request: &Request, now: u64) -> Result<String, Failure> {
        let (method, query) = (text(&request.method), text(&request.query));
        let (body, body_length) = (request.body.as_ptr().cast(), request.body.len());
        // SAFETY: a living handle, texts that live during the call, a body of the length and an output of the size that are
        // told.
        let findings = self.c.written(4096, |out, size, length| unsafe {
            let diagnose = self.c.functions.wxseal_endpoint_diagnose;
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

    fn perhaps_lent(&self, lend: Lend) -> Result<Option<String>, Failure> {
        // SAFETY: a living handle and a place for what is lent.
        self.c.lent(|out| unsafe { lend(self.handle(), out) })?.map(utf8).transpose()
    }

    fn lent(&self, lend: Lend) -> Result<String, Failure> {
        self.perhaps_lent(lend)?.ok_or_else(|| of_the_test("NULL is lent"))
    }

    fn found(&self, find: Find, name: &str) -> Result<Option<String>, Failure> {
        // SAFETY: a living handle, a text that lives during the call and a place for what is lent.
        self.c.lent(|out| unsafe { find(self.handle(), text(name), out) })?.map(utf8).transpose()
    }

    fn plainly(&self, answer: Plainly) -> Result<Response, Failure> {
        // SAFETY: a living handle and a place for the response.
        self.c.answered(|out| unsafe { answer(self.handle(), out) })
    }

    fn reply_one(&self, reply: ReplyOne, argument: wxseal_str) -> Result<Response, Failure> {
        // SAFETY: a living handle, a text that lives during the call and a place for the response.
        self.c.answered(|out| unsafe { reply(self.handle(), argument, out) })
    }

    /// The same push, whose answers are sealed with the call's time and random bytes.
    fn sealing_with(&self, call: &Call) -> Result<Received<'_>, Failure> {
        let functions = self.functions();
        // SAFETY: a living handle, 16 random bytes and a place for the other handle.
        let incoming = self.c.made(functions.wxseal_incoming_free, |out| unsafe {
            (functions.wxseal_incoming_sealing_with)(self.handle(), call.now, call.random.as_ptr(), out)
        })?;
        Ok(Received { c: self.c, incoming })
    }

    fn answer_as_an_account(&self, call: &Call) -> Result<Response, Failure> {
        let functions = self.functions();
        match &*call.name {
            "success" => self.plainly(functions.wxseal_incoming_success),
            "empty" => self.plainly(functions.wxseal_incoming_empty),
            "reply_text" => self.reply_one(functions.wxseal_incoming_reply_text, text(call.text("content"))),
            "reply_image" => self.reply_one(functions.wxseal_incoming_reply_image, text(call.text("media_id"))),
            "reply_voice" => self.reply_one(functions.wxseal_incoming_reply_voice, text(call.text("media_id"))),
            "reply_video" => {
                let [media_id, title, description] =
                    ["media_id", "title", "description"].map(|name| text(call.text(name)));
                // SAFETY: a living handle, texts that live as long as `call`, and a place for the response.
                self.c.answered(|out| unsafe {
                    (functions.wxseal_incoming_reply_video)(self.handle(), media_id, title, description, out)
                })
            }
            "reply_music" => {
                let music = wxseal_music {
                    thumb_media_id: text(call.text("thumb_media_id")),
                    title: optional(call.optional("title")),
                    description: optional(call.optional("description")),
                    music_url: optional(call.optional("music_url")),
                    hq_music_url: optional(call.optional("hq_music_url")),
                };
                // SAFETY: a living handle, texts that live as long as `call`, and a place for the response.
                self.c.answered(|out| unsafe {
                    (functions.wxseal_incoming_reply_music)(self.handle(), &raw const music, out)
                })
            }
            "reply_news" => {
                let article = |texts: [&str; 4]| {
                    let [title, description, pic_url, url] = texts.map(text);
                    wxseal_article { title, description, pic_url, url }
                };
                let articles: Vec<_> = call.articles().into_iter().map(article).collect();
                // SAFETY: a living handle, that many articles, whose texts live as long as `call`, and a place for the
                // response.
                self.c.answered(|out| unsafe {
                    (functions.wxseal_incoming_reply_news)(self.handle(), articles.as_ptr(), articles.len(), out)
                })
            }
            "transfer_customer_service" => {
                let account = optional(call.optional("kf_account"));
                self.reply_one(functions.wxseal_incoming_transfer_customer_service, account)
            }
            "reply_widget" => {
                let [data, err_msg] = ["data", "err_msg"].map(|name| text(call.text(name)));
                let (lifespan, err_code) = (call.number("lifespan"), call.number("err_code"));
                // SAFETY: a living handle, texts that live as long as `call`, and a place for the response.
                self.c.answered(|out| unsafe {
                    (functions.wxseal_incoming_reply_widget)(self.handle(), lifespan, data, err_code, err_msg, out)
                })
            }
            "reply_raw" => {
                let message = call.text("message").as_bytes();
                // SAFETY: a living handle, a message of the length that is told, and a place for the response.
                self.c.answered(|out| unsafe {
                    let reply = functions.wxseal_incoming_reply_raw;
                    reply(self.handle(), message.as_ptr().cast(), message.len(), out)
                })
            }
            _ => self.answer_as_a_robot(call),
        }
    }

    fn answer_as_a_robot(&self, call: &Call) -> Result<Response, Failure> {
        let functions = self.functions();
        match &*call.name {
            "reply_welcome" => self.reply_one(functions.wxseal_incoming_reply_welcome, text(call.text("content"))),
            "reply_template_card" => {
                self.reply_one(functions.wxseal_incoming_reply_template_card, text(call.text("card")))
            }
            "reply_stream" | "reply_stream_with_template_card" => {
                let stream = wxseal_stream_answer {
                    id: text(call.text("id")),
                    content: text(call.text("content")),
                    finish: call.is_true("finish").into(),
                    msg_item: optional(call.optional("msg_item")),
                    feedback_id: optional(call.optional("feedback_id")),
                };
                let (stream, card) = (&raw const stream, optional(call.optional("card")));
                // SAFETY: a living handle, a stream whose texts live as long as `call`, and a place for the response.
                self.c.answered(|out| unsafe {
                    if call.name == "reply_stream" {
                        (functions.wxseal_incoming_reply_stream)(self.handle(), stream, out)
                    } else {
                        (functions.wxseal_incoming_reply_stream_with_template_card)(self.handle(), stream, card, out)
                    }
                })
            }
            "update_template_card" => {
                let (card, userids) = (text(call.text("card")), call.texts("userids"));
                let texts: Vec<_> = userids.iter().flatten().map(|userid| text(*userid)).collect();
                let users = userids.map_or(ptr::null(), |_| texts.as_ptr());
                // SAFETY: a living handle, as many texts as are told, which live as long as `call`, and a place for the
                // response.
                self.c.answered(|out| unsafe {
                    let update = functions.wxseal_incoming_update_template_card;
                    update(self.handle(), card, users, texts.len(), out)
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
        // SAFETY: a living handle and a place for what is lent.
        let bytes =
            self.c.lent(|out| unsafe { (self.functions().wxseal_incoming_message_bytes)(self.handle(), out) })?;
        bytes.ok_or_else(|| of_the_test("NULL is lent"))
    }

    fn message_json(&self) -> Result<String, Failure> {
        self.lent(self.functions().wxseal_incoming_message_json)
    }

    fn text(&self, name: &str) -> Result<Option<String>, Failure> {
        self.found(self.functions().wxseal_incoming_text, name)
    }

    fn integer(&self, name: &str) -> Option<i64> {
        // SAFETY: a living handle and a text that lives during the call.
        let [found, again] = [0, 1].map(|otherwise| unsafe {
            (self.functions().wxseal_incoming_integer)(self.handle(), text(name), otherwise)
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
        self.perhaps_lent(lend)
    }

    fn create_time(&self) -> Option<i64> {
        // SAFETY: a living handle.
        let seconds = unsafe { (self.functions().wxseal_incoming_create_time)(self.handle()) };
        (seconds != 0).then_some(seconds)
    }

    fn dedup_key(&self) -> Result<String, Failure> {
        self.lent(self.functions().wxseal_incoming_dedup_key)
    }

    fn replay_key(&self) -> Result<String, Failure> {
        self.lent(self.functions().wxseal_incoming_replay_key)
    }

    fn widget_query_json(&self) -> Result<String, Failure> {
        self.lent(self.functions().wxseal_incoming_widget_query_json)
    }

    fn widget_slot(&self, key: &str) -> Result<Option<String>, Failure> {
        self.found(self.functions().wxseal_incoming_widget_slot, key)
    }

    fn answer(&self, call: &Call) -> Result<Response, Failure> {
        self.sealing_with(call)?.answer_as_an_account(call)
    }
}
