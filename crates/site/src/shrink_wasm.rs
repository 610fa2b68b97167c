//! Shrinks the output of wasm-bindgen. This module minifies the script, because Trunk's own minifier cannot parse it.
//! It also shortens the names of the imports and exports of the WASM module. Many of these names are long and end in
//! hashes.

#[cfg(test)]
mod tests;

use crate::minify::minify;
use oxc::{minifier::ManglePropertyCache, span::SourceType};
use sha2::{Digest, Sha256};
use std::{
    error::Error,
    ffi::OsStr,
    fmt::Write,
    fs,
    path::{Path, PathBuf},
};
use wasm_encoder::{ExportSection, ImportSection, Module, RawSection};
use wasmparser::Payload;

/// A regular expression for the names that wasm-bindgen generates for imports and exports.
const NAMES: &str = "^(__wb|__externref|wasm_bindgen)";

/// Shrinks each script of wasm-bindgen and its WASM module in the folder `out`. If their file names contain a hash, the
/// hash of the new content replaces it. Returns `shell` with the new names.
///
/// # Errors
/// Fails if a file cannot be read or written, or if a script or a module cannot be parsed.
pub(crate) fn shrink(out: &Path, shell: &str) -> Result<String, Box<dyn Error>> {
    let mut shell = shell.to_owned();
    for script in scripts(out)? {
        let module = script.with_file_name(format!("{}_bg.wasm", stem(&script)));
        if !module.exists() {
            continue;
        }
        let (small, names) = minify(&fs::read_to_string(&script)?, SourceType::mjs(), Some(NAMES))
            .map_err(|error| format!("{}: {error}", script.display()))?;
        let renamed = rename(&fs::read(&module)?, &names).map_err(|error| format!("{}: {error}", module.display()))?;
        fs::write(&script, &small)?;
        fs::write(&module, &renamed)?;
        if let Some((name, _)) = stem(&script).split_once('-') {
            let hashed = hashed(name, &[small.as_bytes(), &renamed]);
            fs::rename(&script, out.join(format!("{hashed}.js")))?;
            fs::rename(&module, out.join(format!("{hashed}_bg.wasm")))?;
            shell = shell.replace(&stem(&script), &hashed);
        }
    }
    Ok(shell)
}

fn scripts(folder: &Path) -> Result<Vec<PathBuf>, Box<dyn Error>> {
    let paths = fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<std::io::Result<Vec<_>>>()?;
    Ok(paths.into_iter().filter(|path| path.extension() == Some(OsStr::new("js"))).collect())
}

fn stem(path: &Path) -> String {
    path.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}

/// Returns `name` with a hash of `contents` at its end.
fn hashed(name: &str, contents: &[&[u8]]) -> String {
    let hash = contents.iter().fold(Sha256::new(), |hash, bytes| hash.chain_update(bytes)).finalize();
    // Writing to a String cannot fail.
    hash[..8].iter().fold(format!("{name}-"), |mut name, byte| {
        let _ = write!(name, "{byte:02x}");
        name
    })
}

/// Returns the module with new names for its imports and exports, and without custom sections, which only tools read.
/// `names` maps old names to new names. All other names stay.
fn rename(module: &[u8], names: &ManglePropertyCache) -> Result<Vec<u8>, Box<dyn Error>> {
    let new_name = |name: &str| names.get(name).and_then(Option::as_ref).map_or_else(|| name.to_owned(), ToString::to_string);
    let mut renamed = Module::new();
    for payload in wasmparser::Parser::new(0).parse_all(module) {
        match payload? {
            Payload::ImportSection(section) => {
                let mut imports = ImportSection::new();
                for import in section.into_imports() {
                    let import = import?;
                    imports.import(import.module, &new_name(import.name), wasm_encoder::EntityType::try_from(import.ty)?);
                }
                renamed.section(&imports);
            }
            Payload::ExportSection(section) => {
                let mut exports = ExportSection::new();
                for export in section {
                    let export = export?;
                    exports.export(&new_name(export.name), export.kind.into(), export.index);
                }
                renamed.section(&exports);
            }
            Payload::CustomSection(_) => {}
            other => {
                if let Some((id, range)) = other.as_section() {
                    let range = usize::try_from(range.start)?..usize::try_from(range.end)?;
                    renamed.section(&RawSection { id, data: module.get(range).ok_or("it ends too early")? });
                }
            }
        }
    }
    Ok(renamed.finish())
}
