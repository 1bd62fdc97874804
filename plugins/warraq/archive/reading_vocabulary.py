"""`content/vocabulary/*.yaml` as one `Vocabulary`, and `content/site.yaml` as the `Site`."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from warraq.language import message

from .archive import Site
from .concept import Concept, Definition, Vocabulary, find_cycles
from .concept_schema import CONCEPT_ID, ConceptKeys, SiteKeys, VocabularyKeys
from .declined import FILE as DECLINED
from .declined import DeclinedKeys
from .decoding import decode_file
from .did_you_mean import did_you_mean
from .files import is_of_program
from .name_key import name_key
from .our_mistake import our_mistake, told
from .problem import Level, Problem
from .rights import not_understood, words_allowed
from .starter import with_lists
from .synonyms import FILE, Groups, SynonymKeys, groups, mistakes
from .theme.schema import site_theme
from .validation import validate
from .yaml_values import YamlValues, read_yaml


def read_vocabulary(files: Iterable[tuple[str, bytes]]) -> tuple[Vocabulary, tuple[Problem, ...]]:
    """Read all files of the vocabulary, given as (path, bytes)."""
    concepts: dict[str, Concept] = {}
    places: dict[str, tuple[str, YamlValues]] = {}
    lower: dict[str, str] = {}
    problems: list[Problem] = []
    synonyms: Groups = ()
    for path, data in files:
        try:
            values = _read_yaml(path, data)
            if PurePosixPath(path).name == FILE:
                said, found = validate(path, values, SynonymKeys)
                own = groups(said) if said else ()
                synonyms += own
                problems += [*found, *mistakes(path, values, own)]
                continue
            if PurePosixPath(path).name == DECLINED:
                problems += validate(path, values, DeclinedKeys)[1]
                continue
            keys, found = validate(path, values, VocabularyKeys)
        except Exception as error:  # noqa: BLE001 - the boundary: the other files of the vocabulary are told of too
            problems.append(our_mistake(path, error))
            continue
        problems += found
        for concept_id, concept in keys.root.items() if keys else ():
            place = values.place(concept_id)
            if not CONCEPT_ID.fullmatch(concept_id):
                what = message("“{value}” can't be the id of a concept.", value=concept_id)
                todo = message("Use Latin letters, digits and hyphens.")
                problems.append(Problem(path, *place, concept_id, what, todo))
            elif same := lower.get(concept_id.lower()):
                what = message("The concept stands in {path} too, as {same}.", path=places[same][0], same=same)
                problems.append(Problem(path, *place, concept_id, what, message("Keep one of them.")))
            else:
                lower[concept_id.lower()] = concept_id
                places[concept_id] = path, values
                concepts[concept_id] = _concept(concept_id, concept)
    if not problems:
        problems += told("content/vocabulary", lambda: _loose(concepts, places))
    problems += _rights(concepts, places)
    return Vocabulary(concepts, synonyms), tuple(problems)


def vocabulary_files(folder: Path) -> list[Path]:
    """Give the files of the vocabulary in a folder of content/, in order, without those that programs leave there."""
    return [file for file in sorted(folder.rglob("*.yaml")) if not is_of_program(file.name)]


def vocabulary_in(folder: Path) -> Vocabulary:
    """Read the vocabulary in a folder of content/, for tools that need no more; the problems in it are left to `check`."""
    own = read_vocabulary((f.name, f.read_bytes()) for f in vocabulary_files(folder))[0]
    file = folder.parent / "site.yaml"
    said = file.read_bytes() if file.is_file() else b""
    site = read_site("content/site.yaml", said)[0] if b"vocabulary" in said else None
    return with_lists(own, site.starter_lists if site else ())


def _loose(concepts: dict[str, Concept], places: dict[str, tuple[str, YamlValues]]) -> Iterable[Problem]:
    """Ids that lead nowhere."""
    for concept_id, concept in concepts.items():
        path, values = places[concept_id]
        for field in ("broader", "related"):
            for other in getattr(concept, field):
                if other not in concepts:
                    what = message("There is no concept {value}.", value=other)
                    todo = did_you_mean(other, concepts, message("Write another id."))
                    name = f"{concept_id}.{field}"
                    yield Problem(path, *values.place(name), name, what, todo)
    for cycle in find_cycles(concepts):
        path, values = places[cycle[0]]
        name = f"{cycle[0]}.broader"
        way = " → ".join([*cycle, cycle[0]])
        what = message("The concept is broader than itself: {way}.", way=way)
        yield Problem(path, *values.place(name), name, what, message("Take one of them out of broader:."))


def _rights(concepts: dict[str, Concept], places: dict[str, tuple[str, YamlValues]]) -> Iterable[Problem]:
    """Rights that are not understood, and such of two concepts with one name that say different things."""
    named: dict[str, Concept] = {}
    for concept_id, concept in concepts.items():
        if concept.rights is None:
            continue
        path, values = places[concept_id]
        field = f"{concept_id}.rights"
        if said := not_understood(concept.rights):
            yield Problem(path, *values.place(field), field, *said, Level.WARNING)
        for name in (concept_id, *concept.labels):
            other = named.setdefault(name_key(name), concept)
            if other.rights and words_allowed(other.rights) != words_allowed(concept.rights):
                what = message(
                    "“{name}” is a name of {other} too, which states other rights: the stricter ones count.",
                    name=name,
                    other=other.id,
                )
                todo = message("Write the same rights at both, or give each a name of its own.")
                yield Problem(path, *values.place(field), field, what, todo, Level.WARNING)
                break


def read_site(path: str, data: bytes) -> tuple[Site | None, tuple[Problem, ...]]:
    """Read `content/site.yaml`."""
    keys, problems = validate(path, _read_yaml(path, data), SiteKeys)
    if keys is None:
        return None, problems
    kept = keys.pictures is not None
    site = Site(
        keys.name,
        keys.language,
        keys.months,
        contact=keys.contact,
        editors=keys.editors,
        originals=keys.originals,
        description=keys.description,
        calendars=keys.calendars,
        digits=keys.digits,
        keeps_pictures=kept,
        exports=keys.exports,
        repository=keys.repository,
        license=keys.license,
        navigation=keys.navigation,
        corrections=keys.corrections or "",
        links=tuple(keys.links.items()),
        theme=site_theme(keys.theme),
        removed=keys.removed,
        starter_lists=keys.vocabulary,
    )
    return site, ()


def place_in_site(content: Path, field: str) -> tuple[int, int]:
    """Give the place of a field in `site.yaml`, for a mistake that shows only beside other files."""
    try:
        return _read_yaml("site.yaml", (content / "site.yaml").read_bytes()).place(field)
    except OSError:
        return 1, 0


def _read_yaml(path: str, data: bytes) -> YamlValues:
    text = decode_file(path, data)
    return YamlValues(None, {}, (text,)) if isinstance(text, Problem) else read_yaml(path, text)


def _concept(concept_id: str, keys: ConceptKeys) -> Concept:
    at = keys.coordinates
    return Concept(
        concept_id,
        keys.scheme,
        keys.pref_label,
        keys.alt_labels,
        Definition(keys.definition.text, keys.definition.source) if keys.definition else None,
        keys.broader,
        keys.related,
        keys.wikidata,
        (float(at[0]), float(at[1])) if at else None,
        keys.ambiguous,
        keys.requires,
        keys.rights,
    )
