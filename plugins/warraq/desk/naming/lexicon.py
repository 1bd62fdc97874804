"""What is known of words before any text is read: cues, and the names of places and bodies that come with the program."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache

from warraq.arabic.analysis.description import rows
from warraq.arabic.clitics import AND, PREPOSITIONS
from warraq.arabic.folding import WORD, bare, fold, fold_letters
from warraq.arabic.naming.cues import cues
from warraq.archive.concept import Scheme
from warraq.archive.starter.own_words import CITIES_OF_BODIES, NOT_BODIES
from warraq.repair.rules.lines.cities import CITIES

LIKE = "ك"
"""Few words have it before them without the article, and many foreign names begin with it: كيري is no «like he sees»."""
MOST_SEEN = 50_000
"""Words that are kept."""


class Says:
    """
    What a word says of itself or of what stands behind it, as bits of plain integers.

    They are asked a million times, and IntFlag takes ten times as long.
    """

    NOTHING = 0
    GIVEN = 1
    WEAK = 2
    TITLE = 4
    FUNCTION = 8
    SAYING = 16
    BODY = 32
    """A name of an organisation begins here."""
    SITE = 64
    """The name of a place stands behind it."""
    EVENT = 128
    COMMON = 256


Names = tuple[tuple[tuple[str, ...], Scheme], ...]
"""Names that begin with one word, as folded words, the longest first."""
Looked = tuple[str, int, Names, str, str]
"""A word without the particles before it, what it says, known names that it begins, the word by which those begin; what stands behind its article."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words, and the names that are known as they are."""

    words: dict[str, int]
    names: dict[str, Names]
    """By their first word."""
    same: dict[tuple[str, ...], tuple[str, ...]]
    """Names of one place or body that are written otherwise, each with the first of them."""
    seen: dict[str, Looked] = field(default_factory=dict)
    """What was looked up; a text has few words that no text before it had."""

    def look(self, word: str) -> Looked:
        """Look a folded word up, with and without particles; as it is where nothing is known."""
        if (found := self.seen.get(word)) is None:
            if len(self.seen) >= MOST_SEEN:
                self.seen.clear()
            found = self.seen[word] = self._look(word)
        return found

    def _look(self, word: str) -> Looked:
        forms = without_particles(word)
        articled = next((form[2:] for form in forms if form.startswith("ال") and len(form) > 3), "")
        said = next((form for form in forms if self.words.get(form)), word)
        named = next((form for form in forms if form in self.names), "")
        return said, self.words.get(said, Says.NOTHING), self.names.get(named, ()), named, articled


def without_particles(word: str) -> list[str]:
    """Give what a word may be without و ف, then without ب ل ك, itself first."""
    found = [word]
    if len(word) > 3 and word[0] in AND:
        found.append(word[1:])
    for form in tuple(found):
        if form.startswith("لل") and len(form) > 4:
            found.append("ال" + form[2:])
        elif len(form) > 3 and form[0] in PREPOSITIONS and (form[0] != LIKE or form.startswith("ال", 1)):
            found.append(form[1:])
    return found


@cache
def lexicon() -> Lexicon:
    """Make the table, once."""
    known = cues()
    words: dict[str, int] = {}
    for said, listed in (
        (Says.GIVEN, known.given),
        (Says.WEAK, known.weak),
        (Says.TITLE, known.titles),
        (Says.FUNCTION, known.functions),
        (Says.SAYING, known.saying),
        (Says.BODY, known.organisations),
        (Says.SITE, known.places),
        (Says.EVENT, known.events),
        (Says.COMMON, known.common),
    ):
        for word in listed:
            words[word] = words.get(word, Says.NOTHING) | said
    words["على"] = Says.COMMON  # as `runs` tells it from علي
    names: dict[str, set[tuple[tuple[str, ...], Scheme]]] = {}
    for name, scheme in (*((name, Scheme.PLACE) for name in _places()), *((n, Scheme.ORGANISATION) for n in _bodies())):
        parts = tuple(bare(part) for part in WORD.findall(fold_letters(name)))
        if parts and not (len(parts) == 1 and (len(parts[0]) < 3 or words.get(parts[0], Says.NOTHING))):
            names.setdefault(parts[0], set()).add((parts, scheme))
    longest = {first: tuple(sorted(each, key=lambda name: (-len(name[0]), name))) for first, each in names.items()}
    return Lexicon(words, longest, _same())


NO_CITY = frozenset(map(fold, ("نوم", "مالي", "الأمم المتحدة", "بليز", "ثول", "مركز", "الملك", "فوق", "كوك", "هوفد")))


def _places() -> list[str]:
    from babel import Locale

    locale = Locale("ar")
    cities = [zone["city"] for zone in locale.time_zones.values() if isinstance(zone.get("city"), str)]
    found = [name for code, name in locale.territories.items() if code.isalpha()]
    return [name for name in (*found, *cities, *CITIES.split("|"), *MORE.split("|")) if fold(name) not in NO_CITY]


MORE = (
    "الولايات المتحدة|الولايات المتحدة الأمريكية|أمريكا|أميركا|بريطانيا|هولندا|سوريا|روسيا|إسرائيل|إيران|كوريا الشمالية|كوريا الجنوبية"
    "|الإمارات|السعودية|المملكة العربية السعودية|دولة الإمارات العربية المتحدة|كردستان|قطاع غزة|الضفة الغربية|المنطقة الشرقية"
    "|أوروبا|أفريقيا|إفريقيا|آسيا|الخليج العربي|الشرق الأوسط|المسجد الحرام|المسجد النبوي|كاليفورنيا|فلوريدا|تكساس"
    "|البحر الأحمر|البحر المتوسط|البحر الأبيض المتوسط|بحر قزوين|قناة السويس|قناة بنما"
)


def _bodies() -> list[str]:
    return [
        name
        for row in rows("acronyms")
        if row[0] not in NOT_BODIES
        for name in row[2:]
        if not name.isascii() and name not in CITIES_OF_BODIES
    ]


def _same() -> dict[tuple[str, ...], tuple[str, ...]]:
    """Give names of one place or body, as the list of acronyms has them in one row, and countries that have two names."""
    listed = [row[2:] for row in rows("acronyms") if row[0] not in NOT_BODIES or row[0] in COUNTRIES]
    found: dict[tuple[str, ...], tuple[str, ...]] = {}
    for row in (*listed, *(names.split("|") for names in TWO_NAMES)):
        names = [tuple(fold(name).split()) for name in row if not name.isascii()]
        first = next((found[name] for name in names if name in found), names[0])
        for name in names:
            found.setdefault(name, first)
    return found


COUNTRIES = frozenset({"USA", "UK", "UAE", "KSA"})
TWO_NAMES = (
    "الولايات المتحدة|أميركا|أمريكا|الولايات المتحدة الأمريكية|الولايات المتحدة الأميركية",
    "أفريقيا|إفريقيا|افريقيا",
    "إسطنبول|اسطنبول|استانبول",
    "المدينة المنورة|المدينة المنوره",
    "أبوظبي|أبو ظبي",
    "كابول|كابل",
)
