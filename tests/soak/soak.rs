//! The core under load for as long as it is told, as README.md beside this says.
#![expect(clippy::print_stdout, reason = "what it measures is its output")]

use std::error::Error;
use std::fs;

use wxseal_core::{Endpoint, Format, Incoming, MsgCrypt, platform};

struct Request<'a> {
    outcome: &'a str,
    msg_signature: &'a str,
    timestamp: &'a str,
    nonce: &'a str,
    body: &'a str,
    message: &'a str,
    query: String,
}

type Failure = Box<dyn Error>;

fn main() -> Result<(), Failure> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [inputs, warm_up, rounds] = arguments.as_slice() else {
        return Err("usage: soak INPUTS WARM_UP ROUNDS".into());
    };
    let (warm_up, rounds): (usize, usize) = (warm_up.parse()?, rounds.parse()?);
    let inputs = fs::read_to_string(inputs)?;
    let mut lines = inputs.lines().map(|line| line.split('\t').collect::<Vec<_>>());
    let Some([token, key, receive_id, now]) = lines.next().as_deref().and_then(|line| line.first_chunk().copied())
    else {
        return Err("the inputs have no settings".into());
    };
    let now = now.parse()?;
    let requests: Vec<Request<'_>> = lines.map(|line| request(&line)).collect::<Result<_, _>>()?;
    let crypt = MsgCrypt::new(token, key, receive_id)?;
    let endpoint = Endpoint::new(MsgCrypt::new(token, key, receive_id)?);
    for (round, request) in requests.iter().cycle().take(warm_up + rounds).enumerate() {
        work(&crypt, &endpoint, request, now)
            .map_err(|failure| format!("round {round}, a request that is {}: {failure}", request.outcome))?;
        if round >= warm_up && (round - warm_up) % (rounds / 100) == 0 {
            println!("{}", resident()?);
        }
    }
    Ok(())
}

fn request<'a>(line: &[&'a str]) -> Result<Request<'a>, Failure> {
    let &[outcome, msg_signature, timestamp, nonce, body, message] = line else { return Err("an odd line".into()) };
    let query = format!("msg_signature={msg_signature}&timestamp={timestamp}&nonce={nonce}");
    Ok(Request { outcome, msg_signature, timestamp, nonce, body, message, query })
}

fn work(crypt: &MsgCrypt, endpoint: &Endpoint, request: &Request<'_>, now: u64) -> Result<(), Failure> {
    let body = request.body.as_bytes();
    let decrypted = crypt.decrypt(request.msg_signature, request.timestamp, request.nonce, body);
    let received = endpoint.receive("POST", &request.query, body, now);
    if request.outcome != "ok" {
        let names = [decrypted.err(), received.err()].map(|error| error.map(wxseal_core::Error::name));
        return if names == [Some(request.outcome); 2] { Ok(()) } else { Err(format!("{names:?}").into()) };
    }
    expect(&decrypted?, request.message)?;
    let sealed = wxseal_os::encrypt(crypt, request.message.as_bytes(), None, None, Format::Xml, None)?;
    expect(&platform::open_reply(crypt, sealed.as_bytes())?.message, request.message)?;
    let Incoming::Push(push) = received? else { return Err("not a push".into()) };
    let response = wxseal_os::seal(push.reply_text("received")?, Some(now), None)?;
    if response.status() == 200 { Ok(()) } else { Err("not answered".into()) }
}

fn expect(message: &[u8], expected: &str) -> Result<(), Failure> {
    if message == expected.as_bytes() { Ok(()) } else { Err("another message".into()) }
}

/// This process's resident memory in KiB.
fn resident() -> Result<u64, Failure> {
    let status = fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).ok_or("no VmRSS")?;
    Ok(line.trim().trim_end_matches(" kB").parse()?)
}
