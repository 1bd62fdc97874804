"""The front matter of `content/pages/*.md`, as a pydantic model."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator

from warraq.language import message

from ..model import Model
from ..problem import WrongValueError
from ..values import Line, Slug

NO, YES = ("no", "false", "لا", "خیر"), ("yes", "true", "نعم", "بله")
LAST = 1000


def _order(value: str) -> str:
    if not (value.isdecimal() and int(value) <= LAST):
        raise WrongValueError(
            message("“{value}” is no place in the navigation.", value=value),
            message("Write a number: the site's own stand at 10, 20, 30 …, and 5 is before all of them."),
        )
    return value


class PageKeys(Model):
    """A page of the editors' own."""

    title: Line | None = None
    """Its heading; only home, about, method and footer need none."""
    address: Slug | None = None
    """Where it stands: `team` for /team/; else the file's name."""
    menu: Line | None = None
    """yes: it stands in the navigation by its title; other words: by these."""
    order: Annotated[str, AfterValidator(_order)] | None = None
    """Its place there: Archive is at 10, Names and topics at 20, Corrections at 30, Data at 40, Method at 50; without it, behind them."""
    summary: Line | None = None
    """One sentence for search engines and previews."""
