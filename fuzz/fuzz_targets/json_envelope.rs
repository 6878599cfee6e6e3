//! Whatever the core takes for a JSON envelope has exactly one `Encrypt` for another reader too, and the same one.
#![no_main]

use libfuzzer_sys::fuzz_target;
use wxseal_core::Error;
use wxseal_fuzz::{CRYPT, NONCE, TIMESTAMP, TOKEN, WRONG, json};

fuzz_target!(|body: &[u8]| {
    let text = wxseal_fuzz::without_bom(body);
    if text.first() != Some(&b'{') {
        return;
    }
    let accepted = match CRYPT.decrypt(WRONG, TIMESTAMP, NONCE, body).unwrap_err() {
        Error::SignatureMismatch => true,
        Error::MalformedEnvelope => false,
        error => panic!("{error}"),
    };
    if !accepted {
        return;
    }
    let document = json::read(text).expect("another reader refuses it");
    let [(1, encrypt)] = document.named(&["Encrypt", "encrypt"])[..] else { panic!("not one Encrypt at the top") };
    let encrypt = encrypt.text().expect("an Encrypt that is no text");
    let signature = twin::sign(&[TOKEN, TIMESTAMP, NONCE, encrypt]);
    let opened = CRYPT.decrypt(&signature, TIMESTAMP, NONCE, body);
    assert_eq!(opened.map_err(Error::name), wxseal_fuzz::open(encrypt));
});
