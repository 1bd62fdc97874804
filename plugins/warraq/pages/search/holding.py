"""An article as the search knows it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Holding:
    """What of an article is searched, and what a result says of it."""

    url: str
    """Below the site's root, without a leading `/`."""
    title: str
    text: str
    """Without the title."""
    date: str = ""
    """EDTF: `2023-11-08`, `2023-11`, `2023`; empty where undated."""
    source: str = ""
    tags: tuple[str, ...] = ()
    """Ids of concepts and free words."""
    notes: str = ""
    """Summary and editors' notes: searched with the text, behind it."""
    concepts: tuple[str, ...] = ()
    """Ids of the concepts that it names, beside those of `tags`. Where a label stands in the text they are found without this."""
    date_text: str = ""
    """The date in words, as the site's other pages say it."""
    inferred: bool = False
    """The date is the machine's, and no editor confirmed it."""

    @property
    def day(self) -> int:
        """The date as a number to sort and compare by: 20231108, 20231100, 20230000; 0 where undated."""
        year, month, day = [*(int(part) for part in self.date.split("-") if part), 0, 0, 0][:3]
        return year * 10000 + month * 100 + day


@dataclass(frozen=True, slots=True)
class Name:
    """A concept's names, in all languages."""

    id: str
    label: str
    """The one that is shown."""
    labels: tuple[str, ...] = field(default=())


Names = Mapping[str, Name]
