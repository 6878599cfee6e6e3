use std::collections::BTreeMap;
use std::fs;
use std::sync::atomic::{AtomicU32, Ordering};

use wxseal_core::{Format, Stamp, platform};

use super::*;

const TOKEN: &str = "a-token-that-nobody-sees";
const KEY: &str = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFG";

/// A folder of its own that goes away.
struct Folder(PathBuf);

impl Folder {
    fn with(file: &str) -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let path = std::env::temp_dir().join(format!("wxseal-settings-{}-{number}", std::process::id()));
        fs::create_dir_all(&path).unwrap();
        fs::write(path.join(DEFAULT_FILE), file).unwrap();
        Folder(path)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn read(arguments: &SettingsArguments, variables: &[(&str, &str)], file: &str) -> Result<Settings, Usage> {
    read_in(Lang::En, arguments, variables, file)
}

fn read_in(
    lang: Lang,
    arguments: &SettingsArguments,
    variables: &[(&str, &str)],
    file: &str,
) -> Result<Settings, Usage> {
    let folder = Folder::with(file);
    let variables: BTreeMap<_, _> = variables.iter().copied().collect();
    Settings::read(arguments, &|name| variables.get(name).map(OsString::from), &folder.0, lang)
}

fn flags(token: &str) -> SettingsArguments {
    SettingsArguments { token: Some(token.to_owned()), ..SettingsArguments::default() }
}

/// The sentence for a wrong file.
fn refused(file: &str) -> String {
    let settings = read(&SettingsArguments::default(), &[], file);
    let Usage(text) = settings.and_then(|settings| settings.endpoint().map(|_| ())).unwrap_err();
    assert!(!text.contains(TOKEN) && !text.contains(KEY), "{text}");
    text
}

#[test]
fn flags_come_before_the_environment_and_it_before_the_file() {
    let file = "token = \"file\"\nreceive_id = \"wxfile\"\nmode = \"plain\"";
    let variables = [("WXSEAL_TOKEN", "variable"), ("WXSEAL_RECEIVE_ID", "")];
    let settings = read(&flags("flag"), &variables, file).unwrap();
    assert_eq!(settings.token(), Ok("flag"));
    assert_eq!(settings.receive_id(), Ok(""));
    assert_eq!(settings.mode, Mode::Plain);
    assert_eq!(read(&SettingsArguments::default(), &variables, file).unwrap().token(), Ok("variable"));
    let settings = read(&SettingsArguments::default(), &[], file).unwrap();
    assert_eq!((settings.token(), settings.receive_id()), (Ok("file"), Ok("wxfile")));
    let sources: Vec<String> = settings.sources().map(|(_, source)| source.to_string()).collect();
    assert_eq!(sources[0], "token (wxseal.toml)");
}

#[test]
fn defaults_stand_where_nothing_is_set() {
    let settings = read(&SettingsArguments::default(), &[], "").unwrap();
    assert_eq!((settings.dialect, settings.mode, settings.tolerance()), (Dialect::Wechat, Mode::Safe, Some(300)));
    let settings = read(&SettingsArguments::default(), &[("WXSEAL_TOLERANCE", "off")], "dialect = \"wecom\"").unwrap();
    assert_eq!((settings.dialect, settings.tolerance()), (Dialect::Wecom, None));
    assert_eq!(read(&SettingsArguments::default(), &[], "\u{feff}tolerance = 5").unwrap().tolerance(), Some(5));
}

#[test]
fn what_is_missing_says_where_to_set_it() {
    let file = format!("token = \"{TOKEN}\"");
    let text = refused(&file);
    for shown in ["encoding_aes_key is not set", "--encoding-aes-key", "WXSEAL_ENCODING_AES_KEY", "wxseal.toml", "43"] {
        assert!(text.contains(shown), "{text}");
    }
    // What is not needed may be missing.
    assert!(read(&SettingsArguments::default(), &[], &format!("{file}\nmode = \"plain\"")).unwrap().endpoint().is_ok());
}

#[test]
fn a_wrong_setting_is_named_with_what_was_expected() {
    let rest = format!("encoding_aes_key = \"{KEY}\"\nreceive_id = \"wx1\"\n");
    for (file, said) in [
        (
            format!("token = \"\"\n{rest}"),
            "token (wxseal.toml): expected the console's Token, without white space, but it is empty",
        ),
        (format!("token = \"{TOKEN} \"\n{rest}"), "but it holds white space"),
        (
            format!("token = \"{TOKEN}\"\nencoding_aes_key = \"{KEY}\"\nreceive_id = \"wx1\\n\""),
            "receive_id (wxseal.toml): expected the AppID, or on WeCom the corpid or suiteid (\"\" for smart robots), but it \
             holds white space",
        ),
        (
            format!("token = \"{TOKEN}\"\n{rest}[[also_accept]]\nreceive_id = \"wx 2\""),
            "also_accept[0].receive_id (wxseal.toml): expected the AppID",
        ),
        (format!("token = \"{TOKEN}\"\nencoding_aes_key = \"{KEY}=\"\nreceive_id = \"\""), "but it has 44 characters"),
        (
            format!("token = \"{TOKEN}\"\nencoding_aes_key = \"{}-{}\"\nreceive_id = \"\"", &KEY[..9], &KEY[10..]),
            "encoding_aes_key (wxseal.toml): expected 43 characters of A-Z a-z 0-9 + /, but character 10 is none of these",
        ),
        (
            "mode = \"encrypted\"".to_owned(),
            "mode (wxseal.toml): expected safe, compatible or plain, but it is “encrypted”",
        ),
        ("dialect = \"WeCom\"".to_owned(), "expected wechat or wecom"),
        ("tolerance = \"-1\"".to_owned(), "expected a whole number of seconds, or off"),
        ("tolerance = 1.5".to_owned(), "tolerance (wxseal.toml): expected a whole number"),
        ("token = 7".to_owned(), "token (wxseal.toml): expected the console's Token"),
        ("tokne = \"a\"".to_owned(), "tokne (wxseal.toml): there is no such setting; expected one of token"),
        (format!("\n\ntoken = {TOKEN}"), "wxseal.toml, line 3: expected TOML"),
        (format!("token = \"{TOKEN}\"\ntoken = \"{TOKEN}\""), "wxseal.toml, line 2: expected TOML"),
        ("also_accept = \"a\"".to_owned(), "expected [[also_accept]] tables"),
        ("[[also_accept]]\nmode = \"safe\"".to_owned(), "also_accept[0].mode (wxseal.toml): there is no such setting"),
    ] {
        let text = refused(&file);
        assert!(text.contains(said), "{text}");
    }
}

#[test]
fn a_wrong_flag_or_variable_is_named_too() {
    let Usage(text) = read(&flags("a b"), &[], "").unwrap().token().unwrap_err();
    assert!(text.starts_with("--token: expected"), "{text}");
    let variables = [("WXSEAL_ENCODING_AES_KEY", "short"), ("WXSEAL_RECEIVE_ID", "")];
    let Usage(text) = read(&flags("a"), &variables, "").unwrap().crypt().unwrap_err();
    assert!(
        text.starts_with("WXSEAL_ENCODING_AES_KEY: expected 43") && text.ends_with("it has 5 characters"),
        "{text}"
    );
    let Usage(text) = read(&flags("a"), &[("WXSEAL_CONFIG", "nowhere.toml")], "").err().unwrap();
    assert!(text.contains("nowhere.toml cannot be read"), "{text}");
}

#[test]
fn a_wrong_setting_is_named_in_both_languages() {
    let right = [("WXSEAL_TOKEN", TOKEN), ("WXSEAL_ENCODING_AES_KEY", KEY), ("WXSEAL_RECEIVE_ID", "wx1")];
    for (variable, value, english, chinese) in [
        ("WXSEAL_TOKEN", "", "expected the console's Token", "：应为后台的 Token，不含空白，但值为空"),
        (
            "WXSEAL_TOKEN",
            "a\n",
            "white space or a control character",
            "：应为后台的 Token，不含空白，但含有空白或控制字符",
        ),
        (
            "WXSEAL_ENCODING_AES_KEY",
            "a",
            "expected 43 characters",
            "：应为 43 个 A-Z a-z 0-9 + / 字符，但它有 1 个字符",
        ),
        ("WXSEAL_RECEIVE_ID", "wx1 ", "it holds white space", "，但含有空白或控制字符"),
        ("WXSEAL_RECEIVE_ID", "\u{3000}wx1", "it holds white space", "：应为 AppID；企业微信为"),
        ("WXSEAL_DIALECT", "x", "expected wechat or wecom", "：应为 wechat 或 wecom，但它是“x”"),
        ("WXSEAL_MODE", "x", "expected safe, compatible or plain", "：应为 safe、compatible 或 plain"),
        ("WXSEAL_TOLERANCE", "-1", "expected a whole number of seconds", "：应为整数秒或 off"),
    ] {
        let mut variables: BTreeMap<_, _> = right.into();
        variables.insert(variable, value);
        let variables: Vec<_> = variables.into_iter().collect();
        for (lang, said) in [(Lang::En, english), (Lang::Zh, chinese)] {
            let settings = read_in(lang, &SettingsArguments::default(), &variables, "");
            let Usage(text) = settings.and_then(|settings| settings.endpoint().map(|_| ())).unwrap_err();
            assert!(text.starts_with(variable) && text.contains(said), "{text}");
        }
    }
    for (lang, said) in [(Lang::En, "receive_id is not set"), (Lang::Zh, "未设置 receive_id")] {
        let settings = read_in(lang, &SettingsArguments::default(), &right[..2], "").unwrap();
        let Usage(text) = settings.endpoint().unwrap_err();
        assert!(text.starts_with(said) && text.contains("WXSEAL_RECEIVE_ID"), "{text}");
    }
}

#[test]
fn further_settings_inherit_from_the_first() {
    let old = KEY.to_uppercase();
    let file = format!(
        "token = \"{TOKEN}\"\nencoding_aes_key = \"{KEY}\"\nreceive_id = \"wx1\"\n[[also_accept]]\nencoding_aes_key = \"{old}\""
    );
    let settings = read(&SettingsArguments::default(), &[], &file).unwrap();
    assert!(settings.accepts_further());
    let sealed = MsgCrypt::new(TOKEN, &old, "wx1").unwrap();
    let message = br#"{"ToUserName":"gh_1","FromUserName":"o1","MsgType":"text","Content":"a","MsgId":1}"#;
    let stamp = Stamp::new("1714112445", "1").unwrap();
    let push = platform::push(&sealed, message, stamp, Format::Json, &[0; 16]).unwrap();
    let endpoint = settings.endpoint().unwrap();
    assert!(endpoint.receive("POST", &push.query, &push.body, 1_714_112_445).is_ok());
}
