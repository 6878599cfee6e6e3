//! The Chinese texts: one table a command, and one for the arguments that several commands have.

type Arguments = &'static [(&'static str, &'static str)];

const COMMANDS: &[(&str, &str, Arguments)] = &[
    (
        "wxseal",
        "在本机扮演微信平台，检验消息推送服务器，并解释失败的原因\n\n退出码：0 一切正确，1 检查未通过，2 命令行或设置有误。",
        &[],
    ),
    ("keygen", "生成 Token 和 EncodingAESKey", &[("format", "text、toml（用于 wxseal.toml）或 env（WXSEAL_…）")]),
    ("sign", "计算签名", &[("body", "连同此消息的 Encrypt 或此密文一起签名；- 为标准输入")]),
    (
        "verify",
        "验证请求的签名，并输出 echostr",
        &[("url", "请求的 URL 或查询串，或存放它的 @文件"), ("body", "验证此包体的 msg_signature；- 为标准输入")],
    ),
    (
        "encrypt",
        "加密并签名一条回复",
        &[
            ("message", "消息 [默认：标准输入]"),
            ("format", "xml 或 json [默认：与消息相同]"),
            ("random", "16 字节，写成 32 位十六进制，测试用 [默认：随机]"),
        ],
    ),
    (
        "decrypt",
        "验证并解密一条推送或回复",
        &[("body", "包体 [默认：标准输入]"), ("url", "请求的 URL 或查询串，或 @文件；没有则包体是回复")],
    ),
    (
        "explain",
        "离线说明抓到的请求在哪一步、为什么失败",
        &[
            ("dump", "线上的原始请求：请求行、头部、空行、包体；- 为标准输入"),
            ("url", "请求的 URL 或查询串，或存放它的 @文件"),
            ("body", "与 --url 同来的包体；- 为标准输入"),
            ("method", "与 --url 同来的方法 [默认：POST；接入验证为 GET]"),
            ("received", "服务器收到的时间，用于判断新旧：秒数或 now"),
            ("show_message", "同时显示消息内容"),
        ],
    ),
    (
        "check",
        "像平台在后台填写地址时那样检查一个 URL",
        &[("url", "服务器的 URL，http:// 或 https://"), ("widget", "该 URL 用于搜索 Widget，后台要求填 http")],
    ),
    (
        "push",
        "向一个 URL 推送事件，并检查应答",
        &[
            ("url", "服务器的 URL，http:// 或 https://"),
            ("list", "列出可发送的全部消息和事件"),
            ("event", "--list 中的事件"),
            ("file", "存放明文消息的文件；- 为标准输入"),
            ("format", "xml 或 json [默认：与平台一致；文件依其内容]"),
            ("fields", "把消息的这个字段改为此值，或添加该字段；可重复"),
            ("follow", "演示 Widget 的缓存：先展示数据，到期后请求新数据"),
            ("updates", "请求新数据的次数"),
        ],
    ),
    (
        "stress",
        "像平台的性能测试那样给一个 URL 加压",
        &[
            ("url", "服务器的 URL，http:// 或 https://"),
            ("qps", "每秒请求数"),
            ("duration", "时长，如 90s、30m、1h30m"),
            ("cases", "测试用例文件，每行一个 Query，正常和异常的都可以"),
            ("local", "按 170/870 ms 验收，不含网络 120 ms 和加解密 10 ms"),
            ("report", "写出一个含数据和图表的 HTML 页面"),
            ("yes", "允许以每秒 50 个以上的请求加压本机以外的服务器"),
        ],
    ),
    (
        "serve",
        "运行一个演示服务器，供其他命令试用",
        &[
            ("listen", "监听的地址和端口；端口 0 为任意空闲端口"),
            ("lifespan", "Widget 数据的有效秒数"),
            ("delay", "应答推送前等待的毫秒数"),
            ("quiet", "不逐个显示请求"),
        ],
    ),
    ("demo", "在本机扮演双方，并检查每个应答", &[("load", "最后加压的秒数")]),
    ("completions", "输出 shell 的补全脚本", &[("shell", "bash、zsh、fish、elvish 或 powershell")]),
    ("man", "把手册页写入一个目录", &[("folder", "目录，例如 /usr/local/share/man/man1")]),
    ("help", "显示帮助", &[]),
];

const SHARED: Arguments = &[
    ("color", "颜色：auto（看终端和 NO_COLOR）、always 或 never"),
    ("lang", "语言：en 或 zh [默认：按系统区域设置]"),
    ("json", "输出一个 JSON 文档，供脚本使用"),
    ("help", "显示帮助"),
    ("version", "显示版本"),
    ("timeout", "等待应答的秒数 [默认：5，与平台一致]"),
    ("ca", "除公共 CA 外还信任的 CA 证书（PEM 文件）"),
    ("timestamp", "1970 年以来的秒数 [默认：现在]"),
    ("nonce", "1 至 63 个 A-Z a-z 0-9 _ - [默认：随机]"),
    ("config", "设置所在的 TOML 文件 [默认：wxseal.toml]"),
    ("token", "Token；选项会被本机他人看到，宜用 WXSEAL_TOKEN"),
    ("encoding_aes_key", "43 个字符；宜用 WXSEAL_ENCODING_AES_KEY"),
    ("receive_id", "AppID；企业微信为 corpid、suiteid 或 \"\""),
    ("dialect", "wechat 或 wecom [默认：wechat]"),
    ("mode", "与后台一致：safe、compatible、plain [默认：safe]"),
    ("account", "消息应发往的帐号（gh_…）"),
    ("tolerance", "timestamp 允许的误差，或 off [默认：300]"),
];

/// What a command does.
pub(super) fn about(command: &str) -> Option<&'static str> {
    COMMANDS.iter().find(|(name, ..)| *name == command).map(|(_, about, _)| *about)
}

/// What an argument is.
pub(super) fn argument(command: &str, id: &str) -> Option<&'static str> {
    let own = COMMANDS.iter().find(|(name, ..)| *name == command).map_or(SHARED, |(.., arguments)| *arguments);
    own.iter().chain(SHARED).find(|(name, _)| *name == id).map(|(_, help)| *help)
}

/// Every argument that is translated, with its command, or `*` for those of several.
#[cfg(test)]
pub(super) fn entries() -> Vec<(&'static str, &'static str)> {
    let own = COMMANDS.iter().flat_map(|(command, _, arguments)| arguments.iter().map(|(id, _)| (*command, *id)));
    own.chain(SHARED.iter().map(|(id, _)| ("*", *id))).collect()
}
