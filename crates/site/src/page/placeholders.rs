//! Replaces placeholders in labels, such as `{title}`, by markup. The order of the placeholders may differ between
//! languages.

use yew::prelude::*;

/// Replaces each placeholder `{name}` in the label `pattern` by the markup with that name in `values`. A placeholder
/// without markup stays as it is.
pub(super) fn filled<const N: usize>(pattern: &str, values: [(&str, Html); N]) -> Html {
    let mut pieces = Vec::new();
    let mut rest = pattern;
    while let Some((before, from)) = rest.split_once('{') {
        let Some((name, after)) = from.split_once('}') else { break };
        let found = values.iter().find(|(known, _)| *known == name).map(|(_, markup)| markup.clone());
        pieces.push(html! { { before.to_owned() } });
        pieces.push(found.unwrap_or_else(|| html! { { format!("{{{name}}}") } }));
        rest = after;
    }
    pieces.push(html! { { rest.to_owned() } });
    pieces.into_iter().collect()
}
