"""A decision changes one value: comments, order and everything else of an editor's file stay."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from warraq.desk.front_matter import (
    NotEditableError,
    append,
    format_value,
    replace_item,
    set_value,
    split_body,
    value_of,
)

ARTICLE = """---
# مقال من الوكالة
title: اجتماع في أستانا   # عنوان المحرر
date: 2023-11   # تقريبا
tags: [SCO, "بحر: قزوين", CIS]
settled:
- {rule: doubled-word, quote: "خطوة خطوة", decision: keep}

summary: >
  سطر أول
  وسطر ثان
source: {name: وكالة}
---

النص --- كما هو.
"""


def data(article: str) -> dict[str, object]:
    values: dict[str, object] = yaml.load(article.split("---\n")[1], yaml.BaseLoader)
    return values


def changed_lines(before: str, after: str) -> list[str]:
    return [line for line in after.split("\n") if line not in before.split("\n")]


def test_a_value_is_set_and_its_comment_stays() -> None:
    after = set_value(ARTICLE, "date", "2023-11-08")
    assert changed_lines(ARTICLE, after) == ["date: 2023-11-08   # تقريبا"]


def test_a_new_key_stands_at_the_end_of_the_front_matter() -> None:
    after = set_value(ARTICLE, "reviewed", {"by": "هدى: ن", "date": "2026-11-24"})
    assert changed_lines(ARTICLE, after) == ['reviewed: {by: "هدى: ن", date: 2026-11-24}']
    assert after.index("reviewed:") < after.index("---\n\nالنص")


def test_a_folded_value_is_replaced_whole() -> None:
    after = set_value(ARTICLE, "summary", "واحد")
    assert data(after)["summary"] == "واحد"
    assert "source: {name: وكالة}" in after and "سطر أول" not in after


def test_an_item_is_added_in_the_manner_of_its_list() -> None:
    after = append(ARTICLE, "settled", {"rule": "cut-off", "quote": "وقال", "decision": "keep"})
    assert changed_lines(ARTICLE, after) == ["- {rule: cut-off, quote: وقال, decision: keep}"]
    after = append(ARTICLE, "tags", "Caspian")
    assert changed_lines(ARTICLE, after) == ['tags: [SCO, "بحر: قزوين", CIS, Caspian]']
    after = append(ARTICLE, "aliases", "قديم")
    assert changed_lines(ARTICLE, after) == ["aliases:", "  - قديم"]


def test_a_list_of_one_word_becomes_a_list() -> None:
    after = append("---\ntitle: a\ntags: SCO\n---\nb\n", "tags", "CIS")
    assert after == "---\ntitle: a\ntags: [SCO, CIS]\n---\nb\n"


def test_an_item_is_replaced_or_taken_out() -> None:
    assert "[SCO, قزوين, CIS]" in replace_item(ARTICLE, "tags", "بحر: قزوين", "قزوين")
    assert '["بحر: قزوين", CIS]' in replace_item(ARTICLE, "tags", "SCO", "CIS")
    assert "tags: [SCO, CIS]" in replace_item(ARTICLE, "tags", "بحر: قزوين", None)
    assert replace_item(ARTICLE, "tags", "none", "x") == ARTICLE
    block = "---\ntitle: a\ntags:\n  - one\n  - two # why\nlang: ar\n---\n"
    assert replace_item(block, "tags", "one", None) == "---\ntitle: a\ntags:\n  - two # why\nlang: ar\n---\n"
    assert replace_item(block, "tags", "two", "three").count("  - three # why\n") == 1


def test_arabic_keys_are_the_same_keys() -> None:
    after = set_value("---\nالعنوان: أ\nالتاريخ: 2020\n---\n", "date", "2021")
    assert after == "---\nالعنوان: أ\nالتاريخ: 2021\n---\n"


def test_an_empty_key_takes_a_value() -> None:
    assert set_value("---\ntitle: a\ndate:\n---\n", "date", "2020") == "---\ntitle: a\ndate: 2020\n---\n"
    assert append("---\ntitle: a\ntags: []\n---\n", "tags", "x") == "---\ntitle: a\ntags: [x]\n---\n"


def test_a_file_without_sound_front_matter_is_refused() -> None:
    with pytest.raises(NotEditableError):
        set_value("no front matter", "date", "2020")
    with pytest.raises(NotEditableError):
        set_value("---\ntitle: [a\n---\n", "date", "2020")


@given(
    st.text(
        st.characters(
            codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"], exclude_characters="\ufeff\ufffe\uffff"
        )
    )
)
def test_yaml_reads_every_text_as_it_was_written(text: str) -> None:
    assert yaml.load(f"key: {format_value(text)}\nlist: [{format_value(text)}]", yaml.CBaseLoader) == {
        "key": text,
        "list": [text],
    }
    assert value_of(set_value(ARTICLE, "title", text), "title") == text


@pytest.mark.parametrize("tags", ["tags: [a, b]", "tags: [a]", "tags: []", "tags:\n  - a"])
def test_a_word_with_a_question_mark_can_be_added_to_any_list(tags: str) -> None:
    """YAML does not read `[A?]` as a list."""
    article = f"---\ntitle: x\n{tags}\n---\nنص.\n"
    tags_after = value_of(append(article, "tags", "Why?"), "tags")
    assert isinstance(tags_after, list) and tags_after[-1] == "Why?"
    assert value_of(set_value(article, "settled", {"quote": "A?"}), "settled") == {"quote": "A?"}
    assert value_of(replace_item(article, "tags", "a", "A?"), "tags") in (["A?", "b"], ["A?"], [])


@pytest.mark.parametrize(
    ("front", "after"),
    [
        ("title: a\ntags:\n  - x # why\nlang: ar", "title: a\ntags:\n  - x # why\n  - z\nlang: ar"),
        ("title: a\ntags:\n- x", "title: a\ntags:\n- x\n- z"),
        ("title: a\ntags: [x] # why", "title: a\ntags: [x, z] # why"),
        ("title: a\ntags:", "title: a\ntags: [z]"),
        ("title: a\ntags: ~\nlang: ar", "title: a\ntags: [z]\nlang: ar"),
        ("title: a", "title: a\ntags:\n  - z"),
    ],
)
def test_an_item_is_the_last_of_its_list(front: str, after: str) -> None:
    assert append(f"---\n{front}\n---\nb\n", "tags", "z") == f"---\n{after}\n---\nb\n"


@pytest.mark.parametrize("style", ["tags: [{}]", "tags:\n  - {}"])
@pytest.mark.parametrize(
    ("old", "new", "after"),
    [
        ("a", "x", "x b c"),
        ("b", "x", "a x c"),
        ("c", "x", "a b x"),
        ("a", None, "b c"),
        ("b", None, "a c"),
        ("c", None, "a b"),
        ("c", "a", "a b"),
        ("a", "c", "b c"),
    ],
)
def test_an_item_at_any_place_of_a_list_is_replaced(style: str, old: str, new: str | None, after: str) -> None:
    def article(words: str) -> str:
        return f"---\ntitle: t\n{style.format((', ' if '[' in style else chr(10) + '  - ').join(words.split()))}\nlang: ar\n---\nb\n"

    assert replace_item(article("a b c"), "tags", old, new) == article(after)


def test_the_only_item_leaves_an_empty_list() -> None:
    for tags in ("tags: [a]", "tags:\n  - a"):
        after = replace_item(f"---\ntitle: t\n{tags}\nlang: ar\n---\nb\n", "tags", "a", None)
        assert value_of(after, "tags") == [] and "lang: ar\n---\nb\n" in after


def test_a_word_that_stands_for_a_list_is_replaced() -> None:
    article = "---\ntitle: t\ntags: a، b\n---\nb\n"
    assert value_of(replace_item(article, "tags", "a", "x"), "tags") == ["x", "b"]
    assert replace_item(article, "tags", "c", "x") == article


@pytest.mark.parametrize("body", ["نص\n\nآخر\n", "نص", "", "--- كما هو\n---\n"])
@pytest.mark.parametrize("gap", ["", "\n", "\n\n"])
def test_an_article_is_split_where_its_body_begins(gap: str, body: str) -> None:
    head, rest = split_body(f"---\ntitle: a\n---\n{gap}{body}")
    assert (
        rest == body and head.startswith("---\ntitle: a\n---\n") and head + rest == f"---\ntitle: a\n---\n{gap}{body}"
    )


def test_a_file_without_front_matter_is_not_split() -> None:
    with pytest.raises(NotEditableError):
        split_body("نص\n")


def test_a_value_of_several_lines_at_the_end_is_replaced() -> None:
    for value in ("|\n  a\n  b", ">\n  a\n\n  b\n", "\n  - a\n  - b", "\n  x: a\n  y: [b]"):
        assert set_value(f"---\ntitle: t\nkey: {value}\n---\nb\n", "key", "c").startswith("---\ntitle: t\nkey: c\n")


@pytest.mark.parametrize(
    ("written", "after"),
    [
        ('["Berg, Jan", أ]', '["Berg, Jan", أ, "ن، م"]'),
        ("[أ، ب]", '[أ، ب, "ن، م"]'),
        ("أ، ب", '[أ, ب, "ن، م"]'),
        ("\n- Berg, Jan", "\n- Berg, Jan\n- ن، م"),
    ],
)
def test_a_name_with_a_comma_is_put_in_as_one(written: str, after: str) -> None:
    article = f"---\ntitle: س\nauthors: {written}\n---\n\nنص.\n"
    assert append(article, "authors", "ن، م") == f"---\ntitle: س\nauthors: {after}\n---\n\nنص.\n"


@pytest.mark.parametrize(
    ("written", "after"),
    [
        ("[أ، ب]", '["ن، م", ب]'),
        ("[ج, أ، ب]", '[ج, "ن، م", ب]'),
        ('["أ، ب", أ]', '["أ، ب", "ن، م"]'),
        ("\n- أ\n- ب", "\n- ن، م\n- ب"),
    ],
)
def test_a_word_between_arabic_commas_is_replaced_by_a_name_with_one(written: str, after: str) -> None:
    article = f"---\ntitle: س\ntags: {written}\n---\n\nنص.\n"
    assert replace_item(article, "tags", "أ", "ن، م") == f"---\ntitle: س\ntags: {after}\n---\n\nنص.\n"
