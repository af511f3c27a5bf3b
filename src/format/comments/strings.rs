//! Where what hides signs of comments ends: strings, characters, regular expressions,
//! here documents; and comments over lines.

/// The length of a string that starts with marks of that length.
pub(super) fn string(text: &str, open: usize, close: &str, escapes: bool, lines: bool) -> usize {
    let mut at = open;
    while at < text.len() {
        let rest = &text[at..];
        if rest.starts_with(close) {
            return at + close.len();
        }
        if rest.starts_with('\n') && !lines {
            return at;
        }
        let mut chars = rest.chars();
        let first = chars.next();
        at += first.map_or(1, char::len_utf8);
        if escapes && first == Some('\\') {
            at += chars.next().map_or(0, char::len_utf8);
        }
    }
    text.len()
}

pub(super) fn block(text: &str, open: &str, close: &str, nests: bool) -> usize {
    let mut depth = 1_usize;
    let mut at = open.len();
    while let Some(end) = text[at..].find(close) {
        let end = at + end;
        if nests && let Some(inner) = text[at..end].find(open) {
            depth += 1;
            at += inner + open.len();
            continue;
        }
        depth -= 1;
        at = end + close.len();
        if depth == 0 {
            return at;
        }
    }
    text.len()
}

/// `r#"…"#`, `'a'` and `'\n'`; a lifetime is none.
pub(super) fn rust_string(text: &str, in_word: bool) -> Option<usize> {
    if let Some(rest) = text.strip_prefix('\'') {
        let mut chars = rest.chars();
        return match chars.next()? {
            '\\' => rest[1..].find('\'').map(|end| {
                // `'\''`.
                let end = if end == 0 {
                    rest[2..].find('\'').map_or(0, |next| next + 1)
                } else {
                    end
                };
                end + 3
            }),
            c if chars.next() == Some('\'') => Some(c.len_utf8() + 2),
            _ => None,
        };
    }
    let prefix = ["br", "cr", "r"]
        .into_iter()
        .find(|prefix| text.starts_with(prefix))?;
    let rest = &text[prefix.len()..];
    let hashes = rest.len() - rest.trim_start_matches('#').len();
    if in_word || !rest[hashes..].starts_with('"') {
        return None;
    }
    let close = format!("\"{}", "#".repeat(hashes));
    let start = prefix.len() + hashes + 1;
    let end = text[start..]
        .find(&close)
        .map_or(text.len(), |end| start + end + close.len());
    Some(end)
}

pub(super) fn raw_cpp(text: &str) -> Option<usize> {
    let rest = text.strip_prefix("R\"")?;
    let open = rest.find('(').filter(|open| *open <= 16)?;
    let close = format!("){}\"", &rest[..open]);
    let end = rest
        .find(&close)
        .map_or(rest.len(), |end| end + close.len());
    Some(2 + end)
}

/// `@"…""…"` of C#.
pub(super) fn verbatim(text: &str) -> Option<usize> {
    let open = ["@\"", "$@\"", "@$\""]
        .into_iter()
        .find(|open| text.starts_with(open))?;
    let mut at = open.len();
    while let Some(end) = text[at..].find('"') {
        at += end + 1;
        if !text[at..].starts_with('"') {
            return Some(at);
        }
        at += 1;
    }
    Some(text.len())
}

/// `%w[…]`, `%(…)` of Ruby; where it could be a remainder it is taken for a string.
pub(super) fn percent(text: &str) -> Option<usize> {
    let rest = text.strip_prefix('%')?;
    let inner = rest.trim_start_matches(['q', 'Q', 'w', 'W', 'i', 'I', 'r', 's', 'x']);
    let open = inner.chars().next().filter(char::is_ascii_punctuation)?;
    let kind = rest.len() - inner.len();
    let close = match open {
        '(' => ')',
        '[' => ']',
        '{' => '}',
        '<' => '>',
        '|' | '!' | '/' | '-' | ':' if kind == 1 => open,
        _ => return None,
    };
    let mut depth = 0_usize;
    let mut escaped = false;
    for (at, c) in inner.char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            c if c == close && (open != close || at > 0) => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    return Some(text.len() - inner.len() + at + close.len_utf8());
                }
            }
            c if c == open => depth += 1,
            _ => {}
        }
    }
    // Without an end the rest is left alone.
    Some(text.len())
}

/// The length of a regular expression on one line; Ruby's that begins with a line break
/// goes on.
pub(super) fn regex(text: &str, over_lines: bool) -> Option<usize> {
    let over_lines = over_lines && text.starts_with("/\n");
    let mut escaped = false;
    let mut class = false;
    for (at, c) in text.char_indices().skip(1) {
        match c {
            '\n' if !over_lines => return None,
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '[' => class = true,
            ']' => class = false,
            '/' if !class => return Some(at + 1),
            _ => {}
        }
    }
    None
}

/// `<<END`, `<<-'END'`, `<<~END`, `<<<END`: its length, and its mark.
pub(super) fn heredoc(text: &str) -> Option<(usize, String)> {
    let rest = text.strip_prefix("<<")?;
    let rest = rest.strip_prefix('<').unwrap_or(rest);
    let rest = rest.trim_start_matches(['-', '~']);
    let name = rest.trim_start_matches(['\'', '"', '\\', '`']);
    let length = name
        .find(|c: char| !c.is_alphanumeric() && c != '_')
        .unwrap_or(name.len());
    let fits = name.starts_with(|c: char| c.is_ascii_uppercase() || c == '_')
        && rest.len() - name.len() <= 1;
    let behind = name[length..].len() - name[length..].trim_start_matches(['\'', '"', '`']).len();
    fits.then(|| {
        let whole = text.len() - name.len() + length + behind;
        (whole, name[..length].to_owned())
    })
}
