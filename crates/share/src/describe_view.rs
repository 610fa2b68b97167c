//! Describes a view or a figure with texts from the page. The link in the share dialog has only the parameters that the
//! description mentions.

use crate::page::{element, has_vote, headline, messages, text, words_of};
use explainer::view::{self, Parameter};
use share::messages::{MessageKey, Messages};
use web_sys::Element;

/// A description of a view or a figure, with the parameters that it mentions.
pub(crate) struct Description<'a> {
    pub(crate) words: String,
    /// The parameters that the words describe, with their values.
    pub(crate) parameters: Vec<(Parameter, &'a str)>,
}

/// The later parts of a description, in order. Each part is a message, with the parameters whose values replace the
/// placeholder of the message.
const PHRASES: [(MessageKey, &[Parameter]); 8] = [
    (MessageKey::Year, &[Parameter::Year]),
    (MessageKey::Count, &[Parameter::Count]),
    (MessageKey::Bodies, &[Parameter::Body]),
    (MessageKey::Timeline, &[Parameter::Threads, Parameter::Span]),
    (MessageKey::StandOut, &[Parameter::Kind, Parameter::Verdict, Parameter::Speaker]),
    (MessageKey::Cards, &[Parameter::Open]),
    (MessageKey::Closed, &[Parameter::Closed]),
    (MessageKey::Depth, &[Parameter::Depth]),
];

/// Describes the view that an address with the query `query` shows.
pub(crate) fn describe_view(query: &str) -> Description<'_> {
    let words = messages();
    let mut describer = ViewDescriber { words: &words, query, parameters: Vec::new(), phrases: Vec::new() };
    // On the page of a part or of a vote, the description begins with the headline.
    describer.phrases.extend(headline());
    describer.votes();
    for (word, parameters) in PHRASES {
        describer.add(word, parameters);
    }
    let ViewDescriber { parameters, mut phrases, .. } = describer;
    if phrases.is_empty() {
        phrases.push(words.get(MessageKey::Whole).to_owned());
    }
    Description { words: words.joined(MessageKey::Then, &phrases), parameters }
}

/// Describes a figure in the state that the query `query` gives it. The description has the heading of the figure, and
/// the choices on which the figure depends. The controls and the `data-follows` attributes in the figure name the
/// parameters of these choices.
pub(crate) fn describe_figure<'a>(query: &'a str, figure: &Element) -> Description<'a> {
    let words = messages();
    let mut describer = ViewDescriber { words: &words, query, parameters: Vec::new(), phrases: Vec::new() };
    describer.phrases.extend(name(figure));
    let shows = |parameter: &&Parameter| {
        let name = parameter.name();
        figure.query_selector(&["[name=", name, "], [data-follows=", name, "]"].concat()).is_ok_and(|found| found.is_some())
    };
    for (word, parameters) in PHRASES.iter().copied().chain([(MessageKey::Compared, &[Parameter::Countries] as &[_])]) {
        let own: Vec<Parameter> = parameters.iter().filter(shows).copied().collect();
        describer.add(word, &own);
    }
    let ViewDescriber { parameters, phrases, .. } = describer;
    Description { words: words.joined(MessageKey::Then, &phrases), parameters }
}

struct ViewDescriber<'a, 'w> {
    words: &'w Messages,
    query: &'a str,
    parameters: Vec<(Parameter, &'a str)>,
    phrases: Vec<String>,
}

impl<'a> ViewDescriber<'a, '_> {
    /// Adds the chosen resolution, the followed countries, and the vote with which the chosen resolution is compared.
    fn votes(&mut self) {
        let mut all = self.items(Parameter::Resolution);
        let has_resolution = !all.is_empty();
        let countries = self.items(Parameter::Countries);
        if !countries.is_empty() {
            all.push(self.words.with(MessageKey::Compared, &[("", &self.words.list(&countries))]));
        }
        if has_resolution && let [against, ..] = &self.items(Parameter::Against)[..] {
            all.push(self.words.with(MessageKey::Against, &[("", against)]));
        }
        if !all.is_empty() {
            self.phrases.push(self.words.joined(MessageKey::Comma, &all));
        }
    }

