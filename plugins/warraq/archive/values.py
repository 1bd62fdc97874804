"""
The types of front-matter values: a line of text, a day, a slug, an address, a list of words.

Each removes the marks that phones and keyboards put in, and a WrongValueError says in an editor's words why
a value can't be taken. The models of the front matter (`schema.py`), of the vocabulary and of the site are made of these.
"""

from __future__ import annotations

import re
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
from .yaml_values import CONTROLS

SEPARATORS = re.compile("[،؛,;]")
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


def _words(value: object) -> object:
    """Cut at commas of any kind: `أ، ب`, `[أ، ب]` and `[أ, ب]` are the same two words."""
    whole = [value] if isinstance(value, str) else value
    if not isinstance(whole, list) or not all(isinstance(item, str) for item in whole):
        return value
    return list(dict.fromkeys(word for item in whole for word in check_words(item)))


def check_words(value: str) -> tuple[str, ...]:
    """Cut at commas of any kind and give the words, each once; a WrongValueError says what to write."""
    cut = (CONTROLS.sub("", word).strip() for word in SEPARATORS.split(value))
    words = tuple(dict.fromkeys(word for word in cut if word))
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
Words = Annotated[tuple[Line, ...], BeforeValidator(_words), _listed({"type": "string"})]
Slugs = Annotated[tuple[Slug, ...], BeforeValidator(as_list), _listed({"type": "string"})]
Addresses = Annotated[tuple[Address, ...], BeforeValidator(as_list), _listed({"type": "string", "format": "iri"})]
