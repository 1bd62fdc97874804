"""
The spellings and forms of one name.

Written in another way: عبد الله and عبدالله, نتنياهو and نتانياهو, غوغل and جوجل. Shortened: أوباما for باراك أوباما, داعش for تنظيم داعش,
محمد بن نايف for محمد بن نايف بن عبدالعزيز. A short form that fits two names belongs to neither: who is meant, an editor knows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from warraq.arabic.folding import fold
from warraq.arabic.naming.cues import cues
from warraq.archive.concept import Scheme

from .cue import Counts, Words
from .ends import is_lineage
from .lexicon import lexicon

SON = frozenset({"بن", "ابن"})
LONG = 5
"""Letters from which on spellings of a foreign word are compared."""
SOUNDS = str.maketrans(
    {"غ": "ج", "ق": "ك", "ط": "ت", "ث": "ت", "ض": "د", "ظ": "ز", "ڤ": "ف", "پ": "ب", "چ": "ج", "گ": "ج"}
)
SHORTEST = 4
"""Letters of a family name that stands for a whole one."""
TOGETHER = 0.3
"""The share of their articles that a short form and the whole name have in common, at least."""
RARE = 0.1
"""The share of the articles of the most frequent name below which another one with the same short form is passed over."""
Key = tuple[Scheme, Words]


@dataclass(slots=True)
class Group:
    """The forms of one name, the fullest first."""

    forms: list[Words]
    counts: Counts

    @property
    def id(self) -> str:
        """Its folded words: the same as long as the texts are."""
        return " ".join(self.forms[0])


def sound_of(word: str) -> str:
    """Give what the spellings of one foreign word have in common: sounds for letters, no alef within."""
    if len(word) < LONG or word.startswith("ال"):
        return word
    if word in cues().given:
        return word.replace("غ", "ج")
    return word[0].translate(SOUNDS) + word[1:].translate(SOUNDS).replace("ا", "")


def spelling_of(words: Words) -> Words:
    """Give what the spellings of one name have in common."""
    return tuple(sound_of(word) for word in words if word not in SON or word == words[0])


@cache
def _sorts_of_one() -> frozenset[str]:
    """Give words that say only of what sort it is which is named behind them: تنظيم داعش is داعش, مفوضية الاتحاد الأفريقي is not الاتحاد الأفريقي."""
    words = "تنظيم حركة جماعة جبهة حزب منظمة حلف ميليشيا ميليشيات شركة مجموعة مؤسسة نادي بنك مصرف صحيفة جريدة مجلة قناة شبكة وكالة"
    return frozenset(sound_of(fold(word)) for word in words.split())


@cache
def _known() -> Mapping[Words, Words]:
    """Give the names of one place or body, each as it is compared, with the first of them."""
    return {form: first for name, first in lexicon().same.items() for form in (name, spelling_of(name))}


def key_of(words: Words) -> Words:
    """Give what all that is written of one name has in common: spellings, and other names that the program knows."""
    return _known().get(words) or spelling_of(words)


def grouped(found: Mapping[Words, Counts], articles_of: Callable[[Words], AbstractSet[str]]) -> list[Group]:
    """Put forms of one name together; each is in one group. `articles_of`: in which articles a form was found."""
    spelt: dict[Key, list[Words]] = {}
    for words, counts in found.items():
        spelt.setdefault((counts.scheme, key_of(words)), []).append(words)
    groups = {key: _group(forms, found) for key, forms in spelt.items()}
    joined: dict[Key, Key] = {}
    for key, meant in _short_forms(groups, articles_of):
        whole = meant
        while whole not in groups:  # it was joined to a longer one meanwhile
            whole = joined[whole]
        one = groups.pop(key)
        joined[key] = whole
        groups[whole].forms += one.forms
        groups[whole].counts = groups[whole].counts.and_(one.counts)
    for (scheme, _), group in groups.items():
        group.forms.sort(key=lambda words: _place(scheme, words, found[words]))
    return list(groups.values())


def _place(scheme: Scheme, words: Words, counts: Counts) -> tuple[object, ...]:
    """Order the forms of one name: the most frequent first, and of a person one that is more than the family's."""
    return scheme is Scheme.PERSON and len(words) == 1, -counts.articles, -counts.times, words


def _group(forms: Iterable[Words], found: Mapping[Words, Counts]) -> Group:
    ordered = sorted(forms, key=lambda words: (-found[words].articles, -found[words].times, words))
    counts = found[ordered[0]]
    for other in ordered[1:]:
        counts = counts.and_(found[other])
    return Group(ordered, counts)


def _short_forms(
    groups: Mapping[Key, Group], articles_of: Callable[[Words], AbstractSet[str]]
) -> list[tuple[Key, Key]]:
    """Give each short form with the one name that it is short for; the shortest first."""
    wholes: dict[Key, list[Key]] = {}
    for key in groups:
        for short in short_forms_of(*key):
            if short != key and short in groups:
                wholes.setdefault(short, []).append(key)
    found: list[tuple[Key, Key]] = []
    for short in sorted(wholes, key=lambda key: (len(key[1]), key[1])):
        most = max(groups[key].counts.articles for key in wholes[short])
        longer = [key for key in wholes[short] if groups[key].counts.articles > RARE * most]
        longer.sort(key=lambda key: (len(key[1]), key[1]))
        # فيصل بن خالد may be the beginning of two names: it is joined where each goes on as the one before it does.
        if all(b[1][: len(a[1])] == a[1] for a, b in pairwise(longer)) and _meet(
            groups[short], groups[longer[0]], articles_of
        ):
            found.append((short, longer[0]))
    return found


def short_forms_of(scheme: Scheme, words: Words) -> Iterator[Key]:
    """Yield the short forms that a name may have."""
    if scheme is Scheme.PERSON:
        if len(words) > 1 and len(words[-1]) >= SHORTEST and words[-1] not in cues().given:
            yield scheme, words[-1:]
        for end in range(len(words) - 1, 1, -1):
            if not is_lineage(words[end]):
                break
            yield scheme, words[:end]
    elif scheme is Scheme.ORGANISATION and len(words) > 1 and words[0] in _sorts_of_one():
        yield scheme, _known().get(words[1:]) or words[1:]


def _meet(short: Group, whole: Group, articles_of: Callable[[Words], AbstractSet[str]]) -> bool:
    """Tell whether articles that have the short form have the whole one too, as news names somebody wholly before it shortens."""
    of_short = frozenset().union(*map(articles_of, short.forms))
    of_whole = frozenset().union(*map(articles_of, whole.forms))
    return len(of_short & of_whole) >= max(1, TOGETHER * min(len(of_short), len(of_whole)))
