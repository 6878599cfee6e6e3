//! A webhook server that is right but for one fault, on the bare socket.
#![allow(dead_code, reason = "each test file takes what it needs")]
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a failure here is the test's own")]

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::Duration;

use serde_json::{Value, json};
use wxseal_core::{Endpoint, Format, Incoming, MsgCrypt, Push, WidgetAnswer};

pub(crate) const TOKEN: &str = "a-token-for-tests";
pub(crate) const KEY: &str = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFG";
pub(crate) const APP_ID: &str = "wx0123456789abcdef";

/// How the server goes wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    None,
    QuotedEcho,
    Bom,
    PlainReply,
    NumberForNonce,
    NotSwapped,
    ReserialisedQuery,
    PaddedTo16,
    WrongKey,
    Late,
    Status500,
    Redirect,
    Html,
    Empty,
    Truncated,
    WrongSignature,
    // Beyond the fifteen.
    NewLine,
    DebugBar,
    Hangs,
    HangsUp,
    Resets,
    Garbage,
    Endless,
    CutDocument,
    Drip,
}

pub(crate) struct Server {
    pub(crate) url: String,
    /// How many requests came.
    pub(crate) requests: Arc<AtomicUsize>,
}

/// Starts a server on a free port; it lives as long as the test's process.
pub(crate) fn start(fault: Fault) -> Server {
    let listener = TcpListener::bind(("127.0.0.1", 0)).unwrap();
    let url = format!("http://{}/push", listener.local_addr().unwrap());
    let requests = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&requests);
    thread::spawn(move || {
        for stream in listener.incoming() {
            counted.fetch_add(1, Ordering::SeqCst);
            thread::spawn(move || answer(stream.unwrap(), fault));
        }
    });
    Server { url, requests }
}

fn answer(mut stream: TcpStream, fault: Fault) {
    if fault == Fault::Resets {
        // A connection that is closed with unread bytes is reset.
        let _ = stream.read(&mut [0]);
        return;
    }
    let Some((method, query, body)) = read(&mut stream) else { return };
    match fault {
        Fault::Hangs => return thread::sleep(Duration::from_secs(30)),
        Fault::HangsUp => return,
        Fault::Garbage => return write(&mut stream, b"\x16\x03\x01\x02\x00 this is no HTTP\r\n\r\n"),
        Fault::Endless => return endless(&mut stream),
        Fault::Drip => return drip(&mut stream),
        _ => {}
    }
    let random = wxseal_os::random().unwrap();
    let endpoint = Endpoint::new(crypt());
    let (kind, body) = match endpoint.receive(&method, &query, &body, wxseal_os::now()).unwrap() {
        Incoming::UrlCheck(response) => (response.content_type(), echo(response.body(), fault)),
        Incoming::Push(push) => reply(&push, &random, fault),
    };
    if fault == Fault::Late {
        thread::sleep(Duration::from_millis(400));
    }
    let head = match fault {
        Fault::Status500 => "500 Internal Server Error",
        Fault::Redirect => "302 Found\r\nLocation: http://127.0.0.1/login",
        _ => "200 OK",
    };
    let length = body.len() + if fault == Fault::Truncated { 100 } else { 0 };
    let head =
        format!("HTTP/1.1 {head}\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n");
    write(&mut stream, &[head.as_bytes(), &body].concat());
}

fn write(stream: &mut TcpStream, bytes: &[u8]) {
    // Whoever asked may be gone.
    let _ = stream.write_all(bytes);
}

/// Says that it has 100 MB, and sends them.
fn endless(stream: &mut TcpStream) {
    write(stream, b"HTTP/1.1 200 OK\r\nContent-Length: 104857600\r\n\r\n");
    let chunk = vec![b'x'; 1 << 16];
    while stream.write_all(&chunk).is_ok() {}
}

