//! What time it is: that of `SOURCE_DATE_EPOCH`, so that a build can be repeated, or
//! of the clock. Always in UTC.

use std::env::VarError;
use std::time::{SystemTime, UNIX_EPOCH};

use anyhow::{Context, anyhow, bail};
use dejargon::lint::day;
use toml::value::Date;

/// The day.
pub(super) fn today() -> anyhow::Result<Date> {
    day_of(seconds()?)
}

/// The second, as documents write it: `2026-11-23T12:00:00Z`.
pub(super) fn moment() -> anyhow::Result<String> {
    let seconds = seconds()?;
    let (hour, minute, second) = (seconds / 3600 % 24, seconds / 60 % 60, seconds % 60);
    let day = day_of(seconds)?;
    Ok(format!("{day}T{hour:02}:{minute:02}:{second:02}Z"))
}

fn day_of(seconds: u64) -> anyhow::Result<Date> {
    day::of_unix_time(seconds).ok_or_else(|| anyhow!("the year of `{seconds}` has five digits"))
}

/// Seconds since the start of 1970.
fn seconds() -> anyhow::Result<u64> {
    match std::env::var("SOURCE_DATE_EPOCH") {
        Ok(text) => text.trim().parse().with_context(|| {
            format!("SOURCE_DATE_EPOCH is `{text}`; it takes the seconds since 1970 as a number")
        }),
        Err(VarError::NotUnicode(_)) => {
            bail!("SOURCE_DATE_EPOCH is no text; it takes the seconds since 1970 as a number")
        }
        Err(VarError::NotPresent) => Ok(SystemTime::now()
            .duration_since(UNIX_EPOCH)
            .context("the clock stands before 1970; set it, or SOURCE_DATE_EPOCH")?
            .as_secs()),
    }
}
