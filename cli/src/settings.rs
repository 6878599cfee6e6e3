//! What the console's message push page says: from flags, the environment or a TOML file, in this order.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fmt;
use std::path::{Path, PathBuf};

use clap::Args;
use wxseal_core::{Dialect, EncodingAesKey, Endpoint, Error, MsgCrypt, Token};

use crate::failure::Usage;
use crate::lang::{Lang, say};

mod file;

/// Read where no `--config` names another file.
const DEFAULT_FILE: &str = "wxseal.toml";

/// The flags. Each setting has the same name in the environment (`WXSEAL_TOKEN`) and in the file (`token`).
#[derive(Args, Clone, Default)]
#[command(next_help_heading = "Settings (flags, then WXSEAL_… variables, then the file)")]
pub(crate) struct SettingsArguments {
    /// TOML file with the settings [default: wxseal.toml if it is there]
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
    /// Token; others on this machine see a flag, so prefer WXSEAL_TOKEN
    #[expect(clippy::doc_markdown, reason = "this text is shown on the terminal, where backticks are noise")]
    #[arg(long, value_name = "TOKEN")]
    token: Option<String>,
    /// EncodingAESKey, 43 characters; prefer WXSEAL_ENCODING_AES_KEY
    #[expect(clippy::doc_markdown, reason = "as above")]
    #[arg(long, value_name = "KEY")]
    encoding_aes_key: Option<String>,
    /// AppID, or on WeCom the corpid or suiteid, or ""
    #[arg(long, value_name = "ID")]
    receive_id: Option<String>,
    /// wechat or wecom [default: wechat]
    #[arg(long, value_name = "DIALECT")]
    dialect: Option<String>,
    /// safe, compatible or plain, as in the console [default: safe]
    #[arg(long, value_name = "MODE")]
    mode: Option<String>,
    /// Account (gh_…) that messages must be sent to
    #[arg(long, value_name = "ID")]
    account: Option<String>,
    /// How far a timestamp may lie from the clock, or "off" [default: 300]
    #[arg(long, value_name = "SECONDS")]
    tolerance: Option<String>,
}

/// How messages come, as chosen in the console.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mode {
    /// Cipher text only.
    Safe,
    /// Cipher text beside the plaintext.
    Compatible,
    /// Plaintext only.
    Plain,
}

impl Mode {
    const ALL: [Mode; 3] = [Mode::Safe, Mode::Compatible, Mode::Plain];

    pub(crate) const fn name(self) -> &'static str {
        match self {
            Mode::Safe => "safe",
            Mode::Compatible => "compatible",
            Mode::Plain => "plain",
        }
    }
}

/// The names, as in the file; [`flag`] and [`variable`] make the other two spellings.
const NAMES: [&str; 7] = ["token", "encoding_aes_key", "receive_id", "dialect", "mode", "account", "tolerance"];

fn flag(name: &str) -> String {
    format!("--{}", name.replace('_', "-"))
}

fn variable(name: &str) -> String {
    format!("WXSEAL_{}", name.to_ascii_uppercase())
}

/// Where a setting was found, for whoever looks for a wrong one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Source {
    Flag(String),
    Variable(String),
    /// The file, and the setting's place in it.
    File(PathBuf, String),
}

impl fmt::Display for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Source::Flag(name) | Source::Variable(name) => f.write_str(name),
            Source::File(path, place) => write!(f, "{place} ({})", path.display()),
        }
    }
}

/// A value and where it comes from. It has no `Debug`, since it may be secret.
#[derive(Clone)]
struct Found {
    text: String,
    source: Source,
}

type Values = BTreeMap<&'static str, Found>;

/// All settings that were found. What is missing or wrong is an error of the method that asks for it, so that a command
/// needs no more than it uses.
#[derive(Clone)]
pub(crate) struct Settings {
    values: Values,
    /// Of the `[[also_accept]]` tables.
    further: Vec<Values>,
    pub(crate) dialect: Dialect,
    pub(crate) mode: Mode,
    tolerance: Option<u64>,
    lang: Lang,
}

impl Settings {
    /// Reads flags, environment and file.
    pub(crate) fn load(arguments: &SettingsArguments, lang: Lang) -> Result<Self, Usage> {
        Self::read(arguments, &|name| std::env::var_os(name), Path::new("."), lang)
    }

