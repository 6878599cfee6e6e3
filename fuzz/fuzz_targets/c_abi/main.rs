//! The C ABI, called as a careless C program would call it: any order, any length, NULL wherever a pointer goes, and every
//! buffer on the heap with exactly the bytes that the call is told of, so that the sanitizer sees one too many.
//!
//! What the header forbids altogether is not done: a pointer that leads nowhere, a handle that is freed twice.
#![no_main]

mod input;
mod output;

use std::ffi::{CStr, c_char};
use std::ptr::{null, null_mut};

use header::*;
use libfuzzer_sys::arbitrary::{Result, Unstructured};
use libfuzzer_sys::fuzz_target;
// Its functions are reached by their names in C.
use wxseal_c_abi as _;
use wxseal_fuzz::{KEY, NONCE, NOW, RECEIVE_ID, TIMESTAMP, TOKEN};

use self::input::{Bytes, Input};
use self::output::{bytes_of, check, filled, lent, made, text_of};

const MESSAGES: [&str; 6] = [
    "<xml><ToUserName>gh_1</ToUserName><FromUserName>o1</FromUserName><MsgType>text</MsgType><Content>hi</Content></xml>",
    r#"{"ToUserName":"gh_1","FromUserName":"o1","CreateTime":7,"MsgType":"text","Content":"hi","MsgId":1}"#,
    r#"{"ToUserName":"gh_1","FromUserName":"o1","MsgType":"event","Event":"wxa_widget_data","Query":"{\"type\":1,\"slot_list\":[{\"key\":\"a\",\"value\":\"b\"}]}"}"#,
    r#"{"errcode":40013,"errmsg":"invalid appid","a\u0000b":"\u0000"}"#,
    r#"{"access_token":"A\u0000","n":7200,"msgid":294402298110051942,"a":[[9007199254740993],1.50,{"b":null}]}"#,
    r#"{"msgid":"m1","aibotid":"r1","from":{"userid":"u1"},"msgtype":"text","List":[{"a":["b",true,null,1]}],"Scene":1}"#,
];

fuzz_target!(|bytes: &[u8]| {
    let mut program = Program::default();
    let mut input = Input(Unstructured::new(bytes));
    // It ends where the input does.
    while program.step(&mut input).is_ok() {}
});

/// The handles that a program holds, each NULL until it has one.
struct Program {
    crypt: *mut wxseal_msg_crypt,
    sealed: *mut wxseal_sealed,
    opened: *mut wxseal_opened,
    endpoint: *mut wxseal_endpoint,
    request: *mut wxseal_request,
    reply: *mut wxseal_reply,
    incoming: *mut wxseal_incoming,
    message: *mut wxseal_message,
    api_answer: *mut wxseal_api_answer,
    response: *mut wxseal_response,
    recent: *mut wxseal_recent_keys,
    claim: *mut wxseal_claim,
}

impl Default for Program {
    fn default() -> Self {
        Program {
            crypt: null_mut(),
            sealed: null_mut(),
            opened: null_mut(),
            endpoint: null_mut(),
            request: null_mut(),
            reply: null_mut(),
            incoming: null_mut(),
            message: null_mut(),
            api_answer: null_mut(),
            response: null_mut(),
            recent: null_mut(),
            claim: null_mut(),
        }
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        // SAFETY: each is NULL or a handle that this program alone holds.
        unsafe {
            wxseal_claim_free(self.claim);
            wxseal_recent_keys_free(self.recent);
            wxseal_response_free(self.response);
            wxseal_api_answer_free(self.api_answer);
            wxseal_message_free(self.message);
            wxseal_incoming_free(self.incoming);
            wxseal_reply_free(self.reply);
            wxseal_request_free(self.request);
            wxseal_endpoint_free(self.endpoint);
            wxseal_opened_free(self.opened);
            wxseal_sealed_free(self.sealed);
            wxseal_msg_crypt_free(self.crypt);
        }
    }
}

