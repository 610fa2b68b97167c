//! Extracts the facts about a page that the checks need: its links, its ids, the fields of its head, and the hashes of
//! its inline scripts and styles.

use base64::{Engine, prelude::BASE64_STANDARD};
use scraper::{ElementRef, Html};
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet, HashSet};
use url::Url;

#[derive(Debug, Default)]
pub(crate) struct Page {
    /// The ids of all elements.
    pub(crate) ids: HashSet<String>,
    /// The addresses in attributes such as `href` and `src`, resolved against the address of the page. Also the address
    /// of the picture for link previews.
    pub(crate) links: BTreeSet<Url>,
    /// The values of `<title>`, `<meta>` and `<link>`, by name. A `<title>` has the name `title`. The name of a
    /// `<meta>` is its `name`, `property` or `http-equiv`, in lower case. The name of a `<link>` is `link`, a space and
    /// its `type`, as in `link image/svg+xml`. If a `<link>` has no `type`, its `rel` follows the space, as in
    /// `link canonical`.
    fields: BTreeMap<String, Vec<String>>,
    /// The hashes of the inline scripts, as source expressions of a Content-Security-Policy.
    pub(crate) scripts: BTreeSet<String>,
    /// The hashes of the inline styles, as source expressions of a Content-Security-Policy.
    pub(crate) styles: BTreeSet<String>,
    /// Whether the page starts the app.
    pub(crate) has_app: bool,
    /// Whether the page reports its height to the page that frames it.
    pub(crate) says_height: bool,
    /// The texts of the JSON scripts, which describe the page to search engines.
    pub(crate) described: Vec<String>,
}

impl Page {
    /// Parses `text`, the HTML of the page at `address`.
    pub(crate) fn read(text: &str, address: &Url) -> Self {
        let mut page = Self::default();
        for element in Html::parse_document(text).root_element().descendent_elements() {
            page.read_element(element, address);
        }
        page
    }

    /// Returns the values of `field`.
    pub(crate) fn all(&self, field: &str) -> &[String] {
        self.fields.get(field).map_or(&[], Vec::as_slice)
    }

    /// Returns the first value of `field`. Returns `None` if there is no value, or if it is empty.
    pub(crate) fn field(&self, field: &str) -> Option<&str> {
        self.all(field).first().map(|value| value.trim()).filter(|value| !value.is_empty())
    }

    /// Returns whether the page forbids search engines to index it (`noindex`).
    pub(crate) fn is_hidden(&self) -> bool {
        self.field("robots").is_some_and(|robots| robots.contains("noindex"))
    }

    fn read_element(&mut self, element: ElementRef<'_>, address: &Url) {
        let attribute = |name| element.attr(name).unwrap_or_default();
        if let Some(id) = element.attr("id") {
            self.ids.insert(id.to_owned());
        }
        let addresses = ["href", "src", "data-glue", "data-module", "data-piece"].into_iter().filter_map(|name| element.attr(name));
        self.links.extend(addresses.filter_map(|found| address.join(found).ok()));
        match element.value().name() {
            "title" if element.ancestors().filter_map(ElementRef::wrap).any(|around| around.value().name() == "head") => {
                self.add_field("title", element.text().collect());
            }
            "meta" => {
                let content = attribute("content");
                if attribute("property") == "og:image" {
                    self.links.extend(Url::parse(content).ok());
                }
                for name in ["name", "property", "http-equiv"].map(attribute).into_iter().filter(|name| !name.is_empty()) {
                    self.add_field(&name.to_ascii_lowercase(), content.to_owned());
                }
            }
            "link" => {
                let name = if attribute("type").is_empty() { attribute("rel") } else { attribute("type") };
                self.add_field(&format!("link {name}"), attribute("href").to_owned());
            }
            "style" => {
                self.styles.insert(hash(&inline(element)));
            }
            "script" => self.read_script(element),
            _ => {}
        }
    }

    fn read_script(&mut self, element: ElementRef<'_>) {
        if element.attr("src").is_some() {
            return;
        }
        let script = inline(element);
        if element.attr("type").is_some_and(|kind| kind.ends_with("json")) {
            self.described.push(script);
            return;
        }
        self.has_app |= element.attr("data-module").is_some();
        self.says_height |= script.contains("pymxPYMx");
        self.scripts.insert(hash(&script));
    }

    fn add_field(&mut self, field: &str, value: String) {
        self.fields.entry(field.to_owned()).or_default().push(value);
    }
}

fn inline(element: ElementRef<'_>) -> String {
    element.text().collect()
}

fn hash(inline: &str) -> String {
    format!("'sha256-{}'", BASE64_STANDARD.encode(Sha256::digest(inline)))
}
