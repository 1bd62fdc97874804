"""
Clitics, the short words that Arabic attaches to the next word: و ف (and), ب ك ل (in, like, to), and the article, which ل swallows.

`وبروسيا` is «and in Russia», `للكرملين` «to the Kremlin».
"""

from __future__ import annotations

from collections.abc import Iterator

AND = "وف"
PREPOSITIONS = "بكل"


def with_clitics(word: str) -> Iterator[str]:
    """Yield all that a folded word looks like with such letters before it, itself first. A single letter takes none."""
    yield word
    if len(word) > 1:
        behind = [word, *(letter + word for letter in PREPOSITIONS)]
        if word.startswith("ال"):
            behind.append("لل" + word[2:])
        yield from behind[1:]
        for letter in AND:
            yield from (letter + form for form in behind)
