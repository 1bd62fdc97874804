"""Texts that are the same, or nearly, are found; other texts are not; the work stays linear."""

from __future__ import annotations

from random import Random

from warraq.desk.importing.fingerprint import find_similar, fingerprint

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
