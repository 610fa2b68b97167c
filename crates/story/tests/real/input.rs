//! Makes inputs for the loader from bytes, and checks the problems that the loader reports, for the fuzzer and the
//! tests.

use story::{Files, Problem};

/// Returns the real content with one file changed by `input`. The first line of `input` has the path of a file, and the
/// position and length of a range in bytes. Without these two numbers, the range is empty and at the end of the file.
/// The other lines replace this range. If the first line names no known file, the first byte selects a file, and the
/// other bytes replace all of its content.
pub(crate) fn files(input: &[u8]) -> Files {
    let (first, rest) = input.iter().position(|byte| *byte == b'\n').map_or((input, &[][..]), |end| (&input[..end], &input[end + 1..]));
    let line = String::from_utf8_lossy(first);
    let mut words = line.split(' ');
    let known = words.next().filter(|path| super::FILES.bytes(path).is_some());
    let Some(path) = known else {
        let paths: Vec<&str> = super::FILES.paths().collect();
        let index = usize::from(input.first().copied().unwrap_or_default()) % paths.len();
        return super::with(paths[index], input.get(1..).unwrap_or_default());
    };
    let old = super::FILES.bytes(path).unwrap_or_default();
    let mut number = || words.next().and_then(|word| word.parse::<usize>().ok());
    let from = number().unwrap_or(old.len()).min(old.len());
    let to = from.saturating_add(number().unwrap_or_default()).min(old.len());
    super::with(path, [&old[..from], rest, &old[to..]].concat())
}

/// Asserts that each problem in `files` has a file, a description and a remedy. If a problem has a line or a column,
/// they must exist in the file.
pub(crate) fn check(files: &Files) {
    for Problem { place, what, mend } in super::problems(files) {
        assert!(!place.file.is_empty() && !what.is_empty() && !mend.is_empty(), "{place:?} {what} {mend}");
        let Some(line) = place.line else { continue };
        let text = String::from_utf8_lossy(files.bytes(&place.file).expect("a line is in a file"));
        let lines: Vec<&str> = text.split('\n').collect();
        assert!((1..=lines.len()).contains(&line), "{place:?} of {} lines: {what}", lines.len());
        let columns = lines[line - 1].chars().count() + 1;
        assert!(place.column.is_none_or(|column| (1..=columns).contains(&column)), "{place:?} of {columns} columns: {what}");
    }
}
