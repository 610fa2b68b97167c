//! Limits a browser and all its processes to a share of one processor, to simulate a slow phone. Uses a Linux control
//! group, because a browser's own throttling slows down neither the compilation of WASM nor the network process.

use super::memory::processes_below;
use anyhow::{Context, Result};
use std::{
    fs, io,
    path::{Path, PathBuf},
    thread::sleep,
    time::Duration,
};

/// The period of the quota, in microseconds. This is the kernel's default.
const PERIOD: u32 = 100_000;
/// The folder of the control groups, in version 1 and version 2 of the kernel interface.
const GROUPS: &str = "/sys/fs/cgroup";
const NAME: &str = "explainer-bench";

/// A control group that limits its processes to a share of one processor. Dropping this value removes the group as soon
/// as its processes have ended. If they still run after a second, the group remains.
#[derive(Debug)]
pub(super) struct Quota(PathBuf);

impl Quota {
    /// Limits all processes that descend from the process `root`, together, to `share` of one processor. `root` itself
    /// is not limited.
    ///
    /// # Errors
    /// Fails if this computer has no control groups, or if this user may not change them.
    pub(super) fn limit(share: f64, root: u32) -> Result<Self> {
        let message = "a share of a processor is given by a control group of Linux, which takes root; run it as root, or without `quota`";
        Self::create(share, root).context(message)
    }

    fn create(share: f64, root: u32) -> io::Result<Self> {
        let quota = (f64::from(PERIOD) * share).round();
        let groups = Path::new(GROUPS);
        let version_1 = groups.join("cpu");
        let folder = if version_1.is_dir() { version_1.join(NAME) } else { groups.join(NAME) };
        if !version_1.is_dir() {
            fs::write(groups.join("cgroup.subtree_control"), "+cpu")?;
        }
        fs::create_dir_all(&folder)?;
        let group = Self(folder);
        if version_1.is_dir() {
            fs::write(group.0.join("cpu.cfs_period_us"), PERIOD.to_string())?;
            fs::write(group.0.join("cpu.cfs_quota_us"), quota.to_string())?;
        } else {
            fs::write(group.0.join("cpu.max"), format!("{quota} {PERIOD}"))?;
        }
        for process in processes_below(root) {
            match fs::write(group.0.join("cgroup.procs"), process.to_string()) {
                // Error 3 is "no such process": the process has ended since the list was made.
                Err(error) if error.raw_os_error() == Some(3) => {}
                written => written?,
            }
        }
        Ok(group)
    }
}

impl Drop for Quota {
    fn drop(&mut self) {
        // The kernel removes a group only after its last process has ended, which can take a moment.
        for _ in 0..50 {
            if fs::remove_dir(&self.0).is_ok() {
                return;
            }
            sleep(Duration::from_millis(20));
        }
    }
}
