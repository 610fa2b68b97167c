//! Tests that a script and its module still work together after they are shrunk.

use super::shrink;
use std::{error::Error, fs};
use wasm_encoder::{CodeSection, CustomSection, ExportKind, ExportSection, Function, FunctionSection, ImportSection, Module, TypeSection};
use wasmparser::{Parser, Payload};

const SCRIPT: &str = "// A comment\n\
    function __wbg_get_imports() {\n    return { './app_bg.js': { __wbg_sayHello_0123456789abcdef: function(wordToSay) { console.log(wordToSay); } } };\n}\n\
    let wasm;\nasync function __wbg_init(bytes) {\n    wasm = (await WebAssembly.instantiate(bytes, __wbg_get_imports())).instance.exports;\n    \
    wasm.__wbindgen_start();\n    wasm.memory.grow(1);\n}\nexport { __wbg_init as default };\n";

#[test]
fn names_that_carry_a_hash_follow_the_content() {
    check("app-0123456789abcdef", |name, shell| {
        assert_eq!(shell, format!("<script data-glue=./{name}.js data-module=./{name}_bg.wasm>"));
        assert!(name.starts_with("app-") && name != "app-0123456789abcdef", "it is called {name}");
    });
}

#[test]
fn names_without_a_hash_stay() {
    check("app", |name, _| assert_eq!(name, "app"));
}

#[test]
fn a_script_that_cannot_be_read_is_named() -> Result<(), Box<dyn Error>> {
    let folder = folder("app", "function (")?;
    let refused = shrink(folder.path(), "").err().map(|error| error.to_string()).unwrap_or_default();
    assert!(refused.contains("app.js: "), "it says {refused:?}");
    Ok(())
}

/// Shrinks a script and its module, and asserts that they still use the same names. Calls `also` with the new name of
/// the files and with the new shell.
fn check(name: &str, also: impl Fn(&str, &str)) {
    let checked = || -> Result<(), Box<dyn Error>> {
        let folder = folder(name, SCRIPT)?;
        let shell = shrink(folder.path(), &format!("<script data-glue=./{name}.js data-module=./{name}_bg.wasm>"))?;
        let mut files =
            fs::read_dir(folder.path())?.map(|entry| Ok(entry?.file_name().into_string())).collect::<std::io::Result<Vec<_>>>()?;
        files.sort();
        let [Ok(script), Ok(module)] = &files[..] else { panic!("there are {files:?}") };
        also(script.strip_suffix(".js").unwrap_or_default(), &shell);
        let script = fs::read_to_string(folder.path().join(script))?;
        assert!(script.len() < SCRIPT.len() * 2 / 3 && !script.contains("omment"), "it is {script}");
        let mut seen = Vec::new();
        for payload in Parser::new(0).parse_all(&fs::read(folder.path().join(module))?) {
            match payload? {
                Payload::ImportSection(section) => {
                    for import in section.into_imports() {
                        let name = import?.name;
                        assert!(script.contains(&format!("{{{name}:function")), "{name} is not in {script}");
                        seen.push(name.len());
                    }
                }
                Payload::ExportSection(section) => {
                    for export in section {
                        let name = export?.name;
                        assert!(script.contains(&format!(".{name}")), "{name} is not in {script}");
                        seen.push(name.len());
                    }
                }
                Payload::CustomSection(section) => panic!("there is still {}", section.name()),
                _ => {}
            }
        }
        assert_eq!(seen, [1, 1, "memory".len()]);
        Ok(())
    };
    checked().expect(name);
}

/// Creates a folder with `script`, and with a module that has the imports and exports that [`SCRIPT`] uses.
fn folder(name: &str, script: &str) -> Result<tempfile::TempDir, Box<dyn Error>> {
    let (mut types, mut imports, mut functions, mut exports, mut code) =
        (TypeSection::new(), ImportSection::new(), FunctionSection::new(), ExportSection::new(), CodeSection::new());
    types.ty().function([], []);
    imports.import("./app_bg.js", "__wbg_sayHello_0123456789abcdef", wasm_encoder::EntityType::Function(0));
    functions.function(0);
    exports.export("__wbindgen_start", ExportKind::Func, 1);
    exports.export("memory", ExportKind::Func, 1);
    let mut body = Function::new([]);
    body.instructions().call(0).end();
    code.function(&body);
    let mut module = Module::new();
    module.section(&types).section(&imports).section(&functions).section(&exports).section(&code);
    module.section(&CustomSection { name: "producers".into(), data: b"somebody".into() });
    let folder = tempfile::tempdir()?;
    fs::write(folder.path().join(format!("{name}.js")), script)?;
    fs::write(folder.path().join(format!("{name}_bg.wasm")), module.finish())?;
    Ok(folder)
}
