//! The body of an answer that must be one word and nothing else.

use crate::checks::{self, Checks, Rule};
use crate::client::Answer;
use crate::lang::{Words, words};
use crate::platform::check_status;

const BOM: &[u8] = b"\xef\xbb\xbf";

/// The answer to a URL check is the `echostr` and nothing else: no quotes, no BOM, no newline.
pub(crate) fn check_url_answer(answer: &Answer, echostr: &str, checks: &mut Checks) {
    if !check_ok(answer, checks) {
        return;
    }
    if let Some((rule, said)) = difference(&answer.body, echostr) {
        checks.fail(rule, said);
    } else {
        checks.right(checks::ECHO);
    }
    check_content_type(answer, &["text/plain"], checks);
}

/// A refusal has the right status, and says no more than that status says.
pub(crate) fn check_refusal(answer: &Answer, status: u16, checks: &mut Checks) {
    check_status(answer, status, checks);
    let phrase = hyper::StatusCode::from_u16(status).ok().and_then(|status| status.canonical_reason());
    let silent =
        answer.body.is_empty() || phrase.is_some_and(|phrase| answer.body.eq_ignore_ascii_case(phrase.as_bytes()));
    let length = answer.body.len();
    checks.hold(checks::SILENT, silent, || {
        words!("the refusal has a body of {length} bytes", "拒绝时还返回了 {length} 字节")
    });
}

/// The status is 200; a redirect is named as one, since the platform follows none.
pub(crate) fn check_ok(answer: &Answer, checks: &mut Checks) -> bool {
    if !(300..400).contains(&answer.status) {
        return check_status(answer, 200, checks);
    }
    let (status, to) = (answer.status, answer.location.as_deref().unwrap_or("?"));
    checks.fail(
        checks::REDIRECT,
        words!("{status} to {to}: the platform follows no redirect", "{status} 跳转到 {to}：平台不跟随跳转"),
    );
    false
}

/// Frameworks choose their own; nobody was seen to fail by it.
pub(crate) fn check_content_type(answer: &Answer, expected: &[&str], checks: &mut Checks) {
    let found = answer.content_type.as_deref().unwrap_or("none");
    let kind = found.split(';').next().unwrap_or_default().trim();
    if expected.iter().any(|expected| kind.eq_ignore_ascii_case(expected)) {
        checks.right(checks::CONTENT_TYPE);
    } else {
        let better = expected.join(" / ");
        checks.warn(checks::CONTENT_TYPE, words!("it is {found}; better is {better}", "它是 {found}，宜为 {better}"));
    }
}

/// How a body differs from the word that was expected, by the rule that it breaks.
pub(crate) fn difference(body: &[u8], expected: &str) -> Option<(Rule, Words)> {
    let wanted = expected.as_bytes();
    if body == wanted {
        return None;
    }
    let bytes = bytes(body, wanted);
    let Words { en, zh } = &bytes;
    let whole = body.trim_ascii();
    let mark = body.strip_prefix(BOM);
    Some(if body.is_empty() {
        (checks::EMPTY, words!("the body is empty", "应答为空"))
    } else if mark.is_some_and(|rest| rest.trim_ascii() == wanted) {
        (
            checks::BOM,
            words!(
                "a BOM stands before it; save the source files without one: {en}",
                "开头多了 BOM，源文件请存为无 BOM 的 UTF-8：{zh}"
            ),
        )
    } else if is_quoted(whole, wanted) {
        (
            checks::QUOTES,
            words!(
                "it is in quotes: answer with the text, not with JSON: {en}",
                "加了引号：请返回纯文本，不要返回 JSON：{zh}"
            ),
        )
    } else if whole == wanted {
        (checks::WHITE_SPACE, words!("white space stands around it: {en}", "前后多了空白：{zh}"))
    } else if is_html(body) {
        html(body, wanted, &bytes)
    } else {
        (checks::ECHO, bytes)
    })
}

