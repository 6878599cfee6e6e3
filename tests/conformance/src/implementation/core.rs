//! The core itself, with the clock and the randomness that every binding adds to it.

use serde_json::Value;
use wxseal_core::{Article, Error, Format, Music, StreamAnswer, ValueKind, ValueRef, WidgetAnswer};

use super::{Endpoint, Implementation, Incoming, MsgCrypt, Response, Settings};
use crate::Failure;
use crate::scenarios::{Accepts, Call, Request};

/// The core.
pub struct Core;

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        let http_status = wxseal_core::Response::refusal(error).status();
        assert_eq!(http_status, error.http_status());
        Failure { name: error.name().to_owned(), code: error.code(), http_status }
    }
}

impl From<wxseal_core::Response> for Response {
    fn from(response: wxseal_core::Response) -> Self {
        Response {
            status: response.status(),
            content_type: response.content_type().to_owned(),
            headers: response.headers().map(|(name, value)| (name.to_owned(), value.to_owned())).collect(),
            body: response.into_body(),
        }
    }
}

impl Implementation for Core {
    fn verify_signature(&self, token: &str, signature: &str, timestamp: &str, nonce: &str) -> Result<(), Failure> {
        Ok(wxseal_core::verify_signature(token, signature, timestamp, nonce)?)
    }

    fn msg_crypt(&self, settings: Settings<'_>) -> Result<Box<dyn MsgCrypt + '_>, Failure> {
        Ok(Box::new(msg_crypt(settings)?))
    }

    fn endpoint(&self, accepts: &Accepts) -> Result<Box<dyn Endpoint + '_>, Failure> {
        let mut endpoint = None;
        for crypt in &accepts.crypts {
            let crypt = msg_crypt(Settings {
                token: &crypt.token,
                encoding_aes_key: &crypt.encoding_aes_key,
                receive_id: &crypt.receive_id,
                dialect: crypt.dialect.parse()?,
            })?;
            endpoint = Some(match endpoint.take() {
                None => wxseal_core::Endpoint::new(crypt),
                Some(first) => wxseal_core::Endpoint::also_accept(first, crypt),
            });
        }
        let mut endpoint = match endpoint {
            Some(endpoint) => endpoint,
            None => wxseal_core::Endpoint::plain(accepts.plain.as_deref().unwrap_or_default())?,
        };
        endpoint = endpoint.tolerance(accepts.tolerance);
        if let Some(account) = &accepts.account {
            endpoint = endpoint.account(account)?;
        }
        if let Some(bytes) = accepts.max_body {
            endpoint = endpoint.max_body(bytes);
        }
        Ok(Box::new(endpoint))
    }

    fn decrypt_open_data(
        &self,
        session_key: &str,
        encrypted_data: &str,
        iv: &str,
        app_id: &str,
    ) -> Result<Vec<u8>, Failure> {
        Ok(wxseal_core::decrypt_open_data(session_key, encrypted_data, iv, app_id)?)
    }

    fn verify_raw_data(&self, session_key: &str, raw_data: &str, signature: &str) -> Result<(), Failure> {
        Ok(wxseal_core::verify_raw_data(session_key, raw_data, signature)?)
    }
}

fn msg_crypt(settings: Settings<'_>) -> Result<wxseal_core::MsgCrypt, Error> {
    let Settings { token, encoding_aes_key, receive_id, dialect } = settings;
    Ok(wxseal_core::MsgCrypt::new(token, encoding_aes_key, receive_id)?.dialect(dialect))
}

impl MsgCrypt for wxseal_core::MsgCrypt {
    fn verify_url(&self, msg_signature: &str, timestamp: &str, nonce: &str, echostr: &str) -> Result<Vec<u8>, Failure> {
        Ok(self.verify_url(msg_signature, timestamp, nonce, echostr)?)
    }

    fn decrypt(&self, msg_signature: &str, timestamp: &str, nonce: &str, body: &[u8]) -> Result<Vec<u8>, Failure> {
        Ok(self.decrypt(msg_signature, timestamp, nonce, body)?)
    }

    fn encrypt(
        &self,
        message: &[u8],
        timestamp: Option<&str>,
        nonce: Option<&str>,
        random: Option<&[u8; 16]>,
        format: Format,
    ) -> Result<String, Failure> {
        let [timestamp, nonce] = [timestamp, nonce].map(|text| text.map(str::as_bytes));
        Ok(wxseal_os::encrypt(self, message, timestamp, nonce, format, random)?)
    }
}

impl Endpoint for wxseal_core::Endpoint {
    fn receive(&self, request: &Request, now: u64) -> Result<Box<dyn Incoming + '_>, Failure> {
        Ok(Box::new(self.receive(&request.method, &request.query, &request.body, now)?))
    }

    fn diagnose(&self, request: &Request, now: u64) -> Result<String, Failure> {
        Ok(wxseal_core::Finding::to_json(&self.diagnose(&request.method, &request.query, &request.body, now)))
    }
}

/// The push of an `Incoming`, where a scenario knows that it is one.
fn push(incoming: &wxseal_core::Incoming) -> Result<&wxseal_core::Push, Failure> {
    match incoming {
        wxseal_core::Incoming::Push(push) => Ok(push),
        wxseal_core::Incoming::UrlCheck(_) => Err(super::of_the_test("it is a URL check")),
    }
}

