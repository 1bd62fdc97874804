"""Names in several languages: of the vocabulary's concepts, of months, and of organisations that have acronyms."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from warraq.arabic.analysis.description import rows
from warraq.arabic.folding import fold
from warraq.arabic.months import DATA, Calendar
from warraq.archive.concept import Vocabulary
from warraq.archive.synonyms import Groups, beside

SHORTEST = 4
"""The least number of letters of a month's name."""
YOUNG = "جوان"
"""June in Algiers, a young man in Tehran."""


@dataclass(frozen=True, slots=True)
class Name:
    """A concept's names, in all languages."""

    id: str
    label: str
    """The one that readers see."""
    labels: tuple[str, ...] = ()


Names = Mapping[str, Name]
"""By id of the concept."""


SYNONYMS = "~"
"""What begins the id of a group of synonyms: no concept's begins like that."""


MONTH = "month-"
"""What begins the id of a month."""


def synonyms(own: Groups = ()) -> Names:
    """Give the words that a search takes for one another, of an archive and of `words/synonyms.txt`, as if each group were a concept."""
    found = beside(own, rows("synonyms"))
    return {f"{SYNONYMS}{group[0]}": Name(f"{SYNONYMS}{group[0]}", " | ".join(group), group) for group in found}


def acronyms() -> Names:
    """Give the organisations that the press names by letters in one language and by words in another (`words/acronyms.txt`)."""
    return {names[0]: Name(names[0], names[2], tuple(names)) for names in rows("acronyms")}


def month_names() -> Names:
    """
    Give the months, with their names from Rabat to Baghdad and in other languages: a reader who asks for تموز means يوليو too.

    Short names are left out: آب is «father» too, and May a woman's name.
    """
    found: dict[str, Name] = {}
    for number in map(str, range(1, 13)):
        everywhere = [name for months in DATA[Calendar.GREGORIAN].values() for name in months[number]]
        long = tuple(dict.fromkeys(name for name in everywhere if len(fold(name)) >= SHORTEST and name != YOUNG))
        found[f"{MONTH}{number}"] = Name(f"{MONTH}{number}", DATA[Calendar.GREGORIAN]["ar"][number][0], long)
    return found


def common_names(own: Groups = ()) -> Names:
    """Give the names that no vocabulary holds: the same in every archive but for the synonyms of its own."""
    return {**month_names(), **acronyms(), **synonyms(own)}


def all_names(vocabulary: Vocabulary, language: str) -> Names:
    """Give all names; the vocabulary's comes before an acronym of the same letters."""
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
    common = common_names(vocabulary.synonyms)
    return {**{i: name for i, name in common.items() if i.lower() not in taken}, **made}
