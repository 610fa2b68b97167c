//! A copy of `content/` that tests change as an editor would, and the site that is written from this copy.

use std::{
    fs,
    path::{Path, PathBuf},
};
use tempfile::TempDir;
use xtask::{child, command::dev::pages, project::Project};

/// A temporary folder with a copy of `content/` and the site that is written from this copy.
#[derive(Debug)]
pub struct Copy {
    folder: TempDir,
}

impl Default for Copy {
    fn default() -> Self {
        Self::new()
    }
}

impl Copy {
    /// Copies the content. The site is not written yet.
    ///
    /// # Panics
    /// If a folder cannot be made, or the content cannot be copied.
    pub fn new() -> Self {
        let folder = TempDir::new().expect("a folder");
        copy(&Project::here().content(), &folder.path().join("content"));
        fs::create_dir(folder.path().join("site")).expect("a folder");
        Self { folder }
    }

    /// Returns the folder of the site.
    pub fn site(&self) -> PathBuf {
        self.folder.path().join("site")
    }

    fn file(&self, name: &str) -> PathBuf {
        self.folder.path().join("content").join(name)
    }

    /// Replaces the first occurrence of `old` in a file with `new`.
    ///
    /// # Panics
    /// If the file does not contain `old`, or cannot be read or written.
    pub fn replace(&self, (name, old, new): (&str, &str, &str)) {
        let text = fs::read_to_string(self.file(name)).expect("there is the file");
        assert!(text.contains(old), "{name} does not contain {old:?}");
        fs::write(self.file(name), text.replacen(old, new, 1)).expect("the file can be written");
    }

    /// Adds lines at the end of a file, and creates a missing file. For example, there is no `corrections.toml` before
    /// the first correction.
    ///
    /// # Panics
    /// If the file cannot be written.
    pub fn append(&self, name: &str, lines: &str) {
        let text = fs::read_to_string(self.file(name)).unwrap_or_default();
        fs::write(self.file(name), text + lines).expect("the file can be written");
    }

    /// Writes the site as `cargo xtask dev` does, but without pictures and with fewer pages: the story, the pages of
    /// the parts, and `404.html`. Returns whether this succeeded, and the output of the program.
    ///
    /// # Panics
    /// If `Trunk.toml` does not name the program that writes the site, or the program cannot be
    /// run.
    pub fn write_site(&self) -> (bool, String) {
        let mut command = pages::site_command(&Project::here()).expect("Trunk.toml says how");
        command.args(["--whole", "--uncompressed", "--content"]).arg(self.file("")).arg("--out").arg(self.site());
        let finished = child::run(command, |_| ()).expect("cargo can be run");
        (finished.status.success(), finished.output)
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("the folder can be read") {
        let file = entry.expect("the folder can be read").path();
        let target = to.join(file.file_name().expect("it has a name"));
        if file.is_dir() {
            copy(&file, &target);
        } else {
            fs::copy(&file, target).expect("the file can be copied");
        }
    }
}
