//! `wxseal sign`, `verify`, `encrypt` and `decrypt`, on standard input and output.

use clap::Args;
use serde_json::json;
use wxseal_core::{Dialect, Error, Format, Query, Stamp, platform as core_platform, verify_signature};

use crate::capture;
use crate::context::Context;
use crate::envelope;
use crate::failure::{Failure, Usage};
use crate::lang::{Lang, say};
use crate::seal::sign as sha1_of_sorted;
use crate::settings::{Settings, SettingsArguments};

/// What stands in a signature beside Token and cipher text; fresh where it is not given.
#[derive(Args)]
struct StampArguments {
    /// Seconds since 1970 [default: now]
    #[arg(long, value_name = "SECONDS")]
    timestamp: Option<String>,
    /// 1 to 63 of A-Z a-z 0-9 _ - [default: fresh]
    #[arg(long, value_name = "NONCE")]
    nonce: Option<String>,
}

#[derive(Args)]
pub(crate) struct SignArguments {
    /// Sign this envelope's Encrypt, or this cipher text, too; - is standard input
    #[arg(value_name = "FILE")]
    body: Option<String>,
    #[command(flatten)]
    stamp: StampArguments,
    #[command(flatten)]
    settings: SettingsArguments,
}

#[derive(Args)]
pub(crate) struct VerifyArguments {
    /// The request's URL or query string, or @FILE that holds it
    #[arg(value_name = "URL")]
    url: String,
    /// Verify the msg_signature of this body; - is standard input
    #[expect(clippy::doc_markdown, reason = "this text is shown on the terminal, where backticks are noise")]
    #[arg(long, value_name = "FILE")]
    body: Option<String>,
    #[command(flatten)]
    settings: SettingsArguments,
}

#[derive(Args)]
pub(crate) struct EncryptArguments {
    /// The message [default: standard input]
    #[arg(value_name = "FILE", default_value = "-", hide_default_value = true)]
    message: String,
    /// xml or json [default: the message's own]
    #[arg(long, value_name = "FORMAT")]
    format: Option<String>,
    #[command(flatten)]
    stamp: StampArguments,
    /// 16 bytes as 32 hexadecimal digits, for tests [default: fresh]
    #[arg(long, value_name = "HEX")]
    random: Option<String>,
    #[command(flatten)]
    settings: SettingsArguments,
}

#[derive(Args)]
pub(crate) struct DecryptArguments {
    /// The body [default: standard input]
    #[arg(value_name = "FILE", default_value = "-", hide_default_value = true)]
    body: String,
    /// The request's URL or query string, or @FILE; without it the body is a reply
    #[arg(long, value_name = "URL", alias = "query")]
    url: Option<String>,
    #[command(flatten)]
    settings: SettingsArguments,
}

/// Prints the signed parameters as they stand in a URL.
pub(crate) fn sign(arguments: &SignArguments, context: &mut Context) -> Result<bool, Failure> {
    let lang = context.lang;
    let settings = Settings::load(&arguments.settings, lang)?;
    let token = settings.token()?;
    let Fresh { timestamp, nonce, .. } = arguments.stamp.filled(None, lang)?;
    let (name, signature) = match &arguments.body {
        None => ("signature", sha1_of_sorted([token, &timestamp, &nonce])),
        Some(file) => {
            let body = capture::read(file, lang)?;
            let encrypt = match envelope::format_of(&body) {
                Some(_) => envelope::encrypt_of(&body).ok_or(Error::MalformedEnvelope)?,
                None => String::from_utf8(body.trim_ascii().to_vec()).map_err(|_| Error::InvalidBase64)?,
            };
            ("msg_signature", sha1_of_sorted([token, &timestamp, &nonce, &encrypt]))
        }
    };
    if context.json {
        context.print_json(&json!({ name: signature, "timestamp": timestamp, "nonce": nonce }))?;
    } else {
        context.print(format!("{name}={signature}&timestamp={timestamp}&nonce={nonce}\n").as_bytes())?;
    }
    Ok(true)
}

