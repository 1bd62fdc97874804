"""What a command says of a file that an editor saved while it worked."""

from __future__ import annotations

from pathlib import Path

from warraq.language import Message, message

from .writing import ChangedMeanwhileError


def changed_meanwhile(changed: ChangedMeanwhileError, content: Path) -> Message:
    """Say that a file was saved meanwhile, and stays as the editor saved it; `content` is the archive's folder."""
    sentence = message(
        "{path} was saved by somebody while this command worked; it stays as it was saved. Run the command once more.",
        path=_path(changed.path, content),
    )
    if changed.former is None:
        return sentence
    return message(
        "{sentence} It was saved twice in that moment; the earlier text is in {former}.",
        sentence=sentence,
        former=_path(changed.former, content),
    )


def _path(file: Path, content: Path) -> str:
    """Give a path as people write it, from the project's folder."""
    project = content.parent
    return (file.relative_to(project) if file.is_relative_to(project) else file).as_posix()
