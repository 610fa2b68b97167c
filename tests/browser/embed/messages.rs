//! What an embed says, message by message, in every dialect; and what makes it say it again.

use super::host::{Host, Hosted};
use anyhow::{Result, ensure};
use serde_json::{Value, json};
use std::sync::Arc;
use tests::{
    engine::Engine,
    suite::{Outcome, Test},
    tests,
};

pub(super) const TESTS: &[Test] =
    tests![every_dialect_is_spoken, nothing_is_said_twice, a_host_that_asks_is_answered, nobody_is_told_without_a_host];

/// An embed with all that hosts put into its address, in a page that writes down what it hears.
const HOST: Host<'_> = Host {
    embed: "/embed/threads/?childId=p-1&initialWidth=600&parentTitle=%3Cb%3E#card#?secret=Ab3dE6gH9k",
    page: "<script>window.heard = []; addEventListener('message', ({ data }) => heard.push(data))</script>\
           <iframe src='EMBED' width=600 height=900></iframe>",
    inner: "",
    frames: &["document.querySelector('iframe')"],
    heights: (900, 900),
};

async fn every_dialect_is_spoken(engine: Arc<Engine>) -> Outcome {
    let hosted = arrived(&engine).await?;
    let (height, href) = measured(&hosted).await?;
    let heard = heard(&hosted).await?;
    ensure!(heard.first() == Some(&json!("[iFrameResizerChild]Ready")), "first is {:?}", heard.first());
    check_heard(&heard, &json!({ "sentinel": "amp", "type": "embed-ready" }))?;
    check_heard(&heard, &json!(format!("pymxPYMxp-1xPYMxheightxPYMx{height}")))?;
    check_heard(&heard, &json!({ "sentinel": "amp", "type": "embed-size", "height": height }))?;
    check_heard(&heard, &json!({ "datawrapper-height": { "/embed/threads/": height } }))?;
    check_heard(&heard, &json!({ "type": "iframe-resized", "width": 600, "height": height }))?;
    check_heard(&heard, &json!({ "kind": "interactive:height", "height": height }))?;
    check_heard(&heard, &json!(format!(r#"{{"type":"set-height","value":{height}}}"#)))?;
    check_heard(&heard, &json!(format!(r#"{{"src":"{href}","context":"iframe.resize","height":{height}}}"#)))?;
    check_heard(&heard, &json!({ "message": "height", "value": height, "secret": "Ab3dE6gH9k" }))?;
    ensure!(!heard.contains(&Value::Null), "old listeners of Datawrapper fail on a message that is nothing");
    ensure!(
        !heard.iter().any(|one| one.as_str().is_some_and(|one| one.starts_with("[iFrameSizer]"))),
        "iframe-resizer has not said who we are"
    );
    Ok(())
}

async fn nothing_is_said_twice(engine: Arc<Engine>) -> Outcome {
    let hosted = Hosted::open(&engine, Host { embed: "/embed/lanes/", ..HOST }).await?;
    until_arrived(&hosted).await?;
    hosted.run("heard.length = 0").await?;
    hosted.enter().await?;
    // A toggle that changes no height.
    hosted.visit.browser().execute("document.body.dispatchEvent(new Event('toggle'))", []).await?;
    hosted.visit.press("summary").await?;
    hosted.visit.until("document.querySelector('details').open").await?;
    hosted.leave().await?;
    hosted.visit.until("heard.length > 0").await?;
    let heard = heard(&hosted).await?;
    let sizes: Vec<_> = heard.iter().filter(|one| one["type"] == "iframe-resized").map(|one| one["height"].clone()).collect();
    let mut once = sizes.clone();
    once.dedup();
    ensure!(sizes == once, "the same height is said again: {sizes:?}");
    Ok(())
}

async fn a_host_that_asks_is_answered(engine: Arc<Engine>) -> Outcome {
    let hosted = arrived(&engine).await?;
    let (height, _) = measured(&hosted).await?;
    for (asked, answer) in [
        ("'pymxPYMxp-1xPYMxwidthxPYMx600'", json!(format!("pymxPYMxp-1xPYMxheightxPYMx{height}"))),
        ("{ message: 'ready', secret: 'Ab3dE6gH9k' }", json!({ "message": "height", "value": height, "secret": "Ab3dE6gH9k" })),
        ("{ type: 'iframe-child-init' }", json!({ "type": "iframe-resized", "width": 600, "height": height })),
        ("{ type: 'iframe-get-child-dimensions' }", json!({ "type": "iframe-resized", "width": 600, "height": height })),
        (
            "'[iFrameSizer]frame-7:8:false:false:32:true:true:null:bodyOffset:null:null:0:false:parent:scroll:false'",
            json!(format!("[iFrameSizer]frame-7:{height}:600:init")),
        ),
        ("'[iFrameSizer]resize'", json!(format!("[iFrameSizer]frame-7:{height}:600:resizeObserver"))),
        ("'[iFrameSizer]reset'", json!(format!("[iFrameSizer]frame-7:{height}:600:resizeObserver"))),
    ] {
        hosted.run(&format!("heard.length = 0; document.querySelector('iframe').contentWindow.postMessage({asked}, '*')")).await?;
        hosted
            .visit
            .until(&format!("heard.some(one => JSON.stringify(one) == JSON.stringify({answer}))"))
            .await
            .map_err(|_| anyhow::anyhow!("{asked} is not answered with {answer}"))?;
    }
    Ok(())
}

async fn nobody_is_told_without_a_host(engine: Arc<Engine>) -> Outcome {
    let hosted = arrived(&engine).await?;
    hosted.visit.go("/embed/threads/?theme=dark").await?;
    hosted.visit.check("document.documentElement.dataset.theme == 'dark'").await?;
    hosted.check_quiet().await
}

/// A visit to the page that listens, with the embed arrived.
async fn arrived(engine: &Engine) -> Result<Hosted<'static>> {
    let hosted = Hosted::open(engine, HOST).await?;
    until_arrived(&hosted).await?;
    Ok(hosted)
}

/// An embed announces itself when its content is there, and again when everything is.
async fn until_arrived(hosted: &Hosted<'_>) -> Outcome {
    hosted.visit.until("heard.filter(one => one == '[iFrameResizerChild]Ready').length == 2").await
}

/// The height of the content, and the embed's address.
async fn measured(hosted: &Hosted<'_>) -> Result<(u64, String)> {
    hosted.enter().await?;
    let height = hosted.visit.look("Math.ceil(document.documentElement.getBoundingClientRect().height)").await?;
    let href = hosted.visit.read("location.href").await?;
    hosted.leave().await?;
    Ok((height.as_u64().unwrap_or_default(), href))
}

async fn heard(hosted: &Hosted<'_>) -> Result<Vec<Value>> {
    hosted.leave().await?;
    Ok(hosted.visit.look("heard").await?.as_array().cloned().unwrap_or_default())
}

fn check_heard(heard: &[Value], expected: &Value) -> Outcome {
    ensure!(heard.contains(expected), "{expected} was not said: {heard:#?}");
    Ok(())
}
