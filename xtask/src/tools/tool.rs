//! A tool of an exact version, the folder in which it is installed, and the check of an installed program's version. A
//! tool without a program has only files, for example fonts. This module installs nothing.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::child;

/// A program of an exact version, or a package of files such as fonts.
#[derive(Debug)]
pub(crate) struct Tool {
    /// The package that contains the tool.
    pub(crate) package: String,
    /// The name of the program. `None` if the tool has only files.
    pub(crate) program: Option<&'static str>,
    /// The version, as the program prints it. For a tool without a program, the version of the package.
    pub(crate) version: String,
    pub(crate) source: Source,
}

/// The registry of a tool.
#[derive(Debug)]
pub(crate) enum Source {
    /// A crate of the Rust registry. If `locked` is true, the crate is compiled with its own lock file.
    Crate { locked: bool },
    /// An npm package. The version of the package may have another form than the version that the program prints.
    Npm { version: String },
}

impl Tool {
    pub(crate) fn new(package: &str, program: &'static str, version: &str, source: Source) -> Self {
        Self { package: package.to_owned(), program: Some(program), version: version.to_owned(), source }
    }

    /// Creates a tool without a program, from the files of an npm package.
    pub(crate) fn files(package: &str, version: &str) -> Self {
        let source = Source::Npm { version: version.to_owned() };
        Self { package: package.to_owned(), program: None, version: version.to_owned(), source }
    }

    /// Returns the name of the program, or the name of the package if the tool has only files.
    pub(crate) fn name(&self) -> &str {
        self.program.unwrap_or(&self.package)
    }

    /// Returns the name of the package with the version, for messages and folders, for example `trunk-0.21.14`.
    pub(crate) fn id(&self) -> String {
        let version = match &self.source {
            Source::Crate { .. } => &self.version,
            Source::Npm { version } => version,
        };
        format!("{}-{version}", self.package)
    }

    pub(crate) fn is_on_path(&self) -> bool {
        self.program.is_some_and(|program| which::which(program).is_ok_and(|program| self.matches(&program)))
    }

    pub(crate) fn is_in(&self, cache: &Path) -> bool {
        match self.program {
            Some(program) => which::which_in(program, Some(self.folder_in(cache)), cache).is_ok_and(|program| self.matches(&program)),
            // The folder gets its final name only after npm has finished, so the package is complete if its
            // package.json is there.
            None => fs::exists(self.folder_in(cache).join(&self.package).join("package.json")).unwrap_or(false),
        }
    }

    /// Returns the folder inside the shared folder `cache` that has to be on PATH. For a tool without a program,
    /// returns the folder that contains the package with the files.
    pub(crate) fn folder_in(&self, cache: &Path) -> PathBuf {
        cache.join(self.id()).join(match (&self.source, self.program) {
            (Source::Crate { .. }, _) => "bin",
            (Source::Npm { .. }, Some(_)) => "node_modules/.bin",
            (Source::Npm { .. }, None) => "node_modules",
        })
    }

    /// Returns whether the program prints the pinned version. Runs the program, because a program
    /// on PATH may have any version.
    fn matches(&self, program: &Path) -> bool {
        let mut command = Command::new(program);
        command.arg("--version");
        child::answer(command).is_some_and(|answer| states_version(&answer, &self.version))
    }
}

/// Returns whether the first line of `answer`, the output of `--version`, has a word that is exactly this version.
fn states_version(answer: &str, version: &str) -> bool {
    answer.lines().next().unwrap_or_default().split_whitespace().any(|word| word == version)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(answer: &str, version: &str, expected: bool) {
        assert_eq!(states_version(answer, version), expected, "{answer:?} against {version:?}");
    }

    #[test]
    fn a_tool_is_recognised_by_its_version() {
        check("wasm-opt version 132 (version_132)\n", "132", true);
        check("wasm-bindgen 0.2.130\n", "0.2.130", true);
        check("trunk 0.21.14\n", "0.21.14", true);
    }

    #[test]
    fn a_similar_version_is_not_accepted() {
        check("trunk 0.21.1\n", "0.21.14", false);
        check("trunk 0.21.14\n", "0.21.1", false);
        check("wasm-bindgen 0.2.130-rc.1\n", "0.2.130", false);
        check("wasm-opt version 123 (version_123)\n", "132", false);
        check("", "0.21.14", false);
        check("error\ntrunk 0.21.14\n", "0.21.14", false);
    }
}
