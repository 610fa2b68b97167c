//! The article's statements as a strip of squares, in the article's order. Each has the form of its verdict and leads to its
//! statement.

use super::Page;
use story::{
    Statement,
    vocabulary::{Verdict, Vocabulary},
};
use yew::prelude::*;

/// The class for the form of a verdict: of its square, and of the line beside what others add.
pub(super) fn form(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Confirmed => "filled",
        Verdict::ConfirmedImprecise => "footed",
        Verdict::PartlyDisputed => "double",
        Verdict::NotChecked => "dashed",
    }
}

impl Page<'_> {
    /// The figure: its finding, the squares, and how many have which form.
    pub(super) fn statement_strip(&self) -> Html {
        let statements = &self.edition.statements;
        html! {
            <figure class="verdicts">
                <figcaption id="verdicts"><h3>{ self.linked("verdicts", self.edition.finding_on_statements()) }</h3></figcaption>
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
            </figure>
        }
    }

    /// How a statement is called in the list: the first is the headline, and has no number.
    pub(super) fn number(&self, statement: &Statement) -> String {
        if statement.number == 0 { self.labels().article.headline.clone() } else { statement.number.to_string() }
    }
}
