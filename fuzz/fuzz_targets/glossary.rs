//! A glossary of any bytes; one that is right is used on its own text.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| dejargon_fuzz::glossary(bytes));
