"""
Who took a picture: a line such as «تصوير: كريم مراد» heads nothing, whatever its page or its shortness make of it.

The word and its colon are the proof. A line that only has a name in it may be a heading, and a word without a colon a sentence's first.
"""

from __future__ import annotations

import re

from ..late import late

LONGEST = 120
CREDIT = late(
    r"""
    [(\[]? \s*
    (?: تصوير | عدسة | بعدسة | كاميرا | المصو(?:ِّ|ّ)?ر | مصدر\ الصور(?:ة)? | حقوق\ الصور(?:ة)?     # Arabic
      | عکس(?:\ از)? | عکاس | منبع\ عکس | تصویر(?:\ کا\ ذریعہ)? | فوٹو(?:گرافر)?                # Persian, Urdu
      | צילום | תצלום | צילומים | קרדיט                                                    # Hebrew
      | (?:photo(?:s|graph|graphy|grapher)?|image|picture)(?:\ (?:by|credit|credits|courtesy))? | credits?  # English
      | fotos? | fotograf(?:ie|ía|ia)? | bild(?:er|quelle)? | crédits?(?:\ photo)? | fotoğraf
    )
    \s* [:/：]
    """,
    re.VERBOSE | re.IGNORECASE,
)


def is_credit(line: str) -> bool:
    """Say whether a line names who took a picture."""
    return len(line) <= LONGEST and CREDIT.match(line) is not None
