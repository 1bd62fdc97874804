"""Of an original that is kept back, the marks of repairs show words, and nothing of how its file was written."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from warraq.archive.article import Article
from warraq.archive.concept import Vocabulary
from warraq.archive.reading_article import read_article
from warraq.edition import edition
from warraq.edition.edition import Edition, Mark
from warraq.pages.public_edition import without_original
from warraq.repair import plan
from warraq.repair.readers import read_original

WORDS = "وقال الوزير ،إن الاجتماع ناجح جدا في هذا اليوم، وإن العمل سيكتمل في العام المقبل كما كان متوقعا من قبل."
PLAIN = f"افتتاح الجسر الكبير\r\n\r\n<font color='MARK1'>{WORDS}</font>\r\n<!-- MARK2 -->\r\n{WORDS[::1]}&nbsp;&#1575;نتهى .\r\n"
PAGE = (
    "<html lang=ar dir=rtl><head><meta charset=utf-8><title>افتتاح الجسر</title><meta name=x content=MARK1></head><body>"
    f"<nav>MARK2 الرئيسية</nav><article><h1>افتتاح الجسر</h1><p class=MARK3>{WORDS}</p><p>{WORDS}</p></article><footer>MARK4</footer></body></html>"
)


def whole(name: str, text: str) -> Edition:
    original = read_original(name, text.encode())
    planned = plan(original, Vocabulary({}), ())
    article = read_article("content/articles/a.md", planned.article).article
    assert isinstance(article, Article)
    return edition(article, original, planned.record, Vocabulary({}))


def marks(made: Edition) -> Iterator[Mark]:
    yield from made.marks
    for entries in (made.title_entries, made.notes, *(section.entries for section in made.sections)):
        yield from (entry.mark for entry in entries)


@pytest.mark.parametrize(("name", "text"), [("a.txt", PLAIN), ("a.html", PAGE)])
def test_no_mark_shows_a_tag_an_entity_a_line_end_or_what_stood_around_the_article(name: str, text: str) -> None:
    before = "".join(mark.before for mark in marks(whole(name, text)))
    assert "MARK" in before or "\r" in before
    after = [mark.before for mark in marks(without_original(whole(name, text)))]
    assert not any(sign in mark for mark in after for sign in ("MARK", "<", ">", "&", "\r", "\n"))


@pytest.mark.parametrize(("name", "text"), [("a.txt", PLAIN), ("a.html", PAGE)])
def test_the_marks_stay_with_the_words_that_they_replaced(name: str, text: str) -> None:
    made = whole(name, text)
    kept = without_original(made)
    assert [mark.id for mark in kept.marks] == [mark.id for mark in made.marks]
    assert any("،إن" in mark.left + mark.before + mark.right for mark in kept.marks)
    assert kept.text == made.text
