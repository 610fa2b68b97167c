//! Stands in for the page's own routes until they are there.
use story::Edition;

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Route {
    Whole,
    Part(&'static str),
    Vote(String),
}

impl Route {
    pub(crate) fn all(edition: &Edition) -> Vec<Self> {
        let votes = edition.resolutions.iter().filter(|resolution| resolution.tally.is_some());
        [Self::Whole]
            .into_iter()
            .chain(["shift", "why", "abductions", "un-history", "timeline", "article", "what-next"].map(Self::Part))
            .chain(votes.map(|resolution| Self::Vote(resolution.id.clone())))
            .collect()
    }

    pub(crate) fn path(&self) -> String {
        match self {
            Self::Whole => String::new(),
            Self::Part(part) => format!("{part}/"),
            Self::Vote(id) => format!("un-history/{id}/"),
        }
    }
}
