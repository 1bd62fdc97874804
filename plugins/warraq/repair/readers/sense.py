"""
How much sense a text makes as words of a language.

The same bytes are letters in every code page; they are words in one. Three things are weighed: that words are formed as words are
(one script, capitals at their beginning), that their letters are those of one language, and that its commonest words are there.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from .languages import (
    ARABIC_WORDS,
    CHINESE,
    CYRILLIC,
    GREEK,
    HAN,
    HANGUL,
    HEBREW,
    JAPANESE,
    KANA,
    KOREAN,
    LATIN,
    THAI,
    THAI_LETTER,
    Language,
)

WORD = re.compile(r"[^\W\d_]+")
MARKS = re.compile("(?<=[\u0590-\u06ff])[\u0591-\u05bd\u05bf-\u05c7\u064b-\u0655\u0640\u200c-\u200f]+|[\u0300-\u036f]+")
"""Letters' marks, which part no word."""
FORMED = re.compile(
    "[a-zA-Z\u00c0-\u024f\u1e00-\u1eff]+|[\u0370-\u03ff\u1f00-\u1fff]+|[\u0400-\u052f]+|[\u05d0-\u05ea]+|[\u0621-\u06d3]+"
)
"""Words of one script."""
STRANGE = re.compile(
    r"(?<=[^\W\d_])[¤¦§¨¬±²³´µ¶¸¹¼½¾×÷ƒˆ˜†‡‰\x80-\x9f\u2500-\u25ff\ue000-\uf8ff]"
    r"|[¤¦¨¬±²³´µ¶¸¼½¾×÷ƒˆ˜\x80-\x9f\u2500-\u25ff\ue000-\uf8ff](?=[^\W\d_])"
    # Marks of Hebrew, Arabic and Thai at a Latin letter, and a capital with its accent that ISO-8859-7 has as a quotation mark.
    "|(?<=[a-zA-Z\u00c0-\u024f])[\u0591-\u05c7\u0640\u064b-\u0655\u200c-\u200f\u0e31-\u0e4e]|[\u0591-\u05c7\u0640\u064b-\u0655\u200c-\u200f\u0e31-\u0e4e](?=[a-zA-Z\u00c0-\u024f])|(?<![\u0370-\u03ff])[‘’](?=[α-ω])"
    "|(?<![\u0590-\u06ff])[\u0591-\u05c7\u064b-\u0655]"
)
"""Signs that stand at no word."""
MISPLACED = re.compile(r"[ςךםןףץة].|σ$|^[ъь]")
"""Forms of letters that stand at the end of a word alone, or never there, or never at its beginning."""
MOST_ACCENTED = 0.8
"""Share of a long Latin word that accented letters make up at most."""
LONG = 3
ALIEN = 2.5
"""How often a word with a letter of no such language outweighs one without."""
LEGAL = 0.01
"""Weight of letters that are all one language's, where none of its common words is there."""
ENOUGH = 0.15
"""Share of common letters that any text of Chinese, Japanese or Korean has."""
CAPITALS = 0.6
"""Share of words in capitals from which on their case is the wrong code page's."""
WESTERN = 0x24F
EAST = re.compile("[\u3041-\u30fc\u3400-\u9fff\uac00-\ud7a3\u1100-\u11ff\u3131-\u318e\uff66-\uff9f\u0e01-\u0e4e]")


@dataclass(frozen=True, slots=True)
class Sense:
    """The sense that a reading makes; 0 is none."""

    form: float
    """Share of words that are formed as words are, from 0 to 1."""
    words: float
    """Share of a language's common words, less what has letters of no such language; a hundredth more where the letters are its own."""
    legal: float
    """Share of words whose letters are all that language's."""


def sense_of(text: str) -> Sense:
    """Weigh a text that some code page gave; only its words with letters beyond ASCII tell."""
    east = len(EAST.findall(text))
    counted = Counter(WORD.findall(MARKS.sub("", text)))
    telling = {word: count for word, count in counted.items() if not word.isascii()}
    beyond = sum(sum(not c.isascii() for c in word) * count for word, count in telling.items())
    if east * 2 > beyond:
        return _of_the_east(text, beyond)
    total = sum(telling.values())
    strange = len(STRANGE.findall(text))
    formed = {word: count for word, count in telling.items() if _is_formed(word)}
    sound = max(0.0, 1 - 2 * strange / max(total, strange, 1))
    capitals = sum(count for word, count in formed.items() if word.isupper() and len(word) > 1)
    form = (sum(formed.values()) / total if total else 1.0) * sound
    if capitals > CAPITALS * total and total > LONG:
        sound /= 2
    words, legal = max(_in_language(language, formed, counted, total) for language in _languages(formed))
    return Sense(form, words * sound, legal)


