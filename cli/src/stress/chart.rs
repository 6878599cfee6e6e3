//! The charts of the report, as SVG: no script draws them, so they stand in any mail and on any disk.

use std::fmt::Write;

use super::tally::{Slot, Tally, float, ms};
use crate::lang::Lang;
use crate::screen::grouped;

/// The size of a chart, and of the margin for its figures.
const WIDTH: f64 = 920.0;
const LEFT: f64 = 64.0;
const RIGHT: f64 = 16.0;
const BOTTOM: f64 = 40.0;
const TOP: f64 = 18.0;

/// Bars of the histogram to a tenfold latency.
const BARS: f64 = 20.0;

/// How many requests took how long; both axes are logarithmic, since what matters is in the tail.
pub(super) fn histogram(tally: &Tally, limits: &[u64], lang: Lang) -> String {
    let mut bars: Vec<(f64, usize)> = Vec::new();
    for step in tally.latencies.iter_recorded() {
        let count = usize::try_from(step.count_at_value()).unwrap_or(usize::MAX);
        let bar = (ms(step.value_iterated_to()).max(0.01).log10() * BARS).floor();
        match bars.last_mut() {
            Some((last, all)) if (*last - bar).abs() < 0.5 => *all += count,
            _ => bars.push((bar, count)),
        }
    }
    let from = bars.first().map_or(0.0, |(bar, _)| (bar / BARS).min(0.0));
    let to = bars.last().map_or(3.3, |(bar, _)| ((bar + 1.0) / BARS).max(3.3));
    let most = bars.iter().map(|(_, count)| *count).max().unwrap_or(1);
    let x = Scale { from, to, start: LEFT, end: WIDTH - RIGHT };
    let mut chart = Chart::new(260.0);
    // Half a step below 1, so that a single request is a bar too.
    let y = Scale { from: -0.3, to: float(most).log10().max(0.7) + 0.1, start: chart.bottom(), end: TOP };
    for power in 0..=9 {
        let value = f64::from(power);
        if value <= y.to {
            chart.level(y.of(value), &grouped(10_usize.pow(power)));
        }
    }
    for (label, at) in ticks(from, to) {
        chart.mark(x.of(at), &label);
    }
    for (bar, count) in &bars {
        let (left, right) = (x.of(bar / BARS), x.of((bar + 1.0) / BARS));
        let top = y.of(float(*count).log10());
        let title =
            format!("{:.2}–{:.2} ms: {}", 10_f64.powf(bar / BARS), 10_f64.powf((bar + 1.0) / BARS), grouped(*count));
        chart.bar("ok", left, right - 1.0, top, chart.bottom(), &title);
    }
    for limit in limits {
        let at = float(usize::try_from(*limit).unwrap_or(usize::MAX)).log10();
        chart.limit_at(x.of(at), &format!("{limit} ms"));
    }
    chart.name(lang.pick("latency in ms, and how many requests had it", "延迟（ms）与请求数"))
}

/// The latencies over the time.
pub(super) fn timeline(tally: &Tally, limits: &[u64], lang: Lang) -> String {
    let mut chart = Chart::new(260.0);
    let x = time_scale(tally);
    let values = |quantile: f64| {
        let value = move |slot: &Slot| {
            let latencies = slot.latencies.as_ref()?;
            Some(ms(latencies.value_at_quantile(quantile)).max(0.01).log10())
        };
        tally.slots.iter().map(value).collect::<Vec<_>>()
    };
    let lines = [("max", values(1.0)), ("p95", values(0.95)), ("p50", values(0.5))];
    let all = || lines.iter().flat_map(|(_, values)| values.iter().flatten().copied());
    let y = Scale {
        from: all().fold(0.0, f64::min).floor(),
        to: all().fold(3.0, f64::max) + 0.15,
        start: chart.bottom(),
        end: TOP,
    };
    for (label, at) in ticks(y.from, y.to).into_iter().filter(|(_, at)| (at - at.round()).abs() < 1e-9) {
        chart.level(y.of(at), &label);
    }
    time_marks(&mut chart, tally, &x);
    for (class, values) in &lines {
        chart.line(class, values, |index| x.of(middle(tally, index)), |value| y.of(value));
    }
    // Above the lines, which their labels would be lost under.
    for limit in limits {
        let at = float(usize::try_from(*limit).unwrap_or(usize::MAX)).log10();
        chart.limit_level(y.of(at), &format!("{limit} ms"));
    }
    chart.name(lang.pick("latency in ms over the time in s", "延迟（ms）随时间（秒）的变化"))
}

