"""
The kinds of results that the cache holds, each as JSON that is checked when it is read: data, never code.

Records are not among them: reading their own JSON is as quick.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from pydantic import ConfigDict, TypeAdapter

from warraq.archive.on_demand import Head
from warraq.archive.original import Original
from warraq.archive.problem import Problem
from warraq.archive.reading_article import ReadArticle
from warraq.archive.theme.site_theme import ThemePicture

from .edition_facts import EditionFacts

KINDS: dict[str, Any] = {
    # with the digest of the path and the bytes of the file, as hexadecimal digits
    "known-article": tuple[str, ReadArticle],
    "known-original": tuple[str, Head | Problem],
    "known-record": tuple[str, Head | tuple[Problem, ...]],
    "read_article": ReadArticle,
    "original": Original | Problem,
    "read_logo": ThemePicture | Problem,
    "read_icon": ThemePicture | Problem,
    "edition-facts": EditionFacts,
    "picture": str,
    "replays": bool,
    "verified": str,
}
"""Type of the result by the name of its kind."""

WITH_BYTES = ("original", "read_logo", "read_icon")
"""Kinds whose results hold bytes that are no text."""


@cache
def form_of(kind: str) -> TypeAdapter[Any] | None:
    """Give what writes and reads results of a kind; None for a kind that is not cached."""
    if kind not in KINDS:
        return None
    made: TypeAdapter[Any] = TypeAdapter(KINDS[kind], config=_config(kind))
    return made


def _config(kind: str) -> ConfigDict | None:
    return ConfigDict(ser_json_bytes="base64", val_json_bytes="base64") if kind in WITH_BYTES else None
