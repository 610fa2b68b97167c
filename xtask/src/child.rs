//! Runs child processes, reads their output, and ends them on an interrupt.
//!
//! On Unix, each child leads its own process group, so that an interrupt also ends the processes that the child has
//! started. For example, Trunk starts cargo, and cargo starts rustc. On other systems, the console interrupts all
//! processes itself.

use std::env;
use std::ffi::OsString;
use std::io::{self, BufRead, BufReader};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// The ids of the children that may still be running.
static RUNNING: Mutex<Vec<u32>> = Mutex::new(Vec::new());

/// The result of a finished child.
pub struct Finished {
    /// The exit status.
    pub status: ExitStatus,
    /// The text of the standard output and the standard error, in the order in which it was written.
    pub output: String,
}

/// Returns a command for the cargo that started this program, so that `cargo +toolchain xtask` keeps using that
/// toolchain. If cargo did not start this program, the command runs the cargo on PATH.
pub fn cargo() -> Command {
    Command::new(env::var_os("CARGO").unwrap_or_else(|| OsString::from("cargo")))
}

/// Runs `command` to its end and passes each line of its output to `on_line`.
pub fn run(mut command: Command, mut on_line: impl FnMut(&str)) -> io::Result<Finished> {
    let (reader, writer) = io::pipe()?;
    command.stdout(writer.try_clone()?).stderr(writer);
    let running = Running::start(&mut command)?;
    // The command owns the writing ends of the pipe. Reading would not end until they are closed.
    drop(command);

    let mut output = String::new();
    let mut reader = BufReader::new(reader);
    let mut line = Vec::new();
    while reader.read_until(b'\n', &mut line)? > 0 {
        let text = String::from_utf8_lossy(&line);
        on_line(text.trim_end());
        output.push_str(&text);
        line.clear();
    }
    Ok(Finished { status: running.wait()?, output })
}

/// Runs `command` to its end. The command inherits this program's standard output and standard error.
pub fn run_in_view(mut command: Command) -> io::Result<ExitStatus> {
    Running::start(&mut command)?.wait()
}

/// Runs `command` and returns the text of its standard output and standard error. Returns `None` if the command cannot
/// be run or fails.
pub fn answer(command: Command) -> Option<String> {
    run(command, |_| ()).ok().filter(|finished| finished.status.success()).map(|finished| finished.output)
}

/// Installs a handler for interrupts. On Unix, the interrupts are SIGINT, SIGTERM and SIGHUP, and
/// the handler ends all children and then this program. On other systems, the handler ends only
/// this program.
///
/// # Errors
/// Fails if the system refuses the handler, or if there is a handler already.
pub fn end_all_on_interrupt() -> anyhow::Result<()> {
    ctrlc::set_handler(|| {
        // The lock is held until the exit, so that no further child can start.
        let running = lock_running();
        running.iter().for_each(|&id| end_group(id));
        // Shells report this status for a program that SIGINT has ended.
        std::process::exit(130);
    })?;
    Ok(())
}

struct Running(Child);

impl Running {
    fn start(command: &mut Command) -> io::Result<Self> {
        // The system stops a child that is in its own process group and reads from the terminal.
        command.stdin(Stdio::null());
        #[cfg(unix)]
        std::os::unix::process::CommandExt::process_group(command, 0);
        let mut running = lock_running();
        let child = command.spawn()?;
        running.push(child.id());
        Ok(Self(child))
    }

    fn wait(mut self) -> io::Result<ExitStatus> {
        self.0.wait()
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        lock_running().retain(|&id| id != self.0.id());
    }
}

fn lock_running() -> MutexGuard<'static, Vec<u32>> {
    RUNNING.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(unix)]
fn end_group(id: u32) {
    use nix::sys::signal::{Signal, killpg};
    use nix::unistd::Pid;

    if let Ok(id) = i32::try_from(id) {
        // The signal fails if the group has already ended.
        let _ = killpg(Pid::from_raw(id), Signal::SIGTERM);
    }
}

/// Does nothing, because on systems other than Unix the console interrupts the children itself.
#[cfg(not(unix))]
fn end_group(_id: u32) {}
