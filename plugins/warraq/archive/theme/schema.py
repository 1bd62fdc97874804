"""`theme:` in `content/site.yaml`, as pydantic models."""

from __future__ import annotations

from functools import partial
from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator

from warraq.language import message

from ..model import Model
from ..problem import WrongValueError
from .accent import check_accent, counterpart
from .site_theme import SiteTheme

NARROWEST, WIDEST = 20, 30
"""Of the column of text, in em: some 50 to 80 letters."""


def _given(value: object) -> object:
    """Refuse nothing: of an unquoted colour YAML leaves nothing, for # begins a comment."""
    if value is None:
        raise WrongValueError(
            message("The value is empty: in YAML, # begins a comment."), message('Write it in quotes: "#0b5a5e".')
        )
    return value


def _accent(value: object) -> object:
    """`accent: "#0b5a5e"` is that of light pages."""
    return {"light": value} if isinstance(_given(value), str) else value


def _measure(value: str) -> str:
    if not (value.isascii() and value.isdigit() and NARROWEST <= int(value) <= WIDEST):
        raise WrongValueError(
            message("“{value}” is no width of a column of text.", value=value),
            message("Write a number from {least} to {most}; 28 is usual.", least=NARROWEST, most=WIDEST),
        )
    return value


Light = Annotated[Annotated[str, AfterValidator(partial(check_accent, scheme="light"))] | None, BeforeValidator(_given)]
Dark = Annotated[Annotated[str, AfterValidator(partial(check_accent, scheme="dark"))] | None, BeforeValidator(_given)]


def _file(value: str) -> str:
    name = value.removeprefix("content/").removeprefix("theme/")
    if "/" in name or "\\" in name or name.startswith(".") or not name:
        raise WrongValueError(
            message("“{value}” is no file in content/theme/.", value=value), message("Write its name: logo.svg")
        )
    return name


class AccentKeys(Model):
    """The colour of links."""

    light: Light = None
    """On light pages: "#0b5a5e", in quotes."""
    dark: Dark = None
    """On dark pages; without it, made of the other."""


class ThemeKeys(Model):
    """The looks of the site."""

    accent: Annotated[AccentKeys | None, BeforeValidator(_accent)] = None
    """The colour of links: "#0b5a5e", in quotes, or {light: …, dark: …}."""
    scheme: Literal["auto", "light", "dark"] = "auto"
    """What readers see who chose nothing; auto: as their device has it."""
    face: Literal["naskh", "sans"] = "naskh"
    """Of texts; notes and menus are always in sans."""
    measure: Annotated[str, AfterValidator(_measure)] | None = None
    """The width of the column of text, in em, from 20 to 30; 28 is usual."""
    logo: Annotated[str, AfterValidator(_file)] | None = None
    """A file in content/theme/, beside the name on every page: PNG, WebP or SVG."""
    icon: Annotated[str, AfterValidator(_file)] | None = None
    """Likewise, in the tabs of browsers; square."""


def site_theme(keys: ThemeKeys | None) -> SiteTheme:
    """Give the looks that keys state."""
    if keys is None:
        return SiteTheme()
    accent = None
    if keys.accent and (keys.accent.light or keys.accent.dark):
        light, dark = keys.accent.light, keys.accent.dark
        accent = light or counterpart(dark or "", "light"), dark or counterpart(light or "", "dark")
    return SiteTheme(accent, keys.scheme, keys.face, int(keys.measure) if keys.measure else None, keys.logo, keys.icon)
