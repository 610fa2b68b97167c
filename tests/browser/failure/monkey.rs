//! A monkey test. It presses, chooses and types at random. In Chromium, the processor is slowed down. The page must
//! have no errors, and its address must restore the same state.
//!
//! By default, the test uses a fixed seed. `EXPLAINER_MONKEY_SEED` sets another seed, or a random one with the value
//! `random`. `EXPLAINER_MONKEY_STEPS` sets the number of steps.

use anyhow::{Context, ensure};
use std::{env, sync::Arc};
use tests::{
    engine::{Engine, Family},
    suite::{Outcome, Test},
    tests,
    visit::Visit,
};

pub(super) const TESTS: &[Test] = tests![a_monkey_on_a_slow_computer];

/// The default number of steps. It is enough to use most kinds of controls.
const STEPS: usize = 150;
/// The default seed.
const KEPT_SEED: u64 = 1_622_503_976_552_363_410;
/// The factor by which Chromium's processor is slowed down.
const SLOWDOWN: u32 = 8;

async fn a_monkey_on_a_slow_computer(engine: Arc<Engine>) -> Outcome {
    let seed = match env::var("EXPLAINER_MONKEY_SEED") {
        Ok(seed) if seed == "random" => fastrand::u64(..),
        Ok(seed) => seed.parse().with_context(|| format!("EXPLAINER_MONKEY_SEED is {seed}; give a number or `random`"))?,
        Err(_) => KEPT_SEED,
    };
    let steps =
        env::var("EXPLAINER_MONKEY_STEPS").map_or(Ok(STEPS), |steps| steps.parse()).context("EXPLAINER_MONKEY_STEPS is not a number")?;
    println!("EXPLAINER_MONKEY_SEED={seed} EXPLAINER_MONKEY_STEPS={steps}");
    let mut done = Vec::new();
    let outcome = play(&engine, fastrand::Rng::with_seed(seed), steps, &mut done).await;
    outcome.with_context(|| {
        format!(
            "EXPLAINER_MONKEY_SEED={seed}, after {} steps, the last of them {:#?}",
            done.len(),
            done.iter().rev().take(5).collect::<Vec<_>>()
        )
    })
}

async fn play(engine: &Engine, mut rng: fastrand::Rng, steps: usize, done: &mut Vec<String>) -> Outcome {
    let visit = Visit::live(engine, "/").await?;
    // Only Chromium can be slowed down.
    if engine.family() == Family::Chromium {
        slow_down(&visit).await?;
    }
    visit.browser().execute(WATCH, []).await?;
    let time_origin = visit.look("performance.timeOrigin").await?;
    for _ in 0..steps {
        let [which, how] = [rng.f64(), rng.f64()];
        done.push(visit.read(&format!("({STEP})({which}, {how})")).await?);
    }
    // Popovers and dialogs are closed, because the address does not contain them.
    visit.look("document.querySelectorAll(':popover-open').forEach(popover => popover.hidePopover()), document.querySelector('dialog[open]')?.close()").await?;
    visit.check("wrong.length == 0").await.with_context(|| format!("a step has caused an error: {:?}", done.last()))?;
    visit.check_quiet().await?;
    ensure!(visit.look("performance.timeOrigin").await? == time_origin, "the page was loaded again");
    visit.check("document.documentElement.dataset.app == 'live'").await?;

    // The address restores the same state after a reload.
    let state = visit.read(STATE).await?;
    visit.browser().refresh().await?;
    visit.until_live().await?;
    let same = visit.until(&format!("{STATE} == {state:?}")).await;
    if same.is_err() {
        let again = visit.read(STATE).await?;
        let differences: Vec<_> = state.lines().zip(again.lines()).filter(|(left, found)| left != found).collect();
        anyhow::bail!("at {} the link shows something else: {differences:#?}", visit.address().await?);
    }
    Ok(())
}

async fn slow_down(visit: &Visit) -> Outcome {
    let rate = serde_json::json!({ "rate": SLOWDOWN });
    visit.browser().cdp().send_raw("Emulation.setCPUThrottlingRate", rate).await?;
    Ok(())
}

const WATCH: &str = "window.wrong = []; addEventListener('error', event => wrong.push(event.message)); \
    addEventListener('unhandledrejection', event => wrong.push(String(event.reason)))";

/// An expression for the state that the address restores: the open cards, the choices, and the status messages outside
/// of dialogs.
const STATE: &str = "[...document.querySelectorAll('details[id], input:not([name=guess], [name=country], [type=search]), select')]\
    .map(e => (e.id || e.name + '=' + e.value) + ':' + (e.open ?? (e.type == 'radio' || e.type == 'checkbox' ? e.checked : ''))).join('\\n') \
    + [...document.querySelectorAll('[role=status]:not(dialog *)')].map(e => '\\n' + e.textContent).join('')";

/// A JavaScript function that takes one step, and returns a description of the step. `which` selects one of the visible
/// controls, and `how` selects the action. Both are at least 0 and less than 1.
const STEP: &str = "(which, how) => { \
    const around = document.querySelector('dialog[open]') ?? document; \
    const controls = [...around.querySelectorAll('summary, button, input, select, a[href^=\"#\"], label')].filter(e => e.checkVisibility({ visibilityProperty: true })); \
    const one = controls[Math.floor(which * controls.length)]; \
    if (one.matches('select')) { one.selectedIndex = Math.floor(how * one.options.length); one.dispatchEvent(new Event('change', { bubbles: true })); } \
    else if (one.matches('input:not([type=radio], [type=checkbox])')) { \
        const numbers = ['', '2004', '1066', '-1', '9e9']; \
        const words = one.type == 'number' ? numbers : [...numbers, 'Japan (JPN)', 'CHN', '日本', '<b>', ' '.repeat(999)]; \
        one.value = words[Math.floor(how * words.length)]; \
        for (const name of ['input', 'change']) one.dispatchEvent(new Event(name, { bubbles: true })); \
    } else if (how < 0.1) { one.focus(); for (const key of ['Home', 'End', 'Tab', 'Escape']) one.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })); } \
    else one.click(); \
    return one.outerHTML.slice(0, 90) + ' ' + how; }";
