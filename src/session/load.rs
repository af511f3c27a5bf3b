//! The glossaries of a configuration: read from the program, from files or from memory,
//! with everything that is wrong with any of them said at once.

use std::borrow::Borrow;
use std::path::Path;

use super::SessionError;
use crate::config::{GlossarySource, Sourced};
use crate::glossary::layers::Layers;
use crate::glossary::{Glossary, bundled, parse, read};
use crate::input::{InputError, shown};

/// All glossaries as layers, or everything that is wrong with any of them.
pub(super) fn load(sources: &[Sourced<GlossarySource>]) -> Result<Layers, SessionError> {
    let bundled: Vec<&str> = sources
        .iter()
        .map_while(|source| source.bundled())
        .collect();
    let (mut layers, others) = match Layers::of_bundled(&bundled) {
        Some(layers) => (layers, &sources[bundled.len()..]),
        None => (Layers::default(), sources),
    };
    for glossary in glossaries(others)? {
        layers.push(glossary);
    }
    Ok(layers)
}

/// All glossaries in their order.
///
/// # Errors
///
/// Everything that is wrong with any of them.
pub fn glossaries(sources: &[impl Borrow<GlossarySource>]) -> Result<Vec<Glossary>, SessionError> {
    let mut glossaries = Vec::with_capacity(sources.len());
    let mut problems = Vec::new();
    let mut unread = Vec::new();
    for source in sources {
        let glossary = match source.borrow() {
            GlossarySource::Bundled(name) => bundled::load(name).map(Ok),
            GlossarySource::Text { name, text } => Some(parse(Path::new(name), text)),
            GlossarySource::File(path) => match read::text(path, read::Kind::Glossary) {
                Ok(text) => Some(parse(path, &text)),
                Err(error) => {
                    unread.push(InputError {
                        path: shown(path),
                        message: format!("the glossary could not be read: {error}"),
                    });
                    None
                }
            },
        };
        match glossary {
            Some(Ok(glossary)) => glossaries.push(glossary),
            Some(Err(found)) => problems.extend(found),
            None => {}
        }
    }
    if problems.is_empty() && unread.is_empty() {
        Ok(glossaries)
    } else {
        Err(SessionError::Glossaries(problems, unread))
    }
}
