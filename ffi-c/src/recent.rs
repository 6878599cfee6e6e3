//! `RecentKeys`.

use std::mem::MaybeUninit;
use std::ptr;
use std::sync::{Mutex, MutexGuard, PoisonError};

use wxseal_core::{Claim, Recent, RecentKeys};

use crate::argument::{alive, give, take_back, time, wxseal_str};
use crate::response::wxseal_response;
use crate::status::{Failure, guard, wxseal_status};

/// Remembers what was handled, so that a retry gets the first answer and nothing is done twice: a key is unknown, then
/// claimed until a deadline, then answered, then forgotten. For one process; several share a store of their own.
///
/// Threads: it locks itself, so any number of threads may use one at once.
/// Ownership: `wxseal_recent_keys_new` gives it to the caller, who gives it back to `wxseal_recent_keys_free`.
pub struct wxseal_recent_keys(Mutex<RecentKeys>);

/// The right to answer a key, until its deadline has passed and another took it over.
///
/// Threads: it never changes. Ownership: `wxseal_recent_keys_claim` gives it to the caller, who gives it back to
/// `wxseal_claim_free`, answered or not.
pub struct wxseal_claim(Claim);

/// What is known of a key: `WXSEAL_RECENT_CLAIMED`, `WXSEAL_RECENT_BUSY` or `WXSEAL_RECENT_ANSWERED`.
pub type wxseal_recent = i32;
/// Nothing: it is the caller's to handle now, and to answer.
pub const WXSEAL_RECENT_CLAIMED: i32 = 1;
/// Somebody is handling it: wait, or do not answer, and ask again.
pub const WXSEAL_RECENT_BUSY: i32 = 2;
/// It was answered: answer the same.
pub const WXSEAL_RECENT_ANSWERED: i32 = 3;

/// How many seconds a handler may take before another may try: as long as the platform waits for an answer.
pub const WXSEAL_DEFAULT_CLAIM_FOR: u64 = 5;
/// For how many seconds an answer is kept: twice the default tolerance, since a timestamp may be as far ahead of the server's
/// time as behind it.
pub const WXSEAL_DEFAULT_KEEP_FOR: u64 = 600;
/// How many keys are remembered at most.
pub const WXSEAL_DEFAULT_MAX_ENTRIES: usize = 100_000;
/// How many bytes all that is remembered may take: 64 MiB.
pub const WXSEAL_DEFAULT_MAX_BYTES: usize = 67_108_864;

const _: () = assert!(
    WXSEAL_DEFAULT_CLAIM_FOR == RecentKeys::DEFAULT_CLAIM_FOR
        && WXSEAL_DEFAULT_KEEP_FOR == RecentKeys::DEFAULT_KEEP_FOR
        && WXSEAL_DEFAULT_MAX_ENTRIES == RecentKeys::DEFAULT_MAX_ENTRIES
        && WXSEAL_DEFAULT_MAX_BYTES == RecentKeys::DEFAULT_MAX_BYTES
);

