"""Of equal files the one with the plain name is the article."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from warraq.desk.importing.archive_index import ArchiveIndex
from warraq.desk.importing.copy_names import is_named_as_copy
from warraq.desk.importing.import_decisions import ImportStatus, decide
from warraq.desk.importing.inspection import Inspection

COPIES = [
    "page (1).html",
    "page(2).html",
    "page (١).html",
    "page (1).html.gz",
    "1.2 - Copy.html",
    "page - Copy (3).html",
    "page copy.html",
    "page copy 2.html",
    "page (copy).html",
    "page (another copy).html",
    "page (3rd copy).html",
    "page_copy",
    "Copy of page.html",
    "Copy (2) of page.html",
    "خبر - نسخة.html",
    "خبر - نسخة (2).html",
    "خبر (نسخة أخرى).html",
    "نسخة من خبر.html",
    "خبر - کپی.html",
    "pages - Copy/page.html",
]
PLAIN = [
    "page.html",
    "خبر.html",
    "نسخة.html",
    "copy.html",
    "(1).html",
    "نسخة القاهرة.html",
    "حرب (1967).html",
    "photocopy.html",
    "copy-editing.html",
    "a/b/c",
    "",
]


@pytest.mark.parametrize("name", COPIES)
def test_names_of_copies(name: str) -> None:
    assert is_named_as_copy(name)


@pytest.mark.parametrize("name", PLAIN)
def test_other_names(name: str) -> None:
    assert not is_named_as_copy(name)


@pytest.mark.parametrize("name", COPIES)
def test_the_plain_name_comes_in(name: str) -> None:
    files = [Inspection(each, "x", sha256="a" * 64) for each in (name, "zzz.html")]
    made = {d.name: d.status for d in decide(files, ArchiveIndex(), date(2027, 1, 1))}
    assert made == {name: ImportStatus.DUPLICATE, "zzz.html": ImportStatus.IMPORTED}
    # All that is known of a text counts for more.
    files[0] = replace(files[0], stated_fields=1)
    made = {d.name: d.status for d in decide(files, ArchiveIndex(), date(2027, 1, 1))}
    assert made == {name: ImportStatus.IMPORTED, "zzz.html": ImportStatus.DUPLICATE}


def test_an_endless_name_takes_a_moment() -> None:
    assert not is_named_as_copy("-" * 1_000_000 + "/" + " (" * 1_000_000)
