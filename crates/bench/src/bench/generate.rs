//! Copies the content with another number of events or resolutions. The copy leaves real entries out, or repeats them
//! under new ids. The copy passes the checks of the loader, so the site can be written from it.

use anyhow::{Context, Result};
use csv::StringRecord;
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

/// The name of a table of the content, and the name of the file with its texts in each language's folder.
struct Kind {
    table: &'static str,
    words: &'static str,
}

const EVENTS: Kind = Kind { table: "events.csv", words: "events.toml" };
const RESOLUTIONS: Kind = Kind { table: "resolutions.csv", words: "resolutions.toml" };

/// A map from the ids of original entries to their ids in the copy of the content. Entries that the copy leaves out
/// have no key.
type Copies = BTreeMap<String, Vec<String>>;

/// Copies `content` to `to` with the given numbers of events and resolutions. Only the first language is published in
/// the copy. If a number is `None`, the copy has the original entries. If other files name more entries than a number
/// allows, the copy keeps all of these entries.
pub(super) fn generate(content: &Path, to: &Path, events: Option<usize>, resolutions: Option<usize>) -> Result<()> {
    copy(content, to)?;
    keep_first_language(&to.join("site.toml"))?;
    if let Some(count) = events {
        resize(to, &EVENTS, count)?;
    }
    if let Some(count) = resolutions {
        let copies = resize(to, &RESOLUTIONS, count)?;
        let votes = to.join("votes.csv");
        let (heads, rows) = read(&votes)?;
        let rows = copies.iter().flat_map(|(id, ids)| {
            let own: Vec<&StringRecord> = rows.iter().filter(|row| row.get(0) == Some(id)).collect();
            let with_id =
                |id: &str| own.iter().map(|row| std::iter::once(id).chain(row.iter().skip(1)).collect()).collect::<Vec<StringRecord>>();
            ids.iter().flat_map(|id| with_id(id)).collect::<Vec<_>>()
        });
        write(&votes, &heads, rows)?;
    }
    Ok(())
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to).with_context(|| format!("cannot make {}", to.display()))?;
    for entry in fs::read_dir(from).with_context(|| format!("cannot read {}", from.display()))? {
        let source = entry?.path();
        let target = to.join(source.file_name().unwrap_or_default());
        if source.is_dir() {
            copy(&source, &target)?;
        } else {
            fs::copy(&source, &target).with_context(|| format!("cannot copy {}", source.display()))?;
        }
    }
    Ok(())
}

/// Removes all languages but the first from `site.toml`, because the benchmark measures only pages of one language.
fn keep_first_language(file: &Path) -> Result<()> {
    let mut site: toml::Table = toml::from_str(&fs::read_to_string(file)?).with_context(|| file.display().to_string())?;
    if let Some(languages) = site.get_mut("languages").and_then(toml::Value::as_array_mut) {
        languages.truncate(1);
    }
    Ok(fs::write(file, toml::to_string(&site)?)?)
}

fn resize(content: &Path, kind: &Kind, count: usize) -> Result<Copies> {
    let table = content.join(kind.table);
    let (heads, rows) = read(&table)?;
    let ids: Vec<String> = rows.iter().filter_map(|row| row.get(0)).map(str::to_owned).collect();
    let copies = copies(&ids, &named_elsewhere(content, kind, &ids)?, count);
    let sources = heads.iter().position(|head| head == "sources").context("a table without the column `sources`")?;
    let landmark = heads.iter().position(|head| head == "landmark");
    let mut written: Vec<Vec<String>> = Vec::new();
    for row in &rows {
        for id in copies.get(&row[0]).into_iter().flatten() {
            let mut copy: Vec<String> = std::iter::once(id.as_str()).chain(row.iter().skip(1)).map(str::to_owned).collect();
            // Editors choose the landmarks of the story, so more events do not mean more landmarks.
            if let Some(landmark) = landmark.filter(|_| *id != row[0]) {
                copy[landmark].clear();
            }
            written.push(copy);
        }
    }
    // The sources of the omitted rows are added to other rows, because the loader rejects a source that nothing cites.
    let left_out = rows.iter().filter(|row| !copies.contains_key(&row[0])).flat_map(|row| row[sources].split(';'));
    for (index, source) in left_out.map(str::trim).collect::<BTreeSet<_>>().into_iter().enumerate() {
        let row = index % written.len();
        let cell = &mut written[row][sources];
        if !cell.split(';').any(|known| known.trim() == source) {
            cell.push_str("; ");
            cell.push_str(source);
        }
    }
    write(&table, &heads, written.into_iter().map(StringRecord::from))?;
    for words in text_files(content, kind)? {
        let text = fs::read_to_string(&words)?;
        let all: toml::Table = toml::from_str(&text).with_context(|| words.display().to_string())?;
        let mut new = toml::Table::new();
        for (id, entry) in &all {
            for copy in copies.get(id).into_iter().flatten() {
                let mut entry = entry.clone();
                if let Some(entry) = entry.as_table_mut().filter(|_| copy != id) {
                    // At most one resolution may have a question, so a repeated entry loses its
                    // question.
                    entry.remove("guess");
                }
                new.insert(copy.clone(), entry);
            }
        }
        fs::write(&words, toml::to_string(&new)?)?;
    }
    Ok(copies)
}

