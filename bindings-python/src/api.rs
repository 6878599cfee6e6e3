//! `wxseal.api`: server API calls without I/O.

mod answer;
mod request;

pub(crate) use self::answer::{add_to, read};
pub(crate) use self::request::{
    CustomerMessage, Request, code2session, get, get_access_token, get_phone_number, get_stable_access_token,
    media_check_async, msg_sec_check, post, send_customer_message, send_subscribe_message,
};
