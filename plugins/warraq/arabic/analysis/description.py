"""
The one description of how words are analysed, read by Python here and by the browser as JSON.

Tables only, no decisions: both interpreters (`analysis.py`, `analysis.js`) are loops over these. What is particular to single words stands
in `words/*.txt`, written by hand for this project (each file says on what ground); an archive that is large enough adds
words that it was seen to write after the article (`learning.py`).
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TypedDict

WORDS = Path(__file__).with_name("words")

DIGIT = "0-9\u0660-\u0669\u06f0-\u06f9"
# Latin, Greek, Cyrillic, Hebrew, Arabic with their marks, the joiners and the invisible controls that stand inside words, and presentation forms.
LETTER = (
    "0-9A-Za-z\u00ad\u00b2\u00b3\u00b9\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0300-\u036f\u0370-\u03ff\u0400-\u052f\u0591-\u05bd\u05bf\u05c1\u05c2"
    "\u05c4\u05c5\u05d0-\u05ea\u05f0-\u05f4\u0610-\u061a\u061c\u0620-\u0669\u066e-\u06d3\u06d5-\u06dc\u06df-\u06e8\u06ea-\u06fc\u06ff"
    "\u0750-\u077f\u08a0-\u08ff\u1e00-\u1eff\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufb1d-\ufb4f\ufb50-\ufdff\ufe70-\ufeff"
)
WORD = f"[{LETTER}]+(?:(?<=[{DIGIT}])[.,\u066b\u066c](?=[{DIGIT}])[{LETTER}]+)*"
"""A word in running text; a decimal mark between digits belongs to it."""
NUMBER = f"([{DIGIT}]+(?:[.,\u066b\u066c][{DIGIT}]+)*)"
SPACES, SIGNS = " \t\n\u00a0\u2009\u202f", "%\u066a\uff05"
SPACE, SIGN = f"[{SPACES}]", f"[{SIGNS}]"
HUNDREDTHS = [
    f"(?:ف[يىی]{SPACE}+|ب\u0640?)ال(?:مئ|مائ|ماي|مي)[ةه]",
    *("درصد", f"ف[یي]{SPACE}?صد", "percent", f"per{SPACE}cent", f"pour{SPACE}cent", "אחוזים", "אחוז"),
]
"""What says behind a number that it is a percentage, in Arabic, Persian, Urdu, English, French and Hebrew."""
PERCENT = (
    f"(?<![{LETTER}%])(?<![{DIGIT}][.,\u066b\u066c])(?:[وفبل]\u0640?)?"
    f"(?:{NUMBER}(?:{SPACE}?{SIGN}(?!{SPACE}?[{DIGIT}])|{SIGN}|{SPACE}+(?:{'|'.join(HUNDREDTHS)})(?![{LETTER}]))"
    f"|{SIGN}{SPACE}?{NUMBER}(?![{LETTER}%]))"
)
"""A percentage is one word: 20%, ٢٠٪, «20 في المئة», «بـ20 بالمائة». The sign may stand on either side, as texts from right to left have it."""
SAYS_PERCENT = (
    *SIGNS,
    *(f"الم{hundred}{end}" for hundred in ("ئ", "ائ", "اي") for end in "ةه"),
    *(f"{before}المي{end}" for before in f"{SPACES}ب\u0640" for end in "ةه"),
    *("درصد", *(f"ف{of}{between}صد" for of in "یي" for between in ("", *SPACES)), "cent", "אחוז"),
)
"""A text without any of these says no percentage; few texts have one, so that most are read by the plain pattern of a word, ten times as quick."""
IGNORED = (
    "[\u00ad\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u0610-\u061a\u061c\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed"
    "\u08d3-\u08ff\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]"
)
"""Marks, tatweel and controls. After NFKD a hamza on its seat is a mark too, so that أ إ آ ؤ ئ become ا و ي."""
LETTERS = {
    **dict.fromkeys("ٱٲٳ", "ا"),
    **dict.fromkeys("ىیېۍێے", "ي"),
    **dict.fromkeys("کڪگݢ", "ك"),
    **dict.fromkeys("ةۃەھہۂۀ", "ه"),
    **dict.fromkeys("پ", "ب"),
    **dict.fromkeys("چ", "ج"),
    **dict.fromkeys("ژ", "ز"),
    **dict.fromkeys("ڤڥ", "ف"),
    **dict.fromkeys("ۆۇۋ", "و"),
    **{chr(0x660 + n): str(n) for n in range(10)},
    **{chr(0x6F0 + n): str(n) for n in range(10)},
    "\u066b": ".",
    "\u066c": ",",
}
THOUSANDS = "(?<=[0-9]),(?=[0-9]{3}(?![0-9]))"
ARABIC = "[\u0621-\u064a]"

ARTICLES = [*["وبال", "فبال", "وكال", "فكال", "ولل", "فلل", "وال", "فال", "بال", "كال", "لل", "ال"]]
"""The article with what may stand before it. Longest first."""
PREFIXES = [*["وس", "وب", "ول", "فب", "فل", "وك", "فس"]]
"""Two particles before a word; where the word is known whole after one of them, only that one goes."""
PARTICLES = "وفبلك"
SUFFIXES: list[tuple[str, int]] = [
    # The suffix, and how many letters have to stay: a suffix that often ends a root (ان, ون, ت) asks for more.
    *(
        ("هما", 4),
        ("كما", 4),
        ("هاي", 3),
        ("يات", 3),
        ("تين", 4),
        ("تان", 4),
        ("يين", 3),
        ("يون", 3),
        ("ها", 3),
        ("هم", 4),
    ),
    *(("هن", 4), ("كم", 4), ("نا", 4), ("ان", 4), ("ات", 3), ("ون", 4), ("ين", 4), ("يه", 3), ("يا", 3), ("وا", 3)),
    *(("ته", 4), ("تي", 4), ("ه", 3), ("ي", 3), ("ا", 3), ("ت", 4)),
]
SHAPES: list[tuple[str, str]] = [
    # A stem's shape, and the shape of its family's name (digits are the groups). Broken plurals that hardly anything else looks like
    # (Wright, A Grammar of the Arabic Language I, 304-305), and the derived verbs that lose their alif after a prefix.
    ("^(.)وا([^و])(.)$", "1ا23"),  # شوارع شارع, عوامل عامل, جوايز جايز(ة)
    ("^(..)اي([^اوي])$", "1ي2"),  # نتايج نتيج(ة), حدايق حديق(ة)
    ("^([^ا].)(.)ا$", "1ي2"),  # سفرا(ء) سفير
    ("^ا([^لن][^ت])(.)ا$", "1ي2"),  # اصدقا(ء) صديق
    ("^([^ت][^اوي])ا([^اوي])([^اوي])$", "123"),  # مراكز مركز, عناصر عنصر, مدارس مدرس(ة)
    ("^(.[^اوي])ا([^اوي])ي(.)$", "12ي3"),  # مشاريع مشروع, جماهير جمهور, تقارير تقرير
    ("^(.[^اوي][^اوي])[اوي]([^اوي])$", "1ي2"),  # … and their singulars
    ("^ا(ست..)ا?(.)$", "12"),  # استقبل استقبال (ي)ستقبل
    ("^ا(.ت[^اوي])ا?(.)$", "12"),  # افتتح افتتاح (ي)فتتح
    ("^ا(ن[^اوي][^اوي])ا?(.)$", "12"),  # انطلق انطلاق (ي)نطلق
    ("^ا(ت[^اوي])ا?([^اوي])$", "12"),  # اتفق اتفاق (ي)تفق
]
SOUNDS: list[tuple[str, str]] = [
    # How letters sound to somebody who writes a foreign name, roughly: a, w and y are the vowels, Arabic g is ج, غ, ق or ك. Longest first.
    *(
        ("tch", "s"),
        ("sch", "s"),
        ("ch", "s"),
        ("sh", "s"),
        ("kh", "k"),
        ("gh", "k"),
        ("ph", "f"),
        ("th", "t"),
        ("wh", "w"),
        ("ck", "k"),
    ),
    *(
        ("ce", "sy"),
        ("ci", "sy"),
        ("cy", "sy"),
        ("ea", "y"),
        ("ee", "y"),
        ("ou", "w"),
        ("oo", "w"),
        ("x", "ks"),
        ("تش", "s"),
    ),
    *zip("abcdefgijklmnopqrstuvwyz", "abkdyfkykklmnwbkrstwfwys", strict=True),
    *zip("ابتثجخدذرزسشصضطظعغفقكلمنوي", "abttkkdsrssssdtsakfkklmnwy", strict=True),
]
VOWELS = "awy"


class Description(TypedDict):
    """Everything that both interpreters read."""

    word: str
    percent: str
    """A percentage in running text, its number in one of two groups."""
    ignored: str
    letters: dict[str, str]
    thousands: str
    arabic: str
    stop: list[str]
    articles: list[str]
    prefixes: list[str]
    particles: str
    suffixes: list[tuple[str, int]]
    shapes: list[tuple[str, str]]
    sounds: list[tuple[str, str]]
    whole: list[str]
    """Stems that merely begin like a particle or an article."""
    families: dict[str, str]
    """Stem of a broken plural → its family."""
    forms: dict[str, str]
    """The same for plurals that share their stem with another word, or look like a verb: قضاة and قضاء, أصعدة and أصعد."""
    pasts: dict[str, str]
    """A verb's past without ending → its family."""
    imperfects: dict[str, str]
    """A verb's imperfect without prefix and ending → its family."""
    seen: list[str]
    """Imperfects without prefix that no list has and an archive was seen to conjugate (`verbs_seen.py`)."""


