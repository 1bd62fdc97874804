"""
Titles that did not come in, because their texts did under others, now or before.

An article has one title. Two posts of one text may have had two, and a newer export may have a corrected one: whoever imports has to know.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from warraq.arabic.folding import WORD, fold
from warraq.archive.original import stem_of
from warraq.archive.record import Record
from warraq.desk.archive_files import ArchiveFiles

from .import_decisions import ImportStatus
from .outcome import KeptTitle, Outcome

ORIGINALS = "content/originals/"


def with_kept_titles(results: Sequence[Outcome], content: Path) -> tuple[Outcome, ...]:
    """Name for each copy whose title is another one the article that has its text."""
    titled = [o for o in results if o.inspection.title]
    came_in = {o.decision.name: o for o in titled if o.decision.comes_in}
    names = {o.decision.same_as for o in titled if o.decision.status is ImportStatus.HELD}
    held = dict(_titles_of(names, content)) if names else {}
    return tuple(replace(o, kept=_kept(o, came_in, held)) if o.inspection.title else o for o in results)


def _kept(copy: Outcome, came_in: Mapping[str, Outcome], held: Mapping[str, tuple[KeptTitle, str]]) -> KeptTitle | None:
    same_as, title = copy.decision.same_as, copy.inspection.title
    if copy.decision.status is ImportStatus.DUPLICATE and same_as in came_in:
        taken = came_in[same_as]
        kept = KeptTitle(taken.inspection.title, f"content/articles/{stem_of(taken.decision.original)}.md")
        return kept if _is_another(title, [kept.title]) else None
    if copy.decision.status is ImportStatus.HELD and same_as in held:
        kept, described = held[same_as]
        return kept if _is_another(title, [kept.title, described]) else None
    return None


def _titles_of(names: set[str], content: Path) -> Iterator[tuple[str, tuple[KeptTitle, str]]]:
    """Yield for each name of an article or its original the title, and the one with which it came in: an editor may have corrected it since."""
    files = ArchiveFiles(content)
    for file in files.articles():
        if (article := files.read_article(file, file.read_bytes())) and not article.withdrawn:
            for name in names & {article.path, f"{ORIGINALS}{article.original}"}:
                yield name, (KeptTitle(article.title, article.path), _described(content, article.original))


def _described(content: Path, original: str | None) -> str:
    """Give the title that the record of an original describes; empty where there is none that can be read."""
    try:
        record = Record.from_bytes((content / "records" / f"{stem_of(original or '-')}.json").read_bytes())
    except (OSError, ValueError):
        return ""
    described = record.described.get("title")
    return str(described.value) if described else ""


def _is_another(title: str, others: Iterable[str]) -> bool:
    """Tell whether a title has other words than each of these."""
    return _words_of(title) not in map(_words_of, others)


def _words_of(title: str) -> list[str]:
    return WORD.findall(fold(title)) or [title]
