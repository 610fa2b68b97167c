//! Mistakes in the part about what changed, and in the reasons: wrong marks, stages out of order, and unknown or
//! unrelated voices.

use crate::changes::check;

#[test]
fn a_row_with_missing_or_wrong_marks() {
    let file = "en/shift.toml";
    let message = "nothing in this text is marked as changed; write the words that changed as **words**";
    check(file, "before = \"**Tabled the draft every year** with", "before = ‸\"Tabled the draft every year with", message);
    let message = "this text marks words as changed, but shift.toml has `same = true`";
    check(file, "before = \"The 2018 resolution noted", "before = ‸\"The 2018 resolution **noted**", message);
    check(file, "before = \"**“Maximum pressure”** in", "before = ‸\"**“Maximum pressure”**in", "a “**” in this text marks nothing");
}

#[test]
fn stages_out_of_order() {
    let message = "the stage of 2018 does not come after the one before it; give the stages in order, each once";
    check("shift.toml", "year = 2018\n\n[[stage]]\nyear = 2019", "year = 2019\n\n[[stage]]\nyear = ‸2018", message);
}

#[test]
fn a_reason_with_an_unknown_voice_or_a_voice_of_others() {
    let row = "hanoi,government,said,given-hanoi; ";
    let with = |voice: &str| row.replace("given-hanoi", voice);
    let message = "there is no voice “nobody”; write the id of a voice in voices.toml";
    check("reasons.csv", row, &format!("‸{}", with("nobody")), message);
    check("reasons.csv", row, &format!("‸{}", with("critical-sankei")), "“critical-sankei” has none of the sources of this row");
}
