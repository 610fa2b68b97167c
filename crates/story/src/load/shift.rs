//! Reads the content of the part about what changed: the compared aspects, the facts that did not change, the years,
//! and the stages beside the drawing of Japan's role.

use super::{
    context::Context,
    entry::Entry,
    files::Files,
    localized::{Ids, Words},
    markdown::marked_text,
    missing_source::{cited, require_source_in_text},
    problem::{Place, Problems},
    table,
};
use crate::model::{Aspect, Inline, Shift, Stage, Unchanged, Year, plain};

/// Reads `shift.toml` and its texts in `language`. The years must be consecutive.
pub(crate) fn shift(files: &Files, language: &str, context: &mut Context, problems: &mut Problems) -> Shift {
    let mut words = Words::toml(files, language, "shift", problems);
    let mut shift = Shift::default();
    let (mut aspects, mut unchanged) = (Ids::default(), Ids::default());
    let mut stages: Vec<(i16, Place)> = Vec::new();
    for (kind, mut entry) in table::toml(files, "shift.toml", problems) {
        match kind.as_str() {
            "aspect" => {
                let id = aspects.take(&mut entry, "id", problems);
                let localized = words.take(&format!("aspect.{id}"), &entry.place, problems);
                shift.aspects.push(aspect(id, &mut entry, localized, context, problems));
            }
            "unchanged" => {
                let id = unchanged.take(&mut entry, "id", problems);
                let since = entry.list("since", problems);
                let mut localized = words.take(&format!("unchanged.{id}"), &entry.place, problems);
                shift.unchanged.push(Unchanged {
                    id,
                    label: localized.text("label", problems),
                    text: localized.text("text", problems),
                    since: since.into_iter().filter_map(|(text, place)| super::entry::date(&text, place, problems)).collect(),
                    sources: cited(&mut entry, "sources", context, problems),
                });
                localized.finish(problems);
            }
            "stage" => {
                let place = entry.place_of("year");
                let year = entry.number("year", 0, problems);
                let localized = words.take(&format!("stage.{year}"), &entry.place, problems);
                shift.stages.push(stage(year, &mut entry, localized, context, problems));
                stages.push((year, place));
            }
            "year" => {
                let expected = shift.years.last().map(|last: &Year| last.year.saturating_add(1));
                let place = entry.place_of("year");
                let year = entry.number("year", expected.unwrap_or_default(), problems);
                if expected.is_some_and(|expected| year != expected) {
                    problems.add(place, format!("the year {year} does not follow the one before it"), "give each year once, in order");
                }
                let mut localized = words.take(&format!("year.{year}"), &entry.place, problems);
                let sources = cited(&mut entry, "sources", context, problems);
                shift.years.push(Year { year, text: localized.text("text", problems), sources });
                localized.finish(problems);
            }
            other => {
                problems.add(entry.place, format!("[[{other}]] is not known here"), "write aspect, unchanged, stage or year");
                continue;
            }
        }
        entry.finish(problems);
    }
    words.finish(problems);
    if problems.is_read("shift.toml") {
        require_years(&shift, stages, problems);
    }
    shift
}

fn aspect(id: String, entry: &mut Entry, mut localized: Entry, context: &mut Context, problems: &mut Problems) -> Aspect {
    let is_same = entry.flag("same", problems);
    let [before, after] = ["before", "after"].map(|field| {
        let place = localized.place_of(field);
        let text = marked_text(&mut localized, field, context, problems);
        require_marks(&text, is_same, &place, problems);
        text
    });
    let aspect = Aspect {
        id,
        label: localized.text("label", problems),
        before,
        after,
        is_same,
        before_sources: cited(entry, "before_sources", context, problems),
        after_sources: cited(entry, "after_sources", context, problems),
    };
    localized.finish(problems);
    aspect
}

/// Checks that a text marks words as changed if and only if `is_same` is false. Also reports a `**` that marks nothing.
fn require_marks(text: &[Inline], is_same: bool, place: &Place, problems: &mut Problems) {
    let marks = text.iter().any(|piece| matches!(piece, Inline::Strong(_)));
    if plain(text).contains("**") {
        problems.add(
            place.clone(),
            "a “**” in this text marks nothing",
            "put the ** next to a letter, not next to a bracket or punctuation",
        );
    } else if is_same && marks {
        problems.add(
            place.clone(),
            "this text marks words as changed, but shift.toml has `same = true`",
            "take the ** out, or take `same` out of shift.toml",
        );
    } else if !is_same && !marks && !text.is_empty() {
        problems.add(place.clone(), "nothing in this text is marked as changed", "write the words that changed as **words**");
    }
}

fn stage(year: i16, entry: &mut Entry, mut localized: Entry, context: &mut Context, problems: &mut Problems) -> Stage {
    let place = localized.place_of("text");
    let text = marked_text(&mut localized, "text", context, problems);
    require_source_in_text(&text, place, problems);
    localized.finish(problems);
    Stage { year, onward: entry.flag("onward", problems), text }
}

/// Checks that each stage begins in a year of the drawing, and that the stages are in order of their years.
fn require_years(shift: &Shift, stages: Vec<(i16, Place)>, problems: &mut Problems) {
    let mut last = None;
    for (year, place) in stages {
        if !shift.years.iter().any(|known| known.year == year) {
            problems.add(place, format!("{year} is not one of the years below"), "write a year that has a [[year]]");
        } else if last.is_some_and(|last| year <= last) {
            problems.add(
                place,
                format!("the stage of {year} does not come after the one before it"),
                "give the stages in order, each once",
            );
        }
        last = Some(year);
    }
}
