//! `RecentKeys`.

use std::sync::{Mutex, MutexGuard, PoisonError};

use pyo3::prelude::*;

use crate::argument::{self, Text};
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
/// ...     if known.claim is None:
/// ...         return known.response  # None while another is at it: wait, and ask again
/// ...     try:
/// ...         response = incoming.success()  # what must not be done twice stands here
/// ...     except BaseException:
/// ...         known.claim.release()
/// ...         raise
/// ...     known.claim.answer(response)
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
        slf: &Bound<'_, Self>,
        #[pyo3(from_py_with = argument::setting::<name::key>)] key: Text<'_>,
        #[pyo3(from_py_with = argument::optional_number::<name::now, _>)] now: Option<u64>,
    ) -> PyResult<Recent> {
        let known = slf.get().lock().claim(&key, wxseal_os::now_or(now));
        Ok(Recent(match known {
            wxseal_core::Recent::Claimed(claim) => {
                State::Claimed(Py::new(slf.py(), Claim { recent: slf.clone().unbind(), claim })?)
            }
            wxseal_core::Recent::Busy { until } => State::Busy { until },
            wxseal_core::Recent::Answered(response) => State::Answered(response),
        }))
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
pub(crate) struct Recent(State);

enum State {
    Claimed(Py<Claim>),
    Busy { until: u64 },
    Answered(wxseal_core::Response),
}

#[pymethods]
impl Recent {
    /// `"claimed"`: it is the caller's to handle now, and to answer by the `claim`. `"busy"`: somebody is
    /// handling it: wait, or do not answer, and ask again. `"answered"`: answer the same.
    #[getter]
    fn state(&self) -> &'static str {
        match &self.0 {
            State::Claimed(_) => "claimed",
            State::Busy { .. } => "busy",
            State::Answered(_) => "answered",
        }
    }

    /// The right to answer the key, where the state is `"claimed"`; else `None`.
    #[getter]
    fn claim(&self) -> Option<&Py<Claim>> {
        match &self.0 {
            State::Claimed(claim) => Some(claim),
            _ => None,
        }
    }

    /// From when on the key can be claimed again, where the state is `"busy"`; else `None`.
    #[getter]
    fn until(&self) -> Option<u64> {
        match &self.0 {
            State::Busy { until } => Some(*until),
            _ => None,
        }
    }

    /// The first answer, where the state is `"answered"`; else `None`.
    #[getter]
    fn response(&self) -> Option<Response> {
        match &self.0 {
            State::Answered(response) => Some(response.clone().into()),
            _ => None,
        }
    }

    /// Shows the state; the key may be any text, an openid too.
    fn __repr__(&self) -> String {
        format!("<wxseal.Recent {}>", self.state())
    }
}

/// The right to answer a key, from `Recent.claim`: the caller's until its time has run out and another
/// took it over.
#[pyclass(frozen, module = "wxseal")]
pub(crate) struct Claim {
    recent: Py<RecentKeys>,
    claim: wxseal_core::Claim,
}

#[pymethods]
impl Claim {
    /// Store the answer for the retries. `False` if the claim is no longer the caller's: the answer is not
    /// stored then, and may be sent all the same.
    ///
    /// Args:
    ///     response: what to answer, now and to every retry.
    ///     now: the time in seconds; the system's, since 1970, unless given.
    #[pyo3(signature = (response, *, now = None))]
    fn answer(
        &self,
        #[pyo3(from_py_with = argument::instance::<name::response, _>)] response: &Bound<'_, Response>,
        #[pyo3(from_py_with = argument::optional_number::<name::now, _>)] now: Option<u64>,
    ) -> bool {
        let response = response.get().core().clone();
        self.recent.get().lock().answer(&self.claim, response, wxseal_os::now_or(now))
    }

    /// Give the claim back, so that a retry may try at once: for a handler that failed. `False` if it is no
    /// longer the caller's.
    fn release(&self) -> bool {
        self.recent.get().lock().release(&self.claim)
    }

    /// Shows nothing: the key may be any text, an openid too.
    #[allow(clippy::unused_self)] // Python passes it.
    fn __repr__(&self) -> &'static str {
        "<wxseal.Claim>"
    }
}
