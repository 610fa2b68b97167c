//! The strip at the lower edge of a roll call, with the ballots of one country.

use super::{ballot_mark::ballot_mark, messages::Phrase, record::Record};
use vocabulary::Body;
use yew::prelude::*;

/// Renders the strip with the ballots of the country `iso` in the votes of a body. If no country has this code, or if
/// `iso` is `None`, the strip shows an instruction.
pub fn country_record(record: &Record, body: Body, iso: Option<&str>) -> Html {
    let index = iso.and_then(|iso| record.position(iso));
    html! {
        <div class="country-record" aria-live="polite">
            if let Some(index) = index {
                <b key={&*record.countries[index].iso}>{ &record.countries[index].name }</b>
                <ol key={[&*record.countries[index].iso, "-votes"].concat()}>
                    { for record.votes_of(body).map(|vote| {
                        let ballot = vote.ballot(index);
                        let word = record.words.ballot(ballot);
                        html! {
                            <li title={&word}>
                                { ballot_mark(ballot) }
                                <span class="visually-hidden">{ word }</span>
                                <span>{ &vote.year }</span>
                            </li>
                        }
                    }) }
                </ol>
            } else {
                <span key="nothing">{ record.words.get(Phrase::NothingRead) }</span>
            }
        </div>
    }
}
