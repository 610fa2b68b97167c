//! The paths of the repository. Every path that a command needs is defined here once.

use std::env;
use std::path::{Path, PathBuf};

/// The repository that the commands work on.
#[derive(Debug, Clone)]
pub struct Project {
    root: PathBuf,
}

impl Project {
    /// Returns the repository from which this program was started.
    ///
    /// Cargo names the package's folder at run time. If the binary was started directly, the folder is the one in which
    /// the package was compiled. The repository is the closest folder around the package that has a `Trunk.toml`.
    pub fn here() -> Self {
        let package = env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
        let root = package.ancestors().find(|folder| folder.join("Trunk.toml").is_file()).unwrap_or(&package).to_owned();
        Self { root }
    }

    /// Returns the workspace's folder.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Returns the folder of the content.
    pub fn content(&self) -> PathBuf {
        self.root.join("content")
    }

    /// Returns the folder of the written site.
    pub fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// Returns the folder in which the post-build hook keeps the shell of Trunk's last build, so that the pages can be
    /// written again without compiling the browser part.
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
