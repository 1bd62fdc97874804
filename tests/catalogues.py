"""The catalogues that a site's language needs, and what a test says of the sentences that one of them lacks."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from project import ROOT
from warraq.archive.concept_schema import SITE_LANGUAGES
from warraq.language import SOURCE, catalogue

CODE = ROOT / "plugins/warraq/language"
THEME = ROOT / "theme/translations"
VALUE = re.compile(r"\{\w+\}")
TRANSLATED = tuple(language for language in SITE_LANGUAGES if language != SOURCE)
"""The languages of pages that are made by catalogues."""


def file_of(language: str, room: str) -> Path:
    """Give the catalogue of a room of the code."""
    return CODE / language / f"{room}.po"


def lacking(language: str, room: str, sentences: Iterable[str]) -> str:
    """Say which sentences no catalogue of a language has, and which file they are written into; empty where none lacks."""
    known = catalogue(language)
    # What is nothing but values is the same in every language: "{what} {todo}".
    missing = sorted({said for said in sentences if known.gettext(said) == said and VALUE.sub("", said).strip()})
    file = file_of(language, room).relative_to(ROOT).as_posix()
    return "\n".join([f"write into {file}:", *map(to_write, missing)]) if missing else ""


def to_write(sentence: str) -> str:
    """Give the two lines that a catalogue lacks, the second to be filled in."""
    quoted = sentence.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'msgid "{quoted}"\nmsgstr ""'
