"""The open items of one article: its doubts that nobody decided on, and its date."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from warraq.archive.article import CONFIRMED_DATE, CONFIRMED_TITLE, Article
from warraq.archive.concept import Vocabulary
from warraq.archive.original import Original
from warraq.archive.record import Described, Origin, Record
from warraq.desk.front_matter import value_of
from warraq.edition import edition
from warraq.edition.edition import Edition, Mark, MarkKind
from warraq.language import Message, message

from .markdown_lines import MarkdownIndex, MarkdownLines

AROUND = 200
"""Letters of the original that are shown on each side."""
WIDEST = 8
"""Words on each side by which a quote is widened at most, until it occurs once."""


class About(StrEnum):
    """The subject of a decision."""

    DOUBT = "doubt"
    INFERRED_DATE = "inferred-date"
    NO_DATE = "undated"
    DOUBTFUL_TITLE = "doubtful-title"


@dataclass(frozen=True, slots=True)
class OpenItem:
    """One thing that an editor has to decide on."""

    id: str
    """The article's path, `#`, and the mark's id, `title` or `date`: it stays the same as long as the original does."""
    about: About
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


def open_items(
    article: Article, text: str, original: Original | None, record: Record | None, vocabulary: Vocabulary
) -> tuple[OpenItem, ...]:
    """Give all open items of an article; `text`: its file."""
    if article.withdrawn:
        return ()
    found: list[OpenItem] = []
    if record and original and record.doubts:
        made = edition(article, original, record, vocabulary)
        index = MarkdownIndex(article, made.text)
        found += (_doubt(mark, made, article, index) for mark in made.marks if mark.kind is MarkKind.DOUBT)
    titled, dated = _title(article, original, record), _date(article, text, original, record)
    return (*found, *(item for item in (titled, dated) if item))


def _doubt(mark: Mark, made: Edition, article: Article, index: MarkdownIndex) -> OpenItem:
    text = made.text
    start, end = _words_in_question(text, mark)
    line_start, line_end = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    line_end = len(text) if line_end < 0 else line_end
    quote = text[start:end]
    return OpenItem(
        id=f"{article.path}#{mark.id}",
        about=About.DOUBT,
        rule=mark.rule,
        reason=mark.reason or message("A doubt."),
        path=article.path,
        slug=article.slug,
        title=article.title,
        lang=article.lang,
        group=f"{mark.rule}\n{quote}",
        quote=quote,
        unique_quote=_unique(text, start, end),
        before=text[line_start:start],
        after=text[end:line_end],
        lines=index.at(start),
        **_source(made.original, mark.original_span),
    )


def _words_in_question(text: str, mark: Mark) -> tuple[int, int]:
    """Give the place of a mark's words within one line; of a place between two letters, of the words around it."""
    start, end = mark.start, mark.end
    cut = text.find("\n", start, end)
    if cut == start:
        start, cut = start + 1, text.find("\n", start + 1, end)
    if cut > 0:
        end = cut
    if not text[start:end].strip():
        while start > 0 and not text[start - 1].isspace():
            start -= 1
        while end < len(text) and not text[end].isspace():
            end += 1
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _unique(text: str, start: int, end: int) -> str:
    """Widen a quote by words of its line until it occurs once in the text."""
    low, high = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    high = len(text) if high < 0 else high
    for _ in range(WIDEST):
        if text.count(text[start:end]) == 1:
            break
        start = max(low, text.rfind(" ", low, max(low, start - 1)) + 1)
        following = text.find(" ", min(end + 1, high), high)
        end = high if following < 0 else following
    return text[start:end].strip()


def _source(original: Original | None, span: tuple[int, int] | None) -> dict[str, str]:
    """Give the original at a span of O and around it; all empty where there is no original."""
    text = original.text if original else ""
    start, end = span or (0, 0)
    return {
        "source_before": text[max(0, start - AROUND) : start],
        "source_quote": text[start:end],
        "source_after": text[end : end + AROUND],
    }


def _title(article: Article, original: Original | None, record: Record | None) -> OpenItem | None:
    """Ask whether the title is right where the original says others too, until an editor changed or confirmed it, or reviewed the article."""
    described = record.described.get("title") if record else None
    if described is None or not described.candidates or described.value != article.title or article.reviewed:
        return None
    if any(s.rule == CONFIRMED_TITLE and s.quote == article.title for s in article.settled):
        return None
    others = " | ".join(described.candidates)
    why = message("The title is doubtful: it may also be {others}.", others=others)
    return _of_value(About.DOUBTFUL_TITLE, article, original, described, why)


def _date(article: Article, text: str, original: Original | None, record: Record | None) -> OpenItem | None:
    described = record.described.get("date") if record else None
    if article.date is None:
        if value_of(text, "date"):  # `unknown`: an editor decided so
            return None
        return _of_value(About.NO_DATE, article, original, described, message("The text has no date."))
    same = described is not None and described.value == str(article.date)
    inferred = described is not None and same and (described.origin is Origin.INFERRED or bool(described.candidates))
    if inferred and not any(s.rule == CONFIRMED_DATE and s.quote == str(article.date) for s in article.settled):
        why = message("The date was inferred from the text.")
        if described and described.candidates:
            others = ", ".join(described.candidates)
            why = message("The date is doubtful: it may also be {others}.", others=others)
        return _of_value(About.INFERRED_DATE, article, original, described, why)
    return None


def _of_value(
    about: About, article: Article, original: Original | None, described: Described | None, reason: Message
) -> OpenItem:
    evidence = described.evidence if described else ()
    signs = ", ".join(dict.fromkeys(e.says for e in evidence))
    span = (evidence[0].start, evidence[0].end) if evidence else None
    key, value = ("title", article.title) if about is About.DOUBTFUL_TITLE else ("date", str(article.date or ""))
    return OpenItem(
        id=f"{article.path}#{key}",
        about=about,
        rule=about.value,
        reason=reason,
        path=article.path,
        slug=article.slug,
        title=article.title,
        lang=article.lang,
        group=f"{about.value}\n{value if about is About.DOUBTFUL_TITLE else signs}",
        quote=value,
        unique_quote=value,
        before=" … ".join(dict.fromkeys(e.quote for e in evidence)),
        after="",
        lines=None,
        **_source(original, span),
    )
