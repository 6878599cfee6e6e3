//! The platform's acceptance: at least 95 % within 300 ms, at most 1 % over 1000 ms.

use std::time::Duration;

use super::tally::{LIMITS, LOCAL_LIMITS, Tally, float};
use crate::lang::{Lang, say};

/// Of all requests.
const AT_LEAST: f64 = 0.95;
const AT_MOST: f64 = 0.01;

pub(super) struct Verdict {
    pub(super) rules: [Rule; 2],
}

/// A share of the requests, and what it may be.
pub(super) struct Rule {
    pub(super) limit: Duration,
    /// Whether the share is of those within the limit, or over it.
    within: bool,
    pub(super) found: f64,
    pub(super) allowed: f64,
    pub(super) held: bool,
}

impl Verdict {
    /// What was not answered, or not as it should be, is within no limit and over each.
    pub(super) fn of(tally: &Tally, local: bool) -> Self {
        let [fast, slow] = if local { LOCAL_LIMITS } else { LIMITS };
        let share = |count: usize| if tally.sent() == 0 { 0.0 } else { float(count) / float(tally.sent()) };
        let (within, over) = (share(tally.within(fast)), share(tally.sent() - tally.within(slow)));
        let any = tally.sent() > 0;
        Verdict {
            rules: [
                Rule {
                    limit: Duration::from_millis(fast),
                    within: true,
                    found: within,
                    allowed: AT_LEAST,
                    held: any && within >= AT_LEAST,
                },
                Rule {
                    limit: Duration::from_millis(slow),
                    within: false,
                    found: over,
                    allowed: AT_MOST,
                    held: any && over <= AT_MOST,
                },
            ],
        }
    }

    pub(super) fn passed(&self) -> bool {
        self.rules.iter().all(|rule| rule.held)
    }
}

impl Rule {
    pub(super) fn label(&self, lang: Lang) -> String {
        let ms = self.limit.as_millis();
        if self.within { format!("≤ {ms} ms") } else { say!(lang, "> {ms} ms", "> {ms} ms") }
    }

    /// The share and what it may be, each in so many columns.
    pub(super) fn text(&self, lang: Lang) -> String {
        let found = format!("{:6.2} %", self.found * 100.0);
        let allowed = self.allowed_text();
        say!(lang, "{found}, required {allowed}", "{found}，要求 {allowed}")
    }

    pub(super) fn allowed_text(&self) -> String {
        format!("{} {:.0} %", if self.within { "≥" } else { "≤" }, self.allowed * 100.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::{self, Checks};
    use crate::lang::Words;

    fn verdict(times: &[(u64, usize)], failed: usize, local: bool) -> [bool; 2] {
        let mut tally = Tally::new(Duration::from_secs(1));
        for (ms, count) in times {
            for _ in 0..*count {
                tally.record(Duration::ZERO, Duration::from_millis(*ms), Duration::ZERO, &Checks::default());
            }
        }
        let mut wrong = Checks::default();
        wrong.fail(checks::STATUS, Words::same("500"));
        for _ in 0..failed {
            tally.record(Duration::ZERO, Duration::ZERO, Duration::ZERO, &wrong);
        }
        Verdict::of(&tally, local).rules.map(|rule| rule.held)
    }

    #[test]
    fn the_limits_are_the_platforms() {
        assert_eq!(verdict(&[(300, 95), (1000, 5)], 0, false), [true, true]);
        assert_eq!(verdict(&[(300, 94), (301, 6)], 0, false), [false, true]);
        assert_eq!(verdict(&[(300, 98), (1001, 2)], 0, false), [true, false]);
        assert_eq!(verdict(&[(300, 99), (1001, 1)], 0, false), [true, true]);
        assert_eq!(verdict(&[(171, 100)], 0, true), [false, true]);
        assert_eq!(verdict(&[(170, 95), (871, 5)], 0, true), [true, false]);
    }

    #[test]
    fn a_wrong_answer_is_no_fast_one() {
        assert_eq!(verdict(&[(1, 97)], 3, false), [true, false]);
        assert_eq!(verdict(&[(1, 90)], 10, false), [false, false]);
        assert_eq!(verdict(&[], 0, false), [false, false]);
    }
}
