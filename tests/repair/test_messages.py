"""Readers are Arabic: what a rule says of a text is said in Arabic."""

from warraq.language import message
from warraq.repair import RULES


def test_every_reason_is_said_in_arabic() -> None:
    untranslated = [r.name for r in RULES if message(r.reason).text("ar") == r.reason]
    assert untranslated == []


def test_an_arabic_reason_has_arabic_letters_and_no_stop() -> None:
    for rule in RULES:
        said = message(rule.reason).text("ar")
        assert any("\u0621" <= c <= "\u064a" for c in said)
        assert not said.endswith(".")
