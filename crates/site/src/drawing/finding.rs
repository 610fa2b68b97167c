//! The finding of each figure. A finding is the title of the figure on the page, in its embed, in its picture and in
//! link previews.

use super::{coast, people, police};
use story::Edition;
use vocabulary::Figure;

/// Returns the finding of a figure. Numbers and dates from the content replace the placeholders.
pub(crate) fn finding(edition: &Edition, figure: Figure) -> String {
    let labels = &edition.labels;
    match figure {
        Figure::Plates => labels.lead.figure_title.clone(),
        Figure::Stairs => labels.shift.finding.clone(),
        Figure::BeforeAfter => {
            let shift = &edition.shift;
            let changed = shift.aspects.iter().filter(|aspect| !aspect.is_same).count();
            let all = shift.aspects.len() + shift.unchanged.len();
            labels.shift.comparison.replace("{changed}", &changed.to_string()).replace("{all}", &all.to_string())
        }
        Figure::Reasons => labels.why.reasons_title.clone(),
        Figure::Names => people::finding(edition),
        Figure::Coast => coast::finding(edition),
        Figure::Lists => people::lists(edition).iter().fold(labels.abductions.numbers_lists.clone(), |finding, count| {
            finding.replace(&format!("{{{}}}", vocabulary::Vocabulary::word(count.list)), &people::value(edition, count))
        }),
        Figure::Counts => labels.abductions.numbers_title.clone(),
        Figure::PoliceList => police::finding(edition),
        Figure::VotePatterns => labels.history.strips_title.clone(),
        Figure::GenevaVotes => labels.history.geneva_title.clone(),
        Figure::Landmarks => labels.events.chart_title.clone(),
        Figure::Statements => edition.finding_on_statements(),
    }
}
