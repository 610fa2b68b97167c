//! A copy of `content/` to be changed as an editor would, and the site that is written from it.

use std::{
    fs,
    path::{Path, PathBuf},
};
use tempfile::TempDir;
use xtask::{child, command::dev::pages, project::Project};

/// A copy of `content/`, and the site beside it.
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
    /// The content as it is, and no site yet.
    ///
    /// # Panics
    /// If it cannot be copied.
    pub fn new() -> Self {
        let folder = TempDir::new().expect("a folder");
        copy(&Project::here().content(), &folder.path().join("content"));
        fs::create_dir(folder.path().join("site")).expect("a folder");
        Self { folder }
    }

    /// The folder of the site.
    pub fn site(&self) -> PathBuf {
        self.folder.path().join("site")
    }

    fn file(&self, name: &str) -> PathBuf {
        self.folder.path().join("content").join(name)
    }

    /// Says in a file, once, something else.
    ///
    /// # Panics
    /// If the file does not say `old`.
    pub fn replace(&self, (name, old, new): (&str, &str, &str)) {
        let text = fs::read_to_string(self.file(name)).expect("there is the file");
        assert!(text.contains(old), "{name} does not say {old:?} any more");
        fs::write(self.file(name), text.replacen(old, new, 1)).expect("the file can be written");
    }

    /// Puts lines to the end of a file, which need not be there: corrections have none until the first time.
    ///
    /// # Panics
    /// If the file cannot be written.
    pub fn append(&self, name: &str, lines: &str) {
        let text = fs::read_to_string(self.file(name)).unwrap_or_default();
        fs::write(self.file(name), text + lines).expect("the file can be written");
    }

    /// Writes its pages as `cargo xtask dev` does: whether that succeeds, and what is said.
    ///
    /// # Panics
    /// If there is nothing to write them with.
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
