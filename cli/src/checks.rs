//! The rules that an answer is held to.

use serde_json::{Value, json};

use crate::lang::{Lang, Words};

/// A rule by its name, which is the same for scripts in every language and shown in the reader's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Rule {
    pub(crate) id: &'static str,
    en: &'static str,
    zh: &'static str,
}

impl Rule {
    pub(crate) fn name(self, lang: Lang) -> &'static str {
        lang.pick(self.en, self.zh)
    }
}

/// Every rule there is; a new one is a line here.
macro_rules! rules {
    ($($name:ident $id:literal $en:literal $zh:literal;)*) => {
        $(pub(crate) const $name: Rule = Rule { id: $id, en: $en, zh: $zh };)*
        #[cfg(test)]
        const ALL: &[Rule] = &[$($name),*];
    };
}

rules! {
    ADDRESS "address" "address" "域名解析";
    CONNECTION "connection" "connection" "连接";
    TLS "tls" "TLS" "TLS";
    ANSWERED "answered" "answered" "有应答";
    WHOLE "whole" "whole" "应答完整";
    TIME "time" "time" "时限";
    PORT "port" "port" "端口";
    SCHEME "scheme" "http" "http";
    REDIRECT "redirect" "no redirect" "无跳转";
    STATUS "status" "status" "状态码";
    CONTENT_TYPE "content_type" "Content-Type" "Content-Type";
    ECHO "echo" "echostr byte for byte" "echostr 逐字节一致";
    BOM "bom" "no BOM" "无 BOM";
    QUOTES "quotes" "no quotes" "无引号";
    WHITE_SPACE "white_space" "no white space" "无多余空白";
    HTML "html" "no HTML" "非 HTML";
    EMPTY "empty" "not empty" "非空";
    SILENT "silent" "no plaintext" "不泄露明文";
    ACCEPTED "accepted" "accepted" "已接受";
    REFUSED "refused" "refused" "已拒绝";
    DECRYPTED "decrypted" "decrypted as sent" "解密结果一致";
    DOCUMENTED "documented" "reply as documented" "回复与文档一致";
    FORMAT "format" "format" "格式";
    ENVELOPE "envelope" "envelope" "加密外层";
    TIME_STAMP "time_stamp" "TimeStamp" "TimeStamp";
    NONCE "nonce" "Nonce" "Nonce";
    MSG_SIGNATURE "msg_signature" "MsgSignature" "MsgSignature";
    BASE64 "base64" "base64" "base64";
    DECRYPTS "decrypts" "decrypts" "可解密";
    PADDING "padding" "padding" "填充";
    LENGTH "length" "length" "长度";
    RECEIVE_ID "receive_id" "receive id" "接收方 id";
    UTF_8 "utf_8" "UTF-8" "UTF-8";
    XML "xml" "XML" "XML";
    JSON "json" "JSON" "JSON";
    TO_FROM "to_from" "To/From swapped" "To/From 已互换";
    MSG_TYPE "msg_type" "MsgType" "MsgType";
    CREATE_TIME "create_time" "CreateTime" "CreateTime";
    CONTENT "content" "Content" "Content";
    LIFESPAN "lifespan" "lifespan" "lifespan";
    QUERY "query" "query byte for byte" "query 逐字节一致";
    SCENE "scene" "scene" "scene";
    DATA "data" "data" "data";
    ERR_CODE "err_code" "err_code" "err_code";
    ERR_MSG "err_msg" "err_msg" "err_msg";
    SUCCESS "success" "success" "success";
    NEW_DATA "new_data" "new data" "新数据";
}

/// How an answer does by one rule.
#[derive(Clone, Debug)]
pub(crate) struct Check {
    pub(crate) rule: Rule,
    pub(crate) outcome: Outcome,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    Right,
    /// The platform takes it, and it is better otherwise.
    Warned(Words),
    Wrong(Words),
}

impl Outcome {
    /// What was wrong, or could be better.
    pub(crate) fn said(&self) -> Option<&Words> {
        match self {
            Outcome::Right => None,
            Outcome::Warned(said) | Outcome::Wrong(said) => Some(said),
        }
    }
}

/// The rules that an answer was held to, in the order of the checks. A rule without which the next ones mean nothing
/// ends the list.
#[derive(Clone, Debug, Default)]
pub(crate) struct Checks(Vec<Check>);

impl Checks {
    pub(crate) fn iter(&self) -> impl Iterator<Item = &Check> {
        self.0.iter()
    }

    pub(crate) fn hold(&mut self, rule: Rule, held: bool, otherwise: impl FnOnce() -> Words) -> bool {
        self.found(rule, if held { Ok(()) } else { Err(otherwise()) }).is_some()
    }

    pub(crate) fn right(&mut self, rule: Rule) {
        self.0.push(Check { rule, outcome: Outcome::Right });
    }

    pub(crate) fn fail(&mut self, rule: Rule, said: Words) {
        self.0.push(Check { rule, outcome: Outcome::Wrong(said) });
    }

    pub(crate) fn warn(&mut self, rule: Rule, said: Words) {
        self.0.push(Check { rule, outcome: Outcome::Warned(said) });
    }

    pub(crate) fn found<T>(&mut self, rule: Rule, result: Result<T, Words>) -> Option<T> {
        match result {
            Ok(value) => {
                self.right(rule);
                Some(value)
            }
            Err(said) => {
                self.fail(rule, said);
                None
            }
        }
    }

    /// How many rules were broken.
    pub(crate) fn failed(&self) -> usize {
        self.iter().filter(|check| matches!(check.outcome, Outcome::Wrong(_))).count()
    }

    /// Whether no rule was broken.
    pub(crate) fn passed(&self) -> bool {
        self.failed() == 0
    }

    pub(crate) fn to_json(&self, lang: Lang) -> Value {
        let check = |check: &Check| {
            let outcome = match check.outcome {
                Outcome::Right => "right",
                Outcome::Warned(_) => "warned",
                Outcome::Wrong(_) => "wrong",
            };
            let said = check.outcome.said().map(|said| said.of(lang));
            json!({"rule": check.rule.id, "outcome": outcome, "said": said})
        };
        self.iter().map(check).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rule_has_one_id_and_both_names() {
        for (index, rule) in ALL.iter().enumerate() {
            assert!(!rule.en.is_empty() && !rule.zh.is_empty());
            assert!(ALL.iter().skip(index + 1).all(|other| other.id != rule.id), "{}", rule.id);
        }
    }
}
