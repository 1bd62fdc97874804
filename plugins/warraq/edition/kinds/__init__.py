"""The kinds of notes: one file each, with its `KIND`; `archive.article.NoteKind` lists their names for authors."""

from importlib import import_module
from pkgutil import iter_modules

from .kind import Kind

KINDS: dict[str, Kind] = {
    kind.name: kind
    for module in sorted(m.name for m in iter_modules(__path__) if m.name != "kind")
    for kind in [import_module(f"{__name__}.{module}").KIND]
}

__all__ = ["KINDS", "Kind"]