impl wxseal_recent_keys {
    /// A panic while it was locked cannot have left it half changed in a way that matters: an entry more or less.
    fn lock(&self) -> MutexGuard<'_, RecentKeys> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// `claim_for` is for how many seconds a handler may take before another may try. `keep_for` is for how many seconds an answer
/// is kept: longer than the platform's three tries and, against replays, than twice the endpoint's tolerance. `max_entries`
/// bounds how many keys are remembered, and `max_bytes` what they take: of each the key, the body of its answer and 320 bytes
/// for the rest. At a bound the oldest is forgotten. 0 is `WXSEAL_DEFAULT_CLAIM_FOR`, `WXSEAL_DEFAULT_KEEP_FOR`,
/// `WXSEAL_DEFAULT_MAX_ENTRIES` and `WXSEAL_DEFAULT_MAX_BYTES`.
#[unsafe(no_mangle)]
pub extern "C" fn wxseal_recent_keys_new(
    claim_for: u64,
    keep_for: u64,
    max_entries: usize,
    max_bytes: usize,
    out: Option<&mut MaybeUninit<*mut wxseal_recent_keys>>,
) -> wxseal_status {
    let claim_for = if claim_for == 0 { RecentKeys::DEFAULT_CLAIM_FOR } else { claim_for };
    let keep_for = if keep_for == 0 { RecentKeys::DEFAULT_KEEP_FOR } else { keep_for };
    let max_entries = if max_entries == 0 { RecentKeys::DEFAULT_MAX_ENTRIES } else { max_entries };
    let max_bytes = if max_bytes == 0 { RecentKeys::DEFAULT_MAX_BYTES } else { max_bytes };
    let make = || RecentKeys::new(claim_for, keep_for).max_entries(max_entries).max_bytes(max_bytes);
    guard(|| give(out, || Ok(wxseal_recent_keys(Mutex::new(make())))))
}

/// Frees it. NULL is ignored.
#[unsafe(no_mangle)]
pub extern "C" fn wxseal_recent_keys_free(recent: Option<Box<wxseal_recent_keys>>) {
    take_back(recent);
}

/// Asks for a key, and claims it where nobody else has. `now` is in seconds since 1970, 0 for the system's.
///
/// `*known` says what is known of it. `*claim` is the caller's to answer and to free if it is claimed, else NULL;
/// `*response` is the first answer, the caller's to free, if it is answered, else NULL. `*until` is when it can be claimed
/// again, if it is busy, else 0; `until` may be NULL.
#[unsafe(no_mangle)]
pub extern "C" fn wxseal_recent_keys_claim(
    recent: Option<&wxseal_recent_keys>,
    key: wxseal_str<'_>,
    now: u64,
    known: Option<&mut MaybeUninit<wxseal_recent>>,
    claim: Option<&mut MaybeUninit<*mut wxseal_claim>>,
    response: Option<&mut MaybeUninit<*mut wxseal_response>>,
    until: Option<&mut MaybeUninit<u64>>,
) -> wxseal_status {
    guard(|| {
        let (recent, key) = (alive(recent)?, key.argument()?);
        let (Some(known), Some(claim), Some(response)) = (known, claim, response) else {
            return Err(Failure::NullPointer);
        };
        let found = recent.lock().claim(key, time(now));
        claim.write(ptr::null_mut());
        response.write(ptr::null_mut());
        if let Some(until) = until {
            until.write(if let Recent::Busy { until } = found { until } else { 0 });
        }
        known.write(match found {
            Recent::Claimed(ours) => {
                give(Some(claim), || Ok(wxseal_claim(ours)))?;
                WXSEAL_RECENT_CLAIMED
            }
            Recent::Busy { .. } => WXSEAL_RECENT_BUSY,
            Recent::Answered(first) => {
                give(Some(response), || Ok(wxseal_response(first)))?;
                WXSEAL_RECENT_ANSWERED
            }
        });
        Ok(())
    })
}

/// Stores the answer for the retries; copies it. `*stored` is 0 if the claim is no longer the caller's, or is of another
/// `wxseal_recent_keys`, else 1. The answer may be sent either way. `stored` may be NULL.
#[unsafe(no_mangle)]
pub extern "C" fn wxseal_recent_keys_answer(
    recent: Option<&wxseal_recent_keys>,
    claim: Option<&wxseal_claim>,
    response: Option<&wxseal_response>,
    now: u64,
    stored: Option<&mut MaybeUninit<i32>>,
) -> wxseal_status {
    guard(|| {
        let (recent, claim, response) = (alive(recent)?, alive(claim)?, alive(response)?);
        let ours = recent.lock().answer(&claim.0, response.0.clone(), time(now));
        if let Some(stored) = stored {
            stored.write(ours.into());
        }
        Ok(())
    })
}

/// Gives a claim back, so that a retry may try at once: for a handler that failed. The claim must still be freed.
/// `*released` is 0 if the claim is no longer the caller's, else 1; `released` may be NULL.
#[unsafe(no_mangle)]
pub extern "C" fn wxseal_recent_keys_release(
    recent: Option<&wxseal_recent_keys>,
    claim: Option<&wxseal_claim>,
    released: Option<&mut MaybeUninit<i32>>,
) -> wxseal_status {
    guard(|| {
        let ours = alive(recent)?.lock().release(&alive(claim)?.0);
        if let Some(released) = released {
            released.write(ours.into());
        }
        Ok(())
    })
}

/// How many keys are remembered; 0 if `recent` is NULL.
#[unsafe(no_mangle)]
pub extern "C" fn wxseal_recent_keys_length(recent: Option<&wxseal_recent_keys>) -> usize {
    recent.map_or(0, |recent| recent.lock().len())
}

/// Frees it. NULL is ignored.
#[unsafe(no_mangle)]
pub extern "C" fn wxseal_claim_free(claim: Option<Box<wxseal_claim>>) {
    take_back(claim);
}
