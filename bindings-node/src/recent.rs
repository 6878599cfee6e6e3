//! `RecentKeys`: what was handled.

use std::cell::RefCell;

use napi::bindgen_prelude::{ClassInstance, Either3, Env, Unknown};
use napi_derive::napi;
use wxseal_core::{Recent, Setting};

use crate::error::{Failure, Thrown};
use crate::options::Options;
use crate::response::{self, Response};
use crate::text;

/// Remembers what was handled, in one thread.
#[napi]
pub struct RecentKeys {
    /// Borrowed only where no JavaScript runs.
    inner: RefCell<wxseal_core::RecentKeys>,
}

/// The right to answer a key.
#[napi]
pub struct Claim {
    inner: wxseal_core::Claim,
}

#[napi]
impl RecentKeys {
    /// Takes for how long a claim holds and an answer is kept, in seconds, and how much is remembered.
    ///
    /// # Errors
    /// `WxsealError`: `InvalidConfig`.
    #[napi(constructor, catch_unwind)]
    pub fn new(env: Env, options: Unknown<'_>) -> Result<Self, Thrown> {
        Failure::thrown(env, || {
            let options = Options::new(options)?;
            let claim_for = options.seconds(c"claimFor", "claimFor must be a number", Setting::ClaimFor)?;
            let keep_for = options.seconds(c"keepFor", "keepFor must be a number", Setting::KeepFor)?;
            let max_entries = options.count(c"maxEntries", "maxEntries must be a number", Setting::MaxEntries)?;
            let max_bytes = options.count(c"maxBytes", "maxBytes must be a number", Setting::MaxBytes)?;
            let inner = wxseal_core::RecentKeys::new(
                claim_for.unwrap_or(wxseal_core::RecentKeys::DEFAULT_CLAIM_FOR),
                keep_for.unwrap_or(wxseal_core::RecentKeys::DEFAULT_KEEP_FOR),
            )
            .max_entries(max_entries.unwrap_or(wxseal_core::RecentKeys::DEFAULT_MAX_ENTRIES))
            .max_bytes(max_bytes.unwrap_or(wxseal_core::RecentKeys::DEFAULT_MAX_BYTES));
            Ok(RecentKeys { inner: RefCell::new(inner) })
        })
    }

    /// Asks for a key: a claim, the deadline of somebody else's, or the answer.
    ///
    /// # Errors
    /// A `TypeError`, and `WxsealError`: `InvalidConfig` for a key that is no text.
    #[napi(catch_unwind)]
    pub fn claim(
        &self,
        env: Env,
        key: Unknown<'_>,
        options: Unknown<'_>,
    ) -> Result<Either3<Claim, f64, Response>, Thrown> {
        Failure::thrown(env, || {
            let key = text::argument(key, "key must be a string")?;
            let now = wxseal_os::now_or(Options::new(options)?.now()?);
            Ok(match self.inner.borrow_mut().claim(&key, now) {
                Recent::Claimed(inner) => Either3::A(Claim { inner }),
                Recent::Busy { until } => Either3::B(crate::error::integer(until)),
                Recent::Answered(response) => Either3::C(Response::new(response)),
            })
        })
    }

    /// Stores the answer; `false` if the claim is no longer the caller's.
    ///
    /// # Errors
    /// A `TypeError`.
    #[napi(catch_unwind)]
    pub fn answer(
        &self,
        env: Env,
        claim: Unknown<'_>,
        response: Unknown<'_>,
        options: Unknown<'_>,
    ) -> Result<bool, Thrown> {
        Failure::thrown(env, || {
            let now = wxseal_os::now_or(Options::new(options)?.now()?);
            let (claim, response) = (held(claim)?, response::copied(response)?);
            Ok(self.inner.borrow_mut().answer(&claim.inner, response, now))
        })
    }

    /// Gives a claim back; `false` if it is no longer the caller's.
    ///
    /// # Errors
    /// A `TypeError`.
    #[napi(catch_unwind)]
    pub fn release(&self, env: Env, claim: Unknown<'_>) -> Result<bool, Thrown> {
        Failure::thrown(env, || Ok(self.inner.borrow_mut().release(&held(claim)?.inner)))
    }

    /// How many keys are remembered.
    #[napi(catch_unwind)]
    #[must_use]
    pub fn size(&self) -> u32 {
        u32::try_from(self.inner.borrow().len()).unwrap_or(u32::MAX)
    }
}

/// A claim that `index.js` passes.
fn held(value: Unknown<'_>) -> Result<ClassInstance<'_, Claim>, Failure> {
    // SAFETY: the value is of the call under way; napi checks the tag of its type.
    unsafe { value.cast() }.map_err(|_: napi::Error| Failure::Type("claim must be what claim() returned"))
}
