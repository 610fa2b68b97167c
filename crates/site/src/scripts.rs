//! The scripts of the pages. They are readable files in `scripts/`; what goes into the site is made small here.

use crate::minify::minify;
use explainer::view::LONGEST_VALUE;
use oxc::span::SourceType;
use std::{collections::BTreeMap, sync::LazyLock};
use story::Story;

/// A script that stands in pages, or in a file of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Script {
    /// Adds the slash at the end of the address of a folder.
    Slash,
    /// Tells styles that scripts run.
    Running,
    /// Starts the app.
    Loader,
    /// Shows what the address asks for, and keeps what is being read in its place.
    Place,
    /// Opens sources and definitions where a citation or a term stands.
    Popovers,
    /// Shows a guess, and marks it beside the result.
    Guess,
    /// Marks in the contents where the reader is.
    Contents,
    /// Marks in the drawing of Japan's role what is told beside it.
    Stages,
    /// Opens the dialogs.
    Dialogs,
    /// Tells the host of an embed its height.
    Height,
    /// Makes the snippets to embed.
    Snippets,
    /// Defines the element for pages that embed.
    Host,
}

impl Script {
    /// Every script.
    const ALL: [Self; 12] = [
        Self::Slash,
        Self::Running,
        Self::Loader,
        Self::Place,
        Self::Popovers,
        Self::Guess,
        Self::Contents,
        Self::Stages,
        Self::Dialogs,
        Self::Height,
        Self::Snippets,
        Self::Host,
    ];

    /// The script as it goes to browsers.
    pub(crate) fn minified(self) -> &'static str {
        static MINIFIED: LazyLock<BTreeMap<Script, String>> = LazyLock::new(|| {
            let minified = |script: Script| {
                let source = script.source().replace("LONGEST_VALUE", &LONGEST_VALUE.to_string());
                let (small, _) = minify(&source, script.source_type(), None).unwrap_or_else(|mistake| panic!("{script:?}: {mistake}"));
                (script, small)
            };
            Script::ALL.into_iter().map(minified).collect()
        });
        MINIFIED.get(&self).map_or("", String::as_str)
    }

    fn source(self) -> &'static str {
        match self {
            Self::Slash => include_str!("scripts/slash.js"),
            Self::Running => include_str!("scripts/running.js"),
            Self::Loader => include_str!("scripts/loader.js"),
            Self::Place => include_str!("scripts/place.js"),
            Self::Popovers => include_str!("scripts/popovers.js"),
            Self::Guess => include_str!("scripts/guess.js"),
            Self::Contents => include_str!("scripts/contents.js"),
            Self::Stages => include_str!("scripts/stages.js"),
            Self::Dialogs => include_str!("scripts/dialogs.js"),
            Self::Height => include_str!("scripts/height.js"),
            Self::Snippets => include_str!("scripts/how.js"),
            Self::Host => include_str!("scripts/embed.js"),
        }
    }

    fn source_type(self) -> SourceType {
        match self {
            Self::Loader => SourceType::mjs(),
            Self::Slash
            | Self::Running
            | Self::Place
            | Self::Popovers
            | Self::Guess
            | Self::Contents
            | Self::Stages
            | Self::Dialogs
            | Self::Height
            | Self::Snippets
            | Self::Host => SourceType::script(),
        }
    }
}

/// The script for pages that embed. It knows the languages with a folder of their own.
pub(crate) fn host_script(story: &Story) -> String {
    let folders: Vec<_> = story.editions.iter().skip(1).map(|edition| format!("\"{}\"", edition.language)).collect();
    Script::Host.minified().replace("FOLDERS", &format!("[{}]", folders.join(",")))
}

#[cfg(test)]
mod tests {
    use super::Script;

    #[test]
    fn every_script_is_made_small() {
        for script in Script::ALL {
            let small = script.minified();
            assert!(!small.is_empty() && small.len() < script.source().len(), "{script:?} has {} bytes", small.len());
            assert!(!small.contains("//") && !small.contains("LONGEST_VALUE"), "{script:?} is not finished: {small}");
        }
    }
}
