//! Measures the private memory of the page's process. The JavaScript heap alone does not include WebAssembly memory.

use std::{collections::HashMap, fs};

/// Returns the private memory, in bytes, of the largest page process below the process `root`. Returns `None` on a
/// system without the `/proc` of Linux.
pub(super) fn page_process(root: u32) -> Option<u64> {
    let pages = processes_below(root)
        .into_iter()
        .filter(|id| fs::read_to_string(format!("/proc/{id}/cmdline")).is_ok_and(|line| line.contains("--type=renderer")));
    pages.filter_map(own_memory).max()
}

/// Returns the ids of all processes that descend from the process `root`. The list is empty on a system without the
/// `/proc` of Linux.
pub(super) fn processes_below(root: u32) -> Vec<u32> {
    let mut parents = HashMap::new();
    for entry in fs::read_dir("/proc").into_iter().flatten() {
        let Some(id) = entry.ok().and_then(|entry| entry.file_name().to_str()?.parse::<u32>().ok()) else { continue };
        let Ok(status) = fs::read_to_string(format!("/proc/{id}/stat")) else { continue };
        // The name of the program comes first, in brackets. It may itself have brackets and spaces.
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

fn own_memory(id: u32) -> Option<u64> {
    let status = fs::read_to_string(format!("/proc/{id}/status")).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("RssAnon:"))?;
    Some(line.trim().strip_suffix(" kB")?.parse::<u64>().ok()? * 1024)
}
