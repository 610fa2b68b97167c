//! Checks that the texts of a language use the agreed terms. The `terms.toml` in the language's folder lists wrong
//! forms and the forms to use instead.
//!
//! ```toml
//! [[term]]
//! wrong = "拉致事件"
//! decided = "拉致問題"
//! unless = ["拉致事件捜査本部"]  # longer words in which the form is right
//! ```

use super::names;
use crate::load::{
    files::Files,
    problem::{Place, Problems},
    table,
};

/// The name of the file with the wrong forms, without its extension.
pub(super) const FILE: &str = "terms";

/// Reports each wrong form in the texts of `language`. The language need not have a `terms.toml`.
pub(super) fn check(files: &Files, language: &str, problems: &mut Problems) {
    let path = format!("{language}/{FILE}.toml");
    if files.bytes(&path).is_none() {
        return;
    }
    let mut terms = Vec::new();
    for mut entry in table::list(files, &path, "term", problems) {
        let wrong = entry.text("wrong", problems);
        let decided = entry.text("decided", problems);
        let unless: Vec<String> = entry.list("unless", problems).into_iter().map(|(word, _)| word).collect();
        entry.finish(problems);
        if !wrong.is_empty() {
            terms.push((wrong, decided, unless));
        }
    }
    for name in names(files, language) {
        let path = format!("{language}/{name}");
        let Some(text) = files.text(&path, &mut Problems::default()) else { continue };
        for (wrong, decided, unless) in &terms {
            let allowed = |at: usize| {
                unless.iter().any(|longer| {
                    let starts = longer.match_indices(wrong.as_str()).filter_map(|(inner, _)| at.checked_sub(inner));
                    starts.filter_map(|start| text.get(start..)).any(|rest| rest.starts_with(longer.as_str()))
                })
            };
            for (at, _) in text.match_indices(wrong.as_str()).filter(|(at, _)| !is_comment(text, *at) && !allowed(*at)) {
                let place = Place::offset(&path, text, at);
                let place = if name.ends_with(".csv") { Place { column: None, ..place } } else { place };
                problems.add(
                    place,
                    format!("“{wrong}” is not the form decided on"),
                    format!("write “{decided}”, or add an `unless` to {language}/{FILE}.toml"),
                );
            }
        }
    }
}

/// Returns whether the line that contains the byte at index `at` begins with `# `, as comments in the content's TOML
/// files do. A first-level heading in a Markdown file also matches.
fn is_comment(text: &str, at: usize) -> bool {
    let line = text[..at].rfind('\n').map_or(0, |newline| newline + 1);
    text[line..].starts_with("# ")
}
