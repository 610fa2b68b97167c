//! Measures the private memory of the page's process. This includes the memory of WebAssembly, which the JavaScript
//! heap does not include.

use std::{collections::HashMap, fs};

/// Returns a map from the id of each page process below `root` to the processor time that it has used, in clock ticks.
/// A browser can have several page processes, for example a spare one for the next page. The map is empty on a system
/// without the `/proc` of Linux.
pub(super) fn page_processes(root: u32) -> HashMap<u32, u64> {
    let pages = processes_below(root)
        .into_iter()
        .filter(|id| fs::read_to_string(format!("/proc/{id}/cmdline")).is_ok_and(|line| line.contains("--type=renderer")));
    pages.filter_map(|id| Some((id, processor_time(id)?))).collect()
}

/// Returns the id of the page process below `root` that has worked the most since `before`. Returns `None` if there is
/// no page process.
pub(super) fn busiest(root: u32, before: &HashMap<u32, u64>) -> Option<u32> {
    let worked = |(id, now): (u32, u64)| (now.saturating_sub(before.get(&id).copied().unwrap_or_default()), id);
    page_processes(root).into_iter().map(worked).max().map(|(_, id)| id)
}

/// Returns the processor time of a process in clock ticks. Returns `None` if `/proc` has no such process.
fn processor_time(id: u32) -> Option<u64> {
    let status = fs::read_to_string(format!("/proc/{id}/stat")).ok()?;
    // The line begins with the process id and the name of the program in parentheses. The name may itself contain
    // parentheses and spaces.
    let (_, rest) = status.rsplit_once(") ")?;
    let times: Vec<u64> = rest.split(' ').skip(11).take(2).filter_map(|time| time.parse().ok()).collect();
    Some(times.iter().sum())
}

/// Returns the ids of all processes that descend from the process `root`. The list is empty on a system without the
/// `/proc` of Linux.
pub(super) fn processes_below(root: u32) -> Vec<u32> {
    let mut parents = HashMap::new();
    for entry in fs::read_dir("/proc").into_iter().flatten() {
        let Some(id) = entry.ok().and_then(|entry| entry.file_name().to_str()?.parse::<u32>().ok()) else { continue };
        let Ok(status) = fs::read_to_string(format!("/proc/{id}/stat")) else { continue };
        // The line begins with the process id and the name of the program in parentheses. The name may itself contain
        // parentheses and spaces.
        let parent = status.rsplit_once(") ").and_then(|(_, rest)| rest.split(' ').nth(1)?.parse::<u32>().ok());
        parents.insert(id, parent.unwrap_or_default());
    }
    let is_below = |mut id: u32| {
        while let Some(parent) = parents.get(&id).copied().filter(|parent| *parent != 0) {
            if parent == root {
                return true;
            }
            id = parent;
        }
        false
    };
    parents.keys().copied().filter(|id| is_below(*id)).collect()
}

/// Returns the private memory of a process in bytes, without swapped-out memory. Returns `None` if `/proc` has no such
/// process or does not state its memory.
pub(super) fn own_memory(id: u32) -> Option<u64> {
    let status = fs::read_to_string(format!("/proc/{id}/status")).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("RssAnon:"))?;
    Some(line.trim().strip_suffix(" kB")?.parse::<u64>().ok()? * 1024)
}
