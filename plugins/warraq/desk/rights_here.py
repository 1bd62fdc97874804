"""What the rights of an archive's articles are, as its vocabulary has them: for tools that change what they depend on."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from warraq.archive.files import Files
from warraq.archive.reading_vocabulary import read_vocabulary
from warraq.archive.rights import stricter
from warraq.pages.decisions import Decisions

ANY_DAY = date(2000, 1, 1)
"""Rights know no days."""


def rights_in(content: Path) -> Decisions:
    """Read the vocabulary of an archive, and give what decides about rights."""
    below = Files(content).below("vocabulary", ".yaml")
    vocabulary, _ = read_vocabulary([(path, file.read_bytes()) for path, file in below])
    return Decisions(vocabulary, ANY_DAY)


def allow_more(new: str | None, former: str | None) -> bool:
    """Tell whether rights let more be published than former ones; none let all."""
    return bool(former) and former != new and (not new or stricter(former or "", new) == former)