/// Chooses the entries of the copy and their ids. First takes all `needed` entries, even if there
/// are more than `count`. Then takes other entries until there are `count` entries. If the content
/// has too few entries, the copy repeats entries under new ids.
fn copies(ids: &[String], needed: &BTreeSet<String>, count: usize) -> Copies {
    let (first, others): (Vec<&String>, Vec<&String>) = ids.iter().partition(|id| needed.contains(*id));
    let spread = others.len().div_ceil(count.saturating_sub(first.len()).clamp(1, others.len().max(1)));
    let mut order: Vec<&String> = first;
    // The other entries are taken at even distances, so that a small copy has entries from the whole table.
    (0..spread).for_each(|start| order.extend(others.iter().skip(start).step_by(spread)));
    let mut copies = Copies::new();
    for index in 0..count.max(needed.len()) {
        let id = order[index % order.len()];
        let round = index / order.len();
        copies.entry(id.clone()).or_default().push(if round == 0 { id.clone() } else { format!("{id}-{round}") });
    }
    copies
}

/// Returns the ids among `ids` that occur in the content, outside the files of `kind` and outside
/// `votes.csv`. The copy must keep the entries with these ids.
fn named_elsewhere(content: &Path, kind: &Kind, ids: &[String]) -> Result<BTreeSet<String>> {
    let mut words = BTreeSet::new();
    for file in files(content)? {
        let name = file.file_name().unwrap_or_default();
        // `generate` changes `votes.csv` to match the resolutions, so a resolution that only this file names need not
        // stay.
        if name == kind.table || name == kind.words || name == "votes.csv" {
            continue;
        }
        let text = fs::read_to_string(&file)?;
        words.extend(text.split(|letter: char| !letter.is_alphanumeric() && letter != '-').map(str::to_owned));
    }
    let anchor = |id: &str| ["event-", "resolution-"].iter().any(|start| words.contains(&format!("{start}{id}")));
    Ok(ids.iter().filter(|id| words.contains(*id) || anchor(id)).cloned().collect())
}

fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() { found.extend(files(&path)?) } else { found.push(path) }
    }
    Ok(found)
}

/// Returns the paths of the files with the texts of a kind, one file for each language.
fn text_files(content: &Path, kind: &Kind) -> Result<Vec<PathBuf>> {
    Ok(files(content)?.into_iter().filter(|file| file.file_name().is_some_and(|name| name == kind.words)).collect())
}

fn read(file: &Path) -> Result<(StringRecord, Vec<StringRecord>)> {
    let mut reader = csv::Reader::from_path(file).with_context(|| format!("cannot read {}", file.display()))?;
    let heads = reader.headers()?.clone();
    let rows = reader.records().collect::<Result<_, _>>().with_context(|| file.display().to_string())?;
    Ok((heads, rows))
}

fn write(file: &Path, heads: &StringRecord, rows: impl Iterator<Item = StringRecord>) -> Result<()> {
    let mut writer = csv::Writer::from_path(file).with_context(|| format!("cannot write {}", file.display()))?;
    writer.write_record(heads)?;
    for row in rows {
        writer.write_record(&row)?;
    }
    Ok(writer.flush()?)
}

#[cfg(test)]
mod tests {
    use super::generate;
    use std::path::Path;

    /// Asserts that the loader accepts a copy of the real content with these numbers of events and resolutions.
    #[track_caller]
    fn check(events: usize, resolutions: usize) {
        let content = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../content"));
        let to = tempfile::tempdir().expect("a folder");
        generate(content, to.path(), Some(events), Some(resolutions)).expect("the copy");
        let story = story::load(to.path()).unwrap_or_else(|problems| panic!("{problems}"));
        for edition in &story.editions {
            assert_eq!((edition.events.len(), edition.resolutions.len()), (events, resolutions));
        }
    }

    #[test]
    fn copies_of_the_content_are_sound() {
        check(20, 16);
        check(200, 160);
    }
}
