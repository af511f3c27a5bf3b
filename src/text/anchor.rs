//! Anchors of headings, as GitHub and most site builders make them of the
//! heading's text, and the links that point at them.

/// The anchor of a heading: small letters, spaces as hyphens, punctuation gone.
pub fn slug(heading: &str) -> String {
    let mut slug = String::with_capacity(heading.len());
    for c in heading.trim().chars().flat_map(char::to_lowercase) {
        match c {
            ' ' => slug.push('-'),
            '-' | '_' => slug.push(c),
            c if c.is_alphanumeric() => slug.push(c),
            _ => {}
        }
    }
    slug
}

/// Whether a link to `anchor` points at the heading of `slug`, or at a later one
/// of the same text (`slug-1`).
pub fn points_at(anchor: &str, slug: &str) -> bool {
    anchor.strip_prefix(slug).is_some_and(|rest| {
        rest.is_empty()
            || rest.strip_prefix('-').is_some_and(|number| {
                !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit())
            })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn anchors_are_made_as_sites_make_them() {
        assert_eq!(slug("The MVP: what & why?"), "the-mvp-what--why");
        assert!(points_at("the-mvp", "the-mvp"));
        assert!(points_at("the-mvp-2", "the-mvp"));
        assert!(!points_at("the-mvp-costs", "the-mvp"));
    }
}
