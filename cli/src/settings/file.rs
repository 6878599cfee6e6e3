//! The TOML file.

use std::ffi::OsString;
use std::io;
use std::path::{Path, PathBuf};

use toml::{Table, Value};

use super::{DEFAULT_FILE, Found, NAMES, Source, Values, expected};
use crate::failure::Usage;
use crate::lang::{Lang, say};

/// What each `[[also_accept]]` may hold; the rest is as in the first settings.
const FURTHER: [&str; 3] = ["token", "encoding_aes_key", "receive_id"];
const ALSO_ACCEPT: &str = "also_accept";

#[derive(Default)]
pub(super) struct File {
    pub(super) values: Values,
    pub(super) further: Vec<Values>,
}

/// Reads the file that `--config` or `WXSEAL_CONFIG` names, which must be there, or else the default one, which need not.
pub(super) fn read(
    named: Option<&Path>,
    environment: &dyn Fn(&str) -> Option<OsString>,
    directory: &Path,
    lang: Lang,
) -> Result<File, Usage> {
    let named = named.map(Path::to_owned).or_else(|| environment("WXSEAL_CONFIG").map(PathBuf::from));
    let optional = named.is_none();
    let path = directory.join(named.unwrap_or_else(|| DEFAULT_FILE.into()));
    let text = match std::fs::read_to_string(&path) {
        Ok(text) => text,
        Err(error) if optional && error.kind() == io::ErrorKind::NotFound => return Ok(File::default()),
        Err(error) => {
            let shown = path.display();
            return Err(Usage(say!(lang, "{shown} cannot be read: {error}", "无法读取 {shown}：{error}")));
        }
    };
    // A BOM is what Windows' editors put there.
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    let path = path.strip_prefix(directory).unwrap_or(&path);
    // The parser's own message shows the line, which may hold a secret.
    let table: Table = toml::from_str(text).map_err(|error: toml::de::Error| {
        let before = error.span().and_then(|span| text.get(..span.start)).unwrap_or_default();
        let (shown, line) = (path.display(), before.matches('\n').count() + 1);
        Usage(say!(
            lang,
            "{shown}, line {line}: expected TOML, such as token = \"…\", each name once",
            "{shown} 第 {line} 行：应为 TOML，如 token = \"…\"，每个名称一次"
        ))
    })?;
    let mut file = File::default();
    for (name, value) in &table {
        if name == ALSO_ACCEPT {
            file.further = further(value, path, lang)?;
        } else {
            set(&mut file.values, &NAMES, name, value, Source::File(path.to_owned(), name.clone()), lang)?;
        }
    }
    Ok(file)
}

fn further(value: &Value, path: &Path, lang: Lang) -> Result<Vec<Values>, Usage> {
    let tables: Option<Vec<&Table>> = value.as_array().and_then(|array| array.iter().map(Value::as_table).collect());
    let tables = tables.ok_or_else(|| {
        let shown = path.display();
        Usage(say!(
            lang,
            "{ALSO_ACCEPT} ({shown}): expected [[{ALSO_ACCEPT}]] tables",
            "{ALSO_ACCEPT} ({shown})：应为 [[{ALSO_ACCEPT}]] 表"
        ))
    })?;
    let read = |(index, table): (usize, &Table)| {
        let mut values = Values::new();
        for (name, value) in table {
            let place = Source::File(path.to_owned(), format!("{ALSO_ACCEPT}[{index}].{name}"));
            set(&mut values, &FURTHER, name, value, place, lang)?;
        }
        Ok(values)
    };
    tables.into_iter().enumerate().map(read).collect()
}

fn set(
    values: &mut Values,
    names: &[&'static str],
    name: &str,
    value: &Value,
    source: Source,
    lang: Lang,
) -> Result<(), Usage> {
    let Some(known) = names.iter().find(|known| **known == name) else {
        let expected = names.join(", ");
        return Err(Usage(say!(
            lang,
            "{source}: there is no such setting; expected one of {expected}",
            "{source}：没有这个设置；应为 {expected} 之一"
        )));
    };
    let text = match value {
        Value::String(text) => text.clone(),
        Value::Integer(number) if *known == "tolerance" => number.to_string(),
        _ => {
            let expected = expected(known, lang);
            return Err(Usage(say!(
                lang,
                "{source}: expected {expected}, as text in quotes",
                "{source}：应为{expected}，写成带引号的文本"
            )));
        }
    };
    values.insert(known, Found { text, source });
    Ok(())
}