/// Whether a body is a web page, or begins or ends as one.
pub(crate) fn is_html(body: &[u8]) -> bool {
    let text = String::from_utf8_lossy(body).to_ascii_lowercase();
    ["<!doctype html", "<html", "<body", "<div", "<script", "<style", "<br", "<b>", "<pre", "<table"]
        .iter()
        .any(|tag| text.contains(tag))
}

/// A page in place of the word, or the word with a page around it.
fn html(body: &[u8], wanted: &[u8], Words { en, zh }: &Words) -> (Rule, Words) {
    let around = body.windows(wanted.len().max(1)).any(|window| window == wanted);
    let said = if around {
        words!(
            "HTML stands beside it (a debug bar, a warning, a layout?): {en}",
            "旁边有 HTML（调试栏、警告或页面布局？）：{zh}"
        )
    } else {
        words!(
            "it is an HTML page, of a login, an error or the wrong route: {en}",
            "返回了 HTML 页面（登录页、错误页或路由不对）：{zh}"
        )
    };
    (checks::HTML, said)
}

fn is_quoted(body: &[u8], wanted: &[u8]) -> bool {
    let inside = |quote: &[u8]| body.strip_prefix(quote).and_then(|rest| rest.strip_suffix(quote));
    inside(b"\"").or_else(|| inside(b"'")).is_some_and(|inside| inside == wanted)
}

/// Where two bodies part, with the bytes there.
fn bytes(body: &[u8], wanted: &[u8]) -> Words {
    let at = body.iter().zip(wanted).take_while(|(one, other)| one == other).count();
    let (came, length) = (hex(body.get(at..).unwrap_or_default()), body.len());
    let (sent, expected) = (hex(wanted.get(at..).unwrap_or_default()), wanted.len());
    words!(
        "at offset {at} came {came}, expected {sent} ({length} bytes, expected {expected})",
        "第 {at} 字节起收到 {came}，应为 {sent}（共 {length} 字节，应为 {expected}）"
    )
}

/// The first bytes in hexadecimal and, where they are printable, as text.
fn hex(bytes: &[u8]) -> String {
    const MOST: usize = 6;
    let Some(head) = bytes.get(..bytes.len().min(MOST)).filter(|head| !head.is_empty()) else {
        return "∅".to_owned();
    };
    let mut shown: Vec<String> = head.iter().map(|byte| format!("{byte:02x}")).collect();
    if bytes.len() > MOST {
        shown.push("…".to_owned());
    }
    let text: String =
        head.iter().map(|&byte| if byte.is_ascii_graphic() || byte == b' ' { char::from(byte) } else { '.' }).collect();
    format!("{} “{text}”", shown.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_difference_is_named() {
        let named = |body: &[u8]| difference(body, "4375120948").map(|(rule, _)| rule.id);
        assert_eq!(named(b"4375120948"), None);
        for (body, rule) in [
            ("", "empty"),
            ("\u{feff}4375120948", "bom"),
            ("\"4375120948\"", "quotes"),
            ("'4375120948'\n", "quotes"),
            ("4375120948\n", "white_space"),
            (" 4375120948", "white_space"),
            ("<!DOCTYPE html><p>Login</p>", "html"),
            ("4375120948<div id=\"debugbar\"></div>", "html"),
            ("<br />\n<b>Warning</b>: x4375120948", "html"),
            ("4375120000", "echo"),
            ("437512094", "echo"),
        ] {
            assert_eq!(named(body.as_bytes()), Some(rule), "{body}");
        }
        assert_eq!(named(b"\xff\x00"), Some("echo"));
    }

    #[test]
    fn the_bytes_are_shown_where_they_part() {
        let said = |body: &[u8]| bytes(body, b"4375").en;
        assert_eq!(said(b"4385"), "at offset 2 came 38 35 “85”, expected 37 35 “75” (4 bytes, expected 4)");
        assert_eq!(said(b"437"), "at offset 3 came ∅, expected 35 “5” (3 bytes, expected 4)");
        assert!(said(b"\n\0\xff4375longer").starts_with("at offset 0 came 0a 00 ff 34 33 37 … “...437”"));
    }
}
