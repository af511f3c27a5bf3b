//! The glossaries inside the program: no file has to be installed.

use std::path::PathBuf;

use super::parse::{Glossary, parse_tested};
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
    let (path, text) = written(name)?;
    Some(parse_tested(&path, text))
}

/// The bundled glossary of that name as it is written: its file in the project,
/// and its text.
pub fn written(name: &str) -> Option<(PathBuf, &'static str)> {
    let &(name, text) = BUNDLED.iter().find(|&&(bundled, _)| bundled == name)?;
    let path = ["glossary", &format!("{name}.toml")].iter().collect();
    Some((path, text))
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::glossary::parse;

    #[test]
    fn every_bundled_glossary_is_sound() {
        for (name, text) in BUNDLED {
            assert!(load(name).is_some_and(|glossary| glossary.is_ok()));
            if let Err(problems) = parse(Path::new(name), text) {
                let lines: Vec<String> = problems.iter().map(ToString::to_string).collect();
                panic!("{}", lines.join("\n"));
            }
        }
    }
}
