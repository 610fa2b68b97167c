//! The types of the story, which the loader builds from `content/`.

mod base_url;
mod date;
mod date_in_words;
mod dictionary;
mod entries;
mod era;
mod imprint;
mod labels;
mod markdown;
mod prose;
mod vote_pattern;
mod vote_years;

use crate::{load::Notes, vocabulary::Verdict};
pub use base_url::{BaseUrl, BaseUrlError};
pub use date::PartialDate;
pub(crate) use dictionary::ABOUT;
pub use dictionary::{Dictionary, TABLES};
pub use entries::{CasePlace, Correction, Count, Country, Event, Person, Position, Resolution, RollCallNote, Source, Span, Tally, Term};
pub use era::Era;
pub use imprint::{Imprint, Publisher};
pub use labels::{Labels, LeadLabels};
pub use markdown::{Block, Inline, plain};
pub use prose::{
    Aspect, DECISION, Lead, Prose, Quotation, Reason, SaidBy, Section, Shift, Stage, Statement, Texts, Unchanged, Voice, Year,
};
pub use vote_pattern::{Ballots, vote_pattern};
pub use vote_years::VoteYears;

/// The complete content of the explainer, in all published languages.
#[derive(Debug)]
pub struct Story {
    /// One edition for each published language. The first edition is the default.
    pub editions: Vec<Edition>,
    /// The address of the site, if `site.toml` has one.
    pub base_url: Option<BaseUrl>,
    /// The publisher, the author, the contact for errors, and the day up to which sources were read.
    pub imprint: Imprint,
    /// Possible improvements of the content.
    pub notes: Notes,
}

/// The story in one language.
#[derive(Debug)]
pub struct Edition {
    /// The BCP 47 tag of the language. The language's folder in `content/` has the same name.
    pub language: String,
    /// The day on which the explainer was first published.
    pub published: PartialDate,
    /// The day on which the content was last compared with its sources.
    pub reviewed: PartialDate,
    /// The day of the decision that the explainer is about.
    pub decision: PartialDate,
    /// The number of the source whose statements the explainer checks. Numbers count from 1.
    pub article: usize,
    /// The id of the resolution whose roll call the page shows by default.
    pub first_vote: String,
    /// The ISO codes of the countries that the page suggests following.
    pub offered_countries: Vec<String>,
    /// The corrections and updates since publication, the newest first.
    pub corrections: Vec<Correction>,
    /// The descriptions of the tables to download and of their columns.
    pub dictionary: Dictionary,
    /// Whether the texts have readings of Chinese characters. If so, pages have a control that hides the readings.
    pub has_readings: bool,
    /// The texts on controls, in tables and for screen readers.
    pub labels: Labels,
    /// The running text of the opening and of each part.
    pub texts: Texts,
    /// The sources in order. The first has the number 1.
    pub sources: Vec<Source>,
    /// The terms of the glossary, sorted by reading or, if a term has no reading, by the term itself.
    pub terms: Vec<Term>,
    /// The eras by which this language counts years, the oldest first. Empty for a language without
    /// `eras.csv`.
    pub eras: Vec<Era>,
    /// The countries in the roll calls, sorted by the reading of the name or, if there is none, by the name itself.
    pub countries: Vec<Country>,
    /// The resolutions, in the order of their dates.
    pub resolutions: Vec<Resolution>,
    /// The notes that explain ballots in roll calls.
    pub roll_call_notes: Vec<RollCallNote>,
    /// The events, in the order of their dates.
    pub events: Vec<Event>,
    /// The spans of years by which the timeline can be filtered.
    pub spans: Vec<Span>,
    /// The article's statements, in order.
    pub statements: Vec<Statement>,
    /// The voices: reasons, criticism, support and positions of other actors.
    pub voices: Vec<Voice>,
    /// The versions of one statement that different outlets printed.
    pub quotations: Vec<Quotation>,
    /// The reasons for the decision, with the kinds of people who name them.
    pub reasons: Vec<Reason>,
    /// The counts of people or cases in the abduction issue.
    pub counts: Vec<Count>,
    /// The people on the Government of Japan's official list.
    pub people: Vec<Person>,
    /// The places on the map where people disappeared.
    pub places: Vec<CasePlace>,
    /// The outline of each island on the map.
    pub coast: Vec<Vec<Position>>,
    /// The content of the part about what changed.
    pub shift: Shift,
}

impl Story {
    /// Returns the folder of an edition within the site, such as `ja/`. For the first edition, returns an empty text.
    pub fn folder(&self, edition: &Edition) -> String {
        match self.editions.first() {
            Some(first) if first.language != edition.language => format!("{}/", edition.language),
            _ => String::new(),
        }
    }

    /// Returns a line that states how many entries of some kinds the first edition has, and lists the languages.
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
    /// Returns the source with this number. Numbers count from 1.
    pub fn source(&self, number: usize) -> Option<&Source> {
        self.sources.get(number.checked_sub(1)?)
    }

    /// Returns the BCP 47 tag of the article's language.
    pub fn article_language(&self) -> &str {
        self.source(self.article).map_or(&self.language, |article| &article.language)
    }

    /// Returns the later of two days: that of the newest correction or update, and that of the last review.
    pub fn modified(&self) -> PartialDate {
        self.corrections.iter().map(|correction| correction.date).fold(self.reviewed, PartialDate::max)
    }

    /// Returns a text that states how many of the article's statements have the verdict [`Verdict::Confirmed`].
    pub fn finding_on_statements(&self) -> String {
        let confirmed = self.statements.iter().filter(|statement| statement.verdict == Verdict::Confirmed).count();
        let label = &self.labels.article.overview;
        label.replace("{n}", &confirmed.to_string()).replace("{m}", &self.statements.len().to_string())
    }

    /// Returns the count with this id.
    pub fn count(&self, id: &str) -> Option<&Count> {
        self.counts.iter().find(|count| count.id == id)
    }
}
