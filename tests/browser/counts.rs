//! Tests the figure of the counts: the choice of a count changes the sum, the people and the panel.

use crate::reader::{check_address, choose_answer, edition};
use anyhow::ensure;
use std::sync::Arc;
use story::{Count, plain, vocabulary::Vocabulary};
use tests::{
    conditions::large_text,
    engine::{Engine, Script},
    server::{Fault, Gate, Server},
    suite::{Outcome, Test},
    tests,
    visit::Visit,
};
use thirtyfour::prelude::*;

pub(crate) const TESTS: &[Test] = tests![
    every_figure_can_be_chosen_and_linked,
    the_sum_and_the_people_follow unless large_text,
    the_panel_says_what_is_known,
    keys_move_through_the_figures,
    a_choice_never_moves_the_page,
    the_lists_are_at_one_scale,
    it_works_without_script,
    a_figure_chosen_early_takes_effect,
    unknown_figures_are_ignored,
    nothing_sticks_out_on_the_narrowest_screen,
];

/// Returns the counts that can be chosen. The first one is shown by default.
fn offered() -> Vec<&'static Count> {
    edition().counts.iter().filter(|count| count.choice.is_some()).collect()
}

fn button(id: &str) -> String {
    format!("input[name='count'][value='{id}']")
}

async fn choose(visit: &Visit, id: &str) -> Outcome {
    choose_answer(visit, "count", id).await
}

/// Waits until the count with this id is chosen, and only its total and its panel are visible.
async fn check_chosen(visit: &Visit, id: &str) -> Outcome {
    visit.until(&format!("document.querySelector({:?}).checked", button(id))).await?;
    for what in [".totals > *", ".panel"] {
        let seen = format!(
            "[...document.querySelectorAll('.numbers {what}')].filter(e => e.checkVisibility({{ visibilityProperty: true }})).map(e => e.dataset.count).join()"
        );
        visit.until(&format!("{seen} == {id:?}")).await?;
    }
    Ok(())
}

async fn every_figure_can_be_chosen_and_linked(engine: Arc<Engine>) -> Outcome {
    let visit = Visit::live(&engine, "/abductions/").await?;
    let offered = offered();
    ensure!(offered.len() > 1, "there is nothing to choose from");
    check_chosen(&visit, &offered[0].id).await?;
    for count in offered.iter().skip(1) {
        choose(&visit, &count.id).await?;
        check_chosen(&visit, &count.id).await?;
        check_address(&visit, &format!("/abductions/?count={}", count.id)).await?;
    }
    choose(&visit, &offered[0].id).await?;
    check_address(&visit, "/abductions/").await?;
    let last = &offered[offered.len() - 1].id;
    // The address selects the same count in another browser.
    let other = Visit::live(&engine, &format!("/abductions/?count={last}")).await?;
    check_chosen(&other, last).await?;
    other.check_quiet().await?;
    visit.check_quiet().await
}

/// An expression for the sum in the figure: the visible signs and the sizes of the counted groups, from left to right.
const SUM: &str = "(() => { \
    const seen = e => getComputedStyle(e).visibility == 'visible'; \
    const at = e => e.getBoundingClientRect().left; \
    const parts = [...document.querySelectorAll('.numbers .sign, .numbers .group')] \
        .filter(e => e.matches('.sign') ? seen(e) : ![...e.querySelectorAll('.aside')].some(seen)); \
    return parts.sort((a, b) => at(a) - at(b)).map(e => e.matches('.sign') ? e.textContent : e.querySelector('b').textContent).join(' '); })()";

async fn the_sum_and_the_people_follow(engine: Arc<Engine>) -> Outcome {
    let visit = Visit::live(&engine, "/abductions/").await?;
    for count in offered() {
        choose(&visit, &count.id).await?;
        check_chosen(&visit, &count.id).await?;
        let parts: Vec<u32> =
            count.groups.iter().map(|fate| edition().people.iter().filter(|one| one.fate == *fate).count() as u32).collect();
        if !parts.is_empty() {
            ensure!(parts.iter().sum::<u32>() == count.value, "{} is not the sum of its groups", count.id);
        }
        let parts: Vec<String> = parts.iter().map(ToString::to_string).collect();
        let sum = if parts.len() > 1 { format!("= {}", parts.join(" + ")) } else { parts.join("") };
        visit.until(&format!("{SUM} == {sum:?}")).await?;
        // With every choice, the figure has a dot for every person. Each group that is not counted has a line that
        // states this.
        visit.check(&format!("document.querySelectorAll('.numbers .dots circle').length == {}", edition().people.len())).await?;
        let aside = "[...document.querySelectorAll('.numbers .group')].filter(e => [...e.querySelectorAll('.aside')]\
                     .some(line => line.checkVisibility({ visibilityProperty: true }) && line.textContent)).map(e => e.dataset.fate).sort().join()";
        let mut expected: Vec<&str> =
            edition().people.iter().filter(|one| !count.groups.contains(&one.fate)).map(|one| one.fate.word()).collect();
        expected.sort_unstable();
        expected.dedup();
        visit.check(&format!("{aside} == {:?}", expected.join(","))).await?;
    }
    Ok(())
}

