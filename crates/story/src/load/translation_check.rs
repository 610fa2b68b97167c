//! Compares a language's texts with those of the first language. Reports texts that are missing, have no original, are
//! not translated, cite other sources or have other numbers.
//!
//! A text is a field, a heading, a paragraph or an item of a list. The module `pieces` defines the names of texts. The
//! language's `exceptions.toml` lists the allowed exceptions, with a reason for each.

pub(crate) mod pieces;
mod read_numbers;
mod wording;

use super::{
    files::Files,
    problem::{Place, Problems},
    table,
};
use pieces::Piece;
use std::collections::{BTreeMap, BTreeSet};

/// The name of the file with the exceptions, without its extension.
const EXCEPTIONS: &str = "exceptions";

/// Compares the texts of `language` with those of `first`. Also checks that the texts of `language` use the agreed
/// terms.
pub(crate) fn compare(files: &Files, first: &str, language: &str, problems: &mut Problems) {
    wording::check(files, language, problems);
    if first == language {
        return;
    }
    let mut excused = exceptions(files, language, problems);
    for name in names(files, first) {
        let (path, first_path) = (format!("{language}/{name}"), format!("{first}/{name}"));
        if files.bytes(&path).is_none() || !problems.is_read(&path) || !problems.is_read(&first_path) {
            // These texts are not compared, so it is unknown whether their exceptions are needed.
            let file = name.split_once('.').map_or(name, |(stem, _)| stem);
            excused.retain(|text, _| text.split('/').next() != Some(file));
            continue;
        }
        let [mut originals, mut translations] = [&first_path, &path].map(|path| pieces::read(files, path));
        for section in divided_differently(&originals, &translations, &first_path, problems) {
            let is_elsewhere = |piece: &Piece| piece.section() != Some(&section);
            originals.retain(is_elsewhere);
            translations.retain(is_elsewhere);
            excused.retain(|name, _| !name.starts_with(&format!("{section}/")));
        }
        let mut translations: BTreeMap<String, Piece> = translations.into_iter().map(|piece| (piece.name.clone(), piece)).collect();
        for original in &originals {
            match translations.remove(&original.name) {
                Some(translation) => compare_texts(original, &translation, excused.get_mut(&original.name), problems),
                None => {
                    excused.remove(&original.name);
                    report_missing(original, &path, problems);
                }
            }
        }
        for translation in translations.into_values() {
            if is_reported(&path, &translation, problems) {
                continue;
            }
            let what = format!("“{}” has no original in {first_path}", translation.name);
            problems.add(translation.place, what, "take it out, or divide the text in the same way");
        }
    }
    for excuse in excused.into_values() {
        excuse.finish(problems);
    }
}

/// Reports the sections that have more or fewer paragraphs and items than the original, and returns their names. The
/// paragraphs of such a section are not compared, because it is unknown which of them correspond.
fn divided_differently(originals: &[Piece], translations: &[Piece], first_path: &str, problems: &mut Problems) -> Vec<String> {
    let mut sections: BTreeMap<&str, [Vec<&Piece>; 2]> = BTreeMap::new();
    for (index, pieces) in [originals, translations].into_iter().enumerate() {
        for piece in pieces {
            if let Some(section) = piece.section() {
                sections.entry(section).or_default()[index].push(piece);
            }
        }
    }
    let mut differing = Vec::new();
    for (section, [in_original, in_translation]) in sections {
        // If only one of the two files has the section, the caller reports its texts.
        let (Some(first), false) = (in_translation.first(), in_original.is_empty()) else { continue };
        if in_original.len() != in_translation.len() {
            let what =
                format!("“{section}” has {} paragraphs and items here, and {} in {first_path}", in_translation.len(), in_original.len());
            problems.add(
                first.place.clone(),
                what,
                "translate what was added there, take out what was removed there, and divide the text in the same way",
            );
            differing.push(section.to_owned());
        }
    }
    differing
}

/// Returns the names of the files in a language's folder, except the files of this check: `exceptions.toml` and
/// `terms.toml`.
pub(crate) fn names<'a>(files: &'a Files, language: &str) -> impl Iterator<Item = &'a str> {
    let own = [EXCEPTIONS, wording::FILE].map(|name| format!("{name}.toml"));
    let folder = format!("{language}/");
    files.paths().filter_map(move |path| path.strip_prefix(&folder)).filter(move |name| !own.iter().any(|own| own == name))
}

