"""The editors' card: one page, whose commands are there, and the PDF beside it is the one that it gives."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from pypdfium2 import PdfDocument  # type: ignore[import-untyped]  # no types are published

from project import Project
from publish.card import CARD, PRINTED, printed
from publish.workflows import tasks

if TYPE_CHECKING:  # playwright is imported where a browser is
    from playwright.sync_api import Browser


def latin_words(pdf: bytes) -> list[list[str]]:
    """Give the words of each page that are no Arabic: how Arabic is read back hangs on the machine's faces."""
    return [sorted(re.findall("[!-~]+", page.get_textpage().get_text_range())) for page in PdfDocument(pdf)]


@pytest.mark.browser
def test_it_is_printed_on_one_page_and_the_pdf_is_of_this_card(chromium: Browser) -> None:
    [page] = latin_words(printed(chromium))
    assert "review" in page
    assert [page] == latin_words(PRINTED.read_bytes()), "print it anew: .venv/bin/python tests/publish/card.py"


def test_every_command_on_it_is_one() -> None:
    named = re.findall(r"<dt>.*?</dt>", CARD.read_text("utf-8"))
    commands = {found for each in named for found in re.findall(r"<code>([a-z-]+)(?=[ <])", each)} - {"git"}
    assert {"build", "serve", "import", "review", "check"} <= commands
    assert commands - tasks() == set()


def test_its_article_is_right(tmp_path: Path) -> None:
    [shown] = re.findall(r"<pre>(.*?)</pre>", CARD.read_text("utf-8"), re.DOTALL)
    project = Project.empty(tmp_path)
    project.write("articles/card.md", re.sub(r"</?bdi>", "", shown))
    built = project.build()
    assert built.returncode == 0, built.stdout
    assert "كومنولث الأمم</mark>" in (project.output / "articles/card/index.html").read_text("utf-8")
