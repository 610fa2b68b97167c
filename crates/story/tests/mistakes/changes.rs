//! Makes one mistake in the real content and holds what is said against what is expected.

use super::real;
use story::{Place, Problem};

/// Stands where the loader has to point.
const CARET: char = '‸';

/// One change of one file: the first `replace` in it becomes `with`; an empty `replace` is the end of the file.
/// Returns the new text, and the place of the caret in it.
pub(crate) fn change(file: &str, replace: &str, with: &str) -> (String, Option<Place>) {
    let old = real::text(file);
    let at = if replace.is_empty() { old.len() } else { old.find(replace).unwrap_or_else(|| panic!("{file} has no {replace:?}")) };
    let marked = format!("{}{with}{}", &old[..at], &old[at + replace.len()..]);
    let place = marked.find(CARET).map(|caret| place(file, &marked[..caret]));
    (marked.replace(CARET, ""), place)
}

/// The place at the end of `before`, which is the beginning of `file`. Tables have lines only.
fn place(file: &str, before: &str) -> Place {
    let line = before.matches('\n').count() + 1;
    let column = before.chars().rev().take_while(|letter| *letter != '\n').count() + 1;
    Place { file: file.to_owned(), line: Some(line), column: (!file.ends_with(".csv")).then_some(column) }
}

/// The place of the first `words` in the real `file`.
pub(crate) fn place_of(file: &str, words: &str) -> Place {
    let text = real::text(file);
    place(file, &text[..text.find(words).unwrap_or_else(|| panic!("{file} has no {words:?}"))])
}

/// The whole of `file` as a place.
pub(crate) fn whole(file: &str) -> Place {
    Place { file: file.to_owned(), line: None, column: None }
}

/// The change gives one problem, which stands at the caret and says `says` in what is wrong or how to mend it.
pub(crate) fn check(file: &str, replace: &str, with: &str, says: &str) {
    let (text, place) = change(file, replace, with);
    expect(&real::problems(&real::with(file, text)), &[(place.expect("the caret says where"), says)]);
}

/// The change gives one problem, which stands at `place` and says `says`.
pub(crate) fn check_at(file: &str, replace: &str, with: &str, place: Place, says: &str) {
    let (text, _) = change(file, replace, with);
    expect(&real::problems(&real::with(file, text)), &[(place, says)]);
}

/// The change is no mistake.
pub(crate) fn check_sound(file: &str, replace: &str, with: &str) {
    let (text, _) = change(file, replace, with);
    expect(&real::problems(&real::with(file, text)), &[]);
}

/// Holds `found` against the places and words expected; every problem says how to mend it.
pub(crate) fn expect(found: &[Problem], expected: &[(Place, &str)]) {
    let agree = found.len() == expected.len()
        && found.iter().zip(expected).all(|(problem, (place, says))| {
            problem.place == *place && !problem.mend.is_empty() && format!("{}; {}", problem.what, problem.mend).contains(says)
        });
    assert!(agree, "expected {expected:#?}\nfound {} in all, the first: {:#?}", found.len(), &found[..found.len().min(5)]);
}
