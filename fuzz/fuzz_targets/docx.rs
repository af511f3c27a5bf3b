//! XML of any kind in the document of a Word file.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| dejargon_fuzz::word(bytes));
