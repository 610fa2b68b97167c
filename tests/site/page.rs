//! The story and the pages of the parts as trees of elements, and what tests ask of them.
//!
//! Texts are compared without line breaks, without the numbers of citations and without readings above names, and scripts are no text: what is
//! found here is what a reader finds without script.

use scraper::{ElementRef, Html, Node, Selector};
use std::{collections::HashMap, fs, sync::LazyLock};
use story::{Inline, vocabulary::Part};
pub(crate) use tests::language::edition;
use tests::{language, written};

thread_local! {
    /// The pages of the parts, then the story. Parsed once a test, as trees of this parser stay in their thread. Kept to the end, so
    /// that elements are simple to pass on.
    static PAGES: Vec<&'static Html> = {
        let html = Part::all().map(|part| written::page(&format!("{}{}/", language::folder(), part.id()))).chain([HTML.clone()]);
        html.map(|html| -> &'static Html { Box::leak(Box::new(Html::parse_document(&html))) }).collect()
    };
    static IDS: HashMap<&'static str, ElementRef<'static>> = {
        // What is on several pages is that of the first.
        let mut ids = HashMap::new();
        all("[id]").filter_map(|element| Some((element.attr("id")?, element))).for_each(|(id, element)| {
            ids.entry(id).or_insert(element);
        });
        // The sources of a page are not all that there are.
        let sources = pages().into_iter().find(|page| within(*page, ".sources > li").count() == edition().sources.len());
        ids.extend(sources.into_iter().flat_map(|page| within(page, "[id='sources'], .sources > li")).filter_map(|element| Some((element.attr("id")?, element))));
        ids
    };
}

/// The story as it is written.
pub(crate) static HTML: LazyLock<String> = LazyLock::new(|| {
    let file = written::dist().join(language::folder()).join("index.html");
    fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}; `cargo xtask build` writes it", file.display()))
});

/// The root of the story.
pub(crate) fn root() -> ElementRef<'static> {
    *pages().last().expect("there is the story")
}

/// The roots of the pages of the parts, and of the story.
pub(crate) fn pages() -> Vec<ElementRef<'static>> {
    PAGES.with(|pages| pages.iter().map(|page| page.root_element()).collect())
}

/// Every element of these pages that `selector` selects, in order. There has to be one: a test that looks at nothing proves nothing.
#[track_caller]
pub(crate) fn all(selector: &str) -> impl Iterator<Item = ElementRef<'static>> {
    let found: Vec<_> = if_any(selector).collect();
    assert!(!found.is_empty(), "no page has {selector}");
    found.into_iter()
}

/// Every element of these pages that `selector` selects, where there may be none.
pub(crate) fn if_any(selector: &str) -> impl Iterator<Item = ElementRef<'static>> {
    pages().into_iter().flat_map(|page| within(page, selector).collect::<Vec<_>>())
}

/// Every element in `element` that `selector` selects, in order.
pub(crate) fn within<'a>(element: ElementRef<'a>, selector: &str) -> impl Iterator<Item = ElementRef<'a>> {
    let selector = Selector::parse(selector).unwrap_or_else(|error| panic!("{selector}: {error}"));
    element.descendent_elements().skip(1).filter(move |found| selector.matches(found))
}

/// The element with this id, on the page of its part before the story.
#[track_caller]
pub(crate) fn by_id(id: &str) -> ElementRef<'static> {
    IDS.with(|ids| ids.get(id).copied()).unwrap_or_else(|| panic!("nothing has the id {id}"))
}

/// The element and those around it, from the inside out.
pub(crate) fn around(element: ElementRef<'_>) -> impl Iterator<Item = ElementRef<'_>> {
    std::iter::once(element).chain(element.ancestors().filter_map(ElementRef::wrap))
}

/// What a reader reads in `element`.
pub(crate) fn text(element: ElementRef<'_>) -> String {
    fn collect(element: ElementRef<'_>, read: &mut String) {
        for node in element.children() {
            match (node.value(), ElementRef::wrap(node)) {
                (Node::Text(text), _) => read.push_str(text),
                (_, Some(child)) if is_read(child) => collect(child, read),
                _ => {}
            }
        }
    }
    let mut read = String::new();
    collect(element, &mut read);
    one_line(&read)
}

fn is_read(element: ElementRef<'_>) -> bool {
    !matches!(element.value().name(), "script" | "style" | "template" | "rt" | "rp") && element.attr("role") != Some("doc-noteref")
}

/// What a reader reads of `inlines`.
pub(crate) fn plain(inlines: &[Inline]) -> String {
    one_line(&story::plain(inlines))
}

/// `text` with single spaces for all its white space, and without the joiners that keep punctuation beside its word.
pub(crate) fn one_line(text: &str) -> String {
    text.replace('\u{2060}', "").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Holds that a reader reads each of `texts` in `element`.
#[track_caller]
pub(crate) fn check_says<T: AsRef<str>>(element: ElementRef<'_>, texts: impl IntoIterator<Item = T>) {
    let read = text(element);
    for expected in texts {
        let expected = one_line(expected.as_ref());
        assert!(!expected.is_empty(), "an empty text is found everywhere; the test has to ask for another one");
        assert!(read.contains(&expected), "{} does not say {expected:?}", name(element));
    }
}

/// Holds that `element` has a link to each of the sources with these numbers.
#[track_caller]
pub(crate) fn check_cites(element: ElementRef<'_>, sources: &[usize]) {
    for number in sources {
        let link = within(element, &format!("a[href$='#s{number}'][role='doc-noteref']")).next();
        assert!(link.is_some(), "{} does not cite source {number}", name(element));
    }
}

/// Holds that `element` has the date `datetime`.
#[track_caller]
pub(crate) fn check_dated(element: ElementRef<'_>, datetime: impl ToString) {
    let datetime = datetime.to_string();
    let time = within(element, &format!("time[datetime='{datetime}']")).next();
    assert!(time.is_some_and(|time| !text(time).is_empty()), "{} has no <time> for {datetime}", name(element));
}

/// An element as a message names it: by its start tag.
pub(crate) fn name(element: ElementRef<'_>) -> String {
    let attributes: String = element.value().attrs().map(|(name, value)| format!(" {name}={value:?}")).collect();
    format!("<{}{attributes}>", element.value().name())
}
