//! Tests the comparison of numbers in pairs of texts.

use super::read;

/// Returns the numbers in which an English text and its translation differ.
fn differing(english: &str, translation: &str) -> Vec<String> {
    let (original, translation) = (read(english, true), read(translation, false));
    original.written.difference(&translation.possible).chain(translation.written.difference(&original.possible)).cloned().collect()
}

fn check_same(english: &str, translation: &str) {
    assert_eq!(differing(english, translation), Vec::<String>::new(), "{english} | {translation}");
}

fn check_differs(english: &str, translation: &str, numbers: &[&str]) {
    assert_eq!(differing(english, translation), numbers, "{english} | {translation}");
}

#[test]
fn the_same_in_both() {
    check_same("On 13 March 2019", "2019年3月13日");
    check_same("in May 2014; it may", "2014年5月");
    check_same("around June 1978", "1978年6月ごろ");
    check_same("in the 1970s", "1970年代");
    check_same("the 40th session", "第40会期");
    check_same("Twelve people, five of them", "12人、うち5人");
    check_same("twenty-one members", "21カ国");
    check_same("about 12,000 names", "約1万2000人分");
    check_same("1.5 million yen", "150万円");
    check_same("a dozen; two dozen", "12、24");
    check_same("for the first time, one of them", "初めて、1つ");
    check_same("the two countries’ leaders", "両国首脳");
    check_same("the Third Committee", "第3委員会");
    check_same("seventeen", "十七人");
    check_same("from 2008 to 2018", "2008〜18年");
    check_same("a two-thirds majority", "3分の2");
    check_same("COVID-19 in 2020", "2020年の新型コロナウイルス");
    check_same("A/HRC/RES/40/20", "A/HRC/RES/40/20");
    check_same("in March", "3月");
    check_same("the 13", "１３人");
}

#[test]
fn other_numbers() {
    check_differs("On 13 March 2019", "2019年3月14日", &["13", "14"]);
    check_differs("17 people", "人々", &["17"]);
    check_differs("Five returned", "帰国した", &["5"]);
    check_differs("people", "17人", &["17"]);
    check_differs("12,000 names", "1万3000人", &["12000", "13000"]);
    check_differs("in May 2014", "2014年6月", &["5", "6"]);
}