impl Program {
    fn step(&mut self, input: &mut Input<'_>) -> Result<()> {
        match input.byte()? % 8 {
            0 => self.settings(input),
            1 => self.functions(input),
            2 => self.platform(input),
            3 => self.receive(input),
            4 => self.read(input),
            5 => self.answer(input),
            6 => self.remember(input),
            _ => self.api(input),
        }
    }

    /// Settings and endpoints.
    fn settings(&mut self, input: &mut Input<'_>) -> Result<()> {
        let token = Bytes::of(input, &[TOKEN])?;
        let key = Bytes::of(input, &[KEY])?;
        let receive_id = Bytes::of(input, &[RECEIVE_ID, ""])?;
        let dialect = i32::from(input.byte()? % 4);
        let size = input.size()?;
        let what = input.byte()?;
        let [token, key, receive_id] = [&token, &key, &receive_id].map(Bytes::text);
        let (crypt, endpoint) = (self.crypt, self.endpoint);
        // SAFETY: texts have the bytes that are said, handles are NULL or alive, and outputs are writable.
        let status = unsafe {
            match what % 8 {
                0 => made(&mut self.crypt, wxseal_msg_crypt_free, |out| {
                    wxseal_msg_crypt_new(token, key, receive_id, out)
                }),
                1 => made(&mut self.crypt, wxseal_msg_crypt_free, |out| {
                    wxseal_msg_crypt_new_with(token, key, receive_id, dialect, size, out)
                }),
                2 | 3 => made(&mut self.endpoint, wxseal_endpoint_free, |out| wxseal_endpoint_new(crypt, out)),
                4 => made(&mut self.endpoint, wxseal_endpoint_free, |out| wxseal_endpoint_plain(token, out)),
                5 => {
                    check(wxseal_endpoint_set_tolerance(endpoint, i64::from(dialect) - 1));
                    wxseal_endpoint_also_accept(endpoint, crypt)
                }
                6 => wxseal_endpoint_set_account(endpoint, receive_id),
                _ => wxseal_endpoint_set_max_body(endpoint, size),
            }
        };
        check(status);
        if status == WXSEAL_ERROR_INVALID_KEY {
            // SAFETY: it takes nothing.
            assert!(unsafe { wxseal_last_error_details() }.position <= 43.min(key.length));
        }
        Ok(())
    }

