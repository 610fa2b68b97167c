//! The written site and the content it is written from.

use std::{
    env,
    path::{Path, PathBuf},
};
use story::Story;

/// The folder of the site: what `EXPLAINER_DIST` names, or `dist/` of this project.
pub fn dist() -> PathBuf {
    env::var_os("EXPLAINER_DIST").map_or_else(|| project().join("dist"), PathBuf::from)
}

/// What the site has to say.
///
/// # Panics
/// If the content has problems, which `cargo xtask check` explains.
pub fn story() -> Story {
    story::load(&project().join("content")).unwrap_or_else(|problems| panic!("the content has problems:\n{problems}"))
}

fn project() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
}
