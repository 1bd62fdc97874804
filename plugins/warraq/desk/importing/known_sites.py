"""The names of sites that the archive has articles of: a later page of one of them is known by its address, or by the name in its title."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

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
            name, host = _source(stream.read(HEAD).decode("utf-8", "ignore"))
            if name and title_words(name) != title_words(host):
                named[name] += 1
                hosts[host].add(name)
    return KnownSites(
        {host: next(iter(names)) for host, names in hosts.items() if host and len(names) == 1},
        {title_words(name): name for name, many in sorted(named.items()) if many >= FEWEST},
    )


def _source(article: str) -> tuple[str, str]:
    """Give the name of an article's source and the host of its address, each empty where it is not stated."""
    front = article.split("\n---", 1)[0]
    for block in BLOCK.finditer(front):
        if key_name("", block["key"]) == "source":
            value = yaml.safe_load(block["value"].strip("\n"))
            keys = (
                {str(key): str(inner) for key, inner in value.items()}
                if isinstance(value, dict)
                else {"name": str(value or "")}
            )
            return keys.get("name", ""), host_of(keys.get("url", ""))
    return "", ""
