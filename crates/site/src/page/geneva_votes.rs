//! The recorded votes in Geneva. The members change, so each column stacks the ballots of one vote, a line a member.

use super::{
    Page,
    vote_columns::{Columns, bands, drawn, half_line, stacked_lines},
};
use story::Tally;
use vocabulary::{Body, City, Vocabulary};
use yew::prelude::*;

impl Page<'_> {
    /// The figure.
    pub(super) fn geneva_votes(&self) -> Html {
        let labels = &self.labels().history;
        html! {
            <figure class="strips wide" id="geneva-votes">
                <figcaption><h3>{ self.linked("geneva-votes", &labels.geneva_title) }</h3><p>{ &labels.geneva_text }</p></figcaption>
                <ul class="geneva">{ for Body::ALL.into_iter().filter(|body| body.city() == City::Geneva).map(|body| self.votes_of_body(body)) }</ul>
            </figure>
        }
    }

    fn votes_of_body(&self, body: Body) -> Html {
        let labels = &self.labels().history;
        let columns = Columns(self.edition.vote_years(body));
        let members = columns.votes().filter_map(|vote| vote.tally).map(Tally::members).max().unwrap_or_default();
        let beside = html! { <>{ half_line(members) }{ self.years_without_vote(&columns, &labels.without_vote) }</> };
        html! {
            <li data-body={body.word()}>
                <p><b>{ self.labels().word(body) }</b>{ " " }<span>{ labels.geneva_members.replace("{n}", &members.to_string()) }</span></p>
                <div class="plot">
                    { bands(&columns) }
                    { self.column_names(&columns) }
                    { drawn(&columns, members.into(), &stacked_lines(&columns), beside) }
                </div>
            </li>
        }
    }
}
