//! Checks that the entries and texts that need a source have one.

use super::{
    context::Context,
    entry::Entry,
    problem::{Place, Problems},
};
use crate::model::{Block, Inline};

const CITE: &str = "cite one as [@key]";

/// Takes the list of source keys in `field` and returns the numbers of the sources. A missing or empty list is a
/// problem.
pub(crate) fn cited(entry: &mut Entry, field: &str, context: &mut Context, problems: &mut Problems) -> Vec<usize> {
    let (place, before) = (entry.place_of(field), problems.len());
    let keys = entry.list(field, problems);
    if keys.is_empty() && problems.len() == before {
        problems.add(place, "this has no source", format!("name at least one source in `{field}`"));
    }
    let mut numbers: Vec<usize> = keys.iter().filter_map(|(key, place)| context.cite(key, place, problems)).collect();
    numbers.sort_unstable();
    numbers.dedup();
    numbers
}

/// Checks that a section cites a source. `name` is the name of the text to which the section belongs, such as `why`.
/// Some texts have sections that only explain the page itself. The sections of these texts need no sources.
pub(crate) fn require_source_in_section(blocks: &[Block], place: &Place, name: &str, problems: &mut Problems) {
    const ABOUT_THE_PAGE: [&str; 5] = ["about", "sources", "glossary", "timeline", "article"];
    if !blocks.is_empty() && !ABOUT_THE_PAGE.contains(&name) && !cites(blocks) {
        problems.add(place.clone(), "this section states something without a source", CITE);
    }
}

/// Checks that a text cites a source, unless the text is empty.
pub(crate) fn require_source_in_text(text: &[Inline], place: Place, problems: &mut Problems) {
    if !text.is_empty() && !text_cites(text) {
        problems.add(place, "this states something without a source", CITE);
    }
}

fn text_cites(text: &[Inline]) -> bool {
    text.iter().any(|piece| match piece {
        // A citation of an unknown source also counts, because the unknown source has already been reported.
        Inline::Cite(_) => true,
        Inline::Emphasis(text) | Inline::Strong(text) => text_cites(text),
        Inline::Text(_)
        | Inline::Term { .. }
        | Inline::Foreign { .. }
        | Inline::Date { .. }
        | Inline::Ruby { .. }
        | Inline::Link { .. } => false,
    })
}

fn cites(blocks: &[Block]) -> bool {
    blocks.iter().any(|block| match block {
        Block::Paragraph(text) | Block::Heading(text) => text_cites(text),
        Block::List { items, .. } => items.iter().any(|item| cites(item)),
        Block::Quote(blocks) => cites(blocks),
    })
}
