//! How much memory a call takes beside what it was given, and what it costs to make a `MsgCrypt`: one line of JSON each.

use std::alloc::{GlobalAlloc, Layout, System};
use std::error::Error;
use std::hint::black_box;
use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};

use cpu_time::ProcessTime;
use serde_json::json;

use wxseal_bench::case::Case;

/// The system's allocator, and how many bytes of it are and were in use.
struct Counting;

static USED: AtomicUsize = AtomicUsize::new(0);
static PEAK: AtomicUsize = AtomicUsize::new(0);

fn count(more: usize, less: usize) {
    let used = USED.fetch_add(more, Relaxed) + more;
    PEAK.fetch_max(used, Relaxed);
    USED.fetch_sub(less, Relaxed);
}

// SAFETY: every call is the system allocator's own; beside it there is only counting.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        count(layout.size(), 0);
        // SAFETY: the caller's promise is passed on.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        count(0, layout.size());
        // SAFETY: the caller's promise is passed on.
        unsafe { System.dealloc(pointer, layout) }
    }

    unsafe fn realloc(&self, pointer: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        // Both exist while the one is copied into the other.
        count(size, layout.size());
        // SAFETY: the caller's promise is passed on.
        unsafe { System.realloc(pointer, layout, size) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

/// The most that was in use at once during a call, beyond what was in use before it.
fn peak<T, E>(call: impl FnOnce() -> Result<T, E>) -> Result<(T, usize), E> {
    let before = USED.load(Relaxed);
    PEAK.store(before, Relaxed);
    let result = black_box(call()?);
    Ok((result, PEAK.load(Relaxed) - before))
}

fn main() -> Result<(), Box<dyn Error>> {
    let cases = PathBuf::from(std::env::args_os().nth(1).ok_or("usage: wxseal-bench-memory CASES")?);
    for format in ["xml", "json"] {
        for size in [300, 1024, 4096, 65536, 1_048_576] {
            let case = Case::read(&cases.join(format!("{format}-{size}.json")))?;
            let crypt = case.crypt()?;
            // What is made once and for all is no message's.
            drop(case.decrypt(&crypt)?);
            let (_, used) = peak(|| case.decrypt(&crypt))?;
            let body = case.body.len();
            println!("{}", json!({"name": "decrypt", "format": format, "size": size, "peak": used, "of": body}));
            let (reply, used) = peak(|| case.encrypt(&crypt, b"0123456789abcdef"))?;
            let reply = reply.len();
            println!("{}", json!({"name": "encrypt", "format": format, "size": size, "peak": used, "of": reply}));
        }
    }
    let case = Case::read(&cases.join("xml-1024.json"))?;
    let (crypt, heap) = peak(|| case.crypt())?;
    let peak = heap + size_of_val(&crypt);
    let mut times = Vec::new();
    for _ in 0..101 {
        let begun = ProcessTime::now();
        for _ in 0..100 {
            black_box(black_box(&case).crypt()?);
        }
        times.push(begun.elapsed().as_nanos() / 100);
    }
    times.sort_unstable();
    println!("{}", json!({"name": "construct", "peak": peak, "ns": times.get(times.len() / 2)}));
    Ok(())
}
