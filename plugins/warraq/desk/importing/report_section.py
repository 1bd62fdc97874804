"""One section of an import's report: its rows, their number, and what to do with all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from warraq.language import Message

from .summary import Part

Say = Callable[[Message], str]
Row = tuple[str, str]
"""The HTML of a row's two cells."""
MOST_OPEN = 100
"""What a section holds that is open when the page is; one of more is closed."""


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the report."""

    part: Part
    title: Message
    rows: tuple[Row, ...]
    number: int
    """What the summary counts; a row may hold several."""
    is_open: bool = True
    note: Message | None = None
    """What to do with all of them."""

    def html(self, say: Say) -> str:
        """Make the section's HTML; nothing of one without rows."""
        if not self.rows:
            return ""
        state = " open" if self.is_open and self.number <= MOST_OPEN else ""
        note = f"<p>{say(self.note)}</p>" if self.note else ""
        rows = "".join(f"<tr><td>{name}</td><td>{text}</td></tr>" for name, text in self.rows)
        return (
            f'<details{state} id="{self.part}"><summary>{say(self.title)}: {self.number}</summary>{note}<table>'
            f"{rows}</table></details>"
        )


def rows_section(
    part: Part, title: Message, rows: Iterable[Row], *, is_open: bool = True, note: Message | None = None
) -> Section:
    """Make a section of which each row is one thing."""
    made = tuple(rows)
    return Section(part, title, made, len(made), is_open, note)
