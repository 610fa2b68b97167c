//! The types of running text, reasons, voices, quotations, the article's statements, and the content of the part about
//! what changed.

use super::{Block, Inline, PartialDate};
use vocabulary::{Evidence, Kind, Part, Sayer, Speaker, Subject, Verdict, VoiceList};

/// The running text of the opening and of each part.
#[derive(Debug)]
pub struct Texts {
    /// The text of the opening.
    pub lead: Lead,
    /// The text of the part about what changed.
    pub shift: Prose,
    /// The text of the part about the reasons.
    pub why: Prose,
    /// The text of the part about the abduction issue.
    pub abductions: Prose,
    /// The text of the part about the UN resolutions.
    pub un_history: Prose,
    /// The text of the timeline.
    pub timeline: Prose,
    /// The text of the part about the article.
    pub article: Prose,
    /// The text of the part about what happened next.
    pub what_next: Prose,
    /// The text of the glossary.
    pub glossary: Prose,
    /// The text of the list of sources.
    pub sources: Prose,
    /// The text about how the explainer was made.
    pub about: Prose,
}

impl Texts {
    /// Returns the running text of a part.
    pub fn part(&self, part: impl Into<Part>) -> &Prose {
        match part.into() {
            Part::Subject(Subject::Shift) => &self.shift,
            Part::Subject(Subject::Why) => &self.why,
            Part::Subject(Subject::Abductions) => &self.abductions,
            Part::Subject(Subject::UnHistory) => &self.un_history,
            Part::Subject(Subject::Timeline) => &self.timeline,
            Part::Subject(Subject::Article) => &self.article,
            Part::Subject(Subject::WhatNext) => &self.what_next,
            Part::Glossary => &self.glossary,
            Part::Sources => &self.sources,
            Part::About => &self.about,
        }
    }
}

/// The id of the opening's section about the decision. The pages of parts and votes show this section. The story leaves
/// the section out, because its introduction states the same facts.
pub const DECISION: &str = "decision";

/// The text of the opening. Its `title` is the headline of the story, and its `brief` answers the headline in a few
/// sentences.
pub type Lead = Prose;

/// The running text of the opening or of a part.
#[derive(Debug, Default)]
pub struct Prose {
    /// The heading.
    pub title: String,
    /// A short text with the finding.
    pub brief: String,
    /// The description for search engines and link previews, of at most 160 characters.
    pub description: String,
    /// The blocks before the first section.
    pub introduction: Vec<Block>,
    /// The sections, in order.
    pub sections: Vec<Section>,
}

impl Prose {
    /// Returns the section with this id. The loader reports a problem if a section that the page needs is missing.
    pub fn section(&self, id: &str) -> Option<&Section> {
        self.sections.iter().find(|section| section.id == id)
    }
}

/// A section of the opening or of a part.
#[derive(Debug)]
pub struct Section {
    /// The id, which is also the id of the element on the page.
    pub id: String,
    /// The heading.
    pub title: Vec<Inline>,
    /// The text.
    pub blocks: Vec<Block>,
}

/// A statement of the article.
#[derive(Debug)]
pub struct Statement {
    /// The number in the order of the article. The headline has the number 0.
    pub number: u8,
    /// The kind of statement.
    pub kind: Kind,
    /// Whether the article writes a claim as if it were a fact.
    pub written_as_fact: bool,
    /// The kind of speaker.
    pub speaker: Speaker,
    /// A description of the speaker.
    pub by: String,
    /// A paraphrase of the statement.
    pub says: Vec<Inline>,
    /// The article's words that the verdict is about, as printed.
    pub words: Option<String>,
    /// The result of the check.
    pub verdict: Verdict,
    /// What other sources add to the statement or correct in it.
    pub adds: Vec<Inline>,
    /// The numbers of the sources.
    pub sources: Vec<usize>,
}

