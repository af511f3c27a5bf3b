//! The glossaries inside the program: no file has to be installed.

use std::path::PathBuf;

use super::parse::{Glossary, parse};
use super::problem::Problem;

/// Names and texts, in the order in which they are loaded.
const BUNDLED: [(&str, &str); 3] = [
    ("it", include_str!("../../glossary/it.toml")),
    ("business", include_str!("../../glossary/business.toml")),
    ("plain", include_str!("../../glossary/plain.toml")),
];

/// The names of the bundled glossaries.
pub fn names() -> impl Iterator<Item = &'static str> {
    BUNDLED.iter().map(|&(name, _)| name)
}

/// The bundled glossary of that name, or `None` if there is none.
pub fn load(name: &str) -> Option<Result<Glossary, Vec<Problem>>> {
    let &(name, text) = BUNDLED.iter().find(|&&(bundled, _)| bundled == name)?;
    let path: PathBuf = ["glossary", &format!("{name}.toml")].iter().collect();
    Some(parse(&path, text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_bundled_glossary_is_sound() {
        for name in names() {
            let glossary = load(name).expect("a bundled name");
            if let Err(problems) = glossary {
                let lines: Vec<String> = problems.iter().map(ToString::to_string).collect();
                panic!("{}", lines.join("\n"));
            }
        }
    }
}
