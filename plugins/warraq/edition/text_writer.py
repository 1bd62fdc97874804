"""
T while it is put together: lines made of runs of text, and the tokens of each part around them.

Whoever reads a body, be it the tree of its HTML or its Markdown itself, says what comes next; where a line ends, and which white space is none of
its text, is decided here alone.
"""

from __future__ import annotations

import re

from .tokens import LineEnd, Part, Reference, Rendered, TextRun, Token

SPACE = " \t\n\r\f"
"""What HTML calls white space; a no-break space is a letter like others."""
LINE_FEED = re.compile(r"(?<![ \t])[ \t]*\n[ \t]*")


class TextWriter:
    """Puts a body together, part by part."""

    def __init__(self) -> None:
        self.rendered = Rendered()
        self.at = 0
        """The length of the text so far."""
        self.line: list[TextRun | Reference] = []
        self.line_ends: list[LineEnd] = []
        self.tokens: list[Token] = []

    def begin_part(self, tag: str, anchor: str = "", attributes: str = "") -> Part:
        """Begin a top-level element."""
        part = Part(tag, anchor, attributes=attributes)
        self.tokens, self.line_ends = part.tokens, []
        return part

    def end_part(self, part: Part) -> None:
        """End it; one that shows nothing is none."""
        self.end_line()
        first = next((t for t in part.tokens if isinstance(t, TextRun) and t.text), None)
        part.start = first.start if first else self.at
        part.end = self.at if first else part.start
        if first or any(isinstance(t, str) and t.startswith(("<img", "<hr")) for t in part.tokens) or part.tag == "hr":
            self.rendered.parts.append(part)

    def add_run(self, text: str, *, linked: bool = False, verbatim: bool = False) -> None:
        """Add text to the line; `linked`: inside a link; `verbatim`: inside `pre`, where line feeds and spaces stay."""
        if not verbatim and "\n" in text:
            text = LINE_FEED.sub(" ", text)
        run = TextRun(text, 0, linked)
        self.line.append(run)
        self.tokens.append(run)

    def add_reference(self, label: str, *, linked: bool = False) -> None:
        """Add the sign of a footnote."""
        reference = Reference(label, self.at, linked)
        self.line.append(reference)
        self.tokens.append(reference)

    def end_line(self) -> None:
        """End a line of T, if it has letters; white space at its ends is not part of it."""
        line, self.line = self.line, []
        for run in line:
            if isinstance(run, TextRun):
                run.text = run.text.lstrip(SPACE)
                if run.text:
                    break
        for run in reversed(line):
            if isinstance(run, TextRun):
                run.text = run.text.rstrip(SPACE)
                if run.text:
                    break
        text = "".join(run.text for run in line if isinstance(run, TextRun))
        if not text:
            for run in line:
                run.start = self.at
            return
        if self.rendered.lines:
            self.at += 1
        if self.line_ends:
            self.line_ends[-1].text = "\n"
        for run in line:
            run.start = self.at
            if isinstance(run, TextRun):
                self.at += len(run.text)
        self.rendered.lines.append(text)
        self.line_ends.append(LineEnd())
        self.tokens.append(self.line_ends[-1])
