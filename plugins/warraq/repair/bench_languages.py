"""
Injuries with a known cure to Persian, Urdu and Hebrew texts: the model of `bench_model`, in their letters, with their signs and lines.

The articles are the project's own (`tests/corpus/labelled/fa.txt`, `ur.txt`, `he.txt`). Every second one was kept apart while the rules
were written: `HELD`.
"""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from .alphabet import LETTER
from .bench_model import Injury, at_one_of, one_of
from .languages import HEBREW, HEBREW_LETTER, PERSIAN, URDU

HELD = slice(1, None, 2)
NON_JOINER, TO_LEFT = "\N{ZERO WIDTH NON-JOINER}", "\N{LEFT-TO-RIGHT MARK}"


@dataclass(frozen=True, slots=True)
class Model:
    """What is done to the articles of one language."""

    certain: Mapping[str, Injury]
    doubtful: Mapping[str, Injury]
    lines: Sequence[str]
    """Lines that are not the article's."""
    headings: Sequence[str]


@cache
def shapes() -> Mapping[tuple[str, str], str]:
    """Give the shape of a letter in a form, `<initial>` and so on."""
    found: dict[tuple[str, str], str] = {}
    for code in [*range(0xFB50, 0xFBB2), *range(0xFBD3, 0xFC00), *range(0xFE80, 0xFEFD)]:
        form, *letters = unicodedata.decomposition(chr(code)).split() or [""]
        if len(letters) == 1:
            found.setdefault((chr(int(letters[0], 16)), form), chr(code))
    return found


def in_shapes(word: str) -> str:
    """Write a word as shapes, as a PDF extractor gives it."""
    out, joined = "", False
    for i, letter in enumerate(word):
        goes_on = i + 1 < len(word) and (letter, "<initial>") in shapes() and word[i + 1] != "ء"
        form = {(0, 0): "<isolated>", (1, 0): "<final>", (0, 1): "<initial>", (1, 1): "<medial>"}[joined, goes_on]
        out += shapes().get((letter, form), letter)
        joined = goes_on
    return out


def _mojibake(match: re.Match[str], chance: random.Random) -> str:
    data = match[0].encode()
    try:
        return data.decode(chance.choice(("cp1252", "cp1256", "latin-1")))
    except UnicodeDecodeError:
        return data.decode("latin-1")


WIDE = str.maketrans("אדהכלםרת", "\ufb21\ufb22\ufb23\ufb24\ufb25\ufb26\ufb27\ufb28")
FRAGMENTS = "=”text-align:justify”>", 'style="text-align: justify;">', '<p dir="rtl">', "<br />", "</span>", 'alt="" />'


def _shared(letter: str, stops: str, commas: str) -> tuple[dict[str, Injury], dict[str, Injury]]:
    """Give the injuries that all three suffer: those with one cure, and those that are only pointed at."""
    word = f"[{letter}]"
    certain: dict[str, Injury] = {
        "cut tag before": at_one_of(r"\A", one_of(*FRAGMENTS)),
        "cut tag behind": at_one_of(r"\Z", one_of("<br>", "</div></body>", "<!-- end -->", 'class="page">')),
        "pair of tags": at_one_of(rf"(?<!{word}){word}{{4,}}", lambda m, _: f"<strong>{m[0]}</strong>"),
        "entity": at_one_of(
            '[«»“”"]',
            lambda m, _: {"«": "&laquo;", "»": "&raquo;", "“": "&ldquo;", "”": "&rdquo;", '"': "&quot;"}[m[0]],
        ),
        "entity of a space": at_one_of(r"(?<=\w) (?=\w)", one_of("&nbsp;", "&#160;", " &nbsp;")),
        "no space after stop": at_one_of(rf"(?<={word}{{3}}[{stops}]) (?={word}{{3}})", one_of("")),
        "no space after comma": at_one_of(rf"(?<={word}{{3}}[{commas}]) (?={word}{{3}})", one_of("")),
        "space before a sign": at_one_of(rf"(?<={word}{{2}})(?=[{stops}{commas}](?:\s|\Z))", one_of(" ")),
        "pipe": at_one_of(r"\Z", one_of(" |", " | |", "|")),
        "zero width": at_one_of(rf"(?<={word})(?={word})", one_of("\u200b", "\ufeff", "\u00ad", "\u200f")),
        "mojibake": at_one_of(r"\A[^\n]+\Z", _mojibake),
    }
    doubtful: dict[str, Injury] = {
        "doubled word": at_one_of(rf"(?<!{word}){word}{{6,}}(?= )", lambda m, _: f"{m[0]} {m[0]}"),
        "doubled phrase": at_one_of(rf"(?<= )(?:{word}{{2,}} ){{3}}{word}{{2,}}(?= )", lambda m, _: f"{m[0]} {m[0]}"),
        "doubled sentence": at_one_of(rf"(?<=\. )[^.{stops}\n]{{40,}}\.(?= )", lambda m, _: f"{m[0]} {m[0]}"),
    }
    return certain, doubtful


