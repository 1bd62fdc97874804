"""
The articles and records of originals that have none: planned in memory, then written.

`build`, `repair` and `intake` plan them alike. A planned article is checked like any other before its file exists.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar

from warraq.archive.archive import Archive
from warraq.archive.article import Article
from warraq.archive.files import file_digest
from warraq.archive.on_demand import original_sha256, with_more
from warraq.archive.original import stem_of
from warraq.archive.problem import Level, Problem
from warraq.archive.reading_article import article_from_values
from warraq.archive.typed_name import typed_name
from warraq.archive.version_inheritance import inheriting
from warraq.desk import writing
from warraq.desk.archive_lock import archive_lock
from warraq.desk.article_with_record import finish_interrupted
from warraq.language import Message, message

if TYPE_CHECKING:
    from warraq.repair import Planned


@dataclass(frozen=True, slots=True)
class NewArticle:
    """A planned repair, with the files that it becomes."""

    article: Path
    record: Path
    display_path: str
    """The article's path relative to the project, as messages name it."""
    planned: Planned
    pictures: Mapping[Path, bytes] = field(default_factory=dict)
    """Those that the original holds."""

    def at_address(self) -> Message | None:
        """Say of which article it is another version, or may be one; nothing of one that stands at an address of its own."""
        keys = self.planned.front_matter
        if shown := keys.get("version_of"):
            return message("{article} is a later version of {shown}.", article=self.display_path, shown=str(shown))
        if other := keys.get("perhaps_version_of"):
            return message(
                "{article} stands at the same address as {other}: is it another version? Decide: python3 tasks.py review",
                article=self.display_path,
                other=str(other),
            )
        return None

    def digests(self, content: str) -> dict[str, bytes]:
        """Give the digests that reading its files will give, by path."""
        record = f"{content}/records/{self.record.name}"
        return {
            self.display_path: file_digest(self.display_path, self.planned.article),
            record: file_digest(record, self.planned.record.to_bytes()),
        }

    def as_read(self) -> Article:
        """Build the article that reading its file will give."""
        from warraq.repair.writers.front_matter import places

        values = self.planned.front_matter
        positions = places(values)
        # Below the last key stand the closing hyphens and an empty line.
        body_line = max(line for line, _ in positions.values()) + 3
        return article_from_values(self.display_path, values, self.planned.body, body_line, positions)


def originals_without_article(archive: Archive, problems: Iterable[Problem], content: str) -> Iterator[str]:
    """Give the names of originals that no article belongs to and that were not thrown out; an article that can't be read may be the one."""
    have = {article.original for article in archive.articles}
    unread = {problem.path for problem in problems}
    for name in archive.originals:
        if name in have or f"{content}/articles/{stem_of(name)}.md" in unread:
            continue
        if not archive.rejections.of_sha256(original_sha256(archive.originals, name)):
            yield name


def unrepaired_original(name: str, content: str) -> Problem:
    """Warn of an original without article."""
    what = message("The original has no article yet, and is left out.")
    todo = message(
        "Repair it: python3 tasks.py repair --only {name}. Or throw it out: python3 tasks.py reject --only {name}",
        name=typed_name(name),
    )
    return Problem(f"{content}/originals/{name}", 0, 0, "", what, todo, Level.WARNING)


def with_new_articles(archive: Archive, new: Sequence[NewArticle]) -> Archive:
    """Give the archive that reading it will give once the new articles are written."""
    if not new:
        return archive
    articles = inheriting(
        sorted([*archive.articles, *(each.as_read() for each in new)], key=lambda article: article.path)
    )
    records = {each.planned.record.original.name: each.planned.record for each in new}
    return replace(archive, articles=articles, records=with_more(archive.records, records))


class Plan(Protocol):
    """What an archive lacks, and what is wrong with it."""

    @property
    def ready(self) -> Sequence[NewArticle]:
        """The articles that are to be written."""

    @property
    def errors(self) -> Sequence[Problem]:
        """The problems that keep others from being written."""


AnyPlan = TypeVar("AnyPlan", bound=Plan)


def plan_and_write(content: Path, command: str, plan: Callable[[], AnyPlan]) -> tuple[AnyPlan, list[Message]]:
    """
    Plan what the archive lacks and write it; return the plan, and a message for each article that was written.

    Planning reads the whole archive, so it holds no lock. Where another command wrote meanwhile, the plan may give a name
    twice, or tell of an error that was half an import: it is made once more, while nobody else writes.
    """
    finish_interrupted(content, command)
    lock = archive_lock(content, command)
    turns = lock.turns()
    planned = plan()
    if not planned.ready and not (planned.errors and (turns % 2 or lock.turns() != turns)):
        return planned, []
    with lock:
        if not lock.nobody_wrote_since(turns):
            planned = plan()
        return planned, write_new(planned.ready, content.parent / ".warraq")


def write_new(planned: Iterable[NewArticle], aside: Path) -> list[Message]:
    """Write pictures, records and articles, each first into the folder `aside`; return a message for each article."""
    aside.mkdir(exist_ok=True)
    messages = []
    for new in planned:
        # The record first: an article whose record is missing is an error, a record alone is made anew.
        name = new.planned.record.original.name
        if not new.article.exists():
            for picture, data in new.pictures.items():
                writing.write_new(picture, data, aside)
            writing.write(new.record, new.planned.record.to_bytes(), aside)
        if writing.write_new(new.article, new.planned.article, aside):
            messages.append(message("{original} was repaired: {article}", original=name, article=new.display_path))
            messages += filter(None, [new.at_address()])
        else:
            messages.append(message("{article} is there already, and stays as it is.", article=new.display_path))
    return messages
