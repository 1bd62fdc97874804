"""A doubt of a rule about words of the text: they stand as they are, or their line is mended."""

from __future__ import annotations

from collections.abc import Iterator

from warraq.desk.front_matter import append, split_body
from warraq.desk.review.excerpts import source_at
from warraq.desk.review.markdown_lines import MarkdownIndex, with_lines
from warraq.desk.review.open_item import Kind, OpenItem, Seen
from warraq.desk.review.proposals import proposals_for
from warraq.desk.review.refusal import Conflict, RefusedError, closest_line
from warraq.desk.review.text_places import TextPlaces
from warraq.edition import edition
from warraq.edition.edition import Edition, Mark, MarkKind
from warraq.language import message

from .title import with_title

WIDEST = 8
"""Words on each side by which a quote is widened at most, until it occurs once."""

LONGEST_STEP = 60
"""Letters by which it is widened at once: where a word is longer, it is cut. A decision finds its quote within words too."""
LONGEST_SIDE = 2000
"""Letters of a line on each side of the words in question."""
OF_THE_ARTICLE = frozenset(
    {
        "article-may-be-elsewhere",
        "charset-inferred",
        "may-be-no-article",
        "page-states-more",
        "rest-may-be-behind-a-wall",
    }
)
"""Rules that doubt the article as a whole: the words at which they point, such as its title, do not show what is doubted."""
LONGEST_LINE = 20_000
"""Letters of a line that is mended in the browser; a longer one in its file."""


def find(seen: Seen) -> Iterator[OpenItem]:
    """Yield the doubts that are open."""
    if not (seen.record and seen.original and seen.record.doubts):
        return
    made = edition(seen.article, seen.original, seen.record, seen.vocabulary)
    places = TextPlaces(made.text)
    index = MarkdownIndex(seen.article, places)
    yield from (_doubt(mark, made, seen, places, index) for mark in made.marks if mark.kind is MarkKind.DOUBT)


def kept(text: str, item: OpenItem, others: int) -> str:
    """Settle the doubt at its place, or with others, in all places that have these words."""
    settled: dict[str, str | int] = {
        "rule": item.rule,
        "quote": item.unique_quote if others < 0 else item.quote,
        "decision": "keep",
        **({"with_others": others} if others > 0 else {}),
    }
    return append(text, "settled", settled)


def fixed(text: str, item: OpenItem, typed: str, expected: str) -> str:
    """Put a line of Markdown in the place of the one in question."""
    if item.lines is None or item.lines.markdown != expected:
        raise changed_sentence(item.lines.markdown if item.lines else closest_line(text, expected), typed)
    if item.lines.is_title:
        return with_title(text, typed)
    head, body = split_body(text)
    return head + with_lines(body, item.lines, typed)


def changed_sentence(now: str, typed: str) -> RefusedError:
    """Give the refusal of a fix whose sentence somebody saved otherwise, with both sentences: what an editor typed is not lost."""
    why = message("The sentence was changed meanwhile, or can't be told from others. Edit the file.")
    return RefusedError(why, Conflict(now, typed))


def _doubt(mark: Mark, made: Edition, seen: Seen, places: TextPlaces, index: MarkdownIndex) -> OpenItem:
    text, article = made.text, seen.article
    start, end = _words_in_question(text, mark)
    # Of a text that is one line and has a thousand doubts, each would hold all of it.
    line_start = max(places.line_start(start), start - LONGEST_SIDE)
    line_end = min(places.line_end(end), end + LONGEST_SIDE)
    quote, before = text[start:end], text[line_start:start]
    lines = index.at(start)
    if lines and len(lines.markdown) > LONGEST_LINE:
        lines = None
    original = made.original.text if made.original else ""
    source = source_at(original, *(mark.original_span or (0, 0)))
    return OpenItem(
        id=f"{article.path}#{mark.id}",
        about=KIND.name,
        rule=mark.rule,
        reason=mark.reason or message("A doubt."),
        path=article.path,
        slug=article.slug,
        title=article.title,
        lang=article.lang,
        group=f"{mark.rule}\n{quote}",
        quote=quote,
        unique_quote=_unique(places, start, end),
        before=before,
        after=text[end:line_end],
        source_before=source[0],
        source_quote=source[1],
        source_after=source[2],
        lines=lines,
        proposals=proposals_for(mark.rule, before, quote, text[end:line_end], lines.markdown if lines else ""),
        source=article.source.name if article.source else "",
        date=str(article.date or ""),
        is_of_article=mark.rule in OF_THE_ARTICLE,
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
        first, last = start - LONGEST_STEP, end + LONGEST_STEP
        while start > max(first, 0) and not text[start - 1].isspace():
            start -= 1
        while end < min(last, len(text)) and not text[end].isspace():
            end += 1
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _unique(places: TextPlaces, start: int, end: int) -> str:
    """Widen a quote by words of its line until it occurs once in the text."""
    text, low, high = places.text, places.line_start(start), places.line_end(end)
    for _ in range(WIDEST):
        if places.occur_once(start, end):
            break
        start, end = (
            _before(text, max(low, start - LONGEST_STEP), start),
            _behind(text, end, min(high, end + LONGEST_STEP)),
        )
    return text[start:end].strip()


def _before(text: str, low: int, start: int) -> int:
    """Give the beginning of the word before a place, not before `low`."""
    return max(low, text.rfind(" ", low, max(low, start - 1)) + 1)


def _behind(text: str, end: int, high: int) -> int:
    """Give the end of the word behind a place, not behind `high`."""
    following = text.find(" ", min(end + 1, high), high)
    return high if following < 0 else following


KIND = Kind(
    name="doubt",
    label=message("Doubted words"),
    keep=message("Keep"),
    ask=message("The line as it shall be"),
    find=find,
    kept=kept,
    fixed=fixed,
    is_line=True,
)
