//! English and Chinese. A sentence stands in both where it is said; what the core says is translated here.

mod advice;

use clap::ValueEnum;
use wxseal_core::{Error, Finding, Setting};

/// The language of everything that is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Lang {
    En,
    Zh,
}

/// A formatted sentence in the language of the first argument: `say!(lang, "{n} bytes", "{n} 字节")`.
macro_rules! say {
    ($lang:expr, $english:literal, $chinese:literal $(,)?) => {
        match $lang {
            $crate::lang::Lang::En => format!($english),
            $crate::lang::Lang::Zh => format!($chinese),
        }
    };
}
pub(crate) use say;

impl Lang {
    /// The locale's, as POSIX finds it: the first of `LC_ALL`, `LC_MESSAGES` and `LANG` that is not empty.
    pub(crate) fn of_locale(variable: impl Fn(&str) -> Option<String>) -> Self {
        let locale = ["LC_ALL", "LC_MESSAGES", "LANG"]
            .into_iter()
            .find_map(|name| variable(name).filter(|value| !value.is_empty()))
            .unwrap_or_default();
        if locale.to_ascii_lowercase().starts_with("zh") { Lang::Zh } else { Lang::En }
    }

    /// One of two.
    pub(crate) fn pick<T>(self, english: T, chinese: T) -> T {
        match self {
            Lang::En => english,
            Lang::Zh => chinese,
        }
    }

    /// An error of the core's as its `Display` has it: text, integers, and the official number in brackets.
    pub(crate) fn error(self, error: Error) -> String {
        if self == Lang::En {
            return error.to_string();
        }
        let integers = match error {
            Error::InvalidKey { position } => format!("；请看第 {} 个字符", position.saturating_add(1)),
            Error::StaleTimestamp { timestamp, now } => format!("；timestamp {timestamp}，服务器时间 {now}"),
            _ => String::new(),
        };
        format!("{}{integers} ({})", self.error_text(error), error.code())
    }

    /// [`Error::text`].
    pub(crate) fn error_text(self, error: Error) -> &'static str {
        match self {
            Lang::En => error.text(),
            Lang::Zh => error_in_chinese(error).unwrap_or_else(|| error.text()),
        }
    }
}

fn error_in_chinese(error: Error) -> Option<&'static str> {
    Some(match error {
        Error::SignatureMismatch => {
            "签名不一致：请核对 Token；加密消息要用 msg_signature 而不是 signature；timestamp、nonce 和包体须与收到时一致"
        }
        Error::MalformedQuery => {
            "URL 参数缺失、重复或格式不对：timestamp 为 1 至 13 位数字，nonce 为 1 至 63 个 A-Z a-z 0-9 _ -，\
             各出现一次，且只做一次百分号解码"
        }
        Error::UnknownMethod => "请求方法既不是 GET 也不是 POST：平台不会发别的方法",
        Error::StaleTimestamp { .. } => "timestamp 与服务器时间相差太大：请检查服务器时钟和允许的误差",
        Error::MalformedEnvelope => {
            "包体不是加密消息：应为最外层恰有一个 Encrypt 的 XML 或 JSON；请确认包体原样传入，且后台没有选明文模式"
        }
        Error::MalformedMessage => "解密后的消息无法读取，或只有服务器才会发这种消息：请确认不是把回复当请求发了回来",
        Error::InvalidKey { .. } => "EncodingAESKey 不是 43 个 A-Z a-z 0-9 + /：请从后台复制，不要带 = 和空白",
        Error::InvalidConfig { setting } => return setting_in_chinese(setting),
        Error::ReceiveIdMismatch => {
            "消息的接收方不是本应用：小程序和公众号填 AppID，开放平台填第三方平台的 AppID，企业微信填 corpid 或 suiteid"
        }
        Error::DecryptFailed => "密文解不开（长度或填充不对）：请确认 EncodingAESKey 与后台一致",
        Error::MalformedFrame => "解密后的长度字段对不上：请确认 EncodingAESKey 与后台一致",
        Error::InvalidBase64 => "密文不是标准 base64：请确认包体与收到时一致，且 + 没有变成空格",
        Error::UnwritableReply => {
            "回复无法生成：timestamp 为 1 至 13 位数字且不以 0 开头，nonce 为 1 至 63 个 A-Z a-z 0-9 _ -，消息小于 4 GiB；\
             或存储的回复读不出来：不是本库写的、不完整，或来自更新的版本"
        }
        _ => return None,
    })
}

