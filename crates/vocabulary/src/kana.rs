//! Converts katakana to hiragana, because sorting and searching ignore the difference.

/// Returns the hiragana that corresponds to a katakana. Returns a letter without such a counterpart unchanged.
pub fn hiragana(letter: char) -> char {
    match letter {
        // Both scripts have the same order in Unicode.
        'ァ'..='ヶ' => char::from_u32(letter as u32 - ('ァ' as u32 - 'ぁ' as u32)).unwrap_or(letter),
        letter => letter,
    }
}
