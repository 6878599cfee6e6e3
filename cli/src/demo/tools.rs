//! What the tool's other commands do, against the same server.

use std::io::Write;

use wxseal_core::Format;

use super::{Demo, WIDGET_APP_ID};
use crate::check::Checked;
use crate::failure::Failure;
use crate::platform::Platform;
use crate::push::{Courier, Source, follow};
use crate::site::Site;
use crate::stress;
use crate::template::Parties;

impl<W: Write> Demo<'_, W> {
    pub(super) async fn use_the_tools(&mut self, site: &Site, platform: &Platform) -> Result<(), Failure> {
        self.step(6, "wxseal check", "接入验证")?;
        let mut checked = Checked::default();
        checked.look(site, platform, true).await?;
        checked.show(self.context)?;
        let failed = checked.checks.failed();
        self.count(checked.checks.iter().count() - failed, failed);

        self.step(7, "wxseal push text", "推送文本消息")?;
        let user = "oHiD1v9MzTFE4f2lLasf123E1QJ0".to_owned();
        let parties = Parties { account: "gh_6ad1513a84d8".to_owned(), user, app_id: WIDGET_APP_ID.to_owned() };
        let courier = Courier { site, platform };
        let mut deliveries = Vec::new();
        let text = Source::of_template("text", &parties, Format::Xml)?;
        courier.deliver(&text, self.context, &mut deliveries).await?;

        self.step(8, "wxseal push wxa_widget_data --follow", "缓存到期后更新")?;
        let widget = Source::of_template("wxa_widget_data", &parties, Format::Json)?;
        let shown = courier.deliver(&widget, self.context, &mut deliveries).await?;
        if let Some(shown) = shown {
            follow::play(&courier, &widget, shown, 1, self.context, &mut deliveries).await?;
        }
        for delivery in &deliveries {
            let (passed, failed) = delivery.counts();
            self.count(passed, failed);
        }
        // What these requests did on the server is not shown here.
        while self.reports.try_recv().is_ok() {}
        Ok(())
    }

    pub(super) async fn load(&mut self, site: &Site, platform: Platform, seconds: u64) -> Result<(), Failure> {
        let title = format!("wxseal stress --qps 200 --duration {seconds}s --local");
        self.step(9, &title, "性能测试")?;
        let passed = stress::short(site, platform, seconds, self.context).await?;
        self.count(usize::from(passed), usize::from(!passed));
        Ok(())
    }
}
