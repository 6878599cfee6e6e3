//! The addon behind the npm package `wxseal`. `index.d.ts` is its manual, and the package's JavaScript its only caller.
//!
//! No protocol logic lives here: each function maps JavaScript values, errors and buffers to one function of the core.

mod answer;
mod api;
mod endpoint;
mod error;
mod function;
mod handle;
mod message;
mod msg_crypt;
mod open_data;
mod options;
mod payload;
mod platform;
mod push;
mod query;
mod realm;
mod recent;
mod response;
mod text;
mod utf16;

use napi::bindgen_prelude::{Env, JsObjectValue, Object, Unknown};
use napi_derive::napi;

use crate::error::Failure;
use crate::function::export;

/// Exports all functions, under the names that the package's JavaScript knows them by.
///
/// # Errors
/// Node-API's own.
#[napi(module_exports)]
pub fn exports(mut exports: Object<'_>, env: Env) -> napi::Result<()> {
    let to = &mut exports;
    export(env, to, "setUp", realm::set_up)?;
    to.set_named_property("version", wxseal_core::VERSION)?;
    export(env, to, "errorCodes", error::error_codes)?;
    export(env, to, "verifySignature", verify_signature)?;
    export(env, to, "sign", msg_crypt::sign)?;

    export(env, to, "msgCrypt", msg_crypt::msg_crypt)?;
    export(env, to, "verifyUrl", msg_crypt::verify_url)?;
    export(env, to, "decrypt", msg_crypt::decrypt)?;
    export(env, to, "decryptToString", msg_crypt::decrypt_to_string)?;
    export(env, to, "encrypt", msg_crypt::encrypt)?;
    export(env, to, "seal", msg_crypt::seal)?;
    export(env, to, "open", msg_crypt::open)?;

    export(env, to, "endpoint", endpoint::endpoint)?;
    export(env, to, "plainEndpoint", endpoint::plain_endpoint)?;
    export(env, to, "receive", endpoint::receive)?;
    export(env, to, "diagnose", endpoint::diagnose)?;

    export(env, to, "message", message::message)?;
    export(env, to, "header", message::header)?;
    export(env, to, "messageJson", message::message_json)?;
    export(env, to, "messageText", message::message_text)?;
    export(env, to, "messageBytes", push::message_bytes)?;
    export(env, to, "format", push::format)?;
    export(env, to, "replayKey", push::replay_key)?;
    export(env, to, "widgetQuery", push::widget_query)?;

    export(env, to, "sealingWith", push::sealing_with)?;
    export(env, to, "success", answer::success)?;
    export(env, to, "empty", answer::empty)?;
    export(env, to, "replyText", answer::reply_text)?;
    export(env, to, "replyImage", answer::reply_image)?;
    export(env, to, "replyVoice", answer::reply_voice)?;
    export(env, to, "replyVideo", answer::reply_video)?;
    export(env, to, "replyMusic", answer::reply_music)?;
    export(env, to, "replyNews", answer::reply_news)?;
    export(env, to, "transferCustomerService", answer::transfer_customer_service)?;
    export(env, to, "replyWidget", answer::reply_widget)?;
    export(env, to, "replyWelcome", answer::reply_welcome)?;
    export(env, to, "replyStream", answer::reply_stream)?;
    export(env, to, "replyTemplateCard", answer::reply_template_card)?;
    export(env, to, "replyStreamWithTemplateCard", answer::reply_stream_with_template_card)?;
    export(env, to, "updateTemplateCard", answer::update_template_card)?;
    export(env, to, "replyRaw", answer::reply_raw)?;

    export(env, to, "refusal", response::refusal)?;
    export(env, to, "responseHeaders", response::response_headers)?;
    export(env, to, "responseFromBytes", response::response_from_bytes)?;

    export(env, to, "recentKeys", recent::recent_keys)?;
    export(env, to, "claim", recent::claim)?;
    export(env, to, "answer", recent::answer)?;
    export(env, to, "release", recent::release)?;
    export(env, to, "recentSize", recent::recent_size)?;

    export(env, to, "platformUrlCheck", platform::url_check)?;
    export(env, to, "platformEncryptedUrlCheck", platform::encrypted_url_check)?;
    export(env, to, "platformPush", platform::push)?;
    export(env, to, "platformCompatiblePush", platform::compatible_push)?;
    export(env, to, "platformPlainPush", platform::plain_push)?;
    export(env, to, "platformOpenReply", platform::open_reply)?;

    export(env, to, "decryptOpenData", open_data::decrypt_open_data)?;
    export(env, to, "verifyRawData", open_data::verify_raw_data)?;

    export(env, to, "apiGet", api::get)?;
    export(env, to, "apiPost", api::post)?;
    export(env, to, "apiGetAccessToken", api::get_access_token)?;
    export(env, to, "apiGetStableAccessToken", api::get_stable_access_token)?;
    export(env, to, "apiCode2Session", api::code2session)?;
    export(env, to, "apiGetPhoneNumber", api::get_phone_number)?;
    export(env, to, "apiSendCustomerMessage", api::send_customer_message)?;
    export(env, to, "apiSendSubscribeMessage", api::send_subscribe_message)?;
    export(env, to, "apiMsgSecCheck", api::msg_sec_check)?;
    export(env, to, "apiMediaCheckAsync", api::media_check_async)?;
    export(env, to, "apiRead", api::read)
}

/// Checks the `signature` of a URL check or of a plain-mode push; it covers no body.
fn verify_signature(_: Env, [token, query]: [Unknown<'_>; 2]) -> Result<(), Failure> {
    let token = text::required(token, "token must be a string")?;
    let raw = query::raw(query)?;
    let query = wxseal_core::Query::parse(&raw)?;
    Ok(wxseal_core::verify_signature(token, query.signature()?, query.timestamp()?, query.nonce()?)?)
}
