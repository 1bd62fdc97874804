"""Every message of this room has its Arabic."""

from __future__ import annotations

import re
from pathlib import Path

from catalogues import lacking
from warraq.archive.kinds import KINDS
from warraq.archive.kinds.fact_check import VERDICTS
from warraq.language import catalogue

PLUGIN = Path(__file__).parents[2] / "plugins" / "warraq"
ROOMS = (PLUGIN / "edition", PLUGIN / "archive" / "kinds")
MESSAGE = re.compile(r"""message\(\s*"((?:[^"\\]|\\.)*)\"""")
FIELD = re.compile(r"\{\w+\}")


def test_every_message_has_its_arabic_with_the_same_values() -> None:
    msgids = {
        m for room in ROOMS for file in room.rglob("*.py") for m in MESSAGE.findall(file.read_text(encoding="utf-8"))
    }
    msgids |= {kind.label for kind in KINDS.values()} | {m.msgid for m in VERDICTS.values()}
    assert len(msgids) > 30
    said = lacking("ar", "edition", msgids)
    assert not said, said
    for msgid in sorted(msgids):
        arabic = catalogue("ar").gettext(msgid)
        assert sorted(FIELD.findall(arabic)) == sorted(FIELD.findall(msgid)), msgid
