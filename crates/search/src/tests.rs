use super::*;

/// Returns the NFKD decomposition of a letter, as a browser does. Supports only the letters in these tests.
fn decompose(letter: char) -> String {
    match letter {
        'é' => "e\u{301}".to_owned(),
        'É' => "E\u{301}".to_owned(),
        'Ａ' => "A".to_owned(),
        'ｶ' => "カ".to_owned(),
        'ﾌ' => "フ".to_owned(),
        'ｻ' => "サ".to_owned(),
        'ﾝ' => "ン".to_owned(),
        'ﾞ' => "\u{3099}".to_owned(),
        'ﾟ' => "\u{309a}".to_owned(),
        other => other.to_string(),
    }
}

fn entries() -> Vec<Entry> {
    let entry = |title: &str, text: &str, readings: &str| Entry::new(title.to_owned(), text.to_owned(), readings, &decompose);
    vec![
        entry("The first case on the list", "A fact that is in dispute. Café in Obama.", ""),
        entry("Obama", "Nobody acts.", ""),
        entry("政府認定で最初の事件", "久米裕さんが行方不明になった。カトマンズ。", "くめ ゆたか"),
        entry("A/HRC/RES/25/25", "Responds to the inquiry’s report", ""),
        entry("The “abduction issue”", "13 March 2019 · Not submitted", "2019-03-13"),
        entry("例", "プサンが", ""),
    ]
}

/// Checks that the search for `query` returns exactly the entries with the indices `expected`, in this order.
#[track_caller]
fn check(query: &str, expected: &[usize]) {
    let found: Vec<usize> = search(&entries(), query, &decompose).iter().map(|found| found.entry).collect();
    assert_eq!(found, expected, "{query}");
}

#[test]
fn what_makes_no_difference_makes_none() {
    check("FIRST", &[0]);
    check("cafe", &[0]);
    check("CAFÉ", &[0]);
    check("Ａ/hrc", &[3]);
    check("inquiry's", &[3]);
    check("かとまんず", &[2]);
    check("ｶトマンズ", &[2]);
    check("ﾌﾟｻﾝ", &[5]);
    check("ぷさんかﾞ", &[5]);
    check("フ\u{309a}サンか\u{3099}", &[5]);
    check("くめ", &[2]);
    check("25/25", &[3]);
}

#[test]
fn what_stands_around_words_makes_no_difference() {
    check("\"abduction issue\"", &[4]);
    check("“abduction issue”,", &[4]);
    check("'café'", &[0]);
    check("「久米裕」", &[2]);
    check("\"", &[]);
}

#[test]
fn a_day_is_found_as_people_write_it() {
    for query in ["March 13, 2019", "13 March 2019", "13 Mar 2019", "2019-03-13", "2019/3/13", "13/03/2019", "3/13/2019", "13.3.2019"] {
        check(query, &[4]);
    }
    check("2019-03-14", &[]);
    check("A/HRC/RES/25/25", &[3]);
}

#[test]
fn all_words_have_to_be_found() {
    check("obama fact", &[0]);
    check("obama nothing", &[]);
    check("久米　行方", &[2]);
}

#[test]
fn words_are_found_from_their_beginning() {
    check("act", &[1]);
    check("ist", &[]);
    check("方不明", &[2]);
}

#[test]
fn what_is_called_so_comes_first() {
    check("obama", &[1, 0]);
}

#[test]
fn nothing_asked_is_nothing_found() {
    check("", &[]);
    check("　 ", &[]);
}

#[test]
fn a_match_says_where_it_is_in_the_original() {
    let found = search(&entries(), "cafe obama", &decompose);
    let text = "A fact that is in dispute. Café in Obama.";
    let letters: Vec<char> = text.chars().collect();
    let words: Vec<String> = found[0].text.iter().map(|(from, to)| letters[*from..*to].iter().collect()).collect();
    assert_eq!(words, ["Café", "Obama"]);
}