    fn read(
        arguments: &SettingsArguments,
        environment: &dyn Fn(&str) -> Option<OsString>,
        directory: &Path,
        lang: Lang,
    ) -> Result<Self, Usage> {
        let mut file = file::read(arguments.config.as_deref(), environment, directory, lang)?;
        let mut values = std::mem::take(&mut file.values);
        for name in NAMES {
            let variable = variable(name);
            if let Some(text) = environment(&variable) {
                let source = Source::Variable(variable);
                let text = text
                    .into_string()
                    .map_err(|_| wrong(name, &source, lang.pick("it is not UTF-8", "不是 UTF-8"), lang))?;
                values.insert(name, Found { text, source });
            }
        }
        for (name, value) in arguments.values() {
            if let Some(text) = value {
                values.insert(name, Found { text: text.clone(), source: Source::Flag(flag(name)) });
            }
        }
        let dialect = parsed(&values, "dialect", lang, |text| text.parse().ok())?.unwrap_or_default();
        let mode = parsed(&values, "mode", lang, |text| Mode::ALL.into_iter().find(|mode| mode.name() == text))?
            .unwrap_or(Mode::Safe);
        let tolerance = parsed(&values, "tolerance", lang, |text| match text {
            "off" => Some(None),
            seconds => seconds.parse().ok().map(Some),
        })?
        .unwrap_or(Some(Endpoint::DEFAULT_TOLERANCE));
        Ok(Settings { values, further: file.further, dialect, mode, tolerance, lang })
    }

    /// The Token.
    pub(crate) fn token(&self) -> Result<&str, Usage> {
        let found = self.needed(&self.values, "token")?;
        self.token_of(found)?;
        Ok(&found.text)
    }

    /// The EncodingAESKey, which [`crypt`](Settings::crypt) takes or refuses.
    pub(crate) fn encoding_aes_key(&self) -> Result<&str, Usage> {
        self.needed(&self.values, "encoding_aes_key").map(|found| &*found.text)
    }

    /// The receive id, which may be empty, and which [`crypt`](Settings::crypt) takes or refuses.
    pub(crate) fn receive_id(&self) -> Result<&str, Usage> {
        self.needed(&self.values, "receive_id").map(|found| &*found.text)
    }

    /// The account (`gh_…`), where one is set.
    pub(crate) fn account(&self) -> Option<&str> {
        self.values.get("account").map(|found| &*found.text)
    }

    /// How far a timestamp may lie from the clock, in seconds; `None` is not at all checked.
    pub(crate) fn tolerance(&self) -> Option<u64> {
        self.tolerance
    }

    /// Whether there are `[[also_accept]]` tables.
    pub(crate) fn accepts_further(&self) -> bool {
        !self.further.is_empty()
    }

    /// Token, EncodingAESKey and receive id.
    pub(crate) fn crypt(&self) -> Result<MsgCrypt, Usage> {
        self.crypt_of(&self.values)
    }

    /// What the settings accept: encrypted, or plain where the mode is.
    pub(crate) fn endpoint(&self) -> Result<Endpoint, Usage> {
        let refused = |error| Usage(self.lang.error(error));
        let mut endpoint = if self.mode == Mode::Plain {
            Endpoint::plain(self.token()?).map_err(refused)?
        } else {
            let mut endpoint = Endpoint::new(self.crypt()?);
            for further in &self.further {
                let mut values = self.values.clone();
                values.extend(further.clone());
                endpoint = endpoint.also_accept(self.crypt_of(&values)?);
            }
            endpoint
        };
        endpoint = endpoint.tolerance(self.tolerance);
        match self.account() {
            Some(account) => endpoint.account(account).map_err(refused),
            None => Ok(endpoint),
        }
    }

    /// Each setting that was found with its place, in the order of the names; no value.
    pub(crate) fn sources(&self) -> impl Iterator<Item = (&'static str, &Source)> {
        NAMES.into_iter().filter_map(|name| Some((name, &self.values.get(name)?.source)))
    }

    fn crypt_of(&self, values: &Values) -> Result<MsgCrypt, Usage> {
        let token = self.needed(values, "token")?;
        let key = self.needed(values, "encoding_aes_key")?;
        let receive_id = self.needed(values, "receive_id")?;
        let crypt = MsgCrypt::of(self.token_of(token)?, &self.key_of(key)?, &receive_id.text);
        Ok(crypt.map_err(|_| self.not_plain("receive_id", receive_id))?.dialect(self.dialect))
    }

    fn token_of(&self, found: &Found) -> Result<Token, Usage> {
        Token::new(&found.text).map_err(|_| self.not_plain("token", found))
    }

