//! Tests a table of faults in the network, in the browser and in the app. With each of them, the page stays readable. A
//! row of the table has faults and the expected state of the app. [`whole`] has the checks that are the same for all
//! rows.

mod later;
mod monkey;
mod whole;

use crate::{
    reader::{CARD, check_open, check_readable, choose_depth, go_to, press_card, seen},
    translated::TRANSLATE,
};
use anyhow::Context;
use axum::http::{HeaderMap, HeaderValue, header};
use std::sync::Arc;
use tests::{
    engine::{Engine, Family, Script},
    server::{Fault, Gate, Server},
    suite::{Outcome, Test},
    tests,
    visit::Visit,
};
use whole::{Fares, check_whole};

pub(crate) const TESTS: &[&[Test]] = &[
    // This test takes long, so it is first in the list.
    monkey::TESTS,
    tests![
        faults_of_the_wasm,
        faults_of_the_script,
        in_a_sandbox_without_storage,
        without_styles,
        translators_extensions_and_proxies,
        panics
    ],
    later::TESTS,
];

/// A row of the table.
struct Row {
    /// A description of the row, such as "it is truncated". Error messages have it after the word "where".
    what: &'static str,
    /// The faults of the server, each with the end of the paths that it affects.
    faults: Vec<(&'static str, Fault)>,
    /// Two scripts that change the page: one before the app's files arrive, and one afterwards.
    rewritten: [&'static str; 2],
    /// The state that the app has to reach.
    fares: Fares,
    /// Whether the browser has to report a violation of the Content Security Policy.
    forbidden: bool,
}

impl Row {
    fn new(what: &'static str, fares: Fares) -> Self {
        Self { what, faults: Vec::new(), rewritten: [""; 2], fares, forbidden: false }
    }

    fn with(mut self, end: &'static str, fault: Fault) -> Self {
        self.faults.push((end, fault));
        self
    }

    fn forbidden(self) -> Self {
        Self { forbidden: true, ..self }
    }

    fn before(mut self, script: &'static str) -> Self {
        self.rewritten[0] = script;
        self
    }

    fn after(mut self, script: &'static str) -> Self {
        self.rewritten[1] = script;
        self
    }
}

async fn faults_of_the_wasm(engine: Arc<Engine>) -> Outcome {
    // Firefox 140 neither accepts nor rejects a truncated module. Firefox 153 rejects it.
    let cut_off = if engine.family() == Family::Firefox { Fares::FailedIfNoticed } else { Fares::Failed };
    check(
        &engine,
        [
            Row::new("no fault", Fares::Live),
            Row::new("it is missing", Fares::Failed).with(".wasm", Fault::Missing),
            Row::new("it is truncated", cut_off).with(".wasm", Fault::Changed(|wasm| wasm[..wasm.len() / 2].to_vec())),
            Row::new("it is corrupt", Fares::Failed).with(".wasm", Fault::Changed(corrupt)),
            Row::new("there is a page in its place", Fares::Failed).with(".wasm", Fault::Changed(|_| b"<!doctype html>Log in".to_vec())),
            Row::new("it has another type", Fares::Live).with(".wasm", Fault::Headed(as_text)),
            Row {
                // WebKit reports no violation for WebAssembly, but the page states that the app has failed.
                forbidden: engine.family() != Family::WebKit,
                ..Row::new("the policy forbids it", Fares::Failed).with("/", Fault::Changed(|page| without(page, "'wasm-unsafe-eval'")))
            },
            Row::new("it never arrives", Fares::Static).with(".wasm", Fault::Held(Gate::closed())),
        ],
    )
    .await
}

async fn faults_of_the_script(engine: Arc<Engine>) -> Outcome {
    check(
        &engine,
        [
            Row::new("it is missing", Fares::Failed).with(".js", Fault::Missing),
            Row::new("it is truncated", Fares::Failed).with(".js", Fault::Changed(|script| script[..script.len() / 2].to_vec())),
            Row::new("it has another type", Fares::Failed).with(".js", Fault::Headed(as_text)),
            Row::new("it never arrives", Fares::Static).with(".js", Fault::Held(Gate::closed())),
            Row::new("the policy forbids it", Fares::Static).with("/", Fault::Changed(|page| without(page, "'sha256-"))).forbidden(),
        ],
    )
    .await
}

async fn in_a_sandbox_without_storage(engine: Arc<Engine>) -> Outcome {
    check(&engine, [Row::new("the origin is opaque", Fares::Live).with("/", Fault::Headed(in_a_sandbox))]).await
}

/// Checks the page without styles. Elements that only styles hide are visible then. The note that the app has failed
/// must stay hidden, because the app works.
async fn without_styles(engine: Arc<Engine>) -> Outcome {
    let visit = Visit::to(&engine, Script::On, Server::with_faults(&[("/", Fault::Changed(unstyled))]).await?).await?;
    visit.go("/").await?;
    visit.until_live().await?;
    visit.check("document.styleSheets.length == 0").await?;
    visit.check(&format!("!({})", seen!(".failed-note"))).await?;
    press_card(&visit, CARD).await?;
    check_open(&visit, CARD).await?;
    choose_depth(&visit, "everything").await?;
    check_open(&visit, "un-history-card").await?;
    check_readable(&visit).await?;
    go_to(&visit, "what-next").await?;
    visit.until("document.querySelector(':target')?.id == 'what-next'").await
}

fn unstyled(page: Vec<u8>) -> Vec<u8> {
    let page = String::from_utf8(page).expect("the page is UTF-8");
    let pieces = page
        .split("<style")
        .enumerate()
        .map(|(nth, piece)| if nth == 0 { piece } else { piece.split_once("</style>").map_or("", |(_, rest)| rest) });
    pieces.collect::<String>().into_bytes()
}

async fn translators_extensions_and_proxies(engine: Arc<Engine>) -> Outcome {
    check(
        &engine,
        [
            Row::new("translated before the script arrives", Fares::Live).before(TRANSLATE),
            Row::new("translated afterwards", Fares::Live).after(TRANSLATE),
            Row::new("an extension puts elements everywhere", Fares::Live).before(INSERT).after(INSERT),
            Row::new("a proxy drops comments", Fares::Live).with("/", Fault::Changed(without_comments)),
            Row::new("a proxy adds comments", Fares::Live).with("/", Fault::Changed(with_more_comments)),
            Row::new("an archive adds its bar", Fares::Live).with("/", Fault::Changed(archived)).forbidden(),
        ],
    )
    .await
}

fn with_more_comments(page: Vec<u8>) -> Vec<u8> {
    let page = String::from_utf8(page).expect("the page is UTF-8");
    page.replace("</span>", "<!-- seen --></span>").into_bytes()
}

/// Changes a page as the Wayback Machine does.
fn archived(page: Vec<u8>) -> Vec<u8> {
    let page = String::from_utf8(page).expect("the page is UTF-8");
    let page = page.replacen("</head>", "<script>window.archived = true</script></head>", 1);
    let page = page.replace("href=\"https://", "href=\"/web/20270101000000/https://");
    let (before, body) = page.split_once("<body").expect("the page has a body");
    let (attributes, body) = body.split_once('>').expect("the tag ends");
    let bar = "<!-- BEGIN TOOLBAR --><div id=\"wm-ipp-base\" lang=\"en\"><form><input name=\"url\"></form></div><!-- END TOOLBAR -->";
    format!("{before}<body{attributes}>{bar}{body}<!-- FILE ARCHIVED ON 00:00:00 Jan 01, 2027 -->").into_bytes()
}

async fn panics(engine: Arc<Engine>) -> Outcome {
    let row = Row::new("an island panics as it comes to life", Fares::Failed);
    check(&engine, [row.with("/", Fault::Changed(with_another_element))]).await
}

/// Replaces an element of the island `shift` with another kind of element. The number of elements stays the same, so
/// the app does not notice the change before hydration. Yew then panics, and the panic stops the app.
fn with_another_element(page: Vec<u8>) -> Vec<u8> {
    let page = String::from_utf8(page).expect("the page is UTF-8");
    let (before, island) = page.split_once("data-island=\"shift\"").expect("the page has the island");
    let century = island.replacen("<span class=\"century\">20", "<i class=\"century\">20", 1).replacen("</span>", "</i>", 1);
    format!("{before}data-island=\"shift\"{century}").into_bytes()
}

/// A script that inserts elements before and into other elements, as browser extensions do.
const INSERT: &str = "
    for (const place of document.querySelectorAll('[data-island], [data-island] *, summary, a')) {
        const own = document.createElement('extension-mark');
        own.append(document.createElement('i'));
        if (place.matches('svg *, summary')) place.append(own); else { place.before(own); place.prepend(own.cloneNode(true)); }
    }";

/// Checks each of `rows`. Uses the same browser for all rows if the engine allows this.
async fn check(engine: &Engine, rows: impl IntoIterator<Item = Row>) -> Outcome {
    let mut visit = Visit::early(engine, Server::start().await?).await?;
    for row in rows {
        // Scripts and WebAssembly are held back until the test has scrolled the page.
        let arrives = Gate::closed();
        let late = [(".js", Fault::Held(arrives.clone())), (".wasm", Fault::Held(arrives.clone()))];
        let server = Server::with_faults(&[&late, &*row.faults].concat()).await?;
        // In Firefox, each row gets another browser than the row before. While Firefox waits for the rest of one
        // WebAssembly module, it compiles no other module.
        visit = if engine.family() == Family::Firefox { Visit::early(engine, server).await? } else { visit.at(server) };
        check_row(&visit, &row, &arrives).await.with_context(|| format!("where {}", row.what))?;
    }
    Ok(())
}

async fn check_row(visit: &Visit, row: &Row, arrives: &Gate) -> Outcome {
    let [before, after] = row.rewritten;
    visit.go("/").await?;
    visit.browser().execute(before, []).await?;
    check_whole(visit, row.fares, arrives, after).await?;
    if row.forbidden {
        visit.server().until_csp_report().await?;
    }
    Ok(())
}

fn corrupt(mut wasm: Vec<u8>) -> Vec<u8> {
    let half = wasm.len() / 2;
    wasm[half..].iter_mut().for_each(|byte| *byte ^= 0x5a);
    wasm
}

fn as_text(headers: &mut HeaderMap) {
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/plain"));
}

/// Removes the sources that begin with `source` from the directive `script-src` of the page's policy.
fn without(page: Vec<u8>, source: &str) -> Vec<u8> {
    let page = String::from_utf8(page).expect("the page is UTF-8");
    let (before, rest) = page.split_once("script-src ").expect("the page carries a policy");
    let (sources, after) = rest.split_once(';').expect("the directive ends");
    let remaining: Vec<&str> = sources.split(' ').filter(|allowed| !allowed.starts_with(source)).collect();
    assert_ne!(remaining.join(" "), sources, "the policy allows nothing that begins with {source}");
    format!("{before}script-src {};{after}", remaining.join(" ")).into_bytes()
}

fn in_a_sandbox(headers: &mut HeaderMap) {
    let policy = headers.get(header::CONTENT_SECURITY_POLICY).and_then(|policy| policy.to_str().ok()).expect("hosts send a policy");
    let policy = HeaderValue::try_from(format!("{policy}; sandbox allow-scripts")).expect("it is text");
    headers.insert(header::CONTENT_SECURITY_POLICY, policy);
}

fn without_comments(page: Vec<u8>) -> Vec<u8> {
    let page = String::from_utf8(page).expect("the page is UTF-8");
    let (before, rest) = page.split_once("<!--").expect("hydration has left its marks");
    let rest: String = rest.split("<!--").filter_map(|piece| piece.split_once("-->")).map(|(_, text)| text).collect();
    format!("{before}{rest}").into_bytes()
}
