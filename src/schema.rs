//! The JSON Schemas of what people write: a glossary, and `dejargon.toml`. Editors
//! complete and check with them. They are written by hand, since they speak to people;
//! `tests/schemas.rs` holds them against the readers of both files, key by key and
//! value by value.

/// The JSON Schema (draft 7) of a glossary.
pub const GLOSSARY: &str = include_str!("../docs/schema/glossary.schema.json");

/// The JSON Schema (draft 7) of `dejargon.toml`.
pub const CONFIG: &str = include_str!("../docs/schema/dejargon.schema.json");
