//! Floor 0: English as pure functions on words. It owns inflection, articles,
//! capitals, sentence bounds, and what the words around a form say about its
//! use, because grammar is testable alone. It has never heard of documents.

pub mod abbreviation;
pub mod ambiguous;
pub mod article;
pub mod casing;
pub mod determiner;
pub mod family;
pub mod foreign;
pub mod hidden_verb;
pub mod inflect;
mod inflection;
pub mod initials;
mod irregular;
mod lexicon;
pub mod paired;
mod regular;
pub mod relative;
pub mod role;
pub mod sentence;
pub mod variety;
#[cfg(test)]
mod word_rows;
mod words;
