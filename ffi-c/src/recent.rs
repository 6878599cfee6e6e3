//! Floor 3: `RecentKeys`.

use std::ffi::c_char;
use std::sync::{Mutex, MutexGuard, PoisonError};

use wxseal_core::{Claim, Recent, RecentKeys, Setting};

use crate::argument::{alive, give, take_back, text};
use crate::endpoint::time;
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

/// `claim_for` is for how many seconds a handler may take before another may try: `WXSEAL_DEFAULT_CLAIM_FOR` will do.
/// `keep_for` is for how many seconds an answer is kept: longer than the platform's three tries and, against replays, than
/// twice the endpoint's tolerance; `WXSEAL_DEFAULT_KEEP_FOR` will do. `max_entries` bounds how many keys are remembered, and
/// `max_bytes` what they take: of each the key, the body of its answer and 320 bytes for the rest. 0 is
/// `WXSEAL_DEFAULT_MAX_ENTRIES` and `WXSEAL_DEFAULT_MAX_BYTES`. At a bound the oldest is forgotten.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxseal_recent_keys_new(
    claim_for: u64,
    keep_for: u64,
    max_entries: usize,
    max_bytes: usize,
    out: *mut *mut wxseal_recent_keys,
) -> wxseal_status {
    let or_default = |given: usize, default: usize| if given == 0 { default } else { given };
    let make = || {
        let recent = RecentKeys::new(claim_for, keep_for)
            .max_entries(or_default(max_entries, RecentKeys::DEFAULT_MAX_ENTRIES))
            .max_bytes(or_default(max_bytes, RecentKeys::DEFAULT_MAX_BYTES));
        Ok(wxseal_recent_keys(Mutex::new(recent)))
    };
    // SAFETY: the header promises that `out` is NULL or writable.
    guard(|| unsafe { give(make, out) })
}

/// Frees it. NULL is ignored.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxseal_recent_keys_free(recent: *mut wxseal_recent_keys) {
    // SAFETY: the header promises that it came from this library and is freed once.
    unsafe { take_back(recent) }
}

/// Asks for a key, and claims it where nobody else has. `now` is in seconds since 1970, 0 for the system's.
///
/// `*known` says what is known of it. `*claim` is the caller's to answer and to free if it is claimed, else NULL;
/// `*response` is the first answer, the caller's to free, if it is answered, else NULL. `*until` is when it can be claimed
/// again, if it is busy, else 0; `until` may be NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxseal_recent_keys_claim(
    recent: *const wxseal_recent_keys,
    key: *const c_char,
    now: u64,
    known: *mut wxseal_recent,
    claim: *mut *mut wxseal_claim,
    response: *mut *mut wxseal_response,
    until: *mut u64,
) -> wxseal_status {
    guard(|| {
        // SAFETY: the header promises that the handle is NULL or alive, and that the key is NULL or NUL-terminated.
        let (recent, key) = unsafe { (alive(recent)?, text(key, Setting::Argument)?) };
        if known.is_null() || claim.is_null() || response.is_null() {
            return Err(Failure::NullPointer);
        }
        let found = recent.lock().claim(key, time(now));
        let deadline = if let Recent::Busy { until } = found { until } else { 0 };
        // SAFETY: none is NULL but perhaps `until`, and the header promises that they are writable.
        unsafe {
            claim.write(std::ptr::null_mut());
            response.write(std::ptr::null_mut());
            if !until.is_null() {
                until.write(deadline);
            }
            match found {
                Recent::Claimed(ours) => {
                    give(|| Ok(wxseal_claim(ours)), claim)?;
                    known.write(WXSEAL_RECENT_CLAIMED);
                }
                Recent::Busy { .. } => known.write(WXSEAL_RECENT_BUSY),
                Recent::Answered(first) => {
                    give(|| Ok(wxseal_response::new(first)), response)?;
                    known.write(WXSEAL_RECENT_ANSWERED);
                }
            }
        }
        Ok(())
    })
}

/// Stores the answer for the retries; copies it. `*stored` is 0 if the claim is no longer the caller's, or is of another
/// `wxseal_recent_keys`, else 1. The answer may be sent either way. `stored` may be NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxseal_recent_keys_answer(
    recent: *const wxseal_recent_keys,
    claim: *const wxseal_claim,
    response: *const wxseal_response,
    now: u64,
    stored: *mut i32,
) -> wxseal_status {
    guard(|| {
        // SAFETY: the header promises that the handles are NULL or alive.
        let (recent, claim, response) = unsafe { (alive(recent)?, alive(claim)?, alive(response)?) };
        let ours = recent.lock().answer(&claim.0, response.response.clone(), time(now));
        if !stored.is_null() {
            // SAFETY: not NULL, and the header promises that it is writable.
            unsafe { stored.write(ours.into()) };
        }
        Ok(())
    })
}

/// Gives a claim back, so that a retry may try at once: for a handler that failed. The claim must still be freed.
/// `*released` is 0 if the claim is no longer the caller's, else 1; `released` may be NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxseal_recent_keys_release(
    recent: *const wxseal_recent_keys,
    claim: *const wxseal_claim,
    released: *mut i32,
) -> wxseal_status {
    guard(|| {
        // SAFETY: the header promises that the handles are NULL or alive.
        let (recent, claim) = unsafe { (alive(recent)?, alive(claim)?) };
        let ours = recent.lock().release(&claim.0);
        if !released.is_null() {
            // SAFETY: not NULL, and the header promises that it is writable.
            unsafe { released.write(ours.into()) };
        }
        Ok(())
    })
}

/// Frees it. NULL is ignored.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxseal_claim_free(claim: *mut wxseal_claim) {
    // SAFETY: the header promises that it came from this library and is freed once.
    unsafe { take_back(claim) }
}
