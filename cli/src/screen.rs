//! What the terminal shows: rows with a label each, wrapped to 80 columns.

use std::io::{self, Write};

use anstyle::{AnsiColor, Style};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use crate::checks::{Checks, Outcome};
use crate::lang::Lang;

/// The screen's width in columns. Chinese characters take two, and so do, on many Chinese terminals, some that take one
/// elsewhere (`…`): the wider reading counts.
pub(crate) const WIDTH: usize = 80;
const INDENT: usize = 3;
const LABEL: usize = 12;
const ITEM: usize = 34;

const TITLE: Style = Style::new().bold();
const QUIET: Style = Style::new().dimmed();
const RIGHT: Style = AnsiColor::Green.on_default();
const WRONG: Style = AnsiColor::Red.on_default().bold();
const DOUBTFUL: Style = AnsiColor::Yellow.on_default();
const PLAIN: Style = Style::new();

/// A piece of a row that is never broken; the space at its end is dropped at the end of a line.
struct Piece {
    style: Style,
    text: String,
}

impl Piece {
    fn new(style: Style, text: &str) -> Self {
        // What a peer sent must not steer the terminal.
        let text = text.chars().map(|c| if c.is_control() { char::REPLACEMENT_CHARACTER } else { c }).collect();
        Piece { style, text }
    }
}

pub(crate) struct Screen<W> {
    out: W,
}

impl<W: Write> Screen<W> {
    pub(crate) fn new(out: W) -> Self {
        Screen { out }
    }

    /// What this is, above everything else.
    pub(crate) fn title(&mut self, english: &str, chinese: &str) -> io::Result<()> {
        self.line(&[Piece::new(TITLE, english), Piece::new(QUIET, &format!("  {chinese}"))])
    }

    /// A sentence of its own, as wide as the screen.
    pub(crate) fn note(&mut self, text: &str) -> io::Result<()> {
        self.wrapped("", 0, words(PLAIN, text))
    }

    /// Begins a step.
    pub(crate) fn step(&mut self, number: usize, english: &str, chinese: &str) -> io::Result<()> {
        self.gap()?;
        let number = format!("{number:<INDENT$}");
        let title = Piece::new(TITLE, &format!("{english}  "));
        self.line(&[Piece::new(QUIET, &number), title, Piece::new(QUIET, chinese)])
    }

    /// Text beside a label, broken at its spaces.
    pub(crate) fn text(&mut self, label: &str, text: &str) -> io::Result<()> {
        self.row(label, words(PLAIN, text))
    }

    /// A name of a list, and what it is: beside it, or below where the name is long.
    pub(crate) fn item(&mut self, name: &str, about: &str) -> io::Result<()> {
        let start = INDENT + ITEM;
        if name.width() + 2 <= ITEM {
            return self.wrapped(name, start, words(PLAIN, about));
        }
        self.wrapped(name, start, [])?;
        self.wrapped("", start, words(PLAIN, about))
    }

    /// A row with its mark: how a step went, and what is to be said about it.
    pub(crate) fn state(&mut self, state: State, label: &str, text: &str) -> io::Result<()> {
        let (mark, style) = state.mark();
        let text_style = if state == State::Open { QUIET } else { PLAIN };
        let label = format!("{style}{mark}{style:#} {label}");
        self.wrapped(&label, INDENT + 2 + LABEL, words(text_style, text))
    }

    /// A line of a log, which stays one line however long it is.
    pub(crate) fn entry(&mut self, state: State, label: &str, text: &str) -> io::Result<()> {
        let (mark, style) = state.mark();
        write!(self.out, "{:INDENT$}{style}{mark}{style:#} ", "")?;
        let space = LABEL.saturating_sub(label.width());
        self.line(&[Piece::new(PLAIN, &format!("{label}{:space$}{text}", ""))])
    }

    /// A method and a URL, with long values cut short, broken at the `&`.
    pub(crate) fn request(&mut self, lang: Lang, method: &str, target: &str) -> io::Result<()> {
        let pieces = target.split_inclusive(['?', '&']).map(|part| {
            let (name, value) = part.split_once('=').unwrap_or((part, ""));
            let (value, end) = value.strip_suffix('&').map_or((value, ""), |value| (value, "&"));
            let equals = if name == part { "" } else { "=" };
            Piece::new(PLAIN, &format!("{name}{equals}{}{end}", shorten(value, 10)))
        });
        self.row(lang.pick("sent", "发送"), std::iter::once(Piece::new(PLAIN, &format!("{method} "))).chain(pieces))
    }