def _arabic_script(stops: str) -> tuple[dict[str, Injury], dict[str, Injury]]:
    certain, doubtful = _shared(LETTER, stops, "،؛:")
    word = f"[{LETTER}]"
    certain |= {
        "Latin sign": at_one_of(rf"(?<={word}{{2}})[،؛؟]", lambda m, _: {"،": ",", "؛": ";", "؟": "?"}[m[0]]),
        "tatweel": at_one_of(rf"(?<=[بتحسصعفقکگلمنھی])(?={word})", one_of("ـ", "ـــ")),
        "shapes": at_one_of(rf"(?<!{word}){word}{{4,}}(?!{word})", lambda m, _: in_shapes(m[0])),
    }
    doubtful["Arabic letters"] = at_one_of(
        rf"(?<!{word}){word}*[یک]{word}*(?!{word})", lambda m, _: m[0].replace("ی", "ي").replace("ک", "ك")
    )
    return certain, doubtful


def _persian() -> Model:
    certain, doubtful = _arabic_script(".؟!")
    joiners = f"{NON_JOINER}(?=ها)|(?<=می){NON_JOINER}(?=شو|کن|گوی|رو|ده|توان)"
    certain["mark for a non-joiner"] = at_one_of(joiners, one_of(TO_LEFT))
    doubtful["lost quote"] = at_one_of("»", one_of(""))
    return Model(
        certain,
        doubtful,
        (
            "منبع | خبرگزاری تسنیم |",
            "منبع: ایسنا",
            "بیشتر بخوانید: آغاز کار نمایشگاه کتاب",
            "همچنین بخوانید | خانه‌های کهن شهر",
            "مطالب مرتبط: بهای آب",
            "نویسنده: مریم صادقی",
            "منتشر شده در: ۱۲ خرداد ۱۳۹۵ - ۱۰:۳۰",
            "این مطلب را به اشتراک بگذارید",
        ),
        ("همکاری تازه دو دانشگاه", "گام‌های بعدی چیست", "بیم و امید کشاورزان", "آمار سخن می‌گوید"),
    )


def _urdu() -> Model:
    certain, doubtful = _arabic_script("۔؟!")
    certain["glued words"] = at_one_of(
        rf"(?<=[{LETTER}]{{2}}[ےں]) (?=(?!گا|گی|گے|کہ)[{LETTER}]{{3}})(?<!رائے )(?<!بلے )", one_of("")
    )
    doubtful["doubled sentence"] = at_one_of(r"(?<=۔ )[^۔؟!\n“”]{40,}۔(?= )", lambda m, _: f"{m[0]} {m[0]}")
    doubtful["lost quote"] = at_one_of("“", one_of(""))
    return Model(
        certain,
        doubtful,
        (
            "ماخذ: رائٹرز",
            "بشکریہ: روزنامہ ڈان",
            "یہ بھی پڑھیں: نئی نمائش کا آغاز",
            "مزید پڑھیں: شہر کے پرانے گھر",
            "متعلقہ خبریں: پانی کی قیمت",
            "تحریر: سلمان احمد",
            "اشاعت: 12 مارچ 2014 10:30",
            "اس خبر کو شیئر کریں",
        ),
        ("دونوں جامعات کا تعاون", "اگلا قدم کیا ہے", "کسانوں کی امیدیں", "اعداد و شمار کی زبان"),
    )


def _hebrew() -> Model:
    certain, doubtful = _shared(HEBREW_LETTER, ".?!", ",;:")
    letter = HEBREW_LETTER
    certain |= {
        "glued words": at_one_of(rf"(?<=[{letter}][םןץףך]) (?=(?!י?ות\b)[{letter}]{{3}})", one_of("")),
        "shapes": at_one_of(
            rf'(?<![{letter}"])[{letter}]*[אדהכלםרת][{letter}]*(?![{letter}"])', lambda m, _: m[0].translate(WIDE)
        ),
    }
    return Model(
        certain,
        doubtful,
        (
            "המקור: רויטרס",
            "באדיבות: סוכנות הידיעות",
            "קראו גם: התערוכה החדשה נפתחה",
            "עוד בנושא: הבתים הישנים בעיר",
            "כתבות נוספות: מחיר המים",
            "מאת: דנה לוי",
            "פורסם ב: 12 במרץ 2014",
            "שתפו את הכתבה בפייסבוק",
        ),
        ("שיתוף פעולה חדש", "מה יקרה עכשיו", "תקוות וחששות של חקלאים", "המספרים מדברים בעד עצמם"),
    )


MODELS = {PERSIAN: _persian, URDU: _urdu, HEBREW: _hebrew}
"""By language: makes the model."""
