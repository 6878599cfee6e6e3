//! `wxseal push --list`: everything that can be sent.

use std::io;

use serde_json::{Value, json};

use crate::context::Context;
use crate::lang::Lang;
use crate::template::{Kind, TEMPLATES, Template};

/// The title in English and in Chinese, and what stands below it.
type Group = (&'static str, &'static str, fn(&Template) -> bool);

/// The groups in their order. A message of several accounts stands where it comes first.
const GROUPS: [Group; 8] = [
    ("What users send", "用户消息", |template| template.kind == Kind::Message),
    ("Events of Official Accounts", "公众号事件", |template| is_event(template, "official_account")),
    ("Events of Mini Programs", "小程序事件", |template| is_event(template, "mini_program")),
    ("Events of stores and the open platform", "小店和开放平台事件", |template| {
        is_event(template, "store") || is_event(template, "open_platform")
    }),
    ("Events of WeCom", "企业微信事件", |template| is_event(template, "wecom")),
    ("What third parties are told", "第三方平台和服务商通知", |template| template.kind == Kind::Notice),
    ("What WeCom's smart robots are told", "企业微信智能机器人", |template| template.kind == Kind::Robot),
    ("What the makers of devices are told", "企业微信硬件", |template| template.kind == Kind::Hardware),
];

fn is_event(template: &Template, of: &str) -> bool {
    template.kind == Kind::Event && template.of.first() == Some(&of)
}

pub(super) fn show(context: &mut Context) -> io::Result<()> {
    let lang = context.lang;
    if context.json {
        return context.print_json(&TEMPLATES.iter().map(row).collect());
    }
    for (english, chinese, holds) in GROUPS {
        context.screen.title(english, chinese)?;
        for template in TEMPLATES.iter().filter(|template| holds(template)) {
            let chinese = template.zh.filter(|_| lang == Lang::Zh);
            context.screen.item(template.name, chinese.unwrap_or(template.about))?;
        }
        context.screen.gap()?;
    }
    let number = TEMPLATES.len();
    context.screen.note(&match lang {
        Lang::En => format!("{number} in all. docs/messages.md has their fields."),
        Lang::Zh => format!("共 {number} 种，字段见 docs/messages.md。"),
    })
}

fn row(template: &Template) -> Value {
    let kind = match template.kind {
        Kind::Message => "message",
        Kind::Event => "event",
        Kind::Notice => "notice",
        Kind::Robot => "robot",
        Kind::Hardware => "hardware",
    };
    json!({ "name": template.name, "kind": kind, "of": template.of, "about": template.about, "zh": template.zh })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_stands_in_one_group() {
        for template in TEMPLATES {
            assert_eq!(GROUPS.iter().filter(|(_, _, holds)| holds(template)).count(), 1, "{}", template.name);
        }
    }
}
