"""Lines of prose that were broken to fit a width: the paragraph is one line again."""

from __future__ import annotations

from collections.abc import Iterator

from ...engine import Certainty, Edit
from ...late import late
from .. import rule
from .hyphens import hyphenated
from .width import broken

HYPHEN = late("[a-z]-\\Z")
TITLE = "بدء موسم الزيتون"
BROKEN = (
    "أعلنت وزارة الزراعة أن موسم الزيتون بدأ هذا الأسبوع في\n"
    "جميع المحافظات، وأن المعاصر ستعمل على مدار الساعة. وقال\n"
    "الوزير إن المحصول جيد هذا العام، وإن الأسعار ستبقى كما\n"
    "كانت في الموسم الماضي. وأضاف أن الوزارة ستراقب الأسواق\n"
    "طوال الموسم."
)
VERSES = (
    "قم للمعلم وفه التبجيلا\n"
    "كاد المعلم أن يكون رسولا\n"
    "أعلمت أشرف أو أجل من الذي\n"
    "يبني وينشئ أنفسا وعقولا\n"
    "سبحانك اللهم خير معلم\n"
    "علمت بالقلم القرون الأولى"
)


@rule(
    reason="the line was broken to fit a width",
    certainty=Certainty.CERTAIN,
    mends={
        "It opened yester-\nday, said the neigh-\nbours and the\nmayor.": "It opened yesterday, said the neighbours and the mayor.",
        f"{TITLE}\n\n{BROKEN}\n": f"{TITLE}\n\n{BROKEN.replace(chr(10), ' ')}\n",
    },
    leaves=[
        "long- and short-\nterm loans",
        "قال الوزير -\nوهو في مكتبه -\nإن العمل بدأ",
        VERSES,
        BROKEN.replace(". ", ".\n").replace("\nا", " ا").replace("\nج", " ج").replace("\nك", " ك"),
    ],
    layout=True,
)
def hard_wrapped_lines(text: str) -> Iterator[Edit]:
    found = broken(text)
    hyphens = hyphenated(text)
    ends = dict(hyphens.ends) if hyphens else {}
    explained = {end for _, end in ends}
    for start, end in found.ends if found else ():
        if end not in explained:
            ends[start, end] = "" if HYPHEN.search(text, start - 2, start) else " "
    for (start, end), after in sorted(ends.items()):
        yield Edit(start, end, after)
