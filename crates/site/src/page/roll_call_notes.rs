//! Renders the notes that explain entries of roll calls, such as ballots that differ between sources.

use super::{Page, citation::uncited};
use story::RollCallNote;
use yew::prelude::*;

impl Page<'_> {
    /// Renders the notes for which `wanted` is true. Each note has a link to its resolution.
    pub(super) fn roll_call_notes(&self, wanted: impl Fn(&RollCallNote) -> bool) -> Html {
        let symbol =
            |id: &str| self.edition.resolutions.iter().find(|resolution| resolution.id == id).map_or("", |found| found.symbol.as_str());
        html! {
            <dl class="notes">
                { for self.edition.roll_call_notes.iter().filter(|note| wanted(note)).map(|note| {
                    let name = self.labels().history.note_on.replace("{symbol}", symbol(&note.resolution));
                    let place = self.place(format!("note-{}", note.id), name);
                    html! {
                        <div id={place.anchor.clone()}>
                            <dt><a href={format!("#resolution-{}", note.resolution)} translate="no">{ symbol(&note.resolution) }</a></dt>
                            <dd>{ self.inlines(&note.text, &place) }{ self.cite(&uncited(&note.sources, &note.text), &place) }</dd>
                        </div>
                    }
                }) }
            </dl>
        }
    }
}