impl Incoming for wxseal_core::Incoming {
    fn kind(&self) -> &'static str {
        match self {
            wxseal_core::Incoming::UrlCheck(_) => "url_check",
            wxseal_core::Incoming::Push(_) => "push",
        }
    }

    fn response(&self) -> Result<Response, Failure> {
        match self {
            wxseal_core::Incoming::UrlCheck(response) => Ok(response.clone().into()),
            wxseal_core::Incoming::Push(_) => Err(super::of_the_test("it is a push")),
        }
    }

    fn format(&self) -> &'static str {
        match push(self).map(wxseal_core::Push::format) {
            Ok(Format::Xml) => "xml",
            Ok(Format::Json) => "json",
            Err(_) => "",
        }
    }

    fn message_bytes(&self) -> Result<Vec<u8>, Failure> {
        Ok(push(self)?.message_bytes().to_vec())
    }

    fn message_json(&self) -> Result<String, Failure> {
        Ok(push(self)?.message()?.to_json())
    }

    fn text(&self, name: &str) -> Result<Option<String>, Failure> {
        Ok(push(self)?.message()?.text(name).map(str::to_owned))
    }

    fn integer(&self, name: &str) -> Option<i64> {
        push(self).ok()?.message().ok()?.integer(name)
    }

    fn value(&self, name: &str) -> Result<Value, Failure> {
        Ok(push(self)?.message()?.get(name).map_or(Value::Null, value))
    }

    fn accessor(&self, name: &str) -> Result<Option<String>, Failure> {
        let message = push(self)?.message()?;
        let found = match name {
            "to_user_name" => message.to_user_name(),
            "from_user_name" => message.from_user_name(),
            "msg_type" => message.msg_type(),
            "event" => message.event(),
            "msg_id" => message.msg_id(),
            "info_type" => message.info_type(),
            _ => return Err(super::of_the_test("nothing here is this accessor")),
        };
        Ok(found.map(str::to_owned))
    }

    fn create_time(&self) -> Option<i64> {
        push(self).ok()?.message().ok()?.create_time()
    }

    fn dedup_key(&self) -> Result<String, Failure> {
        Ok(push(self)?.dedup_key()?.to_owned())
    }

    fn replay_key(&self) -> Result<String, Failure> {
        Ok(push(self)?.replay_key().to_owned())
    }

    fn widget_query_json(&self) -> Result<String, Failure> {
        Ok(push(self)?.widget_query()?.to_json())
    }

    fn widget_slot(&self, key: &str) -> Result<Option<String>, Failure> {
        Ok(push(self)?.widget_query()?.slot(key).map(str::to_owned))
    }

    fn answer(&self, call: &Call) -> Result<Response, Failure> {
        let push = push(self)?;
        let answer = match &*call.name {
            "success" => return Ok(push.success().into()),
            "empty" => return Ok(push.empty().into()),
            "reply_text" => push.reply_text(call.text("content"))?,
            "reply_image" => push.reply_image(call.text("media_id"))?,
            "reply_voice" => push.reply_voice(call.text("media_id"))?,
            "reply_video" => {
                let (title, description) = (call.text("title"), call.text("description"));
                push.reply_video(call.text("media_id"), title, description)?
            }
            "reply_music" => {
                let music = Music {
                    thumb_media_id: call.text("thumb_media_id"),
                    title: call.optional("title"),
                    description: call.optional("description"),
                    music_url: call.optional("music_url"),
                    hq_music_url: call.optional("hq_music_url"),
                };
                push.reply_music(&music)?
            }
            "reply_news" => {
                let articles = call.articles();
                let article = |[title, description, pic_url, url]: [_; 4]| Article { title, description, pic_url, url };
                push.reply_news(&articles.into_iter().map(article).collect::<Vec<_>>())?
            }
            "transfer_customer_service" => push.transfer_customer_service(call.optional("kf_account"))?,
            "reply_widget" => {
                let answer = WidgetAnswer {
                    lifespan: call.number("lifespan"),
                    data: call.text("data"),
                    err_code: call.number("err_code"),
                    err_msg: call.text("err_msg"),
                };
                push.reply_widget(&answer)?
            }
            "reply_welcome" => push.reply_welcome(call.text("content"))?,
            "reply_stream" => push.reply_stream(&stream(call))?,
            "reply_template_card" => push.reply_template_card(call.text("card"))?,
            "reply_stream_with_template_card" => {
                push.reply_stream_with_template_card(&stream(call), call.optional("card"))?
            }
            "update_template_card" => push.update_template_card(call.text("card"), call.texts("userids").as_deref())?,
            "reply_raw" => push.reply_raw(call.text("message").as_bytes()),
            _ => return Err(super::of_the_test("nothing here makes this call")),
        };
        Ok(answer.seal(call.now, &call.random)?.into())
    }
}

fn stream(call: &Call) -> StreamAnswer<'_> {
    StreamAnswer {
        id: call.text("id"),
        content: call.text("content"),
        finish: call.is_true("finish"),
        msg_item: call.optional("msg_item"),
        feedback_id: call.optional("feedback_id"),
    }
}

fn value(found: ValueRef<'_>) -> Value {
    match found.kind() {
        ValueKind::Null => Value::Null,
        ValueKind::Bool => found.as_bool().into(),
        ValueKind::Integer => found.as_integer().into(),
        ValueKind::Text => found.as_text().into(),
        ValueKind::Array => found.items().map(value).collect(),
        ValueKind::Object => found.members().map(|(name, member)| (name.to_owned(), value(member))).collect(),
    }
}
