use std::collections::BTreeMap;
use std::sync::Arc;

use crate::{Endpoint, Response};

/// Remembers what was handled, so that a retry gets the first answer and nothing is done twice.
///
/// A key is unknown, then claimed until a deadline, then answered, then forgotten. It is a state machine without a clock:
/// `now` is any count that only grows, in the unit of the two durations; seconds since 1970 will do. One process has one,
/// behind a lock; several processes keep the same states in a store of theirs.
///
/// What is stored is the finished [`Response`], so that nothing decrypted is kept. Entries and bytes are bounded: when a
/// bound is reached, the oldest entry is forgotten.
///
/// ```
/// use wxseal::{Recent, RecentKeys};
///
/// let mut recent = RecentKeys::default();
/// let Recent::Claimed(claim) = recent.claim("message|o1|42", 100) else { panic!() };
/// // A retry while the first try is still being worked on.
/// assert!(matches!(recent.claim("message|o1|42", 102), Recent::Busy { until: 105 }));
/// # let response = wxseal::Response::refusal(wxseal::Error::MalformedQuery);
/// assert!(recent.answer(&claim, response.clone(), 103));
/// assert!(matches!(recent.claim("message|o1|42", 110), Recent::Answered(first) if first == response));
/// ```
#[derive(Debug)]
pub struct RecentKeys {
    claim_for: u64,
    keep_for: u64,
    max_entries: usize,
    max_bytes: usize,
    owner: Owner,
    /// Each key is stored once, and shared with `by_age` and with its claim.
    entries: BTreeMap<Arc<str>, Entry>,
    /// The keys by age: the ticket of an entry is drawn anew whenever its state changes.
    by_age: BTreeMap<u64, Arc<str>>,
    next_ticket: u64,
    bytes: usize,
}

/// What an entry takes beside its key and its body: its places in the two maps, of which up to half is empty, and what the
/// allocator keeps for itself.
const ENTRY_BYTES: usize = 320;

/// Tells one `RecentKeys` from all others: nothing but a copy is equal, and while there is one its address is not given out
/// again.
#[derive(Clone, Debug, Default)]
struct Owner(Arc<()>);

impl PartialEq for Owner {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl Eq for Owner {}

#[derive(Debug)]
struct Entry {
    ticket: u64,
    until: u64,
    /// `None` while it is claimed.
    response: Option<Response>,
}

/// What is known of a key.
#[derive(Debug, PartialEq, Eq)]
pub enum Recent {
    /// Nothing: it is the caller's to handle now, and to [`answer`](RecentKeys::answer).
    Claimed(Claim),
    /// Somebody is handling it: wait, or do not answer, and ask again. From `until` on it can be claimed again.
    Busy {
        /// The claim's deadline.
        until: u64,
    },
    /// It was answered: answer the same.
    Answered(Response),
}

/// The right to answer a key, until the claim's deadline has passed and another took it over. Only the [`RecentKeys`] that
/// gave it takes it.
#[derive(Debug, PartialEq, Eq)]
pub struct Claim {
    owner: Owner,
    key: Arc<str>,
    ticket: u64,
}

/// With [`DEFAULT_CLAIM_FOR`](RecentKeys::DEFAULT_CLAIM_FOR) and [`DEFAULT_KEEP_FOR`](RecentKeys::DEFAULT_KEEP_FOR).
impl Default for RecentKeys {
    fn default() -> Self {
        Self::new(Self::DEFAULT_CLAIM_FOR, Self::DEFAULT_KEEP_FOR)
    }
}

impl RecentKeys {
    /// How long a handler may take before another may try, in seconds: as long as the platform waits for an answer.
    pub const DEFAULT_CLAIM_FOR: u64 = 5;
    /// How long an answer is kept, in seconds: twice [`Endpoint::DEFAULT_TOLERANCE`].
    pub const DEFAULT_KEEP_FOR: u64 = 2 * Endpoint::DEFAULT_TOLERANCE;
    /// How many entries are kept unless [`max_entries`](RecentKeys::max_entries) says otherwise.
    pub const DEFAULT_MAX_ENTRIES: usize = 100_000;
    /// How many bytes are kept unless [`max_bytes`](RecentKeys::max_bytes) says otherwise: 64 MiB.
    pub const DEFAULT_MAX_BYTES: usize = 64 << 20;

