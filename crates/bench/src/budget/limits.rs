//! Reads the budget from `crates/bench/budget.toml` and compares figures with it.

use super::{
    figure::Figure,
    page::{Page, PageKind},
};
use crate::weight::Weight;
use anyhow::{Context, Result, ensure};
use serde::Deserialize;
use std::fs;
use xtask::project::Project;

/// The largest allowed value of a [`Figure`], in the unit of the figure.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Limit {
    /// The largest value that the design allows.
    limit: f64,
    /// A larger value that is accepted for now.
    accepted: Option<f64>,
    /// The reason why the larger value is accepted.
    because: Option<String>,
}

/// The result of the comparison of a figure with its limit.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Verdict {
    /// The figure is within the design's limit, and there is no accepted value.
    Within,
    /// The figure is within the design's limit, so the accepted value is no longer needed.
    AcceptedForNothing,
    /// The figure is over the design's limit, but not over the accepted value.
    Accepted {
        /// Whether the figure is more than 1 unit below the accepted value, which should then be lowered.
        loose: bool,
    },
    /// The figure is over the design's limit, and over the accepted value if there is one.
    Over,
}

impl Limit {
    /// Returns the design's limit.
    pub(super) fn limit(&self) -> f64 {
        self.limit
    }

    /// Compares a figure with the limit.
    pub(super) fn verdict(&self, figure: Figure) -> Verdict {
        let measured = figure.value();
        match self.accepted {
            _ if measured <= self.limit => self.accepted.map_or(Verdict::Within, |_| Verdict::AcceptedForNothing),
            Some(accepted) if measured <= accepted => Verdict::Accepted { loose: measured + 1.0 < accepted },
            _ => Verdict::Over,
        }
    }

    /// Describes the result of comparing a figure with the limit.
    pub(super) fn say(&self, figure: Figure) -> String {
        let (limit, accepted) = (self.limit, self.accepted.unwrap_or(self.limit));
        let (measured, unit) = (figure.value(), figure.unit());
        let reason = self.because.as_deref().unwrap_or_default();
        match self.verdict(figure) {
            Verdict::Within => format!("within {limit} {unit}"),
            Verdict::AcceptedForNothing => format!("within {limit} {unit}: take `accepted = {accepted}` out of crates/bench/budget.toml"),
            Verdict::Accepted { loose } => {
                let lower = if loose {
                    format!("; lower `accepted` in crates/bench/budget.toml to {:.1}", (measured * 10.0).ceil() / 10.0)
                } else {
                    String::new()
                };
                format!("OVER the design's {limit} {unit}; accepted up to {accepted} {unit}, because {reason}{lower}")
            }
            Verdict::Over if self.accepted.is_some() => {
                format!("TOO HEAVY: over the design's {limit} {unit} and over the {accepted} {unit} that were accepted, because {reason}")
            }
            Verdict::Over => format!("TOO HEAVY: over the design's {limit} {unit}"),
        }
    }

    fn check(&self, name: &str) -> Result<()> {
        ensure!(
            self.accepted.is_none_or(|accepted| accepted > self.limit),
            "the budget for {name} accepts no more than its limit: take `accepted` out"
        );
        ensure!(
            self.accepted.is_some() == self.because.as_ref().is_some_and(|reason| !reason.is_empty()),
            "the budget for {name} needs both `accepted` and its reason, `because`, or neither"
        );
        Ok(())
    }
}

/// All limits. `budget.toml` must have each of them.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Budget {
    pub(super) story: Limit,
    pub(super) japanese_story: Limit,
    pub(super) part: Limit,
    pub(super) vote: Limit,
    pub(super) embed: Limit,
    pub(super) css: Limit,
    pub(super) scripts: Limit,
    pub(super) wasm: Limit,
    pub(super) first_visit: Limit,
    pub(super) vote_visit: Limit,
    pub(super) elements: Limit,
    pub(super) site: Limit,
}

/// The scope of a limit: a figure of a page, and the kinds of pages that have the limit.
#[derive(Clone, Copy, Debug)]
pub(super) struct Of {
    figure: fn(&Page) -> Figure,
    is_about: fn(PageKind) -> bool,
}

impl Of {
    /// Returns the figure of `page` that the limit restricts.
    pub(super) fn figure(self, page: &Page) -> Figure {
        (self.figure)(page)
    }

    /// Returns whether the limit applies to pages of this kind.
    pub(super) fn is_about(self, kind: PageKind) -> bool {
        (self.is_about)(kind)
    }
}

