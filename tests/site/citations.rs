//! Checks that citations link to their sources, and that each source links back to the elements that cite it.

use crate::{
    page::{all, by_id, check_cites, check_says, edition, one_line, text, within},
    prose::{cited, cited_in, parts},
};
use std::collections::BTreeSet;
use story::{DECISION, Inline, Prose};

#[test]
fn every_source_can_be_found_and_opened() {
    for source in &edition().sources {
        let place = by_id(&format!("s{}", source.number));
        check_says(place, [&source.title, &source.publisher]);
        check_says(place, source.note.as_ref());
        check_says(place, source.date.map(|date| date.year.to_string()));
        let title = within(place, "cite").next().map(text);
        assert_eq!(title, Some(one_line(&source.title)), "source {}", source.number);
        let addresses: Vec<_> = within(place, "a[href^='http']").filter_map(|link| link.attr("href")).collect();
        let known: Vec<_> = [&source.url, &source.copy, &source.archived].into_iter().flatten().collect();
        assert_eq!(addresses, known, "source {}", source.number);
        let titled = within(place, "a[href^='http']:has(cite)").next().and_then(|link| link.attr("href"));
        assert_eq!(titled, source.url.as_deref(), "the title of source {} has to lead to its publisher", source.number);
    }
}

#[test]
fn a_title_is_marked_with_the_language_of_its_words() {
    for source in &edition().sources {
        let title = within(by_id(&format!("s{}", source.number)), "cite").next();
        // If a description replaces the title, the description is always in English.
        let language = if source.is_described() { "en" } else { source.language.as_str() };
        let foreign = (language != edition().language).then_some(language);
        assert_eq!(title.and_then(|title| title.attr("lang")), foreign, "source {}", source.number);
    }
    assert!(
        edition().sources.iter().any(|source| source.is_described() && source.language == "ja"),
        "no Japanese page is described, so this test proves nothing"
    );
}

#[test]
fn a_copy_that_was_read_is_marked_as_a_copy() {
    let copied: Vec<_> = edition().sources.iter().filter_map(|source| Some((source, source.copy.as_deref()?))).collect();
    assert!(!copied.is_empty(), "no source was read in a copy, so this test proves nothing");
    for (source, copy) in copied {
        let link = within(by_id(&format!("s{}", source.number)), "a[href^='http']").find(|link| link.attr("href") == Some(copy));
        assert_eq!(link.map(text), Some(one_line(&edition().labels.sources.copy)), "source {}", source.number);
    }
}

#[test]
fn every_place_cites_its_sources() {
    for (anchor, sources) in places() {
        check_cites(by_id(&anchor), &sources);
    }
}

#[test]
fn every_source_links_to_all_places_that_cite_it() {
    for (anchor, sources) in places() {
        for number in sources {
            let back = back_links(number).any(|target| target == anchor);
            assert!(back, "source {number} does not lead back to #{anchor}, which cites it");
        }
    }
}

#[test]
fn every_way_back_leads_to_a_place_that_cites_the_source() {
    for source in &edition().sources {
        for anchor in back_links(source.number) {
            check_cites(by_id(anchor), &[source.number]);
        }
    }
}

#[test]
fn every_citation_leads_to_a_source() {
    let known: Vec<_> = edition().sources.iter().map(|source| format!("#s{}", source.number)).collect();
    let mut citations = all("a[role='doc-noteref']").peekable();
    assert!(citations.peek().is_some(), "nothing is cited");
    for citation in citations {
        let target = citation.attr("href").unwrap_or_default();
        assert!(known.iter().any(|known| known == target), "{target} is not a source");
        assert_eq!(format!("#s{}", text_of_citation(citation)), target, "a citation has another number than its source");
    }
}

/// Returns the number in a citation. The function [`text`] leaves out such numbers.
fn text_of_citation(citation: scraper::ElementRef<'_>) -> String {
    one_line(&citation.text().collect::<String>())
}

/// Returns the ids of the elements to which the source with this number links back.
fn back_links(number: usize) -> impl Iterator<Item = &'static str> {
    within(by_id(&format!("s{number}")), "small a").filter_map(|link| Some(link.attr("href")?.rsplit_once('#')?.1))
}

/// Returns the ids of elements that cite sources, and the numbers of these sources.
fn places() -> Vec<(String, Vec<usize>)> {
    let edition = edition();
    let mut places = Vec::new();
    let mut add = |anchor: String, sources: &[usize], texts: &[&[Inline]]| {
        let in_text = texts.iter().flat_map(|text| cited(text));
        places.push((anchor, sources.iter().copied().chain(in_text).collect()));
    };
    for row in &edition.statements {
        add(format!("statement-{}", row.number), &row.sources, &[&row.says, &row.adds]);
    }
    edition.voices.iter().for_each(|row| add(format!("voice-{}", row.id), &row.sources, &[&row.text]));
    edition.quotations.iter().for_each(|row| add(format!("version-{}", row.id), &row.sources, &[]));
    edition.events.iter().for_each(|row| add(format!("event-{}", row.id), &row.sources, &[&row.text]));
    edition.resolutions.iter().for_each(|row| add(format!("resolution-{}", row.id), &row.sources, &[&row.new]));
    edition.roll_call_notes.iter().for_each(|row| add(format!("note-{}", row.id), &row.sources, &[&row.text]));
    edition.terms.iter().for_each(|row| add(format!("term-{}", row.id), &row.sources, &[&row.definition]));
    for row in &edition.counts {
        add(format!("figure-{}", row.id), &row.sources, &[&row.means, row.caveat.as_deref().unwrap_or_default()]);
    }
    for year in &edition.shift.years {
        add("shift".to_owned(), &year.sources, &[]);
    }
    for aspect in &edition.shift.aspects {
        add("shift".to_owned(), &[&*aspect.before_sources, &aspect.after_sources].concat(), &[]);
    }
    edition.shift.stages.iter().for_each(|stage| add("shift".to_owned(), &[], &[&stage.text]));
    edition.shift.unchanged.iter().for_each(|item| add("shift".to_owned(), &item.sources, &[]));
    for (id, prose) in parts() {
        places.push((id.to_owned(), prose.introduction.iter().flat_map(cited_in).collect()));
        places.extend(sections(prose));
    }
    places.extend(sections(&edition.texts.lead));
    places
}

fn sections(prose: &Prose) -> impl Iterator<Item = (String, Vec<usize>)> {
    // The section about the decision is only on the pages of parts and recorded votes.
    prose
        .sections
        .iter()
        .filter(|section| section.id != DECISION)
        .map(|section| (section.id.clone(), section.blocks.iter().flat_map(cited_in).collect()))
}

#[test]
fn a_note_on_a_roll_call_cites_each_source_once() {
    for note in all(".notes dd") {
        let cited: Vec<_> = within(note, "[role='doc-noteref']").filter_map(|link| link.attr("href")).collect();
        let distinct: BTreeSet<_> = cited.iter().collect();
        assert_eq!(distinct.len(), cited.len(), "{}", text(note));
    }
}
