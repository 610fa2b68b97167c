//! Tests embeds in the pages of publishers, which have another origin. For some hosts, the tests use a library from
//! npm. For the other hosts, they use a listener like that of the host. The tests include sandboxes, nested frames,
//! hidden frames and many frames in one page.

mod host;
mod hostile;
mod listening;
mod messages;
mod pieces;
mod snippets;

use anyhow::ensure;
use host::{Host, Hosted};
use listening::listening;
use std::sync::Arc;
use tests::{
    conditions::large_text,
    engine::Engine,
    suite::{Outcome, Test},
    tests, written,
};
use thirtyfour::Key;

pub(crate) const TESTS: &[&[Test]] = &[pieces::TESTS, snippets::TESTS];
pub(crate) const FRAMES: &[&[Test]] = &[HOSTS, messages::TESTS, hostile::TESTS];

const HOSTS: &[Test] = tests![
    pym,
    sidechain,
    iframe_resizer_4,
    open_iframe_resizer,
    open_iframe_resizer_for_older_children,
    amp_in_its_sandbox,
    datawrapper,
    datawrapper_with_an_old_listener,
    guardian,
    guardian_interactives,
    medium,
    wordpress_with_only_an_address unless large_text,
    our_own_element,
    an_element_that_is_still_being_read,
    nested,
    hidden_then_shown,
    fifty_on_one_page,
];

async fn pym(engine: Arc<Engine>) -> Outcome {
    let page = "<script src=/lib/pym.js/dist/pym.v1.js></script><div id=p></div><script>new pym.Parent('p', 'EMBED')</script>";
    check(&engine, Host { page, ..Host::default() }).await
}

async fn sidechain(engine: Arc<Engine>) -> Outcome {
    let page = "<script src=/lib/@nprapps/sidechain/dist/sidechain.js></script><side-chain src='EMBED'></side-chain>";
    check(&engine, Host { page, frames: &["document.querySelector('side-chain').shadowRoot.querySelector('iframe')"], ..Host::default() })
        .await
}

async fn iframe_resizer_4(engine: Arc<Engine>) -> Outcome {
    let page = "<iframe src='EMBED' style='width:100%;border:0'></iframe><script src=/lib/iframe-resizer/js/iframeResizer.js></script>\
                <script>iFrameResize({}, 'iframe')</script>";
    check(&engine, Host { page, ..Host::default() }).await
}

async fn open_iframe_resizer(engine: Arc<Engine>) -> Outcome {
    let page = "<iframe src='EMBED' style='width:100%;border:0'></iframe><script src=/lib/@open-iframe-resizer/core/dist/index.umd.cjs></script>\
                <script>iframeResizer.initialize({}, 'iframe')</script>";
    check(&engine, Host { page, ..Host::default() }).await
}

async fn open_iframe_resizer_for_older_children(engine: Arc<Engine>) -> Outcome {
    let page = "<iframe src='EMBED' style='width:100%;border:0'></iframe><script src=/lib/@open-iframe-resizer/core/dist/index.umd.cjs></script>\
                <script>iframeResizer.initialize({ enableLegacyLibSupport: true }, 'iframe')</script>";
    check(&engine, Host { page, ..Host::default() }).await
}

async fn amp_in_its_sandbox(engine: Arc<Engine>) -> Outcome {
    let page = listening!(
        "<iframe src='EMBED' style='width:100%;border:0' sandbox=allow-scripts></iframe>",
        "data && data.sentinel === 'amp' && data.type === 'embed-size' && data.height >= 100 && data.height"
    );
    check(&engine, Host { page, ..Host::default() }).await
}

async fn datawrapper(engine: Arc<Engine>) -> Outcome {
    let page = listening!("typeof data['datawrapper-height'] !== 'undefined' && Object.values(data['datawrapper-height'])[0]");
    check(&engine, Host { page, ..Host::default() }).await
}

