//! Finds the numbers in a text, so that a translation can be compared with its original.
//!
//! A number in digits must be in both texts, unless it is 1 or part of a name. A number in words may be in digits in
//! the other text, or may be missing there. But the other text must have the numbers of two kinds of words in an
//! English text: number words from three up, and months with a number beside them.
//!
//! Examples of texts with the same numbers: “13 March 2019” and “2019年3月13日”, “40th” and “第40”, “1970s” and “1970年代”,
//! “12,000” and “1万2000”.

use std::collections::BTreeSet;

/// The numbers of a text, without signs, spaces and commas.
#[derive(Debug, Default)]
pub(super) struct Numbers {
    /// The numbers that the other text must have.
    pub(super) written: BTreeSet<String>,
    /// The numbers that the other text may have, including all of `written`.
    pub(super) possible: BTreeSet<String>,
}

const SMALL: [&str; 20] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];
const TENS: [&str; 10] = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
const MONTHS: [&str; 12] =
    ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
/// Words that a translation may write as a number.
const VAGUE: [(&str, u64); 31] = [
    ("first", 1),
    ("once", 1),
    ("single", 1),
    ("second", 2),
    ("twice", 2),
    ("both", 2),
    ("pair", 2),
    ("half", 2),
    ("third", 3),
    ("thirds", 3),
    ("fourth", 4),
    ("quarter", 4),
    ("quarters", 4),
    ("fifth", 5),
    ("sixth", 6),
    ("seventh", 7),
    ("eighth", 8),
    ("ninth", 9),
    ("tenth", 10),
    ("eleventh", 11),
    ("twelfth", 12),
    ("thirteenth", 13),
    ("decade", 10),
    ("decades", 10),
    ("century", 100),
    ("fortnight", 14),
    ("couple", 2),
    ("neither", 2),
    ("either", 2),
    ("two", 2),
    ("hundred", 100),
];
/// Words that multiply the number before them.
const TIMES: [(&str, u64); 5] = [("dozen", 12), ("hundred", 100), ("thousand", 1_000), ("million", 1_000_000), ("billion", 1_000_000_000)];

/// Finds the numbers in `text`. If `is_english` is false, also reads numbers in Chinese characters.
pub(super) fn read(text: &str, is_english: bool) -> Numbers {
    let letters: Vec<char> = text.chars().map(plain_digit).collect();
    let mut numbers = Numbers::default();
    numbers.possible.insert("1".to_owned());
    let mut found = if is_english { Vec::new() } else { chinese_numbers(&letters, &mut numbers) };
    let mut quoted = Numbers::default();
    // A text in another language may quote English words. Their numbers are only possible numbers.
    found.extend(english_numbers(&letters, if is_english { &mut numbers } else { &mut quoted }));
    found.extend(quoted.written);
    numbers.possible.extend(numbers.written.iter().cloned());
    numbers.possible.extend(found);
    numbers
}

/// Converts a full-width digit to an ASCII digit. Other characters stay as they are.
fn plain_digit(letter: char) -> char {
    if ('０'..='９').contains(&letter) { char::from(b'0' + (letter as u32 - '０' as u32) as u8) } else { letter }
}

/// A number in digits: the range of its characters in the text, and its value without commas and leading zeros.
struct Digits {
    from: usize,
    to: usize,
    value: String,
}

impl Digits {
    /// Finds the next number at or after `from`. A comma separates thousands, and a full stop separates the fraction.
    fn next(letters: &[char], from: usize) -> Option<Self> {
        let is_digit = |at: usize| letters.get(at).is_some_and(char::is_ascii_digit);
        let from = (from..letters.len()).find(|at| is_digit(*at))?;
        let mut to = from;
        while is_digit(to)
            || letters.get(to) == Some(&',') && (1..4).all(|ahead| is_digit(to + ahead)) && !is_digit(to + 4)
            || letters.get(to) == Some(&'.') && is_digit(to + 1)
        {
            to += 1;
        }
        let value: String = letters[from..to].iter().filter(|letter| **letter != ',').collect();
        Some(Self { from, to, value: Some(value.trim_start_matches('0')).filter(|value| !value.is_empty()).unwrap_or("0").to_owned() })
    }

