//! `RecentKeys` beside a naive model: a list, searched from its start.
#![cfg(test)]

mod forger;

use forger::{NONCE, NOW, TIMESTAMP, TOKEN, for_all};
use proptest::prelude::*;
use wxseal::{Claim, Endpoint, Error, Push, Recent, RecentKeys, Response, platform};

#[derive(Clone, Debug)]
enum Step {
    Wait(u64),
    Claim(usize),
    /// With the claim that was given out so many claims ago, and a body of so many bytes.
    Answer(usize, usize),
    Release(usize),
}

#[derive(Clone, Debug)]
struct Settings {
    claim_for: u64,
    keep_for: u64,
    max_entries: usize,
    max_bytes: usize,
}

/// One key, in the state that it has had since it stands at its place in the list.
struct Entry {
    key: String,
    claim: Option<usize>,
    until: u64,
    response: Option<Response>,
}

/// The oldest state stands first.
struct Model {
    settings: Settings,
    entries: Vec<Entry>,
    claims: usize,
}

impl Model {
    fn bytes(&self) -> usize {
        let size =
            |entry: &Entry| 320 + entry.key.len() + entry.response.as_ref().map_or(0, |response| response.body().len());
        self.entries.iter().map(size).sum()
    }

    fn push(&mut self, entry: Entry) {
        self.entries.push(entry);
        let Settings { max_entries, max_bytes, .. } = self.settings;
        while self.entries.len() > 1 && (self.entries.len() > max_entries.max(1) || self.bytes() > max_bytes) {
            self.entries.remove(0);
        }
    }

    /// What `claim` should say; a claim as its number.
    fn claim(&mut self, key: &str, now: u64) -> Result<usize, Option<Response>> {
        while self.entries.first().is_some_and(|entry| entry.until <= now) {
            self.entries.remove(0);
        }
        if let Some(entry) = self.entries.iter().find(|entry| entry.key == key && entry.until > now) {
            return Err(entry.response.clone());
        }
        self.entries.retain(|entry| entry.key != key);
        let claim = self.claims;
        self.claims += 1;
        let until = now.saturating_add(self.settings.claim_for);
        self.push(Entry { key: key.to_owned(), claim: Some(claim), until, response: None });
        Ok(claim)
    }

    fn take(&mut self, claim: usize) -> Option<Entry> {
        let at = self.entries.iter().position(|entry| entry.claim == Some(claim))?;
        Some(self.entries.remove(at))
    }

    fn answer(&mut self, claim: usize, response: Response, now: u64) -> bool {
        let taken = self.take(claim);
        let held = taken.is_some();
        if let Some(Entry { key, .. }) = taken {
            let until = now.saturating_add(self.settings.keep_for);
            self.push(Entry { key, claim: None, until, response: Some(response) });
        }
        held
    }
}

fn plain_push() -> Push {
    let request = platform::plain_push(TOKEN, b"{}", forger::stamp(TIMESTAMP, NONCE)).unwrap();
    forger::receive(&Endpoint::plain(TOKEN).unwrap(), &request.query, &request.body).unwrap()
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let step = prop_oneof![
        2 => (0..4u64).prop_map(Step::Wait),
        1 => (0..20u64).prop_map(Step::Wait),
        6 => (0..7usize).prop_map(Step::Claim),
        4 => (0..6usize, 0..60usize).prop_map(|(ago, size)| Step::Answer(ago, size)),
        2 => (0..6usize).prop_map(Step::Release),
    ];
    prop::collection::vec(step, 1..120)
}

fn settings() -> impl Strategy<Value = Settings> {
    let bound = |small: std::ops::Range<usize>| prop_oneof![2 => small, 1 => Just(usize::MAX)];
    let settings = (0..6u64, prop_oneof![0..12u64, Just(u64::MAX)], bound(0..5), bound(0..1500));
    settings.prop_map(|(claim_for, keep_for, max_entries, max_bytes)| Settings {
        claim_for,
        keep_for,
        max_entries,
        max_bytes,
    })
}

