"""
The parts of very long families: a phrase needs of one only the forms that are the word itself.

Those are the forms with the same letters, or with the same but for a particle before them, so they end alike. So a family that has a head
(`heads.py`) has its forms once more, in files by how they end. A phrase of two very common words is half as long to load.
"""

from __future__ import annotations

import sqlite3

from .shards import family_hash, frame

PARTS = 8
"""Files that a family is divided into: most of one is of the word that gave it its name, so more would hardly be shorter."""
ENDING = 3
"""So many of its last letters say in which part a form is; nothing is taken off a shorter word (`Analysis.without_particles`)."""


def part_of(bare: str) -> int:
    """Give the part that has a form."""
    return family_hash(bare[-ENDING:]) % PARTS


def part_files(database: sqlite3.Connection, hash_: int, least: int) -> list[bytes]:
    """Write the parts of the families with a hash that are longer than so many bytes, each with all their names; none where no family is."""
    asked = (
        "SELECT family.family, term.bare, term.head, term.data FROM family JOIN term USING (hash, family)"
        " WHERE family.hash = ? AND size > ? ORDER BY family, bare, core, stem"
    )
    bodies: list[dict[str, list[bytes]]] = [{} for _ in range(PARTS)]
    for family, bare, head, data in database.execute(asked, (hash_, least)):
        for part in bodies:
            part.setdefault(family, [])
        bodies[part_of(bare)][family] += (head, data)
    if not any(bodies):
        return []
    return [
        b"".join(frame(family, sum(map(len, forms))) + b"".join(forms) for family, forms in part.items())
        for part in bodies
    ]
