//! Minifies the scripts in the folder `scripts/`.

use crate::minify::minify;
use explainer::view::LONGEST_VALUE;
use oxc::span::SourceType;
use std::{collections::BTreeMap, sync::LazyLock};
use story::Story;
use strum::VariantArray;

/// A script that is inline in pages, or the script for other sites.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, VariantArray)]
pub(crate) enum Script {
    /// Adds the slash at the end of the address of a folder.
    AddSlash,
    /// Registers custom properties by which style sheets recognize that scripts run.
    MarkScripting,
    /// Starts the app.
    Loader,
    /// Applies the depth, the year, the open cards and the fragment of the address before the app starts. Also
    /// implements scroll anchoring for browsers without it.
    ApplyAddress,
    /// Opens sources, definitions, quoted words and cases in popovers.
    Popovers,
    /// Shows the reader's guess, and marks it beside the result.
    Guess,
    /// Makes the lines of followed countries stand out.
    FollowedLines,
    /// Marks the current section in the table of contents.
    Contents,
    /// Makes the link back to the story restore the reader's position in the story.
    BackToStory,
    /// In the drawing of Japan's role, marks the steps that the current paragraph describes.
    Stages,
    /// Opens the dialogs.
    Dialogs,
    /// Reports the height of an embed to its host.
    Height,
    /// Fills in the snippets on the page about embedding.
    Snippets,
    /// Defines the element with which other sites embed the explainer.
    EmbedElement,
}

impl Script {
    /// Returns the minified script.
    pub(crate) fn minified(self) -> &'static str {
        static MINIFIED: LazyLock<BTreeMap<Script, String>> = LazyLock::new(|| {
            let minified = |script: Script| {
                let source = script.source().replace("LONGEST_VALUE", &LONGEST_VALUE.to_string());
                let (small, _) = minify(&source, script.source_type(), None).unwrap_or_else(|mistake| panic!("{script:?}: {mistake}"));
                (script, small)
            };
            Script::VARIANTS.iter().copied().map(minified).collect()
        });
        MINIFIED.get(&self).map_or("", String::as_str)
    }

    fn source(self) -> &'static str {
        match self {
            Self::AddSlash => include_str!("scripts/add_slash.js"),
            Self::MarkScripting => include_str!("scripts/mark_scripting.js"),
            Self::Loader => include_str!("scripts/loader.js"),
            Self::ApplyAddress => include_str!("scripts/apply_address.js"),
            Self::Popovers => include_str!("scripts/popovers.js"),
            Self::Guess => include_str!("scripts/guess.js"),
            Self::FollowedLines => include_str!("scripts/followed_lines.js"),
            Self::Contents => include_str!("scripts/contents.js"),
            Self::BackToStory => include_str!("scripts/back_to_story.js"),
            Self::Stages => include_str!("scripts/stages.js"),
            Self::Dialogs => include_str!("scripts/dialogs.js"),
            Self::Height => include_str!("scripts/height.js"),
            Self::Snippets => include_str!("scripts/snippets.js"),
            Self::EmbedElement => include_str!("scripts/embed_element.js"),
        }
    }

    fn source_type(self) -> SourceType {
        match self {
            Self::Loader => SourceType::mjs(),
            Self::AddSlash
            | Self::MarkScripting
            | Self::ApplyAddress
            | Self::Popovers
            | Self::Guess
            | Self::FollowedLines
            | Self::Contents
            | Self::BackToStory
            | Self::Stages
            | Self::Dialogs
            | Self::Height
            | Self::Snippets
            | Self::EmbedElement => SourceType::script(),
        }
    }
}

/// Returns the script with which other sites embed the explainer. Inserts the list of the languages that have their own
/// folder.
pub(crate) fn host_script(story: &Story) -> String {
    let folders: Vec<_> = story.editions.iter().skip(1).map(|edition| format!("\"{}\"", edition.language)).collect();
    Script::EmbedElement.minified().replace("FOLDERS", &format!("[{}]", folders.join(",")))
}

#[cfg(test)]
mod tests {
    use super::Script;
    use strum::VariantArray;

    #[test]
    fn every_script_is_minified() {
        for script in Script::VARIANTS {
            let small = script.minified();
            assert!(!small.is_empty() && small.len() < script.source().len(), "{script:?} has {} bytes", small.len());
            assert!(!small.contains("//") && !small.contains("LONGEST_VALUE"), "{script:?} is not finished: {small}");
        }
    }
}
