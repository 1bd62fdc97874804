"""What `warraq repair --explain` prints: every change with its rule and reason, in words that can be read."""

from __future__ import annotations

import pytest

from warraq.repair import repair
from warraq.repair.explaining import GREEN, LONGEST, RED, YELLOW, explain


def lines(text: str, language: str = "en", *, coloured: bool = False) -> list[str]:
    return list(explain(repair(text), language, coloured=coloured))


def test_a_change_stands_in_its_line_with_rule_and_reason() -> None:
    told = lines("قال الوزير\n\nأعلن ،اليوم ، ما جرى.\n")
    assert told[0].startswith("3: أعلن")
    assert "[-" in told[0]
    assert "{+" in told[0]
    assert "    space-before-punctuation: a space stood before the sign (SPACE → nothing)" in told
    assert told[-1].startswith("3 repairs, 0 doubts")


def test_on_a_terminal_it_is_coloured_and_has_no_brackets() -> None:
    told = "\n".join(lines("أعلن ،اليوم ما جرى.\n", coloured=True))
    assert RED in told
    assert GREEN in told
    assert "[-" not in told


def test_two_changes_of_a_line_share_it() -> None:
    told = lines("أعلن ،اليوم ، ما جرى.\n")
    assert sum(line.startswith("1:") for line in told) == 1
    assert sum(line.startswith("    ") for line in told) == 3


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_reason_is_in_the_language_asked_for(language: str) -> None:
    reason = lines("أعلن ،اليوم ما جرى.\n", language)[1]
    words = reason.split(": ", 1)[1].split(" (")[0]
    assert any("\u0621" <= sign <= "\u064a" for sign in words) == (language == "ar")


def test_what_cannot_be_seen_is_named() -> None:
    told = "\n".join(lines("أعلن\u200b الوزير\x07 اليوم\u202e ما جرى.\n"))
    assert "ZERO WIDTH SPACE" in told
    assert not any(not sign.isprintable() for sign in told.replace("\n", ""))


def test_a_long_line_is_shortened_around_each_change() -> None:
    word = "كلمة "
    told = lines(word * 200 + "،نعم " + word * 200 + "،نعم " + word * 200 + "\n")
    assert told[0].startswith("1: …")
    assert told[0].endswith("…")
    assert told[0].count("…") == 3
    assert len(told[0]) < 600


def test_a_long_piece_taken_out_is_shortened() -> None:
    told = lines("قال الوزير\n<script>" + "x" * 5000 + "</script>\nاليوم ما جرى.\n")
    assert any("…" in line for line in told)
    assert max(map(len, told)) < 20 * LONGEST


def test_a_doubt_is_shown_with_its_words_and_is_no_change() -> None:
    told = lines("قال الوزير.\nقال إن الأمر واضح \ufffd اليوم.\n", coloured=True)
    assert f"{YELLOW}\ufffd" in told[0]
    assert "2?" in told[0]
    assert told[1].startswith("    lost-signs: ")
    assert told[2].startswith("0 repairs, 1 doubts")


def test_a_sound_text_has_the_last_line_only() -> None:
    assert len(lines("قال الوزير إن الأمر واضح.\n")) == 1
