"""One file of an import and what became of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from warraq.language import Message
from warraq.repair.readers.stated import host_of

from .import_decisions import ImportDecision
from .inspection import Inspection


@dataclass(frozen=True, slots=True)
class KeptTitle:
    """The title of the article that has the text of a copy."""

    title: str
    article: str
    """Its path in the project."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """One file and what the import did with it."""

    decision: ImportDecision
    inspection: Inspection
    archive_source: str = ""
    """What the archive's articles of this address call the source, where the import understood another name."""
    kept: KeptTitle | None = None
    """Of a copy with another title: the title that was taken."""

    @property
    def rejection(self) -> Message | None:
        """Say why the file was set aside, if it was."""
        why = self.decision.rejection or self.inspection.rejection
        return why.message() if why else None


def outcomes(
    decisions: Sequence[ImportDecision], inspections: Mapping[str, Inspection], sources: Mapping[str, str] | None = None
) -> tuple[Outcome, ...]:
    """Join the decisions with the inspections; `sources`: the archive's names of sites, by their hosts, before the import."""
    made = []
    for decision in decisions:
        its = inspections[decision.name]
        named = (sources or {}).get(host_of(its.url), "") if its.shared_title else ""
        made.append(Outcome(decision, its, named if named != its.source else ""))
    return tuple(made)
