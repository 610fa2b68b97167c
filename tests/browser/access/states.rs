//! The states of pages, and the reader's steps that lead to them.

use anyhow::{Context, Result};
use tests::visit::Visit;

/// A page in one of its states.
#[derive(Clone, Copy, Debug)]
pub(super) struct State {
    /// The path and query of the page within an edition.
    pub(super) address: &'static str,
    /// The steps that lead to the state.
    pub(super) steps: &'static [Step],
    /// A selector for the part of the page to check.
    pub(super) part: &'static str,
}

/// A step of a reader.
#[derive(Clone, Copy, Debug)]
pub(super) enum Step {
    /// Presses the element that matches a selector.
    Press(&'static str),
    /// Types text into the element that matches a selector.
    Type(&'static str, &'static str),
    /// Waits until an expression is true.
    Until(&'static str),
}

use Step::{Press, Type, Until};

const WHOLE: &str = "html";
const POPOVER: &str = ":popover-open";

/// The states that [`super::walk`] checks. Embeds of the same kind are built alike, so the list has
/// only some of them.
pub(super) const STATES: &[State] = &[
    State { address: "/?depth=everything", steps: &[], part: WHOLE },
    State { address: "/?depth=brief", steps: &[], part: WHOLE },
    State { address: "/", steps: &[Press("#shift a.term"), OPEN_POPOVER], part: POPOVER },
    State { address: "/?year=2014", steps: &[Press("button.share"), DESCRIBED, Press("#share summary"), DRAWN], part: "#share" },
    State { address: "/?year=2006", steps: &[], part: "#shift" },
    State { address: "/", steps: SEARCHED, part: "#search" },
    State { address: "/abductions/?count=police-2022-09", steps: &[], part: "#abductions" },
    State { address: "/un-history/?resolution=hrc-25-25&countries=CHN.JPN.CUB&against=hrc-28-22", steps: &[FOLLOWED], part: "#un-history" },
    State { address: "/un-history/?body=council", steps: &[], part: "#un-history" },
    State { address: "/timeline/?threads=un&span=2002-2004", steps: &[], part: "#timeline" },
    State { address: "/article/?kind=quote&speaker=press", steps: &[], part: "#article" },
    State { address: "/?open=abductions-card.un-history-card", steps: &[], part: WHOLE },
    State { address: "/why/", steps: &[], part: WHOLE },
    State { address: "/sources/", steps: &[], part: WHOLE },
    State { address: "/glossary/", steps: &[], part: WHOLE },
    State { address: "/about/", steps: &[], part: WHOLE },
    State { address: "/un-history/hrc-25-25/", steps: &[], part: WHOLE },
    State { address: "/embed/", steps: &[], part: WHOLE },
    State { address: "/embed/years/", steps: &[Press("details > summary")], part: WHOLE },
    State { address: "/embed/counts/", steps: &[], part: WHOLE },
    State { address: "/embed/threads/?theme=dark", steps: &[], part: WHOLE },
    State { address: "/embed/un-history/hrc-25-25/", steps: &[], part: WHOLE },
    State { address: "/embed/why/", steps: &[], part: WHOLE },
    State { address: "/embed/how/", steps: &[], part: WHOLE },
    State { address: "/no-such-page", steps: &[], part: WHOLE },
];

/// The states that [`super::tree`] checks, mostly of islands and dialogs. Each has the name of its file in `trees/`.
pub(super) const ISLANDS_AND_DIALOGS: &[(&str, State)] = &[
    ("masthead", State { address: "/", steps: &[], part: ".masthead" }),
    ("contents", State { address: "/", steps: &[], part: ".contents" }),
    ("shift", State { address: "/", steps: &[], part: "[data-island=shift]" }),
    ("numbers", State { address: "/abductions/", steps: &[], part: ".numbers form" }),
    ("votes", State { address: "/un-history/?resolution=hrc-25-25&countries=CHN.JPN", steps: &[], part: "[data-island=votes]" }),
    ("timeline", State { address: "/timeline/", steps: &[], part: ".timeline .choices" }),
    ("voices", State { address: "/article/", steps: &[], part: ".stand-out" }),
    ("own-page", State { address: "/why/", steps: &[], part: ".own > .masthead" }),
    ("vote-page", State { address: "/un-history/hrc-25-25/", steps: &[], part: "#roll-call" }),
    ("word", State { address: "/", steps: &[Press("#shift a.term"), OPEN_POPOVER], part: POPOVER }),
    ("share", State { address: "/", steps: &[Press("button.share"), DESCRIBED, Press("#share summary"), DRAWN], part: "#share" }),
    ("search", State { address: "/", steps: SEARCHED, part: "#search" }),
    ("embed", State { address: "/embed/years/", steps: &[], part: "body" }),
    ("embed-how", State { address: "/embed/how/", steps: &[], part: "main" }),
];

const OPEN_POPOVER: Step = Until("document.querySelector(':popover-open') != null");
const DESCRIBED: Step = Until("document.getElementById('share').open && document.querySelector('#share .description').textContent != ''");
const DRAWN: Step = Until("document.querySelector('#share svg') != null");
const SEARCHED: &[Step] = &[Press("button.search"), Type("#search input", "2019"), Until("document.querySelector('#search ol a') != null")];
const FOLLOWED: Step = Until("document.querySelectorAll('.chips li').length == 3");

impl State {
    pub(super) async fn reach(&self, visit: &Visit) -> Result<()> {
        visit.go(self.address).await?;
        // A page without islands never becomes live.
        if visit.is("document.querySelector('[data-island]') != null").await? {
            visit.until_live().await?;
        }
        for step in self.steps {
            match step {
                Press(selector) => visit.press(selector).await?,
                Type(selector, text) => visit.type_at(selector, *text).await?,
                Until(expression) => visit.until(expression).await?,
            }
        }
        Ok(())
    }

    /// Does the same as [`State::reach`], and adds the address to an error.
    pub(super) async fn reached(&self, visit: &Visit) -> Result<()> {
        self.reach(visit).await.with_context(|| format!("on the way to {}", self.address))
    }
}
