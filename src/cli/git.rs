//! The `git` command: which lines changed, and what is staged. It is run without a
//! shell and with every setting spelled out that a user's configuration could turn;
//! when it fails, the message says what to do.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use anyhow::{Context, anyhow, bail};
use dejargon::changes::Changes;

/// A work tree.
pub(super) struct Git {
    pub(super) root: PathBuf,
}

/// `git diff`, in a form that no configuration changes.
const DIFF: [&str; 11] = [
    "diff",
    "--unified=0",
    "--inter-hunk-context=0",
    "--no-color",
    "--no-ext-diff",
    "--no-textconv",
    "--find-renames",
    "--no-relative",
    "--ignore-submodules",
    "--src-prefix=a/",
    "--dst-prefix=b/",
];

impl Git {
    /// The work tree around the current folder; `flag` asks for it.
    pub(super) fn here(flag: &str) -> anyhow::Result<Self> {
        let output = run(Path::new("."), &["rev-parse", "--show-toplevel"]);
        let output =
            output.with_context(|| format!("{flag} needs the history of the documents"))?;
        if !output.status.success() {
            bail!(
                "{flag} needs a git repository, and the current folder is in none that can be used ({}); \
                 run it inside one, or give the changes with --diff-file",
                complaint(&output)
            );
        }
        let root = line(&output);
        Ok(Self {
            root: Path::new(&root)
                .canonicalize()
                .with_context(|| format!("the repository {root} could not be found"))?,
        })
    }

    /// The lines changed since the merge base with `revision`, whether they are
    /// committed or not; a file that git does not know yet is new as a whole.
    pub(super) fn since(&self, revision: &str) -> anyhow::Result<Changes> {
        let base = self.merge_base(revision)?;
        let mut changes = self.diff(&[&base])?;
        let new = self.ask(&["ls-files", "--others", "--exclude-standard", "-z"])?;
        for path in new.stdout.split(|byte| *byte == 0) {
            if !path.is_empty() {
                changes.add_whole(&String::from_utf8_lossy(path));
            }
        }
        Ok(changes)
    }

    /// The lines of the index that are not those of the last commit.
    pub(super) fn staged(&self) -> anyhow::Result<Changes> {
        self.diff(&["--cached"])
    }

    /// A file as it is staged; none if it is not in the index.
    pub(super) fn staged_file(&self, name: &str) -> anyhow::Result<Option<Vec<u8>>> {
        let output = run(&self.root, &["cat-file", "blob", &format!(":0:{name}")])?;
        Ok(output.status.success().then_some(output.stdout))
    }

    fn diff(&self, against: &[&str]) -> anyhow::Result<Changes> {
        let output = self.ask(&[&DIFF[..], against, &["--"]].concat())?;
        Changes::parse(&output.stdout)
            .map_err(|error| anyhow!("the output of `git diff` could not be read: {error}"))
    }

    fn merge_base(&self, revision: &str) -> anyhow::Result<String> {
        let Some(commit) = self.commit(revision)? else {
            bail!(
                "--diff-base: git knows no revision `{revision}` in {}; check its spelling, or \
                 fetch it first (a CI job often has the newest commit alone: \
                 `git fetch origin {revision}`, then `origin/{revision}` or `FETCH_HEAD`)",
                self.root.display()
            );
        };
        let Some(head) = self.commit("HEAD")? else {
            bail!("--diff-base: the current branch has no commit yet; use --staged");
        };
        let output = run(&self.root, &["merge-base", &commit, &head])?;
        if output.status.success() {
            return Ok(line(&output));
        }
        if line(&self.ask(&["rev-parse", "--is-shallow-repository"])?) == "true" {
            bail!(
                "--diff-base: `{revision}` and the current commit have no common ancestor in this \
                 shallow clone; fetch the rest with `git fetch --unshallow` \
                 (GitHub Actions: `fetch-depth: 0` for actions/checkout; GitLab: `GIT_DEPTH: 0`)"
            );
        }
        bail!("--diff-base: `{revision}` and the current commit have no common ancestor")
    }

    fn commit(&self, revision: &str) -> anyhow::Result<Option<String>> {
        let commit = format!("{revision}^{{commit}}");
        let asked = [
            "rev-parse",
            "--verify",
            "--quiet",
            "--end-of-options",
            &commit,
        ];
        let output = run(&self.root, &asked)?;
        Ok(output.status.success().then(|| line(&output)))
    }

    /// What git answers, or its complaint as an error.
    fn ask(&self, args: &[&str]) -> anyhow::Result<Output> {
        let output = run(&self.root, args)?;
        if output.status.success() {
            return Ok(output);
        }
        bail!(
            "`git {}` failed in {}: {}",
            args.join(" "),
            self.root.display(),
            complaint(&output)
        )
    }
}

fn run(folder: &Path, args: &[&str]) -> anyhow::Result<Output> {
    let output = Command::new("git")
        .current_dir(folder)
        .args(args)
        .stdin(Stdio::null())
        .output();
    output.map_err(|error| match error.kind() {
        ErrorKind::NotFound => anyhow!(
            "the command `git` was not found; install git, or give the changes with --diff-file"
        ),
        _ => anyhow!("the command `git` could not be run: {error}"),
    })
}

fn line(output: &Output) -> String {
    let text = String::from_utf8_lossy(&output.stdout);
    text.trim_end_matches(['\r', '\n']).to_owned()
}

/// The first line of what git said on standard error.
fn complaint(output: &Output) -> String {
    let text = String::from_utf8_lossy(&output.stderr);
    text.lines().next().unwrap_or("no message").to_owned()
}
