"""What a site has of its own looks: a style sheet, which stands behind the theme's and changes what it says by name."""

from __future__ import annotations

from collections.abc import Iterator

from warraq.archive.theme.site_theme import SiteTheme

from . import addresses
from .page import File, Library

USUAL_MARGIN, WIDEST_TEXT = 17.5, 1.4375
"""The theme's margin beside the text, and its largest size of a text, in rem."""
USUAL_MEASURE = 28


def look(library: Library) -> Iterator[File]:
    """Yield the style sheet, the logo and the icon, as far as the archive has them."""
    theme = library.archive.site.theme
    if theme.has_style:
        yield File(addresses.LOOK, style_sheet(theme).encode())
    for picture in (theme.logo, theme.icon):
        if picture:
            yield File(picture.address, picture.data)


def style_sheet(theme: SiteTheme) -> str:
    """Write the looks as CSS; paper has the theme's own colours and width."""
    root = []
    if theme.accent:
        root.append("--accent:light-dark({},{})".format(*theme.accent))
    if theme.scheme != "auto":
        root.append(f"color-scheme:{theme.scheme}")
    if theme.measure:
        root.append(f"--measure:{theme.measure}em")
        # Where the text is wide, the margin gives way: both have room together on a screen of 1024 pixels.
        if (more := theme.measure - USUAL_MEASURE) > 0:
            root.append(f"--margin:{USUAL_MARGIN - more * WIDEST_TEXT:g}rem")
    screen = [f":root{{{';'.join(root)}}}"] if root else []
    if theme.measure:
        screen.append(f":is(.below,.prose,.article-crumbs ol){{max-inline-size:calc(var(--fs)*{theme.measure})}}")
    lines = ["@media screen{", *screen, "}"] if screen else []
    if theme.face == "sans":
        lines.append(":root{--text:var(--ui);--lh:1.8}")
    return "\n".join([*lines, theme.css])
