//! What a request was.

use std::mem::MaybeUninit;
use std::sync::{Arc, OnceLock};

use wxseal_core::{Error, Incoming, Message, Push, WidgetQuery};

use crate::argument::{alive, format_number, found, give, given, put, random, take_back, wxseal_str};
use crate::response::wxseal_response;
use crate::status::{Failure, guard, wxseal_status};
use crate::value::{lend, wxseal_value};
use crate::wxseal_format;

/// A request that verified: a URL check, or a push with its message.
///
/// Threads: it never changes, so any number of threads may use one at once.
/// Ownership: `wxseal_endpoint_receive` gives it to the caller, who gives it back to `wxseal_incoming_free`. What its
/// functions lend is valid until then.
pub struct wxseal_incoming {
    request: Arc<Request>,
    /// What its answers are sealed with; what is `None` is fresh.
    pub(crate) now: Option<u64>,
    pub(crate) random: Option<[u8; 16]>,
}

/// What the handles of one request share: it, and what was made of it to be lent.
struct Request {
    incoming: Incoming,
    json: OnceLock<String>,
    widget: OnceLock<Result<(WidgetQuery, String), Error>>,
}

impl wxseal_incoming {
    pub(crate) fn new(incoming: Incoming) -> Self {
        let request = Request { incoming, json: OnceLock::new(), widget: OnceLock::new() };
        wxseal_incoming { request: Arc::new(request), now: None, random: None }
    }

    /// The push; a URL check has none of what is asked for.
    pub(crate) fn push(&self) -> Result<&Push, Failure> {
        match &self.request.incoming {
            Incoming::Push(push) => Ok(push),
            Incoming::UrlCheck(_) => Err(Failure::InvalidArgument),
        }
    }

    fn message(&self) -> Result<&Message, Failure> {
        Ok(self.push()?.message()?)
    }

    fn message_json(&self) -> Result<&str, Failure> {
        let message = self.message()?;
        Ok(self.request.json.get_or_init(|| message.to_json()))
    }

    /// The widget's query, and its JSON.
    fn widget(&self) -> Result<&(WidgetQuery, String), Failure> {
        let push = self.push()?;
        let read = || {
            let query = push.widget_query()?;
            let json = query.to_json();
            Ok((query, json))
        };
        self.request.widget.get_or_init(read).as_ref().map_err(|error| (*error).into())
    }
}

/// What a request was: `WXSEAL_KIND_URL_CHECK` or `WXSEAL_KIND_PUSH`.
pub type wxseal_kind = i32;
/// The platform checks the URL: answer with `wxseal_incoming_response`.
pub const WXSEAL_KIND_URL_CHECK: i32 = 1;
/// A message or event: read it, and answer with one of the `wxseal_incoming_reply_…` functions.
pub const WXSEAL_KIND_PUSH: i32 = 2;

/// Frees it. NULL is ignored.
#[unsafe(no_mangle)]
pub extern "C" fn wxseal_incoming_free(incoming: Option<Box<wxseal_incoming>>) {
    take_back(incoming);
}

/// What it is; 0 if `incoming` is NULL.
#[unsafe(no_mangle)]
pub extern "C" fn wxseal_incoming_kind(incoming: Option<&wxseal_incoming>) -> wxseal_kind {
    match incoming.map(|incoming| &incoming.request.incoming) {
        Some(Incoming::UrlCheck(_)) => WXSEAL_KIND_URL_CHECK,
        Some(Incoming::Push(_)) => WXSEAL_KIND_PUSH,
        None => 0,
    }
}

/// The answer to a URL check. WXSEAL_ERROR_INVALID_ARGUMENT: it is a push.
#[unsafe(no_mangle)]
pub extern "C" fn wxseal_incoming_response(
    incoming: Option<&wxseal_incoming>,
    out: Option<&mut MaybeUninit<*mut wxseal_response>>,
) -> wxseal_status {
    let make = || match &alive(incoming)?.request.incoming {
        Incoming::UrlCheck(response) => Ok(wxseal_response(response.clone())),
        Incoming::Push(_) => Err(Failure::InvalidArgument),
    };
    guard(|| give(out, make))
}

/// The format of the request's body, which the answer has too; 0 of a URL check.
#[unsafe(no_mangle)]
pub extern "C" fn wxseal_incoming_format(incoming: Option<&wxseal_incoming>) -> wxseal_format {
    incoming.and_then(|incoming| incoming.push().ok()).map_or(0, |push| format_number(push.format()))
}

/// The message as the platform wrote it, lent.
///
/// This and all that follows is a push's: of a URL check it is WXSEAL_ERROR_INVALID_ARGUMENT.
#[unsafe(no_mangle)]
pub extern "C" fn wxseal_incoming_message_bytes<'a>(
    incoming: Option<&'a wxseal_incoming>,
    out: Option<&mut MaybeUninit<wxseal_str<'a>>>,
) -> wxseal_status {
    guard(|| put(out, || Ok(wxseal_str::lent(alive(incoming)?.push()?.message_bytes()))))
}

