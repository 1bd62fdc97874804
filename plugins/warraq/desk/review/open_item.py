"""One thing that an editor has to decide on, and what a kind of such things has to know: a kind is one file in `kinds/`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256

from warraq.archive.article import Article
from warraq.archive.concept import Vocabulary
from warraq.archive.original import Original
from warraq.archive.record import Record
from warraq.desk.archive_files import ArchiveFiles
from warraq.language import Message

from .markdown_lines import MarkdownLines

REMOVE = "remove"
"""The name of the proposal that takes a repetition out; any other is named by its number."""


class Certainty(StrEnum):
    """How sure the machine is what would mend it (TEI's @cert)."""

    HIGH = "high"
    """It has one proposal."""
    MEDIUM = "medium"
    """It has several."""
    LOW = "low"
    """It has none."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """What the machine would write instead, if an editor takes it."""

    name: str
    text: str
    """The line of Markdown, the date, the title or the name as it would be written."""


@dataclass(frozen=True, slots=True)
class OpenItem:
    """One thing that an editor has to decide on."""

    id: str
    """The article's path, `#`, and the mark's id, or a key of the front matter: it stays the same as long as the original does."""
    about: str
    """The name of its kind."""
    rule: str
    reason: Message
    path: str
    slug: str
    title: str
    lang: str
    group: str
    """Equal for those that one key decides together: the rule and the wording."""
    quote: str
    """The words in question, as they are written into `settled:`; of a date, the date."""
    unique_quote: str
    """The same, widened by words around it until it occurs once."""
    before: str
    after: str
    """The rest of the line of T after the words."""
    source_before: str
    source_quote: str
    source_after: str
    """The original at the same place."""
    lines: MarkdownLines | None
    """The lines of Markdown that can be edited; None where it is not certain which they are."""
    proposals: tuple[Proposal, ...] = ()
    """The likeliest first."""
    source: str = ""
    """The article's."""
    date: str = ""
    """The article's, as its file states it."""
    is_of_article: bool = False
    """It is a question about the article, which no sentence answers: of alike items each article is looked at."""

    @property
    def certainty(self) -> Certainty:
        """How sure the machine is what would mend it."""
        return (Certainty.LOW, Certainty.HIGH)[len(self.proposals)] if len(self.proposals) < 2 else Certainty.MEDIUM

    @property
    def sentence(self) -> str:
        """Give a hash of what an editor has to see: of alike items those with equal ones are one to the eye."""
        line = f"{self.before}\0{self.quote}\0{self.after}"
        if self.is_of_article or not line.strip("\0 "):
            line = f"{self.path}\0{line}"
        return sha256(line.encode("utf-8", "surrogatepass")).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Seen:
    """An article as its kinds look at it."""

    article: Article
    text: str
    """Its file."""
    original: Original | None
    record: Record | None
    vocabulary: Vocabulary


def as_decided(_files: ArchiveFiles, _path: str, text: str) -> str:
    """Give the text that a decision made: most publish nothing that was held back."""
    return text


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of open items: how they are found, and what a decision writes."""

    name: str
    label: Message
    """What it is, for the list of kinds; of a doubt each rule says it itself."""
    keep: Message
    """What the key K says of it."""
    ask: Message
    """What an editor types who fixes it."""
    find: Callable[[Seen], Iterator[OpenItem]]
    kept: Callable[[str, OpenItem, int], str]
    """Give the article's text with the decision to keep; the number is that of others decided by the same key, -1: it was decided alone."""
    fixed: Callable[[str, OpenItem, str, str], str]
    """Give the article's text with what an editor typed, where the line in question was as expected."""
    take: Message | None = None
    """What the key T says of it, where that is not that the proposal is taken."""
    resolved: Callable[[ArchiveFiles, OpenItem, str], str] | None = None
    """Give what was typed or taken as the archive's other files let it be written; a RefusedError where they don't."""
    closed: Callable[[ArchiveFiles, str, str], str] = as_decided
    """Give the text that a decision made of the article with a path, with what would be published by it though it was held back."""
    has_other: bool = False
    """Its words are the slug of another article, whose text is shown beside this one's."""
    is_line: bool = False
    """It is about a line of the text, and not about a value of the front matter."""
