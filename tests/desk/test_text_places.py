"""Lines and words of a text are looked up: a thousand doubts don't look through it a thousand times."""

from __future__ import annotations

from random import Random

import pytest

from desk.doubtful_texts import damaged
from warraq.archive.concept import Vocabulary
from warraq.archive.reading_article import read_article
from warraq.desk.review.items import open_items
from warraq.desk.review.open_item import OpenItem
from warraq.desk.review.text_places import TextPlaces
from warraq.repair import plan
from warraq.repair.readers import read_original


class Counting(str):
    """A text that counts the letters that were looked through in it."""

    __slots__ = ("read",)
    read: int

    def find(self, sub: str, start: int = 0, end: int | None = None, /) -> int:  # type: ignore[override]  # all that is asked of it
        found = super().find(sub, start, len(self) if end is None else end)
        self.read += (found if found >= 0 else len(self)) - start + len(sub)
        return found

    def startswith(self, prefix: str, start: int = 0, /) -> bool:  # type: ignore[override]  # the same
        self.read += len(prefix)
        return super().startswith(prefix, start)


def test_what_stands_once_is_told_as_by_looking_through_all() -> None:
    chance = Random(16)
    for _ in range(300):
        text = "".join(chance.choice("اب \n ") for _ in range(chance.randrange(2, 40)))
        places = TextPlaces(text)
        for line_start in range(len(text)):
            assert places.line_number(line_start) == text.count("\n", 0, line_start)
            assert places.line_start(line_start) == text.rfind("\n", 0, line_start) + 1
            assert places.line_end(line_start) == (text + "\n").find("\n", line_start)
        start = chance.randrange(len(text))
        end = chance.randrange(start, len(text)) + 1
        quote = text[start:end]
        if "\n" not in quote:
            alone = text.find(quote) == start and text.find(quote, start + 1) < 0
            assert places.occur_once(start, end) == alone, (text, quote)


def test_a_thousand_questions_do_not_look_through_the_text_a_thousand_times() -> None:
    read = []
    for number in (500, 2000):
        text = Counting(" ".join(f"وحضر القاضي القاضي إلى القرية رقم{n}ا" for n in range(number)))
        text.read = 0
        places, at = TextPlaces(text), -1
        for n in range(number):
            at = str.find(text, "القاضي القاضي", at + 1)
            assert not places.occur_once(at, at + 13)
            assert places.occur_once(at - 5, str.index(text, f"رقم{n}ا") + 10)
        read.append(text.read / len(text))
    assert read[1] < 1.2 * read[0] < 10


def items_of(text: str) -> list[OpenItem]:
    original = read_original("a.txt", damaged(9, text).encode())
    planned = plan(original, Vocabulary(), ())
    article = read_article("content/articles/a.md", planned.article).article
    assert article is not None
    return list(open_items(article, planned.article.decode(), original, planned.record, Vocabulary()))


@pytest.mark.parametrize("piece", ["كلمة(", 'ا"ب«', "كلمة:كلمة،"])
def test_doubts_of_one_endless_word_hold_a_piece_of_it_each(piece: str) -> None:
    items = items_of("ورأى المدير المدير " + piece * 4000)
    assert len(items) > 900
    assert max(len(item.unique_quote) for item in items) < 1100
    assert max(len(item.before + item.quote + item.after) for item in items) < 4200
