"""
Text that is copied out of a printed article: the words of T.

PDFium is the reader in Chrome and Edge; poppler the one in Evince, Okular and `pdftotext`. Both put a vowel mark before the letter that it stands on,
so that words are compared without marks. PDFium besides takes the raised number of a note for a line of its own, and turns words with
many marks round; so it reads vowelled lines badly, and the others well. pdfminer, pypdf and MuPDF give a line of Arabic as the eye meets it from
left to right, each word from its end, whatever the face is.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from pypdfium2 import PdfDocument  # type: ignore[import-untyped]  # no types are published
from rapidfuzz.distance import LCSseq

from consumers import npm
from consumers.conftest import IN_AUDIT, ReadSite

DIRECTIONS = dict.fromkeys([0x200E, 0x200F, 0xFEFF]) | dict.fromkeys(
    [*range(0x202A, 0x202F), *range(0x2066, 0x206A)], " "
)
"""Signs of direction. Where a number stands in a line of Arabic, poppler embeds it together with the space beside it."""
MARKS = dict.fromkeys([*range(0x64B, 0x656), 0x670])
WORD = re.compile("[\\w\u064b-\u0655\u0670]+")


def by_pdfium(pdf: Path) -> str:
    return "\n".join(page.get_textpage().get_text_range() for page in PdfDocument(pdf))


def by_poppler(pdf: Path) -> str:
    return subprocess.run(["pdftotext", "-nopgbrk", pdf, "-"], capture_output=True, check=True).stdout.decode()


LINES = (
    "قال عبد الله إن لله ما في السماء، وبالله نستعين، والله أعلم، فالله خير، تالله، يا الله؟ «الله» (الله) الله.",
    "آل عبداللهيان وعبيدالله ونصرالله وهبة الله، الله 1 الله ٢ الله",
    "لا لأ لإ لآ سلام الأمم الإسلام الآن بلا أهلا كلاهما بالأمس كلأ ملآن فلإن",
    "الهلال واللهب والهجرة إلهي إله لهم بلهفة ألله ٱلله",
    "چاپ گزارش پژوهش کتاب یک خدا الله است",
    "ہندوستان ٹماٹر ڈاکٹر ہے گئے یہ وہ ھم اللہ",
    "عام ٢٠٢٣ وسنة 1998 أو ۱۴۰۲ (الأمم المتحدة) [القدس] {نص} «لا» لا، لا؛ لا؟ لا!",
)
"""Words of which faces make one drawing, beside what joins, parts and surrounds them."""
VOWELLED = ("عبدُ اللهِ واللهُ أكبر، بِاللهِ، اللَّه، اللّه", "قالَ لِلهِ الأمرُ، وَلا إلهَ إلّا الله")
"""Poppler alone reads such lines; of «اللَّهُ» with all its marks it may part the letters."""


READERS: Mapping[str, tuple[Callable[[Path], str], float]] = {
    "pdfium": (by_pdfium, 0.85),
    "poppler": (by_poppler, 0.98),
}
"""Each with the least part of all words that it must give, in their order. Of the screen's Naskh they gave .45 and .58."""


def words(text: str) -> list[str]:
    return WORD.findall(unicodedata.normalize("NFC", text.translate(DIRECTIONS)).translate(MARKS))


def printed_lines(chromium: Any, read_site: ReadSite, lines: Sequence[str], file: Path) -> Path:
    """Print an article whose text is these lines."""
    with chromium.new_context() as context:
        page = context.new_page()
        page.goto(f"{read_site.served}/{quote(read_site.articles[0].address)}")
        page.evaluate(
            """lines => document.querySelector('[itemprop=articleBody]').replaceChildren(...lines.map(line =>
            Object.assign(document.createElement('p'), {textContent: line, dir: 'rtl', lang: 'ar'})))""",
            lines,
        )
        page.evaluate("document.fonts.ready")
        page.pdf(path=file, prefer_css_page_size=True)
    return file


@pytest.fixture(scope="module")
def printed(chromium: Any, read_site: ReadSite, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Print every article as somebody does who opens its page and prints it: by address."""
    home = tmp_path_factory.mktemp("printed")
    made = {}
    with chromium.new_context() as context:
        page = context.new_page()
        for number, each in enumerate(read_site.articles):
            page.goto(f"{read_site.served}/{quote(each.address)}")
            page.evaluate("document.fonts.ready")
            made[each.address] = home / f"{number}.pdf"
            page.pdf(path=made[each.address], prefer_css_page_size=True)
    return made


def read_by(reader: str) -> Callable[[Path], str]:
    """Give a reader, or skip where it is not installed."""
    if reader == "poppler" and not shutil.which("pdftotext"):
        if os.environ.get(IN_AUDIT):
            npm.absent("pdftotext (poppler-utils) is not installed")
        pytest.skip("NOT RUN: pdftotext (poppler-utils) is not installed; PDFium read the same files")
    return READERS[reader][0]


@pytest.mark.browser
@pytest.mark.parametrize("reader", READERS)
def test_words_that_faces_draw_as_one_are_copied_in_the_order_of_their_letters(
    reader: str, chromium: Any, read_site: ReadSite, tmp_path: Path
) -> None:
    read = read_by(reader)
    lines = [*LINES, *(VOWELLED if reader == "poppler" else ())]
    copied = words(read(printed_lines(chromium, read_site, lines, tmp_path / "lines.pdf")))
    said = words("\n".join(lines))
    at = copied.index(said[0])
    assert copied[at : at + len(said)] == said


@pytest.mark.browser
@pytest.mark.parametrize("reader", READERS)
def test_text_copied_from_a_printed_article_is_the_text(
    reader: str, read_site: ReadSite, printed: dict[str, Path]
) -> None:
    read, least = read_by(reader), READERS[reader][1]
    found: list[tuple[float, str]] = []
    right = count = 0
    for each in read_site.articles:
        said = words(each.edition.text)
        copied = LCSseq.similarity(said, words(read(printed[each.address])))
        right, count = right + copied, count + len(said)
        found.append((copied / len(said), each.address))
    print(f"{reader}: {right / count:.3f} of the words of {len(found)} articles")
    assert right / count >= least, sorted(found)[:5]