/// Checks embeds in a page with an old listener of Datawrapper. This listener finds the frame by its id or by a part of
/// its address, not by the window that sent the message.
async fn datawrapper_with_an_old_listener(engine: Arc<Engine>) -> Outcome {
    let page = "<iframe src='EMBED' style='width:100%;border:0'></iframe><script>addEventListener('message', ({ data }) => {\
                if (void 0 === data['datawrapper-height']) return; for (const key in data['datawrapper-height']) {\
                const frame = document.getElementById('datawrapper-chart-' + key) || document.querySelector(`iframe[src*='${key}']`);\
                if (frame) frame.style.height = data['datawrapper-height'][key] + 'px' } })</script>";
    check(&engine, Host { page, ..Host::default() }).await?;
    // The listener resizes the first frame whose address contains the key of the message. It must not resize a frame of
    // another site or of another embed.
    let others =
        ["/inner?of=/embed/", "/embed/un-history/hrc-25-25/?theme=auto", "/embed/years/?theme=auto", "/embed/un-history/?theme=auto"];
    for own in ["/embed/?theme=auto", "/embed/un-history/?theme=auto"] {
        let others: String = others
            .into_iter()
            .filter(|other| *other != own)
            .map(|other| {
                format!("<iframe class=other src='{}{other}' height=60></iframe>", if other.starts_with("/inner") { "" } else { "SITE" })
            })
            .collect();
        let page = format!("{others}{}", page.replace("<iframe ", "<iframe id=own "));
        let frames = &["document.getElementById('own')"];
        let hosted = Hosted::open(&engine, Host { embed: own, page: &page, frames, ..Host::default() }).await?;
        hosted.check_fits(own).await?;
        hosted.leave().await?;
        hosted.visit.until("[...document.querySelectorAll('.other')].slice(1).every(other => other.clientHeight > 200)").await?;
        hosted.visit.check("document.querySelector('.other').clientHeight == 60").await?;
    }
    Ok(())
}

async fn guardian(engine: Arc<Engine>) -> Outcome {
    let page =
        listening!("typeof data === 'string' && data[0] === '{' && JSON.parse(data).type === 'set-height' && JSON.parse(data).value");
    check(&engine, Host { page, ..Host::default() }).await
}

async fn guardian_interactives(engine: Arc<Engine>) -> Outcome {
    check(&engine, Host { page: listening!("data.kind === 'interactive:height' && data.height"), ..Host::default() }).await
}

async fn medium(engine: Arc<Engine>) -> Outcome {
    let page = listening!(
        "typeof data === 'string' && data[0] === '{' && JSON.parse(data).context === 'iframe.resize' && JSON.parse(data).height"
    );
    check(&engine, Host { page, ..Host::default() }).await
}

