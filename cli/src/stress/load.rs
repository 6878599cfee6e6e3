//! The load: a request leaves when its time has come, whether or not the ones before it were answered, and its latency
//! counts from then. A server that stalls is not spared what would have come in the meantime.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use tokio::sync::mpsc::{self, Receiver};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use wxseal_core::Format;

use super::arguments::{Cases, Pace};
use super::tally::{Tally, float};
use crate::checks::{self, Checks};
use crate::client::Client;
use crate::lang::{Lang, say, words};
use crate::platform::Platform;
use crate::push::outgoing;
use crate::reply::{Sent, Shown, check_broken, examine};
use crate::screen::grouped;
use crate::template::{Draft, Parties, find};

/// How many requests may be on their way at one time: what bounds the memory when a server hangs.
const MOST_AT_ONCE: u64 = 10_000;

/// How many turns may wait to be taken.
const BACKLOG: usize = 1024;

/// Files that are open for other reasons.
const OTHER_FILES: u64 = 50;

pub(super) struct Load {
    client: Client,
    platform: Platform,
    cases: Cases,
    pace: Pace,
    /// As many permits as requests may be on their way.
    room: Arc<Semaphore>,
    most: u32,
    /// Tells the users of this load from those of another one.
    name: u32,
    begun: Instant,
    tally: Mutex<Tally>,
}

impl Load {
    pub(super) fn new(client: Client, platform: Platform, cases: Cases, pace: Pace) -> Self {
        // A connection is a file. Where the limit cannot be raised, what is there has to do.
        let files = rlimit::increase_nofile_limit(MOST_AT_ONCE + OTHER_FILES).unwrap_or(1024);
        let most = files.saturating_sub(OTHER_FILES).clamp(1, MOST_AT_ONCE);
        let most = u32::try_from(most).unwrap_or(u32::MAX);
        let room = Arc::new(Semaphore::new(most as usize));
        let tally = Mutex::new(Tally::new(pace.duration));
        Load { client, platform, cases, pace, room, most, name: rand::random(), begun: Instant::now(), tally }
    }

    /// Sends all requests, each at its time, and waits for the last answer.
    pub(super) async fn run(self: &Arc<Self>) {
        let mut turns = self.clock();
        while let Some((turn, due)) = turns.recv().await {
            match Arc::clone(&self.room).try_acquire_owned() {
                Ok(permit) => {
                    tokio::spawn(Arc::clone(self).send(turn, due, permit));
                }
                Err(_) => self.tally().not_sent(due - self.begun, self.most),
            }
        }
        // All permits are back when the last request is done.
        let _ = self.room.acquire_many(self.most).await;
    }

    /// Says when a request is due, from a thread of its own: the runtime's timer goes by whole milliseconds.
    fn clock(&self) -> Receiver<(usize, Instant)> {
        let (sender, receiver) = mpsc::channel(BACKLOG);
        let (begun, between, requests) = (self.begun, f64::from(self.pace.qps).recip(), self.pace.requests());
        thread::spawn(move || {
            for turn in 0..requests {
                let due = begun + Duration::from_secs_f64(float(turn) * between);
                thread::sleep(due.saturating_duration_since(Instant::now()));
                // Nobody listens any more once the load is interrupted.
                if sender.blocking_send((turn, due)).is_err() {
                    return;
                }
            }
        });
        receiver
    }

    /// How long it has run.
    pub(super) fn elapsed(&self) -> Duration {
        self.begun.elapsed()
    }

    /// A line for the progress bar.
    pub(super) fn progress(&self, lang: Lang) -> String {
        let tally = self.tally();
        let (sent, failed) = (grouped(tally.sent()), grouped(tally.sent() - tally.right));
        let p99 = tally.quantile_ms(0.99);
        say!(lang, "{sent} sent, {failed} failed, p99 {p99:.1} ms", "已发 {sent}，失败 {failed}，p99 {p99:.1} ms")
    }

    /// What came of it so far.
    pub(super) fn take(&self) -> Tally {
        let mut tally = std::mem::replace(&mut *self.tally(), Tally::new(Duration::ZERO));
        tally.elapsed = self.begun.elapsed();
        tally
    }

    async fn send(self: Arc<Self>, turn: usize, due: Instant, permit: OwnedSemaphorePermit) {
        let lag = due.elapsed();
        let mut checks = Checks::default();
        let at = due - self.begun;
        let shown = self.exchange(turn, &mut checks).await;
        let latency = due.elapsed();
        let mut tally = self.tally();
        let right = tally.record(at, latency, lag, &checks);
        if let (true, Some(Shown::Widget(shown))) = (right, shown) {
            tally.shown(&shown);
        }
        drop(tally);
        drop(permit);
    }

    async fn exchange(&self, turn: usize, checks: &mut Checks) -> Option<Shown> {
        let prepared = self.message(turn).and_then(|message| {
            let push = self.platform.push(&message, Format::Json).ok()?;
            let sent = Sent::read(&message, Format::Json).ok()?;
            Some((push, sent))
        });
        let Some((push, sent)) = prepared else {
            checks.fail(checks::QUERY, words!("the case cannot be sent", "用例无法发送"));
            return None;
        };
        match self.client.send_again(&outgoing(&self.client, &push)).await {
            Err(broken) => {
                check_broken(&broken, checks);
                None
            }
            Ok(answer) => examine(&self.platform, &push, &sent, &answer, checks),
        }
    }

    /// A search by somebody else every time: the server must not take it for a retry.
    fn message(&self, turn: usize) -> Option<String> {
        let parties = Parties {
            account: "gh_6ad1513a84d8".to_owned(),
            user: format!("oLoad{:08x}{turn:015}", self.name),
            app_id: String::new(),
        };
        let mut draft = Draft::new(find("wxa_widget_data")?, &parties);
        draft.set("Query", self.cases.of_turn(turn));
        Some(draft.write(Format::Json))
    }

    fn tally(&self) -> MutexGuard<'_, Tally> {
        self.tally.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