impl Budget {
    /// Reads the budget from its file.
    pub(super) fn read(project: &Project) -> Result<Self> {
        let file = project.root().join("crates/bench/budget.toml");
        let text = fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))?;
        Self::parse(&text).with_context(|| file.display().to_string())
    }

    fn parse(text: &str) -> Result<Self> {
        let budget: Self = toml::from_str(text)?;
        for (name, limit, _) in budget.of_pages() {
            limit.check(name)?;
        }
        budget.site.check("the site")?;
        Ok(budget)
    }

    /// Returns each limit on pages with its name and its scope. No limit applies to pages of the kind
    /// [`PageKind::Beside`].
    pub(super) fn of_pages(&self) -> [(&'static str, &Limit, Of); 11] {
        fn sent(weight: Weight) -> Figure {
            Figure::Bytes(weight.brotli)
        }
        let html = |is_about| Of { figure: |page| sent(page.html), is_about };
        let every = |figure| Of { figure, is_about: |kind| kind != PageKind::Beside };
        let of_vote = |kind| kind == PageKind::Vote;
        [
            ("HTML of the story", &self.story, html(|kind| kind == PageKind::Story)),
            ("of the Japanese story", &self.japanese_story, html(|kind| kind == PageKind::JapaneseStory)),
            ("of a part", &self.part, html(|kind| kind == PageKind::Part)),
            ("of a vote", &self.vote, html(of_vote)),
            ("of an embed", &self.embed, html(|kind| kind == PageKind::Embed)),
            ("CSS", &self.css, every(|page| sent(page.css))),
            ("scripts", &self.scripts, every(|page| sent(page.scripts))),
            ("WASM", &self.wasm, every(|page| sent(page.wasm))),
            ("first visit", &self.first_visit, every(|page| sent(page.first_visit))),
            ("first visit to a vote", &self.vote_visit, Of { figure: |page| sent(page.first_visit), is_about: of_vote }),
            (
                "elements of the story",
                &self.elements,
                Of {
                    figure: |page| Figure::Elements(page.elements),
                    is_about: |kind| matches!(kind, PageKind::Story | PageKind::JapaneseStory),
                },
            ),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::{Budget, Figure, Limit, Verdict};

    /// Asserts the verdict on `bytes` for a limit of 55 kB, with or without an accepted value.
    #[track_caller]
    fn check(bytes: usize, accepted: Option<f64>, expected: Verdict) {
        let limit = Limit { limit: 55.0, accepted, because: accepted.map(|_| "of the sources".to_owned()) };
        let figure = Figure::Bytes(bytes);
        assert_eq!(limit.verdict(figure), expected, "{bytes} bytes, accepted: {accepted:?}");
        let message = limit.say(figure);
        assert_eq!(message.contains("TOO HEAVY"), expected == Verdict::Over, "{message}");
        // Only the message about an accepted overrun has the word "OVER" in capitals and the
        // reason.
        assert_eq!(
            message.contains("OVER the design's 55 kB") && message.contains("of the sources"),
            matches!(expected, Verdict::Accepted { .. }),
            "{message}"
        );
    }

    #[test]
    fn a_limit_is_held_to_the_byte() {
        check(54_999, None, Verdict::Within);
        check(55_000, None, Verdict::Within);
        check(55_001, None, Verdict::Over);
    }

    #[test]
    fn an_accepted_overrun_does_not_grow() {
        check(75_600, Some(76.0), Verdict::Accepted { loose: false });
        check(76_000, Some(76.0), Verdict::Accepted { loose: false });
        check(76_001, Some(76.0), Verdict::Over);
    }

    #[test]
    fn an_accepted_overrun_follows_what_was_saved() {
        check(74_000, Some(76.0), Verdict::Accepted { loose: true });
        check(55_000, Some(76.0), Verdict::AcceptedForNothing);
    }

    /// Parses a budget with `html` as the limit of the story. Asserts that the error contains `expected_error`. If this
    /// is `None`, asserts that there is no error.
    #[track_caller]
    fn check_read(html: &str, expected_error: Option<&str>) {
        let text = format!(
            "story = {html}\njapanese-story.limit = 54\npart.limit = 50\nvote.limit = 25\nembed.limit = 30\n\
             css.limit = 10\nscripts.limit = 8\nwasm.limit = 90\nfirst-visit.limit = 150\nvote-visit.limit = 30\n\
             elements.limit = 5000\nsite.limit = 16000\n"
        );
        let error = Budget::parse(&text).err().map(|error| format!("{error:#}"));
        match (expected_error, &error) {
            (None, None) => {}
            (Some(expected_error), Some(error)) if error.contains(expected_error) => {}
            _ => panic!("{html}: expected {expected_error:?}, got {error:?}"),
        }
    }

    #[test]
    fn nothing_is_accepted_without_a_reason() {
        check_read("{ limit = 55 }", None);
        check_read("{ limit = 55, accepted = 76, because = \"of the sources\" }", None);
        check_read("{ limit = 55, accepted = 76 }", Some("because"));
        check_read("{ limit = 55, accepted = 76, because = \"\" }", Some("because"));
        check_read("{ limit = 55, accepted = 50, because = \"of nothing\" }", Some("no more than its limit"));
        check_read("{ limit = 55, acepted = 76 }", Some("unknown field"));
    }
}
