"""
The permanent id of an article: eight letters and digits, by which it is cited whatever its title and its slug become.

It is made of the name of the article's original, which nobody changes, or else of its slug. Nothing of the text is in it: of a text in which a
name is withheld, a hash would tell who tries names which one it was. There are no vowels, so that it makes no words, and no `0`, `1`, `l` and `o`.
"""

from __future__ import annotations

import re
from collections.abc import Container
from hashlib import sha256

from .article import Article
from .original import stem_of
from .slug import slug_key

LETTERS = "bcdfghjkmnpqrstvwxyz"
SIGNS = LETTERS + "23456789"
LENGTH = 8
PATTERN = re.compile("[a-z0-9]{5,16}")
"""What may stand as an id in an article: ids of another archive too. From five on no name of a Windows device is among them."""


def id_for(identity: str, number: int = 1) -> str:
    """
    Make the id of an identity: the name of an original without its ending, or a slug; `number`: the next of those that it may have.

    It begins with a letter, so that no program takes it for a number. There are 20 * 28**7, some 2.7e11.
    """
    key = slug_key(identity) + ("" if number == 1 else f"\0{number}")
    rest = int.from_bytes(sha256(key.encode("utf-8", "surrogatepass")).digest()[:16])
    rest, first = divmod(rest, len(LETTERS))
    made = LETTERS[first]
    for _ in range(LENGTH - 1):
        rest, place = divmod(rest, len(SIGNS))
        made += SIGNS[place]
    return made


def free_id(identity: str, taken: Container[str]) -> str:
    """Make an id that no other article has: of ten thousand articles, two would have one in 5,000 archives."""
    number = 1
    while (made := id_for(identity, number)) in taken:
        number += 1
    return made


def id_of(article: Article) -> str:
    """Give the id of an article: the one that its file states, or else the one that it is given."""
    return article.id or id_for(stem_of(article.original) if article.original else article.slug)


def is_written(article: Article) -> bool:
    """Tell whether an article that was read has its id in its file."""
    return any(name == "id" for name, _, _ in article.places)


def former_ids(article: Article) -> tuple[str, ...]:
    """Give the ids that an article without `id:` may have been cited by: those of its former slugs, where it has no original."""
    return () if article.original else tuple(id_for(alias) for alias in article.aliases)
