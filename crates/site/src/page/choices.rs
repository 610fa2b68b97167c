//! Renders questions as native radio buttons or checkboxes with a count beside each answer. Also
//! renders the line that states how many items match the chosen answers.

use super::{Page, island::island};
use explainer::islands::{
    Shared,
    result_count::{self, Follow, ResultCount},
};
use std::rc::Rc;
use vocabulary::Vocabulary;
use yew::prelude::*;

/// An answer: its word in the address and in markup, its label, and the number of items that match it.
pub(super) struct Answer {
    pub(super) value: String,
    pub(super) words: String,
    pub(super) count: usize,
}

/// Renders the controls for one question. `name` is the URL parameter of the question. With `all`, the reader chooses
/// one answer. Without `all`, the reader may choose several, and no choice means all.
pub(super) fn question(name: &str, legend: &str, all: Option<Answer>, answers: impl IntoIterator<Item = Answer>) -> Html {
    let kind = if all.is_some() { "radio" } else { "checkbox" };
    let answer = |answer: Answer| {
        html! {
            <label>
                <input type={kind} name={name.to_owned()} checked={answer.value.is_empty()} value={answer.value.clone()} />
                <span>{ answer.words }</span>
                <b>{ answer.count }</b>
            </label>
        }
    };
    html! {
        <fieldset>
            <legend>{ legend }</legend>
            { for all.into_iter().chain(answers).map(answer) }
        </fieldset>
    }
}

impl Page<'_> {
    /// Returns an answer for each member of the closed set `T` that occurs in `values`. The count of an answer is the
    /// number of occurrences.
    pub(super) fn answers<T: Vocabulary + PartialEq>(&self, values: &[T]) -> Vec<Answer> {
        let answer = |(word, member): &(&str, T)| {
            let count = values.iter().filter(|value| *value == member).count();
            (count > 0).then(|| Answer { value: (*word).to_owned(), words: self.labels().word(*member).to_owned(), count })
        };
        T::WORDS.iter().filter_map(answer).collect()
    }
}

/// Renders the island that states how many items match the chosen answers. `all` is the number of all items. In
/// `words`, `{n}` stands for the number of matching items. A `{m}` after the `{n}` stands for `all`.
pub(super) async fn result_count(name: &'static str, all: usize, words: &str) -> Html {
    let (before, after) = words.split_once("{n}").unwrap_or_default();
    let around = [before.to_owned().into(), after.replace("{m}", &all.to_string()).into()];
    island::<ResultCount>(name, result_count::Props { shared: Shared::default(), all, around, follow: Follow(Rc::new(|_| 0)) }).await
}
