//! Tests that a press on a name in the official list opens a box that describes the person's case. Without script, the
//! name is a link to the case in the timeline.

use crate::reader::{check_address, edition};
use anyhow::Context;
use std::sync::Arc;
use tests::{
    engine::{Engine, Script},
    server::Server,
    suite::{Outcome, Test},
    tests,
    visit::Visit,
};
use thirtyfour::prelude::*;

pub(crate) const TESTS: &[Test] = tests![a_name_opens_its_case, a_name_leads_to_its_case_without_script];

/// Opens the case of the last person in the table, and closes it with the keyboard.
async fn check_case(visit: &Visit) -> Outcome {
    let person = edition().people.last().context("the content has no person")?;
    let case = format!("document.getElementById('case-{}')", person.event);
    visit.press(&format!(".names a[data-box='case-{}']", person.event)).await?;
    visit.until(&format!("{case}.matches(':popover-open')")).await?;
    visit
        .check(&format!(
            "(box => box.top >= 0 && box.bottom <= innerHeight && box.left >= 0 && box.right <= innerWidth)({case}.getBoundingClientRect())"
        ))
        .await?;
    visit.browser().action_chain().send_keys(Key::Escape).perform().await?;
    visit.until(&format!("!{case}.matches(':popover-open')")).await
}

async fn a_name_opens_its_case(engine: Arc<Engine>) -> Outcome {
    let visit = Visit::live(&engine, "/abductions/").await?;
    for width in [320, 1280] {
        visit.narrow(width).await?;
        check_case(&visit).await?;
    }
    visit.check_quiet().await
}

async fn a_name_leads_to_its_case_without_script(engine: Arc<Engine>) -> Outcome {
    let visit = Visit::to(&engine, Script::Off, Server::start().await?).await?;
    visit.go("/abductions/").await?;
    let person = edition().people.last().context("the content has no person")?;
    visit.press(&format!(".names a[data-box='case-{}']", person.event)).await?;
    check_address(&visit, &format!("/timeline/#event-{}", person.event)).await
}
