//! Who counts whom: the choice of a figure, the 17 people as dots, what is said of each figure; and the three lists at one
//! scale. Which groups move is decided by style alone; see `style/numbers.css`.

use super::{Page, citation::Place};
use std::{collections::BTreeMap, fmt::Write};
use story::{
    Count, Edition,
    vocabulary::{Fate, Vocabulary},
};
use yew::prelude::*;

/// Small dots in a line, their distance and their size, in the drawing's own units. All lists are drawn in the same.
const LINE: u32 = 50;
const STEP: u32 = 6;

/// The style for the checked figure, so that it works without script. A selector a figure shows what belongs to it. For each
/// choice of groups the groups that are counted move before the others, and as many signs are shown as the sum needs.
pub(super) fn count_style(edition: &Edition) -> String {
    let chosen = offered(edition).map(|Count { id, .. }| format!(".numbers:has([value={id}]:checked) [data-count={id}]"));
    let mut style = chosen.collect::<Vec<_>>().join(",") + "{visibility:visible;--mark:var(--accent)}";
    let choices: BTreeMap<String, Vec<Fate>> = offered(edition).map(|count| (words(count), groups(count).collect())).collect();
    for (words, counted) in choices {
        let chosen = format!(".numbers:has([data-of=\"{words}\"]:checked)");
        let others = Fate::ALL.into_iter().filter(|fate| !counted.contains(fate));
        for (fate, shift) in counted.iter().copied().chain(others).zip(0..).map(|(fate, to)| (fate, to - place(fate))) {
            if shift != 0 {
                // Writing to a String cannot fail.
                let _ = write!(style, "{chosen} [data-fate={}]{{--shift:{shift}}}", fate.word());
            }
        }
        if counted.len() > 1 {
            let _ = write!(style, "{chosen} .sign:nth-of-type(-n+{}){{visibility:visible}}", counted.len());
        }
    }
    style
}

/// The place of a group in the sum where all are counted.
fn place(fate: Fate) -> i32 {
    (0..).zip(Fate::ALL).find(|(_, known)| *known == fate).map(|(place, _)| place).unwrap_or_default()
}

/// The groups that a figure counts, in the order in which they are said.
fn groups(count: &Count) -> impl Iterator<Item = Fate> {
    Fate::ALL.into_iter().filter(|fate| count.groups.contains(fate))
}

/// The words of these groups, as they stand in markup.
fn words(count: &Count) -> String {
    groups(count).map(Vocabulary::word).collect::<Vec<_>>().join(" ")
}

/// The figures by which the reader can count, with what they are called.
fn offered(edition: &Edition) -> impl Iterator<Item = &Count> {
    edition.counts.iter().filter(|count| count.choice.is_some())
}

impl Page<'_> {
    /// The figure.
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
                <div class="panels">{ for offered(self.edition).map(|count| self.told(count)) }</div>
                if self.embed.is_some() {
                    { self.lists() }
                }
            </figure>
        }
    }

    /// Native radio buttons, the first chosen: style sheets show what belongs to the checked one.
    fn choice_of_count(&self) -> Html {
        let choice = |(place, count): (usize, &Count)| {
            html! {
                <label>
                    <input
                        type="radio"
                        name="count"
                        value={count.id.clone()}
                        data-of={words(count)}
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

    /// The three lists at one scale, a figure of its own. An embed has no room to show it unasked.
    pub(super) fn lists(&self) -> Html {
        let labels = &self.labels().abductions;
        let lists: Vec<&Count> =
            offered(self.edition).filter(|count| count.groups.is_empty() || count.groups.len() == Fate::ALL.len()).collect();
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

    /// How many people are in a group.
    pub(super) fn people_in(&self, fate: Fate) -> usize {
        self.edition.people.iter().filter(|person| person.fate == fate).count()
    }

    /// The total of each figure, of which one is seen, and the groups, a dot a person.
    fn sum(&self) -> Html {
        let labels = &self.labels().abductions;
        html! {
            <div class="terms">
                <p class="totals">
                    { for offered(self.edition).map(|count| html! {
                        <span data-count={count.id.clone()}><b>{ count.value }</b><span>{ self.listed(count) }</span></span>
                    }) }
                </p>
                { for Fate::ALL.into_iter().enumerate().map(|(index, fate)| html! {
                    <>
                        <span class="sign" aria-hidden="true">{ if index == 0 { "=" } else { "+" } }</span>
                        <p class="group" data-fate={fate.word()}>
                            <b>{ self.people_in(fate) }</b>
                            { dots(fate, self.people_in(fate)) }
                            <span>{ self.labels().word(fate) }</span>
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
    fn told(&self, count: &Count) -> Html {
        let labels = &self.labels().abductions;
        let place = self.count_place(count);
        let parts: Vec<String> = groups(count).map(|fate| self.people_in(fate).to_string()).collect();
        // Where the words name the day, it is not said twice.
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

    /// Where a figure is found in the sources' own list: its row in the table of figures.
    pub(super) fn count_place(&self, count: &Count) -> Place {
        self.place(format!("figure-{}", count.id), count.value.to_string())
    }

    /// A figure as it is written, with "up to" or "at least" where its source says so.
    pub(super) fn count_value(&self, count: &Count) -> String {
        let labels = &self.labels().abductions;
        let value = count.value.to_string();
        match (count.at_most, count.at_least) {
            (true, _) => labels.at_most.replace("{n}", &value),
            (_, true) => labels.at_least.replace("{n}", &value),
            _ => value,
        }
    }

    /// A list at the scale of all lists: who keeps it, a small dot a name, and what it counts.
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

/// A dot a person, decoration beside the figure.
fn dots(fate: Fate, count: usize) -> Html {
    const STEP: usize = 14;
    let form = match fate {
        Fate::Returned => "dots",
        Fate::SaidDead => "dots hollow",
        Fate::NotAdmitted => "dots hollow broken",
    };
    html! {
        <svg class={form} viewBox={format!("0 0 {} 12", count * STEP)} aria-hidden="true">
            { for (0..count).map(|index| html! { <circle cx={(index * STEP + 6).to_string()} cy="6" r="5" /> }) }
        </svg>
    }
}

/// Many small dots as one path: its lines are dashed by style, with dashes of no length and round ends. Each line is a
/// little longer than its dots need, so that rounding does not lose the last.
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
