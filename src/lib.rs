//! dejargon finds the words that a document's audience will not know, says what
//! they mean, and rewrites them in correct English without touching anything else.
//!
//! The modules are floors of one house; each uses only those above it here:
//!
//! | floor | modules | what it owns |
//! | --- | --- | --- |
//! | 0 | [`text`], [`english`], [`parallel`], [`crash`] | offsets, edits, words · grammar as functions on words · work on all processors · defects told as such |
//! | 1 | [`document`], [`finding`], [`links`] | prose with a map to its source · what a check says · which headings links lead to |
//! | 2 | [`glossary`] | terms: what is written, what is valid, which layer wins |
//! | 2 | [`config`] | options, and what holds for a document |
//! | 3 | [`matcher`], [`mod@format`] | where terms occur · Markdown, HTML, plain text, office documents |
//! | 3 | [`interchange`] | glossaries to and from other tools |
//! | 4 | [`check`], [`rewrite`] | matches to findings · findings to edits |
//! | 5 | [`report`], [`input`], [`paragraphs`], [`crosslinks`], [`session`] | output · files · paragraphs of a stream · links between them · the straight line |
//! | 5 | [`baseline`], [`changes`] | findings that are known · lines that are new |
//! | 5 | [`projects`] | a session for each document, by its configuration |
//! | 5 | [`edit`] | changes to a glossary's file |
//! | 5 | [`diff`] | what differs between glossaries, and three of them in one |
//! | 5 | [`catalog`] | all entries of all layers, and what became of each |
//! | 5 | [`lint`] | what is wrong with glossaries, their examples included |
//!
//! ```text
//! bytes → Format::read → Document → Matcher → check → findings → report
//!                                                └→ rewrite → edits → bytes
//! ```

pub mod baseline;
pub mod catalog;
pub mod changes;
pub mod check;
pub mod config;
pub mod crash;
pub mod crosslinks;
pub mod diff;
pub mod document;
pub mod edit;
pub mod english;
pub mod finding;
pub mod format;
pub mod glossary;
pub mod input;
pub mod interchange;
pub mod links;
pub mod lint;
pub mod matcher;
pub mod paragraphs;
pub mod parallel;
pub mod projects;
pub mod report;
pub mod rewrite;
pub mod session;
pub mod text;
