"""Words that stay in what is published of an article, and may be other forms of a name that is withheld."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from warraq.archive.article import Article

from .edition import Edition
from .withheld_words import WithheldWords, words_in
from .writings import writings

ALIKE = 85
"""Of 100: from so much likeness on, a word may be another form of one that is withheld."""
SHORTEST_FORM = 3
"""Letters; shorter words are alike by chance."""
MARKUP = re.compile(r"""[\[\](){}<>"'=/|\\#&?;:,.*_`~-]""")


class OtherForms:
    """Finds the words that may be other forms of the names that are withheld."""

    def __init__(self, words: WithheldWords) -> None:
        self._placeholder = words.placeholder
        self._parts = {part for quote in words.quotes for part in words_in(quote) if len(part) >= SHORTEST_FORM}
        self._known: dict[str, bool] = {}

    def of(self, text: str) -> Iterator[str]:
        """Yield those of a text."""
        for match in re.finditer(r"[^\W_]\S*", text.replace(self._placeholder, " ")):
            word = match[0].strip("«»()[]{}\"'“”‘’.,،؛:;!؟?…-–—")
            if word not in self._known:
                self._known[word] = any(map(self._is_form, words_in(word)))
            if self._known[word]:
                yield word

    def are_in(self, markdown: str) -> bool:
        """Tell whether one stands in a text with markup, in its attributes and addresses too."""
        decoded = "".join(each.text for each in islice(writings(markdown.replace(self._placeholder, " ")), 1))
        return any(True for _ in self.of(MARKUP.sub(" ", decoded)))

    def _is_form(self, letters: str) -> bool:
        """Whether a word holds a part of a name, or is nearly one."""
        from rapidfuzz import fuzz  # few archives withhold anything

        return len(letters) >= SHORTEST_FORM and any(
            (part in letters and len(letters) - len(part) <= SHORTEST_FORM) or fuzz.ratio(letters, part) >= ALIKE
            for part in self._parts
        )


def lines_of_other_forms(whole: Edition, made: Edition, words: WithheldWords) -> list[int]:
    """Give the lines of the article's file where they stand; never the words, for a report may be public."""
    article, forms = whole.article, OtherForms(words)
    rows = list(enumerate(words.hide(article.body).split("\n"), article.body_line))
    found = {number for number, row in rows if forms.are_in(row)}
    found.update(article.place(key, "title")[0] for key, text in _fields(made.article) if forms.are_in(text))
    for form in set(forms.of(made.text)):  # words that tags cut, too
        found.update([number for number, row in rows if form in row] or [article.place("title")[0]])
    return sorted(found)


def _fields(article: Article) -> Iterator[tuple[str, str]]:
    """Yield what is published of the front matter, each text with the key that it stands at."""
    yield "title", article.title
    yield "slug", article.slug
    yield "summary", article.summary or ""
    for key in ("aliases", "tags", "authors"):
        yield key, " \n".join(getattr(article, key))
    for n, correction in enumerate(article.corrections):
        yield f"corrections[{n}].note", correction.note
    for n, note in enumerate(article.annotations):
        yield f"annotations[{n}].note", " \n".join([note.note, note.author or "", *note.links])
    for n, each in enumerate(article.withheld):
        yield f"withheld[{n}].reason", each.reason or ""
    source = article.source
    if source:
        yield "source.name", source.name
        yield "source", " \n".join([*source.via, source.url or "", source.archived_url or ""])
    yield "reviewed", article.reviewed.by if article.reviewed else ""
    yield "withdrawn", article.withdrawn.reason if article.withdrawn else ""
