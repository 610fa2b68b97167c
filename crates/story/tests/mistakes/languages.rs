//! Mistakes in a language other than the first: untranslated texts, differences between a text and its original, wrong
//! forms of terms, and wrong eras.

use super::real;
use story::{Files, Problem, Story};

/// Returns the real content with a copy of the English folder as the language `xx`. In the copy, `with` replaces the
/// first occurrence of `replace` in `file`. If `replace` is empty, `with` is appended. A missing `file` is created.
fn copied(file: &str, replace: &str, with: &str) -> Files {
    let mut files = real::FILES.clone();
    for path in real::FILES.paths().filter(|path| path.starts_with("en/")) {
        files.insert(&path.replacen("en/", "xx/", 1), real::text(path).into_bytes());
    }
    let old = files.bytes(&format!("xx/{file}")).map_or_else(String::new, |bytes| String::from_utf8_lossy(bytes).into_owned());
    let at = if replace.is_empty() { old.len() } else { old.find(replace).unwrap_or_else(|| panic!("{file} has no {replace:?}")) };
    files.insert(&format!("xx/{file}"), format!("{}{with}{}", &old[..at], &old[at + replace.len()..]).into_bytes());
    files
}

fn is_untranslated(problem: &Problem) -> bool {
    problem.what.starts_with("this is not translated") || problem.what.starts_with("there are no words for the note")
}

/// Returns the messages of the problems in the language `xx`, except those about untranslated texts.
fn messages_of(files: &Files) -> Vec<String> {
    let problems = Story::check_language(files, "xx");
    problems
        .iter()
        .filter(|problem| !is_untranslated(problem))
        .map(|problem| format!("{} {}; {}", problem.place.file, problem.what, problem.mend))
        .collect()
}

/// Asserts that the change gives as many problems as there are texts in `expected`, and that each of these texts is in
/// the message of a problem. Ignores problems about untranslated texts.
fn check(file: &str, replace: &str, with: &str, expected: &[&str]) {
    let messages = messages_of(&copied(file, replace, with));
    let all_found = messages.len() == expected.len() && expected.iter().all(|text| messages.iter().any(|message| message.contains(text)));
    assert!(all_found, "expected {expected:#?}\nfound {messages:#?}");
}

#[test]
fn every_text_of_a_copied_folder_is_untranslated() {
    let files = copied("about.md", "", "");
    let problems = Story::check_language(&files, "xx");
    assert!(problems.iter().all(|problem| is_untranslated(problem) && problem.place.file.starts_with("xx/")));
    // The problems include paragraphs, fields and names.
    for words in [&real::EDITION.texts.why.title, &real::EDITION.labels.site.skip, &real::EDITION.countries[0].name] {
        assert!(problems.iter().any(|problem| problem.what.contains(words.as_str())), "{words}");
    }
}

#[test]
fn language_that_is_not_published_is_no_mistake() {
    assert_eq!(real::problems(&copied("about.md", "", "")), []);
}

#[test]
fn published_language_without_a_folder() {
    let site = real::text("site.toml").replacen("[\"en\"", "[\"en\", \"xx\"", 1);
    let found = real::problems(&real::with("site.toml", site));
    assert!(
        found.iter().any(|problem| problem.place.file == "site.toml" && problem.what.contains("there is no language “xx”")),
        "{found:#?}"
    );
}

#[test]
fn other_numbers() {
    check("lead.md", "eleven years", "12 years", &["the number 11 of the original is not here", "the number 12 is not in the original"]);
    check("counts.toml", "20 November 2006", "20 November 2007", &["the number 2006", "the number 2007"]);
}

#[test]
fn other_sources() {
    check(
        "lead.md",
        "[@afp_f24_190313; @kyodo_jt_190313]",
        "[@afp_f24_190313]",
        &["the source “kyodo_jt_190313” is cited in the original of this and not here"],
    );
    check(
        "lead.md",
        "[@afp_f24_190313;",
        "[@toman_190409; @afp_f24_190313;",
        &["the source “toman_190409” is cited here and not in the original"],
    );
}

#[test]
fn missing_texts() {
    check(
        "counts.toml",
        "caveat = \"All sources for this figure go back to the government.\"\n",
        "",
        &["“counts/official-17/caveat” is missing"],
    );
    let more = messages_of(&copied("lead.md", "## In short", "One more paragraph.\n\n## In short"));
    assert_eq!(more.len(), 1, "{more:#?}");
    let original = real::EDITION.texts.lead.introduction.len();
    let message = format!("“lead/introduction” has {} paragraphs and items here, and {original} in en/lead.md", original + 1);
    assert!(more[0].contains(&message), "expected {message}\nfound {more:#?}");
}