    /// What a `wxseal_msg_crypt` does, and what needs none.
    fn functions(&mut self, input: &mut Input<'_>) -> Result<()> {
        let texts = [
            Bytes::of(input, &[wxseal_fuzz::WRONG, TOKEN, "tiihtNczf5v6AKRyjwEUhQ=="])?,
            Bytes::of(input, &[TIMESTAMP, KEY, "CiyLU1Aw2KjvrjMdj8YKliAjtP4gsMZMQmRzooG2xrA="])?,
            Bytes::of(input, &[NONCE, "r7BXXKkLb8qrSNn05n0qiA=="])?,
            Bytes::of(input, &["4375120948345356249", RECEIVE_ID])?,
        ];
        let bytes = Bytes::of(input, &MESSAGES)?;
        let random = Bytes::random(input)?;
        let format = i32::from(input.byte()? % 4);
        let (what, size) = (input.byte()?, input.size()?);
        let (crypt, (body, length), random) = (self.crypt, bytes.parts(), random.pointer());
        let [a, b, c, d] = texts.each_ref().map(Bytes::text);
        // SAFETY: texts and payloads have the bytes that are said, `random16` is NULL or 16 bytes, handles are NULL or alive.
        unsafe {
            match what % 10 {
                0 => filled(size, |out, size, written| {
                    wxseal_msg_crypt_verify_url(crypt, a, b, c, d, out, size, written)
                }),
                1 => filled(size, |out, size, written| {
                    wxseal_msg_crypt_decrypt(crypt, a, b, c, body, length, out, size, written)
                }),
                2 => {
                    filled(size, |out, size, written| {
                        wxseal_msg_crypt_encrypt(crypt, body, length, b, c, format, random, out, size, written)
                    });
                    // As much as this is always enough.
                    let bound = wxseal_msg_crypt_encrypt_bound(crypt, length, format);
                    let (mut out, mut written) = (vec![0_u8; bound], 0);
                    let out = out.as_mut_ptr().cast();
                    let status =
                        wxseal_msg_crypt_encrypt(crypt, body, length, b, c, format, random, out, bound, &mut written);
                    assert_ne!(status, WXSEAL_ERROR_BUFFER_TOO_SMALL);
                }
                3 => filled(size, |out, size, written| wxseal_decrypt_open_data(a, b, c, d, out, size, written)),
                4 => {
                    made(&mut self.reply, wxseal_reply_free, |out| {
                        wxseal_platform_open_reply(crypt, body, length, out)
                    });
                    let reply = self.reply;
                    let says = [wxseal_reply_message(reply), wxseal_reply_timestamp(reply), wxseal_reply_nonce(reply)];
                    assert!(says.map(bytes_of).iter().all(|part| part.is_none() == reply.is_null()));
                    assert_eq!(wxseal_reply_format(reply) == 0, reply.is_null());
                }
                5 => {
                    check(wxseal_verify_signature(a, b, c, d));
                    check(wxseal_verify_raw_data(a, b, c));
                }
                6 => {
                    let mut signature = [1; WXSEAL_SIGNATURE_SIZE as usize];
                    let status = wxseal_sign(a, b, c, d, signature.as_mut_ptr());
                    check(status);
                    if status == WXSEAL_OK {
                        assert_eq!(text_of(signature.as_ptr()).map(|digits| digits.len()), Some(signature.len() - 1));
                    } else {
                        assert_eq!(signature, [1; WXSEAL_SIGNATURE_SIZE as usize]);
                    }
                    assert_ne!(wxseal_sign(a, b, c, d, null_mut()), WXSEAL_OK);
                }
                7 => self.seal_and_open(&bytes, b, c, random),
                8 => {
                    made(&mut self.opened, wxseal_opened_free, |out| wxseal_msg_crypt_open(crypt, a, b, c, d, out));
                    bytes_of(wxseal_opened_message(self.opened));
                    bytes_of(wxseal_opened_receive_id(self.opened));
                }
                _ => {
                    wxseal_msg_crypt_encrypt_bound(crypt, size, format);
                }
            }
        }
        Ok(())
    }

    /// What is sealed is opened again, unless it is larger than the settings take.
    ///
    /// # Safety
    /// The texts have the bytes that are said, and `random` is NULL or 16 bytes.
    unsafe fn seal_and_open(&mut self, message: &Bytes, timestamp: wxseal_str, nonce: wxseal_str, random: *const u8) {
        let (crypt, (bytes, length)) = (self.crypt, message.parts());
        // SAFETY: the caller promises it, and handles are NULL or alive.
        unsafe {
            let status = made(&mut self.sealed, wxseal_sealed_free, |out| {
                wxseal_msg_crypt_seal(crypt, bytes, length, timestamp, nonce, random, out)
            });
            let sealed = self.sealed;
            let parts = [
                wxseal_sealed_msg_signature(sealed),
                wxseal_sealed_timestamp(sealed),
                wxseal_sealed_nonce(sealed),
                wxseal_sealed_encrypt(sealed),
            ];
            assert!(parts.map(bytes_of).iter().all(|part| part.is_none() == sealed.is_null()));
            if status == WXSEAL_OK {
                let [signature, timestamp, nonce, encrypt] = parts;
                let opened = made(&mut self.opened, wxseal_opened_free, |out| {
                    wxseal_msg_crypt_open(crypt, signature, timestamp, nonce, encrypt, out)
                });
                if opened != WXSEAL_ERROR_MALFORMED_ENVELOPE {
                    assert_eq!(opened, WXSEAL_OK);
                    let given = bytes_of(message.text()).unwrap_or_default();
                    assert_eq!(bytes_of(wxseal_opened_message(self.opened)), Some(given));
                }
            }
        }
    }

