//! Server API calls without I/O: what to send with the HTTP client of your choice, and what the answer says.
//!
//! [`get`] and [`post`] make any call of `api.weixin.qq.com`; the others are the usual ones by name.
//!
//! ```
//! use wxseal::api;
//!
//! let request = api::get_access_token("wx1", "secret");
//! assert_eq!(request.method(), "GET");
//! assert!(request.url().starts_with("https://api.weixin.qq.com/cgi-bin/token?grant_type=client_credential&"));
//!
//! let answer = api::read(br#"{"access_token":"A","expires_in":7200}"#)?;
//! assert_eq!((answer.text("access_token"), answer.integer("expires_in")), (Some("A"), Some(7200)));
//! # Ok::<(), api::ApiError>(())
//! ```

mod answer;
mod request;

pub use self::answer::{Answer, ApiError, read};
pub use self::request::{
    CustomerMessage, Request, SubscribeMessage, TextCheck, code2session, get, get_access_token, get_phone_number,
    get_stable_access_token, media_check_async, msg_sec_check, post, send_customer_message, send_subscribe_message,
};
