"""Which article each text of a site became, by all names that other texts of the site have for it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from urllib.parse import quote

from warraq.archive.original import stem_of
from warraq.desk.importing.import_decisions import ImportDecision, ImportStatus
from warraq.desk.importing.inspection import Inspection


def articles_by_name(decisions: Iterable[ImportDecision], known: Mapping[str, Inspection]) -> Mapping[str, str]:
    """Give the names of the articles' files, without `.md`; a text that is the same as another one leads to that one's article."""
    files: dict[str, str] = {}
    names: dict[str, str] = {}
    every = [decision for decision in decisions if known[decision.name].moved]
    for decision in every:
        if decision.comes_in:
            files[decision.name] = stem_of(decision.original)
    for decision in every:
        same = decision.same_as.removeprefix("content/articles/").removesuffix(".md")
        of_archive = same if decision.same_as.startswith("content/articles/") else ""
        if file := files.get(decision.name) or files.get(decision.same_as) or of_archive:
            for name in known[decision.name].names:
                names.setdefault(name, file)
    return names


def addresses_of_copies(
    decisions: Iterable[ImportDecision], known: Mapping[str, Inspection]
) -> Mapping[str, tuple[str, ...]]:
    """Give the former addresses of texts that are the same as one that comes in, by its name; of those that readers could see."""
    found: dict[str, tuple[str, ...]] = {}
    for decision in decisions:
        copy = known[decision.name]
        if decision.status is ImportStatus.DUPLICATE and copy.moved and not copy.hidden:
            found[decision.same_as] = (*found.get(decision.same_as, ()), *copy.addresses)
    return found


def with_links(inspection: Inspection, articles: Mapping[str, str]) -> Inspection:
    """Let a text's links lead to articles (`articles_by_name`); those to what did not come in keep their former addresses."""
    if not inspection.links:
        return inspection
    led: list[tuple[str, ...]] = []
    for *names, former in inspection.links:
        file = next((articles[name] for name in names if name in articles), "")
        written = quote(file, safe="/") if re.search(r"[<>()%# ?]", file) else file
        led.append((f"{{filename}}{written}.md",) if file else (former,))
    return replace(inspection, links=tuple(led))
