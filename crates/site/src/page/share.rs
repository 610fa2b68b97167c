//! Renders the controls for sharing: the button in the masthead, its dialog, the button beside
//! selected text, and links that readers can share. The program for the dialog and for the button
//! beside selected text is in `crates/share`. The browser loads the program when the reader opens
//! the dialog or selects text.

use super::{Page, dialogs::DIALOG_STYLE};
use share::messages::{MessageKey, Messages};
use yew::{html::IntoPropValue, prelude::*};

impl Page<'_> {
    /// Renders the button that opens the dialog for sharing. A script shows the button if the browser supports
    /// `<dialog>`.
    pub(super) fn share_button(&self) -> Html {
        html! {
            <with-script>
                <button type="button" class="share" hidden={true} command="show-modal" commandfor="share">{ &self.labels().share.open }</button>
            </with-script>
        }
    }

    /// Renders the dialog for sharing, and the button that appears beside selected text.
    pub(super) fn share_dialog(&self) -> Html {
        let labels = &self.labels().share;
        let edition = self.relative_url(&self.site.story.folder(self.edition));
        html! {
            <>
                <dialog
                    id="share"
                    closedby="any"
                    aria-labelledby="share-title"
                    data-piece={self.relative_url("") + "share.js"}
                    data-style={self.relative_url(DIALOG_STYLE)}
                    data-edition={edition}
                    data-words={self.words_to_share()}
                >
                    <h2 id="share-title">{ &labels.title }</h2>
                    <p class="description"></p>
                    <label><span>{ &labels.field }</span><textarea readonly={true} rows="2" spellcheck="false" translate="no" /></label>
                    <p class="ways">
                        <button type="button" value="copy" autofocus={true}>{ &labels.copy }</button>
                        <button type="button" value="native" hidden={true}>{ &labels.native }</button>
                        <button type="button" value="close" command="close" commandfor="share">{ &labels.close }</button>
                    </p>
                    <p class="status" role="status"></p>
                    <details hidden={true}><summary>{ &labels.code }</summary></details>
                </dialog>
                <p class="popover share-quote" popover="auto" id="share-quote"><button type="button">{ &labels.quote }</button></p>
            </>
        }
    }

    /// Returns the messages of the share program, for an attribute of the dialog.
    fn words_to_share(&self) -> String {
        let labels = &self.labels().share;
        Messages::write(|word| match word {
            MessageKey::Copied => &labels.copied,
            MessageKey::Refused => &labels.refused,
            MessageKey::CodeTitle => &labels.code_title,
            MessageKey::Whole => &labels.whole,
            MessageKey::RollCall => &labels.roll_call,
            MessageKey::Text => &labels.text,
            MessageKey::Compared => &labels.compared,
            MessageKey::Against => &labels.against,
            MessageKey::Year => &labels.year,
            MessageKey::Count => &labels.count,
            MessageKey::Bodies => &labels.bodies,
            MessageKey::Timeline => &labels.timeline,
            MessageKey::Span => &self.labels().date.span,
            MessageKey::StandOut => &labels.stand_out,
            MessageKey::Depth => &labels.depth,
            MessageKey::Cards => &labels.cards,
            MessageKey::Closed => &labels.closed,
            MessageKey::And => &labels.and,
            MessageKey::Comma => &labels.comma,
            MessageKey::Then => &labels.then,
            MessageKey::Quoted => &labels.quoted,
        })
    }

    /// Renders `words`, such as a heading, as a link to the element `id` of the same page.
    pub(super) fn linked(&self, id: &str, words: impl IntoPropValue<Html>) -> Html {
        html! { <a class="anchor" href={format!("#{id}")}>{ words.into_prop_value() }</a> }
    }
}
