//! Renders the counts of the abduction issue: the choice of a count, the people on the official list as dots, and a
//! panel about each count that can be chosen. `style/counts.css` makes the groups that the chosen count does not
//! include paler and smaller.

use super::{Page, citation::Place};
use crate::drawing::{
    finding,
    people::{group, offered, value},
};
use std::{collections::BTreeMap, fmt::Write};
use story::{
    Count, Edition,
    vocabulary::{Fate, Figure, Vocabulary},
};
use yew::prelude::*;

/// Returns the CSS that applies the choice of a count, so that the choice works without script. The CSS shows the total
/// and the panel of the chosen count. It puts the groups that the count includes first, and the other groups after
/// them. If the count includes several groups, the CSS also shows the signs of the sum.
pub(super) fn count_style(edition: &Edition) -> String {
    let chosen = offered(edition).map(|Count { id, .. }| format!(".numbers:has([value={id}]:checked) [data-count={id}]"));
    let mut style = chosen.collect::<Vec<_>>().join(",") + "{visibility:visible;--mark:var(--accent)}";
    let choices: BTreeMap<String, Vec<Fate>> = offered(edition).map(|count| (words(count), groups(count).collect())).collect();
    for (words, counted) in choices {
        let chosen = format!(".numbers:has([data-of=\"{words}\"]:checked)");
        let others = Fate::ALL.into_iter().filter(|fate| !counted.contains(fate));
        for (fate, shift) in counted.iter().copied().chain(others).zip(0..).map(|(fate, to)| (fate, to - index_in_sum(fate))) {
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

/// Returns the index of a group in the sum of all groups.
fn index_in_sum(fate: Fate) -> i32 {
    (0..).zip(Fate::ALL).find(|(_, known)| *known == fate).map(|(index, _)| index).unwrap_or_default()
}

fn groups(count: &Count) -> impl Iterator<Item = Fate> {
    Fate::ALL.into_iter().filter(|fate| count.groups.contains(fate))
}

/// Returns the words of the groups that a count includes, separated by spaces, as the attribute `data-of` has them.
fn words(count: &Count) -> String {
    groups(count).map(Vocabulary::word).collect::<Vec<_>>().join(" ")
}

impl Page<'_> {
    /// Renders the choice of a count, the people as dots, and the panels.
    pub(super) fn counts(&self) -> Html {
        let labels = &self.labels().abductions;
        html! {
            <figure class="numbers wide" id="counts">
                <figcaption>
                    <h3>{ self.linked("counts", finding(self.edition, Figure::Counts)) }</h3>
                    <p class="instruction">{ &labels.numbers_instruction }</p>
                </figcaption>
                { self.choice_of_count() }
                { self.sum() }
                <p class="caption">{ &labels.numbers_text }</p>
                <div class="panels">{ for offered(self.edition).map(|count| self.count_panel(count)) }</div>
                { self.figure_links(Figure::Counts) }
            </figure>
        }
    }

    /// Renders the counts as native radio buttons. The first is checked.
    fn choice_of_count(&self) -> Html {
        let choice = |(index, count): (usize, &Count)| {
            html! {
                <label>
                    <input
                        type="radio"
                        name="count"
                        value={count.id.clone()}
                        data-of={words(count)}
                        checked={index == 0}
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

    pub(super) fn people_in(&self, fate: Fate) -> usize {
        group(self.edition, fate).count()
    }

    /// Renders the total of each count that can be chosen, and the groups with a dot for each
    /// person. Of the totals, only that of the chosen count is visible.
    fn sum(&self) -> Html {
        let labels = &self.labels().abductions;
        html! {
            <div class="terms">
                <p class="totals">
                    { for offered(self.edition).map(|count| html! {
                        <span data-count={count.id.clone()}><b>{ count.value }</b><span>{ self.total_text(count) }</span></span>
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

    /// Returns the text about a total. If the count includes only one group, the text states the number of people on
    /// the official list. Otherwise the text is the name of the count. If the count is an upper or lower limit, this
    /// text also states the limit.
    fn total_text(&self, count: &Count) -> String {
        let name = count.choice.as_deref().unwrap_or_default();
        if let [_] = count.groups[..] {
            self.labels().abductions.numbers_of.replace("{n}", &self.edition.people.len().to_string())
        } else if count.at_most || count.at_least {
            self.labels().abductions.numbers_limit.replace("{n}", &self.count_value(count)).replace("{name}", name)
        } else {
            name.to_owned()
        }
    }

    /// Renders the panel of a count: its value, what it includes, who gives it, its caveat and its
    /// sources. If the count includes several groups, the value is shown as a sum.
    fn count_panel(&self, count: &Count) -> Html {
        let labels = &self.labels().abductions;
        let place = self.count_place(count);
        let parts: Vec<String> = groups(count).map(|fate| self.people_in(fate).to_string()).collect();
        // The text `says` may already contain the date.
        let date = count.date.filter(|date| !count.says.contains(&self.date_text(*date)));
        let sum = if parts.len() > 1 { format!("{} = {}", count.value, parts.join(" + ")) } else { self.count_value(count) };
        html! {
            <div class="panel" data-count={count.id.clone()}>
                <div id={format!("panel-{}", count.id)}>
                    <p class="chosen-count"><b translate="no">{ sum }</b>{ " " }<span>{ count.choice.clone() }</span></p>
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
                <p class="panel-sources"><span>{ &self.labels().sources.opened }</span>{ " " }{ self.cite(&count.sources, &place) }</p>
            </div>
        }
    }

    /// Returns the [`Place`] of a count: its row in the table of counts.
    pub(super) fn count_place(&self, count: &Count) -> Place {
        let counted_by = count.says.split([',', ';', '、', '。', '（']).next().unwrap_or_default();
        self.place(format!("figure-{}", count.id), format!("{}: {counted_by}", self.count_value(count)))
    }

    /// Returns the number of a count as text, with "up to" or "at least" if the number is an upper or lower limit.
    pub(super) fn count_value(&self, count: &Count) -> String {
        value(self.edition, count)
    }
}

/// Draws a dot for each person. The dots are hidden from screen readers, because the number is beside them.
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
