"""Whether the workers of a cluster are fit: all of the same rules, and each sees the work folder."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from warraq.language import message
from warraq.repair import RULES_VERSION

from .cluster import ClusterError


def demand_alike(client: Any, folder: Path) -> None:
    """Ask each worker; a ClusterError names one that would give another result, or none."""
    try:
        answers: dict[str, tuple[str, bool]] = client.run(_answer, str(folder))
    except ModuleNotFoundError as error:
        raise ClusterError(
            message("A worker lacks the package {name}: install warraq[corpus] there.", name=str(error.name))
        ) from error
    for worker, (rules, is_there) in sorted(answers.items()):
        if rules != RULES_VERSION:
            raise ClusterError(message("The worker {worker} has another version of Warraq.", worker=worker))
        if not is_there:
            raise ClusterError(message("The worker {worker} does not see {folder}.", worker=worker, folder=str(folder)))


def _answer(folder: str) -> tuple[str, bool]:
    return RULES_VERSION, (Path(folder) / "state").is_file()