    fn key_of(&self, found: &Found) -> Result<EncodingAesKey, Usage> {
        EncodingAesKey::new(&found.text).map_err(|error| self.wrong_key(found, error))
    }

    fn needed<'v>(&self, values: &'v Values, name: &'static str) -> Result<&'v Found, Usage> {
        values.get(name).ok_or_else(|| {
            let (flag, variable, expected) = (flag(name), variable(name), expected(name, self.lang));
            Usage(say!(
                self.lang,
                "{name} is not set: give {flag}, {variable}, or {name} in {DEFAULT_FILE}; expected {expected}",
                "未设置 {name}：请用 {flag}、{variable} 或 {DEFAULT_FILE} 里的 {name}；应为{expected}"
            ))
        })
    }

    /// Of a text that is empty where it must not be, or holds what a copied line leaves behind.
    fn not_plain(&self, name: &str, found: &Found) -> Usage {
        let what = if found.text.is_empty() {
            self.lang.pick("it is empty", "值为空")
        } else {
            self.lang.pick("it holds white space or a control character", "含有空白或控制字符")
        };
        wrong(name, &found.source, what, self.lang)
    }

    fn wrong_key(&self, found: &Found, error: Error) -> Usage {
        let length = found.text.chars().count();
        let what = match error {
            Error::InvalidKey { position } if position < found.text.len().min(43) => {
                let character = position.saturating_add(1);
                say!(self.lang, "character {character} is none of these", "第 {character} 个字符不在其中")
            }
            _ => say!(self.lang, "it has {length} characters", "它有 {length} 个字符"),
        };
        wrong("encoding_aes_key", &found.source, &what, self.lang)
    }
}

impl SettingsArguments {
    /// The three that an encrypted endpoint needs.
    #[cfg(test)]
    pub(crate) fn of(token: &str, encoding_aes_key: &str, receive_id: &str) -> Self {
        let [token, encoding_aes_key, receive_id] =
            [token, encoding_aes_key, receive_id].map(|text| Some(text.to_owned()));
        SettingsArguments { token, encoding_aes_key, receive_id, ..SettingsArguments::default() }
    }

    fn values(&self) -> [(&'static str, &Option<String>); 7] {
        [
            ("token", &self.token),
            ("encoding_aes_key", &self.encoding_aes_key),
            ("receive_id", &self.receive_id),
            ("dialect", &self.dialect),
            ("mode", &self.mode),
            ("account", &self.account),
            ("tolerance", &self.tolerance),
        ]
    }
}

fn parsed<T>(
    values: &Values,
    name: &'static str,
    lang: Lang,
    parse: impl Fn(&str) -> Option<T>,
) -> Result<Option<T>, Usage> {
    let Some(found) = values.get(name) else { return Ok(None) };
    if let Some(value) = parse(&found.text) {
        return Ok(Some(value));
    }
    // These are no secrets, and whoever mistyped one wants to see it.
    let given: String = found.text.chars().filter(|c| !c.is_control()).take(40).collect();
    Err(wrong(name, &found.source, &say!(lang, "it is “{given}”", "它是“{given}”"), lang))
}

/// A sentence that names a setting's place, what was expected and what is wrong with it.
fn wrong(name: &str, source: &Source, what: &str, lang: Lang) -> Usage {
    let expected = expected(name, lang);
    Usage(say!(lang, "{source}: expected {expected}, but {what}", "{source}：应为{expected}，但{what}"))
}

fn expected(name: &str, lang: Lang) -> &'static str {
    match name {
        "token" => lang.pick("the console's Token, without white space", "后台的 Token，不含空白"),
        "encoding_aes_key" => lang.pick("43 characters of A-Z a-z 0-9 + /", " 43 个 A-Z a-z 0-9 + / 字符"),
        "receive_id" => lang.pick(
            "the AppID, or on WeCom the corpid or suiteid (\"\" for smart robots)",
            " AppID；企业微信为 corpid 或 suiteid（智能机器人为 \"\"）",
        ),
        "dialect" => lang.pick("wechat or wecom", " wechat 或 wecom"),
        "mode" => lang.pick("safe, compatible or plain", " safe、compatible 或 plain"),
        "tolerance" => lang.pick("a whole number of seconds, or off", "整数秒或 off"),
        _ => lang.pick("text", "文本"),
    }
}

#[cfg(test)]
mod tests;
