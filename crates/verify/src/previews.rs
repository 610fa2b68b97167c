//! Checks the fields that link previews and search engines read.

use crate::{
    crawl::{Crawl, File},
    html::Page,
    report::{Finding, Subject},
};
use url::Url;

/// The minimum width and height of a preview picture in pixels, and the maximum size of its file in bytes. Link
/// previews may show a smaller picture as a thumbnail, and may leave out a larger file.
const PICTURE: (usize, usize, usize) = (600, 315, 5_000_000);

/// Checks that every page that readers can share has the fields for previews. An embed can be
/// shared if it has the field `og:image`. Any other page can be shared if search engines may index
/// it. If the first page states its address, also checks the addresses in the fields, and the
/// picture.
pub(crate) fn check(crawl: &Crawl, findings: &mut Vec<Finding>) {
    for file in &crawl.files {
        let is_embed = file.path.starts_with("embed/") || file.path.contains("/embed/");
        let is_shared = |page: &&Page| if is_embed { page.field("og:image").is_some() } else { !page.is_hidden() };
        let Some(page) = file.page.as_ref().filter(is_shared) else { continue };
        let mut fault = |what: String| findings.push(Finding { subject: Subject::Previews, what, at: format!("/{}", file.path) });
        for field in ["title", "description", "og:title", "og:description", "og:type", "og:site_name", "og:locale", "twitter:card"] {
            if page.all(field).len() > 1 {
                fault(format!("has {field} more than once"));
            } else if page.field(field).is_none() {
                fault(format!("has no {field}"));
            }
        }
        if page.described.iter().any(|described| serde_json::from_str::<serde_json::Value>(described).is_err()) {
            fault("gives search engines a description that is not JSON".to_owned());
        }
        // Pages have canonical addresses and pictures only if the site states its address, because both need absolute
        // addresses.
        if let Some(base) = &crawl.stated {
            // The canonical address of an embed is the address of the full page, not of the embed.
            let addresses: &[_] = if is_embed { &[OWN] } else { &[CANONICAL, OWN] };
            check_own_address(file, page, base, addresses, &mut fault);
            check_picture(crawl, page, &mut fault);
        }
    }
}

/// The field with the canonical address of a page: its name in [`Page`], and its name in findings.
const CANONICAL: (&str, &str) = ("link canonical", "canonical");
/// The field with the address that link previews use for a page: its name in [`Page`], and its name in findings.
const OWN: (&str, &str) = ("og:url", "og:url");

fn check_own_address(file: &File, page: &Page, base: &Url, addresses: &[(&str, &str)], fault: &mut dyn FnMut(String)) {
    let own = format!("{base}{}", file.path);
    for (field, name) in addresses {
        match page.field(field) {
            None => fault(format!("has no {name}")),
            Some(value) if Url::parse(value).is_err() => fault(format!("has a {name} that is not a complete address: {value}")),
            Some(value) if value != own => fault(format!("has another page as its {name}: {value}")),
            Some(_) => {}
        }
    }
}

fn check_picture(crawl: &Crawl, page: &Page, fault: &mut dyn FnMut(String)) {
    let Some(value) = page.field("og:image") else {
        fault("has no og:image".to_owned());
        return;
    };
    if page.field("og:image:alt").is_none() {
        fault("has no og:image:alt".to_owned());
    }
    let Ok(address) = Url::parse(value) else {
        fault(format!("has an og:image that is not a complete address: {value}"));
        return;
    };
    let Some(picture) = crawl.path_of(&address).and_then(|path| crawl.file(&path)) else {
        fault(format!("has an og:image on another site: {value}"));
        return;
    };
    // The crawl already reports a missing file.
    if picture.answer.status != 200 {
        return;
    }
    let Ok(size) = imagesize::blob_size(&picture.content) else {
        fault(format!("has an og:image that is not a picture: {value}"));
        return;
    };
    if size.width < PICTURE.0 || size.height < PICTURE.1 || picture.content.len() > PICTURE.2 {
        fault(format!(
            "has an og:image of {} by {} pixels and {} bytes, which previews do not show in full size",
            size.width,
            size.height,
            picture.content.len()
        ));
    }
    let stated = [page.field("og:image:width"), page.field("og:image:height")].map(|value| value.and_then(|value| value.parse().ok()));
    if stated != [Some(size.width), Some(size.height)] {
        fault(format!("gives its og:image a size other than {} by {}", size.width, size.height));
    }
}