/// Checks an embed whose address alone was pasted into WordPress. WordPress makes the frame from the JSON of the oEmbed
/// link and adds a sandbox. It shows the frame once the frame has sent its height.
async fn wordpress_with_only_an_address(engine: Arc<Engine>) -> Outcome {
    let answer = std::fs::read_to_string(written::dist().join("oembed/shift.json"))?;
    let answer: serde_json::Value = serde_json::from_str(&answer)?;
    let html = answer["html"].as_str().unwrap_or_default().replace(&written::base_url().join(""), "SITE/");
    ensure!(html.starts_with("<blockquote>") && html.contains("</blockquote><iframe "), "WordPress would not show {html}");
    let html = html.replace("<iframe ", "<iframe sandbox='allow-scripts' security='restricted' style='visibility:hidden;border:0' ");
    let html = html.replace("/\" width", "/#?secret=Ab3dE6gH9k\" width");
    let page = format!(
        "{html}<script>window.linked = []; const secret = 'Ab3dE6gH9k'; const frame = document.querySelector('iframe');\
         frame.onload = () => frame.contentWindow.postMessage({{ message: 'ready', secret }}, '*');\
         addEventListener('message', ({{ source, data }}) => {{\
         if (!data || data.secret !== secret || source !== frame.contentWindow || /[^a-zA-Z0-9]/.test(data.secret)) return;\
         if (data.message === 'height') {{ frame.height = Math.min(Math.max(parseInt(data.value, 10), 200), 1000); frame.style.visibility = '' }}\
         if (data.message === 'link' && new URL(data.value).host === new URL(frame.src).host && document.activeElement === frame) linked.push(data.value)\
         }})</script>"
    );
    let host = Host { page: &page, heights: (200, 1000), ..Host::default() };
    check(&engine, host).await?;
    let hosted = Hosted::open(&engine, host).await?;
    hosted.check_fits("after load").await?;
    hosted.leave().await?;
    hosted.visit.until("document.querySelector('iframe').style.visibility == ''").await?;
    // The sandbox blocks links, so the embed sends the address of a link to WordPress. WordPress follows only links to
    // the host name of the frame. The pages in `dist/` link to another host name, so the test changes one link.
    hosted.enter().await?;
    hosted
        .visit
        .browser()
        .execute("document.getElementById('whole').href = '/shift/'; document.querySelector('#sources').open = true", [])
        .await?;
    // The driver can press only an element that does not move and is in the window. WebKit's driver scrolls only within
    // the frame.
    hosted.check_fits_here("with its sources").await?;
    hosted.run("scrollTo(0, document.body.scrollHeight)").await?;
    hosted.enter().await?;
    hosted.visit.press("#whole").await?;
    hosted.visit.type_at(".sources a[href^=https]", Key::Enter).await?;
    let source = hosted.visit.read("document.querySelector('.sources a[href^=https]').closest('li').id").await?;
    hosted.leave().await?;
    let shared = format!("{}/shift/", hosted.visit.origin());
    hosted.visit.until(&format!("linked.join() == '{shared},{shared}#{source}'")).await?;
    hosted.check_quiet().await
}

async fn our_own_element(engine: Arc<Engine>) -> Outcome {
    // The page includes the script twice, after the element.
    let page = "<policy-shift-explainer part=years><a href='SITE/shift/'>What changed</a></policy-shift-explainer>\
                <script async src='SITE/embed.js'></script><script async src='SITE/embed.js?again'></script>";
    let host = Host { page, frames: &[OURS], ..Host::default() };
    check(&engine, host).await?;
    let hosted = Hosted::open(&engine, host).await?;
    hosted.check_fits("after load").await?;
    // The app has to be loaded first. Some browsers report an error for each request that they abort when the frame
    // loads another page.
    hosted.visit.until_live().await?;
    hosted.leave().await?;
    hosted.visit.check(&format!("{OURS}.title == 'What changed' && {OURS}.loading == 'lazy'")).await?;
    hosted.run("document.querySelector('policy-shift-explainer').setAttribute('part', 'threads')").await?;
    hosted.visit.until(&format!("{OURS}.src.endsWith('/embed/threads/')")).await?;
    hosted.check_fits("after another piece was chosen").await?;
    hosted.run("window.gone = document.querySelector('policy-shift-explainer'); gone.remove()").await?;
    hosted.visit.check("!gone.shadowRoot.querySelector('iframe')").await?;
    hosted.run("document.getElementById('column').append(gone)").await?;
    hosted.check_fits("after it was taken out and put back").await?;
    hosted.check_quiet().await
}

/// An expression for the frame in the custom element `policy-shift-explainer`.
const OURS: &str = "document.querySelector('policy-shift-explainer').shadowRoot.querySelector('iframe')";

