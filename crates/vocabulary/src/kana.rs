//! The two scripts of kana, which make no difference where names are sorted or looked for.

/// The hiragana for a katakana; any other letter as it is.
pub fn hiragana(letter: char) -> char {
    match letter {
        // Both scripts have the same order.
        'ァ'..='ヶ' => char::from_u32(letter as u32 - ('ァ' as u32 - 'ぁ' as u32)).unwrap_or(letter),
        letter => letter,
    }
}