/// The requests a second over the time, with those that failed.
pub(super) fn rates(tally: &Tally, lang: Lang) -> String {
    let mut chart = Chart::new(180.0);
    let x = time_scale(tally);
    let slot = tally.slot.as_secs_f64();
    let rate = |count: usize| float(count) / slot;
    let most = tally.slots.iter().map(|slot| rate(slot.sent)).fold(1.0, f64::max);
    let step = nice(most / 4.0);
    let y = Scale { from: 0.0, to: most * 1.1, start: chart.bottom(), end: TOP };
    for level in 0..=5 {
        let value = step * f64::from(level);
        if value <= y.to {
            chart.level(y.of(value), &format!("{value:.0}"));
        }
    }
    time_marks(&mut chart, tally, &x);
    for (index, one) in tally.slots.iter().enumerate() {
        let from = float(index) * slot;
        let (left, right) = (x.of(from), x.of(from + slot));
        let failed = y.of(rate(one.failed));
        let title = format!("{from:.1} s: {} / {}", grouped(one.sent), grouped(one.failed));
        chart.bar("ok", left, right, y.of(rate(one.sent)), failed, &title);
        chart.bar("bad", left, right, failed, chart.bottom(), &title);
    }
    chart.name(lang.pick("requests a second, and in red those that failed", "每秒请求数，红色为失败"))
}

/// From a value to a place, in a straight line.
struct Scale {
    from: f64,
    to: f64,
    start: f64,
    end: f64,
}

impl Scale {
    fn of(&self, value: f64) -> f64 {
        let share = (value - self.from) / (self.to - self.from);
        self.start + share.clamp(0.0, 1.0) * (self.end - self.start)
    }
}

fn time_scale(tally: &Tally) -> Scale {
    let seconds = float(tally.slots.len().max(1)) * tally.slot.as_secs_f64();
    Scale { from: 0.0, to: seconds, start: LEFT, end: WIDTH - RIGHT }
}

fn time_marks(chart: &mut Chart, tally: &Tally, x: &Scale) {
    let step = nice(float(tally.slots.len().max(1)) * tally.slot.as_secs_f64() / 8.0);
    for number in 0..=20 {
        let seconds = step * f64::from(number);
        if seconds <= x.to {
            let shown = if step < 1.0 { format!("{seconds:.1}") } else { format!("{seconds:.0}") };
            chart.mark(x.of(seconds), &shown);
        }
    }
}

fn middle(tally: &Tally, index: usize) -> f64 {
    (float(index) + 0.5) * tally.slot.as_secs_f64()
}

/// 1, 2 or 5 times a power of ten, not below the value.
fn nice(value: f64) -> f64 {
    let power = 10_f64.powf(value.max(1e-3).log10().floor());
    let factor = [1.0, 2.0, 5.0, 10.0].into_iter().find(|factor| factor * power >= value * 0.999);
    factor.unwrap_or(10.0) * power
}

/// 1, 2 and 5 of every power of ten between two powers, with their logarithms.
fn ticks(from: f64, to: f64) -> Vec<(String, f64)> {
    let mut ticks = Vec::new();
    for power in -2..=5 {
        for factor in [1.0, 2.0, 5.0] {
            let value = factor * 10_f64.powi(power);
            let at = value.log10();
            if (from - 1e-9..=to + 1e-9).contains(&at) {
                ticks.push((format!("{value:.*}", usize::try_from(-power).unwrap_or(0)), at));
            }
        }
    }
    ticks
}

/// A chart in the making.
struct Chart {
    height: f64,
    svg: String,
}

impl Chart {
    fn new(height: f64) -> Self {
        Chart { height, svg: String::new() }
    }

    fn bottom(&self) -> f64 {
        self.height - BOTTOM
    }

    // Writing to a String cannot fail, here and below.
    fn level(&mut self, y: f64, label: &str) {
        let (right, left) = (WIDTH - RIGHT, LEFT - 8.0);
        let _ = write!(
            self.svg,
            r#"<path class="grid" d="M{LEFT} {y:.1}H{right}"/><text class="level" x="{left}" y="{:.1}">{label}</text>"#,
            y + 4.0
        );
    }

