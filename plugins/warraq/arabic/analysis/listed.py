"""The description with its words: what `words/*.txt` say of plurals, verbs and words that merely look as if they had a particle."""

from __future__ import annotations

from functools import cache, lru_cache

from .analysis import Analysis
from .description import Description, listed, tables
from .masdars import masdars, passives
from .verbs_seen import NO_VERBS, Verbs

LOOKS = "وفبلكي"
"""A word that begins with one of these could be taken for one with a particle, or for an imperfect."""


@lru_cache(maxsize=4)
def description(
    learned: tuple[str, ...] = (), seen: Verbs = NO_VERBS, alike: tuple[tuple[str, str], ...] = ()
) -> Description:
    """
    Give everything that is known of words, with what an archive taught.

    That is: stems that are whole (`learning.py`), verbs (`verbs_seen.py`), and spellings of one foreign name (`names_alike.py`).
    """
    made = tables()
    plain = Analysis(made)

    made["stop"] = sorted({word for entry in folded("stop") for word in entry})
    whole = {plain.ending(word) for entry in folded("whole") for word in entry}
    made["whole"] = sorted(whole)
    knowing = Analysis(made)
    verbs = folded("verbs")
    nouns = [[knowing.ending(knowing.without_article(word)) for word in entry] for entry in folded("plurals")]
    # Whatever is listed is a whole word: فصول is no ف and صول.
    whole |= {stem for entry in nouns for stem in entry if len(stem) > 2 and stem[0] in LOOKS}
    whole |= {past for past, *_ in verbs if len(past) > 2 and past[0] in LOOKS}
    made["whole"] = sorted(whole | set(learned))
    singulars = {singular for singular, *_ in nouns}
    families: dict[str, str] = {}
    for singular, *plurals in nouns:
        family = singular if not plurals else families.get(singular) or plain.shaped(singular)
        # كتاب is a book and the plural of كاتب: what is a singular itself belongs to no other.
        for stem in (singular, *(plural for plural in plurals if plural not in singulars)):
            if plain.shaped(stem) != family:
                families.setdefault(stem, family)
    made["families"] = dict(sorted(families.items()))
    # يخرج is of خرج sooner than of أخرج, where both are listed.
    for past, *imperfects in sorted(verbs, key=lambda verb: len(verb[0]) > len("خرج")):
        family = plain.shaped(plain.ending(past)) if len(past) > 2 else past
        made["pasts"].setdefault(past, family)
        for imperfect in imperfects:
            made["imperfects"].setdefault(imperfect[1:], family)
    _masdars(made, plain, {stem for entry in nouns for stem in entry})
    knowing = Analysis(made)
    made["seen"] = sorted(set(seen.imperfects) - made["imperfects"].keys())
    for past, imperfect in seen.pasts:
        # ضيق is not the past of يضيق: what a list knows by its imperfect, it knows by its past.
        if imperfect not in made["imperfects"]:
            made["pasts"].setdefault(past, knowing.shaped(knowing.ending(imperfect)))
    for stem, other in alike:
        made["families"].setdefault(stem, knowing.shaped(other))
    made["families"] = dict(sorted(made["families"].items()))
    made["pasts"], made["imperfects"] = dict(sorted(made["pasts"].items())), dict(sorted(made["imperfects"].items()))
    made["forms"] = dict(sorted((_forms(made) | made["forms"]).items()))
    return made


def _masdars(made: Description, plain: Analysis, nouns: set[str]) -> None:
    """Let masdars and passives of the listed verbs be of their families; what a list has as another noun stays that."""
    knowing = Analysis(made)
    written = [(entry[0], list(masdars(entry[0])), list(passives(entry[0]))) for entry in listed("verbs")]
    written += [(entry[0], entry[1:], []) for entry in listed("masdars")]
    for past, nouns_of, passive in written:
        family = made["pasts"].get("".join(plain.fold(past)))
        if family is None:
            continue
        for one in passive:
            made["pasts"].setdefault("".join(plain.fold(one)), family)
        for one in nouns_of:
            word = "".join(plain.fold(one))
            stem = plain.ending(word)
            if knowing.shaped(stem) == family or word in made["pasts"]:
                continue
            if stem in nouns or stem in made["families"]:
                for form in (word, *([f"{word[:-1]}ات"] if word.endswith("ه") else [])):
                    made["forms"].setdefault(form, family)
            else:
                made["families"][stem] = family
    made["families"] = dict(sorted(made["families"].items()))


@cache
def folded(name: str) -> tuple[tuple[str, ...], ...]:
    """Give the entries of `words/NAME.txt` with each word folded; folding asks no list of words."""
    plain = Analysis(tables())
    return tuple(tuple("".join(plain.fold(word)) for word in entry) for entry in listed(name))


def _forms(made: Description) -> dict[str, str]:
    """Give the plurals that still go with another word, by the whole form."""
    analysis = Analysis(made)
    entries = [[analysis.without_article(word) for word in entry] for entry in folded("plurals")]
    singulars = {singular for singular, *_ in entries}
    wanted: dict[str, list[str]] = {}
    for singular, *plurals in entries:
        for plural in plurals:
            if len(plural) > 3 and plural not in singulars and plural not in made["pasts"]:
                wanted.setdefault(plural, []).append(analysis.analyse(singular, articled=True).family)
    return {
        plural: named[0] for plural, named in sorted(wanted.items()) if analysis.analyse(plural).family not in named
    }