/// A reason for the decision, with the kinds of people who give it.
#[derive(Debug)]
pub struct Reason {
    /// The id.
    pub id: String,
    /// The name.
    pub name: String,
    /// The kinds of people who name the reason, each at most once. If a kind is missing, no source was found in which
    /// such people name the reason.
    pub said_by: Vec<SaidBy>,
}

/// A kind of people who name a reason.
#[derive(Debug)]
pub struct SaidBy {
    /// The kind of people.
    pub sayer: Sayer,
    /// Whether these people state the reason or infer it.
    pub evidence: Evidence,
    /// The ids of the voices that have these people's statements.
    pub voices: Vec<String>,
    /// The numbers of the sources.
    pub sources: Vec<usize>,
}

/// A published position on the decision: a reason, a criticism, support, or the position of another actor.
#[derive(Debug)]
pub struct Voice {
    /// The id.
    pub id: String,
    /// The list in which the page shows the voice.
    pub list: VoiceList,
    /// The kind of statement.
    pub kind: Kind,
    /// The kind of speaker.
    pub speaker: Speaker,
    /// A description of the speaker.
    pub who: String,
    /// The date of the statement, if it is known.
    pub date: Option<PartialDate>,
    /// The statement.
    pub text: Vec<Inline>,
    /// The numbers of the sources.
    pub sources: Vec<usize>,
}

/// The version of a statement that one outlet printed, verbatim.
#[derive(Debug)]
pub struct Quotation {
    /// The id.
    pub id: String,
    /// The full name of the speaker.
    pub speaker: String,
    /// The outlet that printed the version.
    pub outlet: String,
    /// The translator, if the version is a translation.
    pub translator: Option<String>,
    /// The BCP 47 tag of the version's language.
    pub language: String,
    /// The words, verbatim. [`Inline::Strong`] marks what this version says about the reasons for the decision and
    /// at least one other version in the same language does not say.
    pub text: Vec<Inline>,
    /// The numbers of the sources.
    pub sources: Vec<usize>,
}

/// The content of the part about what changed.
#[derive(Debug, Default)]
pub struct Shift {
    /// The aspects that the table "before and after" compares.
    pub aspects: Vec<Aspect>,
    /// The facts that did not change.
    pub unchanged: Vec<Unchanged>,
    /// The years, in order and without gaps.
    pub years: Vec<Year>,
    /// The stages of Japan's role, in order of their years. Each is a paragraph beside the drawing of the role.
    pub stages: Vec<Stage>,
}

/// A stage of Japan's role: one year, or a year and all later years.
#[derive(Debug)]
pub struct Stage {
    /// The first year of the stage.
    pub year: i16,
    /// Whether all later years belong to the stage.
    pub onward: bool,
    /// The paragraph beside the drawing.
    pub text: Vec<Inline>,
}

/// An aspect that is compared before and after the decision.
#[derive(Debug)]
pub struct Aspect {
    /// The id.
    pub id: String,
    /// The name of the aspect.
    pub label: String,
    /// The situation before the decision. The words that changed are [`Inline::Strong`].
    pub before: Vec<Inline>,
    /// The situation after the decision. The words that changed are [`Inline::Strong`].
    pub after: Vec<Inline>,
    /// Whether the aspect stayed the same.
    pub is_same: bool,
    /// The numbers of the sources of `before`.
    pub before_sources: Vec<usize>,
    /// The numbers of the sources of `after`.
    pub after_sources: Vec<usize>,
}

/// A fact that the decision did not change.
#[derive(Debug)]
pub struct Unchanged {
    /// The id.
    pub id: String,
    /// The name of the fact.
    pub label: String,
    /// A description of the evidence.
    pub text: String,
    /// The dates of extensions, for instance of sanctions.
    pub since: Vec<PartialDate>,
    /// The numbers of the sources.
    pub sources: Vec<usize>,
}

/// A year in the drawing of Japan's role.
#[derive(Debug)]
pub struct Year {
    /// The year.
    pub year: i16,
    /// A short text about the events of the year.
    pub text: String,
    /// The numbers of the sources.
    pub sources: Vec<usize>,
}
