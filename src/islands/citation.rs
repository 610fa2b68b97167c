//! The numbers of sources as links to them. They say with their role that they lead to a note.

use yew::prelude::*;

/// Links to the sources with these numbers; nothing for none.
pub fn cited(numbers: &[usize]) -> Html {
    if numbers.is_empty() {
        return Html::default();
    }
    html! {
        <sup class="cite">
            { for numbers.iter().map(|number| html! { <a role="doc-noteref" href={format!("#s{number}")}>{ number }</a> }) }
        </sup>
    }
}
