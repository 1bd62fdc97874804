"""The browser converts Hijri days by the months that pages are made with."""

from __future__ import annotations

import re
from base64 import b64decode
from datetime import date

from hijridate import Hijri

from warraq.pages.calendars import KNOWN
from warraq.pages.search.modules import BROWSER


def test_the_browser_knows_how_long_the_printed_months_are() -> None:
    source = (BROWSER / "calendars.js").read_text("utf-8")
    found = re.search(
        r"const PRINTED = \{ from: (\d+), to: (\d+), first: Date\.UTC\((\d+), (\d+), (\d+)\).*?\};", source, re.DOTALL
    )
    assert found
    first, last, year, month, day = map(int, found.groups())
    data = b64decode("".join(re.findall(r'"([\w+/=]+)"', found[0])))
    lengths = [28 + (byte >> bit & 3) for byte in data for bit in (6, 4, 2, 0)]
    assert lengths == [Hijri(y, m, 1).month_length() for y in range(first, last + 1) for m in range(1, 13)]
    assert (date(year, month + 1, day), Hijri(last, 12, lengths[-1]).to_gregorian()) == KNOWN["umalqura"]
