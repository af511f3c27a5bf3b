//! The JSON Schema of `dejargon.toml`, with which editors complete and check. It is written
//! by hand, since it speaks to people; `tests/schemas.rs` holds it against the reader, key
//! by key and value by value. That of glossaries is `glossary::json_schema`.

/// The JSON Schema (draft 7) of `dejargon.toml`.
pub const CONFIG: &str = include_str!("../docs/schema/dejargon.schema.json");
