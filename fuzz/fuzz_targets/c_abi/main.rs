//! The C ABI, called as a careless C program would call it: any order, any length, NULL wherever a pointer goes, and every
//! buffer on the heap with exactly the bytes that the call is told of, so that the sanitizer sees one too many.
//!
//! What the header forbids altogether is not done: a pointer that leads nowhere, a handle that is freed twice.
#![no_main]

mod input;
mod output;

use std::ptr::{null, null_mut};

use header::*;
use libfuzzer_sys::arbitrary::{Result, Unstructured};
use libfuzzer_sys::fuzz_target;
// Its functions are reached by their names in C.
use wxseal_c_abi as _;
use wxseal_fuzz::{KEY, NONCE, NOW, RECEIVE_ID, TIMESTAMP, TOKEN};

use self::input::{Bytes, Input, Text};
use self::output::{check, filled, lent, lent_text, made, text_of};

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
    endpoint: *mut wxseal_endpoint,
    request: *mut wxseal_request,
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
            endpoint: null_mut(),
            request: null_mut(),
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
            wxseal_request_free(self.request);
            wxseal_endpoint_free(self.endpoint);
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
        let token = Text::of(input, &[TOKEN])?;
        let key = Text::of(input, &[KEY])?;
        let receive_id = Text::of(input, &[RECEIVE_ID, ""])?;
        let dialect = i32::from(input.byte()? % 4);
        let size = input.size()?;
        let what = input.byte()?;
        // SAFETY: texts are NULL or end with NUL, handles are NULL or alive, and outputs are writable.
        unsafe {
            match what % 8 {
                0 => made(&mut self.crypt, wxseal_msg_crypt_free, |out| {
                    wxseal_msg_crypt_new(token.pointer(), key.pointer(), receive_id.pointer(), out)
                }),
                1 => made(&mut self.crypt, wxseal_msg_crypt_free, |out| {
                    wxseal_msg_crypt_new_with(token.pointer(), key.pointer(), receive_id.pointer(), dialect, size, out)
                }),
                2 | 3 => {
                    made(&mut self.endpoint, wxseal_endpoint_free, |out| wxseal_endpoint_new(self.crypt, out));
                }
                4 => {
                    made(&mut self.endpoint, wxseal_endpoint_free, |out| wxseal_endpoint_plain(token.pointer(), out));
                }
                5 => {
                    check(wxseal_endpoint_also_accept(self.endpoint, self.crypt));
                    check(wxseal_endpoint_set_tolerance(self.endpoint, i64::from(dialect) - 1));
                }
                6 => check(wxseal_endpoint_set_account(self.endpoint, receive_id.pointer())),
                _ => check(wxseal_endpoint_set_max_body(self.endpoint, size)),
            }
        }
        Ok(())
    }

    /// The functions that write to a buffer.
    fn functions(&mut self, input: &mut Input<'_>) -> Result<()> {
        let [a, b, c, d] = [
            Text::of(input, &[wxseal_fuzz::WRONG, TOKEN, "tiihtNczf5v6AKRyjwEUhQ=="])?,
            Text::of(input, &[TIMESTAMP, KEY, "CiyLU1Aw2KjvrjMdj8YKliAjtP4gsMZMQmRzooG2xrA="])?,
            Text::of(input, &[NONCE, "r7BXXKkLb8qrSNn05n0qiA=="])?,
            Text::of(input, &["4375120948345356249", RECEIVE_ID])?,
        ];
        let bytes = Bytes::of(input, &MESSAGES)?;
        let random = Bytes::random(input)?;
        let format = i32::from(input.byte()? % 4);
        let (what, size) = (input.byte()?, input.size()?);
        let (body, length) = bytes.parts();
        // SAFETY: texts are NULL or end with NUL, payloads have the bytes that are said, `random16` is NULL or 16 bytes.
        unsafe {
            match what % 8 {
                0 => filled(size, |out, size, written| {
                    wxseal_msg_crypt_verify_url(
                        self.crypt,
                        a.pointer(),
                        b.pointer(),
                        c.pointer(),
                        d.pointer(),
                        out,
                        size,
                        written,
                    )
                }),
                1 => filled(size, |out, size, written| {
                    wxseal_msg_crypt_decrypt(
                        self.crypt,
                        a.pointer(),
                        b.pointer(),
                        c.pointer(),
                        body,
                        length,
                        out,
                        size,
                        written,
                    )
                }),
                2 => {
                    filled(size, |out, size, written| {
                        wxseal_msg_crypt_encrypt(
                            self.crypt,
                            body,
                            length,
                            b.pointer(),
                            c.pointer(),
                            random.pointer(),
                            format,
                            out,
                            size,
                            written,
                        )
                    });
                    // As much as this is always enough.
                    let bound = wxseal_msg_crypt_encrypt_bound(self.crypt, length, format);
                    let (mut out, mut written) = (vec![0; bound], 0);
                    let status = wxseal_msg_crypt_encrypt(
                        self.crypt,
                        body,
                        length,
                        b.pointer(),
                        c.pointer(),
                        random.pointer(),
                        format,
                        out.as_mut_ptr(),
                        bound,
                        &mut written,
                    );
                    assert_ne!(status, WXSEAL_ERROR_BUFFER_TOO_SMALL);
                }
                3 => filled(size, |out, size, written| {
                    wxseal_decrypt_open_data(a.pointer(), b.pointer(), c.pointer(), d.pointer(), out, size, written)
                }),
                4 => filled(size, |out, size, written| {
                    wxseal_platform_open_reply(self.crypt, body, length, out, size, written)
                }),
                5 => {
                    check(wxseal_verify_signature(a.pointer(), b.pointer(), c.pointer(), d.pointer()));
                    check(wxseal_verify_raw_data(a.pointer(), b.pointer(), c.pointer()));
                }
                6 => {
                    let mut position = usize::MAX;
                    if wxseal_check_encoding_aes_key(b.pointer(), &mut position) == WXSEAL_ERROR_INVALID_KEY
                        && position != usize::MAX
                    {
                        assert!(position <= 43);
                    }
                    check(wxseal_check_encoding_aes_key(b.pointer(), null_mut()));
                }
                _ => {
                    wxseal_msg_crypt_encrypt_bound(self.crypt, size, format);
                }
            }
        }
        Ok(())
    }

    /// Requests as the platform makes them.
    fn platform(&mut self, input: &mut Input<'_>) -> Result<()> {
        let token = Text::of(input, &[TOKEN])?;
        let timestamp = Text::of(input, &[TIMESTAMP])?;
        let nonce = Text::of(input, &[NONCE])?;
        let echostr = Text::of(input, &["4375120948345356249"])?;
        let bytes = Bytes::of(input, &MESSAGES)?;
        let random = Bytes::random(input)?;
        let format = i32::from(input.byte()? % 4);
        let what = input.byte()?;
        let (message, length) = bytes.parts();
        let (timestamp, nonce, random) = (timestamp.pointer(), nonce.pointer(), random.pointer());
        // SAFETY: as in `functions`.
        made(&mut self.request, wxseal_request_free, |out| unsafe {
            match what % 5 {
                0 => wxseal_platform_url_check(token.pointer(), timestamp, nonce, echostr.pointer(), out),
                1 => wxseal_platform_encrypted_url_check(self.crypt, timestamp, nonce, echostr.pointer(), random, out),
                2 => wxseal_platform_push(self.crypt, message, length, timestamp, nonce, random, format, out),
                3 => wxseal_platform_compatible_push(self.crypt, message, length, timestamp, nonce, random, out),
                _ => wxseal_platform_plain_push(token.pointer(), message, length, timestamp, nonce, out),
            }
        });
        Ok(())
    }

    /// A request that the platform's side made, or any other.
    fn receive(&mut self, input: &mut Input<'_>) -> Result<()> {
        let forged = input.byte()? % 4 == 0;
        let names = [Text::of(input, &["signature"])?, Text::of(input, &["nonce"])?];
        let method = Text::of(input, &["POST", "GET"])?;
        let query = Text::of(input, &["signature=a&timestamp=1714112445&nonce=1&echostr=1"])?;
        let body = Bytes::of(input, &MESSAGES)?;
        let (what, size) = (input.byte()?, input.size()?);
        // SAFETY: handles are NULL or alive, what they lend lives as long, and the rest is as in `functions`.
        unsafe {
            let (mut bytes, mut length) = body.parts();
            let (mut method, mut query) = (method.pointer(), query.pointer());
            if !forged && !self.request.is_null() {
                (method, query) = (wxseal_request_method(self.request), wxseal_request_target(self.request));
                check(wxseal_request_body(self.request, &mut bytes, &mut length));
            }
            match what % 4 {
                0 => {
                    let pairs: Box<[_]> = names.iter().flat_map(|name| [name.pointer(), query]).collect();
                    made(&mut self.incoming, wxseal_incoming_free, |out| {
                        wxseal_endpoint_receive_pairs(self.endpoint, method, pairs.as_ptr(), 2, bytes, length, NOW, out)
                    });
                }
                1 => filled(size, |out, size, written| {
                    wxseal_endpoint_diagnose(self.endpoint, method, query, bytes, length, NOW, out, size, written)
                }),
                _ => made(&mut self.incoming, wxseal_incoming_free, |out| {
                    wxseal_endpoint_receive(self.endpoint, method, query, bytes, length, NOW, out)
                }),
            }
        }
        Ok(())
    }

    /// All that a message lends.
    fn read(&mut self, input: &mut Input<'_>) -> Result<()> {
        let name = Text::of(input, &["Content", "a", "MsgType", "List", "from"])?;
        let event = Bytes::of(input, &MESSAGES)?;
        let index = usize::from(input.byte()? % 4);
        let (bytes, length) = event.parts();
        let (incoming, name) = (self.incoming, name.pointer());
        // SAFETY: as in `receive`.
        unsafe {
            lent(|out, length| wxseal_incoming_message_bytes(incoming, out, length));
            lent(|out, length| wxseal_incoming_text(incoming, name, out.cast(), length));
            lent(|out, length| wxseal_incoming_msg_id(incoming, out.cast(), length));
            lent(|out, length| wxseal_incoming_widget_slot(incoming, name, out.cast(), length));
            lent(|out, length| wxseal_incoming_message_json(incoming, out.cast(), length));
            lent(|out, length| wxseal_incoming_widget_query_json(incoming, out.cast(), length));
            lent_text(|out| wxseal_incoming_dedup_key(incoming, out));
            lent_text(|out| wxseal_incoming_replay_key(incoming, out));
            lent(|out, length| wxseal_incoming_to_user_name(incoming, out.cast(), length));
            lent(|out, length| wxseal_incoming_from_user_name(incoming, out.cast(), length));
            lent(|out, length| wxseal_incoming_msg_type(incoming, out.cast(), length));
            lent(|out, length| wxseal_incoming_event(incoming, out.cast(), length));
            wxseal_incoming_integer(incoming, name, 7);
            let mut found = std::ptr::null();
            check(wxseal_incoming_get(incoming, name, &mut found));
            value(found, name, index);
            wxseal_incoming_kind(incoming);
            wxseal_incoming_format(incoming);
            wxseal_incoming_create_time(incoming);

            made(&mut self.message, wxseal_message_free, |out| wxseal_message_from_cloud_event(bytes, length, out));
            let message = self.message;
            lent(|out, length| wxseal_message_json(message, out.cast(), length));
            lent(|out, length| wxseal_message_text(message, name, out.cast(), length));
            lent(|out, length| wxseal_message_msg_id(message, out.cast(), length));
            lent(|out, length| wxseal_message_to_user_name(message, out.cast(), length));
            lent(|out, length| wxseal_message_from_user_name(message, out.cast(), length));
            lent(|out, length| wxseal_message_msg_type(message, out.cast(), length));
            lent(|out, length| wxseal_message_event(message, out.cast(), length));
            lent_text(|out| wxseal_message_dedup_key(message, out));
            wxseal_message_create_time(message);
            wxseal_message_integer(message, name, 7);
            let mut found = std::ptr::null();
            check(wxseal_message_get(message, name, &mut found));
            value(found, name, index);
        }
        Ok(())
    }

    /// Every answer, and what it lends.
    fn answer(&mut self, input: &mut Input<'_>) -> Result<()> {
        let a = Text::of(input, &["hi", "{}"])?;
        let b = Text::of(input, &["]]>", "[]"])?;
        let raw = Bytes::of(input, &MESSAGES)?;
        let random = Bytes::random(input)?;
        let (what, number) = (input.byte()?, input.byte()?);
        let (bytes, length) = raw.parts();
        let (a, b, random) = (a.pointer(), b.pointer(), random.pointer());
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
                3 => wxseal_incoming_reply_text(incoming, a, NOW, random, out),
                4 => wxseal_incoming_reply_image(incoming, a, NOW, random, out),
                5 => wxseal_incoming_reply_voice(incoming, a, NOW, random, out),
                6 => wxseal_incoming_reply_video(incoming, a, b, a, NOW, random, out),
                7 => wxseal_incoming_reply_news(incoming, articles.as_ptr(), articles.len(), NOW, random, out),
                8 => wxseal_incoming_transfer_customer_service(incoming, a, NOW, random, out),
                9 => wxseal_incoming_reply_widget(incoming, 60, a, -i32::from(number % 5), b, NOW, random, out),
                10 => wxseal_incoming_reply_raw(incoming, bytes, length, NOW, random, out),
                11 => wxseal_response_refusal(-40000 - i32::from(number), out),
                12 => wxseal_response_from_bytes(bytes, length, out),
                13 => wxseal_incoming_reply_music(incoming, &music, NOW, random, out),
                14 => wxseal_incoming_reply_welcome(incoming, a, NOW, random, out),
                15 => wxseal_incoming_reply_stream(incoming, &stream, NOW, random, out),
                16 => wxseal_incoming_reply_template_card(incoming, a, NOW, random, out),
                17 => wxseal_incoming_reply_stream_with_template_card(incoming, &stream, a, NOW, random, out),
                18 => wxseal_incoming_update_template_card(incoming, a, users.as_ptr(), users.len(), NOW, random, out),
                _ => wxseal_response_refusal(i32::from(number), out),
            });
            let response = self.response;
            lent(|out, length| wxseal_response_body(response, out, length));
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
        let key = Text::of(input, &["event|1", "message|2"])?;
        let (what, size) = (input.byte()?, input.size()?);
        let now = NOW + u64::from(input.byte()?);
        // SAFETY: handles are NULL or alive, and outputs are writable.
        unsafe {
            match what % 5 {
                0 => made(&mut self.recent, wxseal_recent_keys_free, |out| {
                    wxseal_recent_keys_new(5, 60, usize::from(what) % 3, size, out)
                }),
                1 | 2 => {
                    let (mut known, mut until) = (0, 0);
                    let (mut claim, mut response) = (null_mut(), null_mut());
                    let status = wxseal_recent_keys_claim(
                        self.recent,
                        key.pointer(),
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
        }
        Ok(())
    }

    /// Calls of the server API, statuses, and what a request lends.
    fn api(&mut self, input: &mut Input<'_>) -> Result<()> {
        let a = Text::of(input, &["wx1", "/wxa/x"])?;
        let b = Text::of(input, &["o1", "{}"])?;
        let name = Text::of(input, &["access_token", "n", "msgid"])?;
        let bytes = Bytes::of(input, &MESSAGES)?;
        let (what, size) = (input.byte()?, input.size()?);
        let (body, length) = bytes.parts();
        let (a, b) = (a.pointer(), b.pointer());
        // SAFETY: as in `functions`.
        unsafe {
            let parameters = [wxseal_parameter { name: a, value: b }, wxseal_parameter { name: b, value: a }];
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
                10 => wxseal_api_send_subscribe_message(a, b, a, b, null(), a, b, out),
                11 => wxseal_api_msg_sec_check(a, b, u32::from(what), a, b, null(), a, out),
                _ => wxseal_api_media_check_async(a, b, u32::from(what), a, u32::MAX, out),
            });
            lent(|out, length| wxseal_request_body(self.request, out, length));
            text_of(wxseal_request_method(self.request));
            text_of(wxseal_request_target(self.request));
            made(&mut self.api_answer, wxseal_api_answer_free, |out| wxseal_api_read(body, length, out));
            let (answer, mut number, mut found) = (self.api_answer, 0, 0);
            lent(|out, length| wxseal_api_answer_text(answer, name.pointer(), out.cast(), length));
            lent(|out, length| wxseal_api_answer_json(answer, out.cast(), length));
            lent(|out, length| wxseal_api_answer_refused(answer, &mut 0, out.cast(), length));
            check(wxseal_api_answer_integer(answer, name.pointer(), &mut number, &mut found));
            check(wxseal_api_answer_integer(answer, name.pointer(), null_mut(), &mut found));
            check(wxseal_api_answer_refused(answer, null_mut(), null_mut(), null_mut()));
            let status = -i32::from(what) - if size % 2 == 0 { 40000 } else { 0 };
            text_of(wxseal_status_name(status));
            text_of(wxseal_status_text(status));
            wxseal_status_code(status);
            wxseal_status_http(status);
        }
        Ok(())
    }
}

/// All that a value says, whatever it is, and what is in it.
///
/// # Safety
/// `found` is NULL or lent by what lives, and `name` is NULL or ends with NUL.
unsafe fn value(found: *const wxseal_value, name: *const std::ffi::c_char, index: usize) {
    // SAFETY: the caller promises it, and what a value lends lives as long.
    unsafe {
        lent(|out, length| wxseal_value_text(found, out.cast(), length));
        lent(|out, length| wxseal_value_name(found, index, out.cast(), length));
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
