"""
Identifiers that others gave to an article: a DOI, an ARK; and the archive's own permanent id.

Each is kept bare, without the address of a service that resolves it: services move, identifiers stay.
"""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator, WithJsonSchema

from warraq.language import message

from .permanent_id import PATTERN
from .problem import WrongValueError
from .values import Line

DOI = re.compile(r"10\.\d{4,9}(?:\.\d+)*/[!-~]+")
"""ISO 26324, of the characters that Crossref and DataCite give out."""
ARK = re.compile(r"ark:[0-9a-z]{5,9}(?:/[0-9A-Za-z=~*+@_$.%-]+)+")
"""The ARK identifier scheme (IETF draft-kunze-ark): `ark:12345/x8`; the older form has a slash after the colon."""
BEFORE_DOI = re.compile(r"(?:https?://(?:dx\.)?doi\.org/|doi:\s*)", re.IGNORECASE)
BEFORE_ARK = re.compile(r"(?:https?://[^/\s]+/)?(?=ark:)", re.IGNORECASE)


def _id(value: str) -> str:
    if not PATTERN.fullmatch(value):
        raise WrongValueError(
            message("“{value}” can't be the id of an article.", value=value),
            message("Write 5 to 16 letters a–z and digits, or take the key out: the article is given one."),
        )
    return value


def _doi(value: str) -> str:
    bare = BEFORE_DOI.sub("", value, count=1)
    if not DOI.fullmatch(bare):
        raise WrongValueError(message("“{value}” is not a DOI.", value=value), message("Write it as 10.1234/abcd."))
    return bare


def _ark(value: str) -> str:
    bare = BEFORE_ARK.sub("", value, count=1)
    bare = re.sub("^ark:/?", "ark:", bare, flags=re.IGNORECASE)
    if not ARK.fullmatch(bare):
        raise WrongValueError(message("“{value}” is not an ARK.", value=value), message("Write it as ark:12345/abcd."))
    return bare


PermanentId = Annotated[
    Line, AfterValidator(_id), WithJsonSchema({"type": "string", "pattern": f"^{PATTERN.pattern}$"})
]
Doi = Annotated[Line, AfterValidator(_doi), WithJsonSchema({"type": "string", "examples": ["10.1234/abcd"]})]
Ark = Annotated[Line, AfterValidator(_ark), WithJsonSchema({"type": "string", "examples": ["ark:12345/abcd"]})]


def doi_url(doi: str) -> str:
    """Give the address at which a DOI is resolved; what ends an address or a mark-up is percent-encoded."""
    return f"https://doi.org/{_encoded(doi)}"


def ark_url(ark: str) -> str:
    """Give the address at which an ARK is resolved."""
    return f"https://n2t.net/{_encoded(ark)}"


def _encoded(name: str) -> str:
    return re.sub(r"[\"#%<>?\[\\\]^`{|}]", lambda match: f"%{ord(match[0]):02X}", name)
