//! Tests malicious and malformed addresses, which are written by hand. The page still appears, the app starts, and
//! valid parameters apply. Nothing in the address runs as a script, causes an error, or becomes markup of the page.

use crate::reader::{CARD, check_year, years};
use anyhow::{Context, ensure};
use std::sync::Arc;
use tests::{
    engine::Engine,
    suite::{Outcome, Test},
    tests,
    visit::Visit,
};

pub(crate) const TESTS: &[Test] =
    tests![valid_parameters_of_a_malformed_address_apply, attacks_by_query, attacks_by_fragment, attacks_on_embeds, attacks_on_other_pages];

async fn valid_parameters_of_a_malformed_address_apply(engine: Arc<Engine>) -> Outcome {
    let visit = Visit::live(&engine, "/").await?;
    let (first, decision, last) = years();
    let long = format!("/?open={}&year={first}", "abductions-card.".repeat(3_000));
    let table = [
        ("/?year=1066", decision, ""),
        (&*format!("/?year={first}&year={last}"), first, ""),
        (&*format!("/?year=x&year={last}"), last, ""),
        (&*format!("/?&&=&=x&year={first}&?&&"), first, ""),
        (&*format!("/?year%00={last}&%79ear={first}"), first, ""),
        (&*format!("/?year={}&year={first}", "9".repeat(50_000)), first, ""),
        (&*long, first, ""),
        (&*format!("/?open={CARD}.no-such-card.'];alert(1)//.{CARD}&year=x"), decision, CARD),
        (&*format!("/?open=main.top.share.share-quote.app.countries.{CARD}"), decision, CARD),
    ];
    for (address, year, open) in table {
        let steps = async {
            arrive(&visit, address).await?;
            visit.until_live().await?;
            check_year(&visit, year).await?;
            let found = visit.read("[...document.querySelectorAll('details[open]')].map(card => card.id).join()").await?;
            ensure!(found == open, "open: {found}");
            check_unharmed(&visit).await
        };
        let outcome: Outcome = steps.await;
        outcome.with_context(|| abridged(address))?;
    }
    Ok(())
}

/// Values that an attacker could use. Many of them would set the variable `pwned` or insert an element `pwned` if the
/// attack succeeded.
const ATTACKS: &[&str] = &[
    "<script>pwned=1</script>",
    "%3Cscript%3Epwned=1%3C/script%3E",
    "%253Cscript%253Epwned=1%253C/script%253E",
    "\"><img src=x onerror=pwned=1><pwned>",
    "%22%3E%3Cimg%20src=x%20onerror=pwned=1%3E%3Cpwned%3E",
    "';pwned=1;'",
    "'];pwned=1;//",
    "</script><script>pwned=1</script>",
    "</style><pwned>",
    "--><pwned>",
    "javascript:pwned=1",
    "JaVa%0ASCRIPT:pwned=1",
    "data:text/html,<script>pwned=1</script>",
    "//elsewhere.example/",
    "/%5Celsewhere.example",
    "..%2F..%2F..%2Fetc%2Fpasswd",
    "%0d%0aSet-Cookie:%20pwned=1%0d%0a%0d%0a<pwned>",
    "{{pwned=1}}${pwned=1}<%25=pwned%25>",
    "__proto__",
    "constructor.prototype",
    "toString.valueOf.hasOwnProperty",
    "%",
    "%FF%FE%00",
    "%ED%A0%80",
    "%C0%80%E0%A4%A",
    "%E2%80%AE2014%E2%80%8F%EF%BB%BF",
    "%EF%BC%92%EF%BC%90%EF%BC%91%EF%BC%94",
    "-1e999",
    "99999999999999999999",
    "0x7de",
    "()%7B%20:;%7D;",
    "[][[]][][[]]",
];

/// Tries each attack as the value of each parameter, with and without `[]` after the parameter's name. Also tries each
/// attack as the name of a parameter, and tries very long queries.
async fn attacks_by_query(engine: Arc<Engine>) -> Outcome {
    let visit = Visit::live(&engine, "/").await?;
    let names = "depth open closed year body resolution against countries count threads span kind verdict speaker ruby utm_source";
    let all = |attacks: &[&str]| {
        let pairs =
            attacks.iter().flat_map(|attack| names.split(' ').map(move |name| format!("{name}={attack}&{name}[]={attack}&{attack}=1")));
        format!("/?{}&__proto__[year]=2014&constructor=1", pairs.collect::<Vec<_>>().join("&"))
    };
    let huge = [format!("/?{}year=x", "a&".repeat(15_000)), format!("/?open={}", ".".repeat(30_000))];
    for address in ATTACKS.chunks(8).map(all).chain(huge) {
        check(&visit, &address).await?;
    }
    Ok(())
}