    /// Requests as the platform makes them.
    fn platform(&mut self, input: &mut Input<'_>) -> Result<()> {
        let token = Bytes::of(input, &[TOKEN])?;
        let timestamp = Bytes::of(input, &[TIMESTAMP])?;
        let nonce = Bytes::of(input, &[NONCE])?;
        let echostr = Bytes::of(input, &["4375120948345356249"])?;
        let bytes = Bytes::of(input, &MESSAGES)?;
        let random = Bytes::random(input)?;
        let format = i32::from(input.byte()? % 4);
        let what = input.byte()?;
        let (crypt, (message, length), random) = (self.crypt, bytes.parts(), random.pointer());
        let [token, timestamp, nonce, echostr] = [&token, &timestamp, &nonce, &echostr].map(Bytes::text);
        // SAFETY: as in `functions`.
        made(&mut self.request, wxseal_request_free, |out| unsafe {
            match what % 5 {
                0 => wxseal_platform_url_check(token, timestamp, nonce, echostr, out),
                1 => wxseal_platform_encrypted_url_check(crypt, timestamp, nonce, echostr, random, out),
                2 => wxseal_platform_push(crypt, message, length, timestamp, nonce, format, random, out),
                3 => wxseal_platform_compatible_push(crypt, message, length, timestamp, nonce, random, out),
                _ => wxseal_platform_plain_push(token, message, length, timestamp, nonce, out),
            }
        });
        Ok(())
    }

    /// A request that the platform's side made, or any other.
    fn receive(&mut self, input: &mut Input<'_>) -> Result<()> {
        let forged = input.byte()? % 4 == 0;
        let names = [Bytes::of(input, &["signature"])?, Bytes::of(input, &["nonce"])?];
        let method = Bytes::of(input, &["POST", "GET"])?;
        let query = Bytes::of(input, &["signature=a&timestamp=1714112445&nonce=1&echostr=1"])?;
        let body = Bytes::of(input, &MESSAGES)?;
        let (what, size) = (input.byte()?, input.size()?);
        // SAFETY: handles are NULL or alive, what they lend lives as long, and the rest is as in `functions`.
        unsafe {
            let (mut method, mut query, mut body) = (method.text(), query.text(), body.text());
            if !forged && !self.request.is_null() {
                (method, query) =
                    (c_str(wxseal_request_method(self.request)), c_str(wxseal_request_target(self.request)));
                body = wxseal_request_body(self.request);
            }
            let (endpoint, bytes, length) = (self.endpoint, body.data.cast(), body.length);
            match what % 4 {
                0 => {
                    let pairs = names.each_ref().map(|name| wxseal_pair { name: name.text(), value: query });
                    filled(size, |out, size, written| {
                        wxseal_query_write(pairs.as_ptr(), pairs.len(), out, size, written)
                    });
                    let mut needed = 0;
                    wxseal_query_write(pairs.as_ptr(), pairs.len(), null_mut(), 0, &mut needed);
                    let mut query = vec![0_u8; needed];
                    wxseal_query_write(pairs.as_ptr(), pairs.len(), query.as_mut_ptr().cast(), needed, &mut needed);
                    let query = wxseal_str { data: query.as_ptr().cast(), length: query.len() };
                    made(&mut self.incoming, wxseal_incoming_free, |out| {
                        wxseal_endpoint_receive(endpoint, method, query, bytes, length, NOW, out)
                    });
                }
                1 => filled(size, |out, size, written| {
                    wxseal_endpoint_diagnose(endpoint, method, query, bytes, length, NOW, out, size, written)
                }),
                _ => {
                    made(&mut self.incoming, wxseal_incoming_free, |out| {
                        wxseal_endpoint_receive(endpoint, method, query, bytes, length, NOW, out)
                    });
                }
            }
        }
        Ok(())
    }

