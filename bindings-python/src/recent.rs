//! Floor 3: `RecentKeys`.

use std::sync::{Mutex, MutexGuard, PoisonError};

use pyo3::exceptions::PyRuntimeError;
use pyo3::prelude::*;

use crate::argument;
use crate::name;
use crate::response::Response;

// The signature of `RecentKeys` has the numbers, so that `help()` shows them.
const _: () = assert!(wxseal_core::RecentKeys::DEFAULT_CLAIM_FOR == 5);
const _: () = assert!(wxseal_core::RecentKeys::DEFAULT_KEEP_FOR == 600);
const _: () = assert!(wxseal_core::RecentKeys::DEFAULT_MAX_ENTRIES == 100_000);
const _: () = assert!(wxseal_core::RecentKeys::DEFAULT_MAX_BYTES == 67_108_864);

/// Remembers what one process has handled, so that a retry gets the first answer and nothing is done
/// twice.
///
/// A key is unknown, then claimed until a deadline, then answered, then forgotten. What is stored is the
/// finished `Response`, so nothing decrypted is kept. Entries and bytes are bounded: when a bound is
/// reached, the oldest entry is forgotten. Threads share one. Several processes keep the same states in
/// a store of theirs, such as Redis, which takes `Response.to_bytes`.
///
/// Args:
///     claim_for: how many seconds a handler may take before another may try: the platform waits 5.
///     keep_for: for how many seconds an answer is kept: longer than the platform's three tries and,
///         against replays, than twice the endpoint's tolerance.
///     max_entries: how many keys are remembered at most; at least one.
///     max_bytes: how many bytes they may take: of each the key, the body of its answer and 320 bytes
///         for the rest. A single one may be larger.
///
/// Raises:
///     InvalidConfig: one of them is negative.
///
/// >>> import wxseal
/// >>> recent = wxseal.RecentKeys()
/// >>> def once(incoming: wxseal.Incoming) -> wxseal.Response | None:
/// ...     known = recent.claim(incoming.dedup_key)
/// ...     if known.state != "claimed":
/// ...         return known.response  # None while another is at it: wait, and ask again
/// ...     try:
/// ...         response = incoming.success()  # what must not be done twice stands here
/// ...     except BaseException:
/// ...         recent.release(known)
/// ...         raise
/// ...     recent.answer(known, response)
/// ...     return response
#[pyclass(frozen, module = "wxseal")]
pub(crate) struct RecentKeys(Mutex<wxseal_core::RecentKeys>);

impl RecentKeys {
    /// Never held while Python code runs.
    fn lock(&self) -> MutexGuard<'_, wxseal_core::RecentKeys> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[pymethods]
impl RecentKeys {
    #[new]
    #[pyo3(signature = (claim_for = 5, keep_for = 600, *, max_entries = 100_000, max_bytes = 67_108_864))]
    fn new(
        #[pyo3(from_py_with = argument::number::<name::claim_for, _>)] claim_for: u64,
        #[pyo3(from_py_with = argument::number::<name::keep_for, _>)] keep_for: u64,
        #[pyo3(from_py_with = argument::number::<name::max_entries, _>)] max_entries: usize,
        #[pyo3(from_py_with = argument::number::<name::max_bytes, _>)] max_bytes: usize,
    ) -> Self {
        let recent = wxseal_core::RecentKeys::new(claim_for, keep_for);
        RecentKeys(Mutex::new(recent.max_entries(max_entries).max_bytes(max_bytes)))
    }

    /// Ask for a key, and claim it where nobody else has.
    ///
    /// Args:
    ///     key: `Incoming.dedup_key`, or any text.
    ///     now: the time in seconds; the system's, since 1970, unless given.
    #[pyo3(signature = (key, *, now = None))]
    fn claim(
        &self,
        #[pyo3(from_py_with = argument::setting::<name::key>)] key: &str,
        #[pyo3(from_py_with = argument::optional_number::<name::now, _>)] now: Option<u64>,
    ) -> Recent {
        Recent(self.lock().claim(key, now.unwrap_or_else(wxseal_os::now)))
    }

    /// Store the answer for the retries. `False` if the claim is no longer the caller's, since its time
    /// ran out, or is of another `RecentKeys`: the answer is not stored then, and may be sent all the same.
    ///
    /// Raises:
    ///     RuntimeError: what `claim` returned is no claim.
    #[pyo3(signature = (claim, response, *, now = None))]
    fn answer(
        &self,
        #[pyo3(from_py_with = argument::instance::<name::claim, _>)] claim: &Bound<'_, Recent>,
        #[pyo3(from_py_with = argument::instance::<name::response, _>)] response: &Bound<'_, Response>,
        #[pyo3(from_py_with = argument::optional_number::<name::now, _>)] now: Option<u64>,
    ) -> PyResult<bool> {
        let response = response.get().core().clone();
        Ok(self.lock().answer(claim.get().claim()?, response, now.unwrap_or_else(wxseal_os::now)))
    }

    /// Give a claim back, so that a retry may try at once: for a handler that failed. `False` if it is no
    /// longer the caller's.
    ///
    /// Raises:
    ///     RuntimeError: what `claim` returned is no claim.
    fn release(
        &self,
        #[pyo3(from_py_with = argument::instance::<name::claim, _>)] claim: &Bound<'_, Recent>,
    ) -> PyResult<bool> {
        Ok(self.lock().release(claim.get().claim()?))
    }

    /// How many keys are remembered.
    fn __len__(&self) -> usize {
        self.lock().len()
    }

    /// Shows how many keys are remembered; they can hold openids.
    fn __repr__(&self) -> String {
        format!("<wxseal.RecentKeys {} keys>", self.lock().len())
    }
}

/// What `RecentKeys.claim` knows of a key.
#[pyclass(frozen, module = "wxseal")]
pub(crate) struct Recent(wxseal_core::Recent);

impl Recent {
    fn claim(&self) -> PyResult<&wxseal_core::Claim> {
        match &self.0 {
            wxseal_core::Recent::Claimed(claim) => Ok(claim),
            _ => Err(PyRuntimeError::new_err("the key was not claimed: another has it, or has answered it")),
        }
    }
}

#[pymethods]
impl Recent {
    /// `"claimed"`: it is the caller's to handle now, and to `RecentKeys.answer`. `"busy"`: somebody is
    /// handling it: wait, or do not answer, and ask again. `"answered"`: answer the same.
    #[getter]
    fn state(&self) -> &'static str {
        match &self.0 {
            wxseal_core::Recent::Claimed(_) => "claimed",
            wxseal_core::Recent::Busy { .. } => "busy",
            wxseal_core::Recent::Answered(_) => "answered",
        }
    }

    /// The first answer, where the state is `"answered"`; else `None`.
    #[getter]
    fn response(&self) -> Option<Response> {
        match &self.0 {
            wxseal_core::Recent::Answered(response) => Some(response.clone().into()),
            _ => None,
        }
    }

    /// From when on the key can be claimed again, where the state is `"busy"`; else `None`.
    #[getter]
    fn until(&self) -> Option<u64> {
        match &self.0 {
            wxseal_core::Recent::Busy { until } => Some(*until),
            _ => None,
        }
    }

    /// Shows the state; the key may be any text, an openid too.
    fn __repr__(&self) -> String {
        format!("<wxseal.Recent {}>", self.state())
    }
}
