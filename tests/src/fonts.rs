//! The fonts that a test browser uses. On Linux, fontconfig chooses the fonts. For each set in [`Fonts::FIXED`], this
//! module writes a configuration for fontconfig, so that the browser has the same fonts on every Linux computer.

use crate::npm;
use anyhow::{Context, Result};
use std::{
    env, fs,
    path::{Path, PathBuf},
    sync::Mutex,
};

/// A set of fonts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fonts {
    /// The fonts of this computer.
    System,
    /// DejaVu alone, as on a server. Its letters are wide. It has no Japanese letters.
    Bare,
    /// Noto, as on Android, ChromeOS and most Linux desktops.
    Noto,
}

impl Fonts {
    /// The sets that do not depend on the computer. Only browsers on Linux can use them.
    pub const FIXED: [Self; 2] = [Self::Bare, Self::Noto];

    /// Returns the set that `EXPLAINER_FONTS` names (`system`, `bare`, `noto`). The default is `system`.
    ///
    /// # Errors
    /// Fails if there is no set of that name.
    pub fn chosen() -> Result<Self> {
        let name = env::var("EXPLAINER_FONTS").unwrap_or_default();
        let named = [Self::System, Self::Bare, Self::Noto].into_iter().find(|fonts| fonts.name() == name);
        named
            .or(name.is_empty().then_some(Self::System))
            .with_context(|| format!("EXPLAINER_FONTS is {name}; it can be system, bare or noto"))
    }

    /// Returns whether the set has the letters of a language. Assumes that the fonts of this computer have all letters.
    pub(crate) fn has_letters_of(self, language: &str) -> bool {
        match self {
            Self::System | Self::Noto => true,
            Self::Bare => language != "ja",
        }
    }

    /// Returns the name of the set, in `EXPLAINER_FONTS` and in the names of tests.
    pub fn name(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Bare => "bare",
            Self::Noto => "noto",
        }
    }

    /// Returns whether a browser on this computer can use the set.
    pub fn available(self) -> bool {
        self == Self::System || cfg!(target_os = "linux")
    }

    /// Returns the environment variables that make a browser use this set.
    ///
    /// # Errors
    /// Fails if the fonts cannot be installed from npm, or the configuration cannot be written.
    pub(crate) fn environment(self) -> Result<Vec<(&'static str, String)>> {
        let (folders, families): (&[&str], &[(&str, &str)]) = match self {
            Self::System => return Ok(Vec::new()),
            Self::Bare => {
                (&["dejavu-fonts-ttf"], &[("serif", "DejaVu Serif"), ("sans-serif", "DejaVu Sans"), ("system-ui", "DejaVu Sans")])
            }
            Self::Noto => (
                &["@expo-google-fonts"],
                &[
                    ("serif", "Noto Serif"),
                    ("serif", "Noto Serif JP"),
                    ("sans-serif", "Noto Sans"),
                    ("sans-serif", "Noto Sans JP"),
                    ("system-ui", "Noto Sans"),
                    ("system-ui", "Noto Sans JP"),
                ],
            ),
        };
        let modules = npm::folder("fonts")?.join("node_modules");
        let file = write_configuration(&modules, self.name(), folders, families)?;
        Ok(vec![("FONTCONFIG_FILE", file.display().to_string())])
    }
}

/// Writes the fontconfig configuration of a set if it has changed, and returns the path of the file. Only one thread
/// does this at a time, so no browser reads an incomplete file.
fn write_configuration(modules: &Path, name: &str, folders: &[&str], families: &[(&str, &str)]) -> Result<PathBuf> {
    static WRITING: Mutex<()> = Mutex::new(());
    let _guard = WRITING.lock();
    let folders: String = folders.iter().map(|folder| format!("<dir>{}</dir>", modules.join(folder).display())).collect();
    let families: String = families
        .iter()
        .map(|(generic, family)| {
            format!("<alias binding=\"same\"><family>{generic}</family><prefer><family>{family}</family></prefer></alias>")
        })
        .collect();
    // Without this rule, fontconfig would use DejaVu Math TeX Gyre for every family that is not installed.
    let rejected = "<selectfont><rejectfont><pattern><patelt name=\"family\"><string>DejaVu Math TeX Gyre</string></patelt></pattern></rejectfont></selectfont>";
    let cache = modules.join(".fontconfig").join(name);
    fs::create_dir_all(&cache)?;
    let configuration =
        format!("<?xml version=\"1.0\"?><fontconfig>{folders}{rejected}<cachedir>{}</cachedir>{families}</fontconfig>", cache.display());
    let file = cache.join("fonts.conf");
    if fs::read_to_string(&file).ok().as_ref() != Some(&configuration) {
        fs::write(&file, configuration).with_context(|| file.display().to_string())?;
    }
    Ok(file)
}
