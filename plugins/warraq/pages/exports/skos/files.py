"""The vocabulary as files of the site and of a bag."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from hashlib import sha256

from warraq.pages.page import File, LargeFile, Library

from .graph import vocabulary
from .json_ld import json_ld
from .turtle import turtle

TURTLE, JSON_LD = "data/vocabulary.ttl", "data/vocabulary.jsonld"


def skos_files(library: Library) -> Iterator[File]:
    """Yield the vocabulary in both formats."""
    subjects = tuple(vocabulary(library))
    made_of = sha256(repr(subjects).encode("utf-8", "replace")).hexdigest()
    yield LargeFile(TURTLE, made_of, partial(turtle, subjects))
    yield LargeFile(JSON_LD, made_of, partial(json_ld, subjects))
