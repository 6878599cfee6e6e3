//! What is sent: a template with changes, or a file as it is.

use std::io::Read;
use std::path::{Path, PathBuf};

use clap::Args;
use wxseal_core::{Dialect, Format};

use crate::failure::{Failure, Usage};
use crate::fields::Fields;
use crate::lang::{Lang, Words, say};
use crate::reply::Sent;
use crate::settings::Settings;
use crate::template::{self, Draft, Parties};

#[derive(Args)]
pub(crate) struct SourceArguments {
    /// Which event, from --list
    #[arg(default_value = "text", conflicts_with = "file", index = 2)]
    event: String,
    /// File with the message in clear, or - for standard input
    #[arg(long, value_name = "FILE")]
    file: Option<PathBuf>,
    /// xml or json [default: as the platform has it; a file's own]
    #[arg(long, value_name = "FORMAT", conflicts_with = "file")]
    format: Option<String>,
    /// Put this value into a field of the message, or add the field; repeatable
    #[arg(long = "set", value_name = "NAME=VALUE", conflicts_with = "file")]
    fields: Vec<String>,
}

/// The message, anew for every delivery.
pub(crate) enum Source {
    Draft(Draft, Format),
    Text(String, Format),
}

impl Source {
    pub(crate) fn read(arguments: &SourceArguments, settings: &Settings, lang: Lang) -> Result<Self, Failure> {
        if let Some(path) = &arguments.file {
            return read_file(path, lang);
        }
        let name = &arguments.event;
        let template = template::find(name).ok_or_else(|| {
            Usage(say!(lang, "there is no event “{name}”: --list has them all", "没有“{name}”事件：--list 列出全部"))
        })?;
        let format = match arguments.format.as_deref() {
            None if template.is_json() => Format::Json,
            None => Format::Xml,
            Some(format) => format.parse().map_err(|_| {
                Usage(say!(
                    lang,
                    "--format: expected xml or json, not “{format}”",
                    "--format：应为 xml 或 json，而不是“{format}”"
                ))
            })?,
        };
        let app_id = settings.receive_id().unwrap_or("wx0123456789abcdef").to_owned();
        let wecom = settings.dialect == Dialect::Wecom;
        let account = settings.account().unwrap_or(if wecom { &app_id } else { "gh_6ad1513a84d8" }).to_owned();
        let parties = Parties { account, user: "oHiD1v9MzTFE4f2lLasf123E1QJ0".to_owned(), app_id };
        let mut draft = Draft::new(template, &parties);
        for field in &arguments.fields {
            let (name, value) = field.split_once('=').filter(|(name, _)| is_name(name)).ok_or_else(|| {
                Usage(say!(lang, "--set: expected NAME=VALUE, not “{field}”", "--set：应为 名称=值，而不是“{field}”"))
            })?;
            draft.set(name, value);
        }
        Ok(Source::Draft(draft, format))
    }

    /// A template as it is, for the demo.
    pub(crate) fn of_template(name: &str, parties: &Parties, format: Format) -> Result<Self, Failure> {
        let template = template::find(name).ok_or("there is no such template")?;
        Ok(Source::Draft(Draft::new(template, parties), format))
    }

    pub(crate) fn format(&self) -> Format {
        match self {
            Source::Draft(_, format) | Source::Text(_, format) => *format,
        }
    }

    pub(crate) fn message(&self) -> String {
        match self {
            Source::Draft(draft, format) => draft.write(*format),
            Source::Text(text, _) => text.clone(),
        }
    }

    pub(crate) fn sent(&self, lang: Lang) -> Result<Sent, Usage> {
        Sent::read(&self.message(), self.format()).map_err(|said| not_a_message(&said, lang))
    }

    /// The same event, made now.
    pub(crate) fn renewed(&self) -> Self {
        let now = wxseal_os::now().to_string();
        match self {
            Source::Draft(draft, format) => {
                let mut draft = draft.clone();
                draft.set("CreateTime", &now);
                Source::Draft(draft, *format)
            }
            Source::Text(text, format) => Source::Text(with_time(text, *format, &now), *format),
        }
    }
}

/// The text with another `CreateTime`, and not a byte else changed.
fn with_time(text: &str, format: Format, now: &str) -> String {
    let replaced = || {
        let fields = Fields::read(text, format).ok()?;
        let time = fields.get("CreateTime").ok()?.raw();
        let (before, after) = text.split_once("CreateTime")?;
        let (between, rest) = after.split_once(time)?;
        Some(format!("{before}CreateTime{between}{now}{rest}"))
    };
    replaced().unwrap_or_else(|| text.to_owned())
}

/// What can be the name of an element.
fn is_name(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_alphabetic()) && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
}

fn read_file(path: &Path, lang: Lang) -> Result<Source, Failure> {
    let mut bytes = Vec::new();
    let read = if path.as_os_str() == "-" {
        std::io::stdin().lock().read_to_end(&mut bytes)
    } else {
        std::fs::File::open(path).and_then(|mut file| file.read_to_end(&mut bytes))
    };
    let shown = path.display();
    read.map_err(|error| {
        Usage(say!(lang, "--file: {shown} cannot be read: {error}", "--file：无法读取 {shown}：{error}"))
    })?;
    let text = String::from_utf8(bytes)
        .map_err(|_| Usage(say!(lang, "--file: {shown} is not UTF-8", "--file：{shown} 不是 UTF-8")))?;
    let text = text.trim().to_owned();
    let format = if text.starts_with('<') { Format::Xml } else { Format::Json };
    Fields::read(&text, format).map_err(|said| not_a_message(&said, lang))?;
    Ok(Source::Text(text, format))
}

fn not_a_message(said: &Words, lang: Lang) -> Usage {
    let said = said.of(lang);
    Usage(say!(lang, "the message is neither XML nor JSON: {said}", "消息既不是 XML 也不是 JSON：{said}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_time_is_renewed() {
        let xml = "<xml> <CreateTime>7</CreateTime><Content>7 CreateTime</Content></xml>";
        assert_eq!(with_time(xml, Format::Xml, "99"), xml.replacen('7', "99", 1));
        let json = r#"{"a":7, "CreateTime" : 7,"b":7}"#;
        assert_eq!(with_time(json, Format::Json, "99"), r#"{"a":7, "CreateTime" : 99,"b":7}"#);
        assert_eq!(with_time("{}", Format::Json, "99"), "{}");
    }
}
