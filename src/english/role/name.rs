//! Whether a word is part of a name that others gave: `Windows Terminal`.
//!
//! Owns what a capital says within a sentence. Where all of it is in title case, as in
//! headings and in the cells of tables, capitals say nothing.

use super::super::casing::{is_all_capitals, is_capitalized, is_title, words};
use super::super::sentence::Gap;
use super::context::{Context, Token, View};

/// Whether the match has a capital within its sentence, beside another word that has
/// one or a number of a version.
pub fn is_part_of_name(context: Context) -> bool {
    let Context {
        before,
        form,
        after,
    } = context;
    if !is_capitalized(form) || is_all_capitals(form) || words(before).next().is_none() {
        return false;
    }
    if is_title(words(before).skip(1).chain(words(after))) {
        return false;
    }
    let view = View::of(context);
    let is_proper =
        |token: &Token| token.gap == Gap::Space && token.is_capital() && token.is_open();
    let is_version = |token: &Token| {
        token.gap == Gap::Space && token.text.starts_with(|c: char| c.is_ascii_digit())
    };
    let (left, right) = (view.left(0), view.right(0));
    is_proper(&left) || is_proper(&right) || is_version(&right)
}

#[cfg(test)]
mod tests {
    use super::super::context::hold;
    use super::is_part_of_name;

    #[test]
    fn a_capital_within_a_sentence_names_something() {
        let table = [
            ("We opened Harbour [Ferry] before the storm came.", true),
            ("It runs in the Harbour [Ferry] of the town.", true),
            ("We moved to [Ferry] 2.1 last week.", true),
            ("The first [Ferry] Preview came too late for us.", true),
            ("Our [Ferry] is slow.", false),
            ("[Ferry] Preview came in May.", false),
            ("The [ferry] is slow.", false),
            ("The FERRY and the [FERRY] Preview are slow.", false),
            ("How To Take The Harbour [Ferry] Home", false),
            ("Ask for the [Ferry].", false),
        ];
        hold(&table, is_part_of_name);
    }
}