    /// `claim_for` is how long a handler may take before another may try: the platform waits 5 seconds. `keep_for` is how
    /// long an answer is kept: longer than the platform's three tries and, against replays, than twice the endpoint's
    /// tolerance, since a timestamp may be as far ahead of the server's time as behind it.
    #[must_use]
    pub fn new(claim_for: u64, keep_for: u64) -> Self {
        RecentKeys {
            claim_for,
            keep_for,
            max_entries: Self::DEFAULT_MAX_ENTRIES,
            max_bytes: Self::DEFAULT_MAX_BYTES,
            owner: Owner::default(),
            entries: BTreeMap::new(),
            by_age: BTreeMap::new(),
            next_ticket: 0,
            bytes: 0,
        }
    }

    /// How many keys are remembered at most; at least one.
    #[must_use]
    pub fn max_entries(self, entries: usize) -> Self {
        Self { max_entries: entries.max(1), ..self }
    }

    /// How many bytes all that is remembered may take together: of each entry its key, the body of its answer and 320 bytes
    /// for the rest. A single one may be larger.
    #[must_use]
    pub fn max_bytes(self, bytes: usize) -> Self {
        Self { max_bytes: bytes, ..self }
    }

    /// Asks for a key, and claims it where nobody else has.
    pub fn claim(&mut self, key: &str, now: u64) -> Recent {
        self.forget_expired(now);
        if let Some(entry) = self.entries.get(key).filter(|entry| entry.until > now) {
            return match &entry.response {
                Some(response) => Recent::Answered(response.clone()),
                None => Recent::Busy { until: entry.until },
            };
        }
        self.remove(key);
        let key: Arc<str> = key.into();
        let ticket = self.insert(Arc::clone(&key), now.saturating_add(self.claim_for), None);
        Recent::Claimed(Claim { owner: self.owner.clone(), key, ticket })
    }

    /// Stores the answer for the retries. `false` if the claim is no longer the caller's: the answer is not stored then, and
    /// may be sent all the same.
    pub fn answer(&mut self, claim: &Claim, response: Response, now: u64) -> bool {
        let ours = self.is_held(claim);
        if ours {
            self.remove(&claim.key);
            self.insert(Arc::clone(&claim.key), now.saturating_add(self.keep_for), Some(response.shrunk()));
        }
        ours
    }

    /// Gives a claim back, so that a retry may try at once: for a handler that failed.
    pub fn release(&mut self, claim: &Claim) -> bool {
        let ours = self.is_held(claim);
        if ours {
            self.remove(&claim.key);
        }
        ours
    }

    /// How many keys are remembered.
    #[must_use]
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether nothing is remembered.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    fn is_held(&self, claim: &Claim) -> bool {
        claim.owner == self.owner && self.entries.get(&claim.key).is_some_and(|entry| entry.ticket == claim.ticket)
    }

    fn insert(&mut self, key: Arc<str>, until: u64, response: Option<Response>) -> u64 {
        let ticket = self.next_ticket;
        self.next_ticket += 1;
        self.bytes += size(&key, response.as_ref());
        self.by_age.insert(ticket, Arc::clone(&key));
        self.entries.insert(key, Entry { ticket, until, response });
        while self.entries.len() > 1 && (self.entries.len() > self.max_entries || self.bytes > self.max_bytes) {
            self.forget_oldest();
        }
        ticket
    }

    fn remove(&mut self, key: &str) {
        if let Some(entry) = self.entries.remove(key) {
            self.by_age.remove(&entry.ticket);
            self.bytes -= size(key, entry.response.as_ref());
        }
    }

