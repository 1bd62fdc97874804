"""
The keys that are corrected in bulk: how each is read, written in a cell, understood, and put into a front matter.

A value is written on one line; words of a list stand in one cell, a semicolon between them. Understood are commas and semicolons of
any kind, and lines.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping

from warraq.archive.article import Article
from warraq.archive.front_matter import KEY_ALIASES
from warraq.archive.front_matter_date import parse_date
from warraq.archive.problem import WrongValueError
from warraq.archive.rights import parse_rights
from warraq.archive.stated_line import stated_line
from warraq.archive.values import check_address, check_language, check_words, cut_words, joined_words
from warraq.desk.front_matter import value_of, without_key
from warraq.desk.front_matter_fields import (
    with_inner,
    with_scalar,
    with_words,
    without_inner,
)
from warraq.language import listed, message

FIELDS = ("title", "date", "source", "url", "author", "tags", "lang", "rights")
"""In the order of the table's columns."""
LISTS = ("author", "tags")
KEY_OF_LIST = {"author": "authors", "tags": "tags"}
IN_SOURCE = {"source": "name", "url": "url", "rights": "rights"}
"""Fields that stand in the key `source`, by their names there."""
LINE_ENDS = re.compile(r"[\r\n\v\f\x85\u2028\u2029]+")
UNKNOWN = "unknown"

NAMES: Mapping[str, str] = {
    **{name: "author" if key == "authors" else key for name, key in KEY_ALIASES.items()},
    **{field: field for field in FIELDS},
    "authors": "author",
    "الرابط": "url",
    "العنوان الإلكتروني": "url",
    "الحقوق": "rights",
    "المؤلف": "author",
}
"""The names that people give to a field."""
KEYS_IN_ARABIC = {"file": "الملف", "slug": "المعرّف"}
"""What names an article."""
IN_ARABIC = {
    **KEYS_IN_ARABIC,
    "title": "العنوان",
    "date": "التاريخ",
    "source": "المصدر",
    "url": "الرابط",
    "author": "الكاتب",
    "tags": "الوسوم",
    "lang": "اللغة",
    "rights": "الحقوق",
}
"""The headings of a table in an archive that speaks Arabic."""


def field_named(name: str) -> str | None:
    """Give the field of a name in English or Arabic; None where there is none."""
    plain = " ".join(unicodedata.normalize("NFC", name).split()).casefold()
    field = NAMES.get(plain)
    return field if field in FIELDS else None


def words_of(article: Article, field: str) -> tuple[str, ...]:
    """Give the values of a field: none, one, or those of a list."""
    if field == "date":
        is_written = any(name == "date" for name, _, _ in article.places)
        return (str(article.date),) if article.date else (UNKNOWN,) if is_written else ()
    if field in IN_SOURCE:
        value = getattr(article.source, IN_SOURCE[field]) if article.source else None
        return (value,) if value else ()
    found = {"title": (article.title,), "author": article.authors, "tags": article.tags, "lang": (article.lang,)}
    return found[field]


def cell_of(article: Article, field: str) -> str:
    """Give what stands in the table's cell of a field; empty where the article does not say it."""
    words = words_of(article, field)
    return joined_words(words) if field in LISTS else "".join(words)


def understood(field: str, text: str) -> str:
    """Give what a cell or an argument means, as `cell_of()` writes it; a WrongValueError says why it can't be taken."""
    if field in LISTS:
        words = check_words(LINE_ENDS.sub(";", unicodedata.normalize("NFC", text)))
        return joined_words(dict.fromkeys(map(stated_line, words)))
    line = stated_line(unicodedata.normalize("NFC", LINE_ENDS.sub(" ", text)))
    if not line:
        if field == "title":
            raise WrongValueError(message("An article needs a title."), message("Write one."))
        return ""
    return _CHECKS[field](line)


def _date(line: str) -> str:
    return UNKNOWN if line.casefold() in (UNKNOWN, "غير معروف") else str(parse_date(line))


_CHECKS: Mapping[str, Callable[[str], str]] = {
    "title": str,
    "date": _date,
    "source": str,
    "url": check_address,
    "lang": check_language,
    "rights": parse_rights,
}


def with_fields(head: str, values: Mapping[str, str]) -> str:
    """
    Give a front matter with other values, as `understood()` gives them; an empty one takes the key out.

    A WrongValueError where they do not fit together, a NotEditableError where more than they would change.
    """
    emptied = {field for field, value in values.items() if not value}
    for field in sorted(values, key=lambda f: (f in emptied, (f == "source") is (f in emptied), FIELDS.index(f))):
        head = _with_field(head, field, values[field])
    return head


def _with_field(head: str, field: str, value: str) -> str:
    if field in LISTS:
        words = cut_words(value)
        return with_words(head, KEY_OF_LIST[field], words, in_order=field == "author")
    if field in IN_SOURCE:
        return _with_source(head, field, value)
    if field == "date" and not value:
        return with_scalar(head, "date", UNKNOWN)
    return with_scalar(head, field, value) if value else without_key(head, field)


def _with_source(head: str, field: str, value: str) -> str:
    key, inner = "source", IN_SOURCE[field]
    here = value_of(head, key)
    name = here.get("name") if isinstance(here, dict) else here
    if field == "source":
        if value:
            return with_inner(head, key, inner, value) if isinstance(here, dict) else with_scalar(head, key, value)
        if isinstance(here, dict) and set(here) - {"name"}:
            raise WrongValueError(
                message("The source has more than a name: {keys}.", keys=listed(sorted(set(here) - {"name"}))),
                message("Take those out too, or write a name."),
            )
        return without_key(head, key)
    if value and not name:
        raise WrongValueError(
            message("The article names no source that this could belong to."), message("Write its source too.")
        )
    return with_inner(head, key, inner, value) if value else without_inner(head, key, inner)