    /// All that a message lends.
    fn read(&mut self, input: &mut Input<'_>) -> Result<()> {
        let name = Bytes::of(input, &["Content", "a", "MsgType", "List", "from"])?;
        let event = Bytes::of(input, &MESSAGES)?;
        let index = usize::from(input.byte()? % 4);
        let (bytes, length) = event.parts();
        let (incoming, name) = (self.incoming, name.text());
        // SAFETY: as in `receive`.
        unsafe {
            lent(|out| wxseal_incoming_message_bytes(incoming, out));
            lent(|out| wxseal_incoming_message_json(incoming, out));
            lent(|out| wxseal_incoming_text(incoming, name, out));
            lent(|out| wxseal_incoming_to_user_name(incoming, out));
            lent(|out| wxseal_incoming_from_user_name(incoming, out));
            lent(|out| wxseal_incoming_msg_type(incoming, out));
            lent(|out| wxseal_incoming_event(incoming, out));
            lent(|out| wxseal_incoming_msg_id(incoming, out));
            lent(|out| wxseal_incoming_dedup_key(incoming, out));
            lent(|out| wxseal_incoming_replay_key(incoming, out));
            lent(|out| wxseal_incoming_widget_query_json(incoming, out));
            lent(|out| wxseal_incoming_widget_slot(incoming, name, out));
            wxseal_incoming_integer(incoming, name, 7);
            let mut found = null();
            check(wxseal_incoming_get(incoming, name, &mut found));
            value(found, name, index);
            wxseal_incoming_kind(incoming);
            wxseal_incoming_format(incoming);
            wxseal_incoming_create_time(incoming);

            made(&mut self.message, wxseal_message_free, |out| wxseal_message_from_cloud_event(bytes, length, out));
            let message = self.message;
            lent(|out| wxseal_message_text(message, name, out));
            assert_eq!(bytes_of(wxseal_message_json(message)).is_none(), message.is_null());
            assert_eq!(bytes_of(wxseal_message_dedup_key(message)).is_none(), message.is_null());
            bytes_of(wxseal_message_to_user_name(message));
            bytes_of(wxseal_message_from_user_name(message));
            bytes_of(wxseal_message_msg_type(message));
            bytes_of(wxseal_message_event(message));
            bytes_of(wxseal_message_msg_id(message));
            wxseal_message_create_time(message);
            wxseal_message_integer(message, name, 7);
            let mut found = null();
            check(wxseal_message_get(message, name, &mut found));
            value(found, name, index);
        }
        Ok(())
    }

