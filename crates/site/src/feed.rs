//! Makes the feed of an edition's corrections and updates, in the Atom format. The addresses in a feed are absolute, so
//! the site has a feed only if the base URL is known.

use crate::page::{FEED, correction_path};
use atom_syndication::{Content, Entry, Feed, FixedDateTime, Link, Person, Text};
use std::error::Error;
use story::{BaseUrl, Correction, Edition, PartialDate, Story, plain};

/// Makes the feed of `edition`. It has an entry for every correction and update, the newest first, and one for the
/// publication.
///
/// # Errors
/// Fails if a date is not a valid timestamp, or if the feed cannot be serialized.
pub(crate) fn feed(story: &Story, base: &BaseUrl, edition: &Edition) -> Result<Vec<u8>, Box<dyn Error>> {
    let page = base.join(&story.folder(edition));
    let address = format!("{page}{FEED}");
    let labels = &edition.labels;
    let lead = &edition.texts.lead;
    let mut entries = Vec::new();
    for correction in &edition.corrections {
        entries.push(entry(edition, &page, correction)?);
    }
    let published = midnight(edition.published)?;
    entries.push(Entry {
        title: Text::plain(lead.title.clone()),
        id: page.clone(),
        updated: published,
        published: Some(published),
        links: vec![link("alternate", &page)],
        summary: Some(Text::plain(lead.description.clone())),
        ..Entry::default()
    });
    let author = match (&story.imprint.author, &story.imprint.publisher) {
        (Some(author), _) => Person { name: author.clone(), ..Person::default() },
        (None, Some(publisher)) => Person { name: publisher.name.clone(), uri: publisher.url.clone(), ..Person::default() },
        (None, None) => Person { name: labels.site.name.clone(), uri: Some(page.clone()), ..Person::default() },
    };
    let feed = Feed {
        title: Text::plain(format!("{} · {}", labels.site.name, labels.corrections.title)),
        id: address.clone(),
        updated: entries.iter().map(|entry| entry.updated).max().unwrap_or(published),
        authors: vec![author],
        links: vec![Link { mime_type: Some("application/atom+xml".to_owned()), ..link("self", &address) }, link("alternate", &page)],
        rights: Some(Text::plain(labels.footer.licence.clone())),
        lang: Some(edition.language.clone()),
        entries,
        ..Feed::default()
    };
    Ok(feed.write_to(Vec::new())?)
}

fn entry(edition: &Edition, page: &str, correction: &Correction) -> Result<Entry, Box<dyn Error>> {
    let labels = &edition.labels;
    let date = midnight(correction.date)?;
    let title = labels.corrections.entry.replace("{change}", labels.word(correction.change));
    let address = format!("{page}{}", correction_path(correction));
    Ok(Entry {
        title: Text::plain(title.replace("{date}", &labels.date(correction.date))),
        id: address.clone(),
        updated: date,
        published: Some(date),
        links: vec![link("alternate", &address)],
        content: Some(Content { value: Some(plain(&correction.text)), content_type: Some("text".to_owned()), ..Content::default() }),
        ..Entry::default()
    })
}

fn link(rel: &str, href: &str) -> Link {
    Link { rel: rel.to_owned(), href: href.to_owned(), ..Link::default() }
}

/// Returns midnight UTC at the start of a date. A date without a month or a day stands for the first day of its year or
/// month.
fn midnight(date: PartialDate) -> Result<FixedDateTime, Box<dyn Error>> {
    let text = format!("{:04}-{:02}-{:02}T00:00:00Z", date.year, date.month.unwrap_or(1), date.day.unwrap_or(1));
    text.parse().map_err(|error| format!("{date} cannot be the day of a correction: {error}").into())
}
