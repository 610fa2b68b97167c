//! Reads marked text, which is Markdown with these marks:
//!
//! - `[@key; @other]` cites sources
//! - `[words](term:id)` marks a term of the glossary
//! - `[words](lang:ja)` marks words in another language
//! - `[13 March 2019](date:2019-03-13)` marks a date
//! - `[宇出津](ruby:うしつ)` adds the reading of Chinese characters
//! - `[words](#why)` links to the element with the id `why`, on any page of the edition
//!
//! HTML, code, pictures, rules and links to other sites are problems. Content cites pages of other sites as sources.

use super::{
    context::Context,
    entry::{self, Entry},
    problem::{Place, Problems},
};
use crate::model::{Block, Inline};
use pulldown_cmark::{BrokenLink, CowStr, Event, LinkType, Parser, Tag, TagEnd};
use std::ops::Range;

/// A heading with its id, and the blocks below it. The first part of a text has no heading.
#[derive(Debug, Default)]
pub(crate) struct Part {
    pub(crate) id: Option<String>,
    pub(crate) title: Vec<Inline>,
    pub(crate) place: Option<Place>,
    pub(crate) blocks: Vec<Block>,
}

/// Reads marked text from a field. A text must be empty or exactly one paragraph. Any other text is a problem.
pub(crate) fn line(text: &str, place: &Place, context: &mut Context, problems: &mut Problems) -> Vec<Inline> {
    let before = problems.len();
    let mut parts = parts(text, place, context, problems);
    let blocks = parts.pop().map(|part| part.blocks).unwrap_or_default();
    match <[Block; 1]>::try_from(blocks) {
        Ok([Block::Paragraph(inlines)]) if parts.is_empty() => inlines,
        _ => {
            if !text.trim().is_empty() && problems.len() == before {
                problems.add(place.clone(), "this text is more than one paragraph", "keep it to one paragraph without lists and headings");
            }
            Vec::new()
        }
    }
}

/// Takes the marked text in `field`. A missing text is a problem.
pub(crate) fn marked_text(entry: &mut Entry, field: &str, context: &mut Context, problems: &mut Problems) -> Vec<Inline> {
    let (text, place) = entry.text_at(field, problems);
    line(&text, &place, context, problems)
}

/// Reads marked text and divides it at its second-level headings.
pub(crate) fn parts(text: &str, place: &Place, context: &mut Context, problems: &mut Problems) -> Vec<Part> {
    let options = pulldown_cmark::Options::ENABLE_HEADING_ATTRIBUTES;
    let mut cite =
        |link: BrokenLink<'_>| link.reference.starts_with('@').then(|| (format!("cite:{}", link.reference).into(), CowStr::from("")));
    let parser = Parser::new_with_broken_link_callback(text, options, Some(&mut cite)).into_offset_iter();
    let mut reader = Reader { text, place, context, problems, events: parser.collect(), next: 0 };
    match reader.too_deep() {
        Some(range) => {
            reader.problem(&range, "this is nested too deeply", "take quotations, lists or marks out of one another");
            vec![Part::default()]
        }
        None => reader.parts(),
    }
}

/// The maximum depth of nesting. The limit prevents a stack overflow in the recursive reader.
const DEEPEST: usize = 20;

struct Reader<'a> {
    text: &'a str,
    place: &'a Place,
    context: &'a mut Context,
    problems: &'a mut Problems,
    events: Vec<(Event<'a>, Range<usize>)>,
    next: usize,
}

impl<'a> Reader<'a> {
    fn advance(&mut self) -> Option<(Event<'a>, Range<usize>)> {
        let event = self.events.get(self.next).cloned();
        self.next += 1;
        event
    }

    /// Returns the first range in the text that is nested deeper than [`DEEPEST`].
    fn too_deep(&self) -> Option<Range<usize>> {
        let mut depth = 0_usize;
        self.events.iter().find_map(|(event, range)| {
            match event {
                Event::Start(_) => depth += 1,
                Event::End(_) => depth -= 1,
                _ => {}
            }
            (depth > DEEPEST).then(|| range.clone())
        })
    }

