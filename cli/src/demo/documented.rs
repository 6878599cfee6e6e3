//! The examples of <https://developers.weixin.qq.com/miniprogram/dev/framework/server-ability/message-push.html>.

use std::io::Write;

use hyper::Method;
use hyper::body::Bytes;
use serde_json::Value;
use wxseal_core::Format;

use super::{Demo, accepted, text};
use crate::checks::{self, Checks};
use crate::client::Outgoing;
use crate::echo::check_url_answer;
use crate::failure::Failure;
use crate::lang::words;
use crate::platform::{Platform, Push};

const URL_VERIFY: &str = include_str!("../../data/url_verify.json");
const DECRYPT: &str = include_str!("../../data/decrypt.json");
const ENCRYPT_REPLY: &str = include_str!("../../data/encrypt_reply.json");

pub(super) struct Examples {
    url_check: Value,
    push: Value,
    reply: Value,
}

impl Examples {
    pub(super) fn read() -> Result<Self, Failure> {
        Ok(Examples {
            url_check: vector(URL_VERIFY, "mp_doc_url_verify")?,
            push: vector(DECRYPT, "mp_doc_safe_json_decrypt")?,
            reply: vector(ENCRYPT_REPLY, "mp_doc_safe_json_encrypt_reply")?,
        })
    }

    /// Token, EncodingAESKey and AppID.
    pub(super) fn settings(&self) -> Result<[&str; 3], Failure> {
        let of = |pointer| text(&self.push, pointer);
        Ok([of("/inputs/token")?, of("/inputs/encoding_aes_key")?, of("/inputs/receive_id")?])
    }
}

impl<W: Write> Demo<'_, W> {
    pub(super) async fn check_url(&mut self, examples: &Examples) -> Result<(), Failure> {
        self.step(1, "URL check of the official documentation", "接入验证")?;
        let vector = &examples.url_check;
        let echostr = text(vector, "/inputs/echostr")?;
        let target = format!(
            "/doc?signature={}&timestamp={}&nonce={}&echostr={echostr}",
            text(vector, "/inputs/signature")?,
            text(vector, "/inputs/timestamp")?,
            text(vector, "/inputs/nonce")?,
        );
        let outgoing = Outgoing { method: Method::GET, target, content_type: None, body: Bytes::new() };
        let (answer, report) = self.exchange(&outgoing, None).await?;

        let mut checks = Checks::default();
        if accepted(&report, &mut checks).is_some() {
            let lang = self.context.lang;
            let verified = lang.pick("signature verified", "signature 已验证");
            self.context.screen.text(lang.pick("understood", "解读"), verified)?;
        }
        self.answered(&answer, &format!(": {}", String::from_utf8_lossy(&answer.body)))?;
        check_url_answer(&answer, echostr, &mut checks);
        self.conclude(&checks, report.timing, &answer, None)
    }

    pub(super) async fn push_documented(&mut self, platform: &Platform, examples: &Examples) -> Result<(), Failure> {
        self.step(2, "Encrypted push of the official documentation, JSON", "安全模式推送")?;
        let vector = &examples.push;
        let nonce = text(vector, "/inputs/nonce")?;
        let push = Push {
            query: format!(
                "signature={}&timestamp={}&nonce={nonce}&openid={}&encrypt_type={}&msg_signature={}",
                text(vector, "/inputs/signature")?,
                text(vector, "/inputs/timestamp")?,
                text(vector, "/inputs/openid")?,
                text(vector, "/inputs/encrypt_type")?,
                text(vector, "/inputs/msg_signature")?,
            ),
            body: text(vector, "/inputs/body")?.to_owned(),
            format: Format::Json,
            nonce: nonce.to_owned(),
        };
        let (answer, report) = self.push("/doc", &push, "application/json").await?;

        let mut checks = Checks::default();
        self.understood(&report, text(vector, "/expected/plaintext")?, &mut checks, |push| {
            let debug_str = push.message().ok().and_then(|message| message.text("debug_str")).unwrap_or_default();
            format!("debug_str “{debug_str}”")
        })?;
        let encrypted = self.context.lang.pick(", encrypted JSON:", "，加密的 JSON：");
        self.answered(&answer, encrypted)?;
        if let Some(reply) = platform.open(&push, &answer, &mut checks) {
            self.context.screen.text("", &reply)?;
            checks.hold(checks::DOCUMENTED, reply == text(&examples.reply, "/inputs/plaintext")?, || {
                words!("the documentation answers otherwise", "与文档的回复不同")
            });
        }
        self.conclude(&checks, report.timing, &answer, None)
    }
}

fn vector(file: &str, id: &str) -> Result<Value, Failure> {
    let file: Value = serde_json::from_str(file)?;
    let vectors = file.get("vectors").and_then(Value::as_array);
    let vector =
        vectors.and_then(|vectors| vectors.iter().find(|vector| vector.get("id").is_some_and(|found| found == id)));
    Ok(vector.cloned().ok_or_else(|| format!("there is no vector {id}"))?)
}
