//! Tests the messages of an embed in every protocol, and when the embed sends its height again.

use super::host::{Host, Hosted};
use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use std::sync::Arc;
use tests::{
    conditions::large_text,
    engine::Engine,
    server::Fault,
    suite::{Outcome, Test},
    tests,
};

pub(super) const TESTS: &[Test] = tests![
    every_protocol_is_supported unless large_text,
    the_same_height_is_sent_once,
    a_host_that_asks_is_answered unless large_text,
    without_a_host_no_message_is_sent,
    a_host_that_listens_late_gets_the_height,
    a_frame_that_gets_its_height_late_sends_it,
];

/// A page that records the messages of an embed. The address of the embed has parameters that pym.js and WordPress add.
const HOST: Host<'_> = Host {
    embed: "/embed/threads/?childId=p-1&initialWidth=600&parentTitle=%3Cb%3E#card#?secret=Ab3dE6gH9k",
    page: "<script>window.heard = []; addEventListener('message', ({ data }) => heard.push(data))</script>\
           <iframe src='EMBED' width=600 height=900></iframe>",
    inner: "",
    frames: &["document.querySelector('iframe')"],
    heights: (900, 900),
    is_isolated: false,
};

async fn every_protocol_is_supported(engine: Arc<Engine>) -> Outcome {
    let hosted = arrived(&engine).await?;
    let (height, href) = measured(&hosted).await?;
    let heard = heard(&hosted).await?;
    ensure!(heard.first() == Some(&json!("[iFrameResizerChild]Ready")), "the first message is {:?}", heard.first());
    check_heard(&heard, &json!({ "sentinel": "amp", "type": "embed-ready" }))?;
    check_heard(&heard, &json!(format!("pymxPYMxp-1xPYMxheightxPYMx{height}")))?;
    check_heard(&heard, &json!({ "sentinel": "amp", "type": "embed-size", "height": height }))?;
    let (_, address) = href.split_once("//").context("the address has no scheme")?;
    let key = address.split('#').next().unwrap_or_default();
    check_heard(&heard, &json!({ "datawrapper-height": { key: height } }))?;
    check_heard(&heard, &json!({ "type": "iframe-resized", "width": 600, "height": height }))?;
    check_heard(&heard, &json!({ "kind": "interactive:height", "height": height }))?;
    check_heard(&heard, &json!(format!(r#"{{"type":"set-height","value":{height}}}"#)))?;
    check_heard(&heard, &json!(format!(r#"{{"src":"{href}","context":"iframe.resize","height":{height}}}"#)))?;
    check_heard(&heard, &json!({ "message": "height", "value": height, "secret": "Ab3dE6gH9k" }))?;
    ensure!(!heard.contains(&Value::Null), "the embed sends null, on which old listeners of Datawrapper fail");
    ensure!(
        !heard.iter().any(|one| one.as_str().is_some_and(|one| one.starts_with("[iFrameSizer]"))),
        "the embed answers iframe-resizer before iframe-resizer has sent an id"
    );
    Ok(())
}

/// Checks an embed whose host has sent a message. Until the host sends another message, the embed sends its height
/// again only after the height has changed.
async fn the_same_height_is_sent_once(engine: Arc<Engine>) -> Outcome {
    let hosted = Hosted::open(&engine, Host { embed: "/embed/years/", ..HOST }).await?;
    until_arrived(&hosted).await?;
    hosted.run("heard.length = 0; document.querySelector('iframe').contentWindow.postMessage({ type: 'iframe-child-init' }, '*')").await?;
    hosted.visit.until("heard.some(one => one.type == 'iframe-resized')").await?;
    hosted.run("heard.length = 0").await?;
    hosted.enter().await?;
    // This event changes no height.
    hosted.visit.browser().execute("document.body.dispatchEvent(new Event('toggle'))", []).await?;
    // A script clicks, because the frame is higher than the window and WebKit's driver does not scroll the host page.
    hosted.visit.browser().execute("document.querySelector('summary').click()", []).await?;
    hosted.visit.until("document.querySelector('details').open").await?;
    hosted.leave().await?;
    hosted.visit.until("heard.length > 0").await?;
    let heard = heard(&hosted).await?;
    let sizes: Vec<_> = heard.iter().filter(|one| one["type"] == "iframe-resized").map(|one| one["height"].clone()).collect();
    let mut once = sizes.clone();
    once.dedup();
    ensure!(sizes == once, "the same height is sent again: {sizes:?}");
    Ok(())
}

async fn a_host_that_asks_is_answered(engine: Arc<Engine>) -> Outcome {
    let hosted = arrived(&engine).await?;
    let (height, _) = measured(&hosted).await?;
    for (request, answer) in [
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
        hosted.run(&format!("heard.length = 0; document.querySelector('iframe').contentWindow.postMessage({request}, '*')")).await?;
        hosted
            .visit
            .until(&format!("heard.some(one => JSON.stringify(one) == JSON.stringify({answer}))"))
            .await
            .map_err(|_| anyhow::anyhow!("{request} is not answered with {answer}"))?;
    }
    Ok(())
}

async fn without_a_host_no_message_is_sent(engine: Arc<Engine>) -> Outcome {
    let hosted = arrived(&engine).await?;
    hosted.visit.go("/embed/threads/?theme=dark").await?;
    hosted.visit.check("document.documentElement.dataset.theme == 'dark'").await?;
    hosted.check_quiet().await
}

async fn a_host_that_listens_late_gets_the_height(engine: Arc<Engine>) -> Outcome {
    let page = "<iframe src='EMBED' width=600 height=300></iframe><script>document.querySelector('iframe').onload = () => setTimeout(() => {\
                window.listens = true; addEventListener('message', ({ data }) => { if (data.type == 'iframe-resized') document.querySelector('iframe').height = data.height }) }, 500)</script>";
    let hosted = Hosted::open(&engine, Host { embed: "/embed/threads/", page, ..Host::default() }).await?;
    hosted.visit.until("window.listens").await?;
    hosted.check_fits("after the page has begun to listen").await
}

/// Checks an embed whose content has no height at first. Some browsers give a frame outside of the window no height
/// while the frame loads. They fire no event when the frame gets its height.
async fn a_frame_that_gets_its_height_late_sends_it(engine: Arc<Engine>) -> Outcome {
    const LATE: &str = "<script>window.ResizeObserver = class { observe() {} }; const high = Element.prototype.getBoundingClientRect;\
        let asked = 0; Element.prototype.getBoundingClientRect = function () {\
        return this === document.documentElement && ++asked < 9 ? new DOMRect() : high.call(this) }</script><script>";
    let page = "<iframe src='EMBED' width=600 height=300></iframe><script>addEventListener('message', ({ data }) => {\
                if (data.type == 'iframe-resized') document.querySelector('iframe').height = data.height })</script>";
    let late = Fault::Changed(|page| {
        let page = String::from_utf8_lossy(&page).replacen("http-equiv=\"Content-Security-Policy\"", "name=\"none\"", 1);
        page.replacen("<script>", LATE, 1).into_bytes()
    });
    let hosted =
        Hosted::open_with(&engine, Host { embed: "/embed/threads/", page, ..Host::default() }, &[("/embed/threads/", late)]).await?;
    hosted.check_fits("although it had no height when it arrived").await
}

async fn arrived(engine: &Engine) -> Result<Hosted<'static>> {
    let hosted = Hosted::open(engine, HOST).await?;
    until_arrived(&hosted).await?;
    Ok(hosted)
}

/// Waits until the embed has loaded. The embed sends `Ready` when its HTML is parsed, and again when it has loaded
/// completely.
async fn until_arrived(hosted: &Hosted<'_>) -> Outcome {
    hosted.visit.until("heard.filter(one => one == '[iFrameResizerChild]Ready').length == 2").await
}

/// Returns the height of the embed's content in CSS pixels, and the address of the embed.
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
    ensure!(heard.contains(expected), "{expected} was not sent: {heard:#?}");
    Ok(())
}
