//! Requests that a server must refuse.

use std::io::Write;

use wxseal_core::Format;

use super::{Demo, searched};
use crate::checks::{self, Checks};
use crate::echo::check_refusal;
use crate::failure::Failure;
use crate::lang::words;
use crate::platform::{Platform, Push};
use crate::server::Refusal;

impl<W: Write> Demo<'_, W> {
    pub(super) async fn push_what_must_be_refused(&mut self, platform: &Platform) -> Result<(), Failure> {
        self.step(5, "What must be refused", "必须拒绝的请求")?;
        let lang = self.context.lang;
        let right = platform.push(searched::XML, Format::Xml)?;

        let forged = Push { body: forge(&right.body).ok_or("the push has no Encrypt")?, ..right };
        let what = lang.pick("one character of Encrypt changed", "Encrypt 改了一个字符");
        self.refused(what, &forged, 403).await?;
        self.context.screen.gap()?;
        let plain = Push { body: searched::XML.to_owned(), ..forged };
        self.refused(lang.pick("not encrypted, though the URL is right", "URL 正确，但没有加密"), &plain, 400).await
    }

    async fn refused(&mut self, what: &str, push: &Push, status: u16) -> Result<(), Failure> {
        let (answer, report) = self.push_saying("/stock", push, "text/xml", what).await?;
        let mut checks = Checks::default();
        match &report.outcome {
            Err(refusal) => {
                let label = self.context.lang.pick("refused", "拒绝");
                let shown = match refusal {
                    Refusal::Protocol(error) => format!("{} ({})", error.name(), error.code()),
                    Refusal::Http(status) => status.to_string(),
                };
                self.context.screen.text(label, &shown)?;
            }
            Ok(_) => {
                checks.fail(checks::REFUSED, words!("the server took the message", "服务器接受了这条消息"));
            }
        }
        self.answered(&answer, "")?;
        check_refusal(&answer, status, &mut checks);
        self.conclude(&checks, report.timing, &answer, None)
    }
}

/// The body with one character in the middle of its `Encrypt` changed to another of base64.
fn forge(body: &str) -> Option<String> {
    let (head, rest) = body.split_once("<Encrypt><![CDATA[")?;
    let (encrypt, tail) = rest.split_once("]]>")?;
    let middle = encrypt.len() / 2;
    let (before, after) = (encrypt.get(..middle)?, encrypt.get(middle + 1..)?);
    let other = if encrypt.get(middle..=middle)? == "A" { "B" } else { "A" };
    Some(format!("{head}<Encrypt><![CDATA[{before}{other}{after}]]>{tail}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_forgery_differs_in_one_character() {
        for encrypt in ["AAAA", "BBBB"] {
            let body = format!("<xml><Encrypt><![CDATA[{encrypt}]]></Encrypt></xml>");
            let forged = forge(&body).unwrap();
            assert_eq!(forged.len(), body.len());
            assert_eq!(forged.bytes().zip(body.bytes()).filter(|(one, other)| one != other).count(), 1);
        }
        assert_eq!(forge("<xml/>"), None);
    }
}
