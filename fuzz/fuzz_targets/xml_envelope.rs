//! Whatever the core takes for an XML envelope has exactly one `Encrypt` for another reader too, and the same one.
#![no_main]

use libfuzzer_sys::fuzz_target;
use wxseal_core::Error;
use wxseal_fuzz::{CRYPT, NONCE, TIMESTAMP, TOKEN, WRONG, xml};

fuzz_target!(|body: &[u8]| {
    if wxseal_fuzz::without_bom(body).first() != Some(&b'<') {
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
    let Some(root) = xml::read(body) else { return assert!(xml::is_fine_print(body)) };

    let [(1, encrypt)] = root.named(&["Encrypt", "encrypt"])[..] else { panic!("not one Encrypt below the root") };
    assert!(encrypt.children.is_empty());
    let text = encrypt.text.trim_ascii();
    // XML's own rule makes a line feed of a carriage return; neither is base64.
    if !text.contains('\n') {
        let signature = twin::sign(&[TOKEN, TIMESTAMP, NONCE, text]);
        let opened = CRYPT.decrypt(&signature, TIMESTAMP, NONCE, body);
        assert_eq!(opened.map_err(Error::name), wxseal_fuzz::open(text));
    }
});
