"""
Latin `,` `;` `?` where Arabic writes `،` `؛` `؟`.

Beside an Arabic letter, never between digits. A `?` that stands alone may be a sign that was lost, several of them digits that
were: these are doubts.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...alphabet import DIGIT, LETTER, MARK, TATWEEL
from ...engine import Certainty, Edit
from ...languages import ARABIC, PERSIAN, URDU
from ...late import late
from .. import rule

SIGNS = {",": "،", ";": "؛", "?": "؟"}
SEEN = f"{LETTER}{MARK}{TATWEEL}"
LATIN = late("[,;?]")
AFTER_LETTER = late(f"[{SEEN}]( *)\\Z")
# A number, a bracket or a quote says nothing of the language: what follows has to.
AFTER_OTHER = late(f'[{DIGIT})»”"%] *\\Z')
LETTER_NEXT = late(f" *[{LETTER}]")
ENDS = late('[\\s"”»).!|<]|\\Z')
LINE_ENDS = late(' *(?:\n|\\Z|["”»)|<])')


@rule(
    reason="a Latin sign stood for the Arabic one",
    certainty=Certainty.CERTAIN,
    mends={"أمس, وقال": "أمس، وقال", "لماذا?": "لماذا؟", "نعم; لأن": "نعم؛ لأن"},
    leaves=["1,250,000 نسمة", "السيارة ? وحرم", "خليجي ????", "IMF, WHO"],
    signs=",;?",
    languages=(ARABIC, PERSIAN, URDU),
)
def latin_punctuation(text: str) -> Iterator[Edit]:
    for match in LATIN.finditer(text):
        at, end = match.span()
        low = max(0, at - 8)
        before = AFTER_LETTER.search(text, low, at)
        if match[0] == "?":
            wanted = before and (LINE_ENDS if before[1] else ENDS).match(text, end)
        elif text[end : end + 1] in (",", ";"):
            wanted = None
        else:
            other = AFTER_OTHER.search(text, low, at) if match[0] == "," else None
            wanted = before or (other and LETTER_NEXT.match(text, end))
        if wanted:
            yield Edit(at, end, SIGNS[match[0]])
