//! Tests the island "What changed": the ways to choose a year, what changes with the year, and the steps of the
//! drawing.

use crate::reader::{BEFORE_AND_AFTER, check_address, check_year, choose_year, edition, year_button, years};
use anyhow::{Context, ensure};
use std::sync::Arc;
use tests::{
    conditions::large_text,
    engine::Engine,
    suite::{Outcome, Test},
    tests,
    visit::Visit,
};
use thirtyfour::prelude::*;

pub(crate) const TESTS: &[Test] = tests![
    a_press_chooses_a_year,
    a_drag_across_the_lanes_moves_through_the_years,
    keys_move_through_the_years,
    screen_readers_hear_the_year,
    before_and_after_follow unless large_text,
    what_was_confirmed_again_follows,
    the_years_are_columns_over_their_steps unless large_text,
    the_steps_of_the_paragraph_in_view_are_marked unless large_text,
];

async fn a_press_chooses_a_year(engine: Arc<Engine>) -> Outcome {
    let visit = Visit::live(&engine, "/").await?;
    let (first, decision, last) = years();
    check_year(&visit, decision).await?;
    for year in [first, last] {
        choose_year(&visit, year).await?;
        check_year(&visit, year).await?;
        check_address(&visit, &format!("/?year={year}")).await?;
    }
    choose_year(&visit, decision).await?;
    check_address(&visit, "/").await
}

async fn a_drag_across_the_lanes_moves_through_the_years(engine: Arc<Engine>) -> Outcome {
    let visit = Visit::live(&engine, "/").await?;
    let (first, ..) = years();
    // The whole form is scrolled into view first. A drag that scrolls the page would leave the lanes.
    visit.look("document.querySelector('#shift form').scrollIntoView({ block: 'center', behavior: 'instant' })").await?;
    let label = |year: i16| format!("label:has({})", year_button(year));
    let mut drag = visit.browser().action_chain().move_to_element_center(&visit.find(&label(first)).await?).click_and_hold();
    for year in first + 1..=first + 3 {
        drag = drag.move_to_element_center(&visit.find(&label(year)).await?);
    }
    drag.perform().await?;
    check_year(&visit, first + 3).await?;
    let back = visit.browser().action_chain().move_to_element_center(&visit.find(&label(first + 2)).await?);
    back.release().move_to_element_center(&visit.find(&label(first + 1)).await?).perform().await?;
    check_year(&visit, first + 2).await?;
    check_address(&visit, &format!("/?year={}", first + 2)).await?;
    visit.check_quiet().await
}

async fn keys_move_through_the_years(engine: Arc<Engine>) -> Outcome {
    let visit = Visit::live(&engine, "/").await?;
    let (first, decision, last) = years();
    visit.type_at(&year_button(decision), Key::Left).await?;
    check_year(&visit, decision - 1).await?;
    for (key, year) in [(Key::Home, first), (Key::Right, first + 1), (Key::End, last), (Key::Left, last - 1)] {
        // The key goes to the focused element, as with a keyboard.
        visit.browser().action_chain().send_keys(key).perform().await?;
        check_year(&visit, year).await?;
        check_address(&visit, &format!("/?year={year}")).await?;
    }
    visit.check_quiet().await
}

async fn screen_readers_hear_the_year(engine: Arc<Engine>) -> Outcome {
    let visit = Visit::live(&engine, "/").await?;
    // The focus moves to the chosen year. A screen reader reads the focused element with its description.
    visit.type_at(&year_button(years().1), Key::Home).await?;
    for year in edition().shift.years.iter().take(2) {
        visit.until(&format!("document.activeElement.matches({:?})", year_button(year.year))).await?;
        let description = "document.getElementById(document.activeElement.getAttribute('aria-describedby')).textContent";
        visit.check(&format!("{description}.includes({:?})", year.text)).await?;
        visit.browser().action_chain().send_keys(Key::Right).perform().await?;
    }
    Ok(())
}

async fn before_and_after_follow(engine: Arc<Engine>) -> Outcome {
    let visit = Visit::live(&engine, "/shift/").await?;
    let (_, decision, _) = years();
    let after = visit.read(BEFORE_AND_AFTER).await?;
    let (pale, marked) = after.split_once('|').context("there are not two columns")?;
    ensure!(pale != marked, "before and after look the same: {after}");
    choose_year(&visit, decision - 1).await?;
    visit.until(&format!("{BEFORE_AND_AFTER} == {:?}", format!("{marked}|{pale}"))).await?;
    choose_year(&visit, decision + 1).await?;
    visit.until(&format!("{BEFORE_AND_AFTER} == {after:?}")).await
}

async fn what_was_confirmed_again_follows(engine: Arc<Engine>) -> Outcome {
    let visit = Visit::live(&engine, "/shift/").await?;
    let (first, _, last) = years();
    let mut since: Vec<i16> = edition().shift.unchanged.iter().flat_map(|item| &item.since).map(|date| date.year).collect();
    since.sort();
    let reached = "[...document.querySelectorAll('#shift [data-reached]')].map(e => e.textContent).sort().join()";
    for year in [first, since.first().copied().unwrap_or(first), last] {
        choose_year(&visit, year).await?;
        let expected: Vec<String> = since.iter().filter(|confirmed| **confirmed <= year).map(ToString::to_string).collect();
        visit.until(&format!("{reached} == {:?}", expected.join(","))).await?;
    }
    Ok(())
}

async fn the_years_are_columns_over_their_steps(engine: Arc<Engine>) -> Outcome {
    for path in ["/", "/shift/"] {
        let visit = Visit::live(&engine, path).await?;
        let over = "step => { const [at, year] = [step, document.querySelector(`#shift label:has([value='${step.dataset.at}'])`)]\
                        .map(element => element.getBoundingClientRect()); \
                    return year.left <= at.left && at.right <= year.right && year.top <= at.top && at.bottom <= year.bottom }";
        visit.check(&format!("[...document.querySelectorAll('.steps [data-at]')].every({over})")).await?;
        // The panel of the year is directly below the drawing.
        let (_, decision, _) = years();
        visit
            .check(&format!(
                "[document.querySelector('#shift form'), document.querySelector('#panel-{decision}')]\
                     .map(element => element.getBoundingClientRect()).every((at, nth, all) => all[1].top - all[0].bottom < 40)"
            ))
            .await?;
    }
    Ok(())
}

async fn the_steps_of_the_paragraph_in_view_are_marked(engine: Arc<Engine>) -> Outcome {
    let visit = Visit::live(&engine, "/shift/").await?;
    let marked = "[...new Set([...document.querySelectorAll('.steps [data-told]')].map(step => step.dataset.at))].sort().join()";
    visit.until(&format!("{marked} == ''")).await?;
    let last = years().2;
    for (nth, stage) in edition().shift.stages.iter().enumerate() {
        let reading = format!(
            "[document.querySelectorAll('.stages p')[{nth}].getBoundingClientRect()]\
                 .map(at => scrollBy({{ top: (at.top + at.bottom) / 2 - innerHeight * 0.45, behavior: 'instant' }})) && null"
        );
        visit.look(&reading).await?;
        let expected: Vec<String> = (stage.year..=if stage.onward { last } else { stage.year }).map(|year| year.to_string()).collect();
        visit.until(&format!("{marked} == {:?}", expected.join(","))).await?;
        let in_view =
            "[document.querySelector('.stair-columns').getBoundingClientRect()].every(at => at.top >= 0 && at.bottom <= innerHeight)";
        visit.check(in_view).await?;
    }
    visit.check_quiet().await
}
