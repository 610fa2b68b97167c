//! The strip at the lower edge of a roll call, with the ballots of one country.

use super::{ballot_mark::ballot_mark, messages::Phrase, record::Record};
use vocabulary::Body;
use yew::prelude::*;

/// Renders the strip with a country's ballots in the votes of a body. `iso` is the code of the country. Without it, the strip shows an
/// instruction.
pub fn country_record(record: &Record, body: Body, iso: Option<&str>) -> Html {
    let place = iso.and_then(|iso| record.position(iso));
    html! {
        <div class="country-record" aria-live="polite">
            if let Some(place) = place {
                <b key={&*record.countries[place].iso}>{ &record.countries[place].name }</b>
                <ol key={[&*record.countries[place].iso, "-votes"].concat()}>
                    { for record.votes_of(body).map(|vote| {
                        let ballot = vote.ballot(place);
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