/// A byte now and then, for longer than anybody waits.
fn drip(stream: &mut TcpStream) {
    write(stream, b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n");
    while stream.write_all(b"x").is_ok() {
        thread::sleep(Duration::from_millis(50));
    }
}

fn crypt() -> MsgCrypt {
    MsgCrypt::new(TOKEN, KEY, APP_ID).unwrap()
}

fn echo(echostr: &[u8], fault: Fault) -> Vec<u8> {
    let text = String::from_utf8(echostr.to_vec()).unwrap();
    match fault {
        Fault::QuotedEcho => format!("\"{text}\""),
        Fault::Bom => format!("\u{feff}{text}"),
        Fault::NewLine => format!("{text}\n"),
        Fault::Html => "<!DOCTYPE html>\n<html><head><title>Login</title></head></html>".to_owned(),
        Fault::DebugBar => format!("{text}\n<div id=\"debugbar\">12 ms</div>"),
        Fault::Empty => String::new(),
        _ => text,
    }
    .into_bytes()
}

fn reply(push: &Push, random: &[u8; 16], fault: Fault) -> (&'static str, Vec<u8>) {
    let now = wxseal_os::now();
    let clear = message(push, fault).to_string();
    let nonce = nonce_of(push, random);
    let seal =
        |crypt: MsgCrypt| crypt.encrypt(clear.as_bytes(), now.to_string(), &nonce, Format::Json, random).unwrap();
    let body = match fault {
        Fault::PlainReply => clear,
        Fault::WrongKey => seal(MsgCrypt::new(TOKEN, KEY.replace('0', "9"), APP_ID).unwrap()),
        Fault::NumberForNonce => {
            let mut envelope: Value = serde_json::from_str(&seal(crypt())).unwrap();
            envelope["Nonce"] = nonce.parse::<u64>().unwrap().into();
            envelope.to_string()
        }
        Fault::WrongSignature => {
            let mut envelope: Value = serde_json::from_str(&seal(crypt())).unwrap();
            envelope["MsgSignature"] = "ad75308035efbe84bb0b59fb90c5be966ff38d42".into();
            envelope.to_string()
        }
        Fault::PaddedTo16 => padded_to_16(&clear, &nonce, now),
        Fault::Html => "<html><body>Whoops, looks like something went wrong.</body></html>".to_owned(),
        Fault::Empty => String::new(),
        Fault::CutDocument => {
            let whole = seal(crypt());
            whole[..whole.len() / 2].to_owned()
        }
        Fault::Bom => format!("\u{feff}{}", seal(crypt())),
        Fault::DebugBar => format!("{}\n<div id=\"debugbar\">12 ms</div>", seal(crypt())),
        Fault::QuotedEcho => "\"success\"".to_owned(),
        _ => seal(crypt()),
    };
    ("application/json", body.into_bytes())
}

/// The nonce as the library's own reply repeats it.
fn nonce_of(push: &Push, random: &[u8; 16]) -> String {
    let answer = WidgetAnswer { lifespan: 1, data: "{}", err_code: 0, err_msg: "" };
    let sealed = push.reply_widget(&answer).unwrap().seal(1, random).unwrap();
    let envelope: Value = serde_json::from_slice(sealed.body()).unwrap();
    envelope["Nonce"].as_str().unwrap().to_owned()
}

fn message(push: &Push, fault: Fault) -> Value {
    let message = push.message().unwrap();
    let (mut to, mut from) = (message.from_user_name().unwrap(), message.to_user_name().unwrap());
    if fault == Fault::NotSwapped {
        (to, from) = (from, to);
    }
    let mut query = message.text("Query").unwrap().to_owned();
    if fault == Fault::ReserialisedQuery {
        query = serde_json::from_str::<Value>(&query).unwrap().to_string();
    }
    let data = json!({"err_code": 0, "err_msg": "", "price": "1.00"}).to_string();
    let content = json!({"lifespan": 60, "query": query, "scene": 1, "data": data}).to_string();
    json!({
        "ToUserName": to,
        "FromUserName": from,
        "CreateTime": wxseal_os::now(),
        "MsgType": "widget_data",
        "Content": content,
    })
}

/// What a server makes that calls a stock PKCS#7 helper.
fn padded_to_16(clear: &str, nonce: &str, now: u64) -> String {
    // A frame of 1 to 15 bytes beyond a multiple of 32 is padded to 16 bytes in another way than to 32.
    let clear = (0..32)
        .map(|spaces| format!("{clear}{}", " ".repeat(spaces)))
        .find(|clear| (20 + clear.len() + APP_ID.len()) % 32 == 5);
    let clear = clear.unwrap();
    let length = u32::try_from(clear.len()).unwrap();
    let frame = twin::frame([7; 16], length, clear.as_bytes(), APP_ID.as_bytes());
    let encrypt = twin::encrypt(KEY, &twin::padded(frame, 16));
    let timestamp = now.to_string();
    let signature = twin::sign(&[TOKEN, &timestamp, nonce, &encrypt]);
    json!({"Encrypt": encrypt, "MsgSignature": signature, "TimeStamp": now, "Nonce": nonce}).to_string()
}

/// Method, query and body of one request.
fn read(stream: &mut TcpStream) -> Option<(String, String, Vec<u8>)> {
    let mut bytes = Vec::new();
    let mut buffer = [0; 4096];
    loop {
        let read = stream.read(&mut buffer).ok().filter(|&read| read > 0)?;
        bytes.extend_from_slice(&buffer[..read]);
        let Some(end) = bytes.windows(4).position(|four| four == b"\r\n\r\n") else { continue };
        let head = String::from_utf8(bytes[..end].to_vec()).unwrap();
        let length = head.lines().find_map(|line| line.strip_prefix("content-length: ")?.parse().ok()).unwrap_or(0);
        if bytes.len() < end + 4 + length {
            continue;
        }
        let mut words = head.split(' ');
        let (method, target) = (words.next()?.to_owned(), words.next()?);
        let query = target.split_once('?').map_or("", |(_, query)| query).to_owned();
        return Some((method, query, bytes[end + 4..].to_vec()));
    }
}
