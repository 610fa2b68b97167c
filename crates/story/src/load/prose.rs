//! Reads the running text of the opening and of each part, the article's statements, and the voices.

use super::{
    context::Context,
    entry::Entry,
    files::Files,
    localized::{Ids, Words},
    markdown::{self, marked_text},
    missing_source::{cited, require_source_in_section},
    problem::{Place, Problems},
    table,
};
use crate::model::{DECISION, Prose, Section, Statement, Texts, Voice};

/// Reads the running text of the opening and of every part. Each call of `read` lists the ids of the sections that the
/// text must have.
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
        require_source_in_section(&part.blocks, part.place.as_ref().unwrap_or(&top), name, problems);
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

/// Divides a text into its front matter and its body. Returns `None` if the text has no front matter.
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

/// Reads the article's statements. They must be numbered from 0 without a gap.
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
        let mut localized = words.take(&format!("s{number}"), &entry.place, problems);
        statements.push(Statement {
            number,
            kind: entry.word("kind", problems),
            written_as_fact: entry.flag("written_as_fact", problems),
            speaker: entry.word("speaker", problems),
            by: localized.text("by", problems),
            says: marked_text(&mut localized, "says", context, problems),
            words: article_words(&mut entry, problems),
            verdict: entry.word("verdict", problems),
            adds: marked_text(&mut localized, "adds", context, problems),
            sources: cited(&mut entry, "sources", context, problems),
        });
        localized.finish(problems);
        entry.finish(problems);
    }
    words.finish(problems);
    statements
}

/// Takes the words quoted from the article. More than 20 words are a problem.
fn article_words(entry: &mut Entry, problems: &mut Problems) -> Option<String> {
    const MOST: usize = 20;
    let (words, place) = entry.optional_text_at("words", problems)?;
    let count = words.split_whitespace().count();
    if count > MOST {
        problems.add(
            place,
            format!("`words` has {count} words"),
            format!("quote only the phrase that the verdict is about, {MOST} words at most"),
        );
    }
    Some(words)
}

/// Reads the voices: reasons, criticism, support, and positions of other actors.
pub(crate) fn voices(files: &Files, language: &str, context: &mut Context, problems: &mut Problems) -> Vec<Voice> {
    let mut words = Words::toml(files, language, "voices", problems);
    let mut ids = Ids::default();
    let mut voices = Vec::new();
    for mut entry in table::list(files, "voices.toml", "voice", problems) {
        let id = ids.take(&mut entry, "id", problems);
        let mut localized = words.take(&id, &entry.place, problems);
        voices.push(Voice {
            id,
            list: entry.word("list", problems),
            kind: entry.word("kind", problems),
            speaker: entry.word("speaker", problems),
            who: localized.text("who", problems),
            date: entry.optional_date("date", problems),
            text: marked_text(&mut localized, "text", context, problems),
            sources: cited(&mut entry, "sources", context, problems),
        });
        localized.finish(problems);
        entry.finish(problems);
    }
    words.finish(problems);
    voices
}
