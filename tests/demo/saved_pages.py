"""
A folder of saved pages as a librarian has it, with the truth about each file: `python3 tests/demo/saved_pages.py FOLDER --files 2000`.

Old sites whose pages share one `<title>`, pages that state what they are, plain texts, copies under other names, the same page saved twice,
pages that hold no article, files that are no text; and of a second harvest
new pages and later versions of the first. The same numbers give the same bytes.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from html import escape
from pathlib import Path

TESTS = Path(__file__).parents[1]
if str(TESTS) not in sys.path:
    sys.path.insert(0, str(TESTS))

from demo.archive import NAMES, SENTENCES, VERBS, WORKS, listed  # noqa: E402 - found only now

MAGAZINE, PAPER = "مجلة الواحة", "صحيفة الجسر"
"""The one names itself in every <title> and nowhere else; the other states what its pages are."""
FIRST = date(2011, 1, 1)
ONE_IN = {"copy": 20, "saved twice": 25, "no article": 33, "no text": 50, "plain text": 7, "undated": 9, "doubled": 5}
"""One file of so many is that."""


class What(StrEnum):
    """What a file is, and so what an import has to make of it."""

    ARTICLE = "article"
    COPY = "copy"
    """Byte for byte another file."""
    SAVED_TWICE = "saved twice"
    """The same article at the same address, in a page that looks otherwise."""
    NO_ARTICLE = "no article"
    NO_TEXT = "no text"
    VERSION = "later version"
    """The same address, with a text that was changed since."""


@dataclass(frozen=True, slots=True)
class Saved:
    """One file and the truth about it."""

    name: str
    data: bytes
    what: What
    of: int = 0
    """The number of its article."""
    source: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class Text:
    """The article of a number, as its page has it."""

    number: int
    title: str
    paragraphs: tuple[str, ...]
    day: date | None
    source: str
    address: str


def text_of(number: int, *, later: bool = False) -> Text:
    """Write the article of a number; `later`: as it stood when a sentence had been corrected and one added."""
    chance = random.Random(number)
    names = {scheme: listed(words) for scheme, words in NAMES.items()}

    def sentence(pattern: str) -> str:
        said = {scheme: chance.choice(words) for scheme, words in names.items()}
        return pattern.format(**said, work=chance.choice(listed(WORKS)), number=chance.randint(11, 99))

    paragraphs = [" ".join(map(sentence, chance.sample(SENTENCES, 4))) for _ in range(4)]
    if number % ONE_IN["doubled"] == 0:
        words = paragraphs[1].split()
        paragraphs[1] = " ".join([*words[:6], words[5], *words[6:]])
    title = f"{chance.choice(names['organisation'])} {chance.choice(listed(VERBS))} {chance.choice(listed(WORKS))} رقم {number}"
    if later:
        paragraphs[2] = paragraphs[2].replace("مليون", "ألف", 1)
        paragraphs.append(
            f"وصُحّح في نسخة لاحقة من هذا الخبر عدد ورد فيه، ورقم التصحيح {number}، بعد مراجعة {chance.choice(names['person'])}."
        )
    day = None if number % ONE_IN["undated"] == 0 else FIRST + timedelta(days=number % 3000)
    of_magazine = number % 2 == 1
    host = "waha.example" if of_magazine else "jisr.example"
    return Text(
        number, title, tuple(paragraphs), day, MAGAZINE if of_magazine else PAPER, f"https://{host}/news/{number}.html"
    )


def page(text: Text, look: int = 0) -> bytes:
    """Write the page of an article as its site does; `look`: with other things around it."""
    body = "".join(f"<p>{escape(paragraph)}</p>\n" for paragraph in text.paragraphs)
    menu = "".join(
        f'<li><a href="/{word}">{word}</a></li>' for word in ("الرئيسية", "سياسة", "اقتصاد", "رياضة")[look % 2 :]
    )
    day = f"<p>{text.day.isoformat()}</p>\n" if text.day else ""
    if text.source == MAGAZINE:
        head = f'<title>{MAGAZINE}</title><link rel="canonical" href="{text.address}">'
        main = f'<table><tr><td><font size="6"><b>{escape(text.title)}</b></font></td></tr><tr><td>{day}{body}</td></tr></table>'
    else:
        date_of = f'<meta property="article:published_time" content="{text.day}">' if text.day else ""
        head = (
            f"<title>{escape(text.title)} | {PAPER}</title>"
            f'<meta property="og:title" content="{escape(text.title)}"><meta property="og:site_name" content="{PAPER}">'
            f'<meta property="og:url" content="{text.address}">{date_of}'
        )
        main = f"<article><h1>{escape(text.title)}</h1>\n{body}</article>"
    return (
        f'<!doctype html>\n<html lang="ar" dir="rtl"><head><meta charset="utf-8">{head}</head>\n<body>'
        f"<ul class=menu>{menu}</ul>\n{main}\n<footer>جميع الحقوق محفوظة {2010 + look}</footer></body></html>\n"
    ).encode()


def list_page(number: int) -> bytes:
    """Write a page that only leads to others."""
    links = "".join(
        f'<li><a href="/news/{number + n}.html">{escape(text_of(number + n).title)}</a></li>' for n in range(12)
    )
    return (
        f'<!doctype html><html lang="ar"><head><meta charset="utf-8"><title>{PAPER}</title></head><body><h1>آخر الأخبار</h1>'
        f"<ul>{links}</ul></body></html>"
    ).encode()


def _article(number: int) -> Saved:
    text = text_of(number)
    if number % ONE_IN["plain text"] == 0:
        day = f"{text.day.isoformat()}\n\n" if text.day else ""
        data = f"{text.title}\n\n{day}{chr(10).join(text.paragraphs)}\n".encode()
        return Saved(f"نصوص/خبر {number}.txt", data, What.ARTICLE, number, "", text.title)
    folder = "waha" if text.source == MAGAZINE else "jisr"
    return Saved(f"{folder}/news_{number}.html", page(text), What.ARTICLE, number, text.source, text.title)


def _others(number: int) -> Iterator[Saved]:
    """Yield what stands beside the article of a number."""
    saved, text = _article(number), text_of(number)
    if number % ONE_IN["copy"] == 0:
        yield Saved(f"نسخ/{number} (1).{saved.name.rpartition('.')[2]}", saved.data, What.COPY, number)
    if number % ONE_IN["saved twice"] == 1 and saved.name.endswith(".html"):
        yield Saved(f"again/{text.title}.html", page(text, look=3), What.SAVED_TWICE, number)
    if number % ONE_IN["no article"] == 2:
        yield Saved(f"jisr/list_{number}.html", list_page(number), What.NO_ARTICLE)
    if number % ONE_IN["no text"] == 3:
        yield Saved(f"وثائق/{number}.docx", b"PK\x03\x04" + str(number).encode(), What.NO_TEXT)


def harvest(files: int) -> list[Saved]:
    """Give the first harvest: so many files."""
    made: list[Saved] = []
    number = 0
    while len(made) < files:
        number += 1
        made += [_article(number), *_others(number)]
    return made[:files]


def second_harvest(first: list[Saved], new: int, later: int) -> list[Saved]:
    """Give what came later: new pages, and later versions of pages of the first, under other names."""
    numbers = sorted({saved.of for saved in first})
    pages = [saved.of for saved in first if saved.what is What.ARTICLE and saved.name.endswith(".html")]
    begun = numbers[-1] + 1
    versions = [
        Saved(f"2026/{text_of(n).title}.html", page(text_of(n, later=True)), What.VERSION, n)
        for n in pages[3 :: max(1, len(pages) // (later + 1))]
    ]
    return [*map(_article, range(begun, begun + new)), *versions[:later]]


def write(folder: Path, saved: list[Saved]) -> None:
    """Write the files."""
    for each in saved:
        file = folder / each.name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(each.data)


def main() -> None:
    """Write a folder and say what is in it."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("folder", type=Path)
    options.add_argument("--files", type=int, default=2000)
    options.add_argument(
        "--later", action="store_true", help="add the second harvest: 20 new pages and 20 later versions"
    )
    given = options.parse_args()
    made = harvest(given.files)
    made += second_harvest(made, 20, 20) if given.later else []
    write(given.folder, made)
    print(dict(Counter(str(each.what) for each in made)))


if __name__ == "__main__":
    main()
