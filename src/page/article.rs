//! The article, statement by statement: what it says, what kind of statement that is, what others add.

use super::{Page, card::card};
use story::{
    Inline, Statement,
    vocabulary::{Speaker, Verdict, Vocabulary},
};
use yew::prelude::*;

impl Page<'_> {
    /// The part with its card.
    pub(super) fn article(&self) -> Html {
        let prose = &self.edition.texts.article;
        let labels = &self.labels().article;
        let statements = &self.edition.statements;
        let content = html! {
            <>
                { self.section(prose.section("reading"), Html::default()) }
                <ol class="statements" start="0">{ for statements.iter().map(|statement| self.statement(statement)) }</ol>
            </>
        };
        self.part(
            "article",
            prose,
            html! {
                <>
                    { self.verdict_overview() }
                    { card("article-card", &labels.open, &labels.summary.replace("{n}", &statements.len().to_string()), content) }
                    { self.sections_but(prose, &["reading"]) }
                </>
            },
        )
    }

    /// How many statements came to which verdict, a mark each.
    fn verdict_overview(&self) -> Html {
        let labels = &self.labels().article;
        html! {
            <figure class="verdicts">
                <figcaption><h3>{ &labels.overview }</h3></figcaption>
                <ul>
                    { for Verdict::WORDS.iter().map(|(_, verdict)| {
                        let found: Vec<_> = self.edition.statements.iter().filter(|statement| statement.verdict == *verdict).collect();
                        html! {
                            <li>
                                <b>{ found.len() }</b>
                                { self.verdict(*verdict) }
                                <span class="numbers">
                                    { for found.iter().map(|statement| html! { <a href={format!("#statement-{}", statement.number)}>{ statement.number }</a> }) }
                                </span>
                            </li>
                        }
                    }) }
                </ul>
            </figure>
        }
    }

    fn statement(&self, statement: &Statement) -> Html {
        let labels = &self.labels().article;
        let anchor = format!("statement-{}", statement.number);
        let place = self.place(&anchor, labels.statement.replace("{n}", &statement.number.to_string()));
        html! {
            <li class="statement" id={anchor.clone()} data-kind={statement.kind.word()} data-verdict={statement.verdict.word()} data-speaker={statement.speaker.word()}>
                <p class="labels">
                    <a class="anchor number" href={format!("#{anchor}")}>{ if statement.number == 0 { labels.headline.clone() } else { statement.number.to_string() } }</a>
                    { self.kind(statement.kind) }
                    <span class="speaker">{ &statement.by }</span>
                    if statement.written_as_fact && statement.speaker != Speaker::Article {
                        <span class="as-fact">{ &labels.written_as_fact }</span>
                    }
                </p>
                <p class="says">{ self.inlines(&statement.says, &place) }</p>
                <div class="adds">
                    { self.verdict(statement.verdict) }
                    <p>{ self.inlines(&statement.adds, &place) }{ self.cite(&further(statement), &place) }</p>
                </div>
            </li>
        }
    }
}

/// The sources of a statement that its text does not cite already.
fn further(statement: &Statement) -> Vec<usize> {
    let cited: Vec<usize> =
        statement.adds.iter().flat_map(|piece| if let Inline::Cite(numbers) = piece { numbers.as_slice() } else { &[] }).copied().collect();
    statement.sources.iter().copied().filter(|number| !cited.contains(number)).collect()
}