    fn mark(&mut self, x: f64, label: &str) {
        let bottom = self.bottom();
        let _ = write!(
            self.svg,
            r#"<path class="grid" d="M{x:.1} {TOP}V{:.1}"/><text class="mark" x="{x:.1}" y="{:.1}">{label}</text>"#,
            bottom + 4.0,
            bottom + 18.0
        );
    }

    fn bar(&mut self, class: &str, left: f64, right: f64, top: f64, bottom: f64, title: &str) {
        if bottom - top > 0.05 {
            let (width, height) = ((right - left).max(0.5), bottom - top);
            let _ = write!(
                self.svg,
                r#"<rect class="{class}" x="{left:.1}" y="{top:.1}" width="{width:.1}" height="{height:.1}"><title>{title}</title></rect>"#
            );
        }
    }

    fn line(&mut self, class: &str, values: &[Option<f64>], x: impl Fn(usize) -> f64, y: impl Fn(f64) -> f64) {
        let mut path = String::new();
        let mut pen_is_up = true;
        for (index, value) in values.iter().enumerate() {
            if let Some(value) = value {
                let _ = write!(path, "{}{:.1} {:.1}", if pen_is_up { 'M' } else { 'L' }, x(index), y(*value));
            }
            pen_is_up = value.is_none();
        }
        let _ = write!(self.svg, r#"<path class="line {class}" d="{path}"/>"#);
    }

    fn limit_at(&mut self, x: f64, label: &str) {
        let _ = write!(
            self.svg,
            r#"<path class="limit" d="M{x:.1} {TOP}V{:.1}"/><text class="limit-name" x="{x:.1}" y="{:.1}">{label}</text>"#,
            self.bottom(),
            TOP - 5.0
        );
    }

    fn limit_level(&mut self, y: f64, label: &str) {
        let right = WIDTH - RIGHT;
        let _ = write!(
            self.svg,
            r#"<path class="limit" d="M{LEFT} {y:.1}H{right}"/><text class="limit-name right" x="{right}" y="{:.1}">{label}</text>"#,
            y - 4.0
        );
    }

    /// The finished chart, with what it shows for those who do not see it.
    fn name(self, name: &str) -> String {
        let Chart { height, svg } = self;
        let (middle, foot) = (f64::midpoint(LEFT, WIDTH - RIGHT), height - 4.0);
        format!(
            r#"<div class="wide"><svg viewBox="0 0 {WIDTH} {height}" role="img" aria-label="{name}">{svg}<text class="mark" x="{middle}" y="{foot}">{name}</text></svg></div>"#
        )
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;
    use crate::checks::Checks;

    #[test]
    fn ticks_are_round() {
        let labels = |from, to| ticks(from, to).into_iter().map(|(label, _)| label).collect::<Vec<_>>().join(" ");
        assert_eq!(labels(-1.0, 1.0), "0.1 0.2 0.5 1 2 5 10");
        assert_eq!(labels(2.0, 3.0), "100 200 500 1000");
        assert_eq!([0.3, 3.0, 40.0, 100.0].map(|value| format!("{:.1}", nice(value))), ["0.5", "5.0", "50.0", "100.0"]);
    }

    #[test]
    fn nothing_leaves_its_chart() {
        let mut tally = Tally::new(Duration::from_secs(10));
        for (at, latency) in [(0, 0), (1, 50_000), (9, 3), (10, 90_000)] {
            let (at, latency) = (Duration::from_secs(at), Duration::from_millis(latency));
            tally.record(at, latency, Duration::ZERO, &Checks::default());
        }
        for empty in [true, false] {
            let tally = if empty {
                Tally::new(Duration::ZERO)
            } else {
                std::mem::replace(&mut tally, Tally::new(Duration::ZERO))
            };
            for svg in
                [histogram(&tally, &[300, 1000], Lang::En), timeline(&tally, &[300], Lang::Zh), rates(&tally, Lang::En)]
            {
                assert!(!svg.contains("NaN") && !svg.contains("inf"), "{svg}");
                for part in svg.split(" x=\"").skip(1) {
                    let x: f64 = part.split('"').next().unwrap().parse().unwrap();
                    assert!((0.0..=WIDTH).contains(&x), "{svg}");
                }
            }
        }
    }
}
