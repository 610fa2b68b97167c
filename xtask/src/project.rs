//! The root folder of the repository, and the paths below it that several commands use.

use std::env;
use std::path::{Path, PathBuf};

/// The repository that the commands work on.
#[derive(Debug, Clone)]
pub struct Project {
    root: PathBuf,
}

impl Project {
    /// Returns the repository that contains this program's package. The repository is the closest folder with a
    /// `Trunk.toml`, at or above the folder of the package. If there is none, returns the folder of the package.
    ///
    /// If cargo started the program, the environment variable `CARGO_MANIFEST_DIR` has the folder
    /// of the package. Otherwise, uses the folder in which the package `xtask` was compiled.
    pub fn here() -> Self {
        let package = env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
        let root = package.ancestors().find(|folder| folder.join("Trunk.toml").is_file()).unwrap_or(&package).to_owned();
        Self { root }
    }

    /// Returns the root folder of the workspace.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Returns the folder with the content.
    pub fn content(&self) -> PathBuf {
        self.root.join("content")
    }

    /// Returns the folder of the written site.
    pub fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// Returns the folder in which the post-build hook saves the HTML file of Trunk's last build. From this file, the
    /// pages can be written again without compiling the WebAssembly.
    pub fn shell(&self) -> PathBuf {
        self.root.join("target/shell")
    }
}

#[cfg(test)]
mod tests {
    use super::Project;

    #[test]
    fn the_repository_is_found_from_a_package() {
        assert!(Project::here().content().is_dir(), "{} is not the repository", Project::here().root().display());
    }
}
