"""
Lines of common letters that are stored from left to right: `.لبقملا عوبسألا ةياهن ىتح`.

PDF tools that know nothing of writing from right to left give each line as it was drawn, and some programs spell it backwards. Words prove
it: none begins with a ta marbuta, a hamza by itself, an Urdu `ے` or the final form of a Hebrew letter, none ends in `إ`, and the commonest
words are none when they are read from the other end. What was drawn keeps its numbers and Latin words, and its brackets are mirrored; what
was spelled backwards has all of it backwards. Where numbers and brackets of a text don't tell which, each number is doubted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from ...alphabet import DIGIT, LETTER, MARK, TATWEEL
from ...late import late
from .order import FORWARD, LINE, MIRRORED

HEBREW = "\u05d0-\u05ea"
FINAL = "ךםןףץ"
ENDS = f"ےں{FINAL}"
"""What a word only ends in, be it of two letters."""
WORDS = late(f"[{LETTER}{HEBREW}][{LETTER}{HEBREW}{MARK}{TATWEEL}\N{ZERO WIDTH NON-JOINER}\u05b0-\u05c2]*")
COMMON = frozenset(
    re.findall(
        r"\w+",
        """
        في من على إلى الى أن إن عن التي الذي الذين هذا هذه ذلك كان كانت قال وقال بعد حتى عند منذ خلال أو إذا وأن وإن لأن كما وفي وعلى
        وكان هناك أكثر رئيس مدينة در از که این است برای می های آن را شد کرد של את הוא היא כי
        """,
    )
)
ALSO_WORDS = frozenset(
    re.findall(r"\w+", "نم رد هذه ام يه لبق نيب دعب نع دش را ار درک לש תא יכ בא هب ناك هک لاق زا یم אוה איה نأ")
)
"""What some common words are from the other end, and are words as well."""
BACKWARDS = frozenset(word[::-1] for word in COMMON) - COMMON - ALSO_WORDS
QUICK = late(" (?:[ةءےںםן]|يف |ىل[عإ] |ىتح |يتلا |نیا )")
"""In nearly every text with such a line: cheap to look for."""
SHAPES = late("[\ufb1d-\ufdff\ufe70-\ufefc]")
TURNED_WORDS = late(r"(?<!\S)[.؟!][^\s.؟!]+\s*\Z")
"""The stop before the last word: each word runs backwards, and their order does not."""
STOPPED = late(r"[.،؛؟!…]\s*\Z")
BEGUN = late(r"\s*[.،؛؟!…](?![.…])")
"""Where a line that runs backwards has its stop."""
BRACKET = late(r"[()\[\]«»]")
NUMBER = late(f"(?<![A-Za-z{DIGIT}])[{DIGIT}](?:[{DIGIT}.,:/٫٬-]*[{DIGIT}])")
NUMBER_OR_BRACKET = late(f"{NUMBER.pattern}|{BRACKET.pattern}")
YEAR = late(r"(?:1[3-9]|20)\d\d")
RANGE = late("[/-]")
THOUSANDS = late(r"[1-9]\d{0,2}(?:[,٬]\d{3})+")
NAME = late(r"\b[A-Z]?[a-z]{2,}[A-Z]?\b")
MISPLACED = late(f"(?<![{LETTER}{MARK}])[{MARK}]|[\u064b-\u064d](?=[{LETTER}]{{2}})|[\u064c\u064d](?=[{LETTER}])")
CLUSTER = late(f".[{MARK}]*")


@dataclass(frozen=True, slots=True)
class Backwards:
    """The lines of a text that run backwards."""

    turned: tuple[tuple[int, int, str], ...]
    """Those that surely do, with the text that they are."""
    doubtful: tuple[tuple[int, int], ...]
    numbers: tuple[tuple[int, int], ...]
    """Numbers and brackets of lines that are turned, of which nothing says which way they run."""


@lru_cache(maxsize=1)  # three rules ask
def backwards(text: str) -> Backwards | None:
    """Find the lines that run backwards; None where there are none, as in nearly all texts."""
    if not QUICK.search(text):
        return None
    sure: list[re.Match[str]] = []
    doubtful: list[tuple[int, int]] = []
    silent: list[tuple[int, int]] = []
    sound = 0
    for line in LINE.finditer(text):
        if SHAPES.search(line[0]):
            continue  # other rules' first
        strong, weak, forward, many = _evidence(line[0])
        stopped, begun = STOPPED.search(line[0]) is not None, BEGUN.match(line[0]) is not None
        strong += bool(strong) and begun and not stopped
        against = (stopped or TURNED_WORDS.search(line[0]) is not None) and not begun
        proven = _is_proof(strong, weak, forward) and not against
        if proven and not _is_proof(
            *_evidence(line[0][::-1])[:3]
        ):  # else it would be turned back when it is read again
            sure.append(line)
        elif strong >= 2 or (not forward and (strong or weak >= 3)):
            doubtful.append(line.span())
        elif many >= 2 and strong + weak >= forward:
            silent.append(line.span())
        else:
            sound += 1
    if not sure and not doubtful:
        return None
    drawn = _drawn([line[0] for line in sure])
    turned = tuple((*line.span(), turn(line[0], drawn=drawn is not False)) for line in sure)
    numbers = [] if drawn is not None else [m.span() for line in sure for m in _numbers(text, line)]
    return Backwards(turned, tuple(sorted(doubtful + (silent if len(sure) > sound else []))), tuple(numbers))


def _evidence(line: str) -> tuple[int, int, int, int]:
    """Count what speaks for a line running backwards, strongly and weakly, and what speaks against it; and its words."""
    strong: set[str] = set()
    weak = forward = many = 0
    for word in WORDS.findall(line):
        length = len(word)
        many += 1
        if (
            word in BACKWARDS
            or (length > 2 and (word[0] in "ةء" or word[-1] == "إ"))
            or (length > 1 and word[0] in ENDS)
        ):
            strong.add(word)
        elif word in COMMON or (length > 3 and word.startswith(("ال", "وال", "بال"))) or word[-1] in f"ة{ENDS}":
            forward += 1
        elif length > 4 and word.endswith(("لا", "لاو", "لاب")):
            weak += 1
    return len(strong), weak, forward, many


def _is_proof(strong: int, weak: int, forward: int) -> bool:
    return (strong >= 2 and strong + weak >= 3 * forward) or (strong >= 1 and weak >= 3 and not forward)


def turn(line: str, *, drawn: bool) -> str:
    """Give a line from right to left; `drawn`: its numbers and Latin words run forwards, and its brackets are mirrored."""
    made = line[::-1]
    if any("\u0610" <= c <= "\u06ed" and not c.isalpha() for c in line):
        clusters = "".join(reversed(CLUSTER.findall(line)))
        made = min(made, clusters, key=lambda way: len(MISPLACED.findall(way)))  # of two as good, the first
    if not drawn:
        return made
    return FORWARD.sub(lambda m: m[0][::-1], made.translate(MIRRORED))


def _numbers(text: str, line: re.Match[str]) -> Iterator[re.Match[str]]:
    """Yield the numbers and brackets that are others from the other end."""
    for match in NUMBER_OR_BRACKET.finditer(text, *line.span()):
        if match[0] != match[0][::-1] or len(match[0]) == 1:
            yield match


def _drawn(lines: Sequence[str]) -> bool | None:
    """Say whether lines were drawn, or spelled backwards; None where nothing tells, or some say the one, some the other."""
    votes = {vote for line in lines for vote in _votes(line)}
    return votes.pop() if len(votes) == 1 else None


def _votes(line: str) -> Iterator[bool]:
    brackets = BRACKET.findall(line)
    if brackets and len(brackets) % 2 == 0:
        yield brackets[0] in "([«"
    for match in NAME.finditer(line):
        if match[0][0].isupper() is not match[0][-1].isupper():
            yield match[0][0].isupper()
    for match in NUMBER.finditer(line):
        digits = "".join(str(int(c)) if c.isdecimal() else c for c in match[0])
        parts = RANGE.split(digits)
        for part in parts if len(parts) == 1 else (p for p in parts if len(p) == 4):
            there, back = _is_number(part), _is_number(part[::-1])
            if there is not back:
                yield there


def _is_number(digits: str) -> bool:
    """Say whether digits are a year, or thousands in their groups, or a number without a zero before it."""
    if len(digits) == 4 and digits.isdecimal():
        return YEAR.fullmatch(digits) is not None
    if "," in digits or "٬" in digits:
        return THOUSANDS.fullmatch(digits) is not None
    return digits[0] != "0" or len(digits) > 3 or not digits.isdecimal()
