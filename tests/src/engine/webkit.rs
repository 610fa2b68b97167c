//! WebKitGTK's MiniBrowser, driven by WebKitWebDriver. Each browser has its own virtual screen, because MiniBrowser has
//! no headless mode and browsers on one screen would share a clipboard.

use super::{Script, process::Process};
use crate::{conditions::Conditions, patience::PATIENCE};
use anyhow::{Context, Result, ensure};
use serde_json::json;
use std::{
    io::{BufRead, BufReader},
    path::Path,
    process::{Command, Stdio},
};
use thirtyfour::Capabilities;
use xtask::browser::Browser;

/// The folder with GTK settings that turn animations off. Otherwise the page could still be scrolling smoothly when the
/// driver presses an element.
const SETTINGS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/src/engine/webkit");

pub(super) fn wanted(browser: &Browser, script: Script, conditions: Conditions) -> Result<Capabilities> {
    ensure!(!conditions.large_text && !conditions.coarse_pointer, "WebKit cannot be told what size text has, and what points");
    let mut arguments = vec!["--automation"];
    if script == Script::Off {
        arguments.push("--enable-javascript=false");
    }
    let mut capabilities = Capabilities::new();
    capabilities.set("webkitgtk:browserOptions", json!({ "binary": browser.program.to_string_lossy(), "args": arguments }))?;
    // A script that the driver sends while the browser goes back to a page in its back/forward
    // cache gets no answer. The driver therefore has a shorter time limit than `Visit::arrive`,
    // which ignores the error and asks again.
    capabilities.set("timeouts", json!({ "script": (PATIENCE / 3).as_millis() as u64 }))?;
    Ok(capabilities)
}

/// Starts a virtual screen that is larger than the browser window. Returns the screen's process, and the value of the
/// variable `DISPLAY` for it.
pub(super) fn screen(program: &Path) -> Result<(Process, String)> {
    // With `-displayfd`, Xvfb chooses a free display number, and prints the number when the screen is ready.
    let mut command = Command::new(program);
    command.args(["-displayfd", "1", "-screen", "0", "1600x1200x24", "-nolisten", "tcp"]);
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
    let mut screen = command.spawn().with_context(|| format!("{} cannot be run", program.display()))?;
    let output = screen.stdout.take();
    let screen = Process::of(screen);
    let mut number = String::new();
    BufReader::new(output.context("the program has no output pipe")?).read_line(&mut number)?;
    Ok((screen, format!(":{}", number.trim())))
}

/// Returns the environment variables of the driver and its browser. They select the virtual screen and software
/// rendering. They make the browser ignore the desktop settings of this computer. Without the condition `motion`, they
/// turn animations off.
pub(super) fn environment(display: &str, conditions: Conditions) -> impl Iterator<Item = (&'static str, String)> {
    let settings = if conditions.motion { "" } else { SETTINGS };
    let environment = [
        ("DISPLAY", display),
        ("GDK_BACKEND", "x11"),
        ("GSETTINGS_BACKEND", "memory"),
        ("LIBGL_ALWAYS_SOFTWARE", "1"),
        ("NO_AT_BRIDGE", "1"),
        ("WEBKIT_DISABLE_COMPOSITING_MODE", "1"),
        ("XDG_CONFIG_DIRS", settings),
    ];
    environment.into_iter().filter(|(_, value)| !value.is_empty()).map(|(name, value)| (name, value.to_owned()))
}
