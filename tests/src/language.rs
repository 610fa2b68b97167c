//! The language of a test: that of [`within`], or else `EXPLAINER_LANG`, or else the first language of the site.

use crate::written;
use std::{env, sync::LazyLock};
use story::{Edition, Story};

static STORY: LazyLock<Story> = LazyLock::new(written::story);

tokio::task_local! { static CHOSEN: &'static str; }

/// Returns every language of the site, in the order of `content/site.toml`.
pub fn all() -> impl Iterator<Item = &'static str> {
    STORY.editions.iter().map(|edition| &*edition.language)
}

/// Returns whether `language` is the first language of the site, whose pages are in the root folder of the site.
pub fn is_first(language: &str) -> bool {
    all().next() == Some(language)
}

/// Runs `work` with `language` as the language of the test.
pub async fn within<F: Future>(language: &'static str, work: F) -> F::Output {
    CHOSEN.scope(language, work).await
}

/// Returns the edition in `language`.
///
/// # Panics
/// If the content has problems, or has no such edition.
pub fn edition_in(language: &str) -> &'static Edition {
    STORY.editions.iter().find(|edition| edition.language == language).unwrap_or_else(|| panic!("there is no edition in {language}"))
}

/// Returns the edition in the language of the test.
///
/// # Panics
/// If the content has problems, or has no such edition.
pub fn edition() -> &'static Edition {
    let first = STORY.editions.first().expect("a story without an edition is a problem that the loader reports");
    let requested = env::var("EXPLAINER_LANG").ok().filter(|language| !language.is_empty());
    let language = CHOSEN.try_with(|language| (*language).to_owned()).ok().or(requested).unwrap_or_else(|| first.language.clone());
    edition_in(&language)
}

/// Returns the folder of the test's edition within the site, with a slash at its end. Returns an empty string if the
/// edition is in the root folder of the site.
pub fn folder() -> String {
    STORY.folder(edition())
}
