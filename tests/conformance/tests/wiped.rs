//! No block of memory that the core gives back holds a Token, a key or a key schedule, nor a piece of one of 16 bytes, nor is
//! a reply's plaintext left behind by its encryption.
//!
//! The allocator of this test looks into every block before it is freed, so that whatever a value was copied to on its way
//! is seen too. What lies on the stack is not.
#![expect(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test fails by panicking")]

use std::alloc::{GlobalAlloc, Layout, System};
use std::collections::BTreeSet;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::{array, slice};

use wxseal_core::{
    EncodingAesKey, Endpoint, Format, Incoming, MsgCrypt, Stamp, Token, decrypt_open_data, platform, sign,
    verify_signature,
};

const TOKEN: &str = "WipedTokenOfTheTests";
/// The base64 of [`KEY`].
const ENCODING_AES_KEY: &str = "YD3rEBXKcb4rc67whX13gR81LAc7YQjXLZgQowkU3/Q";
/// The key of FIPS 197, appendix A.3, which prints its schedule.
const KEY: [u8; 32] = [
    0x60, 0x3d, 0xeb, 0x10, 0x15, 0xca, 0x71, 0xbe, 0x2b, 0x73, 0xae, 0xf0, 0x85, 0x7d, 0x77, 0x81, 0x1f, 0x35, 0x2c,
    0x07, 0x3b, 0x61, 0x08, 0xd7, 0x2d, 0x98, 0x10, 0xa3, 0x09, 0x14, 0xdf, 0xf4,
];
const REPLY: &str = "a reply that is longer than two groups of base64 are, so that it is filled into each of them, its first \
    and its last one, and that stands nowhere else, neither in a request nor in another reply of this test, nor in a vector";
const NOW: u64 = 1_714_112_445;
/// A `session_key` is 16 bytes: here the first of [`KEY`].
const SESSION_KEY: &str = "YD3rEBXKcb4rc67whX13gQ==";

/// The length of the pieces.
const PIECE: usize = 16;

struct Searching;

/// What is looked for: every piece of every secret.
static PIECES: OnceLock<BTreeSet<[u8; PIECE]>> = OnceLock::new();
/// Whether blocks are looked into now; how many were, and how many held something.
static SEARCHING: AtomicBool = AtomicBool::new(false);
static SEARCHED: AtomicUsize = AtomicUsize::new(0);
static FOUND: AtomicUsize = AtomicUsize::new(0);

#[global_allocator]
static ALLOCATOR: Searching = Searching;

// SAFETY: each block comes from `System` and goes back to it, with the layout that it came with. The methods that have a
// default keep it: `realloc` allocates, copies and frees, so that what it leaves behind is seen.
unsafe impl GlobalAlloc for Searching {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        // SAFETY: the caller promises that the layout has a size. The block is zeroed so that it can be read when it comes
        // back, whatever of it was written.
        unsafe { System.alloc_zeroed(layout) }
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        // SAFETY: the block came from `alloc`, initialised, and nobody uses it any more.
        search(unsafe { slice::from_raw_parts(pointer, layout.size()) });
        // SAFETY: the caller promises that it came from `alloc` with this layout.
        unsafe { System.dealloc(pointer, layout) }
    }
}

fn search(block: &[u8]) {
    if SEARCHING.load(Ordering::Relaxed)
        && let Some(pieces) = PIECES.get()
    {
        let holds = block.array_windows().any(|window| pieces.contains(window));
        SEARCHED.fetch_add(1, Ordering::Relaxed);
        FOUND.fetch_add(holds.into(), Ordering::Relaxed);
    }
}

/// How many blocks with a secret were freed meanwhile.
fn found(run: impl FnOnce()) -> usize {
    let (searched, before) = (SEARCHED.load(Ordering::Relaxed), FOUND.load(Ordering::Relaxed));
    SEARCHING.store(true, Ordering::Relaxed);
    run();
    SEARCHING.store(false, Ordering::Relaxed);
    assert!(SEARCHED.load(Ordering::Relaxed) > searched, "nothing was freed");
    FOUND.load(Ordering::Relaxed) - before
}

// One test, since the counters are everybody's.
#[test]
fn nothing_secret_is_freed_as_it_was() {
    let [encrypt, decrypt] = schedules();
    let schedules = [encrypt.as_flattened(), decrypt.as_flattened()];
    let texts = [TOKEN, ENCODING_AES_KEY, SESSION_KEY, REPLY].map(str::as_bytes);
    let pieces = texts.iter().chain(&schedules).flat_map(|secret| secret.array_windows().copied());
    PIECES.set(pieces.collect()).unwrap();

    // The test would see it.
    assert_eq!(found(|| drop(TOKEN.to_owned())), 1);
    assert_eq!(found(|| drop(REPLY.to_owned())), 1);
    assert_eq!(found(|| drop(Box::new(KEY))), 1);
    assert_eq!(found(|| drop(Box::new(decrypt[7]))), 1);
    assert_eq!(found(|| drop(vec![0; 100])), 0);

    assert_eq!(found(|| drop(Box::new(MsgCrypt::new(TOKEN, ENCODING_AES_KEY, "wx1").unwrap()))), 0, "MsgCrypt");
    assert_eq!(found(parts), 0, "Token, EncodingAESKey, seal, open, sign");
    let crypt = MsgCrypt::new(TOKEN, ENCODING_AES_KEY, "wx1").unwrap();
    assert_eq!(
        found(|| drop(crypt.encrypt(REPLY.as_bytes(), "1714112445", "n1", Format::Json, &[7; 16]).unwrap())),
        0,
        "a reply's plaintext"
    );
    assert_eq!(found(seal_and_open), 0, "encrypt, decrypt, receive, answer, diagnose");
    assert_eq!(found(plain), 0, "plain mode");
    assert_eq!(found(refuse), 0, "settings and requests that are refused");
    assert_eq!(
        found(|| drop(decrypt_open_data(SESSION_KEY, "A".repeat(64), format!("{}==", "A".repeat(22)), "wx1"))),
        0,
        "open data"
    );
}

