//! The text of a file: UTF-8, or UTF-16 that says so, as Excel saves "Unicode
//! text". What is neither is refused: a guess would leave wrong letters behind.

use super::Refused;

/// What a file says, without a byte order mark.
pub(super) fn text(bytes: &[u8]) -> Result<String, Refused> {
    match bytes {
        [0xff, 0xfe, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => utf16(rest, u16::from_be_bytes),
        _ => utf8(bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes)),
    }
}

fn utf16(bytes: &[u8], unit: impl Fn([u8; 2]) -> u16) -> Result<String, Refused> {
    let (pairs, rest) = bytes.as_chunks::<2>();
    let units = pairs.iter().map(|pair| unit(*pair));
    let text: Result<String, _> = char::decode_utf16(units).collect();
    match text {
        Ok(text) if rest.is_empty() => Ok(text),
        _ => Err(Refused::new(
            "it begins as UTF-16 and is not: save it again as UTF-8",
        )),
    }
}

fn utf8(bytes: &[u8]) -> Result<String, Refused> {
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok(text.to_owned()),
        Err(error) => {
            let before = &bytes[..error.valid_up_to()];
            let line = memchr::memchr_iter(b'\n', before).count() + 1;
            Err(Refused::new(format!(
                "line {line} is not UTF-8: save the file as UTF-8 (in Excel: \"CSV UTF-8\" or \"Unicode text\")"
            )))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_say_how_text_is_encoded() {
        let wide: Vec<u8> = "é;b\r\n"
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        let little = [b"\xff\xfe".to_vec(), wide].concat();
        let wide: Vec<u8> = "é;b\r\n"
            .encode_utf16()
            .flat_map(u16::to_be_bytes)
            .collect();
        let big = [b"\xfe\xff".to_vec(), wide].concat();
        for bytes in [
            &little[..],
            &big[..],
            "é;b\r\n".as_bytes(),
            "\u{feff}é;b\r\n".as_bytes(),
        ] {
            assert_eq!(text(bytes).as_deref(), Ok("é;b\r\n"));
        }
        for bytes in [&b"a\n\xe9;b"[..], b"\xff\xfea", b"\xff\xfe\x00\xd8"] {
            assert!(text(bytes).is_err(), "{bytes:?}");
        }
    }
}