    /// Every answer, and what it lends.
    fn answer(&mut self, input: &mut Input<'_>) -> Result<()> {
        let a = Bytes::of(input, &["hi", "{}"])?;
        let b = Bytes::of(input, &["]]>", "[]"])?;
        let raw = Bytes::of(input, &MESSAGES)?;
        let random = Bytes::random(input)?;
        let (what, number) = (input.byte()?, input.byte()?);
        let (bytes, length) = raw.parts();
        let (a, b) = (a.text(), b.text());
        if number % 2 == 0 {
            let incoming = self.incoming;
            // SAFETY: the handle is NULL or alive, and `random16` is NULL or 16 bytes.
            made(&mut self.incoming, wxseal_incoming_free, |out| unsafe {
                wxseal_incoming_sealing_with(incoming, NOW, random.pointer(), out)
            });
        }
        let incoming = self.incoming;
        let article = || wxseal_article { title: a, description: b, pic_url: a, url: b };
        let music = wxseal_music { thumb_media_id: a, title: b, description: a, music_url: b, hq_music_url: a };
        let stream = wxseal_stream_answer { id: a, content: b, finish: number.into(), msg_item: b, feedback_id: a };
        let users: Box<[_]> = [a, b].into_iter().take(usize::from(number % 3)).collect();
        let articles: Box<[_]> = (0..number % 3).map(|_| article()).collect();
        // SAFETY: as in `functions`; the array has as many articles as are said.
        unsafe {
            made(&mut self.response, wxseal_response_free, |out| match what % 20 {
                0 => wxseal_incoming_response(incoming, out),
                1 => wxseal_incoming_success(incoming, out),
                2 => wxseal_incoming_empty(incoming, out),
                3 => wxseal_incoming_reply_text(incoming, a, out),
                4 => wxseal_incoming_reply_image(incoming, a, out),
                5 => wxseal_incoming_reply_voice(incoming, a, out),
                6 => wxseal_incoming_reply_video(incoming, a, b, a, out),
                7 => wxseal_incoming_reply_news(incoming, articles.as_ptr(), articles.len(), out),
                8 => wxseal_incoming_transfer_customer_service(incoming, a, out),
                9 => wxseal_incoming_reply_widget(incoming, 60, a, -i32::from(number % 5), b, out),
                10 => wxseal_incoming_reply_raw(incoming, bytes, length, out),
                11 => wxseal_response_refusal(-40000 - i32::from(number), out),
                12 => wxseal_response_from_bytes(bytes, length, out),
                13 => wxseal_incoming_reply_music(incoming, &music, out),
                14 => wxseal_incoming_reply_welcome(incoming, a, out),
                15 => wxseal_incoming_reply_stream(incoming, &stream, out),
                16 => wxseal_incoming_reply_template_card(incoming, a, out),
                17 => wxseal_incoming_reply_stream_with_template_card(incoming, &stream, a, out),
                18 => wxseal_incoming_update_template_card(incoming, a, users.as_ptr(), users.len(), out),
                _ => wxseal_response_refusal(i32::from(number), out),
            });
            let response = self.response;
            assert_eq!(bytes_of(wxseal_response_body(response)).is_none(), response.is_null());
            text_of(wxseal_response_content_type(response));
            wxseal_response_status(response);
            filled(usize::from(number), |out, size, length| wxseal_response_to_bytes(response, out, size, length));
            let (mut name, mut value) = (std::ptr::null(), std::ptr::null());
            if wxseal_response_header(response, usize::from(number % 4), &mut name, &mut value) == WXSEAL_OK {
                text_of(name);
                text_of(value);
            }
        }
        Ok(())
    }

    /// What was answered before.
    fn remember(&mut self, input: &mut Input<'_>) -> Result<()> {
        let key = Bytes::of(input, &["event|1", "message|2"])?;
        let (what, size) = (input.byte()?, input.size()?);
        let now = NOW + u64::from(input.byte()?);
        // SAFETY: handles are NULL or alive, and outputs are writable.
        unsafe {
            match what % 5 {
                0 => {
                    made(&mut self.recent, wxseal_recent_keys_free, |out| {
                        wxseal_recent_keys_new(5, 60, usize::from(what) % 3, size, out)
                    });
                }
                1 | 2 => {
                    let (mut known, mut until) = (0, 0);
                    let (mut claim, mut response) = (null_mut(), null_mut());
                    let status = wxseal_recent_keys_claim(
                        self.recent,
                        key.text(),
                        now,
                        &mut known,
                        &mut claim,
                        &mut response,
                        &mut until,
                    );
                    check(status);
                    assert_eq!(claim.is_null(), known != WXSEAL_RECENT_CLAIMED);
                    assert_eq!(response.is_null(), known != WXSEAL_RECENT_ANSWERED);
                    if !claim.is_null() {
                        wxseal_claim_free(std::mem::replace(&mut self.claim, claim));
                    }
                    if !response.is_null() {
                        wxseal_response_free(std::mem::replace(&mut self.response, response));
                    }
                }
                3 => check(wxseal_recent_keys_answer(self.recent, self.claim, self.response, now, null_mut())),
                _ => {
                    let mut released = 7;
                    if wxseal_recent_keys_release(self.recent, self.claim, &mut released) == WXSEAL_OK {
                        assert!(released == 0 || released == 1);
                    }
                }
            }
            wxseal_recent_keys_length(self.recent);
        }
        Ok(())
    }

