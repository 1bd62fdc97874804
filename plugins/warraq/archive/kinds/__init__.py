"""
The kinds of notes: one file each, with its `KIND`.

The front matter accepts these, the JSON Schema lists them (`python3 tasks.py schema` writes it), and the margin names a note by the
label of its kind, which each catalogue translates (`language/*/edition.po`).
"""

from importlib import import_module
from pkgutil import iter_modules

from .kind import NoteKind

_found: list[NoteKind] = [
    import_module(f"{__name__}.{m.name}").KIND for m in iter_modules(__path__) if m.name != "kind"
]
KINDS: dict[str, NoteKind] = {kind.name: kind for kind in sorted(_found, key=lambda k: (k.name != "note", k.name))}
"""By name, in the order of messages: the plain note comes first."""

__all__ = ["KINDS", "NoteKind"]
