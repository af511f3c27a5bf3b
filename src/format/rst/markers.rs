//! What begins a line of reStructuredText: markers of lists, fields, options and
//! directives.

pub(super) fn ends_marker(rest: &str) -> bool {
    rest.is_empty() || rest.starts_with([' ', '\t'])
}

/// The name of `name:: argument`, and its argument.
pub(super) fn directive(rest: &str) -> Option<(&str, &str)> {
    let (name, argument) = rest.split_once("::")?;
    let is_name = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | ':' | '+');
    let fits = !name.is_empty() && name.trim_end().chars().all(is_name);
    (fits && ends_marker(argument)).then(|| (name.trim_end(), argument.trim()))
}

/// The length of a list marker and the space behind it.
pub(super) fn marker(text: &str) -> usize {
    let behind = match text.chars().next() {
        Some('-' | '*' | '+' | '•') => text.chars().next().map_or(0, char::len_utf8),
        _ => {
            let open = usize::from(text.starts_with('('));
            let rest = &text[open..];
            let name = rest
                .find(|c: char| !c.is_ascii_alphanumeric() && c != '#')
                .unwrap_or(rest.len());
            let number = &rest[..name];
            let numbered = number == "#"
                || number.len() == 1
                || !number.is_empty()
                    && number.len() < 5
                    && number.bytes().all(|b| b.is_ascii_digit());
            let close = rest[name..].starts_with(if open > 0 { &[')'][..] } else { &['.', ')'] });
            if !numbered || !close {
                return 0;
            }
            open + name + 1
        }
    };
    let rest = &text[behind..];
    let spaces = rest.len() - rest.trim_start_matches([' ', '\t']).len();
    if spaces > 0 { behind + spaces } else { 0 }
}

/// The length of `:name:` and the space behind it.
pub(super) fn field(text: &str) -> Option<usize> {
    let rest = text.strip_prefix(':')?;
    let name = rest.find(':').filter(|name| *name > 0)?;
    let behind = &rest[name + 1..];
    let fits = !rest[..name].contains('`')
        && !rest.starts_with(' ')
        && (behind.is_empty() || behind.starts_with([' ', '\t']));
    fits.then(|| text.len() - behind.trim_start().len())
}

/// Where the description of `-o FILE, --output=FILE  description` starts.
pub(super) fn option(text: &str) -> Option<usize> {
    let name = text
        .strip_prefix("--")
        .or_else(|| text.strip_prefix(['-', '/']))?;
    if !name.starts_with(|c: char| c.is_ascii_alphanumeric()) {
        return None;
    }
    match text.find("  ") {
        Some(at) => Some(text.len() - text[at..].trim_start().len()),
        None => (!text.contains(' ') || text.contains(", -")).then_some(text.len()),
    }
}
