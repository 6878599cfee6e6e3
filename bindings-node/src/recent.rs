//! `RecentKeys`: what was handled.

use std::cell::RefCell;

use napi::bindgen_prelude::{Either3, Env, Unknown};
use wxseal_core::{Claim, Recent, RecentKeys, Setting};

use crate::error::{self, Failure};
use crate::handle::{self, Handle};
use crate::options::{self, Options};
use crate::realm::Response;
use crate::{response, text};

/// Borrowed only where no JavaScript runs.
type Keys = RefCell<RecentKeys>;

/// Takes for how long a claim holds and an answer is kept, in seconds, and how much is remembered.
pub(crate) fn recent_keys(_: Env, [options]: [Unknown<'_>; 1]) -> Result<Handle<Keys>, Failure> {
    let options = Options::new(options)?;
    let claim_for = options.seconds(c"claimFor", "claimFor must be a number", Setting::ClaimFor)?;
    let keep_for = options.seconds(c"keepFor", "keepFor must be a number", Setting::KeepFor)?;
    let max_entries = options.count(c"maxEntries", "maxEntries must be a number", Setting::MaxEntries)?;
    let max_bytes = options.count(c"maxBytes", "maxBytes must be a number", Setting::MaxBytes)?;
    let keys = RecentKeys::new(
        claim_for.unwrap_or(RecentKeys::DEFAULT_CLAIM_FOR),
        keep_for.unwrap_or(RecentKeys::DEFAULT_KEEP_FOR),
    )
    .max_entries(max_entries.unwrap_or(RecentKeys::DEFAULT_MAX_ENTRIES))
    .max_bytes(max_bytes.unwrap_or(RecentKeys::DEFAULT_MAX_BYTES));
    Ok(Handle(RefCell::new(keys)))
}

/// Asks for a key: a claim, the deadline of somebody else's, or the answer.
pub(crate) fn claim(
    _: Env,
    [keys, key, options, now]: [Unknown<'_>; 4],
) -> Result<Either3<Handle<Claim>, f64, Response>, Failure> {
    let keys = handle::required::<Keys>(keys, KEYS)?;
    let key = text::argument(key, "key must be a string")?;
    let now = options::now(options, now)?;
    Ok(match keys.borrow_mut().claim(&key, now) {
        Recent::Claimed(claim) => Either3::A(Handle(claim)),
        Recent::Busy { until } => Either3::B(error::integer(until)),
        Recent::Answered(response) => Either3::C(Response(response)),
    })
}

/// Stores the answer; `false` if the claim is no longer the caller's.
pub(crate) fn answer(_: Env, [keys, claim, response, options, now]: [Unknown<'_>; 5]) -> Result<bool, Failure> {
    let keys = handle::required::<Keys>(keys, KEYS)?;
    let now = options::now(options, now)?;
    let claim = handle::required(claim, CLAIM)?;
    let response = response::stored(response, "response must be a WxsealResponse")?;
    Ok(keys.borrow_mut().answer(claim, response, now))
}

/// Gives a claim back; `false` if it is no longer the caller's.
pub(crate) fn release(_: Env, [keys, claim]: [Unknown<'_>; 2]) -> Result<bool, Failure> {
    let keys = handle::required::<Keys>(keys, KEYS)?;
    let claim = handle::required(claim, CLAIM)?;
    Ok(keys.borrow_mut().release(claim))
}

/// How many keys are remembered.
pub(crate) fn recent_size(_: Env, [keys]: [Unknown<'_>; 1]) -> Result<u32, Failure> {
    let keys = handle::required::<Keys>(keys, KEYS)?;
    Ok(u32::try_from(keys.borrow().len()).unwrap_or(u32::MAX))
}

const KEYS: &str = "this must be a RecentKeys";
const CLAIM: &str = "claim must be what claim() returned";
