//! Reads the fonts of the pictures. Japanese has its own fonts, and all other languages share one set. The fonts come
//! from npm packages. The workspace's `Cargo.toml` pins the versions of the packages, and `cargo xtask build` installs
//! them. No other fonts are used.

use super::error::PictureError;
use serde::Deserialize;
use std::{
    collections::BTreeMap,
    env, fs,
    path::{Path, PathBuf},
};

/// The environment variable that names the folder into which `cargo xtask build` installs tools and fonts. The default
/// is a folder in the user's cache folder. `xtask/src/tools.rs` determines the folder in the same way.
const CACHE_VARIABLE: &str = "EXPLAINER_TOOLS";

/// A font family in an npm package.
pub(super) struct Family {
    /// The family name in the font files.
    pub(super) name: &'static str,
    package: &'static str,
    files: &'static [&'static str],
}

/// The font families of a language: a serif family for titles and large numbers, and a sans-serif family for all other
/// text.
pub(super) struct Set {
    language: &'static str,
    pub(super) serif: Family,
    pub(super) sans: Family,
}

/// The fonts of a language, loaded into memory.
pub(super) struct Loaded {
    pub(super) set: &'static Set,
    /// The names and versions of the packages.
    pub(super) versions: String,
    /// The bytes of each file.
    pub(super) files: Vec<Vec<u8>>,
}

/// The font sets by language. The first set is for all languages without their own set.
const SETS: [Set; 2] = [
    Set {
        language: "",
        serif: Family {
            name: "Source Serif 4",
            package: "@expo-google-fonts/source-serif-4",
            files: &["600SemiBold/SourceSerif4_600SemiBold.ttf"],
        },
        sans: Family {
            name: "Source Sans 3",
            package: "@expo-google-fonts/source-sans-3",
            files: &["500Medium/SourceSans3_500Medium.ttf", "700Bold/SourceSans3_700Bold.ttf"],
        },
    },
    Set {
        language: "ja",
        serif: Family { name: "Noto Serif JP", package: "@expo-google-fonts/noto-serif-jp", files: &["700Bold/NotoSerifJP_700Bold.ttf"] },
        sans: Family {
            name: "Noto Sans JP",
            package: "@expo-google-fonts/noto-sans-jp",
            files: &["500Medium/NotoSansJP_500Medium.ttf", "700Bold/NotoSansJP_700Bold.ttf"],
        },
    },
];

/// The pinned versions of the packages, and the folder in which they are installed.
pub(super) struct Fonts {
    versions: BTreeMap<String, String>,
    cache: PathBuf,
}

#[derive(Deserialize)]
struct Manifest {
    workspace: Workspace,
}

#[derive(Deserialize)]
struct Workspace {
    metadata: Metadata,
}

#[derive(Deserialize)]
struct Metadata {
    tools: Tools,
}

#[derive(Deserialize)]
struct Tools {
    fonts: BTreeMap<String, String>,
}

impl Fonts {
    /// Reads the pinned versions from the `Cargo.toml` in the project's folder `root`.
    pub(super) fn find(root: &Path) -> Result<Self, PictureError> {
        let path = root.join("Cargo.toml");
        let text = fs::read_to_string(&path).map_err(|error| PictureError::File(path, error))?;
        let manifest: Manifest = toml::from_str(&text).map_err(|error| PictureError::Pins(error.to_string()))?;
        let named = env::var_os(CACHE_VARIABLE).filter(|folder| !folder.is_empty()).map(PathBuf::from);
        let cache = named.or_else(|| Some(dirs::cache_dir()?.join("explainer-tools"))).unwrap_or_default();
        Ok(Self { versions: manifest.workspace.metadata.tools.fonts, cache })
    }

    /// Loads the fonts of a language.
    pub(super) fn of(&self, language: &str) -> Result<Loaded, PictureError> {
        let primary = language.split('-').next().unwrap_or_default();
        let [others, ..] = &SETS;
        let set = SETS.iter().find(|set| set.language == primary).unwrap_or(others);
        let files = [&set.serif, &set.sans].into_iter().flat_map(|family| family.files.iter().map(move |file| (family, file)));
        let files = files.map(|(family, file)| self.read(family.package, file)).collect::<Result<_, _>>()?;
        let versions = [&set.serif, &set.sans].map(|family| format!("{}@{} ", family.package, self.versions[family.package])).concat();
        Ok(Loaded { set, versions, files })
    }

    fn read(&self, package: &str, file: &str) -> Result<Vec<u8>, PictureError> {
        let version = self.versions.get(package).ok_or_else(|| PictureError::Pins(format!("{package} is missing")))?;
        let folder = self.cache.join(format!("{package}-{version}"));
        let installed = folder.join("node_modules").join(package);
        if !installed.is_dir() {
            return Err(PictureError::NoFonts { package: format!("{package}@{version}"), folder });
        }
        let path = installed.join(file);
        fs::read(&path).map_err(|error| PictureError::File(path, error))
    }
}
