"""The source of an article that an editor gave to others of its site: how it stands in a draft and in its record."""

from __future__ import annotations

from warraq.archive.record import Described, Evidence, Origin
from warraq.repair.readers.known_site import CORRECTED

from .draft import Draft, with_value


def with_editors_source(draft: Draft, theirs: str) -> Draft:
    """Write a source that editors gave to others of the page's site; what the page says itself stays with the evidence in its record."""
    described = draft.record.described
    url, source = described.get("url"), described.get("source")
    name = str(source.value or "") if source else ""
    if name == theirs:
        return draft
    evidence = source.evidence if source else ()
    place = next(iter((*evidence, *(url.evidence if url else ()))), Evidence(start=0, end=0, quote="", says=""))
    draft = with_value(draft, "source", theirs, Origin.INFERRED)
    kept = Described(
        value=theirs,
        origin=Origin.INFERRED,
        evidence=(place.model_copy(update={"says": CORRECTED}), *evidence),
        candidates=(name,) if name else (),
    )
    record = draft.record.model_copy(update={"described": {**draft.record.described, "source": kept}})
    return Draft(draft.slug, draft.article, record)
