//! Renders the roll call at which a page opens. It uses the same code as the browser, so the browser need not change
//! it.

use super::{Page, vote_explorer::country_choice};
use explainer::islands::votes::{add_roll_call, build::Place, record::Record};
use std::{cell::RefCell, rc::Rc};
use story::Resolution;
use yew::{
    prelude::*,
    virtual_dom::{VTag, VText},
};

impl Page<'_> {
    /// The row of the resolution that is shared, and its roll call.
    pub(super) fn shared_roll_call(&self) -> (Html, Html) {
        let Some(resolution) = self.shared_vote() else { return Default::default() };
        let row =
            html! { <table><tbody>{ self.resolution_row(resolution, Some(format!("resolution-{}", resolution.id))) }</tbody></table> };
        (row, self.roll_call(resolution))
    }

    fn roll_call(&self, resolution: &Resolution) -> Html {
        let names: String = self.edition.countries.iter().map(|country| country_choice(country, &country.name)).collect();
        let (regions, votes, words) = (self.regions(), self.vote_lines(), self.vote_words());
        let record = Record::read(&names, &regions, &votes, &words);
        let place = Written::new("div", &[], "");
        if let Some(vote) = record.vote(&Some(resolution.id.clone())) {
            add_roll_call(&place, &record, vote);
        }
        let children = place.0.children.borrow();
        children.iter().map(Written::html).collect()
    }
}

/// An element that is being rendered.
struct Written(Rc<Node>);

struct Node {
    tag: &'static str,
    attributes: Vec<(&'static str, String)>,
    text: String,
    children: RefCell<Vec<Written>>,
}

impl Written {
    fn new(tag: &'static str, attributes: &[(&'static str, &str)], text: &str) -> Self {
        let attributes = attributes.iter().map(|(name, value)| (*name, (*value).to_owned())).collect();
        Self(Rc::new(Node { tag, attributes, text: text.to_owned(), children: RefCell::default() }))
    }

    fn html(&self) -> Html {
        let mut tag = VTag::new(self.0.tag);
        for (name, value) in &self.0.attributes {
            tag.add_attribute(name, value.clone());
        }
        if !self.0.text.is_empty() {
            tag.add_child(VText::new(self.0.text.clone()).into());
        }
        tag.add_children(self.0.children.borrow().iter().map(Self::html));
        tag.into()
    }
}

impl Place for Written {
    fn add(&self, tag: &'static str, attributes: &[(&'static str, &str)], text: &str) -> Self {
        let made = Self::new(tag, attributes, text);
        self.0.children.borrow_mut().push(Self(Rc::clone(&made.0)));
        made
    }
}
