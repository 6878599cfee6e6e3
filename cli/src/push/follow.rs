//! The widget's cache, as the platform's sequence diagram has it: an answer is shown for its lifespan; then the platform
//! pushes the same query again, and the new data takes the old one's place.

use std::io::Write;
use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};
use serde_json::{Map, Value};

use super::deliver::{Courier, Delivery};
use super::source::Source;
use crate::context::Context;
use crate::failure::Failure;
use crate::lang::{Lang, say, words};
use crate::reply::Shown;
use crate::widget::WidgetData;

/// Waits for the data's end, asks anew, and shows what has changed; as often as it is told.
pub(crate) async fn play<W: Write>(
    courier: &Courier<'_>,
    source: &Source,
    first: Shown,
    updates: u32,
    context: &mut Context<W>,
    deliveries: &mut Vec<Delivery>,
) -> Result<(), Failure> {
    let Shown::Widget(mut current) = first else { return Ok(()) };
    for _ in 0..updates {
        wait(&current, context).await?;
        if !context.json {
            context.screen.gap()?;
        }
        let renewed = courier.deliver(&source.renewed(), context, deliveries).await?;
        let Some(Shown::Widget(next)) = renewed else { return Ok(()) };
        let changes = changes(&current.data, &next.data);
        if changes.is_empty() {
            let said = words!("the update push was answered with the same data", "更新事件得到的数据与之前相同");
            if let Some(last) = deliveries.last_mut() {
                last.warn(said);
            }
        }
        if !context.json {
            let lang = context.lang;
            let text = if changes.is_empty() { say!(lang, "nothing", "没有变化") } else { changes.join(", ") };
            context.screen.text(lang.pick("new", "更新"), &text)?;
        }
        current = next;
    }
    Ok(())
}

async fn wait<W: Write>(current: &WidgetData, context: &mut Context<W>) -> Result<(), Failure> {
    let (lang, lifespan) = (context.lang, current.lifespan);
    if !context.json {
        let text = say!(
            lang,
            "for {lifespan} s from the cache; then the platform asks for new data",
            "{lifespan} 秒内使用缓存，到期后平台发送更新事件"
        );
        context.screen.text(lang.pick("shown", "展示"), &text)?;
    }
    // On standard error, and only where that is a terminal.
    let bar = ProgressBar::new(lifespan).with_style(style(lang));
    for _ in 0..lifespan {
        tokio::time::sleep(Duration::from_secs(1)).await;
        bar.inc(1);
    }
    bar.finish_and_clear();
    Ok(())
}

fn style(lang: Lang) -> ProgressStyle {
    let template = lang.pick("   cache       {bar:40} {pos}/{len} s", "   缓存        {bar:40} {pos}/{len} 秒");
    ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar())
}

/// Each field whose value is another now.
fn changes(before: &Map<String, Value>, after: &Map<String, Value>) -> Vec<String> {
    let text = |value: Option<&Value>| match value {
        Some(Value::String(text)) => text.clone(),
        Some(other) => other.to_string(),
        None => "∅".to_owned(),
    };
    let names = after.keys().chain(before.keys().filter(|name| !after.contains_key(*name)));
    let changed = names.filter(|name| before.get(*name) != after.get(*name));
    changed.map(|name| format!("{name} {} → {}", text(before.get(name)), text(after.get(name)))).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn changes_are_named() {
        let map = |value: Value| value.as_object().cloned().unwrap_or_default();
        let before = map(json!({"price": "1.00", "name": "n", "gone": 1}));
        let after = map(json!({"price": "2.00", "name": "n", "more": [1]}));
        assert_eq!(changes(&before, &after), ["more ∅ → [1]", "price 1.00 → 2.00", "gone 1 → ∅"]);
        assert!(changes(&before, &before).is_empty());
    }
}
