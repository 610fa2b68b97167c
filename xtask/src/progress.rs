//! Shows the progress of work. On a terminal, the progress is a spinner with the elapsed time. Elsewhere, the progress
//! is a plain line every 30 seconds, so that a log stays short.

use std::fmt;
use std::io::{self, IsTerminal};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError, mpsc};
use std::thread;
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressStyle};

const HEARTBEAT: Duration = Duration::from_secs(30);

/// A running step of work. If the step is dropped without [`Step::done`], for instance after an error, no result is
/// printed.
pub struct Step {
    started: Instant,
    display: Display,
    crates: AtomicUsize,
}

enum Display {
    Terminal(ProgressBar),
    Lines(Heartbeat),
}

/// A thread that prints the latest detail at intervals. The thread ends after this value is dropped.
struct Heartbeat {
    detail: Arc<Mutex<String>>,
    _alive: mpsc::Sender<()>,
}

impl Step {
    /// Starts to show a step. `label` is a phrase such as "building the site".
    pub fn start(label: &str) -> Self {
        let started = Instant::now();
        let display = if io::stderr().is_terminal() {
            let style = ProgressStyle::with_template("{spinner} {prefix} ({elapsed}) {wide_msg:.dim}");
            let bar = ProgressBar::new_spinner()
                .with_style(style.unwrap_or_else(|_| ProgressStyle::default_spinner()))
                .with_prefix(label.to_owned());
            bar.enable_steady_tick(Duration::from_millis(100));
            Display::Terminal(bar)
        } else {
            eprintln!("{label} ...");
            Display::Lines(Heartbeat::start(label.to_owned(), started))
        };
        Self { started, display, crates: AtomicUsize::new(0) }
    }

    /// Reads a line of a program's output. If the line has a known form in which cargo or Trunk
    /// reports progress, shows this progress. Ignores other lines.
    pub fn follow(&self, line: &str) {
        let line = line.trim();
        if let Some(name) = line.strip_prefix("Compiling ").or_else(|| line.strip_prefix("Checking ")) {
            let name = name.split(" (").next().unwrap_or(name);
            let count = self.crates.fetch_add(1, Ordering::Relaxed) + 1;
            self.detail(&format!("crate {count}: {name}"));
        } else if let Some((_, message)) = line.split_once(" INFO ") {
            self.detail(message.trim());
        } else if line.starts_with("Updating ") || line.starts_with("Download") || line.starts_with("Blocking ") {
            self.detail(line);
        }
    }

    /// Ends the step, and prints `result`, such as "built the site", with the elapsed time.
    pub fn done(self, result: &str) {
        let line = format!("{result} ({})", Elapsed(self.started.elapsed()));
        match &self.display {
            Display::Terminal(bar) => bar.suspend(|| eprintln!("{line}")),
            Display::Lines(_) => eprintln!("{line}"),
        }
    }

    /// Shows `text` as the current detail of the step.
    pub fn detail(&self, text: &str) {
        match &self.display {
            Display::Terminal(bar) => bar.set_message(text.to_owned()),
            Display::Lines(heartbeat) => {
                text.clone_into(&mut heartbeat.detail.lock().unwrap_or_else(PoisonError::into_inner));
            }
        }
    }
}

impl Drop for Step {
    fn drop(&mut self) {
        if let Display::Terminal(bar) = &self.display {
            bar.finish_and_clear();
        }
    }
}

impl Heartbeat {
    fn start(label: String, started: Instant) -> Self {
        let detail = Arc::new(Mutex::new(String::new()));
        let (alive, ended) = mpsc::channel();
        let latest = Arc::clone(&detail);
        thread::spawn(move || {
            while ended.recv_timeout(HEARTBEAT) == Err(mpsc::RecvTimeoutError::Timeout) {
                let detail = latest.lock().unwrap_or_else(PoisonError::into_inner);
                eprintln!("{label}: {} so far  {detail}", Elapsed(started.elapsed()));
            }
        });
        Self { detail, _alive: alive }
    }
}

/// A duration that is displayed as in `0.4 s` or `2 min 05 s`.
pub struct Elapsed(pub(crate) Duration);

impl fmt::Display for Elapsed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let seconds = self.0.as_secs();
        if seconds < 60 { write!(f, "{:.1} s", self.0.as_secs_f64()) } else { write!(f, "{} min {:02} s", seconds / 60, seconds % 60) }
    }
}

/// A size in bytes that is displayed as in `7 kB` or `1.4 MB`.
pub struct Size(pub(crate) u64);

impl fmt::Display for Size {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0 < 1_000_000 { write!(f, "{} kB", self.0.div_ceil(1000)) } else { write!(f, "{:.1} MB", self.0 as f64 / 1e6) }
    }
}
