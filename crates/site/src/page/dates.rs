//! Dates as a reader writes them, with their machine-readable form.

use super::Page;
use story::{PartialDate, vocabulary::Precision};
use yew::prelude::*;

impl Page<'_> {
    /// A date in words, as exact as it is.
    pub(super) fn date_text(&self, date: PartialDate) -> String {
        self.labels().date(date)
    }

    /// A date in words as a `<time>`.
    pub(super) fn date(&self, date: PartialDate) -> Html {
        html! { <time datetime={date.to_string()}>{ self.date_text(date) }</time> }
    }

    /// A span of years.
    pub(super) fn years_text(&self, from: i16, to: i16) -> String {
        self.labels().date.span.replace("{from}", &from.to_string()).replace("{to}", &to.to_string())
    }

    /// An event's date: "around" stands before it where the day or month is not certain.
    pub(super) fn event_date(&self, date: PartialDate, precision: Precision) -> Html {
        let text = self.date_text(date);
        let text = if precision == Precision::Around { self.labels().date.around.replace("{}", &text) } else { text };
        html! { <time datetime={date.to_string()}>{ text }</time> }
    }
}
