"""Word's own settings go, whatever else stands within them."""

from __future__ import annotations

import pytest

from warraq.repair.repairing import repair

SHEET = '/* Style Definitions */ table.MsoNormalTable {{mso-style-name:"جدول"; mso-style-noshow:yes{};}} '


@pytest.mark.parametrize("code", ["", "[/b]", '[caption id="a"]'])
def test_a_code_of_a_forum_within_goes_first(code: str) -> None:
    text = repair(f"{SHEET.format(code)}افتتح الرئيس المعرض").document.text
    assert text.endswith("افتتح الرئيس المعرض")
    assert "mso" not in text and "[" not in text
