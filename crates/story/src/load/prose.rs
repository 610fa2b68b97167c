//! Reads the texts: prose, the article's statements, voices.

use super::{
    context::Context,
    entry::Entry,
    files::Files,
    localized::{Ids, Words},
    markdown,
    problem::{Place, Problems},
    references::{cited, marked_text},
    table,
};
use crate::model::{Block, DECISION, Inline, Prose, Section, Statement, Texts, Voice};

/// Reads the running text of every part, with the sections that the page shows in places of its own.
pub(crate) fn texts(files: &Files, language: &str, context: &mut Context, problems: &mut Problems) -> Texts {
    let mut read = |name, sections: &[&str]| prose(files, language, name, sections, context, problems);
    Texts {
        lead: read("lead", &["in-short", DECISION, "picture"]),
        shift: read("shift", &["three-words"]),
        why: read(
            "why",
            &["two-weeks-before", "own-words", "given", "inferred", "assessment", "critical", "supportive", "actors", "unknown"],
        ),
        abductions: read("abductions", &["seventeen", "thirteen", "not-ruled-out", "families", "caveats", "cases"]),
        un_history: read("un-history", &["what-it-does", "inquiry", "without-a-vote", "march-2019", "after", "roll-calls"]),
        timeline: read("timeline", &["dates"]),
        article: read("article", &["reading", "not-told"]),
        what_next: read("what-next", &["result", "offers", "open"]),
        glossary: read("glossary", &[]),
        sources: read("sources", &[]),
        about: read("about", &[]),
    }
}

fn prose(files: &Files, language: &str, name: &str, expected: &[&str], context: &mut Context, problems: &mut Problems) -> Prose {
    let path = format!("{language}/{name}.md");
    let Some(text) = files.text(&path, problems) else { return Prose::default() };
    let Some((front, body)) = divide(text) else {
        problems.add_unread(
            Place::line(&path, 1),
            "the text does not begin with its title",
            "begin with +++, title, brief and description, and +++ again",
        );
        return Prose::default();
    };
    let mut prose = Prose::default();
    let front_matter = table::toml_text(&path, front, 1, problems);
    let mut entry = table::only_fields(front_matter, Place::line(&path, 1), problems);
    prose.title = entry.text("title", problems);
    prose.brief = entry.text("brief", problems);
    let (description, place) = entry.text_at("description", problems);
    let length = description.chars().count();
    if length > 160 {
        problems.add(place, format!("`description` has {length} characters"), "shorten it to 160 characters at most");
    }
    prose.description = description;
    entry.finish(problems);
    let body_line = text[..text.len() - body.len()].matches('\n').count() + 1;
    let top = Place { column: Some(1), ..Place::line(&path, body_line) };
    for part in markdown::parts(body, &top, context, problems) {
        require_sources(&part.blocks, part.place.as_ref().unwrap_or(&top), name, problems);
        match (part.id, part.place) {
            (None, None) if part.blocks.is_empty() => {
                problems.add(top.clone(), "the text has no introduction", "write a paragraph below the second +++");
            }
            (None, None) => prose.introduction = part.blocks,
            (None, Some(place)) => problems.add(place, "this heading has no id", "write it as: ## Heading {#an-id}"),
            (Some(id), place) => {
                let place = place.unwrap_or_else(|| top.clone());
                if part.blocks.is_empty() {
                    problems.add(place.clone(), format!("the section “{id}” is empty"), "write its text, or take the heading out");
                }
                if !context.add_anchor(id.clone()) {
                    problems.add(place, format!("the id “{id}” is used a second time on the page"), "give this section another id");
                }
                prose.sections.push(Section { id, title: part.title, blocks: part.blocks });
            }
        }
    }
    for id in expected.iter().filter(|id| prose.section(id).is_none()) {
        problems.add(Place::file(&path), format!("the section “{id}” is missing"), format!("add it as: ## Heading {{#{id}}}"));
    }
    prose
}

