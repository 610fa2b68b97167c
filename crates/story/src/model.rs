//! The types of the story. The loader checks `content/` and then builds them.

mod base_url;
mod date;
mod dictionary;
mod era;
mod imprint;
mod labels;
mod markdown;
mod prose;
mod record;
mod vote_pattern;
mod vote_years;

use crate::{load::Notes, vocabulary::Verdict};
pub use base_url::{BaseUrl, BaseUrlError};
pub use date::PartialDate;
pub(crate) use dictionary::ABOUT;
pub use dictionary::{Dictionary, TABLES};
pub use era::Era;
pub use imprint::{Imprint, Publisher};
pub use labels::{Labels, LeadLabels};
pub use markdown::{Block, Inline, plain};
pub use prose::{
    Aspect, DECISION, Lead, Prose, Quotation, Reason, SaidBy, Section, Shift, Stage, Statement, Texts, Unchanged, Voice, Year,
};
pub use record::{CasePlace, Correction, Count, Country, Event, Person, Position, Resolution, RollCallNote, Source, Span, Tally, Term};
pub use vote_pattern::{Ballots, vote_pattern};
pub use vote_years::VoteYears;

/// Everything that the explainer says, in every language it has.
#[derive(Debug)]
pub struct Story {
    /// One edition a language; the first is the default.
    pub editions: Vec<Edition>,
    /// Where the site will stand, if that is known.
    pub base_url: Option<BaseUrl>,
    /// Who answers for it.
    pub imprint: Imprint,
    /// What could be better in the content, although it is sound.
    pub notes: Notes,
}

/// The story in one language.
#[derive(Debug)]
pub struct Edition {
    /// The BCP 47 tag of the language. The folder has the same name.
    pub language: String,
    /// The day on which the explainer was first published.
    pub published: PartialDate,
    /// The day on which its content was last read against its sources.
    pub reviewed: PartialDate,
    /// The day of the decision that it explains.
    pub decision: PartialDate,
    /// The number of the source that is the article.
    pub article: usize,
    /// The id of the recorded vote whose roll call is shown first.
    pub first_vote: String,
    /// The codes of the countries that readers are offered to follow.
    pub offered_countries: Vec<String>,
    /// What was corrected or updated since it was published, the newest first.
    pub corrections: Vec<Correction>,
    /// What the tables to download hold, column by column.
    pub dictionary: Dictionary,
    /// Whether some words have their reading, which readers can then hide.
    pub has_readings: bool,
    /// The words on controls, in tables and for screen readers.
    pub labels: Labels,
    /// The running text of each part.
    pub texts: Texts,
    /// The sources; the first has the number 1.
    pub sources: Vec<Source>,
    /// The glossary, in alphabetical order.
    pub terms: Vec<Term>,
    /// The eras by which years can be counted in this language, the oldest first; most languages have none.
    pub eras: Vec<Era>,
    /// The countries that voted, in alphabetical order.
    pub countries: Vec<Country>,
    /// The resolutions, by date.
    pub resolutions: Vec<Resolution>,
    /// Documented readings and exceptions of the roll calls.
    pub roll_call_notes: Vec<RollCallNote>,
    /// The events, by date.
    pub events: Vec<Event>,
    /// The spans of years that the timeline offers.
    pub spans: Vec<Span>,
    /// The source article's statements, in order.
    pub statements: Vec<Statement>,
    /// Reasons, criticism, support and other actors.
    pub voices: Vec<Voice>,
    /// The versions in print of one statement.
    pub quotations: Vec<Quotation>,
    /// The reasons for the decision, and who gives them.
    pub reasons: Vec<Reason>,
    /// The figures of the abduction issue.
    pub counts: Vec<Count>,
    /// The people on the official list.
    pub people: Vec<Person>,
    /// The places where the cases happened, as far as they are on the map.
    pub places: Vec<CasePlace>,
    /// The coast on that map: the outline of each island.
    pub coast: Vec<Vec<Position>>,
    /// What changed and what did not.
    pub shift: Shift,
}

impl Story {
    /// The folder of an edition within the site: none for the first, `ja/` and so on for the others.
    pub fn folder(&self, edition: &Edition) -> String {
        match self.editions.first() {
            Some(first) if first.language != edition.language => format!("{}/", edition.language),
            _ => String::new(),
        }
    }

    /// One line on what was read.
    pub fn summary(&self) -> String {
        let Some(edition) = self.editions.first() else { return "no edition".to_owned() };
        let ballots: usize = edition.resolutions.iter().map(|resolution| resolution.roll_call.len()).sum();
        format!(
            "{} sources, {} statements, {} events, {} resolutions, {ballots} ballots, {} terms; languages: {}",
            edition.sources.len(),
            edition.statements.len(),
            edition.events.len(),
            edition.resolutions.len(),
            edition.terms.len(),
            self.editions.iter().map(|edition| edition.language.as_str()).collect::<Vec<_>>().join(", "),
        )
    }
}

impl Edition {
    /// The source with that number, counted from 1.
    pub fn source(&self, number: usize) -> Option<&Source> {
        self.sources.get(number.checked_sub(1)?)
    }

    /// The BCP 47 tag of the language in which the article is written.
    pub fn article_language(&self) -> &str {
        self.source(self.article).map_or(&self.language, |article| &article.language)
    }

    /// The day since which nothing has changed: of the newest correction, or of the last review.
    pub fn modified(&self) -> PartialDate {
        self.corrections.iter().map(|correction| correction.date).fold(self.reviewed, PartialDate::max)
    }

    /// The finding on the article: how many of its statements other sources confirm as they stand.
    pub fn finding_on_statements(&self) -> String {
        let confirmed = self.statements.iter().filter(|statement| statement.verdict == Verdict::Confirmed).count();
        let label = &self.labels.article.overview;
        label.replace("{n}", &confirmed.to_string()).replace("{m}", &self.statements.len().to_string())
    }

    /// The figure with that id.
    pub fn count(&self, id: &str) -> Option<&Count> {
        self.counts.iter().find(|count| count.id == id)
    }
}
