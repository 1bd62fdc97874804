"""
The kinds of notes: one file each, with its `KIND`, and nothing else to change.

The front matter accepts what stands here, the JSON Schema lists it, and the margin calls it by its label.
"""

from importlib import import_module
from pkgutil import iter_modules

from .kind import NoteKind

_found: list[NoteKind] = [
    import_module(f"{__name__}.{m.name}").KIND for m in iter_modules(__path__) if m.name != "kind"
]
KINDS: dict[str, NoteKind] = {kind.name: kind for kind in sorted(_found, key=lambda k: (k.name != "note", k.name))}
"""By name, in the order of messages: the plain note comes first."""

__all__ = ["KINDS", "Kind"]