fn stamp() -> Stamp<'static> {
    Stamp::new("1714112445", "n1").unwrap()
}

fn parts() {
    let (token, key) = (Token::new(TOKEN).unwrap(), EncodingAesKey::new(ENCODING_AES_KEY).unwrap());
    drop(format!("{token:?} {key:?}"));
    let crypt = MsgCrypt::of(token.clone(), &key.clone(), "wx1").unwrap();
    let sealed = crypt.seal(b"<xml></xml>", stamp(), &[7; 16]).unwrap();
    drop(crypt.open(&sealed.msg_signature, stamp(), &sealed.encrypt).unwrap());
    assert_eq!(sign(TOKEN, stamp(), &sealed.encrypt), Ok(sealed.msg_signature));
}

fn seal_and_open() {
    let crypt = MsgCrypt::new(TOKEN, ENCODING_AES_KEY, "wx1").unwrap();
    let message = br#"{"ToUserName":"gh_1","FromUserName":"o1","MsgType":"text","Content":"hi"}"#;
    for format in [Format::Xml, Format::Json] {
        let request = platform::push(&crypt, message, stamp(), format, &[7; 16]).unwrap();
        let endpoint = Endpoint::new(MsgCrypt::new(TOKEN, ENCODING_AES_KEY, "wx1").unwrap())
            .also_accept(MsgCrypt::new(TOKEN, ENCODING_AES_KEY, "wx2").unwrap());
        let clone = endpoint.clone();
        drop(endpoint);
        let Incoming::Push(push) = clone.receive(request.method, &request.query, &request.body, NOW).unwrap() else {
            panic!("not a push")
        };
        let answer = push.reply_text("hello").unwrap().seal(NOW, &[8; 16]).unwrap();
        platform::open_reply(&crypt, answer.body()).unwrap();
        drop(clone.diagnose(request.method, request.query.replace("n1", "n2"), &request.body, NOW));
        // The push keeps the settings that opened it.
        drop(clone);
        drop(push);
    }
}

fn plain() {
    let endpoint = Endpoint::plain(TOKEN).unwrap();
    let request = platform::plain_push(TOKEN, b"<xml><MsgType>text</MsgType></xml>", stamp()).unwrap();
    drop(endpoint.clone().receive(request.method, &request.query, &request.body, NOW).unwrap());
    drop(endpoint.diagnose(request.method, request.query.replace("n1", "n2"), &request.body, NOW));
    let check = platform::url_check(TOKEN, stamp(), "1").unwrap();
    drop(endpoint.receive(check.method, &check.query, b"", NOW).unwrap());
}

fn refuse() {
    drop(MsgCrypt::new(TOKEN, concat!("YD3rEBXKcb4rc67whX13gR81LAc7YQjXLZgQowkU3/", "*"), "wx1"));
    drop(MsgCrypt::new(concat!("WipedTokenOfTheTests", " "), ENCODING_AES_KEY, "wx1"));
    verify_signature(TOKEN, "", "1714112445", "n1").unwrap_err();
    let crypt = MsgCrypt::new(TOKEN, ENCODING_AES_KEY, "wx1").unwrap();
    drop(crypt.decrypt("", "1714112445", "n1", b"<xml><Encrypt>AAAA</Encrypt></xml>"));
    drop(format!("{crypt:?}"));
    drop(format!("{:?}", Endpoint::new(crypt)));
}

/// The round keys of both directions, by FIPS 197, chapter 5: for encryption, and for the equivalent inverse cipher, which
/// processors decrypt by.
fn schedules() -> [Vec<[u8; 16]>; 2] {
    let mut words: Vec<[u8; 4]> = KEY.as_chunks().0.to_vec();
    let mut constant = 1;
    for number in 8..60 {
        let mut word: [u8; 4] = words[number - 1];
        if number % 8 == 0 {
            word.rotate_left(1);
        }
        if number % 4 == 0 {
            word = word.map(substituted);
        }
        if number % 8 == 0 {
            word[0] ^= constant;
            constant = times(constant, 2);
        }
        words.push(array::from_fn(|i| word[i] ^ words[number - 8][i]));
    }
    // As the appendix prints the last.
    assert_eq!(words[59], [0x70, 0x6c, 0x63, 0x1e]);
    let keys = |words: &[[u8; 4]]| words.as_flattened().as_chunks().0.to_vec();
    let mixed: Vec<[u8; 4]> = words.iter().copied().map(inversely_mixed).collect();
    [keys(&words), keys(&mixed)]
}

/// Multiplication in GF(2^8).
fn times(mut a: u8, mut b: u8) -> u8 {
    let mut product = 0;
    while b != 0 {
        product ^= if b & 1 == 1 { a } else { 0 };
        a = (a << 1) ^ if a & 0x80 == 0 { 0 } else { 0x1b };
        b >>= 1;
    }
    product
}

/// `SubBytes`: the inverse, and then an affine transformation.
fn substituted(byte: u8) -> u8 {
    let inverse = (1..=255).find(|&other| times(byte, other) == 1).unwrap_or(0);
    (0..5).fold(0x63, |sum, turns| sum ^ u8::rotate_left(inverse, turns))
}

/// `InvMixColumns` of one column.
fn inversely_mixed(word: [u8; 4]) -> [u8; 4] {
    let row = [14, 11, 13, 9];
    array::from_fn(|i| (0..4).fold(0, |sum, j| sum ^ times(word[j], row[(j + 4 - i) % 4])))
}
