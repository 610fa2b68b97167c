//! What is told: running text, the article's statements, voices, and the shift year by year.

use super::{Block, Inline, PartialDate};
use vocabulary::{Evidence, Kind, Part, Sayer, Speaker, Subject, Verdict, VoiceList};

/// The running text of each part of the page.
#[derive(Debug)]
pub struct Texts {
    /// The opening.
    pub lead: Lead,
    /// What changed.
    pub shift: Prose,
    /// Why now.
    pub why: Prose,
    /// Background: the abduction issue.
    pub abductions: Prose,
    /// Background: the UN resolution history.
    pub un_history: Prose,
    /// One timeline.
    pub timeline: Prose,
    /// The article, statement by statement.
    pub article: Prose,
    /// What happened next.
    pub what_next: Prose,
    /// The glossary.
    pub glossary: Prose,
    /// The sources.
    pub sources: Prose,
    /// How this was made.
    pub about: Prose,
}

impl Texts {
    /// The running text of a part.
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

/// The section of the opening that says what was decided. The pages of subjects show it; the first page says the same in
/// its introduction.
pub const DECISION: &str = "decision";

/// The text of the opening; its title is the headline and its brief the one-sentence answer.
pub type Lead = Prose;

/// The running text of a part.
#[derive(Debug, Default)]
pub struct Prose {
    /// The heading.
    pub title: String,
    /// The line that stands for the part when there are thirty seconds.
    pub brief: String,
    /// For search engines and link previews; at most 160 characters.
    pub description: String,
    /// What stands before the first section.
    pub introduction: Vec<Block>,
    /// The sections, in order.
    pub sections: Vec<Section>,
}

impl Prose {
    /// The section with that id. The loader has made sure that those the page asks for are there.
    pub fn section(&self, id: &str) -> Option<&Section> {
        self.sections.iter().find(|section| section.id == id)
    }
}

/// A section of a part.
#[derive(Debug)]
pub struct Section {
    /// Its id, which is also its anchor.
    pub id: String,
    /// Its heading.
    pub title: Vec<Inline>,
    /// Its text.
    pub blocks: Vec<Block>,
}

/// A statement of the source article.
#[derive(Debug)]
pub struct Statement {
    /// Its place in the article; 0 is the headline.
    pub number: u8,
    /// What kind of statement it is.
    pub kind: Kind,
    /// Whether the article writes a claim as if it were a fact.
    pub written_as_fact: bool,
    /// Whose voice it is.
    pub speaker: Speaker,
    /// Who says it, in words.
    pub by: String,
    /// What it says, paraphrased.
    pub says: Vec<Inline>,
    /// The words of the article on which the verdict turns, as printed.
    pub words: Option<String>,
    /// What became of it when it was checked.
    pub verdict: Verdict,
    /// What other sources add or change.
    pub adds: Vec<Inline>,
    /// Numbers of its sources.
    pub sources: Vec<usize>,
}

/// A reason for the decision, and who gives it.
#[derive(Debug)]
pub struct Reason {
    /// Its id.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// Everybody who gives it. Where a kind of source is missing, no such source was found.
    pub said_by: Vec<SaidBy>,
}

/// Who gives a reason.
#[derive(Debug)]
pub struct SaidBy {
    /// The kind of source.
    pub sayer: Sayer,
    /// Whether it gives the reason as one, or as a reading of its own.
    pub evidence: Evidence,
    /// The ids of the voices with its words.
    pub voices: Vec<String>,
    /// Numbers of its sources.
    pub sources: Vec<usize>,
}

/// A reason, a criticism, support or another actor's position.
#[derive(Debug)]
pub struct Voice {
    /// Its id.
    pub id: String,
    /// Where it stands.
    pub list: VoiceList,
    /// What kind of statement it is.
    pub kind: Kind,
    /// Whose voice it is.
    pub speaker: Speaker,
    /// Who says it, in words.
    pub who: String,
    /// When, as far as known.
    pub date: Option<PartialDate>,
    /// What they say.
    pub text: Vec<Inline>,
    /// Numbers of its sources.
    pub sources: Vec<usize>,
}

/// One outlet's version of a statement, verbatim.
#[derive(Debug)]
pub struct Quotation {
    /// Its id.
    pub id: String,
    /// Whose words they are: their full name.
    pub speaker: String,
    /// Who printed it.
    pub outlet: String,
    /// Who translated it, unless these are the words as they were spoken.
    pub translator: Option<String>,
    /// BCP 47 tag of its language.
    pub language: String,
    /// The words, verbatim. What other versions in its language do not say is strong.
    pub text: Vec<Inline>,
    /// Numbers of its sources.
    pub sources: Vec<usize>,
}

/// What changed, what did not, and year by year.
#[derive(Debug, Default)]
pub struct Shift {
    /// The rows of the table "before and after".
    pub aspects: Vec<Aspect>,
    /// What stayed.
    pub unchanged: Vec<Unchanged>,
    /// What happened in each year, in order and without gaps.
    pub years: Vec<Year>,
    /// The years at which Japan's role is told beside its drawing, in order.
    pub stages: Vec<Stage>,
}

/// A year at which Japan's role is told beside its drawing, or the years from then on.
#[derive(Debug)]
pub struct Stage {
    /// The year.
    pub year: i16,
    /// Whether all later years belong to it.
    pub onward: bool,
    /// What the drawing shows there.
    pub text: Vec<Inline>,
}

/// One respect in which before and after are compared.
#[derive(Debug)]
pub struct Aspect {
    /// Its id.
    pub id: String,
    /// What is compared.
    pub label: String,
    /// How it was before the decision. What changed is strong.
    pub before: Vec<Inline>,
    /// How it was after. What changed is strong.
    pub after: Vec<Inline>,
    /// Whether it stayed the same.
    pub is_same: bool,
    /// Numbers of the sources of `before`.
    pub before_sources: Vec<usize>,
    /// Numbers of the sources of `after`.
    pub after_sources: Vec<usize>,
}

/// Something that the decision did not change.
#[derive(Debug)]
pub struct Unchanged {
    /// Its id.
    pub id: String,
    /// What stayed.
    pub label: String,
    /// How that is known.
    pub text: String,
    /// When it was confirmed again.
    pub since: Vec<PartialDate>,
    /// Numbers of its sources.
    pub sources: Vec<usize>,
}

/// A year of the shift.
#[derive(Debug)]
pub struct Year {
    /// The year.
    pub year: i16,
    /// What happened in it.
    pub text: String,
    /// Numbers of its sources.
    pub sources: Vec<usize>,
}
