"""Addresses that readers write to, or find the archive at elsewhere: e-mail or https."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator

from warraq.language import message

from .problem import WrongValueError
from .values import ADDRESS, Line

MAIL = re.compile(r"(?:mailto:)?(?P<mail>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)")


def parse_contact(value: str) -> str:
    """Read an e-mail address, or one of the web, as what a link needs; a WrongValueError says what to write."""
    if match := MAIL.fullmatch(value):
        return f"mailto:{match['mail']}"
    if ADDRESS.fullmatch(value):
        return value
    raise WrongValueError(
        message("“{value}” is neither an e-mail address nor a web address.", value=value),
        message("Write name@example.org, or an address that begins with https://"),
    )


Contact = Annotated[Line, AfterValidator(parse_contact)]
Contacts = dict[Line, Contact]
"""By the words that readers see."""