async fn the_panel_says_what_is_known(engine: Arc<Engine>) -> Outcome {
    let visit = Visit::live(&engine, "/abductions/").await?;
    for count in offered() {
        choose(&visit, &count.id).await?;
        let description = format!(
            "document.getElementById(document.querySelector({:?}).getAttribute('aria-describedby')).textContent",
            button(&count.id)
        );
        let mut words = vec![plain(&count.means), count.says.clone(), count.value.to_string()];
        words.extend(count.caveat.as_deref().map(plain));
        for words in words {
            visit.check(&format!("{description}.includes({words:?})")).await?;
        }
        let year = count.date.map(|date| date.year.to_string()).unwrap_or_default();
        visit.check(&format!("{description}.includes({year:?})")).await?;
        let cited = format!(
            "[...document.querySelectorAll('.numbers .panel[data-count={:?}] .panel-sources a')].map(a => a.textContent).join()",
            count.id
        );
        let sources: Vec<_> = count.sources.iter().map(ToString::to_string).collect();
        visit.check(&format!("{cited} == {:?}", sources.join(","))).await?;
    }
    Ok(())
}

async fn keys_move_through_the_figures(engine: Arc<Engine>) -> Outcome {
    let visit = Visit::live(&engine, "/abductions/").await?;
    let offered = offered();
    visit.type_at(&button(&offered[0].id), Key::Right).await?;
    check_chosen(&visit, &offered[1].id).await?;
    visit.browser().action_chain().send_keys(Key::Down).perform().await?;
    check_chosen(&visit, &offered[2].id).await?;
    check_address(&visit, &format!("/abductions/?count={}", offered[2].id)).await
}

async fn a_choice_never_moves_the_page(engine: Arc<Engine>) -> Outcome {
    let visit = Visit::live(&engine, "/abductions/").await?;
    for width in [280, 320, 768, 1280] {
        visit.narrow(width).await?;
        let places = "[...document.querySelectorAll('.numbers > *, .numbers ~ *')].map(e => [e.offsetTop, e.offsetHeight]).join(';')";
        choose(&visit, &offered()[0].id).await?;
        check_chosen(&visit, &offered()[0].id).await?;
        let before = visit.read(places).await?;
        for count in offered() {
            choose(&visit, &count.id).await?;
            check_chosen(&visit, &count.id).await?;
            ensure!(visit.read(places).await? == before, "{} moves the page at {width}", count.id);
        }
    }
    Ok(())
}

async fn the_lists_are_at_one_scale(engine: Arc<Engine>) -> Outcome {
    let visit = Visit::live(&engine, "/abductions/").await?;
    let dots = "[...document.querySelectorAll('.lists li')].map(e => e.dataset.count + ' ' + [...e.querySelector('path').getAttribute('d')\
                .matchAll(/h(\\d+)/g)].reduce((sum, [, length]) => sum + (length - 1) / 6 + 1, 0)).join()";
    let lists = offered().into_iter().filter(|count| count.groups.is_empty() || count.value as usize == edition().people.len());
    let expected: Vec<String> = lists.map(|count| format!("{} {}", count.id, count.value)).collect();
    visit.check(&format!("{dots} == {:?}", expected.join(","))).await?;
    // All drawings have the same scale, except for rounding.
    let scales = "[...document.querySelectorAll('.lists svg')].map(e => e.getScreenCTM().a)";
    visit.check(&format!("[{scales}].every(all => Math.max(...all) < 1.01 * Math.min(...all))")).await?;
    // The lists overlap, and the page states this.
    let sentence = &edition().labels.abductions.numbers_overlap;
    visit.check(&format!("document.querySelector('.lists').textContent.includes({sentence:?})")).await
}

async fn it_works_without_script(engine: Arc<Engine>) -> Outcome {
    let visit = Visit::to(&engine, Script::Off, Server::start().await?).await?;
    visit.go("/abductions/").await?;
    for count in offered() {
        choose(&visit, &count.id).await?;
        check_chosen(&visit, &count.id).await?;
    }
    visit.check("document.documentElement.dataset.app == 'static'").await
}

async fn a_figure_chosen_early_takes_effect(engine: Arc<Engine>) -> Outcome {
    let wasm = Gate::closed();
    let server = Server::with_faults(&[(".wasm", Fault::Held(wasm.clone()))]).await?;
    let visit = Visit::to(&engine, Script::On, server).await?;
    visit.go("/abductions/").await?;
    let early = &offered()[1].id;
    choose(&visit, early).await?;
    check_chosen(&visit, early).await?;
    visit.check("document.documentElement.dataset.app == 'static'").await?;
    wasm.open();
    visit.until_live().await?;
    check_chosen(&visit, early).await?;
    let next = &offered()[2].id;
    choose(&visit, next).await?;
    check_chosen(&visit, next).await?;
    check_address(&visit, &format!("/abductions/?count={next}")).await
}

async fn unknown_figures_are_ignored(engine: Arc<Engine>) -> Outcome {
    let (first, second) = (&offered()[0].id, &offered()[1].id);
    let unoffered = edition().counts.iter().find(|count| count.choice.is_none()).map(|count| count.id.clone()).unwrap_or_default();
    for value in ["nonsense", "2014", "%3Cb%3E", first, &unoffered] {
        let visit = Visit::live(&engine, &format!("/abductions/?count={value}")).await?;
        check_chosen(&visit, first).await?;
        choose(&visit, second).await?;
        check_address(&visit, &format!("/abductions/?count={second}")).await?;
        visit.check_quiet().await?;
    }
    let visit = Visit::live(&engine, &format!("/abductions/?count={second}&count={first}")).await?;
    check_chosen(&visit, second).await
}

async fn nothing_sticks_out_on_the_narrowest_screen(engine: Arc<Engine>) -> Outcome {
    let visit = Visit::live(&engine, "/abductions/").await?;
    visit.narrow(280).await?;
    for count in offered() {
        choose(&visit, &count.id).await?;
        check_chosen(&visit, &count.id).await?;
        visit.check("document.querySelector('.numbers').scrollWidth <= document.querySelector('.numbers').clientWidth").await?;
    }
    Ok(())
}