/// Checks an element that comes after the script, as when a page contains the snippet twice. The content of the element
/// gives the frame its title, but the script makes the frame before the browser has parsed this content. The frame must
/// still get its title later.
async fn an_element_that_is_still_being_read(engine: Arc<Engine>) -> Outcome {
    let page = "<script src='SITE/embed.js'></script>\
                <policy-shift-explainer part=years><a href='SITE/shift/'>What changed</a></policy-shift-explainer>";
    let host = Host { page, frames: &[OURS], ..Host::default() };
    let hosted = Hosted::open(&engine, host).await?;
    hosted.visit.until(&format!("{OURS}?.title == 'What changed'")).await?;
    hosted.check_quiet().await
}

async fn nested(engine: Arc<Engine>) -> Outcome {
    let host = Host {
        page: "<iframe src=/inner style='width:100%;height:2000px;border:0'></iframe>",
        inner: listening!("data.type === 'iframe-resized' && data.height"),
        frames: &["document.querySelector('iframe')", "document.querySelector('iframe')"],
        ..Host::default()
    };
    let hosted = Hosted::open(&engine, host).await?;
    hosted.check_fits("after load").await?;
    hosted.visit.press(CARD).await?;
    hosted.check_fits("after a card was opened").await
}

async fn hidden_then_shown(engine: Arc<Engine>) -> Outcome {
    let page = listening!(
        "<iframe src='EMBED' style='width:100%;border:0;display:none'></iframe>",
        "(window.heard = (window.heard || 0) + 1, data.type === 'iframe-resized' && data.height)"
    );
    let hosted = Hosted::open(&engine, Host { page, ..Host::default() }).await?;
    // The hidden embed has sent a message, but no height.
    hosted.visit.until("window.heard > 0").await?;
    hosted.visit.check("document.querySelector('iframe').style.height == ''").await?;
    hosted.run("document.querySelector('iframe').style.display = 'block'").await?;
    hosted.check_fits("after it was shown").await
}

async fn fifty_on_one_page(engine: Arc<Engine>) -> Outcome {
    let page = format!(
        "<script async src='SITE/embed.js'></script>{}",
        "<policy-shift-explainer part=threads></policy-shift-explainer>".repeat(50)
    );
    let hosted = Hosted::open(&engine, Host { page: &page, ..Host::default() }).await?;
    for nth in 0..50 {
        let frame = format!("document.querySelectorAll('policy-shift-explainer')[{nth}].shadowRoot?.querySelector('iframe')");
        hosted.visit.until(&format!("!!{frame}")).await?;
        // A frame loads only when it is near the window.
        hosted.run(&format!("{frame}.scrollIntoView()")).await?;
        hosted.go_into(&[&frame]).await?;
        hosted.check_fits_here(&format!("in frame {nth}")).await?;
        hosted.leave().await?;
    }
    hosted.check_quiet().await
}

/// A selector for the summary of the first card.
const CARD: &str = "details.card > summary";

/// Checks that the frame in the page of `host` is as high as its content: after loading, after a card is opened, after
/// the card is closed, and in columns of two other widths.
async fn check(engine: &Engine, host: Host<'_>) -> Outcome {
    let hosted = Hosted::open(engine, host).await?;
    hosted.check_fits("after load").await?;
    let height = "document.documentElement.getBoundingClientRect().height";
    let closed = hosted.visit.look(height).await?.as_f64().unwrap_or_default();
    hosted.visit.press(CARD).await?;
    hosted.visit.until(&format!("{height} > {closed} + 50")).await?;
    hosted.check_fits("after a card was opened").await?;
    hosted.visit.press(CARD).await?;
    hosted.visit.until(&format!("{height} < {closed} + 1")).await?;
    hosted.check_fits("after it was closed").await?;
    for width in [320, 700] {
        hosted.run(&format!("document.getElementById('column').style.width = '{width}px'; for (const frame of document.querySelectorAll('iframe[width]')) frame.width = {width}")).await?;
        hosted.enter().await?;
        hosted.visit.until(&format!("innerWidth == {width}")).await?;
        hosted.check_fits(&format!("in a column of {width} px")).await?;
    }
    hosted.check_quiet().await
}