    /// Returns whether the number is part of a name, such as the 19 of “COVID-19”. A translation may write such a name
    /// without the number.
    fn is_in_name(&self, letters: &[char]) -> bool {
        let before = |back: usize| self.from.checked_sub(back).map_or(' ', |at| letters[at]);
        before(1).is_ascii_alphabetic() || before(1) == '-' && before(2).is_ascii_alphabetic()
    }

    /// Adds the century if this number ends a span of years, such as 2008–18. `last` is the number before this one.
    fn complete(&mut self, letters: &[char], last: Option<&Self>) {
        let Some(last) = last.filter(|last| last.value.len() == 4 && self.to - self.from == 2) else { return };
        let between: String = letters[last.to..self.from].iter().collect();
        if ["–", "-", "〜", "～", "年〜", "年～"].contains(&between.as_str()) {
            self.value = format!("{}{}", &last.value[..2], letters[self.from..self.to].iter().collect::<String>());
        }
    }
}

/// Multiplies a number in digits, which may have a fraction, by `by`. If the product cannot be computed, returns the
/// number unchanged.
fn multiplied(value: &str, by: u64) -> String {
    let (whole, fraction) = value.split_once('.').unwrap_or((value, ""));
    let digits = by.ilog10() as usize;
    if by == 10_u64.pow(by.ilog10()) && fraction.len() <= digits {
        return format!("{whole}{fraction}{}", "0".repeat(digits - fraction.len()));
    }
    value.parse::<u64>().ok().and_then(|value| value.checked_mul(by)).map_or_else(|| value.to_owned(), |value| value.to_string())
}

fn english_numbers(letters: &[char], numbers: &mut Numbers) -> Vec<String> {
    let mut possible = Vec::new();
    let mut at = 0;
    let mut last: Option<Digits> = None;
    while let Some(mut digits) = Digits::next(letters, at) {
        at = digits.to;
        digits.complete(letters, last.as_ref());
        let (word, _) = word_at(letters, at + 1);
        if let Some((_, by)) = TIMES.iter().find(|(times, _)| *times == word.to_lowercase()) {
            digits.value = multiplied(&digits.value, *by);
        }
        if digits.is_in_name(letters) {
            possible.push(digits.value.clone())
        } else {
            numbers.written.insert(digits.value.clone());
        }
        last = Some(digits);
    }
    let mut words: Vec<String> = Vec::new();
    let mut at = 0;
    while at < letters.len() {
        let (word, end) = word_at(letters, at);
        if word.is_empty() {
            words.push(letters[at].to_string());
        } else {
            words.push(word);
        }
        at = end.max(at + 1);
    }
    let number = |index: usize| words.get(index).and_then(|word| number_word(&word.to_lowercase()));
    for (index, word) in words.iter().enumerate() {
        let lower = word.to_lowercase();
        possible.extend(VAGUE.iter().filter(|(vague, _)| *vague == lower).map(|(_, value)| value.to_string()));
        if let Some(month) = MONTHS.iter().position(|month| month == word) {
            let month = (month + 1).to_string();
            // “May” may be a verb. The translation must have the number of a month only if another number is beside the
            // name of the month.
            let beside = |near: Option<&String>| near.is_some_and(|near| near.starts_with(|letter: char| letter.is_ascii_digit()));
            if beside(words.get(index + 2)) || index.checked_sub(2).is_some_and(|before| beside(words.get(before))) {
                numbers.written.insert(month);
            } else {
                possible.push(month);
            }
        }
        let Some(mut value) = number(index) else { continue };
        if index > 1 && words[index - 1] == "-" && number(index - 2).is_some_and(|tens| tens >= 20) {
            continue;
        }
        let mut after = index + 1;
        if value >= 20
            && words.get(after).is_some_and(|dash| dash == "-")
            && let Some(unit) = number(after + 1)
        {
            value += unit;
            after += 2;
        }
        let times = words.get(after + 1).and_then(|word| TIMES.iter().find(|(times, _)| times == word));
        let value = times.map_or(value, |(_, by)| value * by);
        if value > 2 {
            numbers.written.insert(value.to_string());
        } else {
            possible.push(value.to_string());
        }
    }
    for (index, word) in words.iter().enumerate().skip(2) {
        if word == "dozen" && matches!(words[index - 2].as_str(), "a" | "A") {
            possible.push("12".to_owned());
        }
    }
    possible
}

