"""Codes of forums and of WordPress in square brackets: `[b]…[/b]`, `[caption id="…"]`. A word in brackets is none."""

from __future__ import annotations

from collections.abc import Iterator

from ...engine import Certainty, Edit
from .. import rule
from .brackets import codes


@rule(
    reason="codes of a forum or of a page's editor were left in the text",
    certainty=Certainty.CERTAIN,
    mends={
        "قال [b]نعم[/b] له": "قال نعم له",
        "[size=4]عنوان": "عنوان",
        '[caption id="a_1" align="alignright" width="300"]الوزير في القاعة[/caption]': "الوزير في القاعة",
        '[caption width="300" caption="الوزير في القاعة"][/caption]': "الوزير في القاعة ",
        '[gallery ids="1,2,3"]': "",
        "[embed]https://a.example/1[/embed]": "https://a.example/1",
        "نعم.[/vc_column_text][/vc_column]": "نعم.",
        "[our_box colour=”red”]نعم[/our_box]": "نعم",
        "[quiz-1 id=5 size=2]": "",
        "نعم.\n[vc_row][vc_column]": "نعم.\n",
    },
    leaves=[
        "الحاشية [1] والحاشية [ب]",
        "[i] و[ii]",
        "قال [...] ثم [كذا] ثم […]",
        "He said [sic] that it [the fair] was open [laughs].",
        "انظر [caption](https://a.example/1) و[[gallery]]",
        "[quote]: https://a.example/1",
        "[^1] و[^note]",
        "list[item_1]",
        "[gallery] visitors came",
    ],
    signs="[",
)
def forum_codes(text: str) -> Iterator[Edit]:
    if "]" in text:
        for start, end, kept in codes(text).sure:
            yield Edit(start, end, kept)
