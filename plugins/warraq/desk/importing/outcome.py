"""One file of an import and what became of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from warraq.language import Message
from warraq.repair.readers.stated import host_of

from .import_decisions import ImportDecision, ImportStatus
from .inspection import Inspection
from .same_texts import has_other_title


@dataclass(frozen=True, slots=True)
class Outcome:
    """One file and what the import did with it."""

    decision: ImportDecision
    inspection: Inspection
    archive_source: str = ""
    """What the archive's articles of this address call the source, where the import understood another name."""
    kept: Outcome | None = None
    """Of a duplicate with another title: the text that came in with its own."""

    @property
    def rejection(self) -> Message | None:
        """Say why the file was set aside, if it was."""
        why = self.decision.rejection or self.inspection.rejection
        return why.message() if why else None


def outcomes(
    decisions: Sequence[ImportDecision], inspections: Mapping[str, Inspection], sources: Mapping[str, str] | None = None
) -> tuple[Outcome, ...]:
    """Join the decisions with the inspections; `sources`: the archive's names of sites, by their hosts, before the import."""
    made: dict[str, Outcome] = {}
    for decision in decisions:
        its = inspections[decision.name]
        named = (sources or {}).get(host_of(its.url), "") if its.shared_title else ""
        made[decision.name] = Outcome(decision, its, named if named != its.source else "")
    return tuple(replace(each, kept=_kept(each, made)) for each in made.values())


def _kept(duplicate: Outcome, every: Mapping[str, Outcome]) -> Outcome | None:
    kept = every.get(duplicate.decision.same_as) if duplicate.decision.status is ImportStatus.DUPLICATE else None
    if kept is None or not kept.decision.comes_in:
        return None
    return kept if has_other_title(duplicate.inspection, kept.inspection) else None