/// The message as compact JSON, the same view of XML and JSON, lent: text, objects and arrays in the order of the wire;
/// numbers only in the few fields that are integers everywhere; MsgId always text; what is documented as a list an array,
/// also of one item in XML. Parsed when this or one of the message's fields is first asked for.
///
/// WXSEAL_ERROR_MALFORMED_MESSAGE: it is not one XML document or JSON object, or nested deeper than 32.
#[unsafe(no_mangle)]
pub extern "C" fn wxseal_incoming_message_json<'a>(
    incoming: Option<&'a wxseal_incoming>,
    out: Option<&mut MaybeUninit<wxseal_str<'a>>>,
) -> wxseal_status {
    guard(|| put(out, || Ok(wxseal_str::lent(alive(incoming)?.message_json()?))))
}

/// A field that is text, by the wire's own name ("MsgType", "FromUserName", "Content" …), lent; the first of a repeated name.
/// `out->data` is NULL where there is none.
///
/// WXSEAL_ERROR_MALFORMED_MESSAGE, of this and all fields that follow: as for `wxseal_incoming_message_json`.
#[unsafe(no_mangle)]
pub extern "C" fn wxseal_incoming_text<'a>(
    incoming: Option<&'a wxseal_incoming>,
    name: wxseal_str<'_>,
    out: Option<&mut MaybeUninit<wxseal_str<'a>>>,
) -> wxseal_status {
    guard(|| put(out, || Ok(wxseal_str::lent_if(alive(incoming)?.message()?.text(name.argument()?)))))
}

/// A field that is a whole number of 64 bits, by the wire's own name, also where the view has its digits as text; the first of
/// a repeated name. `otherwise` where there is none, or the message cannot be read.
#[unsafe(no_mangle)]
pub extern "C" fn wxseal_incoming_integer(
    incoming: Option<&wxseal_incoming>,
    name: wxseal_str<'_>,
    otherwise: i64,
) -> i64 {
    found(otherwise, || Ok(alive(incoming)?.message()?.integer(name.argument()?).unwrap_or(otherwise)))
}

/// A field of any kind, by the wire's own name ("List", "detail", a robot's "from" …), lent. `*out` is NULL where there is
/// none.
#[unsafe(no_mangle)]
pub extern "C" fn wxseal_incoming_get<'a>(
    incoming: Option<&'a wxseal_incoming>,
    name: wxseal_str<'_>,
    out: Option<&mut MaybeUninit<Option<&'a wxseal_value>>>,
) -> wxseal_status {
    guard(|| put(out, || Ok(alive(incoming)?.message()?.get(name.argument()?).map(lend))))
}

/// The account that the message was sent to, "gh_…" on WeChat, a robot's "aibotid"; not the receive id. Lent; `out->data` is
/// NULL where there is none.
#[unsafe(no_mangle)]
pub extern "C" fn wxseal_incoming_to_user_name<'a>(
    incoming: Option<&'a wxseal_incoming>,
    out: Option<&mut MaybeUninit<wxseal_str<'a>>>,
) -> wxseal_status {
    field(incoming, out, Message::to_user_name)
}

/// The user who sent the message: an openid, a member's id on WeCom, the "userid" in a robot's "from". Lent; `out->data` is NULL
/// where there is none.
#[unsafe(no_mangle)]
pub extern "C" fn wxseal_incoming_from_user_name<'a>(
    incoming: Option<&'a wxseal_incoming>,
    out: Option<&mut MaybeUninit<wxseal_str<'a>>>,
) -> wxseal_status {
    field(incoming, out, Message::from_user_name)
}

/// "text", "image", "event" …: MsgType, or a robot's "msgtype". Lent; `out->data` is NULL where there is none.
#[unsafe(no_mangle)]
pub extern "C" fn wxseal_incoming_msg_type<'a>(
    incoming: Option<&'a wxseal_incoming>,
    out: Option<&mut MaybeUninit<wxseal_str<'a>>>,
) -> wxseal_status {
    field(incoming, out, Message::msg_type)
}

/// Which event it is, where the message's type is "event": Event, or the "eventtype" in a robot's "event". Lent; `out->data` is
/// NULL where there is none.
#[unsafe(no_mangle)]
pub extern "C" fn wxseal_incoming_event<'a>(
    incoming: Option<&'a wxseal_incoming>,
    out: Option<&mut MaybeUninit<wxseal_str<'a>>>,
) -> wxseal_status {
    field(incoming, out, Message::event)
}

