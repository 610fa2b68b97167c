//! What a roll call says once it is read again, what typed words find, and what cannot be shown.

use super::*;

fn country(iso: &str, name: &str) -> Country {
    Country { iso: iso.into(), name: name.into(), region: 0 }
}

fn resolution(id: &str, body: Body, roll: &str) -> Resolution {
    let [id, year, symbol, adopted, roll] = [id, "", "", "", roll].map(str::to_owned);
    Resolution { id, body, year, symbol, adopted, roll }
}

fn record() -> Record {
    Record {
        countries: vec![
            country("CIV", "Côte d'Ivoire"),
            country("COD", "DR Congo"),
            country("JPN", "Japan"),
            country("NER", "Niger"),
            country("NGA", "Nigeria"),
            country("PRK", "North Korea"),
            country("COG", "Republic of the Congo"),
            country("KOR", "South Korea"),
            country("TUR", "Türkiye"),
        ],
        resolutions: vec![
            resolution("hrc-3", Body::Council, ""),
            resolution("ga-1", Body::Assembly, "yyyyynyyy"),
            resolution("hrc-2", Body::Council, "yanx....."),
            resolution("hrc-1", Body::Council, "yyyyy...."),
        ],
        ..Record::default()
    }
}

#[track_caller]
fn check_found(typed: &str, iso: Option<&str>) {
    assert_eq!(record().find(typed).map(|country| country.iso.clone()).as_deref(), iso, "{typed}");
}

#[test]
fn ballots_come_back_as_they_were_written() {
    let all = [Some(Ballot::Yes), Some(Ballot::No), Some(Ballot::Abstain), Some(Ballot::Absent), None];
    let roll: String = all.map(letter).iter().collect();
    let read = resolution("x", Body::Council, &roll);
    assert_eq!(std::array::from_fn(|country| read.ballot(country)), all);
    assert_eq!(read.ballot(all.len()), None, "beyond the list");
}

#[test]
fn countries_are_found_by_name_and_code() {
    for typed in ["Japan", "japan", " JAPAN ", "jpn", "JPN", "Japan (JPN)", "jap"] {
        check_found(typed, Some("JPN"));
    }
}

#[test]
fn accents_and_punctuation_do_not_count() {
    for typed in ["cote d’ivoire", "CÔTE D'IVOIRE", "Cote dIvoire", "ivoire"] {
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
fn what_may_mean_several_or_none_is_not_guessed() {
    for typed in ["korea", "congo", "n", "atlantis", "", " ", "()"] {
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
    assert_eq!(settled("resolution=hrc-2&against=hrc-3"), "resolution=hrc-2", "no vote");
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
