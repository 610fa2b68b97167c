//! Tests that a link to a correction marks the corrections that are newer. The fragment of the address alone decides
//! which corrections are marked.

use anyhow::ensure;
use std::sync::Arc;
use tests::{
    engine::{Engine, Script},
    language,
    rewritten::Copy,
    server::Server,
    suite::{Outcome, Test},
    tests,
    visit::Visit,
};

pub(crate) const TESTS: &[Test] = tests![newer_corrections_are_marked];

/// The ids and dates of invented corrections, the oldest first.
const CHANGES: [(&str, &str); 3] = [("first", "2027-01-31"), ("second", "2027-02-28"), ("third", "2027-03-31")];

async fn newer_corrections_are_marked(engine: Arc<Engine>) -> Outcome {
    let copy = Copy::new();
    for (id, date) in CHANGES {
        copy.append("corrections.toml", &format!("[[correction]]\nid = \"{id}\"\ndate = \"{date}\"\nkind = \"correction\"\n"));
        for language in language::all() {
            // A text of digits is valid in every language.
            copy.append(&format!("{language}/corrections.toml"), &format!("[{id}]\ntext = \"2027\"\n"));
        }
    }
    let (succeeded, output) = copy.write_site();
    ensure!(succeeded, "the site is not written:\n{output}");
    // A style sheet marks the corrections, so the test does not wait for the app.
    let visit = Visit::to(&engine, Script::On, Server::of(&copy.site()).await?).await?;
    check(&visit, "", &[]).await?;
    check(&visit, "#published", &["third", "second", "first"]).await?;
    check(&visit, "#correction-first", &["third", "second"]).await?;
    check(&visit, "#correction-third", &[]).await?;
    Ok(())
}

/// Opens `/about/` with the fragment `link`, and checks that exactly the corrections `newer` are marked.
async fn check(visit: &Visit, link: &str, newer: &[&str]) -> Outcome {
    visit.go(&format!("/about/{link}")).await?;
    let marked = "[...document.querySelectorAll('.corrections .newer')].filter(mark => mark.checkVisibility()).map(mark => mark.closest('li').id).join()";
    let expected = newer.iter().map(|id| format!("correction-{id}")).collect::<Vec<_>>().join(",");
    let marked = visit.read(marked).await?;
    ensure!(marked == expected, "after the link {link:?} the marked corrections are {marked:?}, expected {expected:?}");
    Ok(())
}
