//! What `max_bytes` counts, beside what the allocator gives.
#![cfg(test)]

use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::atomic::{AtomicUsize, Ordering};

use wxseal::{Endpoint, Incoming, Recent, RecentKeys, Stamp, platform};

struct Counting;

static HELD: AtomicUsize = AtomicUsize::new(0);

#[global_allocator]
static ALLOCATOR: Counting = Counting;

/// A block with the allocator's own part of it, as glibc has them.
fn size(layout: Layout) -> usize {
    (layout.size() + 8).next_multiple_of(16).max(32)
}

// SAFETY: each block comes from `System` and goes back to it, with the layout that it came with; `realloc` is the default
// one, which calls these two.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        HELD.fetch_add(size(layout), Ordering::Relaxed);
        // SAFETY: the caller promises that the layout has a size.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        HELD.fetch_sub(size(layout), Ordering::Relaxed);
        // SAFETY: the caller promises that it came from `alloc` with this layout.
        unsafe { System.dealloc(pointer, layout) }
    }
}

// One test, since the counter is everybody's.
#[test]
fn no_more_memory_is_taken_than_max_bytes_and_most_of_it_is_used() {
    const MAX_BYTES: usize = 1 << 20;
    let request = platform::plain_push("token", b"{}", Stamp::for_reply("1714112445", "1").unwrap()).unwrap();
    let incoming = Endpoint::plain("token").unwrap().receive("POST", &request.query, &request.body, 1_714_112_445);
    let Ok(Incoming::Push(push)) = incoming else { panic!("{incoming:?}") };

    for (key_length, body_length) in [(0, 0), (40, 0), (300, 0), (40, 7), (40, 500), (2000, 10_000)] {
        for answered in [false, true] {
            // Neighbours in time are neighbours in the map, or they are not.
            for scattered in [false, true] {
                let before = HELD.load(Ordering::Relaxed);
                let mut recent = RecentKeys::default().max_bytes(MAX_BYTES);
                let mut most = 0;
                for number in 0..10_000_u64 {
                    let name = if scattered { number.wrapping_mul(0x9e37_79b9_7f4a_7c15) } else { number };
                    let key = format!("{name:020}{}", "k".repeat(key_length));
                    let Recent::Claimed(claim) = recent.claim(&key, 0) else { panic!("{key} is known") };
                    if answered {
                        // With room that the answer does not need.
                        let mut body = Vec::with_capacity(3 * body_length);
                        body.resize(body_length, b'x');
                        recent.answer(&claim, push.reply_raw(&body).seal(0, &[0; 16]).unwrap(), 0);
                    }
                    drop((claim, key));
                    most = most.max(HELD.load(Ordering::Relaxed).saturating_sub(before));
                }
                let keys = recent.len();
                let case = format!("{key_length} {body_length} {answered} {scattered}: {most} for {keys}");
                assert!(most <= MAX_BYTES && most > MAX_BYTES / 2, "{case}");
            }
        }
    }
}
