"""The settings of a Hugo site, in any of the files that may hold them; by them a folder is known to be one."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from .front_matters import toml_of, yaml_of
from .kind import Given
from .moved_text import Extra

SETTINGS = (
    "hugo.toml",
    "hugo.yaml",
    "hugo.yml",
    "hugo.json",
    "config.toml",
    "config.yaml",
    "config.yml",
    "config.json",
)
FOLDERS = ("", "config/_default/")


def settings_of(read_text: Callable[[str], str]) -> Mapping[str, Extra]:
    """Give the settings, with small letters at the top; `read_text` gives a file of the site, empty where there is none."""
    found: dict[str, Extra] = {}
    for name in (folder + file for folder in FOLDERS for file in SETTINGS):
        if text := read_text(name):
            read = toml_of(text) if name.endswith(".toml") else yaml_of(name, text)
            found |= {key.lower(): value for key, value in read.items()}
    for key in ("languages", "permalinks"):
        if text := read_text(f"config/_default/{key}.toml"):
            found[key] = toml_of(text)
        if text := read_text(f"config/_default/{key}.yaml"):
            found[key] = yaml_of(key, text)
    return found


def is_hugo(given: Given) -> bool:
    """Tell whether it is a Hugo site."""
    if given.files is None:
        return False
    if any(
        given.files.holds(f"{folder}{name}")
        for folder in FOLDERS
        for name in SETTINGS
        if name.startswith("hugo.") or folder
    ):
        return True
    return any(map(given.files.holds, SETTINGS)) and any(
        each.name.startswith("content/") for each in given.files.files()
    )
