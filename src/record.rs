//! The record of the votes, read from the page: its table of resolutions, its list of countries, its words.

use crate::reader::elements;
use explainer::islands::votes::{
    record::{Country, Record, Resolution},
    words::Words,
};
use gloo::utils::document;
use story::vocabulary::{Body, Vocabulary};
use web_sys::Element;

/// The record, or an empty one on a page that does without it.
pub(crate) fn read() -> Record {
    Record { words: words().unwrap_or_default(), countries: countries().unwrap_or_default(), resolutions: resolutions() }
}

fn words() -> Option<Words> {
    Some(Words::read(&document().query_selector("[data-words]").ok()??.get_attribute("data-words")?))
}

fn countries() -> Option<Vec<Country>> {
    let regions = document().get_element_by_id("countries")?.get_attribute("data-regions")?;
    let country = |(option, region): (Element, u8)| {
        let text = option.text_content()?;
        let (name, iso) = text.strip_suffix(')')?.rsplit_once(" (")?;
        Some(Country { iso: iso.to_owned(), name: name.to_owned(), region: usize::from(region - b'0') })
    };
    Some(elements("#countries option").zip(regions.bytes()).filter_map(country).collect())
}

fn resolutions() -> Vec<Resolution> {
    let resolution = |row: Element| {
        let text = |selector: &str| row.query_selector(selector).ok()??.text_content();
        Some(Resolution {
            id: row.id().strip_prefix("resolution-")?.to_owned(),
            body: Body::parse(&row.get_attribute("data-body")?)?,
            year: row.query_selector("time").ok()??.get_attribute("datetime")?.get(..4)?.to_owned(),
            symbol: text("th a")?,
            adopted: text("td:nth-of-type(2)")?,
            roll: row.get_attribute("data-roll").unwrap_or_default(),
        })
    };
    elements(".resolutions tr[id]").filter_map(resolution).collect()
}
