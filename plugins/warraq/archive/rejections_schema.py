"""`content/rejected.yaml` as a pydantic model; few archives have the file."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, RootModel

from warraq.language import message

from .front_matter_date import parse_date
from .problem import WrongValueError
from .rejections import Rejection

KEY = re.compile(r"sha256:([0-9a-f]{64})")
VALUE = re.compile(r"(\S+)(?: ([0-9a-f]{64}))?")
BY_COMMAND = message("Let the command write the line: python3 tasks.py reject --only NAME")


def _key(value: str) -> str:
    if found := KEY.fullmatch(value):
        return found[1]
    raise WrongValueError(message("“{value}” is not the hash of a file.", value=value), BY_COMMAND)


def _rejection(value: object) -> object:
    found = VALUE.fullmatch(value) if isinstance(value, str) else None
    if found is None:
        raise WrongValueError(message("A day should stand here, and the hash of the text behind it."), BY_COMMAND)
    return Rejection(parse_date(found[1]), found[2] or "")


class RejectionsKeys(
    RootModel[dict[Annotated[str, AfterValidator(_key)], Annotated[Rejection, BeforeValidator(_rejection)]]]
):
    """Under `sha256:` and the hash of a file's bytes the day, and the hash of its words."""
