//! How to install Chromium and its driver on the system at hand, for people to run themselves.

/// A sentence with the command, recognised by the package manager that is there.
pub(super) fn install_command() -> String {
    for (manager, command) in [
        ("apt-get", "sudo apt-get install chromium chromium-driver"),
        ("dnf", "sudo dnf install chromium chromedriver"),
        ("pacman", "sudo pacman -S chromium"),
        ("brew", "brew install --cask chromium && brew install --cask chromedriver"),
    ] {
        if which::which(manager).is_ok() {
            return format!("Install them with `{command}`");
        }
    }
    "Install both from https://googlechromelabs.github.io/chrome-for-testing/".to_owned()
}
