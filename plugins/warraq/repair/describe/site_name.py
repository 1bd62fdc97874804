"""
What a site is called, among what it says of itself: «الميناء | أخبار على مدار الساعة», `Fish and more • HafenBlog`.

A part of a name with dashes or bars is the name where the site's address or the page's title call it so, and a long rest is a slogan. An
address or a mail address is no name.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from ..readers.titles import title_words

SLOGAN = re.compile(r"\s+(?:[|\-–—•»:·])\s+|\s*[|]\s*")
SLOGAN_WORDS = 4
"""Words behind a site's name that are more than a part of it."""
MAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")
ADDRESS = re.compile(r"(?:https?://|www\.)\S*", re.IGNORECASE)
LATIN = re.compile(r"[A-Za-z]")
LONGEST = 1_000
"""Code points of what is read of a statement."""
SHORTEST = 2


def without_slogan(name: str, titles: Iterable[str] = (), hosts: Collection[str] = ()) -> str:
    """
    Give a site's name without its slogan.

    A short one is told by `titles`, the page's own (one that ends in the first part alone calls the site by it), or by `hosts`, the
    site's hosts as `title_words`, which may be called like any part.
    """
    parts = SLOGAN.split(name)
    first, *rest = parts
    if not rest or not first.strip():
        return name
    named = [part for part in parts if len(words := title_words(part)) >= SHORTEST and words in hosts]
    if named and LATIN.search(first):  # no host is written in other letters
        return named[0].strip()
    called = any(ends[-1].strip() == first.strip() for title in titles if len(ends := SLOGAN.split(title)) > 1)
    return first if called or sum(len(part.split()) for part in rest) >= SLOGAN_WORDS else name


def named_site(stated: str, titles: Iterable[str], hosts: Collection[str], headline: str) -> str:
    """Give the name in what a page states of its site, without slogan, mail address and the article's own title; empty where that is none."""
    name = " ".join(MAIL.sub(" ", ADDRESS.sub(" ", stated[:LONGEST])).split())
    titles = [" ".join(title[:LONGEST].split()) for title in titles]
    parts = [part for part in SLOGAN.split(name) if title_words(part) != title_words(headline)]
    if parts and len(parts) < len(SLOGAN.split(name)):
        name = " | ".join(part.strip() for part in parts)
    name = without_slogan(name, titles, hosts).strip(" |-–—•:·,،")
    return name if title_words(name) and title_words(name) != title_words(headline) else ""
