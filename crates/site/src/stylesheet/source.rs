//! Reads the files of `style/` for the bundler. In a block such as `@each $thread { … }`, `thread` is the name of a
//! set. This module replaces the block with one copy of its rules for each member of the set. In each copy, the
//! member's word replaces `$thread`.

use lightningcss::bundler::{ResolveResult, SourceProvider};
use std::{
    collections::BTreeMap,
    fs, io,
    path::{Path, PathBuf},
};
use vocabulary::{Ballot, Body, Fate, Thread, Vocabulary};

/// The start of a block with rules for each member of a set.
const EACH: &str = "@each $";

/// Returns the sets that `@each` supports: the name of each set in style sheets, and the words of its members.
fn sets() -> [(&'static str, Vec<&'static str>); 4] {
    [
        ("ballot", Ballot::ALL.map(Vocabulary::word).into()),
        ("body", Body::ALL.map(Vocabulary::word).into()),
        ("fate", Fate::ALL.map(Vocabulary::word).into()),
        ("thread", Thread::ALL.map(Vocabulary::word).into()),
    ]
}

/// The style sheets of a folder by path, with the `@each` blocks replaced.
pub(super) struct Sources(BTreeMap<PathBuf, String>);

impl Sources {
    /// Reads the style sheets in the folder and in all folders below it.
    ///
    /// # Errors
    /// Fails if a folder or file cannot be read, or if an `@each` has no complete block or names no known set.
    pub(super) fn read(folder: &Path) -> io::Result<Self> {
        let mut sources = BTreeMap::new();
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            if path.is_dir() {
                sources.extend(Self::read(&path)?.0);
            } else if path.extension().is_some_and(|ending| ending == "css") {
                let css = each(&fs::read_to_string(&path)?).map_err(|error| io::Error::other(format!("{}: {error}", path.display())))?;
                sources.insert(path, css);
            }
        }
        Ok(Self(sources))
    }

    /// Makes the sources from one sheet.
    #[cfg(test)]
    pub(super) fn of(path: &str, css: &str) -> Self {
        Self(BTreeMap::from([(path.into(), each(css).expect("the blocks are complete"))]))
    }
}

impl SourceProvider for Sources {
    type Error = io::Error;

    fn read<'a>(&'a self, file: &Path) -> io::Result<&'a str> {
        self.0.get(file).map(String::as_str).ok_or_else(|| io::Error::new(io::ErrorKind::NotFound, file.display().to_string()))
    }

    fn resolve(&self, specifier: &str, originating_file: &Path) -> io::Result<ResolveResult> {
        Ok(originating_file.with_file_name(specifier).into())
    }
}

/// Replaces each `@each` block in `css` with its rules for each member. Rules after a block keep their line numbers.
fn each(css: &str) -> Result<String, String> {
    let Some((before, rest)) = css.split_once(EACH) else { return Ok(css.to_owned()) };
    let (name, rest) = rest.split_once('{').ok_or("an @each has no rules")?;
    let name = name.trim_end();
    let (rules, rest) = rest.split_at(end_of_block(rest).ok_or_else(|| format!("“@each ${name}” does not end"))?);
    let set = sets().into_iter().find(|(known, _)| *known == name);
    let (_, words) = set.ok_or_else(|| format!("“@each ${name}” names no set that style sheets have rules for"))?;
    let mut copies: Vec<String> = words.iter().map(|word| rules.replace(&format!("${name}"), word)).collect();
    let last = copies.pop().unwrap_or_default();
    Ok([before, &copies.concat().replace('\n', " "), &last, &each(&rest[1..])?].concat())
}

/// Returns the position of the brace that closes the block in which `css` begins. Returns `None` if there is none.
fn end_of_block(css: &str) -> Option<usize> {
    let mut depth = 1;
    css.match_indices(['{', '}']).find_map(|(at, brace)| {
        depth = if brace == "{" { depth + 1 } else { depth - 1 };
        (depth == 0).then_some(at)
    })
}

/// Returns the custom properties that `css` uses without a fallback and does not define, sorted.
pub(super) fn undefined(css: &str) -> Vec<&str> {
    let name =
        |rest: &'_ str| rest.find(|letter: char| !letter.is_ascii_alphanumeric() && letter != '-' && letter != '_').unwrap_or(rest.len());
    let used = css.split("var(").skip(1).map(|rest| rest.split_at(name(rest))).filter(|(_, rest)| rest.starts_with(')'));
    let mut undefined: Vec<_> = used.map(|(used, _)| used).filter(|used| !css.contains(&format!("{used}:"))).collect();
    undefined.sort_unstable();
    undefined.dedup();
    undefined
}

#[cfg(test)]
mod tests {
    use super::*;
    use vocabulary::{Extent, Kind, Role, Speaker, Verdict};

    #[track_caller]
    fn check(css: &str, expected: Result<&str, &str>) {
        assert_eq!(each(css), expected.map(str::to_owned).map_err(str::to_owned));
    }

    #[test]
    fn rules_are_written_for_each_member() {
        check("a{}", Ok("a{}"));
        check(
            "a{@each $body {&[value=\"$body\"]{top:0}}}b{}",
            Ok("a{&[value=\"commission\"]{top:0}&[value=\"council\"]{top:0}&[value=\"assembly\"]{top:0}}b{}"),
        );
        check("@each $thread { x }y@each $thread {}", Ok(" x  x  x y"));
        check("@each $thread {\nx\n}\ny", Ok(" x  x \nx\n\ny"));
        check("@each $moon {}", Err("“@each $moon” names no set that style sheets have rules for"));
        check("@each $body { a { }", Err("“@each $body” does not end"));
    }

    #[test]
    fn what_a_member_lacks_is_named() {
        assert_eq!(undefined("a{--b:0;c:var(--b);d:var(--e);f:var(--g,0);h:var(--e)}"), ["--e"]);
    }

    fn words_of<T: Vocabulary>() -> impl Iterator<Item = &'static str> {
        T::WORDS.iter().map(|(word, _)| *word)
    }

    /// Asserts that no style sheet lists the members of a set by hand. Such a list would silently lack a new member.
    #[test]
    fn no_style_sheet_lists_members() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../style");
        let words = sets().into_iter().flat_map(|(_, words)| words).chain(words_of::<Verdict>()).chain(words_of::<Role>());
        let words = words.chain(words_of::<Extent>()).chain(words_of::<Kind>()).chain(words_of::<Speaker>());
        let words: Vec<_> = words.flat_map(|word| [format!("=\"{word}\""), format!("='{word}'"), format!("={word}]")]).collect();
        let mut files = vec![folder];
        while let Some(path) = files.pop() {
            if path.is_dir() {
                files.extend(fs::read_dir(path).expect("it is there").map(|entry| entry.expect("it can be read").path()));
            } else {
                let css = fs::read_to_string(&path).expect("it can be read");
                let found = words.iter().find(|word| css.contains(*word));
                assert_eq!(found, None, "{}: write the rule once, in `@each`", path.display());
            }
        }
    }
}
