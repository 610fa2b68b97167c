//! Reads the facts about the explainer as a whole from `site.toml`, such as its languages, dates
//! and publisher.

use super::{
    entry::Entry,
    files::Files,
    problem::{Place, Problems},
    sources::address,
    table,
};
use crate::model::{BaseUrl, BaseUrlError, Country, Imprint, PartialDate, Publisher, Resolution};

const FILE: &str = "site.toml";
/// The name of the only table that `site.toml` may have.
const PUBLISHER: &str = "publisher";

pub(crate) struct Site {
    pub(crate) published: PartialDate,
    pub(crate) reviewed: PartialDate,
    pub(crate) decision: PartialDate,
    pub(crate) base_url: Option<BaseUrl>,
    /// The published languages, with their places in `site.toml`. The first language is the default.
    pub(crate) languages: Vec<(String, Place)>,
    pub(crate) imprint: Imprint,
    /// The key of the article in `sources.csv`, with its place in `site.toml`.
    pub(crate) article: (String, Place),
    /// The id of the resolution whose roll call the page shows by default, with its place in `site.toml`.
    pub(crate) first_vote: (String, Place),
    /// The ISO codes of the countries that the page suggests following, with their places in `site.toml`.
    pub(crate) offered: Vec<(String, Place)>,
}

impl Site {
    /// Returns the default language, or `en` if `site.toml` has no language.
    pub(crate) fn first(&self) -> &str {
        self.languages.first().map_or("en", |(first, _)| first)
    }

    /// Checks that `first_vote` names a recorded vote, and that readers are not asked to guess the result of this vote.
    /// Also checks that the offered countries exist.
    pub(crate) fn check_votes(&self, resolutions: &[Resolution], countries: &[Country], problems: &mut Problems) {
        let (id, place) = &self.first_vote;
        let shown = resolutions.iter().find(|resolution| resolution.id == *id && resolution.tally.is_some());
        if !id.is_empty() && shown.is_none() {
            let mend = "write the id of a resolution in resolutions.csv with `how_adopted` vote";
            problems.add(place.clone(), format!("there is no recorded vote on “{id}”"), mend);
        }
        if shown.is_some_and(|resolution| resolution.guess.is_some()) {
            let mend = "name another recorded vote, or give the `guess` in resolutions.toml to another one";
            problems.add(place.clone(), format!("the roll call of “{id}” would show the answer to its own question"), mend);
        }
        for (code, place) in &self.offered {
            if !countries.iter().any(|country| country.iso3 == *code) {
                let mend = "write a code of countries.csv, such as JPN";
                problems.add(place.clone(), format!("there is no country “{code}”"), mend);
            }
        }
    }

    pub(crate) fn read(files: &Files, problems: &mut Problems) -> Self {
        let (mut tables, fields): (Vec<_>, Vec<_>) =
            table::toml(files, FILE, problems).into_iter().partition(|(table, _)| table == PUBLISHER);
        let mut entry = table::only_fields(fields, Place::line(FILE, 1), problems);
        let before = problems.len();
        let place = entry.place_of("languages");
        let languages = entry.list("languages", problems);
        if languages.is_empty() && problems.len() == before && !entry.absent {
            problems.add(place, "there is no language", "name the folders of the languages, the default first: languages = [\"en\"]");
        }
        let mut day = |name| entry.date(name, problems);
        let (published, reviewed, decision) = (day("published"), day("reviewed"), day("decision"));
        let article = entry.text_at("article", problems);
        let first_vote = entry.text_at("first_vote", problems);
        let offered = entry.list("offered_countries", problems);
        let base_url = base_url(&mut entry, problems);
        let imprint = Imprint {
            publisher: tables.pop().map(|(_, table)| publisher(table, problems)),
            author: entry.optional_text("author", problems),
            contact: contact(&mut entry, problems),
            read_up_to: read_up_to(&mut entry, problems),
        };
        if let Some(field) = entry.fields.remove(PUBLISHER) {
            problems.add(field.place, "`publisher` is not a table", "write publisher = { name = \"The Example Times\" }");
        }
        entry.finish(problems);
        Self { published, reviewed, decision, base_url, languages, imprint, article, first_vote, offered }
    }
}

fn base_url(entry: &mut Entry, problems: &mut Problems) -> Option<BaseUrl> {
    let (text, place) = entry.optional_text_at("base_url", problems)?;
    text.parse()
        .map_err(|error: BaseUrlError| {
            let mend = "write the folder of the site, for instance https://news.example/explainer/";
            problems.add(place, format!("base_url: {error}"), mend);
        })
        .ok()
}

fn publisher(mut table: Entry, problems: &mut Problems) -> Publisher {
    let name = table.text("name", problems);
    let [url, logo] = ["url", "logo"].map(|field| address(&mut table, field, problems).map(|(address, _)| address));
    table.finish(problems);
    Publisher { name, url, logo }
}

fn contact(entry: &mut Entry, problems: &mut Problems) -> Option<String> {
    let (contact, place) = entry.optional_text_at("contact", problems)?;
    let is_mail = contact.strip_prefix("mailto:").and_then(|mail| mail.split_once('@')).is_some_and(|(name, host)| {
        let is_plain = |part: &str| !part.is_empty() && !part.contains([' ', '?', '@', ',']);
        is_plain(name) && is_plain(host)
    });
    let is_page = contact.starts_with("https://") && !contact.contains(char::is_whitespace);
    if !is_mail && !is_page {
        let mend = "write mailto: and one address, or the https address of a page";
        problems.add(place, format!("“{contact}” is neither a mail address nor the address of a page"), mend);
    }
    Some(contact)
}

fn read_up_to(entry: &mut Entry, problems: &mut Problems) -> Option<PartialDate> {
    let place = entry.place_of("read_up_to");
    let date = entry.optional_date("read_up_to", problems)?;
    if !date.is_day() {
        problems.add(place, format!("the day up to which sources were read is “{date}”, not a day"), "write YYYY-MM-DD");
    }
    Some(date)
}

/// Adds a note for each of the fields `publisher`, `contact` and `read_up_to` that `site.toml` lacks.
pub(crate) fn note_missing(imprint: &Imprint, notes: &mut Problems) {
    let mut note = |is_missing: bool, what: &str, mend: &str| {
        if is_missing {
            notes.add(Place::file(FILE), what, mend);
        }
    };
    let mend = "pages leave the line out, and metadata have the explainer’s own name; add publisher = { name = \"…\" }, with `url` and `logo` where there are some";
    note(imprint.publisher.is_none(), "`publisher` is missing: the publication that is responsible for the explainer", mend);
    note(
        imprint.contact.is_none(),
        "`contact` is missing: where readers report an error",
        "the page leaves the line out; add contact = \"mailto:…\" or contact = \"https://…\"",
    );
    note(
        imprint.read_up_to.is_none(),
        "`read_up_to` is missing: the day up to which sources were read",
        "the page leaves the line out; add read_up_to = \"YYYY-MM-DD\"",
    );
}
