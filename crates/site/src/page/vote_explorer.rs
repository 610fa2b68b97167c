//! The controls for the recorded votes, the list of countries, and the place of the island that answers them.

use super::Page;
use explainer::islands::votes::{
    messages::{MessageKey, Messages},
    record::{BETWEEN_NAMES, Vote, letter},
};
use story::{
    Country, Resolution,
    vocabulary::{Ballot, Body, Region, Vocabulary},
};
use yew::prelude::*;

impl Page<'_> {
    /// Which bodies are shown; none checked means all. Style sheets hide the rest, so it works without script.
    pub(super) fn body_filter(&self) -> Html {
        html! {
            <form>
                <fieldset class="bodies">
                    <legend>{ &self.labels().history.filter }</legend>
                    { for Body::WORDS.iter().map(|(word, body)| html! {
                        <label><input type="checkbox" name="body" value={*word} /><span>{ self.labels().word(*body) }</span></label>
                    }) }
                </fieldset>
            </form>
        }
    }

    /// The recorded votes for the island, a line each: roll calls have a letter for each country, in the order of the list.
    pub(super) fn vote_lines(&self) -> String {
        let line = |resolution: &Resolution| {
            let ballot = |iso3: &str| resolution.roll_call.iter().find(|(voter, _)| voter == iso3).map(|(_, ballot)| *ballot);
            let roll: String = self.edition.countries.iter().map(|country| letter(ballot(&country.iso3))).collect();
            let year = resolution.adopted_on.year.to_string();
            Vote { id: &resolution.id, body: resolution.body.word(), year: &year, symbol: &resolution.symbol, roll: &roll }.write()
        };
        self.edition.resolutions.iter().filter(|resolution| resolution.tally.is_some()).map(line).collect::<Vec<_>>().join("\n")
    }

    /// The controls with what they ask for.
    pub(super) fn vote_explorer(&self) -> Html {
        let labels = &self.labels().history;
        html! {
            <div class="explore wide" id="roll-call" data-island="votes">
                <h3>{ self.linked("roll-call", &labels.explore) }</h3>
                <p class="instruction">{ &labels.explore_text }</p>
                <div class="asked">
                    <label class="choice">
                        <span>{ &labels.resolution }</span>
                        <select name="resolution">
                            <option value="">{ &labels.choose }</option>
                            { for Body::WORDS.iter().map(|(_, body)| self.choices(*body)) }
                        </select>
                    </label>
                    <label class="choice">
                        <span>{ &labels.country }</span>
                        <input type="text" name="country" list="countries" autocomplete="off" data-unknown={labels.no_country.clone()} />
                    </label>
                </div>
                { self.country_list() }
                // Filled when the reader asks; `data-question` says what is answered already.
                <div class="island">
                    <ul class="chips" aria-live="polite"></ul>
                    <div class="followed"></div>
                    <div class="chosen" role="status" ></div>
                    <div class="roll-call"></div>
                    <dl class="movers" aria-live="polite"></dl>
                </div>
                <p class="caption"><a href={self.data("votes")} download="">{ &labels.ballots }</a></p>
            </div>
        }
    }

    /// The resolutions of a body to choose from, newest first.
    fn choices(&self, body: Body) -> Html {
        html! {
            <optgroup label={self.labels().word(body).to_owned()}>
                { for self.edition.resolutions.iter().rev().filter(|resolution| resolution.body == body).map(|resolution| html! {
                    <option value={resolution.id.clone()}>
                        { format!("{} · {} · {}", resolution.adopted_on.year, resolution.symbol, self.adopted(resolution)) }
                    </option>
                }) }
            </optgroup>
        }
    }

    /// The countries to choose from, with the record of the votes for the island.
    fn country_list(&self) -> Html {
        let countries = &self.edition.countries;
        html! {
            <datalist id="countries" data-regions={self.regions()} data-votes={self.vote_lines()} data-words={self.vote_words()}>
                { for countries.iter().map(country_option) }
            </datalist>
        }
    }

    /// A digit for the region of each country.
    pub(super) fn regions(&self) -> String {
        let region = |known: Region| Region::WORDS.iter().position(|(_, region)| *region == known).unwrap_or_default();
        self.edition.countries.iter().map(|country| region(country.region).to_string()).collect()
    }

    pub(super) fn vote_words(&self) -> String {
        let (all, labels) = (self.labels(), &self.labels().history);
        let remove = labels.remove.split_once("{}").unwrap_or((&labels.remove, ""));
        Messages::write(|word| match word {
            MessageKey::Yes => all.word(Ballot::Yes),
            MessageKey::Abstain => all.word(Ballot::Abstain),
            MessageKey::No => all.word(Ballot::No),
            MessageKey::Absent => all.word(Ballot::Absent),
            MessageKey::NotMember => &labels.not_member,
            MessageKey::Africa => all.word(Region::Africa),
            MessageKey::Americas => all.word(Region::Americas),
            MessageKey::Asia => all.word(Region::Asia),
            MessageKey::Europe => all.word(Region::Europe),
            MessageKey::Oceania => all.word(Region::Oceania),
            MessageKey::Commission => all.word(Body::Commission),
            MessageKey::Council => all.word(Body::Council),
            MessageKey::Assembly => all.word(Body::Assembly),
            MessageKey::Region => &labels.region,
            MessageKey::World => &labels.world,
            MessageKey::Against => &labels.against,
            MessageKey::Nothing => &labels.nothing,
            MessageKey::Nobody => &labels.nobody,
            MessageKey::Remove => remove.0,
            MessageKey::RemoveAfter => remove.1,
            MessageKey::BallotOf => labels.ballot_of.trim_start_matches("{}").trim_end_matches("{ballot}"),
            MessageKey::NoRoll => &labels.no_roll,
        })
    }
}

/// A country to choose, by its name, or several, and its code.
pub(super) fn country_choice(country: &Country, names: &str) -> String {
    format!("{names} ({})", country.iso3)
}

/// A country by its name and code, and where it has others by all its names: browsers suggest it by each.
fn country_option(country: &Country) -> Html {
    let value = country_choice(country, &country.name);
    if country.other_names.is_empty() {
        return html! { <option>{ value }</option> };
    }
    let names: Vec<&str> = std::iter::once(&country.name).chain(&country.other_names).map(String::as_str).collect();
    html! { <option value={value}>{ country_choice(country, &names.join(BETWEEN_NAMES)) }</option> }
}
