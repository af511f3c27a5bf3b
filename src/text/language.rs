//! Tags of languages, as BCP 47 and its neighbors write them: `en`, `EN-gb`, `en_US`.

/// The languages of two letters, but for English. Where any word may stand (`language: go`),
/// only these say one.
const KNOWN: &str = "aa af am an ar as ay az ba be bg bn bo br bs ca ce co cs cy da de dz el eo es et eu \
                     fa fi fj fo fr fy ga gd gl gn gu ha he hi hr ht hu hy ia id ie ig is it ja jv ka kk \
                     km kn ko ku ky la lb ln lo lt lv mg mi mk ml mn mr ms mt my ne nb nl nn no oc or pa \
                     pl ps pt qu rm rn ro ru rw sa sc sd se si sk sl sm sn so sq sr st su sv sw ta te tg \
                     th ti tk tl tn to tr ts tt tw ug uk ur uz vi vo wa wo xh yi yo za zh zu";

/// The language of a tag, without its region, in small letters.
pub fn primary(tag: &str) -> String {
    let primary = tag.trim().split(['-', '_', '@', '.']).next();
    primary.unwrap_or_default().to_ascii_lowercase()
}

/// Whether a tag means English; `None` if it means no language.
pub fn is_english(tag: &str) -> Option<bool> {
    match primary(tag).as_str() {
        "" | "x" | "none" | "zxx" | "und" => None,
        primary => Some(primary == "en"),
    }
}

/// Whether a tag means the wanted language: in any region, if none is wanted.
pub fn is_within(tag: &str, wanted: &str) -> bool {
    let [tag, wanted] = [tag, wanted].map(|tag| tag.trim().to_ascii_lowercase().replace('_', "-"));
    let region = tag.strip_prefix(&wanted);
    region.is_some_and(|region| region.is_empty() || region.starts_with('-'))
}

/// Whether a word that may be a tag is one, and not of English.
pub fn is_foreign(word: &str) -> bool {
    let primary = primary(word);
    KNOWN.split_ascii_whitespace().any(|known| known == primary)
}

/// Whether a line that begins with `mark`, in small letters here, says that a text is in
/// another language.
pub fn is_declared_foreign(text: &str, mark: &str) -> bool {
    let said = text.lines().find_map(|line| {
        let head = line.get(..mark.len())?;
        head.eq_ignore_ascii_case(mark).then(|| &line[mark.len()..])
    });
    said.is_some_and(is_foreign)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_compare_by_their_primary_part() {
        for (tag, expected) in [
            ("en", Some(true)),
            ("EN-gb", Some(true)),
            ("en_US.UTF-8", Some(true)),
            ("eng", Some(false)),
            ("fr@euro", Some(false)),
            ("", None),
            ("und", None),
        ] {
            assert_eq!(is_english(tag), expected, "{tag}");
        }
        assert!(is_within("EN_us", "en") && is_within("en-GB", "EN-gb"));
        assert!(!is_within("en", "en-GB") && !is_within("enm", "en"));
        assert!(is_declared_foreign("= T\n:lang: de\n", ":lang:"));
        assert!(is_declared_foreign("#+LANGUAGE: fr", "#+language:"));
        assert!(!is_declared_foreign("a\n:lang: en\n", ":lang:"));
        assert!(is_foreign("DE-at") && !is_foreign("en") && !is_foreign("rust"));
    }
}
