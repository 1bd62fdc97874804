"""
Latin `,` `;` `?` where Arabic writes `،` `؛` `؟`.

Beside an Arabic letter, never between digits. A `?` that stands alone may be a sign that was lost, several of them digits that
were: these are doubts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...alphabet import DIGIT, LETTER, MARK, TATWEEL
from ...engine import Certainty, Edit
from .. import rule

ARABIC = {",": "،", ";": "؛", "?": "؟"}
SEEN = f"{LETTER}{MARK}{TATWEEL}"
# After a letter of Arabic; or, where a space and a letter follow, after a number, a bracket or a quote.
LATIN = re.compile(
    f"(?<=[{SEEN}])( *)[,;](?![,;])"
    f'|(?<=[{DIGIT})»”"%])( *)[,;](?= *[{LETTER}])'
    f'|(?<=[{SEEN}])()\\?(?=[\\s"”»).!]|\\Z)'
    f'|(?<=[{SEEN}])( +)\\?(?= *(?:\\n|\\Z|["”»)]))'
)


@rule(
    reason="a Latin sign stood for the Arabic one",
    certainty=Certainty.CERTAIN,
    mends={"أمس, وقال": "أمس، وقال", "لماذا?": "لماذا؟", "نعم; لأن": "نعم؛ لأن"},
    leaves=["1,250,000 نسمة", "السيارة ? وحرم", "خليجي ????", "IMF, WHO"],
    signs=",;?",
)
def latin_punctuation(text: str) -> Iterator[Edit]:
    for match in LATIN.finditer(text):
        yield Edit(match.end() - 1, match.end(), ARABIC[match[0][-1]])
