"""
A folder to import: pages of five layouts, saved pages with their folders, plain texts, old code pages, Persian, duplicates, broken files.

Of every hundred files ten are duplicates and two can't be read; the rest is drawn. `make` gives the numbers of the files it
made, to compare an import's counts with them.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from pathlib import Path
from random import Random

from PIL import Image

from .layouts import LAYOUTS
from .texts import Story, story

BROKEN = (b"", b"%PDF-1.7 \x00\x01\x02\xff\xfe" * 20, b"\x00\x01\x02\x03" * 500, b" \n\t\n ")


@dataclass(frozen=True, slots=True)
class Made:
    """The numbers of the files of each kind; pictures' files are not counted."""

    files: int
    texts: int
    """Different ones."""
    duplicates: int
    broken: int
    pictures: int
    """In the main texts of saved pages; one of two shows where it was taken."""


def make(folder: Path, files: int, seed: int = 8) -> Made:
    """Fill a new folder; the same files for the same numbers."""
    random = Random(seed)  # noqa: S311 - invented texts need no secrecy
    duplicates, broken = files // 10, files // 50
    texts = files - duplicates - broken
    pages: list[tuple[Story, bytes]] = []
    pictures = 0
    for number in range(texts):
        persian = random.random() < 0.12
        this = story(random, number, persian=persian)
        with_folder = random.random() < 0.1
        pictures += with_folder * 2
        if page := _write(folder, random, number, this, with_folder=with_folder):
            pages.append((this, page))
    for number in range(duplicates):
        _repeat(folder, random, number, *random.choice(pages))
    for number in range(broken):
        _put(folder / "منوعات" / f"تالف {number}.txt", BROKEN[number % len(BROKEN)])
    return Made(files, texts, duplicates, broken, pictures)


def _write(folder: Path, random: Random, number: int, this: Story, *, with_folder: bool) -> bytes | None:
    """Write a story in one of its forms; give its bytes if it is a page."""
    where = folder / f"سنة {number % 7}" / ("فرعي" if number % 3 else "")
    form = random.random()
    if with_folder:
        page = LAYOUTS[number % 2](this)
        name = f"صفحة محفوظة {number}"
        images = f'<p><img src="./{name}_files/one.jpg" alt="صورة"><img src="{name}_files/two.png"></p>\n'
        place = "</article>" if number % 2 == 0 else "</div></main>"
        data = page.replace(place, f"{images}{place}").encode()
        _put(where / f"{name}.html", data)
        _put(where / f"{name}_files" / "one.jpg", picture(number, 2000 if number % 4 == 0 else 640, position=True))
        _put(where / f"{name}_files" / "two.png", picture(number + 1, 320, position=False))
        _put(where / f"{name}_files" / "style.css", b"body{}")
        return data
    if form < 0.72:
        page = LAYOUTS[number % len(LAYOUTS)](this)
        if form < 0.1 and this.lang == "ar":
            data = page.replace('charset="utf-8"', 'charset="windows-1256"').encode("cp1256", "xmlcharrefreplace")
            _put(where / f"page {number}.htm", data)
        else:
            data = page.encode()
            _put(where / f"page {number}.html", data)
        return data
    text = "\n".join([this.title, "", *this.paragraphs, ""])
    if form < 0.8 and this.lang == "ar":
        _put(where / f"نص {number}.txt", text.encode("cp1256", "replace"))
    elif form < 0.84:
        _put(where / f"نص {number}.txt", text.replace("\n", "\r\n").encode("utf-8-sig"))
    else:
        _put(where / f"{this.date}_نص {number}.txt", text.encode())
    return None


def _repeat(folder: Path, random: Random, number: int, this: Story, page: bytes) -> None:
    """Save a page again: as it was, in another layout, or with other line ends."""
    if number % 3 == 1:
        page = random.choice(LAYOUTS)(this).encode()
    elif number % 3 == 2:
        page = page.replace(b"</p>\n", b"</p>\r\n\r\n") + b"<!-- saved again -->\n"
    _put(folder / "ي نسخ" / f"copy {number}.html", page)


def _put(file: Path, data: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)


def picture(number: int, side: int, *, position: bool) -> bytes:
    """Make a picture, with `position` in its EXIF or without."""
    made = Image.new("RGB", (side, side * 2 // 3), (number * 37 % 256, number * 61 % 256, number * 11 % 256))
    out = io.BytesIO()
    if position:
        exif = Image.Exif()
        exif[0x8825] = {1: "N", 2: (36.0, 12.0, 8.0), 3: "E", 4: (37.0, 9.0, 3.0)}
        made.save(out, "JPEG", exif=exif)
    else:
        made.save(out, "PNG")
    return out.getvalue()