/// Returns the ASCII letters and digits that begin at `at`, and the index of their end.
fn word_at(letters: &[char], at: usize) -> (String, usize) {
    let rest = letters.get(at..).unwrap_or_default();
    let word: String = rest.iter().take_while(|letter| letter.is_ascii_alphanumeric()).collect();
    let end = at + word.len();
    (word, end)
}

fn number_word(word: &str) -> Option<u64> {
    let index = |list: &[&str]| list.iter().position(|known| !known.is_empty() && *known == word);
    index(&SMALL).map(|value| value as u64).or_else(|| index(&TENS).map(|tens| tens as u64 * 10))
}

fn chinese_numbers(letters: &[char], numbers: &mut Numbers) -> Vec<String> {
    let mut possible = Vec::new();
    let mut at = 0;
    let mut last: Option<Digits> = None;
    while let Some(mut digits) = Digits::next(letters, at) {
        digits.complete(letters, last.as_ref());
        if let Some(by) = letters.get(digits.to).and_then(|letter| myriad(*letter)) {
            digits.value = multiplied(&digits.value, by);
            digits.to += 1;
            // The digits that may follow, as in 1万2000, are added to the product.
            if let Some(rest) = Digits::next(letters, digits.to).filter(|rest| rest.from == digits.to)
                && let (Ok(value), Ok(more)) = (digits.value.parse::<u64>(), rest.value.parse::<u64>())
            {
                digits.value = (value.saturating_add(more)).to_string();
                digits.to = rest.to;
            }
        }
        at = digits.to;
        if digits.is_in_name(letters) {
            possible.push(digits.value.clone())
        } else {
            numbers.written.insert(digits.value.clone());
        }
        last = Some(digits);
    }
    // 両 and 双 may mean two, and 半 may mean half. Characters such as 十二 and 三 may be numbers or parts of other words.
    // All of them are only possible numbers.
    possible.extend(letters.iter().filter(|letter| "両双半".contains(**letter)).map(|_| "2".to_owned()));
    for run in letters.split(|letter| !"〇一二三四五六七八九十百千".contains(*letter)).filter(|run| !run.is_empty()) {
        possible.push(chinese_value(run).to_string());
        possible.extend(run.iter().map(|letter| chinese_value(&[*letter]).to_string()));
    }
    possible
}

fn myriad(letter: char) -> Option<u64> {
    match letter {
        '万' | '만' | '萬' => Some(10_000),
        '億' | '억' => Some(100_000_000),
        _ => None,
    }
}

/// Returns the value of a number in Chinese characters.
fn chinese_value(run: &[char]) -> u64 {
    let (mut sum, mut unit) = (0_u64, 0_u64);
    for letter in run {
        let times = match letter {
            '十' => 10,
            '百' => 100,
            '千' => 1000,
            digit => {
                let value = "〇一二三四五六七八九".chars().position(|known| known == *digit).unwrap_or_default() as u64;
                unit = unit.saturating_mul(10).saturating_add(value);
                continue;
            }
        };
        sum = sum.saturating_add(unit.max(1).saturating_mul(times));
        unit = 0;
    }
    sum.saturating_add(unit)
}

#[cfg(test)]
mod tests;
