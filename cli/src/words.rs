//! A sentence in both languages, made where its facts are known and shown in the one that was asked for.

use crate::lang::Lang;

/// The same in English and in Chinese.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Words {
    pub(crate) en: String,
    pub(crate) zh: String,
}

/// Formats a sentence in both languages: `words!("{n} bytes", "{n} 字节")`.
macro_rules! words {
    ($en:literal, $zh:literal) => {
        $crate::words::Words { en: format!($en), zh: format!($zh) }
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