#[test]
fn it_does_what_the_model_does() {
    let push = plain_push();
    for_all(1_000, &(settings(), steps()), |(settings, steps)| {
        let Settings { claim_for, keep_for, max_entries, max_bytes } = settings;
        let mut recent = RecentKeys::new(claim_for, keep_for).max_entries(max_entries).max_bytes(max_bytes);
        let mut model = Model { settings, entries: Vec::new(), claims: 0 };
        let mut claims: Vec<Claim> = Vec::new();
        let mut now = NOW;
        for step in steps {
            match step {
                Step::Wait(time) => now += time,
                Step::Claim(key) => {
                    let key = "key".repeat(key);
                    match (recent.claim(&key, now), model.claim(&key, now)) {
                        (Recent::Claimed(claim), Ok(number)) => {
                            prop_assert_eq!(number, claims.len());
                            claims.push(claim);
                        }
                        (Recent::Answered(response), Err(Some(expected))) => prop_assert_eq!(response, expected),
                        (Recent::Busy { until }, Err(None)) => {
                            prop_assert!(until > now && until <= now + claim_for);
                        }
                        (found, expected) => prop_assert!(false, "{:?}, {:?}", found, expected),
                    }
                }
                Step::Answer(ago, size) if ago < claims.len() => {
                    let number = claims.len() - 1 - ago;
                    let response = push.reply_raw(vec![b'x'; size]).seal(now, &[0; 16]).unwrap();
                    let found = recent.answer(&claims[number], response.clone(), now);
                    prop_assert_eq!(found, model.answer(number, response, now));
                }
                Step::Release(ago) if ago < claims.len() => {
                    let number = claims.len() - 1 - ago;
                    prop_assert_eq!(recent.release(&claims[number]), model.take(number).is_some());
                }
                Step::Answer(..) | Step::Release(_) => {}
            }
            prop_assert_eq!(recent.len(), model.entries.len());
            prop_assert_eq!(recent.is_empty(), model.entries.is_empty());
            prop_assert!(recent.len() <= max_entries.max(1));
            prop_assert!(recent.len() <= 1 || model.bytes() <= max_bytes);
        }
        Ok(true)
    });
}

fn claimed(recent: &mut RecentKeys, key: &str, now: u64) -> Claim {
    match recent.claim(key, now) {
        Recent::Claimed(claim) => claim,
        other => panic!("{key} at {now}: {other:?}"),
    }
}

/// Without bounds in the way, what the documentation promises of one key, however many others there are.
#[test]
fn one_key_among_many() {
    let mut recent = RecentKeys::new(5, 60);
    let response = Response::refusal(Error::MalformedQuery);
    let mut dice = forger::Dice::new(99);
    for round in 0..300 {
        let start = round * 1000;
        let key = format!("the key {round}");
        let first = claimed(&mut recent, &key, start);
        let mut noise = |recent: &mut RecentKeys, now| {
            for _ in 0..dice.below(5) {
                let other = format!("{round} {}", dice.below(50));
                if let Recent::Claimed(claim) = recent.claim(&other, now)
                    && dice.below(2) == 0
                {
                    assert!(recent.answer(&claim, Response::refusal(Error::UnwritableReply), now));
                }
            }
        };
        for now in start..start + 5 {
            noise(&mut recent, now);
            assert_eq!(recent.claim(&key, now), Recent::Busy { until: start + 5 });
        }
        noise(&mut recent, start + 5);
        let second = claimed(&mut recent, &key, start + 5);
        assert!(!recent.answer(&first, Response::refusal(Error::UnknownMethod), start + 6));
        assert!(!recent.release(&first));
        assert_eq!(recent.claim(&key, start + 6), Recent::Busy { until: start + 10 });
        assert!(recent.answer(&second, response.clone(), start + 7));
        for now in start + 7..start + 67 {
            noise(&mut recent, now);
            assert_eq!(recent.claim(&key, now), Recent::Answered(response.clone()));
        }
        assert!(!recent.release(&second) && !recent.answer(&second, response.clone(), start + 67));
        let third = claimed(&mut recent, &key, start + 67);
        assert!(recent.release(&third) && !recent.release(&third));
        claimed(&mut recent, &key, start + 67);
    }
    // Whatever is over is forgotten by the next that asks.
    claimed(&mut recent, "last", 1_000_000);
    assert_eq!(recent.len(), 1);
}

/// What a replay and a retry of the platform's are known by.
#[test]
fn keys_of_real_requests() {
    let crypt = forger::crypt;
    let receive = |timestamp: &str, random: u8| {
        let message = forger::TEXT_JSON.as_bytes();
        let format = wxseal::Format::Json;
        let request =
            platform::push(&crypt(), message, forger::stamp(timestamp, NONCE), format, &[random; 16]).unwrap();
        forger::receive(&Endpoint::new(crypt()), &request.query, &request.body).unwrap()
    };
    let (first, retry, replay) = (receive(TIMESTAMP, 1), receive("1714112450", 2), receive(TIMESTAMP, 1));
    assert_eq!(first.replay_key(), replay.replay_key());
    assert_ne!(first.replay_key(), retry.replay_key());
    assert_eq!(first.dedup_key(), retry.dedup_key());

    let mut recent = RecentKeys::default();
    let claim = claimed(&mut recent, first.dedup_key().unwrap(), NOW);
    let answer = first.reply_text("once").and_then(|answer| answer.seal(NOW, &[3; 16])).unwrap();
    assert!(recent.answer(&claim, answer.clone(), NOW + 1));
    assert_eq!(recent.claim(retry.dedup_key().unwrap(), NOW + 5), Recent::Answered(answer));
}
