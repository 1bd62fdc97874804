"""The looks of a site, checked, and the files that they are made of."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class ThemePicture:
    """The logo or the icon as it is published."""

    address: str
    type: str
    """Of the file: image/png …"""
    width: int
    """In CSS pixels, as it is shown; so is the height."""
    height: int
    digest: str
    data: bytes = field(repr=False)
    left_out: tuple[str, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class SiteTheme:
    """What an archive says of its looks; all of it may be left out."""

    accent: tuple[str, str] | None = None
    """Of light pages, and of dark ones."""
    scheme: str = "auto"
    """What readers see who chose nothing: `light`, `dark`, or `auto`, as their device has it."""
    face: str = "naskh"
    """Of texts: `naskh` or `sans`."""
    measure: int | None = None
    """The width of the column of text, in em."""

    logo_file: str | None = None
    """The name of a file in `content/theme/`; so is the icon's."""
    icon_file: str | None = None
    logo: ThemePicture | None = None
    """Beside the name of the site."""
    icon: ThemePicture | None = None
    """In the tabs of browsers."""
    css: str = ""
    """`content/theme/custom.css`: rules of the editors' own, behind all others."""

    @property
    def has_style(self) -> bool:
        """Tell whether the pages have a style sheet of the site's own."""
        return bool(self.accent or self.scheme != "auto" or self.face != "naskh" or self.measure or self.css)
