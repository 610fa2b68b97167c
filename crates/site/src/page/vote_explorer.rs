//! Renders the controls for the resolutions and votes, the island that shows the chosen vote, and the record of the
//! votes, which the island reads.

use super::{Page, Route, island::island};
use explainer::{
    islands::{
        Shared,
        votes::{
            self, Votes, comparison, country_record, followed,
            messages::{Message, Messages, Phrase},
            record::{BETWEEN_NAMES, Record, Vote, Written, digit, letter},
        },
    },
    store::Store,
};
use std::rc::Rc;
use story::{
    Country, Resolution,
    vocabulary::{Body, Vocabulary},
};
use yew::prelude::*;

impl Page<'_> {
    /// Renders the checkboxes that filter the resolutions by body. If none is checked, all resolutions are shown. Style
    /// sheets apply the filter.
    pub(super) fn body_filter(&self) -> Html {
        html! {
            <form>
                <fieldset class="bodies">
                    <legend>{ &self.labels().history.filter }</legend>
                    { for Body::ALL.map(|body| html! {
                        <label><input type="checkbox" name="body" value={body.word()} /><span>{ self.labels().word(body) }</span></label>
                    }) }
                </fieldset>
            </form>
        }
    }

    /// Returns the serialized record of the votes, which is part of the page.
    fn written_record(&self) -> Written {
        let countries = &self.edition.countries;
        let votes = self.edition.resolutions.iter().filter(|resolution| resolution.tally.is_some());
        Written {
            countries: countries.iter().map(all_names).collect(),
            regions: countries.iter().map(|country| digit(country.region)).collect(),
            votes: votes.map(|resolution| self.vote_line(resolution)).collect::<Vec<_>>().join("\n"),
            words: self.vote_words(),
            opens_on: self.edition.first_vote.clone(),
            suggested: self.edition.offered_countries.join(" "),
        }
    }

    /// Returns the record of the votes, parsed from its serialized form as in the app.
    pub(super) fn vote_record(&self) -> Record {
        Record::read(&self.written_record())
    }

    /// Renders the markup that the island may add later: the countries that the reader follows, the ballots of one
    /// country, and a comparison. The style sheet of the page must have the rules for this markup, too.
    pub(super) fn later_answers(&self) -> Html {
        let record = self.vote_record();
        let Some(shown) = record.vote(&record.opens_on) else { return Html::default() };
        let against = record.votes.iter().find(|other| shown.compares_with(other));
        let countries: Vec<AttrValue> = record.countries.iter().map(|country| country.iso.clone()).collect();
        html! {
            <>
                { followed(&record, &countries, &Store::default()) }
                { country_record(&record, shown.body, record.suggested.first().map(|iso| &**iso)) }
                { comparison(&record, shown, against, NodeRef::default()) }
            </>
        }
    }

    fn vote_line(&self, resolution: &Resolution) -> String {
        let ballot = |iso3: &str| resolution.roll_call.iter().find(|(voter, _)| voter == iso3).map(|(_, ballot)| *ballot);
        let roll: String = self.edition.countries.iter().map(|country| letter(ballot(&country.iso3))).collect();
        let vote = Vote {
            id: resolution.id.clone().into(),
            body: resolution.body,
            year: resolution.adopted_on.year.to_string().into(),
            symbol: resolution.symbol.clone().into(),
            roll: roll.into(),
            finding: self.about_vote(resolution, &self.labels().history.vote_finding).into(),
        };
        vote.write()
    }

    pub(super) async fn vote_explorer(&self) -> Html {
        let labels = &self.labels().history;
        let written = self.written_record();
        let votes = Route::Vote(String::new()).path();
        let pages = self.url_of(votes.trim_end_matches('/')) + "/";
        let props = votes::Props { shared: Shared::default(), record: Rc::new(Record::read(&written)), pages: pages.clone().into() };
        html! {
            <div class="explore wide" id="roll-call">
                <h3>{ self.linked("roll-call", &labels.explore) }</h3>
                <p class="instruction">{ &labels.explore_text }</p>
                <label class="choice asked">
                    <span>{ &labels.resolution }</span>
                    <select name="resolution" autocomplete="off">
                        { for Body::ALL.map(|body| self.choices(body)) }
                    </select>
                </label>
                <datalist
                    id="countries"
                    data-regions={written.regions}
                    data-votes={written.votes}
                    data-words={written.words}
                    data-opens-on={written.opens_on}
                    data-suggested={written.suggested}
                    data-pages={pages}
                >
                    { for self.edition.countries.iter().map(country_option) }
                </datalist>
                { island::<Votes>("votes", props).await }
                <p class="caption"><a href={self.data("votes")} download="">{ &labels.ballots }</a></p>
            </div>
        }
    }

    /// Renders the options for all resolutions of a body, the newest first.
    fn choices(&self, body: Body) -> Html {
        html! {
            <optgroup label={self.labels().word(body).to_owned()}>
                { for self.edition.resolutions.iter().rev().filter(|resolution| resolution.body == body).map(|resolution| html! {
                    <option value={resolution.id.clone()} selected={resolution.id == self.edition.first_vote}>
                        { format!("{} · {} · {}", resolution.adopted_on.year, resolution.symbol, self.adopted(resolution)) }
                    </option>
                }) }
            </optgroup>
        }
    }

    /// Returns the messages of the island, for the attribute `data-words`.
    fn vote_words(&self) -> String {
        let (all, labels) = (self.labels(), &self.labels().history);
        let remove = labels.remove.split_once("{}").unwrap_or((&labels.remove, ""));
        Messages::write(|message| match message {
            Message::Ballot(ballot) => all.word(ballot),
            Message::Region(region) => all.word(region),
            Message::Body(body) => all.word(body),
            Message::Phrase(phrase) => match phrase {
                Phrase::NotMember => &labels.not_member,
                Phrase::BallotOf => labels.ballot_of.trim_start_matches("{}").trim_end_matches("{ballot}"),
                Phrase::Tiles => &labels.tiles,
                Phrase::NothingRead => &labels.nothing_read,
                Phrase::Country => &labels.country,
                Phrase::NoCountry => &labels.no_country,
                Phrase::Suggested => &labels.suggested,
                Phrase::Remove => remove.0,
                Phrase::RemoveAfter => remove.1,
                Phrase::NoRoll => &labels.no_roll,
                Phrase::Details => &labels.details,
                Phrase::Against => &labels.against,
                Phrase::Nothing => &labels.nothing,
                Phrase::Nobody => &labels.nobody,
            },
        })
    }
}

/// Returns the text of an option: the names of a country, then its code in brackets.
fn country_choice(country: &Country, names: &str) -> String {
    format!("{names} ({})", country.iso3)
}

/// Returns the text of an option with all names of a country.
fn all_names(country: &Country) -> String {
    let names: Vec<&str> = std::iter::once(&country.name).chain(&country.other_names).map(String::as_str).collect();
    country_choice(country, &names.join(BETWEEN_NAMES))
}

/// Renders the option of a country. If the country has several names, the text of the option has all of them, so that
/// browsers suggest the country for each name.
fn country_option(country: &Country) -> Html {
    let value = country_choice(country, &country.name);
    if country.other_names.is_empty() {
        return html! { <option>{ value }</option> };
    }
    html! { <option value={value}>{ all_names(country) }</option> }
}
