//! Renders the part about the article. On its own page and in the offline file, the part has an
//! entry for each statement. An entry shows a paraphrase, the kind of statement, the verdict, and
//! the facts that other sources add.

use super::{
    Page,
    choices::{Answer, question, result_count},
    citation::uncited,
    statement_strip::form,
};
use story::{
    Statement,
    vocabulary::{Kind, Speaker, Verdict, Vocabulary},
};
use vocabulary::Subject;
use yew::prelude::*;

/// The id of the element with all statements.
pub(super) const CARD: &str = "article-card";

/// The URL parameters by which a reader highlights statements. A statement has its value for each
/// parameter in an attribute, such as `data-kind`.
const NAMES: [&str; 3] = ["kind", "verdict", "speaker"];

/// Returns the CSS that dims the statements that do not match the reader's choice, and their
/// squares in the strip above the list. The CSS has a selector for each possible answer, so the
/// choice works without script.
///
/// At each press, browsers evaluate `:has()` again and search the elements that its argument may match. With these
/// selectors, they search only the form and not the whole page.
pub(super) fn pale_style() -> String {
    fn rules<T: Vocabulary>(name: &'static str) -> impl Iterator<Item = String> {
        T::WORDS.iter().map(move |(word, _)| {
            format!(
                ":is(.stand-out:has([value={word}]:checked)~*,.verdicts:has(+* [value={word}]:checked)) [data-speaker]:not([data-{name}={word}])"
            )
        })
    }
    let rules = rules::<Kind>(NAMES[0]).chain(rules::<Verdict>(NAMES[1])).chain(rules::<Speaker>(NAMES[2]));
    let pale = "--ink:var(--ink-soft);--accent:var(--ink-soft);--mark:0;--small:.6;--square:var(--hairline);--on-square:var(--ink-soft);color:var(--ink-soft)";
    format!("{}{{{pale}}}", rules.collect::<Vec<_>>().join(","))
}

impl Page<'_> {
    /// Renders the part. The story leaves out the controls, the statements and the sections.
    pub(super) async fn article(&self) -> Html {
        let prose = &self.edition.texts.article;
        let labels = &self.labels().article;
        let statements = &self.edition.statements;
        if self.is_story() {
            return self.part(Subject::Article, self.statement_strip());
        }
        let content = html! {
            <>
                { self.section(prose.section("reading"), Html::default()) }
                <ol class="statements" start="0">{ for statements.iter().map(|statement| self.statement(statement)) }</ol>
            </>
        };
        let highlight_controls = self.highlight_controls().await;
        self.part(
            Subject::Article,
            html! {
                <>
                    // The strip is sticky within this element, so the strip stays in view above the statements.
                    <div class="checked wide">
                        { self.statement_strip() }
                        { highlight_controls }
                        { self.background(CARD, &labels.open, &labels.summary.replace("{n}", &statements.len().to_string()), content) }
                    </div>
                    { self.sections_but(prose, &["reading"]) }
                </>
            },
        )
    }

    async fn highlight_controls(&self) -> Html {
        let labels = &self.labels().article;
        let statements = &self.edition.statements;
        let kinds: Vec<_> = statements.iter().map(|statement| statement.kind).collect();
        let verdicts: Vec<_> = statements.iter().map(|statement| statement.verdict).collect();
        let speakers: Vec<_> = statements.iter().map(|statement| statement.speaker).collect();
        let all = |count: usize| Some(Answer { value: String::new(), words: labels.all.clone(), count });
        html! {
            <form class="choices stand-out wide">
                <p class="instruction">{ &labels.instruction }</p>
                { question(NAMES[0], &labels.kind, all(kinds.len()), self.answers(&kinds)) }
                { question(NAMES[1], &labels.verdict, all(verdicts.len()), self.answers(&verdicts)) }
                { question(NAMES[2], &labels.speaker, all(speakers.len()), self.answers(&speakers)) }
                { result_count("voices", statements.len(), &labels.stand_out).await }
            </form>
        }
    }

    fn statement(&self, statement: &Statement) -> Html {
        let labels = &self.labels().article;
        let anchor = format!("statement-{}", statement.number);
        // Statement 0 is the headline, which is shown without a number.
        let name =
            if statement.number == 0 { labels.headline.clone() } else { labels.statement.replace("{n}", &statement.number.to_string()) };
        let place = self.place(&anchor, name);
        html! {
            <li class="statement" id={anchor.clone()} data-kind={statement.kind.word()} data-verdict={statement.verdict.word()} data-speaker={statement.speaker.word()}>
                <p class="labels">
                    <a class="anchor number" href={format!("#{anchor}")} aria-label={(statement.number > 0).then(|| place.name.clone())}>{ self.number(statement) }</a>
                    { self.kind(statement.kind) }
                    <span class="speaker">{ &statement.by }</span>
                    if statement.written_as_fact {
                        <span class="as-fact">{ &labels.written_as_fact }</span>
                    }
                </p>
                <p class="says">{ self.inlines(&statement.says, &place) }</p>
                if let Some(words) = &statement.words {
                    <p class="as-printed">{ &labels.words }{ " " }<q lang={self.edition.article_language().to_owned()}>{ words }</q></p>
                }
                <div class={classes!("adds", form(statement.verdict))}>
                    { self.verdict(statement.verdict) }
                    <p>{ self.inlines(&statement.adds, &place) }{ self.cite(&uncited(&statement.sources, &statement.adds), &place) }</p>
                </div>
            </li>
        }
    }
}
