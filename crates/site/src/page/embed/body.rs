//! Renders the body of an embed: the title line, the content, the cited sources, and the link to the full page.

use super::Embed;
use crate::page::{
    Page,
    citation::Chapter,
    document::render,
    outline::outlined,
    raw,
    rewrite_links::{Opens, cited_in, rewrite},
};
use crate::scripts::Script;
use std::collections::BTreeSet;
use story::Prose;
use vocabulary::{Part, Subject};
use yew::prelude::*;

impl Page<'_> {
    /// Returns the markup of `embed`. If a link leads to an element that is not in the embed, the
    /// link opens the full page that contains the element.
    pub(super) async fn embed_body(&self, embed: &Embed) -> Result<String, lol_html::errors::RewritingError> {
        let content = render(self.embed_content(embed).await).await;
        let cited = cited_in(&content)?;
        let name = embed.name();
        let main = html! {
            <main class="embed" data-part={if name.is_empty() { "all".to_owned() } else { name }}>
                { self.embed_header(embed) }
                // If the host gives the frame too little height, `height.js` cuts this element and shows the button.
                <div class="piece" tabindex="-1">{ raw(content) }</div>
                <button type="button" class="show-all" hidden={true}>{ &self.labels().embed.more }</button>
                { self.embed_sources(&cited) }
                { self.embed_footer() }
            </main>
        };
        let main = render(main).await;
        let popovers = render(self.popovers(&main)?).await;
        let elsewhere = |id: &str| self.url_of(&self.places.address(id));
        let body = outlined(&rewrite(&(main + &popovers), Opens::NewTab, elsewhere)?)?;
        let script = if popovers.is_empty() { String::new() } else { format!("<script>{}</script>", Script::Popovers.minified()) };
        Ok(body + &script)
    }

    async fn embed_content(&self, embed: &Embed) -> Html {
        self.citations.enter(Chapter::of(self.route));
        match embed {
            Embed::Whole => {
                let mut cards = vec![self.lead_figure(), self.opening_card()];
                for subject in Subject::ALL {
                    cards.push(self.subject(subject).await);
                }
                html! { <>{ for cards }</> }
            }
            Embed::Subject(subject) => self.subject(*subject).await,
            Embed::Vote(_) => {
                let (row, roll_call) = self.shared_roll_call();
                html! {
                    <div class="explore">
                        <div class="chosen">{ row }</div>
                        <div class="roll-call">{ roll_call }</div>
                    </div>
                }
            }
            Embed::Figure(figure) => self.figure(*figure).await,
            Embed::How => Html::default(),
        }
    }

    fn embed_header(&self, embed: &Embed) -> Html {
        let labels = &self.labels().site;
        let brief = match embed {
            Embed::Whole => Some(&self.edition.texts.lead.brief),
            Embed::Subject(subject) => Some(&self.edition.texts.part(*subject).brief),
            Embed::Vote(_) | Embed::Figure(_) | Embed::How => None,
        };
        html! {
            <header class="embed-title">
                <p class="kicker"><span>{ &labels.kicker }</span>{ " " }{ self.date(self.edition.decision) }</p>
                <h1>{ self.embed_title(embed) }</h1>
                if let Some(brief) = brief {
                    <p class="answer">{ brief }</p>
                }
            </header>
        }
    }

    /// Renders the opening of the story as a card. A label is the title of the card, because the opening has no
    /// heading.
    fn opening_card(&self) -> Html {
        let prose = &self.edition.texts.lead;
        let place = self.place("opening", &self.labels().lead.opening);
        let body = html! { <>{ self.blocks(&prose.introduction, &place) }{ self.section(prose.section("in-short"), Html::default()) }</> };
        part_card("opening", &self.labels().lead.opening, &prose.description, html! { <div class="body">{ body }</div> })
    }

    /// Renders a part in an embed: as a card in the whole explainer, otherwise as a section below the title line.
    pub(in crate::page) fn embedded_part(&self, embed: &Embed, part: Part, prose: &Prose, body: Html) -> Html {
        match embed {
            Embed::Whole => part_card(part.id(), &prose.title, &prose.brief, body),
            Embed::Subject(_) | Embed::Vote(_) | Embed::Figure(_) | Embed::How => {
                html! { <section class="part" id={part.id()} aria-label={prose.title.clone()}>{ body }</section> }
            }
        }
    }

    /// Renders a card with the sources whose ids are in `cited`. Renders nothing if there are none.
    fn embed_sources(&self, cited: &BTreeSet<String>) -> Html {
        let cited: Vec<_> = self.edition.sources.iter().filter(|source| cited.contains(&format!("s{}", source.number))).collect();
        if cited.is_empty() {
            return Html::default();
        }
        html! {
            <details class="card" id="sources">
                <summary><span class="summary">{ &self.labels().embed.sources }</span>{ " " }<span class="hint">{ cited.len() }</span></summary>
                <ol class="sources">{ for cited.into_iter().map(|source| self.source_entry(source, Html::default())) }</ol>
            </details>
        }
    }

    fn embed_footer(&self) -> Html {
        let labels = self.labels();
        html! {
            <footer class="embed-from">
                { self.frozen_line() }
                if self.embed.is_some_and(Embed::has_islands) {
                    <p class="failed-note" hidden={true}>{ &labels.site.failed }</p>
                }
                <p>
                    <a id="whole" href={self.relative_url_of_shared()}>{ &labels.embed.whole }</a>
                    if let Some(figure) = self.embed.and_then(Embed::figure) {
                        { self.data_of(figure) }
                    }
                </p>
                <p>
                    if let Some(publisher) = &self.site.story.imprint.publisher {
                        <span>{ &publisher.name }</span>
                    }
                    <span>{ &labels.site.name }</span>
                    <span>{ &labels.site.reviewed }{ " " }{ self.date(self.edition.reviewed) }</span>
                </p>
            </footer>
        }
    }
}

fn part_card(id: &str, title: &str, brief: &str, body: Html) -> Html {
    html! {
        <details class="card part" id={id.to_owned()}>
            <summary><h2 class="summary">{ title }</h2></summary>
            <p class="brief">{ brief }</p>
            { body }
        </details>
    }
}
