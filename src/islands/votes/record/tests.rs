//! What a roll call says once it is read again, what typed words find, and what cannot be shown.

use super::*;

use unicode_normalization::UnicodeNormalization;

const COUNTRIES: &str = "Côte d'Ivoire (CIV)DR Congo (COD)Japan (JPN)Niger (NER)Nigeria (NGA)North Korea (PRK)Republic of the Congo (COG)\
                         South Korea (KOR)Türkiye (TUR)";
const VOTES: &str = "hrc-1 council 2008 A/1 yyyyy....\nga-1 assembly 2009 A/2 yyyyynyyy\nhrc-2 council 2010 A/3 yanx.....";

fn record() -> Record<'static> {
    Record::read(COUNTRIES, "002002040", VOTES, "")
}

#[track_caller]
fn check_found_in(record: &Record<'_>, typed: &str, iso: Option<&str>) {
    assert_eq!(record.find(typed, |text| text.nfkd().collect()).map(|country| country.iso), iso, "{typed}");
}

#[track_caller]
fn check_found(typed: &str, iso: Option<&str>) {
    check_found_in(&record(), typed, iso);
}

#[test]
fn the_record_is_read_as_it_was_written() {
    let record = record();
    let written: Vec<String> = record.votes.iter().map(Vote::write).collect();
    assert_eq!(written.join("\n"), VOTES);
    let first = &record.countries[0];
    assert_eq!((first.name, first.iso, first.region), ("Côte d'Ivoire", "CIV", 0));
    assert_eq!((record.countries.len(), record.countries[7].region), (9, 4));
}

#[test]
fn ballots_come_back_as_they_were_written() {
    let all = [Some(Ballot::Yes), Some(Ballot::No), Some(Ballot::Abstain), Some(Ballot::Absent), None];
    let roll: String = all.map(letter).iter().collect();
    let line = ["x council 2008 A/1 ", &roll].concat();
    let vote = Vote::read(&line).expect("it has its five words");
    assert_eq!(std::array::from_fn(|country| vote.ballot(country)), all);
    assert_eq!(vote.ballot(all.len()), None, "beyond the list");
}

#[test]
fn broken_lines_are_left_out() {
    assert_eq!(Record::read("", "", "", "").votes.len(), 0);
    assert_eq!(Record::read(")x)é(A)", "000", "a b\nga-1 nobody 2009 A/2 y", "|").countries.len(), 0);
}

#[test]
fn countries_are_found_by_name_and_code() {
    for typed in ["Japan", "japan", " JAPAN ", "jpn", "JPN", "Japan (JPN)", "jap"] {
        check_found(typed, Some("JPN"));
    }
}

#[test]
fn accents_and_punctuation_do_not_count() {
    for typed in ["cote d’ivoire", "CÔTE D'IVOIRE", "Cote dIvoire", "côt"] {
        check_found(typed, Some("CIV"));
    }
    check_found("turkiye", Some("TUR"));
}

#[test]
fn the_whole_name_goes_before_a_part() {
    check_found("niger", Some("NER"));
    check_found("nigeri", Some("NGA"));
    check_found("nort", Some("PRK"));
}

#[test]
fn countries_are_found_by_kana_kanji_and_latin() {
    let countries = "ガンビア · Gambia (GMB)韓国 · かんこく · South Korea (KOR)ギニアビサウ · Guinea-Bissau (GNB)\
                     中国 · ちゅうごく · China (CHN)米国 · べいこく · アメリカ · United States (USA)";
    let record = Record::read(countries, "00000", "", "");
    assert!(record.countries.iter().map(|country| country.name).eq(["ガンビア", "韓国", "ギニアビサウ", "中国", "米国"]));
    let all = [
        ("CHN", ["中国", "ちゅうごく", "チュウゴク", "china", "ＣＨＮ", "中国 (CHN)", "ﾁｭｳｺﾞｸ"]),
        ("USA", ["米国", "アメリカ", "あめりか", "ｱﾒﾘｶ", "べい", "United States", "usa"]),
        ("GNB", ["ギニア・ビサウ", "ぎにあびさう", "ｷﾞﾆｱﾋﾞｻｳ", "ギニ", "guinea-bissau", "Guinea Bissau", "gnb"]),
        ("KOR", ["韓国", "カンコク", "かん", "ｶﾝｺｸ", "south", "SOUTH KOREA", "韓"]),
    ];
    for (iso, typed) in all {
        typed.into_iter().for_each(|typed| check_found_in(&record, typed, Some(iso)));
    }
    check_found_in(&record, "g", None);
    check_found_in(&record, "・", None);
}

#[test]
fn what_may_mean_several_or_none_is_not_guessed() {
    for typed in ["korea", "n", "nig", "atlantis", "", " ", "()"] {
        check_found(typed, None);
    }
}

#[test]
fn what_cannot_be_shown_is_dropped() {
    let settled = |query: &str| {
        let mut view = ViewState::parse(query);
        record().settle(&mut view);
        view.serialise("")
    };
    assert_eq!(settled("countries=JPN.XXX.KOR"), "countries=JPN.KOR");
    let sound = "resolution=hrc-2&against=hrc-1";
    assert_eq!(settled(sound), sound);
    assert_eq!(settled("resolution=hrc-2&against=ga-1"), "resolution=hrc-2", "another body");
    assert_eq!(settled("resolution=hrc-2&against=hrc-2"), "resolution=hrc-2", "itself");
    assert_eq!(settled("resolution=hrc-2&against=hrc-3"), "resolution=hrc-2", "no recorded vote");
    assert_eq!(settled("against=hrc-2"), "", "nothing to compare with");
}

#[test]
fn a_fourth_country_takes_the_place_of_the_first() {
    let mut view = ViewState::parse("countries=JPN.KOR.PRK");
    toggle_country(&mut view, "NER");
    assert_eq!(view.serialise(""), "countries=KOR.PRK.NER");
    toggle_country(&mut view, "PRK");
    assert_eq!(view.serialise(""), "countries=KOR.NER");
}
