//! Renders the recorded votes in Geneva. Each vote is a column, and each ballot cast is a line in
//! the column. An absence has no line. The lines are stacked by kind of ballot, because the members
//! change from vote to vote.

use super::{
    Page,
    vote_columns::{bands, drawn, half_line},
};
use crate::drawing::{
    finding,
    votes::{Columns, geneva, members, stacked_lines},
};
use vocabulary::{Body, Figure, Vocabulary};
use yew::prelude::*;

impl Page<'_> {
    /// Renders the figure with the votes of each body that has met in Geneva.
    pub(super) fn geneva_votes(&self) -> Html {
        let labels = &self.labels().history;
        html! {
            <figure class="strips wide" id="geneva-votes">
                <figcaption>
                    <h3>{ self.linked("geneva-votes", finding(self.edition, Figure::GenevaVotes)) }</h3>
                    <p>{ &labels.geneva_text }{ for geneva().map(|body| self.cite_votes(Figure::GenevaVotes, &Columns(self.edition.vote_years(body)))) }</p>
                </figcaption>
                { self.line_key() }
                <ul class="geneva">{ for geneva().map(|body| self.votes_of_body(body)) }</ul>
                { self.figure_links(Figure::GenevaVotes) }
            </figure>
        }
    }

    fn votes_of_body(&self, body: Body) -> Html {
        let labels = &self.labels().history;
        let columns = Columns(self.edition.vote_years(body));
        let members = members(&columns);
        let beside = html! { <>{ half_line(&columns) }{ self.years_without_vote(&columns, &labels.without_vote) }</> };
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