    /// Every rule with its mark; then what was wrong, or could be better, where one did not hold.
    pub(crate) fn checks(&mut self, checks: &Checks, lang: Lang) -> io::Result<()> {
        let marked = checks.iter().map(|check| {
            let (style, mark) = mark(&check.outcome);
            Piece::new(style, &format!("{mark} {}  ", check.rule.name(lang)))
        });
        self.row(lang.pick("checked", "检查"), marked)?;
        for check in checks.iter() {
            if let Some(said) = check.outcome.said() {
                let (style, _) = mark(&check.outcome);
                let name = Piece::new(style, &format!("{}{}", check.rule.name(lang), lang.pick(": ", "：")));
                self.row("", std::iter::once(name).chain(words(PLAIN, said.of(lang))))?;
            }
        }
        Ok(())
    }

    /// The last line, in the colour of the outcome.
    pub(crate) fn verdict(&mut self, right: bool, text: &str) -> io::Result<()> {
        self.line(&[Piece::new(if right { RIGHT.bold() } else { WRONG }, text)])
    }

    /// An empty line.
    pub(crate) fn gap(&mut self) -> io::Result<()> {
        writeln!(self.out)
    }

    fn row(&mut self, label: &str, pieces: impl IntoIterator<Item = Piece>) -> io::Result<()> {
        self.wrapped(&format!("{QUIET}{label}{QUIET:#}"), INDENT + LABEL, pieces)
    }

    /// Pieces in as many lines as they need, all from one column on; the label stands before the first.
    fn wrapped(&mut self, label: &str, start: usize, pieces: impl IntoIterator<Item = Piece>) -> io::Result<()> {
        let room = WIDTH - start;
        let mut label = label;
        let mut line = Vec::new();
        let mut used = 0;
        for mut piece in pieces {
            if columns(piece.text.trim_end()) > room {
                piece.text = shorten(&piece.text, room);
            }
            if used > 0 && used + columns(piece.text.trim_end()) > room {
                self.labelled(label, start, &line)?;
                (label, used) = ("", 0);
                line.clear();
            }
            used += columns(&piece.text);
            line.push(piece);
        }
        self.labelled(label, start, &line)
    }

    fn labelled(&mut self, label: &str, start: usize, pieces: &[Piece]) -> io::Result<()> {
        let indent = if start > INDENT { INDENT } else { 0 };
        let shown = anstream::adapter::strip_str(label).to_string();
        let space = if pieces.is_empty() { 0 } else { start.saturating_sub(indent + shown.width()) };
        write!(self.out, "{:indent$}{label}{:space$}", "", "")?;
        self.line(pieces)
    }

    fn line(&mut self, pieces: &[Piece]) -> io::Result<()> {
        let Some((last, others)) = pieces.split_last() else { return self.gap() };
        for Piece { style, text } in others {
            write!(self.out, "{style}{text}{style:#}")?;
        }
        let style = last.style;
        writeln!(self.out, "{style}{}{style:#}", last.text.trim_end())
    }
}

/// How a step went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum State {
    Right,
    Wrong,
    /// Not come to, or not judged.
    Open,
}

impl State {
    fn mark(self) -> (&'static str, Style) {
        match self {
            State::Right => ("✓", RIGHT),
            State::Wrong => ("✗", WRONG),
            State::Open => ("-", QUIET),
        }
    }
}

/// What is never broken: a word with the space behind it; of Chinese text, which has no spaces, a character with the
/// punctuation that must not begin a line.
fn words(style: Style, text: &str) -> impl Iterator<Item = Piece> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let first = rest.chars().next()?;
        let mut end = first.len_utf8();
        let mut last = first;
        for next in rest.chars().skip(1) {
            let between = last == ' ' || is_wide(next) || is_wide(last);
            let tied = " ，。；：、！？”’）》」】".contains(next) || "“（《「【".contains(last);
            if between && !tied {
                break;
            }
            end += next.len_utf8();
            last = next;
        }
        let (word, others) = rest.split_at_checked(end)?;
        rest = others;
        Some(Piece::new(style, word))
    })
}

/// Of the characters that take two columns on every terminal.
fn is_wide(character: char) -> bool {
    character.width() == Some(2)
}

