//! What nobody who calls one primitive after the other can be faster than: SHA-1, base64 and AES-256-CBC of the exact sizes,
//! each by the fastest of several libraries on this machine, into memory that is there already; and one borrowing parse of
//! the envelope.

use std::error::Error;
use std::hint::black_box;

use aes::{Aes256Dec, Aes256Enc, Block};
use aws_lc_sys::{AES_DECRYPT, AES_ENCRYPT, AES_KEY};
use base64::Engine;
use base64::engine::Simd;
use base64::engine::general_purpose::PAD;
use base64_simd::AsOut;
use cbc::cipher::{BlockModeDecrypt, BlockModeEncrypt, InnerIvInit, KeyInit};
use cpu_time::ProcessTime;
use quick_xml::Reader;
use quick_xml::events::Event;
use serde::Deserialize;
use sha1::{Digest, Sha1};
use wxseal::Format;

use crate::RANDOM;
use wxseal_bench::case::Case;

/// A primitive: reads the first, fills the second.
type Primitive = fn(&Keys, &[u8], &mut [u8]);

/// Key schedules and tables, made once.
struct Keys {
    encrypt: Aes256Enc,
    decrypt: Aes256Dec,
    aws_encrypt: AES_KEY,
    aws_decrypt: AES_KEY,
    iv: [u8; 16],
    base64: Simd,
}

const SHA1: [(&str, Primitive); 2] = [
    ("sha1", |_, text, out| out.copy_from_slice(&Sha1::digest(text))),
    ("aws-lc", |_, text, out| {
        // SAFETY: `text` is read for its length, and `out` has the 20 bytes of a digest.
        unsafe { aws_lc_sys::SHA1(text.as_ptr(), text.len(), out.as_mut_ptr()) };
    }),
];

const DECODE: [(&str, Primitive); 2] = [
    ("base64", |keys, text, out| _ = black_box(keys.base64.decode_slice(text, out))),
    ("base64-simd", |_, text, out| _ = black_box(base64_simd::STANDARD.decode(text, out.as_out()).is_ok())),
];

const ENCODE: [(&str, Primitive); 2] = [
    ("base64", |keys, bytes, out| _ = black_box(keys.base64.encode_slice(bytes, out))),
    ("base64-simd", |_, bytes, out| _ = black_box(base64_simd::STANDARD.encode(bytes, out.as_out()).len())),
];

const DECRYPT: [(&str, Primitive); 2] = [
    ("aes", |keys, from, to| {
        let (from, to) = (Block::slice_as_chunks(from).0, Block::slice_as_chunks_mut(to).0);
        let _ = cbc::Decryptor::inner_iv_init(&keys.decrypt, &keys.iv.into()).decrypt_blocks_b2b(from, to);
    }),
    ("aws-lc", |keys, from, to| aws_cbc(&keys.aws_decrypt, keys.iv, from, to, AES_DECRYPT)),
];

const ENCRYPT: [(&str, Primitive); 2] = [
    ("aes", |keys, from, to| {
        let (from, to) = (Block::slice_as_chunks(from).0, Block::slice_as_chunks_mut(to).0);
        let _ = cbc::Encryptor::inner_iv_init(&keys.encrypt, &keys.iv.into()).encrypt_blocks_b2b(from, to);
    }),
    ("aws-lc", |keys, from, to| aws_cbc(&keys.aws_encrypt, keys.iv, from, to, AES_ENCRYPT)),
];

fn aws_cbc(key: &AES_KEY, mut iv: [u8; 16], from: &[u8], to: &mut [u8], direction: i32) {
    let length = from.len().min(to.len());
    // SAFETY: both are valid for `length`, a whole number of blocks; the schedule was made for this direction.
    unsafe { aws_lc_sys::AES_cbc_encrypt(from.as_ptr(), to.as_mut_ptr(), length, key, iv.as_mut_ptr(), direction) }
}

