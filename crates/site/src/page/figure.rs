//! Renders a figure by itself. Also renders the links below a figure, by which readers share the
//! figure, embed it or download its data.

use super::{Embed, Page};
use vocabulary::{Figure, Subject, Vocabulary};
use yew::prelude::*;

/// Returns the name of the table that readers can download as the data of a figure.
fn table(figure: Figure) -> &'static str {
    match figure {
        Figure::Plates | Figure::Stairs => "resolutions",
        Figure::BeforeAfter => "comparison",
        Figure::Reasons => "reasons",
        Figure::Names => "people",
        Figure::Coast => "places",
        Figure::Lists | Figure::Counts | Figure::PoliceList => "figures",
        Figure::VotePatterns | Figure::GenevaVotes => "votes",
        Figure::Landmarks => "events",
        Figure::Statements => "statements",
    }
}

impl Page<'_> {
    /// Renders the figure by itself, as in its embed.
    pub(super) async fn figure(&self, figure: Figure) -> Html {
        let shift = || self.place(Subject::Shift.word(), &self.edition.texts.shift.title);
        match figure {
            Figure::Plates => self.lead_figure(),
            Figure::Stairs => {
                let lanes = self.lanes(&shift(), Html::default()).await;
                html! { <>{ lanes }{ self.role_card() }</> }
            }
            Figure::BeforeAfter => self.before_and_after(&shift()),
            Figure::Reasons => self.reasons(),
            Figure::Names => self.names(),
            Figure::Coast => self.coast(),
            Figure::Lists => self.lists(),
            Figure::Counts => self.counts(),
            Figure::PoliceList => self.police_chart(),
            Figure::VotePatterns => self.vote_strips(),
            Figure::GenevaVotes => self.geneva_votes(),
            Figure::Landmarks => self.landmarks(),
            Figure::Statements => self.statement_strip(),
        }
    }

    /// Returns whether the page is the embed of the figure.
    pub(super) fn is_figure(&self, figure: Figure) -> bool {
        self.embed.and_then(Embed::figure) == Some(figure)
    }

    /// Renders the links below a figure. The first link leads to the embed of the figure, which
    /// readers share. With script, this link opens the dialog for sharing instead. The second link
    /// leads to the snippets that embed the figure. The third link downloads the data of the
    /// figure. Renders nothing in embeds, in the print edition and in the offline file.
    pub(super) fn figure_links(&self, figure: Figure) -> Html {
        if self.embed.is_some() || self.takeaway.is_some() {
            return Html::default();
        }
        let how = format!("{}?part={}", Embed::How.path(), figure.word());
        html! {
            <p class="caption figure-links">
                <a class="share-figure" href={self.url_of(&Embed::Figure(figure).path())}>{ &self.labels().share.figure }</a>{ " " }
                <a href={self.url_of(&how)}>{ &self.labels().embed.figure }</a>{ " " }
                { self.data_of(figure) }
            </p>
        }
    }

    /// Renders the link to download the table of a figure.
    pub(super) fn data_of(&self, figure: Figure) -> Html {
        html! { <a href={self.data(table(figure))} download="">{ &self.labels().embed.data }</a> }
    }
}
