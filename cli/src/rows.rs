//! Rows that more than one command shows.

use std::io::{self, Write};
use std::time::Duration;

use crate::checks::Checks;
use crate::client::Answer;
use crate::lang::{Lang, say};
use crate::screen::{Screen, grouped};

/// A screen and the language that it speaks.
pub(crate) struct Show<'a, W> {
    pub(crate) screen: &'a mut Screen<W>,
    pub(crate) lang: Lang,
}

impl<'a, W: Write> Show<'a, W> {
    pub(crate) fn new(screen: &'a mut Screen<W>, lang: Lang) -> Self {
        Show { screen, lang }
    }

    /// Status, content type and size; a short body is shown.
    pub(crate) fn answer(&mut self, answer: &Answer) -> io::Result<()> {
        const SHORT: usize = 40;
        let lang = self.lang;
        let kind = answer.content_type.as_deref().map_or_else(String::new, |kind| format!(" {kind}"));
        let size = grouped(answer.body.len());
        let mut text = match answer.body.len() {
            0 => format!("{}{kind}{}", answer.status, lang.pick(", no body", "，无内容")),
            _ => format!("{}{kind}{}", answer.status, say!(lang, ", {size} bytes", "，{size} 字节")),
        };
        if (1..=SHORT).contains(&answer.body.len()) {
            text += lang.pick(": ", "：");
            text += &String::from_utf8_lossy(&answer.body);
        }
        self.screen.text(lang.pick("answered", "应答"), &text)
    }

    pub(crate) fn checks(&mut self, checks: &Checks) -> io::Result<()> {
        self.screen.checks(checks, self.lang)
    }

    /// How long it took, of how many milliseconds.
    pub(crate) fn round_trip(&mut self, time: Duration, allotted: Option<u128>) -> io::Result<()> {
        let time = time.as_secs_f64() * 1e3;
        let of = allotted.map_or_else(String::new, |ms| say!(self.lang, " of the {ms} ms allotted", "，限 {ms} ms"));
        self.screen.text(self.lang.pick("round trip", "往返"), &format!("{time:.2} ms{of}"))
    }
}