    /// Returns the place where `range` begins. If `self.place` has column 1, the text comes from a Markdown file, and
    /// the returned place has a line and a column. Otherwise the text comes from a field. A range on the first line of
    /// the field has the place of the field. A range on a later line has a place without a column.
    fn here(&self, range: &Range<usize>) -> Place {
        let found = Place::offset(&self.place.file, self.text, range.start);
        match (self.place.line, found.line) {
            (Some(top), Some(_)) if self.place.column == Some(1) => found.below(top - 1),
            (Some(top), Some(line)) if line > 1 => Place::line(&self.place.file, top + line - 1),
            _ => self.place.clone(),
        }
    }

    fn problem(&mut self, range: &Range<usize>, what: impl Into<String>, mend: &str) {
        let place = self.here(range);
        self.problems.add(place, what, mend);
    }

    fn parts(&mut self) -> Vec<Part> {
        let mut parts = vec![Part::default()];
        while let Some((event, range)) = self.advance() {
            match event {
                Event::Start(Tag::Heading { level: pulldown_cmark::HeadingLevel::H2, id, .. }) => {
                    let title = self.inlines(TagEnd::Heading(pulldown_cmark::HeadingLevel::H2));
                    parts.push(Part { id: id.map(|id| id.to_string()), title, place: Some(self.here(&range)), blocks: Vec::new() });
                }
                event => {
                    if let Some(block) = self.block(event, &range) {
                        parts.last_mut().expect("there is a first part").blocks.push(block);
                    }
                }
            }
        }
        parts
    }

    fn block(&mut self, event: Event<'a>, range: &Range<usize>) -> Option<Block> {
        match event {
            Event::Start(Tag::Paragraph) => Some(Block::Paragraph(self.inlines(TagEnd::Paragraph))),
            Event::Start(Tag::Heading { level, .. }) => Some(Block::Heading(self.inlines(TagEnd::Heading(level)))),
            Event::Start(Tag::BlockQuote(kind)) => Some(Block::Quote(self.blocks(TagEnd::BlockQuote(kind)))),
            Event::Start(Tag::List(first)) => {
                let mut items = Vec::new();
                while let Some((event, range)) = self.advance() {
                    match event {
                        Event::Start(Tag::Item) => items.push(self.blocks(TagEnd::Item)),
                        Event::End(TagEnd::List(_)) => break,
                        other => {
                            self.block(other, &range);
                        }
                    }
                }
                Some(Block::List { ordered: first.is_some(), items })
            }
            Event::Start(other) => {
                self.not_used(&other, range);
                None
            }
            Event::Rule => {
                self.problem(range, "a rule is not used in content", "take the line away, or write a heading");
                None
            }
            _ => None,
        }
    }

    /// Reads the blocks up to `end`. In a tight list, the parser gives the text of an item without a paragraph. Such
    /// text becomes a paragraph.
    fn blocks(&mut self, end: TagEnd) -> Vec<Block> {
        let mut blocks = Vec::new();
        let mut loose = Vec::new();
        while let Some((event, range)) = self.advance() {
            match event {
                Event::End(tag) if tag == end => break,
                Event::Start(
                    Tag::Paragraph | Tag::List(_) | Tag::BlockQuote(_) | Tag::Heading { .. } | Tag::HtmlBlock | Tag::CodeBlock(_),
                ) => {
                    flush(&mut loose, &mut blocks);
                    blocks.extend(self.block(event, &range));
                }
                event => loose.extend(self.inline(event, &range)),
            }
        }
        flush(&mut loose, &mut blocks);
        blocks
    }

    fn inlines(&mut self, end: TagEnd) -> Vec<Inline> {
        let mut inlines: Vec<Inline> = Vec::new();
        while let Some((event, range)) = self.advance() {
            if matches!(&event, Event::End(tag) if *tag == end) {
                break;
            }
            match (self.inline(event, &range), inlines.last_mut()) {
                (Some(Inline::Text(more)), Some(Inline::Text(text))) => {
                    let before = text.len();
                    text.push_str(&more);
                    // The start of a mark may be divided between two events. So the search begins
                    // at the last character before the added text. A search of the whole text for
                    // each event would be slow in long texts.
                    let added = text.floor_char_boundary(before.saturating_sub(1));
                    if is_open(&text[added..]) && !is_open(&text[..before]) {
                        self.problem(&range, "a mark begins here and does not end", "close it: [@key], or [words](term:id)");
                    }
                }
                (Some(piece), _) => inlines.push(piece),
                (None, _) => {}
            }
        }
        inlines
    }

