"""What an archive says of itself: `content/site.yaml`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Site:
    """Name, contact, language and the names of months."""

    name: str
    language: str = "ar"
    """Of the pages and the messages; articles have their own."""
    months: str = "ar"
    """Whose month names: `ar` (نوفمبر), `ar_SY` (تشرين الثاني), `ar_MA` (نونبر)."""
    contact: str | None = None
    description: Mapping[str, str] = field(default_factory=dict)
    """One sentence, by language."""
