//! Makes a mistake in the real content, and compares the reported problems with the expected problems.

use super::real;
use story::{Place, Problem};

/// Marks the place in a changed text at which the loader must report the problem.
const CARET: char = '‸';

/// Replaces the first occurrence of `replace` in a file by `with`. If `replace` is empty, appends `with` to the file.
/// Returns the new text without the caret, and the place of the caret.
pub(crate) fn change(file: &str, replace: &str, with: &str) -> (String, Option<Place>) {
    let old = real::text(file);
    let at = if replace.is_empty() { old.len() } else { old.find(replace).unwrap_or_else(|| panic!("{file} has no {replace:?}")) };
    let marked = format!("{}{with}{}", &old[..at], &old[at + replace.len()..]);
    let place = marked.find(CARET).map(|caret| place(file, &marked[..caret]));
    (marked.replace(CARET, ""), place)
}

/// Returns the place at the end of `before`, which is the text of `file` up to the place. Places in CSV files have no
/// column.
fn place(file: &str, before: &str) -> Place {
    let line = before.matches('\n').count() + 1;
    let column = before.chars().rev().take_while(|letter| *letter != '\n').count() + 1;
    Place { file: file.to_owned(), line: Some(line), column: (!file.ends_with(".csv")).then_some(column) }
}

/// Returns the place of the first occurrence of `words` in the real content of `file`.
pub(crate) fn place_of(file: &str, words: &str) -> Place {
    let text = real::text(file);
    place(file, &text[..text.find(words).unwrap_or_else(|| panic!("{file} has no {words:?}"))])
}

/// Returns the place that stands for the whole of `file`.
pub(crate) fn whole(file: &str) -> Place {
    Place { file: file.to_owned(), line: None, column: None }
}

/// Asserts that the change gives exactly one problem, at the caret. Its description and its remedy, joined by “; ”, must
/// contain `message`.
pub(crate) fn check(file: &str, replace: &str, with: &str, message: &str) {
    let (text, place) = change(file, replace, with);
    expect(&real::problems(&real::with(file, text)), &[(place.expect("the caret says where"), message)]);
}

/// Asserts that the change gives exactly one problem, at `place`. Its description and its remedy, joined by “; ”, must
/// contain `message`.
pub(crate) fn check_at(file: &str, replace: &str, with: &str, place: Place, message: &str) {
    let (text, _) = change(file, replace, with);
    expect(&real::problems(&real::with(file, text)), &[(place, message)]);
}

/// Asserts that the change gives no problem.
pub(crate) fn check_sound(file: &str, replace: &str, with: &str) {
    let (text, _) = change(file, replace, with);
    expect(&real::problems(&real::with(file, text)), &[]);
}

/// Asserts that `found` has exactly the problems `expected`, in this order. An expected problem is a place and a part of
/// the description and the remedy, joined by “; ”. Every problem must have a remedy.
pub(crate) fn expect(found: &[Problem], expected: &[(Place, &str)]) {
    let all_match = found.len() == expected.len()
        && found.iter().zip(expected).all(|(problem, (place, message))| {
            problem.place == *place && !problem.mend.is_empty() && format!("{}; {}", problem.what, problem.mend).contains(message)
        });
    assert!(all_match, "expected {expected:#?}\nfound {} in all, the first: {:#?}", found.len(), &found[..found.len().min(5)]);
}
