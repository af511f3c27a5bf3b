//! Days of the calendar, so that a run can be told which day it is.

use toml::value::Date;

const SECONDS_A_DAY: u64 = 86_400;

/// The day (in UTC) that many seconds after the start of 1970; `None` past the
/// year 9999, which no glossary can name.
pub fn of_unix_time(seconds: u64) -> Option<Date> {
    let mut left = seconds / SECONDS_A_DAY;
    let mut year = 1970_u16;
    while left >= days_of(year) {
        left -= days_of(year);
        year = year.checked_add(1).filter(|year| *year <= 9999)?;
    }
    let mut month = 1_u8;
    for days in months_of(year) {
        if left < days {
            break;
        }
        left -= days;
        month += 1;
    }
    let day = u8::try_from(left + 1).ok()?;
    Some(Date { year, month, day })
}

fn is_leap(year: u16) -> bool {
    year.is_multiple_of(4) && !year.is_multiple_of(100) || year.is_multiple_of(400)
}

fn days_of(year: u16) -> u64 {
    months_of(year).iter().sum()
}

fn months_of(year: u16) -> [u64; 12] {
    let february = if is_leap(year) { 29 } else { 28 };
    [31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_those_of_the_calendar() {
        for (seconds, expected) in [
            (0, Some("1970-01-01")),
            (86_399, Some("1970-01-01")),
            (86_400, Some("1970-01-02")),
            (951_782_400, Some("2000-02-29")),
            (1_709_164_800, Some("2024-02-29")),
            (1_735_603_200, Some("2024-12-31")),
            (4_107_542_400, Some("2100-03-01")),
            (u64::MAX, None),
        ] {
            let day = of_unix_time(seconds).map(|day| day.to_string());
            assert_eq!(day.as_deref(), expected, "{seconds}");
        }
    }
}
