//! What is embedded: each piece at each width, in a sandbox, in the colours that its publisher chose.

use super::{
    host::{Host, Hosted},
    listening::listening,
};
use anyhow::ensure;
use std::sync::Arc;
use tests::{
    chrome::Chrome,
    suite::{Outcome, Test},
    tests, written,
};

pub(super) const TESTS: &[Test] = tests![every_embed_in_a_narrow_column, the_app_runs_in_a_sandbox, the_theme_is_the_publishers_choice];

/// Each is designed for 280 px and more: as high as its content, and nothing to scroll sideways.
async fn every_embed_in_a_narrow_column(chrome: Arc<Chrome>) -> Outcome {
    let mut embeds: Vec<String> = written::pages().into_iter().map(|page| page.path).filter(|path| path.contains("/embed/")).collect();
    embeds.retain(|path| !path.ends_with("/how/"));
    ensure!(embeds.len() > 20, "there are few embeds: {embeds:?}");
    let page = listening!("data.type === 'iframe-resized' && data.height");
    let hosted = Hosted::open(&chrome, Host { page, ..Host::default() }).await?;
    for embed in embeds {
        for width in [280, 320, 480, 640, 960] {
            hosted.run(&format!("document.getElementById('column').style.width = '{width}px'")).await?;
            let address = format!("{}{embed}", hosted.visit.origin());
            let go = format!("const frame = document.querySelector('iframe'); if (frame.src != {address:?}) frame.src = {address:?}");
            hosted.run(&go).await?;
            hosted.enter().await?;
            hosted.visit.until(&format!("location.pathname == {embed:?} && innerWidth == {width}")).await?;
            hosted.check_fits(&format!("{embed} at {width} px")).await?;
            check_width(&hosted, &embed, width).await?;
        }
        // With every card open, too. Without their ids the app leaves them as they are.
        hosted.run("document.getElementById('column').style.width = '280px'").await?;
        hosted.enter().await?;
        let open = "for (const card of document.querySelectorAll('details')) { card.removeAttribute('id'); card.open = true }";
        hosted.visit.browser().execute(open, []).await?;
        hosted.visit.until("innerWidth == 280").await?;
        hosted.check_fits(&format!("{embed} with its cards open")).await?;
        check_width(&hosted, &embed, 280).await?;
    }
    Ok(())
}

/// Holds that there is nothing to scroll sideways.
async fn check_width(hosted: &Hosted<'_>, embed: &str, width: u16) -> Outcome {
    let wide = hosted.visit.look("document.documentElement.scrollWidth").await?;
    ensure!(wide == width, "{embed} is {wide} px wide in a column of {width} px");
    Ok(())
}

async fn the_app_runs_in_a_sandbox(chrome: Arc<Chrome>) -> Outcome {
    let page = "<iframe src='EMBED' width=600 height=900 sandbox=allow-scripts></iframe>";
    let hosted = Hosted::open(&chrome, Host { page, ..Host::default() }).await?;
    hosted.enter().await?;
    hosted.visit.until_live().await?;
    hosted.visit.check("origin == 'null'").await?;
    hosted.check_quiet().await
}

async fn the_theme_is_the_publishers_choice(chrome: Arc<Chrome>) -> Outcome {
    for (asked, scheme) in
        [("?theme=dark", "dark"), ("?theme=light&utm_source=x", "light"), ("?theme=auto", "light dark"), ("?theme=<b>&x", "light dark")]
    {
        let embed = format!("/embed/threads/{asked}");
        let hosted = Hosted::open(&chrome, Host { embed: &embed, page: "<iframe src='EMBED'></iframe>", ..Host::default() }).await?;
        hosted.enter().await?;
        let is = hosted.visit.read("getComputedStyle(document.documentElement).colorScheme").await?;
        ensure!(is == scheme, "{asked} makes the colour scheme {is}");
    }
    Ok(())
}
