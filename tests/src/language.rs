//! The language that a test is about: that of the run (`EXPLAINER_LANG`, or else the first), or one of several within it.

use crate::written;
use std::{env, sync::LazyLock};
use story::{Edition, Story};

static STORY: LazyLock<Story> = LazyLock::new(written::story);

tokio::task_local! { static CHOSEN: &'static str; }

/// Every language of the site, the first first.
pub fn all() -> impl Iterator<Item = &'static str> {
    STORY.editions.iter().map(|edition| &*edition.language)
}

/// Whether `language` is the first, whose pages stand in the site's own folder.
pub fn is_first(language: &str) -> bool {
    all().next() == Some(language)
}

/// Does `work` in `language`.
pub async fn within<F: Future>(language: &'static str, work: F) -> F::Output {
    CHOSEN.scope(language, work).await
}

/// The edition in `language`.
///
/// # Panics
/// If the story has no such edition.
pub fn edition_in(language: &str) -> &'static Edition {
    STORY.editions.iter().find(|edition| edition.language == language).unwrap_or_else(|| panic!("there is no edition in {language}"))
}

/// What the pages that are tested have to say.
///
/// # Panics
/// If the story has no such edition.
pub fn edition() -> &'static Edition {
    let first = STORY.editions.first().expect("a story without an edition is a problem that the loader reports");
    let asked = env::var("EXPLAINER_LANG").ok().filter(|language| !language.is_empty());
    let language = CHOSEN.try_with(|language| (*language).to_owned()).ok().or(asked).unwrap_or_else(|| first.language.clone());
    edition_in(&language)
}

/// The folder of these pages within the site, with a slash at its end unless it is the site's own.
pub fn folder() -> String {
    STORY.folder(edition())
}
