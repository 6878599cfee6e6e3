//! English and Chinese. A sentence stands in both where it is said; what the core says, it says in both.

use clap::ValueEnum;
use wxseal_core::{Error, Finding};

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

/// A sentence in both languages, made where its facts are known and shown in the one that was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Words {
    pub(crate) en: String,
    pub(crate) zh: String,
}

/// Formats a sentence in both languages: `words!("{n} bytes", "{n} 字节")`.
macro_rules! words {
    ($en:literal, $zh:literal) => {
        $crate::lang::Words { en: format!($en), zh: format!($zh) }
    };
}
pub(crate) use words;

impl Words {
    /// What is the same in both: a name, a number, what a peer said.
    pub(crate) fn same(text: impl Into<String>) -> Self {
        let text = text.into();
        Words { en: text.clone(), zh: text }
    }

    /// In one of the two.
    pub(crate) fn of(&self, lang: Lang) -> &str {
        lang.pick(&self.en, &self.zh)
    }
}

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
            Lang::Zh => error.text_zh(),
        }
    }
}

/// A finding's cause, and what to change.
pub(crate) struct Advice {
    pub(crate) cause: &'static str,
    pub(crate) change: &'static str,
}

impl Lang {
    /// What a finding means, and what to do about it.
    pub(crate) fn finding(self, finding: Finding) -> Advice {
        let (cause, change) = self.pick((finding.cause(), finding.change()), (finding.cause_zh(), finding.change_zh()));
        Advice { cause, change }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use wxseal_core::Setting;

    use super::*;

    fn is_chinese(text: &str) -> bool {
        text.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c))
    }

    #[test]
    fn every_error_is_translated() {
        let mut texts = BTreeSet::new();
        for error in Error::ALL {
            let text = error.text_zh();
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
            let [english, chinese] = [Lang::En, Lang::Zh].map(|lang| lang.finding(finding));
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
