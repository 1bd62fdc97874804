"""Reading `content/theme/`: the logo and the icon that `site.yaml` names."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from warraq.language import listed, message

from ..files import Files
from ..problem import Level, Problem, WrongValueError
from ..reading_vocabulary import place_in_site
from .site_theme import SiteTheme, ThemePicture
from .style_sheet import check_style_sheet

FOLDER = "theme"
STYLE_SHEET = "custom.css"


def with_files(theme: SiteTheme, content: Path, files: Files, problems: list[Problem]) -> SiteTheme:
    """Add the files that the looks of an archive are made of."""
    given = {"logo": theme.logo_file, "icon": theme.icon_file}
    read = {what: _picture(what, name, content, files, problems) for what, name in given.items() if name}
    css = _style_sheet(content, files, problems)
    return replace(theme, logo=read.get("logo"), icon=read.get("icon"), css=css)


def _style_sheet(content: Path, files: Files, problems: list[Problem]) -> str:
    inside = f"{FOLDER}/{STYLE_SHEET}"
    if not files.has(inside):
        return ""
    found = files.read_anew(f"{content.name}/{inside}", content / inside, check_style_sheet)
    if isinstance(found, Problem):
        problems.append(found)
        return ""
    problems += found.problems
    return found.css


def _picture(what: str, name: str, content: Path, files: Files, problems: list[Problem]) -> ThemePicture | None:
    inside = f"{FOLDER}/{name}"
    path = f"{content.name}/{inside}"
    if not files.has(inside):
        field = f"theme.{what}"
        missing = message("There is no file {path}.", path=path)
        todo = message("Put it there, or take the key out.")
        problems.append(Problem(f"{content.name}/site.yaml", *place_in_site(content, field), field, missing, todo))
        return None
    found = files.read(path, content / inside, read_logo if what == "logo" else read_icon)
    if isinstance(found, Problem):
        problems.append(found)
        return None
    if found.left_out:
        problems.append(_left_out(path, found.left_out))
    return found


def read_logo(path: str, data: bytes) -> ThemePicture | Problem:
    """Make the logo of a file's bytes, or say why that can't be."""
    return _read("logo", path, data)


def read_icon(path: str, data: bytes) -> ThemePicture | Problem:
    """Make the icon, likewise."""
    return _read("icon", path, data)


def _read(what: str, path: str, data: bytes) -> ThemePicture | Problem:
    from .picture import theme_picture  # Pillow

    try:
        return theme_picture(what, data)
    except WrongValueError as error:
        return Problem(path, 0, 0, "", error.what, error.todo)


def _left_out(path: str, names: tuple[str, ...]) -> Problem:
    what = message("What a page can't take of the drawing is left out: {names}.", names=listed(sorted(names)[:9]))
    todo = message("Look at it. Turn words into paths, and write what <style> says at the shapes.")
    return Problem(path, 0, 0, "", what, todo, Level.WARNING)
