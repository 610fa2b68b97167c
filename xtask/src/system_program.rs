//! Finds or installs programs that the tests need and that neither cargo nor npm can install. A missing program is
//! installed from Debian's packages if this user may do so.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Result, bail};

use crate::child;
use crate::debian;

/// A program that the tests need, and that neither cargo nor npm can install.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SystemProgram {
    /// Java 11 or newer, for the HTML checker.
    Java,
    /// Poppler's `pdftotext`, which extracts the text of printed pages.
    PdfToText,
}

impl SystemProgram {
    /// Finds or installs the program, and returns its path.
    ///
    /// # Errors
    /// Fails if the program is missing and cannot be installed. If this user may not install the program, the message
    /// says what to install.
    pub fn ready(self) -> Result<PathBuf> {
        if let Some(program) = self.find() {
            return Ok(program);
        }
        if debian::may_install() {
            debian::install(&[self.debian_package()])?;
            if let Some(program) = self.find() {
                return Ok(program);
            }
        }
        bail!("the tests need {}, on Debian with `sudo apt-get install {}`", self.advice(), self.debian_package())
    }

    /// Returns the first candidate that runs. A candidate that exists is not enough, because the `java` of macOS may
    /// only ask the user to install Java.
    fn find(self) -> Option<PathBuf> {
        self.candidates().into_iter().find(|program| self.runs(program))
    }

    fn candidates(self) -> Vec<PathBuf> {
        let on_path = which::which(self.name()).into_iter();
        match self {
            Self::Java => env::var_os("JAVA_HOME").map(|home| PathBuf::from(home).join("bin/java")).into_iter().chain(on_path).collect(),
            Self::PdfToText => on_path.collect(),
        }
    }

    fn runs(self, program: &Path) -> bool {
        let mut command = Command::new(program);
        command.arg(match self {
            Self::Java => "-version",
            Self::PdfToText => "-v",
        });
        child::answer(command).is_some()
    }

    fn name(self) -> &'static str {
        match self {
            Self::Java => "java",
            Self::PdfToText => "pdftotext",
        }
    }

    fn debian_package(self) -> &'static str {
        match self {
            Self::Java => "default-jre-headless",
            Self::PdfToText => "poppler-utils",
        }
    }

    fn advice(self) -> &'static str {
        match self {
            Self::Java => "Java 11 or newer. Install it from https://adoptium.net",
            Self::PdfToText => "pdftotext. Install poppler (https://poppler.freedesktop.org), on macOS with `brew install poppler`",
        }
    }
}
