//! How far the arguments of a command reach, and what else has an end somewhere behind.

use super::super::lines::near;

/// The length of a group in braces with them; 0 if there is none. One without an end
/// reaches up to the end of the text, as it does for LaTeX.
pub(super) fn group_length(text: &str) -> usize {
    if text.starts_with('{') {
        closed(text, '{', '}').unwrap_or(text.len())
    } else {
        0
    }
}

/// The length of options in brackets with them; 0 if there are none, or no end of them.
pub(super) fn options_length(text: &str) -> usize {
    if text.starts_with('[') {
        closed(near(text), '[', ']').unwrap_or(0)
    } else {
        0
    }
}

/// The length of what says on which slides something is: `<2->`.
pub(super) fn overlay_length(text: &str) -> usize {
    let inside = text.strip_prefix('<').unwrap_or_default();
    let of_overlay = |c: char| c.is_ascii_alphanumeric() || "-+,.|:@()".contains(c);
    let length = inside.find(|c| !of_overlay(c)).unwrap_or(inside.len());
    let closes = length > 0 && inside[length..].starts_with('>');
    if closes { length + 2 } else { 0 }
}

/// The length of all arguments, in brackets or in braces.
pub(super) fn arguments_length(text: &str) -> usize {
    let mut at = 0;
    loop {
        let rest = &text[at..];
        match options_length(rest).max(group_length(rest)) {
            0 => return at,
            length => at += length,
        }
    }
}

/// The length of all arguments of a command that is not known: its name may end in
/// digits, and a space may stand before the first argument in braces.
pub(super) fn unknown_arguments_length(text: &str) -> usize {
    let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let behind = &text[digits..];
    if digits > 0 && !behind.starts_with(['{', '[']) {
        return 0;
    }
    let spaces = behind.len() - behind.trim_start_matches(' ').len();
    let braced = behind[spaces..].starts_with('{');
    let from = digits + if braced { spaces } else { 0 };
    match arguments_length(&text[from..]) {
        0 => 0,
        length => from + length,
    }
}

/// Where the sign closes that a text opens with; braces inside brackets hold together.
fn closed(text: &str, open: char, close: char) -> Option<usize> {
    let mut depth = 0_usize;
    let mut signs = Signs::of(text);
    while let Some((at, sign)) = signs.next() {
        if sign == open {
            depth += 1;
        } else if sign == close {
            depth = depth.saturating_sub(1);
            if depth == 0 {
                return Some(at + close.len_utf8());
            }
        } else if sign == '{' {
            let length = closed(&text[at..], '{', '}')?;
            signs.at = at + length;
        }
    }
    None
}

/// Switches that end a typewriter's letters.
pub(super) const OTHER_LETTERS: [&str; 5] = ["rm", "sf", "rmfamily", "sffamily", "normalfont"];

/// The length of what a switch such as `\tt` holds for: up to the end of its group or
/// its environment, or to a switch that sets `others`.
pub(super) fn scope_length(text: &str, others: &[&str]) -> usize {
    let mut open = 0_usize;
    for (at, sign) in Signs::of(text) {
        let name = if sign == '\\' { name(&text[at..]) } else { "" };
        let closes = sign == '}' || name == "end";
        if open == 0 && (closes || others.contains(&name)) {
            return at;
        }
        if closes {
            open -= 1;
        } else if sign == '{' || name == "begin" {
            open += 1;
        }
    }
    text.len()
}

/// The length of what `\iffalse` switches off: up to its `\else`, or its `\fi` with it.
pub(super) fn never_length(text: &str) -> usize {
    let mut open = 1_usize;
    for (at, sign) in Signs::of(text) {
        let name = if sign == '\\' { name(&text[at..]) } else { "" };
        let end = at + 1 + name.len();
        match name {
            "else" | "fi" if open == 1 => return end,
            "fi" => open -= 1,
            // `\ifthenelse{…}{…}` and its like have no end.
            name if name.starts_with("if") && name != "iff" && !text[end..].starts_with('{') => {
                open += 1;
            }
            _ => {}
        }
    }
    text.len()
}

/// The length of `\name#1#2{what it stands for}`, behind `\def`.
pub(super) fn definition_length(text: &str) -> usize {
    let open = near(text).find('{').unwrap_or(0);
    open + group_length(&text[open..])
}

/// The name of the command that a text starts with.
pub(super) fn name(text: &str) -> &str {
    let rest = &text[1..];
    let length = rest.find(|c: char| !c.is_ascii_alphabetic());
    &rest[..length.unwrap_or(rest.len())]
}

/// The signs of a text: what is escaped is none, nor is what a comment says.
struct Signs<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Signs<'t> {
    fn of(text: &'t str) -> Self {
        Self { text, at: 0 }
    }
}

impl Iterator for Signs<'_> {
    type Item = (usize, char);

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let at = self.at + self.text[self.at..].find(['\\', '{', '}', '[', ']', '%'])?;
            let sign = self.text[at..].chars().next()?;
            self.at = at + 1;
            let behind = &self.text[self.at..];
            if sign == '%' {
                // Inside an address it is none.
                let before = self.text[..at].chars().next_back();
                if before.is_none_or(|c| c.is_whitespace() || "{}[]".contains(c)) {
                    self.at += behind.find('\n').unwrap_or(behind.len());
                }
            } else if sign == '\\' && !behind.starts_with(|c: char| c.is_ascii_alphabetic()) {
                self.at += behind.chars().next().map_or(0, char::len_utf8);
            } else {
                return Some((at, sign));
            }
        }
    }
}
