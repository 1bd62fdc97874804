"""Texts that are the same, or nearly, are found; other texts are not; the work stays linear."""

from __future__ import annotations

from random import Random

import pytest

from warraq.desk import fingerprint as module
from warraq.desk.fingerprint import CROWD, FEWEST_WORDS, Fingerprint, find_similar, fingerprint, similarity

WORDS = [f"كلمة{n}" for n in range(3000)]


def text(random: Random, length: int = 200) -> str:
    return " ".join(random.choices(WORDS, k=length))


def test_spelling_spaces_and_punctuation_make_no_difference() -> None:
    one = fingerprint("قال الرئيس أحمد إن الاجتماع سيُعقد في القاهرة يوم الأحد المقبل.")
    other = fingerprint("قال  الرئيس احمد ان\nالاجتماع سيعقد في القاهره يوم الاحد المقبل")
    assert one.text_sha256 == other.text_sha256 != ""


def test_a_very_short_text_has_no_fingerprint() -> None:
    assert fingerprint("خبر عاجل").text_sha256 == ""


def test_a_report_that_was_cut_or_has_another_first_sentence_is_named() -> None:
    random = Random(1)
    report = text(random)
    texts = [text(random) for _ in range(50)]
    texts += [report, " ".join(report.split()[:120]), text(random, 12) + " " + report]
    found = [(a, b) for a, b, _ in find_similar([fingerprint(t) for t in texts])]
    assert found == [(50, 51), (50, 52)]


def test_other_texts_are_not_named() -> None:
    random = Random(2)
    assert list(find_similar([fingerprint(text(random)) for _ in range(300)])) == []


def test_thousands_with_the_same_words_around_them_take_seconds_not_hours() -> None:
    random = Random(3)
    frame = text(random, 60)
    prints = [fingerprint(f"{frame} {text(random, 200)}") for _ in range(1500)]
    assert all(like < 1 for _, _, like in find_similar(prints))


def test_a_text_of_eight_words_has_a_fingerprint_and_one_of_seven_has_none() -> None:
    assert fingerprint(" ".join(WORDS[: FEWEST_WORDS - 1])) == Fingerprint("")
    assert fingerprint(" ".join(WORDS[:FEWEST_WORDS])).text_sha256 != ""


def test_of_texts_that_are_equally_similar_the_first_is_named() -> None:
    same = fingerprint(text(Random(4)))
    assert list(find_similar([same, same, same])) == [(0, 1, 1.0), (0, 2, 1.0)]


def test_the_most_similar_earlier_text_is_named() -> None:
    words = text(Random(5)).split()
    prints = [fingerprint(" ".join(words[at:])) for at in (30, 10, 0)]
    assert [pair[:2] for pair in find_similar(prints)] == [(0, 1), (1, 2)]


def test_a_longer_text_is_compared_by_a_quarter_more_words_than_the_shorter_one_has() -> None:
    short, long = Fingerprint("a", (), tuple(range(8))), Fingerprint("b", (), tuple(range(108)))
    assert similarity(short, long) == similarity(long, short) == pytest.approx(2 * 8 / (8 + 10))
    assert similarity(short, Fingerprint("")) == 0.0


def test_a_text_is_compared_with_a_dozen_others_at_most_where_all_have_the_same_runs(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    compared: list[int] = []

    def count(*pair: Fingerprint) -> float:
        compared.append(len(pair))
        return 0.0

    monkeypatch.setattr(module, "similarity", count)
    assert list(find_similar([Fingerprint(str(n), (1,) * 64, (n,)) for n in range(40)])) == []
    assert len(compared) == sum(min(n, CROWD) for n in range(40))