def tables() -> Description:
    """Give the description without words: the folding and stripping that the words themselves go through."""
    return {
        "word": WORD,
        "percent": PERCENT,
        "ignored": IGNORED,
        "letters": LETTERS,
        "thousands": THOUSANDS,
        "arabic": ARABIC,
        "stop": [],
        "articles": ARTICLES,
        "prefixes": PREFIXES,
        "particles": PARTICLES,
        "suffixes": SUFFIXES,
        "shapes": SHAPES,
        "sounds": SOUNDS,
        "whole": [],
        "families": {},
        "forms": {},
        "pasts": {},
        "imperfects": {},
        "seen": [],
    }


def listed(name: str) -> Iterator[list[str]]:
    """Read the entries of `words/NAME.txt`: words between commas, several entries a line; `#` begins a comment."""
    for line in (WORDS / f"{name}.txt").read_text("utf-8").splitlines():
        for entry in line.partition("#")[0].split("،"):
            if words := entry.split():
                yield words


def rows(name: str) -> Iterator[list[str]]:
    """Read the rows of `words/NAME.txt`: names of one thing between `|`; `#` begins a comment."""
    for line in (WORDS / f"{name}.txt").read_text("utf-8").splitlines():
        if names := [name for part in line.partition("#")[0].split("|") if (name := part.strip())]:
            yield names