/// Tries the attacks, some ids and very long texts as fragments. Changes only the fragment of the address, so the
/// browser does not load the page again. At the end, loads the page once with each of four fragments.
async fn attacks_by_fragment(engine: Arc<Engine>) -> Outcome {
    let visit = Visit::live(&engine, "/").await?;
    let time_origin = visit.look("performance.timeOrigin").await?;
    let ids = ["app", "share", "share-quote", "countries", "panel-2014", "?secret=%3Cpwned%3E", ":~:text=pwned", "statement-3#statement-4"];
    let huge = ["x".repeat(500_000), "%".repeat(50_000), "🏴󠁧󠁢󠁳󠁣󠁴󠁿\u{202e}".repeat(2_000)];
    for attack in ATTACKS.iter().chain(&ids).copied().chain(huge.iter().map(String::as_str)) {
        // If the new fragment only encodes the old one differently, the browser treats both as the same address and
        // sends no event.
        let script = "const [hash, done] = arguments, before = location.href;
            addEventListener('hashchange', () => done(), { once: true });
            location.hash = hash;
            if (location.href == before) done()";
        visit.browser().execute_async(script, [attack.into()]).await.with_context(|| abridged(attack))?;
        check_unharmed(&visit).await.with_context(|| abridged(attack))?;
    }
    ensure!(visit.look("performance.timeOrigin").await? == time_origin, "the page was loaded again");
    for attack in ["%", "%3Cpwned%3E", "share", &huge[0]] {
        check(&visit, &format!("/#{attack}")).await?;
    }
    Ok(())
}

/// Tries the attacks as values of the parameters of an embed, including the parameters that hosts add. The embed is not
/// in a frame. Only a valid theme has an effect.
async fn attacks_on_embeds(engine: Arc<Engine>) -> Outcome {
    let visit = Visit::live(&engine, "/embed/years/").await?;
    for attack in ATTACKS {
        let address = format!(
            "/embed/threads/?theme={attack}&childId={attack}&parentUrl={attack}&parentTitle={attack}&initialWidth={attack}&year={attack}#?secret={attack}"
        );
        check(&visit, &address).await?;
        visit.check("!document.documentElement.hasAttribute('data-theme')").await.with_context(|| abridged(&address))?;
    }
    let table = [
        ("theme=dark&theme=light", "dark"),
        ("theme=x&theme=light", ""),
        ("theme=DARK", ""),
        ("theme=dark%00", ""),
        ("theme=light", "light"),
    ];
    for (query, theme) in table {
        check(&visit, &format!("/embed/threads/?{query}")).await?;
        visit.check(&format!("(document.documentElement.dataset.theme ?? '') == {theme:?}")).await.with_context(|| query.to_owned())?;
    }
    Ok(())
}

/// Tries every eighth attack on the page for unknown addresses, the page that makes snippets, the timeline, and the
/// share dialog.
async fn attacks_on_other_pages(engine: Arc<Engine>) -> Outcome {
    let visit = Visit::live(&engine, "/").await?;
    for attack in ATTACKS.iter().step_by(8) {
        arrive(&visit, &format!("/no-such-page/?{attack}#{attack}")).await?;
        // This clears the browser's message about status 404.
        visit.complaints().await?;
        check_unharmed(&visit).await.with_context(|| format!("where there is no page, {attack}"))?;
        check(&visit, &format!("/embed/how/?part={attack}&lang={attack}&theme={attack}&width={attack}#{attack}")).await?;
        check(&visit, &format!("/timeline/?year={attack}&open={attack}&countries={attack}#{attack}")).await?;
        visit.press("button.share").await?;
        visit.until("document.querySelector('#share .description').textContent != ''").await?;
        visit.check("!document.querySelector('#share textarea').value.includes('pwned')").await.with_context(|| (*attack).to_owned())?;
        check_unharmed(&visit).await.with_context(|| format!("sharing {attack}"))?;
    }
    Ok(())
}

/// Opens `address`. Checks that the app starts if the page has islands, and that no attack in the address has
/// succeeded.
async fn check(visit: &Visit, address: &str) -> Outcome {
    let steps = async {
        arrive(visit, address).await?;
        visit.until("document.readyState == 'complete'").await?;
        if visit.is("document.getElementById('app') != null && document.querySelector('[data-island]') != null").await? {
            visit.until_live().await?;
        }
        check_unharmed(visit).await
    };
    let outcome: Outcome = steps.await;
    outcome.with_context(|| abridged(address))
}

async fn arrive(visit: &Visit, address: &str) -> Outcome {
    // A change of the fragment alone would not load the page again.
    visit.browser().goto("data:,").await?;
    visit.go(address).await
}

/// Checks that no attack has run or has become markup, that the browser has stayed on the site, and that there are no
/// errors.
async fn check_unharmed(visit: &Visit) -> Outcome {
    ensure!(visit.browser().get_alert_text().await.is_err(), "a script from the address has run");
    visit.check("typeof pwned == 'undefined' && ({}).year == null && document.cookie == ''").await?;
    visit
        .check("document.querySelector('pwned, [onerror], [onload], [onclick], img[src=x], [href^=javascript], [src^=javascript]') == null")
        .await?;
    visit.check(&format!("location.origin == {:?}", visit.origin())).await?;
    visit.check_quiet().await
}

fn abridged(address: &str) -> String {
    address.chars().take(120).collect()
}
