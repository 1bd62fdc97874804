"""
What is held back stays so, whichever version is shown and whatever is parted from it.

A version has much of the article that is shown: that it is withdrawn, a draft, under embargo, which words are withheld, its rights. A choice about
versions says nothing of these, so what an article would lose by it is written into its own file. There an editor sees it, and may take it out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from warraq.archive.article import Article, Withheld
from warraq.archive.problem import WrongValueError
from warraq.archive.reading_article import read_article
from warraq.archive.reading_vocabulary import read_vocabulary
from warraq.archive.shown_path import shown_path
from warraq.archive.version_inheritance import inheriting, more_closed
from warraq.desk.archive_files import ArchiveFiles
from warraq.desk.front_matter import Value, append, set_value, value_of
from warraq.desk.front_matter_fields import with_inner
from warraq.desk.rights_here import allow_more, rights_in
from warraq.edition.withheld_words import WithheldWords
from warraq.language import Message, listed, message
from warraq.pages.decisions import Decisions

from .finding import unread_among


@dataclass(frozen=True, slots=True)
class Lost:
    """What an article would lose of what it is held back by."""

    keys: Mapping[str, Value]
    """Of the front matter, with their values."""
    rights: str = ""
    withheld: tuple[Withheld, ...] = ()

    def __bool__(self) -> bool:
        """Tell whether it would lose anything."""
        return bool(self.keys or self.rights or self.withheld)

    @property
    def names(self) -> tuple[str, ...]:
        """Name the keys, as editors write them."""
        return (*self.keys, *(("source.rights",) if self.rights else ()), *(("withheld",) if self.withheld else ()))


@dataclass(frozen=True, slots=True)
class Kept:
    """Texts of articles with what they would have lost."""

    texts: Mapping[str, str]
    """By path."""
    said: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The keys that were written for that, by path."""


class Closing:
    """Compares articles with what they become, in one archive."""

    def __init__(self, files: ArchiveFiles, today: date | None = None) -> None:
        """`today`: the editor's own day, else that of this machine; an embargo that is over holds nothing back."""
        self._files = files
        self._today = today or date.today()  # noqa: DTZ011 - the editor's own day
        self._decisions: Decisions | None = None

    def lost(self, before: Sequence[Article], after: Sequence[Article]) -> dict[str, Lost]:
        """Give what articles, as their files state them, would lose, by path; what an article states itself it can't lose to another."""
        was = {article.path: article for article in inheriting(before, of_address=False)}
        now = {article.path: article for article in inheriting(after, of_address=False)}
        found = ((path, self._lost(was[path], article)) for path, article in now.items() if path in was)
        return {path: lost for path, lost in found if lost}

    def kept(self, before: Sequence[Article], texts: Mapping[str, str], read: Callable[[str], str]) -> Kept:
        """
        Give the texts of files that become `texts`, by path, with the keys that they would lose; `read` gives a text that does not change.

        A NotEditableError or a WrongValueError where a key can't be written. Articles that are shown come first: what they have
        their versions need not state.
        """
        self._demand_read(before, texts)
        made, said = dict(texts), dict[str, tuple[str, ...]]()
        after = {article.path: article for article in before}
        for path, text in texts.items():
            if article := read_article(path, text.encode()).article:
                after[path] = article
        for turn in range(3):
            for path, lost in self.lost(before, tuple(after.values())).items():
                if _turn(after[path]) == turn:
                    made[path] = with_lost(made.get(path) or read(path), lost, after[path])
                    said[path] = lost.names
                    if article := read_article(path, made[path].encode()).article:
                        after[path] = article
        return Kept(made, said)

    def _demand_read(self, before: Sequence[Article], texts: Mapping[str, str]) -> None:
        """Pass choices about articles around which each can be read; a WrongValueError where one may hold back more."""
        known = {article.path: article for article in before}
        around = [known[path] for path in texts if path in known]
        slugs = {slug for a in around for slug in (a.slug, a.version_of, a.perhaps_version_of) if slug}
        for path in unread_among(self._files, slugs, known):
            raise WrongValueError(
                message("{path} can't be read, and may hold back what would change.", path=shown_path(path)),
                message("Mend it first: python3 tasks.py check says why."),
            )

    def _lost(self, was: Article, now: Article) -> Lost:
        keys: dict[str, Value] = {}
        for key in more_closed(was, now):
            if key == "embargo" and was.embargo and was.embargo.first_day() <= self._today:
                continue
            if key == "withdrawn" and was.withdrawn:
                keys[key] = {"date": str(was.withdrawn.date), "reason": was.withdrawn.reason}
            else:
                keys[key] = str(getattr(was, key))
        stay = {each.quote for each in now.withheld}
        gone = tuple(each for each in was.withheld if each.quote not in stay)
        return Lost(keys, self._lost_rights(was, now), self._standing_in(now, gone))

    def _lost_rights(self, was: Article, now: Article) -> str:
        if was.source == now.source and was.sources_of_shown == now.sources_of_shown:
            return ""
        if self._decisions is None:
            self._decisions = rights_in(self._files.content)
        former, new = self._decisions.rights(was), self._decisions.rights(now)
        return former if former and allow_more(new, former) else ""

    def _standing_in(self, article: Article, gone: Iterable[Withheld]) -> tuple[Withheld, ...]:
        """Give the words that stand in an article or its original: `check` refuses to withhold others of it."""
        words = tuple(gone)
        if not words:
            return ()
        from warraq.edition import edition
        from warraq.edition.withheld_problems import texts_of

        original, record = self._files.original_and_record(article.original)
        plain = replace(article, withheld=())
        texts = tuple(texts_of(edition(plain, original, record, read_vocabulary([])[0])))
        return tuple(each for each in words if any(map(WithheldWords([each.quote], article.lang).are_in, texts)))


def _turn(article: Article) -> int:
    """Say when an article's own keys are written: what stands above another one first, for that may be enough."""
    return 2 if article.version_of else 1 if article.perhaps_version_of else 0


def with_lost(text: str, lost: Lost, article: Article) -> str:
    """Give the text of an article with the keys that it would lose; a NotEditableError or a WrongValueError where one can't be written."""
    for key, value in lost.keys.items():
        text = set_value(text, key, value)
    if lost.rights:
        if article.source is None:
            raise WrongValueError(
                message(
                    "The rights “{rights}” hold for it, and it names no source to which they could belong.",
                    rights=lost.rights,
                ),
                message("Write its source first: source: {{name: …, rights: {rights}}}", rights=lost.rights),
            )
        text = with_inner(text, "source", "rights", lost.rights)
    alone = value_of(text, "withheld")
    if lost.withheld and isinstance(alone, str) and alone:  # a comma in it is part of the name
        text = set_value(text, "withheld", [alone])
    for each in lost.withheld:
        text = append(text, "withheld", {"quote": each.quote, "reason": each.reason} if each.reason else each.quote)
    return text


def kept_closed(path: str, keys: Iterable[str]) -> Message:
    """Say which keys were written into an article, and why."""
    return message(
        "{path}: what held for it as a version still does, and is written there: {keys}. Take it out where it should not.",
        path=shown_path(path),
        keys=listed(keys),
    )
