"""
Injuries with a known cure: what the bench does to sound articles, one at a time.

Each is given a paragraph and a source of chance and gives the injured one, or None where there is nothing to injure. They
are kinds of damage that were seen in the wild, in other wordings than the examples of the rules.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable

from .alphabet import LETTER

Injury = Callable[[str, random.Random], str | None]
WORD = f"[{LETTER}]"


def at_one_of(pattern: str, replace: Callable[[re.Match[str], random.Random], str]) -> Injury:
    """Injure one of the places that a pattern finds."""
    found = re.compile(pattern)

    def injure(paragraph: str, chance: random.Random) -> str | None:
        places = list(found.finditer(paragraph))
        if not places:
            return None
        match = chance.choice(places)
        return paragraph[: match.start()] + replace(match, chance) + paragraph[match.end() :]

    return injure


def one_of(*values: str) -> Callable[[re.Match[str], random.Random], str]:
    """Put one of these in its place."""
    return lambda _match, chance: chance.choice(values)


FORMS = {
    "ا": "\ufe8d",
    "ل": "\ufedd",
    "م": "\ufee1",
    "ن": "\ufee5",
    "ر": "\ufead",
    "ب": "\ufe8f",
    "ي": "\ufef1",
    "و": "\ufeed",
}
CERTAIN: dict[str, Injury] = {
    "cut tag before": at_one_of(
        r"\A", one_of("align=”right”>", "<div class='text' dir='rtl'>", '"direction:rtl">', "</p>", "<font size=3")
    ),
    "cut tag behind": at_one_of(r"\Z", one_of("<br>", "</div></body>", ' width="100%">', "<!-- end -->", "/span>")),
    "pair of tags": at_one_of(rf"{WORD}{{4,}}", lambda m, _: f"<u>{m[0]}</u>"),
    "entity": at_one_of(
        r"[«»“”]", lambda m, _: {"«": "&laquo;", "»": "&raquo;", "“": "&#8220;", "”": "&amp;rdquo;"}[m[0]]
    ),
    "entity of a space": at_one_of(r"(?<=\w) (?=\w)", one_of("&nbsp;", "&#xA0;", " &nbsp; ")),
    "no space after stop": at_one_of(rf"(?<={WORD}{{3}}[.؟!]) (?={WORD}{{3}})", one_of("")),
    "no space after comma": at_one_of(rf"(?<={WORD}{{3}}[،؛:]) (?={WORD}{{3}})", one_of("")),
    "space before a sign": at_one_of(rf"(?<={WORD}{{2}})(?=[،؛؟!](?:\s|\Z)|\.\Z)", one_of(" ", "  ", "\u00a0")),
    "Latin sign": at_one_of(rf"(?<={WORD}{{2}})[،؛؟]", lambda m, _: {"،": ",", "؛": ";", "؟": "?"}[m[0]]),
    "glued words": at_one_of(rf"(?<={WORD}{{2}}ة) (?={WORD}{{3}})", one_of("")),
    "pipe": at_one_of(r"\Z", one_of(" |", "||", " ¦ ")),
    "zero width": at_one_of(rf"(?<={WORD})(?={WORD})", one_of("\u200b", "\u2060", "\ufeff\u00ad", "\u202b", "\u200e")),
    "control": at_one_of(r"(?<=\w) (?=\w)", one_of(" \x07", "\x1b ", " \x9d")),
    "tatweel": at_one_of(rf"(?<=[بتحسصعفقكلمنهي])(?={WORD})", one_of("ـ", "ـــ")),
    "shapes": at_one_of(rf"(?<!{WORD})(?:{'|'.join(FORMS)})+(?!{WORD})", lambda m, _: "".join(FORMS[x] for x in m[0])),
    "mojibake": at_one_of(
        r"\A[^\n]+\Z", lambda m, c: m[0].encode().decode(c.choice(("cp1256", "latin-1", "mac_roman", "cp437")))
    ),
    "spaces": at_one_of(r"(?<=\w) (?=\w)", one_of("   ", "\t", "\u2003")),
    "indent": at_one_of(r"\A", one_of("     ", "\t")),
}
DOUBTFUL: dict[str, Injury] = {
    "doubled word": at_one_of(rf"(?<!{WORD})ال{WORD}{{4,}}(?= )", lambda m, _: f"{m[0]} {m[0]}"),
    "doubled phrase": at_one_of(rf"(?<= )(?:{WORD}{{2,}} ){{3}}{WORD}{{2,}}(?= )", lambda m, _: f"{m[0]} {m[0]}"),
    "lost quote": at_one_of(r"[”»]", one_of("")),
    "Persian letters": at_one_of(rf"{WORD}*[يك]{WORD}*", lambda m, _: m[0].replace("ي", "ی").replace("ك", "ک")),
    "lost digits": at_one_of(r"(?<=\w) (?=\w)", one_of(" ???? ")),
}
LINES = (
    "مصدر | وكالة الأنباء الوطنية |",
    "المصدر: صحيفة الغد",
    "شاهد أيضا: معرض آخر في مدينة أخرى",
    "مواضيع ذات صلة",
    "نشر في: 3 مايو 2019 - 11:20",
    "شارك هذا المقال على فيسبوك وتويتر",
    "(وكالات)",
)
HEADINGS = ("حلول مقترحة للمرحلة القادمة", "أرقام لا تكذب", "ماذا بعد", "شهادات من الميدان")
