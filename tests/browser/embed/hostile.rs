//! Tests that messages from malicious hosts and other frames change nothing in an embed or in the custom element, and
//! cause no error.

use super::host::{Host, Hosted};
use std::sync::Arc;
use tests::{
    engine::Engine,
    suite::{Outcome, Test},
    tests,
};

pub(super) const TESTS: &[Test] = tests![no_message_changes_an_embed, an_embed_answers_only_its_host, our_element_obeys_only_its_frame];

/// An expression for the messages: values of many types, malformed messages of several protocols, very long messages,
/// and many messages.
const MESSAGES: &str = "[null, undefined, 0, NaN, true, '', 'x'.repeat(5e6), [], [[]], {}, { type: null }, { message: 'ready', secret: '<b>' }, \
    { type: 'iframe-child-init', targetElementSelector: '<img src=x onerror=alert(1)>' }, { message: { toString: 1 } }, new Date(), new Map(), /x/, \
    new ArrayBuffer(8), 10n, '[iFrameSizer]', '[iFrameSizer]:', '[iFrameSizer]::true', '[iFrameSizer]' + ':'.repeat(1e6), \
    '[iFrameSizer]<b>:8:true:x', '[iFrameSizer]message:{', '[iFrameSizer]moveToAnchor:<b>', 'pymxPYMx', 'pymxPYMx.*xPYMxwidthxPYMx-1', \
    'pymxPYMxp-1xPYMxnavigateToxPYMxjavascript:alert(1)', '{', '{\"type\":', 'javascript:alert(1)', ...Array(2000).fill('[iFrameSizer]resize')]";

/// A script that records the errors in the frame. It also stores the frame's markup and address before the messages.
const WATCH: &str = "window.wrong = []; addEventListener('error', event => wrong.push(event.message)); \
    addEventListener('unhandledrejection', event => wrong.push(String(event.reason)));\
    window.before = document.documentElement.outerHTML + location.href";

/// An expression that is true if there were no errors, and the markup and the address are the same as before the
/// messages.
const UNCHANGED: &str = "wrong.length == 0 && before == document.documentElement.outerHTML + location.href";

async fn no_message_changes_an_embed(engine: Arc<Engine>) -> Outcome {
    let page = "<script>addEventListener('message', ({ data }) => { if (data && data.type === 'iframe-resized') document.querySelector('iframe').style.height = data.height + 'px' })</script>\
                <iframe src='EMBED' style='width:600px;border:0'></iframe>";
    let hosted = Hosted::open(&engine, Host { embed: "/embed/threads/?childId=p-1", page, ..Host::default() }).await?;
    hosted.check_fits("after load").await?;
    hosted.visit.browser().execute(WATCH, []).await?;
    // The answer to the last message arrives after the embed has handled all earlier messages.
    hosted
        .run(&format!(
            "const embed = document.querySelector('iframe').contentWindow; for (const message of {MESSAGES}) embed.postMessage(message, '*'); \
             addEventListener('message', ({{ data }}) => {{ if (data === '[iFrameSizer]last-one:' + document.querySelector('iframe').clientHeight + ':600:init') window.done = true }}); \
             embed.postMessage('[iFrameSizer]last-one:8:false', '*')"
        ))
        .await?;
    hosted.visit.until("window.done").await?;
    hosted.check_fits("after all those messages").await?;
    hosted.visit.check(UNCHANGED).await?;
    hosted.check_quiet().await
}

async fn an_embed_answers_only_its_host(engine: Arc<Engine>) -> Outcome {
    let page = "<script>window.heard = []; addEventListener('message', ({ data }) => heard.push(data))</script>\
                <iframe src='EMBED' width=600 height=600></iframe><iframe src=/inner></iframe>";
    let inner = "<script>for (let n = 0; n < 50; n++) parent.frames[0].postMessage('[iFrameSizer]neighbour:8:false', '*'); parent.postMessage('sent', '*')</script>";
    let hosted = Hosted::open(&engine, Host { embed: "/embed/threads/", page, inner, ..Host::default() }).await?;
    hosted.enter().await?;
    hosted.run("heard.length = 0; document.querySelectorAll('iframe')[1].src = '/inner?again'").await?;
    hosted.visit.until("heard.includes('sent')").await?;
    // If the embed answered the neighbour, these answers would arrive before the answer to the host's own request.
    hosted.run("document.querySelector('iframe').contentWindow.postMessage('[iFrameSizer]host:8:false', '*')").await?;
    hosted.visit.until("heard.some(one => String(one).startsWith('[iFrameSizer]host:'))").await?;
    hosted.visit.check("!heard.some(one => String(one).startsWith('[iFrameSizer]neighbour:'))").await
}

async fn our_element_obeys_only_its_frame(engine: Arc<Engine>) -> Outcome {
    let page = "<script src='SITE/embed.js'></script><policy-shift-explainer part=threads theme='\"><b>'></policy-shift-explainer><iframe src=/inner></iframe>\
                <policy-shift-explainer part='../../javascript:' lang='//elsewhere.example'></policy-shift-explainer>";
    let inner = "<script>for (const height of [5000, -1, NaN, '1e9', null]) parent.postMessage({ type: 'iframe-resized', height }, '*'); parent.sent = true</script>";
    let hosted = Hosted::open(&engine, Host { page, inner, frames: &[super::OURS], ..Host::default() }).await?;
    hosted.check_fits("after load").await?;
    hosted.run("sent = false; document.querySelector('iframe').src = '/inner?again'").await?;
    hosted.visit.until("window.sent").await?;
    hosted.run("for (const data of [null, 1, 'x', { type: 'iframe-resized', height: 7000 }]) postMessage(data, '*')").await?;
    hosted.check_fits("after messages from others").await?;
    hosted.leave().await?;
    hosted.visit.check(&format!("!{}.src.includes('theme')", super::OURS)).await?;
    let other = "document.querySelectorAll('policy-shift-explainer')[1].shadowRoot.querySelector('iframe').src";
    hosted.visit.check(&format!("{other} == {:?}", format!("{}/embed/", hosted.visit.origin()))).await
}
