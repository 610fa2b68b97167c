//! Renders dates in the format of the page's language, with a machine-readable form.

use super::Page;
use story::{PartialDate, vocabulary::Precision};
use yew::prelude::*;

impl Page<'_> {
    /// Returns a date in words: a day, a month or a year, depending on what is known.
    pub(super) fn date_text(&self, date: PartialDate) -> String {
        self.labels().date(date)
    }

    /// Renders a date in words as a `<time>`.
    pub(super) fn date(&self, date: PartialDate) -> Html {
        html! { <time datetime={date.to_string()}>{ self.date_text(date) }</time> }
    }

    /// Returns a span of years in words.
    pub(super) fn years_text(&self, from: i16, to: i16) -> String {
        self.labels().date.span.replace("{from}", &from.to_string()).replace("{to}", &to.to_string())
    }

    /// Renders the date of an event. If the month is only approximately known, the text has "around".
    pub(super) fn event_date(&self, date: PartialDate, precision: Precision) -> Html {
        let text = self.date_text(date);
        let text = if precision == Precision::Around { self.labels().date.around.replace("{}", &text) } else { text };
        html! { <time datetime={date.to_string()}>{ text }</time> }
    }
}
