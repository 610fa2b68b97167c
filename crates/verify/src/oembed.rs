//! Checks oEmbed answers: the link to each answer, the answer itself, and the frame in the answer.

use crate::{
    crawl::Crawl,
    html::Page,
    report::{Finding, Subject},
};
use scraper::{Html, Selector};
use serde_json::Value;
use url::Url;

/// The name of the field with the link to the oEmbed answer.
const LINK: &str = "link application/json+oembed";

/// Checks that every article, every embed and every page that redirects to an embed has a valid oEmbed answer. Checks
/// nothing if the first page does not state its address.
pub(crate) fn check(crawl: &Crawl, findings: &mut Vec<Finding>) {
    if crawl.stated.is_none() {
        return;
    }
    for file in &crawl.files {
        let can_be_pasted = |page: &&Page| {
            page.says_height || page.field("refresh").is_some() || !page.is_hidden() && page.field("og:type") == Some("article")
        };
        let Some(page) = file.page.as_ref().filter(can_be_pasted) else { continue };
        let mut fault = |what: String| findings.push(Finding { subject: Subject::Oembed, what, at: format!("/{}", file.path) });
        let Some(value) = page.field(LINK) else {
            fault("has no link to an oEmbed answer".to_owned());
            continue;
        };
        let Some(answer) = Url::parse(value).ok().and_then(|address| crawl.path_of(&address)).and_then(|path| crawl.file(&path)) else {
            fault(format!("has its oEmbed answer on another site: {value}"));
            continue;
        };
        if answer.answer.status == 200 {
            check_answer(crawl, &answer.content, &mut fault);
        }
    }
}

fn check_answer(crawl: &Crawl, content: &[u8], fault: &mut dyn FnMut(String)) {
    let Ok(answer) = serde_json::from_slice::<Value>(content) else {
        fault("has an oEmbed answer that is not JSON".to_owned());
        return;
    };
    for (name, expected) in [("version", "1.0"), ("type", "rich")] {
        if answer[name] != expected {
            fault(format!("has an oEmbed answer whose {name} is not {expected:?}"));
        }
    }
    for name in ["width", "height"] {
        if !answer[name].is_u64() {
            fault(format!("has an oEmbed answer without {name}"));
        }
    }
    if answer["title"].as_str().is_none_or(str::is_empty) {
        fault("has an oEmbed answer without a title".to_owned());
    }
    let html = Html::parse_fragment(answer["html"].as_str().unwrap_or_default());
    let elements: Vec<_> = html.root_element().child_elements().map(|element| element.value().name().to_owned()).collect();
    // WordPress sets the frame's height only if the elements are in this order.
    if elements != ["blockquote", "iframe"] {
        fault("has an oEmbed answer whose html is not a quotation and then a frame".to_owned());
    }
    let frame = Selector::parse("iframe[src]").ok().and_then(|selector| html.select(&selector).next());
    let framed = frame.and_then(|frame| Url::parse(frame.attr("src")?).ok());
    if framed.and_then(|address| crawl.path_of(&address)).is_none() {
        fault("has an oEmbed answer whose frame is not on this site".to_owned());
    }
}