/// The fastest way through one input, and the buffers that it needs.
pub struct Floor {
    keys: Keys,
    sha1: (&'static str, Primitive),
    decode: (&'static str, Primitive),
    encode: (&'static str, Primitive),
    decrypt: (&'static str, Primitive),
    encrypt: (&'static str, Primitive),
    /// Token, timestamp, nonce and cipher text of the push, sorted and joined.
    signed: Vec<u8>,
    sealed: Vec<u8>,
    plain: Vec<u8>,
    frame: Vec<u8>,
    reply: Vec<u8>,
    /// The same of the reply.
    signed_reply: Vec<u8>,
    digest: [u8; 20],
}

impl Floor {
    pub fn new(case: &Case) -> Result<Self, Box<dyn Error>> {
        let keys = Keys::new(case)?;
        let encrypt = envelope(case)?.as_bytes().to_vec();
        let signed = joined(case, &encrypt);
        let length = encrypt.len() / 4 * 3 - encrypt.iter().rev().take_while(|&&byte| byte == b'=').count();
        let mut sealed = vec![0; length];
        let mut plain = sealed.clone();
        let decode = fastest(&DECODE, &keys, &encrypt, &mut sealed);
        let decrypt = fastest(&DECRYPT, &keys, &sealed, &mut plain);

        let length = u32::try_from(case.message.len())?.to_be_bytes();
        let mut frame = [&RANDOM[..], &length, case.message.as_bytes(), case.receive_id.as_bytes()].concat();
        let pad = 32 - frame.len() % 32;
        frame.resize(frame.len() + pad, u8::try_from(pad)?);
        let mut cipher_text = frame.clone();
        let encrypt = fastest(&ENCRYPT, &keys, &frame, &mut cipher_text);
        let mut reply = vec![0; frame.len().div_ceil(3) * 4];
        let encode = fastest(&ENCODE, &keys, &cipher_text, &mut reply);
        let signed_reply = joined(case, &reply);
        let mut digest = [0; 20];
        let sha1 = fastest(&SHA1, &keys, &signed, &mut digest);
        plain.resize(plain.len().max(frame.len()), 0);
        Ok(Floor {
            keys,
            sha1,
            decode,
            encode,
            decrypt,
            encrypt,
            signed,
            sealed,
            plain,
            frame,
            reply,
            signed_reply,
            digest,
        })
    }

    /// Whose primitives were fastest.
    pub fn chosen(&self) -> String {
        format!(
            "SHA-1 {}, base64 {} and {}, AES-256-CBC {} and {}",
            self.sha1.0, self.decode.0, self.encode.0, self.decrypt.0, self.encrypt.0
        )
    }

    /// The cipher text of the reply.
    pub fn sealed(&self) -> &str {
        str::from_utf8(&self.reply).unwrap_or_default()
    }

    pub fn decrypt(&mut self, case: &Case) -> u8 {
        let Ok(encrypt) = envelope(case) else { return 0 };
        (self.sha1.1)(&self.keys, &self.signed, &mut self.digest);
        (self.decode.1)(&self.keys, encrypt.as_bytes(), &mut self.sealed);
        (self.decrypt.1)(&self.keys, &self.sealed, &mut self.plain);
        self.plain[0] ^ self.digest[0]
    }

    pub fn encrypt(&mut self) -> u8 {
        (self.encrypt.1)(&self.keys, &self.frame, &mut self.plain);
        (self.encode.1)(&self.keys, &self.plain[..self.frame.len()], &mut self.reply);
        (self.sha1.1)(&self.keys, &self.signed_reply, &mut self.digest);
        self.reply[0] ^ self.digest[0]
    }
}

impl Keys {
    fn new(case: &Case) -> Result<Self, Box<dyn Error>> {
        let lenient =
            base64::engine::GeneralPurpose::new(&base64::alphabet::STANDARD, PAD.with_decode_allow_trailing_bits(true));
        let key: [u8; 32] =
            lenient.decode(format!("{}=", case.encoding_aes_key))?.try_into().map_err(|_| "a key has 32 bytes")?;
        let (mut aws_encrypt, mut aws_decrypt) =
            (AES_KEY { rd_key: [0; 60], rounds: 0 }, AES_KEY { rd_key: [0; 60], rounds: 0 });
        // SAFETY: 32 bytes are 256 bits, and the schedules are ours.
        unsafe {
            aws_lc_sys::AES_set_encrypt_key(key.as_ptr(), 256, &raw mut aws_encrypt);
            aws_lc_sys::AES_set_decrypt_key(key.as_ptr(), 256, &raw mut aws_decrypt);
        }
        let iv = *key.first_chunk().ok_or("a key has 32 bytes")?;
        Ok(Keys {
            encrypt: Aes256Enc::new(&key.into()),
            decrypt: Aes256Dec::new(&key.into()),
            aws_encrypt,
            aws_decrypt,
            iv,
            base64: Simd::standard(PAD),
        })
    }
}

/// The cipher text, borrowed from the body.
fn envelope(case: &Case) -> Result<&str, Box<dyn Error>> {
    match case.format() {
        Format::Xml => {
            let mut reader = Reader::from_reader(case.body.as_bytes());
            let (mut encrypt, mut inside) = (None, false);
            loop {
                match reader.read_event()? {
                    Event::Start(start) => inside = start.name().as_ref() == "Encrypt",
                    Event::CData(text) if inside => {
                        if let std::borrow::Cow::Borrowed(text) = text.into_inner() {
                            encrypt = Some(text);
                        }
                    }
                    Event::End(_) => inside = false,
                    Event::Eof => return encrypt.ok_or_else(|| "no Encrypt".into()),
                    _ => {}
                }
            }
        }
        Format::Json => {
            #[derive(Deserialize)]
            struct Envelope<'a> {
                #[serde(rename = "Encrypt")]
                encrypt: &'a str,
            }
            Ok(serde_json::from_str::<Envelope<'_>>(&case.body)?.encrypt)
        }
    }
}

fn joined(case: &Case, encrypt: &[u8]) -> Vec<u8> {
    let mut parts = [case.token.as_bytes(), case.timestamp.as_bytes(), case.nonce.as_bytes(), encrypt];
    parts.sort_unstable();
    parts.concat()
}

/// The fastest of several for one input; `to` holds its result afterwards.
fn fastest<const N: usize>(
    rivals: &[(&'static str, Primitive); N],
    keys: &Keys,
    from: &[u8],
    to: &mut [u8],
) -> (&'static str, Primitive) {
    let rounds = 1 + 200_000 / (from.len() + 100);
    let mut best = vec![u128::MAX; N];
    for _ in 0..9 {
        for (best, (_, primitive)) in best.iter_mut().zip(rivals) {
            let begun = ProcessTime::now();
            for _ in 0..rounds {
                primitive(keys, black_box(from), black_box(to));
            }
            *best = (*best).min(begun.elapsed().as_nanos());
        }
    }
    let (_, &chosen) = best.iter().zip(rivals).min_by_key(|(best, _)| **best).unwrap_or((&0, &rivals[0]));
    chosen.1(keys, from, to);
    chosen
}
