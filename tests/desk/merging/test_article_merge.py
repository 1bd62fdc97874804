"""Two editors of one article: what both did stays, and what both did to one doubt is asked again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warraq.desk.front_matter import set_value, value_of
from warraq.desk.merging.article_merge import OpenBefore, OpenDoubt, merge_articles
from warraq.desk.merging.body_merge import merge_body, without_changes
from warraq.desk.merging.record_merge import merge_records

BASE = """---
title: عنوان الخبر  # as printed
date: 2023-11-08
tags: [ماء, SCO]
original: a.txt
---

قال الوزير والعمل والعمل في المدينة. وقال المدير في. المكتب نعم ثم خرج.

سطر ثان يبقى.
"""
SETTLED = 'settled:\n  - {rule: doubled-word, quote: "والعمل والعمل", decision: keep}\n'


def open_doubts(*quotes: str) -> OpenBefore:
    return OpenBefore([OpenDoubt(quote) for quote in quotes])


def with_key(text: str, lines: str) -> str:
    return text.replace("original: a.txt\n", f"original: a.txt\n{lines}")


def test_decisions_on_two_doubts_of_one_sentence_both_stay() -> None:
    ours = BASE.replace("والعمل والعمل", "والعمل")
    theirs = BASE.replace("في. المكتب", "في المكتب")
    merged = merge_articles(BASE, ours, theirs, open_doubts("والعمل والعمل", "في. المكتب"))
    assert merged.text == ours.replace("في. المكتب", "في المكتب")
    assert (merged.told, merged.clashes) == ((), 0)


def test_items_that_both_add_to_one_list_all_stay_and_one_decision_stands_once() -> None:
    one = '  - {rule: false-stop, quote: "في. المكتب", decision: keep}\n'
    ours = with_key(BASE, SETTLED)
    theirs = with_key(BASE, SETTLED.replace("keep}", 'keep, with_others: "3"}') + one).replace(
        "[ماء, SCO]", "[SCO, نهر]"
    )
    merged = merge_articles(BASE, ours, theirs, OpenBefore())
    settled = value_of(merged.text, "settled")
    assert isinstance(settled, list) and [each["rule"] for each in settled] == ["doubled-word", "false-stop"]
    assert value_of(merged.text, "tags") == ["SCO", "نهر"]
    assert "# as printed" in merged.text and merged.clashes == 0


def test_what_one_kept_and_the_other_changed_is_asked_again() -> None:
    kept = with_key(BASE, SETTLED + "reviewed: {by: أمل, date: 2026-01-01}\n")
    changed = BASE.replace("والعمل والعمل", "والعمل").replace("نعم ثم", "نعم، ثم")
    for ours, theirs in ((kept, changed), (changed, kept)):
        merged = merge_articles(BASE, ours, theirs, open_doubts("والعمل والعمل"))
        assert "والعمل والعمل" in merged.text and "نعم، ثم" in merged.text
        assert not value_of(merged.text, "settled") and "reviewed" not in merged.text
        assert [str(told) for told in merged.told] == [
            "One kept “والعمل والعمل”, the other changed it: it stays as it was, and the review asks again."
        ]


def test_the_same_words_elsewhere_are_not_the_doubt() -> None:
    base = BASE.replace("سطر ثان يبقى.", "سطر ثان وصف العمل والعمل فيه.")
    kept = with_key(base, "settled:\n  - {rule: doubled-word, quote: والعمل, decision: keep}\n")
    changed = base.replace("العمل والعمل فيه", "العمل والجهد فيه")
    before = OpenBefore([OpenDoubt("والعمل", "قال الوزير والعمل ", " في المدينة.")])
    merged = merge_articles(base, kept, changed, before)
    assert "والجهد" in merged.text and value_of(merged.text, "settled") and not merged.told


def test_two_corrections_of_one_doubt_are_asked_again_with_both() -> None:
    ours, theirs = BASE.replace("والعمل والعمل", "والعمل"), BASE.replace("والعمل والعمل", "والعلم والعمل")
    merged = merge_articles(BASE, ours, theirs, open_doubts("والعمل والعمل"))
    assert merged.text == BASE and merged.clashes == 0
    assert str(merged.told[0]).startswith(
        "Both decided on “والعمل والعمل”, here “والعمل”, there “والعلم والعمل”: the words from before stay"
    )


def test_other_words_that_both_changed_stand_between_marks_and_nothing_else_does() -> None:
    ours, theirs = BASE.replace("الوزير", "الرئيس"), BASE.replace("الوزير", "الأمير").replace("سطر ثان", "سطر آخر")
    merged = merge_articles(BASE, ours, theirs, OpenBefore())
    assert merged.clashes == 1
    lines = merged.text.split("\n")
    start = lines.index("<<<<<<< ours")
    assert lines[start + 1].startswith("قال الرئيس") and lines[start + 2] == "======="
    assert lines[start + 3].startswith("قال الأمير") and lines[start + 4] == ">>>>>>> theirs"
    assert "سطر آخر يبقى." in lines[start + 5 :]


def test_a_key_that_both_changed_is_asked_again_where_it_was_open_and_left_to_people_where_not() -> None:
    ours, theirs = BASE.replace("2023-11-08", "2023-11-09"), BASE.replace("2023-11-08", "2023-11-10")
    asked = merge_articles(BASE, ours, theirs, OpenBefore(values={"date"}))
    assert value_of(asked.text, "date") == "2023-11-08" and len(asked.told) == 1
    left = merge_articles(BASE, ours, theirs, OpenBefore())
    assert left.clashes == 1 and "date: 2023-11-09\n=======\ndate: 2023-11-10\n>>>>>>>" in left.text
    assert left.text.endswith(BASE.split("---\n", 2)[2])


def test_an_inferred_date_that_one_confirmed_and_the_other_changed_is_asked_again() -> None:
    ours = with_key(BASE, "settled:\n  - {rule: inferred-date, quote: 2023-11-08, decision: keep}\n")
    merged = merge_articles(BASE, ours, BASE.replace("2023-11-08", "2023-11-10"), OpenBefore(values={"date"}))
    assert value_of(merged.text, "date") == "2023-11-08" and not value_of(merged.text, "settled")


def test_whether_a_text_is_a_version_is_asked_again_where_both_decided_and_not_alike() -> None:
    base = with_key(BASE, "perhaps_version_of: s\nadded: 2026-05-06\n")
    parted, joined = with_key(BASE, "added: 2026-05-06\n"), with_key(BASE, "version_of: s\nadded: 2026-05-06\n")
    for ours, theirs in (
        (parted, joined),
        (joined, parted),
        (joined, joined.replace("version_of: s", "version_of: t")),
    ):
        merged = merge_articles(base, ours, theirs, OpenBefore())
        assert (value_of(merged.text, "perhaps_version_of"), value_of(merged.text, "version_of")) == ("s", None)
        assert len(merged.told) == 1 and not merged.clashes
    for ours, theirs in ((parted, parted), (joined, joined), (base, joined), (parted, base)):
        merged = merge_articles(base, ours, theirs, OpenBefore())
        decided = joined if joined in (ours, theirs) else parted
        assert sorted(merged.text.split("\n")) == sorted(decided.split("\n")) and not merged.told


def test_the_later_review_stays() -> None:
    ours = with_key(BASE, "reviewed: {by: أمل, date: 2026-01-01}\n")
    theirs = with_key(BASE, "reviewed: {by: سعاد, date: 2026-02-01}\n")
    assert value_of(merge_articles(BASE, ours, theirs, OpenBefore()).text, "reviewed") == {
        "by": "سعاد",
        "date": "2026-02-01",
    }


TEXTS = st.text("قن .\n", max_size=10)


@given(TEXTS, TEXTS, TEXTS)
def test_a_text_that_one_alone_changed_becomes_theirs_and_no_word_that_somebody_wrote_is_lost(
    base: str, a: str, b: str
) -> None:
    assert merge_body(base, a, base).text == a
    assert merge_body(base, base, b).text == b
    assert merge_body(base, a, a).text == a
    both = merge_body(base, a, b)
    assert bool(both.clashes) == ("<<<<<<< ours\n" in both.text) and both.text.count("\n=======\n") == both.text.count(
        ">>>>>>>"
    )
    assert without_changes(base, a, [(-1, len(base) + 1)]) == base


def test_records_are_merged_by_their_keys_and_newer_rules_win() -> None:
    def made(rules: str = "3", **keys: str) -> bytes:
        import json

        return json.dumps({"rules": rules, **keys}).encode()

    assert merge_records(made(), made(a="1"), made()) == (made(a="1"), False)
    assert merge_records(made(), made(), made(b="1")) == (made(b="1"), True)
    assert merge_records(made("2"), made("3", a="1"), made("10", a="2")) == (made("10", a="2"), True)
    assert merge_records(made(a="0"), made(a="1"), made(a="2")) == (made(a="1"), False)
    with pytest.raises(ValueError, match="JSON"):
        merge_records(b"", b"{", b"{}")


def test_what_was_held_back_while_another_version_took_its_address_is_told() -> None:
    base = "---\ntitle: خبر\nslug: x\ndate: 2024-01-01\n---\nنص.\n"
    ours = set_value(set_value(base, "slug", "x-v1"), "version_of", "x")
    theirs = set_value(base, "embargo", "2099-01-01")
    for one, other in ((ours, theirs), (theirs, ours)):
        merged = merge_articles(base, one, other, OpenBefore())
        assert merged.clashes == 0 and "version_of: x" in merged.text and "embargo: 2099-01-01" in merged.text
        told = "One let another version have the address x, the other wrote embargo: here. If that holds for both, write it there too."
        assert [str(each) for each in merged.told] == [told]
