"""The names that things go by in several languages: of the vocabulary's concepts, and of bodies known by their letters."""

from __future__ import annotations

from warraq.arabic.analysis.description import WORDS
from warraq.arabic.folding import folded
from warraq.arabic.months import DATA, Calendar
from warraq.archive.concept import Vocabulary

from .holding import Name, Names

SHORTEST = 4
"""Letters that a month's name has to have."""
YOUNG = "جوان"
"""June in Algiers, a young man in Tehran."""


def acronyms() -> Names:
    """Bodies that the press names by letters in one language and by words in another (`words/acronyms.txt`)."""
    found: dict[str, Name] = {}
    for line in (WORDS / "acronyms.txt").read_text("utf-8").splitlines():
        if names := [name.strip() for name in line.partition("#")[0].split("|") if name.strip()]:
            found[names[0]] = Name(names[0], names[2], tuple(names))
    return found


def month_names() -> Names:
    """
    The months, by what they are called from Rabat to Baghdad and in other languages: one who asks for تموز means يوليو too.

    Short names are left out: آب is «father» too, and May a woman's name.
    """
    found: dict[str, Name] = {}
    for number in map(str, range(1, 13)):
        everywhere = [name for months in DATA[Calendar.GREGORIAN].values() for name in months[number]]
        long = tuple(dict.fromkeys(name for name in everywhere if len(folded(name)) >= SHORTEST and name != YOUNG))
        found[f"month-{number}"] = Name(f"month-{number}", DATA[Calendar.GREGORIAN]["ar"][number][0], long)
    return found


def common() -> Names:
    """What is known of names everywhere."""
    return {**month_names(), **acronyms()}


def names(vocabulary: Vocabulary, language: str) -> Names:
    """All names: an acronym that the vocabulary has too is the vocabulary's."""
    made: dict[str, Name] = {}
    for concept in vocabulary.concepts.values():
        labels = [
            concept.id,
            *concept.pref_label.values(),
            *(label for more in concept.alt_labels.values() for label in more),
        ]
        label = concept.pref_label.get(language) or concept.pref_label.get("ar") or concept.id
        unsure = set(concept.ambiguous)
        made[concept.id] = Name(concept.id, label, tuple(dict.fromkeys(x for x in labels if x not in unsure)))
    taken = {label.lower() for name in made.values() for label in name.labels}
    return {**{i: name for i, name in common().items() if i.lower() not in taken}, **made}
