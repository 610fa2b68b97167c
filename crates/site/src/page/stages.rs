//! Renders the stages of Japan's role as short paragraphs beside the drawing of the steps. On large screens, the
//! drawing stays in view while the paragraphs scroll. A script marks the steps that the current paragraph is about.

use super::{Page, citation::Place};
use story::{PartialDate, Stage};
use vocabulary::{Part, Subject};
use yew::prelude::*;

impl Page<'_> {
    pub(super) fn has_stages(&self) -> bool {
        !self.is_story() && self.embed.is_none()
    }

    /// Returns whether the page needs the script that marks the steps in the drawing.
    pub(super) fn marks_stages(&self) -> bool {
        self.is_own_page() && self.route.part() == Some(Part::Subject(Subject::Shift))
    }

    /// Renders the list of stages. Two attributes of each item have the first and the last year of the stage.
    pub(super) fn stages(&self, place: &Place) -> Html {
        html! { <ol class="stages">{ for self.edition.shift.stages.iter().map(|stage| self.stage(stage, place)) }</ol> }
    }

    fn stage(&self, stage: &Stage, place: &Place) -> Html {
        let last = self.edition.shift.years.last().map_or(stage.year, |last| last.year);
        let until = if stage.onward { last } else { stage.year };
        let name = if stage.onward {
            self.labels().shift.from_year.replace("{year}", &stage.year.to_string())
        } else {
            self.date_text(PartialDate { year: stage.year, month: None, day: None })
        };
        html! {
            <li data-from={stage.year.to_string()} data-until={until.to_string()}>
                <h4>{ name }</h4>
                <p>{ self.inlines(&stage.text, place) }</p>
            </li>
        }
    }
}
