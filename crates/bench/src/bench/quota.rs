//! Limits a browser and all its processes to a share of one processor, to imitate a weak phone. It uses a Linux control
//! group, because a browser's own throttle slows down neither the compilation of WASM nor the network process.

use super::memory::processes_below;
use anyhow::{Context, Result};
use std::{
    fs, io,
    path::{Path, PathBuf},
    thread::sleep,
    time::Duration,
};

/// Thousandths of a second in which the share is given, as kernels have it by themselves.
const PERIOD: u32 = 100_000;
/// Where both versions of control groups are.
const GROUPS: &str = "/sys/fs/cgroup";
const NAME: &str = "explainer-bench";

/// A group of processes that get a share of a processor together. It is gone when it is dropped and they have ended.
#[derive(Debug)]
pub(super) struct Quota(PathBuf);

impl Quota {
    /// Gives the process `root`, and all that come from it, `share` of one processor.
    ///
    /// # Errors
    /// If this computer has no control groups, or they may not be changed.
    pub(super) fn give(share: f64, root: u32) -> Result<Self> {
        let explained = "a share of a processor is given by a control group of Linux, which takes root; run it as root, or without `quota`";
        Self::written(share, root).context(explained)
    }

    fn written(share: f64, root: u32) -> io::Result<Self> {
        let quota = (f64::from(PERIOD) * share).round();
        let groups = Path::new(GROUPS);
        let first = groups.join("cpu");
        let folder = if first.is_dir() { first.join(NAME) } else { groups.join(NAME) };
        if !first.is_dir() {
            fs::write(groups.join("cgroup.subtree_control"), "+cpu")?;
        }
        fs::create_dir_all(&folder)?;
        let group = Self(folder);
        if first.is_dir() {
            fs::write(group.0.join("cpu.cfs_period_us"), PERIOD.to_string())?;
            fs::write(group.0.join("cpu.cfs_quota_us"), quota.to_string())?;
        } else {
            fs::write(group.0.join("cpu.max"), format!("{quota} {PERIOD}"))?;
        }
        for process in processes_below(root) {
            match fs::write(group.0.join("cgroup.procs"), process.to_string()) {
                // It has ended since it was seen.
                Err(error) if error.raw_os_error() == Some(3) => {}
                written => written?,
            }
        }
        Ok(group)
    }
}

impl Drop for Quota {
    fn drop(&mut self) {
        // A group can be taken away once the last of its processes has gone, which takes a moment.
        for _ in 0..50 {
            if fs::remove_dir(&self.0).is_ok() {
                return;
            }
            sleep(Duration::from_millis(20));
        }
    }
}
