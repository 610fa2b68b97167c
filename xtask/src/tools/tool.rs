//! One tool: where it would be, and whether a program that answers to its name is the version that is wanted. Fonts and
//! older browsers are tools that are only files.
//!
//! Installs nothing.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::child;

/// A program, or files, of an exact version.
#[derive(Debug)]
pub(crate) struct Tool {
    /// The package that contains it.
    pub(crate) package: String,
    /// The program's name; none if only files are wanted.
    pub(crate) program: Option<&'static str>,
    /// The version, as the program itself states it.
    pub(crate) version: String,
    /// Where it can be had from.
    pub(crate) source: Source,
}

/// Where a tool is published.
#[derive(Debug)]
pub(crate) enum Source {
    /// As a crate; `locked` if its own lock file is to be used.
    Crate { locked: bool },
    /// As an npm package, which may count its versions differently from the program.
    Npm { version: String },
}

impl Tool {
    pub(crate) fn new(package: &str, program: &'static str, version: &str, source: Source) -> Self {
        Self { package: package.to_owned(), program: Some(program), version: version.to_owned(), source }
    }

    /// What npm's packages hold as files: fonts, and programs that do not tell their version.
    pub(crate) fn files(package: &str, version: &str) -> Self {
        let source = Source::Npm { version: version.to_owned() };
        Self { package: package.to_owned(), program: None, version: version.to_owned(), source }
    }

    /// What it is called in messages.
    pub(crate) fn name(&self) -> &str {
        self.program.unwrap_or(&self.package)
    }

    /// Its name in messages and folders, as in `trunk-0.21.14`.
    pub(crate) fn id(&self) -> String {
        let version = match &self.source {
            Source::Crate { .. } => &self.version,
            Source::Npm { version } => version,
        };
        format!("{}-{version}", self.package)
    }

    pub(crate) fn is_on_path(&self) -> bool {
        self.program.is_some_and(|program| which::which(program).is_ok_and(|program| self.is(&program)))
    }

    pub(crate) fn is_in(&self, cache: &Path) -> bool {
        match self.program {
            Some(program) => which::which_in(program, Some(self.folder_in(cache)), cache).is_ok_and(|program| self.is(&program)),
            // What npm has finished has its package.json, and the folder is renamed only when npm has finished.
            None => fs::exists(self.folder_in(cache).join(&self.package).join("package.json")).unwrap_or(false),
        }
    }

    /// The folder inside the shared one that has to be on PATH, or that holds the files.
    pub(crate) fn folder_in(&self, cache: &Path) -> PathBuf {
        cache.join(self.id()).join(match (&self.source, self.program) {
            (Source::Crate { .. }, _) => "bin",
            (Source::Npm { .. }, Some(_)) => "node_modules/.bin",
            (Source::Npm { .. }, None) => "node_modules",
        })
    }

    /// Asked rather than guessed from the name: a folder may be left over, a PATH may hold anything.
    fn is(&self, program: &Path) -> bool {
        let mut command = Command::new(program);
        command.arg("--version");
        child::answer(command).is_some_and(|answer| states_version(&answer, &self.version))
    }
}

/// Whether the first line that `--version` prints names exactly this version.
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
    fn a_tool_is_known_by_the_version_it_states() {
        check("wasm-opt version 132 (version_132)\n", "132", true);
        check("wasm-bindgen 0.2.130\n", "0.2.130", true);
        check("trunk 0.21.14\n", "0.21.14", true);
    }

    #[test]
    fn a_version_that_only_resembles_the_wanted_one_is_another() {
        check("trunk 0.21.1\n", "0.21.14", false);
        check("trunk 0.21.14\n", "0.21.1", false);
        check("wasm-bindgen 0.2.130-rc.1\n", "0.2.130", false);
        check("wasm-opt version 123 (version_123)\n", "132", false);
        check("", "0.21.14", false);
        check("error\ntrunk 0.21.14\n", "0.21.14", false);
    }
}