/// Prints what a URL check is to be answered with; of a push, only that its signature holds.
pub(crate) fn verify(arguments: &VerifyArguments, context: &mut Context) -> Result<bool, Failure> {
    let lang = context.lang;
    let settings = Settings::load(&arguments.settings, lang)?;
    let token = settings.token()?;
    let url = capture::read_text(&arguments.url, lang)?;
    let query = Query::parse(capture::query_of(&url))?;
    let stamp = Stamp::new(query.timestamp()?, query.nonce()?)?;
    let (timestamp, nonce) = (stamp.timestamp(), stamp.nonce());
    let echostr = if let Some(file) = &arguments.body {
        let body = capture::read(file, lang)?;
        let encrypt = envelope::encrypt_of(&body).ok_or(Error::MalformedEnvelope)?;
        if sha1_of_sorted([token, timestamp, nonce, &encrypt]) != query.msg_signature()? {
            return Err(Error::SignatureMismatch.into());
        }
        None
    } else if settings.dialect == Dialect::Wecom {
        let crypt = settings.crypt()?;
        Some(crypt.verify_url(query.msg_signature()?, timestamp, nonce, query.echostr()?)?)
    } else {
        verify_signature(token, query.signature()?, timestamp, nonce)?;
        query.echostr().ok().map(|echostr| echostr.as_bytes().to_vec())
    };
    if context.json {
        let echostr = echostr.map(|echostr| String::from_utf8_lossy(&echostr).into_owned());
        context.print_json(&json!({ "ok": true, "echostr": echostr }))?;
    } else if let Some(echostr) = echostr {
        context.print_document(&echostr)?;
    } else {
        context.screen.verdict(true, lang.pick("The signature holds.", "签名正确。"))?;
    }
    Ok(true)
}

/// Prints the envelope of a reply.
pub(crate) fn encrypt(arguments: &EncryptArguments, context: &mut Context) -> Result<bool, Failure> {
    let lang = context.lang;
    let settings = Settings::load(&arguments.settings, lang)?;
    let crypt = settings.crypt()?;
    let random = arguments.random.as_deref().map(|digits| hex(digits, lang)).transpose()?;
    let given = arguments.format.as_deref().map(|name| format_named(name, lang)).transpose()?;
    let Fresh { timestamp, nonce, random } = arguments.stamp.filled(random.as_ref(), lang)?;
    let message = capture::read(&arguments.message, lang)?;
    let format = given.or_else(|| envelope::format_of(&message)).unwrap_or(Format::Xml);
    let body = crypt.encrypt(&message, &timestamp, &nonce, format, &random)?;
    if context.json {
        context.print_json(&json!({ "body": body, "timestamp": timestamp, "nonce": nonce }))?;
    } else {
        context.print_document(body.as_bytes())?;
    }
    Ok(true)
}

/// Prints the message of a push or, without a query, of a reply.
pub(crate) fn decrypt(arguments: &DecryptArguments, context: &mut Context) -> Result<bool, Failure> {
    let lang = context.lang;
    let settings = Settings::load(&arguments.settings, lang)?;
    let crypt = settings.crypt()?;
    let url = arguments.url.as_deref().map(|url| capture::read_text(url, lang)).transpose()?;
    let body = capture::read(&arguments.body, lang)?;
    let message = if let Some(url) = url {
        let query = Query::parse(capture::query_of(&url))?;
        crypt.decrypt(query.msg_signature()?, query.timestamp()?, query.nonce()?, &body)?
    } else {
        core_platform::open_reply(&crypt, &body)?.message
    };
    if context.json {
        let text = std::str::from_utf8(&message).map_err(|_| Error::MalformedMessage)?;
        context.print_json(&json!({ "message": text }))?;
    } else {
        context.print_document(&message)?;
    }
    Ok(true)
}

/// What is new in every message.
struct Fresh {
    timestamp: String,
    nonce: String,
    random: [u8; 16],
}

impl StampArguments {
    fn filled(&self, random: Option<&[u8; 16]>, lang: Lang) -> Result<Fresh, Usage> {
        let [timestamp, nonce] = [&self.timestamp, &self.nonce].map(|text| text.as_deref().map(str::as_bytes));
        let fresh = wxseal_os::fresh(timestamp, nonce, random, |stamp, random| {
            let (timestamp, nonce) = (stamp.timestamp().to_owned(), stamp.nonce().to_owned());
            Ok::<_, Error>(Fresh { timestamp, nonce, random: *random })
        });
        let english =
            "--timestamp: expected 1 to 13 digits without a leading zero; --nonce: 1 to 63 of A-Z a-z 0-9 _ -";
        let chinese = "--timestamp：应为 1 至 13 位数字且不以 0 开头；--nonce：1 至 63 个 A-Z a-z 0-9 _ -";
        fresh.map_err(|_| Usage(lang.pick(english, chinese).to_owned()))
    }
}

fn format_named(name: &str, lang: Lang) -> Result<Format, Usage> {
    name.parse()
        .map_err(|_| Usage(lang.pick("--format: expected xml or json", "--format：应为 xml 或 json").to_owned()))
}

fn hex(digits: &str, lang: Lang) -> Result<[u8; 16], Usage> {
    let number = u128::from_str_radix(digits, 16).ok().filter(|_| digits.len() == 32 && !digits.starts_with('+'));
    number.map(u128::to_be_bytes).ok_or_else(|| {
        Usage(say!(lang, "--random: expected 32 hexadecimal digits", "--random：应为 32 位十六进制数字"))
    })
}
