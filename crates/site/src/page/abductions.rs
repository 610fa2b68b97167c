//! Renders the part about the abduction issue. The part has counts from several lists, and states
//! who gives each count. Counts of different lists are never added.

use super::Page;
use story::{
    Count,
    vocabulary::{CountList, Thread},
};
use vocabulary::Subject;
use yew::prelude::*;

impl Page<'_> {
    /// Renders the part. The story leaves out the map, the lists, the choice of a count, and most sections.
    pub(super) async fn abductions(&self) -> Html {
        let prose = &self.edition.texts.abductions;
        let labels = &self.labels().abductions;
        let cases = self.edition.events.iter().filter(|event| event.threads.contains(&Thread::Abductions));
        let title = prose.section("cases").map(|section| section.title.as_slice()).unwrap_or_default();
        let more = if self.is_story() {
            Html::default()
        } else {
            html! { <>{ self.coast() }{ self.lists() }{ self.counts() }</> }
        };
        let content = if self.is_story() {
            let sections = ["seventeen", "families"];
            sections
                .into_iter()
                .map(|id| self.section(prose.section(id), Html::default()))
                .chain([self.way_on(Subject::Abductions)])
                .collect()
        } else {
            html! {
                <>
                    { self.section(prose.section("seventeen"), Html::default()) }
                    { self.section(prose.section("thirteen"), Html::default()) }
                    { self.section(prose.section("not-ruled-out"), self.police_chart()) }
                    { self.section(prose.section("families"), Html::default()) }
                    { self.section(prose.section("caveats"), self.figures()) }
                    { self.section(prose.section("cases"), self.event_headlines(cases, &self.place("cases", story::plain(title)))) }
                </>
            }
        };
        self.part(
            Subject::Abductions,
            html! {
                <>
                    { self.names() }
                    { more }
                    { self.background("abductions-card", &labels.open, &labels.hint, content) }
                </>
            },
        )
    }

    /// Renders the table of all counts, grouped by list. A row states what the count includes and who gives it.
    fn figures(&self) -> Html {
        let labels = &self.labels().abductions;
        html! {
            <div class="scroll" tabindex="0" role="region" aria-label={labels.figures.clone()}>
                <table class="figures">
                    <caption>{ &labels.figures }</caption>
                    <thead>
                        <tr><th scope="col">{ &labels.figure }</th><th scope="col">{ &labels.means }</th><th scope="col">{ &labels.says }</th></tr>
                    </thead>
                    { for CountList::ALL.map(|list| html! {
                        <tbody>
                            <tr class="list-name"><th colspan="3" scope="rowgroup">{ self.labels().word(list) }</th></tr>
                            { for self.edition.counts.iter().filter(|count| count.list == list).map(|count| self.count_row(count)) }
                        </tbody>
                    }) }
                </table>
            </div>
        }
    }

    fn count_row(&self, count: &Count) -> Html {
        let labels = &self.labels().abductions;
        let place = self.count_place(count);
        html! {
            <tr id={place.anchor.clone()}>
                <th scope="row" class="figure">{ self.count_value(count) }</th>
                <td data-label={labels.means.clone()}>
                    { self.inlines(&count.means, &place) }{ self.cite(&count.sources, &place) }
                    { self.one_source(count.confidence) }
                    if let Some(caveat) = &count.caveat {
                        <span class="caveat">{ self.inlines(caveat, &place) }</span>
                    }
                </td>
                <td data-label={labels.says.clone()}>
                    <span>{ &count.says }</span>
                    if let Some(date) = count.date {
                        <span class="as-of">{ self.date(date) }</span>
                    }
                </td>
            </tr>
        }
    }
}