def _is_formed(word: str) -> bool:
    if not FORMED.fullmatch(word) or MISPLACED.search(word):
        return False
    if word[0] <= "\u024f" and len(word) >= LONG and sum(not c.isascii() for c in word) > MOST_ACCENTED * len(word):
        return False
    return word[1:].islower() or word.isupper() or not word[1:] or word[1:].lower() == word[1:]


def _languages(formed: Mapping[str, int]) -> Sequence[Language | None]:
    """Give the languages of the script that most words are in; None is Arabic's."""
    scripts: Counter[str] = Counter()
    for word, count in formed.items():
        scripts[_script(word[0])] += count
    script = scripts.most_common(1)[0][0] if scripts else "latin"
    named: dict[str, Sequence[Language | None]] = {"greek": GREEK, "cyrillic": CYRILLIC, "hebrew": HEBREW}
    return (None,) if script == "arabic" else named.get(script, LATIN)


def _script(letter: str) -> str:
    if ord(letter) <= WESTERN or "\u1e00" <= letter <= "\u1eff":
        return "latin"
    if letter < "\u0400" or letter >= "\u1f00":
        return "greek"
    return "cyrillic" if letter < "\u0590" else "hebrew" if letter < "\u0600" else "arabic"


def _in_language(
    language: Language | None, formed: Mapping[str, int], counted: Mapping[str, int], total: int
) -> tuple[float, float]:
    """Give the share of the language's common words, less its alien letters, and the share of words without any."""
    if language is None:
        arabic = {word: count for word, count in formed.items() if word[0] >= "\u0600"}
        known = sum(count for word, count in arabic.items() if ARABIC_WORDS.fullmatch(word))
        legal = sum(arabic.values())
        words = total
    elif language in LATIN:
        known = sum(count for word, count in counted.items() if word.lower() in language.words)
        legal = sum(count for word, count in formed.items() if _is_of(language, word))
        words = sum(counted.values())
    else:
        known = sum(count for word, count in formed.items() if word.lower() in language.words)
        legal = sum(count for word, count in formed.items() if _is_of(language, word))
        words = total
    share = legal / total if total else 1.0
    return (known / max(words, 1) + LEGAL) * max(0.0, 1 - ALIEN * (1 - share)), share


def _is_of(language: Language, word: str) -> bool:
    return all(c.isascii() or c in language.letters for c in word.lower())


def _of_the_east(text: str, beyond: int) -> Sense:
    """Weigh Chinese, Japanese, Korean and Thai by their commonest letters: they set no spaces, or long words."""
    han, kana, hangul = (len(each.findall(text)) for each in (HAN, KANA, HANGUL))
    thai = len(THAI_LETTER.findall(text))
    if thai * 2 > beyond:
        return Sense(1.0, min(1.0, 6 * len(THAI.findall(text)) / thai), 1.0)
    known = han + kana + hangul
    form = known / max(beyond, 1)
    words, legal = 0.0, 1.0
    if hangul * 2 > known:
        words = len(KOREAN.findall(text)) * (hangul >= 0.8 * known)
    elif kana * 8 > known:
        legal = _encodable(text, "euc_jp") / han if han else 1.0
        words = len(JAPANESE.findall(text)) * legal
    else:
        words = len(CHINESE.findall(text)) * (hangul * 20 < known and kana * 20 < known)
    strange = len(STRANGE.findall(text))
    share = words / max(beyond, 1)
    return Sense(form * max(0.0, 1 - 4 * strange / max(beyond, 1)), share * form, legal if share > ENOUGH else 0.0)


def _encodable(text: str, encoding: str) -> int:
    """Count the Chinese characters that an encoding has: Japanese is written with some 6,000 of them."""
    letters = "".join(HAN.findall(text))
    return len(letters.encode(encoding, "ignore")) // 2
