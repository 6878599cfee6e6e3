//! What came of the requests, in a memory that does not grow with their number.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::time::Duration;

use hdrhistogram::Histogram;
use serde_json::Value;

use crate::checks::{self, Checks, Outcome};
use crate::lang::{Words, words};
use crate::screen::grouped;
use crate::widget::WidgetData;

/// What the platform accepts by, in milliseconds from the request to the answer: each is counted apart.
pub(super) const LIMITS: [u64; 2] = [300, 1000];

/// For the server alone, without the 120 ms of the network and the 10 ms of the crypto.
pub(super) const LOCAL_LIMITS: [u64; 2] = [170, 870];

/// Latencies in microseconds; what takes longer counts as this long.
const MOST: u64 = 60_000_000;

/// How many pieces the time is cut into.
pub(super) const SLOTS: usize = 240;

/// The rules that are broken where there is neither an answer nor the time run out.
const UNANSWERED: [&str; 5] =
    [checks::ADDRESS.id, checks::CONNECTION.id, checks::TLS.id, checks::ANSWERED.id, checks::WHOLE.id];

pub(super) struct Tally {
    /// From the time that a request was due until its answer, or until its time ran out.
    pub(super) latencies: Histogram<u64>,
    lag: Histogram<u64>,
    pub(super) slots: Vec<Slot>,
    /// How long a slot is.
    pub(super) slot: Duration,
    /// By the rule that was broken first.
    pub(super) errors: BTreeMap<&'static str, Kind>,
    /// Answered as they should be.
    pub(super) right: usize,
    /// Answered as they should be within so many milliseconds.
    within: BTreeMap<u64, usize>,
    /// Right answers by their `err_code`, from 0 to -3.
    err_codes: BTreeMap<Reverse<i64>, usize>,
    sent: usize,
    pub(super) elapsed: Duration,
}

/// A piece of the time.
#[derive(Default)]
pub(super) struct Slot {
    pub(super) sent: usize,
    pub(super) failed: usize,
    pub(super) latencies: Option<Histogram<u32>>,
}

/// One kind of error, with what was said about the first of it.
pub(super) struct Kind {
    pub(super) count: usize,
    pub(super) said: Words,
}

impl Tally {
    pub(super) fn new(duration: Duration) -> Self {
        let slots = u32::try_from(SLOTS).unwrap_or(u32::MAX);
        let mut within = BTreeMap::new();
        for limit in [LIMITS, LOCAL_LIMITS].concat() {
            within.insert(limit, 0);
        }
        Tally {
            latencies: histogram(3),
            lag: histogram(2),
            slots: Vec::new(),
            slot: (duration / slots).max(Duration::from_millis(100)),
            errors: BTreeMap::new(),
            right: 0,
            within,
            err_codes: BTreeMap::new(),
            sent: 0,
            elapsed: Duration::ZERO,
        }
    }

    /// A request that was due at `at` and done after `latency`; says whether its answer is right. One whose connection
    /// failed has no latency: as a fast answer it would make the figures better.
    pub(super) fn record(&mut self, at: Duration, latency: Duration, lag: Duration, checks: &Checks) -> bool {
        self.sent += 1;
        self.lag.saturating_record(micros(lag));
        let failure = checks.iter().find_map(|check| match &check.outcome {
            Outcome::Wrong(said) => Some((check.rule.id, said)),
            _ => None,
        });
        let slot = self.slot_at(at);
        slot.sent += 1;
        slot.failed += usize::from(failure.is_some());
        if failure.is_none_or(|(rule, _)| !UNANSWERED.contains(&rule)) {
            let micros = micros(latency);
            slot.latencies.get_or_insert_with(|| histogram(2)).saturating_record(micros);
            self.latencies.saturating_record(micros);
        }
        if let Some((rule, said)) = failure {
            self.fail(rule, || said.clone());
            return false;
        }
        self.right += 1;
        for (limit, count) in &mut self.within {
            *count += usize::from(latency <= Duration::from_millis(*limit));
        }
        true
    }

    /// What a right answer shows. Whoever answers -3 to all is fast, and passes.
    pub(super) fn shown(&mut self, shown: &WidgetData) {
        if let Some(err_code @ -3..=0) = shown.data.get("err_code").and_then(Value::as_i64) {
            *self.err_codes.entry(Reverse(err_code)).or_default() += 1;
        }
    }

    /// Right answers by their `err_code`.
    pub(super) fn err_codes(&self) -> impl Iterator<Item = (i64, usize)> {
        self.err_codes.iter().map(|(Reverse(err_code), count)| (*err_code, *count))
    }

    /// The same in one line.
    pub(super) fn err_codes_text(&self) -> String {
        let counts = self.err_codes().map(|(err_code, count)| format!("{err_code}: {}", grouped(count)));
        counts.collect::<Vec<_>>().join(", ")
    }

    /// A request that found no room beside those on their way.
    pub(super) fn not_sent(&mut self, at: Duration, most: u32) {
        self.sent += 1;
        let slot = self.slot_at(at);
        slot.sent += 1;
        slot.failed += 1;
        self.fail(checks::ANSWERED.id, || {
            words!("not sent: {most} requests are waiting for their answers", "未发送：已有 {most} 个请求在等待应答")
        });
    }

    fn fail(&mut self, rule: &'static str, said: impl FnOnce() -> Words) {
        self.errors.entry(rule).or_insert_with(|| Kind { count: 0, said: said() }).count += 1;
    }

