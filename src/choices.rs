//! The native controls of the page that belong to no island. This module applies a reader's choice to the view, and the
//! view to the controls. Most controls have the name of a parameter of the address. [`votes`] has the controls of the
//! recorded votes.

pub(crate) mod votes;

use crate::url_sync::has;
use explainer::{
    islands::statements,
    view::{self, Depth, ViewState},
};
use vocabulary::{Thread, Vocabulary};
use web_sys::HtmlInputElement;

/// Takes the choice that `input` stands for.
pub(crate) fn take(view: &mut ViewState, input: &HtmlInputElement) {
    let value = input.value();
    let name = input.name();
    match name.as_str() {
        "depth" => view.set_depth(Depth::from_word(&value).unwrap_or_default()),
        "threads" => {
            let checked = |thread: Thread| if thread.word() == value { input.checked() } else { view.threads.contains(&thread) };
            view.threads = Thread::WORDS.iter().map(|(_, thread)| *thread).filter(|thread| checked(*thread)).collect();
        }
        "span" => view.span = view::span(&value),
        name @ ("from" | "to") => take_bound(view, input, name == "from"),
        "ruby" => view.without_ruby = input.checked(),
        "kind" => view.kind = Vocabulary::parse(&value),
        "verdict" => view.verdict = Vocabulary::parse(&value),
        "speaker" => view.speaker = Vocabulary::parse(&value),
        _ => return,
    }
    if ["kind", "verdict", "speaker"].contains(&name.as_str()) && !value.is_empty() && has(&["details#", statements::CARD].concat()) {
        view.set_open(statements::CARD, true);
    }
}

/// Takes the first or the last year of a span. An end that would come before the start takes the start with it.
fn take_bound(view: &mut ViewState, input: &HtmlInputElement, is_first: bool) {
    let Some(bounds) = bounds(input) else { return };
    let (from, to) = view.span.unwrap_or(bounds);
    let span = match input.value().parse().ok().map(|year: i16| year.clamp(bounds.0, bounds.1)) {
        None => (from, to),
        Some(year) if is_first => (year, to.max(year)),
        Some(year) => (from.min(year), year),
    };
    view.span = (span != bounds).then_some(span);
    // If that changes nothing, nothing is shown anew, and the field would keep what was typed.
    show(view, input);
}

/// The first and the last year that there are.
fn bounds(input: &HtmlInputElement) -> Option<(i16, i16)> {
    Some((input.min().parse().ok()?, input.max().parse().ok()?))
}

/// Brings `input` into the state of `view`; what is so already is left alone.
pub(crate) fn show(view: &ViewState, input: &HtmlInputElement) {
    let value = input.value();
    let same = |word: Option<&'static str>| word.unwrap_or_default() == value;
    let checked = match input.name().as_str() {
        "depth" => view.depth.word() == value,
        "threads" => Thread::parse(&value).is_some_and(|thread| view.threads.contains(&thread)),
        "body" => view.bodies.iter().any(|body| body.word() == value),
        "span" => view::span(&value) == view.span,
        "ruby" => view.without_ruby,
        "kind" => same(view.kind.map(Vocabulary::word)),
        "verdict" => same(view.verdict.map(Vocabulary::word)),
        "speaker" => same(view.speaker.map(Vocabulary::word)),
        name @ ("from" | "to") => {
            if let Some((from, to)) = view.span.or_else(|| bounds(input)) {
                let year = if name == "from" { from } else { to }.to_string();
                if year != value {
                    input.set_value(&year);
                }
            }
            return;
        }
        _ => return,
    };
    if input.checked() != checked {
        input.set_checked(checked);
    }
}
