"""
What one job of a workflow hands to the next: the title and the text of an issue or a request, and nothing that has to be trusted.

Hostile files are read in a job that can't write to the repository; another job, which can, posts what the first one wrote. A
notice is therefore checked like any other input.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Annotated

from pydantic import StringConstraints, TypeAdapter, ValidationError

from warraq.desk.site import asked_language
from warraq.language import message

from .github_text import fit_body, fit_title

LARGEST = 1_000_000
"""Bytes of a notice's file."""


@dataclass(frozen=True, slots=True)
class Notice:
    """An issue's or a request's title and text."""

    title: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
    body: str
    """GitHub's Markdown; empty where there is nothing to tell, so that an open issue is closed."""


def language_of_logs() -> str:
    """Return the language of messages in jobs that read nothing of the archive: the one that was asked for, else Arabic."""
    return asked_language() or "ar"


def write_notice(notice: Notice, file: Path) -> None:
    """Write a notice as JSON, and make its folder."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(asdict(notice), ensure_ascii=False), encoding="utf-8")


def read_notice(file: Path, more: str) -> Notice | None:
    """
    Read a notice within GitHub's limits; give None where no job wrote one.

    `more` stands at the end of a text that is cut. Ends the program where the file is not a notice.
    """
    if not file.exists():
        return None
    refused = message("{path} is not what the job before wrote. Run the workflow again.", path=file.as_posix())
    if file.is_symlink() or not file.is_file() or file.stat().st_size > LARGEST:
        raise SystemExit(refused.text(language_of_logs()))
    try:
        notice = TypeAdapter(Notice).validate_json(file.read_bytes(), strict=True)
    except ValidationError:
        raise SystemExit(refused.text(language_of_logs())) from None
    return Notice(fit_title(notice.title), fit_body(notice.body, more))
