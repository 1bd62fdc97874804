"""
What the system refused: a file that can't be opened, a disk that is full, a folder that is only to be read.

It is no mistake of this program, and nobody is helped by a traceback: one sentence names the file and the reason.
"""

from __future__ import annotations

import errno
import os
from pathlib import Path

from warraq.archive.shown_path import shown_path
from warraq.archive.system_reason import system_reason
from warraq.language import Message, message

from .own_files import NotOwnError
from .site import language_in

NO_ROOM = frozenset(
    getattr(errno, name) for name in ("ENOSPC", "EFBIG", "EIO", "EROFS", "EDQUOT") if hasattr(errno, name)
)
"""Errors of a disk that takes no more: a write that fails names no file."""


def is_refusal(error: OSError) -> bool:
    """Tell whether the system refused something; else the error is a mistake of ours."""
    return error.filename is not None or error.errno in NO_ROOM


def refusal(error: OSError, content: Path) -> str:
    """Say what the system refused, in the language of the archive below `content`; what has no name is standard output."""
    try:
        language = language_in(content)
    except OSError:
        language = "ar"
    return why_refused(error, content).text(language)


def why_refused(error: OSError, content: Path) -> Message:
    """Say what the system refused; a file of the project is named by its path there."""
    path = "stdout"
    if error.filename is not None:
        file, project = Path(os.fsdecode(error.filename)), content.resolve().parent
        path = shown_path(file.relative_to(project).as_posix() if file.is_relative_to(project) else str(file))
    if isinstance(error, NotOwnError):
        return message("{path}: {what} {todo}", path=path, what=error.what, todo=error.todo)
    return message("{path} can't be used: {reason}.", path=path, reason=system_reason(error))
