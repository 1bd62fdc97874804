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


def _at(pattern: str, replace: Callable[[re.Match[str], random.Random], str]) -> Injury:
    """Injure one of the places that a pattern finds."""
    found = re.compile(pattern)

    def injure(paragraph: str, chance: random.Random) -> str | None:
        places = list(found.finditer(paragraph))
        if not places:
            return None
        match = chance.choice(places)
        return paragraph[: match.start()] + replace(match, chance) + paragraph[match.end() :]

    return injure


def _one_of(*values: str) -> Callable[[re.Match[str], random.Random], str]:
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
    "cut tag before": _at(
        r"\A", _one_of("align=”right”>", "<div class='text' dir='rtl'>", '"direction:rtl">', "</p>", "<font size=3")
    ),
    "cut tag behind": _at(r"\Z", _one_of("<br>", "</div></body>", ' width="100%">', "<!-- end -->", "/span>")),
    "pair of tags": _at(rf"{WORD}{{4,}}", lambda m, _: f"<u>{m[0]}</u>"),
    "entity": _at(r"[«»“”]", lambda m, _: {"«": "&laquo;", "»": "&raquo;", "“": "&#8220;", "”": "&amp;rdquo;"}[m[0]]),
    "entity of a space": _at(r"(?<=\w) (?=\w)", _one_of("&nbsp;", "&#xA0;", " &nbsp; ")),
    "no space after stop": _at(rf"(?<={WORD}{{3}}[.؟!]) (?={WORD}{{3}})", _one_of("")),
    "no space after comma": _at(rf"(?<={WORD}{{3}}[،؛:]) (?={WORD}{{3}})", _one_of("")),
    "space before a sign": _at(rf"(?<={WORD}{{2}})(?=[،؛؟!](?:\s|\Z)|\.\Z)", _one_of(" ", "  ", "\u00a0")),
    "Latin sign": _at(rf"(?<={WORD}{{2}})[،؛؟]", lambda m, _: {"،": ",", "؛": ";", "؟": "?"}[m[0]]),
    "glued words": _at(rf"(?<={WORD}{{2}}ة) (?={WORD}{{3}})", _one_of("")),
    "pipe": _at(r"\Z", _one_of(" |", "||", " ¦ ")),
    "zero width": _at(rf"(?<={WORD})(?={WORD})", _one_of("\u200b", "\u2060", "\ufeff\u00ad", "\u202b", "\u200e")),
    "control": _at(r"(?<=\w) (?=\w)", _one_of(" \x07", "\x1b ", " \x9d")),
    "tatweel": _at(rf"(?<=[بتحسصعفقكلمنهي])(?={WORD})", _one_of("ـ", "ـــ")),
    "shapes": _at(rf"(?<!{WORD})(?:{'|'.join(FORMS)})+(?!{WORD})", lambda m, _: "".join(FORMS[x] for x in m[0])),
    "mojibake": _at(
        r"\A[^\n]+\Z", lambda m, c: m[0].encode().decode(c.choice(("cp1256", "latin-1", "mac_roman", "cp437")))
    ),
    "spaces": _at(r"(?<=\w) (?=\w)", _one_of("   ", "\t", "\u2003")),
    "indent": _at(r"\A", _one_of("     ", "\t")),
}
DOUBTFUL: dict[str, Injury] = {
    "doubled word": _at(rf"(?<!{WORD})ال{WORD}{{4,}}(?= )", lambda m, _: f"{m[0]} {m[0]}"),
    "doubled phrase": _at(rf"(?<= )(?:{WORD}{{2,}} ){{3}}{WORD}{{2,}}(?= )", lambda m, _: f"{m[0]} {m[0]}"),
    "lost quote": _at(r"[”»]", _one_of("")),
    "Persian letters": _at(rf"{WORD}*[يك]{WORD}*", lambda m, _: m[0].replace("ي", "ی").replace("ك", "ک")),
    "lost digits": _at(r"(?<=\w) (?=\w)", _one_of(" ???? ")),
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
