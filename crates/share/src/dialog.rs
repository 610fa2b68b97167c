//! Fills the share dialog with a description of what is shared, the link to copy, a button for the device's share
//! sheet, and a QR code.

use crate::{
    describe_view::{describe_figure, describe_view},
    page::{address, attribute, element, figure_at, find, has_vote, messages},
    qr_code::code,
    selection::Quote,
};
use gloo::utils::window;
use js_sys::{Promise, Reflect};
use share::{link, messages::MessageKey};
use web_sys::{
    Element, HtmlDialogElement, HtmlElement, HtmlTextAreaElement, ShareData, Url,
    wasm_bindgen::{JsCast, JsValue, closure::Closure},
};

pub(crate) fn dialog() -> Option<HtmlDialogElement> {
    find("#share")
}

/// Fills the dialog. The page or the browser opens the dialog, before or after this call. If the text field has the
/// address of a figure's own page, describes that figure. Otherwise describes the reader's view.
pub(crate) fn show_for_pressed_button() -> Option<()> {
    let query = address().map_or_else(|| window().location().search().unwrap_or_default(), |address| query_of(&address));
    match figure_at(&field()?.value()) {
        Some((figure, page)) => show_figure(&figure, &page, &query),
        None => show_view(&query),
    }
}

/// Shows the description of a figure with the reader's choices, and the link to the figure's own page.
fn show_figure(figure: &Element, page: &str, query: &str) -> Option<()> {
    let description = describe_figure(query, figure);
    let url = Url::new(page).ok()?;
    url.set_search(&link(&description.parameters, &|_| false).query);
    let url = url.href();
    fill(&description.words, &url, &url)
}

/// Shows the description of the reader's view, and the link to it.
fn show_view(query: &str) -> Option<()> {
    let description = describe_view(query);
    let link = link(&description.parameters, &has_vote);
    let here = window().location().href().ok()?;
    let page = link.folder.map_or_else(|| here.clone(), |folder| attribute("data-edition") + &folder);
    let url = Url::new_with_base(&page, &here).ok()?;
    url.set_search(&link.query);
    // The fragment is left out, because the reader may have scrolled elsewhere. Headings have links of their own.
    url.set_hash("");
    let url = url.href();
    fill(&description.words, &url, &url)
}

/// Returns the query of an address, without its question mark.
fn query_of(address: &str) -> String {
    let before_hash = address.split('#').next().unwrap_or_default();
    before_hash.split_once('?').map(|(_, query)| query.to_owned()).unwrap_or_default()
}

/// Opens the dialog with a quote and the link to it.
pub(crate) fn show_quote(quote: &Quote) -> Option<()> {
    fill(&quote.words, &quote.link, &[&quote.words, "\n", &quote.link].concat())?;
    // A quote is offered only in a popover, and browsers with popovers have `showModal` too.
    dialog()?.show_modal().ok()
}

/// Shows `words` and the QR code of `link` in the dialog. Puts the text `copied` into the text field, for copying.
fn fill(words: &str, link: &str, copied: &str) -> Option<()> {
    element("#share .description")?.set_text_content(Some(words));
    let field = field()?;
    field.set_value(copied);
    field.set_attribute("data-link", link).ok()?;
    show_status("");
    show("copy", true);
    show("native", has("share"));
    let details: HtmlElement = find("#share details")?;
    if let Some(old) = details.query_selector("svg").ok()? {
        old.remove();
    }
    let code = code(link);
    details.set_hidden(code.is_none());
    if let Some(code) = code {
        details.append_child(code.as_ref()).ok()?;
    }
    Some(())
}

/// Copies the text of the text field to the clipboard. If the browser refuses, selects the text, so that the reader can
/// copy it.
pub(crate) fn copy() -> Option<()> {
    let text = field()?.value();
    if has("clipboard") {
        when_settled(&window().navigator().clipboard().write_text(&text), || show_status(messages().get(MessageKey::Copied)), refused);
    } else {
        refused();
    }
    Some(())
}

/// Opens the device's share sheet. A reader who closes the share sheet without a choice sees no message.
pub(crate) fn share() -> Option<()> {
    let (field, data) = (field()?, ShareData::new());
    data.set_title(&gloo::utils::document().title());
    data.set_text(&element("#share .description")?.text_content()?);
    data.set_url(&field.get_attribute("data-link")?);
    when_settled(&window().navigator().share_with_data(&data), || {}, || {});
    Some(())
}

fn refused() {
    if let Some(field) = field() {
        // Browsers show the selection only in a focused field.
        let _ = field.focus();
        field.select();
    }
    show_status(messages().get(MessageKey::Refused));
}

/// Calls `fulfilled` when `promise` is fulfilled, and `rejected` when it is rejected.
fn when_settled(promise: &Promise, fulfilled: impl FnOnce() + 'static, rejected: impl FnOnce() + 'static) {
    let fulfilled = Closure::once_into_js(move |_: JsValue| fulfilled());
    let rejected = Closure::once_into_js(move |_: JsValue| rejected());
    let then = Reflect::get(promise, &"then".into()).ok().and_then(|then| then.dyn_into::<js_sys::Function>().ok());
    // Every promise has the method `then`.
    let _ = then.and_then(|then| then.call2(promise, &fulfilled, &rejected).ok());
}

/// Returns whether `navigator` has the property `name`. Browsers leave out some properties on pages without encryption.
fn has(name: &str) -> bool {
    Reflect::get(&window().navigator(), &name.into()).is_ok_and(|found| !found.is_undefined())
}

fn field() -> Option<HtmlTextAreaElement> {
    find("#share textarea")
}

/// Shows or hides the dialog's button with the value `value`.
fn show(value: &str, shown: bool) {
    if let Some(button) = find::<HtmlElement>(&["#share [value=", value, "]"].concat()) {
        button.set_hidden(!shown);
    }
}

/// Shows a message in the dialog. Screen readers announce the message.
fn show_status(words: &str) {
    if let Some(status) = element("#share .status") {
        status.set_text_content(Some(words));
    }
}