    fn forget_oldest(&mut self) {
        if let Some((_, key)) = self.by_age.first_key_value() {
            let key = Arc::clone(key);
            self.remove(&key);
        }
    }

    /// From the oldest on, as far as they have expired; what expires out of turn is met when it is asked for.
    fn forget_expired(&mut self, now: u64) {
        while let Some((_, key)) = self.by_age.first_key_value()
            && self.entries.get(key).is_none_or(|entry| entry.until <= now)
        {
            self.forget_oldest();
        }
    }
}

fn size(key: &str, response: Option<&Response>) -> usize {
    ENTRY_BYTES + key.len() + response.map_or(0, |response| response.body().len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Error;

    fn response() -> Response {
        Response::refusal(Error::MalformedQuery)
    }

    fn claimed(recent: &mut RecentKeys, key: &str, now: u64) -> Claim {
        match recent.claim(key, now) {
            Recent::Claimed(claim) => claim,
            other => panic!("{key} at {now}: {other:?}"),
        }
    }

    #[test]
    fn a_claim_that_ran_out_is_taken_over_and_its_late_answer_is_not_stored() {
        let mut recent = RecentKeys::new(5, 60);
        let first = claimed(&mut recent, "k", 0);
        assert_eq!(recent.claim("k", 4), Recent::Busy { until: 5 });
        let second = claimed(&mut recent, "k", 5);
        assert!(!recent.answer(&first, response(), 6));
        assert!(!recent.release(&first));
        assert!(recent.answer(&second, response(), 6));
        assert!(!recent.answer(&second, response(), 6));
        assert_eq!(recent.claim("k", 65), Recent::Answered(response()));
        claimed(&mut recent, "k", 66);
    }

    #[test]
    fn a_released_claim_is_free() {
        let mut recent = RecentKeys::new(5, 60);
        let claim = claimed(&mut recent, "k", 0);
        assert!(recent.release(&claim));
        assert!(recent.is_empty());
        claimed(&mut recent, "k", 0);
    }

    /// Not even where the key and the ticket are the same, or the other is where the first one was.
    #[test]
    fn a_claim_is_of_the_object_that_gave_it() {
        let (mut one, mut other) = (RecentKeys::default(), RecentKeys::default());
        let (of_one, of_other) = (claimed(&mut one, "", 0), claimed(&mut other, "", 0));
        assert_ne!(of_one, of_other);
        assert!(!other.answer(&of_one, response(), 0) && !other.release(&of_one));
        assert_eq!(other.claim("", 0), Recent::Busy { until: 5 });
        drop(one);
        for _ in 0..100 {
            let mut later = RecentKeys::default();
            claimed(&mut later, "", 0);
            assert!(!later.answer(&of_one, response(), 0) && !later.release(&of_one));
        }
        assert!(other.answer(&of_other, response(), 0));
    }

    #[test]
    fn it_never_grows_beyond_its_bounds() {
        let mut recent = RecentKeys::new(5, 60).max_entries(10);
        for index in 0..1000 {
            let claim = claimed(&mut recent, &index.to_string(), 0);
            recent.answer(&claim, response(), 0);
            assert!(recent.len() <= 10);
        }
        assert_eq!(recent.claim("999", 0), Recent::Answered(response()));
        let mut recent = RecentKeys::new(5, 60).max_bytes(2000);
        for index in 0..100 {
            let claim = claimed(&mut recent, &format!("{index:03}"), 0);
            recent.answer(&claim, response(), 0);
            assert!(recent.bytes <= 2000, "{}", recent.bytes);
        }
        assert_eq!(recent.len(), 2000 / (ENTRY_BYTES + "000bad request".len()));
        for key in 0..100 {
            recent.claim(&format!("later {key}"), 1000);
        }
        recent.claim("much later", 5000);
        assert_eq!((recent.len(), recent.by_age.len(), recent.bytes), (1, 1, ENTRY_BYTES + "much later".len()));
    }
}
