"""The files of the index of which there is one each: what a first query needs besides its words, and what results are narrowed by."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Sequence
from typing import Any

from warraq.arabic.analysis import Analysis
from warraq.arabic.analysis.packing import in_short, packed
from warraq.pages.filing import filing_key

from .contributions import BODY, as_json
from .heads import large
from .labels import Labels
from .lettering import lettered
from .listing import least, list_depths
from .names import MONTH, SYNONYMS, Names
from .numbering import table_size
from .shards import longest_short, shards_of, tree
from .speech import asking
from .tables import FORMAT, get


def small_files(database: sqlite3.Connection, names: Names) -> Iterator[tuple[str, bytes]]:
    """Yield them; the manifest, which names the others, comes last."""
    described = get(database, "analysis")
    analysis = Analysis(json.loads(described))
    rows = database.execute("SELECT slot, length, day, source, tags, language FROM article ORDER BY slot").fetchall()
    lengths = [length for _, length, *_ in rows]
    filed = {i[1:] for (i,) in database.execute("SELECT family FROM term WHERE core LIKE '=%'")}
    yield "names.json", lettered(Labels(names, analysis).listed(filed, names))
    # Few lists of tags are unlike, however many articles there are.
    read = {tags: tuple(json.loads(tags)) for tags in {tags for *_, tags, _ in rows}}
    narrowed = [(slot, day, source, read[tags], language) for slot, _, day, source, tags, language in rows]
    listed = facets(narrowed, names)
    yield "facets.json", as_json({**listed, "called": called(listed["sources"], names, analysis)})
    yield "analysis.json", lettered({**packed(json.loads(described)), "asking": asking()})
    places = table_size(len(rows))
    long = database.execute(
        "SELECT family, size FROM family WHERE size > ? ORDER BY family", (longest_short(),)
    ).fetchall()
    count = least(len(rows))
    manifest = {
        "format": FORMAT,
        "articles": len(rows),
        "places": places,
        "length": round(sum(lengths) / max(1, len(rows)), 1),
        "body": BODY,
        "versions": _versions(database),
        "words": tree(shards_of(database)),
        "long": in_short(family for family, size in long if size <= large(places)),
        "large": in_short(family for family, size in long if size > large(places)),
        # How many thousands of bytes each of those has: where a query's words have few together, the whole families are asked for.
        "sizes": [size // 1000 for _, size in long if size > large(places)],
    }
    yield (
        "lists.json",
        as_json({side: _prefixes(database, side, letters, count) for side, letters in list_depths(database).items()}),
    )
    yield "manifest.json", lettered(manifest)


def _versions(database: sqlite3.Connection) -> list[tuple[int, int]]:
    """Give the number of each text that is another version of an article, and that of the one that is shown."""
    asked = (
        "SELECT version.slot, shown.slot FROM article AS version JOIN article AS shown ON shown.url = version.version_of"
        " WHERE version.version_of != '' AND version.url != shown.url ORDER BY version.slot"
    )
    return database.execute(asked).fetchall()


def _prefixes(database: sqlite3.Connection, side: str, letters: int, count: int) -> list[str]:
    """Give the prefixes that a list has files of: what the next word behind those of the last one begins with."""
    asked = f"SELECT {side} FROM listed WHERE {side} >= ? AND count >= ? ORDER BY {side} LIMIT 1"  # noqa: S608 - a constant of ours
    found: list[str] = []
    behind = ""
    while row := database.execute(asked, (behind, count)).fetchone():
        found.append(row[0][:letters])
        behind = found[-1] + chr(0x10FFFF)
    return found


def called(sources: Sequence[str], names: Names, analysis: Analysis) -> list[tuple[tuple[str, ...], list[int]]]:
    """
    Give the names of each concept that sources are called by, and the numbers of these sources among them.

    A source is called by a name that it begins with, as whole words: «بي بي سي عربي» by «بي بي سي», and so it is BBC.
    """

    def words(text: str) -> tuple[str, ...]:
        return tuple(analysis.analyse(token).bare for token in analysis.tokens(text))

    beginning: dict[tuple[str, ...], list[int]] = {}
    for n, source in enumerate(sources):
        all_words = words(source)
        for end in range(1, len(all_words) + 1):
            beginning.setdefault(all_words[:end], []).append(n)
    found = []
    for _, name in sorted(names.items()):
        if not name.id.startswith((SYNONYMS, MONTH)):
            labels = tuple(dict.fromkeys((name.id, *name.labels)))
            if numbers := {n for label in labels for n in beginning.get(words(label), ())}:
                found.append((labels, sorted(numbers)))
    return found


def facets(held: list[tuple[int, int, str, tuple[str, ...], str]], names: Names) -> dict[str, list[Any]]:
    """
    Give what readers narrow results by: of each article, in the order of their numbers, its day, and the numbers of source, tags and language.

    `gaps`: of each article how many numbers nobody has before it.
    """
    sources = sorted({source for _, _, source, _, _ in held})
    label = {tag: names[tag].label if tag in names else tag for _, _, _, tags, _ in held for tag in tags}
    slots = [slot for slot, *_ in held]
    tags = sorted(label, key=lambda tag: (filing_key(label[tag]), tag))
    languages = sorted({language for *_, language in held})
    source_number = {source: n for n, source in enumerate(sources)}
    tag_number = {tag: n for n, tag in enumerate(tags)}
    return {
        "gaps": [slot - before - 1 for before, slot in zip([-1, *slots], slots, strict=False)],
        "days": [day for _, day, *_ in held],
        "sources": sources,
        "source": [source_number[source] for _, _, source, _, _ in held],
        "tags": [[tag, label[tag]] for tag in tags],
        "tag": [[tag_number[tag] for tag in tags] for _, _, _, tags, _ in held],
        "languages": languages,
        # Of an archive in one language nothing has to be said of each article.
        "language": [languages.index(language) for *_, language in held] if len(languages) > 1 else [],
    }
