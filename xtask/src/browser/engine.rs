//! The browser engines and their differences: program names, packages, and commands that install them.

use std::fs;
use std::path::{Path, PathBuf};

/// The folders of libraries on Debian, Fedora and Arch. WebKit's MiniBrowser is below one of them, and is not on PATH.
const LIBRARIES: [&str; 3] = ["/usr/lib", "/usr/libexec", "/usr/lib64"];
/// The path of Chrome on macOS. It is not on PATH there.
const MACOS_CHROME: &str = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";
/// The path of Firefox on macOS. It is not on PATH there.
const MACOS_FIREFOX: &str = "/Applications/Firefox.app/Contents/MacOS/firefox";

/// A browser engine for tests.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Chromium or Chrome, with chromedriver.
    Chromium,
    /// Firefox, with geckodriver.
    Firefox,
    /// WebKitGTK's MiniBrowser, with WebKitWebDriver.
    WebKit,
}

impl Engine {
    /// Every engine, in the order in which `cargo xtask test --browser all` tests them.
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];

    /// Returns the name of the engine on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        }
    }

    /// Returns the names of the environment variables for the paths of the browser and of its driver.
    pub(super) fn variables(self) -> (&'static str, &'static str) {
        match self {
            Self::Chromium => ("CHROME", "CHROMEDRIVER"),
            Self::Firefox => ("FIREFOX", "GECKODRIVER"),
            Self::WebKit => ("MINIBROWSER", "WEBKITWEBDRIVER"),
        }
    }

    /// Returns the path of the browser, on PATH or in the folder in which the system installs it.
    pub(super) fn find_program(self) -> Option<PathBuf> {
        let names: &[&str] = match self {
            Self::Chromium => &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", MACOS_CHROME],
            Self::Firefox => &["firefox-esr", "firefox", MACOS_FIREFOX],
            Self::WebKit => &["MiniBrowser"],
        };
        let found = names.iter().find_map(|name| which::which(name).ok());
        found.or_else(|| (self == Self::WebKit).then(find_mini_browser).flatten())
    }

    /// Returns the name of the driver's program.
    pub(super) fn driver(self) -> &'static str {
        match self {
            Self::Chromium => "chromedriver",
            Self::Firefox => "geckodriver",
            Self::WebKit => "WebKitWebDriver",
        }
    }

    /// Returns the names of the Debian packages that the tests in this engine need.
    pub(super) fn debian_packages(self) -> &'static [&'static str] {
        match self {
            Self::Chromium => &["chromium", "chromium-driver"],
            // The module `tools` installs geckodriver, because Debian has no package for it.
            Self::Firefox => &["firefox-esr"],
            Self::WebKit => &["webkit2gtk-driver", "xvfb"],
        }
    }

    /// Returns the names of the required programs, for messages.
    pub(super) fn needs(self) -> &'static str {
        match self {
            Self::Chromium => "Chromium and chromedriver of the same version",
            Self::Firefox => "Firefox and geckodriver",
            Self::WebKit => "WebKitGTK's MiniBrowser, WebKitWebDriver and Xvfb",
        }
    }

    /// Returns a sentence with a command that installs the required programs. The command uses the package manager of
    /// this system. For Firefox, it installs only the browser, because `xtask` itself installs geckodriver. If no
    /// command is known, the sentence names a web page instead.
    pub(super) fn advice(self) -> String {
        let commands: &[(&str, &str)] = match self {
            Self::Chromium => &[
                ("apt-get", "sudo apt-get install chromium chromium-driver"),
                ("dnf", "sudo dnf install chromium chromedriver"),
                ("pacman", "sudo pacman -S chromium"),
                ("brew", "brew install --cask chromium && brew install --cask chromedriver"),
            ],
            Self::Firefox => &[
                ("apt-get", "sudo apt-get install firefox-esr"),
                ("dnf", "sudo dnf install firefox"),
                ("pacman", "sudo pacman -S firefox"),
                ("brew", "brew install --cask firefox"),
            ],
            Self::WebKit => &[
                ("apt-get", "sudo apt-get install webkit2gtk-driver xvfb"),
                ("dnf", "sudo dnf install webkit2gtk4.1 xorg-x11-server-Xvfb"),
                ("pacman", "sudo pacman -S webkit2gtk-4.1 xorg-server-xvfb"),
            ],
        };
        match commands.iter().find(|(manager, _)| which::which(manager).is_ok()) {
            Some((_, command)) if self == Self::Firefox => format!("Install Firefox with `{command}`; geckodriver is then fetched"),
            Some((_, command)) => format!("Install them with `{command}`"),
            None => match self {
                Self::Chromium => "Install both from https://googlechromelabs.github.io/chrome-for-testing/",
                Self::Firefox => "Install Firefox from https://www.firefox.com/",
                Self::WebKit => "They exist for Linux: https://webkitgtk.org/",
            }
            .to_owned(),
        }
    }
}

/// Finds MiniBrowser in folders such as `/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1`.
fn find_mini_browser() -> Option<PathBuf> {
    let inside = |folder: &Path| -> Vec<PathBuf> {
        let entries = fs::read_dir(folder).into_iter().flatten();
        entries.filter_map(|entry| Some(entry.ok()?.path())).collect()
    };
    let named = |path: &Path, prefix: &str| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(prefix));
    LIBRARIES.iter().flat_map(|library| inside(Path::new(library))).find_map(|entry| {
        let deeper = if entry.to_string_lossy().ends_with("-linux-gnu") { inside(&entry) } else { Vec::new() };
        let folders = deeper.into_iter().chain([entry]).filter(|folder| named(folder, "webkit2gtk-") || named(folder, "webkitgtk-"));
        folders.into_iter().find_map(|folder| which::which(folder.join("MiniBrowser")).ok())
    })
}
