//! Makes the print edition and the offline file. Each is a single document that runs no scripts. In the offline file,
//! lists of names replace the roll calls that the app shows.

use super::{
    Page,
    document::{DocumentError, Site, render},
    head::in_script,
    json_ld::json_ld,
    places::Places,
    rewrite_links::{Opens, cited_in, rewrite},
    takeaway::Takeaway,
};
use crate::stylesheet::Sheet;
use lol_html::{RewriteStrSettings, element, errors::RewritingError, html_content::ContentType, rewrite_str};
use story::{Edition, Resolution, vocabulary::Ballot};
use yew::prelude::*;

/// The selector for the elements that need a script. They are removed from the print edition and the offline file.
const NEEDS_SCRIPT: &str = "script, dialog, with-script, .no-place, #share-quote";
/// The selector for the elements that have no use on paper, such as controls and links to other pages. They are removed
/// from the print edition.
const NEEDS_SCREEN: &str = "form, .contents, .parts, .skip, .instruction, .lanes, .bodies, .guess, .panels, .choices, .link-to, .way-on, .languages, [popover], .take";

/// Makes the HTML of the print edition or the offline file. [`Takeaway::is_copy`] must be true for `takeaway`.
///
/// # Errors
/// Fails if the markup cannot be rewritten, or if the style sheet or the description for search engines cannot be
/// written.
pub async fn print_offline(site: Site<'_>, edition: &Edition, takeaway: Takeaway, places: &Places) -> Result<String, DocumentError> {
    let page = Page { places, ..Page::beside(site, edition, takeaway) };
    let body = if takeaway.holds_everything() { page.everything().await } else { page.story().await };
    let body = rewritten(&render(body).await, takeaway)?;
    let body = if takeaway.holds_everything() { body } else { without_uncited(&body)? };
    let body = rewrite(&body, Opens::Here, |id| page.url_of_place(id))?;
    let labels = &page.labels().editions;
    let (sheet, title) = match takeaway {
        Takeaway::Print => (Sheet::Print, &labels.print),
        Takeaway::Offline | Takeaway::Data | Takeaway::Cite => (Sheet::Offline, &labels.offline),
    };
    let description = if takeaway == Takeaway::Print { serde_json::to_string(&json_ld(&page))? } else { String::new() };
    let head = html! {
        <>
            { page.plain_head(&format!("{} · {title}", page.title()), &page.description(), sheet, &body)? }
            <meta name="robots" content="noindex" />
            if let Some(canonical) = page.absolute_url(&page.shared_path()) {
                <link rel="canonical" href={canonical} />
            }
            if !description.is_empty() {
                { in_script(&description) }
            }
        </>
    };
    Ok(page.bare(&render(head).await, &body))
}

/// Removes from `body` the elements, links and attributes that `takeaway` does not need. Also opens every `<details>`.
fn rewritten(body: &str, takeaway: Takeaway) -> Result<String, RewritingError> {
    let removed = if takeaway == Takeaway::Print {
        // The print edition has no cards except the list of sources. The offline file has the content of all cards.
        format!("{NEEDS_SCREEN}, .card:not(#sources-card)")
    } else {
        ".languages, .take, .guess, .elsewhere, .choices .bar, .choices .range".to_owned()
    };
    // Also remove the links from a source to the elements that cite it, and the number before each source. The browser
    // numbers ordered lists itself.
    let removed = format!("{removed}, {NEEDS_SCRIPT}, .sources small, .sources a.anchor");
    let mut settings = RewriteStrSettings::new().append_element_content_handler(element!(removed, |element| {
        element.remove();
        Ok(())
    }));
    // Not every browser opens closed cards for printing.
    settings = settings.append_element_content_handler(element!("details", |details| Ok(details.set_attribute("open", "")?)));
    if takeaway == Takeaway::Print {
        settings = settings.append_element_content_handler(element!("a.term", |term| {
            term.remove_and_keep_content();
            Ok(())
        }));
    }
    if takeaway == Takeaway::Offline {
        // The file must stay below 720 kB in every language, so frequent attributes and links are left out. The links
        // by which readers share an element are not needed, because the address of a local file cannot be shared.
        settings = settings.append_element_content_handler(element!("a.anchor", |link| {
            link.remove_and_keep_content();
            Ok(())
        }));
        settings = settings.append_element_content_handler(element!("a[role]", |link| {
            link.remove_attribute("role");
            Ok(())
        }));
        settings = settings.append_element_content_handler(element!("[translate]", |element| {
            element.remove_attribute("translate");
            Ok(())
        }));
        let body = rewrite_str(body, settings)?;
        return Ok(body.replace("\"></path>", "\"/>").replace("\"></circle>", "\"/>"));
    }
    rewrite_str(body, settings)
}