fn mark(outcome: &Outcome) -> (Style, char) {
    match outcome {
        Outcome::Right => (RIGHT, '✓'),
        Outcome::Warned(_) => (DOUBTFUL, '!'),
        Outcome::Wrong(_) => (WRONG, '✗'),
    }
}

/// How many columns a text takes.
fn columns(text: &str) -> usize {
    text.width_cjk()
}

/// The text, or its beginning and `…`, in so many columns at most.
pub(crate) fn shorten(text: &str, most: usize) -> String {
    if columns(text) <= most {
        return text.to_owned();
    }
    let mut short = String::new();
    for character in text.chars() {
        short.push(character);
        if columns(&short) + columns("…") > most {
            short.pop();
            break;
        }
    }
    short + "…"
}

/// A number with a comma at every third digit.
pub(crate) fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks;
    use crate::lang::Words;

    fn shown(fill: impl FnOnce(&mut Screen<&mut Vec<u8>>)) -> String {
        let mut out = Vec::new();
        fill(&mut Screen::new(&mut out));
        anstream::adapter::strip_str(std::str::from_utf8(&out).unwrap()).to_string()
    }

    #[test]
    fn nothing_is_wider_than_the_screen() {
        let long = "腾讯控股 股价查询 ".repeat(20) + &"x".repeat(200) + " …" + &"讯".repeat(90);
        let shown = shown(|screen| {
            screen.text("answered", &long).unwrap();
            let query = "&signature=0123456789abcdef&openid=腾讯腾讯腾讯腾讯&flag".repeat(9);
            screen.request(Lang::En, "POST", &format!("/{}?a=1{query}", "p".repeat(100))).unwrap();
            let mut checks = Checks::default();
            for _ in 0..9 {
                checks.right(checks::TO_FROM);
                checks.warn(checks::QUERY, Words::same(long.clone()));
                checks.fail(checks::ECHO, Words::same(long.clone()));
            }
            screen.checks(&checks, Lang::En).unwrap();
            screen.checks(&checks, Lang::Zh).unwrap();
        });
        for line in shown.lines() {
            assert!(columns(line) <= WIDTH, "{} columns: {line}", columns(line));
            assert_eq!(line, line.trim_end());
        }
        assert!(shown.lines().any(|line| columns(line) >= WIDTH - 2), "the screen is used");
    }

    #[test]
    fn chinese_breaks_anywhere_but_before_punctuation() {
        let words = |text| words(PLAIN, text).map(|piece| piece.text).collect::<Vec<_>>();
        assert_eq!(words("设为 wxseal，“明文”。"), ["设", "为 ", "wxseal，", "“明", "文”。"]);
        assert_eq!(words("two  words"), ["two  ", "words"]);
        let shown = shown(|screen| {
            screen.state(State::Wrong, "签名", &"把包体原样传入，".repeat(12)).unwrap();
            screen.state(State::Right, "frame", "16 + 4").unwrap();
            screen.note(&"一句话。".repeat(30)).unwrap();
        });
        assert!(shown.lines().all(|line| columns(line) <= WIDTH && !line.trim().starts_with('，')), "{shown}");
        assert!(shown.starts_with("   ✗ 签名        把包体"), "{shown}");
        assert!(shown.contains("\n   ✓ frame       16 + 4\n一句话。"), "{shown}");
        assert!(!shown.contains('…'));
    }

    #[test]
    fn a_peer_does_not_steer_the_terminal() {
        let shown = shown(|screen| screen.text("answered", "a\x1b[2Jb\r\nc\u{9b}d").unwrap());
        assert_eq!(shown, "   answered    a\u{fffd}[2Jb\u{fffd}\u{fffd}c\u{fffd}d\n");
    }

    #[test]
    fn long_values_are_cut() {
        let shown =
            shown(|screen| screen.request(Lang::En, "GET", "/doc?signature=0123456789abc&nonce=1&x&y=").unwrap());
        assert_eq!(shown, "   sent        GET /doc?signature=01234567…&nonce=1&x&y=\n");
        assert_eq!(shorten("腾讯控股", 8), "腾讯控股");
        assert_eq!(shorten("腾讯控股", 7), "腾讯…");
    }

    #[test]
    fn numbers_are_grouped() {
        let grouped = [0, 999, 1_000, 10_000, 1_234_567].map(grouped);
        assert_eq!(grouped, ["0", "999", "1,000", "10,000", "1,234,567"]);
    }
}
