//! Tests of writing and reading the record, of finding countries, and of removing choices that the record cannot show.

use super::*;

use unicode_normalization::UnicodeNormalization;

const COUNTRIES: &str = "Côte d'Ivoire (CIV)DR Congo (COD)Japan (JPN)Niger (NER)Nigeria (NGA)North Korea (PRK)Republic of the Congo (COG)\
                         South Korea (KOR)Türkiye (TUR)";
const VOTES: &str = "hrc-1 council 2008 A/1 yyyyy.... Five voted yes.\nga-1 assembly 2009 A/2 yyyyynyyy One voted no.\n\
                     hrc-2 council 2010 A/3 yanx..... Four voted.";

fn written(countries: &str, regions: &str, votes: &str) -> Record {
    let [countries, regions, votes] = [countries, regions, votes].map(str::to_owned);
    Record::read(&Written { countries, regions, votes, opens_on: "ga-1".to_owned(), ..Written::default() })
}

fn record() -> Record {
    written(COUNTRIES, "002002040", VOTES)
}

#[track_caller]
fn check_found_in(record: &Record, typed: &str, isos: &[&str]) {
    let found = record.find(typed, |text| text.nfkd().collect());
    assert_eq!(found.into_iter().map(|country| &*country.iso).collect::<Vec<_>>(), isos, "{typed}");
}

#[track_caller]
fn check_found(typed: &str, isos: &[&str]) {
    check_found_in(&record(), typed, isos);
}

#[test]
fn the_record_is_read_as_it_was_written() {
    let record = record();
    let written: Vec<String> = record.votes.iter().map(Vote::write).collect();
    assert_eq!(written.join("\n"), VOTES);
    let first = &record.countries[0];
    assert_eq!((&*first.name, &*first.iso, first.region), ("Côte d'Ivoire", "CIV", Region::Africa));
    assert_eq!((record.countries.len(), record.countries[7].region), (9, Region::Oceania));
}

#[test]
fn regions_come_back_as_they_were_written() {
    for member in &Region::ALL {
        assert_eq!(region(digit(*member)), Some(*member));
    }
}

#[test]
fn ballots_come_back_as_they_were_written() {
    let all = [Some(Ballot::Yes), Some(Ballot::No), Some(Ballot::Abstain), Some(Ballot::Absent), None];
    let roll: String = all.map(letter).iter().collect();
    let line = ["x council 2008 A/1 ", &roll, " All voted."].concat();
    let vote = Vote::read(&line).expect("it has its five words");
    assert_eq!(std::array::from_fn(|country| vote.ballot(country)), all);
    assert_eq!(vote.ballot(all.len()), None, "beyond the list");
}

#[test]
fn broken_lines_are_left_out() {
    assert_eq!(written("", "", "").votes.len(), 0);
    let record = written(")x)é(A)", "000", "a b\nga-1 nobody 2009 A/2 y");
    assert_eq!((record.countries.len(), record.votes.len()), (0, 0));
}

#[test]
fn countries_are_found_by_name_and_code() {
    for typed in ["Japan", "japan", " JAPAN ", "jpn", "JPN", "Japan (JPN)", "jap"] {
        check_found(typed, &["JPN"]);
    }
}

#[test]
fn accents_and_punctuation_do_not_count() {
    for typed in ["cote d’ivoire", "CÔTE D'IVOIRE", "Cote dIvoire", "côt"] {
        check_found(typed, &["CIV"]);
    }
    check_found("turkiye", &["TUR"]);
}

#[test]
fn the_whole_name_goes_before_a_part() {
    check_found("niger", &["NER"]);
    check_found("nigeri", &["NGA"]);
    check_found("nort", &["PRK"]);
}

#[test]
fn countries_are_found_by_kana_kanji_and_latin() {
    let countries = "ガンビア · Gambia (GMB)韓国 · かんこく · South Korea (KOR)ギニアビサウ · Guinea-Bissau (GNB)\
                     中国 · ちゅうごく · China (CHN)米国 · べいこく · アメリカ · United States (USA)";
    let record = written(countries, "00000", "");
    assert!(record.countries.iter().map(|country| &*country.name).eq(["ガンビア", "韓国", "ギニアビサウ", "中国", "米国"]));
    let all = [
        ("CHN", ["中国", "ちゅうごく", "チュウゴク", "china", "ＣＨＮ", "中国 (CHN)", "ﾁｭｳｺﾞｸ"]),
        ("USA", ["米国", "アメリカ", "あめりか", "ｱﾒﾘｶ", "べい", "United States", "usa"]),
        ("GNB", ["ギニア・ビサウ", "ぎにあびさう", "ｷﾞﾆｱﾋﾞｻｳ", "ギニ", "guinea-bissau", "Guinea Bissau", "gnb"]),
        ("KOR", ["韓国", "カンコク", "かん", "ｶﾝｺｸ", "south", "SOUTH KOREA", "韓"]),
    ];
    for (iso, typed) in all {
        typed.into_iter().for_each(|typed| check_found_in(&record, typed, &[iso]));
    }
    check_found_in(&record, "g", &["GMB", "GNB"]);
    check_found_in(&record, "・", &[]);
}

#[test]
fn what_may_mean_several_gives_all_of_them() {
    check_found("korea", &["PRK", "KOR"]);
    check_found("nig", &["NER", "NGA"]);
    check_found("congo", &["COD", "COG"]);
    for typed in ["atlantis", "", " ", "()"] {
        check_found(typed, &[]);
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
    let valid = "resolution=hrc-2&against=hrc-1";
    assert_eq!(settled(valid), valid);
    assert_eq!(settled("resolution=hrc-2&against=ga-1"), "resolution=hrc-2", "another body");
    assert_eq!(settled("resolution=hrc-2&against=hrc-2"), "resolution=hrc-2", "itself");
    assert_eq!(settled("resolution=hrc-2&against=hrc-3"), "resolution=hrc-2", "no recorded vote");
    assert_eq!(settled("against=hrc-2"), "", "not comparable with the vote that is shown without asking");
    assert_eq!(settled("resolution=ga-1"), "", "shown without asking");
}
