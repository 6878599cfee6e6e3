//! What is asked for: how much load, for how long, of which queries.

use std::path::PathBuf;
use std::time::Duration;

use clap::Args;

use crate::failure::Usage;
use crate::lang::{Lang, say};
use crate::settings::SettingsArguments;
use crate::site::SiteArguments;
use crate::template::QUERY;

#[derive(Args)]
pub(crate) struct Arguments {
    #[command(flatten)]
    pub(super) site: SiteArguments,
    /// Requests a second
    #[arg(long, value_name = "N", default_value_t = 200, value_parser = clap::value_parser!(u32).range(1..=100_000))]
    qps: u32,
    /// How long, as 90s, 30m or 1h30m
    #[arg(long, value_name = "TIME", default_value = "30m", value_parser = duration)]
    duration: Duration,
    /// File with one Query a line, normal and abnormal ones
    #[arg(long, value_name = "FILE")]
    cases: Option<PathBuf>,
    /// Hold to 170/870 ms, without the 120 ms and 10 ms of the network and the crypto
    #[arg(long)]
    pub(super) local: bool,
    /// Write one HTML page with the figures and their charts
    #[arg(long, value_name = "FILE")]
    pub(super) report: Option<PathBuf>,
    /// Load a server that is not this machine with more than 50 requests a second
    #[arg(long)]
    pub(super) yes: bool,
    #[command(flatten)]
    pub(super) settings: SettingsArguments,
}

/// How fast and how long.
#[derive(Clone, Copy)]
pub(super) struct Pace {
    pub(super) qps: u32,
    pub(super) duration: Duration,
}

/// The queries, taken in turn.
pub(super) struct Cases(Vec<String>);

impl Arguments {
    pub(super) fn pace(&self) -> Pace {
        Pace { qps: self.qps, duration: self.duration }
    }

    pub(super) fn cases(&self, lang: Lang) -> Result<Cases, Usage> {
        let Some(path) = &self.cases else { return Ok(Cases::example()) };
        let shown = path.display();
        let text = std::fs::read_to_string(path).map_err(|error| {
            Usage(say!(lang, "--cases: {shown} cannot be read: {error}", "--cases：无法读取 {shown}：{error}"))
        })?;
        let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
        let cases: Vec<String> = text.lines().filter(|line| !line.trim().is_empty()).map(str::to_owned).collect();
        if cases.is_empty() {
            return Err(Usage(say!(
                lang,
                "--cases: {shown} is empty; expected one Query a line",
                "--cases：{shown} 是空的；应为每行一个 Query"
            )));
        }
        Ok(Cases(cases))
    }
}

impl Cases {
    /// The query of the widget's page.
    pub(super) fn example() -> Self {
        Cases(vec![QUERY.to_owned()])
    }

    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    pub(super) fn of_turn(&self, turn: usize) -> &str {
        self.0.get(turn % self.0.len().max(1)).map_or(QUERY, |case| case)
    }
}

impl Pace {
    /// How many requests that makes.
    pub(super) fn requests(self) -> usize {
        let requests = self.duration.as_millis() * u128::from(self.qps) / 1000;
        usize::try_from(requests).unwrap_or(usize::MAX).max(1)
    }

    pub(super) fn duration_text(self) -> String {
        let seconds = self.duration.as_secs();
        let parts = [(seconds / 3600, "h"), (seconds / 60 % 60, "m"), (seconds % 60, "s")];
        let shown: Vec<String> =
            parts.into_iter().filter(|(count, _)| *count > 0).map(|(count, unit)| format!("{count}{unit}")).collect();
        if shown.is_empty() { format!("{:.1}s", self.duration.as_secs_f64()) } else { shown.concat() }
    }
}

/// `90`, `90s`, `0.5s`, `30m`, `1h30m`.
fn duration(text: &str) -> Result<Duration, String> {
    let wrong = || "expected a time as 90s, 30m or 1h30m".to_owned();
    let mut seconds = 0.0;
    let mut number = String::new();
    for character in text.chars() {
        let unit = match character {
            '0'..='9' | '.' => {
                number.push(character);
                continue;
            }
            's' => 1.0,
            'm' => 60.0,
            'h' => 3600.0,
            _ => return Err(wrong()),
        };
        seconds += number.parse::<f64>().map_err(|_| wrong())? * unit;
        number.clear();
    }
    if !number.is_empty() {
        seconds += number.parse::<f64>().map_err(|_| wrong())?;
    }
    if (0.01..=7.0 * 86400.0).contains(&seconds) { Ok(Duration::from_secs_f64(seconds)) } else { Err(wrong()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read_and_written() {
        for (text, seconds) in [("90", 90.0), ("90s", 90.0), ("0.5s", 0.5), ("30m", 1800.0), ("1h30m", 5400.0)] {
            assert_eq!(duration(text), Ok(Duration::from_secs_f64(seconds)), "{text}");
        }
        for text in ["", "0", "s", "1x", "1.2.3s", "-1", "1e99", "99999h"] {
            assert!(duration(text).is_err(), "{text}");
        }
        let text = |seconds| Pace { qps: 1, duration: Duration::from_secs_f64(seconds) }.duration_text();
        assert_eq!([text(0.5), text(90.0), text(5400.0)], ["0.5s", "1m30s", "1h30m"]);
    }

    #[test]
    fn the_platforms_test_has_so_many_requests() {
        assert_eq!(Pace { qps: 200, duration: Duration::from_mins(30) }.requests(), 360_000);
        assert_eq!(Pace { qps: 1, duration: Duration::from_millis(10) }.requests(), 1);
    }

    #[test]
    fn cases_are_taken_in_turn() {
        let cases = Cases(vec!["a".into(), "b".into()]);
        assert_eq!([0, 1, 2].map(|turn| cases.of_turn(turn)), ["a", "b", "a"]);
    }
}
