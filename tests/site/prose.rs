//! Checks that the pages have the whole running text of the opening and of each part.

use crate::page::{all, by_id, check_cites, check_says, edition, name, plain, root, within};
use scraper::ElementRef;
use story::{Block, DECISION, Inline, Prose, vocabulary::Part};

/// Returns the ids and texts of the parts, in the order of [`Part::all`].
pub(crate) fn parts() -> impl Iterator<Item = (&'static str, &'static Prose)> {
    Part::all().map(|part| (part.id(), edition().texts.part(part)))
}

#[test]
fn every_part_says_all_its_text() {
    for (id, prose) in parts() {
        check_blocks(by_id(id), &prose.introduction);
        check_sections(prose);
    }
}

#[test]
fn the_opening_says_all_its_text() {
    let texts = &edition().texts;
    check_says(by_id("opening"), texts.lead.introduction.iter().flat_map(words));
    // The headings are not checked, because the section with the credit of the picture has none on the page. The
    // section about the decision is not in the story. It is on the pages of parts and recorded votes.
    texts
        .lead
        .sections
        .iter()
        .filter(|section| section.id != DECISION)
        .for_each(|section| check_blocks(by_id(&section.id), &section.blocks));
}

#[test]
fn the_head_describes_the_page() {
    let lead = &edition().texts.lead;
    let content = |selector: &str| within(root(), selector).next().and_then(|meta| meta.attr("content"));
    assert_eq!(content("meta[name='description']"), Some(&*lead.description));
    assert_eq!(content("meta[property='og:title']"), Some(&*lead.title));
    assert_eq!(root().attr("lang"), Some(&*edition().language));
}

#[track_caller]
fn check_sections(prose: &Prose) {
    for section in &prose.sections {
        check_says(by_id(&section.id), [plain(&section.title)]);
        check_blocks(by_id(&section.id), &section.blocks);
    }
}

/// Checks that `element` contains the text and the citations of `blocks`.
#[track_caller]
fn check_blocks(element: ElementRef<'_>, blocks: &[Block]) {
    check_says(element, blocks.iter().flat_map(words));
    check_cites(element, &blocks.iter().flat_map(cited_in).collect::<Vec<_>>());
}

/// Returns the text of each paragraph and heading in `block`, including those in quotations and lists.
pub(crate) fn words(block: &Block) -> Vec<String> {
    paragraphs(block).into_iter().map(plain).collect()
}

/// Returns the numbers of all sources that `block` cites.
pub(crate) fn cited_in(block: &Block) -> Vec<usize> {
    paragraphs(block).into_iter().flat_map(cited).collect()
}

fn paragraphs(block: &Block) -> Vec<&[Inline]> {
    match block {
        Block::Paragraph(text) | Block::Heading(text) => vec![text],
        Block::Quote(blocks) => blocks.iter().flat_map(paragraphs).collect(),
        Block::List { items, .. } => items.iter().flatten().flat_map(paragraphs).collect(),
    }
}

/// Returns the numbers of all sources that `text` cites.
pub(crate) fn cited(text: &[Inline]) -> Vec<usize> {
    text.iter()
        .flat_map(|piece| match piece {
            Inline::Text(_) => Vec::new(),
            Inline::Cite(numbers) => numbers.clone(),
            Inline::Emphasis(text) | Inline::Strong(text) => cited(text),
            Inline::Term { text, .. }
            | Inline::Foreign { text, .. }
            | Inline::Date { text, .. }
            | Inline::Ruby { text, .. }
            | Inline::Link { text, .. } => cited(text),
        })
        .collect()
}

#[test]
fn no_mark_is_left_in_the_text() {
    for written in all("body *").filter(|element| !matches!(element.value().name(), "script" | "style" | "code" | "textarea")) {
        let own = written.children().filter_map(|node| node.value().as_text());
        for text in own {
            assert!(!text.contains("](") && !text.contains("[@"), "{} shows a mark of Markdown: {}", name(written), &**text);
        }
    }
}