    fn inline(&mut self, event: Event<'a>, range: &Range<usize>) -> Option<Inline> {
        match event {
            Event::Text(text) => Some(Inline::Text(text.to_string())),
            Event::SoftBreak | Event::HardBreak => Some(Inline::Text(" ".to_owned())),
            Event::Start(Tag::Emphasis) => Some(Inline::Emphasis(self.inlines(TagEnd::Emphasis))),
            Event::Start(Tag::Strong) => Some(Inline::Strong(self.inlines(TagEnd::Strong))),
            Event::Start(Tag::Link { link_type, dest_url, .. }) => {
                let text = self.inlines(TagEnd::Link);
                self.mark(link_type, &dest_url, text, range)
            }
            Event::Html(_) | Event::InlineHtml(_) => {
                self.problem(range, "HTML is not used in content", "write Markdown and the marks instead");
                None
            }
            Event::Start(other) => {
                self.not_used(&other, range);
                None
            }
            Event::Code(_) => {
                self.problem(range, "code is not used in content", "take the backticks away");
                None
            }
            _ => None,
        }
    }

    fn mark(&mut self, kind: LinkType, target: &str, text: Vec<Inline>, range: &Range<usize>) -> Option<Inline> {
        let place = self.here(range);
        if matches!(kind, LinkType::ShortcutUnknown | LinkType::CollapsedUnknown | LinkType::ReferenceUnknown) {
            let keys = target.strip_prefix("cite:").unwrap_or(target);
            let numbers = keys.split(';').map(|key| key.trim().trim_start_matches('@'));
            return Some(Inline::Cite(numbers.filter_map(|key| self.context.cite(key, &place, self.problems)).collect()));
        }
        match target.split_once(':') {
            Some(("term", id)) => {
                self.context.term(id, &place, self.problems);
                Some(Inline::Term { id: id.to_owned(), text })
            }
            Some(("lang", language)) => Some(Inline::Foreign { language: language.to_owned(), text }),
            Some(("ruby", reading)) => {
                self.context.note_reading();
                Some(Inline::Ruby { reading: reading.to_owned(), text })
            }
            Some(("date", date)) => {
                let date = entry::date(date, place, self.problems)?;
                Some(Inline::Date { date, text })
            }
            _ => match target.strip_prefix('#') {
                Some(anchor) => {
                    self.context.anchor(anchor, &place);
                    Some(Inline::Link { anchor: anchor.to_owned(), text })
                }
                None => {
                    self.problem(
                        range,
                        format!("“{target}” is neither a mark nor a place on the page"),
                        "cite a source as [@key], or link to a place on the page as [words](#why)",
                    );
                    None
                }
            },
        }
    }

    /// Reports that a kind of block or mark is not used in content, and skips it.
    fn not_used(&mut self, tag: &Tag<'_>, range: &Range<usize>) {
        let kind = match tag {
            Tag::HtmlBlock => "HTML",
            Tag::CodeBlock(_) => "code (or a line that begins with four blanks)",
            Tag::Image { .. } => "a picture",
            _ => "this kind of block or mark",
        };
        let mend = "write paragraphs, lists, quotations, headings, emphasis and the marks only";
        self.problem(range, format!("{kind} is not used in content"), mend);
        let mut depth = 1;
        while depth > 0
            && let Some((event, _)) = self.advance()
        {
            match event {
                Event::Start(_) => depth += 1,
                Event::End(_) => depth -= 1,
                _ => {}
            }
        }
    }
}

/// Returns whether a text contains the start of a mark. The parser leaves such a start in the text if the mark does not
/// end.
fn is_open(text: &str) -> bool {
    text.contains("[@") || text.contains("](")
}

fn flush(loose: &mut Vec<Inline>, blocks: &mut Vec<Block>) {
    if !loose.is_empty() {
        blocks.push(Block::Paragraph(std::mem::take(loose)));
    }
}
