"""
Sources that editors corrected: what they decided about a site holds for its pages that come in later.

An import takes the name that all pages of a paper share for its source, and an editor writes another one into all of them (`set source …`). The
next pages of the paper say what the first ones said. So a name that the machine gives a page becomes the editors' where every article of
the same host to which it gave that name has theirs, and there are a few of them: one alone may be an exception.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from pydantic_core import from_json

from warraq.archive.original import stem_of
from warraq.archive.record import Described
from warraq.desk.draft import Draft
from warraq.desk.editors_source import with_editors_source
from warraq.repair.readers.known_site import machines_source
from warraq.repair.readers.stated import host_of

from .compared import stated
from .known_sites import HEAD, facts_of

FEWEST = 3
"""Articles of a host whose source was corrected alike."""
Corrected = Mapping[tuple[str, str], str]
"""By the host and the name that the machine gives: the name that editors gave."""


def corrected_sources(content: Path) -> Corrected:
    """Read which names of sources editors corrected, in all articles of a host alike."""
    given: dict[tuple[str, str], list[str]] = defaultdict(list)
    for file in sorted((content / "articles").rglob("*.md")):
        with suppress(Exception), file.open("rb") as stream:  # the boundary round one article
            facts = facts_of(stream.read(HEAD).decode("utf-8", "ignore"))
            if facts.host and facts.original:
                record = from_json((content / "records" / f"{stem_of(facts.original)}.json").read_bytes())
                source = record.get("described", {}).get("source")
                machines = machines_source(Described.model_validate(source)) if source else ""
                given[facts.host, machines].append(facts.source)
    return {
        key: names[0]
        for key, names in sorted(given.items())
        if len(names) >= FEWEST and names[0] and len(set(names)) == 1 and names[0] != key[1]
    }


def with_corrected_source(draft: Draft, corrected: Corrected) -> Draft:
    """Give a page the source that editors gave to others of its site."""
    key = (host_of(stated(draft.record, "url")), stated(draft.record, "source"))
    return with_editors_source(draft, corrected[key]) if key in corrected else draft
