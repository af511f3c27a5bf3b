//! Fences: of code, and of directives whose bodies are prose. The parser does not see
//! those of the second kind.

use super::super::compiler::Compiler;
use super::super::seen::{Filler, Reading};
use super::directives::{Body, of_directive};
use super::{Content, Scanner};
use crate::text::fence::Fence;
use crate::text::span::Span;

/// How many lines of options a directive has at most.
const MOST_OPTIONS: usize = 40;

impl Scanner<'_> {
    /// The code or the directive that a line opens, or the directive that it closes.
    pub(super) fn fence(&mut self, line: usize, content: Content<'_>) -> Option<usize> {
        let fence = Fence::of(content.text)?;
        if self
            .fences
            .last()
            .is_some_and(|open| open.is_closed_by(content.text))
        {
            self.fences.pop();
            self.seen.blank(content.span);
            return Some(line + 1);
        }
        let directive = self.directive(line, content, fence);
        directive.or_else(|| Some(self.code(line, content, fence)))
    }

    /// The directive in braces that a fence opens, unless its body is code.
    pub(super) fn directive(
        &mut self,
        line: usize,
        content: Content<'_>,
        fence: Fence,
    ) -> Option<usize> {
        let info = fence.info(content.text).strip_prefix('{')?;
        let (name, argument) = info.split_once('}')?;
        let body = of_directive(name);
        match body {
            Body::Code => return None,
            Body::Terms => {
                self.terms(line, content, fence);
                return None;
            }
            Body::Prose | Body::Named => {}
        }
        let argument = argument.trim();
        let title = (body == Body::Prose && !argument.is_empty()).then(|| {
            let end = content.span.end;
            Span::new(end - argument.len(), end)
        });
        self.title(content.span, "", title);
        if fence.sign() != ':' {
            self.fences.push(fence);
        }
        Some(self.options(line + 1))
    }

    /// Skips the options of a directive, and says where its body begins.
    fn options(&mut self, line: usize) -> usize {
        let mut at = line;
        if self.content(at).text == "---" {
            let near = (at + 1)..(at + MOST_OPTIONS);
            let close = near
                .into_iter()
                .find(|line| self.content(*line).text == "---");
            let end = close.map_or(at, |close| close + 1);
            self.blank_lines(at, end);
            return end;
        }
        while is_option(self.content(at).text) {
            self.blank_lines(at, at + 1);
            at += 1;
        }
        at
    }

    /// Code up to its closing fence, and the line behind it.
    pub(super) fn code(&mut self, line: usize, content: Content<'_>, fence: Fence) -> usize {
        let close = self.close_of(line, content, fence);
        let end = self.content(close).span.end;
        let span = Span::new(content.span.start, end.max(content.span.end));
        self.seen.code(span);
        if self.in_html {
            // A blank line in it would end the raw HTML around.
            self.seen.hide(span, Filler::Letters, Reading::Object);
        }
        close + 1
    }

    /// The line that closes a fence, or ends the list item that it is in.
    pub(super) fn close_of(&self, line: usize, content: Content<'_>, fence: Fence) -> usize {
        let indent = content.span.start - self.lines[line].span.start;
        let mut at = line + 1;
        while let Some(next) = self.lines.get(at) {
            let text = Content::of(next).text;
            if fence.is_closed_by(text) {
                return at;
            }
            let is_outside = indent >= 4 && next.indent() == 0 && !next.is_blank();
            if is_outside && self.compiler == Compiler::Markdown {
                return at - 1;
            }
            at += 1;
        }
        at
    }

    /// The terms of a glossary: its lines that are not indented.
    fn terms(&mut self, line: usize, content: Content<'_>, fence: Fence) {
        let close = self.close_of(line, content, fence);
        let indent = content.span.start - self.lines[line].span.start;
        for term in &self.lines[(line + 1).min(close)..close.min(self.lines.len())] {
            if term.indent() == indent && !term.is_blank() && !is_option(term.trimmed()) {
                self.seen.named.push(term.content(indent));
            }
        }
    }
}

/// `:name: value`.
fn is_option(text: &str) -> bool {
    let name = text.strip_prefix(':').and_then(|rest| rest.split_once(':'));
    name.is_some_and(|(name, _)| {
        let is_part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
        !name.is_empty() && name.chars().all(is_part)
    })
}
