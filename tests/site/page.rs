//! Reads the story and the pages of the parts, for the other modules.
//!
//! Texts are compared without line breaks, numbers of citations and readings above names. No script runs, so the
//! functions find what a reader without script finds.

use scraper::{ElementRef, Html, Node, Selector};
use std::{collections::HashMap, fs, sync::LazyLock};
use story::{Inline, vocabulary::Part};
pub(crate) use tests::language::edition;
use tests::{language, written};

thread_local! {
    /// The pages of the parts, followed by the story. Each thread parses the pages once, because a parsed page cannot
    /// move between threads. The pages are never freed, so their elements have the lifetime `'static`.
    static PAGES: Vec<&'static Html> = {
        let html = Part::all().map(|part| written::page(&format!("{}{}/", language::folder(), part.id()))).chain([HTML.clone()]);
        html.map(|html| -> &'static Html { Box::leak(Box::new(Html::parse_document(&html))) }).collect()
    };
    static IDS: HashMap<&'static str, ElementRef<'static>> = {
        // If several elements have the same id, the first one is used.
        let mut ids = HashMap::new();
        all("[id]").filter_map(|element| Some((element.attr("id")?, element))).for_each(|(id, element)| {
            ids.entry(id).or_insert(element);
        });
        // Most pages list only the sources that they cite. So the ids of sources come from the page that lists all
        // sources.
        let sources = pages().into_iter().find(|page| within(*page, ".sources > li").count() == edition().sources.len());
        ids.extend(sources.into_iter().flat_map(|page| within(page, "[id='sources'], .sources > li")).filter_map(|element| Some((element.attr("id")?, element))));
        ids
    };
}

/// The HTML of the story.
pub(crate) static HTML: LazyLock<String> = LazyLock::new(|| {
    let file = written::dist().join(language::folder()).join("index.html");
    fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}; `cargo xtask build` writes it", file.display()))
});

/// Returns the root element of the story.
pub(crate) fn root() -> ElementRef<'static> {
    *pages().last().expect("there is the story")
}

/// Returns the root elements of the pages of the parts, followed by that of the story.
pub(crate) fn pages() -> Vec<ElementRef<'static>> {
    PAGES.with(|pages| pages.iter().map(|page| page.root_element()).collect())
}

/// Returns every element of all [`pages`] that matches `selector`, in order. Panics if there is none.
pub(crate) fn all(selector: &str) -> impl Iterator<Item = ElementRef<'static>> {
    let found: Vec<_> = if_any(selector).collect();
    assert!(!found.is_empty(), "no page has {selector}");
    found.into_iter()
}

/// Returns every element of all [`pages`] that matches `selector`, in order.
pub(crate) fn if_any(selector: &str) -> impl Iterator<Item = ElementRef<'static>> {
    pages().into_iter().flat_map(|page| within(page, selector).collect::<Vec<_>>())
}

/// Returns every descendant of `element` that matches `selector`, in order.
pub(crate) fn within<'a>(element: ElementRef<'a>, selector: &str) -> impl Iterator<Item = ElementRef<'a>> {
    let selector = Selector::parse(selector).unwrap_or_else(|error| panic!("{selector}: {error}"));
    element.descendent_elements().skip(1).filter(move |found| selector.matches(found))
}

/// Returns the first element of all [`pages`] that has this id. For the id of a source, and for `sources`, returns the
/// element on the page that lists all sources.
#[track_caller]
pub(crate) fn by_id(id: &str) -> ElementRef<'static> {
    IDS.with(|ids| ids.get(id).copied()).unwrap_or_else(|| panic!("nothing has the id {id}"))
}

/// Returns the element and its ancestors, from the innermost to the outermost.
pub(crate) fn around(element: ElementRef<'_>) -> impl Iterator<Item = ElementRef<'_>> {
    std::iter::once(element).chain(element.ancestors().filter_map(ElementRef::wrap))
}

/// Returns the text of `element` on one line, without scripts, styles, templates, readings or citation numbers.
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

/// Returns the text of `inlines` in the form in which [`text`] returns it.
pub(crate) fn plain(inlines: &[Inline]) -> String {
    one_line(&story::plain(inlines))
}

/// Returns `text` with single spaces instead of other white space. Removes the word joiners that keep punctuation
/// beside its word.
pub(crate) fn one_line(text: &str) -> String {
    text.replace('\u{2060}', "").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Checks that the text of `element` contains each of `texts`.
#[track_caller]
pub(crate) fn check_says<T: AsRef<str>>(element: ElementRef<'_>, texts: impl IntoIterator<Item = T>) {
    let read = text(element);
    for expected in texts {
        let expected = one_line(expected.as_ref());
        assert!(!expected.is_empty(), "every element contains an empty text; the test has to expect another one");
        assert!(read.contains(&expected), "{} does not contain {expected:?}", name(element));
    }
}

/// Checks that `element` has a link to each of the sources with these numbers.
#[track_caller]
pub(crate) fn check_cites(element: ElementRef<'_>, sources: &[usize]) {
    for number in sources {
        let link = within(element, &format!("a[href$='#s{number}'][role='doc-noteref']")).next();
        assert!(link.is_some(), "{} does not cite source {number}", name(element));
    }
}

/// Checks that `element` contains a `<time>` with the date `datetime`.
#[track_caller]
pub(crate) fn check_dated(element: ElementRef<'_>, datetime: impl ToString) {
    let datetime = datetime.to_string();
    let time = within(element, &format!("time[datetime='{datetime}']")).next();
    assert!(time.is_some_and(|time| !text(time).is_empty()), "{} has no <time> for {datetime}", name(element));
}

/// Returns the start tag of an element, for messages.
pub(crate) fn name(element: ElementRef<'_>) -> String {
    let attributes: String = element.value().attrs().map(|(name, value)| format!(" {name}={value:?}")).collect();
    format!("<{}{attributes}>", element.value().name())
}
