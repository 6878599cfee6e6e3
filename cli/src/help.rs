//! The help and the command line's errors, in Chinese too: clap speaks English.

mod chinese;

use std::ffi::OsString;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Command, FromArgMatches};

use crate::lang::Lang;
use crate::{Arguments, WIDTH};

use clap::CommandFactory;

/// Reads the command line. Help, the version and errors are printed here, and end the process.
pub(crate) fn parse(words: &[OsString], lang: Lang) -> Arguments {
    let mut command = command(lang);
    let parsed = command.try_get_matches_from_mut(words).and_then(|matches| Arguments::from_arg_matches(&matches));
    match parsed {
        Ok(arguments) => arguments,
        Err(error) if lang == Lang::Zh && error.use_stderr() => match sentence(&error) {
            Some(sentence) => {
                anstream::eprintln!("wxseal：{sentence}\n\n用 wxseal --help 查看用法。");
                std::process::exit(2);
            }
            None => error.exit(),
        },
        Err(error) => error.exit(),
    }
}

/// The language of `--lang`, wherever it stands, before anything else is read: errors are told in it.
pub(crate) fn asked_for(words: &[OsString]) -> Option<Lang> {
    let words: Vec<&str> = words.iter().filter_map(|word| word.to_str()).collect();
    let behind = words.iter().position(|word| *word == "--lang").and_then(|at| words.get(at + 1));
    let value = behind.copied().or_else(|| words.iter().find_map(|word| word.strip_prefix("--lang=")))?;
    match value {
        "en" => Some(Lang::En),
        "zh" => Some(Lang::Zh),
        _ => None,
    }
}

/// The whole command line, described in a language.
pub(crate) fn command(lang: Lang) -> Command {
    let mut command = Arguments::command().term_width(WIDTH);
    if lang == Lang::En {
        return command;
    }
    // What clap adds by itself, such as --help, is there once it is built.
    command.build();
    let command = translated(command, "wxseal").subcommand_help_heading("命令");
    command.mut_subcommands(|subcommand| {
        let name = subcommand.get_name().to_owned();
        translated(subcommand, &name)
    })
}

fn translated(command: Command, name: &str) -> Command {
    let template = "{about-with-newline}\n用法：{usage}\n\n{all-args}{after-help}";
    let mut command = command.help_template(template);
    if let Some(about) = chinese::about(name) {
        command = command.about(about).long_about(about);
    }
    command.mut_args(|argument| {
        let heading = match (argument.get_help_heading(), argument.is_positional()) {
            (Some(_), _) => "设置（先看选项，再看 WXSEAL_… 环境变量，最后看文件）",
            (None, true) => "参数",
            (None, false) => "选项",
        };
        let help = chinese::argument(name, argument.get_id().as_str());
        let argument = argument.help_heading(heading);
        match help {
            Some(help) => argument.help(help).long_help(help),
            None => argument,
        }
    })
}

/// What is wrong with the command line; `None` for what clap says better.
fn sentence(error: &clap::Error) -> Option<String> {
    let context = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join("、"),
        _ => String::new(),
    };
    let (argument, value) = (context(ContextKind::InvalidArg), context(ContextKind::InvalidValue));
    Some(match error.kind() {
        ErrorKind::UnknownArgument => format!("无法识别 {argument}"),
        ErrorKind::InvalidSubcommand => format!("没有 {} 这个命令", context(ContextKind::InvalidSubcommand)),
        ErrorKind::MissingRequiredArgument => format!("缺少 {argument}"),
        ErrorKind::MissingSubcommand => "缺少命令".to_owned(),
        ErrorKind::ArgumentConflict => match context(ContextKind::PriorArg) {
            other if other == argument || other.is_empty() => format!("{argument} 只能出现一次"),
            other => format!("{argument} 不能与 {other} 同用"),
        },
        ErrorKind::InvalidValue if value.is_empty() => format!("{argument} 缺少值"),
        ErrorKind::InvalidValue => {
            format!("{argument}：应为 {} 之一，但它是“{value}”", context(ContextKind::ValidValue))
        }
        ErrorKind::ValueValidation => format!("{argument} 的值“{value}”不对"),
        ErrorKind::InvalidUtf8 => "命令行不是 UTF-8".to_owned(),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use unicode_width::UnicodeWidthStr;

    use super::*;

    /// Every command with its arguments, as they are in English.
    fn all() -> Vec<(String, Vec<String>)> {
        let mut root = Arguments::command();
        root.build();
        let ids = |command: &Command| {
            let arguments = command.get_arguments().filter(|argument| !argument.is_hide_set());
            arguments.map(|argument| argument.get_id().to_string()).collect()
        };
        let mut all: Vec<(String, Vec<String>)> =
            root.get_subcommands().map(|command| (command.get_name().to_owned(), ids(command))).collect();
        all.push(("wxseal".to_owned(), ids(&root)));
        all
    }

    #[test]
    fn everything_is_translated_and_nothing_else() {
        let mut used = BTreeSet::new();
        for (name, arguments) in all() {
            assert!(chinese::about(&name).is_some(), "{name} has no Chinese text");
            // Of the subcommand `help`, clap makes the argument.
            for id in arguments.iter().filter(|_| name != "help") {
                assert!(chinese::argument(&name, id).is_some(), "{name} {id} has no Chinese text");
                used.insert((name.clone(), id.clone()));
            }
        }
        for (name, id) in chinese::entries() {
            let stands = used.iter().any(|(command, used)| (name == *command || name == "*") && id == *used);
            assert!(stands, "there is no {name} {id}");
        }
    }

    #[test]
    fn help_fits_in_both_languages() {
        for lang in [Lang::En, Lang::Zh] {
            let mut root = command(lang);
            let mut texts = vec![root.render_long_help().to_string()];
            for subcommand in root.get_subcommands_mut() {
                texts.push(subcommand.render_help().to_string());
                texts.push(subcommand.render_long_help().to_string());
            }
            for line in texts.iter().flat_map(|text| text.lines()) {
                assert!(line.width_cjk() <= WIDTH, "{} columns: {line}", line.width_cjk());
            }
        }
    }

    #[test]
    fn errors_are_told_in_chinese() {
        for (words, said) in [
            (&["wxseal", "nonsense"][..], "没有 nonsense 这个命令"),
            (&["wxseal", "keygen", "--nonsense"], "无法识别 --nonsense"),
            (&["wxseal", "verify"], "缺少 <URL>"),
            (&["wxseal", "keygen", "--format", "ini"], "应为 text、toml、env 之一，但它是“ini”"),
            (&["wxseal", "keygen", "--format"], "--format <FORMAT> 缺少值"),
            (&["wxseal", "explain", "a", "--url", "b"], "不能与 --url <URL> 同用"),
            (&["wxseal", "keygen", "--format", "env", "--format", "env"], "--format <FORMAT> 只能出现一次"),
        ] {
            let error = command(Lang::Zh).try_get_matches_from(words).unwrap_err();
            let sentence = sentence(&error).unwrap();
            assert!(sentence.contains(said), "{words:?}: {sentence}");
        }
    }

    #[test]
    fn the_language_is_found_wherever_it_stands() {
        let asked = |words: &[&str]| asked_for(&words.iter().map(OsString::from).collect::<Vec<_>>());
        assert_eq!(asked(&["wxseal", "keygen", "--lang", "zh"]), Some(Lang::Zh));
        assert_eq!(asked(&["wxseal", "--lang=en"]), Some(Lang::En));
        assert_eq!(asked(&["wxseal", "--lang"]), None);
        assert_eq!(asked(&["wxseal", "--lang", "fr"]), None);
    }
}
