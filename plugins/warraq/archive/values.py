"""
The types of front-matter values: a line of text, a day, a slug, an address, a list of words.

Each removes the marks that phones and keyboards put in, and a WrongValueError says in an editor's words why
a value can't be taken. The models of the front matter (`schema.py`), of the vocabulary and of the site are made of these.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, WithJsonSchema
from pydantic_core import PydanticKnownError

from warraq.language import message

from .front_matter_date import parse_date
from .kinds import KINDS
from .partial_date import EDTF, PartialDate
from .problem import WrongValueError
from .rights import parse_rights
from .slug import LONGEST, is_slug
from .yaml_values import CONTROLS, BareItem

SEPARATORS = re.compile("[،؛,;]")
QUOTED = re.compile('"(?:[^"]|"")*+"')
WORD = re.compile(rf"(?<![^،؛,;])\s*+(?:{QUOTED.pattern}\s*+(?![^،؛,;])|[^،؛,;]*+)")
"""A word of several on one line, to the next comma: in quotation marks as a table's, or without."""
BETWEEN = "; "
"""What stands between words on one line."""
LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
ADDRESS = re.compile(r"(?i:https?)://[^\s<>\"]+")


def tidy(text: str) -> str:
    """Put a text on one line, with single spaces and without the invisible marks that phones and keyboards leave."""
    return " ".join(CONTROLS.sub("", text).split())


def _line(value: str) -> str:
    """Give one line of text, without marks that reorder it."""
    tidied = tidy(value)
    if not tidied:
        raise WrongValueError(message("The value is empty."), message("Write it, or take the key out."))
    return tidied


def _slug(value: str) -> str:
    if not is_slug(value):
        raise WrongValueError(
            message("“{value}” can't be part of an address.", value=value),
            message("Use letters, digits and hyphens, at most {longest}.", longest=LONGEST),
        )
    return value


def check_language(value: str) -> str:
    """Give the code of a language as it is; a WrongValueError says what to write."""
    if not LANGUAGE.fullmatch(value):
        raise WrongValueError(
            message("“{value}” is not the code of a language.", value=value),
            message("Write ar, fa, ur, he, en …"),
        )
    return value


def check_address(value: str) -> str:
    """Give a web address as it is; a WrongValueError says what to write."""
    if not ADDRESS.fullmatch(value):
        raise WrongValueError(
            message("“{value}” is not a web address.", value=value),
            message("Write it whole, beginning with https://"),
        )
    return value


def as_list(value: object) -> object:
    """Take one word as a list of one."""
    return [value] if isinstance(value, str) else value


def as_words(value: object) -> object:
    """
    Give the words of a list: `أ، ب`, `[أ، ب]` and `[أ, ب]` are the same two.

    An item in quotation marks or on a line of its own is one, whatever stands in it: “van der Berg, Jan” is a name.
    """
    if isinstance(value, str):
        return list(check_words(value))
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        return value
    return list(_checked(word for item in value for word in words_of_item(item)))


def words_of_item(item: object) -> tuple[str, ...]:
    """Give the words that an item of a list is meant as: one, or several where an Arabic typist parted them in brackets."""
    return cut_words(item) if isinstance(item, BareItem) else (CONTROLS.sub("", str(item)).strip(),)


def check_words(value: str) -> tuple[str, ...]:
    """Cut at commas of any kind and give the words, each once; a WrongValueError says what to write."""
    return _checked(cut_words(value))


def cut_words(value: str) -> tuple[str, ...]:
    """Cut at commas of any kind, but not within `"van der Berg, Jan"`: what needs quotation marks and has them is one word."""
    return tuple(word for match in WORD.finditer(value) if (word := _unquoted(CONTROLS.sub("", match[0]).strip())))


def joined_words(words: Iterable[str], between: str = BETWEEN) -> str:
    """Write words on one line, from which `cut_words()` gives the same: one with a comma stands in quotation marks."""
    return between.join(
        word if cut_words(word) == (word,) else '"' + word.replace('"', '""') + '"' for word in words if word
    )


def _unquoted(word: str) -> str:
    inner = word[1:-1]
    is_quoted = QUOTED.fullmatch(word) and (SEPARATORS.search(inner) or '""' in inner)
    return inner.replace('""', '"') if is_quoted else word


def _checked(found: Iterable[str]) -> tuple[str, ...]:
    words = tuple(dict.fromkeys(word for word in found if word))
    for word in words:
        if word[0] in "“”‘’" or word[-1] in "“”‘’":
            raise WrongValueError(
                message("“{value}” stands in curly quotes.", value=word.strip("“”‘’")),
                message("Take the quotes out."),
            )
    return words


def _note_kind(value: str) -> str:
    if value not in KINDS:
        raise PydanticKnownError("enum", {"expected": ", ".join(KINDS)})
    return value


Line = Annotated[str, AfterValidator(_line)]
NoteKindName = Annotated[str, AfterValidator(_note_kind), WithJsonSchema({"type": "string", "enum": list(KINDS)})]
Rights = Annotated[Line, AfterValidator(parse_rights)]
Day = Annotated[
    PartialDate,
    BeforeValidator(parse_date),
    WithJsonSchema({"type": "string", "pattern": f"^{EDTF.pattern}$", "examples": ["2023-11-08", "2023-11", "2023"]}),
]
Slug = Annotated[str, AfterValidator(_slug), WithJsonSchema({"type": "string", "minLength": 1, "maxLength": LONGEST})]
Language = Annotated[
    str, AfterValidator(check_language), WithJsonSchema({"type": "string", "pattern": LANGUAGE.pattern})
]
Address = Annotated[str, AfterValidator(check_address), WithJsonSchema({"type": "string", "format": "iri"})]


def _listed(item: dict[str, Any]) -> WithJsonSchema:
    return WithJsonSchema({"anyOf": [item, {"type": "array", "items": item}]})


Lines = Annotated[tuple[Line, ...], BeforeValidator(as_list), _listed({"type": "string"})]
Words = Annotated[tuple[Line, ...], BeforeValidator(as_words), _listed({"type": "string"})]
Slugs = Annotated[tuple[Slug, ...], BeforeValidator(as_list), _listed({"type": "string"})]
Addresses = Annotated[tuple[Address, ...], BeforeValidator(as_list), _listed({"type": "string", "format": "iri"})]
