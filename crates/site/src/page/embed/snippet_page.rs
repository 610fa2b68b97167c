//! Renders the page that makes snippets. The reader chooses a part, a language, a theme and a width, sees a preview,
//! and copies a snippet. The controls need script. Without script, the page has the snippets for the whole explainer.

use super::{Embed, snippet};
use crate::{
    page::{Page, Places, citation::Citations, document::render, raw},
    scripts::Script,
};
use yew::prelude::*;

/// The widths of the preview, in CSS pixels.
const WIDTHS: [u16; 5] = [280, 320, 480, 640, 960];

impl Page<'_> {
    pub(super) async fn snippet_page_body(&self) -> String {
        let labels = &self.labels().embed;
        let main = html! {
            <main class="how">
                <header class="embed-title">
                    <p class="kicker"><a href={self.relative_url_of_shared()}>{ &self.labels().site.name }</a></p>
                    <h1>{ &labels.how }</h1>
                    <p class="answer">{ &labels.how_text }</p>
                </header>
                { self.snippet_choices() }
                <figure class="preview">
                    <figcaption>{ &labels.preview }</figcaption>
                    <div class="stage"><iframe src={self.relative_url_of_embed(&Embed::Whole)} title={self.whole_title()} height="960"></iframe></div>
                </figure>
                { self.snippet("frame", &labels.frame, &labels.frame_text, snippet::FRAME) }
                { self.snippet("element", &labels.element, &labels.element_text, snippet::ELEMENT) }
                { self.snippet("wordpress", &labels.wordpress, &labels.wordpress_text, snippet::WORDPRESS) }
                { self.snippet("amp", &labels.amp, &labels.amp_text, snippet::AMP) }
                <p class="status" role="status" data-copied={labels.copied.clone()}></p>
            </main>
        };
        render(main).await
    }

    /// Returns the relative address of an embed of the same edition.
    fn relative_url_of_embed(&self, embed: &Embed) -> String {
        self.relative_url(&format!("{}{}", self.site.story.folder(self.edition), embed.path()))
    }

    fn whole_title(&self) -> String {
        self.edition.texts.lead.title.clone()
    }

    fn snippet_choices(&self) -> Html {
        let labels = &self.labels().embed;
        let embeds = Embed::all(self.edition);
        let (votes, others): (Vec<_>, Vec<_>) = embeds.iter().partition(|embed| matches!(embed, Embed::Vote(_)));
        let (figures, parts): (Vec<_>, Vec<_>) = others.into_iter().partition(|embed| embed.figure().is_some());
        let base = self.absolute_url("").unwrap_or_else(|| self.relative_url(""));
        html! {
            <form class="choose" data-base={base} data-site={self.relative_url("")}>
                <label>
                    <span>{ &labels.part }</span>
                    <select name="part">
                        { for parts.into_iter().map(|embed| self.snippet_option(embed)) }
                        <optgroup label={labels.figures.clone()}>{ for figures.into_iter().map(|embed| self.snippet_option(embed)) }</optgroup>
                        <optgroup label={labels.votes.clone()}>{ for votes.into_iter().rev().map(|embed| self.snippet_option(embed)) }</optgroup>
                    </select>
                </label>
                <label>
                    <span>{ &labels.language }</span>
                    <select name="lang">
                        { for self.site.story.editions.iter().map(|edition| html! {
                            <option
                                value={edition.language.clone()}
                                data-folder={self.site.story.folder(edition)}
                                data-more={edition.labels.embed.more.clone()}
                                selected={edition.language == self.edition.language}
                            >{ &edition.labels.site.language }</option>
                        }) }
                    </select>
                </label>
                <label>
                    <span>{ &labels.theme }</span>
                    <select name="theme">
                        <option value="auto">{ &labels.auto }</option>
                        <option value="light">{ &labels.light }</option>
                        <option value="dark">{ &labels.dark }</option>
                    </select>
                </label>
                <label>
                    <span>{ &labels.width }</span>
                    <select name="width">
                        <option value="">{ &labels.full }</option>
                        { for WIDTHS.map(|width| html! { <option value={width.to_string()}>{ format!("{width} px") }</option> }) }
                    </select>
                </label>
            </form>
        }
    }

    /// Renders the option for an embed. An attribute has the embed's title in every language.
    fn snippet_option(&self, embed: &Embed) -> Html {
        let route = embed.shared();
        let titles: Vec<(&str, String)> = self
            .site
            .story
            .editions
            .iter()
            .map(|edition| {
                let page = Page {
                    site: self.site,
                    edition,
                    route: &route,
                    embed: Some(embed),
                    takeaway: None,
                    citations: Citations::default(),
                    places: Places::NONE,
                };
                (edition.language.as_str(), page.embed_title(embed))
            })
            .collect();
        let words =
            titles.iter().find(|(language, _)| *language == self.edition.language).map(|(_, title)| title.clone()).unwrap_or_default();
        let titles: String = titles.iter().map(|(language, title)| format!("{language}\t{title}\n")).collect();
        let words = if *embed == Embed::Whole { self.labels().embed.all.clone() } else { words };
        // If an author pastes the address of a full page, WordPress shows the compact embed of that
        // page. So for a compact embed without a fixed theme, authors paste the address of the full
        // page, which is more useful as a link.
        let paste = if Embed::compact(&route) == *embed { route.path() } else { embed.path() };
        html! {
            <option value={embed.name()} data-path={embed.path()} data-page={route.path()} data-paste={paste} data-height={embed.height(self.edition).to_string()} data-titles={titles}>
                { words }
            </option>
        }
    }

    /// Renders a section with a snippet for the whole explainer. If the base URL is not known, a visible placeholder
    /// replaces the base URL in the snippet.
    fn snippet(&self, id: &'static str, title: &str, text: &str, template: &'static str) -> Html {
        let labels = &self.labels().embed;
        let base = self.absolute_url("").unwrap_or_else(|| labels.address.clone());
        let folder = self.site.story.folder(self.edition);
        let (page, framed) = (format!("{base}{folder}"), format!("{base}{folder}{}?theme=auto", Embed::Whole.path()));
        let filled = snippet::filled(
            template,
            &[
                ("base", &base),
                ("page", &page),
                ("paste", &page),
                ("embed", &framed),
                ("title", &self.whole_title()),
                ("part", ""),
                ("lang", &self.edition.language),
                ("theme", "auto"),
                ("height", &Embed::Whole.height(self.edition).to_string()),
                ("more", &labels.more),
            ],
        );
        html! {
            <section class="snippet">
                <h2 id={id}>{ title }</h2>
                <p>{ text }</p>
                <pre tabindex="0" role="region" aria-labelledby={id}><code data-template={template}>{ filled }</code></pre>
                <button type="button">{ &labels.copy }</button>
            </section>
        }
    }

    /// Renders the script of the page. The script runs as soon as it is parsed, so it must follow the markup.
    pub(super) fn snippet_script() -> Html {
        raw(format!("<script>{}</script>", Script::Snippets.minified()))
    }
}
