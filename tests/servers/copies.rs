//! Makes copies of the written site for several folders of a host. All copies have the same pages. The configuration
//! files for servers are written again for each folder.

use anyhow::{Context, Result, ensure};
use std::{
    fs,
    path::{Path, PathBuf},
};
use tempfile::TempDir;
use tests::written;
use xtask::{child, command::dev::pages, project::Project};

/// A temporary folder with the copies of the site, and with a page that does not belong to the site.
pub(crate) struct Copies {
    folder: TempDir,
}

impl Copies {
    /// Makes a copy of the site for each of these folders of the host. `origin` is the scheme, name and port of the
    /// host.
    pub(crate) fn of(folders: &[&str], origin: &str) -> Result<Self> {
        let copies = Self { folder: TempDir::new()? };
        open_to_all(copies.folder.path())?;
        for folder in folders {
            let site = copies.site(folder);
            link_all(&written::dist(), &site)?;
            let mut command = pages::site_command(&Project::here())?;
            command.arg("--hosts-only").arg("--out").arg(&site).env("EXPLAINER_BASE_URL", format!("{origin}{folder}"));
            let finished = child::run(command, |_| ())?;
            ensure!(finished.status.success(), "the files for hosts cannot be written: {}", finished.output);
            for file in fs::read_dir(site.join("hosting"))? {
                move_to(&file?.path(), &site)?;
            }
        }
        let beside = copies.others().join("beside");
        fs::create_dir_all(&beside)?;
        fs::write(beside.join("index.html"), "<!doctype html><title>A page of somebody else</title>")?;
        Ok(copies)
    }

    /// Returns the path of the copy of the site for a folder of the host.
    pub(crate) fn site(&self, folder: &str) -> PathBuf {
        self.folder.path().join(format!("site{}", folder.trim_end_matches('/').replace('/', "-")))
    }

    /// Returns the folder with the files that do not belong to the site.
    pub(crate) fn others(&self) -> PathBuf {
        self.folder.path().join("others")
    }
}

/// Replaces the README's example folder in a configuration file with the folder of the copy, as the README instructs.
fn move_to(file: &Path, site: &Path) -> Result<()> {
    let text = fs::read_to_string(file)?.replace(super::guide::PLACE, &site.to_string_lossy());
    // The file may be a hard link to a file of the original site. Writing to the link would change that file, too.
    fs::remove_file(file)?;
    Ok(fs::write(file, text)?)
}

/// Makes hard links in `to` to all files in `from` and its subfolders. Copies the files that cannot be linked.
fn link_all(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from).with_context(|| format!("there is no site in {}", from.display()))? {
        let entry = entry?;
        let (path, target) = (entry.path(), to.join(entry.file_name()));
        if entry.file_type()?.is_dir() {
            link_all(&path, &target)?;
        } else {
            fs::hard_link(&path, &target).or_else(|_| fs::copy(&path, &target).map(drop))?;
        }
    }
    Ok(())
}

/// Lets every user read the folder, because a server that root has started reads files as another user.
#[cfg(unix)]
fn open_to_all(folder: &Path) -> Result<()> {
    use std::os::unix::fs::PermissionsExt;
    Ok(fs::set_permissions(folder, fs::Permissions::from_mode(0o755))?)
}

#[cfg(not(unix))]
fn open_to_all(_: &Path) -> Result<()> {
    Ok(())
}
