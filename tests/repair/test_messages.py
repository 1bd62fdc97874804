"""Readers are Arabic: what a rule says of a text is said in Arabic."""

import pytest

from catalogues import lacking
from warraq.language import message
from warraq.repair import RULES
from warraq.repair.engine import Rule


def test_every_reason_is_said_in_arabic() -> None:
    said = lacking("ar", "repair", (rule.reason for rule in RULES))
    assert not said, said


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_an_arabic_reason_has_arabic_letters_and_no_stop(rule: Rule) -> None:
    said = message(rule.reason).text("ar")
    assert any("\u0621" <= c <= "\u064a" for c in said)
    assert not said.endswith(".")
