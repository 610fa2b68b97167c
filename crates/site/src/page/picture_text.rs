//! Describes the pictures for link previews in words, for readers who do not see them.

use super::{Page, Picture};
use crate::drawing::{coast, people, plates, police::List, stairs::Flight, votes::assembly};
use story::PartialDate;
use vocabulary::{City, Fate, Figure, Verdict, VotePattern};

impl Page<'_> {
    /// Returns the description of the page's picture.
    pub(super) fn picture_text(&self) -> String {
        match self.own_picture() {
            Picture::Figure(figure) => self.figure_text(figure),
            Picture::WhatNext => {
                let decision = self.edition.decision;
                let after: Vec<i16> =
                    self.edition.events.iter().filter(|event| event.date > decision).map(|event| event.date.year).collect();
                let last = after.iter().max().copied().unwrap_or_default();
                between(&self.labels().pictures.what_next_alt, &[decision.year, last]).replace("{n}", &after.len().to_string())
            }
            Picture::Vote(_) => self.shared_vote().map(|vote| self.about_vote(vote, &self.labels().pictures.vote_alt)).unwrap_or_default(),
        }
    }

    /// Returns the description of the picture of a figure.
    pub(super) fn figure_text(&self, figure: Figure) -> String {
        let labels = &self.labels().pictures;
        let edition = self.edition;
        match figure {
            Figure::Plates => between(&labels.plates_alt, &plates::years(edition).into_keys().collect::<Vec<_>>()),
            Figure::Stairs => {
                let geneva = Flight::of(edition, City::Geneva);
                let run = geneva.longest_run().map_or(0, Iterator::count);
                between(&labels.stairs_alt, &geneva.years)
                    .replace("{n}", &run.to_string())
                    .replace("{year}", &edition.decision.year.to_string())
            }
            Figure::BeforeAfter => {
                let shift = &edition.shift;
                let aspects = |is_same| shift.aspects.iter().filter(move |aspect| aspect.is_same == is_same).map(|aspect| &aspect.label);
                let same = aspects(true).chain(shift.unchanged.iter().map(|item| &item.label));
                labels.comparison_alt.replace("{changed}", &self.enumerated(aspects(false))).replace("{same}", &self.enumerated(same))
            }
            Figure::Reasons => {
                let why = &self.labels().why;
                let text = labels.reasons_alt.replace("{reasons}", &self.enumerated(edition.reasons.iter().map(|reason| &reason.name)));
                text.replace("{decisive}", &why.decisive).replace("{none}", &why.decisive_none)
            }
            Figure::Names => labels.names_alt.replace("{n}", &edition.people.len().to_string()).replace("{sum}", &self.sum_in_words()),
            Figure::Coast => {
                let year = |date: PartialDate| self.date_text(PartialDate { month: None, day: None, ..date });
                let places = coast::placed(edition).into_iter().map(|(event, place)| format!("{} {}", place.name, year(event.date)));
                labels.coast_alt.replace("{places}", &self.enumerated(places))
            }
            Figure::Lists => {
                let name = |count: &story::Count| count.choice.clone().unwrap_or_default();
                let lists = people::lists(edition).into_iter().map(|count| self.counted(&people::value(edition, count), &name(count)));
                labels.lists_alt.replace("{lists}", &self.enumerated(lists))
            }
            Figure::Counts => {
                let counts =
                    people::sums(edition).map(|count| self.counted(&count.value.to_string(), count.choice.as_deref().unwrap_or_default()));
                labels.counts_alt.replace("{n}", &edition.people.len().to_string()).replace("{counts}", &self.enumerated(counts))
            }
            Figure::PoliceList => {
                let points = List::of(edition).map(|list| list.points).unwrap_or_default();
                let points = points.iter().filter_map(|point| {
                    Some(format!("{} {}", self.date_text(PartialDate { day: None, ..point.count.date? }), point.count.value))
                });
                labels.police_alt.replace("{points}", &self.enumerated(points))
            }
            Figure::VotePatterns => {
                let (columns, groups) = assembly(edition);
                let drawn = groups.iter().filter(|group| group.pattern != VotePattern::NoneCast);
                let counted = drawn.map(|group| self.counted(&group.states.len().to_string(), self.labels().word(group.pattern)));
                let states: usize = groups.iter().map(|group| group.states.len()).sum();
                let text = labels.patterns_alt.replace("{n}", &states.to_string()).replace("{groups}", &self.enumerated(counted));
                text.replace("{votes}", &columns.votes().count().to_string())
            }
            Figure::GenevaVotes => {
                let votes = edition.resolutions.iter().filter(|vote| vote.tally.is_some() && vote.body.city() == City::Geneva);
                let years: Vec<i16> = votes.map(|vote| vote.adopted_on.year).collect();
                between(&labels.geneva_alt, &years).replace("{n}", &years.len().to_string())
            }
            Figure::Landmarks => {
                let years: Vec<i16> = edition.events.iter().map(|event| event.date.year).collect();
                let text = between(&labels.timeline_alt, &years).replace("{n}", &years.len().to_string());
                text.replace("{date}", &self.date_text(edition.decision))
            }
            Figure::Statements => {
                let count = |verdict| edition.statements.iter().filter(|statement| statement.verdict == verdict).count();
                let rows = Verdict::ALL.into_iter().map(|verdict| self.counted(&count(verdict).to_string(), self.labels().word(verdict)));
                let text = labels.article_alt.replace("{n}", &edition.statements.len().to_string());
                text.replace("{verdicts}", &rows.collect::<Vec<_>>().join(" · "))
            }
        }
    }

    /// Returns the number of people on the official list as a sum: the total, and the number and
    /// name of each group.
    fn sum_in_words(&self) -> String {
        let group = |fate| self.counted(&people::group(self.edition, fate).count().to_string(), self.labels().word(fate));
        format!("{} = {}", self.edition.people.len(), Fate::ALL.map(group).join(" + "))
    }

    fn counted(&self, count: &str, name: &str) -> String {
        self.labels().pictures.counted.replace("{n}", count).replace("{name}", name)
    }

    /// Joins the items with the comma of the page's language.
    fn enumerated(&self, items: impl Iterator<Item = impl AsRef<str>>) -> String {
        let comma = self.labels().share.comma.replace("{a}", "").replace("{b}", "");
        items.map(|item| item.as_ref().to_owned()).collect::<Vec<_>>().join(&comma)
    }
}

/// Returns `label` with the first of `years` in place of `{from}`, and the last in place of `{to}`.
fn between(label: &str, years: &[i16]) -> String {
    let year = |year: Option<&i16>| year.map(i16::to_string).unwrap_or_default();
    label.replace("{from}", &year(years.first())).replace("{to}", &year(years.last()))
}