    /// Adds the message `word` with the values of `parameters`. Adds nothing if there are no values to describe.
    fn add(&mut self, word: MessageKey, parameters: &[Parameter]) {
        let items: Vec<String> = parameters.iter().flat_map(|parameter| self.items(*parameter)).collect();
        if !items.is_empty() {
            self.phrases.push(self.words.with(word, &[("", &self.words.list(&items))]));
        }
    }

    /// Returns the values of `parameter` in words. If there are any, adds `parameter` to the parameters of the link.
    fn items(&mut self, parameter: Parameter) -> Vec<String> {
        let found = view::parameters(self.query).find(|(found, _)| *found == parameter);
        let Some((_, value)) = found else { return Vec::new() };
        let items: Vec<String> = view::items(value).filter_map(|value| value_name(self.words, parameter, value)).collect();
        if !items.is_empty() {
            self.parameters.push((parameter, value));
        }
        items
    }
}

/// Describes a value of a parameter. Returns `None` if the value is malformed or the page lacks it. The years of a span
/// need not be on the page. Also returns `None` for a default depth, count or year, and for [`Parameter::Ruby`].
fn value_name(words: &Messages, parameter: Parameter, value: &str) -> Option<String> {
    let name = parameter.name();
    match parameter {
        Parameter::Depth | Parameter::Count => option_label_unless_default(name, value),
        Parameter::Year => option_label_unless_default(name, value).map(|_| value.to_owned()),
        Parameter::Body | Parameter::Threads | Parameter::Kind | Parameter::Verdict | Parameter::Speaker => option_label(name, value),
        Parameter::Span => {
            let (from, to) = view::span(value).and(value.get(..4)).zip(value.get(5..))?;
            Some(words.with(MessageKey::Span, &[("from", from), ("to", to)]))
        }
        Parameter::Open | Parameter::Closed => card(value),
        Parameter::Resolution | Parameter::Against => resolution(words, value),
        Parameter::Countries => country(value),
        // Whether to hide the readings of Chinese characters is a personal choice, so the link leaves it out.
        Parameter::Ruby => None,
    }
}

/// Describes a resolution by its year and its body.
fn resolution(words: &Messages, id: &str) -> Option<String> {
    let row = ["#resolution-", id, " "].concat();
    let date = element(&[&row, "time"].concat())?.get_attribute("datetime")?;
    let body = text(&[&row, ".body-name"].concat())?;
    let word = if has_vote(id) { MessageKey::RollCall } else { MessageKey::Text };
    Some(words.with(word, &[("y", date.get(..4)?), ("body", &body)]))
}

/// Returns the name of the country with the code `iso`. In the list of countries, each name is followed by the code.
fn country(iso: &str) -> Option<String> {
    let options = element("#countries")?.children();
    (0..options.length()).find_map(|index| {
        let option = options.item(index)?;
        // If a country has several names, the text of its option has all of them, and the value has the usual one.
        let option = option.get_attribute("value").or_else(|| option.text_content())?;
        Some(option.strip_suffix(')')?.strip_suffix(iso)?.strip_suffix(" (")?.to_owned())
    })
}

/// Returns the label of the option `value` of the control `name`.
fn option_label(name: &str, value: &str) -> Option<String> {
    text(&["label:has([name=", name, "][value='", value, "']) span"].concat())
}

/// Returns the label of the option `value` of the control `name`, unless the option is the default of the page.
fn option_label_unless_default(name: &str, value: &str) -> Option<String> {
    text(&["label:has([name=", name, "][value='", value, "']:not([checked])) span"].concat())
}

fn card(id: &str) -> Option<String> {
    text(&["details[id='", id, "'] > summary .summary"].concat())
}

/// Returns the name of `container`. The first heading, self-link (`.anchor`), summary, title or term in the container
/// has the name, as its `aria-label` or otherwise as its text.
pub(crate) fn name(container: &Element) -> Option<String> {
    let named = container.query_selector("h2, h3, h4, .anchor, summary, cite, dfn").ok()??;
    named.get_attribute("aria-label").or_else(|| words_of(&named))
}