/// Reports a text that only the first language has, unless a problem about it has already been reported.
fn report_missing(original: &Piece, path: &str, problems: &mut Problems) {
    if !is_reported(path, original, problems) {
        let what = format!("“{}” is missing ({}, {})", original.name, original.place.file, original.place);
        problems.add(Place::file(path), what, "translate it, and divide the text in the same way");
    }
}

/// Returns whether a problem about the entry or the field of `piece` in the file at `path` has already been reported.
fn is_reported(path: &str, piece: &Piece, problems: &Problems) -> bool {
    let parts = piece.name.split('/').skip(1);
    let words: Vec<String> = parts.flat_map(|part| [format!("`{part}`"), format!("“{part}”")]).collect();
    problems.iter().any(|problem| problem.place.file == path && words.iter().any(|word| problem.what.contains(word.as_str())))
}

fn compare_texts(original: &Piece, translation: &Piece, mut excuse: Option<&mut Exception>, problems: &mut Problems) {
    let hint = format!("if this difference is right, give the reason in {EXCEPTIONS}.toml at “{}”", translation.name);
    let origin = format!("{}, {}", original.place.file, original.place);
    if translation.text == original.text {
        let excused = excuse.as_mut().is_some_and(|excuse| excuse.use_same());
        if !excused && pieces::has_words(&translation.text) {
            let start: String = translation.text.chars().take(60).collect();
            problems.add(translation.place.clone(), format!("this is not translated: “{start}”"), format!("translate it; {hint}"));
        }
        return;
    }
    let (in_original, in_translation) = (pieces::cited(&original.text), pieces::cited(&translation.text));
    for key in in_original.symmetric_difference(&in_translation) {
        if excuse.as_mut().is_some_and(|excuse| excuse.take("sources", key)) {
            continue;
        }
        let what = if in_original.contains(key) {
            format!("the source “{key}” is cited in the original of this and not here ({origin})")
        } else {
            format!("the source “{key}” is cited here and not in the original ({origin})")
        };
        problems.add(translation.place.clone(), what, format!("cite the same sources; {hint}"));
    }
    let read = |piece: &Piece| read_numbers::read(&pieces::without_marks(&piece.text), piece.language() == "en");
    let (in_original, in_translation) = (read(original), read(translation));
    let lost = in_original
        .written
        .difference(&in_translation.possible)
        .map(|number| (number, format!("the number {number} of the original is not here ({origin})")));
    let added = in_translation
        .written
        .difference(&in_original.possible)
        .map(|number| (number, format!("the number {number} is not in the original ({origin})")));
    for (number, what) in lost.chain(added) {
        if !excuse.as_mut().is_some_and(|excuse| excuse.take("numbers", number)) {
            problems.add(translation.place.clone(), what, format!("write the same numbers, in digits; {hint}"));
        }
    }
}

/// The allowed exceptions for one text.
#[derive(Default)]
struct Exception {
    /// The places of the exceptions in `exceptions.toml`. The key is the list (`numbers` or `sources`) and the item.
    items: BTreeMap<(&'static str, String), Place>,
    /// The place of `same = true`, which allows the text to be the same in both languages.
    same: Option<Place>,
}

impl Exception {
    fn take(&mut self, list: &'static str, item: &str) -> bool {
        self.items.remove(&(list, item.to_owned())).is_some()
    }

    fn use_same(&mut self) -> bool {
        self.same.take().is_some()
    }

    /// Reports the exceptions that were not needed.
    fn finish(self, problems: &mut Problems) {
        let reported: BTreeSet<Place> = self.items.into_values().chain(self.same).collect();
        for place in reported {
            problems.add(place, "this exception is no longer needed", "take it out of the exceptions");
        }
    }
}

/// Reads the exceptions of `language`, by the names of the texts. The language need not have an `exceptions.toml`.
fn exceptions(files: &Files, language: &str, problems: &mut Problems) -> BTreeMap<String, Exception> {
    let path = format!("{language}/{EXCEPTIONS}.toml");
    let mut exceptions = BTreeMap::new();
    if files.bytes(&path).is_none() {
        return exceptions;
    }
    for mut entry in table::list(files, &path, "exception", problems) {
        let (at, place) = entry.text_at("at", problems);
        entry.text("reason", problems);
        let same_place = entry.place_of("same");
        let same = entry.flag("same", problems).then_some(same_place);
        let mut items = BTreeMap::new();
        for list in ["numbers", "sources"] {
            items.extend(entry.list(list, problems).into_iter().map(|(item, place)| ((list, item), place)));
        }
        entry.finish(problems);
        if exceptions.insert(at.clone(), Exception { items, same }).is_some() {
            problems.add(place, format!("“{at}” appears here a second time"), "put both into one exception");
        }
    }
    exceptions
}
