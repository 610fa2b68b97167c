//! Renders the figures of the abduction issue: the choice of a figure, the 17 people as dots, and a panel about each figure. It
//! also renders the three lists at the same scale. `style/numbers.css` highlights the groups that the chosen figure includes.

use super::{Page, abductions::FATES, citation::Place};
use std::fmt::Write;
use story::{
    Count, Edition,
    vocabulary::{Fate, Vocabulary},
};
use yew::prelude::*;

/// The number of small dots in a line. It is the same in all lists, so that they can be compared.
const LINE: u32 = 50;
/// The distance between two small dots, in SVG units.
const STEP: u32 = 6;

/// Returns the style that shows the total and the panel of the chosen figure. It has a selector for each figure, so the choice
/// works without script.
pub(super) fn count_style(edition: &Edition) -> String {
    let chosen = offered(edition).map(|Count { id, .. }| format!(".numbers:has([value={id}]:checked) [data-count={id}]"));
    chosen.collect::<Vec<_>>().join(",") + "{visibility:visible;--mark:var(--accent)}"
}

/// Returns the figures that the reader can choose.
fn offered(edition: &Edition) -> impl Iterator<Item = &Count> {
    edition.counts.iter().filter(|count| count.choice.is_some())
}

impl Page<'_> {
    /// Renders the choice of a figure, the people as dots, and the panels.
    pub(super) fn numbers(&self) -> Html {
        let labels = &self.labels().abductions;
        html! {
            <figure class="numbers wide" id="counts">
                <figcaption>
                    <h3>{ self.linked("counts", &labels.numbers_title) }</h3>
                    <p class="instruction">{ &labels.numbers_instruction }</p>
                </figcaption>
                { self.choice_of_count() }
                { self.sum() }
                <p class="caption">{ &labels.numbers_text }</p>
                <div class="panels">{ for offered(self.edition).map(|count| self.count_panel(count)) }</div>
                if self.embed.is_some() {
                    { self.lists() }
                }
            </figure>
        }
    }

    /// Renders the native radio buttons for the figures. The first is checked. Style sheets show the total and the panel of the
    /// checked one.
    fn choice_of_count(&self) -> Html {
        let choice = |(place, count): (usize, &Count)| {
            html! {
                <label>
                    <input
                        type="radio"
                        name="count"
                        value={count.id.clone()}
                        data-of={self.groups(count).map(Vocabulary::word).collect::<Vec<_>>().join(" ")}
                        checked={place == 0}
                        aria-describedby={format!("panel-{}", count.id)}
                    />
                    <b translate="no">{ self.count_value(count) }</b>
                    <span>{ count.choice.clone() }</span>
                </label>
            }
        };
        html! {
            <form>
                <fieldset>
                    <legend>{ &self.labels().abductions.numbers_legend }</legend>
                    { for offered(self.edition).enumerate().map(choice) }
                </fieldset>
            </form>
        }
    }

    /// Renders the three lists at the same scale. In an embed they are a closed card, because an embed has little room.
    pub(super) fn lists(&self) -> Html {
        let labels = &self.labels().abductions;
        let lists: Vec<&Count> =
            offered(self.edition).filter(|count| count.groups.is_empty() || count.groups.len() == FATES.len()).collect();
        let title = lists.iter().fold(labels.numbers_lists.clone(), |title, count| {
            title.replace(&format!("{{{}}}", count.list.word()), &self.count_value(count))
        });
        let content = html! {
            <>
                <ul>{ for lists.iter().map(|count| self.list(count)) }</ul>
                <p class="caption">{ &labels.numbers_overlap }</p>
            </>
        };
        if self.embed.is_some() {
            return self.card("lists-card", &title, "", html! { <div class="lists">{ content }</div> });
        }
        html! {
            <figure class="lists wide" id="lists">
                <figcaption><h3>{ self.linked("lists", title) }</h3></figcaption>
                { content }
            </figure>
        }
    }

    /// Returns the groups of people that a figure counts, in the order of [`FATES`].
    fn groups(&self, count: &Count) -> impl Iterator<Item = Fate> {
        FATES.into_iter().filter(|fate| count.groups.contains(fate))
    }

    /// Returns the number of people in a group.
    pub(super) fn people_in(&self, fate: Fate) -> usize {
        self.edition.people.iter().filter(|person| person.fate == fate).count()
    }

    /// Renders the total of each figure, of which only the chosen one is visible, and the groups with a dot for each person.
    fn sum(&self) -> Html {
        let labels = &self.labels().abductions;
        html! {
            <div class="terms">
                <p class="totals">
                    { for offered(self.edition).map(|count| html! {
                        <span data-count={count.id.clone()}><b>{ count.value }</b><span>{ self.listed(count) }</span></span>
                    }) }
                </p>
                { for FATES.iter().enumerate().map(|(index, fate)| html! {
                    <>
                        <span class="sign" aria-hidden="true">{ if index == 0 { "=" } else { "+" } }</span>
                        <p class="group" data-fate={fate.word()}>
                            <b>{ self.people_in(*fate) }</b>
                            { dots(self.people_in(*fate)) }
                            <span>{ self.labels().word(*fate) }</span>
                            <span class="aside">{ &labels.numbers_aside }</span>
                            <span class="aside apart">{ &labels.numbers_apart }</span>
                        </p>
                    </>
                }) }
            </div>
        }
    }

    /// Returns the text below a figure. If the figure counts one group, the text gives the total
    /// number of people. Otherwise it is the name of the figure. If such a figure is an upper or lower limit, the text states the
    /// limit, too.
    fn listed(&self, count: &Count) -> String {
        let name = count.choice.as_deref().unwrap_or_default();
        if let [_] = count.groups[..] {
            self.labels().abductions.numbers_of.replace("{n}", &self.edition.people.len().to_string())
        } else if count.at_most || count.at_least {
            self.labels().abductions.numbers_limit.replace("{n}", &self.count_value(count)).replace("{name}", name)
        } else {
            name.to_owned()
        }
    }

    /// Renders the panel of a figure: the figure as a sum of its groups, what it counts, who states it and when, and
    /// its caveat.
    fn count_panel(&self, count: &Count) -> Html {
        let labels = &self.labels().abductions;
        let place = self.count_place(count);
        let parts: Vec<String> = self.groups(count).map(|fate| self.people_in(fate).to_string()).collect();
        // If the words contain the date, it is not repeated.
        let date = count.date.filter(|date| !count.says.contains(&self.date_text(*date)));
        let sum = if parts.len() > 1 { format!("{} = {}", count.value, parts.join(" + ")) } else { self.count_value(count) };
        html! {
            <div class="panel" data-count={count.id.clone()}>
                <div id={format!("panel-{}", count.id)}>
                    <p class="told"><b translate="no">{ sum }</b>{ " " }<span>{ count.choice.clone() }</span></p>
                    <dl>
                        <dt>{ &labels.means }</dt>
                        <dd>{ self.inlines(&count.means, &place) }{ self.one_source(count.confidence) }</dd>
                        <dt>{ &labels.says }</dt>
                        <dd>
                            <span>{ &count.says }</span>
                            if let Some(date) = date {
                                <span class="as-of">{ self.date(date) }</span>
                            }
                        </dd>
                        if let Some(caveat) = &count.caveat {
                            <dt>{ &labels.numbers_mind }</dt>
                            <dd>{ self.inlines(caveat, &place) }</dd>
                        }
                    </dl>
                </div>
                <div class="panel-sources">{ self.cite(&count.sources, &place) }</div>
            </div>
        }
    }

    /// Returns the place of a figure: its row in the table of figures.
    pub(super) fn count_place(&self, count: &Count) -> Place {
        self.place(format!("figure-{}", count.id), count.value.to_string())
    }

    /// Returns the text of a figure. It has "up to" or "at least" if the figure is an upper or lower limit.
    pub(super) fn count_value(&self, count: &Count) -> String {
        let labels = &self.labels().abductions;
        let value = count.value.to_string();
        match (count.at_most, count.at_least) {
            (true, _) => labels.at_most.replace("{n}", &value),
            (_, true) => labels.at_least.replace("{n}", &value),
            _ => value,
        }
    }

    /// Renders a list: its number and name, a small dot for each entry, and what it counts.
    fn list(&self, count: &Count) -> Html {
        let place = self.count_place(count);
        html! {
            <li data-count={count.id.clone()}>
                <p><b>{ self.count_value(count) }</b>{ " " }<span>{ count.choice.clone() }</span></p>
                { field(count.value) }
                <p class="counted">
                    { self.inlines(&count.means, &place) }{ self.cite(&count.sources, &place) }
                    if let Some(date) = count.date {
                        <span class="as-of">{ self.date(date) }</span>
                    }
                </p>
            </li>
        }
    }
}

/// Draws a dot for each person. The dots are hidden from screen readers, because the number stands beside them.
fn dots(count: usize) -> Html {
    const STEP: usize = 14;
    html! {
        <svg class="dots" viewBox={format!("0 0 {} 12", count * STEP)} aria-hidden="true">
            { for (0..count).map(|index| html! { <circle cx={(index * STEP + 6).to_string()} cy="6" r="5" /> }) }
        </svg>
    }
}

/// Draws many small dots as one path. The style sheet dashes its lines with dashes of no length and round ends, which appear as
/// dots. Each line is slightly longer than its dots need, so that rounding does not drop the last dot.
fn field(count: u32) -> Html {
    let lines = count.div_ceil(LINE);
    let path = (0..lines).fold(String::new(), |mut path, line| {
        let length = (count - line * LINE).min(LINE) - 1;
        // Writing to a String cannot fail.
        let _ = write!(path, "M3 {}h{}", line * STEP + STEP / 2, length * STEP + 1);
        path
    });
    html! {
        <svg viewBox={format!("0 0 {} {}", LINE * STEP, lines * STEP)} aria-hidden="true"><path d={path} /></svg>
    }
}
