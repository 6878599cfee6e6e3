//! `wxseal push`: sends an event as the platform does, and examines the answer.

mod deliver;
pub(crate) mod follow;
mod list;
mod source;

use clap::Args;
use serde_json::{Value, json};

use crate::context::Context;
use crate::failure::{Failure, Usage};
use crate::lang::say;
use crate::platform::Platform;
use crate::settings::{Settings, SettingsArguments};
use crate::site::{SiteArguments, block_on, unless_interrupted};
use crate::template;

pub(crate) use deliver::{Courier, Delivery, WIDGET_BUDGET, outgoing};
pub(crate) use source::{Source, SourceArguments};

#[derive(Args)]
#[command(
    after_help = format!("Events:\n{}\n\nand more than 450 others: wxseal push --list", template::list()),
    mut_arg("url", |url| url.required(false).required_unless_present("list")),
)]
pub(crate) struct Arguments {
    #[command(flatten)]
    site: SiteArguments,
    /// List everything that can be sent, with what it says
    #[arg(long)]
    list: bool,
    #[command(flatten)]
    source: SourceArguments,
    /// Play the widget's cache: show the data for its lifespan, then ask for new data
    #[arg(long)]
    follow: bool,
    /// How often new data is asked for
    #[arg(long, value_name = "N", default_value_t = 1, requires = "follow")]
    updates: u32,
    #[command(flatten)]
    settings: SettingsArguments,
}

pub(crate) fn run(arguments: &Arguments, context: &mut Context) -> Result<bool, Failure> {
    let lang = context.lang;
    if arguments.list {
        list::show(context)?;
        return Ok(true);
    }
    let settings = Settings::load(&arguments.settings, lang)?;
    let site = arguments.site.read(lang)?;
    let platform = Platform::of_settings(&settings)?;
    let source = Source::read(&arguments.source, &settings, lang)?;
    if arguments.follow && !source.sent(lang)?.is_widget() {
        return Err(Usage(say!(
            lang,
            "--follow: expected the event wxa_widget_data",
            "--follow：只用于 wxa_widget_data 事件"
        ))
        .into());
    }
    if !context.json {
        context.screen.title("wxseal push", lang.pick("what the platform sends", "模拟平台推送"))?;
    }
    let mut deliveries = Vec::new();
    let done = block_on(unless_interrupted(async {
        let courier = Courier { site: &site, platform: &platform };
        let shown = courier.deliver(&source, context, &mut deliveries).await?;
        match shown {
            Some(shown) if arguments.follow => {
                follow::play(&courier, &source, shown, arguments.updates, context, &mut deliveries).await
            }
            _ => Ok(()),
        }
    }))?;
    let interrupted = done.is_none();
    done.transpose()?;

    let passed = !interrupted && !deliveries.is_empty() && deliveries.iter().all(Delivery::passed);
    if context.json {
        let deliveries: Value = deliveries.iter().map(|delivery| delivery.to_json(lang)).collect();
        let document = json!({
            "url": site.target.url(),
            "passed": passed,
            "interrupted": interrupted,
            "deliveries": deliveries,
        });
        context.print_json(&document)?;
        return Ok(passed);
    }
    let verdict = match (interrupted, passed) {
        (true, _) => say!(lang, "interrupted", "已中断"),
        (_, true) => say!(lang, "The platform takes this answer.", "平台会接受这个应答。"),
        _ => say!(lang, "The platform does not take this answer.", "平台不会接受这个应答。"),
    };
    context.screen.gap()?;
    context.screen.verdict(passed, &verdict)?;
    Ok(passed)
}