fn setting_in_chinese(setting: Setting) -> Option<&'static str> {
    Some(match setting {
        Setting::Token => "Token 为空，或含有空白、控制字符：环境变量设了吗？读取的那一行末尾是否多了空格？",
        Setting::ReceiveId => "接收方 ID 含有空白或控制字符：请看读取的那一行末尾",
        Setting::Account => "账号不是有效文本：应为 gh_… 形式的原始 ID",
        Setting::Format => "数据格式无法识别：应为 xml 或 json",
        Setting::Dialect => "dialect 无法识别：应为 wechat 或 wecom",
        Setting::Tolerance => "允许的时间误差不是非负整数（秒）",
        Setting::MaxBody => "max_body 不是非负整数（字节）",
        Setting::Random => "random 不是 16 字节",
        Setting::Now => "now 不是自 1970 年起的整数秒",
        Setting::ClaimFor => "claim_for 不是非负整数（秒）",
        Setting::KeepFor => "keep_for 不是非负整数（秒）",
        Setting::MaxEntries => "max_entries 不是正整数",
        Setting::MaxBytes => "max_bytes 不是正整数（字节）",
        Setting::Path => "接口路径须以 / 开头，只含 A-Z a-z 0-9 . _ - 和 /，不带查询串、主机名和 ..",
        Setting::Argument => "参数不对：文本须为不含 NUL 的 UTF-8，数字须为范围内的整数",
        _ => return None,
    })
}

/// A finding's cause, and what to change.
pub(crate) struct Advice {
    pub(crate) cause: &'static str,
    pub(crate) change: &'static str,
}

impl Lang {
    /// What a finding means, and what to do about it.
    pub(crate) fn finding(self, finding: Finding) -> Advice {
        let known = advice::of(finding, self);
        known.unwrap_or(Advice { cause: finding.text(), change: "" })
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn is_chinese(text: &str) -> bool {
        text.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c))
    }

    #[test]
    fn every_error_is_translated() {
        let mut texts = BTreeSet::new();
        for error in Error::ALL {
            let text = error_in_chinese(error).unwrap();
            assert!(is_chinese(text) && texts.insert(text), "{}", error.name());
            assert_eq!(Lang::En.error(error), error.to_string());
            assert!(Lang::Zh.error(error).ends_with(&format!(" ({})", error.code())));
        }
        assert!(Lang::Zh.error(Error::StaleTimestamp { timestamp: 7, now: 9 }).contains("timestamp 7，服务器时间 9"));
        assert!(Lang::Zh.error(Error::InvalidKey { position: 4 }).contains("第 5 个字符"));
    }

    #[test]
    fn every_setting_is_translated() {
        let mut texts = BTreeSet::new();
        for setting in Setting::ALL {
            let text = Lang::Zh.error_text(Error::InvalidConfig { setting });
            assert!(is_chinese(text) && texts.insert(text), "{}", setting.name());
        }
    }

    #[test]
    fn every_finding_is_translated() {
        let mut texts = BTreeSet::new();
        for finding in Finding::ALL {
            let [english, chinese] = [Lang::En, Lang::Zh].map(|lang| advice::of(finding, lang).unwrap());
            let name = finding.name();
            for text in [english.cause, english.change] {
                assert!(!is_chinese(&text.replace("安全模式", "")) && text.ends_with(['.', ')']), "{name}: {text}");
            }
            for text in [chinese.cause, chinese.change] {
                assert!(is_chinese(text) && text.ends_with('。'), "{name}: {text}");
            }
            assert!(texts.insert(english.cause) && texts.insert(chinese.cause), "{name}");
        }
    }

    #[test]
    fn the_locale_says_the_language() {
        let of = |variables: &[(&str, &str)]| {
            Lang::of_locale(|name| {
                variables.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned())
            })
        };
        assert_eq!(of(&[]), Lang::En);
        assert_eq!(of(&[("LANG", "zh_CN.UTF-8")]), Lang::Zh);
        assert_eq!(of(&[("LC_ALL", "C"), ("LANG", "zh_CN.UTF-8")]), Lang::En);
        assert_eq!(of(&[("LC_ALL", ""), ("LC_MESSAGES", "zh_TW"), ("LANG", "en_US.UTF-8")]), Lang::Zh);
    }
}
