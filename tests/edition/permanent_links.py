"""
Every permanent link into an article: its address, and the ids of its sections, marks and margin entries.

Readers quote them, and other archives keep them.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from project import ROOT, SITE
from warraq.edition.edition import Edition
from warraq.pages import addresses
from warraq.press.checking import check_archive

ARCHIVES = {"content": ROOT / "content", "site": SITE}
GOLDEN = Path(__file__).parent / "golden"


def permanent_links(content: Path) -> str:
    """Give the links of all articles of an archive, one a line."""
    checked = check_archive(content, date(2027, 1, 1), repairing=True)
    return "".join(f"{line}\n" for edition in checked.editions for line in links_of(edition))


def links_of(edition: Edition) -> Iterator[str]:
    """Give the address of an article, then each id after the kind of thing that bears it."""
    yield addresses.article(edition.article.slug)
    for section in edition.sections:
        yield f"  section #{section.id}"
    for mark in edition.marks:
        yield f"  {mark.kind} #{mark.id}"
    for section_id, entries in [("title", edition.title_entries), *((s.id, s.entries) for s in edition.sections)]:
        for entry in entries:
            yield f"  entry of {section_id} #{entry.id}"
