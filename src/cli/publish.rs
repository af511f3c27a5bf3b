//! Where reports go: files, each whole or not at all, the summary of a job at
//! GitHub, standard output, and the statistics on standard error, so that no format
//! has them in its way. Files come first: a pipe that closes takes none with it.

use std::collections::BTreeSet;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, ensure};
use dejargon::report::{Frequency, Report, ReportFormat};

use super::args::ReportFlags;
use super::terminal::{self, Stream};
use super::write;

/// The file that GitHub shows with a job.
const JOB_SUMMARY: &str = "GITHUB_STEP_SUMMARY";

/// Writes every report that was asked for.
pub(super) fn publish(report: &Report, flags: &ReportFlags) -> anyhow::Result<()> {
    let files = files(flags)?;
    for (format, path) in &files {
        write_file(report, *format, path)?;
    }
    let formats = files.iter().map(|(format, _)| *format);
    let mut summaries = formats
        .chain([flags.format])
        .filter_map(|format| format.job_summary(report));
    if let Some(summary) = summaries.next() {
        append_job_summary(&summary)?;
    }
    if flags.output_file.is_none() {
        print(report, flags.format)?;
    }
    if flags.statistics {
        for (rule, Frequency { findings, places }) in report.statistics() {
            let places = if places == findings {
                String::new()
            } else {
                format!(" in {places} places")
            };
            terminal::note(&format!("{findings:>6}  {rule}{places}"));
        }
    }
    Ok(())
}

/// The files and their formats; a file takes one report.
fn files(flags: &ReportFlags) -> anyhow::Result<Vec<(&'static dyn ReportFormat, &PathBuf)>> {
    let single = flags.output_file.iter().map(|path| (flags.format, path));
    let others = flags.report.iter().map(|(format, path)| (*format, path));
    let files: Vec<(&'static dyn ReportFormat, &PathBuf)> = single.chain(others).collect();
    let mut seen = BTreeSet::new();
    for (_, path) in &files {
        ensure!(
            seen.insert(path),
            "{} is to take two reports; it takes one",
            path.display()
        );
    }
    Ok(files)
}

fn write_file(report: &Report, format: &dyn ReportFormat, path: &Path) -> anyhow::Result<()> {
    write::replace_with(path, |out| {
        let mut out = BufWriter::new(out);
        format
            .write(report, false, &mut out)
            .and_then(|()| out.flush())
            .with_context(|| format!("the report {} could not be written", path.display()))
    })
}

fn print(report: &Report, format: &dyn ReportFormat) -> anyhow::Result<()> {
    let color = terminal::colors(Stream::Out);
    let mut out = terminal::stdout();
    format
        .write(report, color, &mut out)
        .and_then(|()| out.flush())
        .context("the report could not be written to standard output")
}

/// Adds the table of findings to the summary of the job, at GitHub.
fn append_job_summary(summary: &str) -> anyhow::Result<()> {
    let Some(path) = std::env::var_os(JOB_SUMMARY).filter(|path| !path.is_empty()) else {
        return Ok(());
    };
    write::append(Path::new(&path), summary.as_bytes()).with_context(|| {
        let path = Path::new(&path).display();
        format!("the job summary {path}, which {JOB_SUMMARY} names, could not be written")
    })
}