/// What the open platform tells a third party, "component_verify_ticket" …; such messages have no To and From. Lent; `out->data`
/// is NULL where there is none.
#[unsafe(no_mangle)]
pub extern "C" fn wxseal_incoming_info_type<'a>(
    incoming: Option<&'a wxseal_incoming>,
    out: Option<&mut MaybeUninit<wxseal_str<'a>>>,
) -> wxseal_status {
    field(incoming, out, Message::info_type)
}

/// The message's id, `MsgId`, `MsgID` or a robot's `msgid`, as text. Lent; `out->data` is NULL where there is none.
#[unsafe(no_mangle)]
pub extern "C" fn wxseal_incoming_msg_id<'a>(
    incoming: Option<&'a wxseal_incoming>,
    out: Option<&mut MaybeUninit<wxseal_str<'a>>>,
) -> wxseal_status {
    field(incoming, out, Message::msg_id)
}

/// When the platform made the message, in seconds since 1970: CreateTime, a suite's TimeStamp or a robot's "create_time"; 0 where
/// it does not say, or cannot be read.
#[unsafe(no_mangle)]
pub extern "C" fn wxseal_incoming_create_time(incoming: Option<&wxseal_incoming>) -> i64 {
    found(0, || Ok(alive(incoming)?.message()?.create_time().unwrap_or_default()))
}

/// What the message is known by when it is delivered again, lent: 40 hexadecimal digits, a hash that holds no openid. Two
/// messages share it only if they are the same.
#[unsafe(no_mangle)]
pub extern "C" fn wxseal_incoming_dedup_key<'a>(
    incoming: Option<&'a wxseal_incoming>,
    out: Option<&mut MaybeUninit<wxseal_str<'a>>>,
) -> wxseal_status {
    field(incoming, out, |message| Some(message.dedup_key()))
}

/// What this very request is known by, its signature, lent: a replay has the same, the platform's own retry another.
#[unsafe(no_mangle)]
pub extern "C" fn wxseal_incoming_replay_key<'a>(
    incoming: Option<&'a wxseal_incoming>,
    out: Option<&mut MaybeUninit<wxseal_str<'a>>>,
) -> wxseal_status {
    guard(|| put(out, || Ok(wxseal_str::lent(alive(incoming)?.push()?.replay_key()))))
}

/// What a user searched for, of a wxa_widget_data event, as JSON, lent: an object with `type` (a number or null), `slots` (an
/// object), `longitude`, `latitude` (numbers or null) and `raw`, the text of the query as it came.
///
/// WXSEAL_ERROR_MALFORMED_MESSAGE: there is no Query, or it is not a JSON object. Answer with err_code -2 then.
#[unsafe(no_mangle)]
pub extern "C" fn wxseal_incoming_widget_query_json<'a>(
    incoming: Option<&'a wxseal_incoming>,
    out: Option<&mut MaybeUninit<wxseal_str<'a>>>,
) -> wxseal_status {
    guard(|| put(out, || Ok(wxseal_str::lent(&alive(incoming)?.widget()?.1))))
}

/// The value of one slot of the widget's query, lent; `out->data` is NULL where there is none.
///
/// WXSEAL_ERROR_MALFORMED_MESSAGE: as for `wxseal_incoming_widget_query_json`.
#[unsafe(no_mangle)]
pub extern "C" fn wxseal_incoming_widget_slot<'a>(
    incoming: Option<&'a wxseal_incoming>,
    key: wxseal_str<'_>,
    out: Option<&mut MaybeUninit<wxseal_str<'a>>>,
) -> wxseal_status {
    guard(|| put(out, || Ok(wxseal_str::lent_if(alive(incoming)?.widget()?.0.slot(key.argument()?)))))
}

/// The same push once more, whose answers are sealed at `now`, in seconds since 1970, with the 16 bytes at `random16`, each
/// time the same: for tests, which compare them. 0 and NULL are what every other push is sealed with, the system's time and
/// fresh bytes of the operating system.
///
/// Each of the two is given back to `wxseal_incoming_free` by itself.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn wxseal_incoming_sealing_with(
    incoming: Option<&wxseal_incoming>,
    now: u64,
    random16: *const u8,
    out: Option<&mut MaybeUninit<*mut wxseal_incoming>>,
) -> wxseal_status {
    // SAFETY: the header promises that `random16` has 16 bytes or is NULL.
    let random = unsafe { random(random16) }.copied();
    let make = || {
        let incoming = alive(incoming)?;
        incoming.push()?;
        Ok(wxseal_incoming { request: Arc::clone(&incoming.request), now: given(now), random })
    };
    guard(|| give(out, make))
}

/// A field of the message that has a name of its own.
fn field<'a>(
    incoming: Option<&'a wxseal_incoming>,
    out: Option<&mut MaybeUninit<wxseal_str<'a>>>,
    find: impl FnOnce(&'a Message) -> Option<&'a str>,
) -> wxseal_status {
    guard(|| put(out, || Ok(wxseal_str::lent_if(find(alive(incoming)?.message()?)))))
}