    /// Calls of the server API, statuses, and what a request lends.
    fn api(&mut self, input: &mut Input<'_>) -> Result<()> {
        let a = Bytes::of(input, &["wx1", "/wxa/x"])?;
        let b = Bytes::of(input, &["o1", "{}"])?;
        let name = Bytes::of(input, &["access_token", "n", "msgid"])?;
        let bytes = Bytes::of(input, &MESSAGES)?;
        let (what, size) = (input.byte()?, input.size()?);
        let (body, length) = bytes.parts();
        let (a, b, none) = (a.text(), b.text(), wxseal_str { data: null(), length: 0 });
        // SAFETY: as in `functions`.
        unsafe {
            let parameters = [wxseal_pair { name: a, value: b }, wxseal_pair { name: b, value: a }];
            made(&mut self.request, wxseal_request_free, |out| match what % 13 {
                0 => wxseal_api_get_access_token(a, b, out),
                1 => wxseal_api_code2session(a, b, a, out),
                2 => wxseal_api_send_customer_text(a, b, a, out),
                3 => wxseal_api_send_customer_image(a, b, a, out),
                4 => wxseal_api_send_customer_link(a, b, a, b, a, b, out),
                5 => wxseal_api_send_customer_mini_program_page(a, b, a, b, a, out),
                6 => wxseal_api_get(a, parameters.as_ptr(), size % 3, out),
                7 => wxseal_api_post(a, b, b, out),
                8 => wxseal_api_get_stable_access_token(a, b, i32::from(what), out),
                9 => wxseal_api_get_phone_number(a, b, out),
                10 => wxseal_api_send_subscribe_message(a, b, a, b, none, a, b, out),
                11 => wxseal_api_msg_sec_check(a, b, u32::from(what), a, b, none, a, out),
                _ => wxseal_api_media_check_async(a, b, u32::from(what), a, u32::MAX, out),
            });
            assert_eq!(bytes_of(wxseal_request_body(self.request)).is_none(), self.request.is_null());
            text_of(wxseal_request_method(self.request));
            text_of(wxseal_request_target(self.request));
            made(&mut self.api_answer, wxseal_api_answer_free, |out| wxseal_api_read(body, length, out));
            let (answer, mut number, mut found) = (self.api_answer, 0, 0);
            lent(|out| wxseal_api_answer_text(answer, name.text(), out));
            lent(|out| wxseal_api_answer_json(answer, out));
            lent(|out| wxseal_api_answer_refused(answer, &mut 0, out));
            check(wxseal_api_answer_integer(answer, name.text(), &mut number, &mut found));
            check(wxseal_api_answer_integer(answer, name.text(), null_mut(), &mut found));
            check(wxseal_api_answer_refused(answer, null_mut(), null_mut()));
            let status = -i32::from(what) - if size % 2 == 0 { 40000 } else { 0 };
            text_of(wxseal_status_name(status));
            text_of(wxseal_status_text(status));
            wxseal_status_code(status);
            wxseal_status_http_status(status);
            text_of(wxseal_status_setting(status));
        }
        Ok(())
    }
}

/// All that a value says, whatever it is, and what is in it.
///
/// # Safety
/// `found` is NULL or lent by what lives, and `name` has the bytes that are said.
unsafe fn value(found: *const wxseal_value, name: wxseal_str, index: usize) {
    // SAFETY: the caller promises it, and what a value lends lives as long.
    unsafe {
        bytes_of(wxseal_value_text(found));
        bytes_of(wxseal_value_name(found, index));
        wxseal_value_integer(found, 7);
        wxseal_value_is_true(found);
        assert_eq!(wxseal_value_type(found) == 0, found.is_null());
        assert_eq!(wxseal_value_item(found, index).is_null(), index >= wxseal_value_length(found));
        if !found.is_null() {
            value(wxseal_value_item(found, index), name, index);
            value(wxseal_value_get(found, name), name, index);
        }
    }
}

/// A text of the library's as the library takes it.
///
/// # Safety
/// It is NULL or ends with NUL.
unsafe fn c_str(text: *const c_char) -> wxseal_str {
    // SAFETY: the caller promises it.
    let length = if text.is_null() { 0 } else { unsafe { CStr::from_ptr(text) }.count_bytes() };
    wxseal_str { data: text, length }
}