#[test]
fn an_additional_paragraph_is_the_only_problem_of_its_section() {
    let mut files = copied("why.md", "## Suga", "\n\n## Suga");
    let text = real::text("en/why.md").replacen("Yoshihide Suga", "A paragraph in front.\n\nYoshihide Suga", 1);
    files.insert("en/why.md", text.into_bytes());
    let messages = messages_of(&files);
    assert_eq!(messages.len(), 1, "{messages:#?}");
    let count = real::EDITION.texts.why.introduction.len();
    let message = format!("“why/introduction” has {count} paragraphs and items here, and {} in en/why.md", count + 1);
    assert!(messages[0].contains(&message), "expected {message}\nfound {messages:#?}");
}

#[test]
fn excused_differences() {
    let exception = "[[exception]]\nat = \"counts/official-17/says\"\nreason = \"a reason\"\nnumbers = [\"2006\", \"2007\"]\n";
    let mut files = copied("counts.toml", "20 November 2006", "20 November 2007");
    files.insert("xx/exceptions.toml", exception.as_bytes().to_vec());
    assert_eq!(messages_of(&files), Vec::<String>::new());
    check("exceptions.toml", "", exception, &["this exception is no longer needed", "this exception is no longer needed"]);
    check("exceptions.toml", "", "[[exception]]\nat = \"counts/official-17/says\"\n", &["`reason` is missing"]);
}

#[test]
fn exceptions_for_texts_that_cannot_be_compared() {
    let exception = b"[[exception]]\nat = \"counts/official-17/caveat\"\nreason = \"a reason\"\nsame = true\n";
    let caveat = "caveat = \"All sources for this figure go back to the government.\"\n";
    // The text is missing, or its file cannot be read.
    for (replace, with, expected) in [(caveat, "", "“counts/official-17/caveat” is missing"), ("", "\n[", "counts.toml")] {
        let mut files = copied("counts.toml", replace, with);
        files.insert("xx/exceptions.toml", exception.to_vec());
        let messages = messages_of(&files);
        assert!(messages.len() == 1 && messages[0].contains(expected), "{messages:#?}");
    }
}

#[test]
fn wrong_forms_of_terms() {
    let term = "[[term]]\nwrong = \"chief cabinet secretary\"\ndecided = \"spokesman\"\n";
    let found = messages_of(&copied("terms.toml", "", term));
    assert!(
        !found.is_empty()
            && found.iter().all(|message| message.contains("“chief cabinet secretary” is not the form decided on; write “spokesman”")),
        "{found:#?}"
    );
    let unless = "unless = [\"Japan’s [chief cabinet secretary\"]\n";
    assert_eq!(messages_of(&copied("terms.toml", "", &format!("{term}{unless}"))).len() + 1, found.len());
}

#[test]
fn terms_of_the_japanese_edition() {
    for (file, decided, wrong) in [
        ("ja/shift.toml", "共同提案国", "共同スポンサー"),
        ("ja/events.toml", "第3委員会", "第三委員会"),
        ("ja/lead.md", "た。", "ました。"),
        ("ja/labels.toml", "1つ", "一つ"),
        ("ja/sources.toml", "ジャパンタイムズ", "ジャパン・タイムズ"),
    ] {
        let mut files = real::EVERY_LANGUAGE.clone();
        let text = String::from_utf8_lossy(files.bytes(file).unwrap_or_default()).replacen(decided, wrong, 1);
        files.insert(file, text.into_bytes());
        let found = real::problems(&files);
        let is_reported = |problem: &Problem| problem.place.file == file && problem.what == format!("“{wrong}” is not the form decided on");
        assert!(found.iter().any(is_reported), "{wrong}: {found:#?}");
    }
}

#[test]
fn years_of_eras() {
    let story = Story::from_files(&real::EVERY_LANGUAGE).expect("the content is sound");
    let [.., japanese] = &story.editions[..] else { panic!("there is no edition") };
    for (date, year) in [
        ("1946", Some("昭和21年")),
        ("1989-01-07", Some("昭和64年")),
        ("1989-01-08", Some("平成元年")),
        ("1989-01", None),
        ("2002-09-17", Some("平成14年")),
        ("2019-04", Some("平成31年")),
        ("2019", None),
        ("2019-05", Some("令和元年")),
        ("2026-03-30", Some("令和8年")),
        ("1926-12-24", None),
    ] {
        assert_eq!(japanese.era_year(date.parse().expect("a date")).as_deref(), year, "{date}");
        assert_eq!(real::EDITION.era_year(date.parse().expect("a date")), None);
    }
}

#[test]
fn eras_that_do_not_follow_each_other() {
    for (eras, message) in [
        ("2019-05,令和,元", "the date on which 令和 begins is not a day"),
        ("2019-05-01,令和,元\n1989-01-08,平成,元", "平成 does not begin after the era above it"),
        ("2019-05-01,,元", "`name` is missing or empty"),
    ] {
        check("eras.csv", "", &format!("from,name,first\n{eras}\n"), &[message]);
    }
}
