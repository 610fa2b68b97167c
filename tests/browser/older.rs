//! Tests pages after removing newer features of CSS and HTML, which older browsers lack. Also tests a saved copy, and
//! the text that readers copy.

use crate::reader::{seen, years};
use anyhow::ensure;
use std::sync::Arc;
use tests::{
    engine::{Engine, Script},
    server::{Fault, Server},
    suite::{Outcome, Test},
    tests,
    visit::Visit,
};

pub(crate) const TESTS: &[Test] = tests![
    without_dialogs_nothing_offers_them,
    a_saved_copy_offers_nothing_that_needs_script,
    without_popovers_nothing_lies_over_the_text,
    without_has_every_panel_is_shown,
    citations_are_not_copied_with_the_text
];

async fn without_dialogs_nothing_offers_them(engine: Arc<Engine>) -> Outcome {
    let without = Fault::Changed(|page| {
        let page = String::from_utf8_lossy(&page).replacen("http-equiv=\"Content-Security-Policy\"", "name=\"none\"", 1);
        page.replacen("<script>", "<script>delete HTMLDialogElement.prototype.showModal</script><script>", 1).into_bytes()
    });
    let visit = Visit::to(&engine, Script::On, Server::with_faults(&[("/", without)]).await?).await?;
    visit.go("/").await?;
    visit.until_live().await?;
    for control in ["button.search", "button.share"] {
        visit.check(&format!("!({})", seen!(control))).await?;
    }
    visit.check_quiet().await
}

/// Checks a copy of a page as some programs save it: with the changes that scripts have made to the markup, but without
/// scripts.
async fn a_saved_copy_offers_nothing_that_needs_script(engine: Arc<Engine>) -> Outcome {
    for path in ["/", "/why/"] {
        let visit = Visit::to(&engine, Script::On, Server::start().await?).await?;
        visit.go(path).await?;
        for control in ["button.search", "button.share"] {
            visit.until(&seen!(control)).await?;
        }
        visit
            .look(
                "(window.saved = document.documentElement.cloneNode(true), saved.querySelectorAll('script').forEach(script => script.remove()), \
                 document.body.replaceChildren(Object.assign(document.createElement('iframe'), { srcdoc: saved.outerHTML, width: 900, height: 900 })), null)",
            )
            .await?;
        visit.find("iframe").await?.enter_frame().await?;
        visit.until(&seen!("h1")).await?;
        for control in ["button.search", "button.share"] {
            visit.check(&format!("document.querySelector('{control}') != null && !({})", seen!(control))).await?;
        }
    }
    Ok(())
}

async fn without_popovers_nothing_lies_over_the_text(engine: Arc<Engine>) -> Outcome {
    for path in ["/", "/why/", "/embed/shift/"] {
        let visit = Visit::to(&engine, Script::On, Server::start().await?).await?;
        visit.go(path).await?;
        take_away(&visit, ":popover-open").await?;
        visit.look("document.querySelectorAll('[popover]').forEach(box => box.removeAttribute('popover'))").await?;
        visit.check(&format!("!({})", seen!(".popover"))).await?;
    }
    Ok(())
}

async fn without_has_every_panel_is_shown(engine: Arc<Engine>) -> Outcome {
    let visit = Visit::live(&engine, "/shift/").await?;
    take_away(&visit, ":has(").await?;
    let (first, decision, last) = years();
    for year in [first, decision, last] {
        visit.check(&seen!(format!("#panel-{year}"))).await?;
    }
    // The panels are below one another.
    let tops = format!("[{first}, {decision}, {last}].map(year => document.getElementById(`panel-${{year}}`).getBoundingClientRect().top)");
    visit.check(&format!("{tops}.every((top, at, tops) => at == 0 || top > tops[at - 1] + 20)")).await
}

async fn citations_are_not_copied_with_the_text(engine: Arc<Engine>) -> Outcome {
    let visit = Visit::live(&engine, "/").await?;
    visit.look("getSelection().selectAllChildren(document.querySelector('#opening p'))").await?;
    let copied = visit.read("getSelection().toString()").await?;
    let words = "[document.querySelector('#opening p').cloneNode(true)].map(copy => (copy.querySelectorAll('sup, rt, rp').forEach(mark => mark.remove()), copy.textContent))[0]";
    let words = visit.read(words).await?;
    // Some browsers copy readings and others do not, so the test compares only digits.
    let numbers = visit.look("[...document.querySelectorAll('#opening p:first-child sup')].map(mark => mark.textContent.trim())").await?;
    ensure!(!numbers.as_array().is_none_or(Vec::is_empty), "the paragraph cites no source");
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    ensure!(digits(&copied) == digits(&words), "{copied:?} is copied");
    Ok(())
}

/// Removes every style rule whose selector or condition contains `feature`.
async fn take_away(visit: &Visit, feature: &str) -> Outcome {
    let script = format!(
        "(function take(place) {{
            for (let at = place.cssRules.length - 1; at >= 0; at--) {{
                const rule = place.cssRules[at];
                if ((rule.selectorText ?? rule.conditionText ?? '').includes({feature:?})) place.deleteRule(at);
                else if (rule.cssRules?.length) take(rule);
            }}
        }})"
    );
    visit.look(&format!("[...document.styleSheets].forEach({script}) ?? null")).await?;
    Ok(())
}
