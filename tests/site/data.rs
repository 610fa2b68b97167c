//! Checks that data for programs has the required form. Descriptions for search engines have the types of schema.org
//! that the npm package `schema-dts` defines. oEmbed answers follow their specification. The sitemap follows its
//! schema.

use crate::{
    shared::{descriptions, for_each_page},
    valid::{check, tools},
};
use std::{fmt::Write, fs, process::Command};
use tests::{language, written};

#[test]
fn descriptions_of_articles_follow_schema_org() {
    check_typed("Described", &described("NewsArticle"));
}

#[test]
fn reviews_of_claims_follow_schema_org() {
    check_typed("Reviewed", &described("ClaimReview"));
}

/// Returns the descriptions of the type `kind` on the shared pages of the tested edition. Each item is the path of the
/// page and the JSON text.
fn described(kind: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for_each_page(|edition, path, head| {
        if edition.language == language::edition().language {
            let all = descriptions(head, path).into_iter().flat_map(|one| one.as_array().cloned().unwrap_or_else(|| vec![one]));
            found.extend(all.filter(|one| one["@type"] == kind).map(|one| (path.to_owned(), one.to_string())));
        }
    });
    found
}

#[test]
fn oembed_answers_have_the_required_form() {
    let folder = written::dist().join(language::folder()).join("oembed");
    let files = fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut found = Vec::new();
    for file in
        files.map(|entry| entry.expect("the folder can be read").path()).filter(|file| file.extension().is_some_and(|end| end == "json"))
    {
        let json = fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        found.push((file.display().to_string(), json));
    }
    check_typed("Embedded", &found);
}

#[test]
fn the_sitemap_follows_its_schema() {
    let script = tools().join("../sitemap.mjs");
    check(Command::new("node").arg(script).arg(written::dist().join("sitemap.xml")));
}

/// Checks with the TypeScript compiler that each JSON text has the type `kind` of `tests/valid/data.d.ts`. Each item of
/// `found` is the path of a page or file, and a JSON text in it.
#[track_caller]
fn check_typed(kind: &str, found: &[(String, String)]) {
    assert!(found.len() > 5, "there are few: {found:?}");
    // The file imports `../data.d.ts`, so it is written into a folder beside that file. Git ignores this folder.
    let file = tools().join(format!(".{kind}-{}.ts", language::edition().language));
    let mut program = format!("import type {{ {kind} }} from \"../data.d.ts\";\n");
    for (nth, (from, json)) in found.iter().enumerate() {
        // Writing to a String cannot fail.
        let _ = writeln!(program, "/* {from} */ export const n{nth}: {kind} = {json};");
    }
    fs::write(&file, program).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    let mut compiler = Command::new("node");
    compiler.arg(tools().join("typescript/bin/tsc")).args(["--noEmit", "--strict", "--skipLibCheck", "--pretty", "false"]);
    check(compiler.args(["--module", "nodenext"]).arg(file));
}
