//! Renders the part about the reasons: the government's reasons in its own words, what others inferred, the article's
//! view, criticism and support.

use super::Page;
use story::{
    Prose, Quotation, Voice,
    vocabulary::{Vocabulary, VoiceList},
};
use vocabulary::Subject;
use yew::prelude::*;

/// Returns the id of the section that contains a list of voices.
fn section_of(list: VoiceList) -> &'static str {
    match list {
        VoiceList::Given => "given",
        VoiceList::Inferred => "inferred",
        VoiceList::Critical => "critical",
        VoiceList::Supportive => "supportive",
        VoiceList::Actor => "actors",
    }
}

/// Returns the id of the element with the statement of the voice `id`.
pub(super) fn voice_anchor(id: &str) -> String {
    format!("voice-{id}")
}

impl Page<'_> {
    /// Renders the part. In the story, the part is shortened to its introduction and the table of reasons.
    pub(super) fn why(&self) -> Html {
        let prose = &self.edition.texts.why;
        let labels = &self.labels().why;
        let passages = |ids: &[&str]| -> Html { ids.iter().map(|id| self.passage(prose, id)).collect() };
        if self.is_story() {
            return self.part(Subject::Why, self.reasons());
        }
        let body = html! {
            <>
                { self.reasons() }
                { passages(&["given", "two-weeks-before"]) }
                { self.background("own-words-card", &labels.own_words, "", passages(&["own-words"])) }
                { self.background("inferred-card", &labels.inferred, "", passages(&["inferred", "assessment"])) }
                { self.background("reactions-card", &labels.reactions, "", passages(&["critical", "supportive", "actors", "unknown"])) }
            </>
        };
        self.part(Subject::Why, body)
    }

    /// Renders a section. Some sections end with voices, and one ends with the versions of a quotation.
    fn passage(&self, prose: &Prose, id: &str) -> Html {
        let below = match id {
            "own-words" => self.versions(),
            id => VoiceList::ALL.into_iter().find(|list| section_of(*list) == id).map(|list| self.voices(list)).unwrap_or_default(),
        };
        self.section(prose.section(id), below)
    }

    fn voices(&self, list: VoiceList) -> Html {
        html! {
            <ul class="voices">{ for self.edition.voices.iter().filter(|voice| voice.list == list).map(|voice| self.voice(voice)) }</ul>
        }
    }

    fn voice(&self, voice: &Voice) -> Html {
        let place = self.place(voice_anchor(&voice.id), voice.who.clone());
        html! {
            <li class="voice" id={place.anchor.clone()} data-speaker={voice.speaker.word()}>
                <p class="labels">
                    { self.kind(voice.kind) }
                    <span class="speaker">{ &voice.who }</span>
                    if let Some(date) = voice.date {
                        { self.date(date) }
                    }
                </p>
                <p>{ self.inlines(&voice.text, &place) }{ self.cite(&voice.sources, &place) }</p>
            </li>
        }
    }

    /// Renders the versions of the same quotation that different outlets published, side by side.
    fn versions(&self) -> Html {
        html! {
            <>
                <p class="caption">{ &self.labels().why.marked }</p>
                <div class="versions">{ for self.edition.quotations.iter().map(|quotation| self.version(quotation)) }</div>
            </>
        }
    }

    fn version(&self, quotation: &Quotation) -> Html {
        let place = self.place(format!("version-{}", quotation.id), quotation.outlet.clone());
        let address = quotation.sources.first().and_then(|number| self.edition.source(*number)?.url.clone());
        html! {
            <figure id={place.anchor.clone()}>
                <blockquote lang={quotation.language.clone()} cite={address}><p>{ self.inlines(&quotation.text, &place) }</p></blockquote>
                <figcaption>
                    <span class="speaker">{ &quotation.speaker }</span>{ " · " }
                    <cite>{ &quotation.outlet }</cite>
                    if let Some(translator) = &quotation.translator {
                        { " · " }
                        <span class="translated">
                            if *translator == quotation.outlet {
                                { &self.labels().why.own_translation }
                            } else {
                                { self.labels().why.translated.replace("{}", translator) }
                            }
                        </span>
                    }
                    { self.cite(&quotation.sources, &place) }
                </figcaption>
            </figure>
        }
    }
}
