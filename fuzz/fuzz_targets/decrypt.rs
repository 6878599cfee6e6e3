//! Behind a signature that holds: any cipher text, any plaintext, any frame, padding and length, against the naive twin.
#![no_main]

use libfuzzer_sys::arbitrary::{self, Arbitrary, Unstructured};
use libfuzzer_sys::fuzz_target;
use wxseal_core::{Error, Stamp};
use wxseal_fuzz::{CRYPT, KEY, NONCE, RANDOM, RECEIVE_ID, TIMESTAMP, TOKEN, json};

fuzz_target!(|encrypt: Encrypt| {
    let Encrypt(encrypt) = encrypt;
    let signature = twin::sign(&[TOKEN, TIMESTAMP, NONCE, &encrypt]);
    let expected = wxseal_fuzz::open(&encrypt);
    let body = format!("{{\"Encrypt\":{}}}", json::literal(&encrypt));
    let opened = CRYPT.decrypt(&signature, TIMESTAMP, NONCE, body.as_bytes());
    assert_eq!(opened.map_err(Error::name), expected);
    // Without its envelope it opens alike, but for whom it is addressed to.
    let stamp = Stamp::new(TIMESTAMP, NONCE).unwrap();
    match (CRYPT.open(&signature, stamp, &encrypt), &expected) {
        (Ok(opened), Ok(message)) => assert_eq!((&opened.message, &*opened.receive_id), (message, RECEIVE_ID)),
        (Ok(opened), Err("ReceiveIdMismatch")) => assert_ne!(opened.receive_id, RECEIVE_ID),
        // It is addressed to no text.
        (Err(error), Err("ReceiveIdMismatch")) => assert_eq!(error, Error::MalformedFrame),
        (opened, expected) => assert_eq!(opened.map_err(Error::name).as_ref().err(), expected.as_ref().err()),
    }
    // An echostr is sealed by the same rule, but is no document.
    let echo = CRYPT.verify_url(&signature, TIMESTAMP, NONCE, &encrypt);
    let document =
        expected.as_deref().is_ok_and(|message| matches!(wxseal_fuzz::without_bom(message).first(), Some(b'<' | b'{')));
    assert_eq!(echo.map_err(Error::name), if document { Err("MalformedMessage") } else { expected });
});

#[derive(Debug)]
struct Encrypt(String);

impl<'a> Arbitrary<'a> for Encrypt {
    fn arbitrary(input: &mut Unstructured<'a>) -> arbitrary::Result<Self> {
        let kind: u8 = input.arbitrary()?;
        let plaintext = match kind % 4 {
            0 => {
                let text = input.bytes(input.len())?;
                return Ok(Encrypt(String::from_utf8_lossy(text).into_owned()));
            }
            // Any bytes at all, in whole blocks.
            1 => input.bytes(input.len() / 16 * 16)?.to_vec(),
            // A frame whose length, receive id and padding are right or not.
            2 => {
                let length: i8 = input.arbitrary()?;
                let receive_id: u8 = input.arbitrary()?;
                let (pad, run): (u8, u8) = input.arbitrary()?;
                let message = input.bytes(input.len())?;
                let said = (message.len() as u32).wrapping_add_signed(length.into());
                let receive_id = RECEIVE_ID.get(receive_id as usize % 32..).unwrap_or(RECEIVE_ID);
                let mut frame = twin::frame(RANDOM, said, message, receive_id.as_bytes());
                frame.extend(std::iter::repeat_n(pad, run as usize % 64));
                frame.resize(frame.len().next_multiple_of(16), pad);
                frame
            }
            // A right one.
            _ => return Ok(Encrypt(wxseal_fuzz::seal(input.bytes(input.len())?))),
        };
        Ok(Encrypt(twin::encrypt(KEY, &plaintext)))
    }
}
