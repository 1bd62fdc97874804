"""The names of sites that the archive has articles of: a later page of one of them is known by its address, or by the name in its title."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

import yaml

from warraq.archive.front_matter import key_name
from warraq.repair.readers.stated import host_of
from warraq.repair.readers.titles import title_words

HEAD = 8_000
"""Bytes of an article in which its front matter names its source."""
BLOCK = re.compile(r"^(?P<key>[^\W\d_]\w*)[ \t]*:[ \t]*(?P<value>[^\n]*(?:\n[ \t]+[^\n]*)*)", re.MULTILINE)
FEWEST = 5
"""Articles of a source by whose name alone a page is known."""


@dataclass(frozen=True, slots=True)
class KnownSites:
    """What the archive knows of sites."""

    by_host: Mapping[str, str] = field(default_factory=dict)
    """Where all articles of a host agree."""
    by_words: Mapping[str, str] = field(default_factory=dict)
    """By the letters of the name."""

    def of(self, host: str, titles: Collection[str]) -> str:
        """Give the site's name of a page of this host, with these readings of its title (as `title_words`); empty where it isn't known."""
        return self.by_host.get(host) or next((self.by_words[t] for t in sorted(titles) if t in self.by_words), "")


def known_sites(content: Path) -> KnownSites:
    """Read the sources of all articles; only so much of a file is read as names its source."""
    named: Counter[str] = Counter()
    hosts: dict[str, set[str]] = defaultdict(set)
    for file in sorted((content / "articles").rglob("*.md")):
        with suppress(Exception), file.open("rb") as stream:  # the boundary round one article
            facts = facts_of(stream.read(HEAD).decode("utf-8", "ignore"))
            name, host = facts.source, facts.host
            if name and title_words(name) != title_words(host):
                named[name] += 1
                hosts[host].add(name)
    return KnownSites(
        {host: next(iter(names)) for host, names in hosts.items() if host and len(names) == 1},
        {title_words(name): name for name, many in sorted(named.items()) if many >= FEWEST},
    )


class Facts(NamedTuple):
    """What an article says of where it is from; each is empty where it is not stated."""

    source: str = ""
    host: str = ""
    original: str = ""


def facts_of(article: str) -> Facts:
    """Read the name of an article's source, the host of its address, and the name of its original; the body is not read."""
    facts = Facts()
    for block in BLOCK.finditer(article.split("\n---", 1)[0]):
        name = key_name("", block["key"])
        if name not in ("source", "original"):
            continue
        value = yaml.load(block["value"].strip("\n"), yaml.CSafeLoader)  # as safe_load, in a fifth of the time
        if name == "original":
            facts = facts._replace(original=str(value or ""))
        else:
            keys = {str(k): str(v) for k, v in value.items()} if isinstance(value, dict) else {"name": str(value or "")}
            facts = facts._replace(source=keys.get("name", ""), host=host_of(keys.get("url", "")))
    return facts