    fn slot_at(&mut self, at: Duration) -> &mut Slot {
        let index = usize::try_from(at.as_micros() / self.slot.as_micros().max(1)).unwrap_or(usize::MAX);
        let index = index.min(SLOTS);
        if self.slots.len() <= index {
            self.slots.resize_with(index + 1, Slot::default);
        }
        // It was just made.
        #[expect(clippy::indexing_slicing, reason = "the line above makes the slot")]
        &mut self.slots[index]
    }

    /// How many requests there were, with those that found no room.
    pub(super) fn sent(&self) -> usize {
        self.sent
    }

    /// How many were answered as they should be within one of the limits, in milliseconds.
    pub(super) fn within(&self, limit: u64) -> usize {
        self.within.get(&limit).copied().unwrap_or_default()
    }

    /// In milliseconds.
    pub(super) fn quantile_ms(&self, quantile: f64) -> f64 {
        ms(self.latencies.value_at_quantile(quantile))
    }

    /// The percentiles that are shown, in milliseconds.
    pub(super) fn percentiles(&self) -> [(&'static str, f64); 6] {
        [
            ("p50", self.quantile_ms(0.5)),
            ("p90", self.quantile_ms(0.9)),
            ("p95", self.quantile_ms(0.95)),
            ("p99", self.quantile_ms(0.99)),
            ("p99.9", self.quantile_ms(0.999)),
            ("max", ms(self.latencies.max())),
        ]
    }

    /// How far behind its time a request went out, of 99 %, in milliseconds.
    pub(super) fn lag_ms(&self) -> f64 {
        ms(self.lag.value_at_quantile(0.99))
    }
}

fn histogram<C: hdrhistogram::Counter>(digits: u8) -> Histogram<C> {
    #[expect(clippy::expect_used, reason = "the bounds are constants, and no more than 5 digits are asked for")]
    Histogram::new_with_bounds(1, MOST, digits).expect("1 µs to 60 s, up to 5 digits")
}

fn micros(time: Duration) -> u64 {
    u64::try_from(time.as_micros()).unwrap_or(u64::MAX)
}

/// Microseconds as milliseconds.
pub(super) fn ms(micros: u64) -> f64 {
    Duration::from_micros(micros).as_secs_f64() * 1e3
}

/// A count as a number to divide by: exact up to 2^53.
#[expect(clippy::cast_precision_loss, reason = "no count here comes near 2^53")]
pub(super) fn float(count: usize) -> f64 {
    count as f64
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn wrong() -> Checks {
        let mut checks = Checks::default();
        checks.right(checks::STATUS);
        checks.fail(checks::NONCE, Words::same("a number"));
        checks.fail(checks::MSG_SIGNATURE, Words::same("another"));
        checks
    }

    #[test]
    fn counts_and_percentiles() {
        let mut tally = Tally::new(Duration::from_secs(24));
        for number in 1..=1000_u64 {
            let latency = Duration::from_millis(number);
            tally.record(Duration::from_millis(24 * number), latency, Duration::ZERO, &Checks::default());
        }
        assert_eq!((tally.sent(), tally.right), (1000, 1000));
        assert_eq!((tally.within(300), tally.within(1000), tally.within(170)), (300, 1000, 170));
        for (quantile, expected) in [(0.5, 500.0), (0.99, 990.0), (1.0, 1000.0)] {
            assert!((tally.quantile_ms(quantile) / expected - 1.0).abs() < 0.01);
        }
        assert_eq!(tally.slots.iter().map(|slot| slot.sent).sum::<usize>(), 1000);
    }

    #[test]
    fn an_error_is_counted_by_its_first_rule_and_is_not_within_a_limit() {
        let mut tally = Tally::new(Duration::from_secs(1));
        for _ in 0..3 {
            tally.record(Duration::ZERO, Duration::from_millis(1), Duration::ZERO, &wrong());
        }
        tally.not_sent(Duration::from_secs(1), 7);
        assert_eq!((tally.sent(), tally.right, tally.within(1000)), (4, 0, 0));
        let kinds: Vec<_> = tally.errors.iter().map(|(rule, kind)| (*rule, kind.count)).collect();
        assert_eq!(kinds, [("answered", 1), ("nonce", 3)]);
        assert_eq!(tally.latencies.len(), 3);
        let mut refused = Checks::default();
        refused.fail(checks::CONNECTION, Words::same("refused"));
        tally.record(Duration::ZERO, Duration::ZERO, Duration::ZERO, &refused);
        assert_eq!((tally.sent(), tally.latencies.len()), (5, 3), "it has no latency");
    }

    #[test]
    fn answers_are_counted_by_their_err_code() {
        let mut tally = Tally::new(Duration::from_secs(1));
        for data in [
            json!({"err_code": -3}),
            json!({"err_code": 0}),
            json!({"err_code": -3}),
            json!({"err_code": 7}),
            json!({}),
        ] {
            let data = data.as_object().cloned().unwrap_or_default();
            tally.shown(&WidgetData { lifespan: 1, data });
        }
        assert_eq!(tally.err_codes().collect::<Vec<_>>(), [(0, 1), (-3, 2)]);
        assert_eq!(tally.err_codes_text(), "0: 1, -3: 2");
    }

    #[test]
    fn the_memory_does_not_grow_with_the_time() {
        let mut tally = Tally::new(Duration::from_secs(1));
        for hour in 0..1000 {
            tally.record(Duration::from_hours(hour), Duration::from_hours(1), Duration::ZERO, &wrong());
        }
        assert!(tally.slots.len() <= SLOTS + 1);
        assert!(tally.quantile_ms(1.0) <= 61_000.0);
    }
}
