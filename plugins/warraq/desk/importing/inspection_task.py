"""One file that is to be inspected, and all that its inspection needs."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from .corrected_sources import Corrected
from .draft_store import DraftStore
from .sources import FileSource, SourceFile
from .table import MetadataTable


@dataclass(frozen=True, slots=True)
class InspectionTask:
    """All that one inspection needs. It is sent to other processes, so it can be pickled."""

    source: FileSource
    content: Path
    store: DraftStore
    file: SourceFile
    table: MetadataTable
    companions: tuple[str, ...] = ()
    """Files of the saved page's folder."""
    site: str = ""
    """The name of the page's site, where other pages of the import or the archive tell it."""
    corrected: Corrected = field(default_factory=dict)
    """Sources that editors corrected."""
