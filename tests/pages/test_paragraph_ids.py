"""The address of a paragraph is made of its words, and of nothing else."""

from __future__ import annotations

import re

from edition.making import VOCABULARY, article
from warraq.edition import edition
from warraq.edition.edition import Edition
from warraq.pages.paragraph_ids import with_paragraph_ids


def made(body: str) -> Edition:
    return with_paragraph_ids(edition(article(body, "عنوان"), None, None, VOCABULARY))


def ids(body: str) -> list[str]:
    return [section.id for section in made(body).sections]


def test_another_paragraph_moves_no_address() -> None:
    before = ids("الأولى.\n\nالثانية.")
    after = ids("جديدة.\n\nالأولى.\n\n- بند\n\nالثانية.")
    assert [after[1], after[3]] == before
    assert all(re.fullmatch("p[b-df-hj-np-tv-z][2-9b-df-hj-np-tv-z]{4}", each) for each in after)


def test_marks_and_punctuation_are_not_of_it_and_words_are() -> None:
    assert ids("قال: نعم!") == ids("قَالَ «نعم»") != ids("قال لا")


def test_paragraphs_of_the_same_words_are_told_apart_by_their_order() -> None:
    first, _, second = ids("قال.\n\nغيره.\n\nقال.")
    assert second == f"{first}-2"


def test_headings_keep_their_names_and_what_has_no_words_its_number() -> None:
    assert ids("## باب {#x}\n\n…\n\nنص")[:2] == ["heading-x", "p2"]


def test_the_element_bears_the_id() -> None:
    for section in made('> قال\n\n- أ\n- ب\n\n| أ | ب |\n|---|---|\n| ج | د |\n\nنص `id="p4"`').sections:
        assert re.search(rf'^<\w+[^>]* id="{section.id}"', section.html), section.html
        assert section.html.count(" id=") == 1