/// Divides a text into its front matter and its body.
pub(crate) fn divide(text: &str) -> Option<(&str, &str)> {
    let front = text.strip_prefix("+++\n").or_else(|| text.strip_prefix("+++\r\n"))?;
    let mut at = 0;
    for line in front.split_inclusive('\n') {
        if line.trim_end() == "+++" {
            return Some((&front[..at], &front[at + line.len()..]));
        }
        at += line.len();
    }
    None
}

/// Texts that state facts cite a source in every section. What only explains the page itself need not.
fn require_sources(blocks: &[Block], place: &Place, name: &str, problems: &mut Problems) {
    const ABOUT_THE_PAGE: [&str; 5] = ["about", "sources", "glossary", "timeline", "article"];
    if !blocks.is_empty() && !ABOUT_THE_PAGE.contains(&name) && !cites(blocks) {
        problems.add(place.clone(), "this section states something without a source", "cite one as [@key]");
    }
}

/// Whether running text cites a source.
pub(crate) fn text_cites(text: &[Inline]) -> bool {
    text.iter().any(|piece| match piece {
        // An unknown source has been said where it stands.
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

/// Reads the article's statements; their numbers run from 0 without a gap.
pub(crate) fn statements(files: &Files, language: &str, context: &mut Context, problems: &mut Problems) -> Vec<Statement> {
    let mut words = Words::toml(files, language, "statements", problems);
    let mut statements: Vec<Statement> = Vec::new();
    for mut entry in table::list(files, "statements.toml", "statement", problems) {
        let expected = statements.last().map_or(0, |last| last.number.saturating_add(1));
        let place = entry.place_of("number");
        let number = entry.number("number", expected, problems);
        if number != expected {
            problems.add(
                place,
                format!("statement {number} appears where {expected} is expected"),
                "number the statements from 0 in the order of the article, each once",
            );
        }
        context.add_anchor(format!("statement-{number}"));
        let mut worded = words.take(&format!("s{number}"), &entry.place, problems);
        statements.push(Statement {
            number,
            kind: entry.word("kind", problems),
            written_as_fact: entry.flag("written_as_fact", problems),
            speaker: entry.word("speaker", problems),
            by: worded.text("by", problems),
            says: marked_text(&mut worded, "says", context, problems),
            words: article_words(&mut entry, problems),
            verdict: entry.word("verdict", problems),
            adds: marked_text(&mut worded, "adds", context, problems),
            sources: cited(&mut entry, "sources", context, problems),
        });
        worded.finish(problems);
        entry.finish(problems);
    }
    words.finish(problems);
    statements
}

/// Takes the article's own words, which are a phrase and not the article.
fn article_words(entry: &mut Entry, problems: &mut Problems) -> Option<String> {
    const MOST: usize = 20;
    let (words, place) = entry.optional_text_at("words", problems)?;
    let count = words.split_whitespace().count();
    if count > MOST {
        problems.add(
            place,
            format!("`words` has {count} words"),
            format!("quote the phrase on which the verdict turns, {MOST} words at most"),
        );
    }
    Some(words)
}

/// Reads reasons, criticism, support and other actors.
pub(crate) fn voices(files: &Files, language: &str, context: &mut Context, problems: &mut Problems) -> Vec<Voice> {
    let mut words = Words::toml(files, language, "voices", problems);
    let mut ids = Ids::default();
    let mut voices = Vec::new();
    for mut entry in table::list(files, "voices.toml", "voice", problems) {
        let id = ids.take(&mut entry, "id", problems);
        let mut worded = words.take(&id, &entry.place, problems);
        voices.push(Voice {
            id,
            list: entry.word("list", problems),
            kind: entry.word("kind", problems),
            speaker: entry.word("speaker", problems),
            who: worded.text("who", problems),
            date: entry.optional_date("date", problems),
            text: marked_text(&mut worded, "text", context, problems),
            sources: cited(&mut entry, "sources", context, problems),
        });
        worded.finish(problems);
        entry.finish(problems);
    }
    words.finish(problems);
    voices
}
