"""
A title that a page marks as one and that ends in a stop, a comma or a colon, such as «انتهى العمل.»: without its tags it is a sentence.

As the first sentence of a text it would get a title of its own as soon as the repaired text is read again. A headline needs no stop;
one that asks or calls keeps its sign where text follows. The rule is asked about titles that HTML marks only: of another text the
first line may be a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...engine import Certainty, Edit
from ...late import late
from ...structure.title import CLOSING, stated_title
from .. import rule
from ..title.staying import stays

LAST_SIGNS = late(rf"(?<![\s.؟?!…،؛:,;۔|–—-])[\s.؟?!…،؛:,;۔|–—-]++(?=[{re.escape(CLOSING)}]*+\Z)")


@rule(
    reason="a title ends without a stop",
    certainty=Certainty.CERTAIN,
    mends={
        "انتهى العمل.\nقال الوزير نعم.": "انتهى العمل\nقال الوزير نعم.",
        "قال: «انتهى العمل.»\nقال الوزير نعم.": "قال: «انتهى العمل»\nقال الوزير نعم.",
        "أسماء الفائزين:\nليلى وسمير": "أسماء الفائزين\nليلى وسمير",
    },
    leaves=["عنوان الخبر\nقال الوزير نعم.", "هل انتهى العمل؟\nقال الوزير أمس إن العمل انتهى", "انتهى العمل."],
)
def stop_behind_title(text: str) -> Iterator[Edit]:
    first, _, rest = text.partition("\n")
    if not rest or stated_title(text) is not None or not (last := LAST_SIGNS.search(first)):
        return
    if stays(first[: last.start()] + first[last.end() :], rest):
        yield Edit(*last.span(), "")