/// Removes the sources that no text in `body` cites. Also corrects the number of sources in the heading of their list.
fn without_uncited(body: &str) -> Result<String, RewritingError> {
    let cited = cited_in(body)?;
    let count = cited.len();
    let counted = element!("#sources-card > summary .hint", move |hint| {
        hint.set_inner_content(&count.to_string(), ContentType::Text);
        Ok(())
    });
    let remove = element!(".sources > li[id]", |source| {
        let id = source.get_attribute("id").unwrap_or_default();
        if !cited.contains(&id) {
            source.remove();
        }
        Ok(())
    });
    rewrite_str(body, RewriteStrSettings::new().append_element_content_handler(counted).append_element_content_handler(remove))
}

impl Page<'_> {
    /// Renders a line about the print edition or the offline file, with the address of the explainer. Renders nothing
    /// on other pages.
    pub(super) fn print_offline_line(&self) -> Html {
        let labels = &self.labels().editions;
        let text = match self.takeaway {
            Some(Takeaway::Print) => labels.print_text.clone(),
            Some(Takeaway::Offline) => labels.offline_text.replace("{date}", &self.date_text(self.edition.modified())),
            Some(Takeaway::Data | Takeaway::Cite) | None => return Html::default(),
        };
        html! {
            <p class="frozen">
                <span>{ text }</span>{ " " }
                <span translate="no">{ self.absolute_url(&self.shared_path()).unwrap_or_else(|| self.labels().embed.address.clone()) }</span>
            </p>
        }
    }

    /// Renders every roll call as lists of names. These lists replace the vote explorer, which shows one roll call at a
    /// time.
    pub(super) fn roll_calls(&self) -> Html {
        let labels = &self.labels().editions;
        let votes = self.edition.resolutions.iter().rev().filter(|resolution| resolution.tally.is_some());
        html! {
            <section class="roll-calls wide" id="roll-call">
                <h3>{ self.linked("roll-call", &labels.roll_calls) }</h3>
                <p>{ &labels.roll_calls_text }</p>
                { for votes.map(|resolution| self.roll_call_in_words(resolution)) }
            </section>
        }
    }

    fn roll_call_in_words(&self, resolution: &Resolution) -> Html {
        let comma = self.labels().share.comma.replace("{a}", "").replace("{b}", "");
        let voters = |ballot: Ballot| -> Vec<&str> {
            let cast = |iso3: &str| resolution.roll_call.iter().any(|(voter, cast)| voter == iso3 && *cast == ballot);
            self.edition.countries.iter().filter(|country| cast(&country.iso3)).map(|country| country.name.as_str()).collect()
        };
        let title = self.about_vote(resolution, &self.labels().pictures.vote_title);
        html! {
            <details class="card" id={format!("roll-call-{}", resolution.id)}>
                <summary><span class="summary">{ title }</span>{ " " }<span class="hint" translate="no">{ &resolution.symbol }</span></summary>
                <dl class="card-body">
                    { for Ballot::ALL.map(|ballot| {
                        let voters = voters(ballot);
                        if voters.is_empty() {
                            return Html::default();
                        }
                        html! {
                            <>
                                <dt>{ self.labels().word(ballot) }{ " " }<b>{ voters.len() }</b></dt>
                                <dd>{ voters.join(&comma) }</dd>
                            </>
                        }
                    }) }
                </dl>
            </details>
        }
    }
}
