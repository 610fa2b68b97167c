//! Renders the article's statements as a strip of squares, in the article's order. The form of a square shows the
//! verdict. Each square is a link to its statement.

use super::Page;
use crate::drawing::finding;
use story::{
    Statement,
    vocabulary::{Figure, Verdict, Vocabulary},
};
use yew::prelude::*;

/// Returns the CSS class for the square of a statement with this verdict. The class `double` also styles the line
/// beside the facts that other sources add to the statement.
pub(super) fn form(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Confirmed => "filled",
        Verdict::ConfirmedImprecise => "footed",
        Verdict::PartlyDisputed => "double",
        Verdict::NotChecked => "dashed",
    }
}

impl Page<'_> {
    /// Renders the figure: its finding, the squares, and a key with the number of statements for each verdict.
    pub(super) fn statement_strip(&self) -> Html {
        let statements = &self.edition.statements;
        html! {
            <figure class="verdicts">
                <figcaption id="verdicts"><h3>{ self.linked("verdicts", finding(self.edition, Figure::Statements)) }</h3><p class="caption">{ &self.labels().article.squares }</p></figcaption>
                <ol class="squares">
                    { for statements.iter().map(|statement| html! {
                        <li>
                            <a
                                href={format!("#statement-{}", statement.number)}
                                data-kind={statement.kind.word()}
                                data-verdict={statement.verdict.word()}
                                class={form(statement.verdict)}
                                data-speaker={statement.speaker.word()}
                                title={self.labels().word(statement.verdict).to_owned()}
                            >{ self.number(statement) }</a>
                        </li>
                    }) }
                </ol>
                <ul class="square-key">
                    { for Verdict::ALL.map(|verdict| html! {
                        <li>
                            <i class={form(verdict)}></i>
                            <b>{ statements.iter().filter(|statement| statement.verdict == verdict).count() }</b>
                            { self.verdict(verdict) }
                        </li>
                    }) }
                </ul>
                { self.figure_links(Figure::Statements) }
            </figure>
        }
    }

    /// Returns the number of a statement as text. For statement 0, which is the headline, returns a word instead.
    pub(super) fn number(&self, statement: &Statement) -> String {
        if statement.number == 0 { self.labels().article.headline.clone() } else { statement.number.to_string() }
    }
}
