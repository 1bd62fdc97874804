"""What the settings of a Jekyll site say of a file: the keys that it has without stating them, and whether it is built at all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from .front_matters import word_of, words_of
from .moved_text import Extra
from .stated_paths import is_below


def kind_of(name: str) -> str:
    """Tell what Jekyll calls a file: `posts`, `drafts`, `pages`, or the name of its collection."""
    folders = name.split("/")[:-1]
    for kind in ("drafts", "posts"):
        if f"_{kind}" in folders:
            return kind
    return folders[0][1:] if folders and folders[0].startswith("_") else "pages"


def defaults_of(name: str, settings: Mapping[str, Extra]) -> Mapping[str, Extra]:
    """Give the keys that `defaults:` gives to a file; of two the one with the longer path, or the later one, counts."""
    keys: dict[str, Extra] = {}
    for _, values in sorted(_that_fit(name, settings.get("defaults", ())), key=lambda each: each[0]):
        keys |= {key.strip().lower(): value for key, value in values.items()}
    return keys


def is_excluded(name: str, settings: Mapping[str, Extra]) -> bool:
    """Tell whether `exclude:` keeps a file out of the site, and `include:` does not take it in again."""
    return _is_in(name, settings.get("exclude", ())) and not _is_in(name, settings.get("include", ()))


def _that_fit(name: str, stated: Extra) -> Iterator[tuple[tuple[int, bool], Mapping[str, Extra]]]:
    for each in stated if isinstance(stated, tuple) else ():
        if not isinstance(each, Mapping):
            continue
        scope, values = each.get("scope", {}), each.get("values", {})
        if not isinstance(scope, Mapping) or not isinstance(values, Mapping):
            continue
        path, kind = word_of(scope.get("path", "")).strip("/"), word_of(scope.get("type", ""))
        if (not path or is_below(name, path)) and kind in ("", kind_of(name)):
            yield (len(path), bool(kind)), values


def _is_in(name: str, stated: Extra) -> bool:
    return any(is_below(name, path.strip("/")) for path in words_of(stated) if path.strip("/"))
